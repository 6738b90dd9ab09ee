import { describe, expect, it } from 'vitest';
import { fixedBy, speaksAt, told } from '../../helpers/told.ts';

const FILE = 'information: { claim-file: { sensitivity: confidential } }\n';
const LATER = '{ ask_later: { who: team leader, by: 2027-01-31 } }';
const NEVER = '{ not_applicable: { because: They hold it already, decided_by: team leader } }';

describe('customers/misuse-unchecked', () => {
  const rule = 'customers/misuse-unchecked';

  it.each([
    ['they see it', 'sees: [claim-file]', FILE, true],
    [
      'they receive it in a product',
      'receives: [letter]',
      `${FILE}products: { letter: { contains: [claim-file] } }\n`,
      true,
    ],
    ['it is not sensitive', 'sees: [claim-file]', 'information: { claim-file: { sensitivity: internal } }\n', false],
    ['it has no class yet', 'sees: [claim-file]', 'information: { claim-file: F }\n', false],
    [
      'it is about them',
      'sees: [claim-file]',
      'information: { claim-file: { sensitivity: restricted, about: [shops] } }\n',
      false,
    ],
    ['they are whom information is about', 'sees: [claim-file], is_data_subject: true', FILE, false],
    [
      'it is about others',
      'sees: [claim-file], is_data_subject: true',
      'information: { claim-file: { sensitivity: restricted, about: [handlers] } }\nparticipants: { handlers: Claims handlers }\n',
      true,
    ],
    ['a sentence answers', 'sees: [claim-file], use_limits: Photos only', FILE, false],
    ['a blank is left to wording/placeholder', 'sees: [claim-file], use_limits: { what: , told_how: }', FILE, false],
    ['it does not apply', `sees: [claim-file], use_limits: ${NEVER}`, FILE, false],
    ['somebody settles it', `sees: [claim-file], use_limits: ${LATER}`, FILE, false],
  ])('%s', (_what, fields, rest, speaks) => {
    expect(speaksAt(rule, `customers: { shops: { ${fields} } }\n${rest}`)).toEqual(speaks ? ['customers.shops'] : []);
  });

  it('tells the way the information takes', () => {
    const body =
      'customers: { shops: { name: Repair shops, sees: [photos], receives: [order] } }\n' +
      'products: { order: { contains: [claim-file, note] } }\n' +
      'information: { photos: { personal_data: personal, sensitivity: internal }, claim-file: { sensitivity: restricted }, note: { sensitivity: public } }\n';
    expect(told(rule, body)).toEqual([
      {
        at: 'customers.shops',
        marks: 'shops',
        message:
          'Repair shops can see photos and claim-file. What keeps them, or people around them, from misusing it?',
        beside: [
          'photos: photos is internal and about people',
          'claim-file: claim-file is restricted',
          'order: order carries claim-file',
        ],
        fixes: ['Say what limits the use'],
      },
    ]);
  });

  it('asks once until one customer is answered', () => {
    const two = 'a: { sees: [claim-file] }, b: { sees: [claim-file] }';
    expect(speaksAt(rule, `customers: { ${two} }\n${FILE}`)).toEqual(['customers']);
    expect(speaksAt(rule, `customers: { ${two}, c: { sees: [claim-file], use_limits: ${LATER} } }\n${FILE}`)).toEqual([
      'customers.a',
      'customers.b',
    ]);
  });

  it('inserts slots', () => {
    const body = `customers:\n  shops:\n    sees: [claim-file]\n${FILE}`;
    expect(fixedBy(rule, 'Say what limits the use', body)).toContain('    use_limits:\n      what:\n      told_how:\n');
  });
});

describe('customers/onward-use-open', () => {
  const rule = 'customers/onward-use-open';

  it.each([
    ['slots without it', 'type: organisation, use_limits: { what: Photos }', true],
    ['a person', 'type: person, use_limits: { what: Photos }', false],
    ['not said who they are', 'use_limits: { what: Photos }', false],
    ['a sentence', 'type: organisation, use_limits: Photos only', false],
    ['nothing yet', 'type: organisation', false],
    ['blank slots only', 'type: organisation, use_limits: { what: , told_how: }', false],
    ['a blank is left to wording/placeholder', 'type: organisation, use_limits: { what: Photos, onward: }', false],
    ['answered', 'type: organisation, use_limits: { what: Photos, onward: Nothing }', false],
  ])('%s', (_what, fields, speaks) => {
    expect(speaksAt(rule, `customers: { shops: { sees: [claim-file], ${fields} } }\n${FILE}`)).toEqual(
      speaks ? ['customers.shops.use_limits'] : [],
    );
  });

  it('underlines the limits', () => {
    const body = `customers: { shops: { type: organisation, sees: [claim-file], use_limits: { what: Photos } } }\n${FILE}`;
    expect(told(rule, body)).toEqual([
      {
        at: 'customers.shops.use_limits',
        marks: 'use_limits',
        message: 'May the staff, contractors or suppliers of shops get claim-file too?',
        beside: ['claim-file: claim-file is confidential'],
        fixes: ['Say what may be passed on'],
      },
    ]);
  });
});

describe('customers/accuracy-unchecked', () => {
  const rule = 'customers/accuracy-unchecked';
  const body = (fields: string): string =>
    `customers: { holders: { name: Policy holders } }\nparticipants: { handlers: H }\ninformation: { claim-file: ${fields} }\n`;

  it.each([
    ['about a customer, of whatever class', '{ about: holders }', true],
    ['about a group', '{ about: [handlers] }', false],
    ['about nobody known', '{ about: [tenants] }', false],
    ['about nobody', '{ sensitivity: restricted }', false],
    ['a sentence answers', '{ about: [holders], accuracy_check: Read back at the first call }', false],
    ['a blank is left to wording/placeholder', '{ about: [holders], accuracy_check: }', false],
    ['it does not apply', `{ about: [holders], accuracy_check: ${NEVER} }`, false],
  ])('%s', (_what, fields, speaks) => {
    expect(speaksAt(rule, body(fields))).toEqual(speaks ? ['information.claim-file'] : []);
  });

  it('names item and customer', () => {
    expect(told(rule, body('{ name: Claim file, about: [handlers, holders] }'))).toEqual([
      {
        at: 'information.claim-file',
        marks: 'claim-file',
        message: 'Claim file holds details about Policy holders. How does a wrong detail come to light?',
        beside: ['holders: Claim file is about them'],
        fixes: ['Say who checks and when'],
      },
    ]);
  });
});

describe('customers/no-guidance', () => {
  const rule = 'customers/no-guidance';
  const body = (customer: string, activity: string): string =>
    `customers: { holders: ${customer} }\nactivities: { report: ${activity} }\n${FILE}`;

  it.each([
    ['they do touching work', 'H', '{ performed_by: [holders], creates: [claim-file] }', true],
    ['they do work that touches nothing', 'H', '{ performed_by: [holders] }', false],
    ['others do it', 'H', '{ performed_by: [handlers], creates: [claim-file] }', false],
    [
      'they are told',
      '{ guidance: Cover the number plate }',
      '{ performed_by: [holders], creates: [claim-file] }',
      false,
    ],
    [
      'a blank is left to wording/placeholder',
      '{ guidance: TBD }',
      '{ performed_by: [holders], creates: [claim-file] }',
      false,
    ],
  ])('%s', (_what, customer, activity, speaks) => {
    expect(speaksAt(rule, body(customer, activity))).toEqual(speaks ? ['customers.holders'] : []);
  });

  it('names the activity', () => {
    expect(told(rule, body('{ name: Policy holders }', '{ performed_by: holders, uses: claim-file }'))).toEqual([
      {
        at: 'customers.holders',
        marks: 'holders',
        message: 'Policy holders do part of “report” themselves. What are they told about doing it safely?',
        beside: ['report: Policy holders do this'],
        fixes: ['Say what they are told'],
      },
    ]);
  });
});
