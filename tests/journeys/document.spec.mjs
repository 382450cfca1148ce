// One document: its fields, what it proves, what was said of it, and the way it goes.

import { expect, test } from './page.mjs';
import { manifest, pemdi, shelf } from './samples.mjs';

const about = {
  evidence: {
    perwali: { title: 'Perwali Arsitektur', kind: 'peraturan', date: '2022-05-01', unit: 'Diskominfo' },
    reviu: { title: 'Notula reviu', kind: 'reviu', date: '2021-01-01', valid_until: '2024-06-30' },
    lain: { title: 'Lain', unit: 'Bappeda' },
    kunci: { title: 'Yang diterima', location: 'https://jdih.contoh.go.id/1', reviews: [{ status: 'diterima', at: '2025-01-01T00:00:00Z', by: 'Asesor' }] },
  },
  links: [
    { evidence: 'perwali', indicator: 1, level: 2, expected: 'a' },
    { evidence: 'perwali', indicator: 2, level: 3 },
    { evidence: 'reviu', indicator: 1, level: 4, expected: 'c' },
    { evidence: 'reviu', indicator: 1, level: 3, expected: 'a' },
    { evidence: 'kunci', indicator: 2, level: 2 },
  ],
};

async function opened(takar, id, content = about) {
  await takar.seed(shelf(manifest({ id: 'satu', ...content })));
  await takar.open(`/a/satu/bukti/${id}`);
  await expect(takar.heading).toBeVisible();
}

async function stored(takar) {
  await takar.saved();
  return JSON.parse((await takar.storage())['takar:draft:satu']);
}

const links = (page) => page.getByTestId('evidence-link');
const button = (page, name) => page.getByRole('button', { name, exact: true });

test('every field is saved as it is typed, and one undo takes back what was typed into one field', async ({ page, takar }) => {
  await opened(takar, 'lain');
  const fields = {
    judul: ['title', 'Rencana Induk'], nomor: ['number', '7/2024'], tanggal: ['date', '2024-02-29'],
    berlaku: ['valid_until', '2029-12-31'], unit: ['unit', 'Setda'], lokasi: ['location', 'Lemari 3'],
    halaman: ['pages', 'Bab II'], keterangan: ['remark', 'Salinan.'],
  };
  for (const [id, [, text]] of Object.entries(fields)) await page.locator(`#${id}`).fill(text);
  await page.locator('#jenis').selectOption('rencana');
  await expect(takar.heading).toHaveText('Rencana Induk');
  await expect(page).toHaveTitle('Rencana Induk · Takar');
  const { evidence } = await stored(takar);
  expect(evidence.lain).toMatchObject({ kind: 'rencana', ...Object.fromEntries(Object.values(fields)) });
  await page.reload();
  for (const [id, [, text]] of Object.entries(fields)) await expect(page.locator(`#${id}`)).toHaveValue(text);
  await expect(page.locator('#unit-unit option')).toHaveCount(2);

  await page.locator('#nomor').fill('');
  await page.locator('#nomor').pressSequentially('8/2025');
  await page.locator('#halaman').focus();
  await button(page, 'Urungkan').first().click();
  await expect(page.locator('#nomor')).toHaveValue('7/2024');
});

test('an empty title and half a date change nothing and say so', async ({ page, takar }) => {
  await opened(takar, 'perwali');
  await page.locator('#judul').fill('');
  await expect(page.locator('#judul')).toHaveAccessibleDescription(/Judul tidak boleh kosong/);
  await expect(takar.heading).toHaveText('Perwali Arsitektur');
  await page.locator('#judul').fill('Perwali');
  await expect(page.locator('#judul-error')).toHaveCount(0);
  // The browser writes days in its own order; clearing one part leaves half a date.
  await page.locator('#tanggal').focus();
  await page.keyboard.press('Delete');
  await page.keyboard.press('Tab');
  await page.locator('#nomor').focus();
  await expect(page.locator('#tanggal')).toHaveAccessibleDescription(/Tanggal belum lengkap/);
  expect((await stored(takar)).evidence.perwali).toMatchObject({ title: 'Perwali', date: '2022-05-01' });
});

test('only an address of the web becomes a link', async ({ page, takar }) => {
  await opened(takar, 'lain');
  const link = page.locator('main a[target=_blank]');
  for (const bad of ['javascript:alert(1)', 'JaVaScRiPt:alert(1)//https://a.id/', 'data:text/html,x', 'D:\\SPBE\\1.pdf', 'https:// a.id', '//a.id']) {
    await page.locator('#lokasi').fill(bad);
    await expect(link, bad).toHaveCount(0);
  }
  expect((await stored(takar)).evidence.lain.location).toBe('//a.id');
  await page.locator('#lokasi').fill('https://jdih.contoh.go.id/41');
  await expect(link).toHaveAttribute('href', 'https://jdih.contoh.go.id/41');
  await expect(link).toHaveAttribute('rel', 'noopener noreferrer');
  await expect(page.locator('a[href^="javascript" i]')).toHaveCount(0);
});

test('links are added with what is expected there, told apart, given pages and removed', async ({ page, takar }) => {
  await opened(takar, 'lain');
  await expect(page.locator('main')).toContainText('Dokumen ini belum ditautkan.');
  await button(page, 'Tautkan').click();
  await expect(page.locator('#tautan-indikator')).toBeFocused();
  await expect(page.locator('#tautan-indikator')).toHaveAccessibleDescription('Pilih indikator yang dibuktikan.');
  await page.locator('#tautan-indikator').selectOption('1');
  await button(page, 'Tautkan').click();
  await expect(page.locator('#tautan-tingkat')).toBeFocused();
  await page.locator('#tautan-tingkat').selectOption('4');
  await expect(page.locator('#tautan-butir option')).toHaveText([/^Belum ditentukan$/, /^a\. /, /^c\. /]);
  await expect(page.locator('.together .note')).toContainText('berusia kurang dari 2 tahun');
  await page.locator('#tautan-butir').selectOption('c');
  await button(page, 'Tautkan').click();
  await expect(takar.toast).toContainText('Ditautkan ke indikator 1 tingkat 4.');
  await expect(page.locator('#tautan')).toBeFocused();
  await expect(links(page)).toHaveCount(1);
  await expect(links(page)).toContainText('1. Kebijakan Arsitektur SPBE');
  await expect(links(page)).toContainText('Tingkat 4');
  await expect(links(page)).toContainText('c. Laporan atau notula evaluasi');

  await page.locator('#tautan-butir').selectOption('c');
  await button(page, 'Tautkan').click();
  await expect(page.locator('.together').getByRole('alert')).toContainText('sudah ditautkan ke tempat itu');

  await links(page).getByLabel('Halaman atau bab untuk tautan ini').pressSequentially('hlm. 4');
  const mine = (await stored(takar)).links.filter(({ evidence }) => evidence === 'lain');
  expect(mine).toEqual([{ evidence: 'lain', indicator: 1, level: 4, expected: 'c', pages: 'hlm. 4' }]);
  await button(page, 'Lepas tautan ke indikator 1 tingkat 4').click();
  await expect(links(page)).toHaveCount(0);
  await expect(page.locator('#tautan')).toBeFocused();
  await takar.toast.getByRole('button', { name: 'Urungkan' }).click();
  await expect(links(page).getByLabel('Halaman atau bab untuk tautan ini')).toHaveValue('hlm. 4');
});

test('concerns are sentences, with the rule and its source where there is one', async ({ page, takar }) => {
  await opened(takar, 'reviu');
  const concerns = page.locator('section[aria-labelledby=perhatian]');
  await expect(concerns).toContainText('Untuk indikator 1 tingkat 4: tertanggal 1 Jan 2021');
  await expect(concerns).toContainText('Masa berlakunya habis pada 30 Jun 2024.');
  await expect(concerns).toContainText('Untuk indikator 1 tingkat 3: butir ini meminta jenis lain (Peraturan atau keputusan).');
  await expect(concerns).toContainText('Belum ada sidik SHA-256');
  await concerns.getByText('Aturan', { exact: true }).click();
  await expect(concerns).toContainText('Pedoman Menteri PANRB');
  await page.locator('#tanggal').fill('2025-01-01');
  await expect(concerns).not.toContainText('tertanggal');
});

test('a review has a name, and a note where one is needed; its history is told from the beginning', async ({ page, takar }) => {
  await opened(takar, 'perwali');
  const status = page.getByTestId('evidence-new-status');
  await button(page, 'Catat status').click();
  await expect(status).toBeFocused();
  await expect(status).toHaveAccessibleDescription('Pilih status baru.');
  await status.selectOption('ditolak');
  await button(page, 'Catat status').click();
  await expect(page.locator('#pemeriksa')).toBeFocused();
  await page.locator('#pemeriksa').fill('Sri Asesor');
  await button(page, 'Catat status').click();
  await expect(page.locator('#catatan-periksa')).toBeFocused();
  await expect(page.locator('#catatan-periksa')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByTestId('evidence-status')).toHaveText('Draf');
  await page.locator('#catatan-periksa').fill('Bukan peraturan.');
  await button(page, 'Catat status').click();
  await expect(page.getByTestId('evidence-status')).toHaveText('Ditolak');
  await expect(page.locator('#pemeriksaan')).toBeFocused();
  await status.selectOption('dikirim');
  await button(page, 'Catat status').click();
  await expect(page.locator('.reviews li')).toHaveText([/^Ditolak.*Sri Asesor.*Bukan peraturan\.$/, /^Dikirim.*Sri Asesor/]);
  await takar.toast.getByRole('button', { name: 'Urungkan' }).click();
  await expect(page.locator('.reviews li')).toHaveCount(1);
});

test("a reviewer's name signs the review and nothing after it; the same status is not given twice", async ({ page, takar }) => {
  await takar.seed({ ...shelf(manifest({ id: 'satu', ...about })), 'takar:who': 'Budi' });
  await takar.open('/a/satu/bukti/lain');
  const status = page.getByTestId('evidence-new-status');
  await expect(page.locator('#pemeriksa')).toHaveValue('Budi');
  await status.selectOption('dikirim');
  await page.locator('#pemeriksa').fill('Sri Asesor');
  await button(page, 'Catat status').click();
  await expect(page.locator('.reviews li')).toHaveText([/^Dikirim.*Sri Asesor/]);
  await expect(page.locator('#pemeriksa')).toHaveValue('Sri Asesor');
  await status.selectOption('dikirim');
  await button(page, 'Catat status').click();
  await expect(page.locator('section[aria-labelledby=pemeriksaan]').getByRole('alert').last()).toHaveText('Dokumen ini sudah berstatus Dikirim. Pilih status lain.');
  await expect(status).toBeFocused();
  await expect(page.locator('.reviews li')).toHaveCount(1);
  await page.locator('#nomor').fill('9');
  const draft = await stored(takar);
  expect(draft.evidence.lain.reviews[0].by).toBe('Sri Asesor');
  expect(draft.evidence.lain.changed.by).toBe('Budi');
  expect((await takar.storage())['takar:who']).toBe('Budi');
});

test('a review that is being written stays when the language changes, and goes with the document', async ({ page, takar }) => {
  await opened(takar, 'lain');
  await page.getByTestId('evidence-new-status').selectOption('ditolak');
  await page.locator('#catatan-periksa').fill('Bukan peraturan');
  await page.locator('#tautan-indikator').selectOption('2');
  await takar.languageButton.click();
  await expect(page.locator('label[for=catatan-periksa]')).toHaveText('Note');
  await expect(page.getByTestId('evidence-new-status')).toHaveValue('ditolak');
  await expect(page.locator('#catatan-periksa')).toHaveValue('Bukan peraturan');
  await expect(page.locator('#tautan-indikator')).toHaveValue('2');
  await takar.open('/a/satu/bukti/perwali');
  await expect(takar.heading).toHaveText('Perwali Arsitektur');
  await expect(page.getByTestId('evidence-new-status')).toHaveValue('');
  await expect(page.locator('#catatan-periksa')).toHaveValue('');
  await expect(page.locator('#tautan-indikator')).toHaveValue('');
});

test('days that are likely mistakes are kept and pointed out', async ({ page, takar }) => {
  await opened(takar, 'lain');
  await page.locator('#tanggal').fill('2999-01-01');
  await expect(page.locator('#tanggal')).toHaveAccessibleDescription(/setelah hari ini/);
  await page.locator('#tanggal').fill('2024-01-02');
  await expect(page.locator('#tanggal')).toHaveAccessibleDescription('');
  await page.locator('#berlaku').fill('2024-01-01');
  await expect(page.locator('#berlaku')).toHaveAccessibleDescription(/sebelum tanggal ditetapkan/);
  expect((await stored(takar)).evidence.lain).toMatchObject({ date: '2024-01-02', valid_until: '2024-01-01' });
  await page.locator('#berlaku').fill('2024-01-02');
  await expect(page.locator('#berlaku-help')).toHaveCount(0);
});

test('the item a link answers is changed in its row, and its pages stay', async ({ page, takar }) => {
  await opened(takar, 'lain', {
    ...about,
    links: [{ evidence: 'lain', indicator: 1, level: 4, pages: 'hlm. 4' }, { evidence: 'lain', indicator: 1, level: 4, expected: 'a' }],
  });
  const item = page.locator('#butir-tautan-0');
  await expect(item).toHaveAccessibleName('Butir yang dijawab di indikator 1 tingkat 4');
  await expect(item).toHaveValue('');
  await expect(item.locator('option[value=a]')).toBeDisabled();
  await item.selectOption('c');
  await expect(page.locator('#butir-tautan-1')).toBeFocused();
  await expect(page.locator('#butir-tautan-1')).toHaveValue('c');
  expect((await stored(takar)).links).toEqual([
    { evidence: 'lain', indicator: 1, level: 4, expected: 'a' },
    { evidence: 'lain', indicator: 1, level: 4, expected: 'c', pages: 'hlm. 4' },
  ]);
  await button(page, 'Urungkan').first().click();
  await expect(page.locator('#butir-tautan-0')).toHaveValue('');
  expect((await stored(takar)).links[0].pages).toBe('hlm. 4');
});

test('a document that goes while its page is shown leaves the focus on what is said instead', async ({ page, takar, context }) => {
  await takar.seed(shelf(manifest({ id: 'satu', ...about })));
  await takar.open('/a/satu/bukti');
  await page.getByTestId('add-evidence').click();
  await page.getByTestId('evidence-title').fill('Baru');
  await page.keyboard.press('Enter');
  await expect(takar.heading).toHaveText('Baru');
  await expect(takar.heading).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(takar.heading).toHaveText('Dokumen tidak ditemukan');
  await expect(takar.heading).toBeFocused();
  await takar.open('/a/satu/bukti/lain');
  await page.locator('#nomor').focus();
  await takar.saved();
  const other = await context.newPage();
  await other.goto('/#/a/satu/bukti/lain');
  await other.getByRole('button', { name: 'Hapus dokumen' }).click();
  await expect(takar.heading).toHaveText('Dokumen tidak ditemukan');
  await expect(takar.heading).toBeFocused();
});

test('an accepted document is locked until its status changes', async ({ page, takar }) => {
  await opened(takar, 'kunci');
  await expect(page.locator('#terkunci')).toContainText('terkunci');
  await expect(page.locator('#butir-tautan-0')).toBeDisabled();
  for (const id of ['judul', 'nomor', 'tanggal', 'berlaku', 'unit', 'lokasi', 'halaman', 'keterangan', 'halaman-tautan-0']) {
    await expect(page.locator(`#${id}`), id).not.toBeEditable();
  }
  await expect(page.locator('#jenis')).toBeDisabled();
  await expect(page.locator('#hapus')).toBeDisabled();
  await expect(page.locator('#hapus')).toHaveAccessibleDescription(/terkunci/);
  await expect(page.locator('#tautan-indikator')).toHaveCount(0);
  await expect(links(page).getByRole('button')).toBeDisabled();
  await button(page, 'Ke pemeriksaan').click();
  await expect(page.locator('#pemeriksaan')).toBeFocused();
  await page.getByTestId('evidence-new-status').selectOption('dikirim');
  await page.locator('#pemeriksa').fill('Sri');
  await button(page, 'Catat status').click();
  await expect(page.locator('#terkunci')).toHaveCount(0);
  await page.locator('#nomor').fill('9');
  expect((await stored(takar)).evidence.kunci.number).toBe('9');
});

test('deleting a linked document asks, says how many places, and can be undone', async ({ page, takar }) => {
  await opened(takar, 'perwali');
  await button(page, 'Hapus dokumen').click();
  await expect(page.locator('#hapus-tanya')).toBeFocused();
  await expect(page.locator('#hapus-tanya')).toContainText('ditautkan di 2 tempat');
  await page.keyboard.press('Escape');
  await expect(page.locator('#hapus')).toBeFocused();
  await button(page, 'Hapus dokumen').click();
  await button(page, 'Jangan hapus').click();
  await expect(page.locator('#hapus')).toBeFocused();
  await button(page, 'Hapus dokumen').click();
  await button(page, 'Hapus dengan tautannya').click();
  await expect(page).toHaveURL(/#\/a\/satu\/bukti$/);
  await expect(takar.heading).toHaveText('Bukti');
  await expect(takar.heading).toBeFocused();
  await expect(page.getByTestId('evidence-row')).toHaveCount(3);
  expect((await stored(takar)).links).toHaveLength(3);
  await takar.toast.getByRole('button', { name: 'Urungkan' }).click();
  await expect(page.getByTestId('evidence-row')).toHaveCount(4);
  expect((await stored(takar)).links).toHaveLength(5);
});

test('a document that is linked nowhere is deleted at once, and can be brought back', async ({ page, takar }) => {
  await opened(takar, 'lain');
  await button(page, 'Hapus dokumen').click();
  await expect(takar.heading).toHaveText('Bukti');
  await expect(takar.toast).toContainText('Dokumen Lain dihapus.');
  await takar.toast.getByRole('button', { name: 'Urungkan' }).click();
  await expect(page.getByTestId('evidence-row')).toHaveCount(4);
});

test('a document that is not there is said to be missing, with a way back', async ({ page, takar }) => {
  await opened(takar, 'tidak-ada');
  await expect(takar.heading).toHaveText('Dokumen tidak ditemukan');
  await page.getByRole('link', { name: 'Daftar bukti' }).click();
  await expect(takar.heading).toHaveText('Bukti');
  await takar.open('/a/satu/bukti/%3Cscript%3E');
  await expect(takar.heading).toHaveText('Dokumen tidak ditemukan');
});

test('a Pemdi document is linked to an item of its level', async ({ page, takar }) => {
  await opened(takar, 'x', { instrument: pemdi, year: 2026, evidence: { x: { title: 'Renstra' } } });
  await page.locator('#tautan-indikator').selectOption('1');
  await page.locator('#tautan-tingkat').selectOption('2');
  await page.locator('#tautan-butir').selectOption('b');
  await button(page, 'Tautkan').click();
  await expect(links(page)).toContainText('b. Renstra/RPJMD');
});

test('typing continues while another language is chosen, and nothing of it is lost', async ({ page, takar }) => {
  await opened(takar, 'lain');
  await page.locator('#nomor').fill('5/2025');
  await takar.languageButton.click();
  await expect(page.locator('label[for=nomor]')).toHaveText('Document number');
  await expect(page.locator('#nomor')).toHaveValue('5/2025');
});
