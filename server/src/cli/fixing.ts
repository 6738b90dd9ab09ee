import type { CheckedFile } from '../check/check.ts';
import type { Finding } from '../check/finding.ts';
import type { Fix } from '../rules/rule.ts';
import type { Stream } from '../yaml/document.ts';
import type { TextEdit } from '../yaml/node.ts';
import { applyEdits, editsFor } from '../yaml/patch.ts';

/** A fix that was made. */
export interface Made {
  readonly rule: string;
  readonly title: string;
  /** Line from 1, as it was when the fix was made. */
  readonly line: number;
}

export interface Fixed {
  readonly text: string;
  readonly made: readonly Made[];
}

/** One fix can bring another about; more rounds than this mean that two are at odds. */
const MOST_ROUNDS = 10;

/**
 * Makes the complete fixes of a text, again and again until none is left. What comes out is checked after each round;
 * a round that would break the text is not made.
 */
export function fixText(text: string, check: (text: string) => CheckedFile | undefined): Fixed {
  const made: Made[] = [];
  const seen = new Set([text]);
  let current = text;
  let checked = check(text);
  for (let round = 0; round < MOST_ROUNDS && checked; round++) {
    const { edits, fixes } = oneRound(checked);
    const next = applyEdits(current, edits);
    if (seen.has(next)) break;
    const after = check(next);
    if (!after || broken(after) > broken(checked)) break;
    made.push(...fixes);
    seen.add(next);
    current = next;
    checked = after;
  }
  return { text: current, made };
}

/** The fixes that can be made at once, without touching each other. */
function oneRound({ documents, stream }: CheckedFile): { edits: TextEdit[]; fixes: Made[] } {
  const edits: TextEdit[] = [];
  const fixes: Made[] = [];
  for (const { document, findings } of documents)
    for (const finding of findings) {
      const fix = onlyComplete(finding);
      const wanted = fix && editsFor(document, fix.patches);
      if (!fix || !wanted || wanted.some((edit) => edits.some((other) => touches(edit, other)))) continue;
      edits.push(...wanted);
      fixes.push({ rule: finding.rule, title: fix.title, line: lineOf(finding, stream) });
    }
  return { edits: edits.sort((a, b) => a.start - b.start), fixes };
}

/** Where there are several complete fixes, a person has to choose. */
function onlyComplete({ fixes }: Finding): Fix | undefined {
  const complete = fixes.filter(({ kind }) => kind === 'complete');
  return complete.length === 1 ? complete[0] : undefined;
}

const touches = (a: TextEdit, b: TextEdit): boolean => a.start <= b.end && b.start <= a.end;

const lineOf = ({ span }: Finding, { lines }: Stream): number => lines.position(span.start).line + 1;

const broken = ({ findings }: CheckedFile): number =>
  findings.filter(({ rule }) => rule === 'format/yaml-syntax').length;
