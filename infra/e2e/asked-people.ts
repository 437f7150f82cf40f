/**
 * A plan that becomes tasks, in the real chat windows of an admin and three people: two are asked, one accepts and books an
 * exam, one declines, the plan proposes the next best, an import shows both passes, and the level is met.
 */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { openChat, type Chat } from './chat';
import { launchChromium } from './chromium';
import { drawStrip } from './picture-strip';
import { startWorld, type StartedWorld } from './started-world';
import { cast, importRows, openWindow, peopleRows, reach, trainingRows } from './windows';

const { ingrid, tomasz, priya, duarte } = cast;

interface Scene {
  readonly world: StartedWorld;
  readonly data: string;
  /** Puts a picture of the newest card of a window into the folder, where one is wanted. */
  readonly picture: (chat: Chat, name: string) => Promise<void>;
  readonly admin: Chat;
  /** Tomasz's, who accepts. */
  readonly first: Chat;
  /** Duarte's, who declines. */
  readonly second: Chat;
  /** Priya's, who is asked in his place. */
  readonly next: Chat;
}

/**
 * Takes the pictures `tasks-….png` on the way where a folder is named. Throws where a card does not come or says something else,
 * where a window logs any trouble, and where the bot writes an error.
 */
export async function askPeopleInWindows(data: string, folder?: string): Promise<void> {
  const settings = { LAUREL_FIRST_ADMINS: ingrid.aadObjectId, LAUREL_SAMPLE: 'off' };
  const [world, browser] = await Promise.all([startWorld(data, settings), launchChromium()]);
  const picture = async (chat: Chat, name: string) => {
    if (folder !== undefined) await chat.cardPicture(join(folder, `tasks-${name}.png`));
  };
  try {
    console.log((await world.laurel('clock', '2018-06-04T09:00:00Z')).trim());
    const admin = await openChat(browser, world.url);
    const place = { world, browser };
    const [first, second] = [await openWindow(tomasz, place), await openWindow(duarte, place)];
    const next = await openWindow(priya, place);
    await play({ world, data, picture, admin, first, second, next });
    if (folder !== undefined) await drawStrip(browser, { ...strip, folder });
    for (const one of [admin, first, second, next]) assert.deepEqual(await one.troubles(), []);
    // What the bot prints after its greeting are troubles.
    assert.equal(world.output().trim().split('\n').at(-1), 'Ctrl-C stops Laurel and keeps the data.');
  } finally {
    await browser.close();
    await world.stop();
  }
}

/** The story in four cards. */
const strip = {
  pictures: ['tasks-plan', 'tasks-booked', 'tasks-told', 'tasks-what-changed'],
  name: 'tasks-strip',
  width: 440,
};

async function play(scene: Scene): Promise<void> {
  await importRows(scene, 'people.csv', peopleRows([ingrid, tomasz, priya, duarte]));
  await importRows(scene, 'trainings.csv', [...trainingRows(held)]);
  await hear(scene.admin, 'devops', /No level yet/);
  await scene.picture(scene.admin, 'before');
  await ask(scene);
  await accept(scene);
  await decline(scene);
  await askTheNextBest(scene);
  await pass(scene);
  await count(scene);
}

/** What is passed before: Tomasz lacks one exam, the others another one. */
const held = [
  { person: tomasz, titles: ['70-496', '70-498'], on: '2018-05-02' },
  { person: priya, titles: ['70-496'], on: '2018-05-02' },
  { person: duarte, titles: ['70-496'], on: '2018-05-02' },
] as const;

async function ask({ admin, first, second, picture }: Scene): Promise<void> {
  await hear(admin, 'plan devops silver', /70-497 .*Tomasz Wieczorek[\s\S]*70-498 .*Duarte Nogueira/);
  await picture(admin, 'plan');
  await go(admin, 'Ask the people…', /Ask 2 people for DevOps Silver\?[\s\S]*Nothing is recorded until you confirm/);
  await picture(admin, 'preview');
  await go(admin, 'Ask them', /2 people are asked/);
  await Promise.all([
    first.waitFor(/Asked for: 70-497[\s\S]*Ingrid Solheim asks you\.[\s\S]*For DevOps Silver/),
    second.waitFor(/Asked for: 70-498[\s\S]*Ingrid Solheim asks you\.[\s\S]*For DevOps Silver/),
  ]);
  await picture(first, 'asked');
}

async function accept({ first, picture }: Scene): Promise<void> {
  await go(first, 'I will do it', /Accepted: 70-497/);
  await go(first, 'Exam booked', /On which day is the exam\?/);
  await first.enter('Day of the exam', examDay);
  await go(first, 'Save', /Exam booked: 70-497[\s\S]*Exam on 20 Jun 2018/);
  await picture(first, 'booked');
}

async function decline({ admin, second, picture }: Scene): Promise<void> {
  await go(second, 'I cannot', /Why can you not do it\?/);
  await second.enter('Reason', 'On parental leave until October');
  await go(second, 'Save', /Declined: 70-498/);
  await picture(second, 'declined');
  await admin.waitFor(/Duarte Nogueira declined 70-498[\s\S]*The plan now proposes the next best person/);
  await picture(admin, 'told');
}

async function askTheNextBest({ admin, next, picture }: Scene): Promise<void> {
  await hear(
    admin,
    'plan devops silver',
    /70-498 .*Priya Raghunathan[\s\S]*Asked for this plan: 1[\s\S]*1 person declined and is not proposed again/,
  );
  await picture(admin, 'next-best');
  await go(admin, 'Ask the people…', /Ask 1 person for DevOps Silver\?/);
  await go(admin, 'Ask them', /1 person is asked/);
  await next.waitFor(/Asked for: 70-498/);
  await go(next, 'I will do it', /Accepted: 70-498/);
  await hear(admin, 'tasks', /Declined: 1[\s\S]*Duarte[\s\S]*Open: 1[\s\S]*Priya[\s\S]*Exam booked: 1[\s\S]*Tomasz/);
  await picture(admin, 'list');
}

/** The day after the exam: who has booked it is asked how it went. */
async function pass({ world, first, picture }: Scene): Promise<void> {
  console.log((await world.laurel('clock', '2018-06-21T09:00:00Z')).trim());
  await first.waitFor(/The day of the exam is over\./);
  await picture(first, 'exam-over');
  await go(first, 'Passed', /Passed: 70-497|no import shows it yet/);
}

async function count(scene: Scene): Promise<void> {
  const { admin, first, next, picture } = scene;
  const passed = [
    { person: tomasz, titles: ['70-497'], on: examDay },
    { person: priya, titles: ['70-498'], on: '2018-06-18' },
  ];
  await importRows(scene, 'more.csv', trainingRows(passed));
  await Promise.all([first, next].map((chat) => chat.waitFor(/Done/)));
  await picture(first, 'done');
  await hear(admin, 'devops', /Silver/);
  await picture(admin, 'after');
  await hear(admin, 'tasks', /No task is open/);
  await hear(admin, 'what changed since 2018-06-04', /DevOps/);
  await picture(admin, 'what-changed');
}

const examDay = '2018-06-20';

async function hear(chat: Chat, said: string, shows: RegExp): Promise<void> {
  const card = await chat.say(said);
  console.log(`${said} → ${card.split('\n')[0]}`);
  assert.match(card, shows);
}

async function go(chat: Chat, by: string, shows: RegExp): Promise<void> {
  const card = await reach(chat, { by, shows });
  console.log(`${by} → ${card.split('\n').find((line) => shows.test(line)) ?? card.split('\n')[0]}`);
}
