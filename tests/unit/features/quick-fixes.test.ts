import { describe, expect, it } from 'vitest';
import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import { codeActions, readyCodeActions, resolveCodeAction } from '../../../server/src/features/code-actions.ts';
import { acted, actionsAt, titlesAt } from '../../helpers/acting.ts';
import { atCursor, uriOf, worldOf } from '../../helpers/cursor.ts';
import { textAfter } from '../../helpers/workspace-edit.ts';

const HEAD = 'kind: work-system\nformat: 1\ntitle: Claims\n';
const CLASSIFIED = `${HEAD}information:\n  cl<|>aim: { sensitivity: confidential, stored_in: shelf, protections: lock }\n`;

describe('quick fixes', () => {
  it('come in order: the rule’s own, then does-not-apply and ask-later, then silence', () => {
    expect(titlesAt(CLASSIFIED, CodeActionKind.QuickFix)).toEqual([
      'Name the owner',
      'Does not apply, because …',
      'Ask later',
      'Silence this line, because …',
    ]);
  });

  it('name the finding they are for, and the one to be taken first', () => {
    const { actions } = actionsAt(CLASSIFIED);
    expect(actions.filter(({ isPreferred }) => isPreferred).map(({ title }) => title)).toEqual(['Name the owner']);
    expect(actions[0]?.diagnostics?.map(({ code }) => code)).toEqual(['information/no-owner']);
  });

  it('carry no edit until they are asked for one', () => {
    const { world, uri, actions } = actionsAt(CLASSIFIED);
    expect(actions.every(({ edit }) => edit === undefined)).toBe(true);
    const resolved = resolveCodeAction(world, actions[0]!) as CodeAction;
    expect(textAfter(world, resolved, uri)).toContain('protections: lock, owner: }');
  });

  it('are refused once the text has changed', () => {
    const { actions, text, uri } = actionsAt(CLASSIFIED);
    const later = worldOf({ 'example.work-system.yaml': text }, { closed: ['example.work-system.yaml'] });
    expect(later.file(uri)?.version).toBe(null);
    expect(resolveCodeAction(later, actions[0]!)).toEqual({ refused: 'The text has changed since. Ask again.' });
  });

  it('come ready for editors that do not ask twice', () => {
    const { world, uri, position } = atCursor(CLASSIFIED);
    const range = { start: position, end: position };
    const ready = readyCodeActions(world, uri, range, { only: [CodeActionKind.QuickFix] });
    expect(ready.map((action) => textAfter(world, action, uri))).toEqual(
      codeActions(world, uri, range, { only: [CodeActionKind.QuickFix] }).map((action) =>
        textAfter(world, resolveCodeAction(world, action) as CodeAction, uri),
      ),
    );
  });

  it('are of the kinds that are asked for', () => {
    const { world, uri, position } = atCursor(CLASSIFIED);
    const range = { start: position, end: position };
    expect(codeActions(world, uri, range, { only: ['source'] })).toEqual([]);
    expect(codeActions(world, uri, range, { only: ['quick'] })).toEqual([]);
    expect(codeActions(world, uri, range, { only: [''] })).toEqual(codeActions(world, uri, range));
  });

  it('are none in a text that cannot be read, and in files of other kinds', () => {
    expect(titlesAt(`${HEAD}informa<|>tion: { claim: [ }\n`)).toEqual([]);
    const world = worldOf({});
    const start = { line: 0, character: 0 };
    expect(codeActions(world, uriOf('other.yaml'), { start, end: start })).toEqual([]);
  });

  it('are left out where an alias ties the place to others', () => {
    const text = `${HEAD}x-all: &all { sensitivity: confidential }\ninformation:\n  cl<|>aim: *all\n`;
    expect(titlesAt(text, CodeActionKind.QuickFix)).not.toContain('Name the owner');
  });
});

describe('the comment that silences a line', () => {
  const silenced = (text: string): string | undefined => acted(text, 'Silence this line');

  it('stands above it, as far in as the line', () => {
    expect(silenced(`${HEAD}information:\n    cl<|>aim:\n      sensitivity: confidential\n`)).toBe(
      `${HEAD}information:\n    # worksec-disable-next-line information/no-owner: \n    claim:\n      sensitivity: confidential\n`,
    );
  });

  it('goes behind a byte order mark, and ends as the other lines do', () => {
    const text = '\uFEFFkind: work-system\r\nform<|>at: 1\r\ninformation: { claim: { sensitivity: confidential } }\r\n';
    const first = text.replace('<|>', '').replace('kind', 'ki<|>nd');
    expect(silenced(first)).toMatch(/^\uFEFF# worksec-disable-next-line [\w/-]+: \r\nkind: work-system\r\n/);
  });

  it('stands between brackets as well, but never inside a text', () => {
    const inside = (before: string): string =>
      `${HEAD}activities:\n  a: { does: ${before}, watched_by: Properly whe<|>re needed }\n`;
    expect(titlesAt(inside('x'))).toContain('Silence this line, because …');
    expect(silenced(inside('x').replace(', watched', ',\n    watched'))).toContain(
      '\n    # worksec-disable-next-line wording/vague: \n    watched_by',
    );
    expect(titlesAt(inside('"two\n    lines"'))).not.toContain('Silence this line, because …');
    expect(titlesAt(inside('two\n    lines'))).not.toContain('Silence this line, because …');
  });

  it('follows a block of text', () => {
    const text = `${HEAD}activities:\n  a:\n    does: |\n      One\n        two\n    watched_by: Properly whe<|>re needed\n`;
    expect(silenced(text)).toContain(
      '        two\n    # worksec-disable-next-line wording/vague: \n    watched_by: Properly',
    );
  });
});
