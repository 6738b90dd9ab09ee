import { describe, expect, it } from 'vitest';
import { foldingRanges } from '../../../server/src/features/folding.ts';
import { atCursor } from '../../helpers/cursor.ts';

/** What can be folded, as `first–last` lines counted from 1, with the words of the first line. */
function folds(text: string, file?: string): string[] {
  const { world, uri } = atCursor(text, file === undefined ? {} : { file });
  const lines = text.split(/\r\n|\r|\n/);
  return foldingRanges(world, uri).map(
    ({ startLine, endLine, kind }) =>
      `${startLine + 1}–${endLine + 1} ${kind ? `(${kind}) ` : ''}${lines[startLine]!.trim()}`,
  );
}

const TEXT = `# What we do
# when a claim comes in
kind: work-system
title: Claims # short
# one line alone
roles:
  boss: |
    Leads
    the office

activities:
  assess:
    goals:
      - kind: speed
        target: Same day
      - Nobody waits
    uses: [note,
      file]
  # two lines
  # in the middle
  pay: The cashier pays
`;

describe('folding', () => {
  const expected = [
    '1–2 (comment) # What we do',
    '6–9 roles:',
    '7–9 boss: |',
    '11–21 activities:',
    '12–18 assess:',
    '13–16 goals:',
    '14–15 - kind: speed',
    '17–18 uses: [note,',
    '19–20 (comment) # two lines',
  ];

  it('folds sections, items, answers of several lines and blocks of comments', () => {
    expect(folds(TEXT)).toEqual(expected);
  });

  it('does the same in files with CRLF', () => {
    expect(folds(TEXT.replaceAll('\n', '\r\n'))).toEqual(expected);
  });

  it('folds whole documents in a stream, those of other programs left out', () => {
    const stream =
      'kind: work-system\nroles:\n  a: Ada\n---\nkind: Deployment\nspec:\n  a: b\n# theirs\n# too\n---\nkind: work-system\ntitle: x\n';
    expect(folds(stream, 'all.yaml')).toEqual(['1–3 kind: work-system', '2–3 roles:', '11–12 kind: work-system']);
  });

  it('folds what can be read of a broken text', () => {
    expect(folds('kind: work-system\nroles:\n  a: [Ada\nactivities:\n  pay: x\n  go: y\n')).toContain(
      '4–6 activities:',
    );
  });

  it('folds nothing elsewhere', () => {
    expect(folds('kind: Deployment\nspec:\n  a: b\n', 'other.yaml')).toEqual([]);
    expect(folds('')).toEqual([]);
  });
});
