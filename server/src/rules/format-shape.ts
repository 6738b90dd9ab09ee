import { guessDay } from '../formats/dates.ts';
import { RESERVED } from '../formats/field.ts';
import { nearest } from '../formats/nearest.ts';
import { slug } from '../formats/words.ts';
import type { MapEntry, MapNode, Path } from '../yaml/node.ts';
import { complete, decision, setAt } from './fixes.ts';
import { shapeRule, subject } from './format-problem.ts';
import { wrongType } from './format-wrong-type.ts';
import { keyAt, valueAt } from './places.ts';
import type { Fix, FormatRule, Manuscript } from './rule.ts';
import { clip, hinted, keyWords } from './wordings.ts';

/** The map that holds the entry at a path. */
function holderOf({ document }: Manuscript, at: Path): MapNode | undefined {
  const holder = document?.node(at.slice(0, -1));
  return holder?.kind === 'map' ? holder : undefined;
}

const unknownKey = shapeRule(
  'unknown-key',
  {
    id: 'format/unknown-key',
    severity: 'warning',
    core: true,
    title: 'Field not known',
    speaks: 'A key is none of the fields that may stand in its place, so nothing reads it. Often it is mistyped.',
    falseAlarms: 'Notes of your own. Keep them under notes, or begin the key with x-.',
  },
  ({ at, key, known, inWords }, manuscript) => {
    const near = key.length <= LONGEST_NAME ? nearest(key, [...known, 'notes']) : undefined;
    const cut = near ? [] : rejoined(at, known, inWords, manuscript);
    const hint = near ? `Did you mean ${near}?` : cut.length > 0 ? CUT : '';
    return {
      place: keyAt(at),
      message: hinted(`“${clip(key)}” is not a field here, so nothing reads it.`, hint),
      fixes: [...cut, ...renamed(at, near, manuscript), ...movedToNotes(at, key, manuscript)],
    };
  },
);

/** Longer words are no mistyped names, and comparing them takes time. */
const LONGEST_NAME = 60;

const CUT = 'Between braces a comma ends a text that has no quotes.';

/**
 * `{ when: Before leaving, with the foreman }` has a field `with the foreman`, since the comma ended the sentence. Put
 * together again, with all that was cut off.
 */
function rejoined(at: Path, known: readonly string[], inWords: readonly string[], manuscript: Manuscript): Fix[] {
  const holder = holderOf(manuscript, at);
  if (!holder?.flow) return [];
  const { text } = manuscript.stream;
  const entries = [...holder.entries.values()].filter(({ merged }) => !merged);
  const here = entries.findIndex(({ key }) => key === String(at.at(-1)));
  const isRest = (entry: MapEntry | undefined): boolean =>
    entry?.plainKey === true && isBareKey(entry, text) && !known.includes(entry.key);
  let first = here;
  while (isRest(entries[first])) first--;
  const begun = entries[first];
  if (first === here || begun?.node.kind !== 'scalar' || !begun.node.plain || begun.node.text === '') return [];
  if (!inWords.includes(begun.key)) return [];
  let last = here;
  while (isRest(entries[last + 1])) last++;
  const [start, end] = [begun.node.start, entries[last]!.keySpan.end];
  if (manuscript.stream.comments().some((comment) => comment.start > start && comment.start < end)) return [];
  const whole = text.slice(start, end);
  const above = at.slice(0, -1);
  return [
    decision(
      'Put the sentence in quotes',
      setAt([...above, begun.key], whole.replace(/\s+/g, ' ')),
      ...entries.slice(first + 1, last + 1).map(({ key }) => ({ op: 'remove' as const, at: [...above, key] })),
    ),
  ];
}

/** A key with neither a colon nor a value behind it. */
const isBareKey = ({ node, keySpan }: MapEntry, text: string): boolean =>
  node.kind === 'scalar' && node.start === node.end && /^\s*[,}]/.test(text.slice(keySpan.end));

function renamed(at: Path, near: string | undefined, manuscript: Manuscript): Fix[] {
  if (near === undefined || holderOf(manuscript, at)?.entries.has(near)) return [];
  return [complete(`Rename to ${near}`, { op: 'rename', at, key: near })];
}

function movedToNotes(at: Path, key: string, manuscript: Manuscript): Fix[] {
  const holder = holderOf(manuscript, at);
  const [node, notes] = [holder?.entries.get(key)?.node, holder?.entries.get('notes')?.node];
  if (node?.kind !== 'scalar' || node.text.trim() === '' || (notes && notes.kind !== 'scalar')) return [];
  const text = [notes?.text.trim(), `${keyWords(key)}: ${node.text.trim()}`].filter(Boolean).join('; ');
  return [
    {
      title: 'Move the text to notes',
      kind: 'waive',
      patches: [setAt([...at.slice(0, -1), 'notes'], text), { op: 'remove', at }],
    },
  ];
}

const badDate = shapeRule(
  'bad-date',
  {
    id: 'format/bad-date',
    severity: 'error',
    core: true,
    title: 'Date not readable',
    speaks: 'A date is not written as year-month-day, or there is no such day.',
  },
  ({ at, text }) => {
    const day = guessDay(text);
    return {
      place: valueAt(at),
      message: 'Write this date as year-month-day, for example 2027-01-31.',
      fixes: day ? [complete(`Rewrite as ${day}`, setAt(at, day))] : [],
    };
  },
);

const badChoice = shapeRule(
  'bad-choice',
  {
    id: 'format/bad-choice',
    severity: 'error',
    core: true,
    title: 'Value is not one of the choices',
    speaks: 'A field that takes one of a few words holds another one. Case, blanks and hyphens do not count.',
  },
  ({ at, text, choices }) => {
    const near = text.length <= LONGEST_NAME ? nearest(text, choices) : undefined;
    return {
      place: valueAt(at),
      message: `${subject(at)} takes one of ${listed(choices, near ? 60 : 85)}.${near ? ` Did you mean ${near}?` : ''}`,
      fixes: near ? [complete(`Replace with ${near}`, setAt(at, near))] : [],
    };
  },
);

/** As many words as a message holds. */
function listed(words: readonly string[], most: number): string {
  let shown = words.length;
  while (shown > 1 && words.slice(0, shown).join(', ').length > most) shown--;
  const more = words.length - shown;
  return words.slice(0, shown).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

const badId = shapeRule(
  'bad-id',
  {
    id: 'format/bad-id',
    severity: 'warning',
    core: false,
    title: 'Id not usable',
    speaks: 'The key of an item holds a blank, a dot or another sign that fields elsewhere could not refer to.',
  },
  ({ at, key }, manuscript) => ({
    place: keyAt(at),
    message: `${usableId(key)} and put the full name under name:.`,
    fixes: slugged(at, key, manuscript),
  }),
);

/** What is to be done about a key, by what is wrong with it. */
function usableId(key: string): string {
  if (/[\s.]/.test(key)) return 'Use a short id without blanks or dots here';
  return /^[-_]+[A-Za-z0-9][\w-]*$/.test(key)
    ? 'Begin this id with a letter or a digit'
    : 'Use a short id of the letters a to z, digits and hyphens here';
}

function slugged(at: Path, key: string, manuscript: Manuscript): Fix[] {
  const id = slug(key);
  const holder = holderOf(manuscript, at);
  if (id === undefined || RESERVED.has(id) || holder?.entries.has(id)) return [];
  const item = holder?.entries.get(key)?.node;
  const isNamed = item?.kind === 'map' && item.entries.has('name');
  return [
    complete(`Rename to ${id} and keep the text as name`, ...(isNamed ? [] : [setAt([...at, 'name'], key)]), {
      op: 'rename',
      at,
      key: id,
    }),
  ];
}

const switchWordKey = shapeRule(
  'switch-word-key',
  {
    id: 'format/switch-word-key',
    severity: 'warning',
    core: false,
    title: 'Key that some readers take for true or false',
    speaks: 'A key without quotes is on, off, yes, no, y or n. Older YAML readers take these for true or false.',
  },
  ({ at, key }) => ({
    place: keyAt(at),
    message: `Some YAML readers take “${key}” for true or false. Use another word or put it in quotes.`,
    fixes: [complete('Put the key in quotes', { op: 'rename', at, key })],
  }),
);

/** Rules about keys and values that do not fit the field table. */
export const shapeRules: readonly FormatRule[] = [unknownKey, wrongType, badDate, badChoice, badId, switchWordKey];
