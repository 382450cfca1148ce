// Whatever happens to the tab, the work is there again.

import { Takar, expect, test } from './page.mjs';
import { shownIndex } from './samples.mjs';

const FACTS = 'Perwali Nomor 41 Tahun 2022 tentang SPBE, Bab III, halaman 9 sampai 15.';

test('a reload brings everything back', async ({ page, takar }) => {
  await takar.start({ target: '3,25', who: 'Rina' });
  await takar.choose(3);
  await takar.facts.fill(FACTS);
  await takar.analysis.fill('Memenuhi tingkat 3.');
  await takar.indicator(2);
  await takar.choose(5);
  await takar.saved();
  await page.reload();

  await expect(takar.heading).toHaveText(/^2\. /);
  await expect(page.getByTestId('level-5')).toBeChecked();
  await expect(takar.index).toHaveText(shownIndex({ 1: 3, 2: 5 }));
  await expect(page.locator('aside.score')).toContainText('3,25');
  await expect(page.locator('.foot-line')).toContainText('oleh Rina');
  await takar.indicator(1);
  await expect(page.getByTestId('level-3')).toBeChecked();
  await expect(takar.facts).toHaveValue(FACTS);
  await expect(takar.analysis).toHaveValue('Memenuhi tingkat 3.');
});

test('the save state tells the truth: what it calls saved is in the storage', async ({ takar }) => {
  const id = await takar.start();
  for (const level of [2, 4, 1]) {
    await takar.choose(level);
    await takar.saved();
    const draft = JSON.parse((await takar.storage())[`takar:draft:${id}`]);
    expect(draft.answers.mandiri['1'].value).toBe(`${level}.00`);
  }
  await expect(takar.saveState).toHaveText(/^Tersimpan \d\d\.\d\d$/);
});

/** Types into Fakta, lets `leave` end the page, and reads Fakta in a new tab of the same browser. */
async function after(context, takar, leave) {
  const id = await takar.start();
  await takar.choose(3);
  await takar.facts.pressSequentially(FACTS);
  await leave();
  const again = new Takar(await context.newPage(), takar.origin);
  await again.indicator(1, id);
  return again;
}

test('a tab that is closed when its work was called saved loses nothing', async ({ context, page, takar }) => {
  const again = await after(context, takar, async () => {
    await takar.saved();
    await page.close({ runBeforeUnload: false });
  });
  await expect(again.facts).toHaveValue(FACTS);
});

test('a tab that is closed in the middle of typing loses nothing', async ({ context, page, takar }) => {
  const again = await after(context, takar, async () => {
    const closed = page.waitForEvent('close');
    await page.close({ runBeforeUnload: true });
    await closed;
  });
  await expect(again.facts).toHaveValue(FACTS);
});

test('a tab that is killed in the middle of typing loses at most the last moment', async ({ context, page, takar }) => {
  const begun = 'Sudah disimpan. ';
  const again = await after(context, takar, async () => {
    await takar.facts.fill(begun);
    await takar.saved();
    await takar.facts.pressSequentially('Belum');
    await page.close({ runBeforeUnload: false });
  });
  await expect(again.facts).toHaveValue(/^Sudah disimpan\. (B(e(l(u(m)?)?)?)?)?$/);
  await expect(again.page.getByTestId('level-3')).toBeChecked();
});

test('a page that is left at once, without a pause, loses nothing', async ({ context, page, takar }) => {
  const again = await after(context, takar, () => page.goto('about:blank'));
  await expect(again.facts).toHaveValue(FACTS);
});

test('a page that is hidden writes at once, before any timer', async ({ page, takar }) => {
  const id = await takar.start();
  // The timer of the autosave never comes; only hiding the page is left to save.
  await page.evaluate(() => { window.setTimeout = () => 0; });
  await takar.choose(2);
  await expect(takar.saveState).toHaveAttribute('data-state', 'saving');
  expect((await takar.storage())[`takar:draft:${id}`]).not.toContain('2.00');
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await takar.saved();
  expect((await takar.storage())[`takar:draft:${id}`]).toContain('2.00');
});

test('moving to another page of the draft writes at once', async ({ page, takar }) => {
  const id = await takar.start();
  await page.evaluate(() => { window.setTimeout = () => 0; });
  await takar.choose(2);
  await page.getByRole('link', { name: 'Ringkasan' }).click();
  await expect(takar.heading).toHaveText('Ringkasan');
  expect((await takar.storage())[`takar:draft:${id}`]).toContain('2.00');
});
