import type { z } from 'zod';
import { fieldOf } from '../formats/field.ts';
import { nearest } from '../formats/nearest.ts';
import type { Reading } from '../formats/reading.ts';
import { schemaAt } from '../formats/schema-at.ts';
import type { Item } from '../model/sections.ts';
import type { Path } from '../yaml/node.ts';
import { says } from './answers.ts';
import { complete, setAt } from './fixes.ts';
import { valueAt } from './places.ts';
import { MOST_COMPARED } from './reference-names.ts';
import {
  type CheckContext,
  type Fix,
  isFixed,
  levelOf,
  type Model,
  type Rule,
  type RuleFacts,
  type Severity,
} from './rule.ts';
import { blanksOf, holdingWaivers, waiverEntries } from './silencing.ts';
import { clip, keyWords, names } from './wordings.ts';

/** Whether an exception is still wanted is for a person to say, unless nothing depends on it. */
export const removed = (at: Path, kind: Fix['kind'] = 'waive'): Fix => ({
  title: 'Remove the exception',
  kind,
  patches: [{ op: 'remove', at }],
});

/** What a waiver cannot do without, in the words of a person. */
const LACKING: Readonly<Record<string, string>> = {
  rule: 'the rule it is from',
  because: 'a reason',
  decided_by: 'who decided it',
  until: 'a last day',
  at: 'its place',
};

const incomplete: Rule<Model> = {
  id: 'waivers/incomplete',
  severity: 'warning',
  kind: 'both',
  core: true,
  title: 'Exception without reason, decider or date',
  guidelines: ['STR.2'],
  speaks: 'A waiver lacks its rule, a reason, who decided it or its last day. It is not applied until it has them.',
  *check(model) {
    for (const entry of waiverEntries(model.root as Item)) {
      const missing = blanksOf(entry).filter((key) => entry.fields.get(key)?.state !== 'wrong');
      if (missing.length === 0) continue;
      const absent = missing.filter((key) => !entry.fields.has(key));
      yield {
        at: entry.path,
        place: valueAt(entry.path),
        message: `This exception lacks ${names(
          missing.map((key) => LACKING[key] ?? keyWords(key)),
          5,
        )}, so it is not applied.`,
        fixes: absent.length > 0 ? [insertSlots(entry.path, absent)] : [],
      };
    }
  },
};

/** Slots for what a waiver or a stand-in needs and does not have. */
export const insertSlots = (at: Path, keys: readonly string[]): Fix => ({
  title: 'Insert the missing slots',
  kind: 'scaffold',
  patches: keys.map((key) => setAt([...at, key], null)),
});

const unknownRule: Rule<Model> = {
  id: 'waivers/unknown-rule',
  severity: 'warning',
  kind: 'both',
  core: false,
  title: 'Exception from an unknown rule',
  guidelines: ['STR.2'],
  speaks: 'A waiver names no rule, or one that cannot be excepted: format/…, reference/unknown-id and waivers/….',
  *check(model, { ruleIds }) {
    const excepted = [...ruleIds].filter((id) => !isFixed(id));
    for (const entry of waiverEntries(model.root as Item)) {
      const rule = entry.fields.get('rule');
      const id = rule?.text;
      if (!rule || !id || !says(rule) || (ruleIds.has(id) && !isFixed(id))) continue;
      // A rule that is known and cannot be excepted is not mistyped.
      const near = ruleIds.has(id) || id.length > 80 ? undefined : nearest(id, excepted);
      yield {
        at: rule.path,
        place: valueAt(rule.path),
        message: `No rule that can be excepted is called “${clip(id)}”.${near ? ` Did you mean ${near}?` : ''}`,
        fixes: near ? [complete(`Replace with ${near}`, setAt(rule.path, near))] : [],
      };
    }
  },
};

const orphanPath: Rule<Model> = {
  id: 'waivers/orphan-path',
  severity: 'warning',
  kind: 'both',
  core: false,
  title: 'Exception for a place that is not there',
  guidelines: ['STR.2'],
  speaks: 'The place a waiver names is not in the document. Often an item has another id by now.',
  quiet: 'A known field that is not there yet counts as a place.',
  *check(model, { document }) {
    const orphans = waiverEntries(model.root as Item).flatMap((entry) => {
      const place = entry.fields.get('at');
      return place?.text && !leadsSomewhere(place.text, model, document) ? [{ entry, place, text: place.text }] : [];
    });
    for (const { entry, place, text } of orphans) {
      const near = nearestPath(text, model, document, orphans.length);
      yield {
        at: place.path,
        place: valueAt(place.path),
        message: `Nothing lies at “${clip(text, 60)}”, so this exception covers nothing.`,
        fixes: [
          ...(near === undefined ? [] : [complete(`Replace with ${near}`, setAt(place.path, near))]),
          removed(entry.path),
        ],
      };
    }
  },
};

type Document = CheckContext['document'];

/** True for a node of the document, and for known fields that are not there yet below one. */
function leadsSomewhere(place: string, model: Model, document: Document): boolean {
  const at = pathOf(place, model);
  return at.every((_key, i) => document.node(at.slice(0, i + 1)) !== undefined || isField(at.slice(0, i + 1), model));
}

/** A dotted path taken apart: keys, and positions where a list is asked. */
function pathOf(place: string, model: Model): Path {
  const { schema } = model.root as Reading;
  const at: (string | number)[] = [];
  for (const key of place.split('.')) {
    const inList = /^\d{1,9}$/.test(key) && 'element' in (schemaAt(schema, at) ?? {});
    at.push(inList ? Number(key) : key);
  }
  return at;
}

/** True where the last key is a field of the table and not the id of an item. */
function isField(at: Path, model: Model): boolean {
  return Object.hasOwn(fieldsAt(at.slice(0, -1), model), String(at.at(-1)));
}

/** The fields that a map of fields or slots may have. */
function fieldsAt(at: Path, model: Model): Record<string, z.ZodType> {
  const owner = schemaAt((model.root as Reading).schema, at);
  return owner && ['map', 'slots'].includes(fieldOf(owner).type)
    ? ((owner as unknown as { shape: Record<string, z.ZodType> }).shape ?? {})
    : {};
}

/**
 * The same path with the first key that leads nowhere mended. Not for each of `many` paths among thousands of names:
 * who has that many has not mistyped them.
 */
function nearestPath(place: string, model: Model, document: Document, many: number): string | undefined {
  const at = place.split('.');
  const lost = at.findIndex((_key, i) => !leadsSomewhere(at.slice(0, i + 1).join('.'), model, document));
  const above = pathOf(at.slice(0, lost).join('.'), model);
  const owner = document.node(lost === 0 ? [] : above);
  if (owner?.kind === 'map' && many * owner.entries.size > MOST_COMPARED) return undefined;
  const known = [
    ...(owner?.kind === 'map' ? owner.entries.keys() : []),
    ...Object.keys(fieldsAt(lost === 0 ? [] : above, model)),
  ];
  const near = at[lost]!.length > 80 ? undefined : nearest(at[lost]!, known);
  if (near === undefined) return undefined;
  const mended = [...at.slice(0, lost), near, ...at.slice(lost + 1)].join('.');
  return leadsSomewhere(mended, model, document) ? mended : undefined;
}

const unused: Rule<Model> = {
  id: 'waivers/unused',
  severity: 'hint',
  kind: 'both',
  core: false,
  title: 'Exception no longer needed',
  guidelines: ['STR.2'],
  speaks: 'A waiver that holds today silences nothing: what it was made for has been settled.',
  quiet: 'The rule is switched off in the settings.',
  last: true,
  *check(model, context) {
    const { today, settings, ruleIds, usedWaivers, document } = context;
    for (const { path, rule, at } of holdingWaivers(model.root as Item, today)) {
      if (!ruleIds.has(rule) || usedWaivers.has(path.join('.')) || isOff(rule, settings)) continue;
      if (at !== undefined && !leadsSomewhere(at, model, document)) continue;
      yield {
        at: path,
        place: valueAt(path),
        message: 'This exception is no longer needed.',
        fixes: [removed(path, 'decision')],
      };
    }
  },
};

/** Whatever severity a rule has of its own, it is off where the settings say so. */
const isOff = (id: RuleFacts['id'], settings: CheckContext['settings']): boolean =>
  levelOf({ id, severity: 'hint' satisfies Severity }, settings) === undefined;

const expired: Rule<Model> = {
  id: 'waivers/expired',
  severity: 'warning',
  kind: 'both',
  core: true,
  title: 'Exception has ended',
  guidelines: ['STR.2'],
  speaks: 'The last day of a waiver or of a not_applicable has passed. It silences nothing any more.',
  *check(model, { today }) {
    for (const reading of model.readings()) {
      const until = endOf(reading);
      if (!until?.text || until.text >= today) continue;
      yield {
        at: until.path,
        place: valueAt(until.path),
        message: `This exception ended on ${until.text}. Does it still hold?`,
        fixes: [
          { title: 'Give a new date', kind: 'scaffold', patches: [setAt(until.path, null)] },
          removed(reading.path),
        ],
      };
    }
  },
};

/** The last day of a waiver, or of the `not_applicable` that stands in a field. */
function endOf(reading: Reading): Reading | undefined {
  if (reading.state === 'not-applicable') return reading.standIn?.fields.get('until');
  return reading.pattern === 'waivers[]' ? reading.fields.get('until') : undefined;
}

/** Rules about the list of waivers, and about exceptions that have ended. */
export const exceptions: readonly Rule<Model>[] = [incomplete, expired, unknownRule, orphanPath, unused];
