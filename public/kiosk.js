// The end of a visit to a kiosk: after a while without a touch, or when the visitor says so. Plain JavaScript,
// because it must happen even where the program has failed.

const OURS = 'takar:';
const COPIES = 'takar:drafts'; // public/keep.js

let settings;
let last;
let asked = false;
let before;
let ended = false;

/** Deletes what begins with `takar:`; other pages of the same origin keep theirs. */
function empty(storage) {
  for (const key of Object.keys(storage)) {
    if (key.startsWith(OURS)) storage.removeItem(key);
  }
}

const quietly = async (work) => {
  try {
    await work();
  } catch {
    // Blocked: then nothing of ours is there.
  }
};

/** Deletes a database, or goes on when the browser does not answer. */
function drop(name) {
  return new Promise((done) => {
    setTimeout(done, 2000);
    const asked = indexedDB.deleteDatabase(name);
    asked.onsuccess = asked.onerror = done;
  });
}

/** Leaves nothing of this visit, and begins the next one. */
async function end() {
  if (ended) return;
  ended = true;
  document.documentElement.hidden = true;
  dispatchEvent(new Event('takar:end')); // The program lets go of its work, so that leaving writes nothing.
  for (const name of ['takarUnsaved', 'takarLeft', 'takarHandOver']) delete globalThis[name];
  for (const form of document.forms) form.reset();
  for (const field of document.querySelectorAll('input:not([type="radio"], [type="checkbox"]), textarea')) field.value = '';
  window.name = '';
  await quietly(() => empty(sessionStorage));
  if (settings?.everything) {
    await quietly(() => empty(localStorage));
    await quietly(() => drop(COPIES));
  }
  // The files of the program itself stay; whatever else was put into a cache under our name goes.
  await quietly(async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith(`${OURS}data`));
    await Promise.all(names.map((name) => caches.delete(name)));
  });
  // One address for all visits, and a page that is made anew: nothing to go back to.
  history.replaceState(null, '', `${location.pathname}${location.search}#/`);
  location.reload();
}

const tell = (left) => dispatchEvent(new CustomEvent('takar:idle', { detail: left }));

function tick() {
  if (ended || last === undefined) return;
  // The clock of the wall: a computer that slept has been left alone too.
  const idle = (Date.now() - last) / 1000;
  const left = Math.ceil(settings.idle + settings.warning - idle);
  if (left <= 0) {
    end();
  } else if (idle >= settings.idle) {
    if (!asked) before = document.activeElement;
    asked = true;
    tell(left);
  }
}

// Nobody has to be asked before somebody has come.
function touched() {
  if (!asked) last = Date.now();
}

globalThis.takarKiosk = {
  end,
  /** `idle`, `warning`: seconds; `everything`: also what ordinary visits have left. */
  begin(wanted) {
    settings = wanted;
    for (const event of ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchmove', 'input', 'scroll']) {
      addEventListener(event, touched, { capture: true, passive: true });
    }
    setInterval(tick, 500);
    // Browsers remember what was typed into fields, unless told not to.
    addEventListener('focusin', ({ target }) => {
      if (target.matches?.('input, textarea')) target.setAttribute('autocomplete', 'off');
    });
    // A page that the browser kept for its Back button would show the work of the visitor before.
    addEventListener('pagehide', () => {
      document.documentElement.hidden = true;
    });
    addEventListener('pageshow', (event) => {
      if (event.persisted) end();
    });
  },
  /** The visitor is still there. */
  stay() {
    asked = false;
    last = Date.now();
    before?.focus?.();
  },
};
