import { describe, expect, it } from 'vitest';
import { chosenEncoding, PositionCoder, toUtf16 } from '../../../server/src/encoding.ts';
import { LineIndex } from '../../../server/src/yaml/lines.ts';

const TEXT = 'title: Café 🍰 Blüte\nnext: line\n';
const lines = new LineIndex(TEXT);
const URI = 'file:///cake.work-system.yaml';
const coder = (encoding: 'utf-8' | 'utf-32') => new PositionCoder(encoding, (uri) => (uri === URI ? lines : undefined));
const at = (character: number) => ({ line: 0, character });

describe('position encodings', () => {
  it.each([
    [undefined, 'utf-16'],
    [[], 'utf-16'],
    [['utf-8', 'utf-16'], 'utf-8'],
    [['utf-7', 'utf-32'], 'utf-32'],
  ] as const)('of what a client offers, %j, %s is taken', (offered, taken) => {
    expect(chosenEncoding(offered && [...offered])).toBe(taken);
  });

  it.each([
    // what is pointed at, in UTF-16 units, in bytes, in letters
    ['the é', 10, 10, 10],
    ['behind the é', 11, 12, 11],
    ['behind the cake', 14, 17, 13],
    ['behind the ü', 18, 22, 17],
  ] as const)('%s', (_what, utf16, utf8, utf32) => {
    expect(coder('utf-8').outgoing(at(utf16), URI)).toEqual(at(utf8));
    expect(coder('utf-32').outgoing(at(utf16), URI)).toEqual(at(utf32));
    expect(coder('utf-8').incoming(at(utf8), URI)).toEqual(at(utf16));
    expect(coder('utf-32').incoming(at(utf32), URI)).toEqual(at(utf16));
  });

  it('reach into answers of any shape, each position in the text its neighbours name', () => {
    const range = { start: at(14), end: at(18) };
    const recoded = { start: at(17), end: at(22) };
    expect(
      coder('utf-8').outgoing(
        {
          range,
          data: { range },
          edit: { documentChanges: [{ textDocument: { uri: URI, version: 1 }, edits: [{ range, newText: 'x' }] }] },
          elsewhere: { uri: 'file:///other', range },
          changes: { [URI]: [{ range, newText: '' }] },
        },
        URI,
      ),
    ).toEqual({
      range: recoded,
      data: { range },
      edit: {
        documentChanges: [{ textDocument: { uri: URI, version: 1 }, edits: [{ range: recoded, newText: 'x' }] }],
      },
      elsewhere: { uri: 'file:///other', range },
      changes: { [URI]: [{ range: recoded, newText: '' }] },
    });
  });

  it('stop at the end of a line', () => {
    expect(toUtf16(at(500), lines, 'utf-8')).toEqual(at(20));
  });
});
