import type { Checking } from './checking.ts';
import { codeActions, readyCodeActions, resolveCodeAction } from './features/code-actions.ts';
import { codeLenses } from './features/code-lens.ts';
import { completions } from './features/completion/completions.ts';
import { configCompletions, configHover } from './features/config-file.ts';
import { coverage, place } from './features/coverage.ts';
import { definition } from './features/definition.ts';
import { documentLinks } from './features/document-links.ts';
import { foldingRanges } from './features/folding.ts';
import { highlights } from './features/highlights.ts';
import { hover } from './features/hover.ts';
import { inlayHints } from './features/inlay-hints.ts';
import { applySheet, interview, people } from './features/interview.ts';
import { charterChoices, newCharter } from './features/new-charter.ts';
import { documentSymbols } from './features/outline.ts';
import { overview } from './features/overview.ts';
import { references } from './features/references.ts';
import { prepareRename, rename } from './features/rename.ts';
import { report } from './features/report.ts';
import { selectionRanges } from './features/selection-ranges.ts';
import { workspaceSymbols } from './features/workspace-symbols.ts';
import type { World } from './features/world.ts';

export type { Refusal } from './features/rename.ts';

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
  overview,
  coverage,
  place,
  charterChoices,
  newCharter,
  report,
  people,
  interview,
  applySheet,
};

type Features = { readonly [N in keyof typeof FEATURES]: InThisWorld<(typeof FEATURES)[N]> };

/**
 * The engine behind one face: no connection, no file system. What people ask for is loaded when somebody first does: most
 * texts are only checked.
 */
export interface LanguageService extends Checking, Features {}

/** Makes the language service over what is checked. */
export function createLanguageService(checking: Checking): LanguageService {
  const features = Object.fromEntries(
    Object.entries(FEATURES).map(([name, feature]) => [
      name,
      (feature as (...all: unknown[]) => unknown).bind(null, checking),
    ]),
  ) as unknown as Features;

  return {
    ...checking,
    ...features,
    completions: (uri, ...rest) => {
      const settings = checking.settingsText(uri);
      return settings ? configCompletions(settings, rest[0]) : features.completions(uri, ...rest);
    },
    hover: (uri, position) => {
      const settings = checking.settingsText(uri);
      return settings ? configHover(settings, position) : features.hover(uri, position);
    },
  };
}
