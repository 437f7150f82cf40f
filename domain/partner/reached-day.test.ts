/** Of the days on which a score had its goal, each window keeps one for each competency: the first that was seen. */
import fc from 'fast-check';
import { keptDayIn, withReached, type ReachedDay } from './reached-day';

const day = (competency: string, on: string): ReachedDay => ({ competency, level: 'silver', on });
const window = { from: '2018-07-01', to: '2018-12-15' };
const kept = [
  day('azure', '2017-08-01'),
  day('azure', '2018-07-01'),
  day('azure', '2018-12-15'),
  day('azure', '2018-09-01'),
  day('azure', '2019-08-01'),
  day('security', '2018-06-30'),
  day('security', '2018-12-16'),
  day('work', '2018-08-01'),
];

it.each([
  ['the latest of several, in any order', 'azure', window, '2018-12-15'],
  ['the first day of the window', 'azure', { from: '2018-07-01', to: '2018-08-31' }, '2018-07-01'],
  ['the last day of the window', 'azure', { from: '2018-12-15', to: '2018-12-15' }, '2018-12-15'],
  ['none of the days around the window', 'security', window, undefined],
  ['none of another competency', 'work', { from: '2018-08-02', to: '2018-12-15' }, undefined],
  ['none of a competency that never had its goal', 'data', window, undefined],
])('the day of a window is %s', (_, competency, span, on) => {
  for (const days of [kept, [...kept].reverse()])
    expect(keptDayIn(days, competency, span)).toEqual(on === undefined ? undefined : day(competency, on));
});

it.each<[string, readonly ReachedDay[], readonly ReachedDay[], number]>([
  ['the first day of a competency', [], [day('azure', '2018-08-01')], 1],
  ['no second day of the same window', [day('azure', '2018-08-01')], [day('azure', '2018-08-02')], 0],
  ['a day beside one of an earlier window', [day('azure', '2017-08-01')], [day('azure', '2018-08-01')], 1],
  ['each competency by itself', [day('azure', '2018-08-01')], [day('work', '2018-08-01')], 1],
  ['two competencies of one day', [], [day('azure', '2018-08-01'), day('work', '2018-08-01')], 2],
  ['one of two levels of a competency', [], [day('azure', '2018-08-01'), day('azure', '2018-08-01')], 1],
  ['nothing where nothing was seen', [day('azure', '2018-08-01')], [], 0],
])('keeps %s', (_, before, seen, added) => {
  expect(withReached(before, seen, window)).toEqual([...before, ...seen.slice(0, added)]);
});

it('forgets no day, and seeing the same again adds nothing', () => {
  const days = fc.array(
    fc.record({
      competency: fc.constantFrom('azure', 'work'),
      level: fc.constant('silver'),
      on: fc.constantFrom('2017-08-01', '2018-06-30', '2018-07-01', '2018-09-01', '2018-12-15'),
    }),
    { maxLength: 5 },
  );
  const inWindow = days.map((some) => some.filter(({ on }) => on >= window.from));

  fc.assert(
    fc.property(days, inWindow, (before, seen) => {
      const after = withReached(before, seen, window);

      expect(after.slice(0, before.length)).toEqual(before);
      expect(withReached(after, seen, window)).toEqual(after);
      for (const { competency } of seen) expect(keptDayIn(after, competency, window)).toBeDefined();
    }),
  );
});
