/** A history: a day for each change, read back as it was kept, bounded in age and size. */
import fc from 'fast-check';
import { addDays } from '../basics/date';
import { differenceSince, heldTrendOf, trendOf } from './standing-difference';
import {
  historyKeptDays,
  mostHistoryCharacters,
  pruned,
  snapshotsIn,
  withSnapshot,
  type StandingHistory,
} from './standing-history';
import { levelsIn, standingSnapshotOf, type GoalSnapshot, type StandingSnapshot } from './standing-snapshot';

const empty: StandingHistory = { tenant: 't', steps: [] };
const first = '2026-01-01';
const day = (
  on: string,
  goals: Readonly<Record<string, GoalSnapshot>>,
  more: Partial<StandingSnapshot> = {},
): StandingSnapshot => ({ on, programme: 'p', goals, people: 10, counting: 5, lapsed: 0, ...more });

const goal = fc.record(
  { level: fc.constantFrom('silver', 'gold'), progress: fc.nat(100), points: fc.nat(100) },
  { requiredKeys: ['progress'] },
);
const snapshots = fc
  .array(
    fc.record({ goals: fc.dictionary(fc.constantFrom('a', 'b', 'c'), goal), programme: fc.constantFrom('p', 'q') }),
    {
      maxLength: 12,
    },
  )
  .map((all) => all.map(({ goals, programme }, index) => day(addDays(first, index), goals, { programme })));

const kept = (all: readonly StandingSnapshot[]) => all.reduce(withSnapshot, empty);

it('gives back what was kept, without the days on which nothing changed', () => {
  fc.assert(
    fc.property(snapshots, (all) => {
      const read = snapshotsIn(kept(all));
      const expected = all.map((one) => read.findLast(({ on }) => on <= one.on));
      expect(expected.map((one, at) => one && { ...one, on: all[at]!.on })).toEqual(all);
    }),
  );
});

it('keeps one snapshot a day, the last, and none where the day ends as the one before', () => {
  const [one, other] = [day(first, { a: { progress: 10 } }), day('2026-01-02', { a: { progress: 20 } })];
  const both = kept([one, other]);

  expect(snapshotsIn(withSnapshot(both, { ...other, goals: { a: { progress: 30 } } }))).toEqual([
    one,
    { ...other, goals: { a: { progress: 30 } } },
  ]);
  expect(snapshotsIn(withSnapshot(both, { ...other, goals: one.goals }))).toEqual([one]);
  expect(withSnapshot(both, { ...other, on: '2026-01-09' })).toBe(both);
});

it('tells a day only as far as anything is known of it', () => {
  const goals = { a: { level: 'gold', progress: 100 } };
  const history = kept([day(first, goals, { validUntil: '2026-01-31' })]);
  const later = day('2026-03-05', { a: { progress: 50 } });

  expect(differenceSince(history, later, '2026-01-20')).toMatchObject({ since: '2026-01-20' });
  expect(differenceSince(history, later, '2026-02-10')).toMatchObject({ since: '2026-01-31' });
});

it.each([
  ['the day after it ended by time', '2026-02-01', [first]],
  ['a day later than that, with days between of which nothing is known', '2026-02-02', [first, '2026-02-02']],
])('of the same on %s', (_name, on, days) => {
  const goals = { a: { level: 'gold', progress: 100 } };
  const history = kept([day(first, goals, { validUntil: '2026-01-31' }), day(on, goals)]);

  expect(snapshotsIn(history).map((one) => one.on)).toEqual(days);
  expect(history.steps.at(-1)!.validUntil).toBeUndefined();
});

it('says only what differs from the day before', () => {
  const { steps } = kept([
    day(first, { a: { progress: 10 }, b: { progress: 50 } }),
    day('2026-01-02', { a: { progress: 10 }, b: { level: 'silver', progress: 60 } }),
  ]);

  expect(steps[1]).toEqual({ ...day('2026-01-02', { b: { level: 'silver', progress: 60 } }), programme: undefined });
});

it('drops the days to come of a clock that was put back', () => {
  const ahead = kept([day(first, { a: { progress: 1 } }), day('2026-03-01', { a: { progress: 2 } })]);

  expect(snapshotsIn(withSnapshot(ahead, day('2026-02-01', { a: { progress: 1 } }))).map(({ on }) => on)).toEqual([
    first,
  ]);
});

it('forgets what is older than it is kept for, and keeps the last day where nothing changed since', () => {
  const history = kept([day(first, { a: { progress: 1 } }), day('2026-02-01', { a: { progress: 2 } })]);

  expect(pruned(history, addDays(first, historyKeptDays))).toBe(history);
  expect(snapshotsIn(pruned(history, addDays(first, historyKeptDays + 1)))).toEqual([
    day('2026-02-01', { a: { progress: 2 } }),
  ]);
  expect(pruned(history, '2030-01-01').steps).toHaveLength(1);
});

it('takes at most 200,000 characters for a year in which 40 goals of 10,000 people change every day', () => {
  const goals = (index: number) =>
    Object.fromEntries(
      Array.from({ length: 40 }, (_, at) => [
        `a-goal-with-a-long-name-${at}`,
        { level: 'gold', progress: (index + at) % 100, points: ((index * at) % 1000) / 10 },
      ]),
    );
  const counts = { people: 10_000, counting: 9_000, lapsed: 1_000, import: '20260101T090000000Z-1' };
  let history = empty;
  let largest = 0;
  for (let index = 0; index < 366; index += 1) {
    history = withSnapshot(history, day(addDays(first, index), goals(index), counts));
    largest = Math.max(largest, JSON.stringify(history.steps).length);
  }

  expect(largest).toBeLessThanOrEqual(mostHistoryCharacters);
  expect(snapshotsIn(history).at(-1)).toEqual(day(addDays(first, 365), goals(365), counts));
});

it('holds a year in which three goals change every day', () => {
  const goals = (index: number) =>
    Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`goal-${at}`, { progress: at < 3 ? index % 100 : at }]));
  const year = Array.from({ length: 366 }, (_, index) => day(addDays(first, index), goals(index)));

  expect(kept(year).steps).toHaveLength(366);
});

const changing = kept([
  day(first, { a: { progress: 10 }, b: { level: 'gold', progress: 100 } }, { import: 'i1' }),
  day('2026-02-01', { a: { level: 'silver', progress: 20 }, b: { level: 'gold', progress: 100 } }, { import: 'i2' }),
  day('2026-03-01', { a: { level: 'silver', progress: 30 }, b: { progress: 80 } }, { import: 'i3', counting: 4 }),
]);
const now = day(
  '2026-03-05',
  { a: { level: 'silver', progress: 30 }, b: { progress: 80 } },
  { import: 'i3', counting: 4 },
);

it.each([
  ['2026-02-15', { since: '2026-02-15', imports: 1, goals: ['a', 'b'], cut: undefined }],
  ['2026-01-15', { since: '2026-01-15', imports: 2, goals: ['a', 'b'], cut: undefined }],
  ['2025-06-01', { since: first, imports: 2, goals: ['a', 'b'], cut: true }],
  ['2026-03-04', { since: '2026-03-04', imports: 0, goals: [], cut: undefined }],
])('since %s: %j', (since, expected) => {
  const found = differenceSince(changing, now, since)!;

  expect({
    since: found.since,
    imports: found.imports,
    goals: found.goals.map((one) => one.goal),
    cut: found.isCutShort,
  }).toEqual(expected);
});

it('compares nothing where no earlier day is kept, and no goals where others were followed', () => {
  expect(differenceSince(kept([now]), now, first)).toBeUndefined();
  expect(differenceSince(changing, { ...now, programme: 'q' }, '2026-02-15')).toMatchObject({
    isOtherProgramme: true,
    goals: [],
  });
  expect(trendOf(changing, { ...now, programme: 'q' })).toBeUndefined();
});

it('tells the trend of a month: what was held, and what differs', () => {
  expect(trendOf(changing, now)).toEqual({
    since: '2026-02-03',
    held: 2,
    goals: { a: { level: 'silver', progress: 20 }, b: { level: 'gold', progress: 100 } },
  });
});

it('takes the progress of the nearest way to a level above the one that is held', () => {
  const level = (name: string, met: boolean, progress: number) => ({ level: name, met, progress });
  const ground = {
    asOf: first,
    partner: { programme: 'p' },
    newestImport: { id: 'i1' },
    heads: { people: 3, counting: 2, lapsed: 1 },
    competencies: [
      { id: 'a', options: [{ levels: [level('silver', false, 0.999), level('gold', false, 0.2)] }] },
      { id: 'b', level: 'silver', options: [{ levels: [level('silver', false, 0.9), level('gold', false, 0.355)] }] },
      { id: 'c', level: 'gold', options: [{ levels: [level('silver', true, 1), level('gold', true, 1)] }] },
      {
        id: 'd',
        options: [
          { levels: [{ ...level('gold', false, 0.5), score: { points: { numerator: 103, denominator: 3 } } }] },
          { setAside: true as const, levels: [level('gold', false, 0.9)] },
        ],
      },
    ],
  };
  const taken = standingSnapshotOf(ground);

  expect(taken.goals).toEqual({
    a: { progress: 99 },
    b: { level: 'silver', progress: 35 },
    c: { level: 'gold', progress: 100 },
    d: { progress: 50, points: 34.3 },
  });
  expect(taken).toMatchObject({ on: first, import: 'i1', people: 3, counting: 2, lapsed: 1 });
  expect(levelsIn(taken)).toEqual({ silver: 1, gold: 1 });
});

it('tells the trend of a day after the newest that is kept', () => {
  const held = { level: 'silver', progress: 100 };
  const both = kept([day('2026-01-01', { a: held, b: held }), day('2026-01-20', { a: held, b: { progress: 40 } })]);

  expect(heldTrendOf(both, '2026-02-10')).toEqual({
    trend: { since: '2026-01-11', held: 2, goals: { b: held } },
    held: 1,
    of: 2,
  });
  expect(heldTrendOf({ steps: both.steps.slice(0, 1) }, '2026-01-01')).toBeUndefined();
  expect(heldTrendOf(empty, '2026-01-01')).toBeUndefined();
});
