// Every screen there is, for the journeys that look at all of them.

import { expect } from './page.mjs';
import { LONG_AGENCY, file, manifest, pemdi, shelf, varied } from './samples.mjs';

const full = manifest({
  id: 'satu',
  agency: LONG_AGENCY,
  kind: 'kementerian',
  levels: varied(1),
  target: '3.50',
  texts: { 12: { facts: 'Perwali 41/2022, https://jdih.contoh.go.id/dokumen/peraturan-wali-kota-nomor-41-tahun-2022', analysis: 'Memenuhi.' } },
});
const part = manifest({ id: 'dua', agency: LONG_AGENCY, levels: { 1: 3, 2: 2 } });
const decimal = manifest({ id: 'pemdi', agency: LONG_AGENCY, kind: 'provinsi', year: 2026, instrument: pemdi, levels: { 1: '1.25', 2: '3.75' } });
const incoming = manifest({ ...full, id: 'satu', agency: LONG_AGENCY, kind: 'kementerian', levels: varied(2) });

const drafts = {
  ...shelf(full, part, decimal),
  'takar:draft:rusak': '{"format":"takar","ver',
  'takar:draft:versi2': '{"format":"takar","version":2}',
  'takar:trash:hapus': JSON.stringify({ ...part, id: 'hapus' }),
  'takar:snapshot:satu:2025-06-02T03:00:00Z': JSON.stringify(part),
};

const at = (address, ready) => ({ seed: drafts, show: async (takar) => {
  await takar.open(address);
  await ready(takar);
} });
const heading = (text) => (takar) => expect(takar.heading).toHaveText(text);

export const SCREENS = {
  'Beranda, empty': { seed: {}, show: async (takar) => {
    await takar.open('/');
    await expect(takar.page.locator('.drafts, main .card').first()).toBeAttached();
  } },
  'Beranda with drafts': at('/', (takar) => expect(takar.cards.locator('.value')).toHaveCount(3)),
  'Beranda with a draft being renamed': at('/', async (takar) => {
    await takar.page.getByRole('button', { name: /^(Ubah nama|Rename): / }).first().click();
    await expect(takar.page.locator('.rename input')).toBeFocused();
  }),
  'Mulai penilaian baru': at('/baru', heading(/penilaian baru|new assessment/)),
  'Mulai penilaian baru with mistakes': at('/baru', async (takar) => {
    await takar.loaded('instruments/pemdi-2026.json');
    await takar.page.locator('#target').fill('7');
    await takar.page.getByTestId('create').click();
    await expect(takar.page.locator('#salah')).toBeVisible();
  }),
  'Buka berkas with a preview': at('/', async (takar) => {
    await takar.import(file(incoming));
    await expect(takar.preview).toBeVisible();
  }),
  'Buka berkas with a refusal': at('/', async (takar) => {
    await takar.import({ name: `${'nama-berkas-yang-sangat-panjang-'.repeat(4)}.json`, text: '{"format":"takar","version":1,"kind":"assessment"}' });
    await expect(takar.alert).toBeVisible();
  }),
  'an answered indicator': at('/a/satu/indikator/12', (takar) => expect(takar.facts).toBeVisible()),
  'an unanswered indicator': at('/a/dua/indikator/23', heading(/^23\. /)),
  'a Pemdi indicator': at('/a/pemdi/indikator/5', (takar) => expect(takar.page.locator('#nilai')).toBeVisible()),
  'a Pemdi indicator with a refused value': at('/a/pemdi/indikator/1', async (takar) => {
    await takar.page.locator('#nilai').fill('9');
    await takar.page.locator('#nilai').press('Tab');
    await expect(takar.page.locator('#nilai-error')).toBeVisible();
  }),
  Ringkasan: at('/a/satu/ringkasan', (takar) => expect(takar.index).toBeVisible()),
  'Ringkasan of a Pemdi draft': at('/a/pemdi/ringkasan', (takar) => expect(takar.index).toBeVisible()),
  Perhitungan: at('/a/satu/perhitungan', (takar) => expect(takar.page.locator('.equation').first()).toBeVisible()),
  'Tukar data': at('/a/satu/berkas', (takar) => expect(takar.page.locator('main li').first()).toBeVisible()),
  'SPBE 2020': at('/instrumen/spbe-2020', heading(/SPBE/)),
  'Pemdi 2026': at('/instrumen/pemdi-2026', heading(/Pemdi/)),
  'a page that is not there': at('/x', heading(/ditemukan|not found/)),
  'a draft that is not there': at('/a/tidakada', heading(/tidak ada|not on this computer/)),
  'a draft that cannot be read': at('/a/rusak', heading(/tidak dapat dibaca|cannot be read/)),
};
