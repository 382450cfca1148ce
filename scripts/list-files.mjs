// Finishes a built folder for working without network: writes the list of its files, each with its SHA-256 and
// size, into its service worker, and the name of the version, which is made of that list, into the worker and
// the page. May be run again on a folder whose files have changed.
//
//   node scripts/list-files.mjs FOLDER
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const TEMPLATE = fileURLToPath(new URL('../public/sw.js', import.meta.url));
// What the page does not need, what belongs to the site, and what is packed once more.
const LEFT_OUT = [/^sw(-off)?\.js$/, /^takar\.(json|html)$/, /^embed\//, /\.(br|gz|map)$/, /(^|\/)\./];

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** Every file that belongs to the version, by its path with `/`, sorted. */
function files(folder) {
  const all = readdirSync(folder, { recursive: true }).filter((path) => statSync(join(folder, path)).isFile());
  return all.map((path) => path.split(sep).join('/')).filter((path) => !LEFT_OUT.some((out) => out.test(path))).sort();
}

function replaced(text, pattern, by, where) {
  if (!pattern.test(text)) throw new Error(`list-files: nothing in ${where} fits ${pattern}`);
  return text.replace(pattern, () => by);
}

/** Writes `sw.js` into a built folder and returns the name of the version. */
export function listFiles(folder) {
  const at = (path) => join(folder, path);
  const page = readFileSync(at('index.html'), 'utf8').replace(/ data-version="[^"]*"/, '');
  writeFileSync(at('index.html'), page);
  const paths = files(folder);
  const hashes = paths.map((path) => `${path} ${sha256(readFileSync(at(path)))}\n`);
  const worker = readFileSync(TEMPLATE, 'utf8');
  // A new worker over the same files is a new version too: the page is told of it in the same way.
  const version = sha256(hashes.join('') + worker).slice(0, 16);
  writeFileSync(at('index.html'), replaced(page, / src="\.\/boot\.js"/, ` src="./boot.js" data-version="${version}"`, 'index.html'));
  const list = Object.fromEntries(paths.map((path) => {
    const bytes = readFileSync(at(path));
    return [path, [sha256(bytes), bytes.length]];
  }));
  const named = replaced(worker, /const VERSION = '';/, `const VERSION = '${version}';`, 'sw.js');
  const lines = JSON.stringify(list).replaceAll('],', '],\n  ').replace(/^\{/, '{\n  ').replace(/\}$/, '\n}');
  writeFileSync(at('sw.js'), replaced(named, /const FILES = \{\};/, `const FILES = ${lines};`, 'sw.js'));
  return version;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!process.argv[2]) throw new Error('Usage: node scripts/list-files.mjs FOLDER');
  console.log(listFiles(process.argv[2]));
}
