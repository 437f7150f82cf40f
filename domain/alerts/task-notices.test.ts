/** What is told about tasks: on which day the person and the admins hear what, each once, and nothing changes between those days. */
import fc from 'fast-check';
import { addDays, daysBetween } from '../basics/date';
import { askedTask, type AssignedTask, type TaskState } from '../tasks/assigned-task';
import { knownOf, person } from './derive-notices.case';
import { nextNoticeDay } from './next-notice-day';
import { taskNotices } from './task-notices';

const at = Date.parse('2018-06-01T09:00:00Z');
const asked = askedTask(
  { person: 'ana', credential: '90-1', askedBy: 'boss', askedAt: at, due: '2018-09-01' },
  undefined,
)!;
const inState = (state: TaskState): AssignedTask => ({ ...asked, state });
const known = (task: AssignedTask) => knownOf([person('ana', [])], { tasks: [task] });
const told = (task: AssignedTask, today: string) =>
  taskNotices(known(task), today).map(({ key }) => key.replace('/ana/90-1/1', ''));

it.each<[TaskState, string, readonly string[]]>([
  [asked.state, '2018-06-01', ['task/asked/2018-06-01']],
  [asked.state, '2018-06-03', ['task/asked/2018-06-01']],
  [asked.state, '2018-06-04', ['task/unanswered/2018-06-04']],
  [asked.state, '2018-06-08', ['task/unanswered-again/2018-06-08', 'task-help/unanswered/2018-06-08']],
  [asked.state, '2018-09-02', ['task/overdue/2018-09-02', 'task-help/overdue/2018-09-02']],
  [{ is: 'accepted', at }, '2018-06-20', []],
  [{ is: 'accepted', at }, '2018-08-18', ['task/due-soon/2018-08-18']],
  [{ is: 'accepted', at }, '2018-09-02', ['task/overdue/2018-09-02', 'task-help/overdue/2018-09-02']],
  [{ is: 'declined', at, why: 'x' }, '2018-06-02', ['task-help/declined/2018-06-01']],
  [{ is: 'declined', at }, '2018-06-15', []],
  [{ is: 'booked', at, on: '2018-08-20' }, '2018-08-20', []],
  [{ is: 'booked', at, on: '2018-08-20' }, '2018-08-21', ['task/exam-over/2018-08-21']],
  [{ is: 'booked', at, on: '2018-10-01' }, '2018-06-02', ['task-help/booked-late/2018-06-01']],
  [{ is: 'reported', at }, '2018-06-14', []],
  [{ is: 'reported', at }, '2018-06-15', ['task-help/unconfirmed/2018-06-15']],
  [{ is: 'done', at }, '2018-06-02', ['task/done/2018-06-01']],
  [{ is: 'done', at }, '2018-06-15', []],
  [{ is: 'fallen', at, because: 'replanned' }, '2018-06-02', ['task/fallen/2018-06-01']],
  [{ is: 'fallen', at, because: 'replanned' }, '2018-06-15', []],
  [{ is: 'fallen', at, because: 'left' }, '2018-06-02', []],
])('%j on %s: %j', (state, today, keys) => {
  expect(told(inState(state), today)).toEqual(keys);
});

it('tells nothing of a person who is on record no more', () => {
  expect(taskNotices(knownOf([], { tasks: [asked] }), '2018-06-01')).toEqual([]);
});

const anyState = fc.oneof(
  fc.constantFrom<TaskState>(
    asked.state,
    { is: 'accepted', at },
    { is: 'declined', at },
    { is: 'reported', at },
    { is: 'done', at },
    { is: 'fallen', at, because: 'goal-met' },
  ),
  fc.integer({ min: 0, max: 200 }).map((days): TaskState => ({ is: 'booked', at, on: addDays('2018-06-01', days) })),
);

it('changes on no day but those that are looked at', () => {
  fc.assert(
    fc.property(anyState, fc.integer({ min: 0, max: 200 }), (state, after) => {
      const task = inState(state);
      const today = addDays('2018-06-01', after);
      const next = nextNoticeDay(known(task), today) ?? addDays(today, 30);
      for (let day = 1; day < Math.min(30, daysBetween(today, next)); day += 1)
        expect(told(task, addDays(today, day))).toEqual(told(task, today));
    }),
  );
});
