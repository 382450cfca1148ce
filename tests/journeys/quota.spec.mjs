// A full storage is said loudly, nothing on the page is lost, and room is used as soon as there is any.

import { Takar, expect, test } from './page.mjs';
import { file, manifest, shelf, shownIndex, varied } from './samples.mjs';

// Long enough that no storage filled to the last letter finds room for it.
const UNSAVED = 'Perwali Nomor 41 Tahun 2022 tentang SPBE, belum tersimpan di mana pun. '.repeat(20).trim();

/** Fills the browser's storage to the last letter, beside the app's own entries. */
async function fill(page) {
  await page.evaluate(() => {
    let text = 'x'.repeat(1024 * 1024);
    for (let number = 0; text.length > 0; number += 1) {
      try {
        localStorage.setItem(`tetangga:${number}`, text);
      } catch {
        text = text.slice(0, Math.floor(text.length / 2));
      }
    }
  });
}

async function free(page) {
  await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('tetangga:')).forEach((key) => localStorage.removeItem(key)));
}

test('when the storage is full the page says so loudly, loses nothing, and still writes files', async ({ page, takar, elsewhere }) => {
  const id = await takar.start();
  await takar.choose(3);
  await takar.saved();
  await fill(page);
  const stored = (await takar.storage())[`takar:draft:${id}`];

  await takar.facts.fill(UNSAVED);
  await expect(takar.saveState).toHaveAttribute('data-state', 'failed');
  await expect(takar.saveState).toHaveText('BELUM tersimpan');
  await expect(takar.banner).toContainText('Perubahan terakhir belum tersimpan');
  await expect(takar.banner).toHaveAttribute('role', 'alert');
  expect((await takar.storage())[`takar:draft:${id}`], 'the last good state is still there').toBe(stored);

  await takar.indicator(2);
  await takar.choose(5);
  await takar.indicator(1);
  await expect(takar.facts).toHaveValue(UNSAVED);
  await expect(takar.saveState).toHaveAttribute('data-state', 'failed');
  await expect(takar.index).toHaveText(shownIndex({ 1: 3, 2: 5 }));

  const written = await takar.export();
  const answers = JSON.parse(written.text).answers.mandiri;
  expect(answers['1'].explanation.facts).toBe(UNSAVED);
  expect(answers['2'].value).toBe('5.00');
  const other = await elsewhere();
  await other.open('/');
  await other.import(written);
  await other.page.getByTestId('open-as-new').click();
  await expect(other.index).toHaveText(shownIndex({ 1: 3, 2: 5 }));
});

test('as soon as there is room the next change saves everything', async ({ page, takar }) => {
  const id = await takar.start();
  await takar.choose(3);
  await takar.saved();
  await fill(page);
  await takar.facts.fill(UNSAVED);
  await expect(takar.saveState).toHaveAttribute('data-state', 'failed');
  await free(page);
  await takar.analysis.pressSequentially('.');
  await takar.saved();
  await expect(takar.banner).toHaveCount(0);
  expect((await takar.storage())[`takar:draft:${id}`]).toContain(UNSAVED);
  await page.reload();
  await expect(takar.facts).toHaveValue(UNSAVED);
});

test('unsaved work is not thrown away by a walk to other pages or another draft', async ({ page, takar }) => {
  await takar.seed(shelf(manifest({ id: 'satu', levels: { 1: 3 } }), manifest({ id: 'dua', agency: 'Kota Bogor' })));
  await takar.indicator(1, 'satu');
  await fill(page);
  await takar.facts.fill(UNSAVED);
  await expect(takar.saveState).toHaveAttribute('data-state', 'failed');
  await page.locator('a.brand').click();
  await expect(takar.cards).toHaveCount(2);
  await expect(takar.banner).toBeVisible();
  await takar.indicator(1, 'dua');
  await takar.indicator(1, 'satu');
  await expect(takar.facts).toHaveValue(UNSAVED);
});

test('unsaved work of one draft stays called unsaved while another draft is open', async ({ page, takar }) => {
  await takar.seed(shelf(manifest({ id: 'satu', levels: { 1: 3 } }), manifest({ id: 'dua', agency: 'Kota Bogor' })));
  await takar.indicator(1, 'satu');
  await fill(page);
  await takar.facts.fill(UNSAVED);
  await expect(takar.saveState).toHaveAttribute('data-state', 'failed');
  await takar.indicator(1, 'dua');
  // The text is in no storage: nothing may claim otherwise.
  expect(JSON.stringify(await takar.storage())).not.toContain(UNSAVED);
  await expect(takar.saveState).toHaveAttribute('data-state', 'failed');
});

test('a draft that was never written because the storage was full is not called saved later', async ({ page, takar }) => {
  await takar.seed(shelf(manifest({ id: 'satu', levels: { 1: 3 } }), manifest({ id: 'dua', agency: 'Kota Bogor' })));
  await takar.indicator(1, 'satu');
  await fill(page);
  await takar.facts.fill(UNSAVED);
  await expect(takar.saveState).toHaveAttribute('data-state', 'failed');
  await takar.indicator(1, 'dua');
  await free(page);
  await takar.choose(2);
  await takar.saved();
  expect(JSON.stringify(await takar.storage()), 'with room for it, all work is written').toContain(UNSAVED);
});

test('a full storage refuses new drafts, copies and imports in words, and changes nothing', async ({ page, takar }) => {
  await takar.seed(shelf(manifest({ id: 'satu', levels: { 1: 3 } })));
  await takar.open('/');
  await expect(takar.cards.locator('.value')).toBeVisible();
  await fill(page);
  const before = await takar.storage();
  const refused = 'Penyimpanan peramban penuh atau diblokir, jadi tindakan ini tidak dilakukan';

  await page.getByRole('button', { name: 'Gandakan: Kota Bandung' }).click();
  await expect(takar.toast).toContainText(refused);
  await expect(takar.cards).toHaveCount(1);

  await takar.import(file(manifest({ id: 'lain', levels: varied(1) })));
  await page.getByTestId('open-as-new').click();
  await expect(takar.toast).toContainText(refused);
  await expect(takar.preview, 'the file can still be taken later').toBeVisible();

  await takar.open('/baru');
  await takar.loaded('instruments/pemdi-2026.json');
  await page.locator('#agency').fill('Kota Bogor');
  await page.locator('#kind').selectOption('kota');
  await page.getByTestId('create').click();
  await expect(takar.toast).toContainText(refused);
  await expect(page.locator('#agency'), 'what was typed is still there').toHaveValue('Kota Bogor');
  const after = await takar.storage();
  expect(Object.keys(after).sort()).toEqual(Object.keys({ ...before, ...('takar:who' in after ? { 'takar:who': '' } : {}) }).sort());
});

test('a full storage still shows the drafts that are in it, and deleting one makes room', async ({ page, takar }) => {
  await takar.seed(shelf(manifest({ id: 'satu', levels: varied(1) }), manifest({ id: 'dua', agency: 'Kota Bogor' })));
  await takar.open('/');
  await fill(page);
  await page.reload();
  await expect(takar.cards).toHaveCount(2);
  await page.getByRole('button', { name: 'Hapus: Kota Bandung' }).click();
  await expect(takar.cards).toHaveCount(1);
  await page.getByRole('button', { name: 'Hapus selamanya: Kota Bandung' }).click();
  await takar.indicator(1, 'dua');
  await takar.choose(4);
  await takar.saved();
  await page.reload();
  await expect(page.getByTestId('level-4')).toBeChecked();
});

test('a draft with unsaved work is not deleted: its work is on the page alone', async ({ page, takar }) => {
  await takar.seed(shelf(manifest({ id: 'satu', levels: { 1: 3 } })));
  await takar.indicator(1, 'satu');
  await fill(page);
  await takar.facts.fill(UNSAVED);
  await expect(takar.saveState).toHaveAttribute('data-state', 'failed');
  await page.locator('a.brand').click();
  await page.getByRole('button', { name: 'Hapus: Kota Bandung' }).click();
  await expect(takar.toast).toBeVisible();
  await expect(takar.cards).toHaveCount(1);
  await takar.indicator(1, 'satu');
  await expect(takar.facts).toHaveValue(UNSAVED);
});

test('work that a full storage refused never buries what another tab wrote since: it becomes a restore point', async ({ context, page, takar }) => {
  await takar.seed(shelf(manifest({ id: 'satu', levels: { 1: 3 } }), manifest({ id: 'dua', agency: 'Kota Lain', levels: { 1: 2 } })));
  await takar.indicator(1, 'satu');
  await fill(page);
  await takar.facts.fill(UNSAVED);
  await expect(takar.saveState).toHaveAttribute('data-state', 'failed');
  await takar.indicator(1, 'dua');
  const other = new Takar(await context.newPage(), takar.origin);
  await other.indicator(2, 'satu');
  await free(other.page);
  await other.choose(4);
  await other.saved();
  await takar.saved();
  await takar.choose(5);
  await takar.saved();
  const satu = JSON.parse((await takar.storage())['takar:draft:satu']);
  expect(satu.answers.mandiri[2].value).toBe('4.00');
  await takar.open('/a/satu/pemulihan');
  const point = page.getByTestId('snapshot').filter({ hasText: 'Salinan yang ditemukan kemudian' });
  await point.getByRole('button', { name: /^Bandingkan/ }).click();
  await expect(point).toContainText('Perwali Nomor 41 Tahun 2022 tentang SPBE');
});

/** A draft of so many characters, with remarks of ever the same dozen words. */
function large(id, length) {
  let seed = 7;
  const word = () => `kata${1000 + ((seed = (seed * 48271) % 2147483647) % 12)}`;
  const remark = () => Array.from({ length: 540 }, word).join(' ');
  const evidence = {};
  for (let at = 0, size = 0; size < length; at += 1, size += 4860) {
    evidence[`d${at}`] = { title: `Dokumen ${at}`, remark: remark() };
  }
  return manifest({ id, agency: 'Kota Besar', levels: varied(1), evidence });
}

test('a draft of 4.5 MB, then a full storage: typing, an import, a restore point, another draft; nothing disappears, and the page names what takes the space', async ({ page, takar }) => {
  const big = large('besar', 4_500_000);
  await takar.seed({ ...shelf(big, manifest({ id: 'kecil', agency: 'Kota Kecil', levels: { 1: 3 } })), 'tetangga:satu': 'x'.repeat(100_000) });
  await takar.indicator(1, 'besar');
  await takar.choose(5);
  await takar.saved();
  await takar.open('/a/besar/pemulihan');
  await page.getByLabel('Nama (boleh kosong)').fill('Penting');
  await page.getByTestId('make-snapshot').click();
  await expect(page.getByTestId('snapshot')).toHaveCount(2);
  await fill(page);

  // Typing: what was kept by itself gives way, what a person made does not.
  await takar.indicator(2, 'besar');
  await takar.facts.fill(UNSAVED);
  await takar.saved();
  await expect(page.locator('.toasts')).toContainText('Satu titik pemulihan otomatis tertua dihapus agar pekerjaan Anda tersimpan.');
  await fill(page);
  await takar.facts.fill(`${UNSAVED} ${UNSAVED}`);
  await expect(takar.saveState).toHaveAttribute('data-state', 'failed');
  await expect(takar.banner).toContainText(/Yang paling banyak memakai ruang: .*Kota Besar \(4,[5-9] MB\)/);
  const before = await takar.storage();

  // A restore point: refused in words.
  await takar.open('/a/besar/pemulihan');
  await page.getByTestId('make-snapshot').click();
  await expect(takar.toast.last()).toContainText('Penyimpanan peramban penuh');
  await expect(takar.toast.last()).toContainText('Kota Besar');
  await expect(page.getByTestId('snapshot')).toHaveCount(1);

  // A second draft.
  await takar.open('/');
  await page.getByRole('button', { name: 'Gandakan: Kota Kecil' }).click();
  await expect(takar.toast.last()).toContainText('jadi tindakan ini tidak dilakukan');
  await expect(takar.cards).toHaveCount(2);

  // An import.
  await takar.import(file({ ...large('lain', 20_000), agency: { name: 'Kota Lain', kind: 'kota' } }));
  await page.getByTestId('open-as-new').click();
  await expect(takar.toast.last()).toContainText('jadi tindakan ini tidak dilakukan');
  await expect(takar.preview).toBeVisible();
  const { 'takar:draft:kecil': small, ...others } = await takar.storage();
  const { 'takar:draft:kecil': smallBefore, ...othersBefore } = before;
  expect(others).toEqual(othersBefore);
  expect(JSON.parse(small).answers.mandiri[1].value).toBe(JSON.parse(smallBefore).answers.mandiri[1].value);

  // The message leads to where room is made; what is not ours stays.
  await takar.toast.last().getByRole('button', { name: 'Lihat ruang penyimpanan' }).click();
  await expect(takar.heading).toHaveText('Ruang penyimpanan');
  const list = page.getByTestId('space');
  await expect(list).toContainText('Data situs lain di alamat ini');
  const little = list.getByRole('listitem').filter({ hasText: 'Kota Kecil' });
  await little.getByRole('button', { name: /^Hapus selamanya/ }).click();
  await little.getByRole('group').getByRole('button', { name: 'Hapus selamanya' }).click();
  await expect(little).toHaveCount(0);
  await free(page);
  await takar.indicator(3, 'besar');
  await takar.choose(4);
  await takar.saved();
  const after = await takar.storage();
  expect(after['takar:draft:besar']).toContain(`${UNSAVED} ${UNSAVED}`);
  expect(Object.values(after).some((text) => text.includes('"name":"Penting"'))).toBe(true);
  expect(after['takar:draft:kecil']).toBeUndefined();
});

test('a merge without room for a restore point says so first, and goes on only knowingly', async ({ page, takar }) => {
  await takar.seed(shelf(manifest({ id: 'satu', levels: { 1: 3 } })));
  await takar.open('/');
  await expect(takar.cards.locator('.value')).toBeVisible();
  await fill(page);
  const before = await takar.storage();
  await takar.import(file(manifest({ id: 'satu', levels: { 1: 3, 2: 5 } })));
  await page.getByTestId('merge-now').click();
  await expect(page.getByText('menampung titik pemulihan')).toBeVisible();
  expect(await takar.storage()).toEqual(before);
  const download = page.waitForEvent('download');
  await page.getByTestId('save-first').click();
  expect((await download).suggestedFilename()).toBe('takar-kota-bandung-2025.json');
  await page.getByTestId('merge-anyway').click();
  await expect(takar.heading).toHaveText('Laporan penggabungan');
  await expect(page.getByText('Tidak ada titik pemulihan, karena penyimpanan penuh.')).toBeVisible();
  await expect(takar.saveState).toHaveAttribute('data-state', 'failed');
  await free(page);
  await takar.indicator(3, 'satu');
  await expect(takar.index).toHaveText(shownIndex({ 1: 3, 2: 5 }));
});

test('a second copy that a full storage has no room for stays on the page and is written later', async ({ page, takar }) => {
  await takar.seed(shelf(manifest({ id: 'satu', levels: { 1: 3 } })));
  await takar.indicator(1, 'satu');
  await takar.facts.fill('Sebelum.');
  await takar.saved();
  const stored = (await takar.storage())['takar:draft:satu'];
  // As if the browser had been killed before it wrote the last state down.
  await page.evaluate((text) => takarKeep('satu', text, 99), stored.replace('Sebelum.', UNSAVED));
  // A page of the same address on which no Takar runs.
  await page.route('**/kosong', (route) => route.fulfill({ contentType: 'text/html', body: '<link rel="icon" href="data:,">' }));
  await page.goto('/kosong');
  await page.evaluate((text) => localStorage.setItem('takar:draft:satu', text), stored);
  await page.evaluate(() => {
    localStorage.setItem('takar:written:satu', '0000000001');
    // What could give way is gone already.
    Object.keys(localStorage).filter((key) => key.startsWith('takar:snapshot:')).forEach((key) => localStorage.removeItem(key));
  });
  await fill(page);
  await takar.open('/');
  await page.reload();
  await expect(takar.saveState).toHaveAttribute('data-state', 'failed');
  await expect(takar.banner).toContainText('belum tersimpan');
  expect((await takar.storage())['takar:draft:satu'], 'what was there is still there').toBe(stored);
  await takar.indicator(1, 'satu');
  await expect(takar.facts).toHaveValue(UNSAVED);
  await page.reload();
  await expect(takar.facts, 'nothing wrote over the copy').toHaveValue(UNSAVED);
  await free(page);
  await takar.analysis.pressSequentially('.');
  await takar.saved();
  await page.reload();
  await expect(takar.facts).toHaveValue(UNSAVED);
  await expect(takar.saveState).not.toHaveAttribute('data-state', 'failed');
});

test('a second copy that the browser gives out too late becomes a restore point', async ({ page, takar }) => {
  await takar.seed(shelf(manifest({ id: 'satu', levels: { 1: 3 } })));
  await takar.indicator(1, 'satu');
  await takar.facts.fill('Sebelum.');
  await takar.saved();
  const stored = (await takar.storage())['takar:draft:satu'];
  await page.evaluate((text) => takarKeep('satu', text, 99), stored.replace('Sebelum.', 'Terlambat.'));
  await page.addInitScript(() => {
    if (sessionStorage.getItem('lancar')) return;
    indexedDB.databases = () => new Promise(() => {});
  });
  await page.reload();
  await expect(takar.facts).toHaveValue('Sebelum.');
  await takar.facts.fill('Sesudah.');
  await takar.saved();
  await page.evaluate(() => sessionStorage.setItem('lancar', '1'));
  await page.reload();
  await expect(takar.facts).toHaveValue('Sesudah.');
  await takar.open('/a/satu/pemulihan');
  await expect(page.locator('main')).toContainText('Salinan yang ditemukan kemudian');
});
