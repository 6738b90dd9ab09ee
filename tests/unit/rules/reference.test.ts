import { describe, expect, it } from 'vitest';
import { described, says, speaks } from '../../helpers/charter.ts';
import { fixedBy, speaksAt, told } from '../../helpers/told.ts';

const CLERKS = 'participants: { clerks: Claims clerks }\n';

describe('reference/unknown-id', () => {
  const rule = 'reference/unknown-id';

  it('shows the nearest item and offers to mend or make it', () => {
    expect(told(rule, `${CLERKS}activities: { pay: { performed_by: [clerk] } }\n`)).toEqual([
      {
        at: 'activities.pay.performed_by.0',
        marks: 'clerk',
        message: 'Nothing here is called “clerk”. Did you mean clerks?',
        beside: ['clerks: “clerks” stands under participants'],
        fixes: [
          'Replace with clerks',
          'Create clerk under participants',
          'Create clerk under customers',
          'Create clerk under technologies',
        ],
      },
    ]);
  });

  it.each([
    ['does not apply', 'participants: { not_applicable: { because: Only one man, decided_by: owner } }\n', []],
    ['is settled later', 'participants: { ask_later: { who: owner, by: 2027-01-31 } }\n', []],
    ['is there', CLERKS, ['activities.pay.performed_by.0']],
  ])('goes by whether a section it may point to %s', (_what, participants, at) => {
    const body = `${participants}customers: { callers: A }\nactivities: { pay: { performed_by: [handlers] } }\n`;
    expect(speaksAt(rule, body)).toEqual(at);
    const posts = `${participants}security_lead: team-leader\n`;
    expect(speaksAt('reference/unknown-post', posts)).toEqual(at.length > 0 ? ['security_lead'] : []);
  });

  it('leaves a section alone that lies in one that does not apply', () => {
    const rest = 'activities: { pay: { follows: house-rules } }\n';
    expect(speaksAt(rule, rest)).toEqual(['activities.pay.follows']);
    expect(speaksAt(rule, `environment: { ask_later: { who: owner, by: 2027-01-31 } }\n${rest}`)).toEqual([]);
    const body = 'work_system: "#old"\nrequirements: { R1: { text: T, covers: [letter] } }\n';
    expect(speaks(rule, body + described('old'))).toEqual(['requirements.R1.covers.0']);
    const none = 'information: { not_applicable: { because: None, decided_by: owner } }\n';
    expect(speaks(rule, body + described('old', none))).toEqual([]);
  });

  it('puts a single value right where it stands', () => {
    const body = `${CLERKS}activities: { pay: { performed_by: clerk } }\n`;
    expect(speaksAt(rule, body)).toEqual(['activities.pay.performed_by']);
    expect(fixedBy(rule, 'Replace with clerks', body)).toBe(`${CLERKS}activities: { pay: { performed_by: clerks } }\n`);
  });

  it('makes the item with a name to be filled in', () => {
    expect(fixedBy(rule, 'Create key-file under controls', 'information: { note: { protections: key-file } }\n')).toBe(
      'information: { note: { protections: key-file } }\ncontrols:\n  key-file:\n    name:\n',
    );
  });

  it.each([
    ['an id of another section', 'activities: { pay: { uses: [clerks] } }\n', ['activities.pay.uses.0']],
    ['an id of a default', 'defaults: { activities: { follows: [law] } }\n', ['defaults.activities.follows.0']],
    ['a phrase is left to reference/phrase-for-id', 'activities: { pay: { uses: [the note] } }\n', []],
    ['a blank is no id', 'activities: { pay: { uses: [TBD, ~] } }\n', []],
    ['a known id', 'activities: { pay: { performed_by: clerks } }\n', []],
  ])('%s', (_what, rest, at) => {
    expect(speaksAt(rule, CLERKS + rest)).toEqual(at);
  });

  it.each([
    ['a word that is nearly an id', 'lockr', true],
    ['a word with a hyphen', 'steel-door', true],
    ['a word with an underscore', 'steel_door', true],
    ['another word', 'cupboard', false],
    ['a phrase', 'the steel locker', false],
    ['the id', 'locker', false],
  ])('counts, where text is allowed too, %s: %s', (_what, text, missed) => {
    const body = `information: { note: { stored_in: ${text} } }\ninfrastructure: { locker: Steel }\n`;
    expect(speaksAt(rule, body)).toEqual(missed ? ['information.note.stored_in'] : []);
  });

  it.each([
    ['incident-reporting', []],
    ['Incident reporting', []],
    ['incident-reportng', ['Replace with incident-reporting']],
  ])('knows the topics that may stand beside ids: %s', (topic, fixes) => {
    const found = told(rule, `participants: { clerks: { training: { covers: [${topic}] } } }\n`);
    expect(found.flatMap((each) => each.fixes.filter((title) => title.startsWith('Replace')))).toEqual(fixes);
  });

  it('is quiet about items and sections of a wrong shape, which have their own finding', () => {
    expect(speaksAt(rule, 'participants: { clerks: [a] }\nactivities: { pay: { performed_by: clerks } }\n')).toEqual(
      [],
    );
    expect(speaksAt(rule, 'information: [{ id: note }]\nactivities: { pay: { uses: note } }\n')).toEqual([]);
  });

  describe('in a charter', () => {
    const LINKED = 'work_system: { as_is: "#old", to_be: "#new" }\n';
    const OLD = described('old', 'activities: { assess: A }\ninformation: { claim-file: F }\n');
    const NEW = described('new', 'activities: { send: S }\ninformation: { photos: P }\n');

    it('looks into the descriptions that a field may point to', () => {
      const body =
        'requirements:\n  R1: { text: T, covers: [claim-file, photos, film], addresses: [assess, late, send] }\n' +
        'risks: { late: { text: L, addresses: [late] } }\n';
      expect(speaks(rule, LINKED + body + OLD + NEW)).toEqual([
        'requirements.R1.covers.2',
        'requirements.R1.addresses.2',
        'risks.late.addresses.0',
      ]);
    });

    it('points into the description where the nearest item lies', () => {
      const body = 'information_touched: [claim-fil]\n';
      expect(says(rule, LINKED + body + OLD + NEW)).toEqual([
        {
          at: 'information_touched.0',
          marks: 'claim-fil',
          message: 'Nothing here is called “claim-fil”. Did you mean claim-file?',
          beside: ['claim-file: “claim-file” stands under information'],
          fixes: ['Replace with claim-file'],
        },
      ]);
    });

    const LOST = 'risks: { late: { text: L, covers: [film], addresses: [film] } }\n';
    it.each([
      ['nothing is linked', LOST],
      ['one link cannot be read', `${LINKED}${LOST}${OLD}`],
      [
        'only the planned work is linked, for a field of today’s work',
        'work_system: { to_be: "#new" }\nrisks: { late: { text: L, addresses: [film] } }\n---\nkind: work-system\nformat: 1\nid: new\ntitle: new\n',
      ],
    ])('is quiet where %s', (_what, body) => {
      expect(speaks(rule, body)).toEqual([]);
    });
  });
});

describe('reference/phrase-for-id', () => {
  const rule = 'reference/phrase-for-id';
  const BODY =
    'participants: { clerks: { name: Claims clerks } }\nactivities: { pay: { performed_by: Claims  clerks } }\n';

  it('finds the item by its name', () => {
    expect(told(rule, BODY)).toEqual([
      {
        at: 'activities.pay.performed_by',
        marks: 'Claims  clerks',
        message: 'Name the item by its id here, so that the checks can follow it.',
        beside: [],
        fixes: [
          'Replace with clerks',
          'Create an item for it under participants',
          'Create an item for it under customers',
          'Create an item for it under technologies',
        ],
      },
    ]);
  });

  it('makes an item that keeps the words', () => {
    expect(
      fixedBy(rule, 'Create an item for it under information', 'activities: { pay: { uses: Höhe der Zahlung } }\n'),
    ).toBe(
      'activities: { pay: { uses: hohe-der-zahlung } }\ninformation:\n  hohe-der-zahlung:\n    name: Höhe der Zahlung\n',
    );
  });

  it('leaves phrases alone where text is allowed', () => {
    expect(speaksAt(rule, 'information: { note: { stored_in: the steel locker, owner: the team leader } }\n')).toEqual(
      [],
    );
  });
});

describe('reference/unknown-post', () => {
  const rule = 'reference/unknown-post';
  const ROLES = 'roles: { office-manager: Runs the office, hr: People }\n';

  it.each([
    ['looks like an id', 'team-leader', true],
    ['is nearly one', 'office-manger', true],
    ['is nearly one with a blank', 'office manager', true],
    ['is a post', 'office-manager', false],
    ['is a group', 'clerks', false],
    ['is a phrase', 'second reader', false],
    ['has capitals', 'Co-Owner', false],
    ['is short', 'me', false],
  ])('%s: %s', (_what, who, speaks) => {
    expect(speaksAt(rule, `${ROLES}${CLERKS}security_lead: ${who}\n`)).toEqual(speaks ? ['security_lead'] : []);
  });

  it('looks at lists of posts, at waivers and at stand-ins too', () => {
    const body =
      `${CLERKS}activities: { pay: { workarounds_asked: { whom: [clerks, night-shift], date: 2026-01-01 } } }\n` +
      'incident_response: { ask_later: { who: night-watch, by: 2027-01-01 } }\n' +
      'waivers: [{ rule: wording/vague, because: It is fine, decided_by: day-shift, until: 2027-01-01 }]\n';
    expect(speaksAt(rule, body)).toEqual([
      'activities.pay.workarounds_asked.whom.1',
      'incident_response.ask_later.who',
      'waivers.0.decided_by',
    ]);
  });

  it('offers the nearest post, and a new one', () => {
    expect(told(rule, `${ROLES}security_lead: office-manger\n`)).toEqual([
      {
        at: 'security_lead',
        marks: 'office-manger',
        message:
          '“office-manger” looks like the name of a post or group, but none is listed under roles or participants.',
        beside: ['office-manager: “office-manager” stands under roles'],
        fixes: ['Replace with office-manager', 'Add office-manger to roles'],
      },
    ]);
    expect(fixedBy(rule, 'Add team-leader to roles', 'security_lead: team-leader\n')).toBe(
      'security_lead: team-leader\nroles:\n  team-leader:\n',
    );
  });

  it('speaks once of a post, where it stands first, and mends all places', () => {
    const body = (post: string): string =>
      `${ROLES}security_lead: ${post}\ninformation: { note: { owner: ${post} }, file: { owner: night-watch } }\n`;
    expect(told(rule, body('office-manger')).map(({ at, beside }) => [at, beside])).toEqual([
      ['security_lead', ['office-manager: “office-manager” stands under roles', 'office-manger: It is named here too']],
      ['information.file.owner', []],
    ]);
    expect(fixedBy(rule, 'Replace with office-manager', body('office-manger'))).toBe(body('office-manager'));
  });

  it('looks into linked descriptions, and is quiet while one of them cannot be read', () => {
    const body = 'manager: team-leader\nsponsor: branch-manager\n';
    const old = described('old', 'roles: { branch-manager: B }\n');
    expect(speaks(rule, body)).toEqual(['manager', 'sponsor']);
    expect(speaks(rule, `work_system: "#old"\n${body}${old}`)).toEqual(['manager']);
    expect(speaks(rule, `work_system: "#other"\n${body}${old}`)).toEqual([]);
  });
});

describe('reference/ambiguous', () => {
  const rule = 'reference/ambiguous';
  const BOTH = 'customers: { applicants: A }\nparticipants: { applicants: B }\n';
  const BODY = `${BOTH}activities: { apply: { performed_by: [applicants] } }\n`;

  it('shows all that are meant', () => {
    expect(told(rule, BODY)).toEqual([
      {
        at: 'activities.apply.performed_by.0',
        marks: 'applicants',
        message:
          '“applicants” stands under participants and customers. Which one is meant? Taken as the one under participants.',
        beside: ['applicants: “applicants” under participants', 'applicants: “applicants” under customers'],
        fixes: ['Rename one of them throughout'],
      },
    ]);
  });

  it('does not mind the same id where no field can mean both', () => {
    expect(
      speaksAt(rule, 'customers: { note: A }\ninformation: { note: B }\nactivities: { pay: { uses: note } }\n'),
    ).toEqual([]);
  });

  it('renames the later one wherever it is meant', () => {
    const more =
      'infrastructure: { desk: { shared_with: applicants } }\nactivities: { apply: { performed_by: applicants, hand_overs: [{ to: applicants }] } }\n';
    expect(fixedBy(rule, 'Rename one of them throughout', BOTH + more)).toBe(
      'customers: { applicants-customers: A }\nparticipants: { applicants: B }\n' +
        'infrastructure: { desk: { shared_with: applicants } }\n' +
        'activities: { apply: { performed_by: applicants, hand_overs: [{ to: applicants-customers }] } }\n',
    );
  });

  it('takes it from participants where no field needs it there', () => {
    const title = 'Remove it from participants and set acts_in_system: true on the customer';
    expect(fixedBy(rule, title, BODY)).toBe(
      'customers: { applicants: { description: A, acts_in_system: true } }\nparticipants: {}\n' +
        'activities: { apply: { performed_by: [applicants] } }\n',
    );
    const needed = `${BODY}incident_response: { known_by: [applicants] }\n`;
    expect(() => fixedBy(rule, title, needed)).toThrow('no fix');
  });

  it('counts a section of two linked descriptions once', () => {
    const body = 'work_system: { as_is: "#old", to_be: "#new" }\nrisks: { late: { text: L, covers: [letters] } }\n';
    const INFO = 'information: { letters: F }\n';
    expect(speaks(rule, body + described('old', INFO) + described('new', INFO))).toEqual([]);
    expect(speaks(rule, body + described('old', INFO) + described('new', 'customers: { letters: C }\n'))).toEqual([
      'risks.late.covers.0',
    ]);
  });
});
