// All drafts as one file, with and without a password, and back on another computer.

import { createDecipheriv, pbkdf2Sync } from 'node:crypto';
import { expect, saved, test } from './page.mjs';
import { all, canonical, digest, manifest, shelf, varied } from './samples.mjs';

const BROKEN = '{"format":"takar","version":1,"kind":"assessment","id":"rusak"';
const PASSWORD = 'kopi susu di kafé lama';

async function make(takar) {
  const download = takar.page.waitForEvent('download');
  await takar.page.getByTestId('backup').click();
  return saved(await download);
}

/** Opens an encrypted backup as docs/file-format.md says, without Takar. */
function decrypted(file, password) {
  const { content, digest: stated, ...header } = file;
  expect(stated).toBe(digest({ ...header, content }));
  expect(header.iterations).toBeGreaterThanOrEqual(600_000);
  const bytes = (text) => Buffer.from(text, 'base64');
  const key = pbkdf2Sync(password.normalize('NFC'), bytes(header.salt), header.iterations, 32, 'sha256');
  const all = bytes(content);
  const cipher = createDecipheriv('aes-256-gcm', key, bytes(header.nonce));
  cipher.setAAD(Buffer.from(canonical(header)));
  cipher.setAuthTag(all.subarray(-16));
  return Buffer.concat([cipher.update(all.subarray(0, -16)), cipher.final()]).toString('utf8');
}

const rows = (takar) => takar.page.getByTestId('backup-row');
const way = (takar, at) => rows(takar).nth(at).getByRole('combobox');

test('all drafts travel in one file, and each is brought back as chosen', async ({ takar, elsewhere }) => {
  const [one, two, gone] = [
    manifest({ id: 'satu', levels: all(3) }),
    manifest({ id: 'dua', agency: 'Kota Cimahi', levels: varied() }),
    manifest({ id: 'buang', agency: 'Kota Lama' }),
  ];
  await takar.seed({
    ...shelf(one, two),
    'takar:draft:rusak': BROKEN,
    'takar:trash:buang': JSON.stringify(gone),
    'takar:snapshot:satu:2026-11-01T03:00:00Z': JSON.stringify({ ...one, year: 2024 }),
    'another-app': 'x',
  });
  await takar.open('/');
  await takar.page.getByRole('link', { name: 'Pengaturan' }).click();
  await expect(takar.heading).toHaveText('Pengaturan');
  await expect(takar.page.getByTestId('export-ages')).toContainText('belum pernah');
  const file = await make(takar);
  expect(file.name).toMatch(/^takar-cadangan-\d{4}-\d\d-\d\d\.json$/);
  await expect(takar.toast).toContainText('Cadangan 4 draf');
  await expect(takar.page.getByTestId('export-ages')).not.toContainText('belum pernah');
  const backup = JSON.parse(file.text);
  expect(backup.kind).toBe('backup');
  const { digest: stated, ...rest } = backup;
  expect(stated).toBe(digest(rest));
  expect(backup.drafts.map(({ id }) => id)).toEqual(['dua', 'rusak', 'satu']);
  expect(backup.drafts[1].text, 'what cannot be read goes in as it is').toBe(BROKEN);
  expect(backup.trash.map(({ id }) => id)).toEqual(['buang']);
  expect(backup.snapshots.map(({ key }) => key)).toEqual(['snapshot:satu:2026-11-01T03:00:00Z']);
  expect(file.text).not.toContain('another-app');

  // Another computer: one draft is there already and was gone on with, one is as it was.
  const other = await elsewhere();
  await other.seed({ ...shelf({ ...two, title: 'Kota Cimahi, sendiri', year: 2024 }) });
  await other.open('/pengaturan');
  await other.import(file);
  await expect(rows(other)).toHaveCount(4);
  await expect(rows(other).nth(0)).toContainText('ada bentrok');
  await expect(way(other, 0)).toHaveValue('new');
  await expect(rows(other).nth(1)).toContainText('Tidak dapat dibaca');
  await expect(way(other, 1)).toHaveValue('back');
  await expect(rows(other).nth(2)).toContainText('Tidak ada di sini');
  await expect(rows(other).nth(3)).toContainText('baru dihapus');
  await expect(way(other, 3)).toHaveValue('skip');
  const before = await other.storage();
  const drafts = Object.keys(before).filter((key) => key !== 'takar:language');
  expect(drafts, 'nothing has changed so far').toEqual(['takar:draft:dua']);
  await way(other, 0).selectOption('replace');
  await other.languageButton.click();
  await expect(way(other, 0), 'the other language keeps the choice').toHaveValue('replace');
  await other.languageButton.click();
  await other.page.getByTestId('bring-backup').click();
  const result = other.page.getByTestId('backup-result');
  await expect(result).toContainText('diganti, yang lama ada di titik pemulihan');
  await expect(result).toContainText('Titik pemulihan yang dikembalikan: 1.');
  const after = await other.storage();
  const read = (key) => JSON.parse(after[key]);
  expect(read('takar:draft:dua').agency.name).toBe('Kota Cimahi');
  expect(read('takar:draft:dua').title).toBeUndefined();
  expect(Object.entries(after).filter(([key]) => key.startsWith('takar:snapshot:dua:'))).toHaveLength(1);
  expect(read('takar:draft:satu').answers.mandiri[47].value).toBe('3.00');
  expect(after['takar:draft:rusak']).toBe(BROKEN);
  expect(after['takar:draft:buang']).toBeUndefined();
  await result.getByRole('link', { name: /Kota Bandung/ }).click();
  await expect(other.index).toHaveText('3,00');

  // Once more: now all is the same, and nothing is proposed.
  await other.open('/pengaturan');
  await other.import(file);
  await expect(rows(other).nth(2)).toContainText('Sama');
  for (const at of [0, 1, 2, 3]) await expect(way(other, at)).toHaveValue('skip');
  await other.page.getByTestId('bring-backup').click();
  await expect(other.alert.filter({ hasText: 'Semua draf dilewati' })).toBeVisible();
});

test('a password protects a backup; a wrong one says so, and others can open it as documented', async ({ takar, elsewhere }) => {
  const one = manifest({ id: 'satu', levels: all(4), texts: { 1: { facts: 'Perwali 41/2022' } } });
  await takar.seed(shelf(one));
  await takar.open('/pengaturan');
  await takar.page.getByTestId('backup-lock').check();
  await takar.page.getByTestId('backup').click();
  await expect(takar.page.locator('#kata-sandi')).toBeFocused();
  await expect(takar.page.locator('#kata-sandi-error')).toBeVisible();
  await takar.page.getByTestId('backup-password').fill(PASSWORD);
  await takar.page.getByTestId('backup-password-again').fill(`${PASSWORD}x`);
  await takar.page.getByTestId('backup').click();
  await expect(takar.page.locator('#kata-sandi-lagi-error')).toBeVisible();
  await takar.page.getByTestId('backup-password-again').fill(PASSWORD);
  const file = await make(takar);
  expect(file.name).toContain('terkunci');
  expect(file.text).not.toContain('Perwali');
  await expect(takar.page.getByTestId('backup-password'), 'the password is forgotten').toHaveValue('');

  const locked = JSON.parse(file.text);
  const plain = JSON.parse(decrypted(locked, PASSWORD));
  expect(plain.drafts[0].content.answers.mandiri[1].explanation.facts).toBe('Perwali 41/2022');

  const other = await elsewhere();
  await other.open('/pengaturan');
  await other.import(file);
  const unlock = async (password) => {
    await other.page.getByTestId('unlock-password').fill(password);
    await other.page.getByTestId('unlock').click();
  };
  await unlock('bukan ini');
  await expect(other.alert).toContainText('Kata sandi ini tidak cocok. Berkasnya utuh.');
  // é typed as a letter and an accent is the same password.
  await unlock(PASSWORD.normalize('NFD'));
  await expect(rows(other)).toHaveCount(1);
  await other.page.getByTestId('bring-backup').click();
  await expect(other.page.getByTestId('backup-result')).toContainText('dikembalikan');

  // The sample that is kept for ever, made by another program.
  await other.open('/pengaturan');
  await other.import('tests/data/versions/encrypted-backup-1.json');
  await unlock('kata sandi contoh: café');
  await expect(rows(other)).toHaveCount(3);

  // A header that was changed, with a digest that fits again: nobody can tell that from the password.
  const { digest: _, ...header } = { ...locked, iterations: 600_001 };
  await other.open('/pengaturan');
  await other.import({ name: 'ubah.json', text: JSON.stringify(header) });
  await unlock(PASSWORD);
  await expect(other.alert).toContainText('atau isi berkas berubah setelah dibuat');
  // One that would keep a computer busy for long is refused before any password.
  await other.open('/pengaturan');
  await other.import({ name: 'lama.json', text: JSON.stringify({ ...header, iterations: 4_000_000_000 }) });
  await expect(other.alert).toContainText('$.iterations');
});

test('the age of the last file is shown, and a reminder comes and goes', async ({ takar }) => {
  const old = (days) => `${new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 19)}Z`;
  await takar.seed({
    ...shelf(manifest({ id: 'satu', levels: all(2) })),
    'takar:exported:satu': JSON.stringify({ version: 1, at: old(9), changes: 30, since: old(8) }),
  });
  await takar.open('/a/satu/berkas');
  const age = takar.page.getByTestId('export-age');
  await expect(age).toHaveText('Terakhir disimpan ke berkas: 9 hari lalu; yang belum ada di berkas: 30 perubahan.');
  const reminder = takar.page.getByTestId('reminder');
  await expect(reminder).toContainText('yang pertama sudah 8 hari');
  await takar.indicator(1);
  await takar.choose(4);
  await takar.saved();
  await takar.open('/a/satu/berkas');
  await expect(age).toContainText('31 perubahan');
  const download = takar.page.waitForEvent('download');
  await reminder.getByRole('button', { name: 'Simpan ke berkas' }).click();
  await download;
  await expect(reminder).toBeHidden();
  await expect(age).toHaveText('Terakhir disimpan ke berkas: hari ini; yang belum ada di berkas: tidak ada.');

  // Turned off, and on again.
  await takar.page.evaluate((text) => localStorage.setItem('takar:exported:satu', text),
    JSON.stringify({ version: 1, at: old(9), changes: 30, since: old(8) }));
  await takar.open('/pengaturan');
  await takar.page.locator('#ingatkan').selectOption('0');
  await takar.open('/a/satu/berkas');
  await expect(age).toContainText('9 hari lalu');
  await expect(reminder).toBeHidden();
  await takar.open('/pengaturan');
  await takar.page.locator('#ingatkan').selectOption('3');
  await takar.open('/a/satu/berkas');
  await reminder.getByRole('button', { name: 'Nanti saja' }).click();
  await expect(reminder).toBeHidden();
});

test('a full storage leaves what was brought back right, and says which draft was not', async ({ takar }) => {
  const facts = { 1: { facts: 'x'.repeat(15_000) } };
  const large = manifest({ id: 'besar', agency: 'Kota Besar', texts: facts, levels: { 1: 3 } });
  const small = manifest({ id: 'kecil', agency: 'Kota Kecil', levels: { 1: 2 } });
  const backup = { format: 'takar', version: 1, kind: 'backup', made: { at: '2026-11-20T03:00:00Z' } };
  const content = { ...backup, drafts: [large, small].map((one) => ({ id: one.id, content: one })) };
  await takar.open('/pengaturan');
  await takar.import({ name: 'cadangan.json', text: JSON.stringify({ ...content, digest: digest(content) }) });
  await expect(rows(takar)).toHaveCount(2);
  // Room is left for the small draft and what is noted of it.
  await takar.page.evaluate(() => {
    for (let size = 1 << 20; size >= 256; size /= 2) {
      for (let at = 0; ; at += 1) {
        try {
          localStorage.setItem(`another-app:${size}:${at}`, 'x'.repeat(size));
        } catch {
          break;
        }
      }
    }
    for (const key of Object.keys(localStorage).filter((key) => /:(4096|2048|1024):/.test(key))) localStorage.removeItem(key);
  });
  await takar.page.getByTestId('bring-backup').click();
  const lines = takar.page.getByTestId('backup-result').getByRole('listitem');
  await expect(lines.nth(0)).toContainText('TIDAK dikembalikan: penyimpanan peramban penuh');
  await expect(lines.nth(1)).toContainText('dikembalikan');
  const after = await takar.storage();
  expect(after['takar:draft:besar']).toBeUndefined();
  expect(JSON.parse(after['takar:draft:kecil']).agency.name).toBe('Kota Kecil');
});

test('where the browser offers no encryption, a backup is made without', async ({ takar }) => {
  await takar.page.addInitScript(() => Object.defineProperty(crypto, 'subtle', { value: undefined }));
  await takar.seed(shelf(manifest({ id: 'satu' })));
  await takar.open('/pengaturan');
  await expect(takar.page.getByText('karena halaman dibuka tanpa HTTPS')).toBeVisible();
  await expect(takar.page.getByTestId('backup-lock')).toBeHidden();
  expect(JSON.parse((await make(takar)).text).kind).toBe('backup');
  await takar.import('tests/data/versions/encrypted-backup-1.json');
  await takar.page.getByTestId('unlock-password').fill('kata sandi contoh: café');
  await takar.page.getByTestId('unlock').click();
  await expect(takar.alert).toContainText('Peramban tidak menyediakan enkripsi di alamat ini');
});
