import { type Field, fieldOf, type SectionName } from '../../formats/field.ts';
import { sectionPath } from '../../formats/section-path.ts';
import type { Source } from '../../model/charter.ts';
import { type Item, lookUp } from '../../model/sections.ts';
import type { Model } from '../../rules/rule.ts';
import { names } from '../../rules/wordings.ts';
import type { Path } from '../../yaml/node.ts';
import type { SeenDocument } from './document.ts';
import { type FieldAt, fieldAt } from './field.ts';
import { flowOf } from './flow.ts';
import { bold, brief, code, cut, facts, paragraphs, plain } from './markdown.ts';

/** An item with the document it lies in; `source` where that is a linked one. */
interface Found {
  readonly section: SectionName;
  readonly item: Item;
  readonly model: Model;
  readonly source?: Source | undefined;
}

/** The section whose items lie directly at a path. */
export function sectionOfItem(at: Path, sections: Iterable<SectionName>): SectionName | undefined {
  const above = at.slice(0, -1).join('.');
  for (const section of sections) if (sectionPath(section).join('.') === above) return section;
  return undefined;
}

/** What an id leads to that stands as a key: what the item is and where it flows. */
export function definedPart({ model }: SeenDocument, at: Path, field: FieldAt): string {
  const id = String(at.at(-1));
  const section = model && sectionOfItem(at, model.sections.keys());
  const item = section && model.sections.get(section)?.get(id);
  const what = field.schema.meta()?.description;
  if (!item) return facts([bold(id), what]);
  const linked = section === 'stakeholders' ? found(model, id, STAKEHOLDER)[0] : undefined;
  return paragraphs([about({ section, item, model }), linked && about(linked)]);
}

/** What a dotted place leads to, or into; undefined where that is no item. */
export function placePart(seen: SeenDocument, place: string): string | undefined {
  const at = place.split('.');
  for (let length = at.length; length > 0 && seen.kind; length--) {
    const path = at.slice(0, length);
    const field = fieldAt(seen.kind, path);
    if (field?.isItem && seen.document.node(path)) return definedPart(seen, path, field);
  }
  return undefined;
}

/** A stakeholder's key may be the id of a group the descriptions know. */
const STAKEHOLDER: Field = { type: 'who', to: ['participants', 'customers', 'roles'], scope: 'linked' };

/** What an id leads to that stands as a value; undefined where it leads nowhere, or is plain text. */
export function referencePart({ model }: SeenDocument, token: string, { schema }: FieldAt): string | undefined {
  const field = fieldOf(schema);
  const [first, ...more] = model ? found(model, token, field) : [];
  if (!first) return field.words?.includes(token) ? facts([bold(token), 'a topic of training']) : undefined;
  const others = new Set(more.map(({ section }) => section).filter((section) => section !== first.section));
  const doubt = others.size > 0 && `Also found under ${names(others)}; the one under ${first.section} is taken.`;
  return paragraphs([about(first), doubt]);
}

function found(model: Model, token: string, field: Field): Found[] {
  if (model.kind === 'work-system')
    return lookUp(model.sections, field.to ?? [], token).map((each) => ({ ...each, model }));
  return model.candidates(field, token).map(({ section, item, system }) => ({
    section,
    item,
    model: system ?? model,
    source: system && model.sourceOf(system),
  }));
}

function about({ section, item, model, source }: Found): string {
  const words = ['description', 'does', 'text'].map((key) => item.fields.get(key)?.text).find((each) => each);
  const flow = facts(flowOf(model, item, section).map((fact) => fact && plain(fact)));
  return paragraphs([
    facts([bold(cut(item.name, 80)), item.name !== item.id && code(item.id), plain(ONE_OF[section])]),
    words && brief(words),
    flow,
    source && `From ${code(fileNameOf(source.file))}`,
  ]);
}

/** What one item of a section is called. */
const ONE_OF: Readonly<Record<SectionName, string>> = {
  roles: 'post',
  customers: 'customer',
  products: 'product or service',
  activities: 'activity',
  participants: 'people who do the work',
  information: 'information',
  technologies: 'technology',
  policies: 'policy',
  infrastructure: 'shared service',
  controls: 'protective step',
  requirements: 'requirement',
  stakeholders: 'stakeholder',
  risks: 'risk',
  outputs: 'result of the project',
};

/** The last part of a file's address, for people. */
export function fileNameOf(file: string): string {
  const name = file.slice(file.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
