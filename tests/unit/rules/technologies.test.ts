import { describe, expect, it } from 'vitest';
import { fixedBy, speaksAt, told } from '../../helpers/told.ts';

/** A description in which the tool `app` handles the claim file. */
const tool = (fields: string, more = ''): string =>
  `activities: { assess: { does: Handlers decide, uses: [claim-file], with: [app] } }
information: { claim-file: { sensitivity: confidential } }
technologies:
  app: ${fields}
${more}`;

describe('what is asked of a tool', () => {
  const body = 'technologies: { app: The claims program }\n';

  it.each([
    ['it handles nothing sensitive', body, false],
    [
      'a sensitive item is stored in it',
      `information: { file: { personal_data: personal, stored_in: app } }\n${body}`,
      true,
    ],
    ['a touching activity is done with it', tool(''), true],
    ['it performs a touching activity', tool('').replace('with: [app]', 'performed_by: app'), true],
    [
      'the activity produces something sensitive',
      `activities: { a: { produces: letter, with: app } }\nproducts: { letter: { contains: file } }\ninformation: { file: { sensitivity: restricted } }\n${body}`,
      true,
    ],
  ])('%s', (_what, text, asked) => {
    expect(speaksAt('technologies/unprotected', text)).toEqual(asked ? ['technologies.app'] : []);
    expect(speaksAt('technologies/unwatched', text)).toEqual(asked ? ['technologies.app'] : []);
  });
});

describe('technologies/unprotected', () => {
  const rule = 'technologies/unprotected';
  const slots = 'technologies.app.protections';

  it.each([
    ['nothing said', '{ kind: tool }', ['technologies.app']],
    ['a plain sentence answers', '{ protections: Second factor and encrypted laptops }', []],
    ['a bare assurance is left to its own rule', '{ protections: in place }', []],
    ['a blank is left to wording/placeholder', '{ protections: }', []],
    ['so are slots that are all blank', '{ protections: { intrusion: } }', []],
    ['all three slots', '{ protections: { intrusion: A lock, theft: A chain, sabotage: A copy } }', []],
    ['a blank slot counts as there', '{ protections: { intrusion: A lock, theft: , sabotage: A copy } }', []],
    [
      'a slot that does not apply',
      '{ protections: { intrusion: A lock, theft: { not_applicable: { because: Bolted down, decided_by: manager } }, sabotage: A copy } }',
      [],
    ],
    ['one slot missing', '{ protections: { intrusion: A lock, theft: A chain } }', [slots]],
    [
      'theft is not asked of a provider',
      '{ ownership: provider, protections: { intrusion: A lock, sabotage: A copy } }',
      [],
    ],
    ['nor, here, of a portable tool', '{ portable: true, protections: { intrusion: A lock, sabotage: A copy } }', []],
    ['but the other two are', '{ portable: true, protections: { intrusion: A lock } }', [slots]],
    ['it does not apply', '{ protections: { not_applicable: { because: Being scrapped, decided_by: manager } } }', []],
    ['a wrong shape has its own finding', '{ protections: [A lock] }', []],
  ])('%s', (_what, fields, at) => {
    expect(speaksAt(rule, tool(fields))).toEqual(at);
  });

  it('asks for all three where nothing is said', () => {
    expect(told(rule, tool('{ name: Claims program }'))).toEqual([
      {
        at: 'technologies.app',
        marks: 'app',
        message: 'Claims program handles claim-file. What protects it against intrusion, theft or sabotage?',
        beside: ['claim-file: claim-file is confidential'],
        fixes: ['Insert the slots'],
      },
    ]);
  });

  it('asks for the slots that are missing, on the key of the answer', () => {
    const one = tool('{ protections: { intrusion: A lock, theft: A chain } }');
    expect(told(rule, one)).toEqual([
      {
        at: slots,
        marks: 'protections',
        message: 'app handles claim-file. What protects it against sabotage?',
        beside: ['claim-file: claim-file is confidential'],
        fixes: ['Insert the slots'],
      },
    ]);
    expect(fixedBy(rule, 'Insert the slots', one)).toContain('{ intrusion: A lock, theft: A chain, sabotage: }');
    expect(told(rule, tool('{ protections: { intrusion: A lock } }'))).toMatchObject([
      {
        message: 'app handles claim-file. What protects it against theft or sabotage?',
        fixes: ['Insert the slots'],
      },
    ]);
  });

  it('completes what the defaults supply there', () => {
    const body = `defaults: { technologies: { protections: { intrusion: A lock, theft: A chain } } }\n${tool('The claims program')}`;
    expect(told(rule, body)).toMatchObject([{ at: slots, marks: 'app' }]);
    expect(fixedBy(rule, 'Insert the slots', body)).toContain('{ intrusion: A lock, theft: A chain, sabotage: }');
  });

  it('is rolled up until one tool is answered, be it in part', () => {
    const two = (fields: string): string => tool(fields, '  chest: A chest\n').replace('[app]', '[app, chest]');
    expect(speaksAt(rule, two('{ kind: tool }'))).toEqual(['technologies']);
    expect(speaksAt(rule, two('{ protections: A lock on the door }'))).toEqual(['technologies.chest']);
    expect(speaksAt(rule, two('{ protections: { intrusion: A lock } }'))).toEqual([slots, 'technologies.chest']);
    expect(speaksAt(rule, two('{ protections: TBD }'))).toEqual(['technologies.chest']);
  });

  it('can be waived where the tool is named', () => {
    const waiver = `waivers: [{ rule: ${rule}, at: technologies.app, because: Scrapped in May, decided_by: manager, until: 2027-05-31 }]\n`;
    expect(speaksAt(rule, tool('{ protections: { intrusion: A lock } }', waiver))).toEqual([]);
  });
});

describe('technologies/unwatched', () => {
  it('asks who would notice', () => {
    expect(told('technologies/unwatched', tool('The claims program'))).toEqual([
      {
        at: 'technologies.app',
        marks: 'app',
        message: 'Who would see that app behaves or is used in an unusual way?',
        beside: [],
        fixes: ['Say who looks, how and how often'],
      },
    ]);
  });
});

describe('technologies/personal-device-rule-missing', () => {
  const rule = 'technologies/personal-device-rule-missing';

  it.each([
    ['a device of their own', '{ ownership: personal }', true],
    ['a rule', '{ ownership: personal, personal_device_rule: Calls only }', false],
    ['a blank is left to wording/placeholder', '{ ownership: personal, personal_device_rule: }', false],
    ['the organisation’s device', '{ ownership: organisation }', false],
    ['nobody says whose it is', '{ portable: true }', false],
  ])('%s', (_what, fields, speaks) => {
    expect(speaksAt(rule, tool(fields))).toEqual(speaks ? ['technologies.app'] : []);
  });

  it('shows the activity', () => {
    expect(told(rule, tool('{ ownership: personal }'))).toMatchObject([
      {
        message: 'app belongs to the people themselves. What may be done on it with claim-file?',
        beside: ['assess: assess touches sensitive information'],
        fixes: ['State the rule'],
      },
    ]);
  });
});

describe('technologies/agent-unattended', () => {
  const rule = 'technologies/agent-unattended';
  const agent = (fields: string): string => tool(fields).replace('with: [app]', 'performed_by: app');

  it.each([
    ['a program that acts alone', agent('{ kind: automated-agent }'), true],
    ['somebody answers for it', agent('{ kind: automated-agent, overseen_by: manager }'), false],
    ['a tool that people use', agent('{ kind: tool }'), false],
    ['a program that only helps', tool('{ kind: automated-agent }'), false],
  ])('%s', (_what, body, speaks) => {
    expect(speaksAt(rule, body)).toEqual(speaks ? ['technologies.app'] : []);
  });

  it('names what the program does', () => {
    expect(told(rule, agent('{ kind: automated-agent }'))).toMatchObject([
      {
        marks: 'app',
        message: 'A program does “assess”. Who answers for what it does?',
        beside: ['assess: assess touches sensitive information'],
        fixes: ['Name a post'],
      },
    ]);
  });
});

describe('technologies/shared-sign-in', () => {
  const rule = 'technologies/shared-sign-in';

  it.each([
    ['shared', '{ sign_in: shared }', true],
    ['none', '{ sign_in: none }', true],
    ['personal', '{ sign_in: personal }', false],
    ['not said', '{ kind: tool }', false],
    ['a program that acts alone', '{ kind: automated-agent, sign_in: none }', false],
  ])('%s', (_what, fields, speaks) => {
    expect(speaksAt(rule, tool(fields))).toEqual(speaks ? ['technologies.app.sign_in'] : []);
  });

  it('sits on the value', () => {
    expect(told(rule, tool('{ sign_in: shared }'))).toEqual([
      {
        at: 'technologies.app.sign_in',
        marks: 'shared',
        message: 'With sign-in shared nobody can tell who did what with claim-file.',
        beside: [],
        fixes: ['Change to personal once that is true'],
      },
    ]);
  });

  it('sits on the item where the default supplies the value', () => {
    const body = `defaults: { technologies: { sign_in: shared } }\n${tool('The claims program')}`;
    expect(told(rule, body)).toMatchObject([{ at: 'technologies.app.sign_in', marks: 'app' }]);
  });
});

describe('technologies/portable-store', () => {
  const rule = 'technologies/portable-store';

  it.each([
    ['slots without theft', '{ portable: true, protections: { intrusion: A lock } }', true],
    ['slots with theft', '{ portable: true, protections: { theft: Encrypted } }', false],
    ['theft is still blank', '{ portable: true, protections: { intrusion: A lock, theft: } }', false],
    ['technologies/unprotected asks instead', '{ portable: true }', false],
    ['a plain sentence', '{ portable: true, protections: Encrypted }', false],
    ['it stays where it is', '{ protections: { intrusion: A lock } }', false],
    [
      'a provider’s tool is asked too when it is portable',
      '{ ownership: provider, portable: true, protections: { intrusion: A lock } }',
      true,
    ],
  ])('%s', (_what, fields, speaks) => {
    expect(speaksAt(rule, tool(fields))).toEqual(speaks ? ['technologies.app.protections'] : []);
  });

  it('sits on the protections and asks for the slot', () => {
    const body = tool('{ portable: true, protections: { intrusion: A lock, sabotage: A copy } }');
    expect(told(rule, body)).toEqual([
      {
        at: 'technologies.app.protections',
        marks: 'protections',
        message: 'app can be lost or stolen with claim-file on it. What then?',
        beside: [],
        fixes: ['Say what helps against loss'],
      },
    ]);
    expect(fixedBy(rule, 'Say what helps against loss', body)).toContain('sabotage: A copy, theft: }');
  });
});
