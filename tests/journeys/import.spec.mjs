// Opening a file: first it is shown, then a person decides, and every decision has a way back.

import { expect, test } from './page.mjs';
import { file, manifest, pemdi, shelf, shownIndex, varied } from './samples.mjs';

const local = manifest({ id: 'satu', levels: { 1: 2, 2: 3, 3: 4 }, texts: { 2: { facts: 'lama' } } });
const incoming = manifest({ id: 'satu', levels: { 1: 2, 2: 3, 3: 5, 4: 3 }, texts: { 2: { facts: 'baru' } } });

/** The cells of the preview by the name of their row. */
async function rows(takar) {
  await expect(takar.preview).toBeVisible();
  const entries = await takar.preview.locator('tbody tr').evaluateAll((all) =>
    all.map((row) => [row.querySelector('th').innerText, [...row.querySelectorAll('td')].map((cell) => cell.innerText)]));
  return Object.fromEntries(entries);
}

test('the preview shows agency, instrument, answers, and the index before and after', async ({ takar }) => {
  await takar.seed(shelf(local));
  await takar.open('/');
  await takar.import(file(incoming));
  const shown = await rows(takar);
  expect(shown.Instansi).toEqual(['Kota Bandung', 'Kota Bandung']);
  expect(shown.Instrumen).toEqual(['SPBE 2020 · 2025', 'SPBE 2020 · 2025']);
  expect(shown.Terisi).toEqual(['3 dari 47', '4 dari 47']);
  expect(shown.Indeks).toEqual([
    `${shownIndex({ 1: 2, 2: 3, 3: 4 })} · Kurang`,
    `${shownIndex({ 1: 2, 2: 3, 3: 5, 4: 3 })} · Kurang`,
  ]);
  // A level, a text and a new answer: three of the four answers are not the same.
  await expect(takar.preview).toContainText('Draf yang sama sudah ada di komputer ini.');
  await expect(takar.preview).toContainText('3 jawaban berbeda.');
});

test('nothing changes before a decision, and giving up changes nothing at all', async ({ page, takar }) => {
  await takar.seed(shelf(local));
  await takar.open('/');
  const before = await takar.storage();
  await takar.import(file(incoming));
  await expect(takar.preview).toBeVisible();
  expect(await takar.storage()).toEqual(before);
  await takar.preview.getByRole('link', { name: 'Batal' }).click();
  await expect(page.getByRole('heading', { name: 'Draf di komputer ini' })).toBeVisible();
  expect(await takar.storage()).toEqual(before);
});

test('replacing takes a backup, and one click brings the old draft back', async ({ page, takar }) => {
  await takar.seed(shelf(local));
  await takar.open('/');
  await takar.import(file(incoming));
  await page.getByTestId('replace').click();
  await expect(takar.index).toHaveText(shownIndex({ 1: 2, 2: 3, 3: 5, 4: 3 }));
  await expect(takar.toast).toContainText('Draf diganti dengan isi berkas.');
  expect(JSON.parse((await takar.storage())['takar:draft:satu']).log.at(-1).what, 'the history tells of it').toBe('event/replaced');
  await takar.toast.getByRole('button', { name: 'Kembalikan yang lama' }).click();
  await expect(takar.index).toHaveText(shownIndex({ 1: 2, 2: 3, 3: 4 }));
  await takar.indicator(2);
  await expect(takar.facts).toHaveValue('lama');
  await page.reload();
  await expect(takar.facts).toHaveValue('lama');
});

test('restore points stay after a reload and are listed with their index, each to be brought back', async ({ page, takar }) => {
  await takar.seed(shelf(local));
  await takar.open('/');
  await takar.import(file(incoming));
  await page.getByTestId('replace').click();
  await expect(takar.heading).toHaveText('Ringkasan');
  await page.reload();
  await takar.open('/a/satu/pemulihan');
  const points = page.getByTestId('snapshot');
  await expect(points).toHaveCount(1);
  await expect(points).toContainText('Sebelum draf diganti');
  await expect(points).toContainText(shownIndex({ 1: 2, 2: 3, 3: 4 }));
  await points.getByRole('button', { name: 'Kembalikan' }).click();
  await expect(points.filter({ hasText: 'Sebelum pengembalian' })).toHaveCount(1);
  await takar.open('/a/satu/ringkasan');
  await expect(takar.index).toHaveText(shownIndex({ 1: 2, 2: 3, 3: 4 }));
});

test('a file can be opened as a draft of its own beside the one it came from', async ({ page, takar }) => {
  await takar.seed(shelf(local));
  await takar.open('/');
  const before = (await takar.storage())['takar:draft:satu'];
  await takar.import(file(incoming));
  await page.getByTestId('open-as-new').click();
  await expect(takar.heading).toHaveText('Ringkasan');
  expect(takar.draft).not.toBe('satu');
  expect((await takar.storage())['takar:draft:satu']).toBe(before);
  await page.locator('a.brand').click();
  await expect(takar.cards).toHaveCount(2);
});

test('the file of a deleted draft does not overwrite what lies in the trash', async ({ page, takar }) => {
  const trashed = JSON.stringify(local);
  await takar.seed({ 'takar:trash:satu': trashed });
  await takar.open('/');
  await takar.import(file(incoming));
  await page.getByTestId('open-as-new').click();
  await expect(takar.heading).toHaveText('Ringkasan');
  expect((await takar.storage())['takar:trash:satu']).toBe(trashed);
});

/** Drags a file over the page, and drops it there. */
async function drop(page, { name, text }, between = async () => {}) {
  const dataTransfer = await page.evaluateHandle(([name, text]) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], name, { type: 'application/json' }));
    return transfer;
  }, [name, text]);
  await page.dispatchEvent('body', 'dragover', { dataTransfer });
  await between();
  await page.dispatchEvent('body', 'drop', { dataTransfer });
}

test('a file that is dropped on any page is shown the same way', async ({ page, takar }) => {
  await takar.seed(shelf(local));
  await takar.indicator(5, 'satu');
  const hint = page.getByText('Lepaskan berkas untuk melihat isinya');
  await drop(page, file(incoming), () => expect(hint).toBeVisible());
  await expect(hint).toHaveCount(0);
  await expect(takar.preview).toContainText('takar-kota-bandung-2025.json');
  await expect(takar.preview).toContainText('3 jawaban berbeda.');
});

for (const visit of ['first', 'later']) {
  test(`on a ${visit} visit a file that is dropped on Beranda, or chosen there, is shown the same way`, async ({ page, takar }) => {
    await takar.home(shelf(local), visit);
    await drop(page, file(incoming));
    await expect(takar.preview).toContainText('3 jawaban berbeda.');
    await takar.home(shelf(local), visit);
    await takar.import(file(incoming));
    await expect(takar.preview).toContainText('3 jawaban berbeda.');
  });
}

test('text that is dragged about is no file and leaves the page as it is', async ({ page, takar }) => {
  await takar.open('/');
  const data = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.setData('text/plain', 'halo');
    return transfer;
  });
  await page.dispatchEvent('body', 'dragover', { dataTransfer: data });
  await expect(page.getByText('Lepaskan berkas untuk melihat isinya')).toHaveCount(0);
  await page.dispatchEvent('body', 'drop', { dataTransfer: data });
  await expect(takar.heading).toContainText('Penilaian mandiri');
});

test('a file without a digest, or for another edition of the instrument, is taken with a warning', async ({ takar }) => {
  await takar.open('/');
  await takar.import({ name: 'tangan.json', text: JSON.stringify(incoming) });
  await expect(takar.preview).toContainText('Berkas ini tidak memuat sidik digital');
  const other = { ...incoming, instrument: { ...incoming.instrument, digest: `sha256-${'0'.repeat(64)}` } };
  await takar.open('/');
  await takar.import(file(other));
  await expect(takar.preview).toContainText('Berkas ini dibuat dengan edisi lain dari data instrumen.');
});

test('the same file can be chosen twice in a row', async ({ page, takar }) => {
  await takar.open('/');
  for (let round = 1; round <= 2; round += 1) {
    await takar.import(file(incoming));
    await expect(takar.preview).toBeVisible();
    await takar.preview.getByRole('link', { name: 'Batal' }).click();
    await expect(page.getByRole('heading', { name: 'Draf di komputer ini' })).toBeVisible();
  }
});

test('a Pemdi file opens with its own instrument', async ({ page, takar }) => {
  const one = manifest({ id: 'pemdi', agency: 'Provinsi Bali', kind: 'provinsi', year: 2026, instrument: pemdi, levels: { 1: '1.25', 20: '5.00' } });
  await takar.open('/');
  await takar.import(file(one, 'takar-provinsi-bali-2026.json'));
  expect((await rows(takar)).Instrumen).toEqual(['Pemdi 2026 · 2026']);
  // 1,00 + 0,25 × 5 % + 4,00 × 15 %
  expect((await rows(takar)).Indeks).toEqual(['1,61 · Cukup']);
  await page.getByTestId('open-as-new').click();
  await expect(takar.index).toHaveText('1,61');
});

test('a full file with all answers opens with its index', async ({ page, takar }) => {
  await takar.open('/');
  await takar.import(file(manifest({ id: 'penuh', levels: varied(5) })));
  await page.getByTestId('open-as-new').click();
  await expect(takar.index).toHaveText(shownIndex(varied(5)));
});
