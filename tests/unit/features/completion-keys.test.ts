import { describe, expect, it } from 'vitest';
import { completing } from '../../helpers/completing.ts';

/** A description in which an item of sensitive information flows, so that findings ask for much. */
const CLAIMS = `kind: work-system
format: 1
title: Motor claims intake
activities:
  assess:
    does: A handler reads the claim and decides
    performed_by: [handlers]
    uses: [claim-file]
participants:
  handlers:
    name: Claims handlers
information:
  claim-file:
    description: Everything known about one claim
    sensitivity: confidential
`;

/** The text with something put behind the first place where a line stands. */
const behind = (line: string, more: string): string => CLAIMS.replace(`${line}\n`, `${line}\n${more}\n`);

describe('keys', () => {
  it('come with their colon and a blank', () => {
    expect(completing('kind: work-system\nti<|>\n').take('title')).toBe('kind: work-system\ntitle: \n');
  });

  it('say what they mean and what they take', () => {
    const { item } = completing(behind('    name: Claims handlers', '    emp<|>'));
    expect(item('employment')).toMatchObject({
      detail: 'employees, agency, contractors, supplier or volunteers',
      documentation: 'In what relation they stand',
    });
    expect(item('training').detail).toBe('an answer: covers, last');
  });

  it('of the root are offered at the beginning of a line', () => {
    const { labels } = completing(`${CLAIMS}<|>`);
    expect(labels).toContain('controls');
    expect(labels).toContain('security_lead');
    expect(labels).not.toContain('name');
  });

  it('that are there, above or below, are left out', () => {
    const { labels } = completing('kind: work-system\n<|>\ntitle: Claims\n');
    expect(labels).not.toContain('kind');
    expect(labels).not.toContain('title');
    expect(labels).toContain('format');
  });

  it('that findings ask for come first and say what is asked', () => {
    const { items, item } = completing(behind('    name: Claims handlers', '    <|>'));
    const order = [...items].sort((a, b) => (a.sortText! < b.sortText! ? -1 : 1)).map(({ label }) => label);
    expect(order.slice(0, 3)).toContain('training');
    expect(order.indexOf('training')).toBeLessThan(order.indexOf('count'));
    expect(item('training').documentation).toMatch(/^Training or advice they had\n\n\S/);
  });

  it('replace the whole word, also where the cursor stands in its middle', () => {
    const at = (word: string) => completing(behind('    name: Claims handlers', `    ${word}`)).take('count');
    expect(at('co<|>unt_of')).toBe(behind('    name: Claims handlers', '    count: '));
    expect(at('<|>cou')).toBe(behind('    name: Claims handlers', '    count: '));
  });

  it('keep the value behind them when only their name is written anew', () => {
    const text = CLAIMS.replace('name: Claims', 'na<|>me: Claims');
    const { labels, take } = completing(text);
    expect(labels).toContain('name');
    expect(take('description')).toBe(CLAIMS.replace('name: Claims', 'description: Claims'));
  });

  it('are offered right behind the key of an item', () => {
    const { take } = completing(behind('  handlers:', '    <|>'));
    expect(take('count')).toBe(behind('  handlers:', '    count: '));
  });

  it('are offered for an item that has nothing yet', () => {
    expect(completing('kind: work-system\nparticipants:\n  handlers:\n    <|>').take('employment')).toBe(
      'kind: work-system\nparticipants:\n  handlers:\n    employment: ',
    );
  });

  it('are offered between items and between blank lines', () => {
    const { take } = completing('kind: work-system\n\n<|>\n\nparticipants:\n  a: b\n');
    expect(take('title')).toBe('kind: work-system\n\ntitle: \n\nparticipants:\n  a: b\n');
  });

  it('are offered below a comment', () => {
    const { labels } = completing('kind: work-system\n# Who gets something?\n<|>\n');
    expect(labels).toContain('customers');
  });

  it('are offered in maps between braces, with commas where they are needed', () => {
    const within = (map: string) => `kind: work-system\nactivities:\n  a:\n    watched_by: ${map}\n`;
    expect(completing(within('{ <|> }')).take('who')).toBe(within('{ who:  }'));
    expect(completing(within('{ who: x, ho<|> }')).take('how')).toBe(within('{ who: x, how:  }'));
    expect(completing(within('{ <|> who: x }')).take('how')).toBe(within('{ how: , who: x }'));
    expect(completing(within('{ h<|>ow: x }')).take('every')).toBe(within('{ every: x }'));
    expect(completing(within('{ who: x, <|>')).labels).toEqual(['how', 'every', 'notes']);
    expect(completing(within('{ who: x,<|>}')).take('how')).toBe(within('{ who: x, how: }'));
  });

  it('are offered in braces over several lines', () => {
    const text = `kind: work-system
activities:
  a:
    watched_by: {
      who: x,
      <|>
    }
`;
    expect(completing(text).take('every')).toBe(text.replace('<|>', 'every: '));
    expect(completing(text).labels).not.toContain('who');
  });

  it('begin an entry of a list', () => {
    const text = `kind: work-system
activities:
  a:
    workarounds:
      - wh<|>
`;
    expect(completing(text).take('why')).toBe(text.replace('wh<|>', 'why: '));
    expect(completing(text.replace('wh<|>', 'what: Notes on paper\n        <|>')).labels).toContain('response');
  });

  it('of an entry are those of its list', () => {
    const text =
      'kind: work-system\nactivities:\n  a:\n    goals:\n      - kind: speed\n        <|>\n      - kind: cost\n';
    expect(completing(text).labels).toEqual(['target', 'description', 'notes']);
  });

  it('are offered in the phases of a charter', () => {
    const text = 'kind: project-charter\nphases:\n  implementation:\n    <|>\n  development:\n    owner: x\n';
    expect(completing(text).labels).toEqual(expect.arrayContaining(['go_live', 'briefing', 'owner']));
    expect(completing(text.replace('    <|>', '  <|>').replace('implementation:', 'initiation:')).labels).toEqual(
      expect.arrayContaining(['implementation', 'operation_and_maintenance']),
    );
  });

  it('are offered in gates, waivers, defaults and strategies', () => {
    const keys = (text: string) => completing(text).labels;
    expect(keys('kind: project-charter\nphases:\n  initiation:\n    gate:\n      <|>')).toContain('criteria');
    expect(keys('kind: work-system\nwaivers:\n  - rule: x\n    <|>')).toEqual([
      'because',
      'decided_by',
      'until',
      'at',
      'notes',
    ]);
    expect(keys('kind: work-system\ndefaults:\n  <|>')).toContain('policies');
    expect(keys('kind: work-system\ndefaults:\n  controls:\n    <|>')).toContain('test_every');
    expect(keys('kind: work-system\nstrategies:\n  <|>')).toContain('differences');
    expect(keys('kind: work-system\nstrategies:\n  department:\n    security:\n      <|>')).toContain('measure');
    expect(keys('kind: work-system\nenvironment:\n  threat_watch:\n    not_applicable:\n      <|>')).toEqual([
      'because',
      'decided_by',
      'until',
      'notes',
    ]);
  });

  it('are offered while the text is broken above or below', () => {
    const broken =
      'kind: work-system\ntitle: "Claims\ncustomers:\n  a: [b, c\nparticipants:\n  handlers:\n    <|>\ninformation:\n  x: ][\n';
    expect(completing(broken).labels).toContain('training');
    const colon = 'kind: work-system\ntitle Claims\nparticipants:\n  handlers:\n    name: x\n    <|>\n';
    expect(completing(colon).labels).toContain('training');
  });

  it('are asked for by the last findings while the text is broken', () => {
    const { item } = completing(behind('    name: Claims handlers', '    <|>\n    oops'), {
      before: { 'example.work-system.yaml': CLAIMS },
    });
    expect(item('training').sortText).toMatch(/^0/);
  });

  it('are those of the document in which the cursor stands', () => {
    const text = 'kind: work-system\ntitle: One\n---\nkind: project-charter\n<|>\n';
    const { labels } = completing(text, { file: 'both.charter.yaml' });
    expect(labels).toContain('phases');
    expect(labels).toContain('title');
    expect(labels).not.toContain('customers');
  });

  it('keep the line ends of the text', () => {
    const text = 'kind: work-system\r\nactivities:\r\n  a:\r\n    <|>\r\n';
    expect(completing(text).take('watched_by')).toBe(
      'kind: work-system\r\nactivities:\r\n  a:\r\n    watched_by:\r\n      who: \r\n      how: \r\n      every: \r\n',
    );
  });

  it('count emoji as the editor does', () => {
    const text = 'kind: work-system\nparticipants:\n  a: { name: 🦊🦊, <|> }\n';
    expect(completing(text).take('count')).toBe(text.replace('<|>', 'count: '));
  });

  it('follow the indentation of the text', () => {
    const text = 'kind: work-system\nactivities:\n    a:\n        does: x\n        <|>\n';
    expect(completing(text).take('watched_by')).toBe(
      'kind: work-system\nactivities:\n    a:\n        does: x\n        watched_by:\n            who: \n            how: \n            every: \n',
    );
    const flat = 'kind: work-system\nactivities:\n  a:\n    goals:\n    - kind: speed\n    <|>\n';
    expect(completing(flat).take('weaknesses')).toBe(
      'kind: work-system\nactivities:\n  a:\n    goals:\n    - kind: speed\n    weaknesses:\n    - what: \n      response: \n      owner: \n      due: \n',
    );
  });

  it('open a bracket where a list of ids follows', () => {
    const { item, take } = completing(behind('    uses: [claim-file]', '    <|>'));
    expect(item('creates').textEdit).toMatchObject({ newText: 'creates: [$0]' });
    expect(take('creates')).toBe(behind('    uses: [claim-file]', '    creates: []'));
  });

  it('are followed by their values where the client can open the list again', () => {
    const command = (suggestAgain?: string) =>
      completing('kind: work-system\n<|>', { suggestAgain }).item('state').command?.command;
    expect(command('editor.action.triggerSuggest')).toBe('editor.action.triggerSuggest');
    expect(command()).toBeUndefined();
  });

  it('are found in the middle of 3,000 lines', () => {
    const items = Array.from(
      { length: 1000 },
      (_, i) => `  item-${i}:\n    name: Item ${i}\n    sensitivity: internal\n`,
    );
    const text = `kind: work-system\ninformation:\n${items.slice(0, 500).join('')}    <|>\n${items.slice(500).join('')}`;
    const { labels } = completing(text);
    expect(labels).toContain('owner');
    expect(labels).not.toContain('sensitivity');
  });
});

describe('nothing is offered', () => {
  const nothing = (text: string, file?: string) => expect(completing(text, file ? { file } : {}).labels).toEqual([]);

  it('in comments', () => {
    nothing('kind: work-system\n# ti<|>\n');
    nothing('kind: work-system # th<|>\n');
    nothing('kind: work-system\nstate: as-is # t<|>\n');
  });

  it('in a person’s own words', () => {
    nothing('kind: work-system\ntitle: Claims<|>\n');
    nothing('kind: work-system\ntitle: <|>\n');
    nothing('kind: work-system\npurpose: Get paid\n  and <|>\n');
    nothing('kind: work-system\npurpose: |\n  Get paid\n  <|>\n');
    nothing('kind: work-system\npurpose: |\n  Get paid\n<|>\n  in time\n');
    nothing('kind: work-system\ntitle: "Cla<|>ims"\n');
    nothing('kind: work-system\nactivities:\n  a: { does: Some<|>thing }\n');
    nothing('kind: work-system\nactivities:\n  a:\n    watched_by:\n      how: Re<|>ads\n');
    nothing('kind: work-system\nparticipants:\n  a: Some people<|>\n');
  });

  it('where a key in quotes is written', () => nothing('kind: work-system\n"tit<|>le": x\n'));

  it('between a word and its colon, and in indentation', () => {
    nothing('kind: work-system\nparticipants:\n <|> a: x\n');
    nothing('kind: work-system\ntitle <|>: x\n');
  });

  it('behind a value that is finished', () => {
    nothing('kind: work-system\nactivities:\n  a:\n    uses: [x] <|>\n');
    nothing('kind: work-system\nactivities:\n  a:\n    uses: [x <|>]\n');
    nothing('kind: work-system\nstate: as-is <|>\n');
  });

  it('where what stands below would go to another owner', () => {
    nothing('kind: work-system\ncustomers:\n<|>\n  a: x\n');
    nothing('kind: work-system\nactivities:\n  a:\n    watched_by: <|>\n      who: x\n');
  });

  it('on the line between documents', () => nothing('kind: work-system\n---<|>\ntitle: x\n'));

  it('below fields the format does not know', () => {
    nothing('kind: work-system\nnotes:\n  <|>\n');
    nothing('kind: work-system\nx-own:\n  <|>\n');
    nothing('kind: work-system\nparticipants:\n  notes:\n    <|>\n');
  });

  it('in other YAML', () => {
    nothing('services:\n  <|>\n', 'compose.yaml');
    nothing('kind: Deployment\n<|>\n', 'deployment.yaml');
    nothing('kind: Deployment\n---\nkind: work-system\ntitle: x\n---\na: b\n<|>\n', 'mixed.yaml');
  });
});
