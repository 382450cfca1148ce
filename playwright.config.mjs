// Journeys through the built page, in Debian's Chromium. TAKAR_DIST names the folder to serve.

import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

const SHELL = '/usr/bin/chromium-headless-shell';

// One browser profile for all journeys of a worker, emptied before each: making one takes as long as the
// journey itself. Playwright's own way, which its editor extensions use.
process.env.PW_TEST_REUSE_CONTEXT ??= '1';

const port = Number(process.env.TAKAR_PORT ?? 4180);
const dist = process.env.TAKAR_DIST ?? 'dist';

export default defineConfig({
  testDir: 'tests/journeys',
  outputDir: 'tests/journeys/results',
  reporter: 'list',
  fullyParallel: true,
  workers: 2,
  // On a busy machine a page may be late once; a test that needs its second try is reported as flaky.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
    viewport: { width: 1280, height: 900 },
    // Journeys look at what the server sends; those of offline.spec.mjs let the service worker in.
    serviceWorkers: 'block',
    trace: 'off',
    screenshot: 'off',
    video: 'off',
    launchOptions: {
      // The same engine without its windows: a quarter faster. What needs the whole browser starts its own.
      executablePath: process.env.CHROMIUM ?? (existsSync(SHELL) ? SHELL : '/usr/bin/chromium'),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: `node scripts/serve.mjs --port ${port} --dir "${dist}"`,
    url: `http://127.0.0.1:${port}`,
    reuseExistingServer: false,
    timeout: 10_000,
  },
});
