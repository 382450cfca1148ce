// The page as one file, opened without a server, and work packages that travel inside it.

import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, saved, test as base } from './page.mjs';
import { file, manifest, predicate, shownIndex, varied } from './samples.mjs';

const DIST = resolve(process.env.TAKAR_DIST ?? 'dist');
const PAGE = join(DIST, 'takar.html');

const test = base.extend({
  /** Opens an HTML file as a double click does, in a profile of its own or in that of another page. */
  doubleClick: async ({ elsewhere, watch }, use) => {
    // No request but for the file itself: its policy forbids the rest, and a violation is a fault.
    watch.mayAsk('null');
    const folder = mkdtempSync(join(tmpdir(), 'takar-'));
    await use(async (what, { before, takar } = {}) => {
      const path = typeof what === 'string' ? what : join(folder, what.name);
      if (typeof what !== 'string') writeFileSync(path, what.bytes);
      const { href } = pathToFileURL(path);
      takar ??= await elsewhere();
      takar.open = async (address) => {
        await takar.page.goto(`${href}#${address}`);
        await expect(takar.saveState).toBeVisible();
      };
      takar.loaded = async () => {}; // Nothing is fetched.
      await before?.(takar.page);
      // Away from it first, as another double click would be.
      await takar.page.goto('about:blank');
      await takar.page.goto(href);
      await expect(takar.saveState).toBeVisible();
      return takar;
    });
    rmSync(folder, { recursive: true });
  },
});

async function download(page, act) {
  const waiting = page.waitForEvent('download');
  await act();
  return saved(await waiting);
}

/** A coordinator with two units, the first of them with a hostile name. */
const HOSTILE = '</script><script>document.title = "celaka"</script><!-- <img src=x onerror=alert(1)>';
async function twoUnits(takar, page, instructions) {
  await takar.start({ agency: 'Kota Contoh', year: 2025, who: 'Ani' });
  await takar.open(`/a/${takar.draft}/unit`);
  for (const [name, box] of [['Bagian Hukum', 'domain-1'], ['Bappeda', 'aspek-2']]) {
    await page.getByTestId('unit-name').fill(name);
    await page.getByTestId('add-unit').click();
    const unit = page.getByTestId('unit').filter({ has: page.getByRole('heading', { name, exact: true }) });
    await unit.locator('.own details').evaluateAll((all) => all.forEach((one) => { one.open = true; }));
    await unit.getByTestId(`own-${box}`).check();
  }
  await page.getByTestId('instructions').fill(instructions);
  await page.getByTestId('due-date').fill('2031-03-01');
  return page.getByTestId('unit').filter({ has: page.getByRole('heading', { name: 'Bagian Hukum', exact: true }) });
}

test('one file holds all: assess, save, reload, export and import, without a server', async ({ doubleClick, watch }) => {
  const takar = await doubleClick(PAGE);
  const { page } = takar;
  await expect(page.locator('#beranda')).toBeVisible();
  const levels = { 1: 3, 2: 5 };
  await takar.start({ agency: 'Kota Bandung', target: '3' });
  for (const [number, level] of Object.entries(levels)) {
    await takar.indicator(number);
    await takar.choose(level);
  }
  await expect(takar.index).toHaveText(shownIndex(levels));
  await page.locator('#fakta').fill('Perwali 41/2022');
  await takar.saved();
  await page.reload();
  await expect(page.getByTestId('level-5')).toBeChecked();
  await expect(page.locator('#fakta')).toHaveValue('Perwali 41/2022');
  const written = await download(page, () => page.getByTestId('export').click());

  // What is loaded only now and then lies inside, too: results, holidays, archives, the report's frame.
  await takar.open(`/a/${takar.draft}/nasional`);
  await expect(page.getByRole('table').first()).toBeVisible();
  await takar.open(`/a/${takar.draft}/laporan`);
  await expect(page.frameLocator('iframe').locator('body')).toContainText('Kota Bandung');
  expect(await page.evaluate(async () => typeof (await globalThis.takarModule('workbook')).Archive)).toBe('function');
  await takar.open('/pengaturan');
  await expect(page.getByText('Takar ini dibuka dari sebuah berkas HTML.')).toBeVisible();
  await takar.languageButton.click();
  await expect(page.getByText('This Takar was opened from an HTML file.')).toBeVisible();

  // The draft belongs to the browser, not to this copy of the file.
  const copy = { name: 'salinan takar (2).html', bytes: readFileSync(PAGE) };
  await doubleClick(copy, { takar });
  await expect(takar.cards).toContainText('Kota Bandung');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');

  const other = await doubleClick(PAGE);
  await other.import(written);
  await other.page.getByTestId('open-as-new').click();
  await expect(other.index).toHaveText(shownIndex(levels));
  await expect(other.predicate).toHaveText(predicate(levels));
  const asked = watch.requests.filter(({ url }) => !/^(file:.*\.html(#.*)?|about:.*|blob:.*)$/.test(url));
  expect(asked).toEqual([]);
});

test('a package travels in its own page: filled in without a server, kept, sent back and merged', async ({ takar, page, doubleClick }) => {
  const unit = await twoUnits(takar, page, `Isi faktanya. ${HOSTILE}`);
  const archive = await download(page, () => page.getByTestId('save-packages-html').click());
  expect(archive.name).toBe('takar-paket-kota-contoh-2025.zip');
  expect(archive.bytes.indexOf('takar-paket-bappeda-kota-contoh-2025.html')).toBeGreaterThan(0);
  const html = await download(page, () => unit.getByTestId('save-package-html').click());
  expect(html.name).toBe('takar-paket-bagian-hukum-kota-contoh-2025.html');
  expect(html.text).not.toContain('<script>document.title');
  await expect(unit.getByTestId('unit-state')).toContainText('Paket dibuat');

  const officer = await doubleClick(html);
  const head = officer.page.getByTestId('package');
  await expect(head).toContainText('Paket kerja Bagian Hukum');
  await expect(head).toContainText(HOSTILE);
  await expect(officer.page.getByTestId('due')).toContainText('1 Mar 2031');
  await expect(officer.page.getByTestId('package-progress')).toContainText('0 dari 10');
  expect((await new AxeBuilder({ page: officer.page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).setLegacyMode().analyze()).violations).toEqual([]);
  await officer.page.locator('#siapa').fill('Budi');
  await officer.indicator(1);
  await officer.choose(3);
  await officer.page.locator('#fakta').fill('Perwali 41.');
  await officer.saved();
  await officer.page.reload();
  await expect(officer.page.locator('#fakta')).toHaveValue('Perwali 41.');

  // The same file once more: the work goes on, and there is no second draft.
  await doubleClick(html, { takar: officer });
  await expect(officer.page).toHaveURL(/\/indikator\/\d+$/);
  await officer.open('/');
  await expect(officer.cards).toHaveCount(1);

  // The coordinator has gone on, gives the unit one more indicator and more time, and hands it out anew: that is a
  // question, and what was filled in stays.
  await takar.indicator(2);
  await takar.choose(2);
  await takar.saved();
  await takar.open(`/a/${takar.draft}/unit`);
  await unit.getByTestId('edit-unit').click();
  await unit.locator('.own details').evaluateAll((all) => all.forEach((one) => { one.open = true; }));
  await unit.getByTestId('own-20').check();
  await page.getByTestId('due-date').fill('2031-04-01');
  const again = await download(page, () => unit.getByTestId('save-package-html').click());
  await doubleClick(again, { takar: officer });
  await expect(officer.page.getByTestId('package-file')).toContainText('paket kerja untuk Bagian Hukum');
  await expect(officer.page.getByTestId('preview')).toContainText(again.name);
  await officer.page.getByTestId('merge-now').click();
  await expect(officer.heading).toHaveText('Laporan penggabungan');
  await expect(officer.page.getByTestId('due')).toContainText('1 Apr 2031');
  await officer.indicator(2);
  await expect(officer.page.getByTestId('level-2')).toBeChecked();
  await officer.indicator(20);
  await officer.indicator(1);
  await expect(officer.page.locator('#fakta')).toHaveValue('Perwali 41.');

  // From then on the new file opens the work, too; and where only the day has changed, there is no question.
  await doubleClick(again, { takar: officer });
  await expect(officer.page).toHaveURL(/\/indikator\/\d+$/);
  await page.getByTestId('due-date').fill('2031-05-01');
  const later = await download(page, () => unit.getByTestId('save-package-html').click());
  await doubleClick(later, { takar: officer });
  await expect(officer.page.getByTestId('due')).toContainText('1 Mei 2031');
  await officer.indicator(1);
  await expect(officer.page.locator('#fakta')).toHaveValue('Perwali 41.');

  await officer.open(`/a/${officer.draft}/kirim`);
  await expect(officer.page.locator('#who')).toHaveValue('Budi');
  const back = await download(officer.page, () => officer.page.getByTestId('send-back').click());
  expect(back.name).toBe('takar-kembali-bagian-hukum-kota-contoh-2025.json');
  await takar.import(back);
  await page.getByTestId('merge-now').click();
  await takar.indicator(1);
  await expect(page.getByTestId('level-3')).toBeChecked();
  await expect(page.locator('#fakta')).toHaveValue('Perwali 41.');
});

test('where nothing can be stored the work goes into the page itself', async ({ takar, page, doubleClick }) => {
  const unit = await twoUnits(takar, page, '');
  const html = await download(page, () => unit.getByTestId('save-package-html').click());
  const refuse = (page) => page.addInitScript(() => {
    for (const name of ['localStorage', 'indexedDB']) {
      Object.defineProperty(window, name, { get() { throw new DOMException('The operation is insecure.', 'SecurityError'); } });
    }
  });
  const officer = await doubleClick(html, { before: refuse });
  await expect(officer.saveState).toHaveAttribute('data-state', 'memory');
  await expect(officer.banner).toContainText('Peramban ini memblokir penyimpanan');
  // The page opens what it carries by itself, and shows its Ringkasan.
  await expect(officer.page.getByTestId('package-progress')).toBeVisible();
  await officer.indicator(1);
  await officer.page.reload();
  await officer.choose(4);
  await officer.page.getByRole('link', { name: 'Kirim kembali' }).first().click();
  const carried = await download(officer.page, () => officer.page.getByTestId('carry').click());
  expect(carried.name).toBe(html.name);

  // On another computer it goes on from there, and the answer is merged at the coordinator.
  const next = await doubleClick(carried);
  await expect(next.page.getByTestId('package-progress')).toContainText('1 dari 10');
  await next.open(`/a/${next.draft}/kirim`);
  const back = await download(next.page, () => next.page.getByTestId('send-back').click());
  // Sent by mistake, it can be read too.
  await takar.import(carried);
  await expect(page.getByTestId('package-file')).toContainText('paket kerja untuk Bagian Hukum');
  await takar.open('/');
  await takar.import(back);
  await page.getByTestId('merge-now').click();
  await takar.indicator(1);
  await expect(page.getByTestId('level-4')).toBeChecked();
});

test('the page that one file writes is the page that the server has', async ({ doubleClick }) => {
  const takar = await doubleClick(PAGE);
  await takar.start();
  const source = await takar.page.evaluate(async () => {
    document.head.append(Object.assign(document.createElement('meta'), { name: 'of-an-extension' }));
    return (await globalThis.takarFile('takar.html')).text();
  });
  expect(source === readFileSync(PAGE, 'utf8')).toBe(true);
  await takar.open('/pengaturan');
  const written = await download(takar.page, () => takar.page.getByTestId('save-page').click());
  expect(written.name).toBe('takar.html');
  expect(written.bytes.equals(readFileSync(PAGE))).toBe(true);
  // Also where the browser has no way of its own to unpack.
  const old = await doubleClick(PAGE, {
    before: (page) => page.addInitScript(() => { delete globalThis.DecompressionStream; }),
  });
  await old.import(file(manifest({ levels: varied(1) })));
  await old.page.getByTestId('open-as-new').click();
  await expect(old.index).toHaveText(shownIndex(varied(1)));
});

test('a server without takar.html leaves the other way', async ({ takar, page, watch }) => {
  watch.expectError(/404/);
  await page.route('**/takar.html', (route) => route.fulfill({ status: 404, body: 'Not found' }));
  const unit = await twoUnits(takar, page, '');
  await unit.getByTestId('save-package-html').click();
  await expect(takar.toast).toContainText('Berkas HTML belum dapat dibuat');
  await expect(unit.getByTestId('unit-state')).toHaveCount(0);
  const json = await download(page, () => unit.getByTestId('save-package').click());
  expect(json.name).toBe('takar-paket-bagian-hukum-kota-contoh-2025.json');
});

test('a build that is not as expected makes no file, and says why', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'takar-'));
  cpSync(DIST, folder, { recursive: true, filter: (path) => !path.endsWith('takar.html') });
  const home = readdirSync(folder).find((name) => /^takar-home.*\.js$/.test(name));
  const make = () => promisify(execFile)(process.execPath, ['scripts/single-file.mjs', folder]).then(() => '', (error) => error.stderr);
  const spoilt = async (name, change) => {
    const before = readFileSync(join(folder, name), 'utf8');
    const after = change(before);
    expect(after, name).not.toBe(before);
    writeFileSync(join(folder, name), after);
    const said = await make();
    writeFileSync(join(folder, name), before);
    expect(readdirSync(folder)).not.toContain('takar.html');
    return said;
  };
  expect(await spoilt(home, (code) => code.replace(/^export \{ initSync.*$/m, 'export default __wbg_init;'))).toContain("does not export what wasm-bindgen's glue exports");
  expect(await spoilt(home, (code) => `import * as wasm from 'env';\n${code}`)).toContain('is not understood here');
  expect(await spoilt(home, (code) => `${code}\nawait 0;`)).toContain('cannot be parsed');
  expect(await spoilt('keep.js', (code) => `${code}\nconst end = '</script>';`)).toContain('would end its element');
  expect(await spoilt('index.html', (page) => page.replace('<link rel="icon"', '<link rel="stylesheet" href="https://example.org/a.css"><link rel="icon"'))).toContain('no such file');
  expect(await spoilt('index.html', (page) => page.replace('</head>', '<script>1</script></head>'))).toContain('is not understood here');
  expect(await make()).toBe('');
  expect(readFileSync(join(folder, 'takar.html')).equals(readFileSync(PAGE))).toBe(true);
  rmSync(folder, { recursive: true });
});
