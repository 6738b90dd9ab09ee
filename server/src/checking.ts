import type { Diagnostic } from 'vscode-languageserver';
import { allAtOnce, type CheckedFile, checkInSteps, namedKind } from './check/check.ts';
import { interpret, kindOf } from './check/interpret.ts';
import { linksOf, splitLink } from './check/links.ts';
import { CONFIG_FILE } from './config.ts';
import { configDiagnostics } from './features/config-diagnostics.ts';
import { diagnosticsOf } from './features/diagnostics.ts';
import type { FeatureFile, World } from './features/world.ts';
import type { CharterSchema } from './formats/charter.ts';
import type { Day } from './formats/dates.ts';
import { noteWhoLooks } from './formats/onlookers.ts';
import type { Reading } from './formats/reading.ts';
import type { Settings } from './settings.ts';
import { linkTarget } from './workspace.ts';
import type { Stream } from './yaml/document.ts';

/** What a check reads: texts that are at hand, named by URI. It never waits and never touches a file itself. */
export interface Library {
  /** Every text at hand. */
  texts(): Iterable<string>;
  stream(uri: string): Stream | undefined;
  /** The version of an open text; null for one that is not open. */
  version(uri: string): number | null;
  /** The folder a file belongs to: links do not leave it. */
  folder(uri: string): string;
  settings(uri: string): Settings;
  today(): Day;
}

/** What every text gets unasked: its findings. The features look at it as their world. */
export interface Checking extends World {
  /** True for the files we answer for: our file names, the settings file, and YAML whose `kind` is ours. */
  isOurs(uri: string): boolean;
  /** The files that the links of a charter lead to, whether they are there or not. */
  linkedFiles(uri: string): readonly string[];
  check(uri: string): CheckedFile | undefined;
  /** The same in steps, between which others may have their turn, and after any of which it may be given up. */
  inSteps(uri: string): Iterable<void>;
  diagnostics(uri: string): Diagnostic[];
  /** The text of a settings file; undefined for any other. */
  settingsText(uri: string): Stream | undefined;
}

/** Makes the checks of a library of texts. */
export function createChecking(library: Library): Checking {
  noteWhoLooks();
  const checks = new WeakMap<Stream, { key: readonly unknown[]; checked: CheckedFile }>();
  const lastGood = new Map<string, CheckedFile>();

  const settingsText = (uri: string): Stream | undefined =>
    uri.endsWith(`/${CONFIG_FILE}`) ? library.stream(uri) : undefined;

  const isOurs = (uri: string): boolean => {
    const stream = library.stream(uri);
    return stream !== undefined && (namedKind(uri) !== undefined || stream.documents.some((each) => kindOf(each)));
  };

  const target = (from: string, path: string) => linkTarget(from, encodeLink(path), library.folder(from));

  const linkedFiles = (uri: string): readonly string[] => {
    const charters = library.stream(uri)?.documents.filter((document) => kindOf(document) === 'project-charter') ?? [];
    const paths = charters.flatMap((document) => {
      const { root } = interpret(document);
      return root ? linksOf(root as unknown as Reading<CharterSchema>).map(([, link]) => splitLink(link).path) : [];
    });
    return [...new Set(paths.flatMap((path) => (path === '' ? [] : (target(uri, path) ?? []))))];
  };

  function* steps(uri: string): Generator<void, CheckedFile | undefined> {
    const stream = library.stream(uri);
    if (!stream || !isOurs(uri)) return undefined;
    // A check is a function of these alone; while they stay the same, so do its findings and their fixes.
    const [settings, today] = [library.settings(uri), library.today()];
    const key = [settings, today, ...linkedFiles(uri).map((linked) => library.stream(linked))];
    const known = (): CheckedFile | undefined => {
      const last = checks.get(stream);
      return last?.key.length === key.length && last.key.every((part, i) => part === key[i]) ? last.checked : undefined;
    };
    const before = known();
    if (before) return before;
    const checking = checkInSteps({
      file: uri,
      stream,
      settings,
      today,
      before: lastGood.get(uri),
      open: (path) => {
        const file = target(uri, path);
        const linked = file === undefined ? undefined : library.stream(file);
        return linked && { file: file!, stream: linked };
      },
    });
    for (;;) {
      const step = checking.next();
      // Somebody who could not wait may have had it checked in the meantime.
      const checked = known() ?? (step.done ? step.value : undefined);
      if (!checked) {
        yield;
        continue;
      }
      checks.set(stream, { key, checked });
      return checked;
    }
  }

  const check = (uri: string): CheckedFile | undefined => allAtOnce(steps(uri));

  const file = (uri: string): FeatureFile | undefined => {
    const checked = check(uri);
    if (!checked) {
      lastGood.delete(uri);
      return undefined;
    }
    const version = library.version(uri);
    const readable = checked.documents.length > 0 && checked.documents.every(({ model }) => model);
    // Only somebody who writes has use for what a text said before; of files that are not open nothing is kept.
    if (version === null) lastGood.delete(uri);
    else if (readable || !lastGood.has(uri)) lastGood.set(uri, checked);
    return { uri, version, stream: checked.stream, checked, lastGood: lastGood.get(uri) ?? checked };
  };

  const world: World = {
    file,
    *files() {
      for (const uri of library.texts()) {
        const found = file(uri);
        if (found) yield found;
      }
    },
    target,
    folder: library.folder,
    settings: library.settings,
    today: library.today,
  };

  return {
    ...world,
    isOurs: (uri) => isOurs(uri) || settingsText(uri) !== undefined,
    linkedFiles,
    check,
    inSteps: steps,
    settingsText,
    diagnostics: (uri) => {
      const settings = settingsText(uri);
      if (settings) return configDiagnostics(settings);
      const found = file(uri);
      return found ? diagnosticsOf(found.checked, uri) : [];
    },
  };
}

/** A link's path as editors write it in a URI: they encode a few letters more than `encodeURIComponent` does. */
const encodeLink = (path: string): string =>
  path
    .split('/')
    .map((step) =>
      encodeURIComponent(step).replace(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`),
    )
    .join('/');
