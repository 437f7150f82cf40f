/** What instances remember from turn to turn changes no answer: not for another person, tenant, language or day, nor after a write. */
import fc from 'fast-check';
import { locales } from '../../domain/basics/locale';
import { emptyPartner } from '../../domain/partner/partner';
import type { Store } from '../../domain/ports';
import { openMemory } from '../../infra/memory/store';
import type { AppServices } from '../context/app-services';
import { createTurnMemory } from '../context/turn-memory';
import { scopes, type TurnRequest } from '../context/turn-request';
import { partnerRow } from '../partner/standing-cache';
import {
  answerIn,
  askBy,
  importInto,
  noon,
  programme,
  progressIn,
  tenant,
  titles,
  worldOf,
} from '../partner/standing-cache.case';
import { heldFor, holdRows } from '../store/held-rows';
import { updateRow } from '../store/row-update';
import { replyTo } from './turn';

const dayMs = 86_400_000;

/** An instance that remembers, over a store that it may share with others. */
function instanceOn(store: Store, clock: () => number, parts: Partial<AppServices> = {}): AppServices {
  const rows = holdRows(store, { clock });
  return worldOf(rows.store, { held: rows.held, memory: createTurnMemory(), ...parts });
}

const row = fc.tuple(
  fc.constantFrom(...titles),
  fc.constantFrom('2019-01-05', '2020-06-01'),
  fc.constantFrom('ana', 'bo'),
);
const step = fc.oneof(
  fc.record({ do: fc.constant('import' as const), at: fc.nat(1), row }),
  fc.record({ do: fc.constant('ask' as const), at: fc.nat(1) }),
  fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(1, 1_000, heldFor) }),
);

it('answers on the instance that wrote with what it wrote, and on another with what was true within two seconds', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
      let now = 0;
      const store = openMemory();
      const afresh = () => progressIn(worldOf(store));
      const instances = [instanceOn(store, () => now), instanceOn(store, () => now)];
      const truths = [{ from: -Infinity, by: -1, card: await afresh() }];
      for (const one of steps) {
        if (one.do === 'wait') now += one.ms;
        else if (one.do === 'import') {
          await importInto(instances[one.at]!, [one.row]);
          truths.push({ from: now, by: one.at, card: await afresh() });
        } else {
          const ownLast = truths.findLastIndex(({ by }) => by === one.at);
          const recent = truths.filter((_, at) => at >= ownLast && (truths[at + 1]?.from ?? Infinity) > now - heldFor);
          expect(recent.map(({ card }) => card)).toContain(await progressIn(instances[one.at]!));
        }
      }
    }),
    { numRuns: 25 },
  );
});

const situation = fc.record({
  user: fc.constantFrom('boss', 'ana', ''),
  of: fc.constantFrom(tenant, 'fabrikam'),
  scope: fc.constantFrom(...scopes),
  locale: fc.constantFrom(...locales),
  day: fc.constantFrom(0, 1, 400),
  moved: fc.boolean(),
  said: fc.constantFrom('progress', 'progress 2', 'status', 'прогресс', '进度'),
});

async function twoPartners(): Promise<Store> {
  const store = openMemory();
  for (const of of [tenant, 'fabrikam'])
    await store.partners.write(of, [
      { kind: 'create', value: { ...emptyPartner(of, programme.id), name: `Partner ${of}` } },
    ]);
  await importInto(
    worldOf(store),
    titles.map((title) => [title, '2020-06-01', 'person']),
  );
  return store;
}

function requestOf({ user, of, scope, locale, day, moved }: Omit<Situation, 'said'>): TurnRequest {
  const asked = askBy(user, noon + day * dayMs);
  return { ...asked, tenant: of, scope, locale, ...(moved && { isClockMoved: true as const }) };
}

type Situation = typeof situation extends fc.Arbitrary<infer S> ? S : never;

it('gives each asker the card that an instance without a memory gives, whoever asked before', async () => {
  const store = await twoPartners();
  await fc.assert(
    fc.asyncProperty(fc.array(situation, { minLength: 2, maxLength: 12 }), async (situations) => {
      const remembering = instanceOn(store, () => 0);
      for (const { said, ...one } of [...situations, ...situations]) {
        const request = requestOf(one);
        const expected = await replyTo({ said }, request, worldOf(store));
        expect(await replyTo({ said }, request, remembering)).toEqual(expected);
      }
    }),
    { numRuns: 15 },
  );
});

it('shows the button of people to the admin alone, also where the admin asked first', async () => {
  const store = await twoPartners();
  const instance = instanceOn(store, () => 0);
  const forAdmin = JSON.stringify((await answerIn(instance, 'progress', 'boss')).card);
  const forOther = JSON.stringify((await answerIn(instance, 'progress', 'ana')).card);

  expect(forAdmin).toContain('"verb":"people"');
  expect(forOther).not.toContain('"verb":"people"');
});

it('asks the tables for nothing for the second question, and writes nothing', async () => {
  const store = openMemory();
  const instance = instanceOn(store, () => 0);
  await progressIn(instance);
  await progressIn(instance);
  const before = store.requests.length;
  await progressIn(instance);

  expect(store.requests.slice(before)).toEqual([]);
});

it('reads a sentence that may name a person by the people of its partner, each time', async () => {
  const store = await twoPartners();
  const instance = instanceOn(store, () => 0);
  const said = 'what if person leaves';
  const here = await replyTo({ said }, askBy('boss'), instance);
  const there = await replyTo({ said }, { ...askBy('boss'), tenant: 'fabrikam' }, instance);

  expect(here.name).toBe('what-if');
  expect(there).toEqual(await replyTo({ said }, { ...askBy('boss'), tenant: 'fabrikam' }, worldOf(store)));
});

it('decides whether a press is allowed by what is stored now, not by what is held', async () => {
  const store = await twoPartners();
  const [here, elsewhere] = [instanceOn(store, () => 0), instanceOn(store, () => 0)];
  const admins = (to: readonly string[]) =>
    updateRow(partnerRow(elsewhere, tenant), (before) => ({ ...before!, admins: to }));
  const pressed = { pressed: { verb: 'people', data: {} } };
  await admins(['ana']);
  await answerIn(here, 'progress', 'ana');
  const allowed = await replyTo(pressed, askBy('ana'), here);
  await admins([]);
  const refused = await replyTo(pressed, askBy('ana'), here);

  expect(allowed.name).toBe('people');
  expect(refused.name).not.toBe('people');
});
