/** Sweeping: what is due is said once, whoever sweeps and whatever goes wrong, and every card shows how things stand. */
import { claimLapsesAfter } from '../../domain/alerts/sweep-entry';
import { earned, partner } from '../../domain/alerts/derive-notices.case';
import { type Repository, StoreUnavailable } from '../../domain/basics/repository';
import { everybody, type Store } from '../../domain/ports';
import { plainText } from '../../cards/elements/plain-text';
import { scheduleSweep } from '../partner/sweep-schedule';
import type { TurnRequest } from '../context/turn-request';
import type { Recording } from '../context/notifier.case';
import type { SendOutcome } from '../context/notifier';
import {
  buttonOf,
  conversationWith,
  create,
  dayMs,
  deliveriesIn,
  friday,
  hourMs,
  imported,
  lapsing,
  openAtRisk,
  tenant,
} from './at-risk.case';
import { sweep } from './sweep';
import { replyTo } from '../turns/turn';
import type { AppServices } from '../context/app-services';

const heads = ({ said }: Recording) =>
  said.map(({ to, replaced, message }) => `${to.id}${replaced ? ' again' : ''}: ${message.card.speak.split('.')[0]!}`);
const alert = 'A recent change to your competency achievement has put your membership renewal eligibility at risk';

async function ledger(store: Store): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { state } of await deliveriesIn(store)) counts[state.is] = (counts[state.is] ?? 0) + 1;
  return counts;
}

const asker = (id: string, now: number): TurnRequest => ({
  tenant,
  user: { id, aadObjectId: id, name: id, mails: () => Promise.resolve([]) },
  members: () => Promise.resolve([]),
  locale: 'en',
  scope: 'personal',
  conversation: `a:${id}`,
  now,
});

it('does nothing where nothing is due', async () => {
  const { services } = await openAtRisk();

  expect(await sweep(services)).toEqual({
    now: '2018-06-15T10:00:00.000Z',
    partners: 0,
    notices: { opened: 0, resolved: 0 },
    deliveries: { planned: 0, sent: 0, failed: 0, skipped: 0 },
  });
});

it('tells every admin in the words of Partner Center after facts have changed, once', async () => {
  const { services, notifier, put, store } = await openAtRisk();
  await put([lapsing]);
  const first = await sweep(services);
  await scheduleSweep(services, tenant);
  const second = await sweep(services);

  expect(first).toMatchObject({ partners: 1, notices: { opened: 1 }, deliveries: { planned: 2, sent: 2 } });
  expect(second).toMatchObject({ partners: 1, notices: { opened: 0 }, deliveries: { planned: 0 } });
  expect(heads(notifier)).toEqual([`boss: ${alert}`, `deputy: ${alert}`]);
  expect(plainText(notifier.said[0]!.message.card)).toContain('Nobody deals with it yet.');
  expect(await ledger(store)).toEqual({ sent: 2 });
});

it('is not due again before the next moment, which time brings', async () => {
  const { services, notifier, put, pass } = await openAtRisk();
  await put([lapsing]);
  await sweep(services);
  pass(hourMs);

  expect(await sweep(services)).toMatchObject({ partners: 0 });
  pass(3 * dayMs);
  expect(await sweep(services)).toMatchObject({ partners: 1, deliveries: { planned: 2, sent: 2 } });
  expect(heads(notifier).slice(2)).toEqual(['boss: Your alerts of 18 Jun 2018', 'deputy: Your alerts of 18 Jun 2018']);
});

it('shows everyone what one of them has done, and that its reason is gone', async () => {
  const { services, notifier, put } = await openAtRisk();
  await put([lapsing]);
  await sweep(services);
  const note = buttonOf(notifier.said[0]!, 'acknowledge');
  const reply = await replyTo({ pressed: note }, asker('boss', friday), services);
  await sweep(services);
  const acknowledged = notifier.said.slice(2).map(({ message }) => plainText(message.card));
  await put([{ ...lapsing, achievements: [earned('p')] }]);
  await sweep(services);

  expect(plainText(reply.card)).toContain('Name of boss has taken note, 15 Jun 2018.');
  expect(acknowledged).toEqual([expect.stringContaining('has taken note'), expect.stringContaining('has taken note')]);
  expect(heads(notifier).slice(4)).toEqual([`boss again: ${alert}`, `deputy again: ${alert}`]);
  expect(plainText(notifier.said[5]!.message.card)).toContain('Closed on 15 Jun 2018: its reason is gone.');
});

it('answers a card that is pressed late with how it stands now', async () => {
  const { services, notifier, put } = await openAtRisk();
  await put([lapsing]);
  await sweep(services);
  const note = buttonOf(notifier.said[0]!, 'acknowledge');
  await replyTo({ pressed: note }, asker('boss', friday), services);
  const late = await replyTo({ pressed: note }, asker('deputy', friday), services);
  const inPublic = await replyTo(
    { pressed: buttonOf(notifier.said[0]!, 'assign') },
    { ...asker('deputy', friday), scope: 'channel' },
    services,
  );
  const stranger = await replyTo({ pressed: note }, asker('somebody', friday), services);

  expect(plainText(late.card)).toContain('It has changed since that card was sent');
  expect(plainText(late.card)).toContain('Name of boss has taken note');
  expect(plainText(inPublic.card)).toContain('An admin has taken note');
  expect(stranger.name).toBe('admins-only');
});

it('tells whoever it is assigned to', async () => {
  const { services, notifier, put } = await openAtRisk({ known: ['boss', 'deputy', 'aad-ana'] });
  await put([lapsing]);
  await sweep(services);
  const { data } = buttonOf(notifier.said[0]!, 'assign') as { readonly data: object };
  const choice = await replyTo({ pressed: { verb: 'alerts', data } }, asker('boss', friday), services);
  const reply = await replyTo(
    { pressed: { verb: 'alerts', data: { ...data, to: 'aad-ana' } } },
    asker('boss', friday),
    services,
  );
  await sweep(services);

  expect(plainText(choice.card)).toContain('Who is to deal with it?');
  expect(plainText(reply.card)).toContain('Name of aad-ana deals with it; assigned by Name of boss');
  expect(heads(notifier)).toContain(`aad-ana: ${alert}`);
});

it.each<[string, SendOutcome, object]>([
  ['blocked', { kind: 'blocked', code: 'MessageWritesBlocked' }, { is: 'failed', code: 'MessageWritesBlocked' }],
  ['throttled', { kind: 'later', code: '429', afterMs: 1000 }, { is: 'failed', code: '429', retryAt: friday + 1000 }],
  [
    'refused',
    { kind: 'refused', code: 'tenant-not-allowed' },
    { is: 'failed', code: 'tenant-not-allowed', retryAt: friday + dayMs },
  ],
])('accounts for what was %s, and tries again what may be tried again', async (_, outcome, state) => {
  const outcomes = [outcome, undefined];
  const { services, put, store, notifier, pass } = await openAtRisk({
    known: ['boss'],
    outcome: () => outcomes.shift(),
  });
  await put([lapsing]);
  const first = await sweep(services);
  const rows = (await deliveriesIn(store)).flatMap(({ recipient, state: is }) => (recipient === 'boss' ? [is] : []));
  pass(4 * dayMs);
  await sweep(services);

  expect(first.deliveries).toEqual({ planned: 2, sent: 0, failed: 1, skipped: 1 });
  expect(rows).toEqual([expect.objectContaining(state)]);
  expect(notifier.said).toHaveLength(1);
});

it('remembers whom it cannot reach, and says so to an admin', async () => {
  const { services, put, store } = await openAtRisk({
    outcome: ({ id }) => (id === 'deputy' ? { kind: 'blocked', code: 'MessageWritesBlocked' } : undefined),
  });
  await put([lapsing]);
  await sweep(services);
  const kept = await store.conversations.get(tenant, 'deputy');
  const { card } = await replyTo({ said: 'alerts' }, asker('boss', friday), services);

  expect(kept?.value.hindrance).toEqual({
    kind: 'blocked',
    code: 'MessageWritesBlocked',
    since: '2018-06-15T10:00:00.000Z',
    retryAt: '2018-06-16T10:00:00.000Z',
  });
  expect(plainText(card)).toContain('Name of deputy: The person has blocked or removed Laurel.');
});

it('keeps the id of a conversation that had to be created', async () => {
  const { services, put, store } = await openAtRisk({
    known: ['boss'],
    outcome: () => ({ kind: 'sent', activity: 'x', conversation: 'a:made' }),
  });
  await put([lapsing]);
  await sweep(services);

  expect((await store.conversations.get(tenant, 'boss'))?.value.reference.conversation).toBe('a:made');
});

it('says nothing to whom stopped such alerts, and the settings say which', async () => {
  const { services, notifier, put } = await openAtRisk();
  const preview = await replyTo({ said: 'stop alerts about the renewal at risk' }, asker('boss', friday), services);
  const stopped = await replyTo({ pressed: preview.card.actions?.[0] }, asker('boss', friday), services);
  await put([lapsing]);
  const { deliveries } = await sweep(services);

  expect(plainText(stopped.card)).toContain('No more alerts about the renewal at risk.');
  expect(deliveries).toEqual({ planned: 2, sent: 1, failed: 0, skipped: 1 });
  expect(heads(notifier)).toEqual([`deputy: ${alert}`]);
});

it('says everything once where several sweep at the same time', async () => {
  const { services, notifier, put, store } = await openAtRisk();
  await put([lapsing]);
  const swept = await Promise.all(Array.from({ length: 4 }, () => sweep(services)));

  expect(swept.reduce((sum, { partners }) => sum + partners, 0)).toBe(1);
  expect(heads(notifier)).toEqual([`boss: ${alert}`, `deputy: ${alert}`]);
  expect(await ledger(store)).toEqual({ sent: 2 });
});

/** A store that is gone from a certain write on, as for a process that is killed there. */
function killedAt(store: Store, writes: number): Store {
  let left = writes;
  const dying = <T>(repository: Repository<T>): Repository<T> => ({
    ...repository,
    write: async (...wanted) => {
      if (left-- <= 0) throw new StoreUnavailable('killed');
      return repository.write(...wanted);
    },
  });
  return {
    ...store,
    schedule: dying(store.schedule),
    standings: dying(store.standings),
    notices: dying(store.notices),
    deliveries: dying(store.deliveries),
    conversations: dying(store.conversations),
  };
}

it.each(Array.from({ length: 12 }, (_, writes) => writes))(
  'loses nothing where it is killed at write %i',
  async (writes) => {
    const { services, notifier, put, store, pass } = await openAtRisk();
    await put([lapsing]);
    await sweep({ ...services, store: killedAt(store, writes) }).catch(() => undefined);
    for (let round = 0; round < 4; round += 1) {
      pass(claimLapsesAfter);
      await sweep(services);
    }
    const told = (id: string) => notifier.said.filter(({ to, replaced }) => to.id === id && !replaced).length;

    expect([told('boss'), told('deputy')].every((times) => times === 1 || times === 2)).toBe(true);
    expect(await ledger(store)).toEqual({ sent: 2 });
  },
);

it('says on the next working day what was sent twice and never answered, and why it is said again', async () => {
  const tried: string[] = [];
  const { services, notifier, put, pass, store } = await openAtRisk({
    outcome: ({ id }) => (tried.push(id) <= 4 ? { kind: 'unclear', code: 'no-answer', afterMs: 1000 } : undefined),
  });
  await put([lapsing]);
  for (const wait of [0, 1000, 1000, 6 * hourMs]) {
    pass(wait);
    await sweep(services);
  }
  expect(tried).toEqual(['boss', 'deputy', 'boss', 'deputy']);
  expect(await ledger(store)).toEqual({ failed: 2 });

  pass(2 * dayMs);
  await sweep(services);
  expect(notifier.said).toEqual([]);
  pass(dayMs);
  await sweep(services);
  expect(notifier.said.map(({ to }) => to.id)).toEqual(['boss', 'deputy']);
  const [card] = notifier.said.map(({ message }) => plainText(message.card));
  expect(card).toContain('did not confirm on 15 Jun 2018');
  expect(card).toContain(alert);
  expect(await ledger(store)).toEqual({ sent: 4 });
});

it('puts off a partner whose facts somebody is changing, until they are done or have come to grief', async () => {
  const { services, notifier, put, store, pass } = await openAtRisk();
  await put([lapsing]);
  const [row] = [await store.standings.get(tenant, tenant)];
  const value = { ...row!.value, marks: [{ token: 'x', at: friday }] };
  await store.standings.write(tenant, [{ kind: 'replace', value, version: row!.version }]);

  expect(await sweep(services)).toMatchObject({ partners: 1, notices: { opened: 0 } });
  pass(6 * 60_000);
  expect(await sweep(services)).toMatchObject({ notices: { opened: 1 } });
  expect(notifier.said).toHaveLength(2);
});

it('forgets what was closed long ago, and what was said of it', async () => {
  const { services, put, store, pass } = await openAtRisk();
  await put([lapsing]);
  await sweep(services);
  await put([{ ...lapsing, achievements: [earned('p')] }]);
  await sweep(services);
  const before = await ledger(store);
  pass(91 * dayMs);
  await put([]);
  await sweep(services);
  const keys = [];
  for await (const { value } of store.notices.list(tenant)) keys.push(value.key);

  expect(before).toEqual({ sent: 2 });
  expect(keys).toEqual(['stale-data/2018-06-14', 'runway/2019-02-14/-180'].sort());
  expect(Object.values(await ledger(store)).reduce((sum, count) => sum + count, 0)).toBe(2);
});

it('keeps no other partner waiting while one takes long', async () => {
  const { services, put, store, pass } = await openAtRisk();
  await put([lapsing]);
  for (const other of ['a', 'z']) {
    await store.partners.write(other, [create({ ...partner, tenant: other })]);
    await store.people.write(other, [create(lapsing)]);
    await store.imports.write(other, [create(imported)]);
    await store.conversations.write(other, [create(conversationWith('boss'))]);
    await scheduleSweep(services, other);
  }
  pass(6 * 60_000);
  const told: string[] = [];
  let slow = '';
  let letGo = () => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  const notifier: AppServices['notifier'] = {
    ...services.notifier,
    send: async (to, ...about) => {
      slow ||= to;
      if (to === slow) await held;
      told.push(to);
      // Whoever comes first waits for all others to be told.
      if (new Set(told).size === 2) letGo();
      return services.notifier.send(to, ...about);
    },
  };
  await sweep({ ...services, notifier });

  expect(new Set(told)).toEqual(new Set(['a', 'z', tenant]));
  expect(told.at(-1)).toBe(slow);
});

it('keeps the others from waiting where something goes wrong for one, and says that it did', async () => {
  const { services, notifier, put, store } = await openAtRisk();
  await put([lapsing]);
  await store.schedule.write(everybody, [create({ tenant: 'a broken one', dueAt: 0, calls: 1 })]);
  await store.partners.write('a broken one', [create({ ...partner, tenant: 'a broken one', programme: 'unknown' })]);

  await expect(sweep(services)).rejects.toThrow(/not among those loaded/);
  expect(notifier.said).toHaveLength(2);
});

describe('a clock that goes forward, back and forward again', () => {
  it('has nobody told anything twice', async () => {
    const { services, store, put, pass } = await openAtRisk();
    await put([lapsing]);
    await sweep(services);
    for (const days of [40, -40, 40, -20, 20, -40]) {
      pass(days * dayMs);
      await sweep(services);
    }

    const told = (await deliveriesIn(store)).flatMap(({ notice, recipient, state }) =>
      notice && state.is === 'sent' ? [`${recipient} ${notice}`] : [],
    );
    expect(told.length).toBeGreaterThan(2);
    expect(told).toEqual([...new Set(told)]);
  });

  it('has the cards follow, without being called', async () => {
    const { services, notifier, put, pass } = await openAtRisk({ known: ['boss'] });
    await put([lapsing]);
    await sweep(services);
    pass(220 * dayMs);
    const forward = await sweep(services);
    pass(-220 * dayMs);
    const back = await sweep(services);

    expect([forward.partners, back.partners]).toEqual([1, 1]);
    expect(heads(notifier).at(-1)).toMatch(/^boss again: /);
    expect(await sweep(services)).toMatchObject({ partners: 0 });
  });
});
