// After trunk's build: finishes index.html. Names the full module's files by their content, so that a browser never
// mixes two versions from its cache, and tells public/boot.js those names in index.html.
import { createHash } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.env.TRUNK_STAGING_DIR;
const at = (name) => join(folder, name);
const hash = createHash('sha256');
for (const name of ['takar-app.js', 'takar-app_bg.wasm']) hash.update(readFileSync(at(name)));
const base = `takar-app-${hash.digest('hex').slice(0, 16)}`;
renameSync(at('takar-app.js'), at(`${base}.js`));
renameSync(at('takar-app_bg.wasm'), at(`${base}_bg.wasm`));

// In a sandboxed frame without an origin every file is a foreign one, and a style sheet with a hash
// is only taken when it was asked for with CORS.
const page = readFileSync(at('index.html'), 'utf8').replaceAll('<link rel="stylesheet"', '<link rel="stylesheet" crossorigin="anonymous"');
const named = page.replace('src="./boot.js"', `src="./boot.js" data-app-js="./${base}.js" data-app-wasm="./${base}_bg.wasm"`);
if (named === page) throw new Error('name-app: index.html has no script tag for ./boot.js');
writeFileSync(at('index.html'), named);
