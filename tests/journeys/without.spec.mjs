// Before the app is there, and where it cannot be: the page is never silent.

import { expect, test } from './page.mjs';
import { manifest, shelf, shownIndex } from './samples.mjs';

test('without JavaScript the page says in both languages what it needs', async ({ elsewhere }) => {
  const { page } = await elsewhere({ javaScriptEnabled: false });
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Penilaian mandiri SPBE');
  const sentences = page.locator('noscript p');
  await expect(sentences).toHaveText([
    'Takar memerlukan JavaScript. Aktifkan JavaScript untuk halaman ini di pengaturan peramban, lalu muat ulang.',
    "Takar needs JavaScript. Allow it for this page in the browser's settings, then reload.",
  ]);
  await expect(sentences.nth(0)).toBeVisible();
  await expect(sentences.nth(1)).toBeVisible();
  await expect(sentences.nth(1)).toHaveAttribute('lang', 'en');
});

test('without WebAssembly the page says in both languages what is missing', async ({ context, page, watch }) => {
  watch.expectError(/WebAssembly/);
  await context.addInitScript(() => { delete window.WebAssembly; });
  await page.goto('/');
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('WebAssembly dimatikan di dalamnya');
  await expect(alert).toContainText('WebAssembly is switched off in it');
  await expect(alert).toContainText('Draf Anda tidak berubah.');
});

test('when the program cannot be fetched the page says what to do', async ({ page, watch }) => {
  watch.expectError(/./);
  await page.route('**/*.wasm', (route) => route.abort());
  await page.goto('/');
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('Takar tidak dapat dimuat. Periksa sambungan, lalu muat ulang halaman.');
  await expect(alert).toContainText('Takar could not be loaded. Check the connection, then reload the page.');
});

test('what is read before the app is there is what the app then shows', async ({ elsewhere, takar }) => {
  const { page } = await elsewhere({ javaScriptEnabled: false });
  await page.goto('/');
  await takar.open('/');
  await expect(takar.page.locator('#sebelum')).toHaveCount(0);
  const first = await page.locator('h1').innerText();
  await expect(takar.heading).toHaveText(first.replace(/\s+/g, ' '));
  const [before, after] = await Promise.all([page, takar.page].map((one) => one.locator('h1').boundingBox()));
  expect(Math.abs(before.y - after.y), 'nothing jumps').toBeLessThan(2);
});

test('without the instrument’s data the page says so, keeps the draft, and tries again', async ({ page, takar, watch }) => {
  watch.expectError(/ERR_FAILED|net::/);
  await takar.seed(shelf(manifest({ id: 'satu', levels: { 1: 3 } })));
  let reachable = false;
  await page.route('**/instruments/*.json', (route) => (reachable ? route.continue() : route.abort()));
  await takar.open('/a/satu/indikator/1');
  await expect(page.getByRole('alert')).toContainText('Instrumen spbe-2020 tidak dapat dimuat. Draf Anda aman.');
  reachable = true;
  await page.getByRole('button', { name: 'Coba lagi' }).click();
  await expect(takar.index).toHaveText(shownIndex({ 1: 3 }));
});

test('when the rest of the program cannot be fetched from Beranda the page says so, and the next try works', async ({ page, takar, watch }) => {
  watch.expectError(/ERR_FAILED|net::|Failed to fetch/);
  let reachable = false;
  await page.route('**/takar-app*', (route) => (reachable ? route.continue() : route.abort()));
  await takar.open('/');
  await page.getByRole('button', { name: 'Coba dengan contoh' }).click();
  await expect(page.getByRole('alert')).toContainText('Takar tidak dapat dimuat. Periksa sambungan');
  await expect(takar.toast, 'nothing loads any more').toHaveCount(0);
  await expect(takar.heading, 'Beranda is still there').toBeVisible();
  reachable = true;
  await page.getByRole('button', { name: 'Coba dengan contoh' }).click();
  await expect(takar.index).toBeVisible();
  await expect(page.locator('#keadaan')).toHaveCount(0);
});
