import type { Position, Range } from 'vscode-languageserver';
import { type CheckedFile, checkFile } from '../../server/src/check/check.ts';
import type { FeatureFile, World } from '../../server/src/features/world.ts';
import { defaultSettings, type Settings } from '../../server/src/settings.ts';
import { linkTarget } from '../../server/src/workspace.ts';
import { parseStream } from '../../server/src/yaml/parse.ts';
import { fileNameFor, TODAY } from './check.ts';

/** The folder all files of a test lie in. */
export const FOLDER = 'file:///work';

export interface WorldOptions {
  readonly today?: string;
  readonly settings?: Partial<Settings>;
  /** Older texts by file name, in which everything could still be read: what `lastGood` is made from. */
  readonly before?: Readonly<Record<string, string>>;
  /** Names of files that are not open in the editor. */
  readonly closed?: readonly string[];
}

/** The address of a file of a test. */
export const uriOf = (file: string): string => `${FOLDER}/${file}`;

/** A world of the given texts by file name, as the editor features see it. Everything is checked when first asked for. */
export function worldOf(texts: Readonly<Record<string, string>>, options: WorldOptions = {}): World {
  const settings = { ...defaultSettings, ...options.settings };
  const today = options.today ?? TODAY;
  const uris = new Map(Object.entries(texts).map(([name, text]) => [uriOf(name), text]));
  const streams = new Map([...uris].map(([uri, text]) => [uri, parseStream(text)]));
  const made = new Map<string, FeatureFile>();

  const target = (from: string, path: string) => linkTarget(from, path, FOLDER);
  const check = (uri: string, stream = streams.get(uri)!): CheckedFile =>
    checkFile({
      file: uri,
      stream,
      today,
      settings,
      open: (path) => {
        const file = target(uri, path);
        const linked = file === undefined ? undefined : streams.get(file);
        return linked && { file: file!, stream: linked };
      },
    });

  const file = (uri: string): FeatureFile | undefined => {
    const stream = streams.get(uri);
    if (!stream) return undefined;
    let known = made.get(uri);
    if (!known) {
      const checked = check(uri);
      const name = uri.slice(FOLDER.length + 1);
      const before = options.before?.[name];
      const lastGood = before === undefined ? checked : check(uri, parseStream(before));
      known = { uri, version: options.closed?.includes(name) ? null : 1, stream, checked, lastGood };
      made.set(uri, known);
    }
    return known;
  };

  return {
    file,
    files: () => [...streams.keys()].map((uri) => file(uri)!),
    target,
    folder: () => FOLDER,
    settings: () => settings,
    today: () => today,
  };
}

/** A text with the cursor in it, among its other files. */
export interface Cursor {
  readonly world: World;
  readonly uri: string;
  readonly file: FeatureFile;
  /** The text without the mark. */
  readonly text: string;
  readonly offset: number;
  readonly position: Position;
}

export interface CursorOptions extends WorldOptions {
  /** Name of the file; one that fits the text's kind when not given. */
  readonly file?: string;
  /** Other files by name. */
  readonly others?: Readonly<Record<string, string>>;
}

/** Takes a text with the cursor marked by `<|>` and opens it; a text without a mark has the cursor at its beginning. */
export function atCursor(marked: string, options: CursorOptions = {}): Cursor {
  const at = marked.indexOf('<|>');
  const text = at < 0 ? marked : marked.slice(0, at) + marked.slice(at + 3);
  const offset = Math.max(at, 0);
  const name = options.file ?? fileNameFor(text);
  const world = worldOf({ [name]: text, ...options.others }, options);
  const uri = uriOf(name);
  const file = world.file(uri)!;
  return { world, uri, file, text, offset, position: file.stream.lines.position(offset) };
}

/** The text a range covers. */
export function textIn(file: FeatureFile, { start, end }: Range): string {
  const { text, lines } = file.stream;
  return text.slice(lines.offset(start), lines.offset(end));
}
