import { describe, expect, it } from 'vitest';
import { type Name, namesIn } from '../../../server/src/features/occurrences/names.ts';
import { prepareRename, rename } from '../../../server/src/features/rename.ts';
import { readSample, sampleFiles } from '../../helpers/collection.ts';
import { atCursor, type CursorOptions, textIn, uriOf, worldOf } from '../../helpers/cursor.ts';
import { textsAfter } from '../../helpers/workspace-edit.ts';

const work = (body: string): string => `kind: work-system\nformat: 1\n${body}`;
const project = (body: string): string => `kind: project-charter\nformat: 1\n${body}`;

/** The text after a renaming, without the head; all changed texts where there are other files; or why it is refused. */
function renamed(body: string, name: string, options: CursorOptions = {}, head = work('')): unknown {
  const { world, uri, position } = atCursor(head + body, options);
  const edit = rename(world, uri, position, name);
  if ('refused' in edit) return edit.refused;
  const texts = Object.entries(textsAfter(world, edit)).map(([file, text]) => [file, text.replace(head, '')] as const);
  return options.others ? Object.fromEntries(texts) : texts[0]?.[1];
}

describe('what can be renamed', () => {
  const prepared = (body: string): string => {
    const { world, uri, position, file } = atCursor(work(body));
    const found = prepareRename(world, uri, position);
    return 'refused' in found ? found.refused : `${textIn(file, found.range)}, ${found.placeholder}`;
  };

  it('is the very token, at the item and wherever it is meant', () => {
    expect(prepared('roles:\n  bo<|>ss: x\n')).toBe('boss, boss');
    expect(prepared('roles:\n  boss: x\nsecurity_lead: "boss<|>"\n')).toBe('boss, boss');
    expect(prepared('roles:\n  boss: x\nwaivers:\n  - at: roles.b<|>oss.name\n')).toBe('boss, boss');
  });

  it('is nothing else', () => {
    const onlyIds = 'Only ids can be renamed: the keys of items, and the words that refer to them.';
    expect(prepared('ro<|>les:\n  boss: x\n')).toBe(onlyIds);
    expect(prepared('title: some <|>words\n')).toBe(onlyIds);
    expect(prepared('roles:\n  boss: { name: b<|>oss }\n')).toBe(onlyIds);
    expect(prepared('security_lead: second <|>reader\n')).toBe(
      '“second reader” leads to no item, so there is nothing to rename.',
    );
    expect(prepared('roles:\n  bo<|>ss: x\nproducts: [\n')).toMatch(
      /^example\.work-system\.yaml cannot be read from line \d+ on\. Mend that first/,
    );
  });
});

describe('rename', () => {
  it('changes the item and every reference, and not a byte besides', () => {
    expect(
      renamed(
        'roles:\n  boss:   Runs it   # boss\nsecurity_lead:  \'boss\'\nincident_response: { responder: bo<|>ss, backup: "boss" }\nwaivers:\n- { rule: x/y, at: roles.boss, decided_by: boss }\npurpose: What the boss wants\n',
        'chief',
      ),
    ).toBe(
      'roles:\n  chief:   Runs it   # boss\nsecurity_lead:  \'chief\'\nincident_response: { responder: chief, backup: "chief" }\nwaivers:\n- { rule: x/y, at: roles.chief, decided_by: chief }\npurpose: What the boss wants\n',
    );
  });

  it('puts quotes only where a reader would need them', () => {
    expect(renamed('roles:\n  bo<|>ss: x\nsecurity_lead: "boss"\nincident_response: { backup: boss }\n', '007')).toBe(
      'roles:\n  "007": x\nsecurity_lead: "007"\nincident_response: { backup: "007" }\n',
    );
    expect(renamed('roles:\n  "007": x\nsecurity_lead: 0<|>07\n', 'boss')).toBe(
      'roles:\n  "boss": x\nsecurity_lead: boss\n',
    );
  });

  it('keeps Windows line ends and what stands behind emoji', () => {
    expect(
      renamed('roles:\r\n  boss: 🙂\r\nactivities: { a: { does: 🙂, watched_by: { who: b<|>oss } } }\r\n', 'chief'),
    ).toBe('roles:\r\n  chief: 🙂\r\nactivities: { a: { does: 🙂, watched_by: { who: chief } } }\r\n');
  });

  it('leaves an item of the same id in another section, and other documents of the stream, alone', () => {
    expect(
      renamed(
        'roles:\n  des<|>k: x\ncustomers:\n  desk: y\nsecurity_lead: desk\n---\nkind: work-system\nroles: { desk: z }\n',
        'hall',
      ),
    ).toBe(
      'roles:\n  hall: x\ncustomers:\n  desk: y\nsecurity_lead: hall\n---\nkind: work-system\nroles: { desk: z }\n',
    );
  });

  it('follows text to its anchor', () => {
    expect(
      renamed(
        'roles:\n  bo<|>ss: x\nx-often: &often\n  who: boss\nactivities:\n  a: { watched_by: *often }\n  b: { watched_by: { <<: *often, every: week } }\n',
        'chief',
      ),
    ).toBe(
      'roles:\n  chief: x\nx-often: &often\n  who: chief\nactivities:\n  a: { watched_by: *often }\n  b: { watched_by: { <<: *often, every: week } }\n',
    );
  });

  it('changes the id of a description and the links to it', () => {
    expect(
      renamed('id: now\n---\nkind: project-charter\nwork_system: { as_is: "#now", to_be: "#n<|>ow" }\n', 'today'),
    ).toBe('id: today\n---\nkind: project-charter\nwork_system: { as_is: "#today", to_be: "#today" }\n');
  });

  it('reaches the descriptions that belong together and the charters, open or not', () => {
    const others = {
      'now.work-system.yaml': work('roles: { boss: x }\nparticipants: { handlers: y }\n'),
      'next.work-system.yaml': work('participants:\n  handlers: y\nactivities: { a: { performed_by: handlers } }\n'),
      'elsewhere.work-system.yaml': work('participants: { handlers: y }\n'),
    };
    const charter =
      'work_system: { as_is: now.work-system.yaml, to_be: next.work-system.yaml }\nstakeholders:\n  hand<|>lers: Asked\nphases: { implementation: { training: { audience: handlers } } }\n';
    const { world, uri, position } = atCursor(project(charter), { others, closed: ['now.work-system.yaml'] });
    const edit = rename(world, uri, position, 'readers');
    if ('refused' in edit) throw new Error(edit.refused);
    expect(textsAfter(world, edit)).toEqual({
      'now.work-system.yaml': others['now.work-system.yaml'].replaceAll('handlers', 'readers'),
      'next.work-system.yaml': others['next.work-system.yaml'].replaceAll('handlers', 'readers'),
      'example.charter.yaml': project(charter).replace('<|>', '').replaceAll('handlers', 'readers'),
    });
    const versions = (edit.documentChanges ?? []).map((change) => 'textDocument' in change && change.textDocument);
    expect(versions).toContainEqual({ uri: uriOf('now.work-system.yaml'), version: null });
    expect(versions).toContainEqual({ uri: uriOf('next.work-system.yaml'), version: 1 });
  });

  it('takes along an id that a criterion names', () => {
    const body =
      'requirements:\n  S<|>1: { type: security, text: Locked }\nphases: { initiation: { gate: { criteria: [S1 and S12 are agreed] } } }\n';
    expect(renamed(body, 'S7', {}, project(''))).toBe(
      'requirements:\n  S7: { type: security, text: Locked }\nphases: { initiation: { gate: { criteria: [S7 and S12 are agreed] } } }\n',
    );
  });
});

describe('rename refuses', () => {
  const roles = 'roles:\n  bo<|>ss: x\n  owner: y\n';

  it.each([
    ['', 'Give a name.'],
    ['the boss', 'An id is made of letters, digits, hyphens and underscores, and begins with a letter or digit.'],
    ['-boss', 'An id is made of letters, digits, hyphens and underscores, and begins with a letter or digit.'],
    ['notes', '“notes” has a meaning of its own in this format. Choose another name.'],
    ['off', 'Some programs read “off” as true or false. Choose another name.'],
    ['owner', '“owner” stands under roles already.'],
  ])('“%s” as a name', (name, reason) => {
    expect(renamed(roles, name)).toBe(reason);
  });

  it('an id that a field could take for two items', () => {
    expect(renamed('roles:\n  bo<|>ss: x\nparticipants:\n  desk: y\n', 'desk')).toBe(
      '“desk” stands under participants already, and a field could mean either.',
    );
    expect(renamed('roles:\n  bo<|>ss: x\nproducts:\n  desk: y\n', 'desk')).toContain('  desk: x\n');
  });

  it('a word that is written somewhere and would then mean the item', () => {
    expect(renamed('roles:\n  bo<|>ss: x\nactivities:\n  a: { watched_by: { who: reader } }\n', 'reader')).toBe(
      '“reader” stands already at activities.a.watched_by.who in example.work-system.yaml and would then mean this.',
    );
    expect(
      renamed('information:\n  fi<|>le: x\nparticipants: { a: { training: { covers: [passwords] } } }\n', 'passwords'),
    ).toMatch(/^“passwords” stands already at participants\.a\.training\.covers\.0/);
  });

  it('a change that an alias would carry elsewhere', () => {
    expect(renamed('roles:\n  bo<|>ss: x\nsecurity_lead: &b boss\ntitle: *b\n', 'chief')).toBe(
      'In example.work-system.yaml, title would not keep its meaning: an alias (*) or a repeated key stands in the way.',
    );
    expect(renamed('title: &b boss\nroles:\n  bo<|>ss: x\nsecurity_lead: *b\n', 'chief')).toMatch(/^In .*title would/);
    expect(renamed('roles:\n  bo<|>ss: x\n  boss: y\n', 'chief')).toMatch(/repeated key stands in the way/);
  });

  it('to go on where a linked text cannot be read', () => {
    const charter = (links: string): string => project(`work_system: ${links}\nsponsor: boss\n`);
    const from = (others: Record<string, string>): unknown => renamed('roles:\n  bo<|>ss: x\n', 'chief', { others });
    expect(from({ 'a.charter.yaml': `${charter('example.work-system.yaml')}approvers: [\n` })).toMatch(
      /^a\.charter\.yaml cannot be read from line \d+ on/,
    );
    expect(
      from({ 'a.charter.yaml': charter('{ as_is: example.work-system.yaml, to_be: gone.work-system.yaml }') }),
    ).toBe(
      'a.charter.yaml links to gone.work-system.yaml, which cannot be found. Mend that first, so that no place is missed.',
    );
  });
});

describe('among the samples', () => {
  const texts = Object.fromEntries(sampleFiles.map((file) => [file, readSample(file)]));
  const world = worldOf(texts);
  const findings = (among: ReturnType<typeof worldOf>, back: (text: string) => string): string[] =>
    sampleFiles.flatMap((file) =>
      among
        .file(uriOf(file))!
        .checked.findings.map(({ rule, at, message }) => back(`${file} ${rule} ${at.join('.')} ${message}`))
        .sort(),
    );
  const before = findings(world, (text) => text);
  const defined = (file: string): Name[] => {
    const sheet = world.file(uriOf(file))!;
    return sheet.stream.documents.flatMap(
      (document) =>
        namesIn(sheet, document)?.all.filter(({ role }) => role.is === 'item' || role.is === 'document') ?? [],
    );
  };

  it('a renaming changes names in findings and nothing else', () => {
    let done = 0;
    for (const file of sampleFiles) {
      const { lines } = world.file(uriOf(file))!.stream;
      for (const name of defined(file).filter((_name, i) => i % 41 === 3)) {
        const edit = rename(world, uriOf(file), lines.position(name.span.start), 'q7-x9');
        expect('refused' in edit ? `${file} ${name.id}: ${edit.refused}` : '').toBe('');
        if ('refused' in edit) continue;
        const after = worldOf({ ...texts, ...textsAfter(world, edit) });
        expect(findings(after, (text) => text.replaceAll('q7-x9', name.id))).toEqual(before);
        done++;
      }
    }
    expect(done).toBeGreaterThan(5);
  });

  it('renaming back gives the text there was', () => {
    for (const file of sampleFiles.filter((each) => each.startsWith('machine'))) {
      const { lines } = world.file(uriOf(file))!.stream;
      const name = defined(file).at(5)!;
      const position = lines.position(name.span.start);
      const there = rename(world, uriOf(file), position, 'q7-x9');
      if ('refused' in there) throw new Error(there.refused);
      const after = textsAfter(world, there);
      const second = worldOf({ ...texts, ...after });
      const back = rename(second, uriOf(file), position, name.id);
      if ('refused' in back) throw new Error(back.refused);
      expect({ ...texts, ...textsAfter(second, back) }).toEqual(texts);
    }
  });
});
