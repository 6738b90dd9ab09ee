import { describe, expect, it } from 'vitest';
import { parseStream } from '../../../server/src/yaml/parse.ts';
import { data, read } from './helpers.ts';

const bytes = (...parts: (string | number)[]): Uint8Array =>
  new Uint8Array(parts.flatMap((part) => (typeof part === 'number' ? [part] : [...new TextEncoder().encode(part)])));

describe('bytes', () => {
  it('are read as UTF-8, with or without a byte order mark', () => {
    expect(data(parseStream(bytes('a: é 😀')).documents[0]?.root)).toEqual({ a: 'é 😀' });
    const marked = parseStream(bytes(0xef, 0xbb, 0xbf, 'a: 1'));
    expect(marked.text).toBe('a: 1');
    expect(data(marked.documents[0]?.root)).toEqual({ a: 1 });
  });

  it.each([
    ['Latin-1', bytes('a: 1\nb: x\n\ncaf', 0xe9, ' y\n'), 'byte 233 in line 4', 14],
    ['UTF-16', bytes(0xff, 0xfe, 'a', 0), 'byte 255 in line 1', 0],
    ['a cut sequence at the end', bytes('é\nx', 0xf0, 0x9f), 'byte 240 in line 2', 3],
    ['a bad byte behind an honest replacement character', bytes('\ufffd😀', 0x80), 'byte 128 in line 1', 3],
  ])('in %s are refused, with the place of the first wrong one', (_, source, where, start) => {
    const { documents, problems } = parseStream(source);
    expect(documents).toEqual([]);
    expect(problems).toEqual([{ code: 'syntax', reason: `not valid UTF-8 text (${where})`, start, end: start + 1 }]);
  });
});

describe('text', () => {
  it('keeps its byte order mark, so that offsets are the editor’s', () => {
    const document = read('\ufeffa: 1\n');
    expect(document.stream.text).toHaveLength(6);
    expect(document.span({ at: ['a'], part: 'key' })).toEqual({ start: 1, end: 2 });
  });

  it.each(['\n', '\r\n', '\r'])('may end its lines with %j', (eol) => {
    const document = read(['a: 1', 'b:', '  - x # y', '  - |', '    one', '    two', 'c: z'].join(eol));
    expect(data(document.root)).toEqual({ a: 1, b: ['x', 'one\ntwo\n'], c: 'z' });
    expect(document.stream.lines.count).toBe(7);
  });

  it('with characters that YAML does not allow is a problem at the first of them', () => {
    for (const [bad, code] of [
      ['\0', '0000'],
      ['\u0008', '0008'],
      ['\u007f', '007F'],
      ['\uffff', 'FFFF'],
    ] as const) {
      const problem = { code: 'syntax', reason: `the character U+${code} is not allowed in YAML`, start: 4, end: 5 };
      expect(read(`a: x${bad}y`).problems).toEqual([problem]);
      expect(read(`a: "${bad}"`).problems).toEqual([problem]);
    }
    expect(read('a: \u0085\u00a0\t😀').problems).toEqual([]);
  });
});
