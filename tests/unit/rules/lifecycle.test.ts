import { describe, expect, it } from 'vitest';
import { described, fixed, says, speaks } from '../../helpers/charter.ts';

const LATER = '{ ask_later: { who: manager, by: 2027-01-31 } }';
const LINKS = 'work_system: { as_is: "#now", to_be: "#then" }\n';

describe('lifecycle/new-exposure-not-covered', () => {
  const rule = 'lifecycle/new-exposure-not-covered';
  const between = (now: string, then: string, charter = ''): string =>
    `${LINKS}${charter}${described('now', now)}${described('then', then)}`;
  const photos = 'information: { photos: { sensitivity: restricted } }\n';
  const bot = 'technologies: { bot: { kind: tool } }\nactivities: { sort: { with: [bot], uses: [photos] } }\n';
  const crew = (employment: string): string =>
    `participants: { crew: { employment: ${employment} } }\nactivities: { sort: { performed_by: [crew], uses: [photos] } }\n`;
  const shops = 'customers: { shops: { sees: [photos] } }\n';

  it.each([
    ['nothing new', photos, photos, []],
    ['a new sensitive item', '', photos, ['photos']],
    ['a new public item', '', 'information: { photos: { sensitivity: public } }\n', []],
    ['an item that was not sensitive before', 'information: { photos: { sensitivity: public } }\n', photos, []],
    ['a new tool that handles it', photos, `${photos}${bot}`, ['bot']],
    ['a tool that was there', `${photos}technologies: { bot: A tool }\n`, `${photos}${bot}`, []],
    ['a new tool that handles nothing', photos, `${photos}technologies: { bot: A tool }\n`, []],
    ['a new agency group', photos, `${photos}${crew('agency')}`, ['crew']],
    ['new contractors', photos, `${photos}${crew('contractors')}`, ['crew']],
    ['a new supplier', photos, `${photos}${crew('supplier')}`, ['crew']],
    ['new employees', photos, `${photos}${crew('employees')}`, []],
    ['a new customer who sees it', photos, `${photos}${shops}`, ['shops']],
    ['a customer who now sees it', `${photos}customers: { shops: Repair shops }\n`, `${photos}${shops}`, ['shops']],
    ['a customer who saw it before', `${photos}${shops}`, `${photos}${shops}`, []],
    [
      'who saw it while it was public',
      `information: { photos: { sensitivity: public } }\n${shops}`,
      `${photos}${shops}`,
      [],
    ],
    [
      'who got it in a product before',
      `${photos}customers: { shops: { receives: [album] } }\nproducts: { album: { contains: [photos] } }\n`,
      `${photos}${shops}`,
      [],
    ],
    [
      'a customer the item is about',
      photos,
      'information: { photos: { sensitivity: restricted, about: [shops] } }\ncustomers: { shops: { sees: [photos] } }\n',
      [],
    ],
  ])('%s', (_what, now, then, named) => {
    expect(says(rule, between(now, then)).map(({ at, message }) => [at, message])).toEqual(
      named.length > 0
        ? [
            [
              'work_system.to_be',
              `New in the to-be description: ${named.join(' and ')}. No requirement or risk here covers them.`,
            ],
          ]
        : [],
    );
  });

  it.each([
    ['a requirement that covers it', 'requirements: { S1: { text: A, covers: [photos] } }\n', false],
    ['a risk that covers it', 'risks: { r1: { text: A, covers: photos } }\n', false],
    ['a risk that is about something else', 'risks: { r1: { text: A, covers: [shops] } }\n', true],
    ['requirements that are settled later', `requirements: ${LATER}\n`, false],
    ['risks of a wrong shape', 'risks: [photos]\n', false],
  ])('is quiet or not with %s', (_what, charter, expected) => {
    expect(speaks(rule, between('', photos, charter))).toEqual(expected ? ['work_system.to_be'] : []);
  });

  it.each(['shops', 'photos'])('for a customer, the id %s will do', (id) => {
    expect(speaks(rule, between(photos, `${photos}${shops}`, `risks: { r1: { text: A, covers: [${id}] } }\n`))).toEqual(
      [],
    );
  });

  it('needs both descriptions', () => {
    expect(speaks(rule, `work_system: { to_be: "#then" }\n${described('then', photos)}`)).toEqual([]);
    expect(speaks(rule, `work_system: { as_is: "#lost", to_be: "#then" }\n${described('then', photos)}`)).toEqual([]);
    expect(speaks(rule, `work_system: { as_is: "#then", to_be: "#then" }\n${described('then', photos)}`)).toEqual([]);
  });

  it('shows each in the to-be description and inserts a requirement that covers them', () => {
    const body = between(
      '',
      'information: { photos: { name: Claim photos, sensitivity: restricted } }\ncustomers: { shops: { sees: [photos] } }\n',
    );
    expect(says(rule, body)).toEqual([
      {
        at: 'work_system.to_be',
        marks: '"#then"',
        message: 'New in the to-be description: Claim photos and shops. No requirement or risk here covers them.',
        beside: ['photos: Claim photos is new and sensitive', 'shops: Claim photos now reaches shops'],
        fixes: ['Insert a security requirement'],
      },
    ]);
    const after = fixed(rule, 'Insert a security requirement', body);
    expect(after).toContain('    type: security\n    covers: [photos, shops]\n');
    expect(speaks(rule, after)).toEqual([]);
  });
});

describe('lifecycle/known-gap-carried-over', () => {
  const rule = 'lifecycle/known-gap-carried-over';
  const body = (activity: string, charter = ''): string =>
    `work_system: "#now"\n${charter}${described('now', `activities: { assess: { does: They decide, ${activity} } }\n`)}`;

  it.each([
    ['no gap', 'weaknesses: [], workarounds: []', false],
    ['a weakness', 'weaknesses: [No second reader]', true],
    ['a weakness with a response', 'weaknesses: [{ what: A, response: B, owner: a, due: 2027-01-31 }]', true],
    ['a weakness that was dealt with', 'weaknesses: [{ what: A, done_on: 2026-10-01 }]', false],
    ['a short cut', 'workarounds: [Photos by chat]', true],
    ['a short cut with a plan', 'workarounds: [{ what: A, response: { kind: adopt, owner: a } }]', true],
    ['a short cut with a plan in a sentence', 'workarounds: [{ what: A, response: A new page }]', true],
    ['a short cut that is gone', 'workarounds: [{ what: A, response: { kind: adopt, done_on: 2026-10-01 } }]', false],
    ['a short cut that its owner accepts', 'workarounds: [{ what: A, response: { kind: accept, owner: a } }]', false],
    ['accepted by nobody', 'workarounds: [{ what: A, response: { kind: accept } }]', true],
    ['a response that is settled later', `workarounds: [{ what: A, response: ${LATER} }]`, false],
    ['weaknesses that do not apply', `weaknesses: ${LATER}`, false],
  ])('%s', (_what, activity, expected) => {
    expect(speaks(rule, body(activity))).toEqual(expected ? ['risks'] : []);
  });

  it.each([
    ['a risk', 'risks: { r: { text: A, addresses: [assess] } }\n', false],
    ['a requirement', 'requirements: { r: { text: A, addresses: assess } }\n', false],
    ['an objective', 'objectives: [{ text: A, addresses: [assess] }]\n', false],
    ['a risk about another activity', 'risks: { r: { text: A, addresses: [decide] } }\n', true],
    ['risks that are settled later', `risks: ${LATER}\n`, false],
  ])('taken up by %s', (_what, charter, expected) => {
    expect(speaks(rule, body('weaknesses: [A]', charter))).toEqual(expected ? ['risks'] : []);
  });

  it('looks at today’s work only', () => {
    const gap = 'activities: { assess: { weaknesses: [A] } }\n';
    expect(speaks(rule, `work_system: { to_be: "#then" }\n${described('then', gap)}`)).toEqual([]);
    expect(speaks(rule, `${LINKS}${described('now')}${described('then', gap)}`)).toEqual([]);
  });

  it('shows each gap and adds a risk for its activity', () => {
    const text = body('weaknesses: [No second reader], workarounds: [Photos by chat]', 'risks:\n  late: Too late\n');
    expect(says(rule, text)).toEqual([
      {
        at: 'risks',
        marks: 'risks',
        message: 'Known gaps in assess are not taken up here and may be carried into the new system.',
        beside: [
          'No second reader: Open weakness in assess: No second reader',
          'Photos by chat: Open short cut in assess: Photos by chat',
        ],
        fixes: ['Add a risk for it'],
      },
    ]);
    const after = fixed(rule, 'Add a risk for it', text);
    expect(after).toContain(
      '  late: Too late\n  assess-gap:\n    text:\n    category: security\n    addresses: [assess]\n    owner:\n    response:\n    status: open\n',
    );
    expect(speaks(rule, after)).toEqual([]);
  });

  it('sits on the link where no risks are named, and offers a risk for each of several activities', () => {
    const text = `work_system: "#now"\n${described('now', 'activities: { a: { weaknesses: [A] }, b: { name: Billing, weaknesses: [B] } }\n')}`;
    expect(says(rule, text).map(({ marks, message, fixes }) => [marks, message, fixes])).toEqual([
      [
        'work_system',
        'Known gaps in a and Billing are not taken up here and may be carried into the new system.',
        ['Add a risk for a', 'Add a risk for Billing'],
      ],
    ]);
  });
});
