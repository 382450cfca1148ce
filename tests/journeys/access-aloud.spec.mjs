// What is read aloud to a person who does not see the page, and where that person is after each step.

import { expect, test } from './page.mjs';
import { manifest, shelf } from './samples.mjs';

const stamp = { at: '2025-05-01T03:00:00Z', by: 'Asesor' };
const accepted = { status: 'diterima', ...stamp };
const draft = manifest({
  id: 'satu', levels: { 1: 3 },
  evidence: { d1: { title: 'Perwali', reviews: [accepted] }, d2: { title: 'Konsep' }, d3: { title: 'Notula' } },
  links: [{ evidence: 'd1', indicator: 1, level: 2 }, { evidence: 'd2', indicator: 1, level: 3 }, { evidence: 'd3', indicator: 9, level: 2 }],
});

/** Counts what live regions say: the texts that are new in them, in the order of saying. */
const listen = (page) => page.evaluate(() => {
  globalThis.takarSaid = [];
  const region = (node) => (node.nodeType === 1 ? node : node.parentElement)?.closest('[aria-live], [role=status], [role=alert]');
  new MutationObserver((changes) => {
    const heard = new Set(changes.map(({ target }) => region(target)).filter(Boolean));
    for (const { addedNodes } of changes) for (const node of addedNodes) {
      const added = node.nodeType === 1 && (node.matches('[role=alert]') ? node : node.querySelector('[role=alert]'));
      if (added) heard.add(added);
    }
    for (const one of heard) {
      const urgent = one.role === 'alert' || one.ariaLive === 'assertive';
      if (one.textContent.trim()) globalThis.takarSaid.push(`${urgent ? 'urgent' : 'polite'}: ${one.textContent.trim()}`);
    }
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
});
const said = (page) => page.evaluate(() => globalThis.takarSaid);

test('the ladder tells of each level its number, its name, whether it is chosen, and whether evidence supports it', async ({ page, takar }) => {
  await takar.seed(shelf(draft));
  const names = {
    id: ['tingkat 1 dari 5, Rintisan', 'tingkat 2 dari 5, Terkelola, didukung bukti', 'tingkat 3 dari 5, Terdefinisi, dipilih, belum didukung bukti', 'tingkat 4 dari 5, Terpadu dan Terukur', 'tingkat 5 dari 5, Optimum'],
    en: ['level 1 of 5', 'level 2 of 5, supported by evidence', 'level 3 of 5, chosen, not yet supported by evidence', 'level 4 of 5', 'level 5 of 5'],
  };
  await takar.indicator(1, 'satu');
  const cdp = await page.context().newCDPSession(page);
  for (const [language, expected] of Object.entries(names)) {
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    const { nodes } = await cdp.send('Accessibility.getFullAXTree');
    const rungs = nodes.filter(({ role }) => role?.value === 'radio');
    // English names of the levels are left to the instrument.
    const read = rungs.map(({ name }) => language === 'id' ? name.value : name.value.replace(/(of 5), [^,]+/, '$1'));
    expect(read).toEqual(expected);
    expect(rungs.map(({ properties }) => properties.find(({ name }) => name === 'checked').value.value)).toEqual(['false', 'false', 'true', 'false', 'false']);
    for (const { description } of rungs) expect(description.value.length, 'the criterion').toBeGreaterThan(20);
    const group = nodes.find(({ role, name }) => role?.value === 'group' && /Tingkat kematangan|Maturity level/.test(name?.value ?? ''));
    expect(group, 'the ladder has a name').toBeTruthy();
    await takar.languageButton.click();
  }
  // What is chosen now is told at once, also of the level that was chosen before.
  await takar.choose(4);
  await expect(page.getByTestId('level-4')).toHaveAccessibleName('tingkat 4 dari 5, Terpadu dan Terukur, dipilih, belum didukung bukti');
  await expect(page.getByTestId('level-3')).toHaveAccessibleName('tingkat 3 dari 5, Terdefinisi, belum didukung bukti');
});

test('a new index and the saving are told calmly and once, a failure at once', async ({ page, takar }) => {
  await takar.seed(shelf(draft));
  await takar.indicator(1, 'satu');
  await expect(takar.facts).toBeVisible();
  await listen(page);
  await takar.facts.pressSequentially('Peraturan Wali Kota Nomor 41 Tahun 2022.', { delay: 15 });
  expect(await said(page), 'while a person writes, nothing speaks').toEqual([]);
  await expect.poll(() => said(page), { timeout: 6000 }).toEqual([expect.stringMatching(/^polite: Tersimpan( pukul)? \d\d\.\d\d$/)]);

  await page.evaluate(() => { globalThis.takarSaid = []; });
  await takar.choose(5);
  await expect.poll(() => said(page)).toContainEqual(expect.stringMatching(/^polite: .*1,05/));
  const index = (await said(page)).filter((text) => /1,05/.test(text));
  expect(index).toHaveLength(1);

  // The storage is full from here on.
  await page.evaluate(() => {
    globalThis.takarSaid = [];
    Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };
  });
  await takar.facts.pressSequentially(' a');
  await expect.poll(() => said(page)).toContainEqual(expect.stringMatching(/^urgent: .*BELUM|^urgent: .*belum tersimpan/i));
});

test('after a question is answered, or something is taken away, the focus is where the work goes on', async ({ page, takar }) => {
  const units = { a: { name: 'Bappeda', indicators: [1] }, b: { name: 'Bagian Hukum', indicators: [2] } };
  const records = { sessions: { s: { title: 'Ruang 1' } }, questions: { '1:a': { question: 'Sudah?' } } };
  await takar.seed(shelf({ ...draft, units, records }));
  const focused = () => page.evaluate(() => {
    const { localName, id, isConnected } = document.activeElement;
    return isConnected && localName !== 'body' ? `${localName}#${id}` : null;
  });
  const kept = async (what) => expect.poll(focused, what).not.toBeNull();
  const key = async (locator, name = 'Enter') => {
    await locator.focus();
    await page.keyboard.press(name);
  };

  await takar.indicator(1, 'satu');
  await key(page.getByTestId('attach-2'));
  await expect(page.locator('#cari-bukti-2')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('attach-2'), 'Escape closes and returns').toBeFocused();
  await key(page.getByTestId('attached').getByRole('button', { name: /^Lepas tautan: Konsep/ }));
  await expect(page.locator('#tambah-3')).toBeFocused();
  await expect(takar.toast).toBeVisible();
  await key(takar.toast.getByRole('button', { name: 'Tutup' }));
  await kept('a message that was closed');
  await key(page.getByRole('button', { name: 'Kosongkan tingkat' }));
  await kept('a level that was cleared');

  await takar.open('/a/satu/unit');
  await key(page.getByTestId('unit').first().getByTestId('remove-unit'));
  await expect(page.locator('#hapus-unit')).toBeFocused();
  await key(page.getByRole('button', { name: 'Batal' }));
  await kept('a question that was answered with no');
  await key(page.getByTestId('unit').first().getByTestId('remove-unit'));
  await expect(page.locator('#hapus-unit')).toBeFocused();
  await key(page.getByTestId('confirm-remove'));
  await expect(page.getByTestId('unit')).toHaveCount(1);
  await kept('a unit that is gone');

  await takar.open('/a/satu/bukti/d3');
  await key(page.getByRole('button', { name: 'Hapus dokumen' }));
  await expect(page.locator('#hapus-tanya')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.locator('#hapus-tanya')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Hapus dokumen' })).toBeFocused();
  await key(page.getByRole('button', { name: 'Hapus dokumen' }));
  await expect(page.locator('#hapus-tanya')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(takar.heading).toHaveText('Bukti');
  await kept('a document that is gone');

  // A dialog holds the focus as long as it is open, and gives it back.
  await page.goto('/?kiosk#/');
  const end = page.getByTestId('end-visit');
  await end.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('alertdialog');
  await expect(dialog).toBeVisible();
  for (let press = 0; press < 5; press += 1) {
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement === document.body || !!document.activeElement.closest('dialog'))).toBe(true);
  }
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(end).toBeFocused();
});

test('a form that is not complete says why, names the field, and brings there', async ({ page, takar }) => {
  await takar.seed(shelf({ ...draft, units: { a: { name: 'Bappeda', indicators: [1] } } }));
  const enter = async (locator) => {
    await locator.focus();
    await page.keyboard.press('Enter');
  };
  /** The field is marked, has the focus, and its reason is its description. */
  const wrong = async (field, reason) => {
    await expect(field).toBeFocused();
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await expect(field).toHaveAccessibleDescription(reason);
  };
  await takar.open('/baru');
  await takar.loaded('instruments/pemdi-2026.json');
  await page.locator('#target').fill('9');
  await enter(page.getByTestId('create'));
  const summary = page.locator('#salah');
  await expect(summary).toBeFocused();
  const links = summary.getByRole('link');
  await expect(links).toHaveCount(3);
  for (const [at, field] of ['#agency', '#kind', '#target'].entries()) {
    const reason = await links.nth(at).textContent();
    await enter(links.nth(at));
    await wrong(page.locator(field), new RegExp(reason.slice(0, 20)));
  }

  await takar.open('/a/satu/tahapan');
  await enter(page.getByTestId('stage-mandiri').getByTestId('close-stage'));
  await page.getByTestId('closed-by').fill('');
  await page.locator('#ditutup-pada').fill('');
  await enter(page.getByTestId('confirm-close'));
  await expect(summary).toBeFocused();
  await expect(links).toHaveCount(2);
  for (const [at, field] of ['#ditutup-oleh', '#ditutup-pada'].entries()) {
    await enter(links.nth(at));
    await wrong(page.locator(field), /./);
  }

  for (const [address, before, submit, field] of [
    ['/a/satu/bukti', 'add-evidence', null, '#judul-baru'],
    ['/a/satu/unit', null, 'add-unit', '#unit-baru'],
    ['/a/satu/interviu', 'add-session', 'save-session', '#nama-sesi'],
    ['/a/satu/interviu', null, 'add-question', '#tanya-indikator'],
    ['/pengaturan', 'backup-lock', 'backup', '#kata-sandi'],
  ]) {
    await takar.open(address);
    if (before === 'backup-lock') await page.getByTestId(before).check();
    else if (before) await enter(page.getByTestId(before));
    if (!submit) await expect(page.locator(field), 'a form that opens takes the focus').toBeFocused();
    if (submit) await enter(page.getByTestId(submit));
    else await page.keyboard.press('Enter');
    await wrong(page.locator(field), /./);
  }
});
