// When the program itself fails: a calm page, and the last good state as a file.

import { expect, saved, test } from './page.mjs';
import { manifest, shelf, shownIndex } from './samples.mjs';

/** Makes the next title of a page an error that goes through the program. */
const breakTitles = (page) => page.evaluate(() => {
  Object.defineProperty(document, 'title', { set() { throw new Error('rusak'); } });
});
const rescue = (page) => page.getByRole('alertdialog');

test('after a failure the page says so in both languages, and the copy it offers opens elsewhere', async ({ page, takar, elsewhere, watch }) => {
  watch.expectError(/rusak/);
  await takar.seed(shelf(manifest({ id: 'satu', levels: { 1: 3 } }), manifest({ id: 'dua', agency: 'Kota Bogor' })));
  await takar.indicator(1, 'satu');
  await takar.choose(5);
  await takar.saved();
  await breakTitles(page);
  await page.evaluate(() => { location.hash = '#/a/satu/ringkasan'; });
  await expect(rescue(page)).toContainText('Takar berhenti karena kesalahan program');
  await expect(rescue(page)).toContainText('Takar stopped because of an error in the program.');
  const button = page.getByRole('button', { name: /Simpan salinan/ });
  await expect(button).toBeFocused();
  const download = page.waitForEvent('download');
  await button.click();
  const copy = await saved(await download);
  expect(copy.name).toBe('takar-salinan-satu.json');
  const other = await elsewhere();
  await other.open('/');
  await other.import(copy);
  await other.page.getByTestId('open-as-new').click();
  await expect(other.index).toHaveText(shownIndex({ 1: 5 }));

  await page.getByRole('button', { name: /Muat ulang/ }).click();
  await expect(takar.index).toHaveText(shownIndex({ 1: 5 }));
  await expect(rescue(page)).toHaveCount(0);
});

test('a panic of the program itself is met in the same way', async ({ page, takar }) => {
  await takar.seed(shelf(manifest({ id: 'satu', levels: { 1: 3 } })));
  await takar.indicator(1, 'satu');
  // What the program's panic hook does (src/main.rs); a panic that could be had at will would be a bug.
  await page.evaluate(() => dispatchEvent(new CustomEvent('takar:panic')));
  await expect(rescue(page)).toBeVisible();
});

test('work that no storage holds is in the copy all the same', async ({ elsewhere, watch }) => {
  watch.expectError(/rusak/);
  const takar = await elsewhere();
  await takar.page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('blocked', 'SecurityError'); } });
  });
  await takar.start();
  await takar.choose(4);
  await takar.facts.fill('Hanya di halaman ini');
  await expect(takar.saveState).toHaveAttribute('data-state', 'memory');
  await takar.page.waitForFunction(() => JSON.stringify(globalThis.takarUnsaved ?? {}).includes('Hanya di halaman ini'));
  await breakTitles(takar.page);
  await takar.page.evaluate(() => { location.hash = '#/instrumen/spbe-2020'; });
  const download = takar.page.waitForEvent('download');
  await takar.page.getByRole('button', { name: /Simpan salinan/ }).click();
  expect((await saved(await download)).text).toContain('Hanya di halaman ini');
});
