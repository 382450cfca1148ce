// Without network, and from one version to the next: with the real service worker, and servers that are really
// stopped, broken and given another version.

import { createHash } from 'node:crypto';
import { access, cp, mkdir, mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { listFiles } from '../../scripts/list-files.mjs';
import { serve } from '../../scripts/serve.mjs';
import { Takar, Watch, expect, saved, test as base } from './page.mjs';
import { file, manifest, shelf, shownIndex, varied } from './samples.mjs';
import config from '../../playwright.config.mjs';

const dist = process.env.TAKAR_DIST ?? 'dist';
const { launchOptions, locale, timezoneId, viewport } = config.use;
// A server that is gone is an error on the console of every page that asks it.
const GONE = /net::ERR_|Failed to fetch|a status of 503/;

/** A server with a folder of its own, which can be stopped, started again at its address, and changed. */
class Site {
  /** Addresses whose answers break off in the middle. */
  breaks = undefined;
  broken = 0;
  /** Paths that were asked for. */
  asked = [];

  static async open(place = '') {
    const site = new Site();
    site.root = await mkdtemp(join(tmpdir(), 'takar-situs-'));
    site.folder = join(site.root, place);
    await cp(dist, site.folder, { recursive: true });
    // The settings of the site: an administrator's, so of no version.
    await access(site.settings).catch(() => writeFile(site.settings, '{}\n'));
    await site.start();
    return site;
  }

  get settings() {
    return join(this.folder, 'takar.json');
  }

  async start(headers = {}) {
    this.server = await serve({ dir: this.root, port: this.port ?? 0, headers });
    this.port = this.server.address().port;
    this.origin = `http://127.0.0.1:${this.port}`;
    this.server.prependListener('request', (request, response) => {
      this.asked.push(request.url);
      if (!this.breaks?.test(request.url)) return;
      response.writeHead(200, { 'Content-Length': 5000 });
      this.broken += 1;
      response.write('x'.repeat(2000), () => response.destroy());
    });
  }

  stop() {
    this.server.closeAllConnections();
    return new Promise((closed) => this.server.close(closed));
  }

  /** Changes files by their path, as the next version has them. Returns its name. */
  async deploy(changes) {
    for (const [path, change] of Object.entries(changes)) {
      const text = await readFile(join(this.folder, path), 'utf8');
      await writeFile(join(this.folder, path), change(text));
    }
    return listFiles(this.folder);
  }

  async close() {
    await this.stop();
    await rm(this.root, { recursive: true });
  }
}

const test = base.extend({
  // The servers of a test, by the folder in which Takar lies there.
  open: async ({}, use) => {
    const sites = [];
    await use(async (place) => {
      sites.push(await Site.open(place));
      return sites.at(-1);
    });
    for (const site of sites) await site.close();
  },

  // Contexts that let the service worker in, watched.
  watched: async ({}, use) => {
    const faults = [];
    await use(async (context, site) => {
      const watch = new Watch(site.origin);
      watch.faults = faults;
      await watch.over(context);
      return context;
    });
    expect(faults.filter((fault) => !GONE.test(fault)), 'what happened besides the journey').toEqual([]);
  },

  visit: async ({ browser, watched }, use) => {
    const contexts = [];
    await use(async (site) => {
      contexts.push(await browser.newContext({ locale, timezoneId, viewport, baseURL: site.origin, serviceWorkers: 'allow' }));
      return watched(contexts.at(-1), site);
    });
    for (const context of contexts) await context.close();
  },

  // A browser with a profile on disk: what it has kept is there when it is opened again.
  reopen: async ({ watched }, use) => {
    const profile = await mkdtemp(join(tmpdir(), 'takar-profil-'));
    let last;
    await use(async (site) => {
      await last?.close();
      const options = { ...launchOptions, locale, timezoneId, viewport, baseURL: site.origin, serviceWorkers: 'allow' };
      last = await chromium.launchPersistentContext(profile, options);
      return watched(last, site);
    });
    await last?.close();
    await rm(profile, { recursive: true, force: true });
  },
});

const takarOf = (page, site) => new Takar(page, site.origin);
const version = (page) => page.locator('script[data-version]').getAttribute('data-version');

/** Waits until the page is ready for work without network. */
async function ready(page) {
  await page.waitForFunction(() => globalThis.takarOffline?.state === 'ready');
  await page.waitForFunction(() => navigator.serviceWorker.controller);
}

/** Opens Takar, with drafts of earlier visits, and waits until it is kept. */
async function kept(context, site, entries = {}, place = '/') {
  const page = context.pages()[0] ?? (await context.newPage());
  const localStorage = Object.entries(entries).map(([name, value]) => ({ name, value }));
  await context.setStorageState({ cookies: [], origins: [{ origin: site.origin, localStorage }] });
  await page.goto(place);
  await ready(page);
  return page;
}

/** The paths that are kept. */
const paths = (page) =>
  page.evaluate(async () => {
    const name = (await caches.keys()).find((name) => !name.startsWith('takar-site'));
    return name ? (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname) : [];
  });

/** Takes a file out of what is kept, or puts something else in its place. */
const spoil = (page, path, garbage) =>
  page.evaluate(async ([path, garbage]) => {
    const name = (await caches.keys()).find((name) => !name.startsWith('takar-site'));
    const cache = await caches.open(name);
    if (garbage === undefined) return cache.delete(path);
    return cache.put(path, new Response(garbage, { headers: { 'Content-Type': 'text/javascript' } }));
  }, [path, garbage]);

/** Asks for a new version, as the page does by itself every hour. */
async function check(page) {
  await page.waitForFunction(() => globalThis.takarOffline?.state === 'ready');
  await page.evaluate(() => globalThis.takarOffline.check());
}

test('after the first visit every screen works with the server gone: at once, after a reload, and in a browser that was closed', async ({ open, reopen }) => {
  const site = await open('a/b');
  let context = await reopen(site);
  let page = await kept(context, site, {}, '/a/b/');
  await site.stop();

  // The first visit goes on: modules and data that were never asked for are there.
  await page.getByRole('button', { name: 'Coba dengan contoh' }).click();
  await expect(page.getByTestId('index')).toBeVisible();
  const index = await page.getByTestId('index').innerText();
  const draft = page.url().replace(/ringkasan$/, '');
  await page.reload();
  await expect(page.getByTestId('index')).toHaveText(index);

  // A browser that was closed, and addresses that were not open before.
  context = await reopen(site);
  page = context.pages()[0];
  await page.goto('/a/b/');
  await expect(page.getByTestId('draft')).toHaveCount(1);
  const go = async (address) => {
    await page.goto(address);
    await expect(page.getByTestId('save-state')).toBeVisible();
    await expect(page.locator('h1'), address).not.toBeEmpty();
    await expect(page.locator('main').getByRole('alert'), address).toHaveCount(0);
  };
  for (const place of ['indikator/7', 'rapat', 'bukti', 'ringkasan', 'perhitungan', 'unit', 'tahapan', 'interviu', 'rencana', 'bandingkan', 'nasional', 'laporan', 'berkas', 'riwayat', 'periksa']) {
    await go(`${draft}${place}`);
  }
  for (const place of ['instrumen/spbe-2020', 'instrumen/pemdi-2026', 'nasional', 'baru', 'buka', 'ruang']) await go(`/a/b/#/${place}`);
  await go('/a/b/?dari=portal#/nasional');
  await expect(page.getByRole('table').first()).toBeVisible();
  const second = await context.newPage();
  await second.goto('/a/b/index.html');
  await expect(second.getByTestId('draft')).toHaveCount(1);
  await second.close();

  // The module that packs archives.
  await go(`${draft}periksa`);
  await page.getByTestId('check-files').setInputFiles([
    { name: '1.a.Perwali_41_2022_SPBE.pdf', mimeType: 'application/pdf', buffer: Buffer.from('Dokumen contoh untuk Takar: 1.a.Perwali_41_2022_SPBE.pdf\n') },
  ]);
  const download = page.waitForEvent('download');
  await page.getByTestId('pack').click();
  const archive = await saved(await download);
  expect(archive.bytes.subarray(0, 2).toString()).toBe('PK');

  await go('/a/b/#/pengaturan');
  await expect(page.getByTestId('offline-state')).toHaveText('Takar siap dipakai tanpa jaringan, juga setelah peramban ditutup.');
  await page.getByTestId('check-update').click();
  await expect(page.getByTestId('checked')).toHaveText('Server tidak dapat dijangkau. Versi baru diperiksa lagi nanti.');
});

test('a new version waits until every tab has saved its work, and then takes over in all of them', async ({ open, visit }) => {
  const site = await open();
  const context = await visit(site);
  const one = await kept(context, site, shelf(manifest({ id: 'satu', agency: 'Kota Bandung', levels: varied(2) })));
  const before = await version(one);
  const takar = takarOf(one, site);
  await takar.indicator(3, 'satu');
  await takar.languageButton.click();
  await takar.facts.fill('Tertulis pada versi lama.');

  const after = await site.deploy({ 'instruments/spbe-2020.json': (text) => `${text}\n` });
  expect(after).not.toBe(before);
  // A second tab is still of the version that the first is of, and both learn of the new one.
  const two = await context.newPage();
  await two.goto('/');
  expect(await version(two)).toBe(before);
  await expect(two.getByTestId('update-notice')).toContainText('A new version of Takar is ready.');
  await expect(one.getByTestId('update-notice')).toBeVisible();
  // A third one came past the worker, with the new version.
  const three = await context.newPage();
  const devtools = await context.newCDPSession(three);
  await devtools.send('Network.enable');
  await devtools.send('Network.setBypassServiceWorker', { bypass: true });
  await three.goto('/#/nasional');
  expect(await version(three)).toBe(after);
  await devtools.send('Network.setBypassServiceWorker', { bypass: false });

  // The first tab cannot save: it is named, and nothing happens to any.
  await one.evaluate(() => {
    globalThis.kept = Storage.prototype.setItem;
    Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };
  });
  await takar.facts.fill('Belum tersimpan.');
  await expect(takar.saveState).toHaveAttribute('data-state', 'failed');
  await two.getByTestId('update').click();
  await expect(two.getByTestId('update-said')).toContainText('Another tab: the work on “Kota Bandung” cannot be saved.');
  for (const page of [one, two]) expect(await version(page)).toBe(before);
  await expect(takar.facts).toHaveValue('Belum tersimpan.');
  await one.evaluate(() => { Storage.prototype.setItem = globalThis.kept; });

  // A tab whose work is in memory only stands against it too, and one with a file that is not decided on.
  const memory = await context.newPage();
  await memory.addInitScript(() => {
    const refuse = () => { throw new DOMException('blocked', 'SecurityError'); };
    Object.defineProperty(window, 'localStorage', { get: refuse });
  });
  await memory.goto('/');
  await memory.getByRole('button', { name: /Coba dengan contoh|Try it with an example/ }).click();
  await expect(memory.getByTestId('index')).toBeVisible();
  await memory.waitForFunction(() => globalThis.takarOffline);
  await three.goto('/#/');
  await takarOf(three, site).import(file(manifest({ id: 'dua', levels: varied(1) }), 'kiriman.json'));
  await expect(three.getByTestId('preview')).toBeVisible();
  await two.getByTestId('update').click();
  await expect(two.getByTestId('update-said')).toContainText('exists in memory only');
  await expect(two.getByTestId('update-said')).toContainText('Another tab: the file “kiriman.json” was opened, but nothing is decided yet.');
  await memory.close();
  await three.goto('/#/nasional');

  const address = one.url();
  await takar.facts.fill('Tersimpan pada detik terakhir.');
  const reloaded = [one, two].map((page) => page.waitForEvent('load'));
  await two.getByTestId('update').click();
  await Promise.all(reloaded);
  for (const page of [one, two, three]) {
    await expect(page.getByTestId('save-state')).toBeVisible();
    await expect(page.getByTestId('update-notice')).toHaveCount(0);
    expect(await version(page)).toBe(after);
  }
  expect(one.url()).toBe(address);
  await expect(takar.facts).toHaveValue('Tersimpan pada detik terakhir.');
  await expect(one.locator('html')).toHaveAttribute('lang', 'en');
  await ready(two);
  expect((await two.evaluate(() => caches.keys())).filter((name) => !name.startsWith('takar-site'))).toEqual([`takar-${after} /`]);
});

test('a version that breaks off while it is fetched leaves the one before whole, and comes when the server is well again', async ({ open, visit }) => {
  const site = await open();
  const context = await visit(site);
  const page = await kept(context, site);
  const before = await version(page);
  site.breaks = /pemdi-2026/;
  const after = await site.deploy({
    'results/spbe-2024.csv': (text) => `${text}\n`,
    'instruments/pemdi-2026.json': (text) => `${text}\n`,
  });
  await check(page);
  await expect.poll(() => site.broken).toBeGreaterThan(0);
  await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).installing?.state)).toBe(undefined);
  await expect(page.getByTestId('update-notice')).toHaveCount(0);
  expect(await page.evaluate(() => globalThis.takarOffline.state)).toBe('ready');
  await site.stop();
  await page.goto('/#/instrumen/pemdi-2026');
  await page.reload();
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
  expect(await version(page)).toBe(before);

  site.breaks = undefined;
  await site.start();
  // Back in the tab after a while, the page looks for a new version by itself.
  await page.waitForFunction(() => globalThis.takarOffline?.state === 'ready');
  await page.evaluate(() => {
    const now = Date.now();
    Date.now = () => now + 61_000;
    document.dispatchEvent(new Event('visibilitychange'));
  });
  const load = page.waitForEvent('load');
  await page.getByTestId('update').click();
  await load;
  expect(await version(page)).toBe(after);
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
});

test('a first visit that could not keep everything says so, and the next one goes on where it broke off', async ({ open, visit }) => {
  const site = await open();
  site.breaks = /pemdi-2026/;
  const context = await visit(site);
  const page = await context.newPage();
  await page.goto('/#/pengaturan');
  const state = page.getByTestId('offline-state');
  await expect(state).toHaveAttribute('data-state', 'failed');
  await expect(state).toContainText('Takar mencoba lagi bila halaman dibuka kembali.');
  expect(site.asked).toContain('/examples/kota-contoh.json');
  site.breaks = undefined;
  site.asked = [];
  await page.reload();
  await expect(state).toHaveAttribute('data-state', 'ready');
  expect(site.asked).toContain('/instruments/pemdi-2026.json');
  expect(site.asked, 'what was fetched is not fetched again').not.toContain('/examples/kota-contoh.json');
});

test('what is lost or damaged of the kept files is fetched again, and without network the rest works', async ({ open, visit }) => {
  const site = await open();
  const context = await visit(site);
  const page = await kept(context, site);
  const all = (await paths(page)).length;
  expect(all).toBeGreaterThan(30);
  const whole = () => expect.poll(async () => (await paths(page)).length).toBe(all);

  // One file gone, one damaged.
  await spoil(page, 'instruments/pemdi-2026.json');
  await spoil(page, 'boot.js', 'throw new Error("rusak");');
  await page.goto('/#/instrumen/pemdi-2026');
  await page.reload();
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
  await whole();

  // All gone.
  await page.evaluate(async () => { for (const name of await caches.keys()) await caches.delete(name); });
  await page.reload();
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
  await ready(page);
  await whole();

  // The same without a server: what is there works, and what is not is said.
  await site.stop();
  await spoil(page, 'instruments/spbe-2020.json', '{');
  await spoil(page, 'results/spbe-2023.csv');
  await page.reload();
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
  await page.goto('/#/instrumen/spbe-2020');
  await expect(page.getByRole('alert')).toContainText('tidak dapat dimuat');
  await page.goto('/#/pengaturan');
  await page.reload();
  await expect(page.getByTestId('offline-state')).toHaveAttribute('data-state', 'partial');
  await expect(page.getByTestId('offline-state')).toContainText('Takar mengambilnya lagi begitu server terjangkau.');
  for (const harm of [() => spoil(page, 'boot.js', 'rusak'), () => page.evaluate(async () => { for (const name of await caches.keys()) await caches.delete(name); })]) {
    await harm();
    await page.reload();
    await expect(page.locator('h1')).toHaveText('Takar belum dapat dibuka');
  }
  await site.start();
  await page.goto('/#/instrumen/spbe-2020');
  await page.reload();
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
  await ready(page);
  await whole();
});

test('where the server has another version by then, a page is of one version, never of both', async ({ open, visit }) => {
  const site = await open();
  const context = await visit(site);
  let page = await kept(context, site);
  const before = await version(page);
  // The next version has its module under another name, and other data under the same one.
  const [module] = (await readdir(site.folder)).filter((name) => /^takar-app-.*\.js$/.test(name)).map((name) => name.slice(0, -3));
  await rename(join(site.folder, `${module}.js`), join(site.folder, 'takar-app-00000000.js'));
  await rename(join(site.folder, `${module}_bg.wasm`), join(site.folder, 'takar-app-00000000_bg.wasm'));
  const after = await site.deploy({
    'index.html': (text) => text.replaceAll(module, 'takar-app-00000000'),
    'results/spbe-2024.csv': (text) => text.replaceAll('Kota Bandung', 'Kota Bandung Baru'),
  });

  // The open page finds its module although the server has it no more.
  await page.getByRole('button', { name: 'Coba dengan contoh' }).click();
  await expect(page.getByTestId('index')).toBeVisible();
  expect(await version(page)).toBe(before);
  expect(await page.evaluate(() => performance.getEntriesByType('resource').some(({ name }) => name.includes('00000000')))).toBe(false);

  // A file of the old version that is nowhere any more does not come from the new one.
  await spoil(page, 'results/spbe-2024.csv');
  const taken = await page.evaluate(() => fetch('results/spbe-2024.csv').then(({ ok }) => ok, () => false));
  expect(taken).toBe(false);
  // A page that is loaded now is of the new version, with all its files.
  page = await context.newPage();
  await page.goto('/');
  expect(await version(page)).toBe(after);
  await page.goto('/#/nasional');
  await takarOf(page, site).loaded('takar-app-00000000_bg.wasm');
  expect(await page.evaluate(() => fetch('results/spbe-2024.csv').then((answer) => answer.text()))).toContain('Kota Bandung Baru');
});

test('a page comes up although a file that it begins with is lost and the server has another version of it', async ({ open, visit }) => {
  const site = await open();
  const context = await visit(site);
  const page = await kept(context, site);
  let loads = 0;
  page.on('load', () => { loads += 1; });
  // Half of the new version is there: the page comes from the server, as it is.
  await spoil(page, 'boot.js', 'rusak');
  const path = join(site.folder, 'boot.js');
  await writeFile(path, `${await readFile(path, 'utf8')}\n`);
  await page.reload();
  await expect(page.getByTestId('save-state')).toBeVisible();
  expect(loads).toBe(1);

  await spoil(page, 'boot.js', 'rusak');
  const after = await site.deploy({ 'boot.js': (text) => `${text}\n` });
  await page.reload();
  await expect(page.getByTestId('save-state')).toBeVisible();
  expect(await version(page)).toBe(after);
});

test('two Takars on one host keep apart, and one is taken back with its drafts left alone', async ({ open, visit }) => {
  const site = await open();
  await cp(dist, join(site.root, 'lain'), { recursive: true });
  const context = await visit(site);
  const page = await kept(context, site, shelf(manifest({ id: 'satu', levels: varied(2) })));
  await page.goto('/lain/');
  await ready(page);
  const mark = await version(page);
  const names = () => page.evaluate(async () => (await caches.keys()).filter((name) => !name.startsWith('takar-site')).sort());
  expect(await names()).toEqual([`takar-${mark} /`, `takar-${mark} /lain/`]);

  await cp(join(site.root, 'lain/sw-off.js'), join(site.root, 'lain/sw.js'));
  await check(page);
  await expect.poll(names).toEqual([`takar-${mark} /`]);
  await expect.poll(() => page.evaluate(() => globalThis.takarOffline.state), 'it is not kept any more').toBe('none');
  await expect(page.getByTestId('draft'), 'the page is still there').toHaveCount(1);
  await page.reload();
  await expect(page.getByTestId('draft').locator('.value')).toHaveText(shownIndex(varied(2)));
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => new URL(scope).pathname))).toContain('/');
});

test('the browser finds nothing that would prevent installing, under a name in the language of the page', async ({ open, reopen }) => {
  const site = await open();
  const context = await reopen(site);
  const page = await kept(context, site);
  const devtools = await context.newCDPSession(page);
  expect((await devtools.send('Page.getInstallabilityErrors')).installabilityErrors).toEqual([]);
  const named = async () => {
    const { data, errors } = await devtools.send('Page.getAppManifest');
    expect(errors).toEqual([]);
    return JSON.parse(data);
  };
  const indonesian = await named();
  expect(indonesian).toMatchObject({ name: 'Takar: penilaian mandiri SPBE dan Pemdi', short_name: 'Takar', lang: 'id', start_url: './', scope: './' });
  for (const { src, sizes } of indonesian.icons) {
    const [width] = sizes.split('x').map(Number);
    const drawn = await page.evaluate(async (src) => {
      const image = new Image();
      image.src = src;
      await image.decode();
      return [image.naturalWidth, image.naturalHeight];
    }, src);
    if (width) expect(drawn, src).toEqual([width, width]);
  }
  await page.locator('#bahasa').click();
  await expect.poll(async () => (await named()).name).toBe('Takar: SPBE and Pemdi self-assessment');
});

test('the settings of the site come from the server, and from the last good copy without it; new headers reach a page of the same version', async ({ open, visit }) => {
  const site = await open();
  const context = await visit(site);
  const page = await kept(context, site);
  const mark = await version(page);
  const settings = () => page.evaluate(() => fetch('takar.json').then((answer) => answer.text(), () => 'gone'));
  const first = await settings();
  await writeFile(site.settings, `${first}\n`);
  expect(await settings(), 'the server is asked first').toBe(`${first}\n`);
  await writeFile(site.settings, '{ "rusak"');
  expect(await settings(), 'the page is told what the server says').toBe('{ "rusak"');
  await site.stop();
  expect(await settings(), 'the last good one').toBe(`${first}\n`);

  await writeFile(site.settings, first);
  await site.start({ 'X-Edisi': 'dua' });
  const worker = join(site.folder, 'sw.js');
  await writeFile(worker, (await readFile(worker, 'utf8')).replace("REVISION = ''", "REVISION = 'dua'"));
  await check(page);
  await expect.poll(() => page.evaluate(async () => (await caches.keys()).sort())).toEqual([`takar-${mark}-dua /`, 'takar-site /']);
  await expect(page.getByTestId('update-notice'), 'nobody is asked').toHaveCount(0);
  expect((await page.reload()).headers()['x-edisi']).toBe('dua');
  expect(await version(page)).toBe(mark);
});

test('a first visit between two versions stays as it is until the person agrees', async ({ open, visit }) => {
  const site = await open();
  const context = await visit(site);
  const page = await context.newPage();
  await page.goto('/');
  const before = await version(page);
  // The page is there, its worker is not yet.
  const after = await site.deploy({ 'icon.svg': (text) => `${text}\n` });
  await expect(page.getByTestId('update-notice')).toBeVisible();
  expect(await version(page)).toBe(before);
  const load = page.waitForEvent('load');
  await page.getByTestId('update').click();
  await load;
  await ready(page);
  expect(await version(page)).toBe(after);
  await expect(page.getByTestId('update-notice')).toHaveCount(0);
});

test('the same files are the same version, whatever the site puts beside them', async ({ open }) => {
  const site = await open();
  const at = (path) => join(site.folder, path);
  const page = await readFile(at('index.html'), 'utf8');
  const [, mark] = page.match(/ data-version="([0-9a-f]{16})"/);
  await writeFile(site.settings, '{ "lain": true }');
  await mkdir(at('embed'), { recursive: true });
  for (const path of ['embed/contoh.html', 'index.html.br', 'boot.js.gz', '.htaccess', 'takar.html']) await writeFile(at(path), 'lain');
  expect(await site.deploy({})).toBe(mark);
  expect(await readFile(at('index.html'), 'utf8'), 'the page is as it was').toBe(page);

  const worker = await readFile(at('sw.js'), 'utf8');
  const list = JSON.parse(worker.match(/const FILES = (\{.*?\n\});/s)[1]);
  expect(Object.keys(list)).toEqual(expect.arrayContaining(['index.html', 'boot.js', 'instruments/pemdi-2026.json', 'results/spbe-2024.csv', 'manifest.en.webmanifest', 'icons/takar-192.png']));
  for (const path of ['sw.js', 'sw-off.js', 'takar.json', 'takar.html', 'embed/contoh.html', 'index.html.br', '.htaccess']) expect(list).not.toHaveProperty([path]);
  for (const [path, [hash, size]] of Object.entries(list)) {
    const bytes = await readFile(at(path));
    expect([createHash('sha256').update(bytes).digest('hex'), bytes.length], path).toEqual([hash, size]);
  }
  expect(await site.deploy({ 'keep.js': (text) => `${text}\n` })).not.toBe(mark);
});
