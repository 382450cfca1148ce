// Where the page's own files come from: from beside the page, or, in the edition that is one file, from inside it
// (scripts/single-file/inside.js). Whoever wants a file of the page asks here.

import { checkedCode, checkedWasm } from './checked.js';

const inside = globalThis.takarInside;
const address = (path) => new URL(path, document.baseURI).href;

/** A file of the page, by its path relative to the page, as `fetch` would answer with these options. */
globalThis.takarFile = (path, options) => (inside ? inside.file(path) : fetch(address(path), options));

/** A wasm module, by its path, held to its hash where it comes from a server. */
export const wasm = (path, hash) => (inside ? inside.file(path) : checkedWasm(address(path), hash));

/** The script of a wasm module, by its path, held to its hash in the same way. */
export const code = (path, hash) => (inside ? inside.code(path) : checkedCode(address(path), hash));
