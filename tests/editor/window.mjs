// What a person sees: the finding in the Problems panel, and the quick fix behind Ctrl+. in the text.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const FILE = 'tenant.work-system.yaml';
const WRONG = '[referencing-clerk]';
const RIGHT = '[referencing-clerks]';
const MESSAGE = 'Nothing here is called “referencing-clerk”';
const FIX = 'Replace with referencing-clerks';

/**
 * The tests of one window, in order.
 * @param {{ page: import('playwright-core').Page, folder: string, pictures: string }} options
 */
export function windowTests({ page, folder, pictures }) {
  const picture = (name) => page.screenshot({ path: join(pictures, `${name}.png`) });
  const problem = page.locator('.markers-panel .monaco-list-row', { hasText: MESSAGE });

  return [
    {
      name: 'the Problems panel shows the finding',
      async body() {
        await openFile(page, FILE);
        await page.keyboard.press('Control+Shift+M');
        await problem.waitFor();
        await picture('problems');
      },
    },
    {
      name: 'Ctrl+. offers the quick fix, and choosing it changes the file',
      async body() {
        const before = readFileSync(join(folder, FILE), 'utf8');
        // Findings of other files may still move the list while it is clicked: look where that led before going on.
        const active = page.locator('.tab.active').first();
        await eventually('the finding in its own file', async () => {
          await problem.dblclick();
          await page.waitForSelector('.editor-instance .monaco-editor.focused');
          return (await active.getAttribute('aria-label'))?.includes(FILE);
        });
        const fix = page.locator('.action-widget .monaco-list-row', { hasText: FIX });
        await eventually('the menu of quick fixes', async () => {
          await page.keyboard.press('Control+.');
          return fix.waitFor({ timeout: 2000 }).then(
            () => true,
            () => false,
          );
        });
        await picture('quick-fix');
        // By keyboard, as a shield lies under the mouse until it moves.
        await eventually('the fix to be the chosen one', async () => {
          if (await fix.evaluate((row) => row.classList.contains('focused'))) return true;
          await page.keyboard.press('ArrowDown');
        });
        await page.keyboard.press('Enter');
        await problem.waitFor({ state: 'detached' });
        await page.keyboard.press('Control+S');
        const expected = before.replace(WRONG, RIGHT);
        await eventually('the changed file', () => readFileSync(join(folder, FILE), 'utf8') !== before);
        assert.equal(readFileSync(join(folder, FILE), 'utf8'), expected);
      },
    },
  ];
}

async function openFile(page, name) {
  await page.waitForSelector(`.explorer-folders-view .monaco-list-row[aria-label*="${name}"]`);
  await page.keyboard.press('Control+P');
  await page.locator('.quick-input-widget input').first().fill(name);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.waitForSelector(`.tab[aria-label*="${name}"]`);
}

async function eventually(what, ask) {
  for (const end = Date.now() + 15_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 100))) {
    if (await ask()) return;
  }
  throw new Error(`Waited 15 s in vain for: ${what}`);
}
