import { describe, expect, it } from 'vitest';
import type { Location, Position } from 'vscode-languageserver';
import { codeLenses } from '../../../server/src/features/code-lens.ts';
import { atCursor, type CursorOptions, textIn, uriOf } from '../../helpers/cursor.ts';

const HEAD = 'kind: work-system\nformat: 1\ntitle: Claims\n';
const URI = uriOf('example.work-system.yaml');

/** The lenses of a text as `line: title`, counted from 1. */
function lenses(text: string, options?: CursorOptions): string[] {
  const { world, uri } = atCursor(text, options);
  return codeLenses(world, uri)
    .sort((a, b) => a.range.start.line - b.range.start.line)
    .map(({ range, command }) => `${range.start.line + 1}: ${command!.title}`);
}

const commands = (text: string, options?: CursorOptions) => {
  const { world, uri } = atCursor(text, options);
  return codeLenses(world, uri).map(({ command }) => command!);
};

describe('code lenses over elements and phases', () => {
  it('count the questions that are answered', () => {
    const text = `${HEAD}activities:\n  assess: { performed_by: [handlers], uses: [note] }\nparticipants:\n  handlers: { training: { covers: [consequences], last: 2026-06-01 } }\ninformation:\n  note: { sensitivity: public }\n`;
    const { coverage } = atCursor(text).file.checked.documents[0]!;
    expect(coverage.activities).toMatchObject({ questions: 1, answered: 1 });
    expect(lenses(text)).toContain('4: Activities: 1 of 1 question answered');
    const all = Object.values(coverage).reduce((sum, { questions }) => sum + questions, 0);
    expect(lenses(text)[0]).toMatch(new RegExp(`^1: This description: \\d of ${all} questions answered$`));
  });

  it('open the coverage of the area at a click', () => {
    const [whole, area] = commands(
      `${HEAD}activities:\n  assess: { performed_by: [handlers] }\nparticipants: { handlers: }\n`,
    );
    expect(whole).toMatchObject({ command: 'worksec.showCoverage', arguments: [URI, null] });
    expect(area).toMatchObject({ command: 'worksec.showCoverage', arguments: [URI, 'activities'] });
  });

  it('stand over the phases of a charter and over the charter as a whole', () => {
    const text =
      'kind: project-charter\nformat: 1\ntitle: Portal\ninformation_touched: [{ what: notes, sensitivity: restricted }]\nphases:\n  operation_and_maintenance:\n    security_owner: Ada\n';
    const told = lenses(text);
    expect(told[0]).toMatch(/^1: This charter: \d+ of \d+ questions answered$/);
    expect(told[1]).toMatch(/^6: Operation and maintenance: 1 of \d questions answered$/);
    expect(commands(text)[1]!.arguments).toEqual([uriOf('example.charter.yaml'), 'operation']);
  });

  it('name the document in a file of several', () => {
    const one = `${HEAD}id: one\nactivities: { assess: { performed_by: [handlers] } }\nparticipants: { handlers: }\n`;
    const all = commands(`${one}---\n${one.replace('id: one', 'id: two')}`);
    expect(all.filter(({ command }) => command === 'worksec.showCoverage').map((each) => each.arguments)).toEqual([
      [URI, null, 'one'],
      [URI, 'activities', 'one'],
      [URI, null, 'two'],
      [URI, 'activities', 'two'],
    ]);
  });

  it('are none where nothing is asked and nothing is used', () => {
    expect(lenses(`${HEAD}roles: { manager: Leads }\n`)).toEqual([]);
    expect(lenses('kind: work-system\n')).toEqual([]);
    expect(lenses('')).toEqual([]);
  });
});

describe('code lenses over items', () => {
  const TEXT = `${HEAD}security_lead: manager
roles:
  manager: Leads
activities:
  assess: { performed_by: [handlers], uses: [note] }
  decide: { performed_by: [handlers], uses: [note], weaknesses: [{ what: It is slow, owner: manager }] }
participants:
  handlers: {}
information:
  note: { sensitivity: public }
  unused: { sensitivity: public }
`;
  const uses = (options?: CursorOptions) => lenses(TEXT, options).filter((line) => line.includes('used'));

  it('say by whom an item is used, or how often where its users differ in sort', () => {
    expect(uses()).toEqual(['6: used 2 times', '11: used by 2 activities', '13: used by 2 activities']);
  });

  it('lead to every place where it is named', () => {
    const { world, uri, file } = atCursor(TEXT);
    const lens = codeLenses(world, uri).find(({ range }) => range.start.line === 5)!;
    expect(textIn(file, lens.range)).toBe('manager');
    expect(lens.command!.command).toBe('worksec.showReferences');
    const [where, position, locations] = lens.command!.arguments as [string, Position, Location[]];
    expect([where, position]).toEqual([uri, { line: 5, character: 2 }]);
    expect(locations.map(({ range }) => [range.start.line, textIn(file, range)])).toEqual([
      [3, 'manager'],
      [8, 'manager'],
    ]);
  });

  it('count the charters at hand that link the description', () => {
    const charter =
      'kind: project-charter\nformat: 1\nwork_system: { as_is: example.work-system.yaml }\nrequirements:\n  R1: { text: Lock it, covers: [note] }\n';
    const others = { 'portal.charter.yaml': charter };
    expect(uses({ others })).toContain('13: used 3 times');
    const { world, uri } = atCursor(TEXT, { others });
    const lens = codeLenses(world, uri).find(({ range }) => range.start.line === 12)!;
    const locations = lens.command!.arguments![2] as Location[];
    expect(locations.map((each) => each.uri)).toEqual([uri, uri, uriOf('portal.charter.yaml')]);
  });

  it('stay while the text is broken, at the places of the text as it is now', () => {
    const broken = TEXT.replace('security_lead', '# a new line\nsecurity_lead').replace(
      '{ sensitivity: public }',
      '{ sensitivity: [',
    );
    const { world, uri, file } = atCursor(broken, { before: { 'example.work-system.yaml': TEXT } });
    const lens = codeLenses(world, uri).find(({ range }) => textIn(file, range) === 'handlers')!;
    expect(lens.command!.title).toBe('used by 2 activities');
    const locations = lens.command!.arguments![2] as Location[];
    expect(locations.map(({ range }) => textIn(file, range))).toEqual(['handlers', 'handlers']);
  });
});
