// One thin way to drive three engines: the WebDriver protocol (W3C), which each of their drivers speaks.

import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
const PATIENCE = Number(process.env.TAKAR_PATIENCE ?? 15_000);

/** The browser of WebKitGTK, which Debian keeps in a folder of the machine's kind. */
function miniBrowser() {
  const places = readdirSync('/usr/lib').map((kind) => `/usr/lib/${kind}/webkit2gtk-4.1/MiniBrowser`);
  return places.find((place) => existsSync(place)) ?? 'MiniBrowser';
}

/** How each engine is started. `dark` asks for dark colours, `downloads` is where files go. */
export const ENGINES = {
  chromium: {
    command: (port) => ['chromedriver', `--port=${port}`],
    options: ({ dark, downloads }) => ({
      browserName: 'chrome',
      'goog:chromeOptions': {
        binary: process.env.CHROMIUM ?? '/usr/bin/chromium',
        args: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking',
          '--disable-component-update', '--disable-sync', '--lang=id', '--window-size=1280,900', ...(dark ? ['--force-dark-mode', '--blink-settings=preferredColorScheme=0'] : [])],
        prefs: { 'download.default_directory': downloads },
      },
    }),
    downloads: true,
    files: true,
    prints: true,
  },
  firefox: {
    command: (port) => ['geckodriver', '--port', `${port}`, '--log', 'fatal'],
    options: ({ dark, downloads }) => ({
      browserName: 'firefox',
      'moz:firefoxOptions': {
        binary: process.env.FIREFOX ?? '/usr/bin/firefox-esr',
        args: ['-headless', '-width', '1280', '-height', '900'],
        prefs: {
          'browser.download.folderList': 2,
          'browser.download.dir': downloads,
          'browser.download.manager.showWhenStarting': false,
          'intl.accept_languages': 'id, en',
          'layout.css.prefers-color-scheme.content-override': dark ? 0 : 1,
          // Nothing but the page's own requests.
          'network.captive-portal-service.enabled': false,
          'network.connectivity-service.enabled': false,
          'datareporting.policy.dataSubmissionEnabled': false,
          'app.normandy.enabled': false,
          'services.settings.server': 'data:,',
        },
      },
    }),
    downloads: true,
    files: true,
    prints: true,
  },
  // WebKitGTK has no headless mode and no printing without a dialog.
  webkit: {
    command: (port) => ['xvfb-run', '-a', '-s', '-screen 0 1400x1000x24', 'WebKitWebDriver', `--port=${port}`],
    environment: ({ dark }) => ({ ...(dark && { GTK_THEME: 'Adwaita:dark' }), NO_AT_BRIDGE: '1', LIBGL_ALWAYS_SOFTWARE: '1' }),
    options: () => ({
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': {
        binary: process.env.WEBKIT ?? miniBrowser(),
        args: ['--automation'],
      },
    }),
    downloads: false,
    files: false,
    prints: false,
  },
};

async function freePort() {
  const server = createServer();
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}

const sleep = (time) => new Promise((done) => { setTimeout(done, time); });

/** Starts an engine and gives a `Browser`. */
export async function start(name, { dark = false } = {}) {
  const engine = ENGINES[name];
  const port = await freePort();
  const downloads = await mkdtemp(join(tmpdir(), 'takar-unduhan-'));
  const [command, ...args] = engine.command(port);
  // A group of its own, so that the end of it is the end of all it started.
  const driver = spawn(command, args, {
    detached: true, stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, ...engine.environment?.({ dark }) },
  });
  let complaint = '';
  driver.stderr.on('data', (data) => { complaint = `${complaint}${data}`.slice(-2000); });
  const gone = new Promise((_, fail) => {
    driver.on('error', (error) => fail(new Error(`${command} cannot be started: ${error.message}. Run scripts/setup.sh engines.`)));
    driver.on('exit', (code) => fail(new Error(`${command} ended with ${code}: ${complaint}`)));
  });
  gone.catch(() => {});
  const base = `http://127.0.0.1:${port}`;
  const stop = async () => {
    try {
      process.kill(-driver.pid, 'SIGTERM');
    } catch {
      // It has ended by itself.
    }
    await rm(downloads, { recursive: true, force: true });
  };
  let isAwaited = true;
  try {
    const ready = async () => {
      while (isAwaited) {
        if (await fetch(`${base}/status`).then((answer) => answer.ok, () => false)) return;
        await sleep(50);
      }
    };
    await Promise.race([ready(), gone]);
    const alwaysMatch = engine.options({ dark, downloads });
    const session = await Promise.race([call(base, 'POST', '/session', { capabilities: { alwaysMatch } }), gone]);
    const browser = new Browser(`${base}/session/${session.sessionId}`, { name, engine, downloads, stop });
    await browser.resize(1280, 900);
    return browser;
  } catch (error) {
    isAwaited = false; // Or the run would not end for a driver that never comes.
    await stop();
    throw error;
  }
}

async function call(base, method, path, body) {
  const answer = await fetch(`${base}${path}`, {
    method, headers: { 'Content-Type': 'application/json' }, body: method === 'POST' ? JSON.stringify(body ?? {}) : undefined,
  });
  const { value } = await answer.json();
  if (value?.error) throw Object.assign(new Error(`${value.error}: ${value.message}`.slice(0, 600)), { code: value.error });
  return value;
}

/** A page in an engine. Elements are named by CSS; what is not there yet is waited for. */
export class Browser {
  constructor(session, about) {
    this.session = session;
    Object.assign(this, about);
  }

  #post(path, body) {
    return call(this.session, 'POST', path, body);
  }

  /** Without a window manager some engines keep the size they have. */
  resize(width, height) {
    return this.#post('/window/rect', { x: 0, y: 0, width, height }).catch(() => {});
  }

  go(url) {
    return this.#post('/url', { url });
  }

  reload() {
    return this.#post('/refresh');
  }

  url() {
    return call(this.session, 'GET', '/url');
  }

  /** Runs a function in the page. It may be asynchronous; what it gives comes back as JSON. */
  async js(work, ...args) {
    const script = `const done = arguments[arguments.length - 1];
      Promise.resolve((${work})(...[].slice.call(arguments, 0, -1))).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
    const { value, error } = await this.#post('/execute/async', { script, args });
    if (error) throw new Error(error);
    return value;
  }

  /** Waits until a function in the page gives something true, and gives that. */
  async until(what, work, ...args) {
    const end = Date.now() + PATIENCE;
    let last;
    for (;;) {
      last = await this.js(work, ...args).catch((error) => {
        // A page that is being left has no document for a moment.
        last = error;
      });
      if (last) return last;
      if (Date.now() > end) throw new Error(`${what}: did not happen within ${PATIENCE} ms`);
      await sleep(40);
    }
  }

  async find(css) {
    await this.until(`${css} is there`, (css) => !!document.querySelector(css), css);
    return (await this.#post('/element', { using: 'css selector', value: css }))[ELEMENT];
  }

  async #on(css, path, body) {
    const end = Date.now() + PATIENCE;
    for (;;) {
      try {
        const element = await this.find(css);
        // Some drivers do not reach what is below the fold of a page that has changed its address only.
        await this.js((css) => {
          const one = document.querySelector(css);
          const { top, bottom } = one.getBoundingClientRect();
          if (top < 0 || bottom > innerHeight) one.scrollIntoView({ block: 'center' });
        }, css);
        return await this.#post(`/element/${element}${path}`, body);
      } catch (error) {
        // Drawn anew between finding and using it, or still under way to its place.
        const passing = ['stale element reference', 'element click intercepted', 'element not interactable', 'no such element'];
        if (!passing.includes(error.code) || Date.now() > end) throw new Error(`${css}${path}: ${error.message}`);
        await sleep(100);
      }
    }
  }

  click(css) {
    return this.#on(css, '/click');
  }

  /** Types behind what is there. */
  type(css, text) {
    return this.#on(css, '/value', { text, value: [...text] });
  }

  async fill(css, text) {
    await this.#on(css, '/clear');
    if (!text) return;
    await this.type(css, text);
    // Some drivers come back while keys are still under way.
    await this.until(`${css} holds ${text}`, (css, text) => document.querySelector(css)?.value === text, css, text);
  }

  choose(css, value) {
    return this.click(`${css} option[value="${value}"]`);
  }

  text(css) {
    return this.js((css) => document.querySelector(css)?.innerText ?? '', css);
  }

  /** Waits until an element shows exactly this text, or one that fits a pattern. */
  async shows(css, text) {
    const pattern = text instanceof RegExp ? text.source : `^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`;
    try {
      await this.until('', (css, pattern) => new RegExp(pattern).test((document.querySelector(css)?.innerText ?? '').trim()), css, pattern);
    } catch {
      throw new Error(`${css} shows "${await this.text(css)}", not ${text}`);
    }
  }

  async has(css, attribute, value) {
    try {
      await this.until('', (css, attribute, value) => document.querySelector(css)?.getAttribute(attribute) === value, css, attribute, value);
    } catch {
      throw new Error(`${attribute} of ${css} is ${await this.js((css, attribute) => document.querySelector(css)?.getAttribute(attribute), css, attribute)}, not ${value}`);
    }
  }

  /** Gives files to an input, by their paths. */
  files(css, ...paths) {
    return this.type(css, paths.join('\n'));
  }

  /** Does something in a tab of its own, and comes back. */
  async inNewTab(work) {
    const here = await call(this.session, 'GET', '/window');
    const { handle } = await this.#post('/window/new', { type: 'tab' });
    await this.#post('/window', { handle });
    await work();
    await call(this.session, 'DELETE', '/window');
    await this.#post('/window', { handle: here });
  }

  async print() {
    return Buffer.from(await this.#post('/print', {}), 'base64');
  }

  async close() {
    await call(this.session, 'DELETE', '').catch(() => {});
    await this.stop();
  }
}
