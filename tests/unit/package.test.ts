import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { listFiles, PackageManager } from '@vscode/vsce';
import { beforeAll, describe, expect, it } from 'vitest';
import { defaultSettings, settingsSchema } from '../../server/src/settings.ts';
import { check } from '../helpers/check.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

interface Setting {
  readonly default?: unknown;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly markdownDescription: string;
}

interface Step {
  readonly title: string;
  readonly description: string;
  readonly media: { readonly markdown: string };
}

interface Manifest {
  readonly description: string;
  readonly scripts: { readonly package: string };
  readonly contributes: {
    readonly configuration: { readonly title: string; readonly properties: Readonly<Record<string, Setting>> };
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly walkthroughs: readonly { readonly title: string; readonly description: string; readonly steps: Step[] }[];
  };
}

const manifest = JSON.parse(read('package.json')) as Manifest;
const { configuration, commands, walkthroughs } = manifest.contributes;
const texts = (file: string) => JSON.parse(read(file)) as Record<string, string>;

describe('the package', () => {
  const EXPECTED = [
    /^dist\/[\w-]+\.js$/,
    /^schemas\/[\w.-]+\.schema\.json$/,
    /^package(?:\.nls(?:\.de)?)?\.json$/,
    /^l10n\/bundle\.l10n(?:\.de)?\.json$/,
    /^walkthrough\/\w+(?:\.nls\.de)?\.md$/,
    /^(?:README|CHANGELOG|THIRD-PARTY-NOTICES)\.md$/,
    /^LICENSE$/,
    /^docs\/(?:icon\.png|\w+\.svg)$/,
  ];
  let files: string[];

  beforeAll(async () => {
    files = await listFiles({ cwd: root, packageManager: PackageManager.None });
  }, 60_000);

  it('holds what it needs and nothing else', () => {
    expect(files.filter((file) => !EXPECTED.some((pattern) => pattern.test(file)))).toEqual([]);
    for (const pattern of EXPECTED)
      expect(
        files.some((file) => pattern.test(file)),
        `a file like ${pattern}`,
      ).toBe(true);
  });

  it('is at most 1.5 MB', () => {
    const sizes = files.map((file) => deflateRawSync(readFileSync(join(root, file))).length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(1_500_000);
  });

  it('holds every picture and page the manifest names', () => {
    const named = JSON.stringify(manifest.contributes).match(/(?<=")(?:docs|walkthrough)\/[^"]+/g) ?? [];
    expect(named.filter((file) => !files.includes(file))).toEqual([]);
  });

  it('makes the links of the README absolute, so that they work on the extension’s page', () => {
    expect(manifest.scripts.package).toMatch(/--baseContentUrl https:\S+ --baseImagesUrl https:\S+/);
  });

  it('names the licences of all code it contains', () => {
    expect(run('notices.mjs', '--check')).toBe('');
  });
});

describe('the manifest speaks English and German', () => {
  const english = texts('package.nls.json');
  const german = texts('package.nls.de.json');
  // A text that is written out is the same in all languages.
  const isTold = (text: string) => {
    const key = /^%(.+)%$/.exec(text)?.[1];
    return key ? Boolean(english[key] && german[key]) : text !== '';
  };

  it('has the same texts in both', () => {
    expect(Object.keys(german)).toEqual(Object.keys(english));
    expect(Object.entries(german).filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('has a text for every key the manifest uses', () => {
    const used = read('package.json').match(/(?<=")%[^%"]+%(?=")/g) ?? [];
    expect(used.filter((text) => !isTold(text))).toEqual([]);
  });

  it('names every command', () => {
    expect(commands.filter(({ title }) => !isTold(title))).toEqual([]);
  });

  it('calls a command in English what the manifest calls it', () => {
    for (const { command, title } of commands) {
      const text = english[command.replace('worksec.', 'command.')];
      if (text && !title.startsWith('%')) expect(text).toBe(title);
    }
  });

  it.each(Object.entries(configuration.properties))('describes %s by keys', (_name, setting) => {
    const told = [setting.markdownDescription, ...(setting.enumDescriptions ?? [])];
    expect(told.filter((text) => !text.startsWith('%') || !isTold(text))).toEqual([]);
    if (setting.enum) expect(setting.enumDescriptions).toHaveLength(setting.enum.length);
  });

  it('keeps the links of the walkthrough in both languages', () => {
    const links = (text: string) => text.match(/\(command:[^)]+\)/g);
    for (const key of Object.keys(english)) expect(links(german[key]!), key).toEqual(links(english[key]!));
  });

  it.each(['md', 'nls.de.md'])('quotes a question that its sample text raises (%s)', (end) => {
    const sample = /```yaml\n([\s\S]*?)```/.exec(read(`walkthrough/open.${end}`))![1]!;
    const quoted = /^> (.+)$/m.exec(read(`walkthrough/read.${end}`))![1];
    const checked = check(sample, { file: 'claims.work-system.yaml' });
    expect(checked.findings.map(({ message }) => message)).toContain(quoted);
  });

  it('has a page for every step of the walkthrough in both languages', () => {
    const pages = walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => basename(media.markdown)));
    const expected = pages.flatMap((page) => [page, page.replace(/\.md$/, '.nls.de.md')]);
    expect(readdirSync(join(root, 'walkthrough')).sort()).toEqual(expected.sort());
  });
});

describe('the client speaks English and German', () => {
  it('has every text of l10n.t in both bundles', () => {
    expect(run('l10n/collect.mjs', '--check')).toBe('');
  });

  it('keeps the places for values', () => {
    const places = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
    for (const [text, german] of Object.entries(texts('l10n/bundle.l10n.de.json'))) {
      expect(german.trim(), text).not.toBe('');
      expect(places(german), text).toEqual(places(text));
    }
  });
});

describe('the editor’s settings', () => {
  // Limits guard the machine, and questions of one's own belong to the work: both stand in the file only.
  const ONLY_IN_THE_FILE = ['rules', 'max_file_bytes', 'max_alias_expansion_nodes', 'max_depth'];
  const ONLY_IN_THE_EDITOR = ['worksec.trace.server'];
  const camelCase = (key: string) => `worksec.${key.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())}`;
  const shared = (Object.keys(settingsSchema.shape) as (keyof typeof defaultSettings)[]).filter(
    (key) => !ONLY_IN_THE_FILE.includes(key),
  );

  it('are those of the file, in camel case', () => {
    const inEditor = Object.keys(configuration.properties).filter((name) => !ONLY_IN_THE_EDITOR.includes(name));
    expect(inEditor.sort()).toEqual(shared.map(camelCase).sort());
  });

  it.each(shared)('have the same default for %s', (key) => {
    expect(configuration.properties[camelCase(key)]?.default ?? undefined).toEqual(defaultSettings[key]);
  });
});

/** What a script of ours complains about; an empty text when it is content. */
function run(...args: string[]): string {
  try {
    execFileSync(process.execPath, args, { cwd: root, stdio: 'pipe' });
    return '';
  } catch (error) {
    return String((error as { stderr?: Buffer }).stderr ?? error);
  }
}
