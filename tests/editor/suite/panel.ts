import assert from 'node:assert/strict';
import { commands, extensions, TabInputWebview, window } from 'vscode';
import type { ExtensionApi } from '../../../client/src/client.ts';
import { eventually, test } from './runner.ts';
import { open } from './workspace.ts';

const PAYROLL = 'payroll.work-system.yaml';

test('the coverage panel opens beside the text, and again for another file, as one and the same', async () => {
  const coverage = await opened(PAYROLL);
  await eventually('the payroll', () => coverage.content?.uri.endsWith(PAYROLL));
  const [payroll] = coverage.content!.documents;
  assert.deepEqual(
    payroll?.pictures.map(({ id }) => id),
    ['framework', 'flow', 'grid', 'life-cycle'],
  );
  assert.match(payroll.pictures[0]!.svg, /role="img".*<title[^>]*>Work system framework: Monthly payroll<\/title>/);
  assert.ok(payroll.questions.some(({ fate, who }) => fate === 'open' && who.includes('Payroll clerks')));

  await open('second.work-system.yaml');
  await eventually('the other file', () => coverage.content?.uri.endsWith('second.work-system.yaml'));
  await commands.executeCommand('worksec.showCoverage', coverage.content!.uri, 'activities');
  assert.equal(panels().length, 1);
  await eventually('the other title', () => /Key handover/.test(panels()[0]!.label));
});

test('the coverage panel goes when it is closed, and nothing is worked out for it any more', async () => {
  const coverage = await opened(PAYROLL);
  await window.tabGroups.close(panels());
  await eventually('no panel', () => coverage.content === undefined);
  assert.equal(panels().length, 0);
});

/** Opens a file and the panel for it. */
async function opened(name: string): Promise<ExtensionApi['coverage']> {
  const extension = extensions.getExtension<ExtensionApi>('work-system-security.work-system-security');
  const { coverage } = await extension!.activate();
  const { uri } = await open(name);
  await commands.executeCommand('worksec.showCoverage', uri.toString(), null);
  await eventually('what the panel shows', () => coverage.content?.uri === uri.toString());
  return coverage;
}

const panels = () =>
  window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof TabInputWebview && input.viewType.endsWith('worksec.coverage'));
