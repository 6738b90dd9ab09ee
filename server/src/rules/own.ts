import type * as z from 'zod';
import { fieldOf } from '../formats/field.ts';
import { childSchema } from '../formats/row.ts';
import { sectionPath } from '../formats/section-path.ts';
import type { Charter } from '../model/charter.ts';
import type { Item } from '../model/sections.ts';
import { WorkSystem } from '../model/work-system.ts';
import { answerField, type Condition, kindOfSection, meetsCondition, type OwnRule } from '../own-rule.ts';
import { asksEach } from './asks.ts';
import type { Slots } from './fixes.ts';
import type { Model, Rule } from './rule.ts';

/** A rule made from a firm's own definition; it has the same roll-up, ladder of answers and fixes as all others. */
export function ownRule(definition: OwnRule): Rule<Model> {
  const asked = questionAbout(definition, 'each item');
  return asksEach<Model, Item, true>({
    id: definition.id,
    severity: definition.severity,
    kind: kindOfSection(definition.for),
    core: false,
    title: asked.replace(/[?.]$/, ''),
    guidelines: [],
    speaks: `A question of your own, asked of ${definition.for}: ${definition.why}`,
    rollUp: true,
    emptyIsOpen: !EMPTY_SAYS_SOMETHING.has(definition.answer),
    asks: `${sectionPath(definition.for).join('.')}.*.${definition.answer}`,
    of: (model) => [...(model.sections.get(definition.for)?.values() ?? [])],
    when: (item, model) =>
      Object.entries(definition.where).every(([field, wanted]) => meets(item, model, field, wanted)) || undefined,
    message: (item) => questionAbout(definition, item.name),
    fix: ['Answer this', slotsFor(answerField(definition))],
  });
}

/** Lists of which an empty one says that there is nothing to list. */
const EMPTY_SAYS_SOMETHING: ReadonlySet<string> = new Set(['weaknesses', 'workarounds']);

/** The question with the item in it, whatever signs its name holds. */
const questionAbout = ({ question }: OwnRule, name: string): string => question.replaceAll('{name}', () => name);

/** Empty slots for a field: those it cannot do without, or all where none is needed more than the others. */
function slotsFor(schema: z.ZodType): Slots {
  const { type, needed = [] } = fieldOf(schema);
  if (LISTS.has(type)) return [];
  if (type !== 'slots') return null;
  const keys = needed.length > 0 ? needed : Object.keys((schema as z.ZodObject).shape);
  return Object.fromEntries(keys.map((key) => [key, slotsFor(childSchema(schema, key))]));
}

const LISTS: ReadonlySet<string> = new Set(['list', 'ids', 'whos', 'ids-or-text']);

function meets(item: Item, model: Model, field: string, wanted: Condition): boolean {
  if (field === 'sensitive' || field === 'touching' || field === 'handler')
    return concernsSensitive(item, model) === wanted;
  const held = item.get(field);
  return meetsCondition(wanted, wordsIn(held), held.given && !held.empty);
}

/** What a field holds, as the words a condition names: `True` is true, and `4.0` is 4. */
function wordsIn(held: Item): string[] {
  if (!held.given) return [];
  if (held.elements.length > 0) return held.elements.flatMap(wordsIn);
  return held.value === undefined ? [] : [String(held.value)];
}

/** True for sensitive information, and for every item that touches, handles, hosts, carries or receives some. */
function concernsSensitive(item: Item, model: Model): boolean {
  if (!(model instanceof WorkSystem)) return (model as Charter).touchesSensitive;
  switch (item.path[0]) {
    case 'information':
      return model.isSensitive(item);
    case 'activities':
      return model.touches(item).length > 0;
    case 'participants':
      return model.handled(item).length > 0;
    case 'technologies':
      return model.handledBy(item).length > 0;
    case 'infrastructure':
      return model.hosted(item).length > 0;
    case 'products':
      return model.sensitiveIn(item).length > 0;
    case 'customers':
      return model.reaching(item).length > 0;
    case 'controls':
      return model.information.some((each) => model.isSensitive(each) && model.controlsOf(each).includes(item));
    default:
      return model.sensitive().length > 0;
  }
}
