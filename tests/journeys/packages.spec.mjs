// Units and work packages: from the coordinator to a unit and back.

import { expect, saved, test } from './page.mjs';
import { shownIndex } from './samples.mjs';

async function addUnit(page, name, boxes) {
  await page.getByTestId('unit-name').fill(name);
  await page.getByTestId('add-unit').click();
  const unit = page.getByTestId('unit').filter({ has: page.getByRole('heading', { name, exact: true }) });
  await expect(unit.getByTestId('assign')).toBeVisible();
  await unit.locator('.own details').evaluateAll((all) => all.forEach((one) => { one.open = true; }));
  for (const box of boxes) await unit.getByTestId(`own-${box}`).check();
  return unit;
}

async function download(page, act) {
  const waiting = page.waitForEvent('download');
  await act();
  return saved(await waiting);
}

test('two units get their packages; one is filled in elsewhere, sent back, and changes its part alone', async ({ takar, elsewhere, page }) => {
  await takar.start({ agency: 'Kota Contoh', year: 2025, who: 'Ani' });
  await takar.indicator(11);
  await takar.choose(2);
  await page.locator('#fakta').fill('Rahasia Bappeda.');
  await takar.open(`/a/${takar.draft}/unit`);
  const hukum = await addUnit(page, 'Bagian Hukum', ['domain-1']);
  await expect(hukum.getByTestId('unit-progress')).toContainText('0 dari 10 indikator terisi.');
  const bappeda = await addUnit(page, 'Bappeda', ['aspek-2', '1']);
  await expect(bappeda.getByTestId('unit-progress')).toContainText('1 dari 5 indikator terisi.');
  await expect(bappeda.getByTestId('own-domain-1')).toHaveJSProperty('indeterminate', true);
  await expect(page.getByTestId('unowned')).toContainText('33 indikator belum memiliki pengampu.');
  await page.getByTestId('unit-name').fill(' bappeda ');
  await page.getByTestId('add-unit').click();
  await expect(page.getByText('Sudah ada unit dengan nama ini.')).toBeVisible();

  await page.getByTestId('instructions').fill('Isi tingkat dan faktanya.');
  await page.getByTestId('due-date').fill('2031-03-01');
  const archive = await download(page, () => page.getByTestId('save-packages').click());
  expect(archive.name).toBe('takar-paket-kota-contoh-2025.zip');
  const at = (name) => archive.bytes.indexOf(Buffer.from(name));
  expect(at('takar-paket-bagian-hukum-kota-contoh-2025.json')).toBeGreaterThan(0);
  expect(at('takar-paket-bappeda-kota-contoh-2025.json')).toBeGreaterThan(0);
  const file = await download(page, () => hukum.getByTestId('save-package').click());
  expect(file.name).toBe('takar-paket-bagian-hukum-kota-contoh-2025.json');
  expect(file.text).not.toContain('Rahasia');
  await expect(hukum.getByTestId('unit-state')).toContainText('Paket dibuat');
  // Meanwhile the coordinator goes on.
  await takar.indicator(12);
  await takar.choose(2);
  await takar.saved();

  const officer = await elsewhere();
  await officer.open('/');
  await officer.import(file);
  await expect(officer.page.getByTestId('package-file')).toContainText('paket kerja untuk Bagian Hukum');
  await officer.page.locator('#who').fill('Budi');
  await officer.page.getByTestId('open-as-new').click();
  const head = officer.page.getByTestId('package');
  await expect(head).toContainText('Paket kerja Bagian Hukum');
  await expect(head).toContainText('Isi tingkat dan faktanya.');
  await expect(officer.page.getByTestId('due')).toContainText('1 Mar 2031');
  await expect(officer.index).toHaveCount(0);
  await expect(officer.page.getByTestId('package-progress')).toContainText('0 dari 10');
  await officer.open(`/a/${officer.draft}/indikator/11`);
  await expect(officer.page.getByText('Indikator 11 tidak termasuk dalam paket kerja ini.')).toBeVisible();
  await officer.indicator(1);
  await expect(officer.page.locator('[data-testid^="indicator-"]')).toHaveCount(10);
  await expect(officer.page.getByTestId('index')).toHaveCount(0);
  await officer.choose(3);
  await officer.page.locator('#fakta').fill('Perwali 41.');
  await officer.saved();
  await head.getByRole('link', { name: 'Kirim kembali' }).click();
  await expect(officer.page.getByTestId('missing')).toHaveCount(10);
  await expect(officer.page.locator('#who')).toHaveValue('Budi');
  const back = await download(officer.page, () => officer.page.getByTestId('send-back').click());
  expect(back.name).toBe('takar-kembali-bagian-hukum-kota-contoh-2025.json');
  await expect(officer.page.getByTestId('sent')).toBeVisible();
  await officer.open('/');
  await expect(officer.cards).toContainText('Paket kerja Bagian Hukum');

  // The coordinator, too, chose a level there: one question, and the index before and after.
  await takar.indicator(1);
  await takar.choose(4);
  await takar.saved();
  await takar.open(`/a/${takar.draft}/unit`);
  // By mistake the file that was handed out, not the one that came back.
  await takar.import(file);
  await expect(page.getByText('Paket ini belum dikirim kembali oleh unitnya.')).toBeVisible();
  await page.getByRole('link', { name: 'Batal' }).click();
  await expect(takar.cards).toHaveCount(1);
  await takar.import(back);
  await expect(page.getByTestId('package-file')).toContainText('Bagian Hukum');
  await expect(page.getByTestId('merge-counts').locator('dd')).toHaveText(['1', '0', '1', /^\d+$/, /^\d+$/]);
  await expect(page.getByTestId('conflict')).toContainText('Milik mereka Budi');
  await page.getByTestId('conflict').getByLabel('Milik mereka').check();
  await expect(page.getByTestId('merge-after')).toContainText(shownIndex({ 1: 3, 11: 2, 12: 2 }));
  await page.getByTestId('merge-now').click();
  await expect(takar.heading).toHaveText('Laporan penggabungan');
  await takar.open(`/a/${takar.draft}/unit`);
  await expect(hukum.getByTestId('unit-state')).toContainText('dari Budi');
  await expect(hukum.getByTestId('unit-progress')).toContainText('1 dari 10');
  await takar.indicator(12);
  await expect(page.getByTestId('level-2')).toBeChecked();
  await takar.indicator(1);
  await expect(page.getByTestId('level-3')).toBeChecked();
  await expect(page.locator('#fakta')).toHaveValue('Perwali 41.');
});

test('pages are narrowed to a unit until that is cleared', async ({ takar, page }) => {
  await takar.start({ agency: 'Kota Contoh', year: 2025, who: 'Ani' });
  await takar.open(`/a/${takar.draft}/unit`);
  const unit = await addUnit(page, 'Bappeda', ['aspek-2', '1']);
  await unit.getByRole('link', { name: /Lihat bagiannya/ }).click();
  const shown = page.locator('[data-testid^="indicator-"]:visible');
  await expect(shown).toHaveCount(5);
  await page.getByRole('link', { name: 'Ringkasan' }).click();
  await expect(page.getByTestId('unit-filter')).not.toHaveValue('');
  await expect(page.locator('section[aria-labelledby="semua"] tbody tr:visible')).toHaveCount(5);
  await page.getByRole('link', { name: 'Riwayat' }).click();
  await expect(page.getByTestId('history-found')).toHaveText(/^5 dari \d+ catatan$/);
  await page.getByRole('link', { name: 'Penilaian' }).click();
  await expect(shown).toHaveCount(5);
  await page.getByRole('button', { name: 'Tampilkan semua unit' }).click();
  await expect(shown).toHaveCount(47);
  await takar.open(`/a/${takar.draft}/unit`);
  await unit.getByTestId('remove-unit').click();
  await expect(page.getByText('5 di antaranya lalu tidak memiliki pengampu')).toBeVisible();
  await page.getByTestId('confirm-remove').click();
  await expect(page.getByTestId('unit')).toHaveCount(0);
  await takar.toast.getByRole('button').first().click();
  await expect(unit).toBeVisible();
});
