/** A strip: pictures of cards side by side, as one picture that shows how one card leads to the next. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';

export interface Strip {
  readonly folder: string;
  /** The pictures from left to right, by their file names without `.png`. */
  readonly pictures: readonly string[];
  /** The file name of the strip, without `.png`. */
  readonly name: string;
  /** Pixels of one picture. */
  readonly width: number;
}

const gap = 30;

/** Writes the strip into the folder of its pictures. Throws where one of them is not there. */
export async function drawStrip(browser: Browser, { folder, pictures, name, width }: Strip): Promise<void> {
  const all = pictures.length * (width + gap) - gap;
  const page = await browser.newPage({ viewport: { width: all, height: 400 } });
  const images = pictures.map((picture) => {
    const bytes = readFileSync(join(folder, `${picture}.png`)).toString('base64');
    return `<img alt="" style="width:${width}px" src="data:image/png;base64,${bytes}">`;
  });
  await page.setContent(
    `<body style="margin:0;display:flex;gap:${gap}px;align-items:flex-start">${images.join('')}</body>`,
  );
  for (const image of await page.locator('img').all())
    await image.evaluate((one) => (one as unknown as { decode(): Promise<void> }).decode());
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  await page.close();
}
