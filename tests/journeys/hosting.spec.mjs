// The same build in three folders behind nginx and Apache, each started from the file in docs/hosting/ that is
// offered to administrators; only ports and paths are filled in.

import { spawn } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { existsSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, relative } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { compress } from '../../scripts/compress.mjs';
import { HEADERS, TYPES } from '../../scripts/serve.mjs';
import { expect, test } from './page.mjs';

const dist = process.env.TAKAR_DIST ?? 'dist';
const FOLDERS = ['/', '/takar/', '/a/b/c/'];
const HASHED = /-[0-9a-f]{8,16}(_bg)?\.(css|js|wasm)$/;
const FOREVER = 'public, max-age=31536000, immutable';
const asRoot = process.getuid?.() === 0;

/** A documented file with what an administrator fills in. Each place must be there. */
function filled(text, places) {
  for (const [from, to] of places) {
    expect(text.split(from), `"${from}" stands once in the documented file`).toHaveLength(2);
    text = text.replace(from, () => to);
  }
  return text;
}

const SERVERS = {
  nginx: async ({ home, root, folder, port }) => {
    const documented = await readFile('docs/hosting/nginx.conf', 'utf8');
    const ours = filled(documented, [
      ['listen 80;', `listen 127.0.0.1:${port};`],
      ['root /srv/www;', `root ${root};`],
      ['location /takar/ {', `location ${folder} {`],
    ]);
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${home}/${name};`).join('\n');
    await writeFile(join(home, 'nginx.conf'), `
      ${asRoot ? 'user root;' : ''}
      daemon off; worker_processes 1; pid ${home}/pid; error_log stderr error;
      load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;
      events {}
      http { access_log off; ${temporary}\n${ours} }`);
    return ['nginx', '-c', join(home, 'nginx.conf'), '-p', home, '-e', 'stderr'];
  },
  apache: async ({ home, root, page, port }) => {
    await cp('docs/hosting/htaccess', join(page, '.htaccess'));
    const modules = ['mpm_event', 'authz_core', 'dir', 'autoindex', 'mime', 'negotiation', 'headers', 'rewrite', 'filter', 'deflate'];
    await writeFile(join(home, 'apache.conf'), `
      ${modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join('\n')}
      ${asRoot ? 'User daemon\nGroup daemon' : ''}
      ServerName localhost
      Listen 127.0.0.1:${port}
      PidFile ${home}/pid
      ErrorLog ${home}/error.log
      TypesConfig /etc/mime.types
      # What distributions set, and what would stand in the way.
      AddType application/x-gzip .gz .tgz
      AddLanguage br .br
      DocumentRoot ${root}
      <Directory ${root}>
        Options Indexes FollowSymLinks
        AllowOverride FileInfo Indexes Options=Indexes
        Require all granted
      </Directory>`);
    return ['apache2', '-D', 'FOREGROUND', '-f', join(home, 'apache.conf'), '-d', home];
  },
};

async function freePort() {
  const server = createServer();
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}

/** Asks without a client that unpacks, follows or tidies. */
const ask = (port, path, headers = {}) => new Promise((done, fail) => {
  request({ host: '127.0.0.1', port, path, headers }, (answer) => {
    const parts = [];
    answer.on('data', (part) => parts.push(part));
    answer.on('end', () => done({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts) }));
  }).on('error', fail).end();
});

let packed;
test.beforeAll(async () => {
  packed = await mkdtemp(join(tmpdir(), 'takar-paket-'));
  for (const name of await readdir(dist)) if (!name.startsWith('.')) await cp(join(dist, name), join(packed, name), { recursive: true });
  if (!existsSync(join(packed, 'takar.html'))) await writeFile(join(packed, 'takar.html'), '<!doctype html><title>Takar</title>');
  await compress(packed, { quality: 3 });
});
test.afterAll(() => rm(packed, { recursive: true }));

/** Serves the packed page in a folder of its own root for the time of some work. */
async function hosted(server, folder, work) {
  const home = await mkdtemp(join(tmpdir(), 'takar-server-'));
  await chmod(home, 0o755);
  const root = join(home, 'www');
  const page = join(root, folder);
  await mkdir(page, { recursive: true });
  await cp(packed, page, { recursive: true });
  await chmod(page, 0o755);
  const port = await freePort();
  const [command, ...args] = await SERVERS[server]({ home, root, page, folder, port });
  const child = spawn(command, args, { env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` } });
  let said = '';
  child.stderr.on('data', (data) => { said += data; });
  const ended = new Promise((done) => { child.on('exit', done); child.on('error', (error) => done(said += error)); });
  try {
    const answers = () => ask(port, folder).then(() => true, () => child.exitCode ?? false);
    await expect.poll(answers, { message: `${command} starts` }).not.toBe(false);
    expect(child.exitCode, `${said}${existsSync(join(home, 'error.log')) ? readFileSync(join(home, 'error.log')) : ''}`).toBeNull();
    await work({ port, page });
  } finally {
    child.kill();
    await ended;
    await rm(home, { recursive: true });
  }
}

async function built() {
  const all = await readdir(packed, { recursive: true, withFileTypes: true });
  return all.filter((one) => one.isFile() && !/\.(br|gz)$/.test(one.name))
    .map((one) => relative(packed, join(one.parentPath ?? one.path, one.name)));
}

const plain = (type = '') => type.replace(/; *charset=utf-8/i, '').replace('application/javascript', 'text/javascript');

for (const server of Object.keys(SERVERS)) {
  for (const folder of FOLDERS) {
    test(`behind ${server} in ${folder} the page runs, and every file has its headers`, async ({ page, watch }) => {
      await hosted(server, folder, async ({ port }) => {
        const names = await built();
        expect(names.filter((name) => HASHED.test(name)).length).toBeGreaterThan(10);
        for (const name of names) {
          const path = folder + name;
          const body = await readFile(join(packed, name));
          for (const accepted of ['identity', 'gzip', 'gzip, deflate, br, zstd']) {
            const answer = await ask(port, path, { 'Accept-Encoding': accepted });
            const { headers } = answer;
            expect(answer.status, path).toBe(200);
            expect(plain(headers['content-type']), path).toBe(plain(TYPES[extname(name)]));
            expect(headers['cache-control'], path).toBe(HASHED.test(name) ? FOREVER : 'no-cache');
            const encoding = headers['content-encoding'];
            if (existsSync(join(packed, `${name}.br`))) {
              expect(headers.vary, path).toMatch(/accept-encoding/i);
              expect(encoding, path).toBe(accepted === 'identity' ? undefined : accepted === 'gzip' ? 'gzip' : 'br');
              if (encoding) expect(answer.body.equals(await readFile(join(packed, `${name}.${encoding === 'br' ? 'br' : 'gz'}`))), path).toBe(true);
            }
            const unpack = { br: brotliDecompressSync, gzip: gunzipSync }[encoding] ?? ((bytes) => bytes);
            expect(unpack(answer.body).equals(body), `${path} as ${accepted}`).toBe(true);
          }
        }

        const [hashed] = names.filter((name) => HASHED.test(name));
        const absent = hashed.replace(/-[0-9a-f]+/, '-0123456789abcdef');
        for (const [path, status] of [[folder, 200], [folder + hashed, 200], [folder + absent, 404], [`${folder}instruments/`, expect.any(Number)]]) {
          const { headers, body, ...answer } = await ask(port, path);
          expect(answer.status, path).toEqual(status);
          for (const [header, value] of Object.entries(HEADERS)) {
            if (header === 'Cache-Control') continue;
            const wanted = header === 'Content-Security-Policy' ? `${value}; frame-ancestors 'self'` : value;
            expect(headers[header.toLowerCase()], `${header} of ${path}`).toBe(wanted);
          }
          if (answer.status !== 200) expect(headers['cache-control'], `${path} is not remembered`).toBe('no-cache');
          expect(body.toString(), `${path} lists nothing`).not.toContain('spbe-2020.json');
        }
        // Whether they are there or not: the sample of a portal may hold a frame, and the one file is to be saved.
        const sample = await ask(port, `${folder}embed/index.html`);
        expect(sample.headers['content-security-policy']).toBe(`${HEADERS['Content-Security-Policy']}; frame-ancestors 'self'; frame-src 'self'`);
        expect((await ask(port, `${folder}takar.html`)).headers['content-disposition']).toBe('attachment');
        expect((await ask(port, `${folder}index.html`)).headers['content-disposition']).toBeUndefined();
        expect((await ask(port, `${folder}instruments/`)).status, 'no listing').toBeGreaterThanOrEqual(403);

        const first = await ask(port, folder);
        const again = await ask(port, folder, { 'If-None-Match': first.headers.etag, 'If-Modified-Since': first.headers['last-modified'] });
        expect(again.status, 'asking again costs no bytes').toBe(304);
        if (folder !== '/') {
          const bare = await ask(port, folder.slice(0, -1));
          expect(bare.status).toBe(301);
          expect(new URL(bare.headers.location, `http://127.0.0.1:${port}`).href).toBe(`http://127.0.0.1:${port}${folder}`);
        }

        const origin = `http://127.0.0.1:${port}`;
        watch.mayAsk(origin);
        await page.goto(`${origin}${folder}`);
        await expect(page.getByTestId('new-assessment')).toBeVisible();
        await page.goto(`${origin}${folder}#/nasional`);
        await expect(page.getByTestId('result').first()).toBeVisible();
        const asked = watch.requests.map(({ url }) => new URL(url).pathname);
        expect(asked.filter((path) => !path.startsWith(folder)), 'nothing outside its folder').toEqual([]);
      });
    });
  }
}

test('a portal that is allowed shows the page in a frame, another one does not', async ({ page, watch }) => {
  watch.expectError(/frame-ancestors/);
  await hosted('nginx', '/takar/', async ({ port, page: folder }) => {
    // A page of the same host, and one of another.
    await writeFile(join(folder, '..', 'portal.html'), `<!doctype html><title>Portal</title><link rel="icon" href="data:,"><iframe title="Takar" src="http://127.0.0.1:${port}/takar/" width="900" height="700"></iframe>`);
    for (const host of ['127.0.0.1', 'localhost']) watch.mayAsk(`http://${host}:${port}`);
    await page.goto(`http://127.0.0.1:${port}/portal.html`);
    await expect(page.frameLocator('iframe').getByTestId('new-assessment')).toBeVisible();
    await page.goto(`http://localhost:${port}/portal.html`);
    await expect.poll(() => page.frames()[1]?.url()).toMatch(/^chrome-error:/);
  });
});

test('all samples send the policy and the headers that the journeys run under', async () => {
  for (const sample of ['nginx.conf', 'htaccess', 'web.config', '_headers']) {
    const text = await readFile(join('docs/hosting', sample), 'utf8');
    for (const [header, value] of Object.entries(HEADERS)) {
      if (header === 'Cache-Control') continue;
      expect(text, `${header} in ${sample}`).toContain(header);
      expect(text, `${header} in ${sample}`).toContain(value);
    }
    expect(text, sample).toContain("; frame-ancestors 'self'");
  }
  const deploy = await readFile('docs/deploy.md', 'utf8');
  for (const value of [HEADERS['Content-Security-Policy'], HEADERS['Permissions-Policy']]) expect(deploy).toContain(value);
});
