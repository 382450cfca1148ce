// What stops the program: the page says what is wrong and what to do, in both languages, and never stays blank.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from './page.mjs';
import { manifest, shelf } from './samples.mjs';

const dist = process.env.TAKAR_DIST ?? 'dist';
const [homeJs, homeWasm] = [/^takar-home-.*\.js$/, /^takar-home-.*\.wasm$/].map((name) => readdirSync(dist).find((file) => name.test(file)));
const built = (name) => readFileSync(join(dist, name));

/** Answers for a file in its place: `change` takes what would have been sent. */
const instead = (page, name, change) => page.route(`**/${name}`, async (route) => {
  const response = await route.fetch();
  await route.fulfill({ response, ...change({ body: built(name || 'index.html'), headers: response.headers() }) });
});
const policy = (page, source, instead_) => instead(page, '', ({ body, headers }) => {
  const said = headers['content-security-policy'];
  expect(said).toContain(source);
  return { body, headers: { ...headers, 'content-security-policy': said.replace(source, instead_) } };
});
const flipped = (body) => {
  const changed = Buffer.from(body);
  changed[changed.length >> 1] ^= 1;
  return changed;
};

/** The sentences in both languages, and what is told to an administrator. */
async function said(page, trouble, indonesian, english, detail) {
  const box = page.locator('#keadaan');
  await expect(box).toHaveAttribute('data-trouble', trouble);
  await expect(box).toHaveRole('alert');
  await expect(box).toBeVisible();
  await expect(box.locator('p[lang=id]').first()).toContainText(indonesian);
  await expect(box.locator('p[lang=en]')).toContainText(english);
  await expect(box.locator('p[lang=id]').first()).toContainText('Draf Anda tidak berubah.');
  await expect(box.locator('p[lang=en]')).toContainText('Your drafts are unchanged.');
  if (detail) await expect(box.locator('p.soft')).toContainText(detail);
}

for (const type of ['application/octet-stream', 'text/plain']) {
  test(`the program starts where the server calls wasm ${type}`, async ({ page, takar }) => {
    for (const name of readdirSync(dist).filter((file) => file.endsWith('.wasm'))) {
      await instead(page, name, ({ body, headers }) => ({ body, headers: { ...headers, 'content-type': type } }));
    }
    await takar.open('/');
    await takar.open('/baru');
    await expect(takar.heading).toHaveText('Mulai penilaian baru');
  });
}

test('a policy that forbids WebAssembly is named, and who can change it', async ({ page, watch }) => {
  watch.expectError(/./);
  await policy(page, " 'wasm-unsafe-eval'", '');
  await page.goto('/');
  await said(page, 'forbidden', "Minta pengelola situs mengizinkan 'wasm-unsafe-eval'", "allow 'wasm-unsafe-eval'");
});

test('a policy that forbids every script leaves a page that says so after a while', async ({ page, watch }) => {
  watch.expectError(/./);
  await policy(page, "script-src 'self' 'wasm-unsafe-eval'", "script-src 'none'");
  await page.goto('/');
  const hint = page.locator('#keadaan .waiting');
  await expect(hint).toBeHidden();
  // The time that a slow connection needs; nobody has to wait for it here.
  await page.evaluate(() => document.getAnimations().forEach((one) => one.finish()));
  await expect(hint).toBeVisible();
  await expect(hint).toContainText('kebijakan keamanannya');
  await expect(hint).toContainText('ask the administrator');
});

const CHANGED = {
  'a module that is not there': {
    file: homeWasm, change: () => ({ status: 404, body: 'Not found' }),
    says: ['missing', 'tidak ada di server', 'not on the server', `404 ${homeWasm}`],
  },
  'half a module': {
    file: homeWasm, change: ({ body }) => ({ body: body.subarray(0, body.length >> 1) }),
    says: ['damaged', 'rusak atau berubah', 'damaged or was changed', homeWasm],
  },
  'a module of which one bit is another': {
    file: homeWasm, change: ({ body }) => ({ body: flipped(body) }),
    says: ['damaged', 'jadi tidak dijalankan', 'so it is not run', homeWasm],
  },
  'a page of the host instead of a module': {
    file: homeWasm, change: () => ({ body: '<!doctype html><title>Halaman lain</title>', contentType: 'text/html' }),
    says: ['damaged', 'rusak', 'damaged', homeWasm],
  },
  'a script to which something was added': {
    file: homeJs, change: ({ body }) => ({ body: `globalThis.added = true;\n${body}` }),
    says: ['damaged', 'rusak atau berubah', 'damaged or was changed', homeJs],
  },
  'a script that is not there': {
    file: homeJs, change: () => ({ status: 404, body: 'Not found' }),
    says: ['missing', 'tidak ada di server', 'not on the server', `404 ${homeJs}`],
  },
  'a script that the server calls a text': {
    file: homeJs, change: ({ body, headers }) => ({ body, headers: { ...headers, 'content-type': 'text/plain' } }),
    says: ['type', 'jenis (MIME) yang salah', 'wrong type (MIME)', `${homeJs}: text/plain`],
  },
  'no loader': {
    file: 'boot.js', change: () => ({ status: 404, body: 'Not found' }),
    says: ['missing', 'tidak ada di server', 'not on the server', '404 boot.js'],
  },
  'a loader that the server calls a text': {
    file: 'boot.js', change: ({ body, headers }) => ({ body, headers: { ...headers, 'content-type': 'text/plain' } }),
    says: ['type', 'jenis (MIME) yang salah', 'wrong type (MIME)', 'boot.js: text/plain'],
  },
  'half a loader': {
    file: 'boot.js', change: ({ body }) => ({ body: `${body.subarray(0, body.length >> 1)}\nif (` }),
    says: ['damaged', 'rusak atau berubah', 'damaged or was changed', 'boot.js'],
  },
  'a part of the loader that is not there': {
    file: 'keep.js', change: () => ({ status: 404, body: 'Not found' }),
    says: ['missing', 'tidak ada di server', 'not on the server', '404 keep.js'],
  },
};

for (const [what, { file, change, says }] of Object.entries(CHANGED)) {
  test(`${what}: nothing of it runs, and the page says which file it is`, async ({ page, watch }) => {
    watch.expectError(/./);
    await instead(page, file, change);
    await page.goto('/');
    await said(page, ...says);
    expect(await page.evaluate(() => globalThis.added)).toBeUndefined();
  });
}

test('the full module is held to its hash as well, and Beranda stays', async ({ page, takar, watch }) => {
  watch.expectError(/./);
  const name = readdirSync(dist).find((file) => /^takar-app-.*\.wasm$/.test(file));
  await takar.seed(shelf(manifest({ id: 'satu', levels: { 1: 3 } })));
  await instead(page, name, ({ body }) => ({ body: flipped(body) }));
  await page.goto('/#/a/satu/indikator/1');
  await said(page, 'damaged', 'jadi tidak dijalankan', 'so it is not run', name);
  expect(Object.keys(await takar.storage())).toContain('takar:draft:satu');
});

test('a damaged copy in the way is fetched anew, and the page starts', async ({ page, takar, watch }) => {
  watch.expectError(/integrity|digest|preload/i);
  for (const name of [homeJs, homeWasm]) {
    let first = true;
    await page.route(`**/${name}`, async (route) => {
      if (!first) return route.continue();
      first = false;
      await route.fulfill({ response: await route.fetch(), body: flipped(built(name)) });
    });
  }
  await takar.open('/');
  await expect(page.getByTestId('new-assessment')).toBeVisible();
});

test('a browser without modules is told from which version on Takar runs', async ({ context, page, watch }) => {
  watch.expectError(/script type=module/);
  await context.addInitScript(() => { delete HTMLScriptElement.prototype.noModule; });
  await page.route('**/boot.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
  await page.goto('/');
  await said(page, 'old', 'Firefox 102, Safari 16.4', 'Firefox 102, Safari 16.4');
});

test('a browser whose WebAssembly is older than the modules is told the same', async ({ context, page, watch }) => {
  watch.expectError(/CompileError/);
  await context.addInitScript(() => {
    WebAssembly.validate = () => false;
    WebAssembly.instantiateStreaming = () => Promise.reject(new WebAssembly.CompileError('invalid value type 0x6f'));
  });
  await page.goto('/');
  await said(page, 'old', 'Perbarui peramban', 'Update it');
});

test('the page of a server that is opened as a file says so, and what to open instead', async ({ page, watch }) => {
  watch.expectError(/./);
  watch.mayAsk('null');
  await page.goto(pathToFileURL(join(dist, 'index.html')).href);
  await said(page, 'file', 'gunakan berkas takar.html', 'use the file takar.html');
});

test('the script for browsers of any age is written in their language', () => {
  const code = built('floor.js').toString().replace(/^\s*(\/\/|\/\*\*).*$/gm, '').replace(/'(?:\\.|[^'\\\n])*'/g, "''");
  for (const newer of [/=>/, /\b(const|let|class|async|await|of)\b/, /`/, /\?\./, /\?\?/, /\.\.\.[a-z]/]) {
    expect(code, `${newer}`).not.toMatch(newer);
  }
});
