// The browser that pictures are taken in, and their encoding.

import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';

const PORT = Number(process.env.TAKAR_PORT ?? 4178);
const BASE = `http://127.0.0.1:${PORT}/`;

/** A page of Takar, as somebody with these entries in the storage sees it. */
class Visit {
  constructor(page) {
    this.page = page;
  }

  /** Shows an address of the page and waits for what tells that it is there. */
  async open(address, ready, query = '') {
    await this.page.goto('about:blank');
    await this.page.goto(`${BASE}${query}#${address}`);
    await this.page.locator(ready).first().waitFor();
  }

  /** Shows a file beside the page. */
  async other(path, ready) {
    await this.page.goto(`${BASE}${path}`);
    await ready(this.page);
  }
}

/** Calls with `visit(options, entries, language)` and `webp(png, quality)`, and ends both server and browser. */
export async function withBrowser(work) {
  const dist = process.env.TAKAR_DIST ?? 'dist';
  const server = spawn(process.execPath, ['scripts/serve.mjs', '--port', `${PORT}`, '--dir', dist], { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise((ready) => server.stdout.once('data', ready));
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const desk = await browser.newPage();
    /** Chromium writes screenshots as PNG only; its canvas writes WebP. */
    const webp = async (png, quality, path) => {
      const text = await desk.evaluate(async ([png, quality]) => {
        const image = new Image();
        image.src = `data:image/png;base64,${png}`;
        await image.decode();
        const canvas = new OffscreenCanvas(image.width, image.height);
        canvas.getContext('2d').drawImage(image, 0, 0);
        const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/webp', quality })).arrayBuffer());
        return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
      }, [png.toString('base64'), quality]);
      const bytes = Buffer.from(text, 'base64');
      writeFileSync(path, bytes);
      return bytes.length;
    };
    const visit = async (options, entries, language, look) => {
      const localStorage = Object.entries({ ...entries, 'takar:language': language }).map(([name, value]) => ({ name, value }));
      const context = await browser.newContext({
        locale: 'id-ID', timezoneId: 'Asia/Jakarta', reducedMotion: 'reduce', serviceWorkers: 'block',
        storageState: { cookies: [], origins: [{ origin: new URL(BASE).origin, localStorage }] },
        ...options,
      });
      await look(new Visit(await context.newPage()));
      await context.close();
    };
    await work({ visit, webp });
  } finally {
    await browser.close();
    server.kill();
  }
}
