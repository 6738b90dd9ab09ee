import { describe, expect, it } from 'vitest';
import { InsertTextFormat, InsertTextMode } from 'vscode-languageserver';
import { check } from '../../helpers/check.ts';
import { completing } from '../../helpers/completing.ts';

const HEAD = 'kind: work-system\n';
const after = (lines: string, label: string) =>
  completing(HEAD + lines)
    .take(label)
    .slice(HEAD.length);

describe('a new item', () => {
  it('has the fields it begins with', () => {
    expect(after('activities:\n  <|>', 'A new activity')).toBe(
      'activities:\n  new-activity:\n    does: \n    performed_by: []\n    uses: []\n    with: []',
    );
    expect(after('participants:\n  a: b\n  <|>\n', 'A new group')).toBe(
      'participants:\n  a: b\n  new-group:\n    name: \n    count: \n    employment: \n',
    );
    expect(after('information:\n  <|>', 'A new information item')).toContain('    sensitivity: ');
    expect(after('roles:\n  <|>', 'A new post')).toBe('roles:\n  new-post: ');
    expect(after('environment:\n  policies:\n    <|>', 'A new policy')).toContain('      known_by: []');
    expect(after('environment:\n  conditions:\n    <|>', 'A new condition')).toContain('    new-condition: ');
  });

  it('has a stop for its id and each field', () => {
    const { textEdit, insertTextFormat, insertTextMode } = completing(`${HEAD}controls:\n  <|>`).item('A new control');
    expect(textEdit?.newText).toMatch(
      /^\$\{1:new-control\}:\n {4}does: \$2\n {4}owner: \$3\n {4}used_by: \[\$4\]\n {4}effort: \$5$/,
    );
    expect(insertTextFormat).toBe(InsertTextFormat.Snippet);
    expect(insertTextMode).toBe(InsertTextMode.asIs);
  });

  it('takes the word that is typed as its id', () => {
    expect(after('customers:\n  buyers<|>\n', 'A new customer')).toBe(
      'customers:\n  buyers:\n    name: \n    type: \n    receives: []\n',
    );
    expect(completing(`${HEAD}customers:\n  buyers<|>\n`).item('A new customer').filterText).toBe(
      'buyers a new customer',
    );
  });

  it('does not take an id that is there', () =>
    expect(after('roles:\n  new-post: x\n  <|>', 'A new post')).toBe('roles:\n  new-post: x\n  new-post-2: '));

  it('can be the first behind the key of its section', () => {
    expect(after('participants: <|>\n', 'A first group')).toBe(
      'participants:\n  new-group:\n    name: \n    count: \n    employment: \n',
    );
  });

  it('stands between braces where its section does', () =>
    expect(after('roles: { a: b, <|> }', 'A new post')).toBe('roles: { a: b, new-post:  }'));

  it('is plain text for a client without tab stops', () => {
    const { item, take } = completing(`${HEAD}roles:\n  <|>`, { snippets: false });
    expect(item('A new post').insertTextFormat).toBeUndefined();
    expect(take('A new post')).toBe(`${HEAD}roles:\n  new-post: `);
  });

  it('of a charter', () => {
    const charter = (lines: string, label: string) => completing(`kind: project-charter\n${lines}`).take(label);
    expect(charter('risks:\n  <|>', 'A new risk')).toContain('  new-risk:\n    text: \n    category: ');
    expect(charter('requirements:\n  R1: x\n  <|>', 'A new requirement')).toContain('    verified_by: ');
    expect(charter('phases:\n  development:\n    outputs:\n      <|>', 'A new output')).toContain('        kind: ');
  });
});

describe('a new entry', () => {
  const list = (lines: string) => `activities:\n  a:\n    workarounds:${lines}`;

  it('has its dash and the fields it begins with', () => {
    expect(after(list('\n      <|>'), 'A new short cut')).toBe(
      list('\n      - what: \n        why: \n        response:\n          kind: '),
    );
    expect(after(list('\n      - what: x\n      <|>\n'), 'A new short cut')).toBe(
      list('\n      - what: x\n      - what: \n        why: \n        response:\n          kind: \n'),
    );
  });

  it('follows a dash that is there', () =>
    expect(after(list('\n      - <|>'), 'A new short cut')).toBe(
      list('\n      - what: \n        why: \n        response:\n          kind: '),
    ));

  it('stands in braces within brackets', () =>
    expect(after('activities:\n  a:\n    goals: [<|>]', 'A new goal')).toBe(
      'activities:\n  a:\n    goals: [{ kind: , target:  }]',
    ));

  it('can be the first behind the key of its list', () =>
    expect(after('waivers: <|>\n', 'A first exception')).toBe(
      'waivers:\n  - rule: \n    at: \n    because: \n    decided_by: \n    until: \n',
    ));

  it('of criteria', () =>
    expect(
      completing('kind: project-charter\nphases:\n  initiation:\n    gate:\n      criteria:\n        <|>').take(
        'A new criterion',
      ),
    ).toContain('        - text: \n          type: '));
});

describe('an answer', () => {
  const item = (lines: string) => `activities:\n  a:\n    does: x\n${lines}`;
  const parts = '\n      who: \n      how: \n      every: ';

  it('comes with the slots it needs', () => {
    expect(after(item('    <|>'), 'watched_by')).toBe(item(`    watched_by:${parts}`));
    expect(after(item('    watched_by: <|>\n'), 'The answer in parts')).toBe(item(`    watched_by:${parts}\n`));
    expect(after(item('    watched_by:<|>\n'), 'The answer in parts')).toBe(item(`    watched_by:${parts}\n`));
  });

  it('stands in braces within braces', () =>
    expect(after('activities:\n  a: { does: x, <|> }', 'watched_by')).toBe(
      'activities:\n  a: { does: x, watched_by: { who: , how: , every:  } }',
    ));

  it('may not arise, or wait', () => {
    expect(after(item('    watched_by: <|>\n'), 'not_applicable')).toBe(
      item('    watched_by:\n      not_applicable:\n        because: \n        decided_by: \n'),
    );
    expect(after(item('    watched_by:\n      <|>\n'), 'ask_later')).toBe(
      item('    watched_by:\n      ask_later:\n        who: \n        by: \n'),
    );
    expect(after('controls:\n  <|>\n', 'not_applicable')).toContain('  not_applicable:\n    because: ');
  });

  it('does so for the whole of it only', () => {
    expect(completing(HEAD + item('    watched_by:\n      who: x\n      <|>')).labels).not.toContain('ask_later');
    expect(completing(`${HEAD}waivers:\n  - until: <|>`).labels).not.toContain('ask_later');
    expect(completing(`${HEAD}<|>`).labels).not.toContain('ask_later');
  });
});

describe('an empty file', () => {
  it.each(['a.work-system.yaml', 'a.charter.yaml'])('called %s begins with a whole document', (file) => {
    const { items, take } = completing('<|>', { file });
    const starters = items.filter(({ label }) => label.startsWith('A first '));
    expect(starters).toHaveLength(1);
    const text = take(starters[0]!.label);
    const serious = check(text, { file }).findings.filter(({ severity }) => severity === 'error');
    expect(serious.filter(({ rule }) => !rule.startsWith('charter/link')).map(({ rule }) => rule)).toEqual([]);
  });

  it('with another name may become either', () =>
    expect(completing('<|>', { file: 'work.yaml' }).labels).toEqual([
      'A first work system description',
      'A first project charter',
    ]));

  it('may hold comments, line ends and the beginning of a word', () => {
    expect(completing('# Mine\n\n<|>\n', { file: 'a.work-system.yaml' }).labels[0]).toBe(
      'A first work system description',
    );
    expect(completing('ki<|>', { file: 'a.work-system.yaml' }).labels).toContain('kind');
    expect(completing('# Mine\r\n<|>', { file: 'a.work-system.yaml' }).take('A first work system description')).toMatch(
      /^# Mine\r\nkind: work-system\r\nformat: 1\r\n/,
    );
  });

  it('may be a new document of a stream', () => {
    const text = 'kind: work-system\ntitle: x\n---\n<|>';
    expect(completing(text).take('A first work system description')).toMatch(/\n---\nkind: work-system\nformat: 1\n/);
  });

  it('has the same id wherever the first document repeats it', () => {
    const { newText } = completing('<|>', { file: 'a.work-system.yaml' }).items[0]!.textEdit!;
    expect(newText.match(/\$\{9:clerks\}/g)).toHaveLength(2);
  });
});
