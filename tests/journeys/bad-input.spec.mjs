// Files that are not what they should be: each is refused with what, where and what to do, in the
// reader's language, and nothing on this computer has changed afterwards.

import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from './page.mjs';
import { file, manifest, shelf, spbe } from './samples.mjs';

const good = manifest({ id: 'satu', levels: { 1: 2, 12: 4 } });
const bad = (change) => {
  const copy = structuredClone(good);
  change(copy);
  return JSON.stringify(copy, null, 2);
};
const pretty = JSON.stringify(good, null, 2);
const half = pretty.slice(0, pretty.length / 2);
const lastLine = half.split('\n').length;

const FIX = ['Perbaiki bagian itu, atau minta pengirim menyimpan ulang berkas dari Takar.', 'Correct this entry, or ask the sender to save the file from Takar again.'];
const AGAIN = ['Minta pengirim menyimpan ulang berkas dari Takar dan mengirimkannya lagi.', 'Ask the sender to save the file from Takar again and send it once more.'];

/** A sentence about a place, in Indonesian to its end. */
const misshapen = (path) =>
  new RegExp(`^Isian di ${path.replace(/[$.]/g, '\\$&')} tidak berbentuk semestinya(?!.*\\b(an?|such|missing|number|text|value,|object|list|from)\\b)`);

// What is wrong: its content, what is said of it, and what to do; Indonesian and English.
const NO_JSON = {
  'that is not JSON': {
    text: '{\n  "format": takar\n}',
    what: ['Berkas ini bukan JSON yang sah: ada kesalahan di baris 2, kolom 14.', 'The file is not valid JSON: there is an error in line 2, column 14.'],
    todo: FIX,
  },
  'with plain text in it': {
    text: 'Laporan SPBE Kota Bandung',
    what: ['Berkas ini bukan JSON yang sah: ada kesalahan di baris 1, kolom 1.', 'The file is not valid JSON: there is an error in line 1, column 1.'],
    todo: FIX,
  },
  'that is cut off': {
    text: half,
    what: [`Berkas ini terpotong: isinya berhenti di baris ${lastLine}.`, `The file is cut off: it ends in line ${lastLine}.`],
    todo: [
      'Unduh atau salin ulang berkasnya; mungkin pengiriman sebelumnya terputus.',
      'Download or copy the file again; the transfer may have been interrupted.',
    ],
  },
  'nested a hundred thousand deep': {
    text: `{"format":"takar","x":\n${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
    what: [
      'Susunan berkas ini terlalu dalam (baris 2); ini bukan berkas Takar yang wajar.',
      'The file is nested too deeply (line 2); this is not an ordinary Takar file.',
    ],
    todo: AGAIN,
  },
  'with bytes that are not UTF-8': {
    bytes: Buffer.concat([Buffer.from('{\n"format": "takar",\n"agency": "'), Buffer.from([0xc3, 0x28, 0xff]), Buffer.from('"}')]),
    what: ['Baris 3 memuat karakter yang bukan teks UTF-8.', 'Line 3 contains characters that are not UTF-8 text.'],
    todo: [
      'Simpan ulang berkas dengan pengodean UTF-8, atau minta berkas aslinya.',
      'Save the file again with UTF-8 encoding, or ask for the original.',
    ],
  },
  'with nothing in it': {
    text: '',
    what: ['Berkas ini kosong.', 'The file is empty.'],
    todo: AGAIN,
  },
  'that is a CSV table': {
    text: 'indicator,value\n1,3\n2,4\n',
    what: ['Berkas ini tampaknya tabel CSV, bukan berkas Takar (.json).', 'This seems to be a CSV table, not a Takar file (.json).'],
    todo: [
      'Pilih berkas .json yang disimpan dengan tombol Simpan ke berkas.',
      'Choose the .json file that the button Save to file made.',
    ],
  },
  'that is a CSV table with semicolons': {
    text: '\uFEFFIndikator;Nilai\r\n1;3\r\n2;4\r\n',
    what: ['Berkas ini tampaknya tabel CSV, bukan berkas Takar (.json).', 'This seems to be a CSV table, not a Takar file (.json).'],
    todo: [
      'Pilih berkas .json yang disimpan dengan tombol Simpan ke berkas.',
      'Choose the .json file that the button Save to file made.',
    ],
  },
};

const NO_ASSESSMENT = {
  'with JSON of something else': {
    text: '{"name": "takar-tools", "version": "1.0.0"}',
    what: ['Berkas ini JSON, tetapi bukan berkas Takar.', 'The file is JSON, but not a Takar file.'],
    todo: [
      'Pilih berkas yang disimpan dengan tombol Simpan ke berkas; namanya biasanya berawal takar-.',
      'Choose a file that the button Save to file made; its name usually begins with takar-.',
    ],
  },
  'with an instrument instead of an assessment': {
    text: JSON.stringify(spbe),
    what: ['Berkas ini data instrumen, bukan penilaian.', 'The file contains an instrument, not an assessment.'],
    todo: ['Pilih berkas penilaian; namanya biasanya berawal takar-.', 'Choose the file of an assessment; its name usually begins with takar-.'],
  },
  'of a kind that is no assessment': {
    text: bad((it) => { it.kind = 'report'; }),
    what: ['Berkas Takar ini berjenis “report”, bukan penilaian.', 'This Takar file is of the kind “report”, not an assessment.'],
    todo: [
      'Pilih berkas penilaian, atau perbarui Takar di komputer ini.',
      'Choose the file of an assessment, or update Takar on this computer.',
    ],
  },
  'of a newer version': {
    text: bad((it) => { it.version = 2; it.answers = 'another form'; }),
    what: ['Berkas ini dibuat dengan Takar yang lebih baru (format versi 2).', 'The file was made with a newer Takar (format version 2).'],
    todo: [
      'Muat ulang atau perbarui Takar di komputer ini, lalu buka lagi berkasnya.',
      'Reload or update Takar on this computer, then open the file again.',
    ],
  },
};

const MISTAKES = {
  'with a value of the wrong type': {
    text: bad((it) => { it.answers.mandiri['12'].value = true; }),
    what: [misshapen('$.answers.mandiri.12.value'), /^The entry at \$\.answers\.mandiri\.12\.value does not have the right form/],
    todo: FIX,
  },
  'with a year that is a text': {
    text: bad((it) => { it.year = 'dua ribu'; }),
    what: [misshapen('$.year'), /^The entry at \$\.year does not have the right form/],
    todo: FIX,
  },
  'without an agency': {
    text: bad((it) => { delete it.agency; }),
    what: [misshapen('$.agency'), /^The entry at \$\.agency does not have the right form/],
    todo: FIX,
  },
  'with level 7': {
    text: bad((it) => { it.answers.mandiri['12'].value = '7.00'; }),
    what: [
      'Indikator 12: nilai 7,00 di luar skala 1,00 sampai 5,00. ($.answers.mandiri.12.value)',
      'Indicator 12: the value 7.00 lies outside the scale from 1.00 to 5.00. ($.answers.mandiri.12.value)',
    ],
    todo: FIX,
  },
  'with a decimal level that SPBE does not know': {
    text: bad((it) => { it.answers.mandiri['12'].value = '2.50'; }),
    what: [/^Indikator 12: nilai 2,50 tidak dapat dipakai; .*\(\$\.answers\.mandiri\.12\.value\)$/, /^Indicator 12: the value 2\.50 cannot be used; .*\(\$\.answers\.mandiri\.12\.value\)$/],
    todo: FIX,
  },
  'with an unknown indicator': {
    text: bad((it) => { it.answers.mandiri['48'] = { value: '3.00' }; }),
    what: [/^Instrumen ini tidak memiliki indikator 48 \(\$\.answers\.mandiri\.48(\.value)?\)\.$/, /^The instrument has no indicator 48 \(\$\.answers\.mandiri\.48(\.value)?\)\.$/],
    todo: FIX,
  },
  'with an unknown instrument': {
    text: bad((it) => { it.instrument.id = 'spbe-2031'; }),
    what: [
      'Berkas ini memakai instrumen “spbe-2031”, yang tidak dikenal Takar di komputer ini ($.instrument.id).',
      'The file uses the instrument “spbe-2031”, which Takar on this computer does not know ($.instrument.id).',
    ],
    todo: [
      'Perbarui Takar di komputer ini, atau minta berkas dengan instrumen yang dikenal.',
      'Update Takar on this computer, or ask for a file with a known instrument.',
    ],
  },
  'with an entry that stands twice': {
    text: pretty.replace('"value": "4.00"', '"value": "4.00", "value": "5.00"'),
    what: [
      'Satu isian tertulis dua kali di $.answers.mandiri.12.value, jadi tidak jelas mana yang berlaku.',
      'One entry appears twice at $.answers.mandiri.12.value, so it is unclear which one counts.',
    ],
    todo: FIX,
  },
  'that was changed after it was saved': {
    text: file(good).text.replace('"4.00"', '"5.00"'),
    what: [
      'Isi berkas ini berubah setelah disimpan dari Takar: sidik digitalnya tidak cocok.',
      'The file was changed after Takar saved it: its digest does not match.',
    ],
    todo: [
      'Minta berkas aslinya. Bila perubahan itu memang disengaja, hapus baris “digest”, lalu buka lagi.',
      'Ask for the original. If the change was intended, delete the line “digest” and open it again.',
    ],
  },
};

/** The alert of the file page: its title with the file's name, what, and what to do. */
async function refusal(takar, name) {
  await expect(takar.alert).toHaveCount(1);
  await expect(takar.alert.locator('p').first()).toContainText(name);
  return takar.alert.locator('p');
}

/** Chooses one bad file after the other and reads what is said of each, in both languages. */
async function refuseAll(takar, cases) {
  await takar.seed({ ...shelf(good), 'takar:language': 'id', tetangga: 'jangan disentuh' });
  await takar.open('/');
  await expect(takar.cards.locator('.value')).toHaveCount(1);
  await takar.languageButton.click();
  await takar.languageButton.click();
  const before = await takar.storage();
  const titles = ['Berkas tidak dapat dibuka: kiriman.json', 'The file cannot be opened: kiriman.json'];
  const unchanged = ['Tidak ada draf yang diubah.', 'No draft was changed.'];
  for (const [which, { text, bytes, what, todo }] of Object.entries(cases)) {
    await test.step(`a file ${which}`, async () => {
      await takar.open('/');
      await takar.import({ name: 'kiriman.json', text, bytes });
      const said = await refusal(takar, 'kiriman.json');
      for (const [at, language] of ['id', 'en'].entries()) {
        if (at) await takar.languageButton.click();
        await expect(takar.page.locator('html')).toHaveAttribute('lang', language);
        await expect(said).toHaveText([titles[at], what[at], todo[at], unchanged[at]]);
      }
      await takar.languageButton.click();
      expect(await takar.storage(), 'nothing was changed').toEqual(before);
    });
  }
  // The way on is right there: another file, or home.
  await takar.import(file(good));
  await expect(takar.preview).toBeVisible();
  await takar.page.locator('a.brand').click();
  await expect(takar.cards).toHaveCount(1);
}

test('what is no JSON at all is refused with what, where and what to do, in both languages, and changes nothing', async ({ takar }) => {
  await refuseAll(takar, NO_JSON);
});

test('what is JSON but no assessment is refused with what and what to do, in both languages, and changes nothing', async ({ takar }) => {
  await refuseAll(takar, NO_ASSESSMENT);
});

test('an assessment with mistakes is refused with what, where and what to do, in both languages, and changes nothing', async ({ takar }) => {
  await refuseAll(takar, MISTAKES);
});

test('a file of 60 MB is refused at once, by its size alone', async ({ takar }) => {
  const folder = await mkdtemp(join(tmpdir(), 'takar-'));
  try {
    const path = join(folder, 'takar-besar.json');
    const handle = await open(path, 'w');
    await handle.truncate(60_000_000);
    await handle.close();
    await takar.seed(shelf(good));
    await takar.open('/');
    const before = await takar.storage();
    await takar.import(path);
    const said = await refusal(takar, 'takar-besar.json');
    await expect(said.nth(1)).toHaveText('Berkas ini 60 MB; Takar membaca paling banyak 54 MB.');
    await expect(said.nth(2)).toHaveText('Periksa apakah ini berkas Takar. Berkas penilaian biasanya di bawah 1 MB.');
    expect(await takar.storage()).toEqual(before);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('a refused file leaves the draft that was open as it was, unsaved letters included', async ({ page, takar }) => {
  const id = await takar.start();
  await takar.choose(3);
  await takar.facts.pressSequentially('Baru saja diketik');
  await takar.open(`/a/${id}/berkas`);
  await takar.import({ name: 'kosong.json', text: '' });
  await expect(takar.alert).toContainText('Berkas ini kosong.');
  await page.goBack();
  await takar.indicator(1, id);
  await expect(takar.facts).toHaveValue('Baru saja diketik');
});
