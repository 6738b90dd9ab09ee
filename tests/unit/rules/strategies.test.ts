import { describe, expect, it } from 'vitest';
import { fixedBy, speaksAt, told } from '../../helpers/told.ts';

const FILE = 'information: { claim-file: { sensitivity: confidential } }\n';
const LATER = '{ ask_later: { who: team leader, by: 2027-01-31 } }';

describe('strategies/no-security-aim', () => {
  const rule = 'strategies/no-security-aim';

  it.each([
    ['nothing is said', '', true],
    ['an aim that is not about security', 'strategies: { work_system: Decide quickly }\n', true],
    ['a sentence', 'strategies: { work_system: { security: No file leaves the office } }\n', false],
    ['the department says it', 'strategies: { department: { security: No file leaves } }\n', false],
    ['the organisation says it', 'strategies: { organisation: { security: { aim: No file leaves } } }\n', false],
    ['the organisation has another aim', 'strategies: { organisation: Grow }\n', true],
    ['the organisation says it later', `strategies: { organisation: ${LATER} }\n`, false],
    ['a blank is left to wording/placeholder', 'strategies: { work_system: { security: } }\n', false],
    ['somebody settles it', `strategies: { work_system: { security: ${LATER} } }\n`, false],
    ['somebody settles the whole section', `strategies: ${LATER}\n`, false],
  ])('%s', (_what, strategies, speaks) => {
    expect(speaksAt(rule, FILE + strategies)).toEqual(speaks ? ['strategies.work_system'] : []);
  });

  it('waits for sensitive information', () => {
    expect(speaksAt(rule, 'information: { claim-file: { sensitivity: internal } }\n')).toEqual([]);
  });

  it('stands at the section, else at the title', () => {
    expect(told(rule, FILE)).toEqual([
      {
        at: 'strategies.work_system',
        marks: 'Claims',
        message: 'What does this work system aim for in security?',
        beside: [],
        fixes: ['State an aim'],
      },
    ]);
    expect(told(rule, `${FILE}strategies: { work_system: Decide quickly }\n`)[0]?.marks).toBe('strategies');
  });

  it('keeps the aim there is', () => {
    expect(fixedBy(rule, 'State an aim', `${FILE}strategies:\n  work_system: Decide quickly\n`)).toBe(
      `${FILE}strategies:\n  work_system:\n    aim: Decide quickly\n` +
        '    # What does this work system aim for in security?\n' +
        '    security:\n      aim:\n      measure:\n',
    );
  });
});

describe('strategies/departure-not-weighed', () => {
  const rule = 'strategies/departure-not-weighed';
  const policies = 'environment: { policies: { desk: { name: Clear desk }, phone: P } }\n';
  const body = (exceptions: string, strategies = ''): string =>
    `activities: { assess: { exception_to: ${exceptions} } }\n${policies}${strategies}`;

  it.each([
    ['not weighed', '[desk]', '', ['activities.assess.exception_to.0']],
    ['a single id', 'desk', '', ['activities.assess.exception_to']],
    ['weighed', '[desk]', 'strategies: { differences: [{ what: Files stay, policy: desk }] }\n', []],
    ['in words only', '[desk]', 'strategies: { differences: [Files stay] }\n', ['activities.assess.exception_to.0']],
    [
      'another policy',
      '[desk, phone]',
      'strategies: { differences: [{ policy: desk }] }\n',
      ['activities.assess.exception_to.1'],
    ],
    ['an unknown policy has its own finding', '[door]', '', []],
    ['somebody weighs it later', '[desk]', `strategies: { differences: ${LATER} }\n`, []],
  ])('%s', (_what, exceptions, strategies, at) => {
    expect(speaksAt(rule, body(exceptions, strategies))).toEqual(at);
  });

  it('underlines the policy and adds the difference', () => {
    expect(told(rule, body('[desk]'))).toEqual([
      {
        at: 'activities.assess.exception_to.0',
        marks: 'desk',
        message: 'This departs from Clear desk. Were gains and problems weighed?',
        beside: ['desk: The policy'],
        fixes: ['Add the difference'],
      },
    ]);
    expect(fixedBy(rule, 'Add the difference', body('[desk]', 'strategies:\n  differences: []\n'))).toContain(
      'policy: desk',
    );
  });
});

describe('strategies/difference-half-described', () => {
  const rule = 'strategies/difference-half-described';
  const body = (entry: string): string => `strategies: { differences: [${entry}] }\n`;

  it.each([
    ['a sentence', 'Files stay', ['what is gained, what it costs or who decided it']],
    ['no decider', '{ benefits: Quick, problems: Seen }', ['who decided it']],
    ['a blank decider', '{ benefits: Quick, problems: Seen, decided_by: }', ['who decided it']],
    ['blank gains are left to wording/placeholder', '{ benefits: , problems: Seen, decided_by: lead }', []],
    ['all three', '{ benefits: Quick, problems: Seen, decided_by: lead }', []],
    ['somebody settles it', LATER, []],
    ['nowhere', '', []],
  ])('%s', (_what, entry, slots) => {
    expect(told(rule, body(entry)).map(({ message }) => message)).toEqual(
      slots.map((words) => `This difference does not yet say ${words}.`),
    );
  });

  it('inserts the missing slots', () => {
    expect(told(rule, body('Files stay'))[0]).toMatchObject({
      at: 'strategies.differences.0',
      marks: 'Files stay',
      fixes: ['Insert the missing slots'],
    });
    expect(fixedBy(rule, 'Insert the missing slots', 'strategies:\n  differences:\n    - Files stay\n')).toBe(
      'strategies:\n  differences:\n    - what: Files stay\n      benefits:\n      problems:\n      decided_by:\n',
    );
  });
});
