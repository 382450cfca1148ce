// What the edition of the page that is one file has in place of a server: its files lie in elements of the page.
// Runs before everything else there.

/** Base64, as the elements hold it. */
function bytes(id) {
  const text = atob(document.getElementById(id).textContent);
  const all = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) all[at] = text.charCodeAt(at);
  return all;
}

/** What was packed with gzip, as a stream. Browsers without a way of their own to unpack take a slower one. */
function unpacked(id) {
  const packed = bytes(id);
  if (typeof DecompressionStream === 'function') {
    return new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  }
  return gunzip(packed);
}

let texts;
/** Instruments, results and the like, by path. */
const data = () => (texts ??= new Response(unpacked('takar-data')).json());

// The page as it was written, before anything changes it. The large elements stay as they are; what may be
// shown, changed or taken away is noted now. Whatever a browser's extension has added is not of the page.
const own = (parent) =>
  [...parent.children].filter((one) => one.hasAttribute('data-takar')).map((one) => (one.localName === 'script' ? one : one.outerHTML));
const written = [own(document.head), own(document.body)];

/** The source of this file, byte for byte. */
function source() {
  const [head, body] = written.map((all) => all.map((one) => one.outerHTML ?? one).join('\n'));
  return `<!doctype html>\n<html lang="id">\n<head>\n${head}\n</head>\n<body>\n${body}\n</body>\n</html>\n`;
}

/** What a file is called here: its path, without the folder of the page. */
const called = (path) => new URL(path, document.baseURI).href.slice(new URL('.', document.baseURI).href.length).replace(/[?#].*$/, '');

async function file(path) {
  const name = called(path);
  if (name === 'takar.html') return new Response(source());
  if (document.getElementById(name)?.matches('script[data-takar]')) {
    return new Response(unpacked(name), { headers: { 'Content-Type': 'application/wasm' } });
  }
  const all = await data();
  return Object.hasOwn(all, name) ? new Response(all[name]) : new Response(null, { status: 404 });
}

globalThis.takarInside = { file, code: async (path) => glue[called(path)]() };

// Another file lies in this one: the page begins with it, unless the address leads elsewhere.
if (document.getElementById('takar-enclosed').textContent.trim() && !location.hash) location.replace('#/buka');
