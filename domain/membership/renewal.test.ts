/** The dates of a renewal, with the examples that the programme's pages print. */
import { standardPolicies } from '../programme/policy';
import { renewalOf } from './renewal';

const silver = (boughtOn: string, ...renewedOn: string[]) => ({ level: 'silver', boughtOn, renewedOn });

it.each([
  ['2018-09-01', '2019-09-01', '2019-09-02', '2019-10-01'],
  ['2020-09-01', '2021-09-01', '2021-09-02', '2021-10-01'],
  ['2017-10-15', '2018-10-15', '2018-10-16', '2018-11-14'],
  ['2020-02-29', '2021-02-28', '2021-03-01', '2021-03-30'],
  ['2019-03-01', '2020-02-29', '2020-03-01', '2020-03-30'],
])('bought on %s: ends on %s, window %s to %s', (boughtOn, anniversary, windowOpens, windowCloses) => {
  expect(renewalOf(silver(boughtOn), standardPolicies, boughtOn)).toMatchObject({
    anniversary,
    windowOpens,
    windowCloses,
  });
});

it.each([
  ['2018-02-14', 'running'],
  ['2019-02-14', 'running'],
  ['2019-02-15', 'window'],
  ['2019-03-16', 'window'],
  ['2019-03-17', 'lapsed'],
])('on %s a membership of 2018-02-14 is %s', (today, phase) => {
  expect(renewalOf(silver('2018-02-14'), standardPolicies, today).phase).toBe(phase);
});

it('counts the days of checks, reminders and exams', () => {
  expect(renewalOf(silver('2018-02-14'), standardPolicies, '2018-06-01')).toEqual({
    anniversary: '2019-02-14',
    checks: [
      { on: '2018-08-18', daysBefore: 180 },
      { on: '2018-11-16', daysBefore: 90 },
      { on: '2018-12-16', daysBefore: 60 },
      { on: '2019-01-15', daysBefore: 30 },
      { on: '2019-01-30', daysBefore: 15 },
    ],
    windowOpens: '2019-02-15',
    secondReminder: '2019-03-09',
    windowCloses: '2019-03-16',
    phase: 'running',
    nextAnniversary: '2020-02-14',
    lastSafeExam: '2019-01-30',
  });
});

it('moves on when renewed: from the anniversary, or from the renewal', () => {
  const renewed = silver('2018-02-14', '2019-03-01');
  const anniversary = (policies: Partial<typeof standardPolicies>, today: string) =>
    renewalOf(renewed, { ...standardPolicies, ...policies }, today).anniversary;

  expect(anniversary({}, '2019-02-28')).toBe('2019-02-14');
  expect(anniversary({}, '2019-03-01')).toBe('2020-02-14');
  expect(anniversary({ nextAnniversaryRule: 'renewal' }, '2019-03-01')).toBe('2020-02-29');
});

it('opens the window on the anniversary where the policy says so', () => {
  const renewal = renewalOf(silver('2018-02-14'), { ...standardPolicies, renewalWindow: 'anniversary' }, '2019-02-14');

  expect(renewal).toMatchObject({ windowOpens: '2019-02-14', phase: 'window' });
});
