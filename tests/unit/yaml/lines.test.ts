import { describe, expect, it } from 'vitest';
import { LineIndex } from '../../../server/src/yaml/lines.ts';
import { Pieces } from '../../../server/src/yaml/pieces.ts';

describe('the lines of a text', () => {
  const lines = new LineIndex('one\r\ntwo\nthree\rfour');

  it('end in LF, CRLF or CR, the last in none', () => {
    expect([0, 1, 2, 3].map((line) => lines.end(line) - lines.start(line))).toEqual([3, 3, 5, 4]);
    expect([0, 1, 2, 3].map((line) => lines.eol(line))).toEqual(['\r\n', '\n', '\r', '\r\n']);
    expect(new LineIndex('one').eol()).toBe('\n');
  });

  it('take a column past their end for their end', () => {
    expect(lines.offset({ line: 0, character: 4 })).toBe(3);
    expect(lines.offset({ line: 1, character: 99 })).toBe(8);
    expect(lines.offset({ line: 3, character: 99 })).toBe(lines.text.length);
    expect(lines.offset({ line: 99, character: 1 })).toBe(lines.text.length);
  });
});

it('no edit begins or ends between the CR and the LF of a line', () => {
  const unix = new Pieces('one\r\ntwo');
  unix.apply([{ start: 3, end: 5, newText: '\n' }]);
  expect(unix.edits()).toEqual([{ start: 3, end: 5, newText: '\n' }]);
  const more = new Pieces('one\r\ntwo');
  more.apply([{ start: 3, end: 5, newText: '\r\rx\n' }]);
  expect(more.edits()).toEqual([{ start: 3, end: 5, newText: '\r\rx\n' }]);
  const only = new Pieces('one\r\ntwo');
  only.apply([{ start: 3, end: 3, newText: '\r\nhalf' }]);
  expect(only.edits()).toEqual([{ start: 3, end: 3, newText: '\r\nhalf' }]);
});
