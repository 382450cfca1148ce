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

test('two tabs in which is typed at once, for many rounds, lose no letter and agree in the end', async ({ context, takar }) => {
  await takar.seed(shelf(manifest({ id: 'satu', levels: { 1: 2, 2: 2 } })));
  await takar.indicator(1, 'satu');
  const other = await second(context, takar);
  await other.indicator(2, 'satu');
  const typed = ['', ''];
  for (let round = 0; round < 30; round += 1) {
    const words = [`kiri${round} `, `kanan${round} `];
    typed[0] += words[0];
    typed[1] += words[1];
    // Both write within the same few milliseconds, again and again.
    await Promise.all([takar, other].map(({ facts }, at) => facts.evaluate((field, word) => {
      field.value += word;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }, words[at])));
    if (round % 3 === 0) {
      await Promise.all([takar, other].map(({ page }) => page.evaluate(() => dispatchEvent(new Event('pagehide')))));
    }
  }
  for (const one of [takar, other]) {
    await one.saved();
    for (const [at, text] of typed.entries()) {
      await one.indicator(at + 1, 'satu');
      await expect(one.facts).toHaveValue(text);
    }
  }
  await expect(takar.page.getByTestId('held')).toHaveCount(0);
  await takar.page.reload();
  await expect(takar.facts).toHaveValue(typed[1]);
});

test('where both tabs write into one field, what was typed stays until a person decides', async ({ context, takar }) => {
  await takar.seed(shelf(manifest({ id: 'satu', levels: { 1: 2 }, texts: { 1: { facts: 'Perwali' } } })));
  await takar.indicator(1, 'satu');
  const other = await second(context, takar);
  await other.indicator(1, 'satu');
  const both = [takar, other];
  const write = (texts) => Promise.all(both.map(({ page, facts }, at) => facts.evaluate((field, text) => {
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }, texts[at])));
  const hide = () => Promise.all(both.map(({ page }) => page.evaluate(() => dispatchEvent(new Event('pagehide')))));
  await write(['Perwali 41', 'Perbup 12']);
  await hide();
  const held = () => Promise.all(both.map(({ page }) => page.getByTestId('held').count()));
  await expect.poll(async () => (await held()).reduce((a, b) => a + b)).toBe(1);
  const asked = both[(await held()).indexOf(1)];
  const free = both.find((one) => one !== asked);
  const texts = await Promise.all([asked, free].map(({ facts }) => facts.inputValue()));
  expect(texts.toSorted()).toEqual(['Perbup 12', 'Perwali 41']);
  // It outlives the page.
  await asked.page.reload();
  await expect(asked.facts).toHaveValue(texts[0]);
  await expect(asked.page.getByTestId('held')).toContainText(texts[1]);
  await asked.page.getByTestId('held').getByRole('button', { name: 'Simpan keduanya' }).click();
  await expect(free.facts).toHaveValue(`${texts[0]}\n\n${texts[1]}`, SOON);
  await expect(asked.page.getByTestId('held')).toHaveCount(0);
});

test('a tab that is killed while it writes takes nothing of the other one with it', async ({ context, takar }) => {
  await takar.seed(shelf(manifest({ id: 'satu', levels: { 1: 2, 2: 2 } })));
  await takar.indicator(1, 'satu');
  for (const kill of ['close', 'crash']) {
    const other = await second(context, takar);
    await other.indicator(2, 'satu');
    await other.facts.fill(`tersimpan sebelum ${kill}`);
    await other.saved();
    await Promise.all([takar.facts.pressSequentially(`ditulis saat ${kill}. `), other.facts.pressSequentially(' dan lagi')]);
    if (kill === 'close') {
      await other.page.close();
    } else {
      other.page.removeAllListeners('crash');
      const crashed = other.page.waitForEvent('crash');
      other.page.goto('chrome://crash').catch(() => {});
      await crashed;
    }
    await takar.facts.pressSequentially('Terus. ');
    await takar.saved();
    await takar.page.reload();
    await expect(takar.facts).toHaveValue(new RegExp(`ditulis saat ${kill}\\. Terus\\. $`));
    await takar.indicator(2, 'satu');
    await expect(takar.facts).toHaveValue(new RegExp(`sebelum ${kill}`));
    await takar.indicator(1, 'satu');
  }
});
