// The coverage panel as people see it: its content, its names for those who do not see it, and where a click leads.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { eventually, openFile } from './window.mjs';

const FILE = 'payroll.work-system.yaml';
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * The tests of the panel in one window, in order.
 * @param {{ page: import('playwright-core').Page, folder: string, pictures: string }} options
 */
export function panelTests({ page, folder, pictures }) {
  const panel = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  const title = panel.getByRole('heading', { level: 1 });
  const questions = panel.locator('tbody button');
  const picture = (name) => page.screenshot({ path: join(pictures, `${name}.png`) });

  return [
    {
      name: 'the panel shows the picture and the open questions, each with who could answer',
      async body() {
        await openFile(page, FILE);
        await openPanel(page);
        await title.waitFor();
        await panel.getByRole('img', { name: /^Work system framework: / }).waitFor();
        const table = panel.getByRole('table', { name: 'Questions' });
        assert.deepEqual(await table.getByRole('columnheader').allTextContents(), [
          'State',
          'Question',
          'About',
          'Element or phase',
          'Who decided or could answer',
        ]);
        const rows = await table.getByRole('row').count();
        assert.equal(await panel.getByRole('status').textContent(), `${rows - 1} questions are shown.`);
      },
    },
    {
      name: 'the filters of the panel leave what is chosen, and another picture comes at a choice',
      async body() {
        await panel.getByLabel('State').selectOption({ label: 'All' });
        await panel.getByLabel('Element or phase').selectOption({ label: 'Activities' });
        const areas = await panel.locator('tbody td:nth-child(4)').allTextContents();
        assert.deepEqual([...new Set(areas)], ['Activities']);
        await panel.getByRole('radio', { name: 'Ways of sensitive information' }).check();
        await panel.getByRole('img', { name: /^Ways of sensitive information: / }).waitFor();
        await picture('panel-flow');
        await panel.getByRole('radio', { name: 'Work system framework' }).check();
        await panel.getByLabel('State').selectOption({ label: 'open' });
        await panel.getByLabel('Element or phase').selectOption({ label: 'All' });
      },
    },
    {
      name: 'a question of the panel leads to its place, as does a part of the picture',
      async body() {
        await questions.first().press('Enter');
        const status = page.locator('#status\\.editor\\.selection');
        await eventually('a selected place', async () => /selected/.test(await status.textContent()));
        const before = await status.textContent();
        await panel.locator('[data-at="/information"]').first().click();
        await eventually('another place', async () => (await status.textContent()) !== before);
      },
    },
    ...THEMES.map(({ name, media, body }) => ({
      name: `axe-core has nothing to say against the panel in a ${name} theme`,
      async body() {
        await page.emulateMedia(media);
        await panel.locator(`body.${body}`).waitFor();
        await picture(`panel-${name.replace(' ', '-')}`);
        assert.deepEqual(await axe(page), []);
      },
    })),
    {
      name: 'the panel follows the text, and keeps the focus and what was chosen',
      async body() {
        await page.emulateMedia(THEMES[0].media);
        await panel.getByLabel('State').focus();
        const before = await questions.count();
        const file = join(folder, FILE);
        const text = readFileSync(file, 'utf8');
        writeFileSync(
          file,
          text.replace(/^information:$/m, 'information:\n  dog-register: { sensitivity: restricted }'),
        );
        await eventually('more questions', async () => (await questions.count()) > before);
        assert.equal(
          await panel.getByLabel('State').evaluate((element) => element === element.ownerDocument.activeElement),
          true,
        );
        writeFileSync(file, text);
        await eventually('the questions as before', async () => (await questions.count()) === before);
        await page.locator('.tab', { hasText: FILE }).click();
        await openFile(page, 'second.work-system.yaml');
        await panel.getByRole('heading', { level: 1, name: 'Key handover' }).waitFor();
      },
    },
    {
      name: 'the panel is there again after the window was loaded anew',
      async body() {
        await page.reload();
        await title.waitFor();
        await questions.first().waitFor();
      },
    },
  ];
}

/** The editor takes the theme that the reader's system asks for. */
const THEMES = [
  { name: 'light', media: { colorScheme: 'light', forcedColors: 'none' }, body: 'vscode-light' },
  { name: 'dark', media: { colorScheme: 'dark', forcedColors: 'none' }, body: 'vscode-dark' },
  { name: 'high contrast', media: { colorScheme: 'dark', forcedColors: 'active' }, body: 'vscode-high-contrast' },
];

/** Through the command palette, which lists the command once the extension is awake. */
async function openPanel(page) {
  const command = page.locator('.quick-input-list .monaco-list-row', { hasText: 'Show security coverage' }).first();
  await eventually('the command', async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('F1');
    await page.locator('.quick-input-widget input').first().fill('>Show security coverage');
    return command.click({ timeout: 2000 }).then(
      () => true,
      () => false,
    );
  });
}

/** What axe-core finds in the page of the panel. */
async function axe(page) {
  for (const frame of page.frames()) {
    if ((await frame.locator('#questions-title').count()) === 0) continue;
    await frame.evaluate(AXE);
    const { violations } = await frame.evaluate(() => globalThis.axe.run(globalThis.document));
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  }
  throw new Error('There is no panel.');
}
