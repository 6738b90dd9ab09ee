import type { CheckedFile } from '../check/check.ts';
import type { Finding } from '../check/finding.ts';

/**
 * A finding for each item that a rolled-up one stands for, in the words it would have by itself; what is related to an
 * item and its fixes are not kept in a roll-up. How many findings there are changes as soon as somebody starts
 * answering; the pairs of rule and item stay, so these are what is compared.
 */
export function byItem(finding: Finding): readonly Finding[] {
  const { items, rule, severity, document, open, related } = finding;
  if (!items) return [finding];
  // A fingerprint ends with the path; what stands before it is the same for every item.
  const head = finding.fingerprint.slice(0, finding.fingerprint.length - finding.at.join('.').length);
  return items.map((at, i) => ({
    rule,
    severity,
    document,
    report: open[i]!,
    open: [open[i]!],
    at,
    // The first related places of a rolled-up finding are its items, in the same order.
    span: related[i]!.span,
    message: related[i]!.message,
    related: [],
    beside: () => [],
    fixes: [],
    fingerprint: head + at.join('.'),
  }));
}

/** The fingerprint of every pair of rule and item that findings stand for. */
export const pairsOf = (findings: readonly Finding[]): Set<string> =>
  new Set(findings.flatMap(byItem).map(({ fingerprint }) => fingerprint));

/** What is left of findings when only some items count: whole where all of its items do, else taken apart. */
export function only(findings: readonly Finding[], counts: (item: Finding) => boolean): Finding[] {
  let apart = false;
  const left = findings.flatMap((finding) => {
    const items = byItem(finding);
    const kept = items.filter(counts);
    if (kept.length === items.length) return [finding];
    apart ||= kept.length > 0;
    return kept;
  });
  return apart ? left.sort(inOrder) : left;
}

/** Items stand elsewhere than the section they were rolled up to. */
function inOrder(a: Finding, b: Finding): number {
  if (a.span.start !== b.span.start) return a.span.start - b.span.start;
  return a.fingerprint < b.fingerprint ? -1 : a.fingerprint > b.fingerprint ? 1 : 0;
}

/** True where all of a file could be read: only then does a finding that is not there mean that it is settled. */
export const isReadable = ({ documents, stream }: CheckedFile): boolean =>
  stream.problems.length === 0 && documents.every(({ model }) => model !== undefined);
