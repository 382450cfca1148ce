// The work as a file: its name, its form, and that another computer opens it.

import { expect, test } from './page.mjs';
import { digest, manifest, pemdi, shelf, shownIndex, spbe, varied } from './samples.mjs';

test('the file is named after agency and year, and says what it is', async ({ takar }) => {
  await takar.start({ agency: 'Kementerian Agraria dan Tata Ruang/Badan Pertanahan Nasional', kind: 'kementerian', year: 2024, target: '3,5', who: 'Rina' });
  await takar.choose(3);
  await takar.facts.fill('Permen 7/2023 “tentang SPBE” — hlm. 9\nbaris kedua');
  const file = await takar.export();
  expect(file.name).toBe('takar-kementerian-agraria-dan-tata-ruang-badan-pertanahan-nasional-2024.json');

  const content = JSON.parse(file.text);
  expect(content).toMatchObject({
    format: 'takar',
    version: 1,
    kind: 'assessment',
    id: takar.draft,
    instrument: { id: 'spbe-2020', digest: digest(spbe) },
    agency: { name: 'Kementerian Agraria dan Tata Ruang/Badan Pertanahan Nasional', kind: 'kementerian' },
    year: 2024,
    target: '3.50',
    stage: 'mandiri',
    answers: { mandiri: { 1: { value: '3.00', explanation: { facts: 'Permen 7/2023 “tentang SPBE” — hlm. 9\nbaris kedua' }, changed: { by: 'Rina' } } } },
  });
  expect(file.text, 'people can read it').toContain('\n  "format": "takar",\n');
  expect(file.text.endsWith('}\n')).toBe(true);
});

test('the short name of an agency makes the file name', async ({ takar }) => {
  await takar.start({ agency: 'Kota Bandung', year: 2025 });
  expect((await takar.export()).name).toBe('takar-kota-bandung-2025.json');
});

test('anybody can recompute the digests from the files alone', async ({ takar }) => {
  await takar.seed(shelf(manifest({ id: 'satu', levels: varied(4), texts: { 3: { facts: 'é “≥” \u0007 \\ 😀', analysis: '\t' } } })));
  await takar.indicator(1, 'satu');
  const { digest: stated, ...content } = JSON.parse((await takar.export()).text);
  expect(stated).toBe(digest(content));
  expect(content.instrument.digest).toBe(digest(spbe));
});

test('another computer opens the file and shows the same index and the same texts', async ({ takar, elsewhere }) => {
  const texts = { 12: { facts: 'Peta rencana 2023–2027', analysis: 'Belum direviu; lihat “bab 4”.' } };
  await takar.seed(shelf(manifest({ id: 'satu', levels: varied(4), texts, target: '3.40' })));
  await takar.indicator(12, 'satu');
  await expect(takar.index).toHaveText(shownIndex(varied(4)));
  const file = await takar.export();

  const other = await elsewhere();
  await other.open('/');
  await other.import(file);
  await expect(other.preview).toContainText(file.name);
  await expect(other.preview).toContainText('Draf ini belum ada di komputer ini.');
  await other.page.getByTestId('open-as-new').click();
  await expect(other.index).toHaveText(shownIndex(varied(4)));
  await other.indicator(12);
  await expect(other.facts).toHaveValue(texts[12].facts);
  await expect(other.analysis).toHaveValue(texts[12].analysis);
  // The copy has a name of its own, by which it can be merged later, and with it another digest.
  const { revisions, digest: seal, ...content } = JSON.parse((await other.export()).text);
  const { revisions: before, digest: sent, ...original } = JSON.parse(file.text);
  expect(content, 'nothing was added or lost on the way').toEqual(original);
  expect(before, 'what was sent').toEqual({});
  expect(revisions.copy).toMatch(/^[a-z0-9]{8}$/);
  expect(seal).not.toBe(sent);
});

test('fields that this version does not know survive a round trip', async ({ takar }) => {
  const one = manifest({ id: 'satu', levels: { 1: 2 }, future: { list: [1, { two: null }] } });
  one.agency.code = '32.73';
  one.answers.mandiri['1'].evidence = ['b-1'];
  one.answers.mandiri['1'].explanation.plan = 'x';
  one.changed = { ...one.changed, role: 'koordinator' };
  await takar.seed(shelf(one));
  await takar.indicator(2, 'satu');
  await takar.choose(3);
  const content = JSON.parse((await takar.export()).text);
  expect(content.future).toEqual(one.future);
  expect(content.agency).toEqual(one.agency);
  expect(content.answers.mandiri['1']).toEqual(one.answers.mandiri['1']);
  expect(content.answers.mandiri['2'].value).toBe('3.00');
});

test('the page says which file it wrote, and the exchange page names it beforehand', async ({ page, takar }) => {
  await takar.start({ year: 2026, agency: 'Provinsi D.I. Yogyakarta', kind: 'provinsi' });
  await page.getByRole('link', { name: 'Tukar data' }).click();
  await expect(page.locator('main')).toContainText('takar-provinsi-d-i-yogyakarta-2026.json');
  const file = await takar.export();
  expect(file.name).toBe('takar-provinsi-d-i-yogyakarta-2026.json');
  await expect(takar.toast).toContainText(file.name);
  expect(JSON.parse(file.text).instrument).toMatchObject({ id: 'pemdi-2026', digest: digest(pemdi), parts: { 20: expect.any(String) } });
});
