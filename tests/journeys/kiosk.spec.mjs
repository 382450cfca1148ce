// A computer that strangers use one after the other: nothing of a visit outlives it, and everything can be done by
// touch, with files or without.

import { expect, test } from './page.mjs';
import { all, manifest, shelf, shownIndex } from './samples.mjs';

// Every trace counts here, also that of a tour.
test.use({ tour: 'skipped' });

const configured = (page, kiosk) =>
  page.route('**/takar.json', (route) => route.fulfill({ json: { version: 1, kiosk } }));

/** What a browser can keep of a visit. */
const kept = (page) => page.evaluate(async () => ({
  local: Object.keys(localStorage).filter((key) => key.startsWith('takar:')),
  session: Object.keys(sessionStorage),
  databases: (await indexedDB.databases()).map(({ name }) => name),
  caches: await caches.keys(),
  cookies: document.cookie,
  name: window.name,
  state: history.state,
  hash: location.hash,
  fields: [...document.querySelectorAll('input, textarea')].map((field) => field.value).join(''),
}));
const NOTHING = { local: [], session: [], databases: [], caches: [], cookies: '', name: '', state: null, hash: '#/', fields: '' };

/** Starts an assessment as on any page. */
async function begin(page) {
  await page.getByTestId('new-assessment').click();
  await page.locator('#agency').fill('Kota Rahasia');
  await page.locator('#kind').selectOption('kota');
  await page.locator('#year').selectOption('2025');
  await page.getByTestId('create').click();
  await expect(page.locator('h1')).toHaveText(/^1\. /);
  await page.getByTestId('level-4').check();
  await page.locator('#fakta').fill('Fakta yang rahasia');
  await expect(page.getByTestId('index')).toHaveText(shownIndex({ 1: 4 }));
}

test('left alone, a kiosk asks, waits, and then leaves nothing', async ({ page, takar }) => {
  await page.clock.install();
  await takar.seed(shelf(manifest({ id: 'biasa', levels: all(2) })));
  await page.goto('/?kiosk');
  await expect(takar.heading).toHaveText('Penilaian mandiri di komputer bersama');
  await expect(page.getByTestId('others'), 'drafts of ordinary use are neither shown nor touched').toContainText('1 draf');
  await expect(takar.cards).toHaveCount(0);
  await page.clock.fastForward(600_000);
  await expect(page.getByRole('alertdialog'), 'nobody was here, so nobody is asked').toHaveCount(0);
  const before = await page.evaluate(() => history.length);
  await begin(page);
  await expect(takar.banner, 'no alarm: this is how it should be').toHaveCount(0);
  await expect(takar.saveState).toHaveAttribute('data-state', 'memory');
  expect((await kept(page)).local).toEqual(['takar:draft:biasa']);

  await page.clock.fastForward(121_000);
  const dialog = page.getByRole('alertdialog', { name: 'Anda masih di sini?' });
  await expect(dialog).toBeVisible();
  await expect(page.getByTestId('stay')).toBeFocused();
  await expect(page.getByTestId('left')).toHaveText(/^Sisa waktu: (2[5-9]|30) detik$/);
  await page.getByTestId('stay').click();
  await expect(dialog).toHaveCount(0);
  await expect(page.locator('#fakta')).toHaveValue('Fakta yang rahasia');
  await expect(page.locator('#fakta'), 'the focus is back').toBeFocused();
  await expect(page.locator('#fakta'), 'the browser remembers nothing of it').toHaveAttribute('autocomplete', 'off');
  await page.clock.fastForward(121_000);
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);

  const reloaded = page.waitForEvent('load');
  await page.clock.fastForward(121_000);
  await page.clock.fastForward(31_000);
  await reloaded;
  await expect(takar.heading).toHaveText('Penilaian mandiri di komputer bersama');
  expect(await kept(page)).toEqual({ ...NOTHING, local: ['takar:draft:biasa'] });
  expect(await page.evaluate(() => history.length)).toBe(before);
  await page.getByTestId('new-assessment').click();
  await expect(page.locator('#agency')).toHaveValue('');
  await page.goBack().catch(() => {});
  await page.goForward().catch(() => {});
  expect(await page.locator('body').innerText()).not.toContain('Rahasia');
});

/** What is on the clipboard. The page itself may not read it: its headers forbid that. */
async function pasted(context) {
  const elsewhere = await context.newPage();
  await elsewhere.setContent('<textarea autofocus></textarea>');
  await elsewhere.locator('textarea').press('Control+V');
  const text = await elsewhere.locator('textarea').inputValue();
  await elsewhere.close();
  return text;
}

test('without downloads and file dialogs the work goes out and comes in as text, and prints', async ({ page, takar, context }) => {
  await context.grantPermissions(['clipboard-write']);
  // What an ordinary visit left, in both storages.
  await takar.start({ agency: 'Kota Biasa' });
  await takar.choose(2);
  await takar.saved();
  expect((await kept(page)).databases).toEqual(['takar:drafts']);

  await configured(page, { always: true, keep: 'session', downloads: false, file_dialogs: false, instruments: ['spbe-2020'], language: 'id' });
  await page.goto('about:blank');
  await page.goto('/');
  await expect(takar.heading).toHaveText('Penilaian mandiri di komputer bersama');
  await expect(page.getByText('Kota Biasa')).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Pemdi 2026' })).toHaveCount(0);
  await begin(page);
  await takar.saved();
  const draft = takar.draft;

  // Nothing that can be seen leads to a file, every target is large, and every page has a way to the start.
  const pages = ['indikator/1', 'bukti', 'ringkasan', 'perhitungan', 'unit', 'tahapan', 'interviu', 'rencana', 'bandingkan', 'laporan', 'berkas', 'riwayat', 'pemulihan', 'nasional'];
  for (const address of ['/', '/baru', '/buka', '/nasional', '/instrumen/spbe-2020', ...pages.map((name) => `/a/${draft}/${name}`)]) {
    await page.evaluate((address) => location.replace(`#${address}`), address);
    await expect(page.getByTestId('end-visit')).toBeVisible();
    await expect(page.locator('main h1'), address).toBeVisible();
    if (address === '/baru') await expect(page.locator('#instrument option')).toHaveText(['SPBE 2020']);
    const found = await page.evaluate(() => {
      const seen = [...document.querySelectorAll('a[href], button, label.btn, input, select, summary')]
        .filter((one) => one.checkVisibility() && !one.closest('.visually-hidden, .skip') && !one.classList.contains('visually-hidden'));
      const name = (one) => (one.innerText || one.getAttribute('aria-label') || one.id).trim();
      return {
        files: seen.filter((one) => /simpan.*(berkas|tabel|laporan|kalender|gambar)|unduh|pilih (berkas|folder)|csv|svg|png|\.zip/i.test(name(one))).map(name),
        small: seen.filter((one) => one.matches('button, .btn, select, summary') && one.getBoundingClientRect().height < 43.5).map(name),
        away: seen.filter((one) => /pengaturan|ruang|periksa$/.test(one.getAttribute('href') ?? '')).map(name),
        start: seen.some((one) => one.getAttribute('href') === '#/'),
      };
    });
    expect.soft(found, address).toEqual({ files: [], small: [], away: [], start: true });
  }
  await page.evaluate(() => location.replace('#/pengaturan'));
  await expect(takar.heading).toHaveText('Tidak tersedia di komputer bersama');
  await page.locator('main').getByRole('link', { name: 'Ke awal' }).click();
  await page.getByTestId('draft').click();

  await page.reload();
  await expect(page.getByTestId('index'), 'a reload is no end of the visit').toHaveText(shownIndex({ 1: 4 }));
  await page.getByRole('link', { name: 'Tukar data' }).click();
  await page.getByTestId('copy-text').click();
  await expect(takar.toast).toContainText('disalin sebagai teks');
  const text = await pasted(context);
  expect(JSON.parse(text).answers.mandiri['1'].value).toBe('4.00');
  await page.getByRole('link', { name: 'Laporan', exact: true }).click();
  await expect(page.getByTestId('print-report')).toBeEnabled();

  await page.getByTestId('end-visit').click();
  await expect(page.getByRole('alertdialog', { name: 'Akhiri kunjungan ini?' })).toBeVisible();
  await expect(page.getByTestId('go-on')).toBeFocused();
  const reloaded = page.waitForEvent('load');
  await page.getByTestId('erase').click();
  await reloaded;
  await expect(takar.heading).toHaveText('Penilaian mandiri di komputer bersama');
  expect(await kept(page), 'what ordinary visits left is gone too').toEqual(NOTHING);

  await page.getByRole('link', { name: 'Tempel teks' }).click();
  await page.getByTestId('pasted').fill(text);
  await page.getByTestId('open-text').click();
  await expect(page.getByTestId('preview')).toContainText('Kota Rahasia');
  await page.getByTestId('open-as-new').click();
  await expect(page.getByTestId('index')).toHaveText(shownIndex({ 1: 4 }));
  await page.evaluate(() => location.replace('#/buka'));
  await page.getByTestId('pasted').fill('{ bukan JSON');
  await page.getByTestId('open-text').click();
  await expect(takar.alert).toContainText('bukan JSON yang sah');
});

for (const [allowed, settings] of [['downloads', { file_dialogs: false }], ['file dialogs', { downloads: false }]]) {
  test(`where only ${allowed} are allowed, that way is there, and text takes the place of the other`, async ({ page, takar }) => {
    await configured(page, { always: true, keep: 'memory', ...settings });
    await page.goto('/');
    await page.getByTestId('end-visit').waitFor();
    const saves = allowed === 'downloads';
    await page.evaluate(() => location.replace('#/buka'));
    await expect(page.getByTestId('pasted')).toBeVisible();
    const input = page.locator('main input[type="file"]').first();
    await expect(page.locator('main label:has(input[type="file"])').first()).toBeVisible({ visible: !saves });
    const text = manifest({ id: 'bawaan', agency: 'Kota Bawaan', levels: all(3) });
    if (saves) {
      await page.getByTestId('pasted').fill(JSON.stringify(text));
      await page.getByTestId('open-text').click();
    } else {
      await input.setInputFiles({ name: 'bawaan.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(text)) });
    }
    await page.getByTestId('open-as-new').click();
    await expect(page.getByTestId('index')).toHaveText(shownIndex(all(3)));
    await page.getByRole('link', { name: 'Tukar data' }).click();
    await expect(page.getByTestId('copy-text')).toBeVisible();
    await expect(page.getByTestId('export')).toBeVisible({ visible: saves });
    if (saves) {
      expect(JSON.parse((await takar.export()).text).answers.mandiri['1'].value).toBe('3.00');
    }
  });
}

test('a broken configuration makes the strictest kiosk, not an open page', async ({ page, takar }) => {
  await page.route('**/takar.json', (route) => route.fulfill({ body: '{"version": 1, "kiosk": {"always": true, "idle": 5}}' }));
  await page.goto('/');
  await expect(takar.heading).toHaveText('Penilaian mandiri di komputer bersama');
  await expect(page.getByTestId('setup-fault')).toContainText('$.kiosk.idle');
  await expect(page.getByText('Bila layar tidak disentuh selama 90 detik')).toBeVisible();
  await begin(page);
  await expect(page.getByTestId('export')).toBeHidden();
  await page.getByTestId('export').evaluate((button) => button.click());
  await expect(takar.toast).toContainText('downloads are switched off');
  // The browser kept the page for its Back button: it must not come back with the work.
  const reloaded = page.waitForEvent('load');
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
  await reloaded;
  await expect(takar.heading).toHaveText('Penilaian mandiri di komputer bersama');
  expect(await kept(page)).toEqual(NOTHING);
});
