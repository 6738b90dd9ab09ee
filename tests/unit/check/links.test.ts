import { describe, expect, it } from 'vitest';
import type { OpenLink } from '../../../server/src/check/links.ts';
import type { Charter, Linked } from '../../../server/src/model/charter.ts';
import { parseStream } from '../../../server/src/yaml/parse.ts';
import { described, fixed, says, speaks } from '../../helpers/charter.ts';
import { check } from '../../helpers/check.ts';

const HEAD = 'kind: project-charter\nformat: 1\ntitle: Claims portal\n';

/** A folder of files; each link is opened anew, as an editor may do. */
const folder =
  (files: Readonly<Record<string, string>>): OpenLink =>
  (path) =>
    files[path] === undefined ? undefined : { file: path, stream: parseStream(files[path]) };

const description = (body = ''): string => `kind: work-system\nformat: 1\ntitle: Claims\n${body}`;

const follow = (body: string, files: Readonly<Record<string, string>> = {}) => {
  const { documents } = check(HEAD + body, { file: 'portal.charter.yaml', open: folder(files) });
  return documents[0]!.model as Charter;
};

const status = (linked: Linked | undefined): string | undefined => linked?.status;

describe('where a link leads', () => {
  const claims = description('id: claims\n');
  const twice = `${claims}---\n${description('id: then\n')}`;
  const broken = 'kind: work-system\ntitle: "Claims\n';

  it.each<[string, string, Readonly<Record<string, string>>, string]>([
    ['a file', 'claims.work-system.yaml', { 'claims.work-system.yaml': claims }, 'read'],
    ['a file in a folder beside', '../work/claims.yaml', { '../work/claims.yaml': claims }, 'read'],
    ['a file and an id', 'claims.yaml#claims', { 'claims.yaml': claims }, 'read'],
    ['one of several by its id', 'all.yaml#then', { 'all.yaml': twice }, 'read'],
    [
      'an id that is the file name up to the first dot',
      'claims.now.yaml#claims',
      { 'claims.now.yaml': description() },
      'read',
    ],
    ['a file with an empty id', 'claims.yaml#', { 'claims.yaml': claims }, 'read'],
    ['a file that is not there', 'claims.yaml', {}, 'missing'],
    ['several without an id', 'all.yaml', { 'all.yaml': twice }, 'not-one'],
    ['an id that is not there', 'claims.yaml#claim', { 'claims.yaml': claims }, 'not-one'],
    ['an id that is there twice', 'all.yaml#claims', { 'all.yaml': `${claims}---\n${claims}` }, 'not-one'],
    ['another charter', 'other.charter.yaml', { 'other.charter.yaml': HEAD }, 'not-one'],
    ['an empty file', 'claims.yaml', { 'claims.yaml': '' }, 'not-one'],
    ['broken text', 'claims.yaml', { 'claims.yaml': broken }, 'unreadable'],
    ['broken text of an unknown kind', 'claims.yaml', { 'claims.yaml': 'a: [\n' }, 'unreadable'],
    ['a newer format', 'claims.yaml', { 'claims.yaml': 'kind: work-system\nformat: 2\n' }, 'unreadable'],
    ['an id beside a broken document', 'all.yaml#now', { 'all.yaml': `${claims}---\n${broken}` }, 'unreadable'],
    ['a readable document beside a broken one', 'all.yaml#claims', { 'all.yaml': `${claims}---\n${broken}` }, 'read'],
    [
      'one readable and one broken description, without an id',
      'all.yaml',
      { 'all.yaml': `${claims}---\n${broken}` },
      'not-one',
    ],
  ])('%s', (_what, link, files, expected) => {
    expect(status(follow(`work_system: { as_is: "${link}" }\n`, files).links.as_is)).toBe(expected);
  });

  it('a description of the same file', () => {
    const charter = follow(`work_system: { as_is: "#claims" }\n${described('claims')}`);
    expect(charter.asIs?.root.get('id').text).toBe('claims');
  });

  it('the as-is description, where a plain link stands for the map', () => {
    expect(status(follow('work_system: claims.yaml\n', { 'claims.yaml': claims }).links.as_is)).toBe('read');
  });

  it('nowhere while the link is blank or does not apply', () => {
    const charter = follow(
      'work_system: { as_is: , to_be: { not_applicable: { because: Nothing new, decided_by: manager } } }\n',
    );
    expect(charter.links).toEqual({});
  });

  it('the same description, when both links lead to one document', () => {
    const charter = follow('work_system: { as_is: claims.yaml, to_be: "claims.yaml#claims" }\n', {
      'claims.yaml': claims,
    });
    expect(charter.asIs).toBe(charter.toBe);
    expect(charter.systems()).toHaveLength(1);
  });

  it('the to-be description first; where it cannot be read, no other stands in for it', () => {
    const files = { 'now.yaml': description('id: now\n'), 'then.yaml': description('id: then\n') };
    const both = follow('work_system: { as_is: now.yaml, to_be: then.yaml }\n', files);
    expect(both.linked?.root.get('id').text).toBe('then');
    const half = follow('work_system: { as_is: now.yaml, to_be: lost.yaml }\n', files);
    expect(half.linked).toBeUndefined();
    expect(half.allLinksRead).toBe(false);
  });
});

describe('charter/link-missing', () => {
  const rule = 'charter/link-missing';

  it('names the link and underlines it', () => {
    expect(says(rule, 'work_system: { to_be: plans/then.yaml }\n')).toEqual([
      {
        at: 'work_system.to_be',
        marks: 'plans/then.yaml',
        message: 'The work system description plans/then.yaml cannot be found.',
        beside: [],
        fixes: ['Pick a file'],
      },
    ]);
  });

  it('leaves an empty slot in which a file can be picked', () => {
    expect(fixed(rule, 'Pick a file', 'work_system:\n  as_is: now.yaml\n')).toBe('work_system:\n  as_is:\n');
  });
});

describe('charter/link-wrong-kind', () => {
  const rule = 'charter/link-wrong-kind';
  const several = `${described('now')}${described('then')}`;

  it('counts the descriptions and offers each', () => {
    expect(says(rule, `work_system: { as_is: "#" }\n${several}`)).toEqual([
      {
        at: 'work_system.as_is',
        marks: '"#"',
        message: '# holds 2 work system descriptions; the link must lead to one.',
        beside: [],
        fixes: ['Replace with #now', 'Replace with #then'],
      },
    ]);
    const open = folder({ 'all.yaml': `${description('id: now\n')}---\n${description('id: then\n')}` });
    expect(says(rule, 'work_system: all.yaml\n', { open })).toEqual([
      {
        at: 'work_system',
        marks: 'all.yaml',
        message: 'all.yaml holds 2 work system descriptions; the link must lead to one.',
        beside: [],
        fixes: ['Add #now', 'Add #then'],
      },
    ]);
    expect(fixed(rule, 'Add #then', 'work_system: all.yaml\n', { open })).toBe('work_system: all.yaml#then\n');
  });

  it.each([
    [
      'none of that id',
      `work_system: { as_is: "#now" }\n${described('then')}`,
      '#now holds no work system description; the link must lead to one.',
      ['Replace with #then'],
    ],
    [
      'the same id twice',
      `work_system: { as_is: "#now" }\n${described('now')}${described('now')}`,
      '#now holds 2 work system descriptions; the link must lead to one.',
      [],
    ],
    [
      'no description at all',
      'work_system: { as_is: "#now" }\n',
      '#now holds no work system description; the link must lead to one.',
      [],
    ],
  ])('%s', (_what, body, message, fixes) => {
    expect(says(rule, body).map((each) => [each.message, each.fixes])).toEqual([[message, fixes]]);
  });
});

describe('charter/link-not-checkable', () => {
  const rule = 'charter/link-not-checkable';

  it('shows what cannot be read', () => {
    const open = folder({ 'claims.yaml': 'kind: work-system\nformat: 3\n' });
    expect(says(rule, 'work_system: { as_is: claims.yaml }\n', { open })).toEqual([
      {
        at: 'work_system.as_is',
        marks: 'claims.yaml',
        message: 'claims.yaml cannot be read, so checks that need it are left out.',
        beside: ['format: This version of the format is not known'],
        fixes: [],
      },
    ]);
  });

  it('keeps the rules quiet that need the description', () => {
    const body = `work_system: { as_is: "#claims" }\n${described('claims', 'information: { claim-file: { sensitivity: restricted } }\n')}`;
    expect(speaks('initiation/sensitive-items-not-named', body)).toEqual(['information_touched']);
    const unreadable = body.replace('---\nkind: work-system\nformat: 1', '---\nkind: work-system\nformat: 2');
    expect(speaks('initiation/sensitive-items-not-named', unreadable)).toEqual([]);
    expect(speaks(rule, unreadable)).toEqual(['work_system.as_is']);
  });

  it('speaks of a file that is too large too', () => {
    const open = folder({});
    const big: OpenLink = (path) =>
      open(path) ?? { file: path, stream: parseStream(description(), { max_file_bytes: 10 }) };
    expect(speaks(rule, 'work_system: claims.yaml\n', { open: big })).toEqual(['work_system']);
  });
});

describe('charter/link-state-differs', () => {
  const rule = 'charter/link-state-differs';
  const both = `${described('now', 'state: as-is\n')}${described('then', 'state: to-be\n')}`;

  it('says what the link asks for and what the description is', () => {
    expect(says(rule, `work_system: { to_be: "#now" }\n${both}`)).toEqual([
      {
        at: 'work_system.to_be',
        marks: '"#now"',
        message: 'This link asks for the to-be description, but #now is marked as-is.',
        beside: ['as-is: It is marked as-is here'],
        fixes: ['Make it the as-is link'],
      },
    ]);
  });

  it.each([
    ['both as they should be', `work_system: { as_is: "#now", to_be: "#then" }\n${both}`, []],
    [
      'a description without a state',
      `work_system: { as_is: "#a", to_be: "#a2" }\n${described('a')}${described('a2')}`,
      [],
    ],
    ['both links to one document', `work_system: { as_is: "#then", to_be: "#then" }\n${both}`, []],
    [
      'both the wrong way round',
      `work_system: { as_is: "#then", to_be: "#now" }\n${both}`,
      ['work_system.as_is', 'work_system.to_be'],
    ],
    ['a plain link', `work_system: "#then"\n${both}`, ['work_system']],
  ])('%s', (_what, body, expected) => {
    expect(speaks(rule, body)).toEqual(expected);
  });

  it('puts the links right', () => {
    expect(fixed(rule, 'Swap the two links', `work_system:\n  as_is: "#then"\n  to_be: "#now"\n${both}`)).toMatch(
      /^work_system:\n {2}as_is: "#now"\n {2}to_be: "#then"\n/,
    );
    expect(fixed(rule, 'Make it the to-be link', `work_system:\n  as_is: "#then"\n${both}`)).toMatch(
      /^work_system:\n {2}to_be: "#then"\n/,
    );
    expect(fixed(rule, 'Make it the to-be link', `work_system: "#then"\n${both}`)).toMatch(
      /^work_system:\n {2}to_be: "#then"\n/,
    );
  });

  it('offers no swap that would not help', () => {
    const body = `work_system: { as_is: "#then", to_be: "#later" }\n${both}${described('later', 'state: to-be\n')}`;
    expect(says(rule, body).map(({ fixes }) => fixes)).toEqual([[]]);
  });
});

describe('charter/no-work-system', () => {
  const rule = 'charter/no-work-system';

  it.each([
    ['absent', '', true],
    ['blank', 'work_system:\n', true],
    ['only blank links', 'work_system: { as_is: }\n', true],
    ['a plain link', 'work_system: now.yaml\n', false],
    ['a planned description only', 'work_system: { to_be: then.yaml }\n', false],
    ['does not apply', 'work_system: { not_applicable: { because: New work, decided_by: manager } }\n', false],
    ['one link is settled later', 'work_system: { as_is: { ask_later: { who: manager, by: 2027-01-31 } } }\n', false],
    ['a wrong shape', 'work_system: [now.yaml, then.yaml]\n', false],
  ])('%s', (_what, body, expected) => {
    expect(speaks(rule, body)).toEqual(expected ? ['work_system'] : []);
  });

  it('sits on the title and leaves a slot for a link', () => {
    expect(says(rule, '').map(({ marks, fixes }) => [marks, fixes])).toEqual([
      ['Claims portal', ['Link a description']],
    ]);
    expect(fixed(rule, 'Link a description', '')).toBe('work_system:\n  as_is:\n');
  });
});

describe('touched: whether the project touches sensitive information', () => {
  const rule = 'charter/no-security-accountable';
  const linked = described(
    'claims',
    'information: { claim-file: { sensitivity: restricted }, price-list: { sensitivity: public }, photo: { personal_data: personal }, map: A map }\n',
  );
  const later = '{ ask_later: { who: manager, by: 2027-01-31 } }';
  const no = '{ not_applicable: { because: None, decided_by: manager } }';

  it.each([
    ['nothing is named and nothing linked', '', false],
    ['an item is named and no description linked', 'information_touched: [claim file]\n', true],
    ['it is marked internal', 'information_touched: [{ what: claim file, sensitivity: internal }]\n', false],
    [
      'it is marked internal, but about people',
      'information_touched: [{ what: claim file, sensitivity: internal, personal_data: personal }]\n',
      true,
    ],
    ['it is marked confidential', 'information_touched: [{ what: claim file, sensitivity: confidential }]\n', true],
    ['an entry names nothing', 'information_touched: [{ sensitivity: confidential }]\n', false],
    ['the link is broken', 'work_system: lost.yaml\ninformation_touched: [claim-file]\n', true],
    ['nothing is named, a sensitive item linked', `work_system: "#claims"\n${linked}`, true],
    ['an empty list says nothing', `work_system: "#claims"\ninformation_touched: []\n${linked}`, true],
    ['nor does a blank', `work_system: "#claims"\ninformation_touched:\n${linked}`, true],
    ['none, as somebody decided', `work_system: "#claims"\ninformation_touched: ${no}\n${linked}`, false],
    ['settled later counts as absent', `work_system: "#claims"\ninformation_touched: ${later}\n${linked}`, true],
    ['a sensitive item of the description', `work_system: "#claims"\ninformation_touched: claim-file\n${linked}`, true],
    ['one that is about people', `work_system: "#claims"\ninformation_touched: [photo]\n${linked}`, true],
    ['a public one', `work_system: "#claims"\ninformation_touched: [price-list]\n${linked}`, false],
    ['one without a class', `work_system: "#claims"\ninformation_touched: [map]\n${linked}`, false],
    ['words that lead nowhere', `work_system: "#claims"\ninformation_touched: [old spreadsheet]\n${linked}`, false],
    [
      'words that lead nowhere, marked restricted',
      `work_system: "#claims"\ninformation_touched: [{ what: old spreadsheet, sensitivity: restricted }]\n${linked}`,
      true,
    ],
    [
      'words that may lead into a description that cannot be read',
      `work_system: { as_is: "#claims", to_be: lost.yaml }\ninformation_touched: [photo-archive]\n${linked}`,
      true,
    ],
    [
      'a description without sensitive items',
      `work_system: "#claims"\n${described('claims', 'information: { map: A map }\n')}`,
      false,
    ],
  ])('%s', (_what, body, touched) => {
    expect(speaks(rule, body)).toEqual(touched ? ['security_accountable'] : []);
  });

  it('goes by the setting sensitive_from', () => {
    const body = `work_system: "#claims"\n${described('claims', 'information: { map: { sensitivity: internal } }\n')}`;
    expect(speaks(rule, body, { settings: { sensitive_from: 'internal' } })).toEqual(['security_accountable']);
  });

  it('looks into the to-be description first', () => {
    const body = `work_system: { as_is: "#now", to_be: "#then" }\ninformation_touched: [claim-file]\n${described('now', 'information: { claim-file: { sensitivity: restricted } }\n')}`;
    expect(
      speaks(rule, `${body}${described('then', 'information: { claim-file: { sensitivity: public } }\n')}`),
    ).toEqual([]);
    expect(speaks(rule, `${body}${described('then')}`)).toEqual(['security_accountable']);
  });
});

describe('about-security: whether a criterion is about security', () => {
  const about = (criterion: string, more = ''): boolean =>
    speaks(
      'gates/no-security-criterion',
      `information_touched: [claim file]\nphases: { initiation: { gate: { owner: manager, criteria: [${criterion}] } } }\n${more}`,
    ).length === 0;
  const ids =
    'requirements: { R2: { text: Nothing is left, type: security }, R3: { text: Fast, type: quality } }\nrisks: { chat: { text: Chat, category: security }, late: { text: Late, category: schedule } }\n';

  it.each([
    ['its type says so', '{ text: All pages work, type: security }', '', true],
    ['its type says otherwise', '{ text: Passwords are changed, type: other }', '', false],
    ['a security word', 'Backups were restored', '', true],
    ['a word that begins with one', 'Everybody has been Authorised', '', true],
    ['a security word within another word', 'Insecurity is no topic', '', false],
    ['no such word', 'All pages work', '', false],
    ['the id of a security requirement', 'R2 is accepted', ids, true],
    ['in other letters and marks', '(r2)', ids, true],
    ['the id of another requirement', 'R3 is accepted', ids, false],
    ['the id as part of a longer one', 'R2-b is accepted, R22 too', ids, false],
    ['the id of a security risk', 'chat is settled', ids, true],
    ['the id of another risk', 'late is settled', ids, false],
    [
      'a control of a linked description',
      'second-reader is in place',
      `work_system: "#claims"\n${described('claims', 'controls: { second-reader: A second clerk reads it }\n')}`,
      true,
    ],
    ['words in another language', 'Das Passwort ist geheim', 'language: de\n', false],
    ['an English word in a charter in another language', 'Security geprüft', 'language: de\n', false],
    ['the type in a charter in another language', '{ text: Geheim, type: security }', 'language: de\n', true],
    ['a type with a mistake has its own finding first', '{ text: All pages work, type: securty }', '', true],
  ])('%s', (_what, criterion, more, expected) => {
    expect(about(criterion, more)).toBe(expected);
  });
});
