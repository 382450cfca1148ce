// Inside a portal of another origin: what it may say and is told, how high the frame is, whose history it is.

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium } from '@playwright/test';
import { expect, test } from './page.mjs';
import { manifest, shownIndex, varied } from './samples.mjs';

/** A page of another origin with Takar in a frame. */
async function around(baseURL, host) {
  const server = createServer((request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end(`<!doctype html><html lang="id"><title>Portal</title><link rel="icon" href="data:,"><h1>Portal</h1>
      <iframe title="Takar" width="1200" height="700" src="${baseURL}/"></iframe>`);
  });
  await new Promise((ready) => server.listen({ host: '127.0.0.1', port: 0 }, ready));
  const close = () => { server.closeAllConnections(); server.close(); };
  return { origin: `http://${host}:${server.address().port}`, close };
}

/**
 * A portal of another origin, with Takar in a frame; `listed` says whether Takar's configuration names it. On
 * another site (`localhost`) the browser blocks the frame's storage, on the same one it does not.
 */
async function portal(page, watch, baseURL, { listed = true, share = ['index', 'progress'], host = 'localhost' } = {}) {
  const { origin, close } = await around(baseURL, host);
  watch.mayAsk(origin);
  const origins = ['https://lain.example.go.id', ...(listed ? [origin] : [])];
  await page.route('**/takar.json', (route) => route.fulfill({ json: { version: 1, embed: { origins, share } } }));
  await page.addInitScript(() => {
    if (parent !== window) return;
    globalThis.told = [];
    addEventListener('message', (event) => told.push({ origin: event.origin, ...event.data }));
  });
  await page.goto(origin);
  const frame = page.frameLocator('iframe');
  await expect(frame.getByTestId('save-state')).toBeVisible();
  return {
    frame,
    origin,
    inside: page.frames()[1],
    say: (message, target = baseURL) => page.evaluate(([message, target]) => frames[0].postMessage(message, target), [message, target]),
    told: (type) => page.evaluate((type) => told.filter((message) => message.type === type), type),
    close,
  };
}

const tell = (type, fields) => ({ takar: 1, type, ...fields });

test('a listed portal sets language, colour and agency, and is told what it may know', async ({ page, watch, baseURL }) => {
  const { frame, say, told, inside, close } = await portal(page, watch, baseURL);
  await expect.poll(() => told('ready')).toEqual([tell('ready', { origin: baseURL, protocol: 1, version: '0.1.0' })]);
  await say(tell('hello'));
  await expect.poll(() => told('ready')).toHaveLength(2);
  expect((await told('progress')).at(-1)).toEqual(tell('progress', { origin: baseURL, answered: null, total: null }));

  await say(tell('language', { language: 'en' }));
  await expect(frame.locator('h1')).toHaveText(/Self-assessment/);
  await say(tell('language', { language: 'id' }));
  await say(tell('accent', { color: '#ffdd00' }));
  const accent = () => inside.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--accent'));
  await expect.poll(accent).not.toBe('#0b57b0');
  expect(await accent(), 'yellow is darkened until it can be read').toMatch(/^#[5-8][0-9a-f][4-7][0-9a-f]00$/);
  await say(tell('accent', { color: 'yellow' }));
  await expect.poll(() => told('refused')).toEqual([tell('refused', { origin: baseURL, request: 'accent', reason: 'colour' })]);

  await say(tell('agency', { name: 'Kota Umpama', kind: 'kota' }));
  const before = await page.evaluate(() => history.length);
  await frame.getByTestId('new-assessment').click();
  await expect(frame.locator('#agency')).toHaveValue('Kota Umpama');
  await expect(frame.locator('#kind')).toHaveValue('kota');
  await frame.locator('#year').selectOption('2025');
  await frame.getByTestId('create').click();
  await expect(frame.locator('h1')).toHaveText(/^1\. /);
  await frame.getByTestId('level-5').check();
  await expect(frame.getByTestId('index')).toHaveText(shownIndex({ 1: 5 }));
  await expect.poll(async () => (await told('progress')).at(-1)).toMatchObject({ answered: 1, total: 47 });
  expect((await told('index')).at(-1)).toMatchObject({ instrument: 'spbe-2020', index: shownIndex({ 1: 5 }).replace(',', '.'), predicate: 'Kurang' });
  await frame.getByRole('link', { name: 'Ringkasan' }).click();
  await expect(frame.locator('h1')).toHaveText('Ringkasan');
  expect(await page.evaluate(() => history.length), 'the Back button stays the portal’s').toBe(before);
  close();
});

test('a file of the portal is shown before anything changes, and a bad one is refused with its reason', async ({ page, watch, baseURL }) => {
  const { frame, inside, say, told, close } = await portal(page, watch, baseURL, { share: [], host: '127.0.0.1' });
  await say(tell('open', { name: 'kota.json', manifest: manifest({ id: 'satu', levels: varied(2) }) }));
  await expect(frame.getByTestId('preview')).toContainText('kota.json');
  expect(await inside.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('takar:draft:')))).toEqual([]);
  await say(tell('open', { manifest: '{}' }));
  await expect.poll(() => told('refused')).toEqual([tell('refused', { origin: baseURL, request: 'open', reason: 'busy' })]);
  await frame.getByTestId('open-as-new').click();
  await expect(frame.getByTestId('index')).toHaveText(shownIndex(varied(2)));
  await expect(frame.getByTestId('save-state')).toHaveAttribute('data-state', 'saved');
  await say(tell('open', { manifest: '{"a":' }));
  await expect.poll(async () => (await told('refused')).at(-1)).toMatchObject({ reason: 'file', detail: 'line 1: the file ends in the middle' });
  expect([...(await told('index')), ...(await told('progress'))], 'nothing is shared that is not allowed').toEqual([]);
  close();
});

test('messages of strangers change nothing and are counted', async ({ page, watch, baseURL }) => {
  const one = await portal(page, watch, baseURL, { listed: false });
  for (const type of ['hello', 'language', 'accent']) await one.say(tell(type, { language: 'en', color: '#ff0000' }));
  await one.frame.getByRole('link', { name: 'Pengaturan' }).click();
  await expect(one.frame.getByTestId('ignored')).toHaveText(/: 3 dari asal yang tidak terdaftar, 0 dari portal/);
  await expect(one.frame.getByText(`Asal terakhir yang tidak terdaftar: ${one.origin}`)).toBeVisible();
  await expect(one.frame.getByTestId('host')).toHaveText('Belum ada portal yang terhubung.');
  expect(await page.evaluate(() => told)).toEqual([]);
  one.close();
});

test('messages that are none of the protocol change nothing and are counted', async ({ page, watch, baseURL }) => {
  const two = await portal(page, watch, baseURL);
  await expect.poll(() => two.told('ready')).toHaveLength(1);
  for (const message of ['hello', null, 7, [], {}, { takar: 1, type: 'delete' }, tell('language', { language: 1 }), tell('hello', { more: true })]) {
    await two.say(message);
  }
  await page.evaluate((to) => frames[0].postMessage({ takar: 1, type: 'hello', big: 10n }, to), baseURL);
  // Whoever is not around the frame is a stranger too, even Takar itself.
  await two.inside.evaluate(() => postMessage({ takar: 1, type: 'language', language: 'en' }, location.origin));
  await two.frame.getByRole('link', { name: 'Pengaturan' }).click();
  await expect(two.frame.getByTestId('ignored')).toHaveText(/: 1 dari asal yang tidak terdaftar, 9 dari portal/);
  await expect(two.frame.getByTestId('host')).toHaveText(`Terhubung dengan ${two.origin}.`);
  expect(await two.told('refused')).toEqual([]);
  two.close();
});

test('the sample portal works: element, height without a scroll bar, colour, file', async ({ page, baseURL }) => {
  await page.route('**/takar.json', (route) =>
    route.fulfill({ json: { version: 1, embed: { origins: [baseURL], share: ['index', 'progress'] } } }));
  await page.goto('/embed/');
  const frame = page.frameLocator('iframe');
  await expect(page.locator('#sambungan')).toHaveText('terhubung, protokol 1, Takar 0.1.0');
  await expect(page.locator('iframe')).toHaveAttribute('sandbox', /allow-scripts/);
  const inside = page.frames()[1];
  const bar = () => inside.evaluate(() => document.documentElement.scrollHeight - innerHeight);
  await expect.poll(bar).toBeLessThanOrEqual(0);
  await page.locator('#buka').click();
  await frame.getByTestId('open-as-new').click();
  await expect(page.locator('#terisi')).toHaveText(/^\d+ dari 47$/);
  await expect(page.locator('#indeks')).toHaveText(/^\d,\d\d \(.+\)$/);
  // The report has a frame of its own, as high as a part of the window: it must not grow with it for ever.
  for (const tab of ['Ringkasan', 'Laporan', 'Penilaian']) {
    await frame.getByRole('link', { name: tab, exact: true }).first().click();
    await expect.poll(bar).toBeLessThanOrEqual(0);
    const height = () => page.locator('iframe').evaluate((element) => element.clientHeight);
    // It grows while the page loads, and then rests: a height that fed on itself never would.
    let last = -1;
    await expect.poll(async () => {
      const before = last;
      last = await height();
      return Math.abs(last - before);
    }, { message: tab, intervals: [150] }).toBeLessThan(60);
    expect(last, tab).toBeLessThan(9000);
  }
  await page.locator('#bahasa').selectOption('en');
  await expect(frame.getByRole('link', { name: 'Summary' })).toBeVisible();
  await page.locator('#aksen').fill('#ffdd00');
  await frame.locator('a[href="#/pengaturan"]').click();
  await expect(frame.getByTestId('host')).toHaveText(`Connected to ${baseURL}.`);
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations, passes } = await new AxeBuilder({ page }).setLegacyMode().withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target)}`), colorScheme).toEqual([]);
    const contrast = passes.find(({ id }) => id === 'color-contrast');
    expect(contrast.nodes.some(({ target }) => target.length > 1), 'the frame was looked at too').toBe(true);
  }
});

test('a frame with storage of its own keeps drafts there, apart from those of a tab', async ({ watch, baseURL }) => {
  const { origin, close } = await around(baseURL, 'localhost');
  watch.mayAsk(origin);
  // Debian's Chromium blocks what other sites store unless its settings say otherwise.
  const profile = await mkdtemp(join(tmpdir(), 'takar-'));
  await mkdir(join(profile, 'Default'));
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify({ profile: { cookie_controls_mode: 0 } }));
  const { executablePath, args } = test.info().project.use.launchOptions;
  // Playwright turns the keeping apart off; the last of such lists is the one that counts.
  const apart = [...args, '--disable-features=Translate'];
  const context = await chromium.launchPersistentContext(profile, { executablePath, args: apart, serviceWorkers: 'block' });
  try {
    await watch.over(context);
    const page = await context.newPage();
    await page.goto(origin);
    const frame = page.frameLocator('iframe');
    await frame.getByRole('button', { name: 'Coba dengan contoh' }).click();
    await expect(frame.getByTestId('index')).toBeVisible();
    await expect(frame.getByTestId('save-state')).toHaveAttribute('data-state', 'saved');
    await page.goto(baseURL);
    await expect(page.getByTestId('save-state')).toHaveAttribute('data-state', 'saved');
    await expect(page.getByTestId('draft')).toHaveCount(0);
    await page.goto(origin);
    await expect(frame.getByTestId('draft'), 'the drafts of the frame are still there').toHaveCount(1);
    await frame.getByRole('link', { name: 'Pengaturan' }).click();
    await expect(frame.getByText('terpisah dari draf di tab sendiri')).toBeVisible();
    await expect(frame.getByTestId('own-tab')).toBeVisible();
  } finally {
    await context.close();
    await rm(profile, { recursive: true, force: true });
    close();
  }
});

test('without storage the frame offers a file, and a tab of its own', async ({ page, watch, baseURL, context }) => {
  await context.addInitScript(() => {
    if (parent !== window) Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });
  });
  const { frame, close } = await portal(page, watch, baseURL);
  await expect(frame.locator('.banner')).toContainText('Tab baru tidak membawa pekerjaan ini');
  const opened = context.waitForEvent('page');
  await frame.getByTestId('own-tab').click();
  const tab = await opened;
  await expect(tab.getByTestId('save-state')).toHaveAttribute('data-state', 'saved');
  expect(tab.url()).toBe(`${baseURL}/`);
  await expect(tab.getByTestId('own-tab')).toHaveCount(0);
  close();
});

test('a configuration that cannot be used says so on the page, with its place', async ({ page, takar }) => {
  await page.route('**/takar.json', (route) => route.fulfill({ json: { version: 1, embed: { origins: ['*'] } } }));
  await takar.open('/');
  const notice = page.getByTestId('setup-fault');
  await expect(notice).toContainText('takar.json tidak dipakai');
  await expect(notice).toContainText('$.embed.origins[0]');
  await expect(notice).toContainText('asal seperti https://portal.example.go.id');
  await takar.languageButton.click();
  await expect(notice).toContainText('takar.json is not used');
  await page.unrouteAll();
  await page.route('**/takar.json', (route) => route.fulfill({ json: { version: 1, language: 'en' } }));
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(notice).toHaveCount(0);
});
