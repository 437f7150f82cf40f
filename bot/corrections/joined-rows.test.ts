/** Joining two records writes one and removes the other; taken back, both are there again as before. */
import type { Person } from '../../domain/partner/people/person';
import { noIdentifiers } from '../../domain/partner/people/person';
import { builtInProgramme } from '../../infra/catalogue/load';
import { openMemory } from '../../infra/memory/store';
import { findCorrectionTarget } from './correction-target';

const tenant = 't';
const one: Person = {
  id: 'one',
  name: 'Mette Strand',
  identifiers: { ...noIdentifiers, corpEmail: ['m@x'], mcpId: ['1'] },
  achievements: [{ title: 'A', completedOn: '2018-01-01', source: 's' }],
};
const other: Person = {
  ...one,
  id: 'other',
  identifiers: { ...noIdentifiers, mcpId: ['2'] },
  achievements: [{ title: 'B', completedOn: '2018-01-01', source: 's' }],
};
const change = { kind: 'joined', person: 'one', before: one, other } as const;

it('joins, and takes apart again', async () => {
  const store = openMemory();
  await store.people.write(tenant, [
    { kind: 'create', value: one },
    { kind: 'create', value: other },
  ]);
  const programme = builtInProgramme('competencies');
  const deps = { store, programmes: new Map([[programme.id, programme]]), now: () => 0 } as unknown as Parameters<
    typeof findCorrectionTarget
  >[2];
  const kept = async () => {
    const people: Person[] = [];
    for await (const { value } of store.people.list(tenant)) people.push(value);
    return people;
  };
  const target = await findCorrectionTarget(change, tenant, deps);
  expect(target.isChanged).toBe(false);
  expect(await target.change()).toBe(true);
  expect(await kept()).toEqual([
    {
      ...one,
      identifiers: { ...one.identifiers, mcpId: ['1', '2'] },
      achievements: [...one.achievements, ...other.achievements],
    },
  ]);

  const joined = await findCorrectionTarget(change, tenant, deps);
  expect(joined.isChanged).toBe(true);
  expect(await joined.takeBack()).toBe(true);
  expect((await kept()).sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual([one, other]);
});
