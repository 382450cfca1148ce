#!/usr/bin/env node
// Serves a built page on this computer, as a careful web server would.
//
//   node scripts/serve.mjs [--port 8080] [--dir dist]

import { createReadStream, realpathSync } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

export const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

// The strictest policy the page can live with. Tests run under it, so that it stays true.
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "font-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

// What the page uses of the browser: the clipboard (to write) and the whole screen.
const PERMISSIONS = [
  ...['accelerometer', 'camera', 'display-capture', 'geolocation', 'gyroscope', 'magnetometer', 'microphone', 'midi', 'payment', 'usb', 'clipboard-read']
    .map((name) => `${name}=()`),
  'clipboard-write=(self)',
  'fullscreen=(self)',
].join(', ');

// The sample of a portal (public/embed) shows the page in a frame; any portal's own policy must allow that too.
const EMBED_POLICY = `${POLICY}; frame-src 'self'`;

export const HEADERS = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': POLICY,
  'Permissions-Policy': PERMISSIONS,
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

// A name that changes with its content is asked for once; all else anew each time (as docs/hosting has it).
const LASTING = /-[0-9a-f]{8,16}(_bg)?\.(css|js|wasm)$/;
const FOREVER = 'public, max-age=31536000, immutable';

/**
 * Starts a server for a folder. Port 0 takes any free one.
 *
 * Only `headers` of the caller can loosen what is sent: a test of foreign frames needs that.
 */
export async function serve({ dir, port = 0, headers = {} }) {
  const root = await realpath(dir);
  const server = createServer((request, response) => {
    answer(root, request, response, { ...HEADERS, ...headers }, headers['Cache-Control'] ?? FOREVER).catch(() => {
      if (response.headersSent) return response.destroy();
      refuse(response, 500, 'Server error', { ...HEADERS, ...headers });
    });
  });
  await new Promise((listening, failed) => {
    server.once('error', failed);
    server.listen({ host: '127.0.0.1', port }, listening);
  });
  return server;
}

async function answer(root, request, response, headers, lasting) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return refuse(response, 405, 'Only GET and HEAD', { ...headers, Allow: 'GET, HEAD' });
  }
  const path = await find(root, request.url);
  if (!path) return refuse(response, 404, 'Not found', headers);
  const { size } = await stat(path);
  const type = TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream';
  const own = headers['Content-Security-Policy'] === POLICY && path.startsWith(join(root, 'embed') + sep);
  const policy = own ? { 'Content-Security-Policy': EMBED_POLICY } : {};
  const caching = LASTING.test(path) ? { 'Cache-Control': lasting } : {};
  response.writeHead(200, { ...headers, ...policy, ...caching, 'Content-Type': type, 'Content-Length': size });
  if (request.method === 'HEAD') return response.end();
  // A reader who goes away in the middle is no error of the server's.
  pipeline(createReadStream(path), response, () => {});
}

/** The file that an address names, or nothing. Links and `..` do not lead out of the folder. */
async function find(root, url) {
  let name;
  try {
    name = decodeURIComponent(url.split(/[?#]/, 1)[0]);
  } catch {
    return null;
  }
  if (name.includes('\0')) return null;
  try {
    let path = await realpath(join(root, name));
    // Only with its slash: without it the page's relative addresses would lead elsewhere.
    if (name.endsWith('/')) path = await realpath(join(path, 'index.html'));
    return path.startsWith(root + sep) && (await stat(path)).isFile() ? path : null;
  } catch {
    return null;
  }
}

function refuse(response, status, text, headers) {
  response.writeHead(status, { ...headers, 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(`${text}\n`);
}

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

async function main() {
  const usage = 'Usage: node scripts/serve.mjs [--port 8080] [--dir dist]';
  let options;
  try {
    const port = { type: 'string', default: '8080' };
    options = parseArgs({ options: { port, dir: { type: 'string', default: 'dist' } } }).values;
  } catch (error) {
    stop(`${error.message}. ${usage}`);
  }
  const port = Number(options.port);
  if (!/^\d+$/.test(options.port) || port > 65535) stop(`${options.port} is no port. ${usage}`);
  try {
    const server = await serve({ dir: options.dir, port });
    console.log(`Takar: http://127.0.0.1:${server.address().port}`);
  } catch (error) {
    if (error.code === 'EADDRINUSE') {
      stop(`Port ${port} is taken by another program; choose a free one with --port.`);
    }
    if (error.code === 'EACCES') stop(`Port ${port} may not be used by this account; choose one above 1023 with --port.`);
    if (error.code === 'ENOENT') stop(`There is no folder ${resolve(options.dir)}; build the page first (make build).`);
    stop(`The server cannot start: ${error.message}.`);
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href) await main();
