import { describe, expect, it } from 'vitest';
import { wrap } from '../../../server/src/reports/wrap.ts';
import { visible } from '../../../server/src/text/visible.ts';
import { cells, displayWidth, padded } from '../../../server/src/text/width.ts';

describe('text on a terminal', () => {
  it.each([
    ['plain', 5],
    ['Café', 4],
    ['Cafe\u0301', 4],
    ['日本', 4],
    ['ｆｕｌｌ', 8],
    ['👩‍💻', 2],
    ['🇬🇧', 2],
    ['❤️', 2],
    ['“…” – é', 7],
    ['', 0],
  ])('takes columns: %s', (text, width) => {
    expect(displayWidth(text)).toBe(width);
    expect(padded(text, 10)).toBe(text + ' '.repeat(10 - width));
  });

  it('shows what would steer a terminal, and nothing else changes', () => {
    expect(visible('a\u001b[31mb\u0000c\u007fd\u009be')).toBe('a␛[31mb␀c␡d�e');
    expect(visible('one\r\ntwo\tthree\u2028four')).toBe('one two three four');
    expect(visible('safe\u202etxt.exe\u2066')).toBe('safe�txt.exe�');
    expect(visible('half \ud83d pair')).toBe('half � pair');
    expect(visible('👩‍💻 naïve “日本” ü')).toBe('👩‍💻 naïve “日本” ü');
  });

  it('lets tabs reach to the next stop', () => {
    expect(
      cells('a\tb\t')
        .map(({ shown }) => shown)
        .join('|'),
    ).toBe('a|   |b|   ');
  });

  it('wraps between words', () => {
    expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
    expect(wrap('a-very-long-word then', 6)).toEqual(['a-very-long-word', 'then']);
    expect(wrap('日本 日本 x', 6)).toEqual(['日本', '日本 x']);
    expect(wrap('', 6)).toEqual(['']);
  });
});
