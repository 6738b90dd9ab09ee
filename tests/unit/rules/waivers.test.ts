import { describe, expect, it } from 'vitest';
import { check, pairs } from '../../helpers/check.ts';
import { description, fixedBy, speaksAt, told } from '../../helpers/told.ts';

/** A complete waiver that holds on the day of the tests, with other or further fields. */
const waiver = (fields: Record<string, string> = {}): string => {
  const all = {
    rule: 'snapshot/no-performer',
    because: 'The post is vacant',
    decided_by: 'Ann',
    until: '2027-03-31',
    ...fields,
  };
  return `waivers: [{ ${Object.entries(all)
    .map(([key, value]) => `${key}: ${value}`)
    .join(', ')} }]\n`;
};

const PAY = 'activities: { pay: Pay claims }\n';

describe('waivers/incomplete', () => {
  const rule = 'waivers/incomplete';

  it('names all that is missing and makes room for what is not there', () => {
    const body = 'waivers:\n  - rule: wording/vague\n    because: TBD\n';
    expect(told(rule, body)).toEqual([
      {
        at: 'waivers.0',
        marks: 'rule: wording/vague\n    because: TBD',
        message: 'This exception lacks a reason, who decided it and a last day, so it is not applied.',
        beside: [],
        fixes: ['Insert the missing slots'],
      },
    ]);
    expect(fixedBy(rule, 'Insert the missing slots', body)).toBe(
      'waivers:\n  - rule: wording/vague\n    because: TBD\n    decided_by:\n    until:\n',
    );
  });

  it.each([
    ['blank', '""', true],
    ['a placeholder', 'to be decided', true],
    ['a bare assurance', 'As usual', true],
    ['a reason', 'The post is vacant', false],
  ])('takes a reason that is %s: %s', (_what, because, speaks) => {
    expect(speaksAt(rule, waiver({ because }))).toEqual(speaks ? ['waivers.0'] : []);
  });

  it('does not apply an exception whose place is there but blank, which would cover everything', () => {
    const body = PAY + waiver({ at: '' });
    expect(told(rule, body).map(({ message }) => message)).toEqual([
      'This exception lacks its place, so it is not applied.',
    ]);
    expect(speaksAt('snapshot/no-performer', body)).toEqual(['activities.pay']);
  });

  it('leaves a date that cannot be read to format/bad-date', () => {
    const body = PAY + waiver({ until: 'spring' });
    expect(pairs(check(description(body))).filter((pair) => pair.includes('waivers'))).toEqual([
      'format/bad-date waivers.0.until',
    ]);
    expect(speaksAt('snapshot/no-performer', body)).toEqual(['activities.pay']);
  });

  it('takes a single waiver for a list of one', () => {
    expect(speaksAt(rule, 'waivers: { rule: wording/vague }\n')).toEqual(['waivers']);
  });
});

describe('waivers/expired', () => {
  const rule = 'waivers/expired';

  it.each([
    ['2026-11-22', ['waivers.0.until']],
    ['2026-11-23', []],
  ])('on 23 November, until %s', (until, at) => {
    expect(speaksAt(rule, waiver({ until }))).toEqual(at);
  });

  it('no longer silences anything', () => {
    expect(speaksAt('snapshot/no-performer', PAY + waiver())).toEqual([]);
    expect(speaksAt('snapshot/no-performer', PAY + waiver({ until: '2026-11-22' }))).toEqual(['activities.pay']);
  });

  const NEVER =
    'incident_response: { not_applicable: { because: We hold nothing, decided_by: Ann, until: 2026-06-30 } }\n';
  it('speaks alone of a not_applicable that has ended', () => {
    const body = `${NEVER}information: { file: { sensitivity: restricted } }\n`;
    expect(told(rule, body).map(({ at, marks, message }) => [at, marks, message])).toEqual([
      [
        'incident_response.not_applicable.until',
        '2026-06-30',
        'This exception ended on 2026-06-30. Does it still hold?',
      ],
    ]);
    expect(pairs(check(description(body))).filter((pair) => pair.includes('incident'))).toEqual([
      'waivers/expired incident_response.not_applicable.until',
    ]);
  });

  it('makes room for a new date, or takes the exception out', () => {
    expect(fixedBy(rule, 'Give a new date', waiver({ until: '2026-01-31' }))).toContain('until:  }');
    expect(fixedBy(rule, 'Remove the exception', waiver({ until: '2026-01-31' }))).toBe('waivers: []\n');
    expect(fixedBy(rule, 'Remove the exception', `purpose: Pay\n${NEVER}`)).toBe('purpose: Pay\n');
  });
});

describe('waivers/unknown-rule', () => {
  const rule = 'waivers/unknown-rule';

  it.each([
    [
      'wording/vage',
      'No rule that can be excepted is called “wording/vage”. Did you mean wording/vague?',
      ['Replace with wording/vague'],
    ],
    ['format/yaml-syntax', 'No rule that can be excepted is called “format/yaml-syntax”.', []],
    ['reference/unknown-id', 'No rule that can be excepted is called “reference/unknown-id”.', []],
    ['waivers/unused', 'No rule that can be excepted is called “waivers/unused”.', []],
  ])('%s', (id, message, fixes) => {
    expect(told(rule, waiver({ rule: id }))).toEqual([{ at: 'waivers.0.rule', marks: id, message, beside: [], fixes }]);
  });

  it('leaves a blank to waivers/incomplete', () => {
    expect(speaksAt(rule, waiver({ rule: '' }))).toEqual([]);
  });
});

describe('waivers/orphan-path', () => {
  const rule = 'waivers/orphan-path';
  const BODY = 'participants: { clerks: Claims clerks }\nactivities: { pay: { workarounds: [Calls, Notes] } }\n';

  it.each([
    ['an item', 'participants.clerks', true],
    ['a section', 'activities', true],
    ['an element', 'activities.pay.workarounds.1', true],
    ['a field that is not there yet', 'security_lead', true],
    ['a field of a sentence', 'participants.clerks.training', true],
    ['a field of an element', 'activities.pay.workarounds.0.response', true],
    ['fields of the root that lie below one another', 'strategies.work_system.security', true],
    ['no item', 'participants.temps', false],
    ['no element', 'activities.pay.workarounds.2', false],
    ['no field', 'participants.clerks.taste', false],
    ['an item of a section that is not there', 'customers.shops', false],
  ])('%s: %s', (_what, at, leads) => {
    expect(speaksAt(rule, BODY + waiver({ at }))).toEqual(leads ? [] : ['waivers.0.at']);
  });

  it('mends the key that leads nowhere', () => {
    expect(told(rule, BODY + waiver({ at: 'participants.clerk.training' }))).toEqual([
      {
        at: 'waivers.0.at',
        marks: 'participants.clerk.training',
        message: 'Nothing lies at “participants.clerk.training”, so this exception covers nothing.',
        beside: [],
        fixes: ['Replace with participants.clerks.training'],
      },
    ]);
  });
});

describe('waivers/unused', () => {
  const rule = 'waivers/unused';

  it('speaks once everything is settled', () => {
    expect(told(rule, waiver()).map(({ at, message, fixes }) => [at, message, fixes])).toEqual([
      ['waivers.0', 'This exception is no longer needed.', ['Remove the exception']],
    ]);
    expect(speaksAt(rule, PAY + waiver())).toEqual([]);
    expect(speaksAt(rule, `${PAY}${waiver({ at: 'activities.pay.performed_by' })}`)).toEqual([]);
  });

  it.each([
    ['the rule is off', waiver(), { 'snapshot/no-performer': 'off' as const }],
    ['the group of rules is off', waiver(), { snapshot: 'off' as const }],
    ['waivers/incomplete speaks', waiver({ because: '' }), {}],
    ['waivers/expired speaks', waiver({ until: '2026-01-01' }), {}],
    ['waivers/unknown-rule speaks', waiver({ rule: 'snapshot/no-such' }), {}],
    ['waivers/orphan-path speaks', waiver({ at: 'activities.sort' }), {}],
  ])('is quiet where %s', (_what, body, severity) => {
    expect(speaksAt(rule, body, { settings: { severity } })).toEqual([]);
  });
});

describe('waivers/not-applicable-unexplained', () => {
  const rule = 'waivers/not-applicable-unexplained';
  const body = (inner: string): string => `incident_response: { not_applicable: ${inner} }\n`;

  it.each([
    ['nothing', '', true],
    ['no decider', '{ because: We hold nothing }', true],
    ['a blank reason', '{ because: TBD, decided_by: Ann }', true],
    ['an assurance for a reason', '{ because: not applicable, decided_by: Ann }', true],
    ['a sentence', 'We hold nothing', true],
    ['both', '{ because: We hold nothing, decided_by: Ann }', false],
    ['an end that has passed', '{ until: 2026-01-01 }', false],
  ])('%s', (_what, inner, speaks) => {
    expect(speaksAt(rule, body(inner))).toEqual(speaks ? ['incident_response.not_applicable'] : []);
  });

  it('marks the key, keeps a sentence as the reason, and the asking rule is quiet', () => {
    const text = `incident_response:\n  not_applicable: We hold nothing\ninformation: { file: { sensitivity: restricted } }\n`;
    expect(told(rule, text)).toEqual([
      {
        at: 'incident_response.not_applicable',
        marks: 'not_applicable',
        message: 'Say why this does not apply and who decided it.',
        beside: [],
        fixes: ['Insert the missing slots'],
      },
    ]);
    expect(fixedBy(rule, 'Insert the missing slots', text)).toContain(
      '  not_applicable:\n    because: We hold nothing\n    decided_by:\n',
    );
    expect(speaksAt('governance/no-incident-response', text)).toEqual([]);
  });

  it('finds stand-ins for sections, entries and slots', () => {
    const text =
      'customers: { not_applicable: }\nactivities: { pay: { performed_by: [{ not_applicable: }] } }\n' +
      'defaults: { participants: { training: { covers: { not_applicable: } } } }\nparticipants: { clerks: { count: 2 } }\n';
    expect(speaksAt(rule, text)).toEqual([
      'customers.not_applicable',
      'activities.pay.performed_by.0.not_applicable',
      'defaults.participants.training.covers.not_applicable',
    ]);
  });
});

describe('waivers/ask-later-open-ended', () => {
  const rule = 'waivers/ask-later-open-ended';

  it.each([
    ['nothing', '', true],
    ['no day', '{ who: Ann }', true],
    ['nobody', '{ by: 2027-01-31 }', true],
    ['both', '{ who: Ann, by: 2027-01-31 }', false],
    ['a day that cannot be read, which has its own finding', '{ who: Ann, by: soon }', false],
  ])('%s', (_what, inner, speaks) => {
    expect(speaksAt(rule, `security_lead: { ask_later: ${inner} }\n`)).toEqual(
      speaks ? ['security_lead.ask_later'] : [],
    );
  });

  it('makes room for what is not there', () => {
    expect(fixedBy(rule, 'Insert the missing slots', 'security_lead:\n  ask_later: { who: Ann }\n')).toBe(
      'security_lead:\n  ask_later: { who: Ann, by: }\n',
    );
  });
});

describe('waivers/ask-later-overdue', () => {
  const rule = 'waivers/ask-later-overdue';
  const body = (who: string, by: string): string =>
    `roles:\n  chief: { name: Branch manager }\nactivities:\n  pay:\n    watched_by: { ask_later: { who: ${who}, by: ${by} } }\n`;

  it.each([
    ['2026-11-22', ['activities.pay.watched_by.ask_later.by']],
    ['2026-11-23', []],
  ])('on 23 November, by %s', (by, at) => {
    expect(speaksAt(rule, body('Ann', by))).toEqual(at);
  });

  it.each([
    ['chief', 'Branch manager was to settle this by 2026-10-31.'],
    ['office manager', 'Office manager was to settle this by 2026-10-31.'],
    ['', 'Somebody was to settle this by 2026-10-31.'],
  ])('names %j', (who, message) => {
    expect(told(rule, body(who, '2026-10-31')).map((each) => [each.marks, each.message])).toEqual([
      ['2026-10-31', message],
    ]);
  });

  it('makes room for a new date or for the answer', () => {
    expect(fixedBy(rule, 'Answer now', body('Ann', '2026-10-31'))).toContain(
      'watched_by:\n      who:\n      how:\n      every:\n',
    );
    expect(fixedBy(rule, 'Answer now', 'security_lead: { ask_later: { who: Ann, by: 2026-10-31 } }\n')).toBe(
      'security_lead:\n',
    );
    expect(fixedBy(rule, 'Give a new date', 'security_lead: { ask_later: { who: Ann, by: 2026-10-31 } }\n')).toBe(
      'security_lead: { ask_later: { who: Ann, by:  } }\n',
    );
  });
});

describe('waivers/disable-comment-incomplete', () => {
  const rule = 'waivers/disable-comment-incomplete';
  const body = (comment: string): string => `activities:\n  # worksec-disable-next-line${comment}\n  pay: Pay claims\n`;
  const WRITE = 'Write: # worksec-disable-next-line <rule>: <reason>. Missing:';

  it.each([
    [' snapshot/no-performer', `${WRITE} the reason.`],
    [' snapshot/no-performer:  ', `${WRITE} the reason.`],
    [' snapshot/no-such: The post is vacant', `${WRITE} a rule that can be silenced.`],
    [
      ' snapshot/no-performr',
      `${WRITE} a rule that can be silenced and the reason. Did you mean snapshot/no-performer?`,
    ],
    [' snapshot/no-performer: <reason>', `${WRITE} the reason.`],
    [' waivers/unused: The post is vacant', `${WRITE} a rule that can be silenced.`],
    ['', `${WRITE} a rule that can be silenced and the reason.`],
  ])('%j', (comment, message) => {
    expect(told(rule, body(comment)).map((each) => [each.at, each.marks, each.message])).toEqual([
      ['activities.pay', `# worksec-disable-next-line${comment}`.trimEnd(), message],
    ]);
    expect(speaksAt('snapshot/no-performer', body(comment))).toEqual(['activities.pay']);
  });

  it('leaves a complete comment alone, whether it silences something or not', () => {
    expect(speaksAt(rule, body(' snapshot/no-performer: The post is vacant'))).toEqual([]);
    expect(speaksAt('snapshot/no-performer', body(' snapshot/no-performer: The post is vacant'))).toEqual([]);
    expect(speaksAt(rule, body(' wording/vague: We like it so'))).toEqual([]);
  });

  it.each([
    [' snapshot/no-performer', 'Add a reason', ' snapshot/no-performer: <reason>'],
    [' snapshot/no-performer   :', 'Add a reason', ' snapshot/no-performer: <reason>'],
    [' snapshot/no-performr', 'Add a reason', ' snapshot/no-performer: <reason>'],
    [
      ' snapshot/no-performr: The post is vacant',
      'Replace snapshot/no-performr with snapshot/no-performer',
      ' snapshot/no-performer: The post is vacant',
    ],
  ])('%j: %s', (comment, title, after) => {
    expect(fixedBy(rule, title, body(comment))).toBe(body(after));
  });

  it.each([
    [' snapshot/no-performer: <reason>', []],
    [' waivers/unused: The post is vacant', []],
    [' nothing/of-the-sort: The post is vacant', []],
    ['', []],
  ])('offers for %j: %j', (comment, fixes) => {
    expect(told(rule, body(comment)).map((each) => each.fixes)).toEqual([fixes]);
  });

  it('offers a waiver for what stands below', () => {
    expect(fixedBy(rule, 'Turn into a waiver with an end date', body(' snapshot/no-performer'))).toBe(
      `activities:\n  pay: Pay claims\nwaivers:\n  - rule: snapshot/no-performer\n    at: activities.pay\n    because:\n    decided_by:\n    until:\n`,
    );
  });
});
