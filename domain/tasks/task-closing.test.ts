/** What facts do to tasks: a shown credential closes, a claim does not, and what is no longer needed falls away. */
import type { Person } from '../partner/people/person';
import { noIdentifiers } from '../partner/people/person';
import { knownOf } from '../alerts/derive-notices.case';
import { askedTask, type AssignedTask, type TaskState } from './assigned-task';
import { settleTasks, tasksBesidePlan } from './task-closing';

const { programme } = knownOf([]);
const credential = programme.credentials.find(({ retiredOn }) => retiredOn === undefined)!;
const today = '2018-06-01';
const goal = { competency: 'devops', level: 'gold' };
const task = askedTask(
  { person: 'ana', credential: credential.id, goal, askedBy: 'boss', askedAt: 1, due: '2018-09-01' },
  undefined,
)!;
const inState = (state: TaskState): AssignedTask => ({ ...task, state });
const booked = inState({ is: 'booked', at: 1, on: '2018-08-01' });
const declined = inState({ is: 'declined', at: 1 });
const reported = inState({ is: 'reported', at: 1 });

function ana(source: string | undefined, parts: Partial<Person> = {}, completedOn = '2018-05-30'): Person {
  const achievements = source === undefined ? [] : [{ title: credential.titles[0], completedOn, source }];
  return { id: 'ana', name: 'Ana', identifiers: noIdentifiers, achievements, ...parts };
}

const accepted = inState({ is: 'accepted', at: 1 });
const named = (title: string, expiresOn?: string): Person => ({
  ...ana(undefined),
  achievements: [
    { title, completedOn: '2018-05-30', source: 'import 1', ...(expiresOn !== undefined && { expiresOn }) },
  ],
});
const other = named(programme.credentials.find(({ id }) => id !== credential.id)!.titles[0]);
const unnamed = named('Pottery');
const ending = (day: string) => named(credential.titles[0], day);

const settled = (one: AssignedTask, person: Person | undefined, isMet = false) => {
  const people = new Map(person ? [['ana', person]] : []);
  const known = { programme, people, today, isMet: () => isMet };
  const [after] = settleTasks([one], known, 99);
  if (after) expect(settleTasks([after], known, 100)).toEqual([]);
  return after?.state;
};

it.each<[string, AssignedTask, Person | undefined, boolean, TaskState | undefined]>([
  ['nothing is on record', task, ana(undefined), false, undefined],
  ['an import shows it', task, ana('import 1'), false, { is: 'done', at: 99 }],
  ['it was declined and is held after all', declined, ana('import 1'), false, { is: 'done', at: 99 }],
  ['it was reported and an import shows it', reported, ana('import 1'), false, { is: 'done', at: 99 }],
  ['only its holder says so', booked, ana('claimed 1'), false, undefined],
  ['it is of a day to come', task, ana('import 1', {}, '2018-06-02'), false, undefined],
  ['it is of today', task, ana('import 1', {}, today), false, { is: 'done', at: 99 }],
  ['another credential is shown', task, other, false, undefined],
  ['nothing that is named is shown', task, unnamed, false, undefined],
  ['it ended yesterday', task, ending('2018-05-31'), false, undefined],
  ['it ends today', task, ending(today), false, { is: 'done', at: 99 }],
  [
    'it was accepted and the level is met',
    accepted,
    ana(undefined),
    true,
    { is: 'fallen', at: 99, because: 'goal-met' },
  ],
  ['no level was named', { ...task, goal: undefined }, ana(undefined), true, undefined],
  ['it is done already', inState({ is: 'done', at: 1 }), ana('import 1'), true, undefined],
  ['it has fallen already', inState({ is: 'fallen', at: 1, because: 'left' }), undefined, true, undefined],
  ['the person has left', booked, ana(undefined, { leftOn: today }), false, { is: 'fallen', at: 99, because: 'left' }],
  ['the person will leave', booked, ana(undefined, { leftOn: '2018-07-01' }), false, undefined],
  ['the person is on record no more', task, undefined, false, { is: 'fallen', at: 99, because: 'left' }],
  ['the level is met without it', task, ana(undefined), true, { is: 'fallen', at: 99, because: 'goal-met' }],
  ['the exam is booked all the same', booked, ana(undefined), true, undefined],
])('%s', (_, before, person, isMet, after) => {
  expect(settled(before, person, isMet)).toEqual(after);
});

it('lets a task go that can no longer be earned, but not one that was reported', () => {
  const retired = { ...programme, credentials: [{ ...credential, retiredOn: '2018-05-31' }] };
  const known = { programme: retired, people: new Map([['ana', ana(undefined)]]), today, isMet: () => false };
  expect(settleTasks([booked, reported], known, 99).map(({ state }) => state)).toEqual([
    { is: 'fallen', at: 99, because: 'retired' },
  ]);
});

it.each([
  ['of the last day', { retiredOn: today }, []],
  ['that is not retired', {}, []],
])('keeps a task %s', (_name, parts, fallen) => {
  const here = { ...programme, credentials: [{ ...credential, ...parts }] };
  const known = { programme: here, people: new Map([['ana', ana(undefined)]]), today, isMet: () => false };
  expect(settleTasks([booked], known, 99)).toEqual(fallen);
});

it('keeps a task whose credential the programme does not name, and one that another credential ends', () => {
  const others = { ...programme, credentials: [{ ...credential, id: 'another', retiredOn: '2018-05-31' }] };
  const known = { programme: others, people: new Map([['ana', ana(undefined)]]), today, isMet: () => false };
  expect(settleTasks([booked], known, 99)).toEqual([]);
});

it('finds the open tasks of a level that are beside its plan', () => {
  const other = { ...task, id: 'bo', goal: { ...goal, level: 'silver' } };
  const beside = tasksBesidePlan([task, booked, declined, reported, other], goal, new Set());
  expect(beside).toEqual([task, booked]);
  const { goal: _, ...own } = task;
  expect(tasksBesidePlan([own, { ...task, goal: { ...goal, competency: 'data' } }], goal, new Set())).toEqual([]);
  expect(tasksBesidePlan([task], goal, new Set([task.id]))).toEqual([]);
  const standIn = { ...task, goal: { ...goal, standIn: true as const } };
  expect(tasksBesidePlan([standIn], goal, new Set())).toEqual([]);
  expect(tasksBesidePlan([task, standIn], standIn.goal, new Set())).toEqual([standIn]);
});
