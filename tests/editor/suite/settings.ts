import { ConfigurationTarget, DiagnosticSeverity, type TextDocument, Uri, workspace } from 'vscode';
import { eventually, test } from './runner.ts';
import { findings, open, UNKNOWN_ID } from './workspace.ts';

const FILE = 'second.work-system.yaml';

test('a setting of the editor changes how strongly a finding is shown, at once', async () => {
  const document = await open(FILE);
  const set = (severity: object | undefined) =>
    workspace.getConfiguration('worksec').update('severity', severity, ConfigurationTarget.Workspace);
  await shown(document, DiagnosticSeverity.Error);
  await set({ [UNKNOWN_ID]: 'information' });
  await shown(document, DiagnosticSeverity.Information);
  await set(undefined);
  await shown(document, DiagnosticSeverity.Error);
});

test('so does the file of settings, and before those of the editor', async () => {
  const document = await open(FILE);
  const file = Uri.joinPath(workspace.workspaceFolders![0]!.uri, 'worksec.config.yaml');
  await workspace.fs.writeFile(file, new TextEncoder().encode(`severity: { ${UNKNOWN_ID}: warning }\n`));
  await shown(document, DiagnosticSeverity.Warning);
  await workspace.fs.delete(file);
  await shown(document, DiagnosticSeverity.Error);
});

const shown = (document: TextDocument, severity: DiagnosticSeverity) =>
  eventually(
    `the finding as ${DiagnosticSeverity[severity]}`,
    () => findings(document, UNKNOWN_ID)[0]?.severity === severity,
  );
