// Riwayat: who changed what, and when.

import { readFile } from 'node:fs/promises';
import { expect, saved, test } from './page.mjs';
import { manifest, shelf } from './samples.mjs';

const LOG = [
  { at: '2026-03-01T02:00:00Z', by: 'Ani', what: 'answers/mandiri/1/value', to: '2.00' },
  { at: '2026-03-01T02:10:00Z', until: '2026-03-01T02:12:00Z', by: 'Budi', what: 'answers/mandiri/2/facts', from: 'lama', to: 'baru' },
  { at: '2026-03-02T18:00:00Z', by: 'Budi', what: 'event/merged', to: '=dinas.json' },
];

test('edits are told by person, part and indicator, and travel with the file or stay behind', async ({ page, takar }) => {
  await takar.seed(shelf({ ...manifest({ id: 'riwayat', levels: { 1: 2 } }), log: LOG }));
  await takar.indicator(1, 'riwayat');
  await takar.choose(3);
  await takar.facts.fill('Perwali 41/2022');
  await takar.saved();
  await page.getByRole('link', { name: 'Riwayat indikator ini (3)' }).click();
  const entries = page.locator('.history li');
  await expect(entries).toHaveCount(3);
  await expect(entries.first()).toContainText('diisi “Perwali 41/2022”');
  await expect(entries.nth(1)).toContainText('dari 2,00 menjadi 3,00');
  await expect(page.getByTestId('history-found')).toHaveText('3 dari 5 catatan');

  await page.getByRole('button', { name: 'Tampilkan semua' }).click();
  await expect(entries).toHaveCount(5);
  await expect(page).toHaveURL(/riwayat$/);
  // 18.00 UTC is the next day in Jakarta.
  await expect(page.getByRole('heading', { level: 2 })).toContainText(['3 Mar 2026', '1 Mar 2026']);
  await page.locator('#riwayat-oleh').selectOption({ label: 'Budi' });
  await expect(entries).toHaveCount(2);
  await page.locator('#riwayat-bagian').selectOption('explanation');
  await expect(entries).toHaveText([/09\.10 sampai 09\.12.*Budi.*dari “lama” menjadi “baru”/]);
  await page.getByRole('button', { name: 'Tampilkan semua' }).click();
  await page.locator('#cari-riwayat').fill('dinas');
  await expect(entries).toHaveText([/Digabungkan dengan =dinas\.json/]);

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Simpan tabel (CSV)' }).click();
  const table = (await saved(await download)).text;
  expect(table.trim().split('\r\n')).toHaveLength(6);
  expect(table).toContain('2026-03-01T02:00:00Z;2026-03-01T02:00:00Z;Ani;');
  expect(JSON.parse((await takar.export()).text).log).toHaveLength(5);

  await page.getByRole('link', { name: 'Tukar data' }).click();
  const bare = page.waitForEvent('download');
  await page.getByTestId('export-without-history').click();
  const file = JSON.parse(await readFile(await (await bare).path(), 'utf8'));
  expect(file.log).toBeUndefined();
  expect(file.answers.mandiri['1'].value).toBe('3.00');
  await takar.open('/pengaturan');
  await expect(page.getByTestId('export-ages'), 'it is a file of the draft too').toContainText('tidak ada');
});
