// A register of evidence as a file of its own: out, and into a draft.

import { expect, saved, test } from './page.mjs';
import { file, manifest, shelf, shownIndex } from './samples.mjs';

const review = { status: 'diterima', at: '2025-07-01T02:00:00Z', by: 'Asesor internal' };
const evidence = {
  d1: { title: 'Perwali 41', kind: 'peraturan', unit: 'Bagian Hukum', reviews: [review] },
  d2: { title: '=HYPERLINK("http://jahat.example")', number: '12/2024' },
};
const links = [{ evidence: 'd1', indicator: 1, level: 2, expected: 'a' }, { evidence: 'd1', indicator: 1, level: 3 }];
const draft = manifest({ id: 'satu', levels: { 1: 3 }, evidence, links });
const stored = async (takar, id) => JSON.parse((await takar.storage())[`takar:draft:${id}`]);
const press = async (page, id) => {
  const download = page.waitForEvent('download');
  await page.getByTestId(id).click();
  return saved(await download);
};

test('the register goes out as JSON and as a table, and comes into another draft as one step', async ({ page, takar, elsewhere }) => {
  await takar.seed(shelf(draft));
  await takar.open('/a/satu/berkas');
  const register = await press(page, 'export-evidence');
  expect(register.name).toBe('takar-kota-bandung-2025-bukti.json');
  const written = JSON.parse(register.text);
  expect(written.kind).toBe('evidence');
  expect(written.answers).toBeUndefined();
  expect(Object.keys(written.evidence)).toEqual(['d1', 'd2']);
  const table = await press(page, 'export-evidence-table');
  expect(table.name).toBe('takar-kota-bandung-2025-bukti.csv');
  expect(table.text).toContain(`"'=HYPERLINK(""http://jahat.example"")"`);
  expect(table.text).toContain('ind. 1 tk. 2 a; ind. 1 tk. 3');

  const other = await elsewhere();
  await other.seed(shelf(manifest({ id: 'dua', levels: { 1: 3 } })));
  await other.open('/');
  await other.import(register);
  await expect(other.preview).toContainText('Daftar bukti Kota Bandung tahun 2025: 2 dokumen, 2 tautan.');
  await expect(other.page.getByTestId('bring-counts')).toHaveText('2 dokumen baru, 0 dilengkapi, 0 sama, 0 berbeda.');
  await expect(other.preview).toContainText(`Indeks yang didukung bukti: ${shownIndex({})} → ${shownIndex({ 1: 3 })}.`);
  expect((await stored(other, 'dua')).evidence, 'nothing has changed so far').toBeUndefined();
  await other.page.getByTestId('bring').click();
  await expect(other.heading).toHaveText('Bukti');
  await expect(other.page.getByTestId('evidence-row')).toHaveCount(2);
  await other.saved();
  const after = await stored(other, 'dua');
  expect(after.links).toEqual(links.map(({ evidence, indicator, level, expected }) => expect.objectContaining({ evidence, indicator, level, ...(expected ? { expected } : {}) })));
  expect(after.evidence.d1.reviews).toEqual([review]);
  await other.toast.getByRole('button', { name: 'Urungkan' }).click();
  await expect(other.page.getByTestId('evidence-row')).toHaveCount(0);
});

test('what differs is a conflict: nothing is written over unless the person says so', async ({ page, takar }) => {
  const here = { ...evidence, d2: { title: 'Laporan', number: '7/2023', remark: 'Asli' } };
  await takar.seed(shelf(manifest({ id: 'satu', levels: { 1: 3 }, evidence: here, links })));
  const register = { format: 'takar', version: 1, kind: 'evidence', id: 'satu', instrument: draft.instrument, agency: draft.agency, year: 2025, evidence, links };
  await takar.open('/');
  await takar.import(file(register, 'bukti.json'));
  await expect(page.getByTestId('bring-counts')).toHaveText('0 dokumen baru, 0 dilengkapi, 1 sama, 1 berbeda.');
  const row = page.getByTestId('brought');
  await expect(row).toContainText('7/2023 → 12/2024');
  await row.getByRole('combobox').selectOption('both');
  await page.getByTestId('bring').click();
  await expect(page.getByTestId('evidence-row')).toHaveCount(3);
  await takar.saved();
  const both = await stored(takar, 'satu');
  expect(both.evidence.d2.number).toBe('7/2023');
  expect(Object.values(both.evidence).map(({ number }) => number).sort()).toEqual(['12/2024', '7/2023', undefined]);
});

test('a register is refused in words where nothing can receive it or something in it is wrong', async ({ page, takar }) => {
  await takar.open('/');
  const register = { format: 'takar', version: 1, kind: 'evidence', id: 'satu', instrument: draft.instrument, agency: draft.agency, year: 2025, evidence, links };
  await takar.import(file(register, 'bukti.json'));
  await expect(takar.preview).toContainText('Belum ada draf dengan instrumen SPBE 2020 di komputer ini.');
  await expect(page.getByTestId('bring')).toHaveCount(0);
  await page.goto('about:blank');
  await takar.open('/buka');
  for (const [wrong, words] of [
    [{ ...register, evidence: { d1: { ...evidence.d1, date: '2025-02-31' } } }, '$.evidence.d1.date'],
    [{ ...register, links: [{ evidence: 'd1', indicator: 1, level: 9 }] }, 'Indikator 1 tidak memiliki tingkat 9.'],
    [{ ...register, links: [{ evidence: 'tidak-ada', indicator: 1, level: 2 }] }, 'Dokumen “tidak-ada” tidak ada di daftar bukti.'],
    [{ ...register, evidence: { d1: { ...evidence.d1, reviews: [{ ...review, status: 'ditolak' }] } }, links: [] }, 'memerlukan catatan'],
  ]) {
    await takar.import(file(wrong, 'bukti.json'));
    await expect(takar.alert).toContainText(words);
  }
});

test('a status that the file would change is a choice, and an accepted document that is written into is open again', async ({ page, takar }) => {
  await takar.seed({ ...shelf(draft), 'takar:who': 'Koordinator' });
  const register = { format: 'takar', version: 1, kind: 'evidence', id: 'satu', instrument: draft.instrument, agency: draft.agency, year: 2025, links };
  await takar.open('/');
  const rejected = { ...review, status: 'ditolak', note: 'Salah berkas', at: '2025-08-01T02:00:00Z' };
  await takar.import(file({ ...register, evidence: { d1: { ...evidence.d1, number: '99', reviews: [review] }, d2: { ...evidence.d2, reviews: [rejected] } } }, 'bukti.json'));
  await expect(page.getByTestId('bring-counts')).toContainText('2 berbeda');
  await expect(page.getByTestId('brought').nth(0)).toContainText('Diterima → Draf');
  await expect(page.getByTestId('brought').nth(0)).toContainText('Nomor dokumen: – → 99');
  await expect(page.getByTestId('brought').nth(1)).toContainText('Draf → Ditolak');
  await page.locator('#semua-bentrok').selectOption('theirs');
  await page.getByRole('button', { name: /EN, ganti/ }).click();
  await expect(page.locator('#semua-bentrok'), 'the choice outlives the language').toHaveValue('theirs');
  await page.getByTestId('bring').click();
  await takar.saved();
  const after = await stored(takar, 'satu');
  expect(after.evidence.d1.number).toBe('99');
  expect(after.evidence.d1.reviews.map(({ status }) => status)).toEqual(['diterima', 'draf']);
  expect(after.evidence.d2.reviews.map(({ status }) => status)).toEqual(['ditolak']);
});
