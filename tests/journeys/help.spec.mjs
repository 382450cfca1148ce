// The help page: found from every page, with pictures in the language and colours of the page, and on paper.

import { expect, test } from './page.mjs';
import { pages } from './pdf.mjs';

const pictures = (page) => page.locator('.guide img').evaluateAll((all) => all.map((one) => ({
  there: one.complete && one.naturalWidth === Number(one.getAttribute('width')) && one.naturalHeight === Number(one.getAttribute('height')),
  name: one.currentSrc.replace(/.*\//, ''),
  alt: one.alt.length > 30,
})));

test('the help page shows the whole road in pictures, explains the terms, and leads on', async ({ page, takar }) => {
  await takar.start();
  await takar.indicator(18);
  // From the terms of an indicator to all of them.
  await page.getByTestId('terms').locator('summary').click();
  await expect(page.getByTestId('terms')).toContainText('Peraturan Presiden Nomor 95 Tahun 2018');
  await page.getByTestId('terms').getByRole('link').click();
  await expect(page.locator('#bantuan-istilah')).toBeFocused();
  await expect(page.locator('#bantuan-istilah')).toBeInViewport();
  // Another language does not lead away from the button that was pressed.
  for (const language of ['en', 'id']) {
    await takar.languageButton.click();
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 60))));
    await expect(takar.languageButton).toBeFocused();
  }
  await page.getByRole('link', { name: 'Bantuan', exact: true }).click();
  await expect(takar.heading).toHaveText('Bantuan');

  for (const [language, scheme, mark] of [['id', 'light', ''], ['en', 'dark', '-gelap']]) {
    await page.emulateMedia({ colorScheme: scheme });
    if (language === 'en') await takar.languageButton.click();
    await expect(page.locator('.guide img')).toHaveCount(11);
    await page.locator('.guide img').evaluateAll((all) => all.forEach((one) => { one.loading = 'eager'; }));
    const names = ['mulai', 'unit', 'isi', 'bukti', 'gabung', 'indeks', 'tahapan', 'rencana', 'laporan', 'kirim', 'cadangan'];
    const expected = names.map((name) => ({ there: true, name: `${name}-${language}${mark}.webp`, alt: true }));
    await expect.poll(() => pictures(page)).toEqual(expected);
  }
  // On paper the light ones, each with its text on one page, and nothing that is for pressing.
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect.poll(async () => (await pictures(page))[0].name).toBe('mulai-en.webp');
  await expect(page.getByTestId('print-help')).toBeHidden();
  const printed = await page.pdf({ format: 'A4', margin: { top: '15mm', bottom: '15mm', left: '15mm', right: '15mm' } });
  const sheets = pages(printed).map((sheet) => sheet.normalize('NFKC'));
  expect(sheets.length).toBeGreaterThan(4);
  expect(sheets.length).toBeLessThan(16);
  // Each step begins and ends on one page, and so does each term with what it means.
  const whole = await page.locator('.guide .card.side-by-side, .guide .pairs > div').evaluateAll((all) => all.map((one) => {
    const bare = (element) => element.textContent.replace(/\s/g, '');
    return [bare(one.querySelector('h2, dt')), bare(one.querySelector('li:last-child') ?? one).slice(-40)];
  }));
  expect(whole.length).toBeGreaterThan(120);
  for (const [begin, end] of whole) {
    expect(sheets.some((sheet) => sheet.includes(begin) && sheet.includes(end)), `${begin} … ${end}`).toBe(true);
  }
});
