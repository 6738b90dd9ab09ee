import { CompletionItemKind } from 'vscode-languageserver';
import { ruleById, rules } from '../../rules/index.ts';
import { type AnyRule, isFixed } from '../../rules/rule.ts';
import type { Span } from '../../yaml/node.ts';
import type { Context } from './context.ts';
import type { Offer } from './offer.ts';
import type { CommentSpot } from './spot.ts';

/** A dotted path with the rules that speak there. */
export interface FoundPlace {
  readonly place: string;
  readonly rules: readonly string[];
}

/** The places of current findings that can be excepted; those of a rule first, where one is given. */
export function placesFound({ findings }: Context, rule: string | undefined): FoundPlace[] {
  const places = new Map<string, string[]>();
  for (const finding of findings) {
    if (isFixed(finding.rule)) continue;
    for (const at of finding.items ?? [finding.at])
      if (at.length > 0) places.set(at.join('.'), [...(places.get(at.join('.')) ?? []), finding.rule]);
  }
  const found = [...places].map(([place, speaking]) => ({ place, rules: speaking }));
  const rank = ({ rules: speaking }: FoundPlace): number => (rule !== undefined && speaking.includes(rule) ? 0 : 1);
  return found.sort((a, b) => rank(a) - rank(b));
}

/** The rules an exception can name: those that speak at its place first, then those that speak in the document. */
export function rulesToExcept(context: Context, place: string | undefined): { rule: AnyRule; group: number }[] {
  const here = new Set<string>();
  const anywhere = new Set<string>();
  for (const { rule, at, items } of context.findings) {
    anywhere.add(rule);
    const paths = (items ?? [at]).map((path) => path.join('.'));
    if (place && paths.some((path) => path === place || path.startsWith(`${place}.`))) here.add(rule);
  }
  return fitting(context).map((rule) => ({ rule, group: here.has(rule.id) ? 0 : anywhere.has(rule.id) ? 1 : 2 }));
}

/** The rules that fit the kind of document and can be excepted. */
const fitting = ({ kind }: Context): AnyRule[] =>
  rules.filter((rule) => !isFixed(rule.id) && (rule.kind === 'both' || rule.kind === kind));

export const ruleOffer = (rule: AnyRule, group: number, text: Offer['text']): Offer => ({
  label: rule.id,
  kind: CompletionItemKind.Event,
  text,
  detail: rule.title,
  documentation: rule.speaks,
  group,
});

const WORD = 'worksec-disable-next-line';
const TYPED = new RegExp(`^#[ \\t]*${WORD}[ \\t]+([^\\s:]*)$`);

/** What can stand in a comment: the words that silence the next line, and then the rules that speak there. */
export function commentOffers(context: Context, spot: CommentSpot, offset: number): { offers: Offer[]; word: Span } {
  const { text, lines } = context.file.stream;
  const before = text.slice(spot.comment.start, offset);
  const began = /^#[ \t]*(work[\w-]*)$/.exec(before)?.[1];
  const tail = /^[^\s:]*/.exec(text.slice(offset, spot.comment.end))![0].length;
  if (began !== undefined && WORD.startsWith(began) && began !== WORD) {
    const word = { start: offset - began.length, end: offset + tail };
    const blank = text[word.end] === ' ' ? '' : ' ';
    const documentation = 'Silences one rule for what begins on the next line, for a reason that follows';
    const offer = { label: WORD, kind: CompletionItemKind.Keyword, text: WORD + blank, documentation, group: 0 };
    return { offers: [{ ...offer, again: true }], word };
  }
  const typed = TYPED.exec(before)?.[1];
  const word = { start: offset - (typed?.length ?? 0), end: offset + tail };
  if (typed === undefined) return { offers: [], word };
  const found = new Set<string>();
  for (const finding of context.file.checked.findings)
    if (lines.position(finding.span.start).line === spot.line + 1) found.add(finding.rule);
  const colon = /^[ \t]*:/.test(text.slice(word.end, spot.comment.end)) ? '' : ': ';
  const offers = fitting(context).map((rule) => ruleOffer(rule, found.has(rule.id) ? 0 : 1, rule.id + colon));
  return { offers: offers.sort((a, b) => a.group - b.group), word };
}

/** What a rule is about, in a few words. */
export const ruleTitle = (id: string): string => ruleById(id)?.title ?? id;
