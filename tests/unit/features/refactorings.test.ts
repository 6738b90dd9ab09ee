import { describe, expect, it } from 'vitest';
import { acted, titlesAt } from '../../helpers/acting.ts';
import type { CursorOptions } from '../../helpers/cursor.ts';

const HEAD = 'kind: work-system\nformat: 1\ntitle: Claims\n';

/** The text after an action, without its head. */
const after = (title: string, body: string, options?: CursorOptions): string | undefined =>
  acted(HEAD + body, title, options)?.replace(HEAD, '');

const offered = (body: string, options?: CursorOptions): string[] => titlesAt(HEAD + body, 'refactor', options);

describe('a sentence becomes fields', () => {
  it('and keeps its text as it is written', () => {
    expect(
      after(
        'Turn the sentence into fields',
        'activities:\n  assess:  \'He reads, she "decides"\'  # so far\n  n<|>ext: x\n',
      ),
    ).toBe('activities:\n  assess:  \'He reads, she "decides"\'  # so far\n  next:\n    does: x\n');
    expect(after('Turn the sentence into fields', "activities:\n  assess:  'He reads,<|> she'  # so far\n")).toBe(
      "activities:\n  assess:\n    does: 'He reads, she'  # so far\n",
    );
    expect(after('Turn the sentence into fields', 'roles:\n  boss: |\n    Runs <|>it\n    alone\n')).toBe(
      'roles:\n  boss:\n    description: |\n      Runs it\n      alone\n',
    );
  });

  it('also in braces, in lists and in Windows files', () => {
    expect(after('Turn the sentence into fields', 'roles: { boss: Ru<|>ns it 🙂, desk: x }\n')).toBe(
      'roles: { boss: { description: Runs it 🙂 }, desk: x }\n',
    );
    expect(
      after('Turn the sentence into fields', 'activities:\n  a:\n    goals:\n      - Fa<|>st\n      - Cheap\n'),
    ).toBe('activities:\n  a:\n    goals:\n      - description: Fast\n      - Cheap\n');
    const windows = (text: string): string => (HEAD + text).replaceAll('\n', '\r\n');
    expect(acted(windows('roles:\n  bo<|>ss: x\n  desk: y\n'), 'Turn the sentence into fields')).toBe(
      windows('roles:\n  boss:\n    description: x\n  desk: y\n'),
    );
    // A line that was added elsewhere may end otherwise: no place of an edit lies between a CR and its LF.
    const mixed = (text: string): string => `# Ours\n${windows(text)}`;
    expect(acted(mixed('roles:\n  boss: <|>x\n'), 'Turn the sentence into fields')).toBe(
      mixed('roles:\n  boss:\n    description: x\n'),
    );
  });

  it('and back, where nothing else is said', () => {
    expect(
      after('Write it as one sentence', "roles:\n  bo<|>ss:\n    description: 'Runs it'  # so far\n  desk: y\n"),
    ).toBe("roles:\n  boss: 'Runs it'  # so far\n  desk: y\n");
    expect(after('Write it as one sentence', 'roles: { boss: { descri<|>ption: Runs it } }\n')).toBe(
      'roles: { boss: Runs it }\n',
    );
    expect(
      after('Write it as one sentence', 'roles:\n  boss:\n    desc<|>ription: |\n      Runs it\n      alone\n'),
    ).toBe('roles:\n  boss: |\n      Runs it\n      alone\n');
    expect(
      after('Write it as one sentence', 'activities:\n  a:\n    weaknesses:\n      - wh<|>at: Too late\n      - x\n'),
    ).toBe('activities:\n  a:\n    weaknesses:\n      - Too late\n      - x\n');
  });

  it('but not where something would be lost', () => {
    expect(offered('roles:\n  bo<|>ss: { name: Boss }\n')).toEqual([]);
    expect(offered('roles:\n  bo<|>ss: { name: Boss, description: x }\n')).toEqual([]);
    expect(offered('roles:\n  bo<|>ss:\n')).toEqual([]);
    expect(after('Write it as one', 'roles:\n  bo<|>ss:\n    # why\n    description: x\n')).toMatch(
      /cannot be changed here alone/,
    );
  });
});

describe('a sentence becomes slots', () => {
  it('with the words in the slot for words and the others to be filled', () => {
    expect(
      after('Turn the sentence into slots', 'activities:\n  a:\n    watched_by: The manager reads <|>notes # weekly\n'),
    ).toBe(
      'activities:\n  a:\n    watched_by:\n      how: The manager reads notes # weekly\n      who:\n      every:\n',
    );
    expect(after('Turn the sentence into slots', 'activities: { a: { watched_by: Some<|>body } }\n')).toBe(
      'activities: { a: { watched_by: { how: Somebody, who: , every: } } }\n',
    );
  });

  it('as a note where no slot takes words, and alone where no other is needed', () => {
    expect(after('Turn the sentence into slots', 'activities:\n  a:\n    weaknesses_reviewed: La<|>st year\n')).toBe(
      'activities:\n  a:\n    weaknesses_reviewed:\n      notes: Last year\n      date:\n      by:\n',
    );
    expect(after('Turn the sentence into slots', 'participants:\n  p:\n    security_duties: Lo<|>cking up\n')).toBe(
      'participants:\n  p:\n    security_duties:\n      what: Locking up\n',
    );
  });
});

describe('an answer several items repeat', () => {
  const controls = (last: string): string =>
    `controls:\n  lock:\n    test_every: qua<|>rter\n    owner: boss\n  count:\n    test_every: quarter # as said\n  ${last}\nroles: { boss: x }\n`;

  it('moves to the defaults', () => {
    expect(
      after('Move “test_every” to the defaults for controls (2 items', controls('ask: { test_every: month }')),
    ).toBe(
      'controls:\n  lock:\n    owner: boss\n  count:\n  ask: { test_every: month }\nroles: { boss: x }\ndefaults:\n  controls:\n    test_every: quarter\n',
    );
  });

  it('stays where a default would answer for an item that says nothing', () => {
    expect(offered(controls('ask: Somebody asks'))).toEqual([]);
  });

  it('stays where it is said once, or a default is there already', () => {
    expect(offered('controls:\n  a: { test_every: qu<|>arter }\n  b: { test_every: month }\n')).toEqual([]);
    expect(
      offered(
        'defaults: { controls: { test_every: year } }\ncontrols:\n  a: { test_every: mo<|>nth }\n  b: { test_every: month }\n',
      ),
    ).toEqual([]);
  });
});

describe('a phrase becomes a role', () => {
  it('in every place that says the same', () => {
    expect(
      after(
        'Add “second reader” to the roles (2 places)',
        'security_lead: second rea<|>der\nactivities:\n  a: { watched_by: { who: "Second reader", how: second reader } }\n',
      ),
    ).toBe(
      'security_lead: second-reader\nactivities:\n  a: { watched_by: { who: second-reader, how: second reader } }\nroles:\n  second-reader:\n    name: second reader\n',
    );
  });

  it('under an id that is free', () => {
    expect(after('Add “second reader”', 'roles:\n  second-reader: Another\nsecurity_lead: second rea<|>der\n')).toBe(
      'roles:\n  second-reader: Another\n  second-reader-2:\n    name: second reader\nsecurity_lead: second-reader-2\n',
    );
  });

  it('or is named by the id of the item that has this name', () => {
    expect(
      after(
        'Name Second reader by the id r2',
        'roles:\n  r2: { name: Second reader }\nsecurity_lead: second rea<|>der\n',
      ),
    ).toBe('roles:\n  r2: { name: Second reader }\nsecurity_lead: r2\n');
  });

  it('only where somebody is named, in words', () => {
    expect(offered('roles: { boss: x }\nsecurity_lead: bo<|>ss\n')).toEqual([]);
    expect(offered('purpose: second rea<|>der\n')).toEqual([]);
  });
});

describe('what an activity’s sentence names', () => {
  const things =
    'participants: { dispatchers: x, field-engineers: y }\ninformation: { door-codes: z, file: w }\ntechnologies:\n  plan: { name: Planning sheet }\n  robot: { kind: automated-agent }\n';

  it('is linked, in the singular or plural, by id or name', () => {
    expect(
      after(
        'Link what the sentence names: dispatchers, door-codes and plan',
        `${things}activities:\n  a: A dis<|>patcher looks up the door codes in the planning sheet\n`,
      ),
    ).toBe(
      `${things}activities:\n  a:\n    does: A dispatcher looks up the door codes in the planning sheet\n    performed_by: [dispatchers]\n    uses: [door-codes]\n    with: [plan]\n`,
    );
  });

  it('beside what is linked already', () => {
    expect(
      after(
        'Link what the sentence names: field-engineers and robot',
        `${things}activities:\n  a:\n    does: Field engi<|>neers and a robot use a file\n    performed_by: dispatchers\n    creates: [file]\n`,
      ),
    ).toBe(
      `${things}activities:\n  a:\n    does: Field engineers and a robot use a file\n    performed_by: [dispatchers, field-engineers, robot]\n    creates: [file]\n`,
    );
  });

  it('counts as whole words only', () => {
    expect(offered(`${things}activities:\n  a: { name: A, does: Profi<|>les are planned }\n`)).toEqual([]);
  });
});

describe('all open questions at once', () => {
  const body =
    'information:\n  claim: { sensitivity: confidential, owner: handlers, stored_in: shelf, protections: lock }\nparticipants:\n  handlers:\n    name: Claims handlers # five\n    involved_in: [risk-assessment]\n  clerks:\n    count: 2\nactivities:\n  assess:\n    performed_by: [handlers, clerks]\n    uses: [claim]\n';
  const at = (id: string): string => body.replace(`  ${id}:`, `  ${id}<|>:`);

  it('of an item', () => {
    expect(offered(at('handlers'))).toEqual([
      'Insert slots for all 3 open questions of Claims handlers',
      'Insert slots for all 7 open questions of participants',
    ]);
    expect(after('Insert slots for all 3', at('handlers'))).toMatchInlineSnapshot(`
      "information:
        claim: { sensitivity: confidential, owner: handlers, stored_in: shelf, protections: lock }
      participants:
        handlers:
          name: Claims handlers # five
          involved_in: [risk-assessment]
          # Is looking after claim part of the job of Claims handlers, in so many words?
          security_duties:
            what:
            time_allowed:
          # Claims handlers handle claim. Do they know the rules, and what can happen when they are not kept?
          awareness:
            policies: []
            told_how:
            checked_on:
          # No training is recorded for Claims handlers, who handle claim.
          training:
            covers: []
            last:
            next_due:
        clerks:
          count: 2
      activities:
        assess:
          performed_by: [handlers, clerks]
          uses: [claim]
      "
    `);
  });

  it('of an element', () => {
    expect(after('Insert slots for all 7', at('clerks'))).toMatchInlineSnapshot(`
      "information:
        claim: { sensitivity: confidential, owner: handlers, stored_in: shelf, protections: lock }
      participants:
        handlers:
          name: Claims handlers # five
          involved_in: [risk-assessment]
          # Is looking after claim part of the job of Claims handlers, in so many words?
          security_duties:
            what:
            time_allowed:
          # Claims handlers handle claim. Do they know the rules, and what can happen when they are not kept?
          awareness:
            policies: []
            told_how:
            checked_on:
          # No training is recorded for Claims handlers, who handle claim.
          training:
            covers: []
            last:
            next_due:
        clerks:
          count: 2
          # Is looking after claim part of the job of clerks, in so many words?
          security_duties:
            what:
            time_allowed:
          # clerks handle claim. Do they know the rules, and what can happen when they are not kept?
          awareness:
            policies: []
            told_how:
            checked_on:
          # No training is recorded for clerks, who handle claim.
          training:
            covers: []
            last:
            next_due:
          # clerks live with the rules. Did they help to shape them or to judge the risks?
          involved_in: []
      activities:
        assess:
          performed_by: [handlers, clerks]
          uses: [claim]
      "
    `);
  });
});
