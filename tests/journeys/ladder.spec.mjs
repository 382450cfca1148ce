// Evidence on the ladder: what is expected, what is attached, and what it supports.

import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from './page.mjs';
import { NUMBERS, manifest, pemdi, shelf, shownIndex } from './samples.mjs';

const by = { at: '2025-07-01T02:00:00Z', by: 'Asesor internal' };
const accepted = { status: 'diterima', ...by };
const document = (title, more = {}) => ({ title, kind: 'laporan', date: '2025-02-03', ...more });
const links = (evidence, indicator, ...levels) => levels.map((level) => ({ evidence, indicator, level }));

const rung = (page, level) => page.locator('.rung').nth(level - 1);
const supported = (page) => page.getByTestId('supported-index');
const stored = async (takar, id) => JSON.parse((await takar.storage())[`takar:draft:${id}`]);

/** Files on this computer, in a folder of their own. */
function files(contents) {
  const folder = mkdtempSync(join(tmpdir(), 'takar-'));
  return Object.entries(contents).map(([name, content]) => {
    const path = join(folder, name);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, content);
    return path;
  });
}

test('a claim without evidence counts as the lowest level, and the ladder says which rung is empty', async ({ page, takar }) => {
  await takar.seed(shelf(manifest({ id: 'satu', levels: { 1: 3 } })));
  await takar.indicator(1, 'satu');
  await expect(takar.index).toHaveText(shownIndex({ 1: 3 }));
  await expect(supported(page)).toHaveText(shownIndex({}));
  await expect(rung(page, 2)).toContainText('Belum ada bukti di tingkat 2: klaim Anda belum didukung.');
  await expect(rung(page, 3)).toContainText('Belum ada bukti di tingkat 3');
  await expect(rung(page, 4)).not.toContainText('Belum ada bukti');
  await page.locator('#saring').selectOption('unsupported');
  await expect(page.locator('.outline li:visible')).toHaveCount(1);
});

test('evidence supports a level only when every lower rung has some', async ({ page, takar }) => {
  const draft = manifest({
    id: 'satu', levels: { 1: 4 },
    evidence: { d1: document('Perwali 41', { reviews: [accepted] }), d2: document('Laporan reviu', { reviews: [accepted] }) },
    links: [...links('d1', 1, 2), ...links('d2', 1, 4)],
  });
  await takar.seed(shelf(draft));
  await takar.indicator(1, 'satu');
  await expect(supported(page)).toHaveText(shownIndex({ 1: 2 }));
  await expect(rung(page, 2)).toContainText('Didukung bukti.');
  await expect(rung(page, 3)).toContainText('Belum ada bukti di tingkat 3');
  await expect(rung(page, 4)).toContainText('Tingkat 3 di bawahnya belum didukung, jadi bukti di sini belum dihitung.');
});

test('the status that counts can be chosen, and the list names what separates the indices', async ({ page, takar }) => {
  const sent = { status: 'dikirim', ...by };
  const draft = manifest({
    id: 'satu', levels: { 1: 3, 42: 2 },
    evidence: { d1: document('Perwali 41', { reviews: [sent] }) },
    links: links('d1', 1, 2, 3),
  });
  await takar.seed(shelf(draft));
  await takar.open('/a/satu/ringkasan');
  const gaps = page.getByTestId('gap');
  await expect(gaps).toHaveCount(2);
  await expect(gaps.nth(0)).toContainText('42. ');
  await expect(gaps.nth(0)).toContainText('−0,0300');
  await expect(gaps.nth(1)).toContainText('Bukti tingkat 2 baru berstatus Dikirim.');
  await page.locator('#syarat').selectOption('dikirim');
  await expect(gaps).toHaveCount(1);
  await expect(supported(page)).toHaveText(shownIndex({ 1: 3 }));
  await takar.saved();
  expect((await stored(takar, 'satu')).required).toBe('dikirim');
});

test('of many gaps the largest are shown first, and all of them on request', async ({ page, takar }) => {
  await takar.seed(shelf(manifest({ id: 'satu', levels: Object.fromEntries(NUMBERS.map((n) => [n, 2 + n % 3])) })));
  await takar.open('/a/satu/ringkasan');
  const gaps = page.getByTestId('gap');
  await expect(gaps).toHaveCount(8);
  const lost = (await gaps.locator('td:nth-child(4)').allTextContents()).map((text) => Number(text.slice(1).replace(',', '.')));
  expect(lost).toEqual([...lost].sort((a, b) => b - a));
  await page.getByRole('button', { name: 'Tampilkan semua (47)' }).click();
  await expect(gaps).toHaveCount(47);
  await page.getByRole('button', { name: 'Tampilkan 8 teratas' }).click();
  await expect(gaps).toHaveCount(8);
});

test('a new document is made on its rung, found again on another, and unlinked with a way back', async ({ page, takar }) => {
  await takar.seed(shelf(manifest({ id: 'satu', levels: { 1: 3 } })));
  await takar.indicator(1, 'satu');
  await page.getByTestId('attach-2').click();
  await expect(page.locator('#cari-bukti-2')).toBeFocused();
  await page.locator('#butir-2').selectOption('a');
  await page.keyboard.press('Tab');
  await page.locator('#cari-bukti-2').fill('Perwali Nomor 41 Tahun 2022');
  await page.getByTestId('attach-new').click();
  await expect(rung(page, 2).getByTestId('attached')).toContainText('Perwali Nomor 41 Tahun 2022');
  await expect(rung(page, 2).getByTestId('attached')).toContainText('Draf');
  await expect(rung(page, 2)).toContainText('statusnya belum memadai (status tertinggi: Draf)');
  await expect(page.getByTestId('attach-2')).toBeFocused();

  await page.getByTestId('attach-3').click();
  await page.locator('#cari-bukti-3').fill('nomor 41');
  await page.getByRole('button', { name: 'Tautkan: Perwali Nomor 41 Tahun 2022' }).click();
  await expect(rung(page, 3).getByTestId('attached')).toHaveCount(1);
  await takar.saved();
  const draft = await stored(takar, 'satu');
  expect(Object.keys(draft.evidence)).toHaveLength(1);
  // At level 3 only one thing is expected, so it is the one that is meant.
  expect(draft.links.map(({ indicator, level, expected }) => [indicator, level, expected])).toEqual([[1, 2, 'a'], [1, 3, 'a']]);

  await rung(page, 3).getByRole('button', { name: 'Lepas tautan: Perwali Nomor 41 Tahun 2022' }).click();
  await expect(rung(page, 3).getByTestId('attached')).toHaveCount(0);
  await takar.toast.getByRole('button', { name: 'Urungkan' }).click();
  await expect(rung(page, 3).getByTestId('attached')).toHaveCount(1);
  await page.reload();
  await expect(rung(page, 3).getByTestId('attached')).toHaveCount(1);
});

test('an accepted document is locked: it is neither linked elsewhere nor unlinked', async ({ page, takar }) => {
  const draft = manifest({
    id: 'satu', levels: { 1: 3 }, evidence: { d1: document('Perwali 41', { reviews: [accepted] }) }, links: links('d1', 1, 2),
  });
  await takar.seed(shelf(draft));
  await takar.indicator(1, 'satu');
  await expect(rung(page, 2).getByTestId('attached')).toContainText('Diterima');
  await expect(page.getByRole('button', { name: /^Lepas tautan/ })).toHaveCount(0);
  await page.getByTestId('attach-3').click();
  await expect(page.locator('.offers')).toContainText('terkunci');
  await expect(page.getByRole('button', { name: /^Tautkan/ })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('attach-3')).toBeFocused();
});

test('documents of the wrong kind or too old are pointed out where they are attached', async ({ page, takar }) => {
  const draft = manifest({
    id: 'satu', levels: { 1: 4 },
    evidence: { d1: document('Notula', { kind: 'notula' }), d2: document('Reviu lama', { kind: 'reviu', date: '2023-12-31' }) },
    links: [{ evidence: 'd1', indicator: 1, level: 2, expected: 'a' }, { evidence: 'd2', indicator: 1, level: 4, expected: 'c' }],
  });
  await takar.seed(shelf(draft));
  await takar.indicator(1, 'satu');
  await expect(rung(page, 2)).toContainText('Jenis dokumen tidak sesuai. Butir ini meminta: Peraturan atau keputusan.');
  await expect(rung(page, 4)).toContainText('Bertanggal 31 Des 2023, padahal di sini harus berusia kurang dari 2 tahun.');
  await expect(rung(page, 4)).toContainText('Aturan: Bukti reviu/evaluasi untuk tingkat 4-5');
});

test('a link that answers nothing in particular is given its item where it stands', async ({ page, takar }) => {
  const draft = manifest({
    id: 'satu', year: 2026, instrument: pemdi, levels: { 2: '5.00' },
    evidence: { d1: document('Bukti', { reviews: [{ status: 'dikirim', ...by }] }) }, links: links('d1', 2, 1), required: 'dikirim',
  });
  await takar.seed(shelf(draft));
  await takar.indicator(2, 'satu');
  await expect(rung(page, 1)).toContainText('belum dipilih, jadi belum dihitung');
  await expect(page.locator('.assessed')).toContainText('Nilai yang didukung bukti: 1,00');
  await page.getByTestId('choose-item').selectOption('a');
  await expect(page.getByTestId('choose-item')).toHaveCount(0);
  await expect(page.locator('.assessed')).toContainText('Nilai yang didukung bukti: 1,25');
  await expect(rung(page, 1).getByTestId('attached')).toHaveCount(1);
});

test('files on a rung are hashed as sha256sum does, and the same content is one document', async ({ page, takar }) => {
  const big = Buffer.alloc(9_000_000, 'Takar ');
  const paths = files({ '1.a.Perwali_41_2022.pdf': 'abc', '1.b.kosong.txt': '', '1.c.besar.bin': big, 'salinan.pdf': 'abc' });
  await takar.seed(shelf(manifest({ id: 'satu', levels: { 1: 3 } })));
  await takar.indicator(1, 'satu');
  await page.getByTestId('attach-2').click();
  await page.locator('.attach input[type=file]').setInputFiles(paths);
  await expect(takar.toast).toContainText('3 dokumen dicatat.');
  await expect(takar.toast).toContainText('“salinan.pdf” sudah terdaftar sebagai “Perwali 41 2022”, jadi tidak dicatat lagi.');
  await expect(rung(page, 2).getByTestId('attached')).toHaveCount(3);
  await takar.saved();
  const { evidence } = await stored(takar, 'satu');
  const registered = Object.values(evidence).map(({ file }) => [file.name, file.size, file.sha256]).sort();
  const summed = paths.slice(0, 3).map((path) => {
    const name = path.split('/').at(-1);
    return [name, readFileSync(path).length, execFileSync('sha256sum', [path]).toString().slice(0, 64)];
  });
  expect(registered).toEqual(summed.sort());
  // FIPS 180-4's own example, and the digest of nothing.
  expect(registered[0][2]).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(registered[1][2]).toBe(createHash('sha256').digest('hex'));
  expect(Object.values(evidence).map(({ title }) => title).sort()).toEqual(['Perwali 41 2022', 'besar', 'kosong']);
  await takar.toast.getByRole('button', { name: 'Urungkan' }).click();
  await expect(rung(page, 2).getByTestId('attached')).toHaveCount(0);
});

test('a file that is dropped on a rung is evidence there, not a draft to open', async ({ page, takar }) => {
  await takar.seed(shelf(manifest({ id: 'satu', levels: { 1: 3 } })));
  await takar.indicator(1, 'satu');
  const data = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(['isi'], '1.a.SK.json', { type: 'application/json' }));
    return data;
  });
  await rung(page, 3).dispatchEvent('dragover', { dataTransfer: data });
  await expect(rung(page, 3)).toHaveClass(/over/);
  await rung(page, 3).dispatchEvent('drop', { dataTransfer: data });
  await expect(rung(page, 3).getByTestId('attached')).toContainText('SK');
  await expect(page).toHaveURL(/indikator\/1$/);
});

test('Pemdi: an estimate from items, and values from outside that win', async ({ page, takar }) => {
  const draft = manifest({
    id: 'satu', year: 2026, instrument: pemdi, levels: { 2: '5.00', 5: '3.00' },
    evidence: { d1: document('Bukti', { reviews: [accepted] }) },
    links: [{ evidence: 'd1', indicator: 2, level: 1, expected: 'a' }],
  });
  await takar.seed(shelf(draft));
  await takar.indicator(2, 'satu');
  // One of the two items of level 1, whose band is 0,50 wide.
  await expect(page.locator('.assessed')).toContainText('Nilai yang didukung bukti: 1,25 (perkiraan)');
  await page.locator('#nilai-asesor').fill('2,4');
  await page.locator('#nilai-asesor').press('Enter');
  await expect(page.locator('.assessed')).toContainText('Nilai yang didukung bukti: 2,40');
  await page.locator('#nilai-asesor').fill('7');
  await page.locator('#nilai-asesor').press('Enter');
  await expect(page.locator('#nilai-asesor-error')).toContainText('di luar skala');

  await takar.indicator(5, 'satu');
  await expect(page.locator('.assessed')).toContainText('Nilai yang didukung bukti: 1,00');
  await expect(page.locator('.assessed')).toContainText('Selama belum diisi, nilai yang dianggap didukung adalah 1,00.');
  await page.locator('#indeks-luar').fill('68,75');
  await page.locator('#indeks-luar').press('Enter');
  await expect(page.locator('.assessed')).toContainText('Nilai yang didukung bukti: 3,75');
  await expect(page.locator('#nilai-asesor')).toHaveValue('3,75');
});

test('choosing a level with 250 documents, 600 links and a full history shows both indices at once', async ({ page, takar }) => {
  const evidence = {};
  const all = [];
  for (let at = 0; at < 250; at += 1) {
    evidence[`d${at}`] = document(`Dokumen ${at}`, { unit: `Unit ${at % 12}`, reviews: at % 3 ? [accepted] : [] });
  }
  for (let at = 0; at < 600; at += 1) {
    all.push({ evidence: `d${at % 250}`, indicator: (at % 47) + 1, level: 2 + (Math.floor(at / 47) % 4) });
  }
  const unique = [...new Map(all.map((link) => [JSON.stringify(link), link])).values()];
  const two = (n) => String(n).padStart(2, '0');
  const log = Array.from({ length: 1000 }, (_, at) => ({
    at: `2025-05-01T${two(Math.floor(at / 3600))}:${two(Math.floor(at / 60) % 60)}:${two(at % 60)}Z`,
    by: 'Dinas Kominfo',
    what: `answers/mandiri/${(at % 47) + 1}/facts`,
    from: 'halaman 8 sampai 15',
    to: 'halaman 8 sampai 16, ditambah lampiran II',
  }));
  const full = manifest({ id: 'satu', levels: Object.fromEntries(NUMBERS.map((n) => [n, 3])), evidence, links: unique });
  await takar.seed(shelf({ ...full, log }));
  await takar.indicator(20, 'satu');
  const times = [];
  for (const level of [4, 2, 5, 3, 4]) {
    times.push(await page.evaluate((level) => new Promise((done) => {
      const from = performance.now();
      document.querySelector(`[data-testid=level-${level}]`).click();
      // After the frame in which the change is drawn.
      requestAnimationFrame(() => setTimeout(() => done(performance.now() - from)));
    }), level));
  }
  times.sort((a, b) => a - b);
  console.log(`level to both indices, 250 documents, ${unique.length} links: median ${times[2].toFixed(1)} ms`);
  await expect(page.getByTestId('level-4')).toBeChecked();

  // Leaving the page saves at once, within the event: its time is the time of a save. On a busy machine only the
  // ratio says something: what the browser itself takes for writing the same fields and storing the same text.
  const saves = [];
  const ratios = [];
  for (let at = 0; at < 25; at += 1) {
    await page.getByTestId(`level-${at % 4 + 2}`).click();
    const [save, own] = await page.evaluate(() => {
      const from = performance.now();
      dispatchEvent(new Event('pagehide'));
      const saved = performance.now();
      const fields = JSON.parse(localStorage.getItem('takar:draft:satu'));
      const begun = performance.now();
      localStorage.setItem('other', JSON.stringify(fields));
      return [saved - from, performance.now() - begun];
    });
    saves.push(save);
    ratios.push(save / own);
    await expect(takar.saveState).toHaveAttribute('data-state', 'saved');
  }
  for (const list of [saves, ratios]) list.sort((a, b) => a - b);
  const size = (await takar.storage())['takar:draft:satu'].length;
  console.log(`a save of ${Math.round(size / 1000)} kB: median ${saves[12].toFixed(1)} ms, nine in ten under ${saves[22].toFixed(1)} ms; ${ratios[12].toFixed(1)} times what the browser takes to write and store the text alone`);
});
