// The report: looked at, printed by Chromium, read back, and saved as files.

import { expect, saved, test } from './page.mjs';
import { bare, printed } from './printed.mjs';
import { LONG_AGENCY, manifest, predicate, register, shelf, shownIndex, spbe, varied } from './samples.mjs';

const levels = varied(1);
const facts = 'Ada peraturan wali kota. '.repeat(12);
const full = manifest({
  id: 'satu', levels, target: '3.50', texts: { 1: { facts, analysis: 'Memenuhi.' } }, ...register(40, 120),
});
const frame = (page) => page.frameLocator('#pratinjau');

test('the summary is one page, whatever stands in it', async ({ page, takar }) => {
  const units = Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`u${at}`, { name: `Unit ${at}`, indicators: [at + 1] }]));
  const head = Array.from({ length: 9 }, (_, at) => `${LONG_AGENCY} baris ${at}`).join('\n');
  const crowded = manifest({
    id: 'penuh', agency: LONG_AGENCY, kind: 'kementerian', levels: { ...levels, 46: undefined, 47: undefined }, target: '4.50', units,
    records: { cover: { cover: { letterhead: head } }, steps: { '12:4': { planned: true, due: '2026-12-15' } } },
  });
  crowded.answers.dokumen = { 1: { value: '5.00' } };
  crowded.stage = 'dokumen';
  delete crowded.answers.mandiri[46];
  delete crowded.answers.mandiri[47];
  await takar.seed(shelf(crowded));
  await takar.open('/a/penuh/laporan');
  await expect(frame(page).locator('[data-figure=interim]')).toContainText('45 dari 47');
  const { file, pages: found } = await printed(takar);
  expect(file.name).toMatch(/^takar-.*-laporan\.html$/);
  expect(found).toHaveLength(1);
  expect(found[0]).toContain(bare('Langkah berikutnya'));
  expect(found[0], 'the last line is on it').toContain(bare('tenggat terdekat 15 Des 2026'));
  expect(found[0]).toContain(bare('Halaman 1 dari 1'));
  // Neither script nor anything from elsewhere.
  expect(file.text).not.toMatch(/<script|<link|<iframe|url\(|@import|\son\w+=|src="(?!data:)/);
});

test('all parts print without an empty page, and heads of tables are repeated', async ({ page, takar }) => {
  await takar.seed(shelf(full));
  await takar.open('/a/satu/laporan');
  const preview = frame(page);
  await expect(preview.locator('[data-figure=index]')).toHaveText(shownIndex(levels));
  for (const part of ['lengkap', 'berita-acara', 'perbaikan']) await page.getByTestId(`part-${part}`).check();
  await expect(preview.locator('article')).toHaveCount(4);
  await expect(preview.locator('body')).toHaveCSS('color', 'rgb(28, 33, 40)');
  const { pages: found } = await printed(takar);
  expect(found.length).toBeGreaterThan(8);
  for (const [at, text] of found.entries()) {
    expect(text.length, `page ${at + 1}`).toBeGreaterThan(60);
    expect(text).toContain(bare(`Halaman ${at + 1} dari ${found.length}`));
  }
  const all = found.join('');
  for (const words of [shownIndex(levels), predicate(levels), facts, 'Dokumen 0001', 'Berita Acara Penilaian Mandiri', 'Koordinator SPBE']) {
    expect(all).toContain(bare(words));
  }
  for (const domain of spbe.sections) expect(all).toContain(bare(domain.title));
  // Every indicator has its value in the long table, whose head stands on each of its pages.
  const head = bare('Indikator Bobot Nilai Didukung Tingkat kematangan');
  const from = found.findIndex((text) => text.includes(head));
  const to = found.findIndex((text) => text.includes(bare('Rincian Indikator')));
  const rows = found.slice(from, to + 1).filter((text) => /\d+\.\D+1,3%|\d+\.\D+2,75%|\d+\.\D+3%/.test(text));
  expect(rows.length).toBeGreaterThan(1);
  for (const text of rows) expect(text).toContain(head);

  // The print window is that of the frame.
  await page.evaluate(() => {
    const frame = document.getElementById('pratinjau').contentWindow;
    frame.print = () => { document.title = 'printed'; };
  });
  await page.getByTestId('print-report').click();
  await expect(page).toHaveTitle('printed');
  // The choice stays, and the other language is a choice of the report alone.
  await page.locator('#bahasa-laporan').selectOption('en');
  await expect(preview.locator('h1').first()).toHaveText('Summary for the Head of the Agency');
  await page.reload();
  await expect(frame(page).locator('article')).toHaveCount(4);
  await expect(frame(page).locator('[data-figure=index]').first()).toHaveText(shownIndex(levels, '.'));
});

test('findings, letterhead and logo: proposals are taken over, what is wrong is refused, files are saved', async ({ page, takar }) => {
  await takar.seed({ ...shelf(full), 'takar:report': 'temuan usulan id' });
  await takar.open('/a/satu/laporan');
  const preview = frame(page);
  await expect(preview.locator('.proposal').first()).toBeVisible();
  const before = await preview.locator('.proposal').count();
  await page.getByText('Temuan', { exact: true }).click();
  await page.getByTestId('take-rekomendasi').click();
  await expect(page.locator('#rekomendasi')).toHaveValue(/ke tingkat \d\. Kriterianya: /);
  await expect(preview.locator('.proposal')).toHaveCount(before - 1);
  await page.locator('#kekuatan').fill('Tim yang tetap.');
  await page.locator('#kekuatan').blur();
  await expect(preview.getByText('Tim yang tetap.')).toBeVisible();
  await page.getByText('Kop surat dan tanda tangan').click();
  await page.locator('#kop').fill('PEMERINTAH KOTA CONTOH');
  await page.getByTestId('add-signatory').click();
  await expect(page.locator('#jabatan-0')).toBeFocused();
  await page.locator('#jabatan-0').fill('Sekretaris Daerah');
  await page.locator('#jabatan-0').press('Tab');
  await expect(page.locator('#nama-0')).toBeFocused();
  await expect(preview.locator('.letterhead')).toHaveText('PEMERINTAH KOTA CONTOH');

  await page.getByText('Logo', { exact: true }).click();
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
  const choose = (name, buffer) => page.getByTestId('logo-file').setInputFiles({ name, mimeType: 'image/png', buffer });
  await choose('logo.png', Buffer.from('GIF89a'));
  await expect(takar.toast).toContainText('bukan gambar PNG, JPEG, atau SVG');
  await choose('besar.png', Buffer.alloc(200_001));
  await expect(takar.toast).toContainText('lebih besar daripada 200,0 kB');
  await choose('logo.png', png);
  await expect(preview.locator('.letterhead img')).toBeVisible();
  expect((await takar.storage())['takar:logo:satu']).toMatch(/^data:image\/png;base64,/);

  // A table, and a chart as drawing and as picture.
  const press = async (name) => {
    const download = page.waitForEvent('download');
    await page.getByTestId(name).click();
    return saved(await download);
  };
  const table = await press('table-bagian');
  expect(table.text).toContain(`"${shownIndex(levels)}"`);
  expect((await press('chart-radar-svg')).text).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
  const picture = await press('chart-radar-png');
  expect([picture.name, picture.bytes.readUInt32BE(16), picture.bytes.readUInt32BE(20)]).toEqual(['takar-kota-bandung-2025-radar.png', 920, 640]);

  await takar.saved();
  const kept = JSON.parse((await takar.storage())['takar:draft:satu']);
  expect(kept.records.cover.cover.signatories).toEqual([{ role: 'Sekretaris Daerah' }]);
  expect(JSON.stringify(kept), 'the logo is not in the draft').not.toContain('data:image');
  // Deleted for good, it takes its logo along.
  await takar.open('/');
  await page.getByRole('button', { name: /^Hapus: / }).click();
  await page.getByRole('button', { name: /^Hapus selamanya/ }).click();
  await expect.poll(async () => Object.keys(await takar.storage()).filter((key) => key.startsWith('takar:logo'))).toEqual([]);
});
