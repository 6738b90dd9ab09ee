import type { Location, LocationLink } from 'vscode-languageserver';

/** Links between places, for editors that know none. */
export const asLocations = (links: readonly LocationLink[]): Location[] =>
  links.map(({ targetUri, targetSelectionRange }) => ({ uri: targetUri, range: targetSelectionRange }));
