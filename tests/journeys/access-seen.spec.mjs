// What a person sees who goes by keys, has colours of their own, prints, or has a small window.

import { expect, test } from './page.mjs';
import { round } from './keys.mjs';
import { GROUPS } from './screens.mjs';
import { manifest, register, shelf, varied } from './samples.mjs';

const full = manifest({
  id: 'satu', levels: varied(1), target: '3.50', ...register(30, 60),
  units: { a: { name: 'Bappeda', indicators: [1, 2] } },
  records: { questions: { '1:a': { question: 'Sudah?' } }, steps: { '3:5': { planned: true } } },
});

// The pages with much on them; each once through all its stops.
const PAGES = [
  '/', '/baru', '/a/satu/indikator/3', '/a/satu/bukti', '/a/satu/bukti/d1', '/a/satu/ringkasan', '/a/satu/unit',
  '/a/satu/tahapan', '/a/satu/interviu', '/a/satu/rencana', '/a/satu/bandingkan', '/a/satu/laporan', '/a/satu/berkas', '/pengaturan',
];

for (const [width, height] of [[1280, 900], [390, 700]]) {
  test(`at ${width} px every stop of the Tab key is marked, seen, and in the order of reading`, async ({ page, takar }) => {
    await page.setViewportSize({ width, height });
    await takar.seed(shelf(full));
    for (const address of PAGES) {
      await takar.open(address);
      await expect(takar.heading).toBeVisible();
      const { stops, faults } = await round(page, 60);
      expect.soft(faults, address).toEqual([]);
      expect.soft(stops, address).toBeGreaterThan(5);
    }
  });
}

test('in a window of a few lines nothing hides what has the focus', async ({ page, takar }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await takar.seed(shelf(full));
  for (const address of ['/a/satu/indikator/3', '/a/satu/bandingkan']) {
    await takar.open(address);
    await expect(takar.heading).toBeVisible();
    expect.soft((await round(page, 40)).faults, address).toEqual([]);
  }
});

/** How a part looks: whatever tells it from its neighbour without words. */
const look = (locator, pseudo) => locator.evaluate((element, pseudo) => {
  const style = getComputedStyle(element, pseudo);
  return ['backgroundColor', 'borderTopColor', 'borderTopWidth', 'borderBottomColor', 'outlineStyle'].map((name) => style[name]).join(' ');
}, pseudo);

test('with the colours of the system what is chosen, filled, present or focused can still be told apart', async ({ page, takar }) => {
  await takar.seed(shelf(full));
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    await takar.indicator(3, 'satu');
    await takar.choose(3);
    const rung = (level) => page.locator('.rung').nth(level - 1);
    const mark = (level) => page.getByTestId(`level-${level}`);
    const differ = async (one, other, what) => expect.soft(await look(one), `${what}, ${colorScheme}`).not.toBe(await look(other));
    await differ(rung(3), rung(4), 'the chosen level');
    await differ(mark(2), mark(4), 'what is climbed');
    // Else the browser puts a ground of its own behind the number.
    expect.soft(await mark(3).evaluate((input) => {
      const [own, number] = [getComputedStyle(input), getComputedStyle(input, '::after')];
      return number.forcedColorAdjust === 'none' && number.color !== own.backgroundColor;
    }), `the number of a climbed level can be read, ${colorScheme}`).toBe(true);
    await differ(page.locator('.tabs [aria-current]'), page.locator('.tabs a:not([aria-current])').first(), 'the tab');
    await differ(page.locator('.outline [aria-current]'), page.locator('.outline li a:not([aria-current])').first(), 'the indicator');
    const steps = page.locator('.outline .steps[data-level="3"]').first();
    await differ(steps.locator('i').nth(2), steps.locator('i').nth(3), 'the steps');
    const gauge = page.locator('.score .gauge');
    await differ(gauge.locator('.band-1'), gauge.locator('.band-5'), 'the gauge');
    await differ(gauge.locator('b').last(), gauge.locator('.band-3'), 'the index on the gauge');
    expect.soft(await look(page.locator('.chip').first()), 'a chip has an edge').not.toMatch(/ 0px /);
    const button = page.getByTestId('attach-3');
    const before = await look(button);
    await page.keyboard.press('Tab');
    await button.focus();
    expect.soft(await look(button), `the focus, ${colorScheme}`).not.toBe(before);
    await takar.open('/a/satu/tahapan');
    await differ(page.locator('.stop.here'), page.locator('.stop:not(.here)').first(), 'the stage');
    await takar.open('/a/satu/unit');
    const bar = page.getByTestId('unit').locator('.progress');
    await differ(bar.locator('i'), bar, 'how far a unit is');
    await takar.open('/a/satu/ringkasan');
    const track = page.locator('.track').first();
    await differ(track.locator('.fill'), track, 'a bar');
  }
});

test('on paper, in black alone, a page keeps its meaning and nothing lies over it', async ({ page, takar }) => {
  await takar.seed(GROUPS.Bukti.seed);
  // As wide as landscape paper.
  await page.setViewportSize({ width: 1050, height: 700 });
  for (const address of ['/a/satu/indikator/12', '/a/satu/ringkasan', '/a/satu/tahapan', '/a/bukti/bukti']) {
    await page.emulateMedia({ media: 'screen' });
    await takar.open(address);
    await expect(page.locator('.sheet, .hero, .road, .register').first()).toBeVisible();
    await page.emulateMedia({ media: 'print', colorScheme: 'light' });
    const faults = await page.evaluate(() => {
      const faults = [];
      for (const element of document.body.querySelectorAll('*')) {
        if (!element.checkVisibility() || element.offsetHeight < 2) continue;
        const style = getComputedStyle(element);
        const name = `${element.localName}.${[...element.classList].join('.')}`;
        if (['fixed', 'sticky'].includes(style.position)) faults.push(`${name} keeps its place`);
        // Figures drawn with grounds alone would be gone on paper.
        if (element.matches('.steps i, .gauge i, .gauge b, .track .fill, .progress i, .rung.reached .mark input') && style.printColorAdjust !== 'exact') faults.push(`${name} is not printed`);
      }
      const narrow = [...document.querySelectorAll('.sheet, .hero, .road')].filter((part) => part.offsetWidth < 0.8 * document.querySelector('main').offsetWidth);
      return [...new Set([...faults, ...narrow.map(({ className }) => `${className} leaves the paper empty`)])];
    });
    expect.soft(faults, address).toEqual([]);
  }
  // Without any colour what is chosen stands there in words.
  await page.emulateMedia({ media: 'screen' });
  await takar.indicator(12, 'satu');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.rung.chosen .name')).toContainText('dipilih');
});
