import type { Content, Path } from '../yaml/node.ts';
import type { Field } from './field.ts';

/** What does not fit the format. The `format/…` rules word these. */
export type FormatProblem = { readonly at: Path } & (
  | {
      readonly code: 'unknown-key';
      readonly key: string;
      readonly known: readonly string[];
      /** Those of the known keys that take a sentence. */
      readonly inWords: readonly string[];
    }
  | {
      readonly code: 'wrong-type';
      readonly field: Field;
      readonly found: Content;
      readonly inItems: boolean;
      /** True where the value is an item of a section, so that the last key is an id. */
      readonly isItem: boolean;
      /** True where a list of such values may stand; `field` is that of its elements. */
      readonly asList: boolean;
    }
  | { readonly code: 'bad-date'; readonly text: string }
  | { readonly code: 'bad-choice'; readonly text: string; readonly choices: readonly string[] }
  | { readonly code: 'bad-id'; readonly key: string }
  | { readonly code: 'switch-word-key'; readonly key: string }
);
