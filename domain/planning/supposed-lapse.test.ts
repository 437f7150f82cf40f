/** What a person holds today, and how it ends where a lapse is supposed. */
import { credential, earned, person } from '../fixture.case';
import type { CalendarDate } from '../basics/date';
import { heldThrough, heldToday, lapsedOn } from './supposed-lapse';

const credentials = [credential('exam'), credential('role', { validity: 'role-based' })];
const today = '2024-06-01';
const holder = (title: string, completedOn: CalendarDate, expiresOn?: CalendarDate) =>
  person('ana', [earned(title, { completedOn, ...(expiresOn && { expiresOn }) })]);

it.each([
  ['an exam, which does not lapse', holder('exam', '2015-01-01'), 'exam', {}],
  ['the last day that the file prints', holder('role', '2023-01-01', '2025-01-01'), 'role', { until: '2025-01-01' }],
  ['a last day counted from the completion', holder('role', '2023-09-01'), 'role', { until: '2024-09-01' }],
  ['the last day itself', holder('role', '2023-01-01', '2024-06-01'), 'role', { until: '2024-06-01' }],
  ['what has lapsed', holder('role', '2023-01-01', '2024-05-31'), 'role', undefined],
  ['what is completed tomorrow', holder('exam', '2024-06-02'), 'exam', undefined],
  ['another credential', holder('exam', '2015-01-01'), 'role', undefined],
])('tells how long it is held: %s', (_, someone, wanted, held) => {
  expect(heldToday(someone, wanted, { credentials, today })).toEqual(held);
});

it('goes by the longest of several rows', () => {
  const [early, late] = [holder('role', '2023-09-01'), holder('role', '2024-03-01')];
  const both = { ...early, achievements: [...late.achievements, ...early.achievements] };

  expect(heldToday(both, 'role', { credentials, today })).toEqual({ until: '2025-03-01' });
});

it('ends every row the day before, and leaves what ended earlier and other credentials', () => {
  const someone = person('ana', [
    earned('role', { completedOn: '2023-09-01' }),
    earned('role', { completedOn: '2020-01-01', expiresOn: '2022-01-01' }),
    earned('exam', { completedOn: '2020-01-01' }),
  ]);

  const ends = lapsedOn(someone, 'role', { credentials, day: '2024-06-01' }).achievements.map((one) => one.expiresOn);

  expect(ends).toEqual(['2024-05-31', '2022-01-01', undefined]);
});

it('holds through a day only what is held today', () => {
  const someone = person('ana', [
    earned('role', { completedOn: '2023-09-01' }),
    earned('role', { completedOn: '2020-01-01', expiresOn: '2022-01-01' }),
    earned('role', { completedOn: '2023-01-01', expiresOn: '2026-01-01' }),
  ]);

  const through = heldThrough(someone, 'role', { credentials, today, day: '2025-01-01' });

  expect(through.achievements.map((one) => one.expiresOn)).toEqual(['2025-01-01', '2022-01-01', '2026-01-01']);
});
