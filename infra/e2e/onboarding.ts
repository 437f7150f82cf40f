/**
 * A whole onboarding in real chat windows, one for the admin and one for each of two people: invited, led step by step,
 * reminded by the clock and by hand, lost to another organization, and at last counted by an import. The clock of the local
 * world is moved by `laurel clock`, under the bot that runs.
 */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { openChat, type Chat } from './chat';
import { launchChromium } from './chromium';
import { startWorld, type StartedWorld } from './started-world';
import { cast, importRows, openWindow, peopleRows, reach, trainingRows } from './windows';

const { ingrid, oksana, tomasz, priya } = cast;

/** What DevOps asks of a person, and the day on which they passed it. */
const [exams, on] = [['70-496', '70-497', '70-498'], '2018-05-02'] as const;

interface Scene {
  readonly world: StartedWorld;
  readonly data: string;
  /** Puts a picture of the newest card of a window into the folder. */
  readonly picture: (chat: Chat, name: string) => Promise<void>;
  readonly admin: Chat;
  /** Ingrid's, who goes all the way. */
  readonly chat: Chat;
  /** Priya's, whose account is associated elsewhere. */
  readonly other: Chat;
}

/** Takes the pictures `onboarding-….png` on the way, and throws where a card does not come or says something else. */
export async function comeOnBoard(data: string, folder: string): Promise<void> {
  const settings = { LAUREL_FIRST_ADMINS: oksana.aadObjectId, LAUREL_SAMPLE: 'off' };
  const [services, browser] = await Promise.all([startWorld(data, settings), launchChromium()]);
  const picture = (chat: Chat, name: string) => chat.cardPicture(join(folder, `onboarding-${name}.png`));
  try {
    const chat = await openChat(browser, services.url);
    const place = { world: services, browser };
    const [admin, other] = [await openWindow(oksana, place), await openWindow(priya, place)];
    await lead({ world: services, data, picture, admin, chat, other });
    for (const one of [admin, chat, other]) assert.deepEqual(await one.troubles(), []);
  } finally {
    await browser.close();
    await services.stop();
  }
}

async function lead(scene: Scene): Promise<void> {
  const { world: services, picture, admin } = scene;
  // A day on which the DevOps competency is in force.
  console.log((await services.laurel('clock', '2018-06-04T09:00:00Z')).trim());
  await importRows(scene, 'people.csv', peopleRows([ingrid, oksana, tomasz, priya]));
  await importRows(scene, 'trainings.csv', trainingRows([{ person: tomasz, titles: exams, on }]));
  const before = await admin.say('devops');
  await picture(admin, 'bar-before');

  await invite(scene);
  await takeTheSteps(scene);
  await loseOneElsewhere(scene);
  console.log((await services.laurel('clock', '+74h')).trim());
  await scene.chat.waitFor(/nothing shows yet[\s\S]*Until then/);
  await picture(scene.chat, 'nothing-yet');
  console.log((await services.laurel('clock', '+8d')).trim());
  await scene.chat.waitFor(/Associated, but nothing shows[\s\S]*the admins know/);
  await picture(scene.chat, 'stuck');
  await remind(scene);

  await importRows(scene, 'more.csv', trainingRows([{ person: ingrid, titles: exams, on }]));
  await scene.chat.waitFor(/Your achievements count now[\s\S]*They count for DevOps/);
  await picture(scene.chat, 'counts');
  const after = await admin.say('devops');
  await picture(admin, 'bar-after');
  assert.notEqual(countsIn(before), countsIn(after), 'The bar did not move.');
  console.log(`DevOps: ${countsIn(before)} → ${countsIn(after)}`);
}

async function invite({ admin, chat, other, picture }: Scene): Promise<void> {
  assert.match(await admin.say(`onboard ${ingrid.name}, ${priya.name}`), /Bring 2 people on board\?/);
  const list = await admin.press('Confirm');
  assert.match(list, /2 people are on the way[\s\S]*Ingrid Solheim[\s\S]*Priya Raghunathan/);
  await picture(admin, 'invited-list');
  await Promise.all([chat, other].map((one) => one.waitFor(/Step 1 of 4[\s\S]*brings you on board/)));
  await picture(chat, 'invited');
}

async function takeTheSteps({ chat, picture }: Scene): Promise<void> {
  await reach(chat, { by: 'I can sign in', shows: /Step 2 of 4/ });
  await picture(chat, 'account');
  await reach(chat, { by: 'It does not work', shows: /What goes wrong\?/ });
  await picture(chat, 'trouble');
  await chat.press('Back');
  await reach(chat, { by: 'It is associated', shows: /Step 3 of 4/ });
  await picture(chat, 'waiting');
}

async function loseOneElsewhere({ other, picture }: Scene): Promise<void> {
  await reach(other, { by: 'I can sign in', shows: /Step 2 of 4/ });
  await reach(other, { by: 'It is associated', shows: /Step 3 of 4/ });
  await reach(other, { by: 'Associated elsewhere', shows: /belong to another organization/ });
  await picture(other, 'elsewhere');
}

/** The admin is told by herself, looks where everybody stands, and reminds with one tap. */
async function remind({ admin, chat, picture }: Scene): Promise<void> {
  await admin.waitFor(/Ingrid Solheim/);
  await picture(admin, 'alert');
  assert.match(await admin.say('onboarding'), /2 people on the way[\s\S]*Ingrid Solheim[\s\S]*nothing shows/);
  await picture(admin, 'funnel');
  await reach(admin, { by: 'Remind 1 person', shows: /Associated, but nothing shows[\s\S]*Last reminder on/ });
  await picture(admin, 'remind');
  await chat.waitFor(/An admin reminds you/);
  await picture(chat, 'reminded');
}

/** How many count of how many. */
function countsIn(card: string): string {
  return (card.match(/\d+ (?:of|\/) \d+/g) ?? []).join(', ');
}
