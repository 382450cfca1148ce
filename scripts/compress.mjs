#!/usr/bin/env node
// Puts a .br and a .gz beside each file of a built page that is worth it, for web servers that send such files as
// they are (docs/deploy.md).
//
//   node scripts/compress.mjs [--dir dist] [--quality 11]

import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const ENDINGS = /\.(html|css|js|csv|json|webmanifest|wasm|svg|txt)$/;
const SMALLEST = 512; // Below it the headers are longer than what is saved.

async function files(dir) {
  const all = await readdir(dir, { recursive: true, withFileTypes: true });
  return all.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

/** Compresses a folder. What an earlier build left goes. Gives the number of files and their bytes, before and after. */
export async function compress(dir, { quality = 11 } = {}) {
  const all = await files(dir);
  await Promise.all(all.filter((name) => /\.(br|gz)$/.test(name)).map((name) => rm(name)));
  const sum = { files: 0, plain: 0, br: 0, gz: 0 };
  await Promise.all(all.filter((name) => ENDINGS.test(name)).map(async (name) => {
    const body = await readFile(name);
    if (body.length < SMALLEST) return;
    const [br, gz] = await Promise.all([
      promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } }),
      promisify(gzip)(body, { level: 9 }),
    ]);
    if (gz.length >= body.length) return;
    await Promise.all([writeFile(`${name}.br`, br), writeFile(`${name}.gz`, gz)]);
    sum.files += 1;
    sum.plain += body.length;
    sum.br += br.length;
    sum.gz += gz.length;
  }));
  return sum;
}

async function main() {
  const { values } = parseArgs({ options: { dir: { type: 'string', default: 'dist' }, quality: { type: 'string', default: '11' } } });
  try {
    const { files, plain, br, gz } = await compress(values.dir, { quality: Number(values.quality) });
    console.log(`compress: ${files} files, ${plain} bytes plain, ${br} brotli, ${gz} gzip`);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    console.error(`There is no folder ${values.dir}; build the page first (make build).`);
    process.exitCode = 1;
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href) await main();
