// Every page has an address; the browser's own buttons work; a wrong address leads home.

import { expect, test } from './page.mjs';
import { manifest, pemdi, shelf, shownIndex, spbe } from './samples.mjs';

const draft = manifest({ id: 'satu', levels: { 1: 3, 2: 4, 30: 2 } });

test('a link to an indicator of a draft opens it, on a fresh tab', async ({ page, takar }) => {
  await takar.seed(shelf(draft));
  await takar.open('/a/satu/indikator/30');
  await expect(takar.heading).toHaveText(/^30\. /);
  await expect(page.getByTestId('level-2')).toBeChecked();
  await expect(page.getByTestId('indicator-30')).toHaveAttribute('aria-current', 'page');
  await expect(page).toHaveTitle(/^30\. .* · Takar$/);
});

test('the address of a draft alone goes on where work is open', async ({ page, takar }) => {
  await takar.seed(shelf(draft));
  await takar.open('/a/satu');
  await expect(page).toHaveURL(/#\/a\/satu\/indikator\/3$/);
  await expect(takar.heading).toHaveText(/^3\. /);
});

test('every page of a draft opens by its address, and its tab is marked', async ({ page, takar }) => {
  await takar.seed(shelf(draft));
  const pages = { ringkasan: ['Ringkasan', 'Ringkasan'], perhitungan: ['Perhitungan indeks', 'Ringkasan'], berkas: ['Tukar data', 'Tukar data'] };
  for (const [address, [heading, tab]] of Object.entries(pages)) {
    await takar.open(`/a/satu/${address}`);
    await expect(takar.heading).toHaveText(heading);
    await expect(page).toHaveTitle(`${heading} · Takar`);
    await expect(page.locator('nav.tabs [aria-current=page]')).toHaveText(tab);
  }
});

test('Back and Forward go through what was seen, and each page is as it was', async ({ page, takar }) => {
  await takar.seed(shelf(draft));
  await takar.open('/');
  await page.getByRole('link', { name: 'Kota Bandung' }).click();
  await expect(takar.heading).toHaveText(/^3\. /);
  await page.getByTestId('indicator-30').click();
  await expect(takar.heading).toHaveText(/^30\. /);
  await page.getByRole('link', { name: 'Ringkasan' }).click();
  await expect(takar.heading).toHaveText('Ringkasan');
  await page.getByRole('link', { name: 'Lihat perhitungan' }).click();
  await expect(takar.heading).toHaveText('Perhitungan indeks');

  const backwards = ['Ringkasan', /^30\. /, /^3\. /, /^Penilaian mandiri SPBE/];
  for (const heading of backwards) {
    await page.goBack();
    await expect(takar.heading).toHaveText(heading);
  }
  for (const heading of [/^3\. /, /^30\. /, 'Ringkasan', 'Perhitungan indeks']) {
    await page.goForward();
    await expect(takar.heading).toHaveText(heading);
  }
  await page.goBack();
  await expect(takar.index).toHaveText(shownIndex({ 1: 3, 2: 4, 30: 2 }));
});

test('an unknown address says so and leads home', async ({ page, takar }) => {
  await takar.seed(shelf(draft));
  for (const address of ['/x', '/a', '/a/satu/lain', '/a/satu/indikator/zwölf', '/instrumen/spbe-1999', '/baru/lagi']) {
    await test.step(`#${address}`, async () => {
      await takar.open(address);
      await expect(takar.heading).toHaveText('Halaman tidak ditemukan');
      await expect(page).toHaveTitle('Halaman tidak ditemukan · Takar');
      await page.locator('main').getByRole('link', { name: 'Ke Beranda' }).click();
      await expect(takar.cards).toHaveCount(1);
    });
  }
});

test('a link to a draft that is not here says so and leads home', async ({ page, takar }) => {
  await takar.open('/a/tidakada/indikator/3');
  await expect(takar.heading).toHaveText('Draf tidak ada di komputer ini');
  await expect(page.locator('main')).toContainText('Bila Anda memiliki berkasnya, buka lewat Beranda.');
  await page.locator('main').getByRole('link', { name: 'Ke Beranda' }).click();
  await expect(takar.heading).toHaveText(/^Penilaian mandiri SPBE/);
});

test('an indicator that the instrument does not have is named as such', async ({ page, takar }) => {
  await takar.seed(shelf(draft));
  await takar.open('/a/satu/indikator/48');
  await expect(takar.heading).toHaveText('Halaman tidak ditemukan');
  await expect(page.locator('main')).toContainText('Instrumen ini tidak memiliki indikator 48.');
  await expect(page.locator('main'), 'nothing is said about its level').not.toContainText('tingkat tertinggi');
  await page.locator('main').getByRole('link', { name: 'Penilaian' }).click();
  await expect(takar.heading).toHaveText(/^1\. /);
});

test('what is missing from an unknown page comes back with the next address', async ({ page, takar }) => {
  await takar.seed(shelf(draft));
  await takar.open('/x');
  await expect(takar.heading).toHaveText('Halaman tidak ditemukan');
  await page.goto('/#/a/satu/ringkasan');
  await expect(takar.heading).toHaveText('Ringkasan');
  await page.goto('/#/');
  await expect(takar.cards).toHaveCount(1);
});

test('the page of SPBE 2020 names its regulation, sources, and what is inferred', async ({ page, takar }) => {
  await takar.open('/instrumen/spbe-2020');
  await expect(takar.heading).toHaveText(spbe.title);
  const main = page.locator('main');
  await expect(main).toContainText(spbe.regulation);
  await expect(main).toContainText('2021 sampai 2025');
  const sources = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Sumber' }) }).locator('li');
  await expect(sources).toHaveCount(spbe.sources.length);
  await expect(sources.first()).toContainText('Peraturan Menteri PANRB Nomor 59 Tahun 2020');
  const marked = spbe.rules.filter((rule) => rule.inferred).length + spbe.remarks.filter((remark) => remark.kind === 'inferred').length;
  expect(marked).toBeGreaterThan(0);
  await expect(main.getByText('disimpulkan', { exact: true })).toHaveCount(marked);
  for (const rule of spbe.rules.filter((one) => one.inferred)) {
    await expect(main.locator('li').filter({ hasText: rule.text.slice(0, 60) })).toContainText('disimpulkan');
  }
});

test('the page of Pemdi 2026 names its regulation, sources, and what is inferred', async ({ page, takar }) => {
  await takar.open('/instrumen/pemdi-2026');
  await expect(takar.heading).toHaveText(pemdi.title);
  const main = page.locator('main');
  await expect(main).toContainText(pemdi.regulation);
  await expect(main).toContainText('mulai 2026');
  const sources = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Sumber' }) }).locator('li');
  await expect(sources).toHaveCount(pemdi.sources.length);
  const marked = pemdi.rules.filter((rule) => rule.inferred).length + pemdi.remarks.filter((remark) => remark.kind === 'inferred').length;
  expect(marked).toBeGreaterThan(0);
  await expect(main.getByText('disimpulkan', { exact: true })).toHaveCount(marked);
});

test('the instrument pages list every indicator with its weight, and the weights add up to 100', async ({ page, takar }) => {
  for (const [instrument, count] of [[spbe, 47], [pemdi, 20]]) {
    await takar.open(`/instrumen/${instrument.id}`);
    await expect(takar.heading).toHaveText(instrument.title);
    const weights = await page.locator('ul.weights li .num').allTextContents();
    expect(weights).toHaveLength(count);
    const sum = weights.reduce((all, text) => all + Math.round(Number(text.replace('%', '').replace(',', '.')) * 100), 0);
    expect(sum).toBe(10000);
  }
});
