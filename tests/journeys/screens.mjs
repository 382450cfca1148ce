// Every screen there is, for the journeys that look at all of them.

import { Takar, expect } from './page.mjs';
import { LONG_AGENCY, file, manifest, pemdi, register, shelf, varied } from './samples.mjs';

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
const kept = register(120, 300);
Object.assign(kept.evidence, {
  panjang: {
    title: 'Peraturan-Wali-Kota-tentang-Arsitektur-Sistem-Pemerintahan-Berbasis-Elektronik-2022-2026-Tanpa-Spasi.pdf',
    kind: 'audit',
    number: '800.1.2.3/4567/SEKRETARIAT-DAERAH-BAGIAN-ORGANISASI/2022',
    date: '2020-02-29',
    valid_until: '2021-02-28',
    unit: 'Dinas Komunikasi, Informatika, Statistik, dan Persandian',
    location: `https://arsip.contoh.go.id/${'folder-yang-panjang/'.repeat(8)}1.a.pdf`,
    file: { name: `${'nama-berkas-'.repeat(12)}.pdf`, size: 123456789, media_type: 'application/pdf', sha256: 'a'.repeat(64) },
    reviews: [{ status: 'perlu-revisi', note: 'Belum ditandatangani.', at: '2025-05-01T03:00:00Z', by: LONG_AGENCY }],
  },
  kunci: { title: 'Dokumen yang diterima', reviews: [{ status: 'diterima', at: '2025-05-01T03:00:00Z', by: 'Asesor' }] },
});
kept.links.push(
  { evidence: 'panjang', indicator: 29, level: 3, expected: 'a', pages: 'Bab II' },
  { evidence: 'panjang', indicator: 1, level: 4 },
  { evidence: 'kunci', indicator: 2, level: 3 },
);
const told = {
  ...manifest({ id: 'riwayat', agency: LONG_AGENCY, levels: varied(1) }),
  log: [
    { at: '2026-03-01T02:00:00Z', by: LONG_AGENCY, what: 'answers/mandiri/12/facts', from: 'x'.repeat(80), to: `${'kata '.repeat(16)}…` },
    { at: '2026-03-01T02:10:00Z', until: '2026-03-01T02:12:00Z', what: 'answers/mandiri/2/value', from: '2.00', to: '3.00' },
    { at: '2026-03-02T18:00:00Z', by: 'Budi', what: 'event/merged', to: 'takar-kota-contoh-2025.json' },
  ],
};
const withRegister = manifest({ id: 'bukti', agency: LONG_AGENCY, levels: varied(1), ...kept });

const stamp = { at: '2025-06-02T03:00:00Z', by: LONG_AGENCY };
const LONG_UNIT = 'Dinas Komunikasi, Informatika, Statistik, dan Persandian';
const handedOut = {
  ...manifest({ id: 'unit', agency: LONG_AGENCY, levels: varied(1), texts: about.texts }),
  units: {
    kominfo: { name: LONG_UNIT, contact: 'https://kominfo.contoh.go.id/'.repeat(4), indicators: [1, 2, 12], issued: stamp, returned: stamp },
    hukum: { name: 'Bagian Hukum', indicators: [2, 3], issued: stamp },
    kosong: { name: 'Tanpa-Spasi-'.repeat(8) },
  },
  briefing: { instructions: 'Isi tingkat dan faktanya.', due: '2025-01-31' },
};
const order = { unit: 'kominfo', name: LONG_UNIT, indicators: [1, 2, 12], instructions: `Isi tingkat.\n${'petunjuk-'.repeat(20)}`, due: '2025-01-31', issued: stamp };
const handed = (id, returned, texts = about.texts) => ({
  ...manifest({ id, agency: LONG_AGENCY, levels: { 1: 2, 12: 4 }, texts }), kind: 'work-package', order: { ...order, ...(returned && { returned }) },
});
const sentBack = handed('unit', stamp, { 12: { facts: 'Perwali 12/2024 menggantikan Perwali 41/2022. '.repeat(8) } });

const asked = {
  sessions: {
    a: { title: `Ruang 1: ${LONG_UNIT}`, date: '2026-08-13', start: '09:00', end: '11:00', room: 'Aula', link: `https://rapat.contoh.go.id/${'ruang-'.repeat(30)}`, attendees: 'Asesor\nKepala dinas', indicators: [1, 2, 12], note: 'Bawa laptop.' },
    b: { title: 'Ruang 2', date: '2026-08-13', start: '10:00', end: '12:00', zone: 'wita', indicators: [12, 40] },
    c: { title: 'Tanpa hari' },
  },
  questions: {
    '12:a': { session: 'a', question: `Mana SK-nya? ${'kata '.repeat(60)}`, answer: 'tanpa-spasi-'.repeat(20), follow_up: 'Unggah SK terbaru.', owner: 'kominfo', due: '2026-08-13+5' },
    '12:b': { session: 'b', question: 'Sudah?', done: true },
    '2:a': { question: 'Kapan direviu?', follow_up: 'Kirim laporan.', due: '2027-01-04+5' },
  },
  holidays: { '2026-08-14': { name: 'Hari jadi kota' }, '2026-08-15': { name: 'Sabtu kerja', works: true } },
};
const interviewed = { ...handedOut, id: 'interviu', records: asked };
const onTheRoad = {
  ...manifest({ ...about, id: 'jalan', levels: varied(1) }),
  stage: 'interviu',
  records: { closed: { mandiri: { by: LONG_AGENCY, on: '2026-08-31', note: 'Berita Acara 12/2026' } } },
};
onTheRoad.answers.dokumen = {
  12: { value: '2.00', note: 'Pasal 3 belum memuat peta rencana. '.repeat(4), justification: 'Hanya arsitektur.' }, 42: { value: '4.00' },
};
onTheRoad.answers.interviu = { 12: { value: '3.00' } };
const planned = {
  ...manifest({ id: 'rencana', agency: LONG_AGENCY, levels: varied(1), target: '3.50', evidence: kept.evidence, links: [{ evidence: 'panjang', indicator: 43, level: 4 }, { evidence: 'kunci', indicator: 43, level: 4 }] }),
  units: { kominfo: { name: LONG_UNIT, indicators: [42, 43, 44] } },
  records: {
    aims: { 5: { target: '5.00' }, 44: { locked: true } },
    steps: {
      '42:3': { planned: true, due: '2025-07-01', progress: 'berjalan', note: 'Susun prosedur layanan. '.repeat(8), effort: 12 },
      '43:5': { planned: true, owner: 'kominfo' },
      '1:2': { planned: true, progress: 'selesai' },
      '3:2': { planned: true },
    },
    scenarios: { a: { name: 'Layanan-publik-lebih-dahulu-'.repeat(5), values: { 42: '5.00', 3: '1.00' } }, b: { name: 'Kebijakan', values: { 1: '5.00' } } },
  },
};

const drafts = {
  ...shelf(full, part, decimal),
  'takar:draft:rusak': '{"format":"takar","ver',
  'takar:draft:versi2': '{"format":"takar","version":2}',
  'takar:trash:hapus': JSON.stringify({ ...part, id: 'hapus' }),
  'takar:snapshot:satu:2025-06-02T03:00:00Z': JSON.stringify({ ...part, id: 'satu' }),
};

const at = (address, ready) => async (takar) => {
  await takar.open(address);
  await ready(takar);
};
const rows = (takar) => expect(takar.page.getByTestId('evidence-row').first()).toBeVisible();
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
      'a report of a merge': at('/', async (takar) => {
        await takar.import(file(incoming));
        await expect(takar.preview).toBeVisible();
        // In the second language it is merged already.
        if (await takar.page.getByTestId('merge-now').count()) {
          await takar.page.locator('#semua-beda').selectOption('2');
          await takar.page.getByTestId('merge-now').click();
        } else {
          await takar.open('/a/satu/gabungan');
        }
        await expect(takar.page.getByTestId('merge-report')).toBeVisible();
      }),
    },
  },
  'an SPBE indicator': {
    seed: drafts,
    screens: {
      answered: at('/a/satu/indikator/12', (takar) => expect(takar.facts).toBeVisible()),
      unanswered: at('/a/dua/indikator/23', heading(/^23\. /)),
      'with its terms unfolded': at('/a/satu/indikator/18', async (takar) => {
        await takar.page.getByTestId('terms').evaluate((fold) => { fold.open = true; });
        await expect(takar.page.getByTestId('terms').locator('dt').first()).toBeVisible();
      }),
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
  Bukti: {
    seed: { ...drafts, ...shelf(withRegister) },
    screens: {
      empty: at('/a/dua/bukti', heading(/^(Bukti|Evidence)$/)),
      'a new document': at('/a/dua/bukti', async (takar) => {
        await takar.page.getByTestId('add-evidence').click();
        await expect(takar.page.getByTestId('evidence-title')).toBeFocused();
        await takar.page.getByTestId('evidence-title').press('Enter');
        await expect(takar.page.locator('#judul-baru-error')).toBeVisible();
      }),
      'the register': at('/a/bukti/bukti', rows),
      'linking what is selected': at('/a/bukti/bukti', async (takar) => {
        await rows(takar);
        await takar.page.getByTestId('evidence-row').first().getByRole('checkbox').check();
        await takar.page.getByRole('button', { name: /^(Tautkan ke|Link to)/ }).click();
        await takar.page.locator('#tautan-indikator').selectOption('1');
        await takar.page.locator('#tautan-tingkat').selectOption('4');
        await expect(takar.page.locator('.together .note')).toBeVisible();
      }),
    },
  },
  'a document': {
    seed: { ...drafts, ...shelf(withRegister) },
    screens: {
      'with much to say': at('/a/bukti/bukti/panjang', (takar) => expect(takar.page.getByTestId('evidence-link')).toHaveCount(2)),
      'with mistakes': at('/a/bukti/bukti/panjang', async (takar) => {
        await takar.page.getByTestId('evidence-new-status').selectOption('ditolak');
        await takar.page.getByRole('button', { name: /^(Catat status|Record the status)$/ }).click();
        await expect(takar.page.locator('#catatan-periksa-error')).toBeVisible();
        await takar.page.getByRole('button', { name: /^(Hapus dokumen|Delete the document)$/ }).click();
        await expect(takar.page.locator('#hapus-tanya')).toBeFocused();
      }),
      locked: at('/a/bukti/bukti/kunci', (takar) => expect(takar.page.locator('#terkunci')).toBeVisible()),
      missing: at('/a/bukti/bukti/tidak-ada', heading(/ditemukan|not found/)),
    },
  },
  'evidence on the ladder': {
    seed: { ...drafts, ...shelf(withRegister) },
    screens: {
      attached: at('/a/bukti/indikator/1', (takar) => expect(takar.page.getByTestId('attached').first()).toBeVisible()),
      'being added': at('/a/bukti/indikator/1', async (takar) => {
        await takar.page.getByTestId('attach-3').click();
        await expect(takar.page.locator('.attach input[type=text]')).toBeFocused();
      }),
    },
  },
  'Periksa folder': {
    seed: { ...drafts, ...shelf(withRegister) },
    screens: {
      'before a folder is chosen': at('/a/bukti/periksa', heading(/^(Periksa folder|Check a folder)$/)),
      'with a result': at('/a/bukti/periksa', async (takar) => {
        await takar.page.getByTestId('check-files').setInputFiles([
          { name: `${'nama-berkas-yang-sangat-panjang-'.repeat(4)}.pdf`, mimeType: 'application/pdf', buffer: Buffer.from('isi') },
        ]);
        await expect(takar.page.getByTestId('folder-result')).toBeVisible();
      }),
    },
  },
  'a register on its way in': {
    seed: { ...drafts, ...shelf(withRegister) },
    screens: {
      'with conflicts': at('/', async (takar) => {
        const { format, version, id, instrument, agency, year, evidence, links } = withRegister;
        const register = { format, version, kind: 'evidence', id, instrument, agency, year, evidence: structuredClone(evidence), links };
        for (const one of Object.values(register.evidence)) one.title = `${one.title} yang lain`;
        await takar.import(file(register, 'bukti.json'));
        await expect(takar.page.getByTestId('brought').first()).toBeVisible();
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
  Tahapan: {
    seed: { ...drafts, ...shelf(onTheRoad, { ...onTheRoad, id: 'beku', stage: 'mandiri' }) },
    screens: {
      'one stage': at('/a/dua/tahapan', (takar) => expect(takar.page.getByTestId('stage-mandiri')).toBeVisible()),
      'several stages': at('/a/jalan/tahapan', (takar) => expect(takar.page.locator('svg.stage-line circle')).toHaveCount(3)),
      'a stage being closed': at('/a/dua/tahapan', async (takar) => {
        await takar.page.getByTestId('stage-mandiri').getByTestId('close-stage').click();
        await takar.page.getByTestId('closed-by').fill('');
        await takar.page.getByTestId('confirm-close').click();
        await expect(takar.page.locator('#ditutup-oleh-error')).toBeVisible();
      }),
      'a stage being reopened': at('/a/jalan/tahapan', async (takar) => {
        await takar.page.getByTestId('stage-mandiri').getByTestId('reopen-stage').click();
        await expect(takar.page.locator('#tahap-tanya')).toBeFocused();
      }),
      'an indicator at a later stage': at('/a/jalan/indikator/12', (takar) => expect(takar.page.getByTestId('earlier')).toHaveCount(2)),
      'an indicator of a closed stage': at('/a/beku/indikator/12', (takar) => expect(takar.page.getByTestId('frozen')).toBeVisible()),
    },
  },
  'Perhitungan, Riwayat and Tukar data': {
    seed: { ...drafts, ...shelf(told) },
    screens: {
      Perhitungan: at('/a/satu/perhitungan', (takar) => expect(takar.page.locator('.equation').first()).toBeVisible()),
      Riwayat: at('/a/riwayat/riwayat', (takar) => expect(takar.page.locator('.history li')).toHaveCount(3)),
      'Tukar data': at('/a/satu/berkas', heading(/Tukar data|Exchange/)),
      'Titik pemulihan': at('/a/satu/pemulihan', async (takar) => {
        const { page } = takar;
        await page.getByTestId('make-snapshot').click();
        await page.getByTestId('snapshot').last().getByRole('button', { name: /^(Bandingkan|Compare)/ }).click();
        await expect(page.locator('#titik-banding')).toBeVisible();
      }),
      'Titik pemulihan, asked whether to delete': at('/a/satu/pemulihan', async (takar) => {
        await takar.page.getByTestId('snapshot').first().getByRole('button', { name: /^(Hapus|Delete)/ }).click();
        await expect(takar.page.locator('#titik-tanya')).toBeFocused();
      }),
      'Ruang penyimpanan': at('/ruang', async (takar) => {
        await takar.page.getByRole('button', { name: /^(Hapus selamanya|Delete for good)/ }).first().click();
        await expect(takar.page.locator('#ruang-tanya')).toBeFocused();
      }),
    },
  },
  'Unit and work packages': {
    seed: { ...drafts, ...shelf(handedOut, handed('paket'), handed('kembali', stamp)) },
    screens: {
      Unit: at('/a/unit/unit', async (takar) => {
        const unit = takar.page.getByTestId('unit').filter({ hasText: LONG_UNIT });
        // What is open stays open when the language changes.
        if (!await takar.page.getByTestId('assign').count()) await unit.getByTestId('edit-unit').click();
        await unit.locator('.own details').evaluateAll((all) => all.forEach((one) => { one.open = true; }));
        await takar.page.getByTestId('unit').last().getByTestId('remove-unit').click();
        await expect(takar.page.locator('#hapus-unit')).toBeFocused();
      }),
      'a page narrowed to a unit': at('/a/unit/ringkasan', async (takar) => {
        await takar.page.getByTestId('unit-filter').selectOption('kominfo');
        await expect(takar.page.locator('section[aria-labelledby="semua"] tbody tr:visible')).toHaveCount(3);
      }),
      'a package': at('/a/paket/ringkasan', (takar) => expect(takar.page.getByTestId('package-progress')).toBeVisible()),
      'an indicator of a package': at('/a/paket/indikator/12', (takar) => expect(takar.facts).toBeVisible()),
      'Kirim kembali': at('/a/kembali/kirim', (takar) => expect(takar.page.getByTestId('sent')).toBeVisible()),
      'a package on its way in': at('/', async (takar) => {
        await takar.import(file(handed('baru'), 'paket.json'));
        await expect(takar.page.getByTestId('package-file')).toBeVisible();
      }),
      'a package that belongs nowhere': at('/', async (takar) => {
        await takar.import(file({ ...handed('lain', stamp), year: 2024 }, 'paket.json'));
        await expect(takar.page.getByTestId('no-whole')).toBeVisible();
      }),
      'a merge with conflicts': at('/', async (takar) => {
        await takar.import(file(sentBack, 'kembali.json'));
        await takar.page.getByTestId('merge-now').click();
        await takar.page.getByTestId('merge-units').locator('summary').click();
        await expect(takar.page.getByTestId('conflict').first()).toBeVisible();
      }),
    },
  },
  'Interviu and meeting mode': {
    seed: { ...drafts, ...shelf(interviewed, { ...handed('paket'), records: { questions: asked.questions } }) },
    screens: {
      'with sessions, questions and dues': at('/a/interviu/interviu', async (takar) => {
        const { page } = takar;
        await expect(page.getByTestId('due-item').first()).toBeVisible();
        await page.getByTestId('holiday-year').selectOption('2026');
        await expect(page.getByTestId('holiday').first()).toBeVisible();
        if (!await page.locator('#nama-sesi').count()) await page.getByTestId('edit-session').first().click();
        await page.locator('.assign details').evaluateAll((all) => all.forEach((one) => { one.open = true; }));
        await page.locator('#mulai-sesi').fill('');
        await page.getByTestId('save-session').click();
        await expect(page.locator('#mulai-sesi-error')).toBeVisible();
        // What is open stays open when the language changes.
        const fields = page.getByTestId('question-jawab');
        if (!await fields.count()) await page.getByTestId('edit-question').last().click();
        await page.getByTestId('skipped').evaluateAll((all) => all.forEach((one) => { one.open = true; }));
      }),
      'with nothing yet': at('/a/satu/interviu', async (takar) => {
        await takar.page.getByTestId('holiday-year').selectOption('2027');
        await expect(takar.page.getByTestId('no-list')).toBeVisible();
        await takar.page.getByTestId('add-day').click();
        await expect(takar.page.locator('#hari-baru-error')).toBeVisible();
      }),
      'of a package': at('/a/paket/interviu', (takar) => expect(takar.page.getByTestId('question').first()).toBeVisible()),
      'a meeting': at('/a/interviu/rapat/12', (takar) => expect(takar.page.getByTestId('meeting-question').first()).toBeVisible()),
      'a meeting about what nobody answered': at('/a/dua/rapat/47', (takar) => expect(takar.page.getByTestId('meeting-at')).toBeVisible()),
    },
  },
  'a conflict with another tab': {
    seed: { ...drafts, ...shelf(handedOut) },
    screens: {
      'the panel': at('/a/unit/indikator/12', async (takar) => {
        const { page } = takar;
        const held = page.getByTestId('held');
        if (!await held.count()) {
          const other = new Takar(await page.context().newPage(), takar.origin);
          await other.indicator(12, 'unit');
          // Neither has saved when the other writes.
          for (const one of [page, other.page]) {
            await one.evaluate(() => {
              const original = window.setTimeout;
              window.setTimeout = (call, time, ...more) => original(call, time + 800, ...more);
            });
          }
          await Promise.all([takar.facts.fill('Perwali 41 '.repeat(20)), other.facts.fill('Perwali 12 '.repeat(20))]);
          await expect.poll(async () => await held.count() + await other.page.getByTestId('held').count()).toBe(1);
          await other.page.close();
          // It is in one of the two tabs; in both once this one has asked for it.
          if (!await held.count()) await page.reload();
        }
        await expect(held.first()).toBeVisible();
      }),
    },
  },
  Rencana: {
    seed: shelf(planned, { ...manifest({ id: 'kunci', levels: { 1: 2 } }), records: { aims: { 42: { locked: true } } } }),
    screens: {
      'the way, the action plan and a scenario': at('/a/rencana/rencana', async (takar) => {
        await takar.page.getByTestId('way-step').first().waitFor();
        for (const fold of await takar.page.locator('.way details:not([open]) > summary').all().then((all) => all.slice(0, 3))) await fold.click();
        const effort = takar.page.getByTestId('way-step').first().getByRole('textbox').first();
        await effort.fill('x');
        await effort.press('Tab');
        await expect(takar.page.locator('.way .error')).toBeVisible();
        await takar.page.getByTestId('scenario').first().getByRole('button').first().click();
        await expect(takar.page.getByTestId('scenario-index')).toBeVisible();
      }),
      'out of reach': at('/a/kunci/rencana', async (takar) => {
        await takar.page.getByTestId('goal').selectOption('lain');
        await takar.page.getByTestId('other-goal').fill('5');
        await expect(takar.page.getByTestId('out-of-reach')).toBeVisible();
      }),
    },
  },
  'Bantuan and the tour': {
    seed: drafts,
    screens: {
      'the help page': at('/bantuan', (takar) => expect(takar.page.locator('.guide img')).toHaveCount(11)),
      'a step of the tour': at('/bantuan', async (takar) => {
        await takar.page.getByTestId('call-tour').click();
        await takar.page.getByTestId('tour-next').click();
        await expect(takar.page.locator('.rung[data-pointed]')).toBeVisible();
      }),
    },
  },
  'the pages of the instruments': {
    seed: drafts,
    screens: {
      'SPBE 2020': at('/instrumen/spbe-2020', heading(/SPBE/)),
      'Pemdi 2026': at('/instrumen/pemdi-2026', heading(/Pemdi/)),
      'every part and token': at('/gaya', async (takar) => {
        await expect(takar.page.locator('#gaya-dark .radar')).toBeVisible();
        await takar.page.locator('#aksen').fill('kuning');
        await expect(takar.page.locator('#aksen-error')).toBeVisible();
      }),
    },
  },
  'Pengaturan and backups': {
    seed: { ...drafts, 'takar:exported:satu': '{"version":1,"at":"2025-06-01T03:00:00Z","changes":31,"since":"2025-06-02T03:00:00Z"}' },
    screens: {
      Pengaturan: at('/pengaturan', async (takar) => {
        await takar.page.getByTestId('backup-lock').check();
        await takar.page.getByTestId('backup-password').fill('pendek');
        await takar.page.getByTestId('backup').click();
        await expect(takar.page.locator('#kata-sandi-lagi-error')).toBeVisible();
      }),
      'a reminder': at('/a/satu/berkas', (takar) => expect(takar.page.getByTestId('reminder')).toBeVisible()),
      'a backup on its way in': at('/', async (takar) => {
        await takar.import('tests/data/versions/backup-1.json');
        await expect(takar.page.getByTestId('backup-row')).toHaveCount(3);
      }),
      'a backup that was brought in': at('/', async (takar) => {
        const content = manifest({ id: `cadangan-${Date.now()}`, agency: LONG_AGENCY });
        const drafts = [{ id: content.id, content }, { id: `rusak-${Date.now()}`, text: '{' }];
        await takar.import(file({ format: 'takar', version: 1, kind: 'backup', made: content.created, drafts }, 'cadangan.json'));
        await takar.page.getByTestId('bring-backup').click();
        await expect(takar.page.getByTestId('backup-result')).toBeVisible();
      }),
      'a password that does not fit': at('/', async (takar) => {
        await takar.import('tests/data/versions/encrypted-backup-1.json');
        await takar.page.getByTestId('unlock-password').fill('bukan ini');
        await takar.page.getByTestId('unlock').click();
        await expect(takar.page.locator('#kata-sandi-error')).toBeVisible();
      }),
      'a new version that has to wait': at('/pengaturan', async (takar) => {
        // As public/offline.js tells it; the real thing is in offline.spec.mjs.
        await takar.page.waitForFunction(() => globalThis.takarOffline);
        await takar.page.evaluate((name) => {
          const refused = ['failed', 'memory', 'busy', 'undecided', 'silent'].map((why) => ({ why, name, here: why === 'memory' }));
          Object.assign(globalThis.takarOffline, { state: 'partial', missing: 2, files: 42, bytes: 5_000_000, update: true, refused, checked: 'unreachable' });
          dispatchEvent(new Event('takar:offline'));
        }, LONG_AGENCY);
        await expect(takar.page.getByTestId('update-said').locator('p')).toHaveCount(6);
        await expect(takar.page.getByTestId('offline-state')).toHaveAttribute('data-state', 'partial');
      }),
    },
  },
  'Bandingkan and Hasil nasional': {
    seed: {
      ...drafts,
      ...shelf(
        { ...full, id: 'skenario', records: { scenarios: { s1: { name: 'Target yang panjang '.repeat(4), values: { 1: '5.00' } } } } },
        { ...part, year: 2024 },
        manifest({ id: 'bantul', agency: 'Kabupaten Bantul', kind: 'kabupaten', levels: varied(3) }),
      ),
    },
    screens: {
      'columns of two instruments': at('/a/skenario/bandingkan', async (takar) => {
        const { page } = takar;
        const offers = page.locator('#tambah-kolom');
        await expect(page.getByTestId('compare-files')).toBeAttached();
        // What was added stays when the language changes.
        if (!await page.getByTestId('mixed').count()) {
          for (let more = await offers.locator('option').count(); more > 0; more -= 1) await page.getByTestId('add-column').click();
          await page.getByTestId('compare-files').setInputFiles([{ name: `${'berkas-'.repeat(12)}.json`, mimeType: 'application/json', buffer: Buffer.from('{') }]);
        }
        await expect(page.getByTestId('mixed')).toBeVisible();
        await expect(page.getByTestId('not-comparable')).toBeVisible();
        await page.getByTestId('changes').locator('details').evaluateAll((all) => all.forEach((one) => { one.open = true; }));
      }),
      'the place of an agency': at('/a/bantul/nasional', async (takar) => {
        await expect(takar.page.getByTestId('spread')).toBeVisible();
        await takar.page.getByTestId('spread').locator('summary').click();
      }),
      'results with remarks': at('/nasional', async (takar) => {
        await takar.page.locator('#hasil-instansi').fill('Kabupaten Tidak Ada');
        await takar.page.locator('#hasil-instansi').press('Tab');
        await takar.page.locator('#hasil-cari').fill('nias barat');
        await expect(takar.page.getByTestId('result')).toHaveCount(2);
      }),
    },
  },
  Laporan: {
    // The frame of the report runs no script, so not that of the checker either; report.spec.mjs checks what is in it.
    seed: {
      ...shelf({
        ...withRegister,
        units: { kominfo: { name: LONG_UNIT, indicators: [1, 2, 12] } },
        records: {
          cover: { cover: { letterhead: LONG_AGENCY, place: 'Contoh', signatories: [{ role: 'Koordinator SPBE', name: LONG_AGENCY }] } },
          findings: { 'all': { strengths: 'Tim yang tetap.' } },
          steps: { '12:4': { planned: true, owner: 'kominfo', due: '2026-12-15' } },
        },
      }),
      'takar:report': 'ringkasan metode hasil indikator temuan rencana tahap berita-acara perbaikan usulan id',
      'takar:logo:bukti': 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    },
    screens: {
      'all parts and forms': at('/a/bukti/laporan', async (takar) => {
        await expect(takar.page.frameLocator('#pratinjau').locator('article')).toHaveCount(5);
        await takar.page.evaluate(() => document.querySelectorAll('.paper details').forEach((one) => { one.open = true; }));
        await expect(takar.page.locator('#kekuatan')).toHaveValue('Tim yang tetap.');
      }),
    },
  },
  'a kiosk': {
    seed: {},
    screens: {
      start: onKiosk('/', async () => {}),
      'an open draft of the visit': onKiosk('/', async ({ page }) => {
        if (await page.getByTestId('draft').count() === 0) {
          await page.getByRole('button', { name: /contoh|example/ }).click();
          await expect(page.getByTestId('index')).toBeVisible();
          await page.evaluate(() => location.replace('#/'));
        }
        await expect(page.getByTestId('draft')).not.toHaveCount(0);
      }),
      ...Object.fromEntries(['indikator/3', 'bukti', 'ringkasan', 'rencana', 'tahapan'].map((place) => [`${place} of the visit`, onKiosk('/', async ({ page }) => {
        await expect(page.locator('main a[href^="#/a/"]').first()).toBeVisible();
        await page.evaluate((place) => location.replace(`#/a/${document.querySelector('main a[href^="#/a/"]').hash.split('/')[2]}/${place}`), place);
        await expect(page.locator('.tabs [aria-current]')).toBeVisible();
        await expect(page.locator('main .card').first()).toBeVisible();
      })])),
      'the end of the visit': onKiosk('/', async ({ page }) => {
        await page.getByTestId('end-visit').click();
        await expect(page.getByRole('alertdialog')).toBeVisible();
      }),
      'left alone': onKiosk('/', async ({ page }) => {
        await page.evaluate(() => dispatchEvent(new CustomEvent('takar:idle', { detail: 27 })));
        await expect(page.getByTestId('left')).toContainText('27');
      }),
      'a page that it does not have': onKiosk('/pengaturan', heading(/bersama|shared/)),
      'text to paste': onKiosk('/buka', async ({ page }) => page.getByTestId('pasted').fill('{ "format": "takar" }')),
      'a text that is no file': onKiosk('/buka', async ({ page }) => {
        await page.getByTestId('pasted').fill('{ "format": "takar" }');
        await page.getByTestId('open-text').click();
        await expect(page.locator('main').getByRole('alert')).toBeVisible();
      }),
    },
  },
  'messages, and what is going on': {
    seed: { ...drafts, ...shelf(withRegister) },
    screens: {
      'a message with a way back': at('/a/satu/indikator/12', async (takar) => {
        if (!await takar.page.getByTestId('level-3').isChecked()) await takar.choose(3);
        await takar.page.getByRole('button', { name: /^(Kosongkan tingkat|Clear the level)$/ }).click();
        await expect(takar.toast).toBeVisible();
      }),
      'a new version': at('/a/satu/ringkasan', async (takar) => {
        await takar.page.waitForFunction(() => globalThis.takarOffline);
        await takar.page.evaluate(() => {
          Object.assign(globalThis.takarOffline, { update: true, refused: [] });
          dispatchEvent(new Event('takar:offline'));
        });
        await expect(takar.page.getByTestId('update-notice')).toBeVisible();
      }),
      'files over the page': at('/a/satu/berkas', async (takar) => {
        await takar.page.evaluate(() => {
          const data = new DataTransfer();
          data.items.add(new File(['isi'], 'a.json'));
          dispatchEvent(new DragEvent('dragover', { dataTransfer: data, cancelable: true }));
        });
        await expect(takar.page.locator('.dropping')).toBeVisible();
      }),
      'a long work': at('/a/bukti/bukti', async (takar) => {
        await takar.page.evaluate(() => {
          dispatchEvent(new DragEvent('dragleave'));
          Blob.prototype.arrayBuffer = () => new Promise(() => {});
        });
        const work = takar.page.getByTestId('work');
        if (!await work.count()) {
          await takar.page.locator('main input[type=file]').first().setInputFiles({ name: `${'nama-berkas-'.repeat(9)}.pdf`, mimeType: 'application/pdf', buffer: Buffer.alloc(9_000_000) });
        }
        await expect(work).toBeVisible();
      }),
      'work that is not saved': at('/a/satu/indikator/12', async (takar) => {
        await takar.page.evaluate(() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; });
        await takar.facts.pressSequentially(' a');
        await expect(takar.banner.first()).toBeVisible();
      }),
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

/** A screen of a kiosk; within one visit the language that was chosen stays. */
function onKiosk(address, then) {
  return async (takar) => {
    const { page } = takar;
    const here = page.url().includes('?kiosk');
    if (!here) await page.goto(`/?kiosk#${address}`);
    else {
      await page.evaluate(() => document.querySelectorAll('dialog').forEach((dialog) => dialog.close()));
      await page.evaluate((address) => location.replace(`#${address}`), address);
    }
    await expect(page.getByTestId('end-visit')).toBeVisible();
    await then(takar);
  };
}

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
