import { type Diagnostic, extensions, type Uri, workspace } from 'vscode';

/** Red Hat’s YAML extension reads every open YAML document as well, and tells of these faults itself. */
const NEIGHBOUR = 'redhat.vscode-yaml';
const TOLD_THERE = ['format/yaml-syntax', 'format/duplicate-key'];

/** The findings of an open document without those that a neighbour tells of: nobody needs to read a fault twice. */
export function withoutTwins(findings: readonly Diagnostic[], uri: Uri): Diagnostic[] {
  const isRead = extensions.getExtension(NEIGHBOUR) && workspace.getConfiguration('yaml', uri).get('validate', true);
  return findings.filter(
    ({ code }) => !isRead || !TOLD_THERE.includes(typeof code === 'object' ? `${code.value}` : ''),
  );
}
