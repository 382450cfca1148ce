// Loads the app: the glue code and the WebAssembly that index.html names in this script's own tag.
// A file of its own, so that the page works where inline scripts are forbidden.

const tag = document.querySelector('script[data-wasm]');
const address = (name) => new URL(tag.dataset[name], document.baseURI).href;
const state = document.getElementById('keadaan');

function line(language, text) {
  const paragraph = document.createElement('p');
  paragraph.lang = language;
  paragraph.textContent = text;
  return paragraph;
}

// The page must never stay silent: say what is missing and what to do, in both languages.
function explain(error) {
  console.error(error);
  if (!state) return;
  const noWasm = typeof WebAssembly !== 'object' || /WebAssembly|unsafe-eval|CompileError/i.test(`${error}`);
  state.className = 'note bad';
  state.setAttribute('role', 'alert');
  state.replaceChildren(
    ...(noWasm
      ? [
          line('id', 'Peramban ini tidak dapat menjalankan WebAssembly, atau pengelola situs melarangnya. Perbarui peramban, atau minta pengelola mengizinkan wasm-unsafe-eval. Draf Anda tidak berubah.'),
          line('en', 'This browser cannot run WebAssembly, or the site forbids it. Update the browser, or ask the administrator to allow wasm-unsafe-eval. Your drafts are unchanged.'),
        ]
      : [
          line('id', 'Takar tidak dapat dimuat. Periksa sambungan, lalu muat ulang halaman. Draf Anda tidak berubah.'),
          line('en', 'Takar could not be loaded. Check the connection, then reload the page. Your drafts are unchanged.'),
        ]),
  );
}

try {
  if (state) state.textContent = 'Memuat…';
  const app = await import(address('js'));
  await app.default({ module_or_path: address('wasm') });
} catch (error) {
  explain(error);
}
