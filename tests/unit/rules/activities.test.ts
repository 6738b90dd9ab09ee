import { describe, expect, it } from 'vitest';
import { fixedBy, speaksAt, told } from '../../helpers/told.ts';

const FILE = 'information: { claim-file: { sensitivity: confidential } }\n';
const LATER = '{ ask_later: { who: team leader, by: 2027-01-31 } }';

/** One activity that touches sensitive information. */
const assess = (fields: string, rest = ''): string =>
  `activities: { assess: { uses: [claim-file]${fields && `, ${fields}`} } }\n${FILE}${rest}`;

describe('activities/weaknesses-never-reviewed', () => {
  const rule = 'activities/weaknesses-never-reviewed';

  it.each([
    ['nothing is said', '', true],
    ['an empty list does not say that anyone looked', 'weaknesses: []', true],
    ['a blank list neither', 'weaknesses: ', true],
    ['whoever lists a weak spot has looked', 'weaknesses: [Open files]', false],
    ['somebody lists them later', `weaknesses: ${LATER}`, false],
    ['a review', 'weaknesses: [], weaknesses_reviewed: Walked through in May', false],
    ['a blank review is left to wording/placeholder', 'weaknesses_reviewed: { date: , by: }', false],
  ])('%s', (_what, fields, speaks) => {
    expect(speaksAt(rule, assess(fields))).toEqual(speaks ? ['activities.assess'] : []);
  });

  it('asks of touching activities only', () => {
    expect(speaksAt(rule, 'activities: { assess: { does: Handlers decide } }\n')).toEqual([]);
    expect(
      speaksAt(
        rule,
        `activities: { assess: { produces: letter } }\nproducts: { letter: { contains: claim-file } }\n${FILE}`,
      ),
    ).toEqual(['activities.assess']);
  });

  it('asks once until a weak spot is listed somewhere', () => {
    const two = 'a: { uses: claim-file }, b: { uses: claim-file }';
    expect(speaksAt(rule, `activities: { ${two} }\n${FILE}`)).toEqual(['activities']);
    expect(speaksAt(rule, `activities: { ${two}, c: { uses: claim-file, weaknesses: Open files } }\n${FILE}`)).toEqual([
      'activities.a',
      'activities.b',
    ]);
  });

  it('offers a review or a first weak spot', () => {
    expect(told(rule, assess('weaknesses: []'))).toEqual([
      {
        at: 'activities.assess',
        marks: 'assess',
        message: 'What could go wrong with claim-file in this activity? Nobody seems to have looked yet.',
        beside: ['claim-file: claim-file is confidential'],
        fixes: ['Record a review', 'Add a weakness'],
      },
    ]);
    const lines = 'activities:\n  assess:\n    uses: [claim-file]\n';
    expect(fixedBy(rule, 'Add a weakness', lines + FILE)).toBe(
      `${lines}    weaknesses:\n      - what:\n        response:\n        owner:\n        due:\n${FILE}`,
    );
  });
});

describe('activities/weakness-unanswered', () => {
  const rule = 'activities/weakness-unanswered';
  const body = (weaknesses: string): string => `activities: { assess: { weaknesses: ${weaknesses} } }\n`;
  const full = 'what: Open files, response: Locked trays, owner: office manager';
  const entry = 'activities.assess.weaknesses.0';

  it.each([
    ['a sentence', '[Open files]', [[entry, 'Open files', 'no response, no owner']]],
    ['a single sentence', 'Open files', [['activities.assess.weaknesses', 'Open files', 'no response, no owner']]],
    ['no owner', '[{ response: Trays }]', [[entry, '{ response: Trays }', 'no owner']]],
    ['a blank owner', '[{ response: Trays, owner: }]', [[entry, '{ response: Trays, owner: }', 'no owner']]],
    ['a blank response is left to wording/placeholder', '[{ response: , owner: x }]', []],
    ['owned, without a date', `[{ ${full} }]`, []],
    ['due today', `[{ ${full}, due: 2026-11-23 }]`, []],
    ['due yesterday', `[{ ${full}, due: 2026-11-22 }]`, [[`${entry}.due`, '2026-11-22', 'due on 2026-11-22']]],
    [
      'late and unowned',
      '[{ response: Trays, due: 2026-11-22 }]',
      [[entry, '{ response: Trays, due: 2026-11-22 }', 'no owner, due on 2026-11-22']],
    ],
    ['done', '[{ what: Open files, due: 2026-01-01, done_on: 2026-01-01 }]', []],
    ['somebody settles it', `[${LATER}]`, []],
    ['an empty list', '[]', []],
  ])('%s', (_what, weaknesses, expected) => {
    expect(told(rule, body(weaknesses)).map(({ at, marks, message }) => [at, marks, message])).toEqual(
      expected.map(([at, marks, what]) => [at, marks, `This weakness is known. Still open: ${what}.`]),
    );
  });

  it('speaks of every activity, touching or not, and of each weak spot', () => {
    expect(speaksAt(rule, body('[Open files, Old locks]'))).toEqual([entry, 'activities.assess.weaknesses.1']);
  });

  it('inserts only what is not there', () => {
    const fixes = ['Insert response, owner and date', 'Record as done'];
    expect(told(rule, body('[Open files]'))[0]?.fixes).toEqual(fixes);
    const lines = 'activities:\n  assess:\n    weaknesses:\n';
    expect(fixedBy(rule, fixes[0]!, `${lines}      - Open files\n`)).toBe(
      `${lines}      - what: Open files\n        response:\n        owner:\n        due:\n`,
    );
    expect(fixedBy(rule, fixes[0]!, `${lines}      - response: Trays\n`)).toBe(
      `${lines}      - response: Trays\n        owner:\n        due:\n`,
    );
    expect(told(rule, body(`[{ ${full}, due: 2026-01-01 }]`))[0]?.fixes).toEqual(['Record as done']);
  });
});

describe('activities/unwatched', () => {
  const rule = 'activities/unwatched';

  it.each([
    ['nothing is said', '', true],
    ['a sentence', 'watched_by: The manager reads five notes a week', false],
    ['a bare assurance is left to wording/bare-assurance', 'watched_by: in place', false],
    ['a blank is left to wording/placeholder', 'watched_by: ', false],
  ])('%s', (_what, fields, speaks) => {
    expect(speaksAt(rule, assess(fields))).toEqual(speaks ? ['activities.assess'] : []);
  });

  it('an assurance does not end the roll-up', () => {
    const two = 'a: { uses: claim-file }, b: { uses: claim-file }';
    expect(speaksAt(rule, `activities: { ${two}, c: { uses: claim-file, watched_by: ok } }\n${FILE}`)).toEqual([
      'activities',
    ]);
  });

  it('asks', () => {
    expect(told(rule, assess(''))).toEqual([
      {
        at: 'activities.assess',
        marks: 'assess',
        message: 'Who would notice if the rules were skipped in this activity?',
        beside: ['claim-file: claim-file is confidential'],
        fixes: ['Say who looks, how and how often'],
      },
    ]);
  });
});

describe('activities/goal-conflict-unresolved', () => {
  const rule = 'activities/goal-conflict-unresolved';
  const body = (fields: string, incentive = ''): string =>
    `activities: { assess: { ${fields} } }\ncontrols: { lock: { name: Screen lock } }\nproducts: { letter: L }\n` +
    `participants: { handlers: { incentives: [${incentive}] } }\n`;
  const step = 'security_steps: [lock]';

  it.each([
    ['a goal for speed', `goals: [{ kind: speed }], ${step}`, '', true],
    ['a goal for quality', `goals: [{ kind: quality }], ${step}`, '', false],
    ['a goal in words only', `goals: [Twelve a month], ${step}`, '', false],
    ['no step', 'goals: [{ kind: speed }]', '', false],
    ['a step that is unknown', 'goals: [{ kind: speed }], security_steps: [seal]', '', false],
    ['answered', `goals: [{ kind: speed }], ${step}, when_goals_conflict: The check comes first`, '', false],
    ['a reward measured on it', `performed_by: handlers, ${step}`, '{ kind: cost, measured_on: assess }', true],
    [
      'a reward measured on what it produces',
      `performed_by: handlers, produces: letter, ${step}`,
      '{ kind: volume, measured_on: letter }',
      true,
    ],
    ['a reward measured on nothing named', `performed_by: handlers, ${step}`, '{ kind: volume }', false],
    ['a reward of others', step, '{ kind: volume, measured_on: assess }', false],
  ])('%s', (_what, fields, incentive, speaks) => {
    expect(speaksAt(rule, body(fields, incentive))).toEqual(speaks ? ['activities.assess'] : []);
  });

  it('names target and step', () => {
    expect(told(rule, body(`goals: [{ kind: quality }, { kind: volume, target: 20 a day }], ${step}`))).toEqual([
      {
        at: 'activities.assess',
        marks: 'assess',
        message:
          'There is a target (20 a day) and a security step (Screen lock). What should people do when both cannot be met?',
        beside: ['{ kind: volume, target: 20 a day }: The target', 'lock: The security step'],
        fixes: ['Decide what comes first'],
      },
    ]);
  });
});

describe('activities/conflict-rule-unowned', () => {
  const rule = 'activities/conflict-rule-unowned';
  const body = (conflict: string): string => `activities: { assess: { when_goals_conflict: ${conflict} } }\n`;

  it.each([
    ['the safe way comes first', '{ rule: security-first }', []],
    ['a sentence', 'Ask the team leader', []],
    ['no rule yet', '{ to: lead }', []],
    ['nobody to ask', '{ rule: escalate }', ['escalate needs a name: whom to ask.']],
    ['a blank is left to wording/placeholder', '{ rule: escalate, to: }', []],
    ['somebody to ask', '{ rule: escalate, to: lead }', []],
    [
      'the target comes first',
      '{ rule: performance-first }',
      ['performance-first needs a name: who allowed it and until when.'],
    ],
    [
      'nobody allowed it',
      '{ rule: performance-first, until: 2027-01-01 }',
      ['performance-first needs a name: who allowed it.'],
    ],
    ['last day today', '{ rule: performance-first, approved_by: lead, until: 2026-11-23 }', []],
    [
      'over since yesterday',
      '{ rule: performance-first, approved_by: lead, until: 2026-11-22 }',
      ['performance-first needs a name: a new last day (it was 2026-11-22).'],
    ],
    ['a last day says nothing with another rule', '{ rule: escalate, to: lead, until: 2020-01-01 }', []],
  ])('%s', (_what, conflict, messages) => {
    expect(told(rule, body(conflict)).map(({ message }) => message)).toEqual(messages);
  });

  it('inserts the missing slots', () => {
    const conflict = body('{ rule: performance-first }');
    expect(told(rule, conflict)[0]).toMatchObject({
      at: 'activities.assess.when_goals_conflict',
      marks: 'when_goals_conflict',
      fixes: ['Insert the missing slots'],
    });
    const lines = 'activities:\n  assess:\n    when_goals_conflict:\n      rule: performance-first\n';
    expect(fixedBy(rule, 'Insert the missing slots', lines)).toBe(`${lines}      approved_by:\n      until:\n`);
  });

  it('mends the default where a default says it', () => {
    const body =
      'defaults:\n  activities:\n    when_goals_conflict:\n      rule: escalate\nactivities: { assess: A }\n';
    expect(told(rule, body)[0]).toMatchObject({ at: 'activities.assess.when_goals_conflict', marks: 'assess' });
    expect(fixedBy(rule, 'Insert the missing slots', body)).toContain('      rule: escalate\n      to:\nactivities:');
  });
});

describe('activities/workaround-unanswered', () => {
  const rule = 'activities/workaround-unanswered';
  const body = (workarounds: string): string =>
    `activities: { assess: { workarounds: ${workarounds} } }\ncontrols: { upload: { name: Upload page } }\n`;

  it.each([
    ['a sentence', '[Photos by chat]', ['activities.assess.workarounds.0']],
    ['a map', '[{ what: Photos by chat, effect: beneficial }]', ['activities.assess.workarounds.0']],
    ['answered by a sentence', '[{ response: Upload page comes in May }]', []],
    ['accepted', '[{ response: { kind: accept } }]', []],
    ['a blank is left to wording/placeholder', '[{ response: { kind: , what: } }]', []],
    ['somebody settles it', `[{ response: ${LATER} }]`, []],
    ['none are known', '[]', []],
  ])('%s', (_what, workarounds, at) => {
    expect(speaksAt(rule, body(workarounds))).toEqual(at);
  });

  it('points at what is avoided', () => {
    expect(told(rule, body('[{ what: Photos by chat, avoids: [upload] }]'))).toEqual([
      {
        at: 'activities.assess.workarounds.0',
        marks: '{ what: Photos by chat, avoids: [upload] }',
        message: 'People have found a short cut. Take away its cause, make it the rule, or live with it?',
        beside: ['upload: It goes round Upload page'],
        fixes: ['Record a response'],
      },
    ]);
  });

  it('keeps the sentence', () => {
    const lines = 'activities:\n  assess:\n    workarounds:\n      - Photos by chat\n';
    expect(fixedBy(rule, 'Record a response', lines)).toBe(
      'activities:\n  assess:\n    workarounds:\n      - what: Photos by chat\n' +
        '        # What short cuts do people use, why, and what happens to them now?\n' +
        '        response:\n          kind:\n          what:\n          owner:\n          due:\n',
    );
  });
});

describe('activities/workaround-response-late', () => {
  const rule = 'activities/workaround-response-late';
  const body = (response: string): string => `activities: { assess: { workarounds: [{ response: ${response} }] } }\n`;
  const response = 'activities.assess.workarounds.0.response';

  it.each([
    ['a sentence', 'Upload page', []],
    ['no owner', '{ kind: accept }', [[response, 'response', 'no owner']]],
    ['a blank owner is left to wording/placeholder', '{ kind: accept, owner: }', []],
    ['owned, without a date', '{ kind: adopt, owner: lead }', []],
    ['due today', '{ kind: adopt, owner: lead, due: 2026-11-23 }', []],
    [
      'due yesterday',
      '{ kind: adopt, owner: lead, due: 2026-11-22 }',
      [[`${response}.due`, '2026-11-22', 'due on 2026-11-22']],
    ],
    [
      'late and unowned',
      '{ kind: adopt, due: 2026-11-22 }',
      [[`${response}.due`, '2026-11-22', 'no owner, due on 2026-11-22']],
    ],
    ['done', '{ kind: adopt, due: 2026-11-22, done_on: 2026-11-30 }', []],
  ])('%s', (_what, text, expected) => {
    expect(told(rule, body(text)).map(({ at, marks, message }) => [at, marks, message])).toEqual(
      expected.map(([at, marks, what]) => [at, marks, `The answer to this short cut is still open: ${what}.`]),
    );
  });

  it('inserts only what is not there', () => {
    const lines = 'activities:\n  assess:\n    workarounds:\n      - response:\n          kind: adopt\n';
    expect(fixedBy(rule, 'Give owner and date', lines)).toBe(`${lines}          owner:\n          due:\n`);
    expect(told(rule, body('{ kind: adopt, owner: lead, due: 2026-01-01 }'))[0]?.fixes).toEqual(['Record as done']);
  });
});

describe('activities/reminder-only', () => {
  const rule = 'activities/reminder-only';
  const body = (why: string, kind: string): string =>
    `activities: { assess: { workarounds: [{ why: ${why}, response: { kind: ${kind} } }] } }\n`;

  it.each([
    ['control-effort', 'remind', true],
    ['goal-conflict', 'train', true],
    ['missing-tool', 'discipline', true],
    ['unclear-rule', 'train', false],
    ['other', 'remind', false],
    ['missing-tool', 'accept', false],
    ['missing-tool', 'remove-cause', false],
  ])('%s, answered by %s', (why, kind, speaks) => {
    expect(speaksAt(rule, body(why, kind))).toEqual(speaks ? ['activities.assess.workarounds.0.response.kind'] : []);
  });

  it('offers responses that remove the cause', () => {
    expect(told(rule, body('control-effort', 'remind'))).toEqual([
      {
        at: 'activities.assess.workarounds.0.response.kind',
        marks: 'remind',
        message: 'Reminding people leaves the reason for the short cut in place.',
        beside: ['control-effort: The reason'],
        fixes: [
          'Choose a response that removes the cause: lighten-control',
          'Choose a response that removes the cause: remove-cause',
        ],
      },
    ]);
  });
});

describe('activities/policy-not-visible', () => {
  const rule = 'activities/policy-not-visible';

  it.each([
    ['neither', '', true],
    ['both empty', 'follows: [], security_steps: []', true],
    ['a policy', 'follows: desk-rules', false],
    ['a step', 'follows: [], security_steps: [lock]', false],
    ['somebody says later', `follows: ${LATER}`, false],
    ['a wrong shape has its own finding', 'follows: { desk: rules }', false],
  ])('%s', (_what, fields, speaks) => {
    expect(speaksAt(rule, assess(fields))).toEqual(speaks ? ['activities.assess'] : []);
  });

  it('asks once until one activity shows it', () => {
    const two = 'a: { uses: claim-file }, b: { uses: claim-file }';
    expect(speaksAt(rule, `activities: { ${two} }\n${FILE}`)).toEqual(['activities']);
    expect(speaksAt(rule, `activities: { ${two}, c: { uses: claim-file, follows: x } }\n${FILE}`)).toEqual([
      'activities.a',
      'activities.b',
    ]);
    // An activity that touches nothing answers for none of the others.
    expect(speaksAt(rule, `activities: { ${two}, c: { follows: x } }\n${FILE}`)).toEqual(['activities']);
  });

  it('asks', () => {
    expect(told(rule, assess(''))).toEqual([
      {
        at: 'activities.assess',
        marks: 'assess',
        message: 'Nothing here says how the security rules show in this activity.',
        beside: [],
        fixes: ['Name the policy', 'Name a security step'],
      },
    ]);
  });
});

describe('activities/hand-over-unprotected', () => {
  const rule = 'activities/hand-over-unprotected';
  const body = (open: string, decide: string, rest = FILE): string =>
    `activities:\n  open: { creates: [claim-file], ${open} }\n  assess: { uses: [claim-file], ${decide} }\n${rest}` +
    'participants: { clerks: Clerks, temps: Temps, handlers: Handlers }\ntechnologies: { case-app: The case program }\n';
  const kept = 'information: { claim-file: { sensitivity: confidential, stored_in: [case-app] } }\n';
  const at = ['activities.assess.uses.0'];

  it.each([
    ['other people', 'performed_by: [clerks]', 'performed_by: [handlers]', FILE, at],
    ['nobody named yet', '', '', FILE, at],
    ['people in common', 'performed_by: [clerks, temps]', 'performed_by: [handlers, clerks]', FILE, []],
    ['a tool in common', 'with: [case-app]', 'with: case-app', FILE, []],
    ['the second works where it is kept', '', 'with: [case-app]', kept, []],
    ['only the first works where it is kept', 'with: [case-app]', '', kept, at],
    ['not sensitive', '', '', 'information: { claim-file: { sensitivity: internal } }\n', []],
    ['a name that leads nowhere has its own finding', 'performed_by: [clerk]', 'performed_by: [handlers]', FILE, []],
    ['handed over', 'hand_overs: [{ what: claim-file }]', '', FILE, []],
    ['handed over to it', 'hand_overs: [{ what: claim-file, to: assess }]', '', FILE, []],
    ['handed over to somebody else', 'hand_overs: [{ what: claim-file, to: archive }]', '', FILE, at],
    ['another item is handed over', 'hand_overs: [{ what: form, to: assess }]', '', FILE, at],
    ['begun only', 'hand_overs: [{ what: claim-file, to: assess, by: , protected_by: }]', '', FILE, at],
    ['how it goes is blank', 'hand_overs: [{ what: claim-file, by: , protected_by: A lock }]', '', FILE, at],
    ['what protects it is blank', 'hand_overs: [{ what: claim-file, by: system, protected_by: }]', '', FILE, at],
    [
      'what protects it on an open way is blank',
      'hand_overs: [{ what: claim-file, by: paper, protected_by: }]',
      '',
      FILE,
      ['activities.open.hand_overs.0'],
    ],
    ['a sentence names no item', 'hand_overs: Locked tray', '', FILE, at],
    ['somebody describes it later', `hand_overs: ${LATER}`, '', FILE, []],
  ])('on the way: %s', (_what, open, decide, rest, expected) => {
    expect(speaksAt(rule, body(open, decide, rest))).toEqual(expected);
  });

  it('an activity hands nothing over to itself', () => {
    expect(speaksAt(rule, `activities: { a: { creates: [claim-file], uses: [claim-file] } }\n${FILE}`)).toEqual([]);
  });

  it('underlines the item where it is used and records the hand-over where it comes from', () => {
    expect(told(rule, body('name: Open the post', ''))).toEqual([
      {
        at: 'activities.assess.uses.0',
        marks: 'claim-file',
        message: 'How does claim-file get from “Open the post” to “assess”, and what protects it on the way?',
        beside: ['open: claim-file comes into being here'],
        fixes: ['Record the hand-over'],
      },
    ]);
    const body2 = `activities:\n  open:\n    creates: [claim-file]\n  assess:\n    uses: [claim-file]\n${FILE}`;
    expect(fixedBy(rule, 'Record the hand-over', body2)).toBe(
      'activities:\n  open:\n    creates: [claim-file]\n    hand_overs:\n      - what: [claim-file]\n        to: assess\n' +
        `        by:\n        protected_by:\n  assess:\n    uses: [claim-file]\n${FILE}`,
    );
  });

  it('does not record a hand-over twice', () => {
    const begun = 'hand_overs: [{ what: claim-file, to: assess, by: , protected_by: }]';
    expect(told(rule, body(begun, '')).map(({ fixes }) => fixes)).toEqual([[]]);
  });

  const handOver = (fields: string): string =>
    `activities: { open: { hand_overs: [{ ${fields} }] }, assess: A }\n${FILE}`;
  const entry = ['activities.open.hand_overs.0'];

  it.each([
    ['mail', 'what: claim-file, by: mail', entry],
    ['personal mail', 'what: claim-file, by: personal-mail', entry],
    ['chat', 'what: claim-file, by: chat', entry],
    ['a memory stick', 'what: claim-file, by: removable-media', entry],
    ['paper', 'what: claim-file, by: paper', entry],
    ['another way', 'what: claim-file, by: other', entry],
    ['a system', 'what: claim-file, by: system', []],
    ['encrypted mail', 'what: claim-file, by: encrypted-mail', []],
    ['spoken', 'what: claim-file, by: spoken', []],
    ['a way that is not said', 'what: claim-file', []],
    ['paper, protected', 'what: claim-file, by: paper, protected_by: Locked tray', []],
    ['paper, an empty list', 'what: claim-file, by: paper, protected_by: []', entry],
    ['paper, nothing sensitive', 'what: form, by: paper', []],
  ])('described: %s', (_what, fields, expected) => {
    expect(speaksAt(rule, handOver(fields))).toEqual(expected);
  });

  it.each([
    ['to: assess', '“assess”'],
    ['to: the insurer', '“the insurer”'],
    ['to: []', 'those who get it'],
  ])('names the receiver of %s', (to, words) => {
    expect(told(rule, handOver(`what: claim-file, by: paper, ${to}`))).toEqual([
      {
        at: 'activities.open.hand_overs.0',
        marks: `{ what: claim-file, by: paper, ${to} }`,
        message: `How does claim-file get from “open” to ${words}, and what protects it on the way?`,
        beside: [],
        fixes: ['Say what protects it on the way'],
      },
    ]);
  });
});

describe('activities/short-cuts-not-asked', () => {
  const rule = 'activities/short-cuts-not-asked';
  const goal = 'goals: [{ kind: speed }]';
  const controls = 'controls: { seal: { effort: high }, lock: { effort: medium } }\n';

  it.each([
    ['a target and a slow step', `${goal}, security_steps: [lock, seal]`, true],
    ['a light step', `${goal}, security_steps: [lock]`, false],
    ['no target', 'security_steps: [seal]', false],
    ['short cuts are known', `${goal}, security_steps: [seal], workarounds: [Chat]`, false],
    ['none are known', `${goal}, security_steps: [seal], workarounds: []`, false],
    ['asked', `${goal}, security_steps: [seal], workarounds_asked: { whom: handlers, date: 2026-10-01 }`, false],
    ['somebody asks later', `${goal}, security_steps: [seal], workarounds_asked: ${LATER}`, false],
  ])('%s', (_what, fields, speaks) => {
    expect(speaksAt(rule, assess(fields, controls))).toEqual(speaks ? ['activities.assess'] : []);
  });

  it('asks of touching activities only', () => {
    expect(speaksAt(rule, `activities: { a: { ${goal}, security_steps: [seal] } }\n${controls}`)).toEqual([]);
  });

  it('points at the step', () => {
    expect(told(rule, assess(`${goal}, security_steps: [seal]`, controls))).toEqual([
      {
        at: 'activities.assess',
        marks: 'assess',
        message: 'A tight target and a slow step often lead to short cuts. Have you asked those who do it?',
        beside: ['seal: seal takes high effort'],
        fixes: ['Record that you asked'],
      },
    ]);
  });
});
