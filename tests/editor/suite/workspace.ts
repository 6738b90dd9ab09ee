import { type Diagnostic, extensions, languages, type TextDocument, Uri, window, workspace } from 'vscode';
import type { ExtensionApi } from '../../../client/src/client.ts';
import { eventually } from './runner.ts';

export const UNKNOWN_ID = 'reference/unknown-id';

/** Opens a file of the test's workspace in an editor. */
export async function open(name: string): Promise<TextDocument> {
  const folder = workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('The tests need a folder.');
  const document = await workspace.openTextDocument(Uri.joinPath(folder.uri, name));
  await window.showTextDocument(document);
  return document;
}

/** What the extension shows people. */
export async function api(): Promise<ExtensionApi> {
  const extension = extensions.getExtension<ExtensionApi>('work-system-security.work-system-security');
  if (!extension) throw new Error('The extension is not there.');
  return extension.activate();
}

/** The documents in the tree, by their titles. */
export async function treeTitles(): Promise<string[]> {
  const { systems } = await api();
  return systems.getChildren().map((node) => String(systems.getTreeItem(node).label));
}

/** Our findings in a document, of one rule or of all. */
export function findings(document: TextDocument, rule?: string): Diagnostic[] {
  const ours = languages.getDiagnostics(document.uri).filter((finding) => finding.source === 'worksec');
  return rule ? ours.filter((finding) => ruleOf(finding) === rule) : ours;
}

/** Waits until a rule speaks in a document. */
export function finding(document: TextDocument, rule: string): Promise<Diagnostic> {
  return eventually(`a finding ${rule} in ${document.uri.path}`, () => findings(document, rule)[0]);
}

/** Waits until a rule has nothing more to say about a document. */
export async function silence(document: TextDocument, rule: string): Promise<void> {
  await eventually(`no finding ${rule} in ${document.uri.path}`, () => findings(document, rule).length === 0);
}

function ruleOf({ code }: Diagnostic): string | undefined {
  return typeof code === 'object' ? String(code.value) : undefined;
}
