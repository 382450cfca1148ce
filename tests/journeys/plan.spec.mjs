// Rencana: a target, the shortest way to it, the action plan, and scenarios.

import { expect, saved, test } from './page.mjs';
import { all, manifest, shelf } from './samples.mjs';

const units = { bappeda: { name: 'Bappeda', indicators: [44, 45] }, hukum: { name: 'Bagian Hukum', indicators: [1] } };
const draft = manifest({ id: 'rencana', levels: all(3), units });

test('a target, the shortest way to it, locks and efforts that change it, and an action plan', async ({ page, takar }) => {
  await takar.seed(shelf(draft));
  await takar.open('/a/rencana/rencana');
  const way = page.getByTestId('way');
  await expect(way).toContainText('Isi target indeks');
  const steps = () => page.getByTestId('way-step').evaluateAll((rows) => rows.map((row) => row.dataset.step));

  // 0.09 with steps of 0.03 (Permen PANRB 59/2020, tables 7 to 9): three of aspect 8, the lowest numbers first.
  await page.locator('#target-indeks').fill('3,09');
  await page.locator('#target-indeks').press('Tab');
  await expect.poll(steps).toEqual(['42:4', '42:5', '43:4']);
  await expect(way).toContainText('3 langkah pada 2 indikator. Jumlah bobot kerja 3. Indeks naik dari 3,00 menjadi 3,09 (Baik).');
  await expect(page.getByTestId('ties')).toContainText('Ada 49 susunan lain');
  const third = page.getByTestId('way-step').nth(2);
  await third.locator('summary').click();
  await expect(third.getByTestId('instead')).toContainText('44. ');
  await expect(third).toContainText('Belum ada dokumen yang ditautkan');

  await page.getByTestId('lock-42-4').click();
  await expect.poll(steps).toEqual(['43:4', '43:5', '44:4']);
  await expect(page.locator('#jalan')).toBeFocused();
  const effort = page.getByTestId('way-step').first().getByTestId('effort-43-4');
  await effort.fill('0');
  await effort.press('Tab');
  await expect(page.getByRole('alert').filter({ hasText: 'dari 1 sampai 999' })).toBeVisible();
  await effort.fill('4');
  await effort.press('Tab');
  await expect.poll(steps).toEqual(['44:4', '44:5', '45:4']);

  await page.getByTestId('plan-all').click();
  const actions = page.getByTestId('action');
  await expect(actions).toHaveCount(3);
  await actions.first().getByTestId('progress-44-4').selectOption('selesai');
  await actions.nth(1).getByTestId('due-44-5').fill('2026-12-01');
  await actions.nth(2).getByTestId('owner-45-4').selectOption({ label: 'Bagian Hukum' });
  await actions.nth(2).getByRole('textbox', { name: /^Catatan/ }).fill('=1+1');
  await page.keyboard.press('Tab');
  await expect(page.getByTestId('plan-totals')).toContainText('1 dari 3 langkah selesai; bobot kerja 1 dari 3 (33%). Indeks bila semua langkah selesai: 3,09 (Baik).');
  await page.locator('#rencana-unit').selectOption({ label: 'Bagian Hukum' });
  await expect(actions).toHaveCount(1);
  await page.locator('#rencana-unit').selectOption('');
  const download = page.waitForEvent('download');
  await page.getByTestId('plan-csv').click();
  const table = (await saved(await download)).text.trim().split('\r\n');
  expect(table).toHaveLength(4);
  expect(table[1]).toMatch(/^44;.*;"3,00";4;"0,03";1;Bappeda;;Selesai;tidak;;/);
  expect(table[2]).toContain(';Bappeda;2026-12-01;Belum;tidak;;');
  expect(table[3]).toContain(";Bagian Hukum;;Belum;tidak;'=1+1;");

  // What was chosen goes on when the level is reached.
  await takar.indicator(44, 'rencana');
  await takar.choose(4);
  await takar.open('/a/rencana/rencana');
  await expect(actions.first()).toContainText('Tingkat tercapai');
  await takar.saved();
  await page.reload();
  await expect(actions).toHaveCount(3);
  await expect(page.getByTestId('locked')).toContainText('42');
});

test('what is out of reach is said, and scenarios are made, compared and kept', async ({ page, takar }) => {
  const locked = { aims: { 42: { locked: true }, 43: { locked: true } } };
  await takar.seed(shelf({ ...draft, target: '3.50', records: locked }));
  await takar.open('/a/rencana/rencana');
  await page.getByTestId('goal').selectOption('lain');
  await page.getByTestId('other-goal').fill('4,95');
  // Two indicators of 3 per cent stay two levels below: 5 − 2 × 2 × 0.03.
  await expect(page.getByTestId('out-of-reach')).toContainText('Indeks 4,95 tidak terjangkau. Dengan semua langkah yang boleh diambil, indeks tertinggi 4,88 (Memuaskan), kurang 0,07.');
  await expect(page.getByTestId('out-of-reach').getByRole('listitem')).toHaveCount(2);
  await expect(page.getByTestId('way-step')).toHaveCount(0);
  await page.getByTestId('out-of-reach').getByRole('button', { name: 'Buka kunci: indikator 42' }).click();
  await expect(page.getByTestId('out-of-reach')).toContainText('4,94');
  await page.getByTestId('other-goal').fill('2');
  await expect(page.getByTestId('way')).toContainText('sudah mencapai 2,00');
  // Ten steps of 0.03, and eight of 0.0275: seven would come to 3.4925.
  await page.getByTestId('goal').selectOption('3');
  await expect(page.getByTestId('way')).toContainText('18 langkah pada 9 indikator. Jumlah bobot kerja 18. Indeks naik dari 3,00 menjadi 3,52 (Sangat Baik).');

  await page.getByTestId('way-scenario').click();
  await expect(page.locator('#nama-skenario')).toHaveValue('Jalan terpendek ke 3,50');
  await expect(page.locator('#nama-skenario')).toBeFocused();
  await page.getByTestId('new-scenario').click();
  const name = page.locator('#nama-skenario');
  await expect(name).toHaveValue('Skenario 1');
  await page.getByTestId('raise-42').click();
  await page.getByTestId('raise-42').click();
  await expect(page.getByTestId('raise-42')).toHaveAttribute('aria-disabled', 'true');
  await page.getByTestId('lower-1').click();
  // 3 + 2 × 0.03 − 0.013.
  await expect(page.getByTestId('scenario-moves')).toHaveText('Indeks sekarang 3,00, dalam skenario 3,05 (+0,05).');
  await name.fill('Pengaduan dulu');
  await name.press('Tab');
  const rows = page.getByTestId('scenario');
  await expect(rows).toContainText(['Jalan terpendek ke 3,50', 'Pengaduan dulu']);
  await expect(rows.nth(1)).toContainText('+0,05');
  await rows.nth(1).getByRole('button', { name: /^Gandakan/ }).click();
  await expect(rows).toHaveCount(3);
  await rows.nth(2).getByRole('button', { name: /^Hapus/ }).click();
  await expect(rows).toHaveCount(2);
  await takar.saved();
  await page.reload();
  await expect(rows.nth(1)).toContainText('3,05');
  await takar.indicator(42, 'rencana');
  await expect(page.getByTestId('level-3'), 'answers stay as they are').toBeChecked();
});
