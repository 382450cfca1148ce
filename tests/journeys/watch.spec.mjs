// The watch over every journey is itself tested: a guard that sees nothing would let all pass.

import { Watch, expect, test } from './page.mjs';
import { manifest, shelf } from './samples.mjs';

const provoke = {
  'an error on the console': [(page) => page.evaluate(() => console.error('broken')), /console: broken/],
  'an uncaught error': [
    (page) => page.evaluate(() => setTimeout(() => { throw new Error('thrown'); })),
    /uncaught: .*thrown/,
  ],
  'a file that is missing': [
    (page) => page.evaluate(() => fetch('missing.json').then(() => {})),
    /Failed to load resource.*missing\.json/,
  ],
  'a violated policy': [
    (page) => page.evaluate(() => { document.body.setAttribute('style', 'color: red'); }),
    /policy violated: style-src/,
  ],
  'another host': [
    (page, port) => page.goto(`http://localhost:${port}/`, { waitUntil: 'commit' }).catch(() => {}),
    /another host: http:\/\/localhost/,
  ],
};

test('a journey would fail on a violated policy in the frame of a report, which runs no script', async ({ page, takar, watch }) => {
  watch.expectError(/policy|style/i);
  await takar.seed(shelf(manifest({ id: 'satu', levels: { 1: 3 } })));
  await takar.open('/a/satu/laporan');
  await expect(page.frameLocator('#pratinjau').locator('article').first()).toBeVisible();
  expect(watch.faults).toEqual([]);
  await page.evaluate(() => {
    const { body } = document.querySelector('#pratinjau').contentDocument;
    body.innerHTML = '<p style="color: red">merah</p>';
  });
});

for (const [what, [act, fault]] of Object.entries(provoke)) {
  test(`a journey would fail on ${what}`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ baseURL });
    const watch = new Watch(baseURL);
    await watch.over(context);
    const page = await context.newPage();
    await page.goto('/');
    await expect(page.getByTestId('save-state')).toBeVisible();
    expect(watch.complaints).toEqual([]);
    await act(page, new URL(baseURL).port);
    await expect.poll(() => watch.complaints.join('\n')).toMatch(fault);
    await context.close();
  });
}

test('a journey would fail when the error it announced never came', () => {
  const watch = new Watch('http://127.0.0.1');
  watch.expectError(/never/);
  expect(watch.complaints).toEqual(['expected, but not seen: /never/']);
});
