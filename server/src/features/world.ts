import type { CheckedFile } from '../check/check.ts';
import type { CheckedDocument } from '../check/checked-document.ts';
import type { Day } from '../formats/dates.ts';
import type { Settings } from '../settings.ts';
import type { Stream } from '../yaml/document.ts';

/** A file as the editor features see it. */
export interface FeatureFile {
  readonly uri: string;
  /** The version of an open text; null for a file that is not open. */
  readonly version: number | null;
  readonly stream: Stream;
  /** What a check says of this very text. A document that cannot be read has no model in it. */
  readonly checked: CheckedFile;
  /**
   * The newest check in which every document could be read, for help while a text is broken: its places are those of an
   * older text, its ids and names mostly still hold. The same as `checked` while nothing is broken.
   */
  readonly lastGood: CheckedFile;
}

/** What features can look at: the files at hand. They never wait and never touch a file themselves. */
export interface World {
  file(uri: string): FeatureFile | undefined;
  /** Every file of the workspace that is at hand: the open ones, those they link to, and those loaded for this answer. */
  files(): Iterable<FeatureFile>;
  /** The file a link written in `from` leads to; undefined where it would leave the workspace folder. */
  target(from: string, path: string): string | undefined;
  /** The folder a file belongs to. */
  folder(uri: string): string;
  settings(uri: string): Settings;
  today(): Day;
}

/** The document an offset lies in: the last one that begins before it. */
export function documentAt(file: CheckedFile, offset: number): CheckedDocument | undefined {
  return file.documents.findLast(({ document }) => document.extent.start <= offset) ?? file.documents[0];
}

/** What people call a file: its path in the folder it belongs to. */
export function nameOf(world: World, uri: string): string {
  const folder = `${world.folder(uri)}/`;
  const path = uri.startsWith(folder) ? uri.slice(folder.length) : uri.replace(/^.*[/:]/, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
