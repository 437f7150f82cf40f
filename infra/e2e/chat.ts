/** A chat: a person at the chat window, who types, reads the newest card and presses its buttons. */
import type { Browser, Locator, Page } from 'playwright-core';

export interface Chat {
  /** Types into the chat, sends, and resolves with the card that comes. */
  say(words: string): Promise<string>;
  /** What the newest card says. */
  lastCard(): Promise<string>;
  /** Resolves with the newest card once it says this, as for a card that comes unasked. */
  waitFor(words: RegExp): Promise<string>;
  /** How many cards have come. */
  cardCount(): Promise<number>;
  /** Presses the button with this title of the newest card that has it, and resolves with the card that answers. */
  press(title: string): Promise<string>;
  /** Fills in the field of the newest card with this label. */
  enter(label: string, value: string): Promise<void>;
  /** What the window's own log says that went wrong, and what was thrown inside the page. */
  troubles(): Promise<readonly string[]>;
  /** What was said last and the newest card, as they stand in the window. */
  screenshot(path: string): Promise<void>;
  /** The newest card alone, for one that came unasked. */
  cardPicture(path: string): Promise<void>;
  close(): Promise<void>;
}

const patienceMs = 15_000;
const retryMs = 50;
/** An answer in place comes within it. */
const graceMs = 1_000;
/** Wide enough for the chat beside its list of chats, high enough for the longest card. */
const viewport = { width: 640, height: 3000 };

/** Opens the personal chat of the chat window at this address; a greeting has come by then, if one is to come. */
export async function openChat(browser: Browser, url: string): Promise<Chat> {
  const page = await browser.newPage({ viewport, deviceScaleFactor: 2 });
  page.setDefaultTimeout(patienceMs);
  // Fonts of a server elsewhere, which the window can do without.
  await page.route(/^https:/, (route) => route.abort());
  await page.goto(url);
  for (const told of [/^installationUpdate \d/, /^conversationUpdate \d/]) await page.getByText(told).first().waitFor();
  await page.getByTitle('Toggle Log Panel').click();
  const thrown: string[] = [];
  page.on('pageerror', (error) => thrown.push(error.message));
  let said = '';
  return {
    say: (words) => say(page, (said = words)),
    lastCard: () => newestCard(page).innerText(),
    waitFor: (words) => waitFor(page, words),
    cardCount: () => cards(page).count(),
    press: (title) => press(page, title),
    enter: (label, value) => newestCard(page).getByLabel(label).fill(value),
    troubles: async () => [...(await logged(page)).filter(isTrouble), ...thrown],
    screenshot: (path) => screenshot(page, { path, said }),
    cardPicture: async (path) => {
      await dismissNotes(page);
      // Small enough to stand in a row on a page of the repository.
      await newestCard(page).screenshot({ path, scale: 'css' });
    },
    close: () => page.close(),
  };
}

function cards(page: Page): Locator {
  return page.locator('.ac-adaptiveCard');
}

function newestCard(page: Page): Locator {
  return cards(page).last();
}

async function say(page: Page, words: string): Promise<string> {
  const input = page.locator('[contenteditable="true"][role="textbox"]').last();
  const before = await cards(page).count();
  await input.fill(words);
  await input.press('Enter');
  await cards(page).nth(before).waitFor();
  return newestCard(page).innerText();
}

/**
 * Presses the button on the newest card that has it. The answer stands in place of that card, or below as a new one; a card that comes
 * unasked meanwhile is not taken for it, as long as the pressed card answers within `graceMs` after it.
 */
async function press(page: Page, title: string): Promise<string> {
  const card = await newestWith(page, title);
  const [before, newest] = [await card.innerText(), await newestCard(page).innerText()];
  await card.getByRole('button', { name: title, exact: true }).first().click();
  let newSince: number | undefined;
  for (let waited = 0; waited < patienceMs; waited += retryMs) {
    const said = await card.innerText();
    if (said !== before) return said;
    const last = await newestCard(page).innerText();
    if (last !== newest) newSince ??= waited;
    if (newSince !== undefined && waited - newSince >= graceMs) return last;
    await page.waitForTimeout(retryMs);
  }
  throw new Error(`Nothing came of pressing ${title}.`);
}

/** The newest card with this button; the newest of all where none has it, so that the press waits for it there. */
async function newestWith(page: Page, title: string): Promise<Locator> {
  for (let at = (await cards(page).count()) - 1; at >= 0; at -= 1) {
    const card = cards(page).nth(at);
    if ((await card.getByRole('button', { name: title, exact: true }).count()) > 0) return card;
  }
  return newestCard(page);
}

/** A sweep is some seconds away at most. */
async function waitFor(page: Page, words: RegExp): Promise<string> {
  for (let waited = 0; waited < 2 * patienceMs; waited += retryMs) {
    const said = (await cards(page).count()) > 0 ? await newestCard(page).innerText() : '';
    if (words.test(said)) return said;
    await page.waitForTimeout(retryMs);
  }
  throw new Error(`No card came that says ${words.source}; the newest is:\n${await newestCard(page).innerText()}`);
}

/** The lines of the log panel, which is open only for this. */
async function logged(page: Page): Promise<readonly string[]> {
  await page.getByTitle('Toggle Log Panel').click();
  await page
    .getByText(/^conversationUpdate \d/)
    .first()
    .waitFor();
  const lines = (await page.locator('body').innerText()).split('\n').filter((line) => /^\[[\d:]+ [AP]M\] /.test(line));
  await page.getByTitle('Toggle Log Panel').click();
  return lines;
}

/** An exchange that was not answered with success, or words of the window itself that speak of an error. */
function isTrouble(line: string): boolean {
  const status = / -> (?:User Application|Microsoft 365 Agents Playground) \S+ (\d{3})/.exec(line)?.[1];
  return status === undefined ? /error|fail|warn|exception|not implemented/i.test(line) : !status.startsWith('2');
}

interface Picture {
  readonly path: string;
  readonly said: string;
}

const margin = 24;
/** Above the words stands when they were said. */
const timeHeight = 31;
/** What is left of a card in the chat: who speaks. */
const avatarWidth = 56;

/** What the window itself says about a button that was pressed. */
async function dismissNotes(page: Page): Promise<void> {
  for (const note of await page.getByLabel('Dismiss Invoke Message').all()) await note.click();
}

async function screenshot(page: Page, { path, said }: Picture): Promise<void> {
  await dismissNotes(page);
  const card = (await newestCard(page).boundingBox())!;
  const words = (await page.getByText(said, { exact: true }).last().boundingBox())!;
  const [left, top] = [card.x - avatarWidth - margin, words.y - timeHeight];
  const right = Math.max(card.x + card.width, words.x + words.width) + 2 * margin;
  const clip = { x: left, y: top, width: right - left, height: card.y + card.height + 2 * margin - top };
  await page.screenshot({ path, clip });
}
