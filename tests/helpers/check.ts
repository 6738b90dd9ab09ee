import { type CheckedFile, checkFile } from '../../server/src/check/check.ts';
import type { OpenLink } from '../../server/src/check/links.ts';
import { defaultSettings, type Settings } from '../../server/src/settings.ts';
import { parseStream } from '../../server/src/yaml/parse.ts';

/** The day on which all examples and samples are read. */
export const TODAY = '2026-11-23';

interface Options {
  readonly file?: string;
  readonly today?: string;
  readonly settings?: Partial<Settings>;
  readonly open?: OpenLink;
}

/** Checks a text as the editor and the command line do, by default as a description named `example.work-system.yaml`. */
export function check(text: string, options: Options = {}): CheckedFile {
  const file = options.file ?? fileNameFor(text);
  return checkFile({
    file,
    stream: parseStream(text),
    today: options.today ?? TODAY,
    settings: { ...defaultSettings, ...options.settings },
    open: options.open ?? (() => undefined),
  });
}

/** The file name that fits the first kind in a text. */
export const fileNameFor = (text: string): string =>
  /^kind:\s*project-charter/m.exec(text)?.index === /^kind:/m.exec(text)?.index && /^kind:/m.test(text)
    ? 'example.charter.yaml'
    : 'example.work-system.yaml';

/** Findings as `rule at`, in order: what most tests compare. */
export const pairs = (checked: CheckedFile): string[] =>
  checked.findings.map(({ rule, at }) => `${rule} ${at.join('.')}`.trim());

/** Pairs of rule and item, a rolled-up finding taken apart into its items. */
export const itemPairs = (checked: CheckedFile): string[] =>
  checked.findings
    .flatMap(({ rule, at, items, document }) =>
      (items ?? [at]).map((path) => `${document ?? ''}|${rule} ${path.join('.')}`),
    )
    .sort();
