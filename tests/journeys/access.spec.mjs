// Every screen, in both languages, light and dark, held against WCAG 2.2 AA; nothing is excluded. And on none
// does anything scroll sideways or get lost, from a small phone to a wide screen, zoomed to 400 %, or in large letters;
// and what a checker of rules does not see (unseen.mjs) holds on all of them.

import { readFile } from 'node:fs/promises';
import { expect, test } from './page.mjs';
import { GROUPS, walk } from './screens.mjs';
import { held, lost, small, unseen } from './unseen.mjs';

const AXE = await readFile(new URL('axe.min.js', import.meta.resolve('axe-core')), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const RULES = ['color-contrast', 'link-in-text-block', 'target-size', 'label', 'html-has-lang'];

// The window as it is, 1280, and these.
const WIDTHS = [360, 768, 1920];

/** What is wrong, by rule and place. The paper in the frame of Laporan is looked at as a page of its own (printed.mjs). */
async function violations(page, colorScheme) {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  // Once for each document, not for each look at it: reading it takes longer than looking.
  if (!await page.evaluate(() => 'axe' in globalThis)) await page.evaluate(AXE);
  // Only the details of violations are worked out; that every rule ran is still told.
  const { ran, found } = await page.evaluate(async (values) => {
    const { passes, violations, incomplete, inapplicable } = await axe.run({ runOnly: { type: 'tag', values }, iframes: false, resultTypes: ['violations'] });
    return {
      ran: [...passes, ...violations, ...incomplete, ...inapplicable].map(({ id }) => id),
      found: violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target} (${node.failureSummary})`)),
    };
  }, TAGS);
  expect(ran).toEqual(expect.arrayContaining(RULES));
  return found;
}

for (const [name, group] of Object.entries(GROUPS)) {
  test(`${name}: accessible in both languages, light and dark, and nothing scrolls sideways`, async ({ page, takar, watch }) => {
    for (const pattern of group.errors ?? []) watch.expectError(pattern);
    const before = page.viewportSize();
    const browser = await page.context().newCDPSession(page);
    const letters = (standard) => browser.send('Page.setFontSizes', { fontSizes: { standard } });
    await walk(takar, group, async (screen) => {
      // One look at all that was found: each assertion of its own takes as long as a small look.
      const faults = [];
      const add = (where, found) => faults.push(...found.map((fault) => `${where}: ${fault}`));
      for (const colorScheme of ['light', 'dark']) add(colorScheme, await violations(page, colorScheme));
      add('seen', await unseen(page, screen.slice(-2)));
      if (name === 'a kiosk') add('targets', await small(page, 44));
      for (const width of [before.width, ...WIDTHS]) {
        if (width !== page.viewportSize().width) await page.setViewportSize({ width, height: 800 });
        const [content, window] = await page.evaluate(() => [document.scrollingElement.scrollWidth, innerWidth]);
        if (content > window) faults.push(`${width} px: the page is ${content} px wide in a window of ${window}`);
      }
      // A window of 1280 × 1024 px, zoomed to 400 %: all is there, and no bar takes room of it.
      await page.setViewportSize({ width: 320, height: 256 });
      add('400 %', await lost(page));
      add('400 %', await held(page));
      await page.setViewportSize(before);
      // Letters twice as large in the same window, as the browser's settings make them.
      await letters(32);
      expect.soft(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('30px');
      add('large letters', await lost(page));
      await letters(16);
      expect.soft(faults, screen).toEqual([]);
    });
  });
}

test('an indicator, its unfolded list and the summary are accessible on a phone too', async ({ page, takar }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await takar.seed(GROUPS.Ringkasan.seed);
  const look = async (screen) => {
    for (const colorScheme of ['light', 'dark']) {
      expect.soft(await violations(page, colorScheme), `${screen}, ${colorScheme}`).toEqual([]);
    }
  };
  await GROUPS.Ringkasan.screens.SPBE(takar);
  await look('Ringkasan');
  await GROUPS['an SPBE indicator'].screens.answered(takar);
  await look('an indicator');
  await page.getByRole('button', { name: 'Daftar indikator' }).click();
  await look('the list unfolded');
});

test('the register and a document are accessible on a phone too', async ({ page, takar }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await takar.seed(GROUPS.Bukti.seed);
  for (const [name, show] of [
    ['the register', GROUPS.Bukti.screens['linking what is selected']],
    ['a document', GROUPS['a document'].screens['with mistakes']],
  ]) {
    await show(takar);
    for (const colorScheme of ['light', 'dark']) {
      expect.soft(await violations(page, colorScheme), `${name}, ${colorScheme}`).toEqual([]);
    }
  }
});

test('messages, banners and dark mode in memory mode are accessible', async ({ context, page, takar }) => {
  await context.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });
  });
  await takar.start();
  await takar.choose(3);
  await takar.export();
  await expect(takar.toast).toBeVisible();
  await expect(takar.banner).toBeVisible();
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await violations(page, colorScheme), colorScheme).toEqual([]);
  }
});

test('each page has one heading of the first rank and a title of its own', async ({ page, takar }) => {
  await takar.seed(GROUPS.Beranda.seed);
  const titles = [];
  for (const address of ['/', '/baru', '/buka', '/a/satu/indikator/12', '/a/satu/bukti', '/a/satu/bukti/tidak-ada', '/a/satu/ringkasan', '/a/satu/perhitungan', '/a/satu/berkas', '/a/satu/bandingkan', '/a/satu/nasional', '/instrumen/spbe-2020', '/instrumen/pemdi-2026', '/bantuan', '/x', '/a/tidakada']) {
    await page.goto('about:blank');
    await takar.open(address);
    await expect(takar.heading, address).toHaveCount(1);
    await expect(page, address).toHaveTitle(/. · Takar$/);
    titles.push(await page.title());
  }
  expect(new Set(titles).size).toBe(titles.length);
});
