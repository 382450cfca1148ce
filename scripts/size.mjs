// What the first usable screen costs: everything it fetches, brotli 11, against the budget of
// 176 kB (aim 150 kB) and against the figures recorded in docs/size.json, so that those stay true.
//
// The page as one file (dist/takar.html) is weighed as it is: it is not compressed on its way.
//
//   node scripts/size.mjs            fails above the budget, or when the record is off by over 1 %
//   UPDATE=1 node scripts/size.mjs   records the present figures
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import { chromium } from '@playwright/test';

const LIMIT = 176_000;
const AIM = 150_000;
// All style sheets of the page, each compressed for itself.
const STYLE_LIMIT = 15_000;
const record = new URL('../docs/size.json', import.meta.url);
// Compressing so hard takes seconds for a module, so what was compressed before is remembered by its SHA-256.
const memory = new URL('../target/brotli.json', import.meta.url);
const known = new Map(existsSync(memory) ? JSON.parse(readFileSync(memory, 'utf8')) : []);
function brotli(body) {
  const hash = createHash('sha256').update(body).digest('hex');
  if (!known.has(hash)) known.set(hash, brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length);
  return known.get(hash);
}
// Names change with content; the record should not.
// What the page asks for when its first screen is there already, to be kept for work without network.
const LATER = /^(offline\.js|manifest\.|icons\/)/;
const plain = (url) => new URL(url).pathname.slice(1).replace(/-[0-9a-f]{8,}(?=[._])/, '') || 'index.html';

const port = 4179;
const server = spawn(process.execPath, ['scripts/serve.mjs', '--port', `${port}`, '--dir', 'dist'], { stdio: ['ignore', 'pipe', 'inherit'] });
await new Promise((ready, fail) => {
  server.stdout.once('data', ready);
  server.once('exit', () => fail(new Error('size: the server did not start')));
});

async function fetched(browser, open) {
  const page = await browser.newPage({ serviceWorkers: 'block' });
  const parts = new Map();
  const reading = [];
  page.on('response', (response) => {
    if (LATER.test(plain(response.url()))) return;
    reading.push(response.body().then((body) => parts.set(plain(response.url()), brotli(body)), () => {}));
  });
  await open(page);
  await page.waitForLoadState('networkidle');
  await Promise.all(reading);
  await page.close();
  return Object.fromEntries([...parts].sort());
}

/** What the service worker fetches afterwards, in the background and once for each version. */
function keptOffline() {
  const [, list] = readFileSync('dist/sw.js', 'utf8').match(/const FILES = (\{.*?\n\});/s);
  const paths = Object.keys(JSON.parse(list));
  return { files: paths.length, brotli: paths.reduce((sum, path) => sum + brotli(readFileSync(`dist/${path}`)), 0) };
}

const sum = (parts) => Object.values(parts).reduce((a, b) => a + b, 0);
let now;
try {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  const base = `http://127.0.0.1:${port}/`;
  const first = await fetched(browser, async (page) => {
    await page.goto(base);
    await page.getByTestId('new-assessment').waitFor();
  });
  // Beyond the budget, but worth knowing: what an indicator's page needs from nothing.
  const work = await fetched(browser, async (page) => {
    await page.goto(`${base}#/instrumen/spbe-2020`);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
  });
  await browser.close();
  const style = sum(Object.fromEntries(Object.entries(first).filter(([name]) => name.endsWith('.css'))));
  now = { limit: LIMIT, aim: AIM, first_screen: sum(first), first_screen_parts: first, style_limit: STYLE_LIMIT, style, work_page: sum(work), work_page_parts: work, kept_offline: keptOffline(), single_file: statSync('dist/takar.html').size };
  writeFileSync(memory, JSON.stringify([...known].slice(-500)));
} finally {
  server.kill();
}

console.log(`size: the first screen fetches ${now.first_screen} bytes (brotli 11), limit ${LIMIT}, aim ${AIM}; a working page ${now.work_page}`);
console.log(`size: then, in the background and for work without network, ${now.kept_offline.brotli} bytes in ${now.kept_offline.files} files`);
console.log(`size: the page as one file has ${now.single_file} bytes`);
if (process.env.UPDATE) {
  writeFileSync(record, `${JSON.stringify(now, null, 2)}\n`);
} else {
  const old = JSON.parse(readFileSync(record, 'utf8'));
  for (const key of ['first_screen', 'work_page', 'single_file']) {
    if (!(Math.abs(now[key] - old[key]) <= old[key] / 100)) {
      console.error(`size: docs/size.json says ${old[key]} for ${key}, it is ${now[key]}. Record it with: make size UPDATE=1`);
      process.exitCode = 1;
    }
  }
}
if (now.first_screen > LIMIT) {
  console.error(`size: the first screen is ${now.first_screen - LIMIT} bytes over the budget`);
  process.exitCode = 1;
}
console.log(`size: of that, ${now.style} bytes are style sheets, limit ${STYLE_LIMIT}`);
if (!(now.style > 0 && now.style <= STYLE_LIMIT)) {
  console.error(`size: the style sheets are ${now.style - STYLE_LIMIT} bytes over their limit`);
  process.exitCode = 1;
}
