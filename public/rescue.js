// When the program itself fails, the page stays calm: it says so in both languages and offers the last
// good state as a file. Plain JavaScript, because a failed wasm module can no longer be relied on.

const START = 'takar:draft:';

/** The drafts as they were last written, by id: in the storage, or left by a page that could not write. */
function drafts() {
  const found = new Map();
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(START)) found.set(key.slice(START.length), localStorage.getItem(key));
    }
  } catch {
    // Blocked: then what the page left is all there is.
  }
  for (const [id, text] of Object.entries(globalThis.takarUnsaved ?? {})) found.set(id, text);
  return found;
}

function save() {
  const all = drafts();
  // The draft on the page, if one is; else every one.
  const open = /^#?\/a\/([^/]+)/.exec(location.hash)?.[1];
  for (const [id, text] of all.has(open) ? [[open, all.get(open)]] : all) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    link.download = `takar-salinan-${id}.json`;
    link.click();
  }
}

function element(name, parts = {}, ...children) {
  const made = Object.assign(document.createElement(name), parts);
  made.append(...children);
  return made;
}

function show() {
  if (document.getElementById('selamat')) return;
  const box = element('div', { id: 'selamat', className: 'rescue' });
  box.setAttribute('role', 'alertdialog');
  box.setAttribute('aria-labelledby', 'selamat-judul');
  const copy = element('button', { className: 'btn primary', type: 'button', onclick: save }, 'Simpan salinan · Save a copy');
  const again = element('button', { className: 'btn', type: 'button', onclick: () => location.reload() }, 'Muat ulang · Reload');
  const title = element('h2', { id: 'selamat-judul' }, 'Takar berhenti karena kesalahan program');
  // Who runs a kiosk may have forbidden files.
  const files = document.documentElement.dataset.downloads !== 'off';
  box.append(
    element('div', { className: 'card stack' },
      title,
      element('p', {}, 'Pekerjaan yang sudah tersimpan tetap aman. Yang diketik dalam detik terakhir mungkin belum. Simpan salinan, lalu muat ulang halaman.'),
      element('p', { lang: 'en', className: 'soft' }, 'Takar stopped because of an error in the program. Saved work is safe; what was typed in the last second may not be. Save a copy, then reload the page.'),
      ...(drafts().size ? [] : [element('p', { className: 'soft' }, 'Belum ada draf yang dapat disalin. · There is no draft to copy.')]),
      element('div', { className: 'actions' }, ...(files ? [copy] : []), again)),
  );
  // What is behind it no longer answers.
  for (const behind of document.body.children) behind.inert = true;
  document.body.append(box);
  (files ? copy : again).focus();
}

addEventListener('takar:panic', show);
// An error that went through the program's own code has left it in the middle of something.
const isOurs = (error) => error instanceof WebAssembly.RuntimeError || /\.wasm|wasm-function/.test(error?.stack ?? '');
if (typeof WebAssembly === 'object') {
  addEventListener('error', (event) => isOurs(event.error) && show());
  addEventListener('unhandledrejection', (event) => isOurs(event.reason) && show());
}
