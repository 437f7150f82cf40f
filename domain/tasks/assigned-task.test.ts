/** The life of a task: which act leads where, that what is closed stays closed, and that asking twice is asking once. */
import fc from 'fast-check';
import {
  actOnTask,
  bookedBefore,
  askedTask,
  declinedAmong,
  isOpenTask,
  isOverdue,
  taskId,
  taskVersionOf,
  tasksFor,
  type AssignedTask,
  type TaskAct,
  type TaskRequest,
  type TaskState,
} from './assigned-task';

const request: TaskRequest = {
  person: 'p1',
  credential: 'az-104',
  goal: { competency: 'infra', level: 'partner', by: '2027-02-01' },
  askedBy: 'boss',
  askedAt: 10,
  due: '2027-01-17',
};
const asked = askedTask(request, undefined)!;
const inState = (state: TaskState): AssignedTask => ({ ...asked, state });

const states: Readonly<Record<TaskState['is'], TaskState>> = {
  asked: { is: 'asked', at: 10 },
  accepted: { is: 'accepted', at: 20 },
  declined: { is: 'declined', at: 20, why: 'no time' },
  booked: { is: 'booked', at: 20, on: '2027-01-12' },
  reported: { is: 'reported', at: 20 },
  done: { is: 'done', at: 20 },
  fallen: { is: 'fallen', at: 20, because: 'left' },
};
const acts: readonly TaskAct[] = [
  { do: 'accept' },
  { do: 'decline', why: 'no time' },
  { do: 'book', on: '2027-01-12' },
  { do: 'report' },
  { do: 'close' },
  { do: 'fall', because: 'replanned' },
];

it.each<[TaskState['is'], readonly (TaskState['is'] | '-')[]]>([
  ['asked', ['accepted', 'declined', 'booked', 'reported', 'done', 'fallen']],
  ['accepted', ['-', 'declined', 'booked', 'reported', 'done', 'fallen']],
  ['declined', ['accepted', '-', 'booked', 'reported', 'done', 'fallen']],
  ['booked', ['-', 'declined', 'booked', 'reported', 'done', 'fallen']],
  ['reported', ['-', '-', '-', '-', 'done', 'fallen']],
  ['done', ['-', '-', '-', '-', '-', '-']],
  ['fallen', ['-', '-', '-', '-', '-', '-']],
])('leads from %s by accept, decline, book, report, close and fall', (from, to) => {
  expect(acts.map((act) => actOnTask(inState(states[from]), act, 30)?.state.is ?? '-')).toEqual(to);
});

it.each<[TaskAct, TaskState]>([
  [{ do: 'accept' }, { is: 'accepted', at: 30 }],
  [
    { do: 'decline', why: 'no time' },
    { is: 'declined', at: 30, why: 'no time' },
  ],
  [{ do: 'decline' }, { is: 'declined', at: 30 }],
  [
    { do: 'book', on: '2027-01-12' },
    { is: 'booked', at: 30, on: '2027-01-12' },
  ],
  [{ do: 'report' }, { is: 'reported', at: 30 }],
  [{ do: 'close' }, { is: 'done', at: 30 }],
  [
    { do: 'fall', because: 'retired' },
    { is: 'fallen', at: 30, because: 'retired' },
  ],
])('keeps what was said with %j', (act, state) => {
  expect(actOnTask(asked, act, 30)).toStrictEqual(inState(state));
});

it('is called by the person and the credential, and its card by what stands on it', () => {
  expect(taskId('p/1', 'az-104')).toBe('p%2F1/az-104');
  expect(taskVersionOf(asked)).toBe('1.asked.10');
});

const anyAct = fc.constantFrom(...acts);

it('keeps what is closed closed, whatever is pressed, and what was asked as it was', () => {
  fc.assert(
    fc.property(fc.array(anyAct, { maxLength: 12 }), (pressed) => {
      let task = asked;
      for (const [index, act] of pressed.entries()) {
        const after = actOnTask(task, act, 100 + index);
        if (task.state.is === 'done' || task.state.is === 'fallen') expect(after).toBeUndefined();
        if (after) expect({ ...after, state: task.state }).toEqual(task);
        if (after) expect(taskVersionOf(after)).not.toBe(taskVersionOf(task));
        task = after ?? task;
      }
    }),
  );
});

it('asks once, however often the button is pressed', () => {
  expect(askedTask(request, asked)).toBeUndefined();
  expect(askedTask({ ...request, askedAt: 99 }, inState(states.booked))).toBeUndefined();
  expect(askedTask({ ...request, due: '2027-02-20' }, inState(states.booked))).toEqual({
    ...inState(states.booked),
    due: '2027-02-20',
  });
});

it('takes another goal over, and keeps the goal where none is given', () => {
  const goal = { competency: 'data', level: 'partner' };
  expect(askedTask({ ...request, goal }, asked)).toEqual({ ...asked, goal });
  const { goal: _, ...own } = request;
  expect(askedTask({ ...own, due: '2027-03-01' }, asked)).toStrictEqual({ ...asked, due: '2027-03-01' });
});

it.each(['declined', 'done', 'fallen'] as const)('asks again for what is %s, as a new opening', (is) => {
  expect(askedTask(request, inState(states[is]))).toMatchObject({ opening: 2, state: { is: 'asked', at: 10 } });
});

it('has one id for a person and a credential, and another for any other pair', () => {
  fc.assert(
    fc.property(fc.tuple(fc.string(), fc.string()), fc.tuple(fc.string(), fc.string()), (one, other) => {
      expect(taskId(...one) === taskId(...other)).toBe(one[0] === other[0] && one[1] === other[1]);
    }),
  );
});

it.each<[TaskState, string, boolean]>([
  [states.asked, '2027-01-17', false],
  [states.asked, '2027-01-18', true],
  [states.accepted, '2027-01-18', true],
  [states.booked, '2027-01-18', true],
  [{ is: 'booked', at: 20, on: '2027-01-30' }, '2027-01-18', false],
  [{ is: 'booked', at: 20, on: '2027-01-18' }, '2027-01-18', false],
  [states.declined, '2027-01-18', false],
  [states.reported, '2027-01-18', false],
  [states.done, '2027-01-18', false],
])('%j is overdue on %s: %s', (state, today, is) => {
  expect(isOverdue(inState(state), today)).toBe(is);
});

it('knows who declined what, and the tasks that say something about a plan', () => {
  const tasks = Object.values(states).map((state, index) => ({ ...inState(state), id: `${index}` }));
  expect(declinedAmong(tasks)).toEqual(new Map([['p1', new Set(['az-104'])]]));
  const told = tasksFor({ competency: 'infra', level: 'partner' }, tasks);
  expect(told.map(({ state }) => state.is)).toEqual(['asked', 'accepted', 'declined', 'booked', 'reported']);
  expect(told.filter(isOpenTask)).toHaveLength(4);
  expect(tasksFor({ competency: 'infra', level: 'other' }, tasks)).toEqual([]);
  expect(tasksFor({ competency: 'data', level: 'partner' }, tasks)).toEqual([]);
  const { goal: _, ...own } = asked;
  expect(tasksFor({ competency: 'infra', level: 'partner' }, [own])).toEqual([]);
  expect(declinedAmong([asked])).toEqual(new Map());
  const second = { ...inState(states.declined), credential: 'az-305' };
  expect(declinedAmong([...tasks, second]).get('p1')).toEqual(new Set(['az-104', 'az-305']));
});

it('counts what is booked before a day, and only that', () => {
  const tasks = Object.values(states).map(inState);
  expect(bookedBefore(tasks, '2027-01-13')).toEqual([inState(states.booked)]);
  expect(bookedBefore(tasks, '2027-01-12')).toEqual([]);
});
