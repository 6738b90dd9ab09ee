import { describe, expect, it } from 'vitest';
import { fixedBy, speaksAt, told } from '../../helpers/told.ts';

const LATER = '{ ask_later: { who: team leader, by: 2027-01-31 } }';

describe('snapshot/central-section-missing', () => {
  const rule = 'snapshot/central-section-missing';
  const rest = 'customers: { c: C }\nproducts: { p: P }\nactivities: { a: A }\ninformation: { i: I }\n';
  const whole = `${rest}participants: { g: G }\ntechnologies: { t: T }\n`;

  it.each([
    ['nothing is listed yet', '', false],
    ['a section is only opened', 'activities:\n', false],
    ['a section has notes only', 'activities: { notes: Later }\n', false],
    ['everything is listed', whole, false],
    ['one of six', 'activities: { a: A }\n', true],
    ['a blank section counts as missing', `${rest}participants: { g: G }\ntechnologies:\n`, true],
    ['a section that somebody lists later', `${rest}participants: { g: G }\ntechnologies: ${LATER}\n`, false],
    ['a section of a wrong shape has its own finding', `${rest}participants: { g: G }\ntechnologies: [phone]\n`, false],
  ])('%s', (_what, body, speaks) => {
    expect(speaksAt(rule, body)).toEqual(speaks ? [''] : []);
  });

  const agents = (performer: string): string =>
    `customers: { c: C }\nproducts: { p: P }\ninformation: { i: I }\nactivities: { a: { performed_by: [${performer}] } }\n` +
    'technologies: { robot: { kind: automated-agent }, phone: A phone }\n';

  it.each([
    ['programs that act alone', 'robot', false],
    ['a tool', 'phone', true],
    ['a program and somebody unknown', 'robot, clerks', true],
  ])('people are not missed where the work is done by %s', (_what, performer, speaks) => {
    expect(speaksAt(rule, agents(performer))).toEqual(speaks ? [''] : []);
  });

  const shared = (tools: string): string =>
    `customers: { c: C }\nproducts: { p: P }\ninformation: { i: I }\nparticipants: { g: G }\nactivities: { a: { with: [${tools}] } }\n` +
    'infrastructure: { archive: Shared archive }\n';

  it('tools are not missed where only shared infrastructure is used', () => {
    expect(speaksAt(rule, shared('archive'))).toEqual([]);
    expect(speaksAt(rule, shared('archive, phone'))).toEqual(['']);
  });

  it('lists what is missing, at the title', () => {
    expect(told(rule, 'activities: { a: A }\ninformation: { i: I }\nparticipants: { g: G }\nproducts:\n')).toEqual([
      {
        at: '',
        marks: 'Claims',
        message: 'Not listed yet: customers, products and technologies. The checks can only follow what is listed.',
        beside: [],
        fixes: ['Insert the missing sections'],
      },
    ]);
  });

  it('opens the sections that are not there', () => {
    expect(fixedBy(rule, 'Insert the missing sections', `${rest}technologies: { t: T }\n`)).toBe(
      `${rest}technologies: { t: T }\nparticipants:\n`,
    );
  });
});

describe('snapshot/no-performer', () => {
  const rule = 'snapshot/no-performer';

  it.each([
    ['absent', '{ does: The claim is decided }', true],
    ['a plain sentence', 'The claim is decided', true],
    ['only an id', '', true],
    ['an empty list', '{ performed_by: [] }', true],
    ['a blank is left to wording/placeholder', '{ performed_by: }', false],
    ['somebody', '{ performed_by: handlers }', false],
    ['somebody says later', `{ performed_by: ${LATER} }`, false],
  ])('%s', (_what, activity, speaks) => {
    expect(speaksAt(rule, `activities:\n  assess: ${activity}\n`)).toEqual(speaks ? ['activities.assess'] : []);
  });

  it('asks once until one activity says it', () => {
    expect(speaksAt(rule, 'activities: { a: A, b: B }\n')).toEqual(['activities']);
    expect(speaksAt(rule, `activities: { a: A, b: B, c: { performed_by: ${LATER} } }\n`)).toEqual([
      'activities.a',
      'activities.b',
    ]);
  });

  it('takes performers from the defaults', () => {
    expect(speaksAt(rule, 'defaults: { activities: { performed_by: [handlers] } }\nactivities: { a: A }\n')).toEqual(
      [],
    );
  });
});

describe('snapshot/participant-idle', () => {
  const rule = 'snapshot/participant-idle';
  const activities = 'activities: { assess: { performed_by: [handlers] } }\n';

  it('waits until some activity says who does it', () => {
    expect(speaksAt(rule, 'participants: { clerks: Post room }\nactivities: { assess: A }\n')).toEqual([]);
    expect(
      speaksAt(rule, 'participants: { clerks: Post room }\nactivities: { assess: { performed_by: [] } }\n'),
    ).toEqual([]);
  });

  it('names the group and both ways out', () => {
    expect(told(rule, `participants: { handlers: H, clerks: { name: Post room } }\n${activities}`)).toEqual([
      {
        at: 'participants.clerks',
        marks: 'clerks',
        message: 'Post room takes part in no activity described here. Add them to one, or move them to roles.',
        beside: [],
        fixes: ['Add to activity “assess”', 'Move to roles'],
      },
    ]);
  });

  const moved = (clerks: string, more = ''): string =>
    fixedBy(rule, 'Move to roles', `${more}participants:\n  handlers: H\n  clerks: ${clerks}\n${activities}`);

  it('moves a group with what is said of it', () => {
    expect(moved('Post room')).toBe(`participants:\n  handlers: H\n${activities}roles:\n  clerks: Post room\n`);
    expect(moved('{ name: Post room, description: Opens the post }')).toBe(
      `participants:\n  handlers: H\n${activities}roles:\n  clerks:\n    name: Post room\n    description: Opens the post\n`,
    );
  });

  it.each([
    ['roles have no head count', 'participants: { handlers: H, clerks: { count: 3 } }\n'],
    ['notes would be lost', 'participants: { handlers: H, clerks: { notes: Two rooms } }\n'],
    ['there is such a role already', 'roles: { clerks: C }\nparticipants: { handlers: H, clerks: P }\n'],
    [
      'another field names the group',
      'environment: { policies: { p: { known_by: [clerks] } } }\nparticipants: { handlers: H, clerks: P }\n',
    ],
  ])('does not move a group where %s', (_what, body) => {
    expect(told(rule, body + activities).map(({ fixes }) => fixes)).toEqual([['Add to activity “assess”']]);
  });

  it('offers at most three activities', () => {
    const four = 'activities: { a: { performed_by: handlers }, b: B, c: C, d: D }\n';
    expect(told(rule, `participants: { handlers: H, clerks: { count: 3 } }\n${four}`)[0]?.fixes).toEqual([
      'Add to activity “a”',
      'Add to activity “b”',
      'Add to activity “c”',
    ]);
  });
});

describe('snapshot/unused-item', () => {
  const rule = 'snapshot/unused-item';
  const used = 'activities: { assess: { uses: [claim-file], with: [phone] } }\n';

  it('waits until some activity lists something', () => {
    expect(speaksAt(rule, 'activities: { assess: A }\ninformation: { photos: P }\n')).toEqual([]);
    expect(speaksAt(rule, 'activities: { assess: { performed_by: h } }\ninformation: { photos: P }\n')).toEqual([
      'information.photos',
    ]);
  });

  it.each([
    ['in no list', 'information: { claim-file: F, photos: P }\n', ['information.photos']],
    ['another item is built from it', 'information: { claim-file: { built_from: [photos] }, photos: P }\n', []],
    ['only itself is', 'information: { claim-file: F, photos: { built_from: [photos] } }\n', ['information.photos']],
    ['an unused tool', 'technologies: { phone: P, camera: C }\n', ['technologies.camera']],
    ['a store', 'technologies: { phone: P, camera: C }\ninformation: { claim-file: { stored_in: [camera] } }\n', []],
  ])('%s', (_what, body, at) => {
    expect(speaksAt(rule, used + body)).toEqual(at);
  });

  it('asks once for each section in which nothing is used', () => {
    expect(speaksAt(rule, `activities: { assess: { with: [phone] } }\ninformation: { a: A, b: B }\n`)).toEqual([
      'information',
    ]);
    expect(speaksAt(rule, `${used}information: { claim-file: F, a: A, b: B }\n`)).toEqual([
      'information.a',
      'information.b',
    ]);
  });

  it('adds information to `uses`, a tool to `with`, a program that acts alone to `performed_by`', () => {
    const body = (item: string): string => `activities:\n  assess: { uses: [x] }\n${item}`;
    const fix = 'Add to activity “assess”';
    expect(fixedBy(rule, fix, body('information: { photos: P }\n'))).toContain('{ uses: [x, photos] }');
    expect(fixedBy(rule, fix, body('technologies: { phone: P }\n'))).toContain('{ uses: [x], with: [phone] }');
    expect(fixedBy(rule, fix, body('technologies: { robot: { kind: automated-agent } }\n'))).toContain(
      '{ uses: [x], performed_by: [robot] }',
    );
  });
});

describe('snapshot/product-unlinked', () => {
  const rule = 'snapshot/product-unlinked';
  const message = (missing: string): string => `Where does report come from, and who receives it? Missing: ${missing}.`;
  const others = { made: 'assess: { produces: [letter] }', got: 'holders: { receives: [letter] }' };

  it.each([
    ['no product is linked at all', 'assess: A', 'holders: H', []],
    ['others are made', others.made, 'holders: H', [message('an activity that produces it')]],
    ['others are received', 'assess: A', others.got, [message('a customer who receives it')]],
    ['others are both', others.made, others.got, [message('an activity that produces it, a customer who receives it')]],
    ['it is both', 'assess: { produces: report }', 'holders: { receives: report }', []],
  ])('%s', (_what, activity, customer, messages) => {
    const body = `products: { report: R, letter: L }\nactivities: { ${activity} }\ncustomers: { ${customer} }\n`;
    const ofReport = told(rule, body).filter(({ at }) => at === 'products.report');
    expect(ofReport.map((each) => each.message)).toEqual(messages);
  });

  it('links what is missing', () => {
    const body = 'products: { letter: L, report: R }\nactivities: { assess: { produces: [letter] } }\n';
    expect(told(rule, body)[0]).toMatchObject({ at: 'products.report', marks: 'report' });
    expect(fixedBy(rule, 'Link to activity “assess”', body)).toContain('{ produces: [letter, report] }');
  });
});

describe('snapshot/customer-receives-nothing', () => {
  const rule = 'snapshot/customer-receives-nothing';
  const products = 'products: { letter: L }\n';

  it.each([
    ['absent', 'Policy holders', true],
    ['empty', '{ receives: [] }', true],
    ['blank', '{ receives: }', true],
    ['something', '{ receives: letter }', false],
    ['somebody says later', `{ receives: ${LATER} }`, false],
    ['a wrong shape has its own finding', '{ receives: { letter: yes } }', false],
  ])('%s', (_what, customer, speaks) => {
    expect(speaksAt(rule, `customers: { holders: ${customer} }\n${products}`)).toEqual(
      speaks ? ['customers.holders'] : [],
    );
  });

  it('waits for a product', () => {
    expect(speaksAt(rule, 'customers: { holders: H }\n')).toEqual([]);
  });

  it('asks once until one customer receives something', () => {
    expect(speaksAt(rule, `customers: { a: A, b: B }\n${products}`)).toEqual(['customers']);
    expect(speaksAt(rule, `customers: { a: A, b: B, c: { receives: letter } }\n${products}`)).toEqual([
      'customers.a',
      'customers.b',
    ]);
  });
});

describe('snapshot/customer-also-works', () => {
  const rule = 'snapshot/customer-also-works';
  const activities = 'activities: { report: { performed_by: [holders] } }\n';

  it.each([
    ['not said', 'Policy holders', true],
    ['said to be false', '{ acts_in_system: false }', true],
    ['said', '{ acts_in_system: true }', false],
    ['a word that is neither has its own finding', '{ acts_in_system: sometimes }', false],
    ['somebody says later', `{ acts_in_system: ${LATER} }`, false],
  ])('%s', (_what, customer, speaks) => {
    expect(speaksAt(rule, `customers: { holders: ${customer} }\n${activities}`)).toEqual(
      speaks ? ['customers.holders'] : [],
    );
  });

  it('a group of that name is looked up first', () => {
    expect(speaksAt(rule, `customers: { holders: H }\nparticipants: { holders: H }\n${activities}`)).toEqual([]);
  });

  it('says so', () => {
    const body = `customers: { holders: { name: Policy holders } }\n${activities}`;
    expect(told(rule, body)).toEqual([
      {
        at: 'customers.holders',
        marks: 'holders',
        message: 'Policy holders also does part of the work; rules for staff do not reach them.',
        beside: ['report: Policy holders does this'],
        fixes: ['Set acts_in_system'],
      },
    ]);
    expect(fixedBy(rule, 'Set acts_in_system', body)).toContain('{ name: Policy holders, acts_in_system: true }');
  });
});

describe('snapshot/description-old', () => {
  const rule = 'snapshot/description-old';

  it.each([
    ['twelve months ago to the day', '2025-11-23', false],
    ['a day more', '2025-11-22', true],
    ['in the future', '2027-01-01', false],
    ['no date', 'last autumn', false],
  ])('%s', (_what, day, speaks) => {
    expect(speaksAt(rule, `described_on: ${day}\n`)).toEqual(speaks ? ['described_on'] : []);
  });

  it('goes by the setting', () => {
    expect(speaksAt(rule, 'described_on: 2026-08-01\n', { settings: { description_max_age_months: 3 } })).toEqual([
      'described_on',
    ]);
  });

  it.each([
    ['a change on the same day', '2026-09-01', []],
    ['a later change', '2026-09-02', ['described_on']],
    ['a change today', '2026-11-23', ['described_on']],
    ['a change that is planned', '2026-11-24', []],
  ])('%s', (_what, changed, at) => {
    expect(speaksAt(rule, `described_on: 2026-09-01\ncontrols: { lock: { changed: ${changed} } }\n`)).toEqual(at);
  });

  it('names the latest change, from wherever it comes', () => {
    const body =
      'described_on: 2026-09-01\ncontrols: { lock: { changed: 2026-09-05 } }\nactivities:\n  assess:\n' +
      '    weaknesses: [{ what: Open files, done_on: 2026-10-01 }, { what: Old locks, done_on: 2027-10-01 }]\n' +
      '    workarounds: [{ what: Chat, response: { kind: adopt, done_on: 2026-09-20 } }]\n';
    expect(told(rule, body)).toEqual([
      {
        at: 'described_on',
        marks: '2026-09-01',
        message:
          'This was described on 2026-09-01; things have changed since (a weakness in “assess” was dealt with on 2026-10-01).',
        beside: ['2026-10-01: Later: a weakness in “assess” was dealt with'],
        fixes: ['Set to today after checking the text'],
      },
    ]);
    expect(fixedBy(rule, 'Set to today after checking the text', body)).toMatch(/^described_on: 2026-11-23\n/);
  });

  it('tells of age alone', () => {
    expect(told(rule, 'described_on: 2024-01-01\n')[0]?.message).toBe(
      'This was described on 2024-01-01; things have changed since (more than 12 months have passed).',
    );
  });
});

describe('snapshot/too-large', () => {
  const rule = 'snapshot/too-large';
  const body = (items: number): string =>
    `information: { ${Array.from({ length: items }, (_, i) => `i${i}: I`).join(', ')} }\nactivities: { a: A, b: B }\n`;

  it('counts the six sections against the setting', () => {
    expect(speaksAt(rule, body(58))).toEqual([]);
    expect(speaksAt(rule, body(59))).toEqual(['']);
    expect(speaksAt(rule, body(2), { settings: { snapshot_max_items: 4 } })).toEqual([]);
    expect(told(rule, body(3), { settings: { snapshot_max_items: 4 } })).toEqual([
      {
        at: '',
        marks: 'Claims',
        message: '5 items are more than one page shows. Is this the smallest work system that holds the problem?',
        beside: [],
        fixes: [],
      },
    ]);
  });
});
