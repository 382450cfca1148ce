// The service worker: keeps every file of one version of the page, so that it works without network.
// `scripts/list-files.mjs` writes the name of the version and the list of its files into the two constants.
// How it behaves, and what an administrator has to know of it: docs/offline.md.

// Of every file its SHA-256 and its size in bytes, by its path.
const FILES = {};
const VERSION = '';
// Another text here makes browsers fetch the page anew although no file has changed: for new HTTP headers.
const REVISION = '';

const SCOPE = registration.scope;
const FOLDER = new URL(SCOPE).pathname;
const PAGE = 'index.html';
const SETTINGS = 'takar.json'; // The site's own, so it is in no version.
const PATIENCE = 3000; // Milliseconds for the settings to come from the server.
const ANSWER = 6000; // Milliseconds for a tab to say that its work is safe.
const LANES = 3; // Files that are fetched at the same time while a person works.

// No path holds a space: two Takars in two folders of one host never take each other's for their own.
const own = (name) => name.startsWith('takar-') && name.endsWith(` ${FOLDER}`);
const KEPT = `takar-${VERSION}${REVISION && `-${REVISION}`} ${FOLDER}`;
const SITE = `takar-site ${FOLDER}`;

// What a page begins with, before it can say what is wrong.
const SHELL = Object.keys(FILES).filter((path) => /^[^/]+\.(html|css|js)$/.test(path) && !/^(takar-|offline)/.test(path));

const address = (path) => new URL(path, SCOPE).href;
const known = (path) => Object.hasOwn(FILES, path);

/** The server has something else under the name of a file of this version. */
class Another extends Error {}

async function isSound(path, bytes) {
  const [hash, size] = FILES[path];
  if (bytes.byteLength !== size) return false;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('') === hash;
}

/** What the server sent, as it can be kept: its bytes are unpacked, and no redirection is left in it. */
function plain(bytes, { headers, status = 200, statusText }) {
  const kept = new Headers(headers);
  for (const name of ['content-encoding', 'content-length', 'transfer-encoding', 'vary']) kept.delete(name);
  return new Response(bytes, { headers: kept, status, statusText });
}

/** A file of this version from a cache; a damaged one is thrown away. */
async function fromCache(name, path) {
  try {
    const response = await caches.match(address(path), { cacheName: name });
    if (!response) return undefined;
    const bytes = await response.arrayBuffer();
    if (await isSound(path, bytes)) return plain(bytes, response);
    if (name === KEPT) await (await caches.open(KEPT)).delete(address(path));
  } catch {
    // A storage that fails holds nothing.
  }
  return undefined;
}

/**
 * A file of this version from the server, kept for the next time. What the browser has of it already is as
 * good, for the hash decides; where that is something else, the server itself is asked.
 */
async function fromServer(path, modes = ['default', 'reload']) {
  for (const cache of modes) {
    const response = await fetch(address(path), { cache, priority: 'low' });
    const bytes = await response.arrayBuffer();
    if (response.ok && (await isSound(path, bytes))) return plain(bytes, response);
    // A server that is in trouble says nothing about its version.
    if (response.status >= 500) throw new Error(`${response.status} ${path}`);
  }
  throw new Another(path);
}

async function put(name, key, response) {
  // A worker whose time is over must not make a cache again that was deleted.
  if (globalThis.serviceWorker?.state === 'redundant') return;
  await (await caches.open(name)).put(key, response);
}

const keep = (path, response) => put(KEPT, address(path), response);

/** The paths of the files that are not in the cache. */
async function missing() {
  const all = Object.keys(FILES);
  try {
    // Opening a cache would make it.
    if (!(await caches.has(KEPT))) return all;
    const cache = await caches.open(KEPT);
    const there = new Set((await cache.keys()).map(({ url }) => url));
    return all.filter((path) => !there.has(address(path)));
  } catch {
    return all;
  }
}

/** Does something with each path, a few at the same time, and ends with the first failure. */
async function each(paths, work) {
  const waiting = [...paths];
  let failed = false;
  const lane = async () => {
    while (waiting.length && !failed) {
      await work(waiting.shift()).catch((error) => {
        failed = true;
        throw error;
      });
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

// ---------------------------------------------------------------- install, activate

/**
 * Everything, or nothing: with one file that is not there or not the right one, this version is not installed,
 * and the one before stays as it is. What was fetched by then is found by the next try.
 */
async function install() {
  const older = (await caches.keys()).filter((name) => own(name) && name !== SITE);
  await each(Object.keys(FILES), async (path) => {
    // The page itself comes with headers that may have changed although it has not.
    const here = path === PAGE ? [] : older;
    for (const name of here) {
      const copy = await fromCache(name, path);
      if (copy) return keep(path, copy);
    }
    return keep(path, await fromServer(path, path === PAGE ? ['reload'] : undefined));
  });
  await fetch(address(SETTINGS), { cache: 'no-cache' }).then(keepSettings).catch(() => {});
}

let agreed = false;

async function activate() {
  for (const name of await caches.keys()) {
    if (own(name) && name !== KEPT && name !== SITE) await caches.delete(name);
  }
  // Every tab learns of it and loads itself anew, those too that came past the worker.
  if (agreed) await clients.claim();
}

addEventListener('install', (event) => event.waitUntil(install()));
addEventListener('activate', (event) => event.waitUntil(activate()));

// ---------------------------------------------------------------- pages that came from the server

// Ids of pages that came from the server because this version is no longer whole: all they ask for comes from
// there too. Kept, because the browser ends a worker whenever it likes.
let passing;
const passed = () =>
  (passing ??= caches
    .match(address('?passed'), { cacheName: SITE })
    .then((response) => response?.json() ?? [])
    .then((ids) => new Set(ids), () => new Set()));

// Among them: the server has not what is missing here. Pages to come are from there, whole, until it is mended.
const LOST = '';

async function pass(id, does = true) {
  const ids = await passed();
  if (ids.has(id) === does) return;
  if (does) ids.add(id);
  else ids.delete(id);
  const last = new Response(JSON.stringify([...ids].slice(-50)));
  await put(SITE, address('?passed'), last).catch(() => {});
}

/** The server has moved on, or is of two versions itself: has the browser look for what it has now. */
async function movedOn() {
  registration.update().catch(() => {});
  await pass(LOST);
}

// ---------------------------------------------------------------- fetch

const NOTHING = `<!doctype html><html lang="id"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Takar</title>
<h1>Takar belum dapat dibuka</h1>
<p>Berkas Takar di peramban ini sudah terhapus, dan server tidak dapat dijangkau. Draf yang tersimpan tidak berubah. Sambungkan komputer ke jaringan, lalu muat ulang halaman.</p>
<p lang="en">The files of Takar in this browser were deleted, and the server cannot be reached. Stored drafts are unchanged. Connect the computer to the network, then reload the page.</p>`;

const nothing = () =>
  new Response(NOTHING, {
    status: 503,
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': "default-src 'none'" },
  });

async function page(event) {
  // Without one of these a page stays silent. They are small; what is damaged goes, and is missing then.
  await Promise.all(SHELL.map((path) => fromCache(KEPT, path)));
  const lacks = await missing();
  const silent = lacks.some((path) => SHELL.includes(path) && !path.endsWith('.css'));
  const kept = silent ? undefined : await fromCache(KEPT, PAGE);
  if (kept && !lacks.length) return kept;
  // Something is gone. Whether it can be had again is seen by the page that the server has.
  let served;
  try {
    served = await fetch(event.request);
  } catch {
    return kept ?? nothing();
  }
  if (!served.ok) return kept ?? served; // In trouble, or asks to sign in first.
  const bytes = await served.clone().arrayBuffer();
  if (await isSound(PAGE, bytes)) {
    await keep(PAGE, plain(bytes, served)).catch(() => {});
    await mend(SHELL);
    if (!(await passed()).has(LOST)) {
      event.waitUntil(heal());
      return plain(bytes, served);
    }
  } else {
    event.waitUntil(movedOn());
  }
  await pass(event.resultingClientId);
  return served;
}

async function file(event, path) {
  if ((await passed()).has(event.clientId)) return fetch(event.request);
  const kept = await fromCache(KEPT, path);
  if (kept) return kept;
  try {
    const response = await fromServer(path);
    event.waitUntil(keep(path, response.clone()).catch(() => {}));
    return response;
  } catch (error) {
    if (error instanceof Another) await movedOn();
    return Response.error();
  }
}

/** Fetches those of some files that are missing. */
async function mend(paths) {
  const lacks = (await missing()).filter((path) => paths.includes(path));
  await each(lacks, async (path) => keep(path, await fromServer(path))).catch((error) => {
    if (error instanceof Another) return movedOn();
  });
}

/** Fetches all that is missing, and says how many files still are. */
async function heal() {
  await mend(Object.keys(FILES));
  const left = (await missing()).length;
  if (!left) await pass(LOST, false);
  return left;
}

/** Keeps the settings of the site if they are good, and forgets them where there are none any more. */
async function keepSettings(response) {
  if (response.status === 404 || response.status === 410) {
    const cache = await caches.open(SITE);
    await cache.delete(address(SETTINGS));
    return;
  }
  const text = response.ok && (await response.text());
  try {
    if (text && JSON.parse(text)) await put(SITE, address(SETTINGS), plain(text, response));
  } catch {
    // What is no JSON is for the page to tell, and not to be kept.
  }
}

async function settings(event) {
  const late = new Promise((_, fail) => setTimeout(fail, PATIENCE));
  try {
    const response = await Promise.race([fetch(event.request), late]);
    if (response.status >= 500) throw new Error(response.status);
    event.waitUntil(keepSettings(response.clone()).catch(() => {}));
    return response;
  } catch {
    const kept = await caches.match(address(SETTINGS), { cacheName: SITE }).catch(() => {});
    return kept ?? Response.error();
  }
}

addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname, search } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin || !pathname.startsWith(FOLDER)) return;
  if (request.headers.has('range')) return;
  const path = pathname.slice(FOLDER.length);
  if (request.mode === 'navigate' && (path === '' || path === PAGE)) event.respondWith(page(event));
  else if (search) return;
  else if (path === SETTINGS) event.respondWith(settings(event));
  else if (known(path)) event.respondWith(file(event, path));
});

// ---------------------------------------------------------------- what a page asks

async function tabs() {
  const all = await clients.matchAll({ type: 'window', includeUncontrolled: true });
  return all.filter(({ url }) => ['', PAGE].includes(new URL(url).pathname.slice(FOLDER.length)) && url.startsWith(SCOPE));
}

/** Has a tab save its work, and returns why it cannot be loaded anew now: an empty text, if it can. */
async function ask(tab) {
  let knocking;
  const answer = new Promise((done) => {
    // Again and again: a tab that is just being opened hears nothing yet.
    const knock = () => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => done(data);
      tab.postMessage({ takar: 'prepare' }, [port2]);
    };
    knock();
    knocking = setInterval(knock, ANSWER / 5);
    setTimeout(done, ANSWER, { why: 'silent', name: '' });
  });
  return answer.finally(() => clearInterval(knocking));
}

const answers = {
  /** What this worker keeps. */
  async tell() {
    const sizes = Object.values(FILES).map(([, size]) => size);
    const bytes = sizes.reduce((sum, size) => sum + size, 0);
    return { version: VERSION, files: sizes.length, bytes, missing: (await missing()).length };
  },

  heal,

  /** After the first visit: pages of the same version go on with what is kept. */
  async claim({ data }) {
    if (data.version === VERSION) await clients.claim();
  },

  /** Takes over in all tabs, or in none: then the answer names those that stand against it. */
  async take({ source }) {
    const said = await Promise.all((await tabs()).map(async (tab) => ({ ...(await ask(tab)), here: tab.id === source?.id })));
    const refused = said.filter(({ why }) => why);
    if (!refused.length) {
      agreed = true;
      await skipWaiting();
    }
    return { refused };
  },
};

addEventListener('message', (event) => {
  const { data, ports: [port] } = event;
  if (!port || !Object.hasOwn(answers, data?.takar)) return;
  const answer = answers[data.takar](event);
  event.waitUntil(answer.then((said) => port.postMessage(said), () => port.postMessage(undefined)));
});
