/** Task reminders: what the person and the admins hear on which day, and that nothing changes between the days that are named. */
import fc from 'fast-check';
import { addDays } from '../basics/date';
import { askedTask, type AssignedTask, type TaskState } from './assigned-task';
import { taskDaysOf, taskHelpOf, taskOccasionOf } from './task-reminder';

const zone = { timeZone: 'UTC' };
const at = Date.parse('2026-12-01T09:00:00Z');
const due = '2027-01-17';
const asked = askedTask({ person: 'p1', credential: 'az-104', askedBy: 'boss', askedAt: at, due }, undefined)!;
const inState = (state: TaskState): AssignedTask => ({ ...asked, state });

const accepted = inState({ is: 'accepted', at });
const declined = inState({ is: 'declined', at });
const booked = inState({ is: 'booked', at, on: '2027-01-12' });
const late = inState({ is: 'booked', at, on: '2027-01-20' });
const reported = inState({ is: 'reported', at });
const fallen = inState({ is: 'fallen', at, because: 'replanned' });
const gone = inState({ is: 'fallen', at, because: 'left' });
const done = inState({ is: 'done', at });
const urgent: AssignedTask = { ...asked, due: '2026-12-05' };

it.each<[string, AssignedTask, string, [string, string] | undefined]>([
  ['asked', asked, '2026-12-01', ['asked', '2026-12-01']],
  ['asked', asked, '2026-12-03', ['asked', '2026-12-01']],
  ['asked', asked, '2026-12-04', ['unanswered', '2026-12-04']],
  ['asked', asked, '2026-12-07', ['unanswered', '2026-12-04']],
  ['asked', asked, '2026-12-08', ['unanswered-again', '2026-12-08']],
  ['asked', asked, '2027-01-17', ['unanswered-again', '2026-12-08']],
  ['asked', asked, '2027-01-18', ['overdue', '2027-01-18']],
  ['asked, with few days', urgent, '2026-12-06', ['overdue', '2026-12-06']],
  ['asked, with few days', urgent, '2026-12-08', ['unanswered-again', '2026-12-08']],
  ['asked before the due day was over', { ...asked, due: '2026-11-20' }, '2026-12-02', ['asked', '2026-12-01']],
  ['accepted', accepted, '2027-01-02', undefined],
  ['accepted', accepted, '2027-01-03', ['due-soon', '2027-01-03']],
  ['accepted', accepted, '2027-01-18', ['overdue', '2027-01-18']],
  ['accepted within the last days', { ...accepted, due: '2026-12-10' }, '2026-12-10', undefined],
  ['booked', booked, '2027-01-12', undefined],
  ['booked', booked, '2027-01-13', ['exam-over', '2027-01-13']],
  ['fallen', fallen, '2026-12-14', ['fallen', '2026-12-01']],
  ['fallen', fallen, '2026-12-15', undefined],
  ['fallen, because the person left', gone, '2026-12-01', undefined],
  ['declined', declined, '2027-03-01', undefined],
  ['reported', reported, '2027-03-01', undefined],
  ['done', done, '2026-12-14', ['done', '2026-12-01']],
  ['done', done, '2026-12-15', undefined],
])('tells the person of a task that is %s (%j) on %s', (_state, task, today, expected) => {
  const told = taskOccasionOf({ task, zone, today });

  expect(told && [told.why, told.since]).toEqual(expected);
});

it.each<[string, AssignedTask, string, [string, string] | undefined]>([
  ['asked', asked, '2026-12-07', undefined],
  ['asked', asked, '2026-12-08', ['unanswered', '2026-12-08']],
  ['asked', asked, '2027-01-18', ['overdue', '2027-01-18']],
  ['asked, with few days', urgent, '2026-12-07', ['overdue', '2026-12-06']],
  ['asked, with few days', urgent, '2026-12-08', ['unanswered', '2026-12-08']],
  ['accepted', accepted, '2027-01-17', undefined],
  ['accepted', accepted, '2027-01-18', ['overdue', '2027-01-18']],
  ['declined', declined, '2026-12-01', ['declined', '2026-12-01']],
  ['declined', declined, '2026-12-14', ['declined', '2026-12-01']],
  ['declined', declined, '2026-12-15', undefined],
  ['booked', booked, '2027-01-17', undefined],
  ['booked', booked, '2027-01-18', ['overdue', '2027-01-18']],
  ['booked for the due day', inState({ is: 'booked', at, on: due }), '2026-12-01', undefined],
  ['booked too late', late, '2026-12-01', ['booked-late', '2026-12-01']],
  ['booked too late', late, '2027-01-18', ['booked-late', '2026-12-01']],
  ['reported', reported, '2026-12-14', undefined],
  ['reported', reported, '2026-12-15', ['unconfirmed', '2026-12-15']],
  ['fallen', fallen, '2026-12-01', undefined],
  ['done', done, '2026-12-01', undefined],
])('tells the admins of a task that is %s (%j) on %s', (_state, task, today, expected) => {
  const told = taskHelpOf({ task, zone, today });

  expect(told && [told.why, told.since]).toEqual(expected);
});

it('begins a day by the clock of the partner', () => {
  const task = { ...asked, state: { is: 'asked', at: Date.parse('2026-12-01T22:00:00Z') } } as const;

  expect(taskOccasionOf({ task, zone: { timeZone: 'Asia/Shanghai' }, today: '2026-12-02' })?.since).toBe('2026-12-02');
});

const tasks = [asked, urgent, accepted, declined, booked, late, reported, fallen, gone, done];

it('changes what is told on the days that it names, and on no other', () => {
  fc.assert(
    fc.property(fc.constantFrom(...tasks), fc.integer({ min: 0, max: 90 }), (task, days) => {
      const [before, today] = [addDays('2026-12-01', days), addDays('2026-12-01', days + 1)];
      const told = (day: string) => [
        taskOccasionOf({ task, zone, today: day }),
        taskHelpOf({ task, zone, today: day }),
      ];
      if (!taskDaysOf(task, zone).includes(today)) expect(told(today)).toEqual(told(before));
    }),
    { numRuns: 1_000 },
  );
});

it.each<[AssignedTask, readonly string[]]>([
  [asked, ['2026-12-01', '2026-12-04', '2026-12-08', '2026-12-08', '2027-01-18', '2027-01-18']],
  [declined, ['2026-12-01', '2026-12-15']],
  [fallen, ['2026-12-01', '2026-12-15']],
  [booked, ['2027-01-13', '2027-01-18']],
  [done, ['2026-12-01', '2026-12-15']],
  [reported, ['2026-12-15']],
])('names the days of %j', (task, days) => {
  expect([...taskDaysOf(task, zone)].sort()).toEqual(days);
});
