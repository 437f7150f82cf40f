/** Sharing a card: shown before it is posted, with the names in it, posted once, by admins alone. */
import { plainText } from '../../../cards/elements/plain-text';
import { person } from '../../../domain/alerts/derive-notices.case';
import type { Conversation } from '../../../domain/partner/conversation';
import { conversationWith, create, friday, lapsing, openAtRisk, tenant, type AtRisk } from '../../alerts/at-risk.case';
import type { Reply } from '../../context/reply';
import type { TurnRequest } from '../../context/turn-request';
import { askBy } from '../../partner/standing-cache.case';
import { listValues } from '../../store/row-list';
import { replyTo } from '../../turns/turn';

const room: Conversation = {
  ...conversationWith('19:abc@thread.tacv2'),
  scope: 'channel',
  name: 'Partner team',
  locale: 'pt-BR',
};
const asking = (user: string, more: Partial<TurnRequest> = {}): TurnRequest => ({
  ...askBy(user, friday),
  tenant,
  ...more,
});

async function openWorld(outcome?: AtRiskOutcome): Promise<AtRisk> {
  const world = await openAtRisk(outcome ? { outcome } : {});
  await world.put([{ ...lapsing, name: 'Ana Quist' }, person('bo', [], { name: 'Bo Falk' })]);
  await world.store.conversations.write(tenant, [create(room)]);
  return world;
}
type AtRiskOutcome = NonNullable<Parameters<typeof openAtRisk>[0]>['outcome'];

const say = ({ services }: AtRisk, said: string, more: Partial<TurnRequest> = {}) =>
  replyTo({ said }, asking('boss', more), services);
const press = ({ services }: AtRisk, data: object, user = 'boss') =>
  replyTo({ pressed: { verb: 'share', data } }, asking(user), services);
const posted = ({ notifier }: AtRisk) => notifier.said.filter(({ to }) => to.id === room.id);

/** What the first button of a card carries. */
function firstButton({ card }: Reply): object {
  return (card.actions![0] as { readonly data: object }).data;
}

it('is previewed without names, posted in the language of the room, and once', async () => {
  const world = await openWorld();
  const where = await say(world, 'share risk');
  const wanted = await press(world, { ...firstButton(where), to: room.id, names: 'no' });
  const before = posted(world).length;
  const done = await press(world, firstButton(wanted));
  const again = await press(world, firstButton(wanted));

  expect([where.name, wanted.name, done.name, again.name]).toEqual([
    'share-where',
    'share-wanted',
    'share-posted',
    'share-again',
  ]);
  expect(plainText(wanted.card)).toContain('No names of people are in it.');
  expect(before).toBe(0);
  expect(posted(world)).toHaveLength(1);
  const card = plainText(posted(world)[0]!.message.card);
  expect(card).not.toMatch(/Quist|Falk/);
  expect([posted(world)[0]!.message.locale, card]).toEqual(['pt-BR', expect.stringContaining('risco')]);
  expect((await listValues(world.store.audit, tenant)).map(({ act, about }) => `${act} ${about}`)).toEqual([
    'shared risk',
    'shared risk',
  ]);
});

it('tells the names that would be read, where the admin says so', async () => {
  const world = await openWorld();
  const wanted = await press(world, { card: 'risk', to: room.id, names: 'yes' });
  await press(world, firstButton(wanted));

  expect(plainText(wanted.card)).toContain('Everyone there reads 1 name: Ana Quist');
  expect(plainText(posted(world)[0]!.message.card)).toContain('Ana Quist');
});

it('says what became of it where the channel refuses', async () => {
  const world = await openWorld(({ id }) => (id === room.id ? { kind: 'refused', code: '403' } : undefined));
  const wanted = await press(world, { card: 'risk', to: room.id });
  const failed = await press(world, firstButton(wanted));

  expect(failed.name).toBe('share-failed');
  expect(plainText(failed.card)).toContain('Teams refused without a reason.');
});

it.each([
  ['a card that is none', { card: 'people', to: room.id, reference: '1' }, 'card-outdated'],
  ['a room where Laurel is not', { card: 'risk', to: '19:nowhere', reference: '1' }, 'card-outdated'],
  [
    'nonsense about a card',
    { card: 'expiring', about: { constructor: 1, days: 'x' }, to: '19:nowhere' },
    'share-where',
  ],
])('posts nothing for %s', async (_, data, name) => {
  const world = await openWorld();

  expect((await press(world, data)).name).toBe(name);
  expect(posted(world)).toEqual([]);
});

it('is for admins, in a private chat', async () => {
  const world = await openWorld();
  const stranger = await press(world, { card: 'risk', to: room.id, reference: '1' }, 'ana');
  const inRoom = await say(world, 'share risk', { scope: 'channel', conversation: room.id });

  expect([stranger.name, inRoom.name]).toEqual(['admins-only', 'only-in-private']);
});

it('asks which card where none is named', async () => {
  const which = await say(await openWorld(), 'share');

  expect(which.name).toBe('share-which');
  expect(which.card.actions!.length).toBeGreaterThan(3);
});
