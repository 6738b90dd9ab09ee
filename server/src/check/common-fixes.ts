import type * as z from 'zod';
import { sentenceFieldAt } from '../formats/schema-at.ts';
import { type Fix, isFixed, type Report, type RuleFacts } from '../rules/rule.ts';
import type { DocumentModel } from '../yaml/document.ts';
import type { Patch } from '../yaml/node.ts';

/**
 * The fixes every finding has beside its own (catalogue, `conventions.common_fixes`): the question does not arise, or
 * somebody settles it later, where a field is asked for; an exception for all other rules that allow one.
 */
export function commonFixes(rule: RuleFacts, reports: readonly Report[]): Fix[] {
  if (isFixed(rule.id) || rule.id.startsWith('reference/')) return [];
  const asked = reports.flatMap((report) => (report.asked ? [report.asked] : []));
  const all = reports.length > 1 ? ` (all ${reports.length})` : '';
  if (rule.asks && asked.length === reports.length) {
    const instead = (title: string, value: unknown): Fix => ({
      title: title + all,
      kind: 'waive',
      patches: asked.map((at) => ({ op: 'set', at, value })),
    });
    return [
      instead('Does not apply, because …', { not_applicable: { because: null, decided_by: null } }),
      instead('Ask later', { ask_later: { who: null, by: null } }),
    ];
  }
  if (rule.id === 'wording/placeholder') return [];
  return [
    {
      title: `Record an exception${all}`,
      kind: 'waive',
      patches: reports.map((report) => ({
        op: 'append',
        at: ['waivers'],
        value: { rule: rule.id, ...place(report), because: null, decided_by: null, until: null },
      })),
    },
  ];
}

/** Where an exception holds; one for the document as a whole names no place. */
const place = ({ at }: Report): { at?: string } => (at.length > 0 ? { at: at.join('.') } : {});

/** Tells each patch which field a plain sentence on its way stands for, so that the sentence is kept. */
export function withSentences(fix: Fix, document: DocumentModel, schema: z.ZodType): Fix {
  return { ...fix, patches: fix.patches.map((patch) => withSentence(patch, document, schema)) };
}

function withSentence(patch: Patch, document: DocumentModel, schema: z.ZodType): Patch {
  if (patch.op !== 'set' && patch.op !== 'append') return patch;
  for (let length = patch.at.length - 1; length > 0; length--) {
    const above = patch.at.slice(0, length);
    const node = document.node(above);
    if (!node) continue;
    const sentenceField = node.kind === 'scalar' ? sentenceFieldAt(schema, above) : undefined;
    return sentenceField ? { ...patch, sentenceField } : patch;
  }
  return patch;
}
