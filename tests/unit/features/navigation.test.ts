import { describe, expect, it } from 'vitest';
import { DocumentHighlightKind, type Location } from 'vscode-languageserver';
import { definition } from '../../../server/src/features/definition.ts';
import { highlights } from '../../../server/src/features/highlights.ts';
import { asLocations } from '../../../server/src/features/locations.ts';
import { references } from '../../../server/src/features/references.ts';
import type { World } from '../../../server/src/features/world.ts';
import { atCursor, type Cursor, type CursorOptions, FOLDER, textIn } from '../../helpers/cursor.ts';

/** A place as `file:line text`, lines counted from 1. */
const told = (world: World, { uri, range }: Location): string =>
  `${uri.slice(FOLDER.length + 1)}:${range.start.line + 1} ${textIn(world.file(uri)!, range)}`;

const definedAt = (text: string, options?: CursorOptions): string[] => {
  const { world, uri, position } = atCursor(text, options);
  return asLocations(definition(world, uri, position)).map((location) => told(world, location));
};

const referredAt = (text: string, options?: CursorOptions, includeDeclaration = true): string[] => {
  const { world, uri, position } = atCursor(text, options);
  return references(world, uri, position, { includeDeclaration }).map((location) => told(world, location));
};

const highlighted = (text: string): string[] => {
  const { world, uri, position, file } = atCursor(text);
  return highlights(world, uri, position).map(
    ({ range, kind }) =>
      `${range.start.line + 1} ${textIn(file, range)} ${kind === DocumentHighlightKind.Write ? 'write' : 'read'}`,
  );
};

const work = (body: string): string => `kind: work-system\nformat: 1\ntitle: Claims\n${body}`;
const project = (body: string): string => `kind: project-charter\nformat: 1\ntitle: Portal\n${body}`;

describe('go to definition', () => {
  it('leads from an id in a list to the item', () => {
    expect(
      definedAt(
        work('participants:\n  handlers: Read claims\nactivities:\n  assess:\n    performed_by: [hand<|>lers]\n'),
      ),
    ).toEqual(['example.work-system.yaml:5 handlers']);
  });

  it('shows the whole item, and marks the very token it started from', () => {
    const cursor: Cursor = atCursor(
      work('security_lead: "bo<|>ss"\nroles:\n  boss:\n    name: The boss\n    description: Runs it\n'),
    );
    const [link] = definition(cursor.world, cursor.uri, cursor.position);
    expect(textIn(cursor.file, link!.originSelectionRange!)).toBe('boss');
    expect(textIn(cursor.file, link!.targetSelectionRange)).toBe('boss');
    expect(textIn(cursor.file, link!.targetRange)).toBe('boss:\n    name: The boss\n    description: Runs it');
  });

  it('takes the first section in the order of the field table', () => {
    // who: roles, then participants
    expect(definedAt(work('participants:\n  desk: People\nroles:\n  desk: A post\nsecurity_lead: <|>desk\n'))).toEqual([
      'example.work-system.yaml:7 desk',
    ]);
    // performed_by: participants, customers, technologies
    expect(
      definedAt(
        work(
          'technologies:\n  desk: A tool\ncustomers:\n  desk: A person\nactivities:\n  a: { performed_by: desk<|> }\n',
        ),
      ),
    ).toEqual(['example.work-system.yaml:7 desk']);
  });

  it('follows the dotted path of an exception', () => {
    expect(
      definedAt(
        work(
          'participants:\n  handlers: Read claims\nwaivers:\n  - { rule: x, at: participants.hand<|>lers.training }\n',
        ),
      ),
    ).toEqual(['example.work-system.yaml:5 handlers']);
    expect(
      definedAt(
        work(
          'environment:\n  policies:\n    clear-desk: Nothing lies about\nwaivers:\n  - at: "environment.policies.<|>clear-desk"\n',
        ),
      ),
    ).toEqual(['example.work-system.yaml:6 clear-desk']);
  });

  it('leads nowhere from a phrase, a name that is not known, or plain text', () => {
    expect(definedAt(work('security_lead: second <|>reader\n'))).toEqual([]);
    expect(definedAt(work('title<|>: x\n'))).toEqual([]);
    expect(definedAt(work('participants:\n  handlers:\n    name: hand<|>lers\n'))).toEqual([]);
  });

  it('works above and below a place that cannot be read, in streams, behind emoji and in Windows files', () => {
    expect(
      definedAt(work('security_lead: bo<|>ss\nroles:\n  boss: Runs it\nproducts:\n  letter: [\nactivities:\n')),
    ).toEqual(['example.work-system.yaml:6 boss']);
    const first = work('roles:\n  boss: One\n');
    expect(definedAt(`${first}---\n${work('roles:\n  boss: Two\nsecurity_lead: bos<|>s\n')}`)).toEqual([
      'example.work-system.yaml:11 boss',
    ]);
    expect(
      definedAt(work('roles: { boss: Runs it 🙂 }\nactivities:\n  a: { does: 🙂🙂, watched_by: { who: boss<|> } }\n')),
    ).toEqual(['example.work-system.yaml:4 boss']);
    expect(definedAt(work('roles:\n  boss: x\nsecurity_lead: <|>boss\n').replaceAll('\n', '\r\n'))).toEqual([
      'example.work-system.yaml:5 boss',
    ]);
  });

  describe('from a charter', () => {
    const asIs = work('id: now\nroles:\n  boss: Runs it\nparticipants:\n  handlers: Read\nactivities:\n  assess: x\n');
    const toBe = work('id: next\nparticipants:\n  handlers: Read\n  robots: New\nactivities:\n  assess: x\n');
    const links = 'work_system: { as_is: now.work-system.yaml, to_be: next.work-system.yaml#next }\n';
    const others = { 'now.work-system.yaml': asIs, 'next.work-system.yaml': toBe };
    const from = (body: string): string[] => definedAt(project(links + body), { others });

    it('looks into itself first, then into the work as it is to be, then into the work as it is', () => {
      expect(from('roles:\n  boss: Here\nsponsor: <|>boss\n')).toEqual(['example.charter.yaml:6 boss']);
      expect(from('sponsor: <|>boss\n')).toEqual(['now.work-system.yaml:6 boss']);
      expect(from('sponsor: <|>handlers\n')).toEqual(['next.work-system.yaml:6 handlers']);
    });

    it('looks into the work as it is alone where the field says so', () => {
      expect(from('requirements:\n  S1: { addresses: [<|>assess] }\n')).toEqual(['now.work-system.yaml:10 assess']);
    });

    it('leads from the key of a stakeholder to the group', () => {
      expect(from('stakeholders:\n  hand<|>lers: Asked\n')).toEqual(['next.work-system.yaml:6 handlers']);
      expect(from('stakeholders:\n  neigh<|>bours: Asked\n')).toEqual(['example.charter.yaml:6 neighbours']);
    });

    it('leads from a link to the id of a description', () => {
      const text = `${project('work_system: "#no<|>w"\n')}---\n${asIs}`;
      expect(definedAt(text)).toEqual(['example.charter.yaml:9 now']);
      expect(from('').length).toBe(0);
    });

    it('leads from an id in a criterion to the requirement', () => {
      expect(
        from('requirements:\n  S1: Locked\nphases:\n  initiation:\n    gate: { criteria: [<|>S1 is agreed] }\n'),
      ).toEqual(['example.charter.yaml:6 S1']);
    });
  });
});

describe('references', () => {
  const body = 'roles:\n  boss: x\nsecurity_lead: boss\nactivities:\n  a: { watched_by: { who: bo<|>ss } }\n';

  it('lists every place, with or without the item itself', () => {
    expect(referredAt(work(body))).toEqual([
      'example.work-system.yaml:5 boss',
      'example.work-system.yaml:6 boss',
      'example.work-system.yaml:8 boss',
    ]);
    expect(referredAt(work(body), {}, false)).toEqual([
      'example.work-system.yaml:6 boss',
      'example.work-system.yaml:8 boss',
    ]);
  });

  it('tells apart items that share an id', () => {
    expect(referredAt(work('roles:\n  desk: A post\ncustomers:\n  des<|>k: A person\nsecurity_lead: desk\n'))).toEqual([
      'example.work-system.yaml:7 desk',
    ]);
  });

  it('finds those in charters that link to the description', () => {
    const charter = project('work_system: example.work-system.yaml\nsponsor: boss\nstakeholders:\n  boss: Asked\n');
    expect(referredAt(work('roles:\n  bo<|>ss: x\n'), { others: { 'a.charter.yaml': charter } })).toEqual([
      'example.work-system.yaml:5 boss',
      'a.charter.yaml:5 boss',
      'a.charter.yaml:7 boss',
    ]);
  });

  it('counts text that aliases use once, where it is written', () => {
    expect(
      referredAt(
        work(
          'roles:\n  bo<|>ss: x\nx-often: &often { who: boss }\nactivities:\n  a: { watched_by: *often }\n  b: { watched_by: { <<: *often } }\nsecurity_lead: &lead boss\nincident_response: { responder: *lead }\n',
        ),
      ),
    ).toEqual([
      'example.work-system.yaml:5 boss',
      'example.work-system.yaml:6 boss',
      'example.work-system.yaml:10 boss',
    ]);
  });
});

describe('highlights', () => {
  it('mark the item as written and its references as read', () => {
    expect(highlighted(work("roles:\n  'boss': x\nsecurity_lead: bo<|>ss\n"))).toEqual(['5 boss write', '6 boss read']);
    expect(highlighted(work('roles:\n  b<|>oss: x\ntitle: boss\n'))).toEqual(['5 boss write']);
  });
});
