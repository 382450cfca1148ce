// Several drafts beside each other: none disturbs another, none vanishes by one click.

import { expect, test } from './page.mjs';
import { all, exactIndex, manifest, onTheBorder, predicate, shelf, shownIndex, varied } from './samples.mjs';

const card = (takar, name) => takar.cards.filter({ hasText: name });
const press = (takar, action, name) => takar.page.getByRole('button', { name: `${action}: ${name}`, exact: true }).click();

test('two drafts do not disturb each other', async ({ takar }) => {
  const bandung = await takar.start({ agency: 'Kota Bandung' });
  await takar.choose(4);
  await takar.facts.fill('Fakta Bandung');
  await takar.saved();
  const before = (await takar.storage())[`takar:draft:${bandung}`];

  const bali = await takar.start({ agency: 'Provinsi Bali', kind: 'provinsi' });
  expect(bali).not.toBe(bandung);
  await expect(takar.page.getByRole('radio', { checked: true })).toHaveCount(0);
  await takar.choose(2);
  await takar.facts.fill('Fakta Bali');
  await takar.saved();
  expect((await takar.storage())[`takar:draft:${bandung}`]).toBe(before);

  await takar.indicator(1, bandung);
  await expect(takar.facts).toHaveValue('Fakta Bandung');
  await expect(takar.index).toHaveText(shownIndex({ 1: 4 }));
  await takar.indicator(1, bali);
  await expect(takar.facts).toHaveValue('Fakta Bali');
  await expect(takar.index).toHaveText(shownIndex({ 1: 2 }));
});

test('undo on one draft never reaches into another', async ({ takar }) => {
  const bandung = await takar.start({ agency: 'Kota Bandung' });
  await takar.choose(4);
  await takar.start({ agency: 'Provinsi Bali', kind: 'provinsi' });
  await expect(takar.page.getByRole('button', { name: 'Urungkan' })).toBeDisabled();
  await takar.page.keyboard.press('Control+z');
  await takar.indicator(1, bandung);
  await expect(takar.page.getByTestId('level-4')).toBeChecked();
});

test('each card shows index, predicate, progress and last change of its draft', async ({ page, takar }) => {
  const drafts = {
    'Kota Satu': all(1),
    'Kota Lima': all(5),
    'Kota Campur': varied(2),
    'Kota Batas': onTheBorder(),
    'Kota Sebagian': { 1: 5, 20: 4, 47: 3 },
  };
  const manifests = Object.entries(drafts).map(([agency, levels], at) => manifest({ id: `draf-${at}`, agency, levels }));
  await takar.seed(shelf(...manifests));
  await takar.open('/');
  await expect(takar.cards).toHaveCount(5);
  for (const [agency, levels] of Object.entries(drafts)) {
    const one = card(takar, agency);
    await expect(one.locator('.value')).toHaveText(shownIndex(levels));
    await expect(one.locator('.chip')).toHaveText(predicate(levels));
    await expect(one).toContainText(`${Object.keys(levels).length} dari 47 indikator terisi`);
    // 03:00 UTC is ten o'clock in Jakarta.
    await expect(one).toContainText('diubah 1 Jun 2025 pukul 10.00 oleh Diskominfo');
  }
  expect(exactIndex(onTheBorder())).toBe(34985);
  await page.getByRole('link', { name: 'Kota Campur' }).click();
  await expect(takar.index).toHaveText(shownIndex(varied(2)));
});

test('the draft that was changed last stands first', async ({ takar }) => {
  const stamp = (day) => ({ at: `2025-06-0${day}T03:00:00Z` });
  const drafts = [['Kota Lama', 1], ['Kota Baru', 3], ['Kota Tengah', 2]];
  await takar.seed(shelf(...drafts.map(([agency, day]) => manifest({ id: `d${day}`, agency, changed: stamp(day) }))));
  await takar.open('/');
  await expect(takar.cards.locator('h3')).toHaveText(['Kota Baru', 'Kota Tengah', 'Kota Lama']);
});

for (const visit of ['first', 'later']) {
  test.describe(`on a ${visit} visit`, () => {
    test('a draft can be renamed; its agency stays in sight, and the name survives a reload', async ({ page, takar }) => {
      await takar.home(shelf(manifest({ id: 'satu', levels: { 1: 3 } })), visit);
      await press(takar, 'Ubah nama', 'Kota Bandung');
      const field = page.getByLabel('Nama draf');
      await expect(field).toBeFocused();
      await expect(field).toHaveValue('Kota Bandung');
      await field.fill('Bandung, simulasi kedua');
      await field.press('Enter');
      await expect(takar.cards.locator('h3')).toHaveText('Bandung, simulasi kedua');
      await expect(takar.cards).toContainText('Kota Bandung');
      await takar.saved();
      await page.reload();
      await expect(takar.cards.locator('h3')).toHaveText('Bandung, simulasi kedua');
    });

    test('a new name can be given up, and an empty one gives the agency back', async ({ page, takar }) => {
      await takar.home(shelf(manifest({ id: 'satu', title: 'Simulasi' })), visit);
      await press(takar, 'Ubah nama', 'Simulasi');
      await page.getByLabel('Nama draf').fill('Lain');
      await page.keyboard.press('Escape');
      await expect(page.getByLabel('Nama draf')).toHaveCount(0);
      await expect(takar.cards.locator('h3')).toHaveText('Simulasi');
      await press(takar, 'Ubah nama', 'Simulasi');
      await page.getByLabel('Nama draf').fill('');
      await page.keyboard.press('Enter');
      await expect(takar.cards.locator('h3')).toHaveText('Kota Bandung');
    });

    test('a duplicate is a draft of its own', async ({ page, takar }) => {
      await takar.home(shelf(manifest({ id: 'satu', levels: varied(3) })), visit);
      await press(takar, 'Gandakan', 'Kota Bandung');
      await expect(takar.cards).toHaveCount(2);
      await page.getByRole('link', { name: 'Kota Bandung (salinan)' }).click();
      await expect(takar.index).toHaveText(shownIndex(varied(3)));
      const levels = { ...varied(3), 1: 5 };
      await takar.choose(5);
      await takar.saved();
      await page.locator('a.brand').click();
      await expect(card(takar, 'Kota Bandung (salinan)').locator('.value')).toHaveText(shownIndex(levels));
      const original = takar.cards.filter({ has: page.getByRole('link', { name: 'Kota Bandung', exact: true }) });
      await expect(original.locator('.value')).toHaveText(shownIndex(varied(3)));
    });

    test('a deleted draft comes back by one click, byte for byte', async ({ takar }) => {
      await takar.home(shelf(manifest({ id: 'satu' }), manifest({ id: 'dua', agency: 'Kota Bogor' })), visit);
      const before = await takar.storage();
      await press(takar, 'Hapus', 'Kota Bandung');
      await expect(takar.cards.locator('h3')).toHaveText(['Kota Bogor']);
      await expect(takar.toast).toContainText('Draf Kota Bandung dihapus.');
      await takar.toast.getByRole('button', { name: 'Kembalikan' }).click();
      await expect(takar.cards).toHaveCount(2);
      expect(await takar.storage()).toEqual(before);
    });

    test('the trash survives a reload, and only a second decision empties it, leaving nothing behind', async ({ page, takar }) => {
      const draft = manifest({ id: 'satu', levels: { 1: 4 } });
      const backup = { 'takar:snapshot:satu:2025-01-01T00:00:00Z': JSON.stringify(draft) };
      await takar.home({ ...shelf(draft), ...backup }, visit);
      await press(takar, 'Hapus', 'Kota Bandung');
      await expect(takar.cards).toHaveCount(0);
      await page.reload();
      await expect(takar.cards).toHaveCount(0);
      await press(takar, 'Kembalikan', 'Kota Bandung');
      await expect(takar.cards.locator('.value')).toHaveText(shownIndex({ 1: 4 }));

      await press(takar, 'Hapus', 'Kota Bandung');
      await page.reload();
      await press(takar, 'Hapus selamanya', 'Kota Bandung');
      await expect(page.getByRole('heading', { name: 'Baru dihapus' })).toHaveCount(0);
      expect(JSON.stringify(await takar.storage({ cards: true }))).not.toContain('Bandung');
    });
  });
}

test('a later visit shows every draft as it is now, whatever an older card says', async ({ page, takar }) => {
  await takar.home(shelf(manifest({ id: 'satu', levels: { 1: 4 } }), manifest({ id: 'dua', agency: 'Kota Bogor', levels: varied(2) })), 'later');
  await expect(card(takar, 'Kota Bogor').locator('.value')).toHaveText(shownIndex(varied(2)));
  // Written by a page that knows nothing of cards, or that was closed before it wrote one.
  const now = JSON.stringify(manifest({ id: 'satu', agency: 'Kota Cimahi', levels: varied(4) }));
  await page.evaluate((text) => localStorage.setItem('takar:draft:satu', text), now);
  await page.reload();
  await expect(card(takar, 'Kota Cimahi').locator('.value')).toHaveText(shownIndex(varied(4)));
  await expect(card(takar, 'Kota Bandung')).toHaveCount(0);
  await page.evaluate(() => localStorage.setItem('takar:card:dua', '{rusak'));
  await page.reload();
  await expect(card(takar, 'Kota Bogor').locator('.value')).toHaveText(shownIndex(varied(2)));
});

test('a draft that is deleted while it is open is gone from its address, and back after it is restored', async ({ page, takar }) => {
  const id = await takar.start();
  await takar.choose(3);
  await page.locator('a.brand').click();
  await press(takar, 'Hapus', 'Kota Bandung');
  await takar.open(`/a/${id}/indikator/1`);
  await expect(takar.heading).toHaveText('Draf tidak ada di komputer ini');
  await page.getByRole('link', { name: 'Ke Beranda' }).click();
  await press(takar, 'Kembalikan', 'Kota Bandung');
  await takar.indicator(1, id);
  await expect(page.getByTestId('level-3')).toBeChecked();
});

test('a message that offers to undo goes with the next edit, so that it never takes back another one', async ({ page, takar }) => {
  await takar.seed(shelf(manifest({ id: 'satu', levels: { 1: 4, 2: 3 } })));
  await takar.indicator(1, 'satu');
  await page.getByRole('button', { name: 'Kosongkan tingkat' }).click();
  await expect(takar.toast.getByRole('button', { name: 'Urungkan' })).toBeVisible();
  await takar.indicator(2);
  await takar.choose(5);
  await expect(takar.toast.getByRole('button', { name: 'Urungkan' })).toHaveCount(0);
});

test('a message that offers to undo does not follow a person into another draft', async ({ page, takar }) => {
  await takar.seed(shelf(manifest({ id: 'satu' }), manifest({ id: 'dua', agency: 'Kota Bogor', levels: { 1: 2 } })));
  await takar.open('/');
  await press(takar, 'Ubah nama', 'Kota Bandung');
  await page.getByLabel('Nama draf').fill('Simulasi');
  await page.keyboard.press('Enter');
  await expect(takar.toast.getByRole('button', { name: 'Urungkan' })).toBeVisible();
  await takar.indicator(1, 'dua');
  await expect(takar.toast.getByRole('button', { name: 'Urungkan' })).toHaveCount(0);
});

test('a message that offers to undo does what it says while it is the last word', async ({ page, takar }) => {
  await takar.seed(shelf(manifest({ id: 'satu', levels: { 1: 4 } })));
  await takar.indicator(1, 'satu');
  await page.getByRole('button', { name: 'Kosongkan tingkat' }).click();
  await expect(takar.index).toHaveText('1,00');
  await takar.toast.getByRole('button', { name: 'Urungkan' }).click();
  await expect(page.getByTestId('level-4')).toBeChecked();
  await expect(takar.index).toHaveText(shownIndex({ 1: 4 }));
});
