/** The sweep entry: claimed by one instance, due again at once where another calls meanwhile, and a claim lapses. */
import fc from 'fast-check';
import {
  callSweep,
  claimSweep,
  claimLapsesAfter,
  isDue,
  releaseSweep,
  mustNotice,
  callDelivery,
  sleepOf,
  type SweepEntry,
} from './sweep-entry';

const now = 1_000_000;
const entry: SweepEntry = { tenant: 't1', dueAt: now, calls: 1 };

it('is due from its moment on, unless somebody is at it', () => {
  const at = claimSweep(entry, 'me', now);

  expect([isDue(entry, now - 1), isDue(entry, now), isDue(at, now)]).toEqual([false, true, false]);
  expect(isDue(at, now + claimLapsesAfter)).toBe(true);
});

it('is due at once when somebody calls, for the first time too', () => {
  expect(callSweep(undefined, 't1')).toEqual({ tenant: 't1', dueAt: 0, calls: 1 });
  expect(callSweep({ ...entry, dueAt: now + 9 }, 't1')).toEqual({ ...entry, dueAt: 0, calls: 2 });
});

it('need not be looked at again where nothing but a notice has changed', () => {
  const noticed = { calls: 1, on: '2018-06-01' };

  expect(mustNotice(callDelivery({ ...entry, noticed }, 't1'), Date.parse('2018-06-01'))).toBe(false);
  expect(mustNotice(callDelivery({ ...entry, calls: 2, noticed }, 't1'), Date.parse('2018-06-01'))).toBe(true);
  expect(callDelivery(undefined, 't1')).toEqual({ tenant: 't1', dueAt: 0, calls: 1 });
});

it('is let go of until the next moment, or at once where somebody called meanwhile', () => {
  const begun = claimSweep(entry, 'me', now);
  const noticed = { calls: 1, on: '2018-06-01' };
  const next = now + 500;

  expect(releaseSweep(begun, { begun, noticed, next })).toEqual({ tenant: 't1', dueAt: next, calls: 1, noticed });
  expect(releaseSweep(callSweep(begun, 't1'), { begun, next })).toEqual({ tenant: 't1', dueAt: 0, calls: 2 });
  expect(releaseSweep(claimSweep(entry, 'another', now), { begun, next })).toBeUndefined();
  expect(releaseSweep(entry, { begun, next })).toBeUndefined();
});

it.each<[string, Partial<SweepEntry>, string, boolean]>([
  ['never noticed', {}, '2018-06-01', true],
  ['called since', { calls: 2, noticed: { calls: 1, on: '2018-06-01' } }, '2018-06-01', true],
  ['still holding', { noticed: { calls: 1, on: '2018-06-01', until: '2018-06-30' } }, '2018-06-30', false],
  ['over', { noticed: { calls: 1, on: '2018-06-01', until: '2018-06-30' } }, '2018-07-01', true],
  ['of a later day', { noticed: { calls: 1, on: '2018-06-02' } }, '2018-06-01', true],
  [
    'still holding for an hour',
    { noticed: { calls: 1, on: '2018-06-01', before: Date.parse('2018-06-01T13:00Z') } },
    '2018-06-01T12:00Z',
    false,
  ],
  [
    'over since this hour',
    { noticed: { calls: 1, on: '2018-06-01', before: Date.parse('2018-06-01T13:00Z') } },
    '2018-06-01T13:00Z',
    true,
  ],
  ['for ever', { noticed: { calls: 1, on: '2018-06-01' } }, '2030-01-01', false],
])('is looked at again where it is %s', (_, parts, today, expected) => {
  expect(mustNotice({ ...entry, ...parts }, Date.parse(today))).toBe(expected);
});

it('is due at no moment at which it sleeps', () => {
  const hour = 3_600_000;
  const moment = fc.integer({ min: 0, max: 2_000 }).map((hours) => Date.parse('2018-06-01T00:00Z') + hours * hour);
  const days = fc.integer({ min: 0, max: 80 }).map((days) => new Date(Date.parse('2018-06-01') + days * 24 * hour));
  const noticed = days.map((day) => ({ calls: 1, on: day.toISOString().slice(0, 10) }));
  fc.assert(
    fc.property(moment, moment, fc.option(noticed, { nil: undefined }), (dueAt, now, kept) => {
      const one: SweepEntry = { tenant: 't1', dueAt, calls: 1, ...(kept && { noticed: kept }) };
      const { from, until } = sleepOf(one);
      if (from <= now && now < until) expect(isDue(one, now)).toBe(false);
    }),
  );
});

describe('after the clock was put back', () => {
  const today = Date.parse('2018-06-01T09:00Z');
  const later = Date.parse('2018-06-04T11:00Z');
  const decided: SweepEntry = { tenant: 't1', dueAt: later + 1, calls: 1, noticed: { calls: 1, on: '2018-06-04' } };

  it.each<[string, SweepEntry, number, boolean]>([
    ['what was decided on a later day is due', decided, today, true],
    ['what was decided later today is not', decided, later - 3_600_000, false],
    ['what another clock decided a minute ahead is not', decided, Date.parse('2018-06-03T23:59Z'), false],
    ['a claim of that day is none', claimSweep({ ...decided, dueAt: 0 }, 'gone', later), today, true],
    [
      'a claim by a clock that is a minute fast is one',
      claimSweep({ ...entry, dueAt: 0 }, 'fast', today + 60_000),
      today,
      false,
    ],
  ])('%s', (_, kept, now, expected) => {
    expect(isDue(kept, now)).toBe(expected);
  });
});
