/** Loads: equally short work goes to whoever has none, and never becomes more by that. */
import { spreadWorkload } from './workload';
import type { Plan } from './plan';

const planFor = (person: string, ...credentials: string[]): { readonly plan: Plan } => ({
  plan: { tasks: [{ person, credentials }], credentials: credentials.length },
});

it.each<[string, Readonly<Record<string, string>>, ReturnType<typeof planFor> | undefined, string]>([
  ['takes the shortest while nobody has work', {}, planFor('b', 'p'), 'a'],
  ['takes another that is as short', { a: 'q' }, planFor('b', 'p'), 'b'],
  ['gives the same work to the same person', { a: 'p' }, planFor('b', 'p'), 'a'],
  ['stays with the shortest where another is longer', { a: 'q' }, planFor('b', 'p', 'q'), 'a'],
  ['stays with the only one', { a: 'q' }, undefined, 'a'],
])('%s', (_, given, other, expected) => {
  const load = new Map(Object.entries(given).map(([person, credential]) => [person, new Set([credential])]));
  const taken = spreadWorkload(load, (spared) => (spared.size > 0 ? other : planFor('a', 'p')));

  expect(taken!.plan.tasks[0]!.person).toBe(expected);
  expect(load.get(expected)).toContain('p');
});

it('takes nothing where there is nothing', () => {
  expect(spreadWorkload(new Map(), () => undefined)).toBeUndefined();
});
