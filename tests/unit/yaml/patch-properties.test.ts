import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Patch, Path } from '../../../server/src/yaml/node.ts';
import { parseStream } from '../../../server/src/yaml/parse.ts';
import { applyEdits, editsFor } from '../../../server/src/yaml/patch.ts';
import { type Data, description, hand, keys, write } from './arbitraries.ts';
import { data, read } from './helpers.ts';

const runs = { numRuns: Number(process.env.FUZZ_RUNS ?? 150) };

/** A path into the data: as many steps as `turns` leads, then the new keys. */
function someWay(root: Data, turns: readonly number[]): (string | number)[] {
  const at: (string | number)[] = [];
  let here = root;
  for (const turn of turns) {
    if (here === null || typeof here !== 'object') break;
    const steps = Object.keys(here);
    const step = steps[turn % Math.max(steps.length, 1)];
    if (step === undefined) break;
    at.push(Array.isArray(here) ? Number(step) : step);
    here = (here as Record<string, Data>)[step] ?? null;
  }
  return at;
}

function valueAt(root: Data, at: Path): Data | undefined {
  return at.reduce<Data | undefined>((here, step) => {
    return here !== null && typeof here === 'object' ? (here as Record<string, Data>)[String(step)] : undefined;
  }, root);
}

/** What the data should be after a patch. */
function expected(root: Data, at: Path, change: (old: Data | undefined) => Data | undefined): Data {
  const [step, ...rest] = at;
  if (step === undefined) return change(root) ?? null;
  const holder: Data = root === null ? {} : typeof root === 'object' ? root : { description: root };
  if (Array.isArray(holder)) {
    const changed = holder.map((item, i) => (i === step ? expectedBelow(item, rest, change) : item));
    return changed.filter((item) => item !== undefined);
  }
  const below = expectedBelow(holder[String(step)], rest, change);
  const others = Object.entries(holder).filter(([key]) => key !== String(step));
  return Object.fromEntries(below === undefined ? others : [...others, [String(step), below]]);
}

function expectedBelow(
  old: Data | undefined,
  rest: Path,
  change: (old: Data | undefined) => Data | undefined,
): Data | undefined {
  return rest.length === 0 ? change(old) : expected(old ?? null, rest, change);
}

/** An emptied section is written as a bare key, an empty map as braces: the same for us. */
function comparable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(comparable);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([key, one]) => [key, comparable(one)] as const);
  return entries.length === 0 ? null : Object.fromEntries(entries);
}

function checked(text: string, patches: readonly Patch[], after: Data): void {
  const document = read(text);
  const edits = editsFor(document, patches);
  if (!edits) throw new Error('not possible');
  let last = 0;
  for (const edit of edits) {
    expect(edit.start).toBeGreaterThanOrEqual(last);
    expect(edit.end).toBeGreaterThanOrEqual(edit.start);
    last = edit.end;
    // Editors know no place between the CR and the LF of a line.
    for (const at of [edit.start, edit.end]) expect(text.slice(at - 1, at + 1)).not.toBe('\r\n');
  }
  expect(last).toBeLessThanOrEqual(text.length);
  const result = applyEdits(text, edits);
  const stream = parseStream(result);
  expect({ result, problems: stream.documents.flatMap((one) => one.problems) }).toEqual({ result, problems: [] });
  expect({ result, data: comparable(data(stream.documents[0]?.root)) }).toEqual({ result, data: comparable(after) });
  // Nothing that is only added or renamed takes a comment away.
  const comments = (of: string): string[] =>
    parseStream(of)
      .comments()
      .map((comment) => comment.text);
  if (patches.every((patch) => patch.op !== 'remove' && patch.op !== 'set'))
    expect(comments(result)).toEqual(comments(text));
}

const turns = fc.array(fc.nat({ max: 20 }), { maxLength: 4 });
const value = fc.oneof(fc.constantFrom<Data>('x', 'two words', 'p, q', 3, true, null, [], {}, ['a', 'b']), description);

describe('any patch to any description changes exactly what it says', () => {
  it('the writing hand writes the data', () => {
    fc.assert(
      fc.property(description, hand, (root, by) => {
        const text = write(root, by);
        expect({ text, data: comparable(data(read(text).root)) }).toEqual({ text, data: comparable(root) });
      }),
      runs,
    );
  });

  it('set', () => {
    fc.assert(
      fc.property(
        description,
        hand,
        turns,
        fc.array(fc.constantFrom('new', 'd', 'no'), { maxLength: 2 }),
        value,
        (root, by, ways, fresh, wanted) => {
          const way = someWay(root, ways);
          const below = valueAt(root, way);
          const at = Array.isArray(below) ? way : [...way, ...fresh];
          fc.pre(at.length > 0);
          checked(
            write(root, by),
            [{ op: 'set', at, value: wanted }],
            expected(root, at, () => wanted),
          );
        },
      ),
      runs,
    );
  });

  it('append', () => {
    fc.assert(
      fc.property(description, hand, turns, value, (root, by, ways, wanted) => {
        const way = someWay(root, ways);
        const at = typeof valueAt(root, way) === 'object' && !Array.isArray(valueAt(root, way)) ? [...way, 'new'] : way;
        fc.pre(at.length > 0);
        const after = expected(root, at, (old) =>
          Array.isArray(old) ? [...old, wanted] : old === undefined || old === null ? [wanted] : [old, wanted],
        );
        checked(write(root, by), [{ op: 'append', at, value: wanted }], after);
      }),
      runs,
    );
  });

  it('append to a single map', () => {
    fc.assert(
      fc.property(description, hand, turns, value, (root, by, ways, wanted) => {
        const at = someWay(root, ways);
        const old = valueAt(root, at);
        fc.pre(at.length > 0 && old !== null && typeof old === 'object' && !Array.isArray(old));
        checked(
          write(root, by),
          [{ op: 'append', at, value: wanted }],
          expected(root, at, () => [old as Data, wanted]),
        );
      }),
      runs,
    );
  });

  it('rename', () => {
    fc.assert(
      fc.property(description, hand, turns, keys, (root, by, ways, key) => {
        const at = someWay(root, ways);
        const holder = valueAt(root, at.slice(0, -1));
        fc.pre(typeof at.at(-1) === 'string' && !Object.hasOwn(holder as object, key));
        const named = Object.entries(holder as object).map(([name, one]) => [name === at.at(-1) ? key : name, one]);
        checked(
          write(root, by),
          [{ op: 'rename', at, key }],
          expected(root, at.slice(0, -1), () => Object.fromEntries(named)),
        );
      }),
      runs,
    );
  });

  it('remove', () => {
    fc.assert(
      fc.property(description, hand, turns, (root, by, ways) => {
        const at = someWay(root, ways);
        fc.pre(at.length > 0);
        checked(
          write(root, by),
          [{ op: 'remove', at }],
          expected(root, at, () => undefined),
        );
      }),
      runs,
    );
  });

  it('several at once', () => {
    fc.assert(
      fc.property(
        description,
        hand,
        fc.array(fc.tuple(turns, fc.constantFrom('new', 'd', 'no', 'z'), value), { maxLength: 4 }),
        (root, by, asked) => {
          const patches: Patch[] = [];
          let after: Data = root;
          for (const [ways, fresh, wanted] of asked) {
            const way = someWay(root, ways);
            if (Array.isArray(valueAt(root, way)) || Array.isArray(valueAt(after, way))) continue;
            const at = [...way, fresh];
            patches.push({ op: 'set', at, value: wanted });
            after = expected(after, at, () => wanted);
          }
          checked(write(root, by), patches, after);
        },
      ),
      runs,
    );
  });
});
