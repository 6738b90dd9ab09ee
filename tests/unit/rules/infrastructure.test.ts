import { describe, expect, it } from 'vitest';
import { fixedBy, speaksAt, told } from '../../helpers/told.ts';

const SENSITIVE = 'information: { claim-file: { sensitivity: confidential } }\n';
const drive = (fields: string, more = ''): string =>
  `${SENSITIVE}infrastructure:\n  drive: { hosts: claim-file${fields && `, ${fields}`} }\n${more}`;
const AT = ['infrastructure.drive'];

describe('what is asked of an infrastructure', () => {
  const EMPTY = 'infrastructure: { drive: The shared drive }\n';

  it.each([
    ['it hosts nothing sensitive', EMPTY, false],
    ['it hosts a sensitive item', drive(''), true],
    [
      'a sensitive item is stored in it',
      `information: { file: { personal_data: personal, stored_in: drive } }\n${EMPTY}`,
      true,
    ],
    [
      'a touching activity is done with it',
      `activities: { assess: { uses: claim-file, with: drive } }\n${SENSITIVE}${EMPTY}`,
      true,
    ],
    ['it hosts something mild', drive('').replace('confidential', 'internal'), false],
  ])('%s', (_what, body, asked) => {
    expect(speaksAt('infrastructure/unwatched', body)).toEqual(asked ? AT : []);
  });
});

describe('infrastructure/shared-risk-open', () => {
  const rule = 'infrastructure/shared-risk-open';

  it.each([
    ['shared, no risk named', 'shared_with: [sales office]', true],
    ['not shared', '', false],
    ['shared with nobody', 'shared_with: []', false],
    ['the risk is named', 'shared_with: [sales office], shared_risks: Sales could open the files', false],
    ['a blank is left to wording/placeholder', 'shared_with: [sales office], shared_risks: ', false],
    ['a bare assurance to its own rule', 'shared_with: [sales office], shared_risks: none', false],
  ])('%s', (_what, fields, speaks) => {
    expect(speaksAt(rule, drive(fields))).toEqual(speaks ? AT : []);
  });

  it('names who else uses it, by their full names where they have one', () => {
    const body = drive('shared_with: [temps, sales office]', 'participants: { temps: { name: Holiday temps } }\n');
    expect(told(rule, body)).toEqual([
      {
        at: 'infrastructure.drive',
        marks: 'drive',
        message: 'Holiday temps and sales office use drive too. What could that mean for claim-file?',
        beside: ['claim-file: claim-file is confidential'],
        fixes: ['Describe the risk'],
      },
    ]);
  });
});

describe('infrastructure/unwatched', () => {
  it('asks who watches it', () => {
    expect(told('infrastructure/unwatched', drive('name: Shared drive'))).toEqual([
      {
        at: 'infrastructure.drive',
        marks: 'drive',
        message: 'Shared drive holds claim-file. Who watches it for signs of trouble?',
        beside: ['claim-file: claim-file is confidential'],
        fixes: ['Say who looks, how and how often'],
      },
    ]);
  });

  it('is rolled up until one is watched', () => {
    const two = (fields: string): string => drive(fields, '  cabinet: { hosts: claim-file }\n');
    expect(speaksAt('infrastructure/unwatched', two(''))).toEqual(['infrastructure']);
    expect(speaksAt('infrastructure/unwatched', two('watched_by: The manager looks in each week'))).toEqual([
      'infrastructure.cabinet',
    ]);
  });
});

describe('infrastructure/no-incident-contact', () => {
  const rule = 'infrastructure/no-incident-contact';

  it.each([
    ['run by others', 'external: true', true],
    ['run by ourselves', 'external: false', false],
    ['nobody says who runs it', '', false],
    ['you hear of trouble', 'external: true, incident_contact: They ring within four hours', false],
  ])('%s', (_what, fields, speaks) => {
    expect(speaksAt(rule, drive(fields))).toEqual(speaks ? AT : []);
  });

  it('asks how you hear', () => {
    expect(told(rule, drive('external: true'))).toMatchObject([
      {
        message: 'If the provider of drive is hit, how and how soon do you hear?',
        fixes: ['Say how you hear'],
      },
    ]);
  });
});

describe('infrastructure/open-to-all', () => {
  const rule = 'infrastructure/open-to-all';
  const LIMITS = 'use_limits: Only handlers open the folder';
  const ACCESS = ['infrastructure.drive.access'];

  it.each([
    ['shared, and no limits', 'shared_with: [sales]', AT],
    ['shared and limited, but not said how', 'shared_with: [sales], access: limited', AT],
    ['shared within limits', `shared_with: [sales], ${LIMITS}`, []],
    ['not shared', '', []],
    ['open to everyone', 'access: everyone', ACCESS],
    ['open to everyone, though limits are given', `access: everyone, ${LIMITS}`, ACCESS],
    ['open to everyone, and the limits are still blank', 'access: everyone, use_limits: ', ACCESS],
    [
      'somebody settles the limits',
      'access: everyone, use_limits: { ask_later: { who: manager, by: 2027-01-31 } }',
      [],
    ],
    [
      'they do not apply',
      'access: everyone, use_limits: { not_applicable: { because: A public terminal, decided_by: manager } }',
      [],
    ],
    ['a blank is left to wording/placeholder', 'shared_with: [sales], use_limits: ', []],
  ])('%s', (_what, fields, at) => {
    expect(speaksAt(rule, drive(fields))).toEqual(at);
  });

  it('sits on the value of access where that says everyone', () => {
    const body = drive('access: everyone');
    expect(told(rule, body)).toEqual([
      {
        at: 'infrastructure.drive.access',
        marks: 'everyone',
        message: 'Must drive be open to all who share it?',
        beside: [],
        fixes: ['Say who may reach what'],
      },
    ]);
    const fixed = fixedBy(rule, 'Say who may reach what', body);
    expect(fixed).toContain('access: limited, use_limits: }');
    expect(speaksAt(rule, fixed)).toEqual([]);
  });

  it('keeps limits that are given', () => {
    const body = drive(`access: everyone, ${LIMITS}`);
    expect(fixedBy(rule, 'Change access to limited', body)).toContain(`access: limited, ${LIMITS} }`);
  });

  it('is rolled up until limits are given somewhere', () => {
    const two = (fields: string): string => drive(fields, '  cabinet: { hosts: claim-file, shared_with: sales }\n');
    expect(speaksAt(rule, two('access: everyone'))).toEqual(['infrastructure']);
    expect(speaksAt(rule, two(`access: everyone, ${LIMITS}`))).toEqual([...ACCESS, 'infrastructure.cabinet']);
  });
});
