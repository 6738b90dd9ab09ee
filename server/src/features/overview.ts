import { AREAS, areaFor } from '../check/areas.ts';
import type { Finding, WaivedFinding } from '../check/finding.ts';
import { totalOf } from '../check/questions.ts';
import type { AreaOverview, DocumentOverview, FindingOverview } from '../protocol.ts';
import { capital, keyWords } from '../rules/wordings.ts';
import type { Stream } from '../yaml/document.ts';
import { type SeenDocument, seenDocuments } from './hover/document.ts';
import { rangeOf } from './ranges.ts';
import type { FeatureFile, World } from './world.ts';

/** How far the documents of a file are: counts and findings by element or phase. */
export function overview(world: World, uri: string): DocumentOverview[] {
  const file = world.file(uri);
  if (!file) return [];
  const seen = seenDocuments(file);
  // Findings about the file as a whole come before those of its documents.
  const ofDocuments = seen.reduce((sum, { checked }) => sum + checked.findings.length, 0);
  const ofFile = file.checked.findings.slice(0, file.checked.findings.length - ofDocuments);
  if (seen.length === 0) return ofFile.length > 0 ? [unreadable(file, ofFile)] : [];
  return seen.map((each, i) => documentOverview(file, each, i === 0 ? ofFile : []));
}

/** What belongs to no element or phase. */
const GENERAL = 'general';

const NONE = { questions: 0, answered: 0, open: 0, accepted: 0, notApplicable: 0 };

/** A file in which not even the documents can be told apart. */
function unreadable({ uri, stream }: FeatureFile, findings: readonly Finding[]): DocumentOverview {
  const range = rangeOf(stream, { start: 0, end: 0 });
  const general = { id: GENERAL, range, counts: NONE, findings: findings.map((each) => findingOverview(each, stream)) };
  return { uri, range, counts: NONE, areas: [general] };
}

function documentOverview(file: FeatureFile, seen: SeenDocument, ofFile: readonly Finding[]): DocumentOverview {
  const { checked, document, kind, coverage } = seen;
  const { stream } = file;
  const known = new Map(kind ? AREAS[kind].map((area) => [area.id, area]) : []);

  const byArea = new Map<string, (Finding | WaivedFinding)[]>();
  for (const id of [...known.keys(), ...Object.keys(coverage), GENERAL]) byArea.set(id, []);
  for (const finding of ofFile) byArea.get(GENERAL)!.push(finding);
  for (const finding of [...checked.findings, ...checked.waived])
    byArea.get(areaFor(finding, kind, byArea) ?? GENERAL)!.push(finding);

  const areas = [...byArea].flatMap(([id, findings]): AreaOverview[] => {
    const counts = coverage[id] ?? NONE;
    if (counts.questions === 0 && findings.length === 0) return [];
    const { name = capital(keyWords(id)), at = [id] } = known.get(id) ?? {};
    return [
      {
        id,
        ...(id !== GENERAL && { name }),
        range: rangeOf(stream, document.span(id === GENERAL ? { at: ['title'] } : { at, part: 'key' })),
        counts,
        findings: findings
          .sort((a, b) => a.span.start - b.span.start)
          .map((finding) => findingOverview(finding, stream)),
      },
    ];
  });

  return {
    uri: file.uri,
    ...(checked.id !== undefined && { document: checked.id }),
    ...(checked.title && { title: checked.title }),
    ...(kind && { kind }),
    range: rangeOf(stream, document.span({ at: ['title'] })),
    counts: totalOf(coverage),
    areas,
  };
}

const findingOverview = (finding: Finding | WaivedFinding, stream: Stream): FindingOverview => ({
  rule: finding.rule,
  message: finding.message,
  severity: finding.severity,
  range: rangeOf(stream, finding.span),
  ...('waiver' in finding && {
    accepted: { because: finding.waiver.because, ...(finding.waiver.until && { until: finding.waiver.until }) },
  }),
});
