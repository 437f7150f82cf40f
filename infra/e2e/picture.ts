/** `npm run pictures`: the pictures of the README, taken of real cards in the real chat window, with the sample partner. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askPeopleInWindows } from './asked-people';
import { openChat } from './chat';
import { launchChromium } from './chromium';
import { comeOnBoard } from './onboarding';
import { drawStrip } from './picture-strip';
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
    await drawStrip(browser, { folder, pictures: scene.map(({ picture }) => picture), name: 'strip', width: 480 });
  } finally {
    await browser.close();
    await services.stop();
  }
}

mkdirSync(folder, { recursive: true });
const data = mkdtempSync(join(tmpdir(), 'laurel-picture-'));
const onboardingData = mkdtempSync(join(tmpdir(), 'laurel-onboarding-'));
const tasksData = mkdtempSync(join(tmpdir(), 'laurel-tasks-'));
takePictures(data)
  .then(() => comeOnBoard(onboardingData, folder))
  .then(() => askPeopleInWindows(tasksData, folder))
  .catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  })
  .finally(() => {
    for (const used of [data, onboardingData, tasksData]) rmSync(used, { recursive: true, force: true, maxRetries: 5 });
  });
