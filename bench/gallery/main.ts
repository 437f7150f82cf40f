/**
 * `npm run gallery`: every card in five languages, three themes and three widths on one page, `.laurel/gallery/index.html`, drawn
 * and measured in a browser. `npm run gallery -- [--pictures] [--quick] [--css <file>] [word …]`; with `--pictures` the cards
 * whose names hold a word are kept as PNG too, with `--quick` only English in the light theme is measured; the style sheet is
 * for fonts that the machine lacks. Ends with 1 where the verdict names a fault.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { launchChromium } from '../../infra/e2e/chromium';
import { locales } from '../../domain/basics/locale';
import { drawAll, takePictures } from './drawing';
import { galleryCards } from './gallery-card';
import { pageOf } from './page';
import { themeNames } from './themes';
import { verdictOf } from './verdict';

const out = join(__dirname, '..', '..', '.laurel', 'gallery');

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: {
      pictures: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      css: { type: 'string' },
    },
    allowPositionals: true,
  });
  const cards = await galleryCards(positionals);
  mkdirSync(out, { recursive: true });
  const index = join(out, 'index.html');
  writeFileSync(index, pageOf(cards, values.css === undefined ? '' : readFileSync(values.css, 'utf8')));
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 1000, height: 800 } });
    await page.goto(pathToFileURL(index).href);
    const scope = values.quick
      ? { locales: ['en' as const], themes: ['light' as const] }
      : { locales, themes: themeNames };
    const verdict = verdictOf(cards, await drawAll(page, scope));
    console.log([...verdict.lines, `The page is ${index}.`].join('\n'));
    if (values.pictures) await takePictures(page, out);
    if (verdict.faults > 0) process.exitCode = 1;
  } finally {
    await browser.close();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
