/** Who counts for a competency is told by names only to those who may see them: for others it is told why, without names. */
import type { Question } from '../../../cards/contract/question';
import { openMemory } from '../../../infra/memory/store';
import { askBy, programme, worldOf } from '../../partner/standing-cache.case';
import { runCommand } from '../../turns/router';

const competency = programme.competencies[0]!.id;

async function answerTo(user: string, question: Extract<Question, { ask: 'people' }>) {
  return (await runCommand({ question, by: 'asking' }, askBy(user), worldOf(openMemory()))).name;
}

it.each<[string, string]>([
  ['boss', 'people'],
  ['employee', 'why'],
])('%s is answered by %s', async (user, name) => {
  expect(await answerTo(user, { ask: 'people', competency })).toBe(name);
});

it('shows nobody to an employee who looks for a name, in a group or an office', async () => {
  const wanted = { find: 'a', show: 'left', office: 'Berlin' } as const;

  expect(await answerTo('employee', { ask: 'people', competency, ...wanted })).toBe('why');
  expect(await answerTo('employee', { ask: 'people', ...wanted })).toBe('admins-only');
});

it('refuses a competency that the programme does not have', async () => {
  expect(await answerTo('boss', { ask: 'people', competency: 'no-such' })).toBe('card-outdated');
});
