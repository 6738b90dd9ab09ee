import type { z } from 'zod';
import { SCHEMAS } from '../../server/src/check/interpret.ts';
import { type Field, fieldOf, type SectionName } from '../../server/src/formats/field.ts';
import { schemaAt } from '../../server/src/formats/schema-at.ts';
import type { Fix, Model } from '../../server/src/rules/rule.ts';
import type { Patch, Path } from '../../server/src/yaml/node.ts';

/** Days that lie ahead of the day on which the tests read; all other dates are of last week. */
const AHEAD: ReadonlySet<string> = new Set(['due', 'by', 'until', 'next_due', 'ends', 'first']);

/** Words a person would choose; where none stands here, the first choice of the field will do. */
const CHOSEN: Readonly<Record<string, string>> = {
  sensitivity: 'confidential',
  type: 'security',
  category: 'security',
};

/**
 * A fix as it stands once a person has filled its slots with something sensible for each field; undefined where a slot
 * asks for an item and the document has none to name.
 */
export function filled(fix: Fix, model: Model): Fix | undefined {
  let sentences = 0;
  let nothingToName = false;
  const schema = SCHEMAS[model.kind];

  function fill(value: unknown, at: Path): unknown {
    if (value === null || (Array.isArray(value) && value.length === 0)) return answer(at);
    if (Array.isArray(value)) return value.map((each, i) => fill(each, [...at, i]));
    if (typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value as object).map(([key, each]) => [key, fill(each, [...at, key])]));
  }

  function answer(at: Path): unknown {
    const found = schemaAt(schema, at);
    if (!found) return null;
    const key = String(at.filter((step) => typeof step === 'string').at(-1));
    // A policy is meant for the groups that know it.
    const policy = key === 'applies_to' ? model.sections.get('policies')?.get(String(at.at(-2))) : undefined;
    return policy ? policy.get('known_by').tokens() : valueFor(found, key);
  }

  function valueFor(found: z.ZodType, key: string): unknown {
    const field = fieldOf(found);
    switch (field.type) {
      case 'date':
      case 'flag-or-date':
        return AHEAD.has(key) ? '2026-12-05' : '2026-11-16';
      case 'flag':
        return true;
      case 'number':
        return 3;
      case 'interval':
        return 'year';
      case 'choice':
        return CHOSEN[key] ?? (found as z.ZodEnum).options[0];
      case 'who':
        return 'office manager';
      case 'whos':
        return ['office manager'];
      case 'link':
        return 'tenant-referencing.work-system.yaml';
      case 'id':
        return known(field)[0] ?? null;
      case 'ids': {
        const ids = known(field);
        nothingToName ||= ids.length === 0;
        return ids;
      }
      case 'ids-or-text':
        return [...(field.words ? ['consequences'] : []), ...known(field), 'The drawer under the till'];
      case 'items':
        return { 'first-one': sentence() };
      case 'list':
        return [valueFor((found as z.ZodArray).element as z.ZodType, key)];
      default:
        return sentence();
    }
  }

  /** All items a field of references may name, of the first section that has any. */
  function known(field: Field): string[] {
    const systems = model.kind === 'project-charter' && field.scope !== 'own' ? model.systems() : [];
    for (const name of field.to ?? []) {
      const ids = [model, ...systems].flatMap((each) => idsIn(each.sections, name));
      if (ids.length > 0) return [...new Set(ids)];
    }
    return [];
  }

  const sentence = (): string => `Somebody looks at page ${++sentences} of the list each Monday`;

  const patches = fix.patches.map((patch): Patch => {
    if (patch.op === 'set') return { ...patch, value: fill(patch.value, patch.at) };
    if (patch.op === 'comment' && patch.text) return { ...patch, text: patch.text.replace('<reason>', sentence()) };
    if (patch.op === 'append') return { ...patch, value: fill(patch.value, [...patch.at, 0]) };
    return patch;
  });
  return nothingToName ? undefined : { ...fix, patches };
}

const idsIn = (sections: ReadonlyMap<SectionName, ReadonlyMap<string, unknown>>, name: SectionName): string[] => [
  ...(sections.get(name)?.keys() ?? []),
];
