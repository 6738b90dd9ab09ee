import type { TextDocument } from 'vscode';
import type { DocumentSelector } from 'vscode-languageclient';

/** The files whose coming, going and changing matters, and whose presence starts the server. */
export const WATCHED = '**/{*.work-system.yaml,*.work-system.yml,*.charter.yaml,*.charter.yml,worksec.config.yaml}';

const OUR_NAME = /\.(?:work-system|charter)\.ya?ml$/;
const OUR_KIND = /^(['"]?)kind\1[ \t]*:[ \t]*(['"]?)(?:work-system|project-charter)\2[ \t]*(?:#.*)?$/m;

// Named one by one, because a selector without schemes would also take the old side of a source control comparison.
const SCHEMES = ['file', 'untitled', 'vscode-vfs'];

/** True for a document that is checked: by its name or, in other YAML, by its root `kind`. */
export function isOurs(document: TextDocument): boolean {
  if (!SCHEMES.includes(document.uri.scheme)) return false;
  return OUR_NAME.test(document.uri.path) || (document.languageId === 'yaml' && OUR_KIND.test(document.getText()));
}

/** What the server gets to see: our files, and open YAML in which a root `kind` may stand; it ignores the rest. */
export const documentSelector: DocumentSelector = SCHEMES.flatMap((scheme) => [
  { scheme, pattern: '**/*.work-system.{yaml,yml}' },
  { scheme, pattern: '**/*.charter.{yaml,yml}' },
  { scheme, language: 'yaml' },
]);
