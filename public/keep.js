// A second copy of each draft, in IndexedDB. Browsers write localStorage down when they find time: Chromium
// after five seconds, and after minutes where much is written. What IndexedDB has said to have written
// survives a browser that is killed. Plain JavaScript, because the copy is looked at before any module runs.

const NAME = 'takar:drafts';
const STORE = 'drafts';
const ASIDE = '~'; // No id begins with it.
const PATIENCE = 3000; // Milliseconds; some browsers have been known not to answer at all.

const patient = (promise) =>
  Promise.race([promise, new Promise((_, fail) => setTimeout(fail, PATIENCE, new Error('IndexedDB is silent')))]);

let opened;
function open() {
  return (opened ??= new Promise((done, fail) => {
    const asked = indexedDB.open(NAME, 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(STORE);
    asked.onerror = () => fail(asked.error);
    asked.onsuccess = () => {
      asked.result.onclose = asked.result.onversionchange = () => {
        asked.result.close();
        opened = undefined;
      };
      done(asked.result);
    };
  }).catch((error) => {
    opened = undefined;
    throw error;
  }));
}

async function within(mode, work) {
  const base = await open();
  return new Promise((done, fail) => {
    const transaction = base.transaction(STORE, mode, { durability: 'strict' });
    const result = work(transaction.objectStore(STORE));
    transaction.oncomplete = () => done(result?.result);
    transaction.onerror = transaction.onabort = () => fail(transaction.error);
  });
}

const next = new Map();
const busy = new Map();
// Where the copies could not be looked at in time, the first writing of a draft may meet a newer one.
let unseen = false;
const met = new Set();

const written = (id) => Number(localStorage.getItem(`takar:written:${id}`) ?? 0);

async function write(id, copy) {
  await within('readwrite', (all) => {
    if (!copy) return all.delete(id);
    const asked = all.get(id);
    asked.onsuccess = () => {
      const { text, turn = 0 } = asked.result ?? {};
      // Another tab, which knew more, was faster.
      if (turn > copy.turn && turn <= written(id)) return;
      if (unseen && !met.has(id) && turn >= copy.turn && text !== copy.text) all.put(asked.result, ASIDE + id);
      met.add(id);
      all.put(copy, id);
    };
  });
}

// Each draft has one writing under way; what comes meanwhile waits, and only the last of it is written.
async function drain(id) {
  while (next.has(id)) {
    const copy = next.get(id);
    next.delete(id);
    try {
      await patient(write(id, copy));
    } catch {
      // Without the copy the work is as safe as localStorage makes it. Browsers lose connections; the next
      // writing makes a new one.
      opened?.then((base) => base.close(), () => {});
      opened = undefined;
    }
  }
  busy.delete(id);
}

/**
 * Writes the copy of a draft, or forgets it where there is no text. `turn` counts the writings of this draft.
 * The promise is kept when the browser has written it down, or cannot.
 */
globalThis.takarKeep = (id, text, turn) => {
  next.set(id, text === undefined ? undefined : { text, turn });
  if (!busy.has(id)) busy.set(id, drain(id));
  return busy.get(id);
};

function put(id, { text, turn }) {
  const draft = `takar:draft:${id}`;
  try {
    localStorage.setItem(draft, text);
  } catch {
    localStorage.removeItem(`takar:card:${id}`); // Made anew from the draft at any time.
    localStorage.setItem(draft, text);
  }
  localStorage.setItem(`takar:written:${id}`, turn);
}

/**
 * Brings back what localStorage has not been written down of, before anything reads it. What it has no room
 * for is left in `takarLeft`, by id (behind a `~` what a newer copy was set aside as), for the full module to keep.
 */
export async function recover() {
  let late = false;
  const look = async () => {
    if (localStorage.length < 0) return; // Where it is blocked, it says so here.
    // Asking first spares a new visitor the making of a database.
    const known = await indexedDB.databases?.();
    if (known && !known.some(({ name }) => name === NAME)) return;
    const copies = new Map();
    await within('readonly', (all) => {
      all.openCursor().onsuccess = ({ target: { result: cursor } }) => {
        if (!cursor) return;
        copies.set(cursor.key, cursor.value);
        cursor.continue();
      };
    });
    const left = {};
    for (const [id, copy] of late ? [] : copies) {
      const aside = id.startsWith(ASIDE);
      if (!aside && copy.turn <= written(id)) continue;
      try {
        if (aside) left[id] = copy.text;
        else put(id, copy);
      } catch {
        // The draft may have gone in without its count.
        if (localStorage.getItem(`takar:draft:${id}`) !== copy.text) left[id] = copy.text;
      }
    }
    if (Object.keys(left).length) globalThis.takarLeft = left;
  };
  try {
    await patient(look());
  } catch {
    late = unseen = true; // Blocked, or silent: the page goes on with what localStorage has.
  }
}
