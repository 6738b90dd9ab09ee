import assert from 'node:assert/strict';
import { commands, Uri, workspace } from 'vscode';
import { eventually, test } from './runner.ts';
import { open } from './workspace.ts';

const PAYROLL = 'payroll.work-system.yaml';

const at = (name: string): Uri => Uri.joinPath(workspace.workspaceFolders![0]!.uri, name);
const textAt = async (file: Uri): Promise<string> => new TextDecoder().decode(await workspace.fs.readFile(file));

test('a report on one file, or on all of the workspace, is written in the form its ending names', async () => {
  const [page, short, data] = [at('out/payroll.html'), at('out/payroll.md'), at('out/all.json')];
  await commands.executeCommand('worksec.exportReport', { report: page, on: at(PAYROLL) });
  assert.match(await textAt(page), /^<!DOCTYPE html>[\s\S]*Monthly payroll[\s\S]*<svg/i);
  await commands.executeCommand('worksec.exportReport', { report: short, on: at(PAYROLL) });
  assert.match(await textAt(short), /Monthly payroll/);
  await commands.executeCommand('worksec.exportReport', { report: data });
  const { documents } = JSON.parse(await textAt(data)) as { documents: { file: string }[] };
  assert.ok(documents.length >= 3, JSON.stringify(documents.map(({ file }) => file)));
  assert.ok(documents.every(({ file }) => !file.includes(':')));
  await workspace.fs.delete(at('out'), { recursive: true });
});

test('an answer on an interview sheet goes into the file once somebody has looked at the change and ticked it', async () => {
  const sheet = at('out/clerks.md');
  const about = at(PAYROLL);
  await commands.executeCommand('worksec.interview', { about, group: 'payroll-clerks', sheet });
  const blank = await textAt(sheet);
  assert.match(blank, /^# Questions for Payroll clerks/);
  const filled = blank.replace(/(no-owner@information\.pay-list -->\s+Answer:)/, '$1 payroll-clerks');
  assert.notEqual(filled, blank);
  await workspace.fs.writeFile(sheet, new TextEncoder().encode(filled));

  const document = await open(PAYROLL);
  const before = document.getText();
  const applying = commands.executeCommand('worksec.applyAnswers', sheet);
  await eventually('the answer in the file', async () => {
    assert.ok(document.getText() === before || document.getText().includes('owner:'));
    if (document.getText() !== before) return true;
    // Nothing is ticked before a person does so: the first row below is the file, with all that goes into it.
    await commands.executeCommand('refactorPreview.apply');
    await new Promise((resolve) => setTimeout(resolve, 200));
    if (document.getText() !== before) throw new Error('It was changed although nothing was ticked.');
    await commands.executeCommand('list.focusDown');
    await commands.executeCommand('refactorPreview.toggleCheckedState');
    await commands.executeCommand('refactorPreview.apply');
    await new Promise((resolve) => setTimeout(resolve, 200));
    return document.getText() !== before;
  });
  await applying;
  assert.match(document.getText(), /^ {4}owner: payroll-clerks$/m);
  await commands.executeCommand('workbench.action.files.revert');
  await workspace.fs.delete(at('out'), { recursive: true });
});
