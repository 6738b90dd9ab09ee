import { sectionPath } from '../formats/read.ts';
import type { Charter } from '../model/charter.ts';
import type { Item } from '../model/sections.ts';
import { WorkSystem } from '../model/work-system.ts';
import { type Condition, kindOfSection, type OwnRule, wantedWords } from '../own-rule.ts';
import { asksEach } from './asks.ts';
import type { Model, Rule } from './rule.ts';

/** A rule made from a firm's own definition; it has the same roll-up, ladder of answers and fixes as all others. */
export function ownRule(definition: OwnRule): Rule<Model> {
  const asked = definition.question.replaceAll('{name}', 'each item');
  return asksEach<Model, Item, true>({
    id: definition.id,
    severity: definition.severity,
    kind: kindOfSection(definition.for),
    core: false,
    title: asked.replace(/[?.]$/, ''),
    guidelines: [],
    speaks: `A question of your own, asked of ${definition.for}: ${definition.why}`,
    rollUp: true,
    emptyIsOpen: true,
    asks: `${sectionPath(definition.for).join('.')}.*.${definition.answer}`,
    of: (model) => [...(model.sections.get(definition.for)?.values() ?? [])],
    when: (item, model) =>
      Object.entries(definition.where).every(([field, wanted]) => meets(item, model, field, wanted)) || undefined,
    message: (item) => definition.question.replaceAll('{name}', item.name),
    fix: ['Answer this', null],
  });
}

function meets(item: Item, model: Model, field: string, wanted: Condition): boolean {
  if (field === 'sensitive' || field === 'touching' || field === 'handler')
    return concernsSensitive(item, model) === wanted;
  const given = item.get(field);
  if (typeof wanted === 'object' && wanted.present !== undefined && wanted.present !== (given.given && !given.empty))
    return false;
  const words = wantedWords(wanted);
  if (words.length === 0) return true;
  const held = given.elements.length > 0 ? given.tokens() : given.text === undefined ? [] : [given.text];
  return held.some((each) => words.includes(each));
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
