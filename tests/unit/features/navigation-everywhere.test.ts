import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeActions, resolveCodeAction } from '../../../server/src/features/code-actions.ts';
import { definition } from '../../../server/src/features/definition.ts';
import { highlights } from '../../../server/src/features/highlights.ts';
import { references } from '../../../server/src/features/references.ts';
import { prepareRename, rename } from '../../../server/src/features/rename.ts';
import type { World } from '../../../server/src/features/world.ts';
import { parseStream } from '../../../server/src/yaml/parse.ts';
import { readSample, sampleFiles } from '../../helpers/collection.ts';
import { uriOf, worldOf } from '../../helpers/cursor.ts';
import { textsAfter } from '../../helpers/workspace-edit.ts';

const texts = Object.fromEntries(sampleFiles.map((file) => [file, readSample(file)]));

const actionsAt = (world: World, file: string, offset: number) => {
  const position = world.file(uriOf(file))!.stream.lines.position(offset);
  return codeActions(world, uriOf(file), { start: position, end: position });
};

/** Asks everything there is to ask at a place, apart from what takes another reading of the text. */
function askAt(world: World, file: string, offset: number) {
  const uri = uriOf(file);
  const position = world.file(uri)!.stream.lines.position(offset);
  const places = references(world, uri, position, { includeDeclaration: true });
  return {
    position,
    links: definition(world, uri, position),
    places,
    marks: highlights(world, uri, position),
    prepared: prepareRename(world, uri, position),
  };
}

describe('at every place of every sample', () => {
  it('all questions are answered, and the answers agree', () => {
    const world = worldOf(texts);
    for (const [file, text] of Object.entries(texts))
      for (let offset = 0; offset <= text.length; offset += 7) {
        const { links, places, marks, prepared } = askAt(world, file, offset);
        expect(marks.length).toBe(places.filter(({ uri }) => uri === uriOf(file)).length);
        if ('refused' in prepared) continue;
        const [link] = links;
        expect(places).toContainEqual({ uri: link!.targetUri, range: link!.targetSelectionRange });
        expect(places).toContainEqual({ uri: uriOf(file), range: prepared.range });
      }
  });

  it('every action can be carried out and leaves a text that can be read', () => {
    const world = worldOf(texts);
    const seen = new Set<string>();
    for (const [file, text] of Object.entries(texts))
      for (let offset = 0; offset <= text.length; offset += 23) {
        for (const action of actionsAt(world, file, offset)) {
          // Each title once: working out every edit at every place would take minutes.
          const key = action.title.replace(/\d.*|[“:(].*| of .*/, '');
          if (seen.has(key)) continue;
          seen.add(key);
          const resolved = resolveCodeAction(world, action);
          if ('refused' in resolved) continue;
          const after = parseStream(textsAfter(world, resolved.edit!)[file]!);
          expect(after.documents.flatMap(({ problems }) => problems)).toEqual([]);
        }
      }
    expect(seen.size).toBeGreaterThan(20);
  });
});

describe('in a text that is broken somewhere', () => {
  it('nothing throws', () => {
    const broken = fc.tuple(fc.constantFrom(...sampleFiles), fc.nat(), fc.nat({ max: 60 }), fc.nat());
    fc.assert(
      fc.property(broken, ([file, cut, length, at]) => {
        const whole = texts[file]!;
        const start = cut % whole.length;
        const text = whole.slice(0, start) + whole.slice(length > 40 ? whole.length : start + length);
        const world = worldOf({ ...texts, [file]: text });
        const offsets = [at % (text.length + 1), Math.max(0, start - 1), start];
        for (const offset of offsets) {
          const { position } = askAt(world, file, Math.min(offset, text.length));
          const actions = actionsAt(world, file, Math.min(offset, text.length));
          rename(world, uriOf(file), position, 'q7-x9');
          for (const action of actions.slice(0, 2)) resolveCodeAction(world, action);
        }
      }),
      { seed: 20261123, numRuns: 8 },
    );
  });
});
