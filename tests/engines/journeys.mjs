// What a person does, the same in every engine. Each journey begins on an empty page.

import assert from 'node:assert/strict';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { manifest, shelf, shownIndex, varied } from '../journeys/samples.mjs';

const id = (name) => `[data-testid="${name}"]`;
const SAVED = [id('save-state'), 'data-state', 'saved'];

/** The page in an engine, in the words of its users. */
class Takar {
  constructor(browser, place) {
    this.browser = browser;
    this.place = place;
    this.address = place.address;
  }

  async open(place = '/') {
    await this.browser.go(`${this.address}#${place}`);
    await this.browser.find(id('save-state'));
  }

  /** Opens the page anew, without the messages of the last visit. */
  async again(place) {
    await this.browser.go('about:blank');
    await this.open(place);
  }

  /** Opens the page as after earlier visits, whose drafts these are. */
  async seeded(entries, place) {
    await this.browser.js((entries) => {
      for (const [key, value] of Object.entries(entries)) localStorage.setItem(key, value);
    }, entries);
    await this.open(place);
  }

  async start() {
    const { browser } = this;
    await this.open('/baru');
    await browser.fill('#agency', 'Kota Bandung');
    await browser.choose('#kind', 'kota');
    await browser.choose('#year', '2025');
    await browser.click(id('create'));
    await browser.shows('h1', /^1\. /);
  }

  async turn(number) {
    await this.browser.js((number) => { location.hash = location.hash.replace(/\d+$/, number); }, number);
    await this.browser.shows('h1', new RegExp(`^${number}\\. `));
  }

  level(level) {
    return this.browser.click(id(`level-${level}`));
  }

  saved() {
    return this.browser.has(...SAVED);
  }

  /** What the page offered as a file: its text, and the file itself where the engine writes one. */
  async offered(press) {
    const { browser } = this;
    await browser.js(() => { window.takarOffered = undefined; });
    await press();
    await browser.until('a file is offered', () => !!window.takarOffered);
    const text = await browser.js(() => window.takarOffered.text());
    if (browser.engine.downloads) {
      const end = Date.now() + 10_000;
      const written = async () => (await readdir(browser.downloads)).find((name) => !/\.(part|crdownload|tmp)$|^\./.test(name));
      let name = await written();
      while (!name && Date.now() < end) {
        await new Promise((done) => { setTimeout(done, 50); });
        name = await written();
      }
      assert.ok(name, 'the file arrives in the folder of downloads');
      assert.equal(await readFile(join(browser.downloads, name), 'utf8'), text, 'the file that was written is the one that was offered');
      await rm(join(browser.downloads, name));
      return { name, text };
    }
    return { text };
  }

  /** Gives files to an input: through the engine, or where its driver cannot, as dropping them would. */
  async give(css, name, text) {
    const { browser } = this;
    if (browser.engine.files) {
      const folder = await mkdtemp(join(tmpdir(), 'takar-berkas-'));
      const path = join(folder, name);
      await writeFile(path, text);
      await browser.files(css, path);
      // The page reads it in its own time.
      return () => rm(folder, { recursive: true, force: true });
    }
    await browser.find(css);
    await browser.js((css, name, text) => {
      const input = document.querySelector(css);
      const files = new DataTransfer();
      files.items.add(new File([text], name, { type: 'application/json' }));
      input.files = files.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    }, css, name, text);
    return async () => {};
  }
}

/** The way that must never break: from nothing to an index that is there after a reload. */
async function mainWay(takar) {
  const { browser } = takar;
  await takar.start();
  await takar.level(4);
  await browser.shows(id('index'), shownIndex({ 1: 4 }));
  await browser.fill('#fakta', 'Perwali 41/2022, pasal 3');
  await takar.turn(47);
  await takar.level(5);
  await browser.shows(id('index'), shownIndex({ 1: 4, 47: 5 }));
  await takar.saved();
  await browser.reload();
  await browser.shows(id('index'), shownIndex({ 1: 4, 47: 5 }));
  await takar.turn(1);
  assert.equal(await browser.js(() => document.querySelector('#fakta').value), 'Perwali 41/2022, pasal 3');
  assert.equal(await browser.js(() => document.querySelector('[data-testid="level-4"]').checked), true);
}

/** What `make test` runs in each engine. */
export const SHORT = { 'a new assessment, levels, texts, the index, and a reload that keeps them': mainWay };

/** What `make test-browsers` runs in each engine, besides. */
export const MAIN = {
  'save to a file, and open the file as a new draft': async (takar) => {
    const { browser } = takar;
    await takar.seeded(shelf(manifest({ id: 'satu', levels: varied(1) })), '/a/satu/indikator/3');
    await browser.shows(id('index'), shownIndex(varied(1)));
    const { name, text } = await takar.offered(() => browser.click(id('export')));
    if (name) assert.equal(name, 'takar-kota-bandung-2025.json');
    assert.equal(JSON.parse(text).answers.mandiri[2].value, `${varied(1)[2]}.00`);
    await takar.again('/');
    const done = await takar.give(id('import-file'), 'kembali.json', text);
    await browser.click(id('open-as-new'));
    await browser.shows(id('index'), shownIndex(varied(1)));
    await done();
    await takar.open('/');
    await browser.until('two drafts are there', () => document.querySelectorAll('[data-testid="draft"]').length === 2);
  },

  'a file that is none is refused in a sentence': async (takar) => {
    const { browser } = takar;
    await takar.open('/');
    const done = await takar.give(id('import-file'), 'rusak.json', '{"format":"takar",');
    await browser.shows('main [role=alert]', /rusak\.json/);
    await done();
  },

  'the language changes at once, for the page, its title and the next visit': async (takar) => {
    const { browser } = takar;
    await takar.open('/baru');
    await browser.shows('h1', 'Mulai penilaian baru');
    await browser.click('#bahasa');
    await browser.shows('h1', 'Start a new assessment');
    await browser.has('html', 'lang', 'en');
    await browser.reload();
    await browser.shows('h1', 'Start a new assessment');
    await browser.until('the title is English', () => /new assessment/i.test(document.title));
  },

  'Laporan shows its pages in their own style, and goes to print': async (takar) => {
    const { browser } = takar;
    await takar.seeded(shelf(manifest({ id: 'satu', levels: varied(1), target: '3.50' })), '/a/satu/laporan');
    await browser.until('the report is in its frame', (index) =>
      document.querySelector('#pratinjau')?.contentDocument?.querySelector('[data-figure=index]')?.textContent === index, shownIndex(varied(1)));
    const [font, scripts] = await browser.js(() => {
      const inside = document.querySelector('#pratinjau').contentDocument;
      return [getComputedStyle(inside.querySelector('h1')).fontSize, inside.querySelectorAll('script').length];
    });
    assert.notEqual(font, '32px', 'the style sheet of the report is adopted');
    assert.equal(scripts, 0);
    await browser.js(() => {
      const window_ = document.querySelector('#pratinjau').contentWindow;
      window_.print = () => { window.takarPrinted = window_.document.querySelectorAll('article').length; };
    });
    await browser.click(id('print-report'));
    await browser.until('the print window of the frame is asked for', () => window.takarPrinted > 0);
    if (browser.engine.prints) {
      const pdf = await browser.print();
      assert.equal(pdf.subarray(0, 5).toString(), '%PDF-');
    }
    const { text } = await takar.offered(() => browser.click(id('save-report')));
    assert.match(text, /^<!doctype html>/i);
  },

  'a document is registered, linked, and asked about before it goes; the focus follows': async (takar) => {
    const { browser } = takar;
    const focused = (css) => browser.until(`${css} has the focus`, (css) => document.activeElement?.matches(css), css);
    const evidence = { a: { title: 'Surat edaran' } };
    const links = [{ evidence: 'a', indicator: 1, level: 3 }];
    await takar.seeded(shelf(manifest({ id: 'satu', levels: { 1: 3 }, evidence, links })), '/a/satu/bukti');
    await browser.click(id('add-evidence'));
    await focused(id('evidence-title'));
    await browser.type(id('evidence-title'), 'Perwali tentang SPBE\uE007');
    await browser.until('it is in the draft', () => /Perwali tentang SPBE/.test(localStorage.getItem('takar:draft:satu')));
    await takar.saved();
    await takar.again('/a/satu/bukti');
    await browser.until('both are listed', () => document.querySelectorAll('[data-testid="evidence-row"]').length === 2);
    await browser.click(`${id('evidence-row')} a[href$="/a"]`);
    await browser.shows('h1', 'Surat edaran');
    await focused('h1');
    await browser.click('#hapus');
    await focused('#hapus-tanya');
    await browser.type('#hapus-tanya', '\uE00C');
    await focused('#hapus');
  },

  'the bodies of files are hashed in the page': async (takar) => {
    const { browser } = takar;
    const body = 'isi dokumen';
    const sha256 = await crypto.subtle.digest('SHA-256', Buffer.from(body)).then((hash) => Buffer.from(hash).toString('hex'));
    const evidence = { a: { title: 'Perwali', file: { name: 'perwali.pdf', size: body.length, sha256 } } };
    await takar.seeded(shelf(manifest({ id: 'satu', evidence, links: [] })), '/a/satu/periksa');
    const done = await takar.give(id('check-files'), 'perwali.pdf', body);
    await browser.shows(id('folder-result'), /Perwali/);
    await browser.shows(id('folder-result'), /1/);
    await done();
  },

  'the national results are found and listed': async (takar) => {
    const { browser } = takar;
    await takar.open('/nasional');
    await browser.find('#hasil-cari');
    await browser.type('#hasil-cari', 'nias barat');
    await browser.until('two rows are left', () => document.querySelectorAll('[data-testid="result"]').length === 2);
  },

  'the plan counts the shortest way, and the history takes a step back': async (takar) => {
    const { browser } = takar;
    await takar.seeded(shelf(manifest({ id: 'satu', levels: varied(1), target: '3.50' })), '/a/satu/rencana');
    await browser.find(id('way-step'));
    await browser.js(() => { location.hash = '#/a/satu/indikator/1'; });
    await browser.shows('h1', /^1\. /);
    const before = await browser.text(id('index'));
    await takar.level(varied(1)[1] === 5 ? 1 : 5);
    await browser.until('the index changes', (before) => document.querySelector('[data-testid="index"]').innerText !== before, before);
    await browser.js(() => document.querySelector('h1').focus());
    await browser.type('body', '\uE009z\uE009');
    await browser.shows(id('index'), before);
  },

  'what one tab writes is on the other at once': async (takar) => {
    const { browser } = takar;
    await takar.seeded(shelf(manifest({ id: 'satu', levels: { 1: 2 } })), '/a/satu/indikator/1');
    await browser.shows(id('index'), shownIndex({ 1: 2 }));
    await browser.inNewTab(async () => {
      await takar.open('/a/satu/indikator/1');
      await takar.level(5);
      await browser.shows(id('index'), shownIndex({ 1: 5 }));
      await takar.saved();
    });
    await browser.shows(id('index'), shownIndex({ 1: 5 }));
    await takar.level(3);
    await browser.shows(id('index'), shownIndex({ 1: 3 }));
    await takar.saved();
  },
};

/** That the watch sees something, in every engine: a journey that leaves faults would fail. */
MAIN['another host, a forbidden script and a missing one are noticed'] = async (takar) => {
  const { browser } = takar;
  await takar.open('/');
  await browser.js(() => fetch('http://localhost:9/').catch(() => {}));
  await browser.js(() => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "jalan"';
    const missing = document.createElement('script');
    missing.src = './tidak-ada.js';
    document.body.append(script, missing);
  });
  await browser.until('all three are noted', () => ['connect-src', 'script-src', 'uncaught'].every((word) => window.takarFaults.join().includes(word)));
  assert.notEqual(await browser.js(() => document.title), 'jalan');
  await browser.go('about:blank');
};

for (const [what, where, trouble, words] of [
  ['a script that was changed is not run', 'altered', 'damaged', 'rusak atau berubah'],
  ['a policy that forbids WebAssembly is named', 'forbidding', 'forbidden', "'wasm-unsafe-eval'"],
]) {
  MAIN[`${what}, and the page says so`] = async ({ browser, place }) => {
    await browser.go(place[where]);
    await browser.has('#keadaan', 'data-trouble', trouble);
    await browser.shows('#keadaan', new RegExp(words));
    assert.notEqual(await browser.js(() => document.title), 'berubah');
    await browser.go('about:blank');
  };
}

/** In dark colours. */
export const DARK = {
  'dark colours are taken from the system, and the text stays readable': async (takar) => {
    const { browser } = takar;
    await takar.seeded(shelf(manifest({ id: 'satu', levels: varied(1) })), '/a/satu/ringkasan');
    await browser.shows('h1', 'Ringkasan');
    const [dark, paper, ink] = await browser.js(() => {
      const light = (colour) => {
        const [r, g, b] = colour.match(/[\d.]+/g).map(Number);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      return [matchMedia('(prefers-color-scheme: dark)').matches, light(getComputedStyle(document.documentElement).backgroundColor), light(getComputedStyle(document.querySelector('h1')).color)];
    });
    assert.equal(dark, true);
    assert.ok(paper < 60 && ink > 180, `paper ${paper}, ink ${ink}`);
  },
};

/**
 * Runs one journey from an empty page, and gives what else went wrong. The place is what site.mjs gives; `blank`
 * is a page of the same origin that does nothing.
 */
export async function run(browser, place, journey) {
  await browser.go(place.blank);
  await browser.js(async () => {
    localStorage.clear();
    sessionStorage.clear();
    await new Promise((done) => {
      const asked = indexedDB.deleteDatabase('takar:drafts');
      asked.onsuccess = asked.onerror = asked.onblocked = done;
    });
  });
  await journey(new Takar(browser, place));
  const faults = await browser.js(() => window.takarFaults ?? []);
  assert.deepEqual(faults, [], 'what happened besides the journey');
}
