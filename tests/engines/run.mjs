// Runs the journeys of journeys.mjs in three engines at the same time, each in its own.
//
//   node tests/engines/run.mjs [--short] [--only firefox,webkit] [--journey WORDS] [--dir dist] [--file dist/takar.html]

import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ENGINES, start } from './driver.mjs';
import { DARK, MAIN, SHORT, run } from './journeys.mjs';
import { site } from './site.mjs';

const { values: options } = parseArgs({
  options: {
    journey: { type: 'string', default: '' },
    short: { type: 'boolean', default: false },
    only: { type: 'string', default: Object.keys(ENGINES).join(',') },
    dir: { type: 'string', default: process.env.TAKAR_DIST ?? 'dist' },
    file: { type: 'string', default: '' },
  },
});
const single = resolve(options.file || `${options.dir}/takar.html`);
const began = Date.now();
const results = { passed: 0, failed: 0, skipped: 0 };

async function visit(engine, settings, journeys, place) {
  let browser;
  try {
    browser = await start(engine, settings);
  } catch (error) {
    results.failed += 1;
    console.log(`  ✘ ${engine} › does not start: ${error.message}`);
    return;
  }
  try {
    for (const [name, journey] of Object.entries(journeys)) {
      if (!name.includes(options.journey)) continue;
      const at = Date.now();
      try {
        await run(browser, place, journey);
        results.passed += 1;
        console.log(`  ✓ ${engine} › ${name} (${Date.now() - at}ms)`);
      } catch (error) {
        results.failed += 1;
        const faults = await browser.js(() => (globalThis.takarFaults ?? []).join('\n')).catch(() => '');
        console.log(`  ✘ ${engine} › ${name}\n      ${error.message.replaceAll('\n', '\n      ')}\n      ${faults}`);
      }
    }
  } finally {
    await browser.close();
  }
}

async function everything(engine, place) {
  if (options.short) return visit(engine, {}, SHORT, place);
  await visit(engine, {}, { ...SHORT, ...MAIN }, place);
  await visit(engine, { dark: true }, DARK, place);
  // WebKit's driver opens no files; nobody double-clicks one in it on a kiosk either.
  if (engine === 'webkit') return;
  const way = Object.fromEntries(Object.entries(SHORT).map(([name, journey]) => [`one file: ${name}`, journey]));
  if (existsSync(single)) return visit(engine, {}, way, { address: pathToFileURL(single).href, blank: pathToFileURL(single).href });
  results.skipped += 1;
  console.log(`  - ${engine} › SKIPPED: there is no ${single}; make it with: make single-file`);
}

const engines = options.only.split(',');
const unknown = engines.filter((name) => !ENGINES[name]);
if (unknown.length) {
  console.error(`engines: ${unknown} is none of ${Object.keys(ENGINES)}`);
  process.exit(1);
}
const served = await site(options.dir);
try {
  await Promise.all(engines.map((engine) => everything(engine, served)));
} finally {
  await served.close();
}
// Counted by .ci/run.
if (results.failed) console.log(`  ${results.failed} failed`);
if (results.skipped) console.log(`  ${results.skipped} skipped`);
console.log(`  ${results.passed} passed (${((Date.now() - began) / 1000).toFixed(1)}s)`);
process.exitCode = results.failed ? 1 : 0;
