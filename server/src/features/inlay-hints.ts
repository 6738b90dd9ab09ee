import type { InlayHint, Range } from 'vscode-languageserver';
import { type Field, fieldOf } from '../formats/field.ts';
import { squeeze } from '../formats/nearest.ts';
import { type Item, lookUp } from '../model/sections.ts';
import type { Model } from '../rules/rule.ts';
import { seenDocuments } from './hover/document.ts';
import { valuesOf } from './hover/field.ts';
import { cut } from './hover/markdown.ts';
import { spanOf, touch } from './ranges.ts';
import type { World } from './world.ts';

/** Longer names would push the text beside them out of sight; the whole one is in the hover. */
const LONGEST = 40;

/** The names behind the ids that a range refers to, where they say more than the id does. */
export function inlayHints(world: World, uri: string, range: Range): InlayHint[] {
  const file = world.file(uri);
  if (!file) return [];
  const wanted = spanOf(file.stream, range);
  return seenDocuments(file).flatMap(({ document, kind, model }) => {
    if (!kind || !model || !touch(document.extent, wanted)) return [];
    const hints: InlayHint[] = [];
    for (const { node, field } of valuesOf(document, kind)) {
      if (!touch(node, wanted)) continue;
      const name = nameBehind(model, fieldOf(field.schema), node.text.trim());
      if (name === undefined) continue;
      const label = cut(name, LONGEST);
      hints.push({
        position: file.stream.lines.position(node.end),
        label,
        paddingLeft: true,
        ...(label !== name && { tooltip: name }),
      });
    }
    return hints;
  });
}

function nameBehind(model: Model, field: Field, token: string): string | undefined {
  if (!['id', 'ids-or-text', 'who'].includes(field.type)) return undefined;
  const name = itemOf(model, field, token)?.name.replace(/\s+/g, ' ').trim();
  return name && squeeze(name) !== squeeze(token) ? name : undefined;
}

const itemOf = (model: Model, field: Field, token: string): Item | undefined =>
  (model.kind === 'work-system' ? lookUp(model.sections, field.to ?? [], token) : model.candidates(field, token))[0]
    ?.item;
