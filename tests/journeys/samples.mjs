// Files and drafts for the journeys, and the index by an arithmetic of their own.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const dist = process.env.TAKAR_DIST ?? 'dist';
const read = (name) => JSON.parse(readFileSync(join(dist, name), 'utf8'));

export const spbe = read('instruments/spbe-2020.json');
export const pemdi = read('instruments/pemdi-2026.json');
export const example = read('examples/kota-contoh.json');

/** JSON with sorted keys and no space (RFC 8785, for data without floats). */
export function canonical(thing) {
  if (Array.isArray(thing)) return `[${thing.map(canonical).join(',')}]`;
  if (thing === null || typeof thing !== 'object') return JSON.stringify(thing);
  const entries = Object.keys(thing).sort().map((key) => `${JSON.stringify(key)}:${canonical(thing[key])}`);
  return `{${entries.join(',')}}`;
}

export function digest(thing) {
  return `sha256-${createHash('sha256').update(canonical(thing)).digest('hex')}`;
}

/** The weight of an SPBE indicator in hundredths of a per cent (Permen PANRB 59/2020, tables 7 to 9). */
export function weight(number) {
  if (number <= 10) return 130;
  if (number <= 20) return 250;
  if (number <= 31) return 150;
  if (number <= 41) return 275;
  return 300;
}

export const NUMBERS = Array.from({ length: 47 }, (_, at) => at + 1);

/** Σ level × weight, in ten-thousandths of the index: 26390 is 2.6390. */
export function exactIndex(levels) {
  return NUMBERS.reduce((sum, number) => sum + (levels[number] ?? 1) * weight(number), 0);
}

/** The index as the page shows it: two decimals, half up. */
export function shownIndex(levels, mark = ',') {
  const hundredths = Math.floor((exactIndex(levels) + 50) / 100);
  return `${Math.floor(hundredths / 100)}${mark}${String(hundredths % 100).padStart(2, '0')}`;
}

/** The predicate of the exact index (Permen PANRB 59/2020, table 13). */
export function predicate(levels) {
  const exact = exactIndex(levels);
  if (exact < 18000) return 'Kurang';
  if (exact < 26000) return 'Cukup';
  if (exact < 35000) return 'Baik';
  if (exact < 42000) return 'Sangat Baik';
  return 'Memuaskan';
}

/** One level for all. */
export function all(level) {
  return Object.fromEntries(NUMBERS.map((number) => [number, level]));
}

/** Levels whose exact index is 3.4985 (Baik), shown as 3,50 (which would be Sangat Baik). */
export function onTheBorder() {
  // 0.4985 = 2 × 0.0130 + 5 × 0.0250 + 2 × 0.0150 + 5 × 0.0275 + 6 × 0.0300
  const raised = [1, 2, 11, 12, 13, 14, 15, 21, 22, 32, 33, 34, 35, 36, 42, 43, 44, 45, 46, 47];
  return { ...all(3), ...Object.fromEntries(raised.map((number) => [number, 4])) };
}

const stamp = { at: '2025-06-01T03:00:00Z', by: 'Diskominfo' };

/** A manifest without its digest. `levels` maps numbers to levels. */
export function manifest({
  id = 'contoh-satu',
  agency = 'Kota Bandung',
  kind = 'kota',
  year = 2025,
  levels = {},
  texts = {},
  instrument = spbe,
  ...more
} = {}) {
  const answers = {};
  for (const [number, level] of Object.entries(levels)) {
    const value = typeof level === 'number' ? `${level}.00` : level;
    answers[number] = { value, explanation: texts[number] ?? {}, changed: stamp };
  }
  return {
    format: 'takar',
    version: 1,
    kind: 'assessment',
    id,
    instrument: { id: instrument.id, digest: digest(instrument) },
    agency: { name: agency, kind },
    year,
    stage: 'mandiri',
    answers: { mandiri: answers },
    created: stamp,
    changed: stamp,
    ...more,
  };
}

/** A manifest as a file, with a digest that fits. */
export function file(content, name = 'takar-kota-bandung-2025.json') {
  return { name, text: `${JSON.stringify({ ...content, digest: digest(content) }, null, 2)}\n` };
}

/** Storage entries for drafts. */
export function shelf(...manifests) {
  return Object.fromEntries(manifests.map((one) => [`takar:draft:${one.id}`, JSON.stringify(one)]));
}

/** Levels that differ from indicator to indicator, the same in every run. */
export function varied(seed = 1) {
  return Object.fromEntries(NUMBERS.map((number) => [number, ((number * 7 + seed * 3) % 5) + 1]));
}

/** As long as the longest official name, and longer. */
export const LONG_AGENCY =
  'Kementerian Agraria dan Tata Ruang/Badan Pertanahan Nasional Perwakilan Kabupaten Kepulauan Siau Tagulandang Biaro';

const two = (number) => String(number).padStart(2, '0');

/**
 * A register of so many documents and links, the same in every run: sorts, units, days and statuses
 * differ, one document in ten is linked nowhere.
 */
export function register(documents, links) {
  const kinds = ['peraturan', 'rencana', 'laporan', 'reviu', 'notula', 'tangkapan-layar'];
  const units = ['Diskominfo', 'Bappeda', 'Inspektorat', 'Bagian Organisasi'];
  const statuses = ['', 'dikirim', 'diterima', 'perlu-revisi', 'ditolak'];
  const evidence = {};
  for (let at = 0; at < documents; at += 1) {
    const status = statuses[at % statuses.length];
    const note = ['perlu-revisi', 'ditolak'].includes(status) ? 'Lengkapi tanda tangan.' : undefined;
    evidence[`d${at}`] = {
      title: `Dokumen ${String(at + 1).padStart(4, '0')} tentang layanan ${at % 7}`,
      kind: kinds[at % kinds.length],
      number: `${at + 1}/SPBE/2024`,
      date: `20${20 + (at % 6)}-${two((at % 12) + 1)}-${two((at % 28) + 1)}`,
      unit: units[at % units.length],
      location: `https://arsip.contoh.go.id/${at}`,
      file: at % 3 ? { name: `${at}.a.Dokumen.pdf`, size: 1000 + at, sha256: String(at).padStart(64, '0') } : undefined,
      reviews: status ? [{ status, note, at: `2025-05-${two((at % 28) + 1)}T03:00:00Z`, by: 'Asesor' }] : undefined,
      changed: { at: `2025-04-${two((at % 28) + 1)}T03:00:00Z`, by: 'Diskominfo' },
    };
  }
  const linked = Object.keys(evidence).filter((_, at) => at % 10 !== 9);
  const places = new Map();
  for (let at = 0; places.size < links; at += 1) {
    const round = Math.floor(at / linked.length);
    const link = { evidence: linked[at % linked.length], indicator: (at * 5 + round) % 47 + 1, level: (at + round) % 4 + 2 };
    places.set(JSON.stringify(link), link);
  }
  return { evidence: JSON.parse(JSON.stringify(evidence)), links: [...places.values()] };
}
