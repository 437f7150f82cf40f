/** Draws the icons of the app package: `npm run icons` renders each `.svg` of this folder to the `.png` beside it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchChromium } from '../e2e/chromium';

/** The sizes that Teams asks for, in pixels. */
const sizes = { color: 192, outline: 32 };

async function draw(): Promise<void> {
  const browser = await launchChromium();
  for (const [name, size] of Object.entries(sizes)) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    const svg = readFileSync(join(__dirname, `${name}.svg`), 'utf8');
    await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
    writeFileSync(join(__dirname, `${name}.png`), await page.screenshot({ omitBackground: true }));
  }
  await browser.close();
}

void draw();
