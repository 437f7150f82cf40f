/** What is told about tasks: on which day the person and the admins hear what, each once, and nothing changes between those days. */
import fc from 'fast-check';
import { addDays, daysBetween } from '../basics/date';
import { askedTask, taskVersionOf, type AssignedTask, type TaskState } from '../tasks/assigned-task';
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

it('tells nothing where nobody was asked for anything', () => {
  expect(taskNotices(knownOf([person('ana', [])]), '2018-06-01')).toEqual([]);
  expect(taskNotices(knownOf([person('ana', [])], { tasks: [] }), '2018-06-01')).toEqual([]);
});

it('tells each person of the own tasks, in the order of the tasks', () => {
  const tasks = ['bo', 'ana', 'gone'].map((id) => ({ ...asked, id, person: id }));
  const found = taskNotices(knownOf([person('ana', []), person('bo', [])], { tasks }), '2018-06-01');

  expect(found.map(({ audience }) => audience)).toEqual([
    { person: 'bo', account: 'aad-bo' },
    { person: 'ana', account: 'aad-ana' },
  ]);
});

it('tells the person what the card needs: the task, its day, and what the person last said of it', () => {
  const booked = inState({ is: 'booked', at, on: '2018-08-20' });

  expect(taskNotices(known(booked), '2018-08-21')).toEqual([
    {
      key: 'task/ana/90-1/1/exam-over/2018-08-21',
      severity: 'note',
      audience: { person: 'ana', account: 'aad-ana' },
      reason: {
        rule: 'task',
        person: 'ana',
        task: asked.id,
        credential: '90-1',
        occasion: 'exam-over',
        due: '2018-09-01',
        version: taskVersionOf(booked),
      },
    },
  ]);
});

const help = { rule: 'task-help', person: 'ana', credential: '90-1', due: '2018-09-01' };

it.each<[string, Partial<AssignedTask>, string, object]>([
  [
    'what a person typed who declined',
    { state: { is: 'declined', at, why: 'no time' } },
    '2018-06-02',
    { why: 'declined', since: '2018-06-01', said: 'no time' },
  ],
  [
    'nothing where nothing was typed',
    { state: { is: 'declined', at } },
    '2018-06-02',
    { why: 'declined', since: '2018-06-01' },
  ],
  [
    'for which level it is',
    { state: { is: 'reported', at }, goal: { competency: 'devops', level: 'gold', by: '2018-12-31' } },
    '2018-06-15',
    { why: 'unconfirmed', since: '2018-06-15', competency: 'devops', level: 'gold' },
  ],
])('tells the admins %s', (_, parts, today, reason) => {
  const [notice, ...others] = taskNotices(known({ ...asked, ...parts }), today);

  expect(others).toEqual([]);
  expect(notice).toMatchObject({ audience: 'admins' });
  expect(notice!.reason).toEqual({ ...help, ...reason });
});

it.each<[TaskState, string, readonly string[]]>([
  [asked.state, '2018-06-01', ['note']],
  [asked.state, '2018-06-08', ['note', 'note']],
  [asked.state, '2018-09-02', ['warning', 'warning']],
  [{ is: 'accepted', at }, '2018-08-18', ['note']],
  [{ is: 'declined', at }, '2018-06-02', ['warning']],
  [{ is: 'booked', at, on: '2018-10-01' }, '2018-06-02', ['note']],
  [{ is: 'reported', at }, '2018-06-15', ['note']],
])('warns of what is overdue or declined, and notes the rest: %j on %s is %j', (state, today, severities) => {
  expect(taskNotices(known(inState(state)), today).map(({ severity }) => severity)).toEqual(severities);
});

it('has another key once the person is asked again, so that it is told again', () => {
  const again = { ...asked, opening: 2 };

  expect(taskNotices(known(again), '2018-06-01').map(({ key }) => key)).toEqual(['task/ana/90-1/2/asked/2018-06-01']);
});

it('goes by the day of the partner', () => {
  const facts = known(asked).facts;
  const tokyo = { ...known(asked), facts: { ...facts, policies: { ...facts.policies, timeZone: 'Asia/Tokyo' } } };
  const late = { ...asked, state: { is: 'asked', at: Date.parse('2018-06-01T20:00:00Z') } } as const;

  expect(taskNotices({ ...tokyo, tasks: [late] }, '2018-06-02').map(({ key }) => key)).toEqual([
    'task/ana/90-1/1/asked/2018-06-02',
  ]);
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
