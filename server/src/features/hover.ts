import { type Hover, MarkupKind, type Position } from 'vscode-languageserver';
import { areaAt } from '../check/areas.ts';
import type { Day } from '../formats/dates.ts';
import { fieldOf } from '../formats/field.ts';
import type { Path, ScalarNode, Span } from '../yaml/node.ts';
import { countsWords, guidelinesOf } from './hover/area.ts';
import { ruleInComment } from './hover/comment.ts';
import { offsetAt, type SeenDocument, seenAt } from './hover/document.ts';
import { fieldAt, valueField } from './hover/field.ts';
import { findingsPart } from './hover/finding.ts';
import { definedPart, placePart, referencePart } from './hover/item.ts';
import { keyPart, notesPart } from './hover/key.ts';
import { bullets, paragraphs, plain } from './hover/markdown.ts';
import { choicePart, datePart, rulePart } from './hover/value.ts';
import { rangeOf } from './ranges.ts';
import type { World } from './world.ts';

interface Meaning {
  readonly span: Span;
  readonly text: string | undefined;
}

/** What the word under the pointer means, and what stands behind the findings there. */
export function hover(world: World, uri: string, position: Position): Hover | null {
  const file = world.file(uri);
  if (!file) return null;
  const offset = offsetAt(file.stream, position);
  const seen = seenAt(file, offset);
  if (!seen) return null;
  const meaning = meaningAt(seen, offset, world.today());
  const findings = seen.checked.findings.filter(({ span }) => span.start <= offset && offset <= span.end);
  const parts = [meaning?.text, findingsPart(findings)].filter((part) => part);
  const span = meaning?.text ? meaning.span : findings[0]?.span;
  if (parts.length === 0 || !span) return null;
  return {
    contents: { kind: MarkupKind.Markdown, value: parts.join('\n\n---\n\n') },
    range: rangeOf(file.stream, span),
  };
}

function meaningAt(seen: SeenDocument, offset: number, today: Day): Meaning | undefined {
  const silenced = ruleInComment(seen.document, offset);
  if (silenced) return { span: silenced.span, text: rulePart(silenced.rule) };
  const place = seen.document.placeAt(offset);
  if (place.part === 'key') return { span: seen.document.span(place), text: aboutKey(seen, place.at) };
  const node = seen.document.node(place.at);
  const isOnText = node?.kind === 'scalar' && node.start < node.end && node.start <= offset && offset <= node.end;
  return isOnText ? { span: node, text: aboutValue(seen, place.at, node, today) } : undefined;
}

function aboutKey(seen: SeenDocument, at: Path): string | undefined {
  const key = String(at.at(-1));
  const field = seen.kind && fieldAt(seen.kind, at);
  if (!seen.kind || !field)
    return seen.kind && key === 'notes' && fieldAt(seen.kind, at.slice(0, -1)) ? notesPart() : undefined;
  if (field.isItem) return definedPart(seen, at, field);
  const area = areaAt(seen.kind, at);
  const coverage = area && seen.coverage[area.id];
  const questions = area ? guidelinesOf(area) : [];
  return paragraphs([
    keyPart(key, field),
    coverage && `${plain(countsWords(coverage))}.`,
    questions.length > 0 && bullets(questions.map(({ question }) => plain(question))),
  ]);
}

function aboutValue(seen: SeenDocument, at: Path, node: ScalarNode, today: Day): string | undefined {
  const above = seen.kind && fieldAt(seen.kind, at);
  if (!above) return undefined;
  const field = valueField(above);
  const text = node.text.trim();
  switch (fieldOf(field.schema).type) {
    case 'choice':
      return choicePart(text, field);
    case 'id':
    case 'ids-or-text':
    case 'who':
      return referencePart(seen, text, field);
    case 'place':
      return placePart(seen, text);
    case 'rule':
      return rulePart(text);
    case 'date':
    case 'flag-or-date':
    case 'text':
      return datePart(text, today);
    default:
      return undefined;
  }
}
