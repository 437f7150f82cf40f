/**
 * `npm run walk:today -- <export.csv> [folder]`: an older Trainings export of Partner Center, its dates moved to the last two years and
 * its rows written in the layout of today, goes through the real chat window of an empty partner, from the import to plans.
 * Each card is a picture in the folder, which lies outside the repository where none is named, because the export names real
 * people. It ends with 1 where a card answers nothing, or a window logs any trouble.
 */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import words from '../../cards/text/en.json';
import { dateOf } from '../../domain/basics/date';
import { openChat, type Chat } from './chat';
import { launchChromium } from './chromium';
import { movedExport } from './moved-export';
import { startWorld } from './started-world';

interface Step {
  readonly picture: string;
  readonly says?: string;
  readonly presses?: string;
}

const areas = [
  'infrastructure',
  'data and ai',
  'digital and app innovation',
  'security',
  'modern work',
  'business applications',
];

/** From the empty partner to plans; the path stands where the file of the walk does. */
const stepsFor = (path: string): readonly Step[] => [
  { picture: 'empty', says: 'progress' },
  { picture: 'import-asked', says: `import ${path}` },
  { picture: 'import-plan', presses: words['button.confirm'] },
  { picture: 'imported', presses: words['button.apply'] },
  { picture: 'progress', says: 'progress' },
  { picture: 'people', says: 'people' },
  { picture: 'expiring', says: 'expiring' },
  { picture: 'risk', says: 'risk' },
  { picture: 'plan', says: 'plan' },
  ...areas.flatMap((area) => [
    { picture: `why ${area}`, says: `why ${area}` },
    { picture: `plan ${area}`, says: `plan ${area}` },
  ]),
];

async function walk(
  steps: readonly Step[],
  { data, folder }: { readonly data: string; readonly folder: string },
): Promise<void> {
  const [world, browser] = await Promise.all([startWorld(data, { LAUREL_SAMPLE: 'off' }), launchChromium()]);
  try {
    const chat = await openChat(browser, world.url);
    for (const [at, step] of steps.entries()) await take(chat, step, { at, folder });
    assert.deepEqual(await chat.troubles(), []);
  } finally {
    await browser.close();
    await world.stop();
  }
}

/** How cards begin that answer nothing. */
const noAnswers = ['not-understood', 'went-wrong', 'store-unavailable', 'card-outdated'] as const;

async function take(
  chat: Chat,
  { picture, says, presses }: Step,
  { at, folder }: { readonly at: number; readonly folder: string },
): Promise<void> {
  const card = says === undefined ? await chat.press(presses!) : await chat.say(says);
  console.log(`${picture} → ${card.split('\n')[0]}`);
  for (const code of noAnswers) {
    const [begin] = words[`refusal.${code}`].split('{');
    assert.ok(!card.startsWith(begin!), `“${says ?? presses}” was not answered:\n${card}`);
  }
  const name = `${String(at + 1).padStart(2, '0')}-${picture.replaceAll(' ', '-')}`;
  await chat.cardPicture(join(folder, `${name}.png`));
  writeFileSync(join(folder, `${name}.txt`), card);
}

const [source, given] = process.argv.slice(2);
if (source === undefined) {
  console.error('Say which export: npm run walk:today -- <export.csv> [folder]');
  process.exit(2);
}
const data = mkdtempSync(join(tmpdir(), 'laurel-today-'));
const folder = given ?? join(tmpdir(), 'laurel-today-pictures');
mkdirSync(folder, { recursive: true });
const path = join(data, 'Export_trainings_Lifetime.csv');
writeFileSync(path, movedExport(readFileSync(source, 'utf8'), { years: 6, on: dateOf(Date.now()) }));
walk(stepsFor(path), { data, folder })
  .then(() => console.log(`The pictures are in ${folder}.`))
  .catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  })
  .finally(() => rmSync(data, { recursive: true, force: true, maxRetries: 5 }));
