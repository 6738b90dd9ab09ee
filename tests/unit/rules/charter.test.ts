import { describe, expect, it } from 'vitest';
import { described, fixed, says, speaks } from '../../helpers/charter.ts';
import { check } from '../../helpers/check.ts';

const TOUCHED = 'information_touched: [claim file]\n';
const LATER = '{ ask_later: { who: manager, by: 2027-01-31 } }';
const NO = '{ not_applicable: { because: Not here, decided_by: manager } }';

describe('charter/phase-missing', () => {
  const rule = 'charter/phase-missing';

  it.each([
    ['no phases at all', '', false],
    ['phases, but nothing in them', 'phases:\n', true],
    ['one of four', 'phases: { initiation: { owner: manager } }\n', true],
    [
      'all four, one still blank',
      'phases: { initiation: { owner: a }, development: , implementation: { owner: a }, operation_and_maintenance: { owner: a } }\n',
      false,
    ],
    [
      'one does not apply and one comes later',
      `phases: { initiation: { owner: a }, development: ${NO}, implementation: ${LATER}, operation_and_maintenance: { owner: a } }\n`,
      false,
    ],
    ['phases are settled later', `phases: ${LATER}\n`, false],
  ])('%s', (_what, phases, expected) => {
    expect(speaks(rule, TOUCHED + phases)).toEqual(expected ? ['phases'] : []);
  });

  it('stays quiet where nothing sensitive is touched', () => {
    expect(speaks(rule, 'phases: { initiation: { owner: manager } }\n')).toEqual([]);
  });

  it('names what is missing and inserts each', () => {
    const body = `${TOUCHED}phases:\n  initiation:\n    owner: manager\n  implementation:\n    owner: manager\n`;
    expect(says(rule, body)).toEqual([
      {
        at: 'phases',
        marks: 'phases',
        message:
          'Not planned here: development and operation and maintenance. Nothing can be said about security in them.',
        beside: [],
        fixes: ['Insert the phase “development”', 'Insert the phase “operation and maintenance”'],
      },
    ]);
    expect(fixed(rule, 'Insert the phase “development”', body)).toBe(`${body}  development:\n    owner:\n`);
  });

  it('needs no name for a single phase', () => {
    const body = `${TOUCHED}phases: { initiation: { owner: a }, development: { owner: a }, implementation: { owner: a } }\n`;
    expect(says(rule, body)[0]?.fixes).toEqual(['Insert the phase']);
  });
});

describe('charter/no-security-accountable', () => {
  const rule = 'charter/no-security-accountable';

  it.each([
    ['absent', '', true],
    ['a post', 'security_accountable: office manager\n', false],
    ['blank is left to wording/placeholder', 'security_accountable:\n', false],
    ['does not apply', `security_accountable: ${NO}\n`, false],
    ['settled later', `security_accountable: ${LATER}\n`, false],
    ['a wrong shape', 'security_accountable: [a, b]\n', false],
  ])('%s', (_what, more, expected) => {
    expect(speaks(rule, TOUCHED + more)).toEqual(expected ? ['security_accountable'] : []);
  });

  it('sits on the title, or on the kind where there is none', () => {
    expect(says(rule, TOUCHED)).toEqual([
      {
        at: 'security_accountable',
        marks: 'Claims portal',
        message: 'Who answers for security in this project?',
        beside: [],
        fixes: ['Name a post'],
      },
    ]);
    const text = `kind: project-charter\n${TOUCHED}`;
    const finding = check(text).findings.find((each) => each.rule === rule);
    expect(text.slice(finding?.span.start, finding?.span.end)).toBe('kind');
  });
});

describe('charter/only-speed-objectives', () => {
  const rule = 'charter/only-speed-objectives';
  const objectives = (...kinds: string[]): string =>
    `${TOUCHED}objectives: [${kinds.map((kind) => `{ text: An aim, kind: ${kind} }`).join(', ')}]\n`;

  it.each([
    ['none', TOUCHED, false],
    ['an empty list', `${TOUCHED}objectives: []\n`, false],
    ['speed alone', objectives('speed'), true],
    ['speed, volume and cost', objectives('speed', 'volume', 'cost'), true],
    ['one of quality', objectives('speed', 'quality'), false],
    ['one of protection', objectives('speed', 'protection'), false],
    ['a plain sentence has no kind', `${TOUCHED}objectives: [Be fast]\n`, false],
    ['one that is still blank', `${objectives('speed').replace(']\n', ', { text: , kind: protection }]\n')}`, true],
    ['blank ones alone', `${TOUCHED}objectives: [{ text: , kind: speed }]\n`, false],
    ['a kind with a mistake', objectives('speed', 'sped'), false],
    ['nothing sensitive', objectives('speed').replace(TOUCHED, ''), false],
  ])('%s', (_what, body, expected) => {
    expect(speaks(rule, body)).toEqual(expected ? ['objectives'] : []);
  });

  it('names each kind once and adds an objective', () => {
    const body = objectives('speed', 'cost', 'speed');
    expect(says(rule, body)).toEqual([
      {
        at: 'objectives',
        marks: 'objectives',
        message: 'All objectives push for speed and cost; none protects anything.',
        beside: [],
        fixes: ['Add an objective'],
      },
    ]);
    expect(fixed(rule, 'Add an objective', `${TOUCHED}objectives:\n  - { text: Fast, kind: speed }\n`)).toBe(
      `${TOUCHED}objectives:\n  - { text: Fast, kind: speed }\n  - text:\n    kind: protection\n    measure:\n`,
    );
  });
});

describe('charter/risk-accepted-by-nobody', () => {
  const rule = 'charter/risk-accepted-by-nobody';
  const risk = (fields: string): string =>
    `risks:\n  old-link: { text: Old links, category: security, status: accepted${fields} }\n`;

  it.each([
    ['by nobody', risk(''), 'risks.old-link'],
    ['by somebody, for ever', risk(', accepted_by: director'), 'risks.old-link'],
    ['until a day, by nobody', risk(', until: 2027-01-31'), 'risks.old-link'],
    ['by somebody, until a day to come', risk(', accepted_by: director, until: 2026-11-24'), undefined],
    ['until today', risk(', accepted_by: director, until: 2026-11-23'), undefined],
    ['until yesterday', risk(', accepted_by: director, until: 2026-11-22'), 'risks.old-link.until'],
    ['the day is no date', risk(', accepted_by: director, until: soon'), undefined],
    ['blank slots are no answer', risk(', accepted_by: , until: '), 'risks.old-link'],
    ['the last day comes later', risk(`, accepted_by: director, until: ${LATER}`), undefined],
    ['a risk of another category', risk('').replace('security', 'cost'), undefined],
    ['an open risk', risk('').replace('accepted', 'open'), undefined],
  ])('%s', (_what, body, expected) => {
    expect(speaks(rule, body)).toEqual(expected ? [expected] : []);
  });

  it('sits on the status, or on the day that has passed', () => {
    const [missing] = says(rule, risk(''));
    expect([missing?.marks, missing?.message, missing?.fixes]).toEqual([
      'accepted',
      'This risk is accepted. By whom, and until when?',
      ['Insert the missing slots'],
    ]);
    const [passed] = says(rule, risk(', accepted_by: director, until: 2026-01-31'));
    expect([passed?.marks, passed?.fixes]).toEqual(['2026-01-31', ['Set a new date']]);
    expect(fixed(rule, 'Insert the missing slots', risk(', until: 2027-01-31'))).toBe(
      risk(', until: 2027-01-31, accepted_by:'),
    );
  });

  it('shows the default that supplies a day', () => {
    const body = `defaults: { risks: { until: 2026-01-31, accepted_by: director } }\n${risk('')}`;
    expect(says(rule, body).map(({ at, marks, beside }) => [at, marks, beside])).toEqual([
      ['risks.old-link.until', 'old-link', ['until: This comes from the defaults for risks']],
    ]);
  });
});

describe('a charter that says what is needed', () => {
  it('gives nothing from the rules about the project as a whole', () => {
    const body = `work_system: "#claims"\nsecurity_accountable: office manager\nobjectives: [{ text: No photo on a private phone, kind: protection }]\n${TOUCHED}${described('claims', 'state: as-is\n')}`;
    const spoken = check(`kind: project-charter\nformat: 1\ntitle: Claims portal\n${body}`).findings;
    expect(spoken.filter(({ rule }) => rule.startsWith('charter/'))).toEqual([]);
  });
});
