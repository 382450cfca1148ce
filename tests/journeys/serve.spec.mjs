// The server of `make serve`: only this computer, only the folder, the right headers.

import { spawn } from 'node:child_process';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '../../scripts/serve.mjs';
import { expect, test } from './page.mjs';
import { spbe } from './samples.mjs';

const dist = process.env.TAKAR_DIST ?? 'dist';

/** Runs the command and collects what it says. */
function run(...options) {
  const child = spawn(process.execPath, ['scripts/serve.mjs', ...options]);
  const said = { out: '', err: '' };
  child.stdout.on('data', (data) => { said.out += data; });
  child.stderr.on('data', (data) => { said.err += data; });
  const ended = new Promise((resolve) => child.on('exit', (code) => resolve(code)));
  return { child, said, ended };
}

/** Asks for a path exactly as written, which no client that tidies addresses would do. */
function raw(port, path) {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = createConnection({ host: '127.0.0.1', port }, () => {
      socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    });
    socket.on('data', (data) => { answer += data; });
    socket.on('end', () => resolve(answer));
    socket.on('error', reject);
  });
}

test('every kind of file has its media type, only names that change with their content are cached, and the policy is strict', async ({ baseURL }) => {
  const get = async (path) => {
    const answer = await fetch(`${baseURL}${path}`);
    return { status: answer.status, type: answer.headers.get('content-type'), headers: answer.headers, text: await answer.text() };
  };
  const home = await get('/');
  expect(home).toMatchObject({ status: 200, type: 'text/html; charset=utf-8' });
  for (const header of ['cache-control', 'content-security-policy']) expect(home.headers.get(header)).toBeTruthy();
  expect(home.headers.get('cache-control')).toBe('no-store');
  const policy = home.headers.get('content-security-policy');
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);

  const named = (pattern) => `/${home.text.match(pattern)[1].replace('./', '')}`;
  const kept = 'public, max-age=31536000, immutable';
  const instrument = await get('/instruments/spbe-2020.json');
  for (const [answer, type, caching] of [
    [await get(named(/href="([^"]+\.css)"/)), /^text\/css/, kept],
    [await get(named(/data-js="([^"]+)"/)), /^text\/javascript/, kept],
    [await get(named(/data-wasm="([^"]+)"/)), /^application\/wasm$/, kept],
    [await get(named(/src="([^"]+\.js)"/)), /^text\/javascript/, 'no-store'],
    [await get('/icon.svg'), /^image\/svg\+xml$/, 'no-store'],
    [instrument, /^application\/json/, 'no-store'],
  ]) {
    expect(answer.type).toMatch(type);
    expect(answer.headers.get('cache-control')).toBe(caching);
  }
  expect(JSON.parse(instrument.text)).toEqual(spbe);
  expect((await get('/gibt-es-nicht.js')).status).toBe(404);
  expect((await get('/instruments')).status).toBe(404);
  expect((await fetch(baseURL, { method: 'POST', body: 'x' })).status).toBe(405);
});

test('no address leads out of the folder', async () => {
  const secret = await mkdtemp(join(tmpdir(), 'takar-'));
  const folder = await mkdtemp(join(tmpdir(), 'takar-'));
  await writeFile(join(secret, 'rahasia.txt'), 'RAHASIA');
  await writeFile(join(folder, 'index.html'), 'terbuka');
  await symlink(join(secret, 'rahasia.txt'), join(folder, 'tautan.txt'));
  const server = await serve({ dir: folder });
  const { port } = server.address();
  try {
    expect(await raw(port, '/')).toContain('terbuka');
    const out = `..${secret.slice(tmpdir().length)}/rahasia.txt`;
    const paths = [
      `/${out}`, `/%2e%2e${out.slice(2)}`, `/..%2f${out.slice(3)}`, `//${secret}/rahasia.txt`, `/x/../../${out.slice(3)}`,
      '/tautan.txt', '/%00', '/%', '/..', '/../', `${secret}/rahasia.txt`,
    ];
    for (const path of paths) {
      const answer = await raw(port, path);
      expect(answer, path).not.toContain('RAHASIA');
      expect(answer, path).toMatch(/^HTTP\/1\.1 (404|400|200)/);
    }
    expect(await raw(port, '/tautan.txt')).toMatch(/^HTTP\/1\.1 404/);
  } finally {
    server.closeAllConnections();
    server.close();
    await rm(secret, { recursive: true });
    await rm(folder, { recursive: true });
  }
});

test('it says where it listens, and only this computer can reach it', async () => {
  const { child, said, ended } = run('--port', '0', '--dir', dist);
  await expect.poll(() => said.out).toMatch(/^Takar: http:\/\/127\.0\.0\.1:\d+\n$/);
  const port = Number(said.out.trim().split(':').at(-1));
  expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200);
  const others = Object.values(networkInterfaces()).flat().filter(({ internal, family }) => !internal && family === 'IPv4');
  for (const { address } of others) {
    await expect(fetch(`http://${address}:${port}/`), address).rejects.toThrow();
  }
  child.kill();
  await ended;
});

test('a port that is taken, a folder that is missing and a wrong option are each said in one sentence', async () => {
  const server = await serve({ dir: dist });
  const { port } = server.address();
  const cases = [
    [['--port', String(port), '--dir', dist], `Port ${port} is taken by another program; choose a free one with --port.`],
    [['--port', '0', '--dir', 'gibt-es-nicht'], /^There is no folder .*gibt-es-nicht; build the page first \(make build\)\.$/],
    [['--port', 'abc'], /^abc is no port\. Usage: /],
    [['--prot', '1'], /^Unknown option '--prot'\. Usage: /],
  ];
  for (const [options, sentence] of cases) {
    const { said, ended } = run(...options);
    expect(await ended, options.join(' ')).toBe(1);
    expect(said.out).toBe('');
    expect(said.err.trim().split('\n')).toHaveLength(1);
    expect(said.err.trim()).toEqual(sentence instanceof RegExp ? expect.stringMatching(sentence) : sentence);
  }
  server.close();
});
