/**
 * `npm run walk`: every command of `help` in the real chat window, with the sample partner, and every correction confirmed
 * and undone there. It ends with 1 where a card does not come, says something else than it should, or anything behind it goes
 * wrong.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { text, type Key } from '../../cards/text';
import words from '../../cards/text/en.json';
import { openChat, type Chat } from './chat';
import { launchChromium } from './chromium';
import { startWorld } from './started-world';

/** Whom the sample partner knows, and whose leaving costs a level. */
const somebody = 'Yuki Tanabe';

/** The examples of `help`, about a person on record. */
const examples = Object.keys(words)
  .filter((key) => /^command\.[^.]+\.example$/.test(key))
  .map((key) =>
    text('en')
      .say(key as Key, { goal: 'competency' })
      .replace('Chen Wei', somebody),
  );

/** How cards begin that answer nothing. */
const noAnswers = ['not-understood', 'went-wrong', 'store-unavailable', 'card-outdated'] as const;

interface Step {
  /** What is typed, or the button that is pressed. */
  readonly does: string;
  readonly shows: RegExp;
}

/** What is said first, and the buttons that follow on the same card. */
const corrections: readonly (readonly Step[])[] = [
  [
    { does: `left ${somebody}`, shows: /^Record the departure of Yuki Tanabe on .*DevOps: Silver → No level/s },
    { does: 'Confirm', shows: /^Recorded: .*Yuki Tanabe.*You can undo this/s },
    { does: 'Undo', shows: /^Taken back: .*Yuki Tanabe/ },
  ],
  [
    { does: `completed 70-475 ${somebody}`, shows: /^Record 70-475.* for Yuki Tanabe\?/ },
    { does: 'Confirm', shows: /^Recorded for Yuki Tanabe: 70-475.*You can undo this/s },
    { does: 'Undo', shows: /^Taken back for Yuki Tanabe: 70-475/ },
  ],
  [
    { does: 'figure Azure consumption 250000', shows: /^Record Azure consumption, 12 months: .*250,000/ },
    { does: 'Confirm', shows: /^Recorded: Azure consumption, 12 months: .*You can undo this/s },
    { does: 'Undo', shows: /^Taken back: Azure consumption, 12 months: / },
  ],
  [
    { does: `remove 70-497 ${somebody}`, shows: /^Remove 70-497.* from the record of Yuki Tanabe\?/ },
    { does: 'Confirm', shows: /^Removed from the record of Yuki Tanabe: 70-497.*You can undo this/s },
    { does: 'Undo', shows: /^Back on the record of Yuki Tanabe: 70-497/ },
  ],
  [
    { does: 'membership gold 14 Feb 2018', shows: /Record this membership\?.*Nothing is recorded until you confirm/s },
    { does: 'Confirm', shows: /Recorded: Gold membership.*14 Feb 2018/s },
    { does: 'Undo', shows: /Undone: / },
  ],
];

async function walk(data: string): Promise<void> {
  const [services, browser] = await Promise.all([startWorld(data), launchChromium()]);
  try {
    await inChat(browser, services.url, async (chat) => {
      for (const example of examples) await ask(chat, example);
    });
    // The chat window draws ever more slowly the more cards it shows, so the corrections get one of their own.
    await inChat(browser, services.url, async (chat) => {
      for (const steps of corrections) await correct(chat, steps);
    });
  } finally {
    await browser.close();
    await services.stop();
  }
}

async function inChat(browser: Browser, url: string, act: (chat: Chat) => Promise<void>): Promise<void> {
  const chat = await openChat(browser, url);
  await act(chat);
  assert.deepEqual(await chat.troubles(), []);
  await chat.close();
}

async function ask(chat: Chat, said: string): Promise<void> {
  const card = await chat.say(said);
  tell(said, card);
  for (const code of noAnswers) {
    const [begin] = words[`refusal.${code}`].split('{');
    assert.ok(!card.startsWith(begin!), `“${said}” was not answered:\n${card}`);
  }
}

async function correct(chat: Chat, steps: readonly Step[]): Promise<void> {
  for (const [at, { does, shows }] of steps.entries()) {
    const card = await (at === 0 ? chat.say(does) : chat.press(does));
    tell(does, card);
    assert.match(card, shows);
  }
}

function tell(does: string, card: string): void {
  console.log(`${does} → ${card.split('\n')[0]}`);
}

const data = mkdtempSync(join(tmpdir(), 'laurel-walk-'));
walk(data)
  .catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  })
  .finally(() => rmSync(data, { recursive: true, force: true, maxRetries: 5 }));
