// Four steps on a first visit: they point at the page, hide nothing of what they speak of, and come once.

import { expect, test } from './page.mjs';

/** The parts of the page that are pointed at, and whether the card covers any of them. */
async function pointed(page) {
  return page.evaluate(() => {
    const card = document.querySelector('#tur').getBoundingClientRect();
    const all = [...document.querySelectorAll('[data-pointed]')].map((one) => [one, one.getBoundingClientRect()]);
    return {
      what: all.map(([one]) => one.id || one.dataset.testid || ['unfold', 'rung', 'score'].find((name) => one.classList.contains(name))),
      covered: all.some(([, { left, top, right, bottom }]) => card.left < right && card.right > left && card.top < bottom && card.bottom > top),
      inside: card.left >= 0 && card.top >= 0 && card.right <= innerWidth && card.bottom <= innerHeight,
      seen: all.every(([, { top, bottom }]) => bottom > 0 && top < innerHeight),
    };
  });
}

const PHONE = [['unfold'], ['rung'], ['tambah-2'], ['save-state', 'score']];
const DESK = [['daftar'], ['rung'], ['tambah-2'], ['save-state', 'score']];

test('somebody new is shown around once, by keys too, and can call the tour again', async ({ elsewhere }) => {
  const takar = await elsewhere({ tour: 'new', viewport: { width: 390, height: 844 } });
  const { page } = takar;
  const card = page.getByTestId('tour');
  await takar.start();
  await expect(card).toContainText('1 dari 4');
  await expect(takar.heading, 'the focus is where it would be without it').toBeFocused();
  const ladder = () => page.locator('.ladder').evaluate((one) => one.getBoundingClientRect().top + scrollY);
  const place = await ladder();

  for (const [viewport, all] of [[{ width: 390, height: 844 }, PHONE], [{ width: 1360, height: 900 }, DESK]]) {
    await page.setViewportSize(viewport);
    for (const [at, what] of all.entries()) {
      await expect(card).toContainText(`${at + 1} dari 4`);
      await expect.poll(() => pointed(page), `${viewport.width} px, step ${at + 1}`).toEqual({ what, covered: false, inside: true, seen: true });
      if (at < 3) await page.getByTestId('tour-next').press('Enter');
    }
    for (let back = 0; back < 3; back += 1) await card.getByRole('button', { name: 'Kembali' }).click();
  }
  await page.setViewportSize({ width: 390, height: 844 });

  // By keys alone the focus stays in the card, also where the button that was pressed goes away.
  await page.getByTestId('tour-next').press('Enter');
  await card.getByRole('button', { name: 'Kembali' }).press('Enter');
  await expect(page.getByTestId('tour-next')).toBeFocused();
  // Escape that closes or empties something else is not meant for the tour.
  await page.getByTestId('attach-2').press('Enter');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('attach-2')).toBeFocused();
  await expect(card).toContainText('1 dari 4');

  // Who works on meanwhile is not disturbed, neither by the card nor by its end.
  await takar.choose(2);
  await takar.facts.fill('Perwali 41/2022');
  await expect(takar.facts).toBeFocused();
  await takar.languageButton.click();
  await expect(card).toContainText('1 of 4');
  await takar.facts.focus();
  await page.keyboard.press('Escape');
  await expect(card).toHaveCount(0);
  await expect(page.locator('[data-pointed]')).toHaveCount(0);
  await expect(takar.facts).toBeFocused();
  expect(await ladder(), 'nothing has moved').toBe(place);

  await takar.saved();
  await page.reload();
  await expect(takar.facts).toHaveValue('Perwali 41/2022');
  await expect(card).toHaveCount(0);
  await takar.open('/bantuan');
  await page.getByTestId('call-tour').click();
  await expect(card).toContainText('1 of 4');
  await page.getByTestId('tour-skip').click();
  await expect(takar.heading).toBeFocused();
  await takar.indicator(3);
  await expect(card).toHaveCount(0);
});

test('the tour comes anew with each visit to a kiosk, and where nothing can be stored', async ({ elsewhere }) => {
  const takar = await elsewhere({ tour: 'new' });
  const { page } = takar;
  for (const visit of [1, 2]) {
    await page.goto('about:blank');
    await page.goto('/?kiosk#/baru');
    await page.locator('#agency').fill(`Kota ${visit}`);
    await page.locator('#kind').selectOption('kota');
    await page.getByTestId('create').click();
    for (let step = 1; step < 4; step += 1) await page.getByTestId('tour-next').click();
    await expect(page.getByTestId('tour')).toContainText('Pekerjaan tidak tetap tersimpan di komputer ini');
    await page.getByTestId('tour-next').click();
    await expect(page.getByTestId('tour')).toHaveCount(0);
    await page.getByTestId('end-visit').click();
    await page.getByTestId('erase').click();
    await expect(takar.heading).toBeVisible();
  }
  const blocked = await elsewhere({ tour: 'new' });
  await blocked.page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });
  });
  await blocked.start();
  await blocked.page.getByTestId('tour-skip').click();
  await blocked.indicator(2);
  await expect(blocked.page.getByTestId('tour')).toHaveCount(0);
});

test('a full storage, which cannot remember the tour, shows it once a visit', async ({ elsewhere }) => {
  const takar = await elsewhere({ tour: 'new' });
  const { page } = takar;
  await page.addInitScript(() => {
    const set = Storage.prototype.setItem;
    Storage.prototype.setItem = function (key, value) {
      if (key === 'takar:tour') throw new DOMException('full', 'QuotaExceededError');
      return set.call(this, key, value);
    };
  });
  await takar.start();
  await page.getByTestId('tour-skip').click();
  await page.locator('.tabs').getByRole('link', { name: 'Bukti' }).click();
  await expect(takar.heading).toHaveText('Bukti');
  await page.locator('.tabs').getByRole('link', { name: 'Penilaian' }).click();
  await expect(takar.facts.or(page.getByTestId('level-2')).first()).toBeVisible();
  await expect(page.getByTestId('tour')).toHaveCount(0);
});

test('in a window of a few lines the card of the tour can be read to its end', async ({ elsewhere }) => {
  const takar = await elsewhere({ tour: 'new', viewport: { width: 320, height: 256 } });
  await takar.start();
  const card = takar.page.getByTestId('tour');
  await expect(card).toContainText('1 dari 4');
  for (const name of ['tour-skip', 'tour-next']) {
    await takar.page.getByTestId(name).focus();
    await expect(takar.page.getByTestId(name)).toBeInViewport({ ratio: 1 });
  }
  const { top, bottom } = await card.evaluate((one) => one.getBoundingClientRect().toJSON());
  expect(top).toBeGreaterThanOrEqual(0);
  expect(bottom).toBeLessThanOrEqual(256);
});

for (const window of [{ width: 1280, height: 800 }, { width: 390, height: 844 }]) test(`in a portal whose frame is as high as its page, the card comes to what it speaks of, and both into view at ${window.width} px`, async ({ elsewhere, baseURL }) => {
  const { page } = await elsewhere({ tour: 'new', viewport: window });
  await page.route('**/takar.json', (route) => route.fulfill({ json: { version: 1, embed: { origins: [baseURL] } } }));
  await page.goto('/embed/');
  const frame = page.frameLocator('iframe');
  await frame.getByRole('link', { name: 'Mulai penilaian baru' }).click();
  await frame.locator('#year').selectOption('2025');
  await frame.getByTestId('create').click();
  const card = frame.getByTestId('tour');
  const [, inside] = page.frames();
  for (let step = 1; step <= 4; step += 1) {
    await expect(card).toContainText(`${step} dari 4`);
    await expect(card, 'whole, but for a part of a pixel').toBeInViewport({ ratio: 0.99 });
    // The last step also points at the bar, which may be further up than the window shows.
    await expect(frame.locator('[data-pointed]').last()).toBeInViewport();
    await expect.poll(async () => (await pointed(inside)).covered, `step ${step}`).toBe(false);
    // As a mouse does it: without scrolling there first.
    const { x, y, width, height } = await frame.getByTestId('tour-next').boundingBox();
    await page.mouse.click(x + width / 2, y + height / 2);
  }
  await expect(card).toHaveCount(0);
  expect((await page.locator('iframe').boundingBox()).height).toBeGreaterThan(window.height);
});
