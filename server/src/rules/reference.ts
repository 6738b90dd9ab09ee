import { ID, RESERVED, type SectionName } from '../formats/field.ts';
import { nearest, squeeze } from '../formats/nearest.ts';
import { sectionPath } from '../formats/section-path.ts';
import { slug } from '../formats/words.ts';
import { notionOf } from '../model/notion.ts';
import { complete, setAt } from './fixes.ts';
import { gather } from './gathered.ts';
import { valueAt } from './places.ts';
import { ambiguous } from './reference-ambiguous.ts';
import { type Named, namesOf, pointAt, type Reference, references } from './reference-names.ts';
import type { Fix, Model, Report, Rule } from './rule.ts';
import { clip } from './wordings.ts';

/** The references of a document that can be followed and lead nowhere, though there is somewhere to lead to. */
const lost = notionOf('lost references', (model: Model): readonly Reference[] => {
  const names = namesOf(model);
  return references(model).filter((reference) => {
    const { field } = reference;
    return names.isLost(reference) && names.canFollow(field) && !names.isPutOff(field);
  });
});

/** Where a finding about a reference sits. */
const here = ({ reading: { path } }: Reference): Pick<Report, 'at' | 'place'> => ({ at: path, place: valueAt(path) });

const hasBlank = (text: string): boolean => /\s/.test(text);

const replaced = (id: string, ...places: readonly Reference[]): Fix =>
  complete(`Replace with ${id}`, ...places.map(({ reading }) => setAt(reading.path, id)));

const didYouMean = (near: string | undefined): string => (near === undefined ? '' : ` Did you mean ${near}?`);

const listedHere = (near: Named): string => `“${clip(near.item.name)}” stands under ${near.section}`;

const unknownId: Rule<Model> = {
  id: 'reference/unknown-id',
  severity: 'error',
  kind: 'both',
  core: true,
  title: 'Name leads nowhere',
  guidelines: [],
  speaks: 'A field that points to an item holds an id that no such item has. Often it is mistyped.',
  quiet:
    'A description that a charter links cannot be read, or a section the field points to does not apply as a whole or is settled later. Where plain text is allowed beside ids, only a word with a hyphen, or one that is nearly an id, counts.',
  *check(model) {
    const names = namesOf(model);
    for (const reference of lost(model)) {
      const { field, token } = reference;
      if (field.type === 'who' || hasBlank(token)) continue;
      if (field.type === 'ids-or-text' && !isMissedId(reference, model)) continue;
      const item = names.near(reference, lost(model).length);
      const near = item?.item.id ?? nearest(token, field.words ?? []);
      yield {
        ...here(reference),
        message: `Nothing here is called “${clip(token)}”.${didYouMean(near)}`,
        related: item ? [pointAt(item, listedHere(item))] : [],
        fixes: [
          ...(near === undefined ? [] : [replaced(near, reference)]),
          ...names.ownSections(field).flatMap((section) => created(token, section)),
        ],
      };
    }
  },
};

/** Whether a word in a field of ids or text was meant as an id: it looks like one, or is nearly one. */
function isMissedId(reference: Reference, model: Model): boolean {
  const { field, token } = reference;
  if (field.words?.some((word) => squeeze(word) === squeeze(token))) return false;
  return /[-_]/.test(token) || namesOf(model).almost(reference, lost(model).length);
}

function created(id: string, section: SectionName): Fix[] {
  if (!ID.test(id) || RESERVED.has(id)) return [];
  const at = [...sectionPath(section), id];
  return [{ title: `Create ${id} under ${section}`, kind: 'scaffold', patches: [setAt(at, { name: null })] }];
}

const phraseForId: Rule<Model> = {
  id: 'reference/phrase-for-id',
  severity: 'information',
  kind: 'both',
  core: false,
  title: 'Phrase where an id is asked',
  guidelines: [],
  speaks: 'A field that points to an item holds several words. They lead nowhere, so the checks cannot follow them.',
  *check(model) {
    const names = namesOf(model);
    for (const reference of lost(model)) {
      const { field, token } = reference;
      if (field.type !== 'id' || !hasBlank(token)) continue;
      const near = names.near(reference, lost(model).length)?.item.id;
      yield {
        ...here(reference),
        message: 'Name the item by its id here, so that the checks can follow it.',
        fixes: [
          ...(near === undefined ? [] : [replaced(near, reference)]),
          ...names.ownSections(field).flatMap((section) => createdFor(reference, section)),
        ],
      };
    }
  },
};

function createdFor({ reading, token }: Reference, section: SectionName): Fix[] {
  const id = slug(clip(token, 60));
  if (id === undefined || RESERVED.has(id)) return [];
  const item = setAt([...sectionPath(section), id], { name: token });
  const title = `Create an item for it under ${section}`;
  return [{ title, kind: 'scaffold', patches: [item, setAt(reading.path, id)] }];
}

const unknownPost: Rule<Model> = {
  id: 'reference/unknown-post',
  severity: 'information',
  kind: 'both',
  core: false,
  title: 'Post or group not listed',
  guidelines: ['S4.4'],
  speaks:
    'A post or group is named that looks like an id, or nearly like a known one, and is listed nowhere. It is told once, where it stands first.',
  quiet: 'A description that a charter links cannot be read, or a section it may stand in does not apply.',
  falseAlarms: 'Words that are spelt with a hyphen, such as co-owner. Write them as a phrase of two words.',
  *check(model) {
    const names = namesOf(model);
    const places = new Map<string, Reference[]>();
    for (const reference of lost(model)) {
      const { field, token } = reference;
      if (field.type !== 'who' || !(looksLikeId(token) || names.almost(reference, lost(model).length))) continue;
      gather(places, token, reference);
    }
    for (const [token, uses] of places) {
      const [first, ...others] = uses as [Reference, ...Reference[]];
      const near = names.near(first, lost(model).length);
      yield {
        ...here(first),
        message: `“${clip(token)}” looks like the name of a post or group, but none is listed under roles or participants.`,
        related: [
          ...(near ? [pointAt(near, listedHere(near))] : []),
          ...others.map(({ reading }) => ({ ...valueAt(reading.path), message: 'It is named here too' })),
        ],
        fixes: [
          ...(near ? [replaced(near.item.id, ...uses)] : []),
          ...(names.ownSections({ type: 'who', to: ['roles'] }).length > 0 ? addedToRoles(token) : []),
        ],
      };
    }
  },
};

const looksLikeId = (token: string): boolean => token.includes('-') && /^[a-z0-9][a-z0-9-]*$/.test(token);

function addedToRoles(id: string): Fix[] {
  if (!ID.test(id) || RESERVED.has(id)) return [];
  return [{ title: `Add ${id} to roles`, kind: 'scaffold', patches: [setAt(['roles', id], null)] }];
}

/** Do names lead somewhere. Format reference, section 3. */
export const reference: readonly Rule<Model>[] = [unknownId, phraseForId, unknownPost, ambiguous];
