// What the pictures show: the example, with all that an agency adds to it over a year. Everything in it is made up.

import { example, file, manifest, pemdi, shelf } from '../../tests/journeys/samples.mjs';

const { digest: _, ...base } = example;
const stamp = (at, by) => ({ at, by });
const made = stamp('2025-06-02T02:10:00Z', 'Diskominfo Kota Contoh');

const units = {
  bappeda: { name: 'Bappeda', contact: 'subbagian perencanaan', indicators: [2, 11, 12, 13, 32, 33], issued: made, returned: stamp('2025-06-20T04:00:00Z', 'Bappeda') },
  hukum: { name: 'Bagian Hukum', contact: 'pengelola JDIH', indicators: [1, 3, 4, 44], issued: made },
  inspektorat: { name: 'Inspektorat', indicators: [9, 29, 30, 31, 39], issued: made },
};
const briefing = { instructions: 'Isi tingkat, fakta, dan analisis, lalu tautkan buktinya.', due: '2027-06-30' };

const records = {
  sessions: {
    a: { title: 'Ruang 1: kebijakan dan tata kelola', date: '2025-09-16', start: '09:00', end: '11:30', room: 'Aula Balai Kota', attendees: 'Diskominfo\nBappeda\nBagian Hukum', indicators: [1, 2, 12, 13] },
    b: { title: 'Ruang 2: layanan', date: '2025-09-17', start: '13:00', end: '15:00', room: 'Ruang rapat Diskominfo', indicators: [32, 42, 45] },
  },
  questions: {
    '12:a': { session: 'a', question: 'Sembilan kegiatan belum dianggarkan. Apa tindak lanjutnya?', answer: 'Masuk rancangan RKPD tahun berikutnya.', follow_up: 'Kirim halaman RKPD yang memuat kegiatan itu.', owner: 'bappeda', due: '2025-09-16+5' },
    '1:a': { session: 'a', question: 'Kapan peraturan wali kota terakhir ditinjau?', follow_up: 'Kirim laporan tinjauan.', owner: 'hukum', due: '2025-09-16+5' },
    '42:a': { session: 'b', question: 'Berapa lama pengaduan diselesaikan?', answer: 'Rata-rata tiga hari kerja.', done: true },
  },
  steps: {
    '12:4': { planned: true, owner: 'bappeda', due: '2025-11-28', progress: 'berjalan', note: 'Evaluasi tahunan peta rencana.' },
    '9:2': { planned: true, owner: 'inspektorat', due: '2025-12-12' },
    '26:2': { planned: true },
  },
  scenarios: { a: { name: 'Audit dan pengetahuan', values: { 26: '3.00', 29: '2.00', 30: '2.00' } } },
  cover: { cover: { letterhead: 'PEMERINTAH KOTA CONTOH\nDINAS KOMUNIKASI DAN INFORMATIKA', place: 'Contoh', signatories: [{ role: 'Koordinator SPBE' }] } },
};

const log = [
  { at: '2025-05-07T06:40:00Z', until: '2025-05-07T06:47:00Z', by: 'Bappeda Kota Contoh', what: 'answers/mandiri/12/facts', from: '', to: 'Peta Rencana SPBE Tahun 2023–2027, Bab 4' },
  { at: '2025-05-07T06:47:00Z', by: 'Bappeda Kota Contoh', what: 'answers/mandiri/12/value', from: '2.00', to: '3.00' },
  { at: '2025-06-20T04:00:00Z', by: 'Diskominfo Kota Contoh', what: 'event/merged', to: 'takar-kembali-bappeda.json' },
];

const full = { ...base, id: 'contoh', units, briefing, records, log };
const assessed = (changes) => Object.fromEntries(Object.entries(changes).map(([number, [value, note]]) => [number, { value, note, changed: stamp('2025-08-20T03:00:00Z', 'Asesor') }]));
const onTheRoad = {
  ...full,
  id: 'tahap',
  stage: 'interviu',
  answers: {
    mandiri: base.answers.mandiri,
    dokumen: assessed({ 1: ['2.00', 'Muatan referensi belum lengkap.'], 12: ['2.00', 'Kegiatan belum selaras dengan anggaran.'], 36: ['4.00'], 45: ['2.00'] }),
    interviu: assessed({ 12: ['3.00', 'Halaman anggaran sudah ditunjukkan.'], 45: ['3.00'] }),
  },
  records: {
    ...records,
    closed: {
      mandiri: { by: 'Koordinator SPBE', on: '2025-07-31', note: 'Berita acara penilaian mandiri' },
      dokumen: { by: 'Koordinator SPBE', on: '2025-08-29' },
    },
  },
};
const lower = Object.fromEntries(Object.entries(base.answers.mandiri).map(([number, { value }]) => [number, Math.max(1, Math.floor(value) - (number % 3 === 0 ? 1 : 0))]));
const before = manifest({ id: 'tahun-lalu', agency: 'Kota Contoh', year: 2024, levels: lower });
const next = manifest({ id: 'pemdi', agency: 'Kota Contoh', year: 2026, instrument: pemdi, levels: { 1: '2.50', 2: '2.00', 3: '1.75', 4: '2.25', 8: '1.50', 13: '2.50', 19: '3.00' } });

const numbers = units.hukum.indicators;
const cut = (answers) => Object.fromEntries(Object.entries(answers).filter(([number]) => numbers.includes(Number(number))));
const package_ = {
  ...base,
  kind: 'work-package',
  id: 'paket',
  target: undefined,
  answers: { mandiri: cut(base.answers.mandiri) },
  evidence: {},
  links: [],
  order: { unit: 'hukum', name: 'Bagian Hukum', indicators: numbers, instructions: briefing.instructions, due: briefing.due, issued: made },
};
/** The same package, sent back with other answers than the draft has by now. */
const sentBack = {
  ...package_,
  id: 'contoh',
  answers: { mandiri: { ...package_.answers.mandiri, 1: { value: '4.00', explanation: { facts: 'Peraturan Wali Kota Nomor 41 Tahun 2022, pasal 5 sampai 9.', analysis: 'Keenam domain arsitektur sudah diatur.' }, changed: stamp('2025-06-21T02:00:00Z', 'Bagian Hukum') } } },
  order: { ...package_.order, returned: stamp('2025-06-21T03:00:00Z', 'Bagian Hukum') },
};
const plain = (one) => JSON.parse(JSON.stringify(one));

export const drafts = {
  ...shelf(plain(next), before, plain(onTheRoad), plain(package_), plain(full)),
  'takar:tour': 'seen',
  'takar:report': 'ringkasan hasil indikator id',
};
export const broken = { 'takar:draft:rusak': '{"format":"takar","ver' };
export const fileOfUnit = file(plain(sentBack), 'takar-kembali-bagian-hukum.json');
export const folder = [
  { name: '1.a.Perwali_41_2022_SPBE.pdf', mimeType: 'application/pdf', buffer: Buffer.from('Dokumen contoh untuk Takar: 1.a.Perwali_41_2022_SPBE.pdf\n') },
  { name: '13.b.BA_Konsultasi_Anggaran.pdf', mimeType: 'application/pdf', buffer: Buffer.from('isi yang lain') },
];

