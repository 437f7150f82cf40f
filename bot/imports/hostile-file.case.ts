/** Files made to hold the bot up, dropped into a process of their own in which nothing else runs. */
import { setTimeout } from 'node:timers/promises';
import { largestDrop, dropLimits } from '../../domain/imports/drop-limits';
import { openMemory } from '../../infra/memory/store';
import type { AppServices } from '../context/app-services';
import type { Reply } from '../context/reply';
import { tenant, titles, worldOf } from '../partner/standing-cache.case';
import { replyTo } from '../turns/turn';

/**
 * What came of a file, and the most processor time for which nothing else could run meanwhile, as a multiple of what parsing
 * `yardstick` three times took beside it.
 */
export interface Endured {
  readonly names: readonly string[];
  readonly longest: number;
}

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

/** The replies to a dropped file, which is taken in where it can be. */
async function dropAndApply(bytes: Buffer): Promise<Endured> {
  const transfer = { canOffer: true, fetch: async () => ({ bytes }), accepts: () => true, put: async () => undefined };
  const services = { ...worldOf(openMemory()), transfer, now: () => request.now, deadline: 120_000 };
  const before = parsingTime();
  const stopWatching = watchEventLoop();
  const dropped = await replyTo(
    { dropped: [{ name: 'Lifetime.csv', address: 'https://a.example' }] },
    request,
    services,
  );
  const applied = await pressIn(dropped, 'Apply', services);
  const longest = stopWatching();
  return {
    names: [dropped.name, ...(applied ? [applied.name] : [])],
    longest: longest / Math.max(before, parsingTime()),
  };
}

/** The answer to a button once it is more than that it takes a moment; undefined where there is no such button. */
async function pressIn({ card }: Reply, title: string, services: AppServices): Promise<Reply | undefined> {
  const pressed = card.actions?.find((one) => one.title === title);
  const reply = pressed && (await replyTo({ pressed }, request, services));
  if (reply?.name !== 'import-running') return reply;
  await setTimeout(500);
  return pressIn(reply, 'Look again', services);
}

/** 5 MB of JSON, so that a stretch is compared with the machine that it runs on: parsing it three times takes about a tenth of a second. */
const yardstick = JSON.stringify(
  Array.from({ length: 100_000 }, (_, id) => ({ id, name: `person ${id}`, counts: [id] })),
);

/** In milliseconds of processor time. */
function parsingTime(): number {
  const before = process.cpuUsage();
  for (let time = 0; time < 3; time++) JSON.parse(yardstick);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/**
 * Returns a function that stops and returns the longest stretch in milliseconds. Processor time and not the clock, because the machine may be busy
 * with something else.
 */
function watchEventLoop(): () => number {
  let longest = 0;
  let last = process.cpuUsage();
  const see = () => {
    const { user, system } = process.cpuUsage(last);
    longest = Math.max(longest, (user + system) / 1_000);
    last = process.cpuUsage();
  };
  const timer = setInterval(see, 1);
  return () => {
    clearInterval(timer);
    see();
    return longest;
  };
}

const trainings = 'TrainingTitle,TrainingCompletionDate,CorpEmail,MCPID,Email';

/** As many repetitions of a row as fit a file that a chat may bring. */
const full = (header: string, row: string) =>
  `${header}\n${row.repeat(Math.floor((largestDrop - header.length - 1) / Buffer.byteLength(row)))}`;
const rows = (header: string, row: (index: number) => string) =>
  [header, ...Array.from({ length: dropLimits.rows }, (_, index) => row(index))].join('\n');

const hostileFiles: Readonly<Record<string, () => string | Buffer>> = {
  'blank lines': () => full(trainings, '\n'),
  'blank lines above the header': () => `${'\r\n'.repeat(2_000_000)}${trainings}\n`,
  'rows of a comma': () => full(trainings, ',\n'),
  'rows of one letter': () => full(trainings, 'x\n'),
  'a quotation mark that never closes': () => `${full(trainings, '\n').slice(0, 100_000)}"`,
  'one line of commas': () => full('', ','),
  'a legacy encoding': () => Buffer.alloc(largestDrop, Buffer.from([0xd6, 0xd0, 0x0a])),
  'UTF-16': () => Buffer.from(`\ufeff${trainings}\n${'x\n'.repeat(largestDrop / 4 - 100)}`, 'utf16le'),
  'lists within lists': () => `{ "name": ${'[\n'.repeat(100_000)}1${']\n'.repeat(100_000)} }`,
  'a person in each row': () =>
    rows(trainings, (index) => `${titles[0]},2018-01-01,p${index}@contoso.com,${1_000_000 + index},`),
  'titles that nearly are those of a programme': () =>
    rows(trainings, (index) => `${titles[0]} ${index},2018-01-01,p${index % 50}@contoso.com,,`),
  'signs that many people share': () =>
    rows(trainings, (index) => `${titles[0]},2018-01-01,p${index}@contoso.com,${index % 5},p${index % 7}@a.example`),
  'one name for all': () => rows('Name,MCPID', (index) => `Ana Lee,${1_000_000 + index}`),
  'no sign to know anybody by': () => rows('Name,MCPID', () => 'Ana,x'),
  'figures of no metric': () => rows('Metric,Value,AsOf', (index) => `m${index},1,2020-01-01`),
};

/**
 * Drops each file twice and prints what came of it at its best, because the first time the code is compiled too.
 *
 * @public Called by name in a process of its own.
 */
export async function endureAll(): Promise<void> {
  for (const [name, made] of Object.entries(hostileFiles)) {
    const bytes = Buffer.from(made());
    if (bytes.length > largestDrop) throw new Error(`${name} would not be fetched`);
    const first = await dropAndApply(bytes);
    const { names, longest } = await dropAndApply(bytes);
    console.log(JSON.stringify({ name, names, longest: Math.min(first.longest, longest) }));
  }
}
