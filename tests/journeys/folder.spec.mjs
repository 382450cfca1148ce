// A folder held against the register, and its files as a package.

import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, saved, test } from './page.mjs';
import { manifest, shelf } from './samples.mjs';

const sha256 = (content) => createHash('sha256').update(content).digest('hex');
const fact = (name, content) => ({ name, size: Buffer.byteLength(content), media_type: 'application/pdf', sha256: sha256(content) });
const document = (title, name, content) => ({ title, ...(name ? { file: fact(name, content) } : {}) });

/** A folder on this computer with such files. */
function folder(contents) {
  const root = join(mkdtempSync(join(tmpdir(), 'takar-')), 'Bukti 2025');
  for (const [name, content] of Object.entries(contents)) {
    const path = join(root, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  return root;
}

const evidence = {
  sama: document('Perwali', '1.a.Perwali.pdf', 'isi perwali'),
  lain: document('Laporan', '1.b.Laporan.pdf', 'isi laporan'),
  ubah: document('Notula', '1.c.Notula.pdf', 'isi notula'),
  hilang: document('SOP', '2.a.SOP.pdf', 'isi sop'),
  kosong: document('Belum ada berkas'),
};
const links = [
  { evidence: 'sama', indicator: 1, level: 2, expected: 'a' },
  { evidence: 'sama', indicator: 1, level: 3, expected: 'a' },
  { evidence: 'lain', indicator: 12, level: 2 },
];
const draft = manifest({ id: 'satu', agency: 'Kota Umpama', levels: { 1: 3 }, evidence, links });
const contents = {
  '1.a.Perwali.pdf': 'isi perwali',
  'arsip/laporan akhir.pdf': 'isi laporan',
  '1.c.Notula.pdf': 'isi notula yang diperbarui',
  'catatan.txt': 'bukan bukti',
};
const row = (page, text) => page.getByTestId('folder-row').filter({ hasText: text });

test('every document of a folder check has its outcome, on the page and in the table', async ({ page, takar }) => {
  await takar.seed(shelf(draft));
  await takar.open('/a/satu/bukti');
  await page.getByRole('link', { name: 'Periksa folder dan buat paket' }).click();
  await expect(takar.heading).toHaveText('Periksa folder');
  await page.getByTestId('check-folder').setInputFiles(folder(contents));
  await expect(row(page, 'Perwali')).toContainText('Ada dan sama');
  await expect(row(page, 'Laporan')).toContainText('Ada dengan nama lain');
  await expect(row(page, 'Laporan')).toContainText('Bukti 2025/arsip/laporan akhir.pdf');
  await expect(row(page, 'Notula')).toContainText('Isinya berubah');
  await expect(row(page, 'SOP')).toContainText('Tidak ditemukan');
  await expect(row(page, 'catatan.txt')).toContainText('Belum terdaftar');
  await expect(row(page, 'Belum ada berkas')).toContainText('Belum ada berkas terdaftar');
  await expect(page.getByTestId('folder-row')).toHaveCount(6);

  const download = page.waitForEvent('download');
  await page.getByTestId('folder-csv').click();
  const table = await saved(await download);
  expect(table.name).toBe('takar-periksa-folder-kota-umpama-2025.csv');
  const lines = table.text.replace('\u{feff}', '').trim().split('\r\n');
  expect(lines).toHaveLength(7);
  expect(lines.filter((line) => line.startsWith('Ada dan sama;Perwali;sama;1.a.Perwali.pdf;'))).toHaveLength(1);
});

test('a package holds the manifest and the files on every rung they serve, and unzips', async ({ page, takar, elsewhere }) => {
  await takar.seed(shelf(draft));
  await takar.open('/a/satu/periksa');
  await page.getByTestId('check-folder').setInputFiles(folder(contents));
  await expect(page.locator('main')).toContainText('3 berkas, 33 B.');
  await expect(page.locator('main')).toContainText('2 dokumen tidak ikut');
  const download = page.waitForEvent('download');
  await page.getByTestId('pack').click();
  const zip = await saved(await download);
  expect(zip.name).toBe('takar-kota-umpama-2025.zip');
  await expect(takar.toast).toContainText('Paket disimpan: takar-kota-umpama-2025.zip');

  const at = join(mkdtempSync(join(tmpdir(), 'takar-')), 'paket.zip');
  writeFileSync(at, zip.bytes);
  expect(execFileSync('unzip', ['-t', at]).toString()).toContain('No errors detected');
  const inside = execFileSync('unzip', ['-Z1', at]).toString().trim().split('\n');
  // Square brackets would be a pattern to unzip.
  const list = Object.fromEntries(inside.map((name) => [name, execFileSync('unzip', ['-p', at, name.replace(/[[\]]/g, '?')]).toString()]));
  const names = Object.keys(list);
  expect(names[0]).toBe('takar-kota-umpama-2025.json');
  expect(names.slice(1).map((name) => name.replace(/[^/]*\/[^/]*\/(\d+) [^/]*\//, '…/$1/'))).toEqual([
    '…/01/tingkat-2/1.a.Perwali.pdf', '…/01/tingkat-3/1.a.Perwali.pdf', '…/12/tingkat-2/12.a.Laporan.pdf',
  ]);
  expect(list[names[3]]).toBe('isi laporan');
  for (const name of names) expect(name, 'safe on Windows').not.toMatch(/[<>:"\\|?*\u0000-\u001f]|[. ](\/|$)/);

  const other = await elsewhere();
  await other.open('/');
  await other.import({ name: names[0], text: list[names[0]] });
  await other.page.getByTestId('open-as-new').click();
  await expect(other.index).toBeVisible();
});

test('a file that changes between the check and the package is noticed, and nothing is made', async ({ page, takar }) => {
  const root = folder(contents);
  await takar.seed(shelf(draft));
  await takar.open('/a/satu/periksa');
  await page.getByTestId('check-folder').setInputFiles(root);
  await expect(row(page, 'Perwali')).toContainText('Ada dan sama');
  rmSync(join(root, '1.a.Perwali.pdf'));
  await page.getByTestId('pack').click();
  await expect(takar.toast).toContainText(/1\.a\.Perwali\.pdf” (tidak dapat dibaca|berubah)/);
});

test('files larger than a package can hold are refused before work begins', async ({ page, takar }) => {
  test.setTimeout(120_000);
  const root = folder({ 'catatan.txt': 'x' });
  const size = 700_000_000;
  execFileSync('truncate', ['-s', `${size}`, join(root, '1.a.Video.mp4')]);
  const digest = execFileSync('sha256sum', [join(root, '1.a.Video.mp4')]).toString().slice(0, 64);
  // On three rungs it is needed three times: 2,1 GB.
  const video = { title: 'Video', file: { name: '1.a.Video.mp4', size, sha256: digest } };
  const places = [2, 3, 4].map((level) => ({ evidence: 'video', indicator: 1, level }));
  await takar.seed(shelf(manifest({ id: 'satu', levels: { 1: 3 }, evidence: { video }, links: places })));
  await takar.open('/a/satu/periksa');
  await page.getByTestId('check-folder').setInputFiles(root);
  await expect(page.getByTestId('work')).toContainText('dari 700,0 MB');
  await expect(row(page, 'Video')).toContainText('Ada dan sama', { timeout: 60_000 });
  await expect(page.locator('main')).toContainText('Berkasnya berjumlah 2,1 GB, lebih dari 2,0 GB yang dapat dikemas peramban sekaligus.');
  await expect(page.getByTestId('pack')).toHaveCount(0);
  rmSync(root, { recursive: true });
});

test('a folder of 500 files and the register of 500 documents: progress, an end, and a way out', async ({ page, takar }) => {
  test.setTimeout(120_000);
  const many = {};
  const documents = {};
  for (let at = 0; at < 500; at += 1) {
    const content = Buffer.alloc(200_000, `berkas ${at} `);
    many[`b${at}.pdf`] = content;
    documents[`d${at}`] = document(`Dokumen ${at}`, `b${at}.pdf`, content);
  }
  const root = folder(many);
  await takar.seed(shelf(manifest({ id: 'satu', levels: { 1: 3 }, evidence: documents })));
  await takar.open('/a/satu/periksa');
  await page.evaluate(() => {
    window.longest = 0;
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => { window.longest = Math.max(window.longest, entry.duration); })).observe({ entryTypes: ['longtask'] });
  });
  await page.getByTestId('check-folder').setInputFiles(root);
  await expect(page.getByTestId('work')).toBeVisible();
  await page.getByTestId('work').getByRole('button', { name: 'Batalkan' }).click();
  await expect(takar.toast).toContainText('Dibatalkan. Tidak ada yang berubah.');
  await expect(page.getByTestId('folder-result')).toHaveCount(0);

  await page.getByTestId('check-folder').setInputFiles(root);
  await expect(page.getByTestId('folder-result')).toBeVisible({ timeout: 60_000 });
  await expect(page.locator('[data-testid=folder-result] dl')).toContainText('Ada dan sama500');
  console.log(`500 files, 100 MB: longest task ${await page.evaluate(() => Math.round(window.longest))} ms`);
  rmSync(root, { recursive: true });
});

test('files dropped on Bukti are registered there, and not opened as a draft', async ({ page, takar }) => {
  await takar.seed(shelf(manifest({ id: 'satu', levels: { 1: 3 } })));
  await takar.open('/a/satu/bukti');
  const data = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(['satu'], '1.a.SK_Tim.pdf', { type: 'application/pdf' }));
    data.items.add(new File(['dua'], 'notula.pdf', { type: 'application/pdf' }));
    return data;
  });
  await page.locator('main').dispatchEvent('dragover', { dataTransfer: data });
  await expect(page.locator('.dropping')).toHaveText('Lepaskan berkas atau folder untuk mendaftarkannya');
  await page.locator('main').dispatchEvent('drop', { dataTransfer: data });
  await expect(takar.toast).toContainText('2 dokumen dicatat.');
  await expect(page.getByTestId('evidence-row')).toHaveCount(2);
  await expect(page).toHaveURL(/bukti$/);
});
