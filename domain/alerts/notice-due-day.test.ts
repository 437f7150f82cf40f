/** Until which day there is time to do something about a notice, seen from today; nothing once it has passed. */
import fc from 'fast-check';
import { addDays } from '../basics/date';
import type { GraveRisk, NoticeReason } from './notice';
import { dueOf } from './notice-due-day';

const level = { competency: 'devops', level: 'gold' };
const lapses: GraveRisk = { code: 'lapses', ...level, on: '2018-08-01', causes: [] };
const lost: GraveRisk = { code: 'lost', ...level, on: '2018-03-01', causes: [] };
const granted: GraveRisk = { code: 'override', ...level, until: '2018-09-30', lasts: false };
const person = { person: 'ana', credential: '90-1' };
const runway: NoticeReason = { rule: 'runway', step: -30, anniversary: '2018-07-01', closes: '2018-07-31' };

const dated: readonly (readonly [string, NoticeReason, string])[] = [
  [
    'a renewal that is at risk: the renewal day',
    { rule: 'renewal-at-risk', level: 'silver', until: '2018-07-01', because: 'anniversary', risks: [lapses] },
    '2018-07-01',
  ],
  ['a certification: its last day', { rule: 'certification', ...person, until: '2018-07-15' }, '2018-07-15'],
  ['a level that lapses: the day on which it does', { rule: 'level-lapses', risk: lapses }, '2018-08-01'],
  ['a level that hangs on an override: the end of that', { rule: 'level-lapses', risk: granted }, '2018-09-30'],
  [
    'a level that is lost and still shown: as long as it is shown',
    { rule: 'level-lost', risk: { ...lost, shownUntil: '2018-12-31' } },
    '2018-12-31',
  ],
  [
    'a rule that changes: that day',
    { rule: 'requirement-change', competency: 'devops', on: '2018-10-01', levels: [] },
    '2018-10-01',
  ],
  [
    'a task: its due day',
    { rule: 'task', ...person, task: 't', occasion: 'asked', due: '2018-06-30', version: '1' },
    '2018-06-30',
  ],
  [
    'a task that does not move: its due day',
    { rule: 'task-help', ...person, why: 'unanswered', since: '2018-06-01', due: '2018-06-30' },
    '2018-06-30',
  ],
];

it.each(dated)('%s, and none after it', (_, reason, due) => {
  expect(dueOf({ reason }, '2018-06-01')).toBe(due);
  expect(dueOf({ reason }, due)).toBe(due);
  expect(dueOf({ reason }, addDays(due, 1))).toBeUndefined();
});

it.each([
  ['2018-06-01', '2018-07-01'],
  ['2018-07-01', '2018-07-01'],
  ['2018-07-02', '2018-07-31'],
  ['2018-07-31', '2018-07-31'],
  ['2018-08-01', undefined],
])('an anniversary on %s: %s, first the day itself and then the end of its window', (today, due) => {
  expect(dueOf({ reason: runway }, today)).toBe(due);
});

it.each<[string, NoticeReason]>([
  ['a level that is lost and not shown', { rule: 'level-lost', risk: lost }],
  ['somebody who counts', { rule: 'counts-now', person: 'ana', since: '2018-06-01', credentials: 1 }],
  ['somebody who has linked elsewhere', { rule: 'linked-elsewhere', person: 'ana', on: '2018-12-31' }],
  ['an import that is long ago', { rule: 'stale-data', importedOn: '2018-12-31', days: 35 }],
  ['figures that are outdated', { rule: 'figures-outdated', outdated: 1, missing: 0, oldest: '2018-12-31' }],
  [
    'somebody on the way on board',
    { rule: 'onboarding', person: 'ana', occasion: 'invited', state: 'invited', since: '2018-12-31' },
  ],
  ['somebody who needs help on it', { rule: 'onboarding-help', person: 'ana', why: 'stuck', since: '2018-12-31' }],
])('of %s no day is the last', (_, reason) => {
  expect(dueOf({ reason }, '2018-06-01')).toBeUndefined();
});

it('is never a day that has passed', () => {
  const reasons = [runway, ...dated.map(([, reason]) => reason)];
  fc.assert(
    fc.property(fc.constantFrom(...reasons), fc.integer({ min: 0, max: 400 }), (reason, days) => {
      const today = addDays('2018-01-01', days);

      expect((dueOf({ reason }, today) ?? today) >= today).toBe(true);
    }),
  );
});
