// The built page with one script more, served as `make serve` does, under the same policy.

import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HEADERS, serve } from '../../scripts/serve.mjs';

/**
 * Serves a watched copy of a built folder. Gives its address, that of an empty page there, of a copy in which a script
 * was changed, of one whose policy forbids WebAssembly, and the end of it.
 */
export async function site(dist) {
  const dir = await mkdtemp(join(tmpdir(), 'takar-situs-'));
  await cp(dist, dir, { recursive: true });
  const page = await readFile(join(dir, 'index.html'), 'utf8');
  const watched = page.replace('<meta charset="utf-8">', '$&<script src="./watched.js"></script>');
  if (watched === page) throw new Error('engines: index.html has no place for the watching script');
  await writeFile(join(dir, 'index.html'), watched);
  await writeFile(join(dir, 'kosong.html'), '<!doctype html><title>Kosong</title>');
  await cp(new URL('watched.js', import.meta.url), join(dir, 'watched.js'));
  // The same with a script that somebody has changed.
  const changed = await mkdtemp(join(tmpdir(), 'takar-situs-'));
  await cp(dir, changed, { recursive: true });
  const script = (await readdir(changed)).find((name) => /^takar-home-.*\.js$/.test(name));
  await writeFile(join(changed, script), `document.title = 'berubah';\n${await readFile(join(changed, script), 'utf8')}`);
  const policy = HEADERS['Content-Security-Policy'].replace(" 'wasm-unsafe-eval'", '');

  const servers = await Promise.all([
    serve({ dir }), serve({ dir: changed }), serve({ dir, headers: { 'Content-Security-Policy': policy } }),
  ]);
  const [address, altered, forbidding] = servers.map((server) => `http://127.0.0.1:${server.address().port}/`);
  return {
    address,
    altered,
    forbidding,
    blank: `${address}kosong.html`,
    close: async () => {
      for (const server of servers) {
        server.closeAllConnections();
        server.close();
      }
      await Promise.all([dir, changed].map((one) => rm(one, { recursive: true, force: true })));
    },
  };
}
