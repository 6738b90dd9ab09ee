import { LineIndex } from './lines.ts';
import type { Span, TextProblem } from './node.ts';

export interface Decoded {
  readonly text: string;
  /** Set when the file cannot be read as a whole; the text is then only good for showing the place. */
  readonly problem?: TextProblem;
}

/**
 * Turns bytes into text and refuses what is too long or no UTF-8. A byte order mark in bytes is left out, as editors
 * do it; in a string it stays, so that offsets match the editor's own.
 */
export function decode(source: string | Uint8Array, limit: number): Decoded {
  return typeof source === 'string' ? measured(source, limit) : decodedBytes(source, limit);
}

function measured(text: string, limit: number): Decoded {
  // One UTF-16 unit is one to three bytes, so most texts need no counting.
  if (text.length * 3 <= limit) return { text };
  const bytes = text.length > limit * 2 ? text.length : new TextEncoder().encode(text).length;
  return bytes > limit ? tooLarge(text, bytes, limit) : { text };
}

function decodedBytes(bytes: Uint8Array, limit: number): Decoded {
  if (bytes.length > limit) return tooLarge(lossy(bytes.subarray(0, limit)), bytes.length, limit);
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return notUtf8(bytes);
  }
}

function tooLarge(text: string, bytes: number, limit: number): Decoded {
  return { text, problem: { code: 'too-large', bytes, limit, ...firstLine(text) } };
}

function notUtf8(bytes: Uint8Array): Decoded {
  const text = lossy(bytes);
  const place = firstBadByte(bytes, text);
  const line = new LineIndex(text).position(place.offset).line + 1;
  const reason = `not valid UTF-8 text (byte ${bytes[place.byte] ?? 0} in line ${line})`;
  return {
    text,
    problem: { code: 'syntax', reason, start: place.offset, end: Math.min(place.offset + 1, text.length) },
  };
}

/** The first replacement character in the decoded text that does not stand in the bytes themselves. */
function firstBadByte(bytes: Uint8Array, text: string): { byte: number; offset: number } {
  let byte = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  for (let offset = 0; offset < text.length; offset++) {
    const unit = text.charCodeAt(offset);
    if (unit === 0xfffd && !(bytes[byte] === 0xef && bytes[byte + 1] === 0xbf && bytes[byte + 2] === 0xbd)) {
      return { byte, offset };
    }
    byte += unitBytes(unit);
  }
  return { byte, offset: Math.max(0, text.length - 1) };
}

function lossy(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes);
}

/** Bytes a UTF-16 unit takes in UTF-8; each half of a surrogate pair counts for two of the four. */
function unitBytes(unit: number): number {
  if (unit < 0x80) return 1;
  if (unit < 0x800) return 2;
  return unit >= 0xd800 && unit <= 0xdfff ? 2 : 3;
}

/** The text before the first line end. */
export function firstLine(text: string): Span {
  const end = text.search(/[\r\n]/);
  return { start: 0, end: end < 0 ? text.length : end };
}
