// What the page says where it cannot run. Written so that every browser that can show the page can run this file:
// a classic script, no syntax after ECMAScript 5, nothing that has to be there. public/boot.js calls
// `takarExplain`; what stops boot.js itself is noticed here.

(function () {
  'use strict';

  // The modules use bulk memory, reference types, several results, conversions that do not trap, and sign
  // extension. This one uses each of them once.
  var NEEDED = [
    0, 97, 115, 109, 1, 0, 0, 0, 1, 12, 2, 96, 1, 124, 2, 127, 127, 96, 0, 2, 127, 127, 3, 2, 1, 0, 4, 4, 1, 111, 0, 1,
    5, 3, 1, 0, 1, 10, 20, 1, 18, 0, 65, 0, 65, 0, 65, 0, 252, 11, 0, 32, 0, 252, 2, 65, 1, 192, 11
  ];
  var EMPTY = [0, 97, 115, 109, 1, 0, 0, 0];

  var CALM = [' Draf Anda tidak berubah.', ' Your drafts are unchanged.'];
  var SENTENCES = {
    old: [
      'Peramban ini terlalu lama untuk Takar, atau WebAssembly dimatikan di dalamnya. Perbarui peramban (Chrome atau Edge 97, Firefox 102, Safari 16.4, atau yang lebih baru), atau gunakan peramban lain.',
      'This browser is too old for Takar, or WebAssembly is switched off in it. Update it (Chrome or Edge 97, Firefox 102, Safari 16.4, or newer), or use another one.'
    ],
    forbidden: [
      'Situs ini melarang WebAssembly, jadi Takar tidak dapat berjalan. Minta pengelola situs mengizinkan \'wasm-unsafe-eval\' dalam Content-Security-Policy.',
      'This site forbids WebAssembly, so Takar cannot run. Ask the administrator of the site to allow \'wasm-unsafe-eval\' in its Content-Security-Policy.'
    ],
    missing: [
      'Satu berkas Takar tidak ada di server. Muat ulang halaman. Bila tetap begini, minta pengelola situs menyalin semua berkas Takar sekali lagi.',
      'A file of Takar is not on the server. Reload the page. If that does not help, ask the administrator of the site to copy all files of Takar again.'
    ],
    damaged: [
      'Satu berkas Takar rusak atau berubah, jadi tidak dijalankan. Muat ulang halaman. Bila tetap begini, minta pengelola situs menyalin semua berkas Takar sekali lagi.',
      'A file of Takar is damaged or was changed, so it is not run. Reload the page. If that does not help, ask the administrator of the site to copy all files of Takar again.'
    ],
    type: [
      'Server mengirim satu berkas Takar dengan jenis (MIME) yang salah, jadi peramban menolaknya. Minta pengelola situs membetulkannya.',
      'The server sends a file of Takar with a wrong type (MIME), so the browser refuses it. Ask the administrator of the site to correct it.'
    ],
    unreachable: [
      'Takar tidak dapat dimuat. Periksa sambungan, lalu muat ulang halaman.',
      'Takar could not be loaded. Check the connection, then reload the page.'
    ],
    file: [
      'Halaman ini harus dibuka dari server web. Untuk membuka Takar langsung dari komputer, gunakan berkas takar.html.',
      'This page has to come from a web server. To open Takar straight from this computer, use the file takar.html.'
    ],
    failed: [
      'Takar tidak dapat dijalankan. Muat ulang halaman. Bila tetap begini, gunakan peramban lain.',
      'Takar could not be started. Reload the page. If that does not help, use another browser.'
    ]
  };

  function wasm(bytes, use) {
    try {
      return use(new Uint8Array(bytes));
    } catch (error) {
      return false;
    }
  }
  // Checking a module is allowed under every policy, making one is not.
  function isOld() {
    return typeof WebAssembly !== 'object' || !wasm(NEEDED, function (bytes) { return WebAssembly.validate(bytes); });
  }
  function isForbidden() {
    return !wasm(EMPTY, function (bytes) { return new WebAssembly.Module(bytes); });
  }

  /** What is wrong, of what was thrown: the name of a sentence. */
  function cause(error) {
    if (isOld()) return 'old';
    if (isForbidden()) return 'forbidden';
    if (error && SENTENCES[error.trouble]) return error.trouble;
    // WebKit lets an empty module be made, and refuses a real one.
    if (error && /unsafe-eval/.test(error.message)) return 'forbidden';
    if (error instanceof WebAssembly.CompileError || error instanceof WebAssembly.LinkError) return 'damaged';
    return 'failed';
  }

  function line(language, text) {
    var paragraph = document.createElement('p');
    paragraph.lang = language;
    paragraph.appendChild(document.createTextNode(text));
    return paragraph;
  }

  /** Says in both languages why Takar does not run, and what to do. */
  function explain(error) {
    if (window.console && error) console.error(error);
    var what = cause(error);
    var box = document.getElementById('keadaan');
    if (!box) {
      box = document.createElement('div');
      box.id = 'keadaan';
      document.body.insertBefore(box, document.body.firstChild);
    }
    box.className = 'note bad';
    box.setAttribute('role', 'alert');
    box.setAttribute('data-trouble', what);
    while (box.firstChild) box.removeChild(box.firstChild);
    box.appendChild(line('id', SENTENCES[what][0] + CALM[0]));
    box.appendChild(line('en', SENTENCES[what][1] + CALM[1]));
    if (error && what !== 'unreachable') {
      var detail = line('id', 'Rincian untuk pengelola (details for the administrator): ' + (error.message || error));
      detail.className = 'soft';
      box.appendChild(detail);
    }
  }
  window.takarExplain = explain;

  function name(address) {
    return address.replace(/[?#].*$/, '').replace(/^.*\//, '');
  }

  // A module of the page that did not come, or one that it imports: the first that is not as it should be.
  function examine(address, seen) {
    if (seen[address]) return Promise.resolve();
    seen[address] = true;
    return fetch(address, { cache: 'no-store' }).then(function (answer) {
      var type = answer.headers.get('Content-Type') || '';
      if (!answer.ok) throw { trouble: 'missing', message: answer.status + ' ' + name(address) };
      if (!/javascript|ecmascript/i.test(type)) throw { trouble: 'type', message: name(address) + ': ' + (type || '?') };
      return answer.text();
    }, function () {
      throw { trouble: 'unreachable', message: name(address) };
    }).then(function (code) {
      var imports = /(?:from|import)\s*'(\.\/[\w.-]+)'/g;
      var next = Promise.resolve();
      code.replace(imports, function (_, path) {
        next = next.then(function () { return examine(new URL(path, address).href, seen); });
      });
      return next;
    });
  }

  function broken(script, error) {
    if (location.protocol === 'file:') return explain({ trouble: 'file', message: 'file:' });
    if (isOld() || typeof fetch !== 'function') return explain(error);
    examine(script, {}).then(function () {
      explain(error || { trouble: 'damaged', message: name(script) });
    }, explain);
  }

  // In the capturing phase, because what a script element has to report does not bubble.
  window.addEventListener('error', function (event) {
    var script = event.target;
    if (script && script.tagName === 'SCRIPT') return broken(script.src);
    // Half a file, or one that the browser does not understand, ends in an error of syntax.
    if (event.error instanceof SyntaxError && /\.js$/.test(event.filename || '')) {
      broken(event.filename, { trouble: 'damaged', message: name(event.filename) + ': ' + event.message });
    }
  }, true);

  // Without modules boot.js is never asked for.
  if (!('noModule' in document.createElement('script'))) {
    document.addEventListener('DOMContentLoaded', function () { explain({ trouble: 'old', message: 'script type=module' }); });
  }
})();
