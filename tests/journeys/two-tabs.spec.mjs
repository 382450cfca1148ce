// The same browser, two tabs: what is done in one is seen in the other, and neither undoes the other.

import { Takar, expect, test } from './page.mjs';
import { manifest, shelf, shownIndex } from './samples.mjs';

const second = async (context, takar) => new Takar(await context.newPage(), takar.origin);
const SOON = { timeout: 1000 };

test('an edit in one tab appears in the other within a second', async ({ context, takar }) => {
  await takar.seed(shelf(manifest({ id: 'satu', levels: { 1: 2 } })));
  await takar.indicator(1, 'satu');
  const other = await second(context, takar);
  await other.indicator(1, 'satu');

  await takar.choose(5);
  await expect(other.page.getByTestId('level-5')).toBeChecked(SOON);
  await expect(other.index).toHaveText(shownIndex({ 1: 5 }), SOON);
  await other.facts.fill('Ditulis di tab kedua');
  await expect(takar.facts).toHaveValue('Ditulis di tab kedua', SOON);
  await expect(takar.saveState).toHaveAttribute('data-state', 'saved');
});

test('edits that alternate between two tabs are all there in the end', async ({ context, takar }) => {
  await takar.seed(shelf(manifest({ id: 'satu' })));
  const other = await second(context, takar);
  const levels = {};
  for (const [at, number] of [3, 14, 25, 36, 47].entries()) {
    const [here, there] = at % 2 ? [other, takar] : [takar, other];
    await here.indicator(number, 'satu');
    await here.choose((at % 5) + 1);
    levels[number] = (at % 5) + 1;
    await here.saved();
    await there.indicator(number, 'satu');
    await expect(there.index).toHaveText(shownIndex(levels));
  }
  await takar.page.reload();
  await expect(takar.index).toHaveText(shownIndex(levels));
});

test('two tabs that edit different indicators in the same moment both keep their edit', async ({ context, takar }) => {
  await takar.seed(shelf(manifest({ id: 'satu' })));
  await takar.indicator(1, 'satu');
  const other = await second(context, takar);
  await other.indicator(2, 'satu');
  // The pause before a save is stretched, so that the moment in which both are unsaved is met.
  for (const { page } of [takar, other]) {
    await page.evaluate(() => {
      const original = window.setTimeout;
      window.setTimeout = (call, time, ...more) => original(call, time + 1500, ...more);
    });
  }
  await takar.choose(5);
  await other.choose(4);
  await Promise.all([takar.saved(), other.saved()]);
  await expect(takar.index).toHaveText(shownIndex({ 1: 5, 2: 4 }));
  await expect(other.index).toHaveText(shownIndex({ 1: 5, 2: 4 }));
});

test('drafts that are made, renamed, deleted and brought back in one tab are so on the other’s Beranda', async ({ context, takar }) => {
  await takar.open('/');
  const other = await second(context, takar);
  await other.start();
  await expect(takar.cards).toHaveCount(1);
  await other.page.locator('a.brand').click();
  await other.page.getByRole('button', { name: 'Hapus: Kota Bandung' }).click();
  await expect(takar.cards).toHaveCount(0);
  await expect(takar.page.getByRole('heading', { name: 'Baru dihapus' })).toBeVisible();
  await other.toast.getByRole('button', { name: 'Kembalikan' }).click();
  await expect(takar.cards).toHaveCount(1);
});

test('a draft that is deleted in one tab is not lost for the tab that works on it', async ({ context, takar }) => {
  await takar.seed(shelf(manifest({ id: 'satu', levels: { 1: 3 } })));
  await takar.indicator(1, 'satu');
  const other = await second(context, takar);
  await other.open('/');
  await other.page.getByRole('button', { name: 'Hapus: Kota Bandung' }).click();
  await expect(other.cards).toHaveCount(0);
  await takar.choose(5);
  await takar.saved();
  await takar.page.reload();
  await expect(takar.index).toHaveText(shownIndex({ 1: 5 }));
});

test('typing goes on undisturbed while another tab works on the same draft', async ({ context, takar }) => {
  await takar.seed(shelf(manifest({ id: 'satu', levels: { 1: 2 } })));
  await takar.indicator(1, 'satu');
  const other = await second(context, takar);
  await other.indicator(2, 'satu');
  await takar.page.bringToFront();
  await takar.facts.fill('Perwali 41 tentang SPBE');
  await takar.saved();
  // The caret stands in the middle of the text, where a careless page would not leave it.
  await takar.facts.press('Home');
  for (let step = 0; step < 'Perwali '.length; step += 1) await takar.facts.press('ArrowRight');
  const typed = 'Nomor ';
  for (const [at, letter] of [...typed].entries()) {
    await takar.page.keyboard.type(letter);
    // Two writes within the same few milliseconds are another matter: README.md, Limits.
    await takar.saved();
    await other.choose((at % 5) + 1);
    await other.saved();
  }
  await takar.saved();
  await expect(takar.facts).toBeFocused();
  await expect(takar.facts).toHaveValue('Perwali Nomor 41 tentang SPBE');
  await expect(takar.index).toHaveText(shownIndex({ 1: 2, 2: ((typed.length - 1) % 5) + 1 }));
});

test('a new name that is being typed on Beranda outlives what another tab does', async ({ context, takar }) => {
  await takar.home(shelf(manifest({ id: 'satu', levels: { 1: 2 } }), manifest({ id: 'dua', agency: 'Kota Bogor' })));
  const other = await second(context, takar);
  await other.indicator(1, 'dua');
  await takar.page.getByRole('button', { name: 'Ubah nama: Kota Bandung' }).click();
  await takar.page.getByLabel('Nama draf').fill('Simulasi');
  await other.choose(4);
  await other.saved();
  await expect(takar.cards.filter({ hasText: 'Kota Bogor' })).toContainText(shownIndex({ 1: 4 }));
  await expect(takar.page.getByLabel('Nama draf')).toHaveValue('Simulasi');
  await takar.page.getByLabel('Nama draf').press('Enter');
  await expect(takar.cards.filter({ hasText: 'Simulasi' })).toHaveCount(1);
});
