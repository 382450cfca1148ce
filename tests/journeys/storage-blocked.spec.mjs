// Where the browser blocks storage the page says so loudly, works all the same, and saves to files.

import { createServer } from 'node:http';
import { serve } from '../../scripts/serve.mjs';
import { expect, saved, test } from './page.mjs';
import { file, manifest, shownIndex, varied } from './samples.mjs';

const BANNER = 'Peramban ini memblokir penyimpanan, jadi pekerjaan hanya ada di halaman ini dan hilang bila halaman ditutup. Simpan ke berkas sebelum menutupnya.';

const refuse = () => {
  Object.defineProperty(window, 'localStorage', {
    get() { throw new DOMException('The operation is insecure.', 'SecurityError'); },
  });
};

test('a browser that refuses localStorage gives memory mode, and the work goes to a file', async ({ context, page, takar, elsewhere }) => {
  await context.addInitScript(refuse);
  await takar.open('/');
  await expect(takar.saveState).toHaveAttribute('data-state', 'memory');
  await expect(takar.saveState).toHaveText('Hanya di memori');
  await expect(takar.banner).toHaveText(BANNER);
  await expect(takar.banner).toHaveAttribute('role', 'alert');

  await takar.start();
  await takar.choose(4);
  await takar.facts.fill('Perwali 41/2022');
  await expect(takar.index).toHaveText(shownIndex({ 1: 4 }));
  await expect(takar.saveState).toHaveAttribute('data-state', 'memory');

  const download = page.waitForEvent('download');
  await takar.banner.getByRole('button', { name: 'Simpan ke berkas' }).click();
  const written = await saved(await download);
  expect(written.name).toBe('takar-kota-bandung-2025.json');

  const other = await elsewhere();
  await other.open('/');
  await other.import(written);
  await other.page.getByTestId('open-as-new').click();
  await expect(other.index).toHaveText(shownIndex({ 1: 4 }));
});

test('without storage drafts still stand beside each other, and files open', async ({ context, page, takar }) => {
  await context.addInitScript(refuse);
  await takar.start({ agency: 'Kota Bandung' });
  await takar.choose(2);
  await page.locator('a.brand').click();
  await takar.import(file(manifest({ id: 'dua', agency: 'Kota Bogor', levels: varied(2) })));
  await page.getByTestId('open-as-new').click();
  await expect(takar.index).toHaveText(shownIndex(varied(2)));
  await page.locator('a.brand').click();
  await expect(takar.cards).toHaveCount(2);
  await expect(takar.saveState).toHaveAttribute('data-state', 'memory');
});

test('without storage the language that was chosen on Beranda stays for the visit', async ({ context, page, takar }) => {
  await context.addInitScript(refuse);
  await takar.open('/');
  await takar.languageButton.click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.getByTestId('new-assessment').click();
  await expect(takar.heading).toHaveText('Start a new assessment');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('a storage that takes nothing, not even a probe, gives memory mode', async ({ context, takar }) => {
  await context.addInitScript(() => {
    localStorage.clear();
    Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };
  });
  await takar.open('/');
  await expect(takar.saveState).toHaveAttribute('data-state', 'memory');
  await expect(takar.banner).toHaveText(BANNER);
});

/** Shows the page in a sandboxed frame on a page of another site. Such a frame has no storage. */
async function inForeignFrame(page, watch, journey) {
  // Only here may other origins read what is served: a frame without an origin is always foreign.
  const headers = { 'Access-Control-Allow-Origin': '*' };
  const inner = await serve({ dir: process.env.TAKAR_DIST ?? 'dist', headers });
  const framed = `http://127.0.0.1:${inner.address().port}`;
  const outer = createServer((request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end(`<!doctype html><html lang="id"><title>Portal</title><link rel="icon" href="data:,">
      <iframe title="Takar" sandbox="allow-scripts allow-downloads" src="${framed}/" width="1200" height="860"></iframe>`);
  });
  await new Promise((ready) => outer.listen({ host: '127.0.0.1', port: 0 }, ready));
  const portal = `http://localhost:${outer.address().port}`;
  watch.mayAsk(framed);
  watch.mayAsk(portal);
  try {
    await page.goto(portal);
    await journey(page.frameLocator('iframe'));
  } finally {
    for (const server of [inner, outer]) {
      server.closeAllConnections();
      server.close();
    }
  }
}

test('inside a sandboxed frame of another site the page says that nothing is kept, and looks as it should', async ({ page, watch }) => {
  await inForeignFrame(page, watch, async (frame) => {
    await expect(frame.getByTestId('save-state')).toHaveAttribute('data-state', 'memory');
    await expect(frame.locator('.banner')).toContainText(BANNER);
    const storage = await page.frames()[1].evaluate(() => {
      try {
        return typeof window.localStorage;
      } catch (error) {
        return error.name;
      }
    });
    expect(storage, 'this frame really has no storage').toBe('SecurityError');
    await expect(frame.locator('header.bar'), 'its style sheets are there').toHaveCSS('display', 'flex');
  });
});

test('inside a sandboxed frame a file can be opened, worked on and saved', async ({ page, watch }) => {
  await inForeignFrame(page, watch, async (frame) => {
    const { name, text } = file(manifest({ id: 'satu', levels: varied(2) }));
    await frame.getByTestId('import-file').setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
    await frame.getByTestId('open-as-new').click();
    await expect(frame.getByTestId('index')).toHaveText(shownIndex(varied(2)));
    await frame.getByRole('link', { name: 'Penilaian', exact: true }).click();
    await frame.getByTestId('level-5').check();
    await expect(frame.getByTestId('index')).toHaveText(shownIndex({ ...varied(2), 1: 5 }));
    await expect(frame.getByTestId('save-state')).toHaveAttribute('data-state', 'memory');
    const download = page.waitForEvent('download');
    await frame.locator('.banner').getByRole('button', { name: 'Simpan ke berkas' }).click();
    const written = await saved(await download);
    expect(JSON.parse(written.text).answers.mandiri['1'].value).toBe('5.00');
  });
});

test('inside a sandboxed frame an assessment can be started', async ({ page, watch }) => {
  await inForeignFrame(page, watch, async (frame) => {
    await frame.getByTestId('new-assessment').click();
    await frame.locator('#agency').fill('Kota Bandung');
    await frame.locator('#kind').selectOption('kota');
    await frame.locator('#year').selectOption('2025');
    await page.frames()[1].waitForFunction(() =>
      performance.getEntriesByType('resource').some((entry) => entry.name.endsWith('instruments/spbe-2020.json')));
    await frame.getByTestId('create').click();
    await expect(frame.locator('h1')).toHaveText(/^1\. /);
    await frame.getByTestId('level-5').check();
    await expect(frame.getByTestId('index')).toHaveText(shownIndex({ 1: 5 }));
  });
});
