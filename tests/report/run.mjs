// Opens reports in a real browser: nobody is kept from reading them, nothing is fetched, nothing is cut.
//   npm run test:report
// With PICTURES=folder it leaves a picture of each page there, light, dark and printed.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { findBrowser } from '../editor/install.mjs';
import { DESCRIPTIONS } from './descriptions.mjs';

const TODAY = '2026-11-23';
const root = resolve(fileURLToPath(new URL('.', import.meta.url)), '../..');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const pictures = process.env.PICTURES && resolve(process.env.PICTURES);
const temp = realpathSync(mkdtempSync(join(tmpdir(), 'worksec-report-')));
/** How pages are looked at: on a wide and a narrow screen, in the dark, and on paper of the width of A4. */
const LOOKS = {
  light: { width: 1100, colorScheme: 'light', media: 'screen' },
  dark: { width: 1100, colorScheme: 'dark', media: 'screen' },
  phone: { width: 360, colorScheme: 'light', media: 'screen' },
  print: { width: 680, colorScheme: 'dark', media: 'print' },
};
const REPORTS = [
  { name: 'samples', paths: [join(root, 'samples')], looks: ['light', 'phone'] },
  { name: 'a charter', paths: [join(root, 'samples/machine-repair-tablets.charter.yaml')], looks: ['dark'] },
  ...DESCRIPTIONS.map(({ text, ...description }) => {
    const file = join(temp, `${description.name.replaceAll(' ', '-')}.work-system.yaml`);
    writeFileSync(file, text);
    return { ...description, paths: [file] };
  }),
];

let browser;
let failed = 0;
try {
  browser = await chromium.launch({
    executablePath: findBrowser(),
    env: { ...process.env, HOME: temp },
    args: ['--no-sandbox', '--disable-gpu'],
  });
  for (const { name, paths, looks } of REPORTS) {
    const file = written(name, paths);
    for (const look of looks) await outcome(`${name}, ${look}`, () => isReadable(name, file, look));
    if (looks.includes('print')) await outcome(`${name}, on sheets of paper`, () => prints(file));
  }
} finally {
  await browser?.close();
  rmSync(temp, { recursive: true, force: true, maxRetries: 5 });
}
console.log(failed === 0 ? 'All reports passed.' : `${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** Writes a report with the built command, as people do. */
function written(name, paths) {
  const file = join(temp, `${name.replaceAll(' ', '-')}.html`);
  const args = ['report', ...paths, '--output', file, '--today', TODAY];
  execFileSync(process.execPath, [join(root, 'dist/cli.js'), ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
  return file;
}

async function outcome(name, test) {
  try {
    await test();
    console.log(`pass  ${name}`);
  } catch (error) {
    failed++;
    console.log(`FAIL  ${name}\n${String(error.message).replace(/^/gm, '      ')}`);
  }
}

async function opened(file, { width, colorScheme, media }) {
  const page = await browser.newPage({ viewport: { width, height: 1000 }, colorScheme });
  const requests = [];
  page.on('request', (request) => requests.push(request.url()));
  const complaints = [];
  page.on('console', (message) => complaints.push(message.text()));
  await page.emulateMedia({ media, colorScheme });
  await page.goto(pathToFileURL(file).href);
  assert.deepEqual(requests, [pathToFileURL(file).href], 'the page asks for nothing but itself');
  assert.deepEqual(complaints, [], 'the browser has nothing to complain of');
  return page;
}

async function isReadable(name, file, look) {
  const page = await opened(file, LOOKS[look]);
  try {
    if (pictures) {
      mkdirSync(pictures, { recursive: true });
      await page.screenshot({ path: join(pictures, `${name}-${look}.png`.replaceAll(' ', '-')), fullPage: true });
    }
    assert.deepEqual(await page.evaluate(cut), [], 'nothing is cut or stands outside the page');
    // Run from outside: the page itself lets no script in.
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => globalThis.axe.run());
    const told = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
    );
    assert.equal(told.slice(0, 5).join('\n\n'), '');
  } finally {
    await page.close();
  }
}

/** In the page: what is wider than its place, or lies over the edge of the page. */
function cut() {
  const found = [];
  const { clientWidth, scrollWidth } = document.documentElement;
  if (scrollWidth > clientWidth) found.push(`the page is ${scrollWidth} wide instead of ${clientWidth}`);
  for (const element of document.querySelectorAll('h1, h2, h3, h4, p, li, dt, dd, th, td, figure, figure > svg')) {
    if (element.closest('.unseen')) continue;
    const { left, right } = element.getBoundingClientRect();
    const isWide = element.namespaceURI.endsWith('xhtml') && element.scrollWidth > element.clientWidth + 1;
    if (right > left && (left < -1 || right > clientWidth + 1 || (isWide && element.clientWidth > 0)))
      found.push(`${element.tagName} ${element.textContent.slice(0, 60)}`);
  }
  return found.slice(0, 5);
}

async function prints(file) {
  const page = await opened(file, LOOKS.print);
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  assert.ok(sheets > 1 && sheets < 40, `${sheets} sheets`);
  await page.close();
}
