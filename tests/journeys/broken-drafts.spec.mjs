// A draft that cannot be read is kept as it is, said to be so, and given out byte for byte.

import { expect, saved, test } from './page.mjs';
import { file, manifest, shelf, shownIndex } from './samples.mjs';

const BROKEN = {
  'takar:draft:rusak': '{"format":"takar","version":1,"kind":"assessment","id":"rusak", é😀 \u0001 …',
  'takar:draft:versi2': '{"format":"takar","version":2,"kind":"assessment","id":"versi2","baru":{"é":"😀"}}  \n',
  'takar:draft:kosong': '',
  'takar:draft:salah': JSON.stringify(manifest({ id: 'lain' })),
};
const good = manifest({ id: 'baik', agency: 'Kota Bogor', levels: { 1: 4 } });
const kept = (storage) => Object.fromEntries(Object.keys(BROKEN).map((key) => [key, storage[key]]));

test('a broken draft and one of a newer version are listed as such, beside the good one', async ({ takar }) => {
  await takar.seed({ ...BROKEN, ...shelf(good) });
  await takar.open('/');
  await expect(takar.cards).toHaveCount(5);
  await expect(takar.cards.filter({ hasText: 'Draf ini dibuat dengan Takar yang lebih baru' })).toHaveCount(1);
  await expect(takar.cards.filter({ hasText: 'Draf ini tidak dapat dibaca' })).toHaveCount(3);
  await expect(takar.cards.filter({ hasText: 'Kota Bogor' })).toContainText(shownIndex({ 1: 4 }));
  expect(kept(await takar.storage())).toEqual(BROKEN);
});

test('each of them can be downloaded byte for byte, from its card and from its address', async ({ page, takar }) => {
  await takar.seed(BROKEN);
  const button = page.getByRole('button', { name: 'Unduh salinan' });
  const files = {};
  const take = async (press) => {
    const download = page.waitForEvent('download');
    await press();
    const { name, bytes } = await saved(await download);
    files[name] = bytes.toString('utf8');
  };
  const all = Object.fromEntries(Object.entries(BROKEN).map(([key, text]) => [`takar-draf-${key.split(':')[2]}.json`, text]));

  await takar.open('/');
  await expect(button).toHaveCount(4);
  for (let at = 0; at < 4; at += 1) await take(() => button.nth(at).click());
  expect(files).toEqual(all);
  for (const key of Object.keys(BROKEN)) {
    const id = key.split(':')[2];
    delete files[`takar-draf-${id}.json`];
    await takar.open(`/a/${id}/indikator/3`);
    await expect(takar.heading).toHaveText(/^Draf ini (tidak dapat dibaca|dibuat dengan Takar yang lebih baru)$/);
    await take(() => button.click());
  }
  expect(files).toEqual(all);
});

test('a draft with a level outside the scale is kept and not counted', async ({ takar }) => {
  const text = JSON.stringify(good).replace('"4.00"', '"7.00"');
  await takar.seed({ 'takar:draft:baik': text });
  await takar.open('/a/baik/indikator/1');
  await expect(takar.heading).toHaveText('Draf ini tidak dapat dibaca');
  await expect(takar.alert).toContainText('$.answers.mandiri.1.value');
  await takar.open('/');
  await expect(takar.cards.locator('.value'), 'no index is shown for it').toHaveCount(0);
  expect((await takar.storage())['takar:draft:baik']).toBe(text);
});

test('nothing a person does overwrites a broken draft', async ({ page, takar }) => {
  await takar.seed({ ...BROKEN, ...shelf(good) });
  await takar.open('/');
  await page.getByRole('button', { name: 'Gandakan: Kota Bogor' }).click();
  await expect(takar.cards).toHaveCount(6);
  await page.getByRole('button', { name: 'Hapus: Kota Bogor', exact: true }).click();
  await expect(takar.cards).toHaveCount(5);
  await takar.toast.getByRole('button', { name: 'Kembalikan' }).click();
  await takar.indicator(1, 'baik');
  await takar.choose(2);
  await takar.saved();
  // Files that carry the ids of the broken ones.
  for (const id of ['rusak', 'versi2', 'kosong', 'salah']) {
    await takar.open('/');
    await takar.import(file(manifest({ id, agency: `Kota ${id}` })));
    await expect(takar.preview).toContainText('Draf ini belum ada di komputer ini.');
    await page.getByTestId('open-as-new').click();
    await expect(takar.heading).toHaveText('Ringkasan');
    expect(takar.draft).not.toBe(id);
  }
  await page.reload();
  await takar.languageButton.click();
  expect(kept(await takar.storage())).toEqual(BROKEN);
});

test('a broken draft of one’s own is not written over by a tab that still has it open', async ({ context, page, takar }) => {
  await takar.seed(shelf(good));
  await takar.indicator(1, 'baik');
  const other = await context.newPage();
  await other.goto('/#/');
  await expect(other.getByTestId('draft')).toHaveCount(1);
  // A newer Takar in another tab has taken the draft over.
  const newer = JSON.stringify({ ...good, version: 2 });
  await other.evaluate((text) => localStorage.setItem('takar:draft:baik', text), newer);
  await page.waitForFunction((text) => localStorage.getItem('takar:draft:baik') === text, newer);
  await takar.choose(2);
  await expect(takar.saveState).not.toHaveAttribute('data-state', 'saving');
  expect((await takar.storage())['takar:draft:baik']).toBe(newer);
});

test('a broken trash entry and a broken restore point do no harm either', async ({ page, takar }) => {
  const odd = { 'takar:trash:x': '{', 'takar:snapshot:baik:2025-01-01T00:00:00Z': 'rusak' };
  await takar.seed({ ...odd, ...shelf(good) });
  await takar.open('/');
  await expect(page.getByRole('heading', { name: 'Baru dihapus' })).toBeVisible();
  await takar.open('/a/baik/pemulihan');
  await expect(page.locator('main li').filter({ hasText: 'tidak dapat dibaca' })).toHaveCount(1);
  await takar.indicator(1);
  await takar.choose(5);
  await takar.saved();
  expect(await takar.storage()).toMatchObject(odd);
});

test('what neighbours keep on the same origin is never touched', async ({ page, takar }) => {
  const neighbours = {
    'takar': 'tanpa titik dua',
    'takarir': '1',
    'TAKAR:draft:x': '{',
    'draft:satu': 'milik aplikasi lain',
    'language': 'fr',
    '': 'kunci kosong',
  };
  await takar.seed({ ...neighbours, ...shelf(good) });
  await takar.open('/');
  await expect(takar.cards).toHaveCount(1);
  await takar.languageButton.click();
  await takar.languageButton.click();
  await takar.start({ who: 'Rina' });
  await takar.choose(3);
  await takar.saved();
  await page.locator('a.brand').click();
  await page.getByRole('button', { name: 'Gandakan: Kota Bogor' }).click();
  await page.getByRole('button', { name: 'Hapus: Kota Bogor', exact: true }).click();
  await page.getByRole('button', { name: 'Hapus selamanya: Kota Bogor' }).click();
  const storage = await takar.storage({ cards: true });
  const others = Object.fromEntries(Object.entries(storage).filter(([key]) => !key.startsWith('takar:')));
  expect(others).toEqual(neighbours);
  expect(Object.keys(storage)).not.toContain('takar:probe');
});

test('whatever becomes of stored texts, the page stands, the other drafts are whole, and each can be taken away and deleted', async ({ page, takar }) => {
  const whole = JSON.stringify(good);
  const flipped = (at, letter) => whole.slice(0, at) + letter + whole.slice(at + 1);
  const middle = Math.floor(whole.length / 2);
  const damaged = {
    a1: flipped(0, '['), a2: flipped(middle, '\u0000'), a3: flipped(whole.indexOf('"4.00"') + 1, 'x'),
    a4: whole.slice(0, middle), a5: whole.slice(0, -1), a6: `${whole}}`, a7: whole.replace('"id"', '"id":"x","id"'),
    a8: '\ud800\udfff\ud800', a9: '['.repeat(5000), a10: 'null', a11: '9'.repeat(400), a12: whole.replaceAll('"', '\u201c'),
  };
  const odd = {
    'takar:card:baik': '{"of":[],"index":-1e999', 'takar:card:a1': '\ud800', 'takar:written:baik': '-x',
    'takar:trash:t1': whole.slice(5), 'takar:snapshot:baik:2025-01-01T00:00:00Z': '{"kind":"snapshot"\n',
    'takar:snapshot:baik:kemarin': '', 'takar:snapshot:': '', 'takar:draft:': '{}', 'takar:language': 'xx',
  };
  const before = { ...Object.fromEntries(Object.entries(damaged).map(([id, text]) => [`takar:draft:${id}`, text])), ...odd, ...shelf(good) };
  await takar.seed(before);
  await takar.open('/');
  await expect(takar.cards.filter({ hasText: 'tidak dapat dibaca' })).toHaveCount(13);
  await expect(takar.cards.filter({ hasText: 'Kota Bogor' })).toContainText(shownIndex({ 1: 4 }));
  await takar.open('/a/baik/pemulihan');
  await expect(page.getByTestId('snapshot')).toHaveCount(1);
  await takar.indicator(1, 'baik');
  await takar.choose(2);
  await takar.saved();
  const after = await takar.storage();
  for (const [key, text] of Object.entries(before)) {
    if (!/takar:(draft:baik|card|written|language)/.test(key)) expect(after[key], key).toBe(text);
  }

  await takar.open('/');
  await takar.cards.filter({ hasText: 'tidak dapat dibaca' }).first().getByRole('link', { name: 'Hapus…' }).click();
  await expect(takar.heading).toHaveText('Ruang penyimpanan');
  const one = page.getByTestId('space').getByRole('listitem').filter({ hasText: '(a4)' });
  const download = page.waitForEvent('download');
  await one.getByRole('button', { name: /^Simpan ke berkas/ }).click();
  expect((await saved(await download)).text).toBe(damaged.a4);
  await one.getByRole('button', { name: /^Hapus selamanya/ }).click();
  await one.getByRole('group').getByRole('button', { name: 'Hapus selamanya' }).click();
  await expect(one).toHaveCount(0);
  const { 'takar:draft:a4': gone, ...rest } = after;
  expect(gone).toBeDefined();
  expect(await takar.storage(), 'nothing else went').toEqual(rest);
});
