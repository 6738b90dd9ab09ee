import type { LocationLink, Position } from 'vscode-languageserver';
import { rangeOf } from './ranges.ts';
import { definitionOf, symbolAt } from './symbols-at.ts';
import type { World } from './world.ts';

/** Where the item that a name stands for is described: the whole of it, with its key as what to look at. */
export function definition(world: World, uri: string, position: Position): LocationLink[] {
  const found = symbolAt(world, uri, position);
  if (!found?.meant) return [];
  const { sheet } = found.meant;
  const { stream } = sheet.file;
  const name = definitionOf(found.meant);
  // A description without an `id` goes by its file's name; its first line has to do.
  const first = sheet.document.span({ at: [] });
  const target = name?.span ?? first;
  const whole = name?.role.is === 'item' ? name.role.whole : target;
  return [
    {
      originSelectionRange: rangeOf(found.sheet.file.stream, found.name.span),
      targetUri: sheet.file.uri,
      targetRange: rangeOf(stream, {
        start: Math.min(whole.start, target.start),
        end: Math.max(whole.end, target.end),
      }),
      targetSelectionRange: rangeOf(stream, target),
    },
  ];
}
