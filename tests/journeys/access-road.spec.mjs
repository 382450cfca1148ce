// The whole road of an assessment with the keyboard alone: no pointer, and at every stop a person sees where they are.

import { expect, saved, test } from './page.mjs';
import { tabTo } from './keys.mjs';
import { file, shownIndex } from './samples.mjs';
import { createHash } from 'node:crypto';

test('an assessment from its start to its report and its file, by keyboard alone', async ({ page, takar }) => {
  const press = (key) => page.keyboard.press(key);
  const type = (text) => page.keyboard.type(text);
  const id = (name) => page.getByTestId(name);
  /** To an element, and a key there. */
  const at = async (locator, key, options) => {
    await tabTo(page, locator, options);
    if (key) await press(key);
  };
  const tab = async (name) => {
    // The tabs stand before the page, which has the focus.
    await at(page.getByRole('navigation', { name: 'Bagian penilaian' }).getByRole('link', { name, exact: true }), 'Enter', { key: 'Shift+Tab' });
    await expect(takar.heading).toBeFocused();
  };
  const downloaded = async (locator, options) => {
    await tabTo(page, locator, options);
    const download = page.waitForEvent('download');
    await press('Enter');
    return saved(await download);
  };

  await takar.open('/');
  await at(id('new-assessment'), 'Enter');
  await expect(takar.heading).toBeFocused();
  await at(page.locator('#agency'));
  await type('Kota Contoh');
  await press('Escape');
  await at(page.locator('#kind'));
  await type('Pemerintah kota');
  await at(page.locator('#year'));
  await type('2025');
  await takar.loaded('instruments/spbe-2020.json');
  await at(page.locator('#who'));
  await type('Ani');
  await at(id('create'), 'Enter');
  await expect(takar.heading).toHaveText(/^1\. /);

  // An answer, a document, and a second one that is linked.
  await at(id('level-1'), 'Space');
  for (let level = 2; level <= 3; level += 1) await press('ArrowDown');
  await expect(id('level-3')).toBeFocused();
  await expect(takar.index).toHaveText(shownIndex({ 1: 3 }));
  await at(takar.facts);
  await type('Perwali 41/2022');
  await at(id('attach-3'), 'Enter');
  await expect(page.locator('#cari-bukti-3')).toBeFocused();
  await type('Peraturan Wali Kota 41/2022');
  await at(id('attach-new'), 'Enter');
  await expect(id('attached')).toHaveCount(1);
  await expect(page.locator('#tambah-3'), 'the focus is back where it was opened').toBeFocused();
  await tab('Bukti');
  await at(id('add-evidence'), 'Enter');
  await expect(page.locator('#judul-baru'), 'a form that opens takes the focus').toBeFocused();
  await type('Laporan reviu 2024');
  await press('Enter');
  await expect(takar.heading).toHaveText('Laporan reviu 2024');
  await tab('Penilaian');
  await at(id('attach-2'), 'Enter');
  await type('reviu');
  await at(page.getByRole('button', { name: 'Tautkan: Laporan reviu 2024' }), 'Enter');
  await expect(id('attached')).toHaveCount(2);

  // A unit, its package, and the file that comes back while the coordinator has gone on.
  await tab('Unit');
  await at(id('unit-name'));
  await type('Bagian Hukum');
  await press('Enter');
  await expect(id('assign')).toBeVisible();
  await at(id('own-domain-1'), 'Space');
  await expect(id('unit-progress')).toContainText('1 dari 10');
  const sent = JSON.parse((await downloaded(id('save-package'), { key: 'Shift+Tab' })).text);
  const stamp = { at: new Date().toISOString().replace(/\.\d+/, ''), by: 'Budi' };
  const mark = createHash('sha256').update('.0\u0000v"3.00"').digest('hex').slice(0, 12);
  const { digest: _, ...back } = sent;
  back.order.returned = stamp;
  Object.assign(back.answers.mandiri[1], { value: '4.00', changed: stamp });
  back.answers.mandiri[2] = { value: '2.00', changed: stamp };
  back.revisions = { ...back.revisions, copy: 'budi', marks: { ...back.revisions?.marks, 'answers/mandiri/1/value': `budi.1 < ${mark}` } };
  await tab('Penilaian');
  await at(id('level-3'), 'ArrowUp');
  await expect(id('level-2')).toBeChecked();
  await tab('Tukar data');
  const chooser = page.waitForEvent('filechooser');
  await at(id('import-file').first(), 'Enter');
  const { name, text } = file(back, 'kembali.json');
  await (await chooser).setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  await expect(id('package-file')).toContainText('Bagian Hukum');
  const theirs = id('conflict').getByLabel('Milik mereka');
  await at(id('conflict').getByRole('radio').first(), 'Space');
  for (let more = 0; more < 4 && !await theirs.isChecked(); more += 1) await press('ArrowDown');
  await expect(theirs).toBeChecked();
  await at(id('merge-now'), 'Enter');
  await expect(takar.heading).toHaveText('Laporan penggabungan');

  // A stage is closed; what follows is asked, planned and reported.
  await tab('Tahapan');
  await at(id('stage-mandiri').getByTestId('close-stage'), 'Enter');
  await at(id('closed-by'));
  await press('Control+a');
  await type('Sekretaris Daerah');
  await at(id('confirm-close'), 'Enter');
  await at(id('go-on-dokumen'), 'Enter');
  await expect(id('stage-dokumen')).toContainText('sedang dikerjakan');
  await at(id('stage-interviu').getByRole('link').first(), 'Enter');
  await expect(takar.heading).toBeFocused();
  await at(id('new-question-indicator'));
  await type('1. ');
  await at(id('new-question'));
  await type('Di mana anggarannya?');
  await at(id('add-question'), 'Enter');
  await expect(id('question-jawab')).toBeFocused();
  await type('Dalam DPA.');
  await tab('Rencana');
  await at(page.locator('#target-indeks'));
  await type('1,2');
  await press('Tab');
  await at(id('plan-all'), 'Enter');
  await expect(id('action').first()).toBeVisible();
  await tab('Laporan');
  await at(id('part-berita-acara'), 'Space');
  await expect(page.frameLocator('#pratinjau').locator('article').last()).toContainText('Berita Acara');
  const report = await downloaded(id('save-report'));
  expect(report.text).toContain('Sekretaris Daerah');
  const written = JSON.parse((await downloaded(id('export'), { key: 'Shift+Tab' })).text);
  expect([written.answers.mandiri[1].value, written.answers.mandiri[2].value]).toEqual(['4.00', '2.00']);
  expect(written.links).toHaveLength(2);
});
