import type { Field } from '../formats/field.ts';
import { squeeze } from '../formats/nearest.ts';
import { Charter } from '../model/charter.ts';
import type { Model } from '../rules/rule.ts';

/** The id of the one item a person’s words name, by its id or its name; undefined where none or several fit. */
export function namedIn(field: Field, words: string, model: Model): string | undefined {
  const wanted = bare(words);
  if (wanted === '') return undefined;
  const found = new Set<string>();
  for (const sections of [model, ...(model instanceof Charter ? model.systemsFor(field.scope) : [])])
    for (const section of field.to ?? [])
      for (const item of sections.sections.get(section)?.values() ?? [])
        if (bare(item.id) === wanted || bare(item.name) === wanted) found.add(item.id);
  for (const word of field.words ?? []) if (bare(word) === wanted) found.add(word);
  return found.size === 1 ? [...found][0] : undefined;
}

const bare = (words: string): string => squeeze(words.trim().replace(/^the\s+/i, '')).replace(/[.!]$/, '');

/** The parts of an enumeration. */
export const piecesOf = (said: string): string[] =>
  said
    .split(/[,;\n]/)
    .flatMap((part) => part.replace(/\s+/g, ' ').split(/ (?:and|und|&) /))
    .map((piece) => piece.replace(/^\s*[-*]\s+/, '').trim())
    .filter((piece) => piece !== '');
