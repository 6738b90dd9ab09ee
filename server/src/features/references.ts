import type { Location, Position } from 'vscode-languageserver';
import { rangeOf } from './ranges.ts';
import { occurrencesOf, symbolAt } from './symbols-at.ts';
import type { World } from './world.ts';

/** Every place that names the item under the cursor, here and in the charters that link to it. */
export function references(
  world: World,
  uri: string,
  position: Position,
  { includeDeclaration }: { readonly includeDeclaration: boolean },
): Location[] {
  const meant = symbolAt(world, uri, position)?.meant;
  if (!meant) return [];
  return occurrencesOf(world, meant)
    .filter(({ isDefinition }) => includeDeclaration || !isDefinition)
    .map(({ sheet: { file }, name }) => ({ uri: file.uri, range: rangeOf(file.stream, name.span) }));
}
