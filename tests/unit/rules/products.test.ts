import { describe, expect, it } from 'vitest';
import { fixedBy, speaksAt, told } from '../../helpers/told.ts';

const FILE = 'information: { claim-file: { sensitivity: confidential } }\n';
const LATER = '{ ask_later: { who: team leader, by: 2027-01-31 } }';

describe('products/contents-unlisted', () => {
  const rule = 'products/contents-unlisted';

  it.each([
    ['a text without contents', 'kind: informational', true],
    ['an empty list', 'kind: informational, contains: []', true],
    ['blank', 'kind: informational, contains: ', true],
    ['a thing', 'kind: physical', false],
    ['not said what it is', 'description: A letter', false],
    ['listed', 'kind: informational, contains: claim-file', false],
    ['somebody lists them', `kind: informational, contains: ${LATER}`, false],
    ['a wrong shape has its own finding', 'kind: informational, contains: { a: b }', false],
  ])('%s', (_what, fields, speaks) => {
    expect(speaksAt(rule, `products: { letter: { ${fields} } }\n${FILE}`)).toEqual(speaks ? ['products.letter'] : []);
  });

  it('asks once until one product lists its contents', () => {
    const two = 'a: { kind: informational }, b: { kind: informational }';
    expect(speaksAt(rule, `products: { ${two} }\n`)).toEqual(['products']);
    expect(speaksAt(rule, `products: { ${two}, c: { kind: informational, contains: ${LATER} } }\n`)).toEqual([
      'products.a',
      'products.b',
    ]);
  });

  it('is no question with slots of its own', () => {
    expect(told(rule, 'products: { letter: { name: Decision letter, kind: informational } }\n')).toEqual([
      {
        at: 'products.letter',
        marks: 'letter',
        message: 'Which information goes into Decision letter? Without that its safety cannot be looked at.',
        beside: [],
        fixes: ['List the contents'],
      },
    ]);
  });
});

describe('products/no-safeguards', () => {
  const rule = 'products/no-safeguards';

  it.each([
    ['it holds sensitive information', 'contains: [claim-file]', true],
    ['it holds other information', 'contains: [form]', false],
    ['nothing is listed', 'kind: informational', false],
    ['a sentence answers', 'contains: [claim-file], safeguards: A second clerk reads it', false],
    ['one slot answers', 'contains: [claim-file], safeguards: { against_error: A second clerk reads it }', false],
    ['blank slots are left to wording/placeholder', 'contains: [claim-file], safeguards: { against_error: }', false],
  ])('%s', (_what, fields, speaks) => {
    expect(speaksAt(rule, `products: { letter: { ${fields} } }\n${FILE}`)).toEqual(speaks ? ['products.letter'] : []);
  });

  it('points at the sensitive items', () => {
    expect(told(rule, `products: { letter: { contains: [claim-file] } }\n${FILE}`)).toEqual([
      {
        at: 'products.letter',
        marks: 'letter',
        message: 'If letter were wrong, or went to the wrong person, what would catch it?',
        beside: ['claim-file: claim-file is confidential'],
        fixes: ['Say what guards it'],
      },
    ]);
  });
});

describe('products/reward-to-misstate', () => {
  const rule = 'products/reward-to-misstate';
  const body = (product: string, incentives: string): string =>
    `products: { report: ${product} }\nactivities: { assess: A }\nparticipants: { handlers: { incentives: ${incentives} } }\n`;

  it.each([
    ['measured on it, of whatever kind', 'R', '[{ kind: quality, measured_on: [report] }]', true],
    ['a single incentive is a list of one', 'R', '{ measured_on: report }', true],
    ['measured on something else', 'R', '[{ kind: volume, measured_on: [assess] }]', false],
    ['an incentive in words only', 'R', 'Bonus for a good report', false],
    ['answered', '{ misstatement: Counted by the case system }', '[{ measured_on: [report] }]', false],
  ])('%s', (_what, product, incentives, speaks) => {
    expect(speaksAt(rule, body(product, incentives))).toEqual(speaks ? ['products.report'] : []);
  });

  it('points at the incentive', () => {
    expect(told(rule, body('{ name: Monthly report }', '[{ kind: volume, measured_on: [report] }]'))).toEqual([
      {
        at: 'products.report',
        marks: 'report',
        message: 'handlers are rewarded by what Monthly report says. What keeps it honest?',
        beside: ['{ kind: volume, measured_on: [report] }: A reward of handlers is measured on Monthly report'],
        fixes: ['Say who gains and what keeps it honest'],
      },
    ]);
  });
});

describe('products/checked-by-author', () => {
  const rule = 'products/checked-by-author';
  const body = (checkers: string, more = ''): string =>
    `products: { report: { checked_by: ${checkers} } }\nparticipants: { clerks: C, handlers: H }\n` +
    `activities: { write: { performed_by: [clerks], produces: [report] }${more} }\nroles: { lead: L }\n`;
  const at = ['products.report.checked_by'];

  it.each([
    ['the same group', '[clerks]', '', at],
    ['another group', '[handlers]', '', []],
    ['one more', '[clerks, handlers]', '', []],
    ['a post', '[lead]', '', []],
    ['a phrase names somebody else', '[clerks, second reader]', '', []],
    ['nobody', '[]', '', []],
    ['a second activity that others do', '[clerks]', ', sum: { performed_by: [handlers], produces: [report] }', []],
    ['a second activity they do too', '[clerks]', ', sum: { performed_by: [clerks], produces: [report] }', at],
  ])('%s', (_what, checkers, more, expected) => {
    expect(speaksAt(rule, body(checkers, more))).toEqual(expected);
  });

  it('needs an activity that makes the product', () => {
    expect(speaksAt(rule, 'products: { report: { checked_by: [clerks] } }\nparticipants: { clerks: C }\n')).toEqual([]);
  });

  it('is quiet in a small team, whether the description or the settings say so', () => {
    expect(speaksAt(rule, `small_team: true\n${body('clerks')}`)).toEqual([]);
    expect(speaksAt(rule, body('clerks'), { settings: { small_team: true } })).toEqual([]);
    expect(speaksAt(rule, `small_team: false\n${body('clerks')}`, { settings: { small_team: true } })).toEqual(at);
  });

  it('offers others to check', () => {
    expect(told(rule, body('[clerks]'))).toEqual([
      {
        at: 'products.report.checked_by',
        marks: '[clerks]',
        message: 'Those who write report are also the only ones who check it.',
        beside: ['write: report is made here'],
        fixes: ['Pick another checker: handlers', 'Pick another checker: lead'],
      },
    ]);
    expect(fixedBy(rule, 'Pick another checker: lead', body('[clerks]'))).toContain('{ checked_by: [lead] }');
  });
});

describe('products/marked-too-low', () => {
  const rule = 'products/marked-too-low';
  const items = 'information: { form: { sensitivity: internal }, note: { sensitivity: restricted }, memo: M }\n';

  it.each([
    ['lower than the gravest item', 'distribution: confidential, contains: [form, note]', true],
    ['as high', 'distribution: restricted, contains: [form, note]', false],
    ['higher', 'distribution: confidential, contains: [form]', false],
    ['items without a class say nothing', 'distribution: public, contains: [memo]', false],
    ['not marked', 'contains: [note]', false],
    ['something is left out', 'distribution: public, contains: [note], redacts: All names', false],
    ['blank', 'distribution: public, contains: [note], redacts: ', true],
    ['somebody settles it', `distribution: public, contains: [note], redacts: ${LATER}`, false],
  ])('%s', (_what, fields, speaks) => {
    expect(speaksAt(rule, `products: { letter: { ${fields} } }\n${items}`)).toEqual(
      speaks ? ['products.letter.distribution'] : [],
    );
  });

  it('names the item and raises the mark', () => {
    const body = `products: { letter: { distribution: internal, contains: [form, note] } }\n${items}`;
    expect(told(rule, body)).toEqual([
      {
        at: 'products.letter.distribution',
        marks: 'internal',
        message: 'Marked internal, but it holds note, which is restricted.',
        beside: ['note: note is restricted'],
        fixes: ['Raise to restricted', 'Say what is left out'],
      },
    ]);
    expect(fixedBy(rule, 'Raise to restricted', body)).toContain('{ distribution: restricted, contains');
    const lines = 'products:\n  letter:\n    distribution: internal\n    contains: [note]\n';
    expect(fixedBy(rule, 'Say what is left out', lines + items)).toBe(`${lines}    redacts:\n${items}`);
  });

  it('sits on the item where a default marks it', () => {
    const body = `defaults: { products: { distribution: public } }\nproducts: { letter: { contains: [note] } }\n${items}`;
    expect(told(rule, body)[0]).toMatchObject({ at: 'products.letter.distribution', marks: 'letter' });
  });
});
