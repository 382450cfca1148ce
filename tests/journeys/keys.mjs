// Going through pages with the Tab key, and what must hold at each stop.

import { expect } from '@playwright/test';

/** What is wrong with the stop that has the focus: it cannot be seen, nothing marks it, or its place in the order is made up. */
export function faultOfStop() {
  const stop = document.activeElement;
  if (!stop || stop === document.body) return null;
  const name = `${stop.localName}${stop.id ? `#${stop.id}` : ''} ${(stop.ariaLabel || stop.textContent).trim().slice(0, 40)}`;
  // A field for files is seen as the button around it.
  const seen = stop.type === 'file' ? stop.closest('label') ?? stop : stop;
  const box = seen.getBoundingClientRect();
  if (stop.tabIndex > 0) return `${name}: an order of its own`;
  // What is in the frame of a report is a page of its own, which marks its own stops.
  if (stop.localName === 'iframe') return null;
  const { outlineStyle, outlineWidth } = getComputedStyle(seen);
  if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2) return `${name}: nothing marks the focus`;
  // WCAG 2.4.11: not entirely under something else, nor outside the window.
  const at = (from, to, part) => from + (to - from) * part;
  const left = Math.max(box.left, 0);
  const right = Math.min(box.right, innerWidth);
  const top = Math.max(box.top, 0);
  const bottom = Math.min(box.bottom, innerHeight);
  const parts = [0.02, 0.25, 0.5, 0.75, 0.98];
  const isSeen = parts.some((y) => parts.some((x) => {
    const hit = document.elementFromPoint(at(left, right, x), at(top, bottom, y));
    return hit && (seen.contains(hit) || hit.contains(seen) && !['fixed', 'sticky'].includes(getComputedStyle(hit).position));
  }));
  return isSeen && right > left && bottom > top ? null : `${name}: hidden (${Math.round(box.top)} to ${Math.round(box.bottom)} of ${innerHeight})`;
}

/** Presses Tab, or Shift+Tab, until an element has the focus. Every stop on the way must be seen and marked. */
export async function tabTo(page, locator, { key = 'Tab', limit = 150 } = {}) {
  await expect(locator, `to be reached with ${key}`).toBeAttached();
  const wanted = await locator.elementHandle();
  // One call for each stop: long lists lie on some ways.
  const look = new Function('wanted', `return [wanted === document.activeElement, (${faultOfStop})()];`);
  const faults = [];
  for (let press = 0; press <= limit; press += 1) {
    if (press) await page.keyboard.press(key);
    const [there, fault] = await page.evaluate(look, wanted);
    if (fault && (there || press)) faults.push(fault);
    if (there) {
      expect(faults).toEqual([]);
      return;
    }
  }
  throw new Error(`not reached with ${limit} presses of ${key}: ${locator}`);
}

/** Goes once through all stops of a page and returns what is wrong, and how many stops there are. */
export async function round(page, limit = 250) {
  const faults = [];
  let stops = 0;
  await page.evaluate(() => {
    document.activeElement?.blur();
    scrollTo(0, 0);
    // The walk begins at the top of the page, wherever the focus was.
    getSelection().setPosition(document.body, 0);
    globalThis.takarFirst = null;
  });
  while (stops < limit) {
    await page.keyboard.press('Tab');
    const { end, fault } = await page.evaluate(`(() => {
      const stop = document.activeElement;
      if (!stop || stop === document.body || stop === globalThis.takarFirst) return { end: true };
      globalThis.takarFirst ??= stop;
      return { end: false, fault: (${faultOfStop})() };
    })()`);
    if (end) break;
    stops += 1;
    if (fault) faults.push(fault);
  }
  return { stops, faults };
}
