/** Held rows: never older than two seconds, never older than what this instance wrote, and bounded. */
import fc from 'fast-check';
import { emptyPartner } from '../../domain/partner/partner';
import type { Partner } from '../../domain/partner/partner';
import type { Repository } from '../../domain/basics/repository';
import { openMemory } from '../../infra/memory/store';
import { heldFor, HeldRows } from './held-rows';
import { upsert } from './row-update';

const tenant = 'contoso';
const named = (name: string): Partner => ({ ...emptyPartner(tenant, 'competencies'), name });

/** A repository whose reads look at once and answer when they are told to. */
function slow(repository: Repository<Partner>) {
  const waiting: (() => void)[] = [];
  return {
    answerOne: () => waiting.shift()?.(),
    repository: {
      ...repository,
      get: async (of: string, id: string) => {
        const row = await repository.get(of, id);
        await new Promise<void>((resolve) => waiting.push(resolve));
        return row;
      },
    },
  };
}

const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

type Step =
  | { readonly do: 'read' | 'write'; readonly at: 0 | 1 }
  | { readonly do: 'answer'; readonly at: 0 | 1 }
  | { readonly do: 'wait'; readonly ms: number };

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    fc.record({
      do: fc.constantFrom('read' as const, 'write' as const, 'answer' as const),
      at: fc.constantFrom(0 as const, 1 as const),
    }),
    fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(1, 900, heldFor - 1, heldFor) }),
  ),
  { maxLength: 40 },
);

it('answers with what was there within two seconds before the question, and with nothing older than its own write', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (taken) => {
      let now = 0;
      let written = 0;
      const { partners } = openMemory();
      /** When each value was written, by its number; and the number that each instance wrote last. */
      const writtenAt = [-Infinity];
      const own = [0, 0];
      const stores = [slow(partners), slow(partners)];
      const instances = stores.map(
        ({ repository }) => new HeldRows(repository, (one) => one.tenant, { clock: () => now }),
      );
      const reads: Promise<void>[] = [];
      const read = async (at: 0 | 1) => {
        const [asked, mine] = [now, own[at]!];
        const number = Number((await instances[at]!.get(tenant, tenant))?.value.name ?? 0);
        const replacedAt = writtenAt[number + 1] ?? Infinity;
        expect(replacedAt).toBeGreaterThan(asked - heldFor);
        expect(number).toBeGreaterThanOrEqual(mine);
      };
      for (const step of taken) {
        if (step.do === 'wait') now += step.ms;
        else if (step.do === 'answer') stores[step.at]!.answerOne();
        else if (step.do === 'read') reads.push(read(step.at));
        else {
          const row = await partners.get(tenant, tenant);
          await instances[step.at]!.repository.write(tenant, [upsert(row, named(String((written += 1))))]);
          writtenAt.push(now);
          own[step.at] = written;
        }
        await settle();
      }
      for (let left = 0; left < taken.length; left += 1) {
        for (const store of stores) store.answerOne();
        await settle();
      }
      await Promise.all(reads);
    }),
  );
});

it('asks once for questions that come together or within two seconds, and again after them', async () => {
  let now = 0;
  const store = openMemory();
  const held = new HeldRows(store.partners, (one) => one.tenant, { clock: () => now });

  await Promise.all([held.get(tenant, tenant), held.get(tenant, tenant)]);
  now = heldFor - 1;
  await held.get(tenant, tenant);
  expect(store.requests).toHaveLength(1);

  now = heldFor;
  await held.get(tenant, tenant);
  expect(store.requests).toHaveLength(2);
});

it('holds no failure', async () => {
  let isDown = true;
  const store = openMemory(() => (isDown ? 'down' : undefined));
  const held = new HeldRows(store.partners, (one) => one.tenant, { clock: () => 0 });

  await expect(held.get(tenant, tenant)).rejects.toThrow('get');
  isDown = false;
  await expect(held.get(tenant, tenant)).resolves.toBeUndefined();
});

it('does not mix up tenants, nor ids with tenants', async () => {
  const { partners } = openMemory();
  await partners.write('a', [{ kind: 'create', value: { ...named('A'), tenant: 'a' } }]);
  const held = new HeldRows(partners, (one) => one.tenant, { clock: () => 0 });

  expect((await held.get('a', 'a'))?.value.name).toBe('A');
  expect(await held.get('b', 'a')).toBeUndefined();
  expect(await held.get('a', 'b')).toBeUndefined();
});

it('keeps the value of an unchanged row the same object, also where every read asks the store', async () => {
  const { partners } = openMemory();
  await partners.write(tenant, [{ kind: 'create', value: named('A') }]);
  const held = new HeldRows(partners, (one) => one.tenant, { clock: () => 0, forMs: 0 });
  const first = await held.get(tenant, tenant);

  expect(await held.get(tenant, tenant)).toBe(first);
});
