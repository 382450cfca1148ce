// Every screen there is, for the journeys that look at all of them.

import { expect } from './page.mjs';
import { LONG_AGENCY, file, manifest, pemdi, shelf, varied } from './samples.mjs';

const about = {
  id: 'satu',
  agency: LONG_AGENCY,
  kind: 'kementerian',
  target: '3.50',
  texts: { 12: { facts: 'Perwali 41/2022, https://jdih.contoh.go.id/dokumen/peraturan-wali-kota-nomor-41-tahun-2022', analysis: 'Memenuhi.' } },
};
const full = manifest({ ...about, levels: varied(1) });
const part = manifest({ id: 'dua', agency: LONG_AGENCY, levels: { 1: 3, 2: 2 } });
const decimal = manifest({ id: 'pemdi', agency: LONG_AGENCY, kind: 'provinsi', year: 2026, instrument: pemdi, levels: { 1: '1.25', 2: '3.75' } });
const incoming = manifest({ ...about, levels: varied(2) });

const drafts = {
  ...shelf(full, part, decimal),
  'takar:draft:rusak': '{"format":"takar","ver',
  'takar:draft:versi2': '{"format":"takar","version":2}',
  'takar:trash:hapus': JSON.stringify({ ...part, id: 'hapus' }),
  'takar:snapshot:satu:2025-06-02T03:00:00Z': JSON.stringify(part),
};

const at = (address, ready) => async (takar) => {
  await takar.open(address);
  await ready(takar);
};
const heading = (text) => (takar) => expect(takar.heading).toHaveText(text);

// Each group is walked through in one visit; `show` leads to a screen from any other.
export const GROUPS = {
  'Beranda of a first visitor': {
    seed: {},
    screens: { empty: at('/', (takar) => expect(takar.page.locator('main .card').first()).toBeVisible()) },
  },
  Beranda: {
    seed: drafts,
    screens: {
      'with drafts': at('/', (takar) => expect(takar.cards.locator('.value')).toHaveCount(3)),
      'with a draft being renamed': at('/', async (takar) => {
        await takar.page.getByRole('button', { name: /^(Ubah nama|Rename): / }).first().click();
        await expect(takar.page.locator('.rename input')).toBeFocused();
      }),
    },
  },
  'Mulai penilaian baru and Buka berkas': {
    seed: drafts,
    screens: {
      'the form': at('/baru', heading(/penilaian baru|new assessment/)),
      'the form with mistakes': at('/baru', async (takar) => {
        await takar.loaded('instruments/pemdi-2026.json');
        await takar.page.locator('#target').fill('7');
        await takar.page.getByTestId('create').click();
        await expect(takar.page.locator('#salah')).toBeVisible();
      }),
      'no file yet': at('/buka', heading(/Buka berkas|Open a file/)),
      'a preview': at('/', async (takar) => {
        await takar.import(file(incoming));
        await expect(takar.preview).toBeVisible();
      }),
      'a refusal': at('/', async (takar) => {
        await takar.import({ name: `${'nama-berkas-yang-sangat-panjang-'.repeat(4)}.json`, text: '{"format":"takar","version":1,"kind":"assessment"}' });
        await expect(takar.alert).toBeVisible();
      }),
    },
  },
  'an SPBE indicator': {
    seed: drafts,
    screens: {
      answered: at('/a/satu/indikator/12', (takar) => expect(takar.facts).toBeVisible()),
      unanswered: at('/a/dua/indikator/23', heading(/^23\. /)),
      'not in the instrument': at('/a/satu/indikator/99', heading(/ditemukan|not found/)),
    },
  },
  'a Pemdi indicator': {
    seed: drafts,
    screens: {
      'as it is': at('/a/pemdi/indikator/5', (takar) => expect(takar.page.locator('#nilai')).toBeVisible()),
      'with a refused value': at('/a/pemdi/indikator/1', async (takar) => {
        await takar.page.locator('#nilai').fill('9');
        await takar.page.locator('#nilai').press('Tab');
        await expect(takar.page.locator('#nilai-error')).toBeVisible();
      }),
    },
  },
  Ringkasan: {
    seed: drafts,
    screens: {
      SPBE: at('/a/satu/ringkasan', (takar) => expect(takar.heading).toHaveText(/^(Ringkasan|Summary)$/)),
      Pemdi: at('/a/pemdi/ringkasan', (takar) => expect(takar.page.locator('svg.radar text')).toHaveCount(7)),
    },
  },
  'Perhitungan and Tukar data': {
    seed: drafts,
    screens: {
      Perhitungan: at('/a/satu/perhitungan', (takar) => expect(takar.page.locator('.equation').first()).toBeVisible()),
      'Tukar data': at('/a/satu/berkas', (takar) => expect(takar.page.locator('main li').first()).toBeVisible()),
    },
  },
  'the pages of the instruments': {
    seed: drafts,
    screens: {
      'SPBE 2020': at('/instrumen/spbe-2020', heading(/SPBE/)),
      'Pemdi 2026': at('/instrumen/pemdi-2026', heading(/Pemdi/)),
    },
  },
  'dead ends': {
    seed: drafts,
    screens: {
      'no such page': at('/x', heading(/ditemukan|not found/)),
      'no such draft': at('/a/tidakada', heading(/tidak ada|not on this computer/)),
      'a draft that cannot be read': at('/a/rusak', heading(/tidak dapat dibaca|cannot be read/)),
      'a draft of a newer version': at('/a/versi2', heading(/tidak dapat dibaca|cannot be read|lebih baru|newer/)),
    },
  },
};

/** Shows every screen of a group in both languages. */
export async function walk(takar, { seed, screens }, look) {
  await takar.seed(seed);
  for (const language of ['id', 'en']) {
    for (const [name, show] of Object.entries(screens)) {
      await show(takar);
      if (await takar.page.locator('html').getAttribute('lang') !== language) {
        await takar.languageButton.click();
        await expect(takar.page.locator('html')).toHaveAttribute('lang', language);
        await show(takar);
      }
      await look(`${name}, ${language}`);
    }
  }
}
