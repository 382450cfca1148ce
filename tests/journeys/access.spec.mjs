// Every screen, in both languages, light and dark, held against WCAG 2.2 AA. Nothing is excluded.

import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './page.mjs';
import { SCREENS } from './screens.mjs';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What is wrong, by rule and place. */
async function violations(page) {
  const result = await new AxeBuilder({ page }).withTags(TAGS).setLegacyMode().analyze();
  const ran = [...result.passes, ...result.violations, ...result.incomplete, ...result.inapplicable].map(({ id }) => id);
  for (const rule of ['color-contrast', 'target-size', 'label', 'html-has-lang']) expect(ran).toContain(rule);
  return result.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target} (${node.failureSummary})`));
}

for (const [name, { seed, show }] of Object.entries(SCREENS)) {
  test(`${name}: accessible in both languages, light and dark`, async ({ page, takar }) => {
    await takar.seed(seed);
    await show(takar);
    for (const language of ['id', 'en']) {
      if (language === 'en') await takar.languageButton.click();
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      for (const colorScheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        expect(await violations(page), `${language}, ${colorScheme}`).toEqual([]);
      }
    }
  });
}

test('an indicator and the summary are accessible on a phone too', async ({ page, takar }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const name of ['an answered indicator', 'Ringkasan', 'Beranda with drafts']) {
    await takar.seed(SCREENS[name].seed);
    await SCREENS[name].show(takar);
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      expect(await violations(page), `${name}, ${colorScheme}`).toEqual([]);
    }
  }
  await takar.indicator(12, 'satu');
  await page.getByRole('button', { name: 'Daftar indikator' }).click();
  expect(await violations(page), 'with the list unfolded').toEqual([]);
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
    expect(await violations(page), colorScheme).toEqual([]);
  }
});

test('each page has one heading of the first rank, and a title of its own', async ({ page, takar }) => {
  const titles = new Set();
  for (const [name, { seed, show }] of Object.entries(SCREENS)) {
    if (/mistakes|refusal|refused|renamed|empty|Pemdi draft/.test(name)) continue;
    await takar.seed(seed);
    await show(takar);
    await expect(takar.heading, name).toHaveCount(1);
    titles.add(await page.title());
  }
  expect(titles.size).toBeGreaterThanOrEqual(12);
});
