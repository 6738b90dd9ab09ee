import type { CheckedDocument } from '../check/checked-document.ts';
import { rootText } from '../check/interpret.ts';
import type { Information, Item } from '../model/sections.ts';
import type { WorkSystem } from '../model/work-system.ts';
import type { CharterChoice, ChoiceSection, NewCharterParams } from '../protocol.ts';
import { charterText } from './new-charter/text.ts';
import type { Refusal } from './rename.ts';
import type { FeatureFile, World } from './world.ts';

/** What a charter can be started from: a description that can be read, and where it stands. */
interface Start {
  readonly file: FeatureFile;
  readonly checked: CheckedDocument;
  readonly system: WorkSystem;
}

const SECTIONS: readonly ChoiceSection[] = ['information', 'activities', 'participants', 'technologies'];

/**
 * What of a description a change may touch. The sensitive items are suggested, and so are the groups that handle them:
 * those are the people to ask. Undefined where there is no description that can be read.
 */
export function charterChoices(world: World, uri: string, document?: string): CharterChoice[] | undefined {
  const system = startAt(world, uri, document)?.system;
  if (!system) return undefined;
  const suggested = new Set<Item>([...system.sensitive(), ...system.handlers()]);
  return SECTIONS.flatMap((section) =>
    (system[section] as readonly Item[]).map((item) => ({
      section,
      id: item.id,
      name: item.name,
      sensitive: section === 'information' && system.isSensitive(item as Information),
      suggested: suggested.has(item),
    })),
  );
}

/** The text of a charter for a change to a description: what is known there is carried over, the rest left to be filled. */
export function newCharter(world: World, params: NewCharterParams): string | Refusal {
  const start = startAt(world, params.uri, params.document);
  if (!start) return { refused: 'The description cannot be read as it is now. Its first findings say why.' };
  const path = relativePath(params.charter, params.uri);
  // The way back must lead to the same file: links do not leave their folder, and some names cannot be written in one.
  if (path.includes('#') || world.target(params.charter, path) !== params.uri)
    return { refused: 'From there, no link can lead to the description. Choose a place in the same folder.' };
  const id = idWithin(start);
  if (id === undefined)
    return { refused: 'Several descriptions stand in that file. Give this one an id, so that a charter can name it.' };
  return charterText(start.system, {
    title: params.title,
    link: path + id,
    language: rootText(start.checked.document, 'language'),
    chosen: params.items,
    findings: start.checked.findings,
  });
}

function startAt(world: World, uri: string, document: string | undefined): Start | undefined {
  const file = world.file(uri);
  const all = file?.checked.documents.filter(({ model }) => model?.kind === 'work-system') ?? [];
  const checked = document === undefined ? all[0] : all.find(({ id }) => id === document);
  return file && checked && { file, checked, system: checked.model as WorkSystem };
}

/** What a link says behind the file: nothing where that holds one description; undefined where no link can tell. */
function idWithin({ file, checked }: Start): string | undefined {
  const others = file.checked.documents.filter(({ kind }) => kind === 'work-system');
  if (others.length === 1) return '';
  const id = rootText(checked.document, 'id');
  return id && `#${id}`;
}

/** The way from a file to another, in the words of a link: no letter of it is encoded. */
function relativePath(from: string, to: string): string {
  const [here, there] = [from.split('/').slice(0, -1), to.split('/')];
  const shared = there.findIndex((step, i) => step !== here[i]);
  const up = here.slice(shared).map(() => '..');
  return [...up, ...there.slice(shared).map(decodeURIComponent)].join('/');
}
