// Draws public/icon.svg as the pictures in public/icons/ that devices show of an installed Takar. To be run when
// the mark has changed; the pictures are kept in the repository.
//
//   node scripts/icons.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';

const svg = readFileSync('public/icon.svg', 'utf8');
// File, pixels, how much of them the mark may take, and the ground. Devices cut maskable pictures to a circle of
// four fifths, and put black behind what is clear on a home screen.
const PICTURES = [
  ['takar-180.png', 180, 0.68, '#ffffff'],
  ['takar-192.png', 192, 0.9, 'transparent'],
  ['takar-512.png', 512, 0.9, 'transparent'],
  ['takar-maskable-512.png', 512, 0.5, '#ffffff'],
];

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
try {
  const page = await browser.newPage();
  for (const [name, size, share, ground] of PICTURES) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>
      html, body { margin: 0; height: 100%; background: ${ground}; display: grid; place-items: center; }
      svg { width: ${size * share}px; height: ${size * share}px; }
    </style>${svg}`);
    writeFileSync(`public/icons/${name}`, await page.screenshot({ omitBackground: true }));
  }
} finally {
  await browser.close();
}
