// A browser that is killed in the middle of typing loses nothing that the page had called saved.

import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { Takar, Watch, expect, test } from './page.mjs';
import config from '../../playwright.config.mjs';

const { launchOptions, locale, timezoneId, baseURL } = config.use;

/** Ends every process of the browser that works on a profile, as a power cut would. */
async function kill(profile) {
  for (const process_ of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const line = await readFile(`/proc/${process_}/cmdline`, 'utf8').catch(() => '');
    if (line.includes(profile)) {
      try {
        process.kill(Number(process_), 'SIGKILL');
      } catch {
        // It went with its parent.
      }
    }
  }
}

test('what the page called saved is there after kill -9, in a new draft too', async () => {
  const profile = await mkdtemp(join(tmpdir(), 'takar-profil-'));
  const watch = new Watch(baseURL);
  const visit = async () => {
    const context = await chromium.launchPersistentContext(profile, { ...launchOptions, locale, timezoneId, baseURL });
    await watch.over(context);
    return new Takar(context.pages()[0] ?? await context.newPage(), baseURL);
  };
  try {
    let takar = await visit();
    const id = await takar.start();
    await takar.choose(3);
    let text = '';
    // Twice: a draft that the profile has never written down, and one that it has.
    for (const round of [1, 2]) {
      await takar.facts.focus();
      await takar.page.keyboard.press('End');
      for (let word = 0; word < 8; word += 1) {
        text += `kata${round}.${word} `;
        await takar.page.keyboard.type(`kata${round}.${word} `);
      }
      await takar.saved();
      const called = await takar.facts.inputValue();
      expect(called).toBe(text);
      takar.page.keyboard.type('belum tersimpan').catch(() => {});
      await kill(profile);
      takar = await visit();
      await takar.open('/');
      await expect(takar.cards).toHaveCount(1);
      await takar.indicator(1, id);
      await expect(takar.facts).toHaveValue(new RegExp(`^${text}`));
      text = await takar.facts.inputValue();
    }
    await takar.page.context().close();
    expect(watch.complaints).toEqual([]);
  } finally {
    await kill(profile);
    await rm(profile, { recursive: true, force: true });
  }
});
