/**
 * A whole onboarding in the real chat window: invited by somebody else, led step by step, reminded by the clock, and at last
 * counted by an import. The clock moves forward by `laurel sweep --now`, beside the world that runs.
 */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { localPeople } from '../dev/local-people';
import { openChat } from './chat';
import { launchChromium } from './chromium';
import { startWorld } from './started-world';

const [ingrid, oksana, tomasz] = localPeople as readonly [
  (typeof localPeople)[number],
  (typeof localPeople)[number],
  (typeof localPeople)[number],
];
const root = join(__dirname, '..', '..');
const hour = 3_600_000;
const run = promisify(execFile);

/** Takes the pictures `onboarding-….png` on the way, and throws where a card does not come or says something else. */
export async function comeOnBoard(data: string, folder: string): Promise<void> {
  const settings = { LAUREL_FIRST_ADMINS: oksana.aadObjectId, LAUREL_SAMPLE: 'off' };
  const env = { LANG: 'C', LAUREL_DATA: data, ...settings };
  const laurel = async (...words: readonly string[]) => {
    const args = ['--import', require.resolve('tsx'), join(root, 'bot', 'cli.ts'), ...words];
    return (await run(process.execPath, args, { env, cwd: data })).stdout;
  };
  const later = (hours: number) => new Date(Date.now() + hours * hour).toISOString();
  const [world, browser] = await Promise.all([startWorld(data, settings), launchChromium()]);
  try {
    await laurel('import', written(data, 'people.csv', peopleRows()));
    await laurel('import', written(data, 'trainings.csv', trainingRows(tomasz.mail)));
    const chat = await openChat(browser, world.url);
    const picture = (name: string) => chat.cardPicture(join(folder, `onboarding-${name}.png`));
    const before = await laurel('say', '--as', oksana.name, 'devops');

    await laurel('say', '--as', oksana.name, `onboard ${ingrid.name}`);
    await chat.waitFor(/Step 1 of 4[\s\S]*brings you on board/);
    await picture('invited');
    assert.match(await chat.press('I can sign in'), /Step 2 of 4/);
    await picture('account');
    assert.match(await chat.press('It does not work'), /What goes wrong\?/);
    await picture('trouble');
    await chat.press('Back');
    assert.match(await chat.press('It is associated'), /Step 3 of 4/);
    await picture('waiting');

    await laurel('sweep', '--now', later(74));
    await chat.waitFor(/nothing shows yet[\s\S]*Until then/);
    await picture('nothing-yet');
    await laurel('sweep', '--now', later(11 * 24));
    await chat.waitFor(/Associated, but nothing shows[\s\S]*the admins know/);
    await picture('stuck');
    const funnel = await laurel('say', '--as', oksana.name, '--now', later(11 * 24), 'onboarding');
    assert.match(funnel, /Ingrid Solheim[\s\S]*nothing shows/);

    await laurel('import', '--now', later(12 * 24), written(data, 'more.csv', trainingRows(ingrid.mail)));
    await laurel('sweep', '--now', later(12 * 24));
    await chat.waitFor(/Your achievements count now[\s\S]*They count for DevOps/);
    await picture('counts');
    const after = await laurel('say', '--as', oksana.name, '--now', later(12 * 24), 'devops');
    assert.notEqual(countsIn(before), countsIn(after), 'The bar did not move.');
    console.log(`DevOps: ${countsIn(before)} → ${countsIn(after)}`);
    assert.deepEqual(await chat.troubles(), []);
  } finally {
    await browser.close();
    await world.stop();
  }
}

/** How many count of how many. */
function countsIn(card: string): string {
  return (card.match(/\d+ (?:of|\/) \d+/g) ?? []).join(', ');
}

function written(data: string, name: string, rows: readonly string[]): string {
  const path = join(data, name);
  writeFileSync(path, `${rows.join('\r\n')}\r\n`);
  return path;
}

function peopleRows(): readonly string[] {
  const rows = [ingrid, oksana, tomasz].map(({ name, mail, aadObjectId }) => `${name},${mail},${aadObjectId}`);
  return ['Name,WorkEmail,AADUserId', ...rows];
}

function trainingRows(mail: string): readonly string[] {
  const rows = ['70-496', '70-497', '70-498'].map((title) => `${title},2018-05-02,${mail}`);
  return ['TrainingTitle,TrainingCompletionDate,CorpEmail', ...rows];
}
