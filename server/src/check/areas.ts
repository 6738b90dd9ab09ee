import type { Kind } from '../formats/common.ts';
import { PHASE_NAMES, type PhaseName } from '../model/charter.ts';
import { capital } from '../rules/wordings.ts';
import type { Path } from '../yaml/node.ts';

/** A part of a document that questions are counted under. */
export interface Area {
  readonly id: string;
  /** What people call it. */
  readonly name: string;
  /** Where it stands in a document. */
  readonly at: Path;
}

/** The elements as the work system framework draws them; what protects the work comes after them. */
const ELEMENTS = [
  'customers',
  'products',
  'activities',
  'participants',
  'information',
  'technologies',
  'environment',
  'infrastructure',
  'strategies',
  'controls',
];

/** What each kind's questions are counted under: elements as the framework draws them, phases as they follow. */
export const AREAS: Readonly<Record<Kind, readonly Area[]>> = {
  'work-system': ELEMENTS.map((id) => ({ id, name: capital(id), at: [id] })),
  'project-charter': Object.entries(PHASE_NAMES).map(([phase, name]) => ({
    id: phaseArea(phase as PhaseName),
    name,
    at: ['phases', phase],
  })),
};

/** Ids of all areas in the order people read them; those of other questions come behind them. */
const ORDER = new Map(Object.values(AREAS).flatMap((areas, k) => areas.map(({ id }, i) => [id, k * 100 + i] as const)));

/** Compares areas' ids by the order people read them in. */
export const byArea = (a: string, b: string): number =>
  (ORDER.get(a) ?? ORDER.size * 100) - (ORDER.get(b) ?? ORDER.size * 100) || (a < b ? -1 : a > b ? 1 : 0);

/** The element or phase whose own key stands at a path. */
export const areaAt = (kind: Kind, path: Path): Area | undefined =>
  AREAS[kind].find(({ at }) => at.length === path.length && at.every((key, i) => key === path[i]));

/**
 * The element or phase a question belongs to. Rules are named after theirs; a gate's question belongs to its phase, and
 * what a charter says as a whole to the initiation that it opens.
 */
export function areaOf(rule: string, at: Path): string {
  const [prefix] = rule.split('/') as [string];
  if (prefix === 'gates' && typeof at[1] === 'string') return phaseArea(at[1] as PhaseName);
  if (prefix === 'charter' || prefix === 'lifecycle' || prefix === 'gates') return 'initiation';
  if (prefix === 'snapshot') return String(at[0]);
  return prefix;
}

/**
 * The area a finding is shown under, among those that are known: that of its question, else the one it stands in.
 * Undefined for what belongs to none.
 */
export function areaFor(
  { rule, at }: { readonly rule: string; readonly at: Path },
  kind: Kind | undefined,
  known: Pick<ReadonlyMap<string, unknown>, 'has'>,
): string | undefined {
  const asked = areaOf(rule, at);
  if (known.has(asked)) return asked;
  const around = kind && (areaAt(kind, at.slice(0, 1)) ?? areaAt(kind, at.slice(0, 2)));
  return around && known.has(around.id) ? around.id : undefined;
}

/** The format names the last phase in full. */
function phaseArea(phase: PhaseName): string {
  return phase === 'operation_and_maintenance' ? 'operation' : phase;
}
