// What every journey stands on: a watched browser, and the words for what a person does.

import { readFile } from 'node:fs/promises';
import { expect, test as base } from '@playwright/test';

export { expect };

/** The tour of a first visit was seen already; or, where the browser keeps nothing, it is skipped as soon as it comes. */
function withoutTour(isSeen) {
  if (location.protocol === 'about:') return; // The preview of a report.
  try {
    // Chromium gives a file another, empty storage now and then when it is used before the page is there.
    if (isSeen && location.protocol !== 'file:' && !/[?&]kiosk/.test(location.search)) return localStorage.setItem('takar:tour', 'seen');
  } catch {
    // Blocked, or no page of Takar.
  }
  new MutationObserver(() => document.querySelector('[data-testid="tour-skip"]')?.click()).observe(document, { childList: true, subtree: true });
}

/** What an origin keeps, before its page reads it. */
function fill({ origin, entries }) {
  if (location.origin !== origin) return;
  for (const name of Object.keys(localStorage)) if (name !== 'takar:tour') localStorage.removeItem(name);
  for (const [name, value] of entries) localStorage.setItem(name, value);
}

/**
 * Listens to everything that happens in a browser context. A request to another host, an error on
 * the console, an uncaught error or a violated policy is a fault, and a fault fails the test.
 */
export class Watch {
  faults = [];
  requests = [];
  #hosts;
  #expected = [];

  constructor(origin) {
    this.#hosts = new Set([origin]);
  }

  /** Lets one more loopback origin be asked. */
  mayAsk(origin) {
    this.#hosts.add(origin);
  }

  /** Lets errors on the console pass that this journey provokes. Each pattern must be seen. */
  expectError(pattern) {
    this.#expected.push({ pattern, seen: false });
  }

  async over(context, { tour = 'seen' } = {}) {
    if (tour !== 'new') await context.addInitScript(withoutTour, tour === 'seen');
    // A violation is not always an error on the console; this makes it one.
    await context.addInitScript(() => {
      addEventListener('securitypolicyviolation', (event) => {
        console.error(`policy violated: ${event.violatedDirective} by ${event.blockedURI}`);
      });
    });
    context.on('request', (request) => this.#request(request));
    context.on('weberror', (error) => this.#error(`uncaught: ${error.error()}`));
    context.on('console', (message) => {
      if (['error', 'assert'].includes(message.type())) {
        this.#error(`console: ${message.text()} (${message.location().url})`);
      }
    });
    context.on('page', (page) => {
      page.on('websocket', (socket) => this.faults.push(`web socket: ${socket.url()}`));
      page.on('crash', () => this.faults.push('the page crashed'));
    });
  }

  #request(request) {
    const url = request.url();
    this.requests.push({ url, method: request.method(), body: request.postData() });
    const { protocol, origin } = new URL(url);
    const inside = ['about:', 'blob:', 'data:'].includes(protocol);
    if (!inside && !this.#hosts.has(origin)) this.faults.push(`another host: ${url}`);
  }

  #error(text) {
    const expected = this.#expected.find(({ pattern }) => pattern.test(text));
    if (expected) expected.seen = true;
    else this.faults.push(text);
  }

  /** What the journey must not end with. */
  get complaints() {
    const missed = this.#expected.filter(({ seen }) => !seen);
    return [...this.faults, ...missed.map(({ pattern }) => `expected, but not seen: ${pattern}`)];
  }
}

/** The page, as a person uses it. */
export class Takar {
  #filling;

  constructor(page, origin) {
    this.page = page;
    this.origin = origin;
    this.heading = page.locator('h1');
    this.index = page.getByTestId('index');
    this.predicate = page.getByTestId('predicate');
    this.saveState = page.getByTestId('save-state');
    this.cards = page.getByTestId('draft');
    this.banner = page.locator('.banner');
    this.toast = page.locator('.toast');
    this.languageButton = page.locator('#bahasa');
    this.facts = page.locator('#fakta');
    this.analysis = page.locator('#analisis');
    this.ladder = page.getByRole('radio');
    this.preview = page.getByTestId('preview');
    this.alert = page.locator('main').getByRole('alert');
  }

  /** Opens an address of the page; the first time, that loads it. */
  async open(address = '/') {
    await this.page.goto(`/#${address}`);
    await expect(this.saveState).toBeVisible();
  }

  /**
   * Opens Beranda with drafts of earlier visits, on a first or a later visit of this edition of the
   * page: the first reads the drafts themselves, a later one the cards that were kept of them.
   */
  async home(entries, visit = 'first') {
    await this.seed(entries);
    await this.open('/');
    await this.#standings();
    if (visit === 'first') return;
    await this.page.reload();
    await expect(this.page.locator('#beranda'), 'the small module shows Beranda').toBeVisible();
    await this.#standings();
  }

  async #standings() {
    await expect(this.cards.locator('.value')).toHaveCount(await this.cards.count());
  }

  /** Starts an assessment through the form and waits for its first indicator. Returns its id. */
  async start({ agency = 'Kota Bandung', kind = 'kota', year = 2025, target = '', who = '' } = {}) {
    const { page } = this;
    await this.open('/baru');
    await page.locator('#agency').fill(agency);
    await page.locator('#kind').selectOption(kind);
    await page.locator('#year').selectOption(String(year));
    await page.locator('#target').fill(target);
    if (who) await page.locator('#who').fill(who);
    // first-assessment.spec.mjs tries a press before the instrument is there; here it may come first.
    await this.loaded(`instruments/${await page.locator('#instrument').inputValue()}.json`);
    await page.getByTestId('create').click();
    await expect(page).toHaveURL(/#\/a\/[a-z0-9]+\/indikator\/1$/);
    return this.draft;
  }

  /** Waits until the page has fetched a file. */
  async loaded(name) {
    await this.page.waitForFunction(
      (name) => performance.getEntriesByType('resource').some((entry) => entry.name.endsWith(name)), name);
  }

  /** The id of the draft in the address. */
  get draft() {
    return new URL(this.page.url()).hash.split('/')[2];
  }

  /** Shows an indicator of a draft (of the one on screen, if none is named). */
  async indicator(number, draft = this.draft) {
    await this.open(`/a/${draft}/indikator/${number}`);
    await expect(this.heading).toHaveText(new RegExp(`^${number}\\. `));
  }

  /** Chooses a level on the ladder. */
  async choose(level) {
    await this.page.getByTestId(`level-${level}`).check();
  }

  /** Waits until the page says that the work is safe. */
  async saved() {
    await expect(this.saveState).toHaveAttribute('data-state', 'saved');
  }

  /** Presses the button that writes the draft to a file. */
  async export() {
    const download = this.page.waitForEvent('download');
    await this.page.getByTestId('export').click();
    return saved(await download);
  }

  /** Chooses a file to open: `{ name, text }`, `{ name, bytes }`, or a path. */
  async import(file) {
    const input = this.page.getByTestId('import-file');
    if (typeof file === 'string') return input.setInputFiles(file);
    const buffer = file.bytes ?? Buffer.from(file.text);
    await input.setInputFiles({ name: file.name, mimeType: 'application/json', buffer });
  }

  /**
   * What this origin keeps in the browser. Left out, unless asked for, are the cards that the page
   * makes of the drafts whenever it likes, to show Beranda sooner, and how often each was written; and that
   * the tour was seen, which every journey begins with.
   */
  async storage({ cards = false } = {}) {
    const all = await this.page.evaluate(() => Object.entries(localStorage));
    return Object.fromEntries(all.filter(([key]) => key !== 'takar:tour' && (cards || !/^takar:(card|written):/.test(key))));
  }

  /** Fills the browser's storage before the page is opened, as earlier visits would have. */
  async seed(entries) {
    if (this.page.url() === 'about:blank') return this.#fillFirst(entries);
    const localStorage = Object.entries(entries).map(([name, value]) => ({ name, value }));
    await this.page.context().setStorageState({ cookies: [], origins: [{ origin: this.origin, localStorage }] });
  }

  /** Fills it in the first document of Takar that is loaded, and only there: a visit for that alone takes longer. */
  async #fillFirst(entries) {
    await this.#filling?.dispose();
    const filling = await this.page.addInitScript(fill, { origin: this.origin, entries: Object.entries(entries) });
    this.#filling = filling;
    const filled = () => {
      if (!this.page.url().startsWith(this.origin)) return;
      this.page.off('domcontentloaded', filled);
      filling.dispose().catch(() => {});
    };
    this.page.on('domcontentloaded', filled);
  }
}

/** A download's name and content. */
export async function saved(download) {
  const bytes = await readFile(await download.path());
  return { name: download.suggestedFilename(), bytes, text: bytes.toString('utf8') };
}

export const test = base.extend({
  watch: async ({ baseURL }, use) => {
    const watch = new Watch(baseURL);
    await use(watch);
    expect(watch.complaints, 'what happened besides the journey').toEqual([]);
  },

  /** Whether the tour was `seen` before, is `skipped` without a trace of an earlier visit, or is `new` to the person. */
  tour: ['seen', { option: true }],

  context: async ({ context, watch, tour }, use) => {
    await watch.over(context, { tour });
    await use(context);
  },

  takar: async ({ page, baseURL }, use) => use(new Takar(page, baseURL)),

  /** Another computer: a fresh browser profile, watched as well; with `tour: 'new'`, that of somebody who is new here. */
  elsewhere: async ({ browser, baseURL, watch }, use) => {
    const contexts = [];
    await use(async ({ tour, ...options } = {}) => {
      const context = await browser.newContext({ baseURL, locale: 'id-ID', timezoneId: 'Asia/Jakarta', ...options });
      contexts.push(context);
      await watch.over(context, { tour });
      return new Takar(await context.newPage(), baseURL);
    });
    for (const context of contexts) await context.close();
  },
});
