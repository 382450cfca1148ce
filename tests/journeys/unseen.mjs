// What a checker of rules does not see, looked at on the page itself: by the journeys that walk through all screens.

/** Faults of the page as it stands, each in a line. `language` is the one the page is in. */
export const unseen = (page, language) => page.evaluate((language) => {
  const faults = [];
  const named = (element) => `${element.localName}${element.id ? `#${element.id}` : ''}.${[...element.classList].join('.')} ${element.textContent.trim().slice(0, 60)}`;
  const shown = (element) => element.checkVisibility() && element.getClientRects().length > 0;
  const all = (selector) => [...document.querySelectorAll(selector)].filter(shown);
  const text = (ids) => ids.split(/\s+/).map((id) => document.getElementById(id)?.textContent.trim() ?? '').join(' ').trim();

  // The page says what it is and in which language.
  if (document.documentElement.lang !== language) faults.push(`the page is in ${document.documentElement.lang}`);
  if (!/. · Takar$/.test(document.title)) faults.push(`title: ${document.title}`);

  // Parts in the other language say so: words that no sentence of this one has.
  const foreign = {
    id: /\b(the|and|with|this|that|are|cannot|your|from|of)\b/i,
    en: /\b(yang|dan|tidak|berkas|untuk|dari|dengan|belum|sudah|pada|tingkat|tentang)\b/i,
  };
  // Names stay as they are in both: agencies, units, files, addresses, levels, and whatever stands in quotation marks.
  const NAMES = /“[^”]*”|https?:\S+|\S+[-.]\S+|Kementerian Agraria[^,:;”(·]*|Dinas Komunikasi, Informatika, Statistik, dan Persandian|Terpadu dan Terukur|Rule: .*|Peraturan Wali Kota tentang Manajemen Data|(Target yang panjang )+|Teks yang ditempelkan/g;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (parent.closest('script, style, noscript, datalist') || !(parent.localName === 'option' || shown(parent))) continue;
    const own = parent.closest('[lang]')?.lang;
    if (foreign[own]?.test(node.data.replace(NAMES, ''))) faults.push(`not ${own}: ${node.data.trim().slice(0, 80)} (in ${parent.localName}.${parent.className})`);
  }

  // Whatever describes or names something is there.
  for (const attribute of ['aria-describedby', 'aria-labelledby', 'aria-controls']) {
    for (const element of document.querySelectorAll(`[${attribute}]`)) {
      for (const id of element.getAttribute(attribute).split(/\s+/)) {
        if (!document.getElementById(id)) faults.push(`${attribute} names ${id}, which is not there: ${named(element)}`);
      }
    }
  }
  // A field that is wrong says why.
  for (const field of document.querySelectorAll('[aria-invalid="true"]')) {
    const why = (field.getAttribute('aria-describedby') ?? '').split(/\s+/).map((id) => document.getElementById(id));
    if (!why.some((one) => one?.matches('.error') && shown(one) && one.textContent.trim())) faults.push(`wrong without a reason: ${named(field)}`);
  }

  // Tables have heads, in words, and a name or a heading above them.
  for (const table of all('table')) {
    const heads = [...table.querySelectorAll('th')];
    if (!heads.length) faults.push(`no heads: ${named(table)}`);
    for (const head of heads) if (!['col', 'row', 'colgroup', 'rowgroup'].includes(head.scope)) faults.push(`a head of what: ${named(head)} in ${named(table)}`);
    for (const row of table.tBodies[0]?.rows ?? []) {
      if (shown(row) && !row.querySelector('th[scope=row], th[scope=rowgroup]')) { faults.push(`a row without a head: ${named(row)}`); break; }
    }
    const around = table.closest('section[aria-labelledby], section[aria-label], [role=region], details, figure, section, form, .card');
    const name = table.caption || table.ariaLabel || table.getAttribute('aria-labelledby') || around?.ariaLabel
      || (around?.getAttribute('aria-labelledby') && text(around.getAttribute('aria-labelledby')))
      || around?.querySelector('summary, figcaption, h1, h2, h3, h4');
    if (!name) faults.push(`a table without a name: ${named(table)}`);
  }

  // Charts are named, their letters can be read, and their numbers stand beside them.
  for (const chart of all('svg:not([aria-hidden=true])')) {
    if (chart.closest('[aria-hidden=true]')) continue;
    if (chart.getAttribute('role') !== 'img' || !chart.getAttribute('aria-label')) faults.push(`a chart without a name: ${named(chart)}`);
    if (!(chart.closest('.side-by-side') ?? chart.closest('section, .card, article, main')).querySelector('table, dl, ul, ol')) faults.push(`a chart without its numbers: ${named(chart)}`);
    for (const letters of chart.querySelectorAll('text')) {
      const size = Number.parseFloat(getComputedStyle(letters).fontSize) * letters.getScreenCTM().a;
      if (size < 12) { faults.push(`letters of ${size.toFixed(1)} px in ${named(chart)}`); break; }
    }
  }
  for (const image of all('[role=img]')) if (!image.ariaLabel) faults.push(`an image without a name: ${named(image)}`);

  // Headings leave no rank out.
  const ranks = all('h1, h2, h3, h4, h5, h6').map((heading) => [Number(heading.localName[1]), heading]);
  if (ranks.filter(([rank]) => rank === 1).length !== 1) faults.push(`headings of the first rank: ${ranks.filter(([rank]) => rank === 1).length}`);
  ranks.reduce((before, [rank, heading]) => {
    if (rank > before + 1) faults.push(`rank ${rank} after ${before}: ${named(heading)}`);
    return rank;
  }, 1);
  return [...new Set(faults)];
}, language);

/** What does not fit: the page scrolls sideways, or a text is cut off. Boxes that scroll, and what only a screen reader reads, are no loss. */
export const lost = (page) => page.evaluate(() => {
  const faults = [];
  const root = document.scrollingElement;
  if (root.scrollWidth > innerWidth) faults.push(`the page is ${root.scrollWidth} px wide in a window of ${innerWidth}`);
  for (const element of document.body.querySelectorAll('*')) {
    if (element.scrollWidth <= element.clientWidth + 1 && element.scrollHeight <= element.clientHeight + 1) continue;
    const style = getComputedStyle(element);
    const cut = (overflow, more) => ['hidden', 'clip'].includes(overflow) && more > 1;
    const isCut = cut(style.overflowX, element.scrollWidth - element.clientWidth) || cut(style.overflowY, element.scrollHeight - element.clientHeight);
    // The name in the bar is there once more, in full, on Ringkasan.
    if (!isCut || element.matches('.bar .where') || element.clientWidth <= 1 || element.closest('.visually-hidden') || !element.textContent.trim() || element.closest('svg, select, [aria-hidden=true]')) continue;
    faults.push(`cut off: ${element.localName}.${[...element.classList].join('.')} ${element.textContent.trim().slice(0, 40)}`);
  }
  return faults;
});

/** What keeps its place at the edge of the window, and how much of its height that takes. */
export const held = (page) => page.evaluate(() => [...document.body.querySelectorAll('*')]
  .filter((element) => ['fixed', 'sticky'].includes(getComputedStyle(element).position) && element.checkVisibility() && element.offsetHeight > 24)
  .filter((element) => !element.closest('.toasts, .working, .dropping, dialog, .tall, .skip, .rescue, .saved'))
  .map((element) => `${element.localName}.${[...element.classList].join('.')}: ${element.offsetHeight} px`));

/** Controls smaller than fingers need, of those that are no words in a sentence. */
export const small = (page, least) => page.evaluate((least) => {
  const faults = [];
  for (const control of document.querySelectorAll('a[href], button, input, select, textarea, summary')) {
    if (!control.checkVisibility() || control.closest('.visually-hidden, dialog:not([open])') || getComputedStyle(control).pointerEvents === 'none') continue;
    // The label of a field that cannot be seen itself is what is pressed.
    const target = control.matches('[type=checkbox], [type=radio], [type=file]') ? control.closest('label') ?? document.querySelector(`label[for="${control.id}"]`) ?? control : control;
    const { width, height } = target.getBoundingClientRect();
    if (width === 0 || (width >= least - 0.5 && height >= least - 0.5)) continue;
    if (document.querySelector('dialog[open]') && !control.closest('dialog')) continue;
    faults.push(`${control.localName}.${[...control.classList].join('.')} ${width.toFixed(0)} × ${height.toFixed(0)}: ${(control.ariaLabel || control.textContent || control.id).trim().slice(0, 40)}`);
  }
  return [...new Set(faults)];
}, least);
