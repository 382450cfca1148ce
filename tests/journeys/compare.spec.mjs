// Bandingkan and Hasil nasional: assessments beside each other, and an agency among its kind.

import { expect, saved, test } from './page.mjs';
import { all, file, manifest, pemdi, shelf, weight } from './samples.mjs';

const bantul = { agency: 'Kabupaten Bantul', kind: 'kabupaten' };
const now = manifest({ ...bantul, id: 'kini', year: 2025, levels: { ...all(3), 12: 4 } });
const before = manifest({ ...bantul, id: 'lalu', year: 2024, levels: all(3) });

test('two years that differ in one indicator, another instrument beside them, and files that cannot be compared', async ({ page, takar }) => {
  await takar.seed(shelf(now, before));
  await takar.open('/a/kini/bandingkan');
  await expect(page.getByTestId('one-column')).toBeVisible();
  const columns = page.getByTestId('column');
  await page.locator('#tambah-kolom').selectOption({ index: 0 });
  await page.getByTestId('add-column').click();
  await expect(columns).toHaveCount(2);
  const apart = (0.0001 * weight(12)).toString().replace('.', ',');
  await expect(columns.nth(1)).toContainText(`▼ −${apart}`);
  const rows = page.getByTestId('side-by-side').locator('tbody tr');
  await expect(rows).toHaveCount(1 + 4 + 8 + 47);
  await page.getByTestId('only-differing').check();
  await expect(rows.locator('th')).toHaveText(['Indeks SPBE', 'Tata Kelola SPBE', /^Perencanaan/, /^12\. /]);
  await expect(rows.last()).toContainText('4,00');
  await expect(rows.last()).toContainText('▼ −1,00');
  await expect(page.getByTestId('changes').getByRole('listitem')).toHaveText([/12\. .*4,00 → 3,00, indeks −0,025/]);
  await expect(page.getByTestId('years').getByRole('img')).toHaveAttribute('aria-label', /2024: 3,00; 2025: 3,03$/);

  // The other way round every difference changes its sign.
  await page.getByRole('radio', { name: 'Jadikan kolom B dasar perbandingan' }).check();
  await expect(rows.last()).toContainText('▲ +1,00');
  await expect(page.getByRole('radio', { name: 'Jadikan kolom B' })).toBeFocused();
  const download = page.waitForEvent('download');
  await page.getByTestId('save-comparison').click();
  const table = (await saved(await download)).text.trim().split('\r\n');
  expect(table).toHaveLength(61);
  expect(table[1]).toBe('Indeks SPBE;"3,03";"3,00";"0,025"');

  const other = manifest({ ...bantul, id: 'pemdi', year: 2026, instrument: pemdi, levels: { 1: '2.50' } });
  const part = { ...now, id: 'paket', kind: 'work-package', order: { unit: 'u', name: 'Dinas', indicators: [12], issued: { at: '2025-06-02T03:00:00Z' } } };
  const buffers = [file(other, 'pemdi.json'), file(part, 'paket.json'), { name: 'rusak.json', text: '{' }]
    .map(({ name, text }) => ({ name, mimeType: 'application/json', buffer: Buffer.from(text) }));
  await page.getByTestId('compare-files').setInputFiles(buffers);
  await expect(columns).toHaveCount(3);
  await expect(page.getByTestId('not-comparable').getByRole('listitem')).toHaveText([/^paket\.json: Ini paket kerja/, /^rusak\.json: /]);
  await expect(page.getByTestId('mixed')).toContainText('tanpa selisih antarinstrumen');
  await expect(columns.nth(2).locator('.up, .down')).toHaveCount(0);
  expect(Object.keys(await takar.storage()).filter((key) => key.startsWith('takar:draft:'))).toHaveLength(2);

  // What was chosen survives another page and another language.
  await page.getByRole('link', { name: 'Ringkasan' }).click();
  await expect(takar.heading).toHaveText('Ringkasan');
  await page.getByRole('link', { name: 'Bandingkan', exact: true }).click();
  await expect(columns).toHaveCount(3);
  await takar.languageButton.click();
  await expect(columns).toHaveCount(3);
  await page.getByRole('button', { name: /^Save as a draft: column C$/ }).click();
  await expect(takar.toast).toBeVisible();
  expect(Object.keys(await takar.storage()).filter((key) => key.startsWith('takar:draft:'))).toHaveLength(3);
});

test('an agency finds its place among its kind, and the lists are fetched nowhere else', async ({ page, takar, watch }) => {
  const lists = () => watch.requests.filter(({ url }) => /results\/spbe-/.test(url)).length;
  await takar.seed(shelf(now));
  await takar.open('/');
  for (const place of ['baru', 'pengaturan', 'a/kini/ringkasan', 'a/kini/bandingkan']) await takar.open(`/${place}`);
  expect(lists()).toBe(0);
  await page.getByRole('link', { name: 'Bandingkan dengan hasil nasional' }).click();
  const place = page.getByTestId('place');
  await expect(place.getByRole('heading')).toHaveText('Posisi Kabupaten Bantul di antara instansi sejenis');
  expect(lists()).toBe(2);
  const own = place.locator('tbody tr');
  await expect(own.nth(0)).toContainText('3,72');
  await expect(own.nth(1)).toContainText('4,18');
  // 4,18 above the median of 392 regencies, 2,89; 3,025 a little above it.
  await expect(own.nth(1)).toContainText('▲ +1,29');
  await expect(own.nth(2)).toContainText('Draf ini, 2025');
  await expect(own.nth(2)).toContainText('▲ +0,135');
  await expect(place).toContainText('bukan hasil evaluasi');
  await expect(page.getByTestId('domains')).toContainText('Di atas median: Manajemen (+1,82)');

  await page.getByTestId('agency').fill('Kabupaten Banyuasin');
  await expect(place).toContainText('0,30 berada di luar skala');
  const rows = page.getByTestId('result');
  const found = page.getByTestId('results-found');
  await expect(found).toHaveText('1236 dari 1236 hasil');
  await page.locator('#hasil-cari').fill('kota sukabumi');
  await expect(rows).toHaveCount(2);
  await page.locator('#hasil-cari').fill('');
  await page.locator('#hasil-jenis').selectOption('provinsi');
  await page.locator('#hasil-tahun').selectOption('2024');
  await expect(found).toHaveText('38 dari 1236 hasil');
  await page.getByRole('columnheader', { name: 'Indeks' }).getByRole('button').click();
  const values = await rows.locator('td:nth-child(4)').allInnerTexts();
  expect(values).toEqual([...values].sort());
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Simpan tabel (CSV)' }).click();
  expect((await saved(await download)).text.trim().split('\r\n')).toHaveLength(39);

  await page.getByRole('link', { name: 'Hasil nasional SPBE' }).click();
  await expect(page).toHaveURL(/#\/nasional$/);
  await expect(found).toHaveText('38 dari 1236 hasil');
  expect(lists(), 'fetched once').toBe(2);
});

/** The time in milliseconds until what an act changed is drawn. */
const drawn = (page, act) => page.evaluate((act) => new Promise((done) => {
  const from = performance.now();
  const [kind, selector, value] = act;
  const element = document.querySelector(selector);
  if (kind === 'click') element.click();
  else {
    element.value = value;
    element.dispatchEvent(new Event('input', { bubbles: true }));
    element.dispatchEvent(new Event('change', { bubbles: true }));
  }
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - from)));
}), act);

const middle = (times) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)].toFixed(0);

test('sorting and searching 1,236 results, and twenty columns: their times are printed', async ({ page, takar }) => {
  const years = Array.from({ length: 20 }, (_, at) => manifest({ ...bantul, id: `t${at}`, year: 2021 + at % 4, levels: { ...all(1 + at % 5), 12: 1 + (at + 2) % 5 } }));
  await takar.seed(shelf(...years));
  await takar.open('/a/t0/nasional');
  const found = page.getByTestId('results-found');
  await expect(found).toHaveText('1236 dari 1236 hasil');
  const sorts = [];
  for (let at = 0; at < 10; at += 1) sorts.push(await drawn(page, ['click', `table.results th:nth-child(${at % 5 + 1}) button`]));
  const searches = [];
  for (const text of ['k', 'ko', 'kot', 'kota', '']) searches.push(await drawn(page, ['type', '#hasil-cari', text]));
  await expect(found).toHaveText('1236 dari 1236 hasil');

  await takar.open('/a/t0/bandingkan');
  await expect(page.getByTestId('column')).toHaveCount(1);
  const columns = [];
  for (let at = 1; at < 20; at += 1) {
    await page.locator('#tambah-kolom').selectOption({ index: 0 });
    columns.push(await drawn(page, ['click', '[data-testid=add-column]']));
    await expect(page.getByTestId('column')).toHaveCount(at + 1);
  }
  console.log(`1,236 results: a sort ${middle(sorts)} ms, a letter of a search ${middle(searches)} ms; the 20th of 20 columns ${columns.at(-1).toFixed(0)} ms, the median of all ${middle([...columns])} ms`);
});
