import type { CodeAction, Diagnostic, Range } from 'vscode-languageserver';
import { type CheckedFile, checkFile, namedKind } from './check/check.ts';
import { interpret, kindOf } from './check/interpret.ts';
import { linksOf, splitLink } from './check/links.ts';
import { diagnosticsOf } from './features/diagnostics.ts';
import { quickFixes } from './features/quick-fixes.ts';
import type { CharterSchema } from './formats/charter.ts';
import type { Day } from './formats/dates.ts';
import type { Reading } from './formats/reading.ts';
import type { Settings } from './settings.ts';
import { linkTarget } from './workspace.ts';
import type { Stream } from './yaml/document.ts';

/** What the service reads: texts that are at hand, named by URI. It never waits and never touches a file itself. */
export interface Library {
  stream(uri: string): Stream | undefined;
  /** The version of an open text; null for one that is not open. */
  version(uri: string): number | null;
  /** The folder a file belongs to: links do not leave it. */
  folder(uri: string): string;
  settings(uri: string): Settings;
  today(): Day;
}

/** The editor features behind one face: no connection, no file system. */
export interface LanguageService {
  /** True for the files the service answers for: our file names, and any YAML whose `kind` is one of ours. */
  isOurs(uri: string): boolean;
  /** The files that the links of a charter lead to, whether they are there or not. */
  linkedFiles(uri: string): string[];
  check(uri: string): CheckedFile | undefined;
  diagnostics(uri: string): Diagnostic[];
  quickFixes(uri: string, range: Range): CodeAction[];
}

/** Makes the language service over a library of texts. */
export function createLanguageService(library: Library): LanguageService {
  const checks = new WeakMap<Stream, { key: readonly unknown[]; checked: CheckedFile }>();

  const isOurs = (uri: string): boolean => {
    const stream = library.stream(uri);
    return stream !== undefined && (namedKind(uri) !== undefined || stream.documents.some((each) => kindOf(each)));
  };

  const target = (uri: string, path: string) => linkTarget(uri, encodeLink(path), library.folder(uri));

  const linkedFiles = (uri: string): string[] => {
    const charters = library.stream(uri)?.documents.filter((document) => kindOf(document) === 'project-charter') ?? [];
    const paths = charters.flatMap((document) => {
      const { root } = interpret(document);
      return root ? linksOf(root as unknown as Reading<CharterSchema>).map(([, link]) => splitLink(link).path) : [];
    });
    return [...new Set(paths.flatMap((path) => (path === '' ? [] : (target(uri, path) ?? []))))];
  };

  const check = (uri: string): CheckedFile | undefined => {
    const stream = library.stream(uri);
    if (!stream || !isOurs(uri)) return undefined;
    // A check is a function of these alone; while they stay the same, so do its findings and their fixes.
    const [settings, today] = [library.settings(uri), library.today()];
    const key = [settings, today, ...linkedFiles(uri).map((linked) => library.stream(linked))];
    const known = checks.get(stream);
    if (known && known.key.length === key.length && known.key.every((part, i) => part === key[i])) return known.checked;
    const checked = checkFile({
      file: uri,
      stream,
      settings,
      today,
      open: (path) => {
        const file = target(uri, path);
        const linked = file === undefined ? undefined : library.stream(file);
        return linked && { file: file!, stream: linked };
      },
    });
    checks.set(stream, { key, checked });
    return checked;
  };

  return {
    isOurs,
    linkedFiles,
    check,
    diagnostics: (uri) => {
      const checked = check(uri);
      return checked ? diagnosticsOf(checked, uri) : [];
    },
    quickFixes: (uri, range) => {
      const checked = check(uri);
      return checked ? quickFixes(checked, { uri, version: library.version(uri) }, range) : [];
    },
  };
}

/** A link's path as it stands in a URI. */
const encodeLink = (path: string): string => path.split('/').map(encodeURIComponent).join('/');
