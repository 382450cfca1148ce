// The example shows what a finished assessment looks like.

import { expect, test } from './page.mjs';
import { NUMBERS, example, predicate, shownIndex } from './samples.mjs';

const levels = Object.fromEntries(NUMBERS.map((number) => [number, Number(example.answers.mandiri[number]?.value)]));

test('the example opens complete, with a level and both texts for every indicator', async ({ page, takar }) => {
  await takar.open('/');
  await page.getByRole('button', { name: 'Coba dengan contoh' }).click();
  await expect(takar.heading).toHaveText('Ringkasan');
  await expect(takar.index).toHaveText(shownIndex(levels));
  await expect(takar.predicate).toHaveText(predicate(levels));
  await expect(page.getByText('47 dari 47', { exact: true })).toBeVisible();
  await expect(page.locator('main')).toContainText('Kota Contoh');

  const content = JSON.parse((await takar.export()).text);
  expect(content.id).not.toBe(example.id);
  expect(content.answers).toEqual(example.answers);
  for (const number of NUMBERS) {
    const { explanation } = content.answers.mandiri[number];
    expect(explanation.facts.length, `facts of ${number}`).toBeGreaterThan(40);
    expect(explanation.analysis.length, `analysis of ${number}`).toBeGreaterThan(40);
  }
  await takar.indicator(23);
  await expect(takar.facts).toHaveValue(example.answers.mandiri[23].explanation.facts);
});

test('the example can be opened twice and disturbs no other draft', async ({ page, takar }) => {
  await takar.start();
  await takar.choose(2);
  for (let round = 0; round < 2; round += 1) {
    await page.locator('a.brand').click();
    await page.getByRole('button', { name: 'Coba dengan contoh' }).click();
    await expect(takar.heading).toHaveText('Ringkasan');
  }
  await page.locator('a.brand').click();
  await expect(takar.cards).toHaveCount(3);
  await expect(takar.cards.filter({ hasText: 'Kota Bandung' })).toContainText(shownIndex({ 1: 2 }));
});

test('when the example cannot be fetched the page says so', async ({ page, takar, watch }) => {
  watch.expectError(/ERR_FAILED|net::/);
  await page.route('**/examples/*', (route) => route.abort());
  await takar.open('/');
  await page.getByRole('button', { name: 'Coba dengan contoh' }).click();
  await expect(takar.toast).toContainText('Contoh tidak dapat dimuat. Draf Anda tidak berubah. Periksa sambungan, lalu coba lagi.');
});
