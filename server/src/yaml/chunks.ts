import type { Span } from './node.ts';

/** A section of a text, cut where its items begin. */
export interface CutSection {
  /** The line with the section's key, and all below it that is not cut further. */
  readonly head: Span;
  /** The items, one behind the other; none where the section is read as one. */
  readonly items: readonly Span[];
}

export interface Cut {
  /** Comments and blank lines before the first section. */
  readonly top: Span;
  readonly sections: readonly CutSection[];
}

/** A key that can be nothing else, whatever stands around it, and what follows it on its line. */
const KEY = /[\p{L}\p{N}_][\p{L}\p{N}_ .()/-]*:(?=[ \r\n]|$)[ \r]*(#?)/uy;

interface Growing {
  readonly start: number;
  /** `open`: nothing stands below the key yet; `cut`: its items begin at two blanks; `whole`: it is read as one. */
  state: 'open' | 'cut' | 'whole';
  readonly starts: number[];
}

/**
 * Cuts a text, or a stretch of whole lines of it, where a section or an item of a section begins, by indentation alone.
 * Undefined for a text in which a line at the edge or at two blanks may be something else than a plain key, a comment or
 * an element of a list: such a text is read as a whole.
 */
export function cut(text: string, { start: from, end: to }: Span = { start: 0, end: text.length }): Cut | undefined {
  // A lone CR ends a line too, and what follows it would be taken for the rest of the line.
  if (text.includes('\r') && /\r(?!\n)/.test(text)) return undefined;
  const sections: Growing[] = [];
  let section: Growing | undefined;
  for (let start = from; start < to; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? to : newline;
    let at = start;
    while (text.charCodeAt(at) === BLANK) at++;
    const unit = at < end ? text.charCodeAt(at) : CR;
    const isContent = unit !== CR && unit !== HASH;
    if (isContent && at === start) {
      if (unit === DASH && section?.state !== 'cut' && isElement(text, at)) {
        if (!section) return undefined;
        section.state = 'whole';
      } else {
        const ends = keyAt(text, at, end);
        if (ends === undefined) return undefined;
        section = { start, state: ends ? 'open' : 'whole', starts: [] };
        sections.push(section);
      }
    } else if (isContent) {
      if (!section || at - start === 1) return undefined;
      const isItem = at - start === 2 && section.state !== 'whole' && keyAt(text, at, end) !== undefined;
      if (isItem) {
        section.state = 'cut';
        section.starts.push(start);
      } else if (section.state === 'open') section.state = 'whole';
      else if (section.state === 'cut' && at - start === 2) return undefined;
    }
    start = end + 1;
  }
  return { top: { start: from, end: sections[0]?.start ?? to }, sections: closed(sections, to) };
}

const [BLANK, CR, HASH, DASH] = [32, 13, 35, 45];

/** Whether nothing but a comment follows the plain key that stands at a place; undefined where there is none. */
function keyAt(text: string, at: number, lineEnd: number): boolean | undefined {
  KEY.lastIndex = at;
  const found = KEY.exec(text);
  return found ? found[1] === '#' || KEY.lastIndex >= lineEnd : undefined;
}

/** A dash with a blank or nothing behind it. */
const isElement = (text: string, at: number): boolean => /^[ \r\n]?$/.test(text.charAt(at + 1));

function closed(sections: readonly Growing[], to: number): CutSection[] {
  return sections.map(({ start, starts }, i) => {
    const end = sections[i + 1]?.start ?? to;
    const items = starts.map((from, n) => ({ start: from, end: starts[n + 1] ?? end }));
    return { head: { start, end: starts[0] ?? end }, items };
  });
}
