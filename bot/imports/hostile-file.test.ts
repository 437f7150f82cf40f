/** Files made to hold the bot up: each is answered, and meanwhile the event loop is never held for longer than others may wait. */
import { setTimeout } from 'node:timers/promises';
import type { AppServices } from '../context/app-services';
import type { Reply } from '../context/reply';
import { replyTo } from '../turns/turn';
import { dropLimits } from '../../domain/imports/drop-limits';
import { largestDrop } from '../../domain/imports/file-transfer';
import { openMemory } from '../../infra/memory/store';
import { tenant, titles, worldOf } from '../partner/standing-cache.case';

/** In milliseconds: what a question of another tenant may lose by a file. */
const longestDelay = 250;
/** The machine may be busy with something else; what holds the loop up by itself does so each time. */
const attempts = 3;

const boss = { id: 'boss', aadObjectId: 'boss', name: 'boss', mails: () => Promise.resolve([]) };
const request = {
  tenant,
  user: boss,
  locale: 'en',
  scope: 'personal',
  conversation: 'with boss',
  members: async () => [],
  now: Date.parse('2021-02-01T12:00:00Z'),
} as const;

/** The reply to a dropped file, pressed to be taken in where it can be, and the longest time for which nothing else could run. */
async function dropAndApply(bytes: Buffer) {
  const transfer = { canOffer: true, fetch: async () => ({ bytes }), put: async () => undefined };
  const services = { ...worldOf(openMemory()), transfer, now: () => request.now, deadline: 60_000 };
  const stopWatching = watchEventLoop();
  const dropped = await replyTo(
    { dropped: [{ name: 'Lifetime.csv', address: 'https://a.example' }] },
    request,
    services,
  );
  const applied = await pressIn(dropped, 'Apply', services);
  return { names: [dropped.name, ...(applied ? [applied.name] : [])], delay: stopWatching() };
}

/** The answer to a button once it is more than that it takes a moment; undefined where there is no such button. */
async function pressIn({ card }: Reply, title: string, services: AppServices): Promise<Reply | undefined> {
  const pressed = card.actions?.find((one) => one.title === title);
  const reply = pressed && (await replyTo({ pressed }, request, services));
  if (reply?.name !== 'import-running') return reply;
  await setTimeout(1_000);
  return pressIn(reply, 'Look again', services);
}

/** Returns a function that stops and returns the longest delay in milliseconds. */
function watchEventLoop(): () => number {
  let [last, longest] = [performance.now(), 0];
  const see = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  };
  const timer = setInterval(see, 1);
  return () => {
    clearInterval(timer);
    see();
    return longest;
  };
}

const trainings = 'TrainingTitle,TrainingCompletionDate,CorpEmail,MCPID,Email';
const rows = dropLimits.rows;

/** As many repetitions of a row as fit a file that a chat may bring. */
const full = (header: string, row: string) =>
  `${header}\n${row.repeat(Math.floor((largestDrop - header.length - 1) / Buffer.byteLength(row)))}`;
const each = (header: string, row: (index: number) => string) =>
  [header, ...Array.from({ length: rows }, (_, index) => row(index))].join('\n');

it.each([
  ['blank lines', () => full(trainings, '\n'), ['import-refused']],
  ['blank lines above the header', () => `${full('', '\r\n').slice(200)}${trainings}\n`, ['import-refused']],
  ['rows of a comma', () => full(trainings, ',\n'), ['import-refused']],
  ['rows of one letter', () => full(trainings, 'x\n'), ['import-refused']],
  [
    'a quotation mark that never closes, at the end',
    () => `${full(trainings, 'x\n').slice(0, -2)}"`,
    ['import-refused'],
  ],
  ['one header of commas', () => full('', ','), ['import-refused']],
  ['bytes of a legacy encoding', () => Buffer.alloc(largestDrop, Buffer.from([0xd6, 0xd0, 0x0a])), ['import-refused']],
  [
    'UTF-16',
    () => Buffer.from(`\ufeff${full(trainings, 'x\n').slice(0, largestDrop / 2 - 1)}`, 'utf16le'),
    ['import-refused'],
  ],
  ['lists within lists', () => `{ "name": ${'[\n'.repeat(200_000)}`, ['import-refused']],
  [
    'a person in each row',
    () => each(trainings, (index) => `${titles[0]},2018-01-01,p${index}@contoso.com,${1_000_000 + index},`),
    ['import-plan', 'import-applied'],
  ],
  [
    'titles that nearly are those of a programme',
    () => each(trainings, (index) => `${titles[0]} ${index},2018-01-01,p${index % 50}@contoso.com,,`),
    ['import-plan', 'import-applied'],
  ],
  [
    'personal addresses that many people share',
    () =>
      each(trainings, (index) => `${titles[0]},2018-01-01,p${index}@contoso.com,${index % 5},p${index % 7}@a.example`),
    ['import-plan', 'import-applied'],
  ],
  [
    'one name for all',
    () => each('Name,MCPID', (index) => `Ana Lee,${1_000_000 + index}`),
    ['import-plan', 'import-applied'],
  ],
  ['nobody to be known by', () => each('Name,MCPID', () => 'Ana,x'), ['import-plan']],
  ['figures that are none', () => each('Metric,Value,AsOf', (index) => `m${index},1,2020-01-01`), ['import-plan']],
])(
  '%s',
  async (_, made, names) => {
    const bytes = Buffer.from(made());
    expect(bytes.length).toBeLessThanOrEqual(largestDrop);

    let delay = Infinity;
    for (let attempt = 0; attempt < attempts && delay > longestDelay; attempt++) {
      const done = await dropAndApply(bytes);
      expect(done.names).toEqual(names);
      delay = Math.min(delay, done.delay);
    }

    expect(delay).toBeLessThanOrEqual(longestDelay);
  },
  120_000,
);
