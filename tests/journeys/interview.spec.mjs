// Interviu: sessions, questions, due dates in working days, the calendar file, and meeting mode.

import { expect, saved, test } from './page.mjs';
import { all, manifest, shelf } from './samples.mjs';

const units = {
  hukum: { name: 'Bagian Hukum', indicators: [1] },
  kominfo: { name: 'Diskominfo', indicators: [12] },
};

/** The lines of a calendar, unfolded. */
function lines(text) {
  expect(text.replaceAll('\r\n', ''), 'every line ends in CRLF').not.toMatch(/[\r\n]/);
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  return text.replace(/\r\n[ \t]/g, '').split('\r\n');
}

test('five working days after a session, over a weekend and a holiday: on screen, by unit, and as a calendar', async ({ page, takar }) => {
  // Only the day is another one: timers run as they always do.
  await page.addInitScript(() => {
    const today = Date.parse('2026-08-13T03:00:00Z');
    globalThis.Date = class extends Date {
      constructor(...given) { super(...(given.length ? given : [today])); }
    };
  });
  await takar.seed(shelf(manifest({ id: 'wawancara', levels: { 12: 3 }, units })));
  await takar.open('/a/wawancara/interviu');

  await page.getByTestId('add-session').click();
  await page.getByTestId('save-session').click();
  await expect(page.locator('#nama-sesi-error')).toBeVisible();
  await page.getByTestId('session-title').fill('Ruang 1: kebijakan');
  await page.locator('#tanggal-sesi').fill('2026-08-13');
  await page.locator('#mulai-sesi').fill('09:00');
  await page.locator('#selesai-sesi').fill('08:30');
  await page.getByTestId('save-session').click();
  await expect(page.locator('#selesai-sesi-error')).toBeVisible();
  await page.locator('#selesai-sesi').fill('11:30');
  await page.locator('.assign details').evaluateAll((every) => every.forEach((one) => { one.open = true; }));
  await page.getByTestId('own-12').check();
  await page.getByTestId('save-session').click();
  await expect(page.getByTestId('session')).toContainText('09.00–11.30 WIB');
  await expect(page.getByRole('heading', { name: 'Kamis, 13 Agu 2026' })).toBeVisible();
  await expect(page.getByTestId('unspoken')).toContainText('46 indikator belum masuk sesi');

  await page.getByTestId('new-question-indicator').selectOption('12');
  await page.getByTestId('new-question-session').selectOption({ label: 'Ruang 1: kebijakan' });
  await page.getByTestId('new-question').fill('Mana SK tim koordinasi yang baru?');
  await page.getByTestId('add-question').click();
  const question = page.getByTestId('question');
  await question.getByTestId('question-jawab').fill('Sedang ditandatangani.');
  await question.getByTestId('question-lanjut').fill('Unggah SK, lengkap');
  await expect(question.getByTestId('question-owner')).toHaveValue('kominfo');
  await expect(question.getByTestId('falls-on')).toHaveText('Jatuh pada Jumat, 21 Agu 2026.');
  await question.getByTestId('skipped').locator('summary').click();
  await expect(question.getByTestId('skipped').locator('li')).toHaveText([
    'Sabtu, 15 Agu 2026: akhir pekan',
    'Minggu, 16 Agu 2026: akhir pekan',
    'Senin, 17 Agu 2026: Proklamasi Kemerdekaan (libur nasional)',
  ]);

  const due = page.getByTestId('due-unit').filter({ hasText: 'Diskominfo' });
  await expect(due).toContainText('Unggah SK, lengkap');
  await expect(due.getByTestId('days-left')).toHaveText('5 hari kerja lagi');

  // What a person says of a day goes before the list, and can be taken back.
  await page.getByTestId('holiday-year').selectOption('2026');
  await page.getByTestId('holiday').filter({ hasText: '17 Agu 2026' }).getByTestId('make-working').click();
  await expect(question.getByTestId('falls-on')).toHaveText('Jatuh pada Kamis, 20 Agu 2026.');
  await page.locator('.toast').getByRole('button', { name: 'Urungkan' }).click();
  await expect(question.getByTestId('falls-on')).toHaveText('Jatuh pada Jumat, 21 Agu 2026.');

  const download = page.waitForEvent('download');
  await page.getByTestId('save-calendar').click();
  const file = await saved(await download);
  expect(file.name).toBe('takar-kota-bandung-2025-interviu.ics');
  const written = lines(file.text);
  expect(written).toEqual(expect.arrayContaining([
    'DTSTART:20260813T020000Z',
    'DTEND:20260813T043000Z',
    'SUMMARY:Interviu: Ruang 1: kebijakan',
    'DTSTART;VALUE=DATE:20260821',
    'DTEND;VALUE=DATE:20260822',
    'SUMMARY:Tenggat: Tindak lanjut interviu\\, indikator 12',
  ]));
  expect(written.find((line) => line.startsWith('DESCRIPTION:') && line.includes('Unggah SK\\, lengkap'))).toContain('Diskominfo');

  // A session on another day takes along what is counted after it.
  await page.getByTestId('edit-session').click();
  await page.locator('#tanggal-sesi').fill('2026-08-18');
  await page.getByTestId('save-session').click();
  await expect(question.getByTestId('falls-on')).toHaveText('Jatuh pada Rabu, 26 Agu 2026.');
  await question.getByTestId('question-done').check();
  await expect(page.getByTestId('due-unit')).toHaveCount(0);
  await takar.saved();
});

test('meeting mode goes through a session by keyboard, and keys type where a person types', async ({ page, takar }) => {
  const records = {
    sessions: { satu: { title: 'Ruang 1', date: '2026-08-13', indicators: [12, 40] } },
    questions: { '12:a': { session: 'satu', question: 'Mana SK-nya?' } },
  };
  await takar.seed(shelf(manifest({ id: 'rapat', levels: all(3), records })));
  await takar.open('/a/rapat/interviu');
  await page.getByRole('link', { name: 'Mulai rapat: Ruang 1' }).click();
  await expect(takar.heading).toHaveText(/^12\. /);
  await expect(takar.heading).toBeFocused();
  await expect(page.getByTestId('meeting-at')).toHaveText('1 dari 2');
  await expect(page.getByTestId('meeting-claimed')).toHaveText('3,00');
  await expect(page.locator('.tabs')).toBeHidden();
  await page.keyboard.press('ArrowRight');
  await expect(takar.heading).toHaveText(/^40\. /);
  await page.keyboard.press('PageDown');
  await expect(takar.heading, 'the last one').toHaveText(/^40\. /);
  await page.keyboard.press('PageUp');
  await expect(takar.heading).toHaveText(/^12\. /);

  const answer = page.getByTestId('question-jawab');
  await answer.fill('SK tahun 2025');
  await answer.press('ArrowLeft');
  await answer.press('PageDown');
  await expect(takar.heading, 'keys move within the text').toHaveText(/^12\. /);
  await answer.press('Escape');
  await expect(answer).not.toBeFocused();
  await takar.saved();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/\/interviu$/);
  await expect(page.getByTestId('question')).toContainText('SK tahun 2025');
  // One text is one step back.
  await page.keyboard.press('Control+z');
  await expect(page.getByTestId('question')).toContainText('Belum dijawab.');
});
