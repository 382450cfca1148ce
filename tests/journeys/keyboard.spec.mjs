// Everything without a mouse.

import { expect, saved, test } from './page.mjs';
import { manifest, shelf, shownIndex } from './samples.mjs';

/** Presses Tab until an element has the focus; fails when it is not in reach. */
async function tabTo(page, locator, limit = 80) {
  for (let press = 0; press < limit; press += 1) {
    if (await locator.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`not reached with ${limit} presses of Tab: ${locator}`);
}

test('from Beranda to an answered indicator and a file, by keys alone', async ({ page, takar }) => {
  await takar.open('/');
  const key = (name) => page.keyboard.press(name);
  await tabTo(page, page.getByTestId('new-assessment'));
  await key('Enter');
  await expect(takar.heading).toHaveText('Mulai penilaian baru');
  await expect(takar.heading).toBeFocused();

  await tabTo(page, page.locator('#agency'));
  await page.keyboard.type('Kota Semarang');
  await key('Escape');
  await tabTo(page, page.locator('#kind'));
  await page.keyboard.type('Pemerintah kota');
  await expect(page.locator('#kind')).toHaveValue('kota');
  await tabTo(page, page.locator('#year'));
  await page.keyboard.type('2025');
  await expect(page.locator('#instrument')).toHaveValue('spbe-2020');
  await takar.loaded('instruments/spbe-2020.json');
  await tabTo(page, page.getByTestId('create'));
  await key('Enter');
  await expect(takar.heading).toHaveText(/^1\. /);
  await expect(takar.heading).toBeFocused();

  await tabTo(page, page.getByTestId('level-1'));
  await key('Space');
  await expect(page.getByTestId('level-1')).toBeChecked();
  await key('ArrowDown');
  await key('ArrowDown');
  await expect(page.getByTestId('level-3')).toBeChecked();
  await expect(page.getByTestId('level-3')).toBeFocused();
  await expect(takar.index).toHaveText(shownIndex({ 1: 3 }));
  await key('ArrowUp');
  await expect(takar.index).toHaveText(shownIndex({ 1: 2 }));
  await tabTo(page, takar.facts, 3);
  await page.keyboard.type('Perwali 12/2024');
  await tabTo(page, takar.analysis, 2);

  await key('Alt+n');
  await expect(takar.heading).toHaveText(/^2\. /);
  await expect(takar.heading).toBeFocused();
  await tabTo(page, page.getByTestId('level-1'));
  await key('ArrowDown');
  await expect(page.getByTestId('level-2')).toBeChecked();
  await key('Alt+p');
  await expect(takar.heading).toHaveText(/^1\. /);
  await expect(takar.facts).toHaveValue('Perwali 12/2024');

  await tabTo(page, page.getByTestId('export'), 120);
  const download = page.waitForEvent('download');
  await key('Enter');
  const written = await saved(await download);
  expect(JSON.parse(written.text).answers.mandiri['1'].value).toBe('2.00');
  expect(JSON.parse(written.text).answers.mandiri['2'].value).toBe('2.00');
});

test('Alt+N and Alt+P stop at the last and the first indicator', async ({ page, takar }) => {
  await takar.seed(shelf(manifest({ id: 'satu' })));
  await takar.indicator(46, 'satu');
  await page.keyboard.press('Alt+n');
  await expect(takar.heading).toHaveText(/^47\. /);
  await page.keyboard.press('Alt+n');
  await expect(takar.heading).toHaveText(/^47\. /);
  await takar.indicator(2);
  await page.keyboard.press('Alt+p');
  await expect(takar.heading).toHaveText(/^1\. /);
  await page.keyboard.press('Alt+p');
  await expect(takar.heading).toHaveText(/^1\. /);
});

test('after every navigation the focus is on the new page’s heading', async ({ page, takar }) => {
  await takar.seed(shelf(manifest({ id: 'satu', levels: { 1: 3 } })));
  await takar.open('/');
  const go = async (link, heading) => {
    await link.focus();
    await page.keyboard.press('Enter');
    await expect(takar.heading).toHaveText(heading);
    await expect(takar.heading).toBeFocused();
  };
  await go(page.getByRole('link', { name: 'Kota Bandung' }), /^2\. /);
  await go(page.getByTestId('indicator-5'), /^5\. /);
  await go(page.getByRole('link', { name: 'Ringkasan' }), 'Ringkasan');
  await go(page.getByRole('link', { name: 'Lihat perhitungan' }), 'Perhitungan indeks');
  await go(page.getByRole('link', { name: 'Tukar data' }), 'Tukar data');
  await go(page.getByRole('link', { name: 'Instrumen' }), /^Pemantauan dan Evaluasi SPBE/);
  await go(page.locator('a.brand'), /^Penilaian mandiri SPBE/);
});

test('the focus is on the heading even when what the page shows had to be fetched first', async ({ page, takar }) => {
  await takar.open('/');
  for (const [name, heading] of [['SPBE 2020', /^Pemantauan dan Evaluasi SPBE/], ['Pemdi 2026', /Indeks Pemdi/]]) {
    await page.getByRole('link', { name }).focus();
    await page.keyboard.press('Enter');
    await expect(takar.heading).toHaveText(heading);
    await expect(takar.heading).toBeFocused();
    await page.goBack();
    await expect(takar.heading).toHaveText(/^Penilaian mandiri/);
  }
});

test('the first stop is a way past the header into the page', async ({ page, takar }) => {
  await takar.seed(shelf(manifest({ id: 'satu' })));
  await takar.indicator(3, 'satu');
  await page.reload();
  // Not the heading that index.html shows until the program runs.
  await expect(takar.heading).toHaveText(/^3\. /);
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Lewati ke isi halaman' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
  await expect(page).toHaveURL(/\/indikator\/3$/);
});

for (const visit of ['first', 'later']) {
  test(`on a ${visit} visit the focus is never lost after a draft is copied, renamed, deleted or brought back`, async ({ page, takar }) => {
    await takar.home(shelf(manifest({ id: 'satu' })), visit);
    const act = async (name) => {
      await page.getByRole('button', { name, exact: true }).focus();
      await page.keyboard.press('Enter');
    };
    const kept = () => expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');
    await act('Gandakan: Kota Bandung');
    await expect(takar.cards).toHaveCount(2);
    await kept();
    await act('Ubah nama: Kota Bandung (salinan)');
    await expect(page.locator('input:focus')).toBeVisible();
    await page.keyboard.type('Dua');
    await page.keyboard.press('Enter');
    await expect(takar.cards.filter({ hasText: 'Dua' })).toHaveCount(1);
    await kept();
    await act('Hapus: Dua');
    await expect(takar.cards).toHaveCount(1);
    await kept();
    await act('Kembalikan: Dua');
    await expect(takar.cards).toHaveCount(2);
    await kept();
  });
}

test('what has the focus is never hidden under the header or the score of a phone', async ({ page, takar }) => {
  await page.setViewportSize({ width: 390, height: 700 });
  await takar.seed(shelf(manifest({ id: 'satu', levels: { 1: 3 } })));
  await takar.indicator(1, 'satu');
  await page.reload();
  await expect(takar.heading).toBeVisible();
  const stops = [];
  for (let press = 0; press < 40; press += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body || element.closest('header.bar, .skip')) return null;
      const box = element.getBoundingClientRect();
      const bar = document.querySelector('header.bar').getBoundingClientRect().bottom;
      const score = document.querySelector('aside.score').getBoundingClientRect().top;
      // WCAG 2.4.11: not entirely hidden.
      return { name: element.id || element.textContent.trim().slice(0, 30), hidden: box.bottom <= bar || box.top >= score };
    });
    if (stop) stops.push(stop);
  }
  expect(stops.length).toBeGreaterThan(8);
  expect(stops.filter(({ hidden }) => hidden)).toEqual([]);
});

test('who begins to write before a late browser has drawn the page keeps the focus', async ({ context, page, takar }) => {
  await context.addInitScript(() => {
    const draw = window.requestAnimationFrame;
    window.requestAnimationFrame = (call) => { setTimeout(() => draw.call(window, call), window.takarLate ?? 0); return 0; };
  });
  await takar.seed(shelf(manifest({ id: 'satu', levels: { 1: 2 } })));
  await takar.open('/a/satu/ringkasan');
  await page.evaluate(() => { window.takarLate = 700; location.hash = '#/a/satu/indikator/1'; });
  await takar.facts.focus();
  await page.keyboard.type('Perwali ');
  await page.waitForTimeout(1000);
  await expect(takar.facts).toBeFocused();
  await page.keyboard.type('41/2022');
  await expect(takar.facts).toHaveValue('Perwali 41/2022');
});
