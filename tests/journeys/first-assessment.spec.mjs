// From an empty Beranda to the index of all 47 indicators.

import { expect, test } from './page.mjs';
import { NUMBERS, predicate, shownIndex, spbe, varied } from './samples.mjs';

test('a first assessment leads from an empty Beranda to the index and predicate of all 47 answers', async ({ page, takar }) => {
  const levels = varied(1);
  await takar.open('/');
  await expect(page.getByText('Belum ada draf.')).toBeVisible();
  await expect(takar.cards).toHaveCount(0);

  await page.getByTestId('new-assessment').click();
  await expect(takar.heading).toHaveText('Mulai penilaian baru');
  await page.locator('#agency').pressSequentially('Kota Bandung');
  await page.locator('#kind').selectOption('kota');
  await page.locator('#year').selectOption('2025');
  await page.getByTestId('create').click();

  const answered = {};
  for (const number of NUMBERS) {
    await expect(takar.heading).toHaveText(new RegExp(`^${number}\\. `));
    await takar.choose(levels[number]);
    answered[number] = levels[number];
    await expect(takar.index).toHaveText(shownIndex(answered));
    await expect(takar.predicate).toHaveText(predicate(answered));
    await page.locator('nav.turn a.primary').click();
  }

  await expect(takar.heading).toHaveText('Ringkasan');
  await expect(takar.index).toHaveText(shownIndex(levels));
  await expect(takar.predicate).toHaveText(predicate(levels));
  await expect(page.getByText('47 dari 47', { exact: true })).toBeVisible();

  await page.locator('a.brand').click();
  await expect(takar.cards).toHaveCount(1);
  await expect(takar.cards).toContainText('Kota Bandung');
  await expect(takar.cards).toContainText(shownIndex(levels));
  await expect(takar.cards).toContainText(predicate(levels));
  await expect(takar.cards).toContainText('47 dari 47 indikator terisi');
});

test('official names are suggested, and one of them tells the kind of agency', async ({ page, takar }) => {
  await takar.open('/baru');
  const agency = page.locator('#agency');
  const list = await agency.getAttribute('list');
  for (const name of ['Kota Bandung', 'Provinsi Bali', 'Kementerian Pertanian', 'Badan Siber dan Sandi Negara']) {
    await expect(page.locator(`#${list} option[value="${name}"]`)).toBeAttached();
  }
  for (const [name, kind] of [['Provinsi Bali', 'provinsi'], ['Kementerian Pertanian', 'kementerian'], ['Kota Bandung', 'kota']]) {
    await agency.fill(name);
    await expect(page.locator('#kind')).toHaveValue(kind);
  }
});

test('the year proposes the instrument and says why in one line', async ({ page, takar }) => {
  await takar.open('/baru');
  const why = page.locator('#instrument-help');
  for (const year of ['2021', '2023', '2025']) {
    await page.locator('#year').selectOption(year);
    await expect(page.locator('#instrument')).toHaveValue('spbe-2020');
    await expect(why).toHaveText('Diusulkan SPBE 2020: penilaian tahun 2021 sampai 2025 memakai Permen PANRB 59/2020.');
  }
  await page.locator('#year').selectOption('2026');
  await expect(page.locator('#instrument')).toHaveValue('pemdi-2026');
  await expect(why).toHaveText(
    'Diusulkan Pemdi 2026: mulai tahun 2026 berlaku Permen PANRB 8/2026, yang mencabut Permen PANRB 59/2020.',
  );
  await page.locator('#instrument').selectOption('spbe-2020');
  await expect(why).toHaveText('Anda memilih instrumen yang berbeda dari usulan untuk tahun ini.');
  await page.locator('#year').selectOption('2027');
  await expect(page.locator('#instrument')).toHaveValue('pemdi-2026');
});

test('what is missing in the form is said together, and each sentence leads to its field', async ({ page, takar }) => {
  await takar.open('/baru');
  await page.locator('#target').fill('7');
  await page.getByTestId('create').click();

  const summary = page.locator('#salah');
  await expect(summary).toBeFocused();
  const sentences = {
    agency: 'Isi nama instansi.',
    kind: 'Pilih jenis instansi.',
    target: 'Target harus berupa angka antara 1,00 dan 5,00, misalnya 3,00. Kosongkan bila belum ada.',
  };
  await expect(summary.getByRole('link')).toHaveText(Object.values(sentences));
  for (const [field, sentence] of Object.entries(sentences)) {
    const input = page.locator(`#${field}`);
    await summary.getByRole('link', { name: sentence }).click();
    await expect(input).toBeFocused();
    await expect(input).toHaveAttribute('aria-invalid', 'true');
    await expect(input).toHaveAccessibleDescription(new RegExp(sentence.slice(0, 20)));
  }
  await expect(page).toHaveURL(/#\/baru$/);
  await expect(page.locator('#target')).toHaveValue('7');

  await page.locator('#agency').fill('Kabupaten Sleman');
  await page.locator('#kind').selectOption('kabupaten');
  await page.locator('#target').fill('3,5');
  await page.getByTestId('create').click();
  await expect(page).toHaveURL(/\/indikator\/1$/);
  await expect(page.locator('aside.score')).toContainText('3,50 · kurang 2,50');
});

test('one press of the button is enough, even while the instrument is still on its way', async ({ page, takar }) => {
  let arrive;
  const held = new Promise((resolve) => { arrive = resolve; });
  await page.route('**/instruments/spbe-2020.json', async (route) => {
    await held;
    await route.continue();
  });
  await takar.open('/baru');
  await page.locator('#agency').fill('Kota Bandung');
  await page.locator('#kind').selectOption('kota');
  await page.locator('#year').selectOption('2025');
  await page.getByTestId('create').click();
  arrive();
  await expect(page).toHaveURL(/\/indikator\/1$/);
  await page.locator('a.brand').click();
  await expect(takar.cards).toHaveCount(1);
});

test('unanswered indicators count as 1, are counted aloud, and the reachable range is shown', async ({ page, takar }) => {
  await takar.start();
  const panel = page.locator('aside.score');
  await expect(takar.index).toHaveText('1,00');
  await expect(panel).toContainText('0 dari 47');
  await takar.choose(3);
  await takar.indicator(47);
  await takar.choose(2);
  const answered = { 1: 3, 47: 2 };
  const best = { ...Object.fromEntries(NUMBERS.map((number) => [number, 5])), ...answered };
  await expect(takar.index).toHaveText(shownIndex(answered));
  await expect(panel).toContainText('2 dari 47');
  await expect(panel).toContainText(`${shownIndex(answered)} sampai ${shownIndex(best)}`);
  await expect(panel).toContainText('45 indikator belum diisi dan dihitung sebagai nilai terendah.');
});

test('the ladder shows the criteria of all five levels and what one level more would add', async ({ page, takar }) => {
  await takar.start();
  const first = spbe.sections[0].sections[0].indicators[0];
  for (const level of [1, 2, 3, 4, 5]) {
    await expect(page.locator(`#kriteria-${level}`)).toHaveText(first.criteria[level]);
  }
  const panel = page.locator('aside.score');
  await expect(panel).toContainText('menambah indeks 0,013');
  await takar.choose(5);
  await expect(panel).toContainText('Indikator ini sudah di tingkat tertinggi.');
  await takar.indicator(47);
  await expect(panel).toContainText('menambah indeks 0,03');
});

test('a level can be cleared again, and what was written stays', async ({ page, takar }) => {
  await takar.start();
  await takar.choose(4);
  await takar.facts.fill('Perwali 41/2022, halaman 9.');
  await page.getByRole('button', { name: 'Kosongkan tingkat' }).click();
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
  await expect(takar.index).toHaveText('1,00');
  await expect(takar.facts).toHaveValue('Perwali 41/2022, halaman 9.');
  await expect(page.locator('aside.score')).toContainText('0 dari 47');
});

test('a text that is too long is refused with a reason, and what was saved before stays', async ({ page, takar }) => {
  const id = await takar.start();
  await takar.choose(3);
  await takar.facts.fill('Perwali 41/2022');
  await takar.saved();
  await takar.facts.fill('x'.repeat(20_001));
  const message = /^Indikator 1: teks lebih panjang dari 20000 huruf\./;
  await expect(page.locator('#fakta-error')).toHaveText(message);
  await expect(takar.facts).toHaveAttribute('aria-invalid', 'true');
  await expect(takar.facts, 'nothing is cut off').toHaveValue('x'.repeat(20_001));
  expect((await takar.storage())[`takar:draft:${id}`]).toContain('Perwali 41/2022');
  await takar.facts.fill('x'.repeat(20_000));
  await expect(page.locator('#fakta-error')).toHaveCount(0);
  await expect(takar.facts).not.toHaveAttribute('aria-invalid');
  await takar.saved();
  await page.reload();
  await expect(takar.facts).toHaveValue('x'.repeat(20_000));
});
