/** `npm run pictures`: the pictures of the README, taken of real cards in the real chat window, with the sample partner. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { openChat } from './chat';
import { launchChromium } from './chromium';
import { comeOnBoard } from './onboarding';
import { startWorld } from './started-world';

const folder = join(__dirname, '..', '..', 'cards', 'pictures');

/** One question and where its buttons lead: each card is a picture. */
const scene = [
  { picture: 'overview', says: 'progress' },
  { picture: 'competency', presses: 'Open DevOps' },
  { picture: 'why', presses: 'Why not Gold?' },
] as const;

async function takePictures(data: string): Promise<void> {
  const services = await startWorld(data);
  const browser = await launchChromium();
  try {
    const chat = await openChat(browser, services.url);
    for (const step of scene) {
      if ('says' in step) await chat.say(step.says);
      else await chat.press(step.presses);
      await chat.screenshot(join(folder, `${step.picture}.png`));
    }
    await takeStrip(browser);
  } finally {
    await browser.close();
    await services.stop();
  }
}

/** The cards of the scene side by side: how one answer leads to the next. */
async function takeStrip(browser: Browser): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1_500, height: 400 } });
  const images = scene.map(({ picture }) => {
    const bytes = readFileSync(join(folder, `${picture}.png`)).toString('base64');
    return `<img alt="" style="width:480px" src="data:image/png;base64,${bytes}">`;
  });
  await page.setContent(
    `<body style="margin:0;display:flex;gap:30px;align-items:flex-start">${images.join('')}</body>`,
  );
  await page
    .locator('img')
    .last()
    .evaluate((image) => (image as unknown as { decode(): Promise<void> }).decode());
  await page.screenshot({ path: join(folder, 'strip.png'), fullPage: true });
}

mkdirSync(folder, { recursive: true });
const data = mkdtempSync(join(tmpdir(), 'laurel-picture-'));
const onboardingData = mkdtempSync(join(tmpdir(), 'laurel-onboarding-'));
takePictures(data)
  .then(() => comeOnBoard(onboardingData, folder))
  .catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  })
  .finally(() => {
    for (const used of [data, onboardingData]) rmSync(used, { recursive: true, force: true, maxRetries: 5 });
  });
