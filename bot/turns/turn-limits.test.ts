/** What is limited in a turn: costly questions, dropped files and writes are answered kindly once there were too many, and others go on. */
import { locales } from '../../domain/basics/locale';
import { openMemory } from '../../infra/memory/store';
import { createTurnLimits, turnAllowances, type LimitedKind } from '../context/turn-limits';
import { tenant, worldOf } from '../partner/standing-cache.case';
import { replyTo, type TurnInput } from './turn';

const noon = Date.parse('2021-02-01T12:00:00Z');

function world() {
  const store = openMemory();
  const transfer = {
    canOffer: true,
    accepts: () => false,
    fetch: async () => ({ fault: 'expired' as const }),
    put: async () => undefined,
  };
  return { store, services: { ...worldOf(store), transfer, limits: createTurnLimits(() => noon) } };
}

function askAs(user: string, locale: (typeof locales)[number] = 'en') {
  const asker = { id: user, aadObjectId: user, name: user, mails: async () => [] };
  const members = async () => [];
  return { tenant, user: asker, locale, scope: 'personal', conversation: 'c', members, now: noon } as const;
}

/** Searches and refreshes are silent where they are too many; see choice-search.test.ts and refresh.test.ts. */
const inputs: Readonly<Record<Exclude<LimitedKind, 'search' | 'refresh'>, TurnInput>> = {
  costly: { pressed: { verb: 'plan' } },
  file: { dropped: [{ name: 'a.csv', address: 'https://a.example' }] },
  write: { pressed: { verb: 'figure', data: { metric: 'seats', value: 1 } } },
};

it.each(Object.keys(inputs) as (keyof typeof inputs)[])(
  '%s',
  async (kind) => {
    const { services, store } = world();
    const { atOnce } = turnAllowances[kind].person;
    for (let count = 0; count < atOnce; count += 1)
      expect((await replyTo(inputs[kind], askAs('boss'), services)).name).not.toBe('too-many');
    const before = store.requests.length;

    for (const locale of locales) {
      const reply = await replyTo(inputs[kind], askAs('boss', locale), services);
      expect(reply.name).toBe('too-many');
    }
    expect(store.requests.slice(before).filter(({ operation }) => operation === 'write')).toEqual([]);
    expect((await replyTo({ said: 'help' }, askAs('boss'), services)).name).toBe('help');
    expect((await replyTo(inputs[kind], askAs('employee'), services)).name).not.toBe('too-many');
  },
  60_000,
);

it('costs nothing where the asker may not ask', async () => {
  const { services } = world();
  await replyTo({ said: 'help' }, askAs('boss'), services);
  for (let count = 0; count <= turnAllowances.file.person.atOnce; count += 1)
    expect((await replyTo(inputs.file, askAs('employee'), services)).name).toBe('admins-only');
});
