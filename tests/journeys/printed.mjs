// A report as it comes out of a printer.

import { AxeBuilder } from '@axe-core/playwright';
import { pages } from './pdf.mjs';
import { expect, saved } from './page.mjs';

/** A text without its spaces: PDF keeps none that lines begin or end with. */
export const bare = (text) => text.replace(/\s/g, '');

/** The file that the page saves, printed by a browser that knows nothing of the page. */
export async function printed(takar) {
  const download = takar.page.waitForEvent('download');
  await takar.page.getByTestId('save-report').click();
  const file = await saved(await download);
  const page = await takar.page.context().newPage();
  await page.setContent(file.text);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode()
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0].target}`)).toEqual([]);
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  await page.close();
  return { file, pages: pages(pdf) };
}
