// The built page with one script more, served as `make serve` does, under the same policy.

import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '../../scripts/serve.mjs';

/** Serves a watched copy of a built folder. Gives its address, that of an empty page there, and the end of it. */
export async function site(dist) {
  const dir = await mkdtemp(join(tmpdir(), 'takar-situs-'));
  await cp(dist, dir, { recursive: true });
  const page = await readFile(join(dir, 'index.html'), 'utf8');
  const watched = page.replace('<meta charset="utf-8">', '$&<script src="./watched.js"></script>');
  if (watched === page) throw new Error('engines: index.html has no place for the watching script');
  await writeFile(join(dir, 'index.html'), watched);
  await writeFile(join(dir, 'kosong.html'), '<!doctype html><title>Kosong</title>');
  await cp(new URL('watched.js', import.meta.url), join(dir, 'watched.js'));
  const server = await serve({ dir });
  const address = `http://127.0.0.1:${server.address().port}/`;
  return {
    address,
    blank: `${address}kosong.html`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}
