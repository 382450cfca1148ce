// Fetches the modules of the program and takes them only when they are, byte for byte, what was built: the hashes
// stand in index.html (scripts/name-app.mjs). What cannot be had is thrown with its `trouble`, a name that
// public/floor.js has a sentence for.

// The edition that is one file has them within itself, where nothing is fetched (public/files.js).
const inside = globalThis.takarInside;
const at = (path) => new URL(path, document.baseURI).href;
const name = (address) => new URL(address).pathname.split('/').at(-1);

function trouble(kind, message) {
  return Object.assign(new Error(message), { trouble: kind });
}

/** Why a file could not be had, though the browser tells no more than that it could not. */
async function reason(address, script) {
  let answer;
  try {
    answer = await fetch(address, { cache: 'no-store' });
  } catch {
    return trouble('unreachable', `Failed to fetch ${name(address)}`);
  }
  const type = answer.headers.get('Content-Type') ?? '';
  answer.body?.cancel().catch(() => {});
  if (!answer.ok) return trouble('missing', `${answer.status} ${name(address)}`);
  if (script && !/javascript|ecmascript/i.test(type)) return trouble('type', `${name(address)}: ${type || '?'}`);
  return trouble('damaged', name(address));
}

async function get(address, integrity, cache) {
  const response = await fetch(address, { integrity, cache });
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  return response;
}

/**
 * The response with a wasm module, by its path. Any MIME type will do. A copy in the browser's cache that is not what was
 * built is fetched anew once.
 */
export async function checkedWasm(path, integrity = '') {
  if (inside) return inside.file(path);
  const address = at(path);
  try {
    return await get(address, integrity, 'default').catch(() => get(address, integrity, 'reload'));
  } catch {
    throw await reason(address, false);
  }
}

// `import()` knows no hashes. A preloaded module is the one that is imported afterwards, and preloading knows them.
function preload(address, integrity) {
  return new Promise((done, fail) => {
    const link = document.createElement('link');
    Object.assign(link, { rel: 'modulepreload', href: address, integrity, onload: done, onerror: fail });
    document.head.append(link);
  });
}

// WebKit preloads without a look at the hash (seen in WebKitGTK 2.50), and older browsers do not preload.
const preloads =
  document.createElement('link').relList.supports?.('modulepreload') && !navigator.vendor.startsWith('Apple');

async function check(address, integrity) {
  if (!preloads) {
    await get(address, integrity, 'default').catch(() => get(address, integrity, 'reload'));
    return address;
  }
  try {
    await preload(address, integrity);
    return address;
  } catch {
    // The same as above; under the same address the browser would not ask again.
    await get(address, integrity, 'reload');
    const again = address + (address.includes('#') ? '-' : '#1');
    await preload(again, integrity);
    return again;
  }
}

/** Imports a script by its path, checked. */
export async function checkedCode(path, integrity) {
  if (inside) return inside.code(path);
  const address = at(path);
  try {
    return await import(integrity ? await check(address, integrity) : address);
  } catch {
    throw await reason(address, true);
  }
}
