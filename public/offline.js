// Work without network, as the page sees it: starts the service worker (sw.js) when the first screen is there,
// learns of new versions, and lets one take over when a person says so. What stands in `takarOffline` is read by
// src/platform/offline.rs; an event `takar:offline` says that it has changed.

const HOUR = 3_600_000;
const PAUSE = 60_000; // Milliseconds between two questions for a new version, unless a person asks.
const { version } = document.querySelector('script[data-version]').dataset;

const offline = (globalThis.takarOffline = {
  // none: not to be had here; fetching; failed: not everything could be fetched; partial; ready.
  state: 'none',
  version,
  files: 0,
  bytes: 0,
  missing: 0,
  // Another version is here and can take over, or is just being fetched.
  update: false,
  fetching: false,
  taking: false,
  // What stands against it, of which tab: { why, name, here }.
  refused: [],
  // What became of a person's asking for a new version: now, done, unreachable.
  checked: '',
  check,
  take,
});

function changed(parts) {
  Object.assign(offline, parts);
  dispatchEvent(new Event('takar:offline'));
}

let workers; // navigator.serviceWorker, where it may be used.
let registration;
let asked = 0;
let healing = false;
let sure = false; // That the server has no newer version than the worker's.
// Whether a worker had this page before, or has just been told that it may be loaded anew.
let controlled = false;

/** Asks a worker; nothing, if it does not answer. */
function say(worker, takar, patience = 10_000) {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => done(data);
    setTimeout(done, patience);
    worker.postMessage({ takar, version }, [port2]);
  });
}

/** Finds out how things stand. */
async function look() {
  const { installing, waiting, active } = registration;
  // A worker that is to go goes when it has nothing to do: it is asked no more than needed.
  if (installing && active && offline.state !== 'none') return changed({ fetching: true });
  const next = waiting ? await say(waiting, 'tell') : undefined;
  const kept = active && next !== null ? await say(active, 'tell') : next;
  // It keeps nothing: the worker is being taken back (sw-off.js).
  if (kept === null) return changed({ state: 'none', update: false, fetching: false });
  // The same files with other headers: nobody has to be asked.
  if (next && next.version === kept?.version) await say(waiting, 'take');
  if (active && workers.controller?.scriptURL !== active.scriptURL) await say(active, 'claim');
  // A page that was loaded just before its worker came may be older than that; or newer, if it came past it.
  let older = kept && kept.version !== version && !workers.controller && !installing && !waiting;
  if (older && !sure) {
    sure = await registration.update().then(() => true, () => false);
    older = false;
    if (sure) return look();
  }
  const { files = 0, bytes = 0, missing = 0 } = kept ?? {};
  const without = installing ? 'fetching' : 'failed';
  changed({
    state: !kept ? without : missing ? 'partial' : 'ready',
    files,
    bytes,
    missing,
    update: next ? next.version !== kept?.version : Boolean(older),
    fetching: Boolean(installing && active),
  });
  if (!missing || healing) return;
  healing = true;
  const left = await say(active, 'heal', 120_000);
  healing = false;
  if (left < missing) await look();
}

const lookAt = (worker) => worker?.addEventListener('statechange', () => look());

async function ask() {
  if (Date.now() - asked < PAUSE) return;
  asked = Date.now();
  await registration.update().catch(() => {}); // Without network the next time will do.
  await look();
}

/** Asks for a new version because a person wants to know. */
async function check() {
  changed({ checked: 'now' });
  asked = Date.now();
  const answer = registration?.update() ?? Promise.reject(new Error('no worker'));
  changed({ checked: await answer.then(() => 'done', () => 'unreachable') });
  if (registration) await look();
}

/** Has this tab save its work: what stands against loading it anew, or nothing. */
async function prepare() {
  const unsafe = { why: 'failed', name: document.title };
  if (document.getElementById('selamat')) return unsafe; // The program has failed.
  try {
    return (await globalThis.takarPrepare?.()) ?? { why: '', name: '' };
  } catch {
    return unsafe;
  }
}

/** Lets the other version take over in all tabs, if each of them can save its work. */
async function take() {
  if (offline.taking) return;
  changed({ taking: true, refused: [] });
  const { waiting } = registration;
  const silent = [{ why: 'silent', name: '', here: false }];
  let refused;
  if (waiting) {
    const said = await say(waiting, 'take', 20_000);
    refused = said ? said.refused : silent;
    // The tabs load themselves anew now; should this one not, the button must come back.
    if (!refused.length) await new Promise((done) => setTimeout(done, 15_000));
  } else {
    // The worker is newer than this page alone.
    refused = [{ ...(await prepare()), here: true }].filter(({ why }) => why);
    if (!refused.length) return location.reload();
  }
  changed({ taking: false, refused });
}

/** The manifest in the language of the page, for the name under which it is installed. */
function speak() {
  const link = document.querySelector('link[rel="manifest"]');
  const english = document.documentElement.lang === 'en';
  link?.setAttribute('href', english ? 'manifest.en.webmanifest' : 'manifest.webmanifest');
}

async function start() {
  new MutationObserver(speak).observe(document.documentElement, { attributeFilter: ['lang'] });
  speak();
  // Absent without HTTPS, and forbidden in some frames.
  workers = navigator.serviceWorker;
  registration = await workers?.register('sw.js', { scope: './', updateViaCache: 'none' });
  if (!registration) return changed({});
  asked = Date.now();
  controlled = Boolean(workers.controller);
  const script = new URL('sw.js', document.baseURI).href;
  workers.addEventListener('message', async ({ data, ports: [port] }) => {
    if (data?.takar !== 'prepare' || !port) return;
    const answer = await prepare();
    controlled ||= !answer.why;
    port.postMessage(answer);
  });
  workers.startMessages();
  workers.addEventListener('controllerchange', async () => {
    const { controller } = workers;
    if (controller?.scriptURL !== script) return;
    const before = controlled;
    controlled = true;
    const told = await say(controller, 'tell');
    if (before && told && told.version !== version) location.reload();
    else await look();
  });
  lookAt(registration.installing);
  registration.addEventListener('updatefound', () => {
    lookAt(registration.installing);
    look();
  });
  addEventListener('online', () => ask());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') ask();
  });
  setInterval(ask, HOUR);
  await look();
}

start().catch(() => changed({ state: 'none' }));
