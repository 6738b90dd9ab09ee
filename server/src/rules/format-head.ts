import { KINDS, type Kind } from '../formats/common.ts';
import { nearest } from '../formats/nearest.ts';
import { isPlaceholder } from '../formats/words.ts';
import type { MapNode, YamlNode } from '../yaml/node.ts';
import { complete, scaffold, setAt } from './fixes.ts';
import { keyAt, valueAt } from './places.ts';
import type { Fix, FormatRule, Manuscript, Report, RuleFacts } from './rule.ts';
import { capital, clip } from './wordings.ts';

const KIND_NAMES: Readonly<Record<Kind, string>> = {
  'work-system': 'work system description',
  'project-charter': 'project charter',
};

/** The root of a document whose text can be read; undefined where it is no map. */
function readable({ document, textProblems }: Manuscript): { map: MapNode | undefined } | undefined {
  if (!document || textProblems.some(({ code }) => code !== 'duplicate-key')) return undefined;
  return { map: document.root?.kind === 'map' ? document.root : undefined };
}

/** The value of a key at the root, in a document that is format 1 as far as it says. */
function headOf(manuscript: Manuscript): ((key: string) => YamlNode | undefined) | undefined {
  const found = readable(manuscript);
  if (!found) return undefined;
  const head = (key: string): YamlNode | undefined => found.map?.entries.get(key)?.node;
  return isOtherVersion(head('format')) ? undefined : head;
}

const isOtherVersion = (format: YamlNode | undefined): boolean =>
  format !== undefined && !(format.kind === 'scalar' && format.value === 1);

const isBlank = (node: YamlNode): boolean =>
  node.kind === 'scalar' && (node.value === null || node.text.trim() === '' || isPlaceholder(node.text));

/** A value in a message: its own words, or what it is. */
function shown(node: YamlNode): string {
  if (node.kind === 'list') return 'a list';
  if (node.kind === 'map') return 'a map';
  if (isBlank(node)) return 'nothing';
  return node.plain ? clip(node.text.trim()) : `the text “${clip(node.text.trim())}”`;
}

function headRule(
  facts: Omit<RuleFacts, 'kind' | 'guidelines'>,
  inspect: (manuscript: Manuscript) => Report | undefined,
): FormatRule {
  return {
    ...facts,
    kind: 'both',
    guidelines: [],
    *inspect(manuscript) {
      const report = inspect(manuscript);
      if (report) yield report;
    },
  };
}

const kindMissing = headRule(
  {
    id: 'format/kind-missing',
    severity: 'error',
    core: true,
    title: 'Kind not given',
    speaks: 'The file is named like a work system description or a project charter, but its text does not say which.',
  },
  (manuscript) => {
    const head = headOf(manuscript);
    const kind = head?.('kind');
    if (!head || !manuscript.namedKind || (kind && !isBlank(kind))) return undefined;
    const isMap = manuscript.document?.root?.kind === 'map';
    const fix = complete('Insert the kind that fits the file name', setAt(['kind'], manuscript.namedKind));
    return {
      at: ['kind'],
      place: keyAt([]),
      message: 'Say what this is: kind: work-system or kind: project-charter.',
      fixes: isMap ? [fix] : [],
    };
  },
);

const kindUnknown = headRule(
  {
    id: 'format/kind-unknown',
    severity: 'error',
    core: true,
    title: 'Kind not known',
    speaks: 'The file is named like one of the two kinds, but kind holds another word.',
  },
  (manuscript) => {
    const kind = headOf(manuscript)?.('kind');
    if (!kind || !manuscript.namedKind || manuscript.kind || isBlank(kind)) return undefined;
    const near = kind.kind === 'scalar' ? nearest(clip(kind.text.trim()), KINDS) : undefined;
    const advice = near ? `Did you mean ${near}?` : `Write ${KINDS.join(' or ')}.`;
    return {
      at: ['kind'],
      place: valueAt(['kind']),
      message: `${kind.kind === 'scalar' ? `“${clip(kind.text.trim())}”` : capital(shown(kind))} is not a kind known here. ${advice}`,
      fixes: near ? [complete(`Replace with ${near}`, setAt(['kind'], near))] : [],
    };
  },
);

const kindAndNameDiffer = headRule(
  {
    id: 'format/kind-and-name-differ',
    severity: 'information',
    core: false,
    title: 'File name suggests another kind',
    speaks: 'The file is named like the other kind of document. The kind inside decides how it is checked.',
    quiet: 'The file holds more than one document.',
  },
  (manuscript) => {
    const { kind, namedKind, stream } = manuscript;
    if (!headOf(manuscript) || !kind || !namedKind || kind === namedKind || stream.documents.length > 1)
      return undefined;
    return {
      at: ['kind'],
      place: valueAt(['kind']),
      message: `The file name suggests a ${KIND_NAMES[namedKind]}; it is checked as a ${KIND_NAMES[kind]}.`,
    };
  },
);

const versionMissing = headRule(
  {
    id: 'format/version-missing',
    severity: 'information',
    core: false,
    title: 'Format number not given',
    speaks: 'The document does not say which version of the format it follows. It is read as format 1.',
  },
  (manuscript) => {
    const head = headOf(manuscript);
    if (!head || !manuscript.kind || head('format')) return undefined;
    return {
      at: ['format'],
      place: keyAt(['kind']),
      message: 'No format number given; read as format 1.',
      fixes: [complete('Insert format: 1', setAt(['format'], 1))],
    };
  },
);

const versionUnsupported = headRule(
  {
    id: 'format/version-unsupported',
    severity: 'error',
    core: false,
    title: 'Format number not supported',
    speaks: 'format holds something other than the number 1. The document is then not checked any further.',
  },
  (manuscript) => {
    const format = readable(manuscript)?.map?.entries.get('format')?.node;
    if (!format || !isOtherVersion(format)) return undefined;
    return {
      at: ['format'],
      place: valueAt(['format']),
      message: `This version reads format 1, not ${shown(format)}.`,
      fixes: fixesForVersion(format),
    };
  },
);

/** Nothing, or 1 in quotes, can only mean format 1; any other number may be meant. */
function fixesForVersion(format: YamlNode): Fix[] {
  const meant = isBlank(format) || (format.kind === 'scalar' && format.text.trim() === '1');
  return meant ? [complete('Insert format: 1', setAt(['format'], 1))] : [];
}

const titleMissing = headRule(
  {
    id: 'format/title-missing',
    severity: 'information',
    core: false,
    title: 'Title not given',
    speaks: 'The document has no title, so that reports can only show the name of its file.',
  },
  (manuscript) => {
    const head = headOf(manuscript);
    const title = head?.('title');
    if (!head || !manuscript.kind || (title && !isBlank(title))) return undefined;
    return {
      at: ['title'],
      place: keyAt(['kind']),
      message: `Give this ${KIND_NAMES[manuscript.kind]} a title, so that reports can name it.`,
      fixes: title ? [] : [scaffold('Insert a title', ['title'], null)],
    };
  },
);

/** Rules about the first lines: kind, version and title. */
export const headRules: readonly FormatRule[] = [
  kindMissing,
  kindUnknown,
  kindAndNameDiffer,
  versionMissing,
  versionUnsupported,
  titleMissing,
];
