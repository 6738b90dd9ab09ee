import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import type { Stream } from '../../../server/src/yaml/document.ts';
import { parseStream } from '../../../server/src/yaml/parse.ts';
import { check } from '../../helpers/check.ts';
import { type YamlCase, yamlCases } from '../../helpers/yaml-suite.ts';
import { data } from './helpers.ts';

const page = join(import.meta.dirname, '../../../docs/yaml.md');

type Verdict = 'read' | 'refused';

const problemsOf = ({ problems, documents }: Stream) => [...problems, ...documents.flatMap((each) => each.problems)];
const codesOf = (yaml: string): string[] => problemsOf(parseStream(yaml)).map(({ code }) => code);

const here = ({ yaml }: YamlCase): Verdict => (codesOf(yaml).includes('syntax') ? 'refused' : 'read');
const ofSuite = ({ fail }: YamlCase): Verdict => (fail ? 'refused' : 'read');

/** The parser alone, asked for no more than whether a text is YAML. */
function ofParser({ yaml }: YamlCase): Verdict {
  const documents = parseAllDocuments(yaml, { uniqueKeys: false, logLevel: 'silent' });
  const errors = [...documents].flatMap((each) => each.errors);
  return errors.some(({ message }) => !message.startsWith('Unresolved tag')) ? 'refused' : 'read';
}

/** What a text means here; undefined where it is refused, or is not one document. */
function meaning(yaml: string): unknown {
  const stream = parseStream(yaml);
  const [document, second] = stream.documents;
  return problemsOf(stream).length > 0 || !document || second ? undefined : data(document.root);
}

function jsonOf({ json }: YamlCase): unknown {
  try {
    return json === undefined ? undefined : JSON.parse(json);
  } catch {
    return undefined;
  }
}

const ids = (cases: readonly YamlCase[]): string[] => cases.map(({ id }) => id);

describe('the public YAML test suite', () => {
  it('makes nothing throw', () => {
    expect(yamlCases.length).toBeGreaterThan(400);
    for (const { yaml } of yamlCases) {
      check(yaml);
      check(`kind: work-system\nformat: 1\nx-case:\n  ${yaml.replaceAll('\n', '\n  ')}\n`);
    }
  });

  it('is refused where the parser refuses it', () => {
    // A list as a key has no name to go by here, so that an anchor inside of it cannot be found either.
    expect(ids(yamlCases.filter((each) => here(each) !== ofParser(each)))).toEqual(['X38W']);
  });

  it('means here what it says it means, where one document is read', () => {
    const known = yamlCases.flatMap((each) => {
      const [is, should] = [meaning(each.yaml), jsonOf(each)];
      return is === undefined || should === undefined ? [] : [{ id: each.id, is, should }];
    });
    expect(known.length).toBeGreaterThan(200);
    const different = known.filter(({ is, should }) => !isDeepStrictEqual(is, should));
    // Both hold nothing but a mark: `:` is a key without a name, and `!` a text without letters.
    expect(different.map(({ id }) => id)).toEqual(['SM9W/1', 'UKK6/2']);
  });

  it('has its results told; run with UPDATE=1 to write them anew', () => {
    const text = readFileSync(page, 'utf8');
    const part = /<!-- suite -->\n([\s\S]*?)<!-- \/suite -->/.exec(text)?.[1];
    const written = table();
    if (process.env.UPDATE)
      writeFileSync(
        page,
        text.replace(`${part}<!-- /suite`, () => `${written}<!-- /suite`),
      );
    else expect(part).toBe(written);
  });
});

function table(): string {
  const of = (suite: Verdict, ours: Verdict) =>
    yamlCases.filter((each) => ofSuite(each) === suite && here(each) === ours);
  const row = (what: string, cases: readonly YamlCase[], list = false): string =>
    `| ${what} | ${cases.length} | ${list ? cases.map(({ id, name }) => `${id} (${name})`).join(', ') : ''} |`;
  return [
    '| what the suite says, and what happens here | texts | which |',
    '| --- | ---: | --- |',
    row('YAML, and read', of('read', 'read')),
    row('no YAML, and refused with its place', of('refused', 'refused')),
    row('YAML, yet refused', of('read', 'refused'), true),
    row('no YAML, yet read', of('refused', 'read'), true),
    '',
  ].join('\n');
}
