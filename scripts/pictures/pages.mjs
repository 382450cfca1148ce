// Every page, and how to get there. What a page is called here is the name of its pictures.

import { fileOfUnit, folder } from './data.mjs';

const at = (address, ready = 'h1') => (visit) => visit.open(address, ready);
const id = (name) => `[data-testid="${name}"]`;

/** Pages of somebody who has worked for a year. */
export const PAGES = {
  beranda: at('/', id('draft')),
  baru: at('/baru', id('create')),
  penilaian: at('/a/contoh/indikator/12', id('level-3')),
  istilah: async (visit) => {
    await visit.open('/a/contoh/indikator/18', id('terms'));
    await visit.page.locator(`${id('terms')} > summary`).click();
  },
  'bukti-di-tangga': async (visit) => {
    await visit.open('/a/contoh/indikator/10', id('attached'));
    await visit.page.getByTestId('attach-4').scrollIntoViewIfNeeded();
  },
  'penilaian-pemdi': at('/a/pemdi/indikator/8', '#nilai'),
  bukti: at('/a/contoh/bukti', id('evidence-row')),
  dokumen: at('/a/contoh/bukti/bukti-ba-konsultasi-anggaran', id('evidence-title')),
  'periksa-folder': async (visit) => {
    await visit.open('/a/contoh/periksa', 'h1');
    await visit.page.getByTestId('check-files').setInputFiles(folder);
    await visit.page.getByTestId('folder-result').waitFor();
  },
  ringkasan: at('/a/contoh/ringkasan', 'svg.radar'),
  perhitungan: at('/a/contoh/perhitungan', '.equation'),
  unit: at('/a/contoh/unit', id('unit')),
  'paket-kerja': at('/a/paket/indikator/3', id('level-3')),
  'kirim-kembali': at('/a/paket/kirim'),
  gabungan: async (visit) => {
    await visit.open('/buka', 'h1');
    await visit.page.getByTestId('import-file').setInputFiles({ name: fileOfUnit.name, mimeType: 'application/json', buffer: Buffer.from(fileOfUnit.text) });
    await visit.page.getByTestId('merge-now').waitFor();
  },
  tahapan: at('/a/tahap/tahapan', 'svg.stage-line'),
  'penilaian-tahap': at('/a/tahap/indikator/12', id('earlier')),
  interviu: at('/a/tahap/interviu', id('due-item')),
  rapat: at('/a/tahap/rapat/12', id('meeting-question')),
  rencana: at('/a/contoh/rencana', id('way-step')),
  bandingkan: async (visit) => {
    await visit.open('/a/contoh/bandingkan', id('add-column'));
    const offers = visit.page.locator('#tambah-kolom');
    await offers.selectOption({ index: await offers.locator('option').evaluateAll((all) => Math.max(0, all.findIndex((one) => one.textContent.includes('2024')))) });
    await visit.page.getByTestId('add-column').click();
    await visit.page.locator('table').first().waitFor();
  },
  'hasil-nasional': at('/nasional', id('result')),
  laporan: async (visit) => {
    await visit.open('/a/contoh/laporan', '#pratinjau');
    await visit.page.frameLocator('#pratinjau').locator('article').first().waitFor();
  },
  'tukar-data': at('/a/contoh/berkas'),
  'titik-pemulihan': async (visit) => {
    await visit.open('/a/contoh/pemulihan', id('make-snapshot'));
    await visit.page.getByTestId('make-snapshot').click();
    await visit.page.getByTestId('snapshot').first().waitFor();
  },
  riwayat: at('/a/contoh/riwayat', '.history li'),
  instrumen: at('/instrumen/pemdi-2026', 'h2'),
  pengaturan: at('/pengaturan', id('backup')),
  ruang: at('/ruang'),
  bantuan: async (visit) => {
    await visit.open('/bantuan', '.guide img');
    await visit.page.waitForFunction(() => document.querySelector('.guide img').complete);
  },
  gaya: at('/gaya', 'main h2'),
  'halaman-tidak-ada': at('/tidak-ada'),
  'draf-tidak-ada': at('/a/tidakada'),
  'draf-rusak': at('/a/rusak'),
  'tidak-dapat-mulai': async (visit) => {
    await visit.page.route('**/*.wasm', (route) => route.abort());
    await visit.open('/a/contoh', '.note.bad');
    await visit.page.unroute('**/*.wasm');
  },
  tertanam: (visit) => visit.other('embed/', (page) => page.frameLocator('iframe').locator('h1').first().waitFor()),
  kios: (visit) => visit.open('/', id('end-visit'), '?kiosk'),
};

/** Pages of somebody who is new here. */
export const FIRST = {
  'beranda-kosong': at('/', id('new-assessment')),
  tur: async (visit) => {
    await visit.open('/', id('new-assessment'));
    await visit.page.getByRole('button', { name: 'Coba dengan contoh' }).click();
    await visit.page.getByTestId('index').waitFor();
    await visit.page.evaluate(() => { location.hash = location.hash.replace(/ringkasan$/, 'indikator/12'); });
    await visit.page.getByTestId('tour').waitFor();
    await visit.page.getByTestId('tour-next').click();
  },
};
