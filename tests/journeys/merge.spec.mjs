// Two people's copies of one draft come together: what would happen is seen first, nothing is lost, and one
// click takes it back.

import { createHash } from 'node:crypto';

import { expect, saved, test } from './page.mjs';
import { file, manifest, shelf, shownIndex } from './samples.mjs';

const stamp = (by) => ({ at: '2025-06-02T03:00:00Z', by });

/** A file that went out, as both sides have it, and what one of them made of it. */
const sent = (answers, more = {}) => {
  const base = manifest({ id: 'satu', levels: { 1: 2, 2: 3, 3: 4 }, texts: { 2: { facts: 'Perwali 41 berlaku' } }, revisions: {} });
  for (const [number, answer] of Object.entries(answers)) {
    base.answers.mandiri[number] = { ...base.answers.mandiri[number], ...answer };
  }
  return { ...base, ...more };
};

const digestOf = (text) => createHash('sha256').update(text).digest('hex').slice(0, 12);

/** What an edit after sending leaves in the record of what stood there before. */
const former = (content) => digestOf(`.0\u0000${content}`);

const mine = sent(
  { 1: { value: '3.00', changed: stamp('Ani') }, 2: { explanation: { facts: 'Perwali 41 tahun 2022 berlaku' }, changed: stamp('Ani') } },
  { revisions: { marks: {
    'answers/mandiri/1/value': `.1 < ${former('v"2.00"')}`,
    'answers/mandiri/2/facts': `.1 < ${former('tPerwali 41 berlaku')}`,
  } } },
);
const theirs = sent(
  {
    2: { explanation: { facts: 'Perwali 12 tahun 2024 berlaku' }, changed: stamp('Budi') },
    3: { value: '5.00', changed: stamp('Budi') },
    4: { value: '2.00', changed: stamp('Budi') },
  },
  { revisions: { copy: 'budi', entries: { 'answers/mandiri/4': 'budi' }, marks: {
    'answers/mandiri/2/facts': `budi.1 < ${former('tPerwali 41 berlaku')}`,
    'answers/mandiri/3/value': `budi.1 < ${former('v"4.00"')}`,
  } } },
);

const bare = (text) => {
  const draft = JSON.parse(text);
  delete draft.stored;
  delete draft.changed;
  delete draft.log;
  for (const answer of Object.values(draft.answers.mandiri)) {
    if (!Object.keys(answer.explanation ?? {}).length) delete answer.explanation;
  }
  return draft;
};

test('two people’s copies are merged with one conflict, reported, and taken back exactly', async ({ page, takar }) => {
  await takar.seed(shelf(mine));
  await takar.open('/');
  await takar.import(file(theirs, 'dari-budi.json'));
  const counts = page.getByTestId('merge-counts').locator('dd');
  await expect(counts).toHaveText(['1', '1', '1', '1', /^\d+$/]);
  const before = (await takar.storage())['takar:draft:satu'];
  // Nothing is merged before each difference has a choice.
  await expect(page.getByTestId('merge-after')).toContainText(shownIndex({ 1: 3, 2: 3, 3: 5, 4: 2 }));
  await page.getByTestId('merge-now').click();
  await expect(page.getByText('Belum dapat digabungkan: 1 perbedaan masih perlu dipilih.')).toBeVisible();
  const conflict = page.getByTestId('conflict');
  await expect(conflict.locator('input').first()).toBeFocused();
  await expect(conflict).toContainText('Ani, 2 Jun 2025');
  await expect(conflict).toContainText('Budi, 2 Jun 2025');
  await expect(conflict.locator('mark')).toHaveText(['41 ', '2022 ', '12 ', '2024 ']);
  expect((await takar.storage())['takar:draft:satu']).toBe(before);
  await conflict.getByLabel('Milik mereka').check();
  await expect(page.getByTestId('merge-open')).toHaveText('Semua perbedaan sudah dipilih.');
  // A change of language loses nothing.
  await takar.languageButton.click();
  await expect(conflict.getByLabel('Theirs')).toBeChecked();
  await takar.languageButton.click();
  await page.getByTestId('merge-coming').locator('summary').first().click();
  await page.getByTestId('merge-coming').locator('details summary').first().click();
  await expect(page.getByTestId('merge-coming')).toContainText('indikator 4, tingkat');

  await page.getByTestId('merge-now').click();
  await expect(takar.heading).toHaveText('Laporan penggabungan');
  await expect(takar.toast).toContainText('1 berkas digabungkan ke draf.');
  const report = page.getByTestId('merge-report');
  await expect(report.getByRole('row')).toHaveCount(4);
  await expect(report.getByRole('row').filter({ hasText: 'fakta' })).toContainText('dipilih: milik mereka');
  await expect(report).toContainText('Budi, 2 Jun 2025');
  await expect(page.getByText('Keadaan sebelumnya tersimpan sebagai titik pemulihan.')).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByTestId('report-table').click();
  expect((await saved(await download)).text).toContain('dari-budi.json;"indikator 2, fakta";dipilih: milik mereka');
  await takar.indicator(2, 'satu');
  await expect(takar.facts).toHaveValue('Perwali 12 tahun 2024 berlaku');
  await expect(takar.index).toHaveText(shownIndex({ 1: 3, 2: 3, 3: 5, 4: 2 }));

  // The report stays after the message is gone, and undoing brings back exactly what was.
  await takar.open('/a/satu/gabungan');
  await expect(report).toContainText('dari-budi.json');
  await page.getByRole('button', { name: 'Urungkan' }).first().click();
  await expect(report).toContainText('Penggabungan berkas ini sudah diurungkan.');
  await page.getByRole('button', { name: 'Ulangi' }).first().click();
  await expect(report).not.toContainText('sudah diurungkan');
  await page.getByRole('button', { name: 'Urungkan' }).first().click();
  await takar.saved();
  expect(bare((await takar.storage())['takar:draft:satu'])).toEqual(bare(before));
  await takar.indicator(2, 'satu');
  await expect(takar.facts).toHaveValue('Perwali 41 tahun 2022 berlaku');
});

test('twelve files are merged at once as far as nothing has to be chosen, the rest one by one', async ({ page, takar }) => {
  await takar.seed(shelf(mine));
  await takar.open('/');
  const files = Array.from({ length: 11 }, (_, at) => sent(
    { [10 + at]: { value: '4.00', changed: stamp(`Unit ${at}`) } },
    { revisions: { copy: `u${at}`, entries: { [`answers/mandiri/${10 + at}`]: `u${at}` } } },
  ));
  files.splice(4, 0, theirs);
  const input = page.getByTestId('import-file');
  await input.setInputFiles(files.map((one, at) => ({
    name: `unit-${at + 1}.json`, mimeType: 'application/json', buffer: Buffer.from(file(one).text),
  })));
  await expect(page.getByTestId('queue')).toContainText('Berkas 1 dari 12');
  await page.getByTestId('merge-now').click();
  await expect(page.getByTestId('queue')).toContainText('Berkas 2 dari 12');
  await expect(takar.preview).toContainText('unit-2.json');
  await page.getByTestId('merge-rest').click();
  // Ten went in at once; the one with a conflict is shown.
  await expect(takar.preview).toContainText('unit-5.json');
  await expect(page.getByTestId('queue')).toContainText('Berkas 12 dari 12');
  await page.getByTestId('conflict').getByLabel('Simpan keduanya').check();
  await page.getByTestId('merge-now').click();
  await expect(takar.heading).toHaveText('Laporan penggabungan');
  const levels = { 1: 3, 2: 3, 3: 5, 4: 2, ...Object.fromEntries(files.slice(0, 11).map((_, at) => [10 + at, 4])) };
  await takar.indicator(2, 'satu');
  await expect(takar.index).toHaveText(shownIndex(levels));
  await expect(takar.facts).toHaveValue('Perwali 41 tahun 2022 berlaku\n\nPerwali 12 tahun 2024 berlaku');
});
