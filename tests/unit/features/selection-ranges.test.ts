import { describe, expect, it } from 'vitest';
import type { SelectionRange } from 'vscode-languageserver';
import { selectionRanges } from '../../../server/src/features/selection-ranges.ts';
import { atCursor, textIn } from '../../helpers/cursor.ts';

/** What the selection grows to, from the cursor on. */
function grows(marked: string, file?: string): string[] {
  const cursor = atCursor(marked, file === undefined ? {} : { file });
  const texts: string[] = [];
  let range: SelectionRange | undefined = selectionRanges(cursor.world, cursor.uri, [cursor.position])[0];
  for (; range; range = range.parent) texts.push(textIn(cursor.file, range.range));
  return texts;
}

describe('growing selections', () => {
  it('go from word to value, entry, item, section and document', () => {
    const text = 'kind: work-system\nroles:\n  boss:\n    description: Leads the <|>office\n  clerk: Writes\n';
    const section = 'roles:\n  boss:\n    description: Leads the office\n  clerk: Writes';
    expect(grows(text)).toEqual([
      'office',
      'Leads the office',
      'description: Leads the office',
      'boss:\n    description: Leads the office',
      'boss:\n    description: Leads the office\n  clerk: Writes',
      section,
      `kind: work-system\n${section}`,
      `kind: work-system\n${section}\n`,
    ]);
  });

  it('go from an id to its list and entry', () => {
    expect(grows('kind: work-system\nactivities: { pay: { uses: [no<|>te, file] } }\n').slice(0, 4)).toEqual([
      'note',
      '[note, file]',
      'uses: [note, file]',
      '{ uses: [note, file] }',
    ]);
  });

  it('take quotes after what stands between them', () => {
    expect(grows('kind: work-system\ntitle: "Cla<|>ims 😀 desk"\n').slice(0, 4)).toEqual([
      'Claims',
      'Claims 😀 desk',
      '"Claims 😀 desk"',
      'title: "Claims 😀 desk"',
    ]);
  });

  it('go from a key to its entry, and from a comment to the document', () => {
    expect(grows('kind: work-system\r\nti<|>tle: Claims\r\n').slice(0, 2)).toEqual(['title', 'title: Claims']);
    const text = 'kind: work-system # our <|>own\ntitle: Claims\n';
    expect(grows(text).slice(0, 3)).toEqual(['own', '# our own', 'kind: work-system # our own\ntitle: Claims']);
  });

  it('stay within a document of a stream before they take the file', () => {
    const steps = grows('kind: work-system\ntitle: A\n---\nkind: work-system\ntitle: <|>B\n');
    expect(steps.at(-1)).toContain('title: A');
    expect(steps.at(-2)).not.toContain('title: A');
  });

  it('give one answer for each position, also where there is nothing', () => {
    const { world, uri } = atCursor('kind: work-system\n\n');
    const positions = [
      { line: 0, character: 2 },
      { line: 1, character: 0 },
      { line: 99, character: 99 },
    ];
    expect(selectionRanges(world, uri, positions)).toHaveLength(3);
    expect(grows('<|>')).toEqual(['']);
    expect(grows('kind: Dep<|>loyment\n', 'other.yaml')).toEqual(['']);
  });
});
