// Pemdi 2026: assessors give decimals, so a value is typed as well as chosen.

import { expect, test } from './page.mjs';
import { manifest, pemdi, shelf } from './samples.mjs';

const draft = (levels = {}) => manifest({ id: 'pemdi', agency: 'Provinsi Bali', kind: 'provinsi', year: 2026, instrument: pemdi, levels });

async function type(page, text) {
  await page.locator('#nilai').fill(text);
  await page.locator('#nilai').press('Tab');
}

test('a value with two decimals is taken, by comma or by point, and counted exactly', async ({ page, takar }) => {
  await takar.seed(shelf(draft()));
  await takar.indicator(20, 'pemdi');
  await type(page, '1,25');
  // 1,00 + 0,25 × 15 % = 1,0375
  await expect(takar.index).toHaveText('1,04');
  await expect(page.locator('#nilai')).toHaveValue('1,25');
  await expect(page.getByTestId('level-1')).toBeChecked();
  await type(page, '4.2');
  await expect(takar.index).toHaveText('1,48');
  await expect(page.locator('#nilai')).toHaveValue('4,20');
  await expect(page.getByTestId('level-5')).toBeChecked();
  await takar.saved();
  await page.reload();
  await expect(page.locator('#nilai')).toHaveValue('4,20');
});

const REFUSED = {
  '1,255': 'Tulis angka dengan paling banyak dua desimal, misalnya 2,75. Nilai sebelumnya tetap dipakai.',
  x: 'Tulis angka dengan paling banyak dua desimal, misalnya 2,75. Nilai sebelumnya tetap dipakai.',
  '-1': 'Tulis angka dengan paling banyak dua desimal, misalnya 2,75. Nilai sebelumnya tetap dipakai.',
  7: 'Indikator 3: nilai 7,00 di luar skala 1,00 sampai 5,00.',
  '0,99': 'Indikator 3: nilai 0,99 di luar skala 1,00 sampai 5,00.',
};

test('a value that cannot be is refused with a reason, and the one before stays', async ({ page, takar }) => {
  await takar.seed(shelf(draft({ 3: '2.50' })));
  await takar.indicator(3, 'pemdi');
  const field = page.locator('#nilai');
  const error = page.locator('#nilai-error');
  for (const [text, message] of Object.entries(REFUSED)) {
    await test.step(`“${text}”`, async () => {
      await type(page, text);
      await expect(error).toHaveText(message);
      await expect(error).toHaveAttribute('role', 'alert');
      await expect(field).toHaveAttribute('aria-invalid', 'true');
      await expect(field).toHaveAccessibleDescription(new RegExp(message.slice(0, 20)));
      await expect(field, 'the mistake stays in sight').toHaveValue(text);
      await expect(takar.index).toHaveText('1,08');
      await type(page, '2,50');
      await expect(error).toHaveCount(0);
      await expect(field).toHaveValue('2,50');
    });
  }
  expect(JSON.parse((await takar.export()).text).answers.mandiri['3'].value).toBe('2.50');
});

test('an empty value takes the answer back', async ({ page, takar }) => {
  await takar.seed(shelf(draft({ 3: '2.50' })));
  await takar.indicator(3, 'pemdi');
  await type(page, '');
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
  await expect(page.locator('aside.score')).toContainText('0 dari 20');
});

test('a level on the ladder sets the value of that level, and the field follows', async ({ page, takar }) => {
  await takar.seed(shelf(draft()));
  await takar.indicator(1, 'pemdi');
  const field = page.locator('#nilai');
  const values = pemdi.models[0].levels.map(({ value }) => value.replace('.', ','));
  for (const [at, value] of values.entries()) {
    await takar.choose(at + 1);
    await expect(field).toHaveValue(value);
  }
  // An error goes as soon as a good value is chosen.
  await type(page, '9');
  await expect(page.locator('#nilai-error')).toBeVisible();
  await takar.choose(2);
  await expect(page.locator('#nilai-error')).toHaveCount(0);
  await expect(field).toHaveValue('2,00');
});

test('an external index is named where its value or its evidence is used', async ({ page, takar }) => {
  await takar.seed(shelf(draft()));
  await takar.indicator(5, 'pemdi');
  await expect(page.locator('main')).toContainText('Nilai berasal dari Indeks Satu Data Indonesia (SDI) (Kementerian PPN/Bappenas)');
  await takar.indicator(10);
  await expect(page.locator('main')).toContainText('IKASANDI area Keamanan Siber (Badan Siber dan Sandi Negara) dipakai sebagai bukti.');
});

test('the index of twenty decimal values is the weighted sum, exactly', async ({ page, takar }) => {
  const weights = { 1: 5, 2: 5, 3: 5, 4: 5, 5: 5, 6: 3, 7: 3, 8: 4, 9: 4, 10: 4, 11: 3, 12: 4, 13: 5, 14: 5, 15: 4, 16: 4, 17: 4, 18: 3, 19: 10, 20: 15 };
  const values = Object.fromEntries(Object.keys(weights).map((number) => [number, 100 + ((number * 137) % 401)]));
  const sum = Object.entries(weights).reduce((all, [number, weight]) => all + values[number] * weight, 0);
  const levels = Object.fromEntries(Object.entries(values).map(([number, value]) => [number, (value / 100).toFixed(2)]));
  await takar.seed(shelf(draft(levels)));
  await takar.open('/a/pemdi/ringkasan');
  const hundredths = Math.floor((sum + 50) / 100);
  await expect(takar.index).toHaveText((hundredths / 100).toFixed(2).replace('.', ','));
  await takar.open('/a/pemdi/perhitungan');
  const exact = `${Math.floor(sum / 10000)},${String(sum % 10000).padStart(4, '0')}`;
  await expect(page.locator('main')).toContainText(`Nilai tepat ${exact} ditampilkan dengan dua desimal`);
});
