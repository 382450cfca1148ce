// Pictures of the page: of every page into docs/pictures (wide, wide and dark, phone), and those of the help page
// (both languages, light and dark) into public/help.
//
//   node scripts/pictures.mjs [help|pages] [name…]
import { mkdirSync, rmSync } from 'node:fs';
import { withBrowser } from './pictures/browser.mjs';
import { broken, drafts } from './pictures/data.mjs';
import { HELP, SIZE } from './pictures/help.mjs';
import { FIRST, PAGES } from './pictures/pages.mjs';

const [what, ...names] = process.argv.slice(2);
const wanted = (all) => Object.entries(all).filter(([name]) => !names.length || names.includes(name));
const LOOKS = {
  1360: { viewport: { width: 1360, height: 900 } },
  '1360-gelap': { viewport: { width: 1360, height: 900 }, colorScheme: 'dark' },
  390: { viewport: { width: 390, height: 844 } },
};
// Every visitor's browser keeps them for work without network.
const LIMIT = 350_000;

/** What a page says in passing belongs on no picture. */
async function quiet(page) {
  const close = page.locator('.toast button').last();
  if (await close.isVisible()) await close.click();
  await page.mouse.move(0, 0);
}

async function help({ visit, webp }) {
  const folder = 'public/help';
  mkdirSync(folder, { recursive: true });
  let bytes = 0;
  for (const language of ['id', 'en']) {
    for (const [scheme, mark] of [['light', ''], ['dark', '-gelap']]) {
      for (const [part, { width, show, from }] of wanted(HELP)) {
        await visit({ viewport: { width, height: 900 }, colorScheme: scheme }, drafts, language, async (one) => {
          await show(one);
          await quiet(one.page);
          await one.page.evaluate((from) => {
            const { top } = document.querySelector(from).getBoundingClientRect();
            scrollTo(0, scrollY + top - document.querySelector('.bar').offsetHeight - 8);
          }, from);
          // Scrolling moves what sticks; the next frame has it in its place.
          await one.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
          const { x, y } = await one.page.locator(from).first().boundingBox();
          const left = Math.max(0, Math.min(x - 6, width - SIZE.width));
          const png = await one.page.screenshot({ clip: { x: left, y: Math.max(0, y - 6), ...SIZE } });
          bytes += await webp(png, 0.25, `${folder}/${part}-${language}${mark}.webp`);
        });
      }
    }
  }
  console.log(`${folder}: ${bytes} bytes`);
  if (bytes > LIMIT) throw new Error(`the pictures of the help page take ${bytes} bytes; the limit is ${LIMIT}`);
}

async function pages({ visit, webp }) {
  const folder = 'docs/pictures';
  if (!names.length) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  let bytes = 0;
  for (const [look, options] of Object.entries(LOOKS)) {
    for (const [all, entries] of [[FIRST, {}], [PAGES, { ...drafts, ...broken }]]) {
      for (const [name, show] of wanted(all)) {
        await visit(options, entries, 'id', async (one) => {
          await show(one);
          await quiet(one.page);
          bytes += await webp(await one.page.screenshot(), 0.8, `${folder}/${name}-${look}.webp`);
        });
      }
    }
  }
  console.log(`${folder}: ${bytes} bytes`);
}

await withBrowser(async (browser) => {
  if (what !== 'pages') await help(browser);
  if (what !== 'help') await pages(browser);
});
