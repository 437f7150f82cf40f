/** Which tasks of a plan are asked after some were left out on its preview. */
import type { AssignedTask } from '../../domain/tasks/assigned-task';
import { withoutLeftOut, type Asking, type LeftOut } from './asking';

function task(person: string): AssignedTask {
  const asked = { goal: { competency: 'devops', level: 'gold' }, askedBy: 'boss', askedAt: 0, due: '2026-12-24' };
  return { ...asked, id: `${person}/az-400`, person, credential: 'az-400', opening: 1, state: { is: 'asked', at: 0 } };
}

const asking: Asking = {
  wanted: ['ana', 'bo', 'chen', 'dora'].map((person) => ({ task: task(person), isAsked: person === 'bo' })),
  falling: [],
  plan: 'v1',
};

it.each<[string, LeftOut, readonly string[]]>([
  ['a client that sends no field leaves nothing out', {}, ['ana', 'bo', 'chen', 'dora']],
  ['nothing is marked', { shown: 4, leftOut: '', standInsLeftOut: '' }, ['ana', 'bo', 'chen', 'dora']],
  ['marks of both fields leave out', { shown: 4, leftOut: '0', standInsLeftOut: '3' }, ['bo', 'chen']],
  ['what was asked before cannot be left out', { shown: 4, leftOut: '0,1,2,3' }, ['bo']],
  ['what the preview had no room for is not asked', { shown: 1 }, ['ana', 'bo']],
  ['a mark that means no task does nothing', { shown: 4, leftOut: '00, 2,-1,9' }, ['ana', 'bo', 'chen', 'dora']],
])('%s', (_, leftOut, people) => {
  expect(withoutLeftOut(asking, leftOut).wanted.map(({ task: { person } }) => person)).toEqual(people);
});
