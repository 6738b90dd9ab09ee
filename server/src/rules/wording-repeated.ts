import type { SectionName } from '../formats/field.ts';
import type { Reading } from '../formats/reading.ts';
import { sectionPath } from '../formats/section-path.ts';
import { notion, notionOf } from '../model/notion.ts';
import { decision, setAt } from './fixes.ts';
import { gather } from './gathered.ts';
import { valueAt } from './places.ts';
import type { Fix, Model, Rule } from './rule.ts';
import { answersIn } from './wording-fields.ts';

const TEXTS: ReadonlySet<string> = new Set(['answer', 'slots', 'text']);

/** A text without case, blanks and punctuation; undefined for fewer than four words. */
function bareWords(text: string): string | undefined {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length >= 4 ? words.join(' ') : undefined;
}

export const repeated: Rule<Model> = {
  id: 'wording/repeated',
  severity: 'information',
  kind: 'both',
  core: true,
  title: 'Same sentence in many places',
  guidelines: ['INF.2'],
  speaks:
    'The same sentence of four words or more stands in several answers, so that nobody can tell whether it was thought about for each.',
  quiet: 'The text comes from defaults or from an alias: it then stands there once.',
  exceptions: 'It was thought about, and it is true of each.',
  *check(model, { asked, settings }) {
    const groups = new Map<string, Reading[]>();
    for (const reading of answersIn(model, asked)) {
      const { text, node, field } = reading;
      if (!reading.given || !text || node?.aliased || !TEXTS.has(field.type)) continue;
      const words = bareWords(text);
      if (words === undefined) continue;
      gather(groups, words, reading);
    }
    for (const group of groups.values()) {
      const [first, second, ...others] = group;
      if (!first || !second || group.length < settings.repeated_text_min) continue;
      yield {
        at: second.path,
        place: valueAt(second.path),
        message: `The same sentence stands in ${group.length} places. Is it true of each?`,
        related: [first, ...others].map(({ path }) => ({ ...valueAt(path), message: 'The same sentence stands here' })),
        fixes: movedToDefaults(group, model),
      };
    }
  },
};

/**
 * Offered where all of them are the same field of one section and no item of it lacks that field: a default would
 * answer for such an item too.
 */
function movedToDefaults(group: readonly Reading[], model: Model): Fix[] {
  const [first] = group as [Reading];
  const section = [...model.sections.keys()].find((name) => isFieldOf(first, name));
  if (!section || !group.every((reading) => reading.pattern === first.pattern && isFieldOf(reading, section)))
    return [];
  const field = first.id;
  const defaults = (model.root as Reading).fields.get('defaults')?.fields.get(section);
  if (defaults?.fields.has(field) || !answeredByAll(model)(section)(field)) return [];
  return [
    decision(
      'Move it to defaults',
      setAt(['defaults', section, field], first.text),
      ...group.map(({ path }) => ({ op: 'remove' as const, at: path })),
    ),
  ];
}

/** True for a field that every item of a section has. */
const answeredByAll = notionOf('answered by all', (model: Model) =>
  notion('answered by all of a section', (section: SectionName) =>
    notion('a field answered by all of a section', (field: string) =>
      [...model.sections.get(section)!.values()].every((item) => item.fields.has(field)),
    ),
  ),
);

/** True for a whole field of an item, written under its own key. */
function isFieldOf({ path, pattern, id }: Reading, section: SectionName): boolean {
  const above = sectionPath(section);
  return path.length === above.length + 2 && pattern === [...above, '*', id].join('.');
}
