// Writes bundle.l10n.json, the texts the client shows through l10n.t, drops what is no longer shown from the German
// bundle, and names what has no German text yet. --check only compares.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const here = import.meta.dirname;
const source = join(here, '../client/src');
const read = (file) => JSON.parse(readFileSync(join(here, file), 'utf8'));
const write = (file, bundle) => writeFileSync(join(here, file), `${JSON.stringify(bundle, undefined, 2)}\n`);

const texts = new Set();
for (const file of readdirSync(source, { recursive: true })
  .filter((name) => /\.tsx?$/.test(name))
  .sort()) {
  collect(ts.createSourceFile(file, readFileSync(join(source, file), 'utf8'), ts.ScriptTarget.Latest, true));
}
const shown = [...texts].sort();

if (process.argv.includes('--check')) {
  const [english, german] = [read('bundle.l10n.json'), read('bundle.l10n.de.json')];
  const wrong = [
    ...shown.filter((text) => !(text in english)).map((text) => `Not in bundle.l10n.json: ${text}`),
    ...shown.filter((text) => !(text in german)).map((text) => `Not in bundle.l10n.de.json: ${text}`),
    ...Object.keys({ ...english, ...german })
      .filter((text) => !texts.has(text))
      .map((text) => `No longer shown: ${text}`),
  ];
  for (const line of wrong) console.error(line);
  if (wrong.length > 0) console.error('Run node l10n/collect.mjs, and translate what it names.');
  process.exitCode = wrong.length > 0 ? 1 : 0;
} else {
  const german = read('bundle.l10n.de.json');
  const translated = shown.filter((text) => text in german);
  write('bundle.l10n.json', Object.fromEntries(shown.map((text) => [text, text])));
  write('bundle.l10n.de.json', Object.fromEntries(translated.map((text) => [text, german[text]])));
  for (const text of shown) if (!(text in german)) console.log(`No German text yet: ${text}`);
}

/** Adds the first argument of each l10n.t: a text, or an object with a message. */
function collect(node) {
  if (ts.isCallExpression(node) && node.expression.getText() === 'l10n.t') {
    const [given] = node.arguments;
    const message =
      given && ts.isObjectLiteralExpression(given)
        ? given.properties.find((property) => property.name?.getText() === 'message')?.initializer
        : given;
    for (const text of literals(message)) texts.add(text);
  }
  ts.forEachChild(node, collect);
}

/** The texts an expression may be: a literal, or one of two. */
function literals(node) {
  if (node && ts.isStringLiteralLike(node)) return [node.text];
  if (node && ts.isConditionalExpression(node)) return [...literals(node.whenTrue), ...literals(node.whenFalse)];
  const place = node?.getSourceFile().fileName ?? source;
  throw new Error(`${place}: l10n.t needs a literal text, so that it can be translated: ${node?.getText()}`);
}
