// Every edit can be taken back and made again, by button and by key, without fighting text fields.

import { expect, test } from './page.mjs';
import { all, manifest, shelf, shownIndex } from './samples.mjs';

const undo = (page) => page.getByRole('button', { name: 'Urungkan', exact: true }).first();
const redo = (page) => page.getByRole('button', { name: 'Ulangi', exact: true });

test('the buttons take the last edits back and make them again', async ({ page, takar }) => {
  await takar.start();
  await expect(undo(page)).toBeDisabled();
  await expect(redo(page)).toBeDisabled();
  await takar.choose(2);
  await takar.choose(4);
  await undo(page).click();
  await expect(page.getByTestId('level-2')).toBeChecked();
  await expect(takar.index).toHaveText(shownIndex({ 1: 2 }));
  await undo(page).click();
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
  await expect(undo(page)).toBeDisabled();
  await redo(page).click();
  await redo(page).click();
  await expect(page.getByTestId('level-4')).toBeChecked();
  await expect(redo(page)).toBeDisabled();
  await takar.saved();
  await page.reload();
  await expect(page.getByTestId('level-4')).toBeChecked();
});

test('Ctrl+Z and Ctrl+Shift+Z do the same, with the focus on the ladder or on nothing', async ({ page, takar }) => {
  await takar.start();
  await takar.choose(2);
  await takar.choose(5);
  await expect(page.getByTestId('level-5')).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(page.getByTestId('level-2')).toBeChecked();
  await takar.heading.focus();
  await page.keyboard.press('Control+Z');
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
  await page.keyboard.press('Control+Shift+Z');
  await page.keyboard.press('Control+y');
  await expect(page.getByTestId('level-5')).toBeChecked();
  await expect(takar.index).toHaveText(shownIndex({ 1: 5 }));
});

test('inside a text Ctrl+Z is the browser’s own and never takes back a level', async ({ page, takar }) => {
  await takar.start();
  await takar.choose(3);
  await takar.facts.click();
  await page.keyboard.type('Perwali');
  await expect(takar.facts).toHaveValue('Perwali');
  for (let press = 0; press < 20; press += 1) await page.keyboard.press('Control+z');
  await expect(takar.facts).toHaveValue('');
  await expect(page.getByTestId('level-3')).toBeChecked();
  await expect(takar.index).toHaveText(shownIndex({ 1: 3 }));
  await page.keyboard.press('Control+Shift+z');
  await expect(takar.facts).not.toHaveValue('');
  const text = await takar.facts.inputValue();
  await takar.saved();
  await page.reload();
  await expect(takar.facts).toHaveValue(text);
});

test('inside the search field Ctrl+Z leaves the levels alone too', async ({ page, takar }) => {
  await takar.start();
  await takar.choose(3);
  await page.locator('#cari').pressSequentially('audit');
  for (let press = 0; press < 8; press += 1) await page.keyboard.press('Control+z');
  await expect(page.getByTestId('level-3')).toBeChecked();
});

test('letters typed in one go are one step, and leaving the field ends it', async ({ page, takar }) => {
  await takar.start();
  await takar.choose(3);
  await takar.facts.pressSequentially('Perwali 41');
  await takar.analysis.pressSequentially('Lengkap.');
  await takar.facts.focus();
  await takar.facts.press('End');
  await takar.facts.pressSequentially(' Tahun 2022');
  const facts = (text) => expect(takar.facts).toHaveValue(text);
  const analysis = (text) => expect(takar.analysis).toHaveValue(text);
  await undo(page).click();
  await facts('Perwali 41');
  await undo(page).click();
  await analysis('');
  await undo(page).click();
  await facts('');
  await undo(page).click();
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
  for (let step = 0; step < 4; step += 1) await redo(page).click();
  await facts('Perwali 41 Tahun 2022');
  await analysis('Lengkap.');
});

test('a hundred edits on many indicators are taken back, one by one, to the very beginning', async ({ page, takar }) => {
  const before = all(3);
  await takar.seed(shelf(manifest({ id: 'satu', levels: before })));
  await takar.indicator(1, 'satu');
  // Twenty edits on each of five indicators, by the keys of the ladder; none is the same twice in a row.
  for (const number of [1, 12, 23, 34, 45]) {
    await takar.indicator(number);
    // After navigation the heading takes the focus in the next frame.
    if (number > 1) await expect(takar.heading).toBeFocused();
    await page.getByTestId('level-3').focus();
    for (let edit = 0; edit < 20; edit += 1) await page.keyboard.press(edit % 4 < 2 ? 'ArrowDown' : 'ArrowUp');
    await expect(page.getByTestId('level-3')).toBeChecked();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(page.getByTestId('level-5')).toBeChecked();
  }
  await expect(takar.index).toHaveText(shownIndex({ ...before, 1: 5, 12: 5, 23: 5, 34: 5, 45: 5 }));
  await takar.heading.focus();
  for (let edit = 0; edit < 110; edit += 1) {
    await expect(undo(page)).toBeEnabled();
    await page.keyboard.press('Control+z');
  }
  await expect(undo(page)).toBeDisabled();
  await expect(takar.index).toHaveText(shownIndex(before));
  const stored = await takar.export();
  const levels = JSON.parse(stored.text).answers.mandiri;
  expect(Object.values(levels).map(({ value }) => value)).toEqual(Array(47).fill('3.00'));
});

test('a new edit after an undo ends what could be made again', async ({ page, takar }) => {
  await takar.start();
  await takar.choose(2);
  await undo(page).click();
  await expect(redo(page)).toBeEnabled();
  await takar.choose(4);
  await expect(redo(page)).toBeDisabled();
});

test('changed data of the assessment are taken back as one step', async ({ page, takar }) => {
  await takar.seed(shelf(manifest({ id: 'satu', target: '3.00' })));
  await takar.open('/a/satu/ringkasan');
  await page.locator('#agency').fill('Kabupaten Sleman');
  await page.locator('#kind').selectOption('kabupaten');
  await page.locator('#target').fill('4,25');
  await page.getByRole('button', { name: 'Simpan data' }).click();
  await expect(page.locator('.hero')).toContainText('Kabupaten Sleman');
  await expect(page.locator('.hero')).toContainText('4,25');
  await undo(page).click();
  await expect(page.locator('.hero')).toContainText('Kota Bandung');
  await expect(page.locator('#agency')).toHaveValue('Kota Bandung');
  await expect(page.locator('#kind')).toHaveValue('kota');
  await expect(page.locator('#target')).toHaveValue('3,00');
  await expect(undo(page)).toBeDisabled();
});
