import { CodeActionKind } from 'vscode-languageserver';
import type { Finding } from '../../check/finding.ts';
import { ruleById } from '../../rules/index.ts';
import type { Patch, Path } from '../../yaml/node.ts';
import { together } from '../together.ts';
import { isWithin, itemAt, type Offer, type Spot, seemsPossible } from './offer.ts';

/** Slots for all open questions of the item, and of the whole element or phase, in one go. */
export function* openQuestionOffers(spot: Spot): Generator<Offer> {
  const item = itemAt(spot)?.item;
  const own = item ? scaffoldsBelow(spot, item.path) : [];
  if (item && countOf(own) > 1) yield offer(spot, own, item.name, item.path);
  const element = elementAt(spot.at);
  const all = element ? scaffoldsBelow(spot, element) : [];
  if (element && countOf(all) > Math.max(countOf(own), 1)) yield offer(spot, all, titleOf(element), element);
}

/** What inserts the slots of a finding's questions, and how many items it asks about. */
interface Scaffold {
  readonly patches: readonly Patch[];
  readonly questions: number;
}

const countOf = (scaffolds: readonly Scaffold[]): number =>
  scaffolds.reduce((sum, { questions }) => sum + questions, 0);

function offer({ document }: Spot, scaffolds: readonly Scaffold[], name: string, at: Path): Offer {
  const fixes = scaffolds.map(({ patches }) => patches);
  return {
    title: `Insert slots for all ${countOf(scaffolds)} open questions of ${name}`,
    kind: CodeActionKind.RefactorRewrite,
    about: at.join('.'),
    edits: () => together(document, fixes)?.edits,
  };
}

/** The element or phase a place belongs to. */
function elementAt(at: Path): Path | undefined {
  if (at.length === 0) return undefined;
  return at[0] === 'phases' && at.length > 1 ? at.slice(0, 2) : at.slice(0, 1);
}

const titleOf = (element: Path): string => String(element.at(-1)).replaceAll('_', ' ');

/** What inserts the slots of each open question at a path and below; of one about several items, only the part there. */
function scaffoldsBelow({ checked, document }: Spot, above: Path): Scaffold[] {
  const taken: Path[] = [];
  return checked.findings.flatMap((finding) => {
    if (!isQuestion(finding)) return [];
    const fix = finding.fixes.find(({ kind }) => kind === 'scaffold');
    const patches = (fix?.patches ?? []).filter(({ at }) => isWithin(at, above));
    // Two questions may ask for the same slots.
    const fresh = patches.filter(({ at }) => !taken.some((known) => isWithin(at, known)));
    if (fresh.length === 0 || !seemsPossible(document, fresh)) return [];
    taken.push(...fresh.map(({ at }) => at));
    const items = (finding.items ?? [finding.at]).filter((at) => isWithin(at, above));
    return [{ patches: fresh, questions: Math.max(items.length, 1) }];
  });
}

/** True for a finding that asks for an answer, not one about how the text is written. */
export function isQuestion({ rule }: Finding): boolean {
  const facts = ruleById(rule);
  return facts?.asks !== undefined || facts?.rollUp === true;
}
