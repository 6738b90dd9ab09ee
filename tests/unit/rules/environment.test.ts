import { describe, expect, it } from 'vitest';
import { fixedBy, speaksAt, told } from '../../helpers/told.ts';

const policy = (fields: string): string => `environment: { policies: { infosec: ${fields} } }\n`;
const PEOPLE = 'participants: { handlers: Claims handlers, temps: Temps }\n';
/** Handlers and temps do work with a sensitive item; both groups are handlers in the sense of the rules. */
const WORK = `activities: { assess: { performed_by: [handlers, temps], uses: claim-file } }
information: { claim-file: { sensitivity: confidential } }
${PEOPLE}`;

describe('environment/policy-unknown-to-anyone', () => {
  const rule = 'environment/policy-unknown-to-anyone';
  const at = 'environment.policies.infosec';

  it.each([
    ['a policy given as a plain sentence', 'Lock your screen', true],
    ['an empty list', '{ known_by: [] }', true],
    ['a group knows it', '{ known_by: handlers }', false],
    ['a blank is left to wording/placeholder', '{ known_by: }', false],
    ['still being written', '{ form: in-development }', false],
    ['unwritten', '{ form: informal }', true],
  ])('%s', (_what, fields, speaks) => {
    expect(speaksAt(rule, PEOPLE + policy(fields))).toEqual(speaks ? [at] : []);
  });

  it('waits for somebody who could know it', () => {
    expect(speaksAt(rule, policy('{ form: formal }'))).toEqual([]);
  });

  it('asks who knows it', () => {
    expect(told(rule, PEOPLE + policy('{ name: Information security, form: formal }'))).toEqual([
      {
        at,
        marks: 'infosec',
        message: 'There is a policy, Information security. Who knows it?',
        beside: [],
        fixes: ['Name the groups that know it'],
      },
    ]);
  });

  it('is rolled up on the key of the policies', () => {
    const two = (first: string): string =>
      `${PEOPLE}environment: { policies: { infosec: ${first}, clear-desk: Tidy up } }\n`;
    expect(told(rule, two('Lock your screen'))).toMatchObject([{ at: 'environment.policies', marks: 'policies' }]);
    expect(speaksAt(rule, two('{ known_by: temps }'))).toEqual(['environment.policies.clear-desk']);
  });
});

describe('environment/policy-unknown-to-group', () => {
  const rule = 'environment/policy-unknown-to-group';

  it.each([
    ['one of two handler groups', '{ known_by: [handlers] }', true],
    ['both', '{ known_by: [temps, handlers] }', false],
    ['nobody is left to the rule above', '{ known_by: [] }', false],
    ['an id that leads nowhere is nobody', '{ known_by: [handlerz-2] }', false],
    ['not meant for the others', '{ known_by: [handlers], applies_to: handlers }', false],
    ['meant for both', '{ known_by: [handlers], applies_to: [handlers, temps] }', true],
    ['an empty applies_to means all', '{ known_by: [handlers], applies_to: [] }', true],
    ['still being written', '{ known_by: [handlers], form: in-development }', false],
  ])('%s', (_what, fields, speaks) => {
    expect(speaksAt(rule, WORK + policy(fields))).toEqual(speaks ? ['environment.policies.infosec.known_by'] : []);
  });

  it('asks nothing for groups that handle nothing sensitive', () => {
    expect(speaksAt(rule, WORK.replace('confidential', 'internal') + policy('{ known_by: [handlers] }'))).toEqual([]);
  });

  it('names the groups, and adds them or leaves them out', () => {
    const body = WORK + policy('{ known_by: [handlers] }');
    expect(told(rule, body)).toEqual([
      {
        at: 'environment.policies.infosec.known_by',
        marks: '[handlers]',
        message: 'temps handle sensitive information but are not among those who know infosec.',
        beside: ['temps: temps handle claim-file'],
        fixes: ['Add the group once they know it', 'Narrow applies_to'],
      },
    ]);
    expect(fixedBy(rule, 'Add the group once they know it', body)).toContain('{ known_by: [handlers, temps] }');
    expect(fixedBy(rule, 'Narrow applies_to', body)).toContain('{ known_by: [handlers], applies_to: [] }');
    const meant = WORK + policy('{ known_by: [handlers], applies_to: [handlers, temps] }');
    expect(fixedBy(rule, 'Narrow applies_to', meant)).toContain('{ known_by: [handlers], applies_to: [handlers] }');
  });
});

describe('environment/policy-unknown-to-group, with a list from the defaults', () => {
  it('keeps what the default says', () => {
    const body = `defaults: { policies: { known_by: [handlers] } }\n${WORK}${policy('Lock your screen')}`;
    expect(fixedBy('environment/policy-unknown-to-group', 'Add the group once they know it', body)).toContain(
      'known_by: [handlers, temps]',
    );
  });
});

describe('environment/policy-touches-nothing', () => {
  const rule = 'environment/policy-touches-nothing';
  const FREE = WORK + policy('{ form: formal }');

  it.each([
    ['an activity follows it', FREE.replace('uses:', 'follows: infosec, uses:')],
    ['an activity departs from it on purpose', FREE.replace('uses:', 'exception_to: infosec, uses:')],
    ['a group knows it', FREE.replace('temps: Temps', 'temps: { awareness: { policies: infosec } }')],
    ['a group is taught it', FREE.replace('temps: Temps', 'temps: { training: { covers: [infosec] } }')],
    ['it protects something', FREE.replace('confidential', 'confidential, protections: [infosec]')],
    ['no work touches anything sensitive', FREE.replace('confidential', 'internal')],
  ])('is quiet: %s', (_what, body) => {
    expect(speaksAt(rule, body)).toEqual([]);
  });

  it('takes a control of the same name for the control', () => {
    const body = FREE.replace('confidential', 'confidential, protections: [infosec]');
    expect(speaksAt(rule, `${body}controls: { infosec: A lock }\n`)).toEqual(['environment.policies.infosec']);
  });

  it('offers the touching activities', () => {
    expect(told(rule, FREE)).toEqual([
      {
        at: 'environment.policies.infosec',
        marks: 'infosec',
        message: 'No step, training or protection described here refers to infosec.',
        beside: [],
        fixes: ['Link it to activity “assess”'],
      },
    ]);
    expect(fixedBy(rule, 'Link it to activity “assess”', FREE)).toContain('uses: claim-file, follows: [infosec] }');
  });

  it('is rolled up until one policy is linked', () => {
    const two = `${WORK}environment: { policies: { infosec: A rule, clear-desk: Tidy up } }\n`;
    expect(speaksAt(rule, two)).toEqual(['environment.policies']);
    expect(speaksAt(rule, two.replace('uses:', 'follows: infosec, uses:'))).toEqual([
      'environment.policies.clear-desk',
    ]);
  });
});

describe('environment/unwritten-policy-alone', () => {
  const rule = 'environment/unwritten-policy-alone';
  const at = 'environment.policies.clear-desk.form';
  const body = (activity: string, item: string, form = 'informal', more = ''): string =>
    `activities: { assess: { uses: claim-file${activity} } }
information: { claim-file: { sensitivity: confidential${item} } }
environment: { policies: { clear-desk: { form: ${form} }, infosec: { form: formal } } }
controls: { lock: A lock${more} }
`;

  it.each([
    ['all that an activity follows', body(', follows: clear-desk', ''), true],
    ['being written', body(', follows: clear-desk', '', 'in-development'), true],
    ['written', body(', follows: clear-desk', '', 'formal'), false],
    ['a security step', body(', follows: clear-desk, security_steps: lock', ''), false],
    ['security steps still empty', body(', follows: clear-desk, security_steps: []', ''), true],
    ['another policy too', body(', follows: [clear-desk, infosec]', ''), false],
    ['all that protects an item', body('', ', protections: clear-desk'), true],
    ['a control too', body('', ', protections: [clear-desk, lock]'), false],
    ['a phrase too', body('', ', protections: [clear-desk, a good lock]'), false],
    [
      'a control that names the item',
      body('', ', protections: clear-desk', 'informal', ', log: { protects: claim-file }'),
      false,
    ],
  ])('%s', (_what, text, speaks) => {
    expect(speaksAt(rule, text)).toEqual(speaks ? [at] : []);
  });

  it('speaks once, and offers each place', () => {
    const text = body(', follows: clear-desk', ', protections: [clear-desk]');
    expect(told(rule, text)).toEqual([
      {
        at,
        marks: 'informal',
        message: 'An unwritten rule is all that protects assess and claim-file.',
        beside: ['assess: assess has no security step', 'claim-file: claim-file has no control'],
        fixes: ['Add a control'],
      },
    ]);
    const fixed = fixedBy(rule, 'Add a control', text);
    expect(fixed).toContain('follows: clear-desk, security_steps: [] }');
    expect(fixed).toContain('protections: [clear-desk, null] }');
  });
});

describe('environment/no-threat-watch', () => {
  const rule = 'environment/no-threat-watch';
  const SENSITIVE = 'information: { claim-file: { sensitivity: confidential } }\n';
  const told1 = (body: string) => told(rule, SENSITIVE + body);

  it.each([
    ['nothing sensitive', 'information: { claim-file: { sensitivity: internal } }\n', false],
    ['nobody', SENSITIVE, true],
    ['somebody', `${SENSITIVE}environment: { threat_watch: The manager reads the alerts each month }\n`, false],
    ['a blank is left to wording/placeholder', `${SENSITIVE}environment: { threat_watch: }\n`, false],
    [
      'it does not apply',
      `${SENSITIVE}environment: { not_applicable: { because: Done by head office, decided_by: manager } }\n`,
      false,
    ],
    ['a wrong shape has its own finding', `${SENSITIVE}environment: quiet\n`, false],
  ])('%s', (_what, body, speaks) => {
    expect(speaksAt(rule, body)).toEqual(speaks ? ['environment'] : []);
  });

  it('sits on the environment, else on the title', () => {
    expect(told1('environment: { conditions: { law: Data protection } }\n')).toMatchObject([{ marks: 'environment' }]);
    expect(told1('')).toEqual([
      {
        at: 'environment',
        marks: 'Claims',
        message: 'Who keeps an eye on new frauds and threats for this work, and how often?',
        beside: [],
        fixes: ['Say who looks, how and how often'],
      },
    ]);
  });
});

describe('environment/knowledge-unproven', () => {
  const rule = 'environment/knowledge-unproven';
  const at = 'environment.policies.infosec';
  const known = (evidence: string): string => `${PEOPLE}${policy(`{ known_by: [handlers]${evidence} }`)}`;

  it.each([
    ['no evidence', '', [at]],
    ['evidence in words', ', evidence: A quiz each June', []],
    ['a year old to the day', ', evidence: { what: A quiz, date: 2025-11-23 }', []],
    ['a day older', ', evidence: { what: A quiz, date: 2025-11-22 }', [`${at}.evidence.date`]],
    ['without a date', ', evidence: { what: A quiz }', []],
    ['a date that is none has its own finding', ', evidence: { what: A quiz, date: last June }', []],
    ['it does not apply', ', evidence: { not_applicable: { because: New today, decided_by: manager } }', []],
  ])('%s', (_what, evidence, paths) => {
    expect(speaksAt(rule, known(evidence))).toEqual(paths);
  });

  it('asks nothing while nobody knows it', () => {
    expect(speaksAt(rule, PEOPLE + policy('{ known_by: [] }'))).toEqual([]);
  });

  it('sits on the old date', () => {
    expect(told(rule, known(', evidence: { what: A quiz, date: 2025-06-01 }'))).toEqual([
      {
        at: `${at}.evidence.date`,
        marks: '2025-06-01',
        message: 'How do you know that handlers know infosec?',
        beside: [],
        fixes: ['Say how you know'],
      },
    ]);
  });

  it('follows its setting and counts from today', () => {
    const body = known(', evidence: { what: A quiz, date: 2026-06-01 }');
    expect(speaksAt(rule, body, { settings: { evidence_max_age_months: 3 } })).toEqual([`${at}.evidence.date`]);
    expect(speaksAt(rule, body, { today: '2027-06-02' })).toEqual([`${at}.evidence.date`]);
  });

  it('counts old evidence as a start, so that the others are asked one by one', () => {
    const body = `${PEOPLE}environment:
  policies:
    infosec: { known_by: handlers, evidence: { what: A quiz, date: 2025-06-01 } }
    clear-desk: { known_by: handlers }
    no-chat: { known_by: handlers }
`;
    expect(speaksAt(rule, body)).toEqual([
      'environment.policies.infosec.evidence.date',
      'environment.policies.clear-desk',
      'environment.policies.no-chat',
    ]);
  });
});
