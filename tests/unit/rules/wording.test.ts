import { describe, expect, it } from 'vitest';
import { says } from '../../helpers/charter.ts';
import { check, itemPairs } from '../../helpers/check.ts';
import { description, fixedBy, speaksAt, told } from '../../helpers/told.ts';

const LATER = '{ ask_later: { who: team leader, by: 2027-01-31 } }';

/** What a rule says, in short: where and what. */
const messages = (rule: string, body: string): string[] =>
  told(rule, body).map(({ at, marks, message }) => `${at} [${marks}] ${message}`);

describe('wording/placeholder', () => {
  const rule = 'wording/placeholder';

  it.each([
    [
      'nothing',
      'incident_response:\n',
      'incident_response [incident_response] Still to be filled in: incident response.',
    ],
    [
      'an empty map',
      'incident_response: {}\n',
      'incident_response [incident_response] Still to be filled in: incident response.',
    ],
    [
      'words that keep a place',
      'security_lead: <name>\n',
      'security_lead [security_lead] Still to be filled in: security lead.',
    ],
    [
      'a post somebody asks for',
      'security_lead: ~\n',
      'security_lead [security_lead] Still to be filled in: security lead.',
    ],
    [
      'only blank slots',
      'incident_response: { responder: , report_to: "…", known_by: [] }\n',
      'incident_response [incident_response] Still to be filled in: responder and report to.',
    ],
    [
      'some blank slots',
      'participants: { clerks: { training: { covers: [TBD], last: 2026-01-01, how: to follow } } }\n',
      'participants.clerks.training [training] Still to be filled in: covers and how.',
    ],
    [
      'a list of blanks',
      'activities: { pay: { performed_by: [TBD] } }\n',
      'activities.pay.performed_by [performed_by] Still to be filled in: performed by.',
    ],
    [
      'an entry among others',
      'participants: { clerks: Claims clerks }\nactivities: { pay: { performed_by: [clerks, TBD] } }\n',
      'activities.pay.performed_by [performed_by] Still to be filled in: performed by.',
    ],
    [
      'the sentence of an entry',
      'activities: { pay: { weaknesses: [xxx] } }\n',
      'activities.pay.weaknesses.0 [xxx] Still to be filled in: what.',
    ],
    [
      'a default, once',
      'defaults: { participants: { training: TBD } }\nparticipants: { clerks: { count: 2 }, temps: { count: 3 } }\n',
      'defaults.participants.training [training] Still to be filled in: training.',
    ],
    [
      'a last day of a not_applicable, which would otherwise never end',
      'incident_response: { not_applicable: { because: We hold nothing, decided_by: Ann, until: } }\n',
      'incident_response.not_applicable.until [until] Still to be filled in: until.',
    ],
  ])('speaks about %s', (_what, body, message) => {
    expect(messages(rule, body)).toEqual([message]);
  });

  it.each([
    ['an absent answer', 'participants: { clerks: { count: 2 } }\n'],
    ['an empty list', 'activities: { pay: { performed_by: [], workarounds: [] } }\n'],
    ['the class of information', 'information: { note: { sensitivity: } }\n'],
    [
      'a class from defaults',
      'defaults: { information: { sensitivity: TBD } }\ninformation: { note: { about: [] } }\n',
    ],
    [
      'what is no answer',
      'purpose: TBD\nactivities: { pay: { does: TBD, goals: [TBD] } }\nparticipants: { clerks: TBD }\n',
    ],
    ['a stand-in', `incident_response: ${LATER}\n`],
    ['a slot that somebody settles', `incident_response: { responder: ${LATER}, report_to: Extension 12 }\n`],
    ['waivers', 'waivers: [{ rule: , because: TBD }]\n'],
    ['a title', 'x-title: TBD\n'],
  ])('leaves %s alone', (_what, body) => {
    expect(messages(rule, body)).toEqual([]);
  });

  it('asks later for the slots that are blank, and keeps the others', () => {
    expect(fixedBy(rule, 'Ask later', 'incident_response:\n  responder: Ann\n  report_to:\n')).toBe(
      'incident_response:\n  responder: Ann\n  report_to:\n    ask_later:\n      who:\n      by:\n',
    );
    expect(fixedBy(rule, 'Ask later', 'incident_response: TBD\n')).toBe(
      'incident_response:\n  ask_later:\n    who:\n    by:\n',
    );
  });
});

describe('wording/bare-assurance', () => {
  const rule = 'wording/bare-assurance';

  it.each([
    ['a sentence', 'incident_response: See policy.\n', 'incident_response'],
    ['a true', 'incident_response: true\n', 'incident_response'],
    ['a tick around it', 'incident_response: ✅ Done ✔️\n', 'incident_response'],
    [
      'a slot of text',
      'products: { letter: { safeguards: { against_error: "Yes!" } } }\n',
      'products.letter.safeguards.against_error',
    ],
    [
      'a slot of plain text',
      'participants: { clerks: { training: { how: as  usual } } }\n',
      'participants.clerks.training.how',
    ],
    [
      'an answer without slots',
      'infrastructure: { drive: { shared_risks: none } }\n',
      'infrastructure.drive.shared_risks',
    ],
    ['an entry', 'activities: { pay: { weaknesses: [None] } }\n', 'activities.pay.weaknesses.0'],
    [
      'a field of ids or text',
      'information: { note: { protections: [In place] } }\n',
      'information.note.protections.0',
    ],
    ['a post somebody asks for', 'security_lead: n/a\n', 'security_lead'],
  ])('speaks about %s', (_what, body, at) => {
    expect(speaksAt(rule, body)).toEqual([at]);
  });

  it.each([
    ['the time allowed', 'participants: { clerks: { security_duties: { what: Locking up, time_allowed: none } } }\n'],
    ['slots of ids', 'participants: { clerks: { training: { covers: [standard], last: 2026-01-01 } } }\n'],
    ['slots of posts', 'incident_response: { backup: none }\n'],
    ['slots of intervals', 'activities: { pay: { watched_by: { every: as usual } } }\n'],
    ['fixed choices', 'technologies: { till: { sign_in: none } }\n'],
    ['what is no answer', 'purpose: yes\nparticipants: { clerks: Standard }\n'],
    ['more than the words', 'incident_response: Covered by Ann on extension 12\n'],
  ])('leaves %s alone', (_what, body) => {
    expect(speaksAt(rule, body)).toEqual([]);
  });

  it('inserts the slots the answer cannot do without', () => {
    expect(told(rule, 'participants: { clerks: { training: Done } }\n')).toEqual([
      {
        at: 'participants.clerks.training',
        marks: 'Done',
        message: '“Done” does not say what happens. Who does what, and when?',
        beside: [],
        fixes: ['Insert the slots'],
      },
    ]);
    expect(fixedBy(rule, 'Insert the slots', 'participants:\n  clerks:\n    training: Done\n')).toBe(
      'participants:\n  clerks:\n    training:\n      covers:\n      last:\n',
    );
    expect(fixedBy(rule, 'Insert the slots', 'technologies:\n  till:\n    protections: Yes\n')).toBe(
      'technologies:\n  till:\n    protections:\n      intrusion:\n      theft:\n      sabotage:\n',
    );
    expect(fixedBy(rule, 'Does not apply, because …', 'incident_response: none\n')).toBe(
      'incident_response:\n  not_applicable:\n    because:\n    decided_by:\n',
    );
  });
});

describe('wording/vague', () => {
  const rule = 'wording/vague';
  const terms = (sentence: string, more = ''): string[] =>
    told(rule, `${more}infrastructure: { drive: { shared_risks: "${sentence}" } }\n`).map(({ message }) => message);

  it.each([
    ['Appropriate measures are taken', 'Appropriate'],
    ['Somebody looks at it regularly', 'regularly'],
    ['We follow industry standard methods', 'industry standard'],
    ['Our state-of-the-art locks', 'state-of-the-art'],
    ['Staff may look where necessary', 'where necessary'],
    ['Closed off to the extent that work allows', 'to the extent'],
    ['Cleaners, visitors, etc.', 'etc'],
    ['Cleaners, visitors and so on', 'and so on'],
    ['ſufficient care, in old letters', 'ſufficient'],
  ])('speaks about %j', (sentence, term) => {
    expect(terms(sentence)).toEqual([`“${term}”: what exactly, and who decides?`]);
  });

  it.each([
    'Sales staff can open the claim folder',
    'Appropriate measures are taken in 2 steps',
    'Appropriate measures are taken by claims-clerks',
    'Irregular visits, propertied neighbours',
    'Etc is how the folder is called here',
  ])('leaves %j alone', (sentence) => {
    expect(terms(sentence, 'participants: { claims-clerks: C }\n')).toEqual([]);
  });

  it('is for English', () => {
    expect(terms('Regular checks', 'language: en-GB\n')).toHaveLength(1);
    expect(terms('Regular checks', 'language: de\n')).toEqual([]);
  });

  it('leaves slots and what is no answer alone', () => {
    expect(
      speaksAt(rule, 'activities: { pay: { does: Regular payments, watched_by: { how: Regular checks } } }\n'),
    ).toEqual([]);
    expect(speaksAt(rule, 'controls: { lock: { test_every: regularly } }\n')).toEqual(['controls.lock.test_every']);
  });

  it('keeps the sentence when it inserts slots', () => {
    expect(fixedBy(rule, 'Insert the slots', 'activities:\n  pay:\n    watched_by: Regular checks\n')).toBe(
      'activities:\n  pay:\n    watched_by:\n      how: Regular checks\n      who:\n      every:\n',
    );
    expect(fixedBy(rule, 'Insert the slots', 'activities:\n  pay:\n    weaknesses_reviewed: Regular checks\n')).toBe(
      'activities:\n  pay:\n    weaknesses_reviewed:\n      notes: Regular checks\n      date:\n      by:\n',
    );
  });
});

describe('wording/repeated', () => {
  const rule = 'wording/repeated';
  const GROUP = (training: string): string => `{ training: ${training} }`;
  const THREE = `participants:\n  a: ${GROUP('Online course on good conduct')}\n  b: ${GROUP('"online course, on good conduct!"')}\n  c: ${GROUP('Online course on good conduct')}\n`;

  it('speaks once for all, at the second', () => {
    expect(told(rule, THREE)).toEqual([
      {
        at: 'participants.b.training',
        marks: '"online course, on good conduct!"',
        message: 'The same sentence stands in 3 places. Is it true of each?',
        beside: [
          'Online course on good conduct: The same sentence stands here',
          'Online course on good conduct: The same sentence stands here',
        ],
        fixes: ['Move it to defaults'],
      },
    ]);
  });

  it('counts texts of different fields, slots among them', () => {
    const body =
      'products: { letter: { safeguards: { against_error: A second clerk reads it, against_misuse: A second clerk reads it } } }\n' +
      'customers: { shops: { guidance: A second clerk reads it } }\n';
    expect(told(rule, body).map(({ at, fixes }) => [at, fixes])).toEqual([
      ['products.letter.safeguards.against_misuse', []],
    ]);
  });

  it.each([
    ['two places', `participants:\n  a: ${GROUP('One two three four')}\n  b: ${GROUP('One two three four')}\n`],
    [
      'three words',
      `participants: { a: ${GROUP('One two three')}, b: ${GROUP('One two three')}, c: ${GROUP('One two three')} }\n`,
    ],
    ['defaults', `defaults: { participants: ${GROUP('One two three four')} }\nparticipants: { a: {}, b: {}, c: {} }\n`],
    [
      'aliases',
      `participants:\n  a: { training: &t One two three four }\n  b: { training: *t }\n  c: { training: *t }\n`,
    ],
    ['what is no answer', 'roles: { a: One two three four, b: One two three four, c: One two three four }\n'],
  ])('leaves %s alone', (_what, body) => {
    expect(speaksAt(rule, body)).toEqual([]);
  });

  it('counts from as many as the settings say', () => {
    const body = `participants:\n  a: ${GROUP('One two three four')}\n  b: ${GROUP('One two three four')}\n`;
    expect(speaksAt(rule, body, { settings: { repeated_text_min: 2 } })).toEqual(['participants.b.training']);
  });

  it('moves the text to defaults, unless that would answer for somebody else', () => {
    expect(fixedBy(rule, 'Move it to defaults', THREE)).toBe(
      'participants:\n  a: {}\n  b: {}\n  c: {}\ndefaults:\n  participants:\n    training: Online course on good conduct\n',
    );
    expect(told(rule, `${THREE}  d: { count: 2 }\n`)[0]!.fixes).toEqual([]);
  });
});

describe('wording/restates-question', () => {
  const rule = 'wording/restates-question';
  const at = (sentence: string): boolean =>
    speaksAt(rule, `infrastructure: { drive: { incident_contact: "${sentence}" } }\n`).length > 0;

  it.each([
    ['You will hear of trouble soon', true],
    ['Someone hears of troubling things soon', false],
    ['Someone would hear of any troubles soon', true],
    ['The provider rings the office within a day', false],
    ['We hear of trouble soon, within 4 hours', false],
    ['We hear of trouble from the drive', false],
    ['Trouble, soon', false],
  ])('%s: %s', (sentence, speaks) => {
    expect(at(sentence)).toBe(speaks);
  });

  it('knows the question of the guideline behind the field', () => {
    const body = 'activities: { pay: { watched_by: Somebody would notice if rules were skipped here } }\n';
    expect(told(rule, body).map(({ message, fixes }) => [message, fixes])).toEqual([
      ['This repeats the question. What is done here?', ['Insert the slots']],
    ]);
  });
});

describe('wording/collective-owner', () => {
  const rule = 'wording/collective-owner';

  it('asks for one post, and offers those there are', () => {
    const body = 'roles: { manager: Runs the office }\ninformation: { note: { owner: Everyone } }\n';
    expect(messages(rule, body)).toEqual([
      'information.note.owner [Everyone] “Everyone” tends to mean nobody. Which one post?',
    ]);
    expect(fixedBy(rule, 'Pick a post from roles: manager', body)).toBe(
      'roles: { manager: Runs the office }\ninformation: { note: { owner: manager } }\n',
    );
    expect(fixedBy(rule, 'Add a post to roles', body)).toBe(
      'roles: { manager: Runs the office, new-post: }\ninformation: { note: { owner:  } }\n',
    );
  });

  it.each([
    ['a slot', 'incident_response: { responder: all staff }\n', 'incident_response.responder'],
    [
      'a field of an entry',
      'strategies: { differences: [{ what: W, decided_by: management }] }\n',
      'strategies.differences.0.decided_by',
    ],
    [
      'whom to ask',
      'activities: { pay: { when_goals_conflict: { to: IT } } }\n',
      'activities.pay.when_goals_conflict.to',
    ],
  ])('looks at %s', (_what, body, at) => {
    expect(speaksAt(rule, body)).toEqual([at]);
  });

  it.each([
    ['a post of that name', 'roles: { management: Two partners }\nsecurity_lead: management\n'],
    ['a group of that name', 'participants: { team: Two clerks }\nsecurity_lead: team\n'],
    ['a person', 'security_lead: The manager of the team\n'],
    ['whom something goes to', 'activities: { pay: { hand_overs: [{ to: all staff }] } }\n'],
    ['who was asked', 'activities: { pay: { workarounds_asked: { whom: [all staff] } } }\n'],
    [
      'waivers and stand-ins',
      'security_lead: { ask_later: { who: everyone, by: 2027-01-01 } }\nwaivers: [{ decided_by: all }]\n',
    ],
  ])('leaves %s alone', (_what, body) => {
    expect(speaksAt(rule, body)).toEqual([]);
  });
});

describe('wording/slots-missing', () => {
  const rule = 'wording/slots-missing';

  it('names what is missing and makes room for it', () => {
    const body = 'activities:\n  pay:\n    watched_by: { who: Ann }\n';
    expect(told(rule, body)).toEqual([
      {
        at: 'activities.pay.watched_by',
        marks: 'watched_by',
        message: 'Watched by does not yet say at what and how often.',
        beside: [],
        fixes: ['Insert the missing slots'],
      },
    ]);
    expect(fixedBy(rule, 'Insert the missing slots', body)).toBe(
      'activities:\n  pay:\n    watched_by: { who: Ann, how: , every: }\n',
    );
  });

  it.each([
    ['all that is needed', 'participants: { clerks: { training: { covers: [email], last: 2026-01-01 } } }\n'],
    ['blank slots', 'participants: { clerks: { training: { covers: , last: 2026-01-01 } } }\n'],
    ['only blank slots', 'participants: { clerks: { training: { covers: } } }\n'],
    ['a sentence', 'participants: { clerks: { training: Half a day in June } }\n'],
    ['a slot that somebody settles', `participants: { clerks: { training: { covers: [email], last: ${LATER} } } }\n`],
    ['answers that need no slot', 'technologies: { till: { protections: { theft: Bolted down } } }\n'],
  ])('leaves %s alone', (_what, body) => {
    expect(speaksAt(rule, body)).toEqual([]);
  });

  it('leaves the incident response to governance/no-incident-response where that asks', () => {
    const body = 'incident_response: { responder: Ann }\n';
    expect(speaksAt(rule, body)).toEqual(['incident_response']);
    expect(speaksAt(rule, `${body}information: { file: { sensitivity: restricted } }\n`)).toEqual([]);
  });

  it('speaks about a default once, on the default', () => {
    const body =
      'defaults: { activities: { watched_by: { who: Ann } } }\nactivities: { pay: { uses: [] }, sort: { uses: [] } }\n';
    expect(speaksAt(rule, body)).toEqual(['defaults.activities.watched_by']);
  });
});

describe('wording/only-a-sentence', () => {
  const rule = 'wording/only-a-sentence';

  it.each([
    ['incident_response: Ring Ann', 'Say also who acts,'],
    ['activities: { pay: { watched_by: Ann reads the letters } }', 'Say also who looks and how often,'],
    ['participants: { clerks: { training: Half a day in June } }', 'Say also what it covers and when last,'],
    ['participants: { clerks: { security_duties: Locking up } }', 'Say also how much time there is for them,'],
    ['activities: { pay: { when_goals_conflict: The lock comes first } }', 'Say also what comes first,'],
  ])('%s', (body, message) => {
    expect(told(rule, `${body}\n`).map((each) => each.message)).toEqual([
      `A good start. ${message} so that it can be checked later.`,
    ]);
  });

  it('keeps the sentence as the slot that takes text', () => {
    expect(
      fixedBy(
        rule,
        'Turn into slots and keep the sentence',
        'activities:\n  pay:\n    watched_by: Ann reads the letters\n',
      ),
    ).toBe('activities:\n  pay:\n    watched_by:\n      how: Ann reads the letters\n      who:\n      every:\n');
  });

  it.each([
    ['what wording/vague speaks about', 'incident_response: Regular checks\n'],
    ['what wording/bare-assurance speaks about', 'incident_response: Yes\n'],
    [
      'what wording/restates-question speaks about',
      'activities: { pay: { watched_by: Somebody would notice if rules were skipped here } }\n',
    ],
    ['blanks', 'incident_response: TBD\n'],
    ['answers that need no slot', 'technologies: { till: { protections: Bolted down } }\n'],
    ['slots', 'incident_response: { responder: Ann }\n'],
  ])('leaves %s alone', (_what, body) => {
    expect(speaksAt(rule, body)).toEqual([]);
  });

  describe('in a section', () => {
    const SENTENCES = 'activities:\n  pay: { watched_by: Ann looks }\n  sort: { watched_by: Bob looks }\n';

    it('speaks once until somebody uses slots', () => {
      expect(told(rule, SENTENCES).map(({ at, message, fixes }) => [at, message, fixes])).toEqual([
        [
          'activities',
          'Answer that cannot be checked yet: pay and sort.',
          ['Turn into slots and keep the sentence (all 2)'],
        ],
      ]);
      const started = `${SENTENCES}  send: { watched_by: { who: Ann, how: Looks, every: day } }\n`;
      expect(speaksAt(rule, started)).toEqual(['activities.pay.watched_by', 'activities.sort.watched_by']);
    });

    it('speaks about the same items either way', () => {
      const pairs = (body: string) => itemPairs(check(description(body))).filter((pair) => pair.includes(rule));
      expect(pairs(SENTENCES)).toEqual([
        '|wording/only-a-sentence activities.pay.watched_by',
        '|wording/only-a-sentence activities.sort.watched_by',
      ]);
    });

    it('takes a blank for no start, and what is settled later for one', () => {
      expect(speaksAt(rule, `${SENTENCES}  send: { watched_by: TBD }\n`)).toEqual(['activities']);
      expect(speaksAt(rule, `${SENTENCES}  send: { watched_by: ${LATER} }\n`)).toHaveLength(2);
    });
  });

  it('speaks about phases one by one', () => {
    const body = 'phases: { initiation: { security: Ann walked it }, development: { security: Bob reads it } }\n';
    expect(says(rule, body).map(({ at }) => at)).toEqual(['phases.initiation.security', 'phases.development.security']);
  });
});
