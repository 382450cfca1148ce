// Restore points: made by hand and by themselves, compared, brought back, undone; old ones give way to work.

import { expect, test } from './page.mjs';
import { file, manifest, register, shelf, shownIndex } from './samples.mjs';

const points = (page) => page.getByTestId('snapshot');
const keys = async (takar) => Object.keys(await takar.storage()).filter((key) => key.startsWith('takar:snapshot:'));

test('a restore point is made, compared with now, brought back and undone, and each step is exact', async ({ page, takar }) => {
  const old = manifest({ id: 'satu', levels: { 1: 3, 2: 2 }, texts: { 1: { facts: 'Perwali 41/2022' } } });
  const earlier = { 'takar:snapshot:satu:2025-05-02T03:00:00Z': JSON.stringify(manifest({ id: 'satu', levels: { 1: 2 } })) };
  await takar.seed({ ...shelf(old), ...earlier });
  await takar.indicator(1, 'satu');
  await takar.choose(4);
  await takar.saved();
  // The first change of the day kept the state before it.
  await takar.open('/a/satu/berkas');
  await page.getByRole('link', { name: 'Lihat titik pemulihan' }).click();
  await expect(takar.heading).toHaveText('Titik pemulihan');
  await expect(points(page)).toHaveCount(2);
  await expect(points(page).nth(0)).toContainText('Awal hari kerja');
  await expect(points(page).nth(0)).toContainText(`indeks ${shownIndex({ 1: 3, 2: 2 })}`);
  // One of the first form, without a word of its own, is still read.
  await expect(points(page).nth(1)).toContainText('Sebelum draf diganti');
  await expect(points(page).nth(1)).toContainText(`indeks ${shownIndex({ 1: 2 })}`);

  await page.getByLabel('Nama (boleh kosong)').fill('Sebelum rapat');
  await page.getByTestId('make-snapshot').dblclick();
  await expect(points(page), 'an impatient hand makes one').toHaveCount(3);
  const named = points(page).filter({ hasText: 'Sebelum rapat' });
  await expect(named).toContainText('tidak dihapus otomatis');

  await takar.indicator(1);
  await takar.choose(5);
  await takar.facts.fill('Perwali 7/2026');
  await takar.indicator(9);
  await takar.choose(2);
  await takar.saved();
  const before = JSON.parse((await takar.storage())['takar:draft:satu']);
  await takar.open('/a/satu/pemulihan');
  await named.getByRole('button', { name: /^Bandingkan/ }).click();
  const compared = named.getByRole('group', { name: 'Bandingkan' });
  await expect(compared).toContainText('3 isian berubah sejak itu.');
  await expect(compared).toContainText(`Indeks waktu itu ${shownIndex({ 1: 4, 2: 2 })}, sekarang ${shownIndex({ 1: 5, 2: 2, 9: 2 })}.`);
  await expect(compared).toContainText('Perwali 41/2022');
  await expect(compared).toContainText('Perwali 7/2026');

  await named.getByRole('button', { name: /^Kembalikan/ }).dblclick();
  await expect(takar.toast).toContainText('Draf dikembalikan ke titik pemulihan.');
  await takar.saved();
  const back = JSON.parse((await takar.storage())['takar:draft:satu']);
  expect(Object.entries(back.answers.mandiri).map(([n, { value, explanation }]) => [n, value, explanation?.facts])).toEqual([
    ['1', '4.00', 'Perwali 41/2022'],
    ['2', '2.00', undefined],
  ]);
  await expect(points(page).filter({ hasText: 'Sebelum pengembalian' })).toHaveCount(1);

  await takar.toast.getByRole('button', { name: 'Urungkan' }).click();
  await takar.saved();
  const undone = JSON.parse((await takar.storage())['takar:draft:satu']);
  const content = (draft) => ({ ...draft, changed: 0, revisions: 0, stored: 0 });
  expect(content(undone)).toEqual(content(before));

  await named.getByRole('button', { name: /^Beri nama/ }).click();
  await named.getByLabel('Nama (boleh kosong)').fill('Rapat pimpinan');
  await page.keyboard.press('Enter');
  const renamed = points(page).filter({ hasText: 'Rapat pimpinan' });
  await renamed.getByRole('button', { name: /^Hapus/ }).click();
  await renamed.getByRole('group').getByRole('button', { name: 'Hapus' }).click();
  await expect(points(page)).toHaveCount(3);
  await page.reload();
  await expect(points(page)).toHaveCount(3);
});

test('a register, a replacement and a duplicate each leave a way back, and copies that merge', async ({ page, takar }) => {
  const old = manifest({ id: 'satu', levels: { 1: 3 } });
  await takar.seed(shelf(old));
  await takar.open('/');
  await takar.import(file(JSON.parse(JSON.stringify({ ...manifest({ id: 'satu' }), kind: 'evidence', answers: undefined, stage: undefined, created: undefined, changed: undefined, ...register(3, 4) }))));
  await page.getByTestId('bring').click();
  await expect.poll(async () => (await keys(takar)).length).toBeGreaterThan(0);
  const stored = await takar.storage();
  expect((await keys(takar)).map((key) => JSON.parse(stored[key].split('\n')[0]).reason).sort()).toEqual(['day', 'register']);
  await takar.open('/');
  await page.getByRole('button', { name: 'Gandakan: Kota Bandung' }).click();
  await expect(takar.cards).toHaveCount(2);
  const drafts = Object.entries(await takar.storage()).filter(([key]) => key.startsWith('takar:draft:')).map(([, text]) => JSON.parse(text));
  expect(drafts.map(({ id, revisions }) => [id === 'satu', Boolean(revisions.copy)]).sort()).toEqual([[false, true], [true, false]]);
});
