// Screenshots of every page into docs/pictures: wide, phone and dark.
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { chromium } from '@playwright/test';

const port = 4178;
const folder = 'docs/pictures';
mkdirSync(folder, { recursive: true });
const server = spawn(process.execPath, ['scripts/serve.mjs', '--port', `${port}`, '--dir', 'dist'], { stdio: ['ignore', 'pipe', 'inherit'] });
await new Promise((ready) => server.stdout.once('data', ready));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
const looks = [
  ['1360', { viewport: { width: 1360, height: 900 } }],
  ['1360-gelap', { viewport: { width: 1360, height: 900 }, colorScheme: 'dark' }],
  ['390', { viewport: { width: 390, height: 844 } }],
];
try {
  for (const [look, options] of looks) {
    const context = await browser.newContext({ locale: 'id-ID', timezoneId: 'Asia/Jakarta', reducedMotion: 'reduce', serviceWorkers: 'block', ...options });
    const page = await context.newPage();
    const base = `http://127.0.0.1:${port}/`;
    const shoot = async (name) => {
      const close = page.getByRole('button', { name: 'Tutup' });
      if (await close.isVisible()) await close.click();
      await page.screenshot({ path: `${folder}/${name}-${look}.png` });
    };
    await page.goto(base);
    await page.getByRole('button', { name: 'Coba dengan contoh' }).click();
    await page.getByTestId('index').waitFor();
    await shoot('ringkasan');
    const draft = page.url().replace(/ringkasan$/, '');
    await page.goto(`${draft}indikator/12`);
    await page.getByTestId('level-3').waitFor();
    await shoot('penilaian');
    await page.goto(`${draft}indikator/10`);
    await page.getByTestId('attached').first().waitFor();
    await page.getByTestId('attach-4').scrollIntoViewIfNeeded();
    await shoot('bukti-di-tangga');
    await page.goto(`${draft}bukti`);
    await page.getByTestId('evidence-row').first().waitFor();
    await shoot('bukti');
    await page.goto(`${draft}bukti/bukti-ba-konsultasi-anggaran`);
    await page.getByTestId('evidence-title').waitFor();
    await shoot('dokumen');
    await page.goto(`${draft}periksa`);
    await page.getByTestId('check-files').setInputFiles([
      { name: '1.a.Perwali_41_2022_SPBE.pdf', mimeType: 'application/pdf', buffer: Buffer.from('Dokumen contoh untuk Takar: 1.a.Perwali_41_2022_SPBE.pdf\n') },
      { name: '13.b.BA_Konsultasi_Anggaran.pdf', mimeType: 'application/pdf', buffer: Buffer.from('isi yang lain') },
    ]);
    await page.getByTestId('folder-result').waitFor();
    await shoot('periksa-folder');
    await page.goto(`${draft}perhitungan`);
    await shoot('perhitungan');
    await page.goto(`${draft}berkas`);
    await shoot('tukar-data');
    await page.goto(`${base}#/instrumen/pemdi-2026`);
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    await shoot('instrumen');
    await page.goto(`${base}#/baru`);
    await page.getByTestId('create').waitFor();
    await shoot('baru');
    await page.goto(`${base}#/`);
    await page.getByTestId('draft').waitFor();
    await shoot('beranda');
    await context.close();
  }
} finally {
  await browser.close();
  server.kill();
}
