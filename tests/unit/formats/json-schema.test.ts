import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { getLanguageService } from 'yaml-language-server/out/server/src/languageservice/yamlLanguageService.js';
import { isOtherFormat, kindOf } from '../../../server/src/check/interpret.ts';
import { KINDS, type Kind } from '../../../server/src/formats/common.ts';
import { type JsonSchema, jsonSchema } from '../../../server/src/formats/json-schema.ts';
import { generatedFiles } from '../../../server/src/generate.ts';
import { exampleOf } from '../../../server/src/rules/examples/index.ts';
import { rules } from '../../../server/src/rules/index.ts';
import { parseStream } from '../../../server/src/yaml/parse.ts';
import { check } from '../../helpers/check.ts';
import { readSample, sampleFiles } from '../../helpers/collection.ts';

const ROOT = join(import.meta.dirname, '../../..');
const read = (...path: string[]): string => readFileSync(join(ROOT, ...path), 'utf8');

const editor = getLanguageService({
  schemaRequestService: (uri) => Promise.resolve(JSON.stringify(jsonSchema(KINDS.find((kind) => uri.includes(kind))!))),
  workspaceContext: { resolveRelativePath: (path) => path },
});
editor.configure({
  validate: true,
  completion: true,
  customTags: [],
  yamlVersion: '1.2',
  schemas: KINDS.map((kind) => ({ uri: `file:///${kind}.schema.json`, fileMatch: [`*.${kind}.yaml`] })),
});

let opened = 0;
const open = (kind: Kind, text: string): TextDocument =>
  TextDocument.create(`file:///${opened++}.${kind}.yaml`, 'yaml', 1, text);

/** The stretches of a text that an editor with the schema underlines. */
async function underlined(kind: Kind, text: string): Promise<string[]> {
  const document = open(kind, text);
  return (await editor.doValidation(document, false)).map(({ range }) => document.getText(range));
}

const samples = Object.fromEntries(sampleFiles.map((file) => [file, readSample(file)]));

describe('the committed files', () => {
  it.each(Object.entries(generatedFiles(samples)))(
    '%s is what the code makes; else run `npm run generate`',
    (path, text) => {
      expect(read(path)).toBe(text);
    },
  );
});

describe('the schemas', () => {
  /** Every part of a schema, with its JSON pointer. */
  function* parts(schema: unknown, at = '#'): Generator<[string, JsonSchema]> {
    if (typeof schema !== 'object' || schema === null) return;
    if (!Array.isArray(schema)) yield [at, schema as JsonSchema];
    for (const [key, child] of Object.entries(schema)) yield* parts(child, `${at}/${key}`);
  }

  it.each(KINDS)('%s refers only to parts that it has, and uses all its definitions', (kind) => {
    const schema = jsonSchema(kind);
    const pointers = new Set([...parts(schema)].map(([at]) => at));
    const references = [...parts(schema)].flatMap(([, { $ref }]) => (typeof $ref === 'string' ? [$ref] : []));
    expect(references.filter((reference) => !pointers.has(reference))).toEqual([]);
    const used = new Set(references);
    expect(Object.keys(schema.definitions as object).filter((name) => !used.has(`#/definitions/${name}`))).toEqual([]);
  });
});

describe('the canonical examples', () => {
  it.each([
    ['work-system', 'tenant-referencing.work-system.yaml'],
    ['project-charter', 'phone-upload.charter.yaml'],
  ] as const)('%s: nothing is underlined', async (kind, file) => {
    expect(await underlined(kind, read('tests/fixtures/canonical', file))).toEqual([]);
  });
});

const HEAD = 'kind: work-system\nformat: 1\ntitle: Claims\n';

describe('what the format grants', () => {
  it.each([
    ['a sentence for a map', 'products: { letter: A letter }'],
    ['a sentence for slots', 'environment: { threat_watch: The manager reads the alerts }'],
    [
      'one value for a list',
      'activities: { assess: { uses: claim-file, goals: { kind: speed }, weaknesses: Calls are loud } }',
    ],
    [
      'a blank section, item, field and slot',
      'products:\nactivities: { assess: , decide: { uses: , watched_by: { who: } } }',
    ],
    ['a blank choice, date and number', 'controls: { lock: { effort: , changed: , minutes: } }'],
    ['numbers and truths as text', 'title: 2026\npurpose: true\nroles: { 4711: 12 }'],
    [
      'not applicable for a value, a list, an item and a section',
      'customers: { not_applicable: { because: None, decided_by: manager } }\ncontrols: { lock: { not_applicable: { because: Gone, decided_by: manager, until: 2027-01-31 } }, key: { effort: { not_applicable: { because: Gone, decided_by: manager } }, used_by: { not_applicable: } } }',
    ],
    ['ask later', 'information: { file: { owner: { ask_later: { who: manager, by: 2027-01-31 } } } }'],
    [
      'notes and x- keys everywhere',
      'notes: [1, 2]\nx-team: 7\ninformation: { notes: none, file: { notes: { a: b }, x-id: 5 } }',
    ],
    [
      'waivers with blanks',
      'waivers: [{ rule: information/no-owner, at: , because: , decided_by: , until: , notes: soon }]',
    ],
    ['defaults', 'defaults: { controls: { test_every: quarter }, policies: { form: formal } }'],
    ['free keys for conditions', 'environment: { conditions: { the law of the land: Data protection } }'],
    [
      'training topics beside ids and words',
      'participants: { handlers: { training: { covers: [passwords, infosec, our own cases], last: 2026-06-01 } } }',
    ],
    ['aliases and merged maps', 'products: { a: &a { kind: service }, b: *a, c: { <<: *a, name: C } }'],
  ])('%s', async (_what, body) => {
    const text = body.startsWith('title') ? `kind: work-system\nformat: 1\n${body}\n` : `${HEAD}${body}\n`;
    expect(await underlined('work-system', text)).toEqual([]);
    expect(check(text).findings.filter(({ rule }) => rule.startsWith('format/'))).toEqual([]);
  });
});

describe('what the format does not know', () => {
  it.each([
    ['an unknown key', 'information: { file: { sensitivty: public } }', 'sensitivty'],
    ['an unknown key of the root', 'informations: A file', 'informations'],
    ['a word that is no choice', 'information: { file: { sensitivity: secret } }', 'secret'],
    ['a choice in a list of one', 'participants: { handlers: { involved_in: [meetings] } }', 'meetings'],
    ['a list for a section', 'information: [file]', '[file]'],
    ['a list for an item', 'information: { file: [a, b] }', '[a, b]'],
    ['a map for a text', 'information: { file: { name: { first: A } } }', 'first'],
    ['a map for ids', 'customers: { owner: { receives: { letter: yes } } }', 'letter'],
    ['a text for true or false', 'small_team: perhaps', 'perhaps'],
    ['a text for a number', 'controls: { lock: { minutes: ten } }', 'ten'],
    ['a number below nought', 'controls: { lock: { minutes: -1 } }', '-1'],
    ['a day in words', 'controls: { lock: { changed: 3 May } }', '3 May'],
    ['a key that is no id', 'information: { the file: A file }', 'the file'],
    ['an unknown key in a list', 'activities: { assess: { goals: [{ knd: speed }] } }', 'knd'],
    ['a bad choice in the defaults', 'defaults: { controls: { effort: heavy } }', 'heavy'],
    [
      'a stand-in for the title’s id',
      'id: { not_applicable: { because: None } }',
      '{ not_applicable: { because: None } }',
    ],
    ['a stand-in inside a waiver', 'waivers: [{ rule: { ask_later: { who: me } } }]', '{ ask_later: { who: me } }'],
    ['an unknown key in a stand-in', 'products: { ask_later: { whom: me } }', 'whom'],
  ])('%s', async (_what, body, marks) => {
    expect(await underlined('work-system', `${HEAD}${body}\n`)).toEqual([marks]);
  });

  it('another version, and another kind', async () => {
    expect(await underlined('work-system', 'kind: work-system\nformat: 2\ntitle: Claims\n')).toEqual(['2']);
    expect(await underlined('work-system', 'kind: project-charter\ntitle: Claims\n')).toEqual(['project-charter']);
  });
});

/** The documents of an example that can be read, each with its kind. */
const documentsOf = (text: string): [Kind, string][] =>
  text.split(/^---$/m).flatMap((part): [Kind, string][] => {
    const [document] = parseStream(part).documents;
    const kind = document && document.problems.length === 0 && !isOtherFormat(document) && kindOf(document);
    return kind ? [[kind, part]] : [];
  });

describe('every rule’s good example', () => {
  it.each(rules.map(({ id }) => id))('%s', async (id) => {
    for (const [kind, text] of documentsOf(exampleOf(id).good)) expect(await underlined(kind, text)).toEqual([]);
  });
});

describe('schema and format rules agree about every bad example', () => {
  const SHAPE = /^format\/(?:unknown-key|wrong-type|bad-date|bad-choice|bad-id)$/;

  it.each(rules.map(({ id }) => id))('%s', async (id) => {
    for (const [kind, text] of documentsOf(exampleOf(id).bad)) {
      const shape = check(text).findings.filter(({ rule }) => SHAPE.test(rule));
      expect((await underlined(kind, text)).length > 0).toBe(shape.length > 0);
    }
  });
});

describe('what an editor offers', () => {
  /** The words offered at `|`, with what is said of them. */
  async function offered(body: string): Promise<Record<string, unknown>> {
    const [before, after] = `${HEAD}${body}`.split('|') as [string, string];
    const document = open('work-system', before + after);
    const { items } = await editor.doComplete(document, document.positionAt(before.length), false);
    return Object.fromEntries(
      items.map(({ label, documentation }) => [
        label,
        typeof documentation === 'object' ? documentation.value : documentation,
      ]),
    );
  }

  it('the classes with what they mean', async () => {
    expect(await offered('information:\n  file:\n    sensitivity: |')).toMatchObject({
      confidential: 'Harm to people or to the firm if it leaked, was lost or was wrong',
      restricted: 'Grave harm; only a few named people may see it',
    });
  });

  it('the keys of an item with what may stand there', async () => {
    expect(await offered('information:\n  file:\n    |')).toMatchObject({
      owner: 'Who decides who may see it. A post of roles or participants, or a plain phrase',
      stored_in: 'Where it is kept, copies included. Ids of technologies or infrastructure, or plain text',
      accuracy_check: 'How wrong details come to light. A sentence, or slots; needed: who, when',
      not_applicable: 'It does not apply here, because …',
    });
  });

  it('the intervals', async () => {
    expect(Object.keys(await offered('controls:\n  lock:\n    test_every: |'))).toEqual(
      expect.arrayContaining(['day', 'two-weeks', 'half-year']),
    );
  });
});
