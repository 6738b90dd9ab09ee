import { describe, expect, it } from 'vitest';
import { readConfig } from '../../server/src/config.ts';
import { fromEditor } from '../../server/src/editor-settings.ts';
import { linkTarget } from '../../server/src/workspace.ts';
import { parseStream } from '../../server/src/yaml/parse.ts';
import { useDraft } from '../fuzz/everything.ts';
import { check } from '../helpers/check.ts';
import { readSample, sampleFiles } from '../helpers/collection.ts';

/** Names that mean something to JavaScript. */
const MAGIC = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__'];

const samples = sampleFiles.slice(0, 4).map((file) => ({ file, text: readSample(file) }));

/** What every object has, before and after. */
const atBirth = (): string[] =>
  [Object.prototype, Array.prototype, Function.prototype, String.prototype].flatMap((each) =>
    Object.getOwnPropertyNames(each),
  );

describe('keys and words that mean something to JavaScript', () => {
  it('are data like any others, wherever they stand in a file', async () => {
    const before = atBirth();
    for (const word of MAGIC) {
      for (const { file, text } of samples) {
        // In place of every id of this file that has a hyphen, so that lists name it too.
        const ids = new Set(text.match(/^ {2}[a-z]+-[a-z-]+(?=:)/gm)?.map((id) => id.trim()));
        for (const id of [...ids].slice(0, 1))
          check(text.replaceAll(new RegExp(`(?<![\\w-])${id}(?![\\w-])`, 'g'), word), { file });
        check(
          text.replace(/^[a-z_]+:/gm, (key) => (key === 'kind:' ? key : `${word}:`)),
          { file },
        );
      }
      const everywhere = `kind: work-system\nformat: 1\ntitle: ${word}\n${word}: { ${word}: { polluted: true } }\nroles: { ${word}: ${word} }\ndefaults: { ${word}: ${word} }\nactivities:\n  ${word}: { does: ${word}, performed_by: [${word}], ${word}: ${word} }\nwaivers:\n  - { rule: ${word}, at: ${word}.${word}, because: ${word}, ${word}: [${word}] }\n`;
      await useDraft({ file: `${word}.work-system.yaml`, texts: [everywhere], places: [60, 120, 180, 240] });
    }
    expect(atBirth()).toEqual(before);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it('set nothing, in settings files and in the editor', () => {
    const before = atBirth();
    for (const word of MAGIC) {
      const { settings, problems } = readConfig(
        parseStream(
          `${word}: { polluted: true }\nseverity: { ${word}: off }\nrules: [{ id: own/x, ${word}: 1, where: { ${word}: 1 } }]\n`,
        ),
      );
      expect(problems.length).toBeGreaterThan(1);
      expect(Object.keys(settings).filter((key) => !['severity', 'rules'].includes(key))).toEqual([]);
      expect(Object.keys(settings.severity ?? {})).toEqual([]);
      const sent = JSON.parse(`{ "${word}": { "polluted": true }, "severity": { "${word}": "off" } }`);
      expect(Object.keys(fromEditor(sent))).not.toContain(word);
    }
    expect(atBirth()).toEqual(before);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});

describe('links', () => {
  it.each([
    '../secret.yaml',
    '..\\secret.yaml',
    './../../x',
    'a/../../x',
    '/etc/passwd',
    '\\\\server\\share',
    'C:\\x',
    'c:x',
    'file:///etc/passwd',
    'http://example.org/x.yaml',
    'a\0b',
    '',
    '..',
    '../workx/a.yaml',
    'a/b/../../../work',
  ])('such as %j never leave the folder', (link) => {
    expect(linkTarget('file:///work/a.charter.yaml', link, 'file:///work') ?? null).toBeNull();
    expect(linkTarget('/work/a.charter.yaml', link, '/work') ?? null).toBeNull();
  });

  it('that stay in it are followed', () => {
    expect(linkTarget('/work/in/a.charter.yaml', '../b.yaml', '/work')).toBe('/work/b.yaml');
    expect(linkTarget('/work/in/a.charter.yaml', '..\\in\\.\\b.yaml', '/work')).toBe('/work/in/b.yaml');
  });
});

describe('tags of YAML', () => {
  it.each([
    '!!js/function',
    '!!js/undefined',
    '!!js/regexp',
    '!!python/object/apply:os.system',
    '!include',
    '!<tag:yaml.org,2002:binary>',
    '!!binary',
    '!!set',
    '!!omap',
    '!!timestamp',
    '!!merge',
  ])('%s makes nothing but text or plain data', (tag) => {
    const { documents } = parseStream(
      `kind: work-system\nformat: 1\ntitle: ${tag} "function () { return process.exit() }"\nnotes: ${tag} [aGk=]\n`,
    );
    const title = documents[0]!.node(['title']);
    expect(title).toMatchObject({ kind: 'scalar' });
    expect(['string', 'number', 'boolean', 'object']).toContain(typeof (title as { value: unknown }).value);
    expect(JSON.parse(JSON.stringify((title as { value: unknown }).value))).toBe((title as { value: unknown }).value);
  });
});
