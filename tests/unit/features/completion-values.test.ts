import { describe, expect, it } from 'vitest';
import { CompletionItemKind } from 'vscode-languageserver';
import { completing } from '../../helpers/completing.ts';

const HEAD = `kind: work-system
format: 1
title: Motor claims intake
roles:
  claims-manager: Leads the department
participants:
  handlers:
    name: Claims handlers
    description: Six people who decide
  clerks: Two people who file
information:
  claim-file:
    description: Everything known about one claim
    sensitivity: confidential
  phone-notes: What was said on the telephone
technologies:
  claims-desk: The program for claims
`;

/** The labels and the text after one of them was taken, for lines behind a description of claims. */
const at = (lines: string) => completing(`${HEAD}${lines}`);
const after = (lines: string, label: string) => at(lines).take(label).slice(HEAD.length);

describe('words of a choice', () => {
  const item = (line: string) => `controls:\n  call-back:\n    ${line}`;

  it('are offered behind the key', () => {
    expect(at(item('effort: <|>')).labels.slice(0, 3)).toEqual(['low', 'medium', 'high']);
    expect(after(item('effort: me<|>\n'), 'medium')).toBe(item('effort: medium\n'));
  });

  it('come with a blank right behind the colon', () =>
    expect(after(item('effort:<|>'), 'low')).toBe(item('effort: low')));

  it('leave the comment behind them alone', () => {
    expect(after(item('effort: <|># how much'), 'low')).toBe(item('effort: low # how much'));
    expect(after(item('effort: hi<|>gh # how much'), 'low')).toBe(item('effort: low # how much'));
  });

  it('tell what they mean', () => {
    expect(completing('kind: work-system\ninformation:\n  a: { sensitivity: <|> }').item('restricted')).toMatchObject({
      documentation: 'Grave harm; only a few named people may see it',
      kind: CompletionItemKind.EnumMember,
    });
  });

  it('stay within their quotes', () => {
    expect(after(item(`effort: "l<|>o"`), 'low')).toBe(item(`effort: "low"`));
    expect(after(item(`effort: '<|>'`), 'low')).toBe(item(`effort: 'low'`));
  });

  it('are offered in lists, those that are there left out', () => {
    const involved = (list: string) => `participants:\n  x:\n    involved_in: ${list}\n`;
    const { labels } = completing(`kind: work-system\n${involved('[requirements, <|>]')}`);
    expect(labels).toEqual(['risk-assessment', 'control-trial', 'control-review']);
  });

  it('are the kinds of document', () => {
    expect(completing('kind: <|>\n').labels).toEqual(['work-system', 'project-charter']);
    expect(completing('<|>', { file: 'a.charter.yaml' }).take('kind')).toBe('kind: project-charter');
  });

  it('are true and false where nothing else can stand', () => {
    expect(completing('kind: work-system\nsmall_team: <|>').labels.slice(0, 2)).toEqual(['true', 'false']);
    expect(completing('kind: work-system\ntechnologies:\n  a: { portable: tr<|> }').take('true')).toContain(
      '{ portable: true }',
    );
  });
});

describe('ids', () => {
  const uses = (value: string) => `activities:\n  assess:\n    uses: ${value}\n`;

  it('are those of the section a field leads to', () => {
    expect(at(uses('[<|>]')).labels).toEqual(['claim-file', 'phone-notes']);
    expect(at('activities:\n  assess:\n    performed_by: [<|>]\n').labels).toEqual([
      'handlers',
      'clerks',
      'claims-desk',
    ]);
  });

  it('come with name and description', () => {
    expect(at('activities:\n  assess:\n    performed_by: [<|>]\n').item('handlers')).toMatchObject({
      detail: 'Claims handlers · participants',
      documentation: 'Six people who decide',
    });
    expect(at(uses('[<|>]')).item('phone-notes').documentation).toBe('What was said on the telephone');
  });

  it('are offered in a list, at each place of it', () => {
    expect(after(uses('[<|>]'), 'claim-file')).toBe(uses('[claim-file]'));
    expect(after(uses('[claim-file, <|>]'), 'phone-notes')).toBe(uses('[claim-file, phone-notes]'));
    expect(after(uses('[claim-file,<|>]'), 'phone-notes')).toBe(uses('[claim-file, phone-notes]'));
    expect(after(uses('[ <|> claim-file ]'), 'phone-notes')).toBe(uses('[ phone-notes, claim-file ]'));
    expect(after(uses('[cl<|>aim, phone-notes]'), 'claim-file')).toBe(uses('[claim-file, phone-notes]'));
  });

  it('are offered in a list that is not finished', () => {
    expect(after(uses('[claim-file, <|>').trimEnd(), 'phone-notes')).toBe(uses('[claim-file, phone-notes').trimEnd());
    expect(at(`${uses('[ph<|>')}controls:\n  a: b\n`).labels).toEqual(['claim-file', 'phone-notes']);
  });

  it('that the list has already are left out, before and behind', () => {
    expect(at(uses('[<|>, phone-notes]')).labels).toEqual(['claim-file']);
    expect(at(uses('\n      - claim-file\n      - <|>')).labels).toEqual(['phone-notes']);
    expect(at(uses('\n      - <|>\n      - phone-notes')).labels).toEqual(['claim-file']);
  });

  it('are offered behind a dash', () => {
    expect(after(uses('\n      - <|>'), 'claim-file')).toBe(uses('\n      - claim-file'));
    expect(after(uses('\n      -<|>'), 'claim-file')).toBe(uses('\n      - claim-file'));
    expect(after(uses('\n      - cl<|>aim'), 'claim-file')).toBe(uses('\n      - claim-file'));
  });

  it('come with a dash of their own on a new line', () => {
    expect(after(uses('\n      <|>'), 'claim-file')).toBe(uses('\n      - claim-file'));
    expect(after(uses('\n      - claim-file\n      ph<|>'), 'phone-notes')).toBe(
      uses('\n      - claim-file\n      - phone-notes'),
    );
    expect(after(uses('\n    - claim-file\n    <|>'), 'phone-notes')).toBe(
      uses('\n    - claim-file\n    - phone-notes'),
    );
  });

  it('are offered as a single value', () => {
    expect(after(uses('<|>'), 'claim-file')).toBe(uses('claim-file'));
    expect(after(uses('cla<|>'), 'claim-file')).toBe(uses('claim-file'));
    expect(after(uses('"cla<|>"'), 'claim-file')).toBe(uses('"claim-file"'));
    expect(after(uses('["cla<|>"]'), 'claim-file')).toBe(uses('["claim-file"]'));
  });

  it('are offered in a line that stands below the key', () =>
    expect(after('security_lead:\n  <|>', 'handlers')).toBe('security_lead:\n  handlers'));

  it('that other YAML readers would take for something else come in quotes', () => {
    const text = 'kind: work-system\ninformation:\n  "2024": Figures\nactivities:\n  a: { uses: [<|>] }\n';
    expect(completing(text).take('2024')).toBe(text.replace('<|>', '"2024"'));
  });

  it('of an item itself are left out', () =>
    expect(
      completing(
        `${HEAD}  x: y\n`.replace(
          '  phone-notes: What was said on the telephone',
          '  phone-notes: { built_from: [<|>] }',
        ),
      ).labels,
    ).toEqual(['claim-file']));

  it('of posts and groups answer who', () => {
    expect(at('controls:\n  a: { owner: <|> }').labels.slice(0, 3)).toEqual(['claims-manager', 'handlers', 'clerks']);
    expect(at('controls:\n  a: { owner: <|> }').item('claims-manager').documentation).toBe('Leads the department');
  });

  it('stand beside the topics of a training', () => {
    const { labels } = completing(
      HEAD.replace('    name: Claims handlers', '    training: { covers: [claim-file, <|>] }'),
    );
    expect(labels).toContain('phone-notes');
    expect(labels).toContain('passwords');
    expect(labels).not.toContain('claim-file');
    expect(labels.indexOf('phone-notes')).toBeLessThan(labels.indexOf('passwords'));
  });

  it('of a sentence’s field are offered in its place', () =>
    expect(
      completing(
        `${HEAD}controls:\n  seal: A sealed envelope\nactivities:\n  a:\n    hand_overs:\n      - protected_by: <|>`,
      ).labels.slice(0, 1),
    ).toEqual(['seal']));

  it('are those of an older text while the text is broken', () => {
    const broken = `kind: work-system\ntitle: x\nactivities:\n  a:\n    uses: [<|>\n  oops\n`;
    expect(completing(broken, { before: { 'example.work-system.yaml': HEAD } }).labels).toContain('claim-file');
  });
});

describe('ids in a charter', () => {
  const NOW =
    'kind: work-system\nactivities:\n  plan-visit: x\ninformation:\n  door-codes: x\nparticipants:\n  engineers: x\n';
  const THEN =
    'kind: work-system\ninformation:\n  job-photos: x\nparticipants:\n  dispatchers: x\nroles:\n  owner: x\n';
  const charter = (lines: string, links = '  as_is: now.work-system.yaml\n  to_be: then.work-system.yaml\n') =>
    completing(`kind: project-charter\nwork_system:\n${links}roles:\n  lead: x\nrisks:\n  late: x\n${lines}`, {
      others: { 'now.work-system.yaml': NOW, 'then.work-system.yaml': THEN },
    });

  it('are those of the linked descriptions, the planned one first', () => {
    expect(charter('information_touched: [<|>]').labels.slice(0, 2)).toEqual(['job-photos', 'door-codes']);
    expect(charter('requirements:\n  r: { covers: [<|>] }').labels).toEqual([
      'job-photos',
      'door-codes',
      'dispatchers',
      'engineers',
    ]);
  });

  it('are those of today’s work where that is meant, and of its own risks', () =>
    expect(charter('requirements:\n  r: { addresses: [<|>] }').labels).toEqual(['late', 'plan-visit']));

  it('of posts are its own first', () =>
    expect(charter('sponsor: <|>').labels.slice(0, 4)).toEqual(['lead', 'owner', 'dispatchers', 'engineers']));

  it('follow a plain sentence for the link, and a description in the same file', () => {
    expect(
      completing('kind: project-charter\nwork_system: now.work-system.yaml\ninformation_touched: [<|>]', {
        others: { 'now.work-system.yaml': NOW },
      }).labels.slice(0, 1),
    ).toEqual(['door-codes']);
    const same = `kind: project-charter\nwork_system: { as_is: "#here" }\ninformation_touched: [<|>]\n---\nid: here\n${NOW}`;
    expect(completing(same).labels.slice(0, 1)).toEqual(['door-codes']);
  });

  it('name the stakeholders', () => {
    const { labels, take } = charter('stakeholders:\n  <|>');
    expect(labels.slice(0, 4)).toEqual(['lead', 'owner', 'dispatchers', 'engineers']);
    expect(take('engineers')).toMatch(/stakeholders:\n {2}engineers:\n {4}consulted_on: \[\]$/);
  });
});

describe('links', () => {
  const others = {
    'now.work-system.yaml': 'kind: work-system\ntitle: Repairs today\nstate: as-is\n',
    'plans/next.work-system.yaml': 'kind: work-system\ntitle: Repairs next year\nstate: to-be\n',
    'both.yaml': 'kind: work-system\nid: a\n---\nkind: work-system\nid: b\n',
    'other.charter.yaml': 'kind: project-charter\n',
  };
  const link = (line: string, file = 'x.charter.yaml') =>
    completing(`kind: project-charter\nwork_system:\n  ${line}\n`, { file, others });

  it('are the paths of descriptions, those of the wanted state first', () => {
    expect(link('as_is: <|>').labels.slice(0, 4)).toEqual([
      'now.work-system.yaml',
      'both.yaml#a',
      'both.yaml#b',
      'plans/next.work-system.yaml',
    ]);
    expect(link('to_be: <|>').labels[0]).toBe('plans/next.work-system.yaml');
    expect(link('as_is: <|>').item('now.work-system.yaml').detail).toBe('Repairs today');
  });

  it('are relative to the charter', () => {
    expect(link('as_is: <|>', 'plans/x.charter.yaml').labels).toContain('../now.work-system.yaml');
    expect(link('to_be: ne<|>', 'plans/x.charter.yaml').take('next.work-system.yaml')).toContain(
      'to_be: next.work-system.yaml\n',
    );
  });

  it('lead to a description in the same file by its id', () =>
    expect(
      completing('kind: project-charter\nwork_system:\n  as_is: <|>\n---\nkind: work-system\nid: now\n').take('#now'),
    ).toContain('as_is: "#now"\n'));
});

describe('days and intervals', () => {
  const day = (text: string) => completing(text, { today: '2026-11-23' }).labels.filter((label) => /^\d/.test(label));

  it('lie ahead where something is due', () => {
    expect(day('kind: work-system\nwaivers:\n  - until: <|>')).toEqual([
      '2026-12-23 – in a month',
      '2027-02-23 – in a quarter',
      '2027-05-23 – in half a year',
      '2027-11-23 – in a year',
    ]);
    expect(day('kind: project-charter\nphases:\n  initiation:\n    gate: { date: <|> }')[1]).toBe(
      '2026-11-30 – in a week',
    );
  });

  it('lie behind where something was done', () => {
    const done = day('kind: work-system\ncontrols:\n  a:\n    last_tested: <|>');
    expect(done.slice(0, 2)).toEqual(['2026-11-23 – today', '2026-11-22 – yesterday']);
    expect(day('kind: work-system\nactivities:\n  a:\n    weaknesses_reviewed: { date: <|> }')[0]).toBe(
      '2026-11-23 – today',
    );
  });

  it('are put in as the format writes them', () => {
    const text = 'kind: work-system\ndescribed_on: 20<|>\n';
    expect(completing(text, { today: '2026-11-23' }).take('2026-11-23 – today')).toBe(
      text.replace('20<|>', '2026-11-23'),
    );
  });

  it('or true and false tell of a passed gate', () => {
    const { labels } = completing('kind: project-charter\nphases:\n  initiation:\n    gate: { passed: <|> }');
    expect(labels.slice(0, 3)).toEqual(['true', 'false', '2026-11-23 – today']);
  });

  it('recur in words', () => {
    const { labels, item } = completing('kind: work-system\ncontrols:\n  a: { test_every: <|> }');
    expect(labels.slice(0, 7)).toEqual(['day', 'week', 'two-weeks', 'month', 'quarter', 'half-year', 'year']);
    expect(item('quarter').detail).toBe('every three months');
  });
});

describe('exceptions', () => {
  const waiver = (lines: string) =>
    `${HEAD}activities:\n  assess: { performed_by: [handlers], uses: [claim-file] }\nwaivers:\n${lines}`;

  it('name rules, those that speak in the document first', () => {
    const { items, item } = completing(waiver('  - rule: <|>'));
    expect(items[0]!.sortText).toMatch(/^1/);
    expect(item('information/no-owner')).toMatchObject({ sortText: expect.stringMatching(/^1/) });
    expect(item('information/no-owner').detail).toBeTruthy();
    expect(item('technologies/shared-sign-in').sortText).toMatch(/^2/);
    expect(items.some(({ label }) => /^(format|waivers)\//.test(label))).toBe(false);
  });

  it('name first the rules that speak at their place', () => {
    const { items } = completing(waiver('  - at: information.claim-file\n    rule: inf<|>'));
    expect(items[0]!.sortText).toMatch(/^0/);
    expect(items[0]!.label).toMatch(/^information\//);
  });

  it('name the places where findings are, those of their rule first', () => {
    const { labels, take } = completing(waiver('  - rule: information/no-owner\n    at: <|>\n'));
    expect(labels[0]).toBe('information.claim-file');
    expect(take('participants.handlers')).toContain('    at: participants.handlers\n');
  });

  it('in a comment name the rules that speak on the next line first', () => {
    const text = waiver('').replace('  claim-file:\n', '  # worksec-disable-next-line inf<|>\n  claim-file:\n');
    const { items, take } = completing(text);
    const here = items.filter(({ sortText }) => sortText!.startsWith('0')).map(({ label }) => label);
    expect(here).toContain('information/no-owner');
    expect(here).not.toContain('activities/unwatched');
    expect(take('information/no-owner')).toContain(
      '  # worksec-disable-next-line information/no-owner: \n  claim-file:',
    );
  });

  it('keep the reason in a comment', () => {
    const text = 'kind: work-system\n# worksec-disable-next-line <|>x: It is ours\ntitle: x\n';
    expect(completing(text).take('governance/no-security-lead')).toBe(
      'kind: work-system\n# worksec-disable-next-line governance/no-security-lead: It is ours\ntitle: x\n',
    );
    expect(completing('kind: work-system\n# worksec-disable-next-line a/b: It<|>\n').labels).toEqual([]);
  });

  it('begin a comment', () =>
    expect(completing('kind: work-system\n# works<|>\n').take('worksec-disable-next-line')).toBe(
      'kind: work-system\n# worksec-disable-next-line \n',
    ));
});
