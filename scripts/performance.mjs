#!/usr/bin/env node
// Measures Takar and an empty page as docs/performance.md says, and writes the figures there.
//
//   node scripts/performance.mjs [--dir dist] [--visits 5] [--quality 11] [--dry]
//
// --dry prints and writes nothing; a lower quality of brotli is for trying the script.

import { execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { cpus, tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { compress } from './compress.mjs';
import { TYPES } from './serve.mjs';

const { values: options } = parseArgs({
  options: { dir: { type: 'string', default: 'dist' }, visits: { type: 'string', default: '5' }, quality: { type: 'string', default: '11' }, dry: { type: 'boolean', default: false } },
});
const visits = Number(options.visits);
const DOC = new URL('../docs/performance.md', import.meta.url);
const WIDE = { latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
const launch = {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
};
const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];

/** Builds the empty page, with the versions of Takar's own Cargo.lock. */
async function empty() {
  const folder = 'target/empty';
  await mkdir(join(folder, 'src'), { recursive: true });
  for (const name of ['Cargo.toml', 'index.html']) await cp(`benches/empty/${name}`, join(folder, name));
  await cp('benches/empty/main.rs', join(folder, 'src/main.rs'));
  await cp('Cargo.lock', join(folder, 'Cargo.lock'));
  execFileSync('trunk', ['build', '--release', '--offline', '--dist', 'dist'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  return join(folder, 'dist');
}

/** Serves a compressed copy of a folder: brotli where there is one. */
async function packed(dir) {
  const root = await mkdtemp(join(tmpdir(), 'takar-ukur-'));
  await cp(dir, root, { recursive: true });
  await compress(root, { quality: Number(options.quality) });
  const server = createServer(async (request, response) => {
    const name = join(root, new URL(request.url, 'http://x').pathname.replace(/\/$/, '/index.html'));
    const br = existsSync(`${name}.br`);
    const body = await readFile(br ? `${name}.br` : name).catch(() => null);
    response.writeHead(body ? 200 : 404, {
      'Content-Type': TYPES[extname(name)] ?? 'application/octet-stream', 'Cache-Control': 'no-cache', ...(br && { 'Content-Encoding': 'br' }),
    });
    response.end(body);
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  const close = async () => {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
    await rm(root, { recursive: true, force: true });
  };
  return { address: `http://127.0.0.1:${server.address().port}/`, close };
}

/** A browser with a fresh profile, and a page in it that is observed. */
async function visit(ready, slow) {
  const profile = await mkdtemp(join(tmpdir(), 'takar-profil-'));
  const context = await chromium.launchPersistentContext(profile, launch);
  const page = context.pages()[0];
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Performance.enable');
  if (slow) {
    await session.send('Network.emulateNetworkConditions', { offline: false, ...WIDE });
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  }
  let bytes = 0;
  const hosts = new Set();
  session.on('Network.loadingFinished', ({ encodedDataLength }) => { bytes += encodedDataLength; });
  session.on('Network.requestWillBeSent', ({ request }) => hosts.add(new URL(request.url).host));
  await page.addInitScript((ready) => {
    const look = () => {
      const one = document.querySelector(ready);
      if (one && !one.closest('#sebelum') && one.getBoundingClientRect().height > 0) globalThis.usableAt = performance.now();
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, ready);
  const close = async () => {
    await context.close();
    await rm(profile, { recursive: true, force: true });
  };
  return { page, session, close, seen: () => ({ bytes, hosts }) };
}

async function once(address, ready, slow) {
  const { page, session, close, seen } = await visit(ready, slow);
  try {
    await page.goto(address);
    await page.waitForFunction(() => globalThis.usableAt, null, { timeout: 60_000 });
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(1000);
    const [paint, usable] = await page.evaluate(() => [performance.getEntriesByName('first-paint')[0]?.startTime, globalThis.usableAt]);
    const { metrics } = await session.send('Performance.getMetrics');
    const { bytes, hosts } = seen();
    hosts.delete(new URL(address).host);
    return { bytes, paint, usable, heap: metrics.find(({ name }) => name === 'JSHeapUsedSize').value, hosts: hosts.size };
  } finally {
    await close();
  }
}

async function measured(dir, ready) {
  const { address, close } = await packed(dir);
  let closed = false;
  try {
    const near = [];
    const far = [];
    for (let at = 0; at < visits; at += 1) near.push(await once(address, ready, false));
    for (let at = 0; at < visits; at += 1) far.push(await once(address, ready, true));
    const of = (all, key) => median(all.map((one) => one[key]));
    // A first visit, then without the server.
    const { page, close: leave } = await visit(ready, false);
    await page.goto(address);
    await page.waitForFunction(() => globalThis.usableAt);
    await page.waitForFunction(() => navigator.serviceWorker?.controller || navigator.serviceWorker?.ready, null, { timeout: 10_000 })
      .catch(() => {});
    await page.waitForTimeout(3000);
    await close();
    closed = true;
    const offline = await page.reload({ timeout: 10_000 }).then(() => page.waitForFunction(() => globalThis.usableAt, null, { timeout: 10_000 }))
      .then(() => true, () => false);
    await leave();
    return {
      kb: of(near, 'bytes') / 1000, paint: of(near, 'paint'), usable: of(near, 'usable'), far: of(far, 'usable'), farPaint: of(far, 'paint'),
      heap: of(near, 'heap') / 1e6, hosts: Math.max(...near.map((one) => one.hosts)), offline,
    };
  } finally {
    if (!closed) await close();
  }
}

/** How many frames are begun between a click and the new index, for levels of a full assessment. */
async function frames(dir) {
  process.env.TAKAR_DIST = dir;
  const { manifest, register, shelf, varied } = await import('../tests/journeys/samples.mjs');
  const draft = shelf(manifest({ id: 'penuh', levels: varied(1), ...register(250, 800) }));
  const { address, close } = await packed(dir);
  const counted = {};
  try {
    for (const rate of [1, 4]) {
      const { page, session, close: leave } = await visit('h1', false);
      await page.goto(`${address}icon.svg`);
      await page.evaluate((entries) => Object.entries(entries).forEach(([key, value]) => localStorage.setItem(key, value)), draft);
      await page.goto(`${address}#/a/penuh/indikator/12`);
      await page.getByTestId('index').waitFor();
      await session.send('Emulation.setCPUThrottlingRate', { rate });
      const found = [];
      for (const level of [1, 5, 2, 4, 3, 5, 1, 4, 2, 5]) {
        await page.evaluate(() => {
          const index = document.querySelector('[data-testid=index]');
          const before = index.textContent;
          globalThis.framesUntil = new Promise((done) => {
            addEventListener('click', () => {
              let frames = 0;
              const next = () => {
                frames += 1;
                if (document.querySelector('[data-testid=index]').textContent !== before) done(frames);
                else requestAnimationFrame(next);
              };
              requestAnimationFrame(next);
            }, { capture: true, once: true });
          });
        });
        const radio = page.getByTestId(`level-${level}`);
        if (await radio.isChecked()) continue;
        await radio.click();
        found.push(await page.evaluate(() => globalThis.framesUntil));
      }
      counted[rate] = { most: Math.max(...found), of: found.length };
      await leave();
    }
  } finally {
    await close();
  }
  return counted;
}

const whole = (number) => Math.round(number).toLocaleString('en');
const row = (name, m) =>
  `| ${name} | ${whole(m.kb)} | ${whole(m.paint)} | ${whole(m.usable)} | ${whole(m.farPaint)} | ${whole(m.far)} | ${m.heap.toFixed(1)} | ${m.hosts} | ${m.offline ? 'yes' : 'no'} |`;

const blank = await measured(await empty(), 'h1');
const takar = await measured(options.dir, 'h1');
const counted = await frames(options.dir);
const version = execFileSync(launch.executablePath, ['--version', '--no-sandbox'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
const text = `${new Date().toISOString().slice(0, 10)}, ${version.replace(/ built on.*/, '')}, ${cpus().length} cores (${cpus()[0].model.trim()}), ${visits} visits each.

| | kB fetched | first paint, ms | usable, ms | first paint on 4G, ms | usable on 4G, ms | JS heap, MB | other hosts | after an offline reload |
|---|---:|---:|---:|---:|---:|---:|---:|---|
${row('**Takar**', takar)}
${row('*empty page*', blank)}

Usable, as a multiple of the empty page: ${(takar.usable / blank.usable).toFixed(2)} on a local network, ${(takar.far / blank.far).toFixed(2)} on 4G.

Frames from a click on a level to the new index: at most ${counted[1].most}, of ${counted[1].of} clicks; with a processor slowed to a
quarter at most ${counted[4].most}, of ${counted[4].of}.`;
console.log(text);
if (!options.dry) {
  const doc = readFileSync(DOC, 'utf8');
  const written = doc.replace(/(<!-- measured: begin -->\n)[\s\S]*?(\n<!-- measured: end -->)/, (_, begin, end) => `${begin}${text}${end}`);
  if (written === doc && !doc.includes(text)) throw new Error('performance: docs/performance.md has lost its marks');
  await writeFile(DOC, written);
}
if (counted[1].most > 1) {
  console.error('performance: a level that is chosen is not on screen in the next frame');
  process.exitCode = 1;
}
