import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type Hover,
  MarkupKind,
  type Position,
} from 'vscode-languageserver';
import * as z from 'zod';
import { rules } from '../rules/index.ts';
import { settingsSchema } from '../settings.ts';
import type { Stream } from '../yaml/document.ts';
import type { Path } from '../yaml/node.ts';
import { spotAt } from './completion/where.ts';
import { rangeOf } from './ranges.ts';

/** Names and values that fit a place in the settings file. */
export function configCompletions(stream: Stream, position: Position): CompletionList {
  const spot = spotAt(stream, stream.lines.offset(position));
  if (!spot || !('word' in spot)) return { isIncomplete: false, items: [] };
  const range = rangeOf(stream, spot.word);
  const write = (label: string, newText: string, detail: string, kind: CompletionItemKind): CompletionItem => ({
    label,
    kind,
    detail,
    filterText: label,
    textEdit: { range, newText: `${spot.before}${newText}${spot.after}` },
  });
  const names = spot.keyIn
    ? namesAt(spot.keyIn)
        .filter(([name]) => !spot.present.has(name))
        .map(([name, detail]) => write(name, spot.hasColon ? name : `${name}: `, detail, CompletionItemKind.Property))
    : [];
  const values = spot.valueAt
    ? valuesAt(spot.valueAt).map((value) => write(value, value, '', CompletionItemKind.EnumMember))
    : [];
  return { isIncomplete: false, items: [...values, ...names] };
}

/** What a setting does, and what it is when nobody says. */
export function configHover(stream: Stream, position: Position): Hover | null {
  const [document] = stream.documents;
  const place = document?.placeAt(stream.lines.offset(position));
  if (!document || place?.part !== 'key') return null;
  const described = schemaAt(place.at)?.description;
  if (!described) return null;
  return { contents: { kind: MarkupKind.PlainText, value: described }, range: rangeOf(stream, document.span(place)) };
}

/** The names a map of the settings may hold, with what they are. */
function namesAt(at: Path): (readonly [string, string])[] {
  if (at.length === 1 && at[0] === 'severity') {
    const groups = [...new Set(rules.map(({ id }) => id.split('/')[0]!))];
    return [
      ...groups.map((group) => [group, 'all rules of this group'] as const),
      ...rules.map(({ id, title }) => [id, title] as const),
    ];
  }
  const schema = schemaAt(at);
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries(schema.shape as Record<string, z.ZodType>).map(([name, field]) => [
    name,
    field.description ?? '',
  ]);
}

function valuesAt(at: Path): string[] {
  const schema = schemaAt(at);
  if (schema instanceof z.ZodEnum) return schema.options.map(String);
  return schema instanceof z.ZodBoolean ? ['true', 'false'] : [];
}

/** The schema of a setting, without what makes it optional. The description is that of the outermost schema. */
function schemaAt(at: Path): z.ZodType | undefined {
  let schema: z.ZodType | undefined = settingsSchema;
  for (const key of at) {
    const holder = bare(schema);
    if (holder instanceof z.ZodObject) schema = (holder.shape as Record<string, z.ZodType>)[String(key)];
    else if (holder instanceof z.ZodRecord) schema = holder.valueType as z.ZodType;
    else if (holder instanceof z.ZodArray) schema = holder.element as z.ZodType;
    else return undefined;
    if (!schema) return undefined;
  }
  const found = bare(schema);
  return found.description || !schema.description ? found : found.describe(schema.description);
}

function bare(schema: z.ZodType): z.ZodType {
  let inner = schema;
  while (inner instanceof z.ZodDefault || inner instanceof z.ZodOptional) inner = inner.unwrap() as z.ZodType;
  return inner;
}
