// Indonesian first, English one click away; the choice is remembered and costs nothing.

import { expect, test } from './page.mjs';
import { manifest, pemdi, shelf, shownIndex, varied } from './samples.mjs';

const draft = manifest({ id: 'satu', levels: varied(1), target: '3.50' });

test('texts, numbers and dates follow the language, and the page says which it is in', async ({ page, takar }) => {
  await takar.seed(shelf(draft));
  await takar.open('/');
  const html = page.locator('html');
  await expect(html).toHaveAttribute('lang', 'id');
  await expect(page).toHaveTitle('Beranda · Takar');
  await expect(takar.cards.locator('.value')).toHaveText(shownIndex(varied(1)));
  await expect(takar.cards).toContainText('diubah 1 Jun 2025 pukul 10.00');

  await takar.languageButton.click();
  await expect(html).toHaveAttribute('lang', 'en');
  await expect(page).toHaveTitle('Home · Takar');
  await expect(page.getByTestId('new-assessment')).toHaveText('Start a new assessment');
  await expect(takar.cards.locator('.value')).toHaveText(shownIndex(varied(1), '.'));
  await expect(takar.cards).toContainText('changed 1 Jun 2025, 10:00');

  await takar.open('/a/satu/ringkasan');
  await expect(takar.heading).toHaveText('Summary');
  await expect(takar.index).toHaveText(shownIndex(varied(1), '.'));
  await takar.languageButton.click();
  await expect(takar.heading).toHaveText('Ringkasan');
  await expect(takar.index).toHaveText(shownIndex(varied(1)));
});

test('no number on an Indonesian summary has a decimal point, none on an English one a comma', async ({ page, takar }) => {
  await takar.seed(shelf(draft));
  for (const [language, wrong] of [['id', /\d\.\d/], ['en', /\d,\d/]]) {
    for (const place of ['ringkasan', 'perhitungan']) {
      await takar.open(`/a/satu/${place}`);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      const cells = await page.locator('main td, main .equation, [data-testid=index], main dd').allInnerTexts();
      expect(cells.length).toBeGreaterThan(50);
      expect(cells.filter((cell) => wrong.test(cell))).toEqual([]);
    }
    await takar.languageButton.click();
  }
});

test('dates on the instrument pages are written as people write them', async ({ page, takar }) => {
  for (const id of ['spbe-2020', 'pemdi-2026']) {
    await takar.open(`/instrumen/${id}`);
    const terms = page.locator('main dl > div').filter({ hasText: 'Berlaku sejak' });
    await expect(terms).toHaveCount(1);
    await expect(terms.locator('dd')).not.toHaveText(/^\d{4}-\d{2}-\d{2}$/);
  }
});

test('the language is remembered after a reload and in a new tab', async ({ context, page, takar }) => {
  await takar.open('/');
  await takar.languageButton.click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(takar.heading).toContainText('Self-assessment');
  const other = await context.newPage();
  await other.goto('/#/baru');
  await expect(other.locator('h1')).toHaveText('Start a new assessment');
});

test('a half-filled form is kept when the language changes', async ({ page, takar }) => {
  await takar.open('/baru');
  const fields = { '#agency': 'Kabupaten Kepulauan Sitaro', '#target': '3,2', '#who': 'Rina' };
  for (const [field, text] of Object.entries(fields)) await page.locator(field).fill(text);
  await page.locator('#kind').selectOption('kabupaten');
  await page.locator('#year').selectOption('2024');
  for (const title of ['Start a new assessment', 'Mulai penilaian baru']) {
    await takar.languageButton.click();
    await expect(takar.heading).toHaveText(title);
    for (const [field, text] of Object.entries(fields)) await expect(page.locator(field)).toHaveValue(text);
    await expect(page.locator('#kind')).toHaveValue('kabupaten');
    await expect(page.locator('#year')).toHaveValue('2024');
    await expect(page.locator('#instrument')).toHaveValue('spbe-2020');
  }
});

test('half-changed data of an assessment are kept when the language changes', async ({ page, takar }) => {
  await takar.seed(shelf(draft));
  await takar.open('/a/satu/ringkasan');
  await page.locator('#agency').fill('Kota Bandung Raya');
  await page.locator('#year').selectOption('2024');
  await takar.languageButton.click();
  await expect(takar.heading).toHaveText('Summary');
  await expect(page.locator('#agency')).toHaveValue('Kota Bandung Raya');
  await expect(page.locator('#year')).toHaveValue('2024');
});

test('a search among the indicators is kept when the language changes', async ({ page, takar }) => {
  await takar.seed(shelf(draft));
  await takar.indicator(1, 'satu');
  await page.locator('#cari').fill('keamanan');
  await takar.languageButton.click();
  await expect(page.locator('#cari')).toHaveAttribute('placeholder', 'Find an indicator');
  await expect(page.locator('#cari')).toHaveValue('keamanan');
});

test('what was just typed and chosen is kept, with its undo, when the language changes', async ({ page, takar }) => {
  await takar.start();
  await takar.choose(4);
  await takar.facts.pressSequentially('Perwali 41');
  await takar.languageButton.click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByTestId('level-4')).toBeChecked();
  await expect(takar.facts).toHaveValue('Perwali 41');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(takar.facts).toHaveValue('');
  await expect(page.getByTestId('level-4')).toBeChecked();
});

test('the focus stays on the button that changed the language', async ({ page, takar }) => {
  await takar.seed(shelf(draft));
  for (const place of ['/', '/baru', '/a/satu/indikator/3', '/a/satu/ringkasan']) {
    await takar.open(place);
    for (const language of ['en', 'id']) {
      await takar.languageButton.press('Enter');
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await expect(takar.languageButton).toBeFocused();
    }
  }
});

test('no message stays behind in the language that was left', async ({ page, takar }) => {
  await takar.start();
  await takar.export();
  await expect(takar.toast).toContainText('disimpan ke folder unduhan');
  await takar.languageButton.click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByText('disimpan ke folder unduhan')).toHaveCount(0);
});

test('Indonesian content inside an English page is marked as Indonesian', async ({ page, takar }) => {
  const one = manifest({ id: 'pemdi', year: 2026, instrument: pemdi, levels: { 1: '1.25' } });
  await takar.seed({ ...shelf(one), 'takar:language': 'en' });
  await takar.indicator(1, 'pemdi');
  await expect(takar.heading).toHaveAttribute('lang', 'id');
  await expect(page.locator('#kriteria-3')).toHaveAttribute('lang', 'id');
  // Pemdi's levels have English names of their own.
  await expect(page.locator('.rung .name span[lang=en]')).toHaveText(['Initiate', 'Emerging', 'Developing', 'Embedded', 'Leading']);
});
