#!/usr/bin/env node
// Writes the page as one file, takar.html, into the folder of a built page: docs/single-file.md says how it is made.
// Stops where the page is not as it expects, rather than write a file that does not start.
//
//   node scripts/single-file.mjs [folder]     dist, if none is named

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const folder = process.argv[2] ?? process.env.TRUNK_STAGING_DIR ?? 'dist';
const read = (path) => readFileSync(join(folder, path), 'utf8');
const own = (name) => readFileSync(new URL(`single-file/${name}`, import.meta.url), 'utf8');
const stop = (why) => {
  throw new Error(`single-file: ${why}`);
};
const only = (found, what) => (found.length === 1 ? found[0] : stop(`${found.length} of ${what} instead of one`));

// Code.

/** A script as the body of a function: what it imports comes from `modules`, what it exports is returned. */
function body(name, source, modules) {
  const exports = [];
  const names = (list, between) =>
    list.split(',').map((one) => one.trim()).filter(Boolean).map((one) => one.replace(/\s+as\s+/, between));
  const code = source
    .replace(/^import \{([^}]*)\} from '\.\/([\w.-]+)';$/gm, (_, list, from) => `const { ${names(list, ': ').join(', ')} } = ${modules(from)};`)
    .replace(/^import '\.\/([\w.-]+)';$/gm, (_, from) => `${modules(from)};`)
    .replace(/\bimport\('\.\/([\w.-]+)'\)/g, (_, from) => {
      later.add(from);
      return `later(${JSON.stringify(from)})`;
    })
    .replace(/^export ((?:async )?function|class|const|let) (\w+)/gm, (_, kind, what) => {
      exports.push(what);
      return `${kind} ${what}`;
    })
    .replace(/^export \{([^}]*)\};$/gm, (_, list) => {
      for (const one of list.split(',')) {
        const [what, as = what] = one.trim().split(/\s+as\s+/);
        if (what) exports.push(as === what ? what : `${as}: ${what}`);
      }
      return '';
    });
  const left = code.match(/^\s*(import|export)\b(?!\s*[(.:]).*/m);
  if (left) stop(`${name} has "${left[0].trim()}", which is not understood here`);
  return `${code.trimEnd()}\nreturn { ${exports.join(', ')} };`;
}

/** Scripts that run only when they are asked for. */
const later = new Set();
const bundled = new Map();
/** A script of the page and all that it imports, each once and in its order; returns what it is called. */
function bundle(name) {
  if (!bundled.has(name)) {
    bundled.set(name, null);
    const called = `module${bundled.size}`;
    const code = body(name, read(name), bundle);
    bundled.delete(name);
    bundled.set(name, { called, code });
  }
  return bundled.get(name)?.called ?? stop(`${name} imports itself`);
}

const wrapped = (code) => `(() => {\n${code}\n})`;

// The page.

const page = read('index.html').replace(/<!--[^]*?-->/g, '');
const head = only([...page.matchAll(/<head>([^]*)<\/head>/g)], '<head>')[1];
const shown = only([...page.matchAll(/<body>([^]*)<\/body>/g)], '<body>')[1];
const attribute = (tag, name) => tag.match(new RegExp(`\\s${name}="([^"]*)"`))?.[1];
const tags = (name) => [...`${head}${shown}`.matchAll(new RegExp(`<${name}\\b[^>]*>`, 'g'))].map(([tag]) => tag);

const loader = only(tags('script').filter((tag) => attribute(tag, 'src') === './boot.js'), '<script src="./boot.js">');
// What runs before the loader, each in an element of its own.
const first = tags('script').filter((tag) => tag !== loader).map((tag) => {
  const [src, type] = [attribute(tag, 'src'), attribute(tag, 'type')];
  if (!/^\.\/[\w.-]+\.js$/.test(src ?? '') || type) stop(`${tag} is not understood here`);
  return read(src).trim();
});

const icons = [];
const styles = [];
for (const link of tags('link')) {
  const [rel, href] = [attribute(link, 'rel'), attribute(link, 'href')];
  if (rel === 'stylesheet') styles.push(read(href));
  else if (rel === 'icon' && href.endsWith('.svg')) icons.push(`data:image/svg+xml;base64,${Buffer.from(read(href)).toString('base64')}`);
  // What installs the page, or loads ahead: a file is neither installed nor loaded.
  else if (!/^(icon|apple-touch-icon|manifest|modulepreload|preload)$/.test(rel)) stop(`${link} is not understood here`);
}
const LATE = '.late { visibility: hidden; animation: late 0s 4s forwards; }\n@keyframes late { to { visibility: visible; } }';
const style = [...styles, LATE].join('\n').trim();
if (/url\(|@import/.test(style)) stop('the style sheets load something');

// The modules, under their plain names.
const plain = (path) => path.replace(/^\.\//, '').replace(/-[0-9a-f]{8,}(?=[._])/, '');
const modules = [...loader.matchAll(/\sdata-([\w-]+)="([^"]*)"/g)].filter(([, name]) => /(^|-)(js|wasm)$/.test(name));
if (modules.length < 6) stop(`${loader} names ${modules.length} files of modules`);
const glue = modules.filter(([, name]) => name.endsWith('js')).map(([, , path]) => {
  const source = read(path);
  if (!/^export \{ initSync, __wbg_init as default \};$/m.test(source)) stop(`${path} does not export what wasm-bindgen's glue exports`);
  return `${JSON.stringify(plain(path))}: ${wrapped(body(path, source, () => stop(`${path} imports`)))},`;
});

bundle('boot.js');
// They may ask for more of their kind.
const waiting = new Map();
for (const name of later) waiting.set(name, body(name, read(name), bundle));
const code = [
  `const gunzip = ${wrapped(`${own('gunzip.js').trimEnd()}\nreturn gunzip;`)}();`,
  `const glue = {\n${glue.join('\n')}\n};`,
  `${wrapped(own('inside.js').trimEnd())}();`,
  `const waiting = {\n${[...waiting].map(([name, of]) => `${JSON.stringify(name)}: ${wrapped(of)},`).join('\n')}\n};`,
  'const begun = {};\nconst later = async (name) => (begun[name] ??= waiting[name]());',
  ...[...bundled.values()].map(({ called, code: of }) => `const ${called} = ${wrapped(of)}();`),
].join('\n');
if ([code, ...first].some((one) => /<\/script|<script|<!--/i.test(one))) stop('the code contains what would end its element');
if (/<\/style|<!--/i.test(style)) stop('the style sheets contain what would end their element');
const parsed = spawnSync(process.execPath, ['--input-type=module', '--check', '-'], { input: code, encoding: 'utf8' });
if (parsed.status !== 0) stop(`the code cannot be parsed: ${parsed.stderr}`);

// The data.

const packed = (content) => gzipSync(content, { level: 9 }).toString('base64');
const DATA = ['examples', 'help', 'holidays', 'instruments', 'results'];
// Pictures as base64: there is nothing but texts inside.
const content = (path) => (path.endsWith('.webp') ? readFileSync(join(folder, path)).toString('base64') : read(path));
const data = {};
for (const part of DATA) for (const file of readdirSync(join(folder, part)).sort()) data[`${part}/${file}`] = content(`${part}/${file}`);

// What an administrator has set up, if anything.
const config = existsSync(join(folder, 'takar.json')) ? [JSON.stringify(JSON.parse(read('takar.json'))).replaceAll('<', '\\u003c')] : [];

// One file. Attributes are written as browsers write them, so that the page can write itself again.

const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const POLICY = [
  "default-src 'none'",
  `script-src ${[...first, code].map((one) => hash(`\n${one}\n`)).join(' ')} 'wasm-unsafe-eval'`,
  `style-src ${hash(`\n${style}\n`)}`,
  'img-src data: blob:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');
const marked = (tag) => tag.replace(/\s*\/?>$/, ' data-takar="">');
const meta = tags('meta').filter((tag) => !tag.includes('charset='));
const title = only([...head.matchAll(/<title>([^<]*)<\/title>/g)], '<title>')[1];
// Where no script runs: in the preview of a mail program, or at an address whose policy forbids inline scripts.
// Shown after a while, because otherwise the page is there at once.
const HELP = `<div id="keadaan" role="status">
<div class="note late">
<p>Takar belum berjalan di sini. Simpan berkas ini ke komputer Anda, lalu buka dengan klik dua kali memakai Chrome, Edge, atau Firefox.</p>
<p lang="en">Takar is not running here. Save this file to your computer, then open it with a double click in Chrome, Edge or Firefox.</p>
</div>
</div>`;
const STATE = /<div id="keadaan"[^]*?<\/div>(?=\s*<\/section>)/;
const before = shown.replace(/<script\b[^>]*><\/script>/g, '').trim();
if (!/^<div id="sebelum">[^]*<\/div>$/.test(before) || !STATE.test(before) || /<script/.test(before)) stop('the body is not #sebelum alone');

const html = [
  '<!doctype html>', '<html lang="id">', '<head>',
  '<meta charset="utf-8" data-takar="">',
  `<meta http-equiv="Content-Security-Policy" content="${POLICY}" data-takar="">`,
  ...meta.map(marked),
  `<title data-takar="">${title}</title>`,
  ...icons.map((icon) => `<link rel="icon" href="${icon}" type="image/svg+xml" data-takar="">`),
  `<style data-takar="">\n${style}\n</style>`,
  ...first.map((one) => `<script data-takar="">\n${one}\n</script>`),
  '</head>', '<body>',
  before.replace('<div id="sebelum">', '<div id="sebelum" data-takar="">').replace(STATE, HELP),
  '<script type="application/json" id="takar-enclosed" data-takar=""></script>',
  ...config.map((one) => `<script type="application/json" id="takar-config" data-takar="">${one}</script>`),
  `<script type="text/plain" id="takar-data" data-takar="">${packed(JSON.stringify(data))}</script>`,
  ...modules.filter(([, name]) => name.endsWith('wasm')).map(
    ([, , path]) => `<script type="text/plain" id="${plain(path)}" data-takar="">${packed(readFileSync(join(folder, path)))}</script>`),
  `<script type="module" ${modules.map(([, name, path]) => `data-${name}="${plain(path)}"`).join(' ')} data-takar="">\n${code}\n</script>`,
  '</body>', '</html>', '',
].join('\n');
writeFileSync(join(folder, 'takar.html'), html);
console.log(`single-file: ${join(folder, 'takar.html')}, ${Buffer.byteLength(html)} bytes`);
