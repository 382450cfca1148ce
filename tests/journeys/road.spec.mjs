// The whole road of one agency, from its last answer to the printed report.

import { expect, test } from './page.mjs';
import { bare, printed } from './printed.mjs';
import { all, manifest, predicate, shelf, shownIndex } from './samples.mjs';

test('from the last answer over document assessment, interview, final result and plan to the printed report', async ({ page, takar }) => {
  const { 1: _, ...open } = all(3);
  const units = { kominfo: { name: 'Diskominfo', indicators: [12, 42] } };
  await takar.seed({ ...shelf(manifest({ id: 'jalan', levels: open, units })), 'takar:who': 'Ani' });
  const stop = (name) => page.getByTestId(`stage-${name}`);
  const tab = (name) => page.getByRole('navigation', { name: 'Bagian penilaian' }).getByRole('link', { name, exact: true }).click();

  await takar.indicator(1, 'jalan');
  await takar.choose(3);
  await expect(takar.index).toHaveText('3,00');
  await tab('Tahapan');
  await stop('mandiri').getByTestId('close-stage').click();
  await page.getByTestId('closed-by').fill('Sekretaris Daerah');
  await page.getByTestId('confirm-close').click();
  await page.getByTestId('go-on-dokumen').click();

  await takar.indicator(12, 'jalan');
  await takar.choose(2);
  await page.locator('#catatan').fill('Peta rencana belum memuat anggaran.');
  const documents = { ...all(3), 12: 2 };
  await expect(takar.index).toHaveText(shownIndex(documents));

  await takar.open('/a/jalan/interviu');
  await page.getByTestId('new-question-indicator').selectOption('12');
  await page.getByTestId('new-question').fill('Di mana anggarannya?');
  await page.getByTestId('add-question').click();
  await page.getByTestId('question-lanjut').fill('Kirim DPA tahun berjalan.');
  await page.getByTestId('question-lanjut').blur();

  await tab('Tahapan');
  await stop('akhir').getByRole('button', { name: 'Kerjakan tahap ini' }).click();
  await takar.indicator(12, 'jalan');
  await takar.choose(4);
  const final = { ...all(3), 12: 4 };
  await expect(takar.index).toHaveText(shownIndex(final));

  await tab('Rencana');
  await page.locator('#target-indeks').fill('3,08');
  await page.locator('#target-indeks').press('Tab');
  await expect(page.getByTestId('way-step').first()).toBeVisible();
  await page.getByTestId('plan-all').click();
  await expect(page.getByTestId('action').first()).toBeVisible();

  await tab('Laporan');
  for (const part of ['lengkap', 'berita-acara', 'perbaikan']) await page.getByTestId(`part-${part}`).check();
  const preview = page.frameLocator('#pratinjau');
  // What has to be mended: one part for Diskominfo, one for indicators without a unit.
  await expect(preview.locator('article')).toHaveCount(5);
  await takar.saved();
  const { pages: found } = await printed(takar);
  const paper = found.join('');
  for (const words of [
    shownIndex(final), predicate(final), 'hasil akhir', 'Peta rencana belum memuat anggaran.', 'Kirim DPA tahun berjalan.',
    `penilaian mandiri 3,00 → penilaian dokumen ${shownIndex(documents)}`, 'Berita Acara Penilaian Mandiri', 'Diskominfo', 'Rencana Aksi',
  ]) {
    expect(paper.toLowerCase(), words).toContain(bare(words).toLowerCase());
  }
  // What the agency signs is what it said itself.
  const minutes = found.find((text) => text.includes(bare('Berita Acara Penilaian Mandiri')) && text.includes(bare('Koordinator')));
  expect(minutes).toContain('3,00');
});
