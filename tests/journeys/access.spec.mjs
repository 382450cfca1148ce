// Every screen, in both languages, light and dark, held against WCAG 2.2 AA; nothing is excluded. And on none
// does anything scroll sideways, from a small phone to a wide screen.

import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './page.mjs';
import { GROUPS, walk } from './screens.mjs';

const COLOURS = ['color-contrast', 'link-in-text-block'];
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const WIDTHS = [360, 390, 768, 1360, 1920];

/** What is wrong, by rule and place. */
async function violations(page, colorScheme) {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  // Only the details of violations are worked out; that every rule ran is still told.
  let axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
  // The dark page is the light one in other colours: only the rules of colours can find something else.
  const rules = colorScheme === 'dark' ? COLOURS : [...COLOURS, 'target-size', 'label', 'html-has-lang'];
  axe = colorScheme === 'dark' ? axe.withRules(COLOURS) : axe.withTags(TAGS);
  const result = await axe.analyze();
  const ran = [...result.passes, ...result.violations, ...result.incomplete, ...result.inapplicable].map(({ id }) => id);
  for (const rule of rules) expect(ran).toContain(rule);
  return result.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target} (${node.failureSummary})`));
}

for (const [name, group] of Object.entries(GROUPS)) {
  test(`${name}: accessible in both languages, light and dark, and nothing scrolls sideways`, async ({ page, takar, watch }) => {
    for (const pattern of group.errors ?? []) watch.expectError(pattern);
    const before = page.viewportSize();
    await walk(takar, group, async (screen) => {
      for (const colorScheme of ['light', 'dark']) {
        expect.soft(await violations(page, colorScheme), `${screen}, ${colorScheme}`).toEqual([]);
      }
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 800 });
        const [content, window] = await page.evaluate(() => [document.scrollingElement.scrollWidth, innerWidth]);
        expect.soft(content, `${screen}, ${width} px`).toBeLessThanOrEqual(window);
      }
      await page.setViewportSize(before);
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
  for (const address of ['/', '/baru', '/buka', '/a/satu/indikator/12', '/a/satu/bukti', '/a/satu/bukti/tidak-ada', '/a/satu/ringkasan', '/a/satu/perhitungan', '/a/satu/berkas', '/a/satu/bandingkan', '/a/satu/nasional', '/instrumen/spbe-2020', '/instrumen/pemdi-2026', '/x', '/a/tidakada']) {
    await page.goto('about:blank');
    await takar.open(address);
    await expect(takar.heading, address).toHaveCount(1);
    await expect(page, address).toHaveTitle(/. · Takar$/);
    titles.push(await page.title());
  }
  expect(new Set(titles).size).toBe(titles.length);
});
