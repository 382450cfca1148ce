// Where the page's own files come from: from beside the page, or, in the edition that is one file, from inside it
// (scripts/single-file/inside.js). Whoever wants a file of the page asks here, modules apart (public/checked.js).

const inside = globalThis.takarInside;

/** A file of the page, by its path relative to the page, as `fetch` would answer with these options. */
globalThis.takarFile = (path, options) =>
  inside ? inside.file(path) : fetch(new URL(path, document.baseURI), options);
