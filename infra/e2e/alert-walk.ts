/**
 * `npm run walk:alerts`: an alert arrives unasked after an import at two admins, each in a chat window of their own and in a
 * language of their own; the first opens it and takes note, and the card of the other changes; the next import resolves it
 * for both. It ends with 1 where a card does not come, says something else than it should, or a window logs any trouble. With
 * a path as its word, pictures of the alert are put there, of the other's window beside it.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localPeople } from '../dev/sample/local-people';
import { openChat, type Chat } from './chat';
import { launchChromium } from './chromium';
import { startWorld, type StartedWorld } from './started-world';
import { dayMs } from '../../domain/basics/date';

const [first, second] = localPeople as unknown as readonly [(typeof localPeople)[0], (typeof localPeople)[0]];

const headline = 'A recent change to your competency achievement has put your membership renewal eligibility at risk';
/** What the second admin reads, who uses Portuguese. */
const elsewhere = { nobody: /Ninguém/, noted: new RegExp(`${first.name} tomou ciência`), closed: /Encerrado/ };
/** A day on which Silver memberships are in force; the clock of the local world is set to it. */
const now = '2018-06-04T09:00:00Z';
const dayAgo = (days: number) => new Date(Date.parse(now) - days * dayMs).toISOString().slice(0, 10);
const monthsOf = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const spoken = (date: string) =>
  `${Number(date.slice(8))} ${monthsOf[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`;

/** What DevOps Silver asks of two people. */
const titles = [
  '70-496 Administering Visual Studio Team Foundation Server 2012',
  '70-498 Delivering Continuous Value with Visual Studio 2012 Application Lifecycle Management',
  '70-497 Software Testing with Visual Studio 2012',
];
const completions = (names: readonly string[]) =>
  [
    'TrainingTitle,TrainingCompletionDate,CorpEmail',
    ...names.flatMap((name) => titles.map((title) => `${title},${dayAgo(200)},${name}@fernhollow.example`)),
    '',
  ].join('\n');

interface Scene {
  readonly world: StartedWorld;
  readonly data: string;
  readonly chat: Chat;
  /** That of the other admin. */
  readonly other: Chat;
}

async function imported(
  { world: services, data }: Scene,
  file: { readonly name: string; readonly text: string },
): Promise<void> {
  const path = join(data, file.name);
  writeFileSync(path, file.text);
  console.log((await services.laurel('import', path)).trim());
}

async function walk(scene: Scene): Promise<void> {
  const { chat, other, world } = scene;
  console.log((await world.laurel('clock', now)).trim());
  await imported(scene, { name: 'trainings.csv', text: completions(['ana', 'boris']) });
  assert.match(await chat.say(`membership silver ${spoken(dayAgo(100))}`), /Record this membership\?/);
  assert.match(await chat.press('Confirm'), /Recorded: Silver membership/);
  const cards = [await chat.cardCount(), await other.cardCount()];

  await imported(scene, { name: 'left.csv', text: `WorkEmail,LeftOn\nboris@fernhollow.example,${dayAgo(1)}\n` });
  const [alert] = await Promise.all([chat.waitFor(/Nobody deals with it yet/), other.waitFor(elsewhere.nobody)]);
  assert.match(alert, new RegExp(headline));
  console.log(`unasked → ${alert.split('\n').slice(0, 6).join(' · ')}`);
  await pictures(scene);

  assert.match(await chat.press(`Open ${headline.slice(0, 74)}…`), /Nobody deals with it yet/);
  assert.match(await chat.press('More about this alert'), /Left the organization/);
  await pictures(scene, '-opened');
  assert.match(await chat.press('Take note'), new RegExp(`${first.name} has taken note`));
  await other.waitFor(elsewhere.noted);
  await pictures(scene, '-noted');
  console.log(`${first.name} takes note → the card of ${second.name} says so`);

  await imported(scene, { name: 'more.csv', text: completions(['chen']) });
  const [resolved] = await Promise.all([chat.waitFor(/its reason is gone/), other.waitFor(elsewhere.closed)]);
  assert.match(resolved, new RegExp(headline));
  await pictures(scene, '-closed');
  console.log('the next import → both cards say that its reason is gone');
  // Each got one card, which changed in place all the time.
  assert.deepEqual([await chat.cardCount(), await other.cardCount()], [cards[0]! + 1, cards[1]! + 1]);
  assert.deepEqual([await chat.troubles(), await other.troubles()], [[], []]);
}

/** The newest card in both windows, where pictures are wanted. */
async function pictures({ chat, other }: Scene, moment = ''): Promise<void> {
  const [, path] = process.argv.slice(1);
  if (!path) return;
  await chat.cardPicture(path.replace(/\.png$/, `${moment}.png`));
  await other.cardPicture(path.replace(/\.png$/, `${moment}-other.png`));
}

async function run(data: string): Promise<void> {
  const admins = { LAUREL_FIRST_ADMINS: [first, second].map(({ aadObjectId }) => aadObjectId).join(',') };
  const [services, browser] = await Promise.all([
    startWorld(data, { LAUREL_SAMPLE: 'off', ...admins }),
    launchChromium(),
  ]);
  try {
    const window = await services.window('--as', second.name, '--locale', 'pt-BR');
    const [chat, other] = [await openChat(browser, services.url), await openChat(browser, window.url)];
    await walk({ world: services, data, chat, other });
  } finally {
    await browser.close();
    await services.stop();
  }
}

const data = mkdtempSync(join(tmpdir(), 'laurel-alerts-'));
run(data)
  .catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  })
  .finally(() => rmSync(data, { recursive: true, force: true, maxRetries: 5 }));
