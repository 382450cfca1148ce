// Tahapan: from the agency's own values to those of the next stage, and back.

import { expect, test } from './page.mjs';
import { all, file, manifest, shelf, shownIndex } from './samples.mjs';

test('a stage is closed, the next one lowers a value, and the closed one opens again', async ({ page, takar }) => {
  const levels = { ...all(3), 1: undefined };
  delete levels[1];
  await takar.seed({ ...shelf(manifest({ id: 'jalan', levels, target: '3.50' })), 'takar:who': 'Ani' });
  await takar.indicator(1, 'jalan');
  await takar.choose(3);
  await takar.facts.fill('Perwali 41/2022');

  const stop = (name) => page.getByTestId(`stage-${name}`);
  await page.getByRole('link', { name: 'Tahapan' }).click();
  await stop('mandiri').getByTestId('close-stage').click();
  await expect(page.locator('#tahap-tanya')).toBeFocused();
  await page.getByTestId('closed-by').fill('');
  await page.getByTestId('confirm-close').click();
  await expect(page.getByTestId('closed-by')).toBeFocused();
  await page.getByTestId('closed-by').fill('Sekretaris Daerah');
  await page.getByTestId('confirm-close').click();
  await expect(stop('mandiri')).toContainText('Ditutup oleh Sekretaris Daerah');
  await page.getByTestId('go-on-dokumen').click();
  await expect(stop('dokumen')).toContainText('sedang dikerjakan');

  await takar.indicator(42, 'jalan');
  await expect(page.getByTestId('value-here')).toContainText('diteruskan dari tahap penilaian mandiri');
  await takar.choose(2);
  await expect(page.getByTestId('value-here')).toContainText('Nilai 2,00 diberikan pada tahap penilaian dokumen. Sebelumnya, tahap penilaian mandiri: 3,00.');
  await page.locator('#catatan').fill('Belum ada reviu.');
  await page.locator('#justifikasi').fill('Kriteria tingkat 3 belum terpenuhi.');
  const lowered = shownIndex({ ...all(3), 42: 2 });
  await expect(takar.index).toHaveText(lowered);

  await page.getByRole('link', { name: 'Tahapan' }).click();
  await expect(page.getByTestId('index-mandiri')).toHaveText('3,00');
  await expect(page.getByTestId('index-dokumen')).toHaveText(lowered);
  await expect(page.getByRole('img', { name: `penilaian mandiri 3,00, penilaian dokumen ${lowered}` })).toBeVisible();
  await expect(page.getByTestId('moved')).toHaveText(`0 naik, 1 turun, 46 tetap. Indeks 3,00 menjadi ${lowered} (−0,03).`);
  await page.getByTestId('differences').selectOption('1');
  await expect(page.locator('.by-stage tr[data-testid]')).toHaveCount(1);

  // A cell leads to its indicator at its stage, which can be read and no more.
  await page.getByRole('link', { name: 'indikator 42, penilaian mandiri: 3,00, diberikan pada tahap ini' }).click();
  await expect(takar.heading).toHaveText(/^42\. /);
  await expect(page.getByTestId('frozen')).toContainText('sudah ditutup oleh Sekretaris Daerah');
  await expect(page.getByTestId('level-3')).toBeChecked();
  for (const level of [1, 2, 3, 4, 5]) await expect(page.getByTestId(`level-${level}`)).toBeDisabled();
  await expect(takar.facts).toHaveAttribute('readonly', '');

  await page.getByTestId('frozen').getByRole('link').click();
  await stop('mandiri').getByTestId('reopen-stage').click();
  await page.getByTestId('confirm-reopen').click();
  await expect(stop('mandiri')).not.toContainText('Ditutup oleh');
  await expect(page.locator('#tahap-mandiri')).toBeFocused();
  await takar.toast.getByRole('button', { name: 'Urungkan' }).click();
  await expect(stop('mandiri')).toContainText('Ditutup oleh Sekretaris Daerah');
  await page.getByRole('link', { name: 'Riwayat', exact: true }).click();
  await expect(page.locator('.history')).toContainText('tahap penilaian mandiri ditutup');
  await takar.open('/a/jalan/pemulihan');
  await expect(page.getByTestId('snapshot').filter({ hasText: 'Penutupan tahap penilaian mandiri' })).toContainText('tidak dihapus otomatis');
  await takar.saved();
});

test('a file that would write into a closed stage says so before it is merged', async ({ page, takar }) => {
  const before = manifest({ id: 'jalan', levels: { 1: 2, 2: 2 } });
  const closed = { ...before, records: { closed: { mandiri: { by: 'Sekda', on: '2026-09-01' } } } };
  const coming = { ...manifest({ id: 'jalan', levels: { 1: 2, 2: 2, 3: 4, 4: 5 } }) };
  await takar.seed(shelf(closed));
  await takar.open('/');
  await takar.import(file(coming));
  await expect(page.getByTestId('would-change')).toContainText('mengubah 2 isian');
  await page.getByTestId('merge-now').click();
  await takar.indicator(3, 'jalan');
  await expect(page.getByTestId('level-4')).toBeChecked();
  await expect(page.getByTestId('level-4')).toBeDisabled();
});
