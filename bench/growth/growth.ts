/** The program of `bench/growth`, told how large and how often to measure: it sends what it found. */
import { answerIn, tenant, worldOf } from '../../bot/partner/standing-cache.case';
import type { AppServices } from '../../bot/context/app-services';
import type { Versioned } from '../../domain/basics/repository';
import { judgeStanding } from '../../domain/membership/cached-standing';
import { emptyPartner } from '../../domain/partner/partner';
import type { Person } from '../../domain/partner/person';
import { builtInProgramme } from '../../infra/catalogue/load';
import { openMemory } from '../../infra/memory/store';
import { peopleOf } from '../company';
import { type Figure, spreadOf } from '../figure';

const part = 'growth';
const programme = builtInProgramme('competencies');
const now = Date.parse('2018-06-01T12:00:00Z');
const membership = { level: 'silver', boughtOn: '2018-02-14', renewedOn: [] };
const partner = { ...emptyPartner(tenant, programme.id), membership };
const figures = programme.metrics.map(({ id }) => ({ metric: id, value: 1e7, asOf: '2018-05-01', source: 'import-1' }));

interface Sample {
  readonly parsed: number;
  readonly judged: number;
}

/** Milliseconds for reading the rows and for working out the standing from what was read. */
function sampleOf(rows: readonly string[]): Sample {
  const began = performance.now();
  const people = rows.map((row) => JSON.parse(row) as Person);
  const read = performance.now();
  judgeStanding({ programme, partner, known: { people, figures }, asOf: '2018-06-01', release: 'bench' });
  return { parsed: read - began, judged: performance.now() - read };
}

function recomputeFigures(size: number, rounds: number): readonly Figure[] {
  const whole = peopleOf(size).map((person) => JSON.stringify(person));
  const half = whole.slice(0, size / 2);
  sampleOf(half);
  const samples = Array.from({ length: rounds }, () => ({ whole: sampleOf(whole), half: sampleOf(half) }));
  const people = `${size.toLocaleString('en')} people`;
  return [
    {
      part,
      what: `a standing worked out ÷ JSON.parse of its rows, ${people}`,
      ...spreadOf(samples.map((one) => one.whole.judged / one.whole.parsed)),
      goal: { atMost: 1 },
    },
    {
      part,
      what: `… ÷ twice that of half as many`,
      ...spreadOf(samples.map((one) => one.whole.judged / one.half.judged / 2)),
      goal: { atMost: 1.2 },
    },
  ];
}

/** A store that has these people at hand, each time as new values, and forgets the standing. */
async function worldWith(people: readonly Person[]): Promise<AppServices> {
  const store = openMemory();
  async function* list(): AsyncGenerator<Versioned<Person>> {
    for (const person of people) yield { value: { ...person }, version: '1' };
  }
  await store.partners.write(tenant, [{ kind: 'create', value: partner }]);
  await store.figures.write(
    tenant,
    figures.map((value) => ({ kind: 'create', value })),
  );
  const forgetful = {
    ...store,
    people: { ...store.people, list },
    standings: { ...store.standings, get: async () => undefined, write: async () => [] },
  };
  return worldOf(forgetful, { programmes: new Map([[programme.id, programme]]), now: () => now });
}

/** What the issue asks to be answered within half a second, the facts being read. */
const questions = ['progress', 'expiring', 'plan', 'plan devops gold', 'devops', 'why devops gold', 'people', 'risk'];
const allowedMs = 500;

async function questionFigures(size: number, rounds: number): Promise<readonly Figure[]> {
  await timesOf(await worldWith(peopleOf(100)), 1);
  const times = await timesOf(await worldWith(peopleOf(size)), rounds);
  const people = `${size.toLocaleString('en')} people`;
  // What reading costs grows with the people, so a smaller company is allowed a smaller share.
  const allowed = (allowedMs * size) / 100_000;
  return [...times].map(([said, each]) => ({
    part,
    what: `\`${said}\`, ${people} ÷ ${allowed / 1000} s`,
    ...spreadOf(each.map((ms) => ms / allowed)),
    goal: { atMost: 1 },
  }));
}

async function timesOf(services: AppServices, rounds: number): Promise<ReadonlyMap<string, readonly number[]>> {
  const times = new Map<string, number[]>(questions.map((said) => [said, []]));
  for (let round = 0; round < rounds; round += 1)
    for (const said of questions) {
      const began = performance.now();
      await answerIn(services, said);
      times.get(said)!.push(performance.now() - began);
    }
  return times;
}

async function main([size, rounds]: readonly number[]): Promise<void> {
  const found = [...recomputeFigures(size!, rounds!), ...(await questionFigures(size!, rounds!))];
  process.send!(found, () => process.exit(0));
}

void main(process.argv.slice(2).map(Number));
