import { commands, type Disposable, Location, Position, Range, Uri } from 'vscode';

interface WirePosition {
  readonly line: number;
  readonly character: number;
}

interface WireLocation {
  readonly uri: string;
  readonly range: { readonly start: WirePosition; readonly end: WirePosition };
}

const position = ({ line, character }: WirePosition): Position => new Position(line, character);

/** What a click on a lens does: the lenses come from the server, in the shapes of its protocol. */
export const lensCommands = (): Disposable[] => [
  commands.registerCommand('worksec.showReferences', (uri: string, at: WirePosition, locations: WireLocation[]) =>
    commands.executeCommand(
      'editor.action.showReferences',
      Uri.parse(uri),
      position(at),
      locations.map(
        ({ uri: file, range }) => new Location(Uri.parse(file), new Range(position(range.start), position(range.end))),
      ),
    ),
  ),
];
