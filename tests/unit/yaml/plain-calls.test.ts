import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type * as yaml from 'yaml';
import { plainCalls, withPlainCalls, withPlainMarks } from '../../../plain-calls.mjs';
import { readSample, sampleFiles } from '../../helpers/collection.ts';
import { yamlCases } from '../../helpers/yaml-suite.ts';

type Package = typeof yaml;

const root = join(import.meta.dirname, '../../..');

/** The package as it is, and as it ships. */
let generators: Package;
let plain: Package;

beforeAll(async () => {
  generators = await bundled([]);
  plain = await bundled([plainCalls]);
});

async function bundled(plugins: readonly Plugin[]): Promise<Package> {
  const { outputFiles } = await build({
    stdin: { contents: `export * from './node_modules/yaml/browser/index.js';`, resolveDir: root },
    bundle: true,
    format: 'esm',
    write: false,
    plugins: [...plugins],
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0]!.contents).toString('base64')}`);
}

/** All that the package says of a text, read in one piece or in two. */
function said({ Lexer, Parser, Composer, visit }: Package, text: string, cut = text.length) {
  const parser = new Parser();
  const tokens = [...parser.parse(text.slice(0, cut), cut < text.length)];
  if (cut < text.length) tokens.push(...parser.parse(text.slice(cut)));
  const byHand = new Parser();
  const lexemes = [...new Lexer().lex(text)];
  const found = lexemes.flatMap((lexeme) => [...byHand.next(lexeme)]);
  found.push(...byHand.end());
  const before = JSON.stringify(tokens);
  const composer = new Composer({ uniqueKeys: false, logLevel: 'silent' });
  const documents = [...composer.compose(tokens, true, text.length)].map((document) => {
    const nodes: unknown[] = [];
    visit(document, {
      Node: (_key, node) => {
        const { range, anchor, tag, comment, commentBefore, spaceBefore } = node as yaml.Scalar;
        const { source, value, type } = node as yaml.Scalar;
        nodes.push([range, anchor, tag, comment, commentBefore, spaceBefore, source, String(value), type]);
      },
    });
    const { range, comment, commentBefore, errors, warnings } = document;
    const told = [...errors, ...warnings].map(({ code, pos, message }) => [code, pos, message]);
    return [range, comment, commentBefore, told, nodes];
  });
  return JSON.stringify([lexemes, before, found, documents, composer.streamInfo()]);
}

const expectSame = (text: string, cut?: number): void =>
  expect(said(plain, text, cut)).toBe(said(generators, text, cut));

describe('the parser with plain calls', () => {
  it('has no generators left but the one that whoever has enough can leave', () => {
    const parser = new plain.Parser();
    expect(Array.isArray(parser.next(plain.CST.DOCUMENT))).toBe(true);
    const lexer = new plain.Lexer();
    let lines = 0;
    for (const _lexeme of lexer.lex('- a\n'.repeat(1_000))) if (++lines === 10) break;
    // What stands behind the tenth was not looked at.
    expect((lexer as unknown as { pos: number }).pos).toBeLessThan(40);
  });

  it('says of every text of the public test suite what it says with generators', () => {
    for (const each of yamlCases) expectSame(each.yaml);
  });

  it('says the same of every beginning of a sample, and of its two halves', () => {
    for (const file of sampleFiles) expectSame(readSample(file));
    const text = readSample(sampleFiles[0]!).slice(0, 3_000);
    for (let end = 0; end < text.length; end += 17) {
      expectSame(text.slice(0, end));
      expectSame(text, end);
    }
  });

  it('says the same of parts of the test suite put together, and of what is hardly YAML', () => {
    const part = fc.oneof(
      fc.constantFrom(...yamlCases.map((each) => each.yaml)),
      fc.constantFrom('\n', '\r\n', '\t', '  ', '- ', '? ', ': ', '{', '}', '[', ']', ', ', '|\n', '>-\n', '# c\n'),
      fc.constantFrom('---\n', '...\n', '%YAML 1.2\n', '&a ', '*a', '!t ', '"', "'", '\\', '\ufeff', 'word', '\0', '@'),
    );
    const text = fc
      .array(fc.tuple(part, fc.nat(40), fc.nat(40)), { maxLength: 12 })
      .map((parts) =>
        parts.map(([each, from, size]) => (each.length > 4 ? each.slice(from, from + size) : each)).join(''),
      );
    fc.assert(
      fc.property(text, fc.nat(), (each, cut) => {
        expectSame(each);
        expectSame(each, cut % (each.length + 1));
      }),
      { numRuns: 3_000 },
    );
  });

  it('is not made from a version of the package that is built in another way', () => {
    const lexer = readFileSync(join(root, 'node_modules/yaml/browser/dist/parse/lexer.js'), 'utf8');
    expect(() => withPlainCalls(lexer.replace('yield SCALAR;', 'const x = yield SCALAR;'), ['lex'])).toThrow(/changed/);
    expect(() => withPlainCalls('export class Lexer {}', ['lex'])).toThrow(/changed/);
    expect(() => withPlainMarks('export class NodeBase {}')).toThrow(/changed/);
  });
});
