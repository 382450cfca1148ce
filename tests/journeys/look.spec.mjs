// What a person sees while a page comes, and on a small screen.

import { expect, test } from './page.mjs';
import { GROUPS } from './screens.mjs';

const SHIFT = 0.02;

const TABS = ['Penilaian', 'Bukti', 'Unit', 'Tahapan', 'Rencana', 'Bandingkan', 'Laporan', 'Tukar data', 'Riwayat', 'Instrumen'];

test('nothing jumps while a page loads, nor from page to page', async ({ page, takar }) => {
  await takar.seed(GROUPS.Ringkasan.seed);
  await page.addInitScript(() => {
    globalThis.shifts = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (entry.hadRecentInput) continue;
        const moved = entry.sources.map(({ node, previousRect, currentRect }) =>
          `${node?.nodeName ?? '?'}.${node?.className ?? ''} ${previousRect.top}→${currentRect.top}`);
        globalThis.shifts.push({ value: entry.value, moved });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const network = await page.context().newCDPSession(page);
  await network.send('Network.enable');
  const slow = (bytes) => network.send('Network.emulateNetworkConditions', { offline: false, latency: bytes > 0 ? 40 : 0, downloadThroughput: bytes, uploadThroughput: bytes });
  const settled = async (address) => {
    await expect(takar.heading).toBeVisible();
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 120))));
    const shifts = await page.evaluate(() => globalThis.shifts.splice(0));
    const sum = shifts.reduce((all, { value }) => all + value, 0);
    expect.soft(sum, `${address}: ${JSON.stringify(shifts)}`).toBeLessThanOrEqual(SHIFT);
  };
  // A fresh load, each file coming late.
  await slow(3_000_000);
  for (const address of ['/', '/nasional', '/a/satu/ringkasan']) {
    await page.goto('about:blank');
    await takar.open(address);
    await settled(`${address}, freshly loaded`);
  }
  await slow(-1);
  // From page to page: what comes at once was asked for, what comes later was not.
  for (const name of TABS) {
    await page.locator('.tabs').getByRole('link', { name, exact: true }).click();
    await settled(name);
  }
});

test('on a phone the text of charts is no smaller than 12 px, and the score stays in reach', async ({ page, takar }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await takar.seed(GROUPS.Tahapan.seed);
  for (const address of ['/a/satu/ringkasan', '/a/jalan/tahapan', '/gaya']) {
    await takar.open(address);
    await expect(page.locator('main svg text').first(), address).toBeVisible();
    const sizes = await page.locator('main svg text').evaluateAll((texts) => texts.map((text) =>
      parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a));
    expect(Math.min(...sizes), address).toBeGreaterThanOrEqual(12);
  }
  await takar.indicator(12, 'satu');
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight / 2));
  await expect(takar.index).toBeInViewport();
  await expect(takar.predicate).toBeInViewport();
});

test('every part stands in both schemes, in an accent that is typed', async ({ page, takar }) => {
  await takar.open('/gaya');
  const [light, dark] = [page.locator('#gaya-light'), page.locator('#gaya-dark')];
  const token = (of, name) => of.evaluate((element, name) => getComputedStyle(element).getPropertyValue(name).trim(), name);
  await expect(light.getByText('#0b57b0', { exact: false })).toBeVisible();
  expect(await token(light, '--paper')).toBe('#ffffff');
  expect(await token(dark, '--paper')).toBe('#14171c');
  expect(await token(light, '--accent')).toBe('#0b57b0');
  await page.locator('#aksen').fill('#ffdc00');
  await expect.poll(() => token(light, '--accent')).not.toBe('#0b57b0');
  expect(await token(dark, '--accent')).toBe('#ffdc00');
  await page.locator('#aksen').fill('kuning');
  await expect(page.locator('#aksen-error')).toBeVisible();
  expect(await token(light, '--accent')).toBe('#0b57b0');
  const open = page.getByRole('button', { name: 'Buka pertanyaan' }).first();
  await open.click();
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(open).toBeFocused();
});
