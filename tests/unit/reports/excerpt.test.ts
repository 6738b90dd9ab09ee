import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerptAt, underline } from '../../../server/src/reports/excerpt.ts';
import { displayWidth } from '../../../server/src/text/width.ts';
import { parseStream } from '../../../server/src/yaml/parse.ts';

/** An excerpt as it is printed; `<` and `>` in the text mark what is meant. */
function drawn(marked: string, width = 60): string[] {
  const [start, end] = [marked.indexOf('<'), marked.indexOf('>') - 1];
  const text = marked.replace('<', '').replace('>', '');
  const {
    before,
    marked: meant,
    after,
    blanks,
    marks,
  } = underline(excerptAt({ start, end }, parseStream(text)), width);
  return [before + meant + after, blanks + marks];
}

describe('an excerpt', () => {
  it('underlines what is meant', () => {
    expect(drawn('title: <Claims> # so\nformat: 1')).toEqual(['title: Claims # so', '       ^^^^^^']);
  });

  it('aligns tabs, wide characters and emoji', () => {
    expect(drawn('a:\t<b>')).toEqual(['a:  b', '    ^']);
    expect(drawn('日本: <東京>!')).toEqual(['日本: 東京!', '      ^^^^']);
    expect(drawn('👩‍💻: <e\u0301>!')).toEqual(['👩‍💻: e\u0301!', '    ^']);
  });

  it('underlines the first line of what goes over several', () => {
    expect(drawn('a: <1\nb: 2>')).toEqual(['a: 1', '   ^']);
    expect(drawn('a: <1\r\nb: 2>')).toEqual(['a: 1', '   ^']);
  });

  it('shows one mark where nothing stands', () => {
    expect(drawn('a: <>')).toEqual(['a: ', '   ^']);
    expect(drawn('<>')).toEqual(['', '^']);
  });

  it('cuts long lines around what is meant', () => {
    expect(drawn(`${'x'.repeat(50)} <here> ${'y'.repeat(50)}`, 30)).toEqual([
      '…xxxxxxxx here yyyyyyyyyyyyyy…',
      '          ^^^^',
    ]);
    expect(drawn(`<here> ${'y'.repeat(50)}`, 20)).toEqual([`here ${'y'.repeat(13)}…`, '^^^^']);
  });

  it('stays cheap in lines of many megabytes', () => {
    const text = `a: ${'x'.repeat(3_000_000)}`;
    const excerpt = excerptAt({ start: 2_000_000, end: 2_900_000 }, parseStream(text));
    expect(excerpt.text.length).toBeLessThan(1000);
    expect([excerpt.cutBefore, excerpt.cutAfter]).toEqual([true, true]);
  });

  it('fits any line into any width, with the marks below', () => {
    const piece = fc.constantFrom('a', ' ', '\t', '日', '👩‍💻', 'e\u0301', '\u0000', '\ud83d', 'word ');
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 80 }).map((pieces) => pieces.join('')),
        fc.nat(),
        fc.nat(40),
        fc.integer({ min: 12, max: 90 }),
        (text, at, length, width) => {
          const start = Math.min(at % (text.length + 1), text.length);
          const excerpt = excerptAt({ start, end: Math.min(start + length, text.length) }, parseStream(text));
          const { before, marked, after, blanks, marks } = underline(excerpt, width);
          expect(displayWidth(before + marked + after)).toBeLessThanOrEqual(width);
          expect(blanks.length).toBe(displayWidth(before));
          expect(marks.length).toBe(Math.max(1, displayWidth(marked)));
          expect(blanks.length + marks.length).toBeLessThanOrEqual(width + 1);
        },
      ),
      { seed: 1, numRuns: 300 },
    );
  });
});
