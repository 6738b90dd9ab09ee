import type { Artifact, Log, ReportingDescriptor, Result, Run, Suppression } from 'sarif';
import { version } from '../../../package.json';
import { ruleById, rules } from '../rules/index.ts';
import { RULES_URL } from '../rules/url.ts';
import { visible } from '../text/visible.ts';
import { type Items, jsonText, type Piece } from './json-text.ts';
import type { ReportedFile, ReportedFinding, ReportedWaived } from './reported.ts';
import { LEVELS, ruleDescriptor, strangeDescriptor } from './sarif-rules.ts';
import { artifactOf, decisionWords, locationOf, messageOf, ROOT } from './sarif-text.ts';

/** The name under which a finding is recognised from run to run. Its number grows when its making changes. */
const FINGERPRINT = 'worksecFinding/v1';

/** A run as SARIF 2.1.0, which code scanning and many viewers read. Nothing in it depends on the time or the machine. */
export function* sarifReport(files: Iterable<ReportedFile>): Generator<Piece> {
  const described = descriptors(files);
  const indexes = new Map(described.map(({ id }, index) => [id, index]));
  yield* jsonText({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'worksec', version, informationUri: RULES_URL, rules: described } },
        originalUriBaseIds: { [ROOT]: { description: { text: 'The folder in which the check was started.' } } },
        columnKind: 'utf16CodeUnits',
        artifacts: function* (): Generator<Artifact> {
          for (const { file } of files) yield { location: artifactOf(file), roles: ['analysisTarget'] };
        },
        results: function* (): Generator<Result> {
          for (const finding of foundIn(files)) yield resultOf(finding, indexes.get(finding.rule)!);
        },
      },
    ],
  } satisfies Omit<Log, 'runs'> & { runs: readonly RunInPieces[] });
  yield '\n';
}

/** The lists of a run that grow with what was checked are made while they are written. */
type RunInPieces = Omit<Run, 'artifacts' | 'results'> & Record<'artifacts' | 'results', Items>;

function* foundIn(files: Iterable<ReportedFile>): Generator<ReportedFinding | ReportedWaived> {
  for (const { findings, waived } of files) {
    yield* findings;
    yield* waived;
  }
}

/** Every rule of the catalogue, and then those of the work's own that spoke. */
function descriptors(files: Iterable<ReportedFile>): ReportingDescriptor[] {
  const strange = new Set<string>();
  for (const { rule } of foundIn(files)) if (!ruleById(rule)) strange.add(rule);
  return [...rules.map(ruleDescriptor), ...[...strange].sort().map(strangeDescriptor)];
}

function resultOf(finding: ReportedFinding | ReportedWaived, ruleIndex: number): Result {
  return {
    ruleId: finding.rule,
    ruleIndex,
    level: LEVELS[finding.severity],
    message: messageOf(finding.message),
    locations: [locationOf(finding)],
    ...(finding.related.length > 0 && {
      relatedLocations: finding.related.map(({ file, range, message }, i) => ({
        id: i + 1,
        message: messageOf(message),
        ...locationOf({ file, range }),
      })),
    }),
    partialFingerprints: { [FINGERPRINT]: visible(finding.fingerprint) },
    ...('waiver' in finding && { suppressions: [suppressionOf(finding.waiver)] }),
    properties: {
      severity: finding.severity,
      ...(finding.document !== undefined && { document: visible(finding.document) }),
    },
  };
}

/** That somebody accepted a finding. Waivers and comments both stand in the file itself. */
function suppressionOf(waiver: ReportedWaived['waiver']): Suppression {
  const { because, decided_by, until, by } = waiver;
  const how = decisionWords(waiver);
  return {
    kind: 'inSource',
    status: 'accepted',
    justification: visible(because) + (how && ` (${how})`),
    properties: { by, ...(decided_by && { decided_by: visible(decided_by) }), ...(until && { until: visible(until) }) },
  };
}
