// What a person sees: the finding in the Problems panel, and the quick fix behind Ctrl+. in the text.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const FILE = 'tenant.work-system.yaml';
const WRONG = '[referencing-clerk]';
const RIGHT = '[referencing-clerks]';
const MESSAGE = 'Nothing here is called “referencing-clerk”';
const FIX = 'Replace with referencing-clerks';
const PICTURE = { x: 0, y: 0, width: 1280, height: 777 };

/**
 * The tests of one window, in order.
 * @param {{ page: import('playwright-core').Page, folder: string, pictures: string }} options
 */
export function windowTests({ page, folder, pictures }) {
  /** The window without its status bar, in a light theme and in a dark one. */
  const picture = async (name) => {
    for (const [colorScheme, end] of [
      ['light', ''],
      ['dark', '-dark'],
    ]) {
      await page.emulateMedia({ colorScheme });
      await page.waitForSelector(colorScheme === 'dark' ? '.monaco-workbench.vs-dark' : '.monaco-workbench.vs');
      // Half of the text is still drawn in the old colours until two frames have passed.
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
      await page.screenshot({ path: join(pictures, `${name}${end}.png`), clip: PICTURE });
    }
  };
  const problem = page.locator('.markers-panel .monaco-list-row', { hasText: MESSAGE });

  return [
    {
      name: 'in restricted mode, the Problems panel shows the finding as anywhere else',
      async body() {
        await page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
        await openFile(page, FILE);
        await page.keyboard.press('Control+Shift+M');
        await problem.waitFor();
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
          return happens(fix.waitFor({ timeout: 2_000 }));
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
    {
      name: 'the explorer’s menu begins a charter from a description, in three questions',
      async body() {
        const asked = (step) =>
          page.locator('.quick-input-title', { hasText: `New project charter (${step}/3)` }).waitFor();
        const row = page.locator('.explorer-folders-view .monaco-list-row', { hasText: FILE });
        const choice = page.locator('.monaco-menu .action-item', { hasText: 'New project charter from this' }).first();
        await eventually('the menu', async () => {
          await page.keyboard.press('Escape');
          await row.click({ button: 'right' });
          return happens(choice.waitFor({ timeout: 2_000 }));
        });
        // A menu takes no click in its first tenth of a second, and says nothing of that but by staying open.
        await eventually('the menu to take the click', async () => {
          await happens(choice.click({ timeout: 1_000 }));
          return happens(choice.waitFor({ state: 'detached', timeout: 500 }));
        });
        await asked(1);
        await page.locator('.quick-input-widget input').last().fill('Phone upload');
        await page.keyboard.press('Enter');
        await asked(2);
        await page.keyboard.press('Enter');
        await asked(3);
        await page.keyboard.press('Enter');
        await page.waitForSelector('.tab.active[aria-label*="phone-upload.charter.yaml"]');
        const text = readFileSync(join(folder, 'phone-upload.charter.yaml'), 'utf8');
        assert.match(text, /^title: Phone upload$/m);
        assert.match(text, new RegExp(`^ {2}as_is: ${FILE}$`, 'm'));
        assert.match(text, /^information_touched: \[\S/m);
      },
    },
    {
      name: 'the check of the whole workspace says how much was checked',
      async body() {
        const input = page.locator('.quick-input-widget input').first();
        await eventually('the list of commands', async () => {
          await page.keyboard.press('F1');
          return happens(input.fill('>Check the whole workspace', { timeout: 3_000 }));
        });
        await page
          .locator('.quick-input-list .monaco-list-row', { hasText: 'Check the whole workspace' })
          .first()
          .waitFor();
        await page.keyboard.press('Enter');
        await page.locator('.notification-toast', { hasText: /\d+ files checked: \d+ findings/ }).waitFor();
      },
    },
  ];
}

/** Opens a file of the folder by its name. */
export async function openFile(page, name) {
  await page.waitForSelector(`.explorer-folders-view .monaco-list-row[aria-label*="${name}"]`);
  await page.keyboard.press('Control+P');
  await page.locator('.quick-input-widget input').first().fill(name);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.waitForSelector(`.tab[aria-label*="${name}"]`);
}

/** Whether it comes to pass, rather than a failure when it does not. */
function happens(wait) {
  return wait.then(
    () => true,
    () => false,
  );
}

/** Asks until the answer is yes. */
export async function eventually(what, ask) {
  for (const end = Date.now() + 30_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 100))) {
    if (await ask()) return;
  }
  throw new Error(`Waited 30 s in vain for: ${what}`);
}
