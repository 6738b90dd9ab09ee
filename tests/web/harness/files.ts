import {
  type Disposable,
  type Event,
  EventEmitter,
  type ExtensionContext,
  type FileChangeEvent,
  FileChangeType,
  type FileStat,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  type Uri,
  workspace,
} from 'vscode';
import lettings from '../workspace/lettings.work-system.yaml';
import upload from '../workspace/upload.charter.yaml';

const SCHEME = 'vscode-vfs';
const FOLDER = '/work';

/** A folder of files in memory, under the scheme that github.dev and dev use for theirs. */
class Files implements FileSystemProvider {
  private readonly files = new Map<string, Uint8Array>([
    [`${FOLDER}/lettings.work-system.yaml`, new TextEncoder().encode(lettings)],
    [`${FOLDER}/upload.charter.yaml`, new TextEncoder().encode(upload)],
  ]);
  private readonly changes = new EventEmitter<FileChangeEvent[]>();
  readonly onDidChangeFile: Event<FileChangeEvent[]> = this.changes.event;

  watch(): Disposable {
    return { dispose: () => undefined };
  }

  stat({ path }: Uri): FileStat {
    const bytes = this.files.get(path);
    if (!bytes && path !== '/' && path !== FOLDER) throw FileSystemError.FileNotFound(path);
    return { type: bytes ? FileType.File : FileType.Directory, ctime: 0, mtime: 0, size: bytes?.length ?? 0 };
  }

  readDirectory({ path }: Uri): [string, FileType][] {
    if (path !== FOLDER) return [['work', FileType.Directory]];
    return [...this.files.keys()].map((file) => [file.slice(FOLDER.length + 1), FileType.File]);
  }

  readFile({ path }: Uri): Uint8Array {
    const bytes = this.files.get(path);
    if (!bytes) throw FileSystemError.FileNotFound(path);
    return bytes;
  }

  writeFile(uri: Uri, bytes: Uint8Array): void {
    this.files.set(uri.path, bytes);
    this.changes.fire([{ type: FileChangeType.Changed, uri }]);
  }

  createDirectory(): void {
    throw FileSystemError.NoPermissions();
  }
  delete(): void {
    throw FileSystemError.NoPermissions();
  }
  rename(): void {
    throw FileSystemError.NoPermissions();
  }

  /** What a search for files may find; the editor matches it against the pattern. */
  provideFileSearchResults(_query: unknown, { folder }: { folder: Uri }): Uri[] {
    return [...this.files.keys()].map((path) => folder.with({ path }));
  }
}

/** Not yet part of the stable interface, and so not of its types. */
interface Searching {
  registerFileSearchProvider(scheme: string, provider: Files): Disposable;
}

export function activate(context: ExtensionContext): void {
  const files = new Files();
  context.subscriptions.push(
    workspace.registerFileSystemProvider(SCHEME, files),
    (workspace as unknown as Searching).registerFileSearchProvider(SCHEME, files),
  );
}
