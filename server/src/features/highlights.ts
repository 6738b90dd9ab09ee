import { type DocumentHighlight, DocumentHighlightKind, type Position } from 'vscode-languageserver';
import { rangeOf } from './ranges.ts';
import { eachPlaceOnce, namingIn, symbolAt } from './symbols-at.ts';
import type { World } from './world.ts';

/** The places of one file that name the item under the cursor: where it is described, and where it is referred to. */
export function highlights(world: World, uri: string, position: Position): DocumentHighlight[] {
  const found = symbolAt(world, uri, position);
  if (!found?.meant) return [];
  const { meant } = found;
  const { file } = found.sheet;
  const places = file.stream.documents.flatMap((document) => namingIn(world, { file, document }, meant));
  return eachPlaceOnce(places).map(({ name, isDefinition }) => ({
    range: rangeOf(file.stream, name.span),
    kind: isDefinition ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
}
