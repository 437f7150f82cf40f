/**
 * `npm run walk:alerts`: an alert arrives unasked after an import, at one admin in the real chat window and at another one in a
 * Teams server on this machine; the first takes note, and the card of the other changes; the next import resolves it for
 * both. It ends with 1 where a card does not come, or says something else than it should. With a path as its word, a
 * picture of the alert is put there.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { localPeople, localTenant } from '../dev/local-people';
import { activities } from '../teams-server/caller';
import type { Person } from '../teams-server/directory';
import { openTeamsServer, type TeamsServer } from '../teams-server/open';
import { openChat, type Chat } from './chat';
import { launchChromium } from './chromium';
import { startWorld } from './started-world';

const [inTheWindow, elsewhere] = localPeople as unknown as readonly [(typeof localPeople)[0], (typeof localPeople)[0]];
const deputy: Person = {
  tenant: localTenant,
  id: '29:deputy',
  aadObjectId: elsewhere.aadObjectId,
  name: elsewhere.name,
  mail: elsewhere.mail,
  locale: 'pt-BR',
};
const atDeputys = 'a:deputy';

const headline = 'A recent change to your competency achievement has put your membership renewal eligibility at risk';
const dayMs = 86_400_000;
const dayAgo = (days: number) => new Date(Date.now() - days * dayMs).toISOString().slice(0, 10);
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
const patienceMs = 40_000;

async function until<T>(what: string, look: () => Promise<T | undefined> | T | undefined): Promise<T> {
  const giveUpAt = Date.now() + patienceMs;
  for (;;) {
    const seen = await look();
    if (seen !== undefined) return seen;
    if (Date.now() > giveUpAt) throw new Error(`${what}: it did not come`);
    await pause(100);
  }
}

/** The newest thing that was carried out at the deputy's, as JSON. */
function newestAt(teams: TeamsServer): { readonly operation: string; readonly card: string } | undefined {
  const newest = teams.journal.deliveredIn(atDeputys).at(-1);
  return newest && { operation: newest.operation, card: JSON.stringify(newest.body) };
}

function imported(data: string, file: { readonly name: string; readonly text: string }): void {
  const path = join(data, file.name);
  writeFileSync(path, file.text);
  const words = ['--import', require.resolve('tsx'), join(__dirname, '..', '..', 'bot', 'cli.ts'), 'import', path];
  const env = { LANG: 'C', LAUREL_DATA: data, LAUREL_SAMPLE: 'off' };
  console.log(execFileSync(process.execPath, words, { cwd: tmpdir(), env }).toString().trim());
}

interface Scene {
  readonly chat: Chat;
  readonly teams: TeamsServer;
  readonly data: string;
}

async function walk({ chat, teams, data }: Scene): Promise<void> {
  imported(data, { name: 'trainings.csv', text: completions(['ana', 'boris']) });
  assert.match(await chat.say(`membership silver ${spoken(dayAgo(100))}`), /Recorded: Silver membership/);
  await teams.happen(deputy, activities.installs());
  const cards = await chat.cardCount();

  imported(data, { name: 'left.csv', text: `WorkEmail,LeftOn\nboris@fernhollow.example,${dayAgo(1)}\n` });
  const alert = await until('the alert', async () => ((await chat.cardCount()) > cards ? chat.lastCard() : undefined));
  assert.match(alert, new RegExp(headline));
  assert.match(alert, /Nobody deals with it yet/);
  console.log(`unasked → ${alert.split('\n').slice(0, 6).join(' · ')}`);
  await until('the alert of the other', () => (newestAt(teams)?.card.includes('Ninguém') ? true : undefined));
  const [, picture] = process.argv.slice(1);
  if (picture) await chat.screenshot(picture);

  assert.match(await chat.press(`Open ${headline.slice(0, 74)}…`), /Nobody deals with it yet.*Left the organization/s);
  if (picture) await chat.screenshot(picture.replace(/\.png$/, '-opened.png'));
  assert.match(await chat.press('Take note'), new RegExp(`${inTheWindow.name} has taken note`));
  const changed = await until('the change', () =>
    newestAt(teams)?.card.includes(inTheWindow.name) ? newestAt(teams) : undefined,
  );
  assert.equal(changed.operation, 'renew');
  console.log(`${inTheWindow.name} takes note → the card of ${elsewhere.name} says so`);

  imported(data, { name: 'more.csv', text: completions(['chen']) });
  const resolved = await until('the end', async () => {
    const card = await chat.lastCard();
    return /its reason is gone/.test(card) ? card : undefined;
  });
  assert.match(resolved, new RegExp(headline));
  assert.equal(await chat.cardCount(), cards + 1);
  await until('the end for the other', () => (newestAt(teams)?.card.includes('Encerrado') ? true : undefined));
  console.log('the next import → both cards say that its reason is gone');
  assert.deepEqual(await chat.troubles(), []);
}

async function run(data: string): Promise<void> {
  const admins = { LAUREL_FIRST_ADMINS: [inTheWindow, elsewhere].map(({ aadObjectId }) => aadObjectId).join(',') };
  const [world, browser] = await Promise.all([startWorld(data, { LAUREL_SAMPLE: 'off', ...admins }), launchChromium()]);
  const teams = await openTeamsServer({ endpoint: `${world.bot}/api/messages` });
  teams.directory.add(deputy);
  try {
    await walk({ chat: await openChat(browser, world.url), teams, data });
  } finally {
    await browser.close();
    await world.stop();
    await teams.close();
  }
}

const data = mkdtempSync(join(tmpdir(), 'laurel-alerts-'));
run(data)
  .catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  })
  .finally(() => rmSync(data, { recursive: true, force: true, maxRetries: 5 }));
