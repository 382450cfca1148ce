// The pictures of the help page: for each step what is shown, and the element whose left upper corner the picture begins
// with. Narrow windows show a page in one column, as wide as the picture.

import { fileOfUnit } from './data.mjs';

export const SIZE = { width: 560, height: 360 };
const NARROW = SIZE.width + 24;
const id = (name) => `[data-testid="${name}"]`;
const at = (address, ready) => (visit) => visit.open(address, ready);

export const HELP = {
  mulai: { width: NARROW, show: at('/baru', id('create')), from: 'h1' },
  unit: { width: NARROW, show: at('/a/contoh/unit', id('unit')), from: id('unit') },
  isi: { width: 1240, show: at('/a/contoh/indikator/20', id('level-2')), from: '.ladder' },
  bukti: { width: 1240, show: at('/a/contoh/indikator/10', id('attached')), from: '.rung:nth-of-type(3)' },
  gabung: {
    width: NARROW,
    from: id('package-file'),
    show: async (visit) => {
      await visit.open('/buka', 'h1');
      await visit.page.getByTestId('import-file').setInputFiles({ name: fileOfUnit.name, mimeType: 'application/json', buffer: Buffer.from(fileOfUnit.text) });
      await visit.page.getByTestId('merge-now').waitFor();
    },
  },
  indeks: { width: NARROW, show: at('/a/contoh/ringkasan', 'svg.radar'), from: '.hero' },
  tahapan: { width: NARROW, show: at('/a/tahap/tahapan', 'svg.stage-line'), from: '.road' },
  rencana: { width: NARROW, show: at('/a/contoh/rencana', id('way-step')), from: '.way' },
  laporan: {
    width: 1240,
    from: '.paper',
    show: async (visit) => {
      await visit.open('/a/contoh/laporan', '#pratinjau');
      await visit.page.frameLocator('#pratinjau').locator('article').first().waitFor();
    },
  },
  kirim: { width: NARROW, show: at('/a/contoh/berkas', 'h1'), from: 'main .card' },
  cadangan: { width: NARROW, show: at('/pengaturan', id('backup')), from: `section:has(${id('backup')})` },
};
