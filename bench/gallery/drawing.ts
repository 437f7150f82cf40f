/** Drawing: shows the cards in the browser in every language, theme and width, and hands back what was measured. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Locale } from '../../domain/basics/locale';
import { themeNames, widths, type ThemeName, type WidthName } from './themes';

/** What was measured of one card in one language, theme and width. */
export interface Measured {
  readonly name: string;
  readonly locale: Locale;
  readonly theme: ThemeName;
  readonly width: WidthName;
  /** What the parser of the renderer objected to. */
  readonly faults: readonly string[];
  /** In pixels. */
  readonly height: number;
  readonly cut: readonly string[];
  readonly faint: readonly string[];
}

/** What axe found in one language and theme: rule, card and how grave it is. */
export interface AxeFinding {
  readonly rule: string;
  readonly impact: string;
  readonly card: string;
}

export interface Drawn {
  readonly measured: readonly Measured[];
  readonly axe: readonly AxeFinding[];
}

interface Scope {
  readonly locales: readonly Locale[];
  readonly themes: readonly ThemeName[];
}

interface Look {
  readonly locale: Locale;
  readonly theme: ThemeName;
  readonly width: WidthName;
}

/** The functions that the page offers, see browser.cjs. */
interface Shown {
  show(look: Look): readonly Pick<Measured, 'name' | 'faults'>[];
  measure(): readonly Pick<Measured, 'name' | 'height' | 'cut' | 'faint'>[];
  axe: { run(root: string, options: object): Promise<{ violations: readonly Violation[] }> };
}

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** Draws all and measures it; axe looks at every language once, because a theme changes colours and nothing else. */
export async function drawAll(page: Page, { locales, themes }: Scope): Promise<Drawn> {
  const measured: Measured[] = [];
  const axe: AxeFinding[] = [];
  await page.addScriptTag({ content: readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8') });
  for (const locale of locales)
    for (const theme of themes)
      for (const width of Object.keys(widths) as WidthName[]) {
        measured.push(...(await drawn(page, { locale, theme, width })));
        if (theme === themes[0] && width === 'chat') axe.push(...(await axeFindings(page)));
      }
  return { measured, axe };
}

async function drawn(page: Page, look: Look): Promise<readonly Measured[]> {
  const [shown, sizes] = await page.evaluate((given) => {
    const offered = globalThis as unknown as Shown;
    return [offered.show(given), offered.measure()] as const;
  }, look);
  return sizes.map((size, index) => ({ ...look, ...size, faults: shown[index]!.faults }));
}

const rules = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'best-practice'], resultTypes: ['violations'] };
/** These are about a whole page, which a card is not; contrast is measured for every theme by our own measure. */
const notOfCards = ['region', 'page-has-heading-one', 'landmark-one-main', 'heading-order', 'color-contrast'];

async function axeFindings(page: Page): Promise<readonly AxeFinding[]> {
  const options = { ...rules, rules: Object.fromEntries(notOfCards.map((rule) => [rule, { enabled: false }])) };
  const { violations } = await page.evaluate(async (given) => {
    const offered = globalThis as unknown as Shown;
    return offered.axe.run('#cards', given);
  }, options);
  return violations.flatMap(({ id, impact, nodes }) =>
    nodes.map(({ html }) => ({ rule: id, impact, card: html.slice(0, 160) })),
  );
}

/** Keeps a PNG of every card in English: light and dark as in a chat, light as on a phone, high contrast as in a chat. */
export async function takePictures(page: Page, folder: string): Promise<void> {
  for (const theme of themeNames)
    for (const width of ['chat', 'phone'] as const) {
      if (width === 'phone' && theme !== 'light') continue;
      await drawn(page, { locale: 'en', theme, width });
      for (const place of await page.locator('.card').all()) {
        const name = (await place.getAttribute('data-name'))!.replace(/[^a-z0-9]+/giu, '-');
        await place.screenshot({ path: join(folder, `${name}.${theme}.${width}.png`) });
      }
    }
}
