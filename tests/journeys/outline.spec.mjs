// Finding an indicator among many.

import { expect, test } from './page.mjs';
import { manifest, shelf } from './samples.mjs';

const visible = (page) => page.locator('#daftar li:visible');
const numbers = async (page) => (await page.locator('#daftar li:visible .no').allInnerTexts()).map(Number);

test('a search finds words of the title in any order, and a number finds numbers', async ({ page, takar }) => {
  await takar.seed(shelf(manifest({ id: 'satu' })));
  await takar.indicator(1, 'satu');
  await expect(visible(page)).toHaveCount(47);
  await page.locator('#cari').fill('rencana peta');
  await expect(visible(page).filter({ hasText: 'Peta Rencana SPBE' }).first()).toBeVisible();
  await page.locator('#cari').fill('4');
  await expect.poll(() => numbers(page)).toEqual([4, 40, 41, 42, 43, 44, 45, 46, 47]);
  await page.locator('#cari').fill('zzz');
  await expect(visible(page)).toHaveCount(0);
  await expect(page.locator('#daftar')).toContainText('Tidak ada indikator yang cocok.');
  await page.getByRole('button', { name: 'Tampilkan semua' }).click();
  await expect(visible(page)).toHaveCount(47);
  await expect(page.locator('#cari')).toBeFocused();
});

test('the filters show what is unanswered and what is below the target', async ({ page, takar }) => {
  await takar.seed(shelf(manifest({ id: 'satu', levels: { 1: 2, 2: 3, 3: 4 }, target: '3.00' })));
  await takar.indicator(1, 'satu');
  const filter = page.getByLabel('Tampilkan', { exact: true });
  await filter.selectOption({ label: 'Belum diisi' });
  await expect.poll(() => numbers(page)).toEqual(Array.from({ length: 44 }, (_, at) => at + 4));
  await filter.selectOption({ label: 'Di bawah target' });
  await expect.poll(async () => (await numbers(page)).slice(0, 3)).toEqual([1, 4, 5]);
  await takar.choose(3);
  await expect.poll(async () => (await numbers(page)).slice(0, 3)).toEqual([4, 5, 6]);
});

test('without a target the filter says where to set one', async ({ page, takar }) => {
  await takar.seed(shelf(manifest({ id: 'satu' })));
  await takar.indicator(1, 'satu');
  await page.getByLabel('Tampilkan', { exact: true }).selectOption({ label: 'Di bawah target' });
  await expect(page.locator('#daftar')).toContainText('Draf ini belum memiliki target. Tetapkan di Ringkasan');
});

test('search and filter stay while a person moves through the indicators', async ({ page, takar }) => {
  await takar.seed(shelf(manifest({ id: 'satu' })));
  await takar.indicator(1, 'satu');
  await page.locator('#cari').fill('audit');
  const before = await numbers(page);
  expect(before.length).toBeGreaterThan(2);
  await visible(page).nth(1).getByRole('link').click();
  await expect(takar.heading).toHaveText(new RegExp(`^${before[1]}\\. `));
  await expect(page.locator('#cari')).toHaveValue('audit');
  expect(await numbers(page)).toEqual(before);
});

test('the list shows each level and counts the answers of each domain', async ({ page, takar }) => {
  await takar.seed(shelf(manifest({ id: 'satu', levels: { 1: 2, 2: 3 } })));
  await takar.indicator(3, 'satu');
  const first = page.locator('#daftar .group').first();
  await expect(first.locator('h2')).toContainText('2/10');
  await expect(page.getByTestId('indicator-2').getByRole('img')).toHaveAccessibleName('tingkat 3');
  await expect(page.getByTestId('indicator-3').getByRole('img')).toHaveAccessibleName('belum diisi');
  await takar.choose(5);
  await expect(first.locator('h2')).toContainText('3/10');
  await expect(page.getByTestId('indicator-3').getByRole('img')).toHaveAccessibleName('tingkat 5');
});

test('on a phone the list unfolds, and folds again once an indicator is chosen', async ({ page, takar }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await takar.seed(shelf(manifest({ id: 'satu' })));
  await takar.indicator(1, 'satu');
  const unfold = page.getByRole('button', { name: 'Daftar indikator' });
  await expect(unfold).toHaveAttribute('aria-expanded', 'false');
  await expect(page.getByTestId('indicator-5')).toBeHidden();
  await unfold.click();
  await expect(unfold).toHaveAttribute('aria-expanded', 'true');
  await page.getByTestId('indicator-5').click();
  await expect(takar.heading).toHaveText(/^5\. /);
  await expect(page.getByTestId('indicator-5')).toBeHidden();
});
