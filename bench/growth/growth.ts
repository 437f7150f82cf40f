/** The program of `bench/growth`, told how large and how often to measure: it sends what it found. */
import { answerIn, tenant, worldOf } from '../../bot/partner/standing-cache.case';
import { recognizeQuestion, vocabularyFor } from '../../bot/intents/grammar';
import { understand } from '../../bot/intents/decision';
import type { AppServices } from '../../bot/context/app-services';
import type { Versioned } from '../../domain/basics/repository';
import { judgeStanding } from '../../domain/membership/cached-standing';
import { emptyPartner } from '../../domain/partner/partner';
import type { Person } from '../../domain/partner/people/person';
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

/** So many people are meant by the goals; of fewer, what does not grow with them weighs more. */
const goalSize = 100_000;

/** The goal of a figure of so many people, or the bound that stands for it at a smaller scale. */
function goalFor(size: number, goal: number | undefined, bound: number): Pick<Figure, 'goal' | 'bound'> {
  if (size < goalSize) return { bound: { atMost: bound } };
  return goal === undefined ? {} : { goal: { atMost: goal } };
}

/** As many kinds of people as a large company has: who hold the same certifications, earned on days of their own. */
const usualKinds = 2_000;

function recomputeFigures(size: number, rounds: number): readonly Figure[] {
  const whole = peopleOf(size, usualKinds).map((person) => JSON.stringify(person));
  const half = whole.slice(0, size / 2);
  sampleOf(half);
  const samples = Array.from({ length: rounds }, () => ({ whole: sampleOf(whole), half: sampleOf(half) }));
  const different = sampleOf(peopleOf(size).map((person) => JSON.stringify(person)));
  const people = `${size.toLocaleString('en')} people`;
  return [
    {
      part,
      what: `a standing worked out ÷ JSON.parse of its rows, ${people}`,
      ...spreadOf(samples.map((one) => one.whole.judged / one.whole.parsed)),
      ...goalFor(size, 1, 4.5),
    },
    { part, what: '… where each person holds something else', value: different.judged / different.parsed },
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

interface Asked {
  readonly said: string;
  /** Seconds at {@link goalSize}. */
  readonly goal?: number;
  /** Divided by reading the JSON of the same rows, at a tenth of {@link goalSize}. */
  readonly bound: number;
}

const questions: readonly Asked[] = [
  { said: 'progress', bound: 6 },
  { said: 'expiring', goal: 0.5, bound: 12 },
  { said: 'plan', goal: 0.5, bound: 9 },
  { said: 'plan devops gold', goal: 0.5, bound: 9 },
  { said: 'devops', goal: 0.5, bound: 6 },
  { said: 'why devops gold', bound: 10 },
  { said: 'people', bound: 5 },
  { said: 'risk', bound: 7 },
];

interface Answered {
  readonly ms: number;
  /** Milliseconds for reading the JSON of the rows, just before. */
  readonly parsed: number;
}

/** Divided by the seconds of the goal where the size is that of the goal, else by reading the JSON of the same rows. */
async function questionFigures(size: number, rounds: number): Promise<readonly Figure[]> {
  const people = peopleOf(size, usualKinds);
  const rows = people.map((person) => JSON.stringify(person));
  await answersOf(await worldWith(peopleOf(100)), rows.slice(0, 100), 1);
  const answers = await answersOf(await worldWith(people), rows, rounds);
  return questions.flatMap(({ said, goal, bound }): readonly Figure[] => {
    const about = `\`${said}\`, nothing kept, ${size.toLocaleString('en')} people`;
    const each = answers.get(said)!;
    const parsed = spreadOf(each.map((one) => one.ms / one.parsed));
    const told: Figure = {
      part,
      what: `${about} ÷ JSON.parse of their rows`,
      ...parsed,
      ...goalFor(size, goal === undefined ? 1 : undefined, bound),
    };
    if (size < goalSize || goal === undefined) return [told];
    const inTime = spreadOf(each.map(({ ms }) => ms / 1000 / goal));
    return [{ part, what: `${about} ÷ ${goal} s`, ...inTime, goal: { atMost: 1 } }, told];
  });
}

/** What no grammar reads, in two scripts: every word of it may be a name. */
const sentences = [
  { locale: 'ru-RU', said: 'Подскажи пожалуйста, сколько Ивановой Марине ещё осталось до следующей ступеньки' },
  { locale: 'en', said: 'Would you mind telling me whether Marina Ivanova still has anything to do with our level' },
] as const;

/** Names as people have them: parts recur. */
function nameAt(index: number): string {
  const syllables = ['ma', 'ri', 'no', 'va', 'ke', 'lo', 'su', 'te', 'do', 'pi'];
  const word = (number: number) => [...String(number)].map((digit) => syllables[Number(digit)]).join('');
  return [word(100 + (index % 300)), word(1_000 + ((index * 7_919) % 4_000))]
    .map((part) => `${part[0]!.toUpperCase()}${part.slice(1)}`)
    .join(' ');
}

/** Of sentences that the grammar does not read: how long they take over so many people who were just read from the store. */
function sentenceFigures(size: number, rounds: number): readonly Figure[] {
  const rows = peopleOf(size, usualKinds).map((person, index) => JSON.stringify({ ...person, name: nameAt(index) }));
  const vocabulary = vocabularyFor(programme);
  return sentences.map(({ locale, said }): Figure => {
    const ratios = Array.from({ length: rounds + 1 }, () => {
      const began = performance.now();
      const people = rows.map((row) => JSON.parse(row) as Person);
      const read = performance.now();
      const context = { vocabulary, locale, today: '2018-06-01', people };
      understand(said, context, recognizeQuestion(said, context));
      return (performance.now() - read) / (read - began);
    });
    const what = `a sentence in free words (${locale}) understood ÷ JSON.parse, ${size.toLocaleString('en')} people`;
    return { part, what, ...spreadOf(ratios.slice(1)), ...goalFor(size, 1, 3) };
  });
}

async function answersOf(
  services: AppServices,
  rows: readonly string[],
  rounds: number,
): Promise<ReadonlyMap<string, readonly Answered[]>> {
  const answers = new Map<string, Answered[]>(questions.map(({ said }) => [said, []]));
  for (let round = 0; round < rounds; round += 1)
    for (const { said } of questions) {
      const began = performance.now();
      for (const row of rows) JSON.parse(row);
      const asked = performance.now();
      await answerIn(services, said);
      answers.get(said)!.push({ ms: performance.now() - asked, parsed: asked - began });
    }
  return answers;
}

async function main([size, rounds]: readonly number[]): Promise<void> {
  const found = [
    ...recomputeFigures(size!, rounds!),
    ...(await questionFigures(size!, rounds!)),
    ...sentenceFigures(size!, rounds!),
  ];
  process.send!(found, () => process.exit(0));
}

void main(process.argv.slice(2).map(Number));
