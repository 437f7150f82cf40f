/** What people open of an export: read by readers of other authors, with what stands in the store, in each language. */
import { read, utils } from '@e965/xlsx';
import type ICALModule from 'ical.js' with { 'resolution-mode': 'import' };
import { earned, person } from '../../domain/alerts/derive-notices.case';
import { locales, type Locale } from '../../domain/basics/locale';
import type { ExportedName } from '../../domain/imports/exported-file';
import { actOnTask, askedTask } from '../../domain/tasks/assigned-task';
import { exporterOf } from './exporter';
import { create, friday, lapsing, openAtRisk, tenant, type AtRisk } from '../alerts/at-risk.case';

/* eslint-disable-next-line @typescript-eslint/no-require-imports -- The types of the package name only its ES module. */
const ICAL = require('ical.js') as typeof ICALModule;

const goal = { competency: 'first', level: 'silver', by: '2019-02-14' };
const request = { credential: 'q', goal, askedBy: 'boss', askedAt: friday, due: '2018-10-01' };

/** Ana's certification lapses before the renewal; Bo was asked, and Cy has booked; Cy's name looks like a formula. */
async function openWorld(): Promise<AtRisk> {
  const world = await openAtRisk();
  await world.put([lapsing, person('bo', []), person('cy', [earned('p')], { name: '=1+1', leftOn: '2030-01-01' })]);
  const asked = ['bo', 'cy'].map((id) => askedTask({ person: id, ...request }, undefined)!);
  const booked = actOnTask(asked[1]!, { do: 'book', on: '2018-08-20' }, friday)!;
  await world.store.tasks.write(tenant, [create(asked[0]!), create(booked)]);
  return world;
}

async function bytesOf({ services }: AtRisk, about: ExportedName, locale: Locale = 'en'): Promise<Buffer> {
  const pieces: Buffer[] = [];
  const file = exporterOf(services)(tenant, locale).find((one) => one.about === about)!;
  for await (const piece of file.content()) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

async function sheetsOf(world: AtRisk, locale?: Locale): Promise<readonly (readonly unknown[])[][]> {
  const book = read(await bytesOf(world, 'workbook', locale), { cellDates: true, UTC: true });
  return book.SheetNames.map((name) => utils.sheet_to_json<unknown[]>(book.Sheets[name]!, { header: 1, UTC: true }));
}

const day = (on: string) => new Date(`${on}T00:00:00Z`);

it('writes people, standing and tasks as a workbook', async () => {
  const [people, standing, tasks] = await sheetsOf(await openWorld());

  expect(people!.map((row) => row[0])).toEqual(['Person', '=1+1', 'ana', 'bo']);
  const ana = people!.find(([name]) => name === 'ana')!;
  expect([ana[2], ana[4], ana[5]]).toEqual(['first', 'p', day('2018-12-31')]);
  expect(standing!.slice(1)).toEqual([
    ['first', 'Gold', 1],
    ['second', undefined, 0],
  ]);
  expect(tasks!.slice(1)).toEqual([
    ['bo', 'q', 'first Silver', 'Asked', day('2018-10-01'), undefined, day('2018-06-15')],
    ['=1+1', 'q', 'first Silver', 'Booked', day('2018-10-01'), day('2018-08-20'), day('2018-06-15')],
  ]);
});

it('writes what exams cost, and which exam of an open task has no fee', async () => {
  const world = await openWorld();
  const { partners } = world.store;
  const { value, version } = (await partners.get(tenant, tenant))!;
  const entered = { enteredOn: '2018-06-01', source: 'by-hand c1' };
  const costs = [
    { vouchers: 3, ...entered },
    { credential: 'p', fee: { units: 16550, currency: 'USD' }, vouchers: 2, ...entered },
  ];
  await partners.write(tenant, [{ kind: 'replace', value: { ...value, costs }, version }]);
  const sheet = (await sheetsOf(world))[3]!;

  expect(sheet).toEqual([
    ['Exam', 'Fee', 'Currency', 'Vouchers left', 'Open tasks', 'Entered on'],
    ['any exam', undefined, undefined, 3, undefined, day('2018-06-01')],
    ['p', 165.5, 'USD', 2, 0, day('2018-06-01')],
    ['q', undefined, undefined, undefined, 2],
  ]);
});

it.each(locales)('has a title above every column in %s', async (locale) => {
  for (const [header] of await sheetsOf(await openWorld(), locale)) {
    expect(header!.every((title) => typeof title === 'string' && title !== '')).toBe(true);
    expect(new Set(header).size).toBe(header!.length);
  }
});

it('writes the deadlines, the certifications that risks name, and the booked exams as a calendar', async () => {
  const world = await openAtRisk();
  await world.put([lapsing, person('cy', [])]);
  const booked = actOnTask(
    askedTask({ person: 'cy', ...request }, undefined)!,
    { do: 'book', on: '2018-08-20' },
    friday,
  );
  await world.store.tasks.write(tenant, [create(booked!)]);

  const parsed = new ICAL.Component(ICAL.parse((await bytesOf(world, 'calendar')).toString('utf8')));
  const events = parsed.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));

  expect(events.map(({ startDate, summary }) => `${startDate.toString()} ${summary}`)).toEqual([
    '2018-08-20 cy: exam q',
    '2018-12-31 ana: p ends',
    '2019-01-30 Last safe day to pass an exam',
    '2019-02-14 Anniversary: the requirements are checked',
    '2019-03-16 Last day to renew; the benefits end',
  ]);
  expect(events[1]!.description).toBe('Valid until 31 Dec 2018. At risk: first Silver.');
  expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
});
