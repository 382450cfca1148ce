// After trunk's build: finishes index.html. Names the files of the modules that public/boot.js loads later by their
// content, so that a browser never mixes two versions from its cache, and tells it those names in index.html.
import { createHash } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.env.TRUNK_STAGING_DIR;
const at = (name) => join(folder, name);

// What public/checked.js holds the files to, in the form of the attribute `integrity`.
const hash = (file) => `sha256-${createHash('sha256').update(readFileSync(at(file))).digest('base64')}`;
const hashes = (name, js, wasm) => `data-${name}-hashes="${hash(js)} ${hash(wasm)}"`;

const attributes = ['app', 'workbook'].map((name) => {
  const files = [`takar-${name}.js`, `takar-${name}_bg.wasm`];
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(at(file)));
  const base = `takar-${name}-${hash.digest('hex').slice(0, 16)}`;
  const [js, wasm] = [`${base}.js`, `${base}_bg.wasm`];
  renameSync(at(files[0]), at(js));
  renameSync(at(files[1]), at(wasm));
  return `data-${name}-js="./${js}" data-${name}-wasm="./${wasm}" ${hashes(name, js, wasm)}`;
});

// In a sandboxed frame without an origin every file is a foreign one, and a style sheet with a hash
// is only taken when it was asked for with CORS.
const page = readFileSync(at('index.html'), 'utf8').replaceAll('<link rel="stylesheet"', '<link rel="stylesheet" crossorigin="anonymous"');
const [home] = page.match(/takar-home-[0-9a-f]+(?=\.js)/) ?? [];
if (!home) throw new Error('name-app: index.html does not name takar-home');
attributes.push(hashes('home', `${home}.js`, `${home}_bg.wasm`));
const named = page.replace('src="./boot.js"', `src="./boot.js" ${attributes.join(' ')}`);
if (named === page) throw new Error('name-app: index.html has no script tag for ./boot.js');
writeFileSync(at('index.html'), named);

// What is finished now is also written as one file.
await import('./single-file.mjs');
