import type { CodeLens, Location, Range } from 'vscode-languageserver';
import { areaAt } from '../check/areas.ts';
import { type Coverage, totalOf } from '../check/questions.ts';
import type { SectionName } from '../formats/field.ts';
import { sectionPath } from '../formats/section-path.ts';
import { count } from '../rules/wordings.ts';
import type { Stream } from '../yaml/document.ts';
import type { Path, Span } from '../yaml/node.ts';
import { answeredWords } from './hover/area.ts';
import { type SeenDocument, seenDocuments } from './hover/document.ts';
import { fieldAt, ownEntries } from './hover/field.ts';
import { itemKey, type UseAt, type Uses, usesIn } from './hover/uses.ts';
import { rangeOf } from './ranges.ts';
import type { FeatureFile, World } from './world.ts';

/**
 * Lines of numbers over a document: how many questions of each element or phase (and of the whole) are answered, and
 * how often an item is used. Nothing stands where there is no question and no use.
 *
 * `worksec.showCoverage` gets the file, the area (null for the whole document) and, where the file holds several
 * documents, the one that is meant; `worksec.showReferences` gets file, position and locations.
 */
export function codeLenses(world: World, uri: string): CodeLens[] {
  const file = world.file(uri);
  if (!file) return [];
  const usesOf = usesIn(world, file);
  return seenDocuments(file).flatMap((seen) => [...coverageLenses(file, seen), ...useLenses(file, seen, usesOf(seen))]);
}

function coverageLenses(file: FeatureFile, seen: SeenDocument): CodeLens[] {
  const { kind, document, coverage } = seen;
  const { root } = document;
  if (!kind || root?.kind !== 'map') return [];
  const several = file.stream.documents.length > 1 ? [seen.checked.id ?? String(document.index)] : [];
  const lens = (at: Path, name: string, area: string | null, counts: Coverage | undefined): CodeLens[] =>
    counts && counts.questions > 0
      ? [
          {
            range: onOneLine(file.stream, document.span({ at, part: 'key' })),
            command: {
              title: `${name}: ${answeredWords(counts)}`,
              command: 'worksec.showCoverage',
              arguments: [file.uri, area, ...several],
            },
          },
        ]
      : [];
  const first = ownEntries(root)[0];
  const places: Path[] = ownEntries(root).flatMap(({ key, node }) =>
    key === 'phases' ? ownEntries(node).map((phase) => [key, phase.key]) : [[key]],
  );
  return [
    ...(first ? lens([first.key], WHOLE[kind], null, totalOf(coverage)) : []),
    ...places.flatMap((at) => {
      const area = areaAt(kind, at);
      return area ? lens(at, area.name, area.id, coverage[area.id]) : [];
    }),
  ];
}

const WHOLE = { 'work-system': 'This description', 'project-charter': 'This charter' } as const;

function useLenses(file: FeatureFile, seen: SeenDocument, uses: Uses): CodeLens[] {
  const { kind, document, model } = seen;
  if (!kind || !model) return [];
  return [...model.sections.keys()].flatMap((section) => {
    const at = sectionPath(section);
    if (!fieldAt(kind, at)) return [];
    return ownEntries(document.node(at)).flatMap(({ key, keySpan }): CodeLens[] => {
      const all = uses.get(itemKey(section, key)) ?? [];
      if (all.length === 0) return [];
      const range = onOneLine(file.stream, keySpan);
      const locations = all.map(locationOf);
      return [
        {
          range,
          command: {
            title: useWords(all),
            command: 'worksec.showReferences',
            arguments: [file.uri, range.start, locations],
          },
        },
      ];
    });
  });
}

/** The range of a key; editors want a lens on one line, and in broken text a key may run on over several. */
function onOneLine(stream: Stream, { start, end }: Span): Range {
  const { line } = stream.lines.position(start);
  return rangeOf(stream, { start, end: Math.min(end, stream.lines.end(line)) });
}

/** Where a use stands in the text as it is now: its path is looked up there, since the model may be an older one. */
const locationOf = ({ uri, document, reference }: UseAt): Location => ({
  uri,
  range: rangeOf(document.stream, document.span({ at: reference.reading.path })),
});

/** “used by 2 activities” where all users are of one sort, else “used 3 times”. */
function useWords(uses: readonly UseAt[]): string {
  const sections = new Set(uses.map(({ by }) => by?.section));
  const [section] = sections;
  if (sections.size > 1 || !section) return uses.length === 1 ? 'used once' : `used ${uses.length} times`;
  const users = new Set(uses.map(({ uri, document, by }) => `${uri} ${document.index} ${by!.id}`));
  return `used by ${count(users.size, ...NOUNS[section])}`;
}

const NOUNS: Readonly<Record<SectionName, readonly [one: string, many?: string]>> = {
  roles: ['post'],
  customers: ['customer'],
  products: ['product'],
  activities: ['activity', 'activities'],
  participants: ['group of participants', 'groups of participants'],
  information: ['item of information', 'items of information'],
  technologies: ['technology', 'technologies'],
  policies: ['policy', 'policies'],
  infrastructure: ['shared service'],
  controls: ['control'],
  requirements: ['requirement'],
  stakeholders: ['stakeholder'],
  risks: ['risk'],
  outputs: ['result', 'results'],
};
