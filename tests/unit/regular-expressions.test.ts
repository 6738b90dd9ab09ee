import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from 'recheck';
import ts from 'typescript';
import { beforeAll, describe, expect, it, vi } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** What ships: all of the code but what writes the generated files. */
const files = ['server/src', 'client/src']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  )
  .filter((file) => file.endsWith('.ts') && file !== join('server/src', 'generate.ts'));

const SHORT = 'is given an answer of 500 letters, without two blanks together';

/** Patterns that take quadratic time on some texts, and why those texts never come. */
const BOUNDED = new Map([
  [/\\([\\$}])|\$\d+|\$\{\d+:((?:[^\\}]|\\.)*)\}/g, 'reads a snippet of our own; what a file says is escaped in it'],
  [/‹(\d+):(.*?)›/g, 'reads a starter text of our own'],
  [/[^\s,[\]{}]*$/, 'is given the last 200 letters'],
  [/(?:[&!]\S*[ \t]+)+$/, 'is given the last 200 letters'],
  [/^(?:\s|#.*)*([^\s:]+)/, 'is given 2,000 letters'],
  [/\s*[^\s\-/_]*[-/_]+|\s*[^\s\-/_]+/g, 'is given a text without blanks at its end'],
  [/[\s).]+$/, SHORT],
  [/^(.*?)(?:[\s,;]+by\s+|\s*[,;]\s*)([^,;]*\d[^,;]*)$/i, SHORT],
  [/^(.*?)[\s,;]*\buntil\s+(.+)$/i, SHORT],
  [/^(.*?)\s*(?:\(([^()]*)\)\s*\.?)?$/, SHORT],
  [/&([^\s,[\]{}]+)(?:[ \t]+!\S+)?(?:\s|#[^\r\n]*[\r\n])*$/, 'is given the last 400 letters'],
]);

/** Counts steps, never seconds. */
const BY_STEPS = {
  randomSeed: 1,
  timeout: null,
  incubationTimeout: null,
  recallTimeout: null,
  attackTimeout: null,
} as const;

/** Literals, and how many patterns a file puts together from parts when it is loaded. */
function patternsIn(file: string): { literals: string[]; made: number } {
  const found = { literals: [] as string[], made: 0 };
  const visit = (node: ts.Node, inFunction: boolean): void => {
    if (ts.isRegularExpressionLiteral(node)) found.literals.push(node.text);
    if (ts.isNewExpression(node) && node.expression.getText() === 'RegExp') {
      // Later on, only what is a literal anyway is made anew.
      if (inFunction)
        expect(
          node.arguments?.map((each) => each.getText()),
          file,
        ).toEqual(['unprintable', "'g'"]);
      else found.made++;
    }
    ts.forEachChild(node, (child) => visit(child, inFunction || ts.isFunctionLike(node)));
  };
  visit(ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest, true), false);
  return found;
}

/** Patterns that a module puts together while it is loaded. */
async function madeBy(file: string): Promise<string[]> {
  const made: string[] = [];
  const Plain = globalThis.RegExp;
  vi.resetModules();
  globalThis.RegExp = new Proxy(Plain, {
    construct(target, [source, flags]: [string, string?]) {
      const pattern = new target(source, flags);
      if (/\/server\/src\//.test(new Error().stack ?? '')) made.push(String(pattern));
      return pattern;
    },
  });
  try {
    await import(join(root, file));
  } finally {
    globalThis.RegExp = Plain;
  }
  return made;
}

describe('our regular expressions', () => {
  const patterns = new Set<string>();

  beforeAll(async () => {
    for (const file of files) {
      const { literals, made } = patternsIn(file);
      for (const literal of literals) patterns.add(literal);
      if (made === 0) continue;
      const found = await madeBy(file);
      expect(found.length, file).toBeGreaterThanOrEqual(made);
      for (const pattern of found) patterns.add(pattern);
    }
  }, 120_000);

  it('take linear time on every text that they are given', async () => {
    // What repeats nothing without end has an end.
    const slow: string[] = [];
    const bounded = [...BOUNDED.keys()].map(String).sort();
    for (const pattern of [...patterns].filter((each) => /[*+]|\{\d+,\}/.test(each))) {
      const at = pattern.lastIndexOf('/');
      const [source, flags] = [pattern.slice(1, at), pattern.slice(at + 1)];
      const { status } = await check(source, flags, { timeout: 60_000 });
      if (status === 'safe') continue;
      // A busy machine can make a pattern look slow: whoever is not known to be is tried again, by steps alone.
      if (bounded.includes(pattern) || (await check(source, flags, BY_STEPS)).status !== 'safe') slow.push(pattern);
    }
    expect(patterns.size).toBeGreaterThan(150);
    expect(slow.sort()).toEqual(bounded);
  }, 300_000);
});
