// Nothing leaves this computer. Every journey is watched for it; this one walks through everything.

import { expect, test } from './page.mjs';

test('a whole session only ever fetches files that lie beside the page, and sends nothing', async ({ context, page, takar, watch, baseURL }) => {
  await takar.open('/');
  await page.getByRole('button', { name: 'Coba dengan contoh' }).click();
  await expect(takar.heading).toHaveText('Ringkasan');
  await takar.indicator(3);
  await takar.choose(5);
  await takar.facts.fill('RAHASIA-4711');
  const written = await takar.export();
  for (const place of ['ringkasan', 'perhitungan', 'berkas']) await takar.open(`/a/${takar.draft}/${place}`);
  await takar.import(written);
  await page.getByTestId('replace').click();
  await expect(takar.heading).toHaveText('Ringkasan');
  for (const id of ['spbe-2020', 'pemdi-2026']) await takar.open(`/instrumen/${id}`);
  await takar.start({ agency: 'RAHASIA-4711', who: 'RAHASIA-4711' });
  await takar.languageButton.click();
  await page.reload();

  expect(watch.requests.length).toBeGreaterThan(5);
  for (const { url, method, body } of watch.requests) {
    expect(method, url).toBe('GET');
    expect(body, url).toBeNull();
    if (url.startsWith('blob:')) continue;
    const address = new URL(url);
    expect(address.origin).toBe(baseURL);
    expect(address.search, url).toBe('');
    expect(url).not.toContain('RAHASIA');
  }
  expect(await context.cookies()).toEqual([]);
});

test('no page offers a link to another host', async ({ page, takar }) => {
  for (const place of ['/', '/baru', '/buka', '/instrumen/spbe-2020', '/instrumen/pemdi-2026']) {
    await takar.open(place);
    await expect(takar.heading).toBeVisible();
    const links = await page.locator('a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    expect(links.length).toBeGreaterThan(0);
    expect(links.filter((href) => !href.startsWith('#'))).toEqual([]);
  }
});
