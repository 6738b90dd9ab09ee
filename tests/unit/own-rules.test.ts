import { describe, expect, it } from 'vitest';
import { readConfig } from '../../server/src/config.ts';
import type { Settings } from '../../server/src/settings.ts';
import { parseStream } from '../../server/src/yaml/parse.ts';
import { applyEdits, editsFor } from '../../server/src/yaml/patch.ts';
import { check, pairs } from '../helpers/check.ts';

/** What a settings file sets, and what is said about it: the words that are underlined, and the message. */
function configured(config: string) {
  const { settings, problems } = readConfig(parseStream(config));
  return { settings, said: problems.map(({ span, message }) => [config.slice(span.start, span.end), message]) };
}

/** A settings file with one rule that asks about the backup of information, with other lines where they are given. */
const backup = (lines: Readonly<Record<string, string>> = {}): string => {
  const all = {
    id: 'own/backup',
    question: 'Where is the backup of {name}?',
    why: 'Our insurer asks for it every year.',
    for: 'information',
    answer: 'x-backup',
    ...lines,
  };
  return `rules:\n${Object.entries(all)
    .filter(([, value]) => value !== '')
    .map(([key, value], i) => `  ${i === 0 ? '-' : ' '} ${key}: ${value}\n`)
    .join('')}`;
};

/** Settings made from a file about which nothing is said. */
function settingsOf(config: string): Partial<Settings> {
  const { settings, said } = configured(config);
  expect(said).toEqual([]);
  return settings;
}

const DESCRIPTION = 'kind: work-system\nformat: 1\ntitle: Claims\n';
const CHARTER = 'kind: project-charter\nformat: 1\ntitle: Claims portal\n';

const checked = (config: string, body: string, head = DESCRIPTION) =>
  check(head + body, { settings: settingsOf(config) });

/** Where the rules of one's own speak in a body. */
const asked = (config: string, body: string, head = DESCRIPTION): string[] =>
  pairs(checked(config, body, head))
    .filter((pair) => pair.startsWith('own/'))
    .map((pair) => pair.slice(pair.indexOf(' ') + 1));

/** Everything that is said of a body under a rule of one's own and is not said without it. */
const saidMore = (config: string, body: string): string[] => {
  const before = new Set(pairs(check(DESCRIPTION + body)));
  return pairs(checked(config, body)).filter((pair) => !before.has(pair));
};

/** The body after the first fix of a title. */
function fixed(config: string, title: string, body: string, head = DESCRIPTION): string {
  const result = checked(config, body, head);
  const fix = result.findings
    .filter(({ rule }) => rule.startsWith('own/'))
    .flatMap(({ fixes }) => fixes)
    .find((each) => each.title === title);
  if (!fix) throw new Error(`no fix ${title}`);
  const edits = editsFor(result.documents[0]!.document, fix.patches);
  if (!edits) throw new Error(`the fix ${title} is not possible`);
  return applyEdits(head + body, edits).slice(head.length);
}

describe('a question of one’s own', () => {
  it('is asked of each item in the words of the definition', () => {
    const { findings } = checked(
      backup({ severity: 'warning' }),
      'information:\n  claim-file: { name: Claim file, sensitivity: internal }\n',
    );
    expect(findings.filter(({ rule }) => rule === 'own/backup')).toMatchObject([
      {
        severity: 'warning',
        message: 'Where is the backup of Claim file?',
        at: ['information', 'claim-file'],
        fingerprint: 'own/backup@information.claim-file',
        fixes: [{ title: 'Answer this' }, { title: 'Does not apply, because …' }, { title: 'Ask later' }],
      },
    ]);
  });

  it('rolls up: one finding for the section until somebody starts answering, then one for each item', () => {
    expect(asked(backup(), 'information: { a: , b: , c: A list }\n')).toEqual(['information']);
    expect(asked(backup(), 'information: { a: , b: { x-backup: In the safe }, c: A list }\n')).toEqual([
      'information.a',
      'information.c',
    ]);
    const [rolled] = checked(backup(), 'information: { a: , b: }\n').findings.filter(
      ({ rule }) => rule === 'own/backup',
    );
    expect(rolled?.message).toBe('Where is the backup of each item: a and b.');
  });

  it('takes the name of an item as it is, whatever signs it holds', () => {
    const [finding] = checked(
      backup({ question: '"{name}: where is the backup of {name}?"' }),
      'information: { a: { name: "$& costs $1" } }\n',
    ).findings.filter(({ rule }) => rule === 'own/backup');
    expect(finding?.message).toBe('$& costs $1: where is the backup of $& costs $1?');
  });

  it('counts among the answered questions', () => {
    const { documents } = checked(backup(), 'information: { a: , b: { x-backup: In the safe } }\n');
    expect(documents[0]?.coverage.own).toEqual({
      questions: 2,
      answered: 1,
      open: 1,
      accepted: 0,
      notApplicable: 0,
    });
  });

  it.each([
    ['customers', 'customers: { a: }', 'customers.a'],
    ['products', 'products: { a: }', 'products.a'],
    ['activities', 'activities: { a: }', 'activities.a'],
    ['participants', 'participants: { a: }', 'participants.a'],
    ['information', 'information: { a: }', 'information.a'],
    ['technologies', 'technologies: { a: }', 'technologies.a'],
    ['policies', 'environment: { policies: { a: } }', 'environment.policies.a'],
    ['infrastructure', 'infrastructure: { a: }', 'infrastructure.a'],
    ['controls', 'controls: { a: }', 'controls.a'],
  ])('can be asked of %s', (section, body, at) => {
    expect(asked(backup({ for: section }), `${body}\n`)).toEqual([at]);
    expect(asked(backup({ for: section }), `${body}\n`, CHARTER)).toEqual([]);
  });

  it.each([
    ['requirements', 'requirements: { a: }', 'requirements.a'],
    ['stakeholders', 'stakeholders: { a: }', 'stakeholders.a'],
    ['risks', 'risks: { a: }', 'risks.a'],
    ['outputs', 'phases: { development: { outputs: { a: } } }', 'phases.development.outputs.a'],
  ])('can be asked of %s of a charter', (section, body, at) => {
    expect(asked(backup({ for: section }), `${body}\n`, CHARTER)).toEqual([at]);
  });
});

describe('conditions: an item is asked about when it meets all of them', () => {
  const ITEMS = `information:
  plans: { sensitivity: internal, owner: manager, stored_in: [safe, cloud], x-backup: yes }
  wages: { sensitivity: confidential, personal_data: personal, anonymised: TRUE, owner: manager, stored_in: cloud }
  pad: A pad on the desk
  blank: { owner: , stored_in: [] }
  later: { owner: { ask_later: { who: manager, by: 2027-01-31 } } }
`;
  it.each([
    ['{}', ['plans', 'wages', 'pad', 'blank', 'later']],
    ['{ sensitivity: confidential }', ['wages']],
    ['{ sensitivity: { equals: confidential } }', ['wages']],
    ['{ sensitivity: { in: [internal, confidential] } }', ['plans', 'wages']],
    ['{ sensitivity: { in: [restricted] } }', []],
    ['{ anonymised: true }', ['wages']],
    ['{ owner: manager, stored_in: safe }', ['plans']],
    ['{ stored_in: cloud }', ['plans', 'wages']],
    ['{ stored_in: { in: [safe, drawer] } }', ['plans']],
    ['{ stored_in: { equals: cloud, in: [safe] } }', ['plans']],
    ['{ owner: { present: true } }', ['plans', 'wages']],
    ['{ owner: { present: false } }', ['pad', 'blank', 'later']],
    ['{ stored_in: { present: false } }', ['pad', 'blank', 'later']],
    ['{ owner: { present: true, equals: clerk } }', []],
    ['{ description: A pad on the desk }', ['pad']],
    ['{ sensitive: true }', ['wages']],
    ['{ sensitive: false }', ['plans', 'pad', 'blank', 'later']],
    ['{ sensitive: true, sensitivity: internal }', []],
  ])('where: %s', (where, items) => {
    expect(saidMore(backup({ where, answer: 'x-copy' }), ITEMS).flatMap((pair) => pair.split(' ')[1] ?? [])).toEqual(
      items.length > 1 ? ['information'] : items.map((item) => `information.${item}`),
    );
    const [finding] = checked(backup({ where, answer: 'x-copy' }), ITEMS).findings.filter(
      ({ rule }) => rule === 'own/backup',
    );
    expect((finding?.items ?? (finding ? [finding.at] : [])).map(([, id]) => id)).toEqual(items);
  });

  it('numbers and truths are compared by what they are, not by how they are written', () => {
    const body = 'controls: { lock: { minutes: 4.0 }, bolt: { minutes: 5 } }\n';
    expect(asked(backup({ for: 'controls', where: '{ minutes: 4 }' }), body)).toEqual(['controls.lock']);
  });

  const FLOW = `customers:
  couples: { receives: [letter] }
  venues:
products:
  letter: { contains: [wages] }
  cake:
activities:
  pay: { performed_by: [clerks], uses: [wages], with: [laptop] }
  bake: { performed_by: [bakers] }
participants: { clerks: , bakers: }
information:
  wages: { sensitivity: confidential, protections: [lock] }
technologies: { laptop: , oven: }
infrastructure:
  share: { hosts: [wages] }
  hall:
controls: { lock: , bell: }
`;
  it.each([
    ['activities', 'touching', 'pay', 'bake'],
    ['activities', 'sensitive', 'pay', 'bake'],
    ['participants', 'handler', 'clerks', 'bakers'],
    ['participants', 'sensitive', 'clerks', 'bakers'],
    ['customers', 'sensitive', 'couples', 'venues'],
    ['products', 'sensitive', 'letter', 'cake'],
    ['technologies', 'sensitive', 'laptop', 'oven'],
    ['infrastructure', 'sensitive', 'share', 'hall'],
    ['controls', 'sensitive', 'lock', 'bell'],
  ])('%s: %s is true of %s and false of %s', (section, notion, yes, no) => {
    const rule = (value: boolean) => backup({ for: section, where: `{ ${notion}: ${value} }` });
    expect(asked(rule(true), FLOW)).toEqual([`${section}.${yes}`]);
    expect(asked(rule(false), FLOW)).toEqual([`${section}.${no}`]);
  });

  it('sensitive is true of everything in a charter whose project touches sensitive information', () => {
    const rule = backup({ for: 'risks', where: '{ sensitive: true }' });
    expect(asked(rule, 'risks: { late: }\ninformation_touched: [wages]\n', CHARTER)).toEqual(['risks.late']);
    expect(asked(rule, 'risks: { late: }\n', CHARTER)).toEqual([]);
  });
});

describe('an answer climbs the same ladder as all others', () => {
  const item = (answer: string) => `information: { wages: { ${answer} } }\n`;

  it.each([
    ['absent', '', ['own/backup information.wages']],
    ['blank', 'x-backup: ', ['wording/placeholder information.wages.x-backup']],
    ['a placeholder', 'x-backup: TBD', ['wording/placeholder information.wages.x-backup']],
    ['a bare assurance', 'x-backup: yes', ['wording/bare-assurance information.wages.x-backup']],
    ['true', 'x-backup: true', ['wording/bare-assurance information.wages.x-backup']],
    ['a vague sentence', 'x-backup: Copies are made as appropriate', ['wording/vague information.wages.x-backup']],
    ['a sentence', 'x-backup: A disk in the safe of the office next door', []],
    ['not applicable', 'x-backup: { not_applicable: { because: It is made anew each day, decided_by: manager } }', []],
    [
      'not applicable for no reason',
      'x-backup: { not_applicable: { decided_by: manager } }',
      ['waivers/not-applicable-unexplained information.wages.x-backup.not_applicable'],
    ],
    [
      'not applicable for a time that is over',
      'x-backup: { not_applicable: { because: New program, decided_by: manager, until: 2026-11-01 } }',
      ['waivers/expired information.wages.x-backup.not_applicable.until'],
    ],
    ['to be settled later', 'x-backup: { ask_later: { who: manager, by: 2027-01-31 } }', []],
    [
      'to be settled by nobody',
      'x-backup: { ask_later: { by: 2027-01-31 } }',
      ['waivers/ask-later-open-ended information.wages.x-backup.ask_later'],
    ],
    [
      'to be settled long ago',
      'x-backup: { ask_later: { who: manager, by: 2026-11-01 } }',
      ['waivers/ask-later-overdue information.wages.x-backup.ask_later.by'],
    ],
    ['a list', 'x-backup: [a, b]', ['format/wrong-type information.wages.x-backup']],
  ])('%s', (_step, answer, said) => {
    expect(saidMore(backup(), item(answer))).toEqual(said);
  });

  it('a field of the format answers as it does everywhere, also one that no other rule asks for', () => {
    const redacts = backup({ answer: 'redacts' });
    expect(saidMore(redacts, item('sensitivity: internal'))).toEqual(['own/backup information.wages']);
    expect(saidMore(redacts, item('redacts: '))).toEqual(['wording/placeholder information.wages.redacts']);
    expect(saidMore(redacts, item('redacts: yes'))).toEqual(['wording/bare-assurance information.wages.redacts']);
    expect(saidMore(redacts, item('redacts: Names of the people'))).toEqual([]);
  });

  it('an empty list answers only where it says that there is nothing to list', () => {
    const steps = backup({ for: 'activities', answer: 'security_steps' });
    const cuts = backup({ for: 'activities', answer: 'workarounds' });
    expect(asked(steps, 'activities: { bake: { security_steps: [] } }\n')).toEqual(['activities.bake']);
    expect(asked(cuts, 'activities: { bake: { workarounds: [] } }\n')).toEqual([]);
  });

  it('a default answers for every item that has no answer of its own', () => {
    const defaults = 'defaults: { information: { x-backup: A disk in the safe } }\n';
    expect(asked(backup(), `${defaults}information: { a: , b: A list }\n`)).toEqual([]);
  });
});

describe('keys that begin with x- are nobody’s business until a rule asks for them', () => {
  it.each(['x-backup: ', 'x-backup: yes', 'x-backup: [a, b]', 'x-backup: { a: 1 }'])('%s', (answer) => {
    const body = `information: { wages: { ${answer} } }\n`;
    expect(saidMore(backup({ answer: 'x-other' }), body)).toEqual(['own/backup information.wages']);
  });
});

describe('exceptions and levels', () => {
  const waiver = (more: string) =>
    `information: { wages: }\nwaivers:\n  - { rule: own/backup, ${more}because: New program, decided_by: manager, until: 2027-03-31 }\n`;

  it('a waiver takes a rule of one’s own by its id', () => {
    const result = checked(backup(), waiver('at: information.wages, '));
    expect(result.waived.map(({ rule, waiver: { because } }) => [rule, because])).toEqual([
      ['own/backup', 'New program'],
    ]);
    expect(asked(backup(), waiver(''))).toEqual([]);
    expect(pairs(result).filter((pair) => pair.startsWith('waivers/'))).toEqual([]);
  });

  it('once the rule is gone, the waiver names an unknown one', () => {
    expect(pairs(check(DESCRIPTION + waiver('')))).toContain('waivers/unknown-rule waivers.0.rule');
  });

  it('a comment with a reason silences it for the next line', () => {
    const body = 'information:\n  # worksec-disable-next-line own/backup: The program keeps copies\n  wages:\n';
    expect(asked(backup(), body)).toEqual([]);
  });

  it.each([
    ['own/backup: error', 'error'],
    ['own: hint', 'hint'],
    ['own/*: warning', 'warning'],
    ['own/backup: off', undefined],
    ['"own": off', undefined],
  ])('severity: { %s }', (line, level) => {
    const { findings } = checked(`${backup()}severity: { ${line} }\n`, 'information: { wages: }\n');
    expect(findings.find(({ rule }) => rule === 'own/backup')?.severity).toBe(level);
  });
});

describe('fixes insert empty slots, never an answer', () => {
  const title = 'Answer this';

  it('a key of one’s own, with the question beside it', () => {
    const body = 'information:\n  wages:\n    sensitivity: internal\n';
    const mended = fixed(backup(), title, body);
    expect(mended).toBe(
      'information:\n  wages:\n    sensitivity: internal\n    # Where is the backup of wages?\n    x-backup:\n',
    );
    expect(saidMore(backup(), mended)).toEqual(['wording/placeholder information.wages.x-backup']);
  });

  it('a sentence stays', () => {
    expect(fixed(backup(), title, 'information:\n  wages: What people earn\n')).toBe(
      'information:\n  wages:\n    description: What people earn\n    # Where is the backup of wages?\n    x-backup:\n',
    );
  });

  it.each([
    ['activities', 'watched_by', ['who:', 'how:', 'every:']],
    ['participants', 'security_duties', ['what:']],
    ['technologies', 'protections', ['intrusion:', 'theft:', 'sabotage:']],
    ['participants', 'awareness', ['policies: []', 'told_how:']],
  ])('%s: the slots %s cannot do without', (section, answer, slots) => {
    const mended = fixed(backup({ for: section, answer }), title, `${section}:\n  it:\n    name: It\n`);
    expect(
      mended
        .split('\n')
        .slice(4, -1)
        .map((line) => line.trim()),
    ).toEqual([`${answer}:`, ...slots]);
  });

  it.each([
    ['information', 'owner', 'owner:'],
    ['information', 'stored_in', 'stored_in: []'],
    ['participants', 'involved_in', 'involved_in: []'],
    ['controls', 'test_every', 'test_every:'],
    ['products', 'checked_by', 'checked_by: []'],
    ['technologies', 'portable', 'portable:'],
  ])('%s: %s', (section, answer, line) => {
    const mended = fixed(backup({ for: section, answer }), title, `${section}:\n  it:\n    name: It\n`);
    expect(mended.split('\n')[4]?.trim()).toBe(line);
  });

  it('all items of a rolled-up finding at once', () => {
    expect(fixed(backup(), 'Answer this (all 2)', 'information:\n  a:\n  b:\n')).toBe(
      'information:\n  a:\n    # Where is the backup of a?\n    x-backup:\n  b:\n    # Where is the backup of b?\n    x-backup:\n',
    );
  });

  it('the question does not arise, or somebody settles it later', () => {
    expect(fixed(backup(), 'Ask later', 'information:\n  a:\n    name: A\n')).toBe(
      'information:\n  a:\n    name: A\n    x-backup:\n      ask_later:\n        who:\n        by:\n',
    );
  });
});

describe('a definition that cannot be used', () => {
  const said = (config: string) => configured(config).said;

  it.each([
    ['no id', { id: '' }, 'question: Where is', 'id is missing here.'],
    [
      'a name outside own/',
      { id: 'backup' },
      'backup',
      'id begins with own/ and goes on with small letters, digits and hyphens.',
    ],
    [
      'a name of the tool',
      { id: 'information/no-owner' },
      'information/no-owner',
      'id begins with own/ and goes on with small letters, digits and hyphens.',
    ],
    [
      'capitals in the name',
      { id: 'own/Backup' },
      'own/Backup',
      'id begins with own/ and goes on with small letters, digits and hyphens.',
    ],
    ['no question', { question: '' }, 'own/backup', 'question is missing here.'],
    ['several parts missing', { why: '', for: '', answer: '' }, 'own/backup', 'why, for and answer are missing here.'],
    ['a blank reason', { why: '~' }, '~', 'why takes a text.'],
    ['an empty reason', { why: '""' }, '""', 'why takes some text.'],
    ['a question that is a list', { question: '[What, where]' }, '[What, where]', 'question takes a text.'],
    [
      'a question for a page',
      { question: 'Where '.repeat(40).trim() },
      'Where '.repeat(40).trim(),
      'question takes at most 160 letters.',
    ],
    [
      'another word in braces',
      { question: '"Where is {item}?"' },
      '"Where is {item}?"',
      '“{item}” stands for nothing here; {name} stands for the item that is asked about.',
    ],
    [
      'an unknown section',
      { for: 'informations' },
      'informations',
      /^for takes one of customers, .* not “informations”\. Did you mean information\?$/,
    ],
    [
      'a section without items',
      { for: 'strategies' },
      'strategies',
      /^for takes one of customers, .* not “strategies”\.$/,
    ],
    ['an unknown field', { answer: 'ownr' }, 'ownr', '“ownr” is not a field of information. Did you mean owner?'],
    [
      'a new field without x-',
      { answer: 'where-is-the-copy' },
      'where-is-the-copy',
      '“where-is-the-copy” is not a field of information. A new one begins with x-.',
    ],
    [
      'a field of another section',
      { answer: 'incentives' },
      'incentives',
      '“incentives” is not a field of information. A new one begins with x-.',
    ],
    [
      'an inherited name',
      { answer: 'constructor' },
      'constructor',
      '“constructor” is not a field of information. A new one begins with x-.',
    ],
    [
      'a level that is none',
      { severity: 'grave' },
      'grave',
      'severity takes one of error, warning, information, hint, not “grave”.',
    ],
    [
      'a part nobody knows',
      { sverity: 'hint' },
      'sverity',
      '“sverity” is not known here, so nothing reads it. Did you mean severity?',
    ],
    ['a pattern', { matches: '^x' }, 'matches', '“matches” is not known here, so nothing reads it.'],
    ['conditions in a list', { where: '[sensitive]' }, '[sensitive]', 'where takes a map of names and values.'],
    [
      'a condition on an unknown field',
      { where: '{ sensitivty: internal }' },
      'sensitivty',
      '“sensitivty” is not a field of information. Did you mean sensitivity?',
    ],
    [
      'a condition on a mistyped notion',
      { where: '{ sensitve: true }' },
      'sensitve',
      '“sensitve” is not a field of information. Did you mean sensitive?',
    ],
    [
      'a condition on a prototype',
      { where: '{ __proto__: x }' },
      '__proto__',
      '“__proto__” is not known here, so nothing reads it.',
    ],
    ['an inherited condition', { where: '{ toString: x }' }, 'toString', '“toString” is not a field of information.'],
    [
      'a wrong choice',
      { where: '{ sensitivity: confidental }' },
      'confidental',
      'sensitivity takes one of public, internal, confidential, restricted, not “confidental”. Did you mean confidential?',
    ],
    [
      'a wrong choice among several',
      { where: '{ sensitivity: { in: [internal, secret] } }' },
      '{ in: [internal, secret] }',
      'sensitivity takes one of public, internal, confidential, restricted, not “secret”.',
    ],
    [
      'a word for true or false',
      { where: '{ anonymised: mostly }' },
      'mostly',
      'anonymised takes true or false, not “mostly”.',
    ],
    [
      'a notion that is neither true nor false',
      { where: '{ sensitive: very }' },
      'very',
      'sensitive takes true or false.',
    ],
    [
      'a notion with conditions of its own',
      { where: '{ sensitive: { present: true } }' },
      '{ present: true }',
      'sensitive takes true or false.',
    ],
    [
      'touching outside activities',
      { where: '{ touching: true }' },
      'touching',
      'touching can be asked of activities only.',
    ],
    [
      'handler outside participants',
      { where: '{ handler: true }' },
      'handler',
      'handler can be asked of participants only.',
    ],
    [
      'a word for an answer with slots',
      { where: '{ accuracy_check: daily }' },
      'daily',
      'accuracy_check holds fields of its own, so only present can be asked of it.',
    ],
    [
      'a list of words',
      { where: '{ owner: [a, b] }' },
      '[a, b]',
      'owner takes a word, or a map with equals, in or present.',
    ],
    ['nothing', { where: '{ owner: ~ }' }, '~', 'owner takes a word, or a map with equals, in or present.'],
    [
      'an empty condition',
      { where: '{ owner: {} }' },
      '{}',
      'Say what owner must hold: one word, or a map with equals, in or present.',
    ],
    [
      'one of none',
      { where: '{ owner: { in: [] } }' },
      '{ in: [] }',
      'Say what owner must hold: one word, or a map with equals, in or present.',
    ],
    [
      'another comparison',
      { where: '{ owner: { equal: manager } }' },
      'equal',
      '“equal” is not known here, so nothing reads it. Did you mean equals?',
    ],
    ['an expression', { where: '{ owner: { not: manager } }' }, 'not', '“not” is not known here, so nothing reads it.'],
    [
      'present without true or false',
      { where: '{ owner: { present: maybe } }' },
      'maybe',
      'present takes true or false.',
    ],
    ['in without a list', { where: '{ owner: { in: manager } }' }, 'manager', 'in takes a list.'],
  ])('%s', (_what, lines, marked, message) => {
    const [first, ...others] = said(backup(lines as Record<string, string>));
    expect(others).toEqual([]);
    expect(first?.[0]).toContain(marked);
    expect(first?.[0]?.split('\n')[0]?.length).toBeLessThanOrEqual(Math.max(marked.length, 40));
    if (typeof message === 'string') expect(first?.[1]).toBe(message);
    else expect(first?.[1]).toMatch(message);
    expect(configured(backup(lines as Record<string, string>)).settings.rules).toEqual([]);
  });

  it.each([
    ['numbers', '{ minutes: many }', 'minutes takes a number, not “many”.'],
    ['dates', '{ last_tested: soon }', 'last_tested takes a date such as 2026-06-30, not “soon”.'],
  ])('words where %s stand', (_what, where, message) => {
    expect(said(backup({ for: 'controls', where })).map(([, each]) => each)).toEqual([message]);
  });

  it('that is no map at all', () => {
    expect(said('rules:\n  - own/backup\n  - ~\n')).toEqual([
      ['own/backup', 'An entry of rules takes a map of names and values.'],
      ['~', 'An entry of rules takes a map of names and values.'],
    ]);
  });

  it('tells everything that is wrong with it at once', () => {
    expect(
      said(backup({ id: 'backup', why: '', answer: 'ownr', where: '{ sensitivity: secret, sensitive: 7 }' })).map(
        ([marked]) => marked,
      ),
    ).toEqual(['backup', 'backup', 'ownr', 'secret', '7']);
  });

  it('takes no good one with it', () => {
    const second = backup({ id: 'own/owner', answer: 'owner' }).slice('rules:\n'.length);
    const { settings, said: problems } = configured(
      `sensitive_from: internal\n${backup({ answer: 'ownr' })}${second}severity: { own/owner: error, own/backup: off }\n`,
    );
    expect(problems.map(([marked]) => marked)).toEqual(['ownr']);
    expect(settings).toMatchObject({
      sensitive_from: 'internal',
      rules: [{ id: 'own/owner' }],
      severity: { 'own/owner': 'error' },
    });
  });

  it('has a name that another one has: the first one asks', () => {
    const second = backup({ question: 'Who can restore {name}?' }).slice('rules:\n'.length);
    const { settings, said: problems } = configured(backup() + second);
    expect(problems).toEqual([['own/backup', 'Another rule is called “own/backup” already.']]);
    expect(settings.rules?.map(({ question }) => question)).toEqual(['Where is the backup of {name}?']);
  });
});
