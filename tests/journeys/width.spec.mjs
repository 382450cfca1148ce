// From a small phone to a wide screen: nothing scrolls sideways, the score stays in reach.

import { expect, test } from './page.mjs';
import { GROUPS } from './screens.mjs';
import { LONG_AGENCY, manifest, shelf } from './samples.mjs';

const WIDTHS = [360, 390, 768, 1360, 1920];

test('nothing scrolls sideways, and the header stays low, when the storage is blocked', async ({ context, page, takar }) => {
  await context.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });
  });
  await page.setViewportSize({ width: 360, height: 800 });
  await takar.start({ agency: LONG_AGENCY });
  await takar.choose(3);
  await takar.export();
  for (const language of ['id', 'en']) {
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      const [content, window, bar] = await page.evaluate(() =>
        [document.scrollingElement.scrollWidth, innerWidth, document.querySelector('header.bar').offsetHeight]);
      expect(content, `${language}, ${width} px`).toBeLessThanOrEqual(window);
      expect(bar, `${language}, ${width} px`).toBeLessThan(100);
    }
    await takar.languageButton.click();
  }
});

test('the score is on screen at every width, from the top of the page to its end', async ({ page, takar }) => {
  await takar.seed(shelf(manifest({ id: 'satu', agency: LONG_AGENCY, levels: { 12: 3 } })));
  await takar.indicator(12, 'satu');
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 740 });
    for (const end of [0, 1e6]) {
      await page.evaluate((to) => scrollTo(0, to), end);
      await expect(takar.index).toBeInViewport({ ratio: 1 });
      await expect(takar.predicate).toBeInViewport({ ratio: 1 });
    }
  }
});

test('the end of a page is not hidden under the score on a phone', async ({ page, takar }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await takar.seed(shelf(manifest({ id: 'satu', agency: LONG_AGENCY, levels: { 12: 3 } })));
  await takar.indicator(12, 'satu');
  await page.evaluate(() => scrollTo(0, 1e6));
  const [turn, score] = await page.evaluate(() => [
    document.querySelector('nav.turn').getBoundingClientRect().bottom,
    document.querySelector('aside.score').getBoundingClientRect().top,
  ]);
  expect(turn).toBeLessThanOrEqual(score);
  const footer = await page.evaluate(() => document.querySelector('footer p').getBoundingClientRect().bottom);
  expect(footer).toBeLessThanOrEqual(score);
});

test('the header leaves most of a phone’s screen to the page', async ({ page, takar }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await takar.seed(shelf(manifest({ id: 'satu', agency: LONG_AGENCY, levels: { 12: 3 } })));
  await takar.indicator(12, 'satu');
  await page.evaluate(() => scrollTo(0, 600));
  const [bar, score] = await page.evaluate(() => [
    document.querySelector('header.bar').getBoundingClientRect().bottom,
    document.querySelector('aside.score').getBoundingClientRect().top,
  ]);
  expect(score - bar).toBeGreaterThan(0.75 * 640);
});

test('text in charts is never under 12 px', async ({ page, takar }) => {
  await takar.seed(GROUPS.Ringkasan.seed);
  for (const width of [360, 390, 768, 1360]) {
    await page.setViewportSize({ width, height: 800 });
    for (const id of ['satu', 'pemdi']) {
      await takar.open(`/a/${id}/ringkasan`);
      await expect(page.locator('svg.radar text')).toHaveCount(id === 'satu' ? 8 : 7);
      const sizes = await page.locator('svg.radar text').evaluateAll((all) => all.map((text) => {
        const scale = text.ownerSVGElement.getScreenCTM().a;
        return Number.parseFloat(getComputedStyle(text).fontSize) * scale;
      }));
      expect(sizes.length).toBeGreaterThan(5);
      expect(Math.min(...sizes), `${width} px`).toBeGreaterThanOrEqual(12);
    }
  }
});

test('the labels of the radar lie inside the window at every width', async ({ page, takar }) => {
  await takar.seed(GROUPS.Ringkasan.seed);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    for (const id of ['satu', 'pemdi']) {
      await takar.open(`/a/${id}/ringkasan`);
      await expect(page.locator('svg.radar text')).toHaveCount(id === 'satu' ? 8 : 7);
      const outside = await page.locator('svg.radar text').evaluateAll((all) => all
        .map((text) => ({ text: text.textContent, box: text.getBoundingClientRect() }))
        .filter(({ box }) => box.left < 0 || box.right > innerWidth)
        .map(({ text }) => text));
      expect(outside, `${width} px`).toEqual([]);
    }
  }
});

test('on a phone the tab of the present page is in view', async ({ page, takar }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await takar.seed(shelf(manifest({ id: 'satu', levels: { 1: 3 } })));
  for (const [address, name] of [['/a/satu/riwayat', 'Riwayat'], ['/a/satu/indikator/1', 'Penilaian']]) {
    await takar.open(address);
    await expect(page.locator('.tabs [aria-current]')).toHaveText(name);
    await expect(page.locator('.tabs [aria-current]')).toBeInViewport({ ratio: 1 });
  }
});
