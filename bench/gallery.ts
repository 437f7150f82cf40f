/**
 * The gallery: every golden card, in English, drawn in a browser, light and dark, at the width of a chat and of a phone, so that a
 * change can be looked at before it is accepted. `npx tsx bench/gallery.ts [--out <folder>] [--css <file>] [name …]`;
 * the style sheet is for fonts that the machine lacks.
 */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium as playwright, type Page } from 'playwright-core';

const root = join(__dirname, '..');
const goldens = join(root, 'cards', '__golden__');
const renderer = join(root, 'node_modules', 'adaptivecards', 'dist', 'adaptivecards.min.js');
const widths = { chat: 430, phone: 320 };

interface Theme {
  readonly page: string;
  readonly card: string;
  readonly words: string;
  readonly subtle: string;
  readonly accent: string;
  readonly good: string;
  readonly warning: string;
  readonly attention: string;
  readonly line: string;
}

const themes: Readonly<Record<string, Theme>> = {
  light: {
    page: '#f5f5f5',
    card: '#ffffff',
    words: '#242424',
    subtle: '#616161',
    accent: '#5b5fc7',
    good: '#237b4b',
    warning: '#835c00',
    attention: '#c4314b',
    line: '#e1e1e1',
  },
  dark: {
    page: '#1f1f1f',
    card: '#292929',
    words: '#ffffff',
    subtle: '#adadad',
    accent: '#9299f7',
    good: '#92c353',
    warning: '#f8d22a',
    attention: '#f9526b',
    line: '#3d3d3d',
  },
};

/** The look of a chat: the renderer's own defaults are those of no client. */
function hostConfig({ words, subtle, accent, good, warning, attention, line, card }: Theme): object {
  const colours = { default: words, accent, good, warning, attention, dark: words, light: subtle };
  const foregroundColors = Object.fromEntries(
    Object.entries(colours).map(([name, colour]) => [
      name,
      { default: colour, subtle: name === 'default' ? subtle : colour },
    ]),
  );
  return {
    fontFamily: "'Segoe UI', 'Noto Sans SC', 'DejaVu Sans', sans-serif",
    fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 300, default: 400, bolder: 600 },
    spacing: { small: 4, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: line },
    containerStyles: { default: { backgroundColor: card, foregroundColors } },
    actions: { maxActions: 6, buttonSpacing: 8, actionsOrientation: 'horizontal', actionAlignment: 'left' },
  };
}

function pageFor({ page, words, line, card }: Theme, style: string): string {
  return `<style>${style}
    body { margin: 0; padding: 12px; background: ${page} }
    #card { border: 1px solid ${line}; border-radius: 6px; overflow: hidden }
    .ac-actionSet { flex-wrap: wrap; row-gap: 8px }
    .ac-pushButton { font: 600 14px 'Segoe UI', 'Noto Sans SC', 'DejaVu Sans', sans-serif; color: ${words};
      background: ${card}; border: 1px solid ${line}; border-radius: 4px; padding: 6px 12px }
  </style><div id="card"></div>`;
}

/** Draws one card and keeps the picture. */
async function draw(page: Page, card: unknown, { theme, path }: { theme: Theme; path: string }): Promise<void> {
  await page.evaluate(
    ({ payload, config }) => {
      const { AdaptiveCard, HostConfig } = (globalThis as unknown as { AdaptiveCards: Renderer }).AdaptiveCards;
      const drawn = new AdaptiveCard();
      drawn.hostConfig = new HostConfig(config);
      drawn.parse(payload);
      const { document } = globalThis as unknown as { document: Document };
      document.getElementById('card').replaceChildren(drawn.render());
    },
    { payload: card, config: hostConfig(theme) },
  );
  await page.waitForTimeout(50);
  await page.screenshot({ path, fullPage: true });
}

/** The few names of the browser that are used inside it. */
interface Renderer {
  readonly AdaptiveCard: new () => { hostConfig: unknown; parse(payload: unknown): void; render(): unknown };
  readonly HostConfig: new (config: unknown) => unknown;
}
interface Document {
  getElementById(id: string): { replaceChildren(element: unknown): void };
}

async function main(): Promise<void> {
  const { values, positionals: wanted } = parseArgs({
    options: { out: { type: 'string', default: join(root, '.laurel', 'gallery') }, css: { type: 'string' } },
    allowPositionals: true,
  });
  mkdirSync(values.out, { recursive: true });
  const style = values.css === undefined ? '' : readFileSync(values.css, 'utf8');
  const { default: chromium } = await import('@sparticuz/chromium');
  const browser = await playwright.launch({ executablePath: await chromium.executablePath(), args: chromium.args });
  const page = await browser.newPage();
  const files = readdirSync(goldens).filter((file) => file.endsWith('.json'));
  for (const file of files.sort()) {
    const name = file.slice(0, -'.json'.length);
    if (wanted.length > 0 && !wanted.some((one) => name.startsWith(one))) continue;
    const card: unknown = JSON.parse(readFileSync(join(goldens, file), 'utf8'));
    for (const [mode, theme] of Object.entries(themes))
      for (const [device, width] of Object.entries(widths)) {
        await page.setViewportSize({ width, height: 200 });
        await page.setContent(pageFor(theme, style));
        await page.addScriptTag({ path: renderer });
        await draw(page, card, { theme, path: join(values.out, `${name}.${mode}.${device}.png`) });
      }
    console.log(name);
  }
  await browser.close();
}

void main();
