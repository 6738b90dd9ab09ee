import { describe, expect, it } from 'vitest';
import { createChecking } from '../../../server/src/checking.ts';
import { EditorLibrary } from '../../../server/src/library.ts';
import { TODAY } from '../../helpers/check.ts';

const URI = 'file:///work/a.work-system.yaml';
const HEAD = 'kind: work-system\nformat: 1\ntitle: Repairs\n';
const CODES = 'information:\n  codes:\n    name: Door codes\n    sensitivity: restricted\n    stored_in: [phone]\n';
const PHONE = 'technologies:\n  phone: { name: The telephone }\n';

/** A text in an editor, and how what is found in it is shown after each change. */
function editor() {
  const library = new EditorLibrary({ readFile: async () => undefined, findFiles: async () => [], today: () => TODAY });
  const service = createChecking(library);
  let version = 0;
  return (text: string) => {
    library.setText(URI, ++version, text);
    return service.diagnostics(URI);
  };
}

describe('findings as an editor shows them', () => {
  it('are the same objects where they say and stand what they did', () => {
    const shown = editor();
    const find = (text: string) => shown(text).find(({ code }) => code === 'information/no-owner')!;
    const before = find(HEAD + CODES + PHONE);
    expect(find(`${HEAD}${CODES}${PHONE}`.replace('telephone', 'telephones'))).toBe(before);
    const below = find(`# Above\n${HEAD}${CODES}${PHONE}`);
    expect(below).not.toBe(before);
    expect(below.range.start.line).toBe(before.range.start.line + 1);
  });

  it('have the place they stand at after every change, as if the text had been opened just now', () => {
    const shown = editor();
    const texts = [
      HEAD + CODES + PHONE,
      HEAD + PHONE + CODES,
      `${HEAD}${PHONE}${CODES}---\n${HEAD}id: other\n${CODES}`,
      `${HEAD}id: first\n${PHONE}${CODES}---\n${HEAD}id: other\n${CODES}`,
      `${HEAD}\n\n${PHONE}${CODES.replace('  codes:', '  codes: # kept')}`,
    ];
    for (const text of texts) expect(shown(text), text).toEqual(editor()(text));
  });

  it('have no more places beside them than somebody goes through', () => {
    const items = Array.from({ length: 300 }, (_, nr) => `  codes-${nr}: { sensitivity: restricted }\n`);
    const rolledUp = editor()(`${HEAD}information:\n${items.join('')}`).find(
      ({ code }) => code === 'information/no-owner',
    );
    expect(rolledUp!.relatedInformation).toHaveLength(10);
    expect(rolledUp!.message).toContain('297 more');
  });
});
