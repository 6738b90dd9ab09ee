import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckedFile } from '../../server/src/check/check.ts';
import type { Stream } from '../../server/src/yaml/document.ts';
import { parseStream } from '../../server/src/yaml/parse.ts';
import { strip } from './annotate.ts';
import { check } from './check.ts';

const SAMPLES = join(import.meta.dirname, '../../samples');
const FIXTURES = join(import.meta.dirname, '../fixtures');

const yamlIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort();

/** The samples that people can open, by file name. */
export const sampleFiles: readonly string[] = yamlIn(SAMPLES);

/** The round-trip fixtures, by file name. */
export const roundTripFiles: readonly string[] = yamlIn(join(FIXTURES, 'round-trip'));

export const readSample = (file: string): string => readFileSync(join(SAMPLES, file), 'utf8');

export const readRoundTrip = (file: string): string => readFileSync(join(FIXTURES, 'round-trip', file), 'utf8');

/** Where an expectation lies: `fixture('samples', file)`. */
export const fixture = (...parts: readonly string[]): string => join(FIXTURES, ...parts);

const linked = new Map<string, Stream>();

function sampleStream(file: string): Stream | undefined {
  if (!linked.has(file) && sampleFiles.includes(file)) linked.set(file, parseStream(readSample(file)));
  return linked.get(file);
}

/**
 * Checks a text as if it stood among the samples under a name: links lead to the other samples, or to the texts given
 * in their place.
 */
export function checkAmongSamples(file: string, text: string, others: ReadonlyMap<string, string> = new Map()) {
  return check(text, {
    file,
    open: (link) => {
      const other = others.get(link);
      const stream = other === undefined ? sampleStream(link) : parseStream(other);
      return stream && { file: link, stream };
    },
  });
}

/** A text to be checked, and how it is checked wherever it has been changed. */
export interface Sheet {
  readonly file: string;
  readonly text: string;
  readonly check: (text: string) => CheckedFile;
}

/** Every sample, and every round-trip fixture without its marker lines. */
export const everySheet: readonly Sheet[] = [
  ...sampleFiles.map((file) => ({
    file,
    text: readSample(file),
    check: (text: string) => checkAmongSamples(file, text),
  })),
  ...roundTripFiles.map((file) => ({
    file,
    text: strip(readRoundTrip(file)),
    check: (text: string) => check(text, { file }),
  })),
];
