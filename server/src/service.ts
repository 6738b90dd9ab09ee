import type { Diagnostic } from 'vscode-languageserver';
import { allAtOnce, type CheckedFile, checkInSteps, namedKind } from './check/check.ts';
import { interpret, kindOf } from './check/interpret.ts';
import { linksOf, splitLink } from './check/links.ts';
import { CONFIG_FILE } from './config.ts';
import { codeActions, readyCodeActions, resolveCodeAction } from './features/code-actions.ts';
import { codeLenses } from './features/code-lens.ts';
import { completions } from './features/completion/completions.ts';
import { configCompletions, configDiagnostics, configHover } from './features/config-file.ts';
import { definition } from './features/definition.ts';
import { diagnosticsOf } from './features/diagnostics.ts';
import { documentLinks } from './features/document-links.ts';
import { foldingRanges } from './features/folding.ts';
import { highlights } from './features/highlights.ts';
import { hover } from './features/hover.ts';
import { inlayHints } from './features/inlay-hints.ts';
import { documentSymbols } from './features/outline.ts';
import { references } from './features/references.ts';
import { prepareRename, rename } from './features/rename.ts';
import { selectionRanges } from './features/selection-ranges.ts';
import { workspaceSymbols } from './features/workspace-symbols.ts';
import type { FeatureFile, World } from './features/world.ts';
import type { CharterSchema } from './formats/charter.ts';
import type { Day } from './formats/dates.ts';
import { noteWhoLooks } from './formats/onlookers.ts';
import type { Reading } from './formats/reading.ts';
import type { Settings } from './settings.ts';
import { linkTarget } from './workspace.ts';
import type { Stream } from './yaml/document.ts';

export { asLocations } from './features/definition.ts';
export type { Refusal } from './features/rename.ts';

/** What the service reads: texts that are at hand, named by URI. It never waits and never touches a file itself. */
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

/** A feature as the service offers it: it need not be told which world it looks at. */
type InThisWorld<F> = F extends (world: World, ...rest: infer R) => infer A ? (...rest: R) => A : never;

/** The features, by the names they have here. */
const FEATURES = {
  completions,
  hover,
  definition,
  references,
  highlights,
  prepareRename,
  rename,
  documentSymbols,
  foldingRanges,
  selectionRanges,
  workspaceSymbols,
  documentLinks,
  codeLenses,
  inlayHints,
  codeActions,
  readyCodeActions,
  resolveCodeAction,
};

type Features = { readonly [N in keyof typeof FEATURES]: InThisWorld<(typeof FEATURES)[N]> };

/** The engine behind one face: no connection, no file system. The features look at it as their world. */
export interface LanguageService extends World, Features {
  /** True for the files the service answers for: our file names, the settings file, and YAML whose `kind` is ours. */
  isOurs(uri: string): boolean;
  /** The files that the links of a charter lead to, whether they are there or not. */
  linkedFiles(uri: string): string[];
  check(uri: string): CheckedFile | undefined;
  /** The same in steps, between which others may have their turn, and after any of which it may be given up. */
  checking(uri: string): Iterable<void>;
  diagnostics(uri: string): Diagnostic[];
}

/** Makes the language service over a library of texts. */
export function createLanguageService(library: Library): LanguageService {
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

  const linkedFiles = (uri: string): string[] => {
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

  const features = Object.fromEntries(
    Object.entries(FEATURES).map(([name, feature]) => [
      name,
      (feature as (...all: unknown[]) => unknown).bind(null, world),
    ]),
  ) as unknown as Features;

  return {
    ...world,
    ...features,
    isOurs: (uri) => isOurs(uri) || settingsText(uri) !== undefined,
    linkedFiles,
    check,
    checking: steps,
    completions: (uri, ...rest) => {
      const settings = settingsText(uri);
      return settings ? configCompletions(settings, rest[0]) : features.completions(uri, ...rest);
    },
    hover: (uri, position) => {
      const settings = settingsText(uri);
      return settings ? configHover(settings, position) : features.hover(uri, position);
    },
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
