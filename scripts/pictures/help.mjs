// The pictures of the help page: for each step what is shown, and the element whose left upper corner the picture begins
// with. Narrow windows show a page in one column, as wide as the picture.

import { fileOfUnit } from './data.mjs';

export const SIZE = { width: 560, height: 270 };
const NARROW = SIZE.width + 24;
// With the ladder as wide as the picture.
const SHEET = 1186;
const id = (name) => `[data-testid="${name}"]`;
const at = (address, ready) => (visit) => visit.open(address, ready);

export const HELP = {
  mulai: {
    width: NARROW,
    from: 'h1',
    show: async (visit) => {
      await visit.open('/baru', id('create'));
      await visit.page.locator('#agency').fill('Kota Contoh');
      await visit.page.locator('#kind').selectOption('kota');
      await visit.page.locator('#target').focus();
    },
  },
  unit: { width: NARROW, show: at('/a/contoh/unit', id('unit')), from: id('unit') },
  isi: { width: SHEET, show: at('/a/tahun-lalu/indikator/20', id('level-2')), from: '.ladder' },
  bukti: { width: SHEET, show: at('/a/contoh/indikator/10', id('attached')), from: '.rung:nth-of-type(3)' },
  gabung: {
    width: NARROW,
    from: id('merge-counts'),
    show: async (visit) => {
      await visit.open('/buka', 'h1');
      await visit.page.getByTestId('import-file').setInputFiles({ name: fileOfUnit.name, mimeType: 'application/json', buffer: Buffer.from(fileOfUnit.text) });
      await visit.page.getByTestId('merge-now').waitFor();
    },
  },
  indeks: { width: NARROW, show: at('/a/contoh/ringkasan', 'svg.radar'), from: '.hero' },
  tahapan: { width: NARROW, show: at('/a/tahap/tahapan', 'svg.stage-line'), from: '.road' },
  rencana: { width: NARROW, show: at('/a/contoh/rencana', id('way-step')), from: id('way-step') },
  laporan: {
    width: NARROW,
    from: '.preview',
    show: async (visit) => {
      await visit.open('/a/contoh/laporan', '#pratinjau');
      await visit.page.frameLocator('#pratinjau').locator('article').first().waitFor();
    },
  },
  kirim: { width: NARROW, show: at('/a/contoh/berkas', id('export-age')), from: 'main .card' },
  cadangan: { width: NARROW, show: at('/pengaturan', id('backup')), from: `section:has(${id('backup')})` },
};
