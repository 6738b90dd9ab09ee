import type { CheckedDocument } from '../../check/checked-document.ts';
import type { Reading } from '../../formats/reading.ts';
import { PHASE_NAMES } from '../../model/charter.ts';
import { capital, keyWords } from '../../rules/wordings.ts';
import type { Path } from '../../yaml/node.ts';
import { apart } from '../apart.ts';
import type { Spot } from './report.ts';

/** Where something stands and what people call it. */
export function spotOf({ document, model }: CheckedDocument, at: Path): Spot {
  const { start } = document.span({ at, part: 'key' });
  return {
    at: apart(at.join('.')),
    about: apart(model ? nameOfPlace(model.root as unknown as Reading, at) : keysInWords(at)),
    line: document.stream.lines.position(start).line + 1,
  };
}

/**
 * A path in the words of the document: “Caretakers: training”. The sections on the way to an item are left out; what
 * the element is, the reader knows.
 */
function nameOfPlace(root: Reading, at: Path): string {
  let name: string | undefined;
  let keys: (string | number)[] = [];
  let reading: Reading | undefined = root;
  for (const key of at) {
    const inItems: boolean = reading?.field.type === 'items';
    reading = reading?.fields.get(String(key)) ?? reading?.elements[Number(key)];
    if (inItems) {
      name = reading?.name ?? String(key);
      keys = [];
    } else keys.push(key);
  }
  const words = keysInWords(keys);
  if (name === undefined) return words;
  return words === '' ? name : `${name}: ${words.toLowerCase()}`;
}

/** Keys without an item around them: `phases.initiation.gate` is “Initiation, gate”. */
function keysInWords(keys: Path): string {
  const said = keys
    .filter((key, i) => !(i === 0 && key === 'phases' && keys.length > 1))
    .map((key, i) =>
      typeof key === 'number' ? ` ${key + 1}` : `${i > 0 ? ', ' : ''}${PHASES.get(key) ?? keyWords(key)}`,
    );
  return capital(said.join('').replace(/^, /, ''));
}

const PHASES: ReadonlyMap<string, string> = new Map(Object.entries(PHASE_NAMES));
