// The parser package hands each token from generator to generator, six and more deep, which takes most of its time. What
// ships is the same code with plain calls: what a generator would have yielded is put into a list instead. Nothing else
// changes but how a node is marked; `tests/unit/yaml/plain-calls.test.ts` holds both against each other.
import { readFileSync } from 'node:fs';

/** Files of the package that hold generators, and those of their methods that others call. */
const FILES = /** @type {Record<string, readonly string[]>} */ ({
  'parse/lexer.js': ['lex'],
  'parse/parser.js': ['parse', 'next', 'end'],
  'compose/composer.js': ['compose', 'next', 'end'],
});

/**
 * Turns the generators of a file into plain methods. Throws where the file is not as it is known to be, as it may be in
 * another version.
 * @param {string} code of a class whose methods are generators.
 * @param {readonly string[]} entries the methods that others call: what they give can still be gone through.
 * @returns {string}
 */
export function withPlainCalls(code, entries) {
  const plain = code
    // `lex` stays one, so that whoever has enough can leave; what it asks is asked plainly.
    .replace('next = yield* this.parseNext(next);', '{ next = this.parseNext(next); YIELD* this.given(); }')
    .replace(/yield\* this\.(\w+)\(/g, (_, name) => `this.${entries.includes(name) ? `all_${name}` : name}(`)
    .replace(/^( *)yield ([^;*][^;]*);/gm, '$1this.out.push($2);')
    .replace(/^ {4}\*(\w+)\(([^)]*)\) \{$/gm, (method, name, parameters) => {
      if (name === 'lex') return method;
      if (!entries.includes(name)) return `    ${name}(${parameters}) {`;
      const passed = parameters.replace(/ = [^,]+/g, '');
      return `    ${name}(${parameters}) { this.all_${name}(${passed}); return this.given(); }\n    all_${name}(${parameters}) {`;
    })
    .replace(
      /^ {4}constructor\(/m,
      '    out = [];\n    given() { const { out } = this; if (out.length > 0) this.out = []; return out; }\n$&',
    );
  const left = plain.replace(/^ *(?:\/\*|\* |\/\/).*$/gm, '').match(/\byield\b.*|^ {4}\*(?!lex\()\w+.*/gm);
  if (left || plain === code || !plain.includes('given()'))
    throw new Error(`yaml has changed: ${left ?? 'no generators'}`);
  return plain.replaceAll('YIELD*', 'yield*');
}

/** Files whose classes keep what kind of node they are in a property that is defined anew, by a call, for each node. */
const MARKED = new Set(['nodes/Node.js', 'nodes/Pair.js']);

/**
 * Sets the mark of a node as any other property is set. Throws where there is none.
 * @param {string} code
 * @returns {string}
 */
export function withPlainMarks(code) {
  const plain = code.replace(
    /Object\.defineProperty\(this, NODE_TYPE, \{ value: (\w+) \}\);/g,
    'this[NODE_TYPE] = $1;',
  );
  if (plain === code) throw new Error('yaml has changed: no marks');
  return plain;
}

/** @type {import('esbuild').Plugin} */
export const plainCalls = {
  name: 'plain-calls',
  setup: ({ onLoad }) => {
    onLoad({ filter: /[\\/]yaml[\\/]browser[\\/]dist[\\/]/ }, ({ path }) => {
      const file = path.split(/[\\/]/).slice(-2).join('/');
      const entries = FILES[file];
      if (entries) return { contents: withPlainCalls(readFileSync(path, 'utf8'), entries) };
      return MARKED.has(file) ? { contents: withPlainMarks(readFileSync(path, 'utf8')) } : undefined;
    });
  },
};
