import { CodeActionKind } from 'vscode-languageserver';
import { type CheckedFile, checkFile } from '../check/check.ts';
import type { Finding } from '../check/finding.ts';
import type { Fix } from '../rules/rule.ts';
import type { Span, TextEdit } from '../yaml/node.ts';
import { parseStream } from '../yaml/parse.ts';
import { applyEdits } from '../yaml/patch.ts';
import { Pieces } from '../yaml/pieces.ts';
import { diagnosticOf } from './diagnostics.ts';
import { touchedFindings } from './quick-fixes.ts';
import type { Offer } from './refactor/offer.ts';
import { together } from './together.ts';
import type { FeatureFile, World } from './world.ts';

/** All that can be fixed without asking, as editors run it on save. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.worksec`;

/** One fix can bring another about; more rounds than this mean that two are at odds. */
const MOST_ROUNDS = 10;

/** Fixes of one rule in the whole file, for the findings a selection touches, and all that can be fixed without asking. */
export function fixAllOffers(world: World, file: FeatureFile, selected: Span): Offer[] {
  const fixable = file.checked.findings.filter(completeFix);
  const touched = touchedFindings(file.checked, selected).map(({ finding }) => finding);
  const ofRules = [...new Set(touched.map(({ rule }) => rule))].flatMap((rule): Offer[] => {
    if (fixable.filter((finding) => finding.rule === rule).length < 2) return [];
    const here = touched.filter((finding) => finding.rule === rule);
    return [
      {
        title: `Fix all of ${rule}`,
        kind: CodeActionKind.QuickFix,
        about: rule,
        diagnostics: here.map((finding) => diagnosticOf(finding, file.stream, file.uri)),
        edits: () => fixAll(world, file, rule),
      },
    ];
  });
  if (fixable.length === 0) return ofRules;
  const title = 'Fix all that needs no decision';
  return [...ofRules, { title, kind: FIX_ALL, about: '', edits: () => fixAll(world, file) }];
}

/**
 * Makes the complete fixes of a file, or those of one rule, again and again until none is left. A round that would
 * leave the text broken is not made.
 */
export function fixAll(world: World, file: FeatureFile, rule?: string): TextEdit[] {
  const rounds: TextEdit[][] = [];
  const seen = new Set([file.stream.text]);
  let checked = file.checked;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const edits = oneRound(checked, rule);
    const text = applyEdits(checked.stream.text, edits);
    if (seen.has(text)) break;
    const next = checkAgain(world, file, text);
    if (damageIn(next) > damageIn(checked)) break;
    seen.add(text);
    rounds.push(edits);
    checked = next;
  }
  const pieces = new Pieces(file.stream.text);
  for (const edits of rounds) pieces.apply(edits);
  return pieces.edits();
}

/** The fixes that can be made at once. */
function oneRound({ documents }: CheckedFile, rule: string | undefined): TextEdit[] {
  const edits = documents.flatMap(({ document, findings }) => {
    const wanted = findings.filter((finding) => rule === undefined || finding.rule === rule).flatMap(completeFixes);
    return together(document, wanted)?.edits ?? [];
  });
  return edits.sort((a, b) => a.start - b.start);
}

const completeFixes = (finding: Finding) => {
  const fix = completeFix(finding);
  return fix ? [fix.patches] : [];
};

/** The one fix that says nothing new. Where there are several, a person has to choose. */
function completeFix({ fixes }: Finding): Fix | undefined {
  const complete = fixes.filter(({ kind }) => kind === 'complete');
  return complete.length === 1 ? complete[0] : undefined;
}

function checkAgain(world: World, { uri }: FeatureFile, text: string): CheckedFile {
  const settings = world.settings(uri);
  return checkFile({
    file: uri,
    stream: parseStream(text, settings),
    settings,
    today: world.today(),
    open: (path) => {
      const target = world.target(uri, path);
      const linked = target === undefined ? undefined : world.file(target);
      return linked && { file: linked.uri, stream: linked.stream };
    },
  });
}

/** What no fix may bring about. Other findings may come up: a key that is mended shows what is wrong in its value. */
const damageIn = ({ stream }: CheckedFile): number =>
  stream.documents.reduce((sum, { problems }) => sum + problems.length, stream.problems.length);
