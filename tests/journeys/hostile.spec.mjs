// A file of somebody who means harm (tests/hostile.rs makes it from the schema) goes through every screen: nothing
// in it becomes an element, runs, leads anywhere or leaves. Every request of this walk is counted as well.

import { readFileSync } from 'node:fs';
import { expect, saved, test } from './page.mjs';
import { file, shelf } from './samples.mjs';

const hostile = JSON.parse(readFileSync('tests/data/hostile/assessment.json', 'utf8'));
const order = JSON.parse(readFileSync('tests/data/hostile/work-package.json', 'utf8'));
const LEAD = 'k-8'; // The entries whose addresses begin with https.

const SCREENS = [
  'ringkasan', 'perhitungan', 'indikator/1', 'indikator/12', 'indikator/42', 'bukti', `bukti/${LEAD}`, 'bukti/k-4', 'periksa',
  'unit', 'tahapan', 'rencana', 'interviu', 'rapat/12', 'bandingkan', 'nasional', 'laporan', 'berkas', 'riwayat', 'pemulihan',
];

/** What the page must not have, in itself or in the frame of the report. */
function found() {
  const wrong = [];
  const documents = [document, ...[...document.querySelectorAll('iframe')].map((one) => one.contentDocument).filter(Boolean)];
  for (const one of documents) {
    for (const element of one.querySelectorAll('*')) {
      const name = element.tagName.toLowerCase();
      if (name === 'script' && !element.src.startsWith(location.origin)) wrong.push(`<script> ${element.textContent.slice(0, 80)}`);
      if (['object', 'embed', 'base'].includes(name)) wrong.push(`<${name}>`);
      if (name === 'img' && !/^(data:image|blob:)/.test(element.src)) wrong.push(`<img src=${element.src}>`);
      for (const { name: key, value } of element.attributes) {
        if (/^on/i.test(key)) wrong.push(`${key}=${value.slice(0, 80)}`);
        if (['href', 'src', 'xlink:href', 'action', 'formaction', 'data'].includes(key)) {
          const { protocol, origin } = new URL(value, document.baseURI);
          const ours = origin === location.origin || ['data:', 'blob:'].includes(protocol) && name !== 'a';
          const web = name === 'a' && ['http:', 'https:', 'mailto:'].includes(protocol);
          if (!ours && !web) wrong.push(`${key}=${value.slice(0, 80)}`);
          // A link away opens a page of its own that knows nothing of this one.
          if (web && origin !== location.origin && !(element.target === '_blank' && /noopener/.test(element.rel)) && one === document) wrong.push(`${value} in this window`);
        }
      }
    }
    if (one.defaultView?.kena) wrong.push('it ran');
  }
  if (globalThis.kena) wrong.push('it ran');
  return wrong;
}

async function walk(takar, draft, screens) {
  const { page } = takar;
  for (const screen of screens) {
    await takar.open(`/a/${draft}/${screen}`);
    await expect(takar.heading, screen).toHaveCount(1);
    await expect(page.locator('main'), screen).not.toHaveText(/^\s*$/);
    await page.evaluate(() => document.querySelectorAll('details').forEach((one) => { one.open = true; }));
    if (screen === 'laporan') {
      await expect(page.frameLocator('#pratinjau').locator('article').first()).toBeVisible();
    }
    expect(await page.evaluate(found), screen).toEqual([]);
    expect(page.url()).toContain(`#/a/${draft}/`);
  }
}

/** Nothing but this page's own files was asked for. */
function nothingLeft(watch, baseURL) {
  const hosts = new Map();
  for (const { url, method } of watch.requests) {
    if (/^(blob|data|about):/.test(url)) continue;
    expect(method, url).toBe('GET');
    hosts.set(new URL(url).origin, (hosts.get(new URL(url).origin) ?? 0) + 1);
  }
  expect([...hosts.keys()]).toEqual([baseURL]);
}

test('a hostile assessment comes in through its preview, and every screen shows it as text', async ({ page, takar, watch, baseURL }) => {
  let dialogs = 0;
  page.on('dialog', (dialog) => { dialogs += 1; dialog.dismiss(); });
  await takar.open('/');
  await takar.import({ ...file(hostile), name: '"><img src=x onerror=window.kena=1>.json' });
  await expect(takar.preview).toBeVisible();
  expect(await page.evaluate(found), 'the preview').toEqual([]);
  await page.getByTestId('open-as-new').click();
  await expect(takar.index).toBeVisible();
  await takar.open('/');
  await expect(takar.cards).toContainText('=cmd|');
  expect(await page.evaluate(found), 'Beranda').toEqual([]);
  await page.reload();
  await expect(takar.cards, 'the small module').toContainText('=cmd|');
  expect(await page.evaluate(found), 'Beranda, of its card').toEqual([]);
  await walk(takar, 'jahat', SCREENS);
  await takar.languageButton.click();
  await walk(takar, 'jahat', ['ringkasan', 'bukti', 'interviu', 'laporan', 'riwayat']);
  expect(await page.title()).toContain('Takar');
  expect(page.context().pages()).toHaveLength(1);
  expect(dialogs).toBe(0);
  nothingLeft(watch, baseURL);
});

test('a hostile package is opened, worked on, and merged with a copy of itself', async ({ page, takar, watch, baseURL }) => {
  await takar.open('/');
  await takar.import(file(order, 'paket.json'));
  await expect(page.getByTestId('package-file')).toBeVisible();
  expect(await page.evaluate(found), 'the preview').toEqual([]);
  await page.getByTestId('open-as-new').click();
  await expect(page.getByTestId('package-progress')).toBeVisible();
  await walk(takar, 'jahat', ['ringkasan', 'indikator/12', 'kirim', 'bukti']);
  const changed = structuredClone(order);
  changed.answers.mandiri[12].explanation.facts = `@lain ${changed.answers.mandiri[12].explanation.facts}`;
  await takar.open('/');
  await takar.import(file(changed, 'lain.json'));
  await expect(page.locator('main')).toContainText('lain.json');
  expect(await page.evaluate(found), 'the comparison').toEqual([]);
  nothingLeft(watch, baseURL);
});

test('what is saved of a hostile assessment has harmless names and no formula', async ({ page, takar }) => {
  await takar.seed(shelf(hostile));
  const offer = async (place, press) => {
    await takar.open(`/a/jahat/${place}`);
    const download = page.waitForEvent('download');
    await press();
    const written = await saved(await download);
    expect(written.name, place).toMatch(/^takar-[a-z0-9.-]+\.(json|csv|html|ics|svg|png)$/);
    return written;
  };
  await offer('ringkasan', () => page.getByTestId('export').click());
  const register = await offer('berkas', () => page.getByTestId('export-evidence-table').click());
  expect(register.text).toContain("'=cmd|");
  expect(register.text).not.toMatch(/(^|[;\n])"?[=@]/);
  const history = await offer('riwayat', () => page.getByRole('button', { name: /CSV|tabel/i }).first().click());
  expect(history.text).not.toMatch(/(^|[;\n])"?[=@]/);
  const calendar = await offer('interviu', () => page.getByTestId('save-calendar').click());
  expect(calendar.text.replace(/\r\n /g, '').match(/^URL:(?!https?:\/\/).*$/m)).toBeNull();
  expect(calendar.text).toContain('BEGIN:VEVENT');
  const report = await offer('laporan', () => page.getByTestId('save-report').click());
  expect(report.text).not.toMatch(/<script|<img src=x|<svg onload|href="(?!https?:)/i);
  const table = await offer('laporan', () => page.getByTestId('table-indikator').click());
  expect(table.text).not.toMatch(/(^|[;\n])"?[=@]/);
  const chart = await offer('laporan', () => page.getByTestId('chart-radar-svg').click());
  const drawn = await page.evaluate((text) => {
    const all = [...new DOMParser().parseFromString(text, 'image/svg+xml').querySelectorAll('*')];
    return [...new Set(all.flatMap((one) => [one.tagName, ...[...one.attributes].map(({ name }) => name).filter((name) => /^on|href/.test(name))]))].sort();
  }, chart.text);
  expect(drawn.filter((name) => !['svg', 'title', 'polygon', 'line', 'circle', 'rect', 'text', 'tspan', 'g', 'path'].includes(name))).toEqual([]);
  expect(report.text).toContain('&lt;script&gt;window.kena');
});
