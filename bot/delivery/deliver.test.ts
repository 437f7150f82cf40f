/** Each card is sent once: the ledger says `sending` before the request, and afterwards what the channel answered. */
import type { Delivery } from '../../domain/alerts/delivery';
import type { PlannedCard } from '../../domain/alerts/plan-deliveries';
import type { Conversation } from '../../domain/partner/conversation';
import type { Store } from '../../domain/ports';
import { openMemory } from '../../infra/memory/store';
import { conversationWith, create, dayMs, deliveriesIn, friday, tenant } from '../alerts/at-risk.case';
import type { Message, Notifier, SendOutcome } from '../context/notifier';
import { listAll } from '../store/row-list';
import { deliver } from './deliver';

const message: Message = { card: { type: 'AdaptiveCard' } as Message['card'], locale: 'en' };

function delivery(id: string, parts: Partial<Delivery> = {}): Delivery {
  const state = { is: 'sending', at: friday } as const;
  return { id, recipient: 'ana', notice: id, post: 'p', day: '2018-06-15', tries: 1, unclear: 0, state, ...parts };
}

const planned: PlannedCard = { id: 'p', recipient: 'ana', say: [delivery('d')], said: [] };
const shownBefore = delivery('e', { state: { is: 'sent', at: friday - dayMs, activity: 'old' }, shown: 'earlier' });

interface Parts {
  readonly kept?: readonly Delivery[];
  readonly conversation?: Conversation;
  /** The answers of the channel, in order; by default everything is sent as activity `new`. */
  readonly answers?: readonly SendOutcome[];
  /** Runs after the ledger was read. */
  readonly before?: (store: Store) => Promise<unknown>;
  /** Runs while the request is on its way. */
  readonly meanwhile?: (store: Store) => Promise<unknown>;
}

async function run(post: PlannedCard, parts: Parts = {}) {
  const store = openMemory();
  const conversation = parts.conversation ?? conversationWith('ana');
  await store.conversations.write(tenant, [create(conversation)]);
  await store.deliveries.write(tenant, (parts.kept ?? []).map(create));
  const rows = await listAll(store.deliveries, tenant);
  await parts.before?.(store);
  const calls: string[] = [];
  const answers = [...(parts.answers ?? [])];
  const answer = async (call: string, { begin }: Message): Promise<SendOutcome> => {
    const before = answers.shift() ?? { kind: 'sent', activity: 'new' };
    if (before.kind !== 'refused' && begin && !(await begin())) return { kind: 'later', code: 'withdrawn', afterMs: 0 };
    calls.push(`${call}: ${(await deliveriesIn(store)).map(({ id, state }) => `${id} ${state.is}`).join(', ')}`);
    await parts.meanwhile?.(store);
    return before;
  };
  const notifier: Notifier = {
    send: (_, __, sent) => answer('send', sent),
    update: (_, __, { activity, message: sent }) => answer(`update ${activity}`, sent),
  };
  const ledger = new Map(rows.map((row) => [row.value.id, row]));
  const conversations = new Map((await listAll(store.conversations, tenant)).map((row) => [row.value.id, row]));
  const dispatch = { tenant, ledger, conversations, messageFor: async () => message };
  const returned = await deliver([post], dispatch, { store, notifier, now: () => friday });
  const ana = (await store.conversations.get(tenant, 'ana'))!.value;
  return { calls, returned, stored: await deliveriesIn(store), ana };
}

it('stores a delivery as sending before the request, and as sent afterwards', async () => {
  const { calls, returned, stored } = await run(planned);
  const sent = [delivery('d', { state: { is: 'sent', at: friday, activity: 'new' } })];

  expect(calls).toEqual(['send: d sending']);
  expect({ returned, stored }).toEqual({ returned: sent, stored: sent });
});

it.each<[string, SendOutcome, Delivery['state'], number]>([
  [
    'throttled',
    { kind: 'later', code: '429', afterMs: 5 },
    { is: 'failed', at: friday, code: '429', retryAt: friday + 5 },
    0,
  ],
  [
    'cut off',
    { kind: 'unclear', code: 'x', afterMs: 5 },
    { is: 'failed', at: friday, code: 'x', retryAt: friday + 5 },
    1,
  ],
  ['blocked', { kind: 'blocked', code: '403' }, { is: 'failed', at: friday, code: '403', retryAt: friday + dayMs }, 0],
  [
    'refused before its request',
    { kind: 'refused', code: 'too-large' },
    { is: 'failed', at: friday, code: 'too-large', retryAt: friday + dayMs },
    0,
  ],
])('stores what became of a delivery that was %s', async (_, outcome, state, unclear) => {
  const { stored } = await run(planned, { answers: [outcome] });

  expect(stored).toEqual([delivery('d', { state, unclear })]);
});

it('sends nothing that another instance has begun since the ledger was read, and leaves its row', async () => {
  const theirs = delivery('d', { tries: 4 });
  const before = (store: Store) => store.deliveries.write(tenant, [create(theirs)]);

  expect(await run(planned, { before })).toMatchObject({ calls: [], returned: [], stored: [theirs] });
});

it('leaves the row of an instance that has tried again while this one waited for its answer', async () => {
  const theirs = delivery('d', { tries: 2 });
  const meanwhile = async ({ deliveries }: Store) => {
    const { version } = (await deliveries.get(tenant, 'd'))!;
    await deliveries.write(tenant, [{ kind: 'replace', value: theirs, version }]);
  };

  expect((await run(planned, { meanwhile })).stored).toEqual([theirs]);
});

it('sends nothing where there is no conversation', async () => {
  expect(await run({ ...planned, recipient: 'bo' })).toMatchObject({ calls: [], returned: [], stored: [] });
});

it('says on an updated card that nobody was notified of it', async () => {
  const { calls, stored } = await run(
    { ...planned, said: [shownBefore], activity: 'old' },
    { kept: [shownBefore], answers: [{ kind: 'sent', activity: 'old' }] },
  );
  const state = { is: 'sent', at: friday, activity: 'old', silent: true } as const;

  expect(calls).toEqual(['update old: d sending, e sent']);
  expect(stored).toContainEqual(delivery('d', { state }));
});

it('sends a card anew that is gone, with what it said before', async () => {
  const said = [{ ...shownBefore, shown: 'now' }];
  const { calls, stored } = await run(
    { ...planned, said, activity: 'old' },
    { kept: [shownBefore], answers: [{ kind: 'gone', code: '404' }] },
  );

  expect(calls.map((call) => call.split(':')[0])).toEqual(['update old', 'send']);
  expect(stored.map(({ id, state }) => [id, state.is === 'sent' && state.activity])).toEqual([
    ['d', 'new'],
    ['e', 'new'],
  ]);
});

it('does not send a card anew that is gone and has nothing new to say', async () => {
  const said = [{ ...shownBefore, shown: 'now' }];
  const { calls, stored, ana } = await run(
    { ...planned, say: [], said, activity: 'old' },
    { kept: [shownBefore], answers: [{ kind: 'gone', code: '404' }] },
  );

  expect(calls.map((call) => call.split(':')[0])).toEqual(['update old']);
  expect(stored).toEqual(said);
  expect(ana.hindrance).toBeUndefined();
});

it('shows an updated card again later where the update was throttled', async () => {
  const said = [{ ...shownBefore, shown: 'now' }];
  const answers: readonly SendOutcome[] = [{ kind: 'later', code: '429', afterMs: 5 }];
  const { stored } = await run({ ...planned, say: [], said, activity: 'old' }, { kept: [shownBefore], answers });

  expect(stored).toEqual([shownBefore]);
});

it('remembers for a day that a conversation is blocked, and forgets it when a card arrives', async () => {
  const blocked = await run(planned, { answers: [{ kind: 'blocked', code: '403' }] });
  const hindrance = {
    kind: 'blocked',
    code: '403',
    since: '2018-06-15T10:00:00.000Z',
    retryAt: '2018-06-16T10:00:00.000Z',
  };
  expect(blocked.ana.hindrance).toEqual(hindrance);

  const arrived = await run(planned, { conversation: blocked.ana });
  expect(arrived.ana).toEqual(conversationWith('ana'));
});

it('keeps the id of a conversation that the channel has made for the card', async () => {
  const { ana } = await run(planned, { answers: [{ kind: 'sent', activity: 'new', conversation: 'a:made' }] });

  expect(ana.reference.conversation).toBe('a:made');
});
