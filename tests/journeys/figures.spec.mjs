// Ringkasan and Perhitungan: every figure can be read, and every sum checked with a calculator.

import { expect, test } from './page.mjs';
import { NUMBERS, exactIndex, manifest, onTheBorder, pemdi, shelf, shownIndex, spbe, varied, weight } from './samples.mjs';

const levels = varied(3);
const target = 3.5;
const draft = manifest({ id: 'satu', levels, target: '3.50' });

/** "1.300,5" has no place here: numbers come as "1300,5". In ten-thousandths, exactly. */
function number(text) {
  expect(text, 'a plain number').toMatch(/^[+]?\d+(,\d{1,8})?$/);
  const [whole, decimals = ''] = text.replace('+', '').split(',');
  expect(decimals.replace(/0+$/, '').length).toBeLessThanOrEqual(4);
  return Number(whole) * 10000 + Number(decimals.padEnd(4, '0').slice(0, 4));
}

/** The rows of a table as texts. */
async function rows(table) {
  await expect(table.locator('tbody tr').first()).toBeVisible();
  return table.locator('tbody tr').evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.innerText.trim())));
}

const leaves = (section) => [...(section.indicators ?? []), ...(section.sections ?? []).flatMap(leaves)];

/** The value of a section in hundredths, half up, from the levels alone. */
function sectionValue(section) {
  const inside = leaves(section).map((indicator) => indicator.number);
  const sum = inside.reduce((all, n) => all + (levels[n] ?? 1) * weight(n), 0);
  const total = inside.reduce((all, n) => all + weight(n), 0);
  return Math.floor((sum * 200 + total) / (2 * total));
}

const shown = (hundredths) => `${Math.floor(hundredths / 100)},${String(hundredths % 100).padStart(2, '0')}`;

test('the table of domains and aspects shows weight, value, contribution and progress of each', async ({ page, takar }) => {
  await takar.seed(shelf(draft));
  await takar.open('/a/satu/ringkasan');
  const all = spbe.sections.flatMap((domain) => [domain, ...(domain.sections ?? [])]);
  const table = await rows(page.locator('table.sections'));
  expect(table).toHaveLength(all.length);
  for (const [at, section] of all.entries()) {
    const [title, share, , value, adds, answered] = table[at];
    const inside = leaves(section).map((indicator) => indicator.number);
    expect(title).toBe(section.title);
    expect(number(share.replace('%', ''))).toBe(inside.reduce((sum, n) => sum + weight(n), 0) * 100);
    expect(value).toBe(shown(sectionValue(section)));
    expect(number(adds)).toBe(inside.reduce((sum, n) => sum + levels[n] * weight(n), 0));
    expect(answered).toBe(`${inside.length}/${inside.length}`);
  }
});

test('every bar is as long as its figure says, and its mark stands at the target', async ({ page, takar }) => {
  await takar.seed(shelf(draft));
  await takar.open('/a/satu/ringkasan');
  await expect(page.locator('table.sections tbody tr')).toHaveCount(12);
  const bars = await page.locator('table.sections tbody tr').evaluateAll((all) => all.map((row) => {
    const track = row.querySelector('.track').getBoundingClientRect();
    const fill = row.querySelector('.fill').getBoundingClientRect();
    const tick = row.querySelector('.tick').getBoundingClientRect();
    return { value: row.children[3].innerText, share: fill.width / track.width, mark: (tick.left - track.left) / track.width };
  }));
  for (const { value, share, mark } of bars) {
    expect(share).toBeCloseTo((Number(value.replace(',', '.')) - 1) / 4, 1);
    expect(mark).toBeCloseTo((target - 1) / 4, 1);
  }
});

test('every point of the radar has its figure in the table', async ({ page, takar }) => {
  await takar.seed(shelf(draft));
  await takar.open('/a/satu/ringkasan');
  const radar = page.locator('svg.radar');
  await expect(radar).toHaveAccessibleName('Diagram radar nilai 8 aspek. Angkanya ada di tabel Domain dan aspek.');
  const aspects = spbe.sections.flatMap((domain) => domain.sections);
  await expect(radar.locator('text')).toHaveText(aspects.map((aspect) => aspect.short_title));
  const points = await radar.locator('circle').evaluateAll((all) => all.map((dot) => [Number(dot.getAttribute('cx')), Number(dot.getAttribute('cy'))]));
  const table = await rows(page.locator('table.sections'));
  expect(points).toHaveLength(8);
  for (const [at, [x, y]] of points.entries()) {
    const row = table.find(([title], index) => title === aspects[at].title && index > 0);
    const share = (Number(row[3].replace(',', '.')) - 1) / 4;
    expect(Math.hypot(x - 150, y - 150)).toBeCloseTo(108 * share, -0.3);
  }
});

test('the table of all indicators shows weight, value, contribution and gain of each, and they add up', async ({ page, takar }) => {
  await takar.seed(shelf(draft));
  await takar.open('/a/satu/ringkasan');
  const table = await rows(page.locator('section').filter({ has: page.getByRole('heading', { name: 'Semua indikator' }) }).locator('table'));
  expect(table).toHaveLength(47);
  let sum = 0;
  for (const n of NUMBERS) {
    const [title, share, , value, adds, gain] = table[n - 1];
    expect(title).toMatch(new RegExp(`^${n}\\. `));
    expect(number(share.replace('%', ''))).toBe(weight(n) * 100);
    expect(value).toBe(`${levels[n]},00`);
    expect(number(adds)).toBe(levels[n] * weight(n));
    if (levels[n] === 5) expect(gain).toBe('–');
    else expect(number(gain)).toBe(weight(n));
    sum += number(adds);
  }
  expect(sum).toBe(exactIndex(levels));
});

test('the steps that gain most are named, the greatest first', async ({ page, takar }) => {
  await takar.seed(shelf(draft));
  await takar.open('/a/satu/ringkasan');
  const table = await rows(page.locator('section').filter({ has: page.getByRole('heading', { name: 'Langkah yang paling menaikkan indeks' }) }).locator('table'));
  const open = NUMBERS.filter((n) => levels[n] < 5).sort((a, b) => weight(b) - weight(a) || a - b);
  expect(table.map(([title]) => Number(title.split('.')[0]))).toEqual(open.slice(0, 5));
  for (const [title, , next, gain] of table) {
    const n = Number(title.split('.')[0]);
    expect(next).toBe(String(levels[n] + 1));
    expect(number(gain)).toBe(weight(n));
  }
});

test('target and gap are shown, and a reached target says so', async ({ page, takar }) => {
  await takar.seed(shelf(draft));
  await takar.open('/a/satu/ringkasan');
  const gap = target * 10000 - exactIndex(levels);
  const shownGap = `0,${String(gap).padStart(4, '0').replace(/0{1,2}$/, '')}`;
  await expect(page.locator('.hero dl')).toContainText(`3,50 · kurang ${shownGap}`);
  await page.locator('#target').fill('2');
  await page.getByRole('button', { name: 'Simpan data' }).click();
  await expect(page.locator('.hero dl')).toContainText('2,00 · tercapai');
});

test('the sums page can be followed with a pocket calculator from the first product to the index', async ({ page, takar }) => {
  await takar.seed(shelf(draft));
  await takar.open('/a/satu/perhitungan');
  const tables = page.locator('table.products');
  await expect(tables).toHaveCount(8);
  const seen = [];
  const aspectSums = [];
  for (let at = 0; at < 8; at += 1) {
    const table = tables.nth(at);
    let [weights, products] = [0, 0];
    for (const [n, , value, share, product] of await rows(table)) {
      seen.push(Number(n));
      expect(value).toBe(`${levels[Number(n)]},00`);
      expect((number(value) * number(share)) / 10000).toBe(number(product));
      weights += number(share);
      products += number(product);
    }
    const [, , , sumOfWeights, sumOfProducts] = await table.locator('tfoot tr').evaluate((row) => [...row.children].map((cell) => cell.innerText.trim()));
    expect(number(sumOfWeights)).toBe(weights);
    expect(number(sumOfProducts)).toBe(products);
    aspectSums.push(products);
  }
  expect(seen).toEqual(NUMBERS);

  // Every line with ÷ or + on the page holds, to the decimals it shows.
  const equations = await page.locator('.equation').allInnerTexts();
  expect(equations.length).toBeGreaterThanOrEqual(8 + 4 + 2);
  let [divisions, additions] = [0, 0];
  for (const line of equations) {
    const [left, sign, right] = line.split(': ').at(-1).split(/ ([=≈]) /);
    if (left.includes(' ÷ ')) {
      const [dividend, divisor] = left.split(' ÷ ').map(number);
      const decimals = right.split(',')[1].length;
      const off = Math.abs(dividend / divisor - Number(right.replace(',', '.')));
      // Only a quotient that never ends may be rounded, and then it says so.
      expect(off, line).toBeLessThanOrEqual(sign === '=' ? 1e-9 : 0.5000001 / 10 ** decimals);
      divisions += 1;
    } else {
      expect(left.split(' + ').map(number).reduce((a, b) => a + b), line).toBe(number(right));
      additions += 1;
    }
  }
  expect(divisions).toBe(8 + 4 + 1);
  expect(additions).toBeGreaterThanOrEqual(3 + 1);
  expect(aspectSums.reduce((a, b) => a + b)).toBe(exactIndex(levels) * 100);

  const exact = `${Math.floor(exactIndex(levels) / 10000)},${String(exactIndex(levels) % 10000).padStart(4, '0')}`;
  await expect(page.locator('main')).toContainText(`Nilai tepat ${exact} ditampilkan dengan dua desimal (setengah dibulatkan ke atas): ${shownIndex(levels)}.`);
});

test('unanswered indicators stand in the sums as what they are counted for', async ({ page, takar }) => {
  await takar.seed(shelf(manifest({ id: 'satu', levels: { 1: 3 } })));
  await takar.open('/a/satu/perhitungan');
  const first = await rows(page.locator('table.products').first());
  expect(first[0][2]).toBe('3,00');
  for (const row of first.slice(1)) expect(row[2]).toBe('belum diisi, dihitung 1,00');
});

test('where rounding would give another predicate, panel, summary and sums say so', async ({ page, takar }) => {
  await takar.seed(shelf(manifest({ id: 'satu', levels: onTheBorder() })));
  const remark = 'Predikat memakai nilai tepat 3,4985. Bila dibulatkan dahulu menjadi 3,50, predikatnya Sangat Baik.';
  for (const place of ['indikator/1', 'ringkasan', 'perhitungan']) {
    await takar.open(`/a/satu/${place}`);
    await expect(page.getByText(remark)).toBeVisible();
    if (place !== 'perhitungan') {
      await expect(takar.index).toHaveText('3,50');
      await expect(takar.predicate).toHaveText('Baik');
    }
  }
  await takar.seed(shelf(draft));
  await page.reload();
  await takar.open('/a/satu/ringkasan');
  await expect(takar.index).toHaveText(shownIndex(levels));
  await expect(page.getByText('Bila dibulatkan dahulu')).toHaveCount(0);
});

test('the predicate’s band is marked among all bands, and each border is clear', async ({ page, takar }) => {
  await takar.seed(shelf(draft));
  await takar.open('/a/satu/perhitungan');
  const table = page.locator('table.narrow-table');
  expect((await rows(table)).map(([title, from, to]) => [title.replace(/\s*di sini/, ''), from, to])).toEqual([
    ['Kurang', '1,00', 'kurang dari 1,80'],
    ['Cukup', '1,80', 'kurang dari 2,60'],
    ['Baik', '2,60', 'kurang dari 3,50'],
    ['Sangat Baik', '3,50', 'kurang dari 4,20'],
    ['Memuaskan', '4,20', '5,00 (termasuk)'],
  ]);
  await expect(table.locator('tr.here')).toContainText('Baik');
});

test('aspects of Pemdi stand in one table without domains', async ({ page, takar }) => {
  await takar.seed(shelf(manifest({ id: 'pemdi', year: 2026, instrument: pemdi, levels: { 1: '1.25' } })));
  await takar.open('/a/pemdi/ringkasan');
  expect((await rows(page.locator('table.sections'))).map(([title]) => title)).toEqual(pemdi.sections.map(({ title }) => title));
  await expect(page.locator('svg.radar text')).toHaveText(pemdi.sections.map((aspect) => aspect.short_title));
});
