import type { Library } from './checking.ts';
import { CONFIG_FILE, type Config, readConfig } from './config.ts';
import type { Day } from './formats/dates.ts';
import { defaultSettings, type Settings } from './settings.ts';
import { ChunkReader } from './yaml/chunk-reader.ts';
import type { Stream } from './yaml/document.ts';
import { parseStream } from './yaml/parse.ts';
import { sameReading } from './yaml/same.ts';

/** What the server needs from the machine it runs on. */
export interface Host {
  /** A file's bytes, or undefined where it is not there, cannot be read, or really lies outside `folder`. */
  readFile(uri: string, folder: string): Promise<Uint8Array | undefined>;
  /** The descriptions and charters in a folder, without those that git or the settings' patterns pass over. */
  findFiles(folder: string, ignore: readonly string[]): Promise<string[]>;
  today(): Day;
}

interface OpenText {
  readonly version: number;
  readonly text: string;
  readonly chunks: ChunkReader;
  stream?: Stream;
  /** True while only the parts of the text were read, each alone. */
  isGuess?: boolean;
}

/**
 * The texts the server knows: those open in the editor, and those read from disk because an open one links to them.
 * An open text always goes before the file on disk.
 */
export class EditorLibrary implements Library {
  private readonly open = new Map<string, OpenText>();
  private readonly onDisk = new Map<string, Stream | undefined>();
  /** Open texts whose file was deleted: editors keep them for a while, often without showing them. */
  private readonly deleted = new Set<string>();
  /** The settings files by folder; undefined for a folder that is known to have none. */
  private readonly configs = new Map<string, Config | undefined>();
  private readonly merged = new Map<string, Settings>();
  private folders: readonly string[] = [];
  private editorSettings: ReadonlyMap<string, Partial<Settings>> = new Map();

  /** `onGuess` is told of a text of which only the parts were read, so that it has {@link settle} called some time. */
  constructor(
    private readonly host: Host,
    private readonly onGuess: (uri: string) => void = () => {},
  ) {}

  /** An open text is read when somebody first asks: of several changes in a row only the newest is. */
  stream = (uri: string): Stream | undefined => {
    const open = this.open.get(uri);
    if (!open || this.deleted.has(uri)) return this.onDisk.get(uri);
    if (!open.stream) {
      const settings = this.settings(uri);
      const guess = open.chunks.read(open.text, settings);
      open.isGuess = guess !== undefined;
      open.stream = guess ?? parseStream(open.text, settings);
      if (guess) this.onGuess(uri);
    }
    return open.stream;
  };

  /**
   * Reads an open text as a whole, where only its parts were read so far. True where that says something else: what
   * was said of the text no longer holds then.
   */
  settle(uri: string): boolean {
    const open = this.open.get(uri);
    if (!open?.stream || !open.isGuess) return false;
    const whole = parseStream(open.text, this.settings(uri));
    open.isGuess = false;
    if (sameReading(open.stream, whole)) return false;
    open.stream = whole;
    return true;
  }

  version = (uri: string): number | null => this.open.get(uri)?.version ?? null;
  today = (): Day => this.host.today();

  folder = (uri: string): string => {
    const holding = this.folders.filter((folder) => uri.startsWith(`${folder}/`));
    return holding.sort((a, b) => b.length - a.length)[0] ?? uri.slice(0, uri.lastIndexOf('/'));
  };

  /** Defaults, then the editor's settings, then the nearest settings file of the project, which wins. */
  settings = (uri: string): Settings => {
    const [nearest] = this.foldersAbove(uri);
    let settings = this.merged.get(nearest!);
    if (!settings) {
      const editor = this.editorSettings.get(this.folder(uri)) ?? this.editorSettings.get('') ?? {};
      const own = this.foldersAbove(uri).flatMap((folder) => this.configs.get(folder) ?? [])[0]?.settings ?? {};
      settings = { ...defaultSettings, ...editor, ...own, severity: { ...editor.severity, ...own.severity } };
      this.merged.set(nearest!, settings);
    }
    return settings;
  };

  /** The folder a file lies in, and those above it up to the one that is checked. */
  private foldersAbove(uri: string): string[] {
    const top = this.folder(uri);
    const folders = [];
    for (
      let folder = uri.slice(0, uri.lastIndexOf('/'));
      folder.length > top.length;
      folder = folder.slice(0, folder.lastIndexOf('/'))
    )
      folders.push(folder);
    return [...folders, top];
  }

  texts = (): Iterable<string> =>
    new Set([...this.shownTexts(), ...[...this.onDisk].flatMap(([uri, stream]) => (stream ? [uri] : []))]);

  openTexts(): string[] {
    return [...this.open.keys()];
  }

  private shownTexts(): string[] {
    return this.openTexts().filter((uri) => !this.deleted.has(uri));
  }

  setFolders(folders: readonly string[]): void {
    this.folders = folders.map((folder) => folder.replace(/\/$/, ''));
    this.merged.clear();
  }

  get workspaceFolders(): readonly string[] {
    return this.folders;
  }

  /** The editor's settings by workspace folder; those under the empty name hold for all others. */
  setEditorSettings(settings: ReadonlyMap<string, Partial<Settings>>): void {
    this.editorSettings = settings;
    this.merged.clear();
  }

  /** What an open text is now. Whoever goes on writing a text whose file was deleted means to keep it. */
  setText(uri: string, version: number, text: string): void {
    const chunks = this.open.get(uri)?.chunks ?? new ChunkReader();
    this.open.set(uri, { version, text, chunks });
    this.deleted.delete(uri);
  }

  closeText(uri: string): void {
    this.open.delete(uri);
    this.deleted.delete(uri);
    this.onDisk.delete(uri);
  }

  /** Reads a file once, unless it is open; it is read again after {@link forget}. */
  async load(uri: string, folder: string): Promise<void> {
    if (this.open.has(uri) || this.onDisk.has(uri)) return;
    const bytes = await this.host.readFile(uri, folder);
    this.onDisk.set(uri, bytes && parseStream(bytes, this.settings(uri)));
  }

  /** Reads the settings files that can hold for a text, unless they are known already. */
  async loadConfig(uri: string): Promise<void> {
    const top = this.folder(uri);
    const unknown = this.foldersAbove(uri).filter((folder) => !this.configs.has(folder));
    if (unknown.length === 0) return;
    await Promise.all(
      unknown.map(async (folder) => {
        const bytes = await this.host.readFile(`${folder}/${CONFIG_FILE}`, top);
        this.configs.set(folder, bytes && readConfig(parseStream(bytes)));
      }),
    );
    this.merged.clear();
  }

  /** The text of a file that is not open is no longer needed. */
  release(uri: string): void {
    this.onDisk.delete(uri);
  }

  /** Every description and charter of the workspace, open ones included, in the order of their names. */
  async allFiles(): Promise<string[]> {
    const found = await Promise.all(
      this.folders.map(async (folder) => {
        await this.loadConfig(`${folder}/`);
        return this.host.findFiles(folder, this.settings(`${folder}/`).ignore);
      }),
    );
    return [...new Set([...found.flat(), ...this.shownTexts()])].sort();
  }

  /** A file changed on disk: what was read from it no longer counts. */
  forget(uri: string): void {
    this.onDisk.delete(uri);
    this.deleted.delete(uri);
    if (!uri.endsWith(`/${CONFIG_FILE}`)) return;
    const folder = uri.slice(0, -CONFIG_FILE.length - 1);
    this.configs.delete(folder);
    this.merged.clear();
  }

  /** A file was deleted on disk: it is gone, also where an editor still holds its text. */
  lose(uri: string): void {
    this.forget(uri);
    if (this.open.has(uri)) this.deleted.add(uri);
  }
}
