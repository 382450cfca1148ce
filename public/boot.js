// Loads the page's wasm modules: the small one for the first screen, the full one for everything
// else, and what that asks for. A file of its own, so that the page works where inline scripts are forbidden.

import { framed, kiosk, ordinary } from './config.js';
import { checkedCode, checkedWasm } from './checked.js';
import './files.js';
import { recover } from './keep.js';
import './rescue.js';

// A kiosk takes up nobody's work.
const recovered = kiosk ? Promise.resolve() : recover();

const { dataset } = document.querySelector('script[data-wasm]');
const modules = {
  home: { js: dataset.js, wasm: dataset.wasm, hashes: dataset.homeHashes },
  app: { js: dataset.appJs, wasm: dataset.appWasm, hashes: dataset.appHashes },
  workbook: { js: dataset.workbookJs, wasm: dataset.workbookWasm, hashes: dataset.workbookHashes },
};
const warmed = {};
const failures = {};

// Starts fetching a module; running it comes later.
function warm(name) {
  return (warmed[name] ??= (() => {
    const [jsHash, wasmHash] = modules[name].hashes?.split(' ') ?? [];
    const wasm = checkedWasm(modules[name].wasm, wasmHash);
    wasm.catch(() => {}); // Reported by whoever runs the module.
    // Some browsers never ask again for code that failed under the same address.
    const again = failures[name] ? `#${failures[name]}` : '';
    return { code: checkedCode(modules[name].js + again, jsHash), wasm };
  })());
}

async function run(name) {
  try {
    const { code, wasm } = warm(name);
    const module = await code;
    await recovered;
    await ordinary;
    await module.default({ module_or_path: wasm });
    return module;
  } catch (error) {
    delete warmed[name]; // The next try fetches anew.
    failures[name] = (failures[name] ?? 0) + 1;
    throw error;
  }
}

// A module that the full one needs only now and then (src/platform/package.rs).
const extras = {};
globalThis.takarModule = (name) =>
  (extras[name] ??= run(name).catch((error) => {
    delete extras[name];
    throw error;
  }));

// What keeps the page for work without network waits until it is there (public/offline.js).
const keepPage = () => {
  const begin = () => import('./offline.js').catch(() => {});
  if (dataset.version) setTimeout(() => (globalThis.requestIdleCallback ?? setTimeout)(begin), 1000);
};

let app;
function runApp() {
  if (app) return;
  document.querySelector('#keadaan.bad')?.remove(); // What an earlier try had to say.
  app = run('app').then(keepPage, (error) => {
    app = undefined;
    explain(error);
    dispatchEvent(new Event('takar:failed')); // The first screen stops saying that it loads.
  });
}

// The page must never stay silent (public/floor.js).
function explain(error) {
  if (globalThis.takarExplain) takarExplain(error);
  else console.error(error);
}

// Whatever leaves the first screen needs the full module: another address, an action there
// (src/platform/hand_over.rs), dropped files. Once it runs, it listens itself.
addEventListener('takar:app', runApp);
addEventListener('hashchange', runApp);
addEventListener('dragover', (event) => {
  if (!app && event.dataTransfer?.types.includes('Files')) event.preventDefault();
});
addEventListener('drop', (event) => {
  const files = [...(event.dataTransfer?.files ?? [])];
  if (app || !files.length) return;
  event.preventDefault();
  globalThis.takarHandOver = { act: 'open', files };
  runApp();
});
// Fetched ahead as soon as a person reaches for something.
for (const reach of ['pointerover', 'focusin']) {
  addEventListener(reach, (event) => {
    if (event.target.closest?.('#beranda a, #beranda button, #beranda label')) warm('app').code.catch(() => {});
  });
}

const state = document.getElementById('keadaan');
if (state) state.textContent = 'Memuat…';
if (/^#?\/?(\?.*)?$/.test(location.hash)) {
  warm(kiosk || framed ? 'app' : 'home').code.catch(() => {}); // Reported below.
  // Only the full module can keep what the storage had no room for, or knows another visit than an ordinary one.
  Promise.all([ordinary, recovered]).then(([plain]) =>
    plain && !globalThis.takarLeft ? run('home').then(keepPage, explain) : runApp(),
  );
} else {
  runApp();
}
