import { describe, expect, it } from 'vitest';
import { type DocumentReport, reportOf } from '../../../server/src/reports/report/report.ts';
import { check, TODAY } from '../../helpers/check.ts';
import { reportable } from './samples.ts';

const TEXT = `kind: work-system
format: 1
title: Lettings
security_lead: owner
roles:
  owner: { name: The owner }
customers:
  landlords: { name: Landlords, receives: [statement] }
products:
  statement: { name: Statement, contains: [tenant-file] }
activities:
  let: { name: Letting, performed_by: [agents], uses: [tenant-file], produces: [statement] }
participants:
  agents:
    name: Agents
    training: { ask_later: { who: owner, by: 2026-12-15 } }
  cleaners: { name: Cleaners }
information:
  tenant-file:
    name: Tenant file
    sensitivity: confidential
    owner: owner
    accuracy_check: { who: agents, when: Each spring, how: They ring up }
incident_response: { not_applicable: { because: Nothing can happen, decided_by: owner } }
waivers:
  - { rule: products/no-safeguards, at: products.statement, because: A new one comes, decided_by: owner, until: 2026-11-22 }
  - { rule: customers/misuse-unchecked, at: customers.landlords, because: They signed, decided_by: The board, until: 2027-06-30 }
# worksec-disable-next-line strategies/no-security-aim: It is being written
strategies: {}
`;

const only = (text: string): DocumentReport => reportOf([reportable(text)], { today: TODAY }).documents[0]!;

const report = only(TEXT);
const area = (id: string) => report.areas.find((each) => each.id === id)!;
const point = (rule: string) => report.areas.flatMap(({ open }) => open).find((each) => each.rule === rule);

describe('the report of a description', () => {
  it('asks those who look after a thing or work with it, and else whoever answers for security', () => {
    expect(point('products/no-safeguards')!.items[0]).toMatchObject({ about: 'Statement', who: ['Agents'], line: 10 });
    expect(point('information/unprotected')!.items[0]).toMatchObject({ about: 'Tenant file', who: ['The owner'] });
    expect(point('environment/no-threat-watch')!.items[0]!.who).toEqual(['The owner']);
    expect(report.people.map(({ name }) => name)).toEqual(['Agents', 'The owner', 'Cleaners']);
  });

  it('lists what was put off with who settles it by when', () => {
    const later = point('participants/training-missing')!;
    expect(later.severity).toBeUndefined();
    expect(later.items).toMatchObject([{ about: 'Agents', who: ['The owner'], by: '2026-12-15' }]);
  });

  it('puts together the items a question is open for', () => {
    const unclassified = only('kind: work-system\nformat: 1\ntitle: x\ninformation: { a: One, b: Two }\n');
    const [open] = unclassified.areas.find(({ id }) => id === 'information')!.open;
    expect(open).toMatchObject({ question: 'Information not classified', items: [{ about: 'a' }, { about: 'b' }] });
  });

  it('tells answers with who, how and when', () => {
    const watched = TEXT.replace(
      'performed_by: [agents]',
      'performed_by: [agents], watched_by: { who: owner, how: Reads ten letters, every: month }',
    );
    const { answers } = only(watched).areas.find(({ id }) => id === 'activities')!;
    expect(answers.find(({ field }) => field === 'Who would notice that rules are skipped')).toEqual({
      rule: 'activities/unwatched',
      at: 'activities.let',
      about: 'Letting',
      line: 12,
      field: 'Who would notice that rules are skipped',
      who: ['The owner'],
      how: [{ text: 'Reads ten letters' }],
      when: [{ text: 'every month' }],
    });
    expect(area('information').answers.find(({ field }) => field === 'Who decides who may see it')).toMatchObject({
      about: 'Tenant file',
      who: ['The owner'],
      how: [],
    });
  });

  it('lists every exception with its decider and end, what has ended first', () => {
    expect(report.exceptions.map(({ kind, about, who, until, state }) => [kind, about, who, until, state])).toEqual([
      ['waiver', 'Statement', 'The owner', '2026-11-22', 'ended'],
      ['ask_later', 'Agents: training', 'The owner', '2026-12-15', 'ending'],
      ['waiver', 'Landlords', 'The board', '2027-06-30', 'holds'],
      ['not_applicable', 'Incident response', 'The owner', undefined, 'holds'],
      ['comment', 'Strategies, work system', undefined, undefined, 'holds'],
    ]);
  });

  it('says in a few sentences how things stand', () => {
    expect(report.summary.join('\n')).toMatchInlineSnapshot(`
      "7 of 20 questions are answered, 1 of them by saying that it does not arise; 11 are open, and 2 are accepted for now.
      Most open questions are under Participants (4), Activities (3) and Information (2).
      Look first at the 4 warnings.
      Most open points could be answered by Agents (7), The owner (6) and Cleaners (1).
      5 exceptions are written down; 1 has ended and 1 ends within 30 days."
    `);
  });

  it('tells what came and went since an earlier state', () => {
    const earlier = TEXT.replace('    owner: owner\n', '');
    const [now] = reportOf([reportable(TEXT, { before: check(earlier) })], { today: TODAY, since: 'main' }).documents;
    expect(now!.since!.closed.map(({ rule }) => rule)).toContain('information/no-owner');
    expect(now!.since!.created).toEqual([]);
    expect(now!.summary.at(-1)).toMatch(/^Since then 0 are new and \d closed; of the questions, /);
  });

  it('speaks of a file that cannot be read, and of one that is empty', () => {
    expect(only('kind: work-system\nformat: 1\ntitle: [\n').summary[0]).toBe(
      'The text cannot be read here, so nothing can be asked yet.',
    );
    expect(reportOf([reportable('')], { today: TODAY }).documents).toHaveLength(1);
  });
});

describe('the report of several documents', () => {
  it('tells what they share, by id or by name', () => {
    const one =
      'kind: work-system\nformat: 1\ntitle: One\ntechnologies: { mail: Mail, drive: { name: Shared drive } }\n';
    const two = one.replace('One', 'Two').replace('drive: {', 'cloud: {').replace('mail: Mail, ', '');
    const { shared } = reportOf(
      [one, two].map((text, i) => reportable(text, { checked: check(text, { file: `${i}.work-system.yaml` }) })),
      { today: TODAY },
    );
    expect(shared).toEqual([
      {
        section: 'technologies',
        name: 'Shared drive',
        in: [
          { file: '0.work-system.yaml', open: expect.any(Number) },
          { file: '1.work-system.yaml', open: expect.any(Number) },
        ],
      },
    ]);
  });
});
