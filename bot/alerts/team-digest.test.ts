/** The weekly card for a room: set by a press, posted by the sweep, without names unless an admin says so. */
import { plainText } from '../../cards/elements/plain-text';
import { person } from '../../domain/alerts/derive-notices.case';
import { StoreUnavailable } from '../../domain/basics/repository';
import type { Conversation } from '../../domain/partner/conversation';
import { everybody } from '../../domain/ports';
import { actOnTask, askedTask } from '../../domain/tasks/assigned-task';
import type { TurnRequest } from '../context/turn-request';
import { askBy } from '../partner/standing-cache.case';
import { killedAt } from '../store/killed-store.case';
import { listValues } from '../store/row-list';
import { replyTo } from '../turns/turn';
import { conversationWith, create, dayMs, friday, lapsing, openAtRisk, tenant, type AtRisk } from './at-risk.case';
import { sweep } from './sweep';

const room: Conversation = { ...conversationWith('19:abc@thread.tacv2'), scope: 'channel', name: 'Partner team' };
const asking = (user: string, more: Partial<TurnRequest> = {}): TurnRequest => ({
  ...askBy(user, friday),
  tenant,
  ...more,
});
const press = (data: object) => ({ pressed: { verb: 'team-digest', data } });

/** Ana's certification puts the renewal at risk, and Bo has booked an exam. */
async function openWorld(): Promise<AtRisk> {
  const world = await openAtRisk();
  await world.put([lapsing, person('bo', [], { name: 'Bo Quist' })]);
  await world.store.conversations.write(tenant, [create(room)]);
  const asked = askedTask(
    { person: 'bo', credential: 'q', askedBy: 'boss', askedAt: friday, due: '2018-09-01' },
    undefined,
  )!;
  await world.store.tasks.write(tenant, [create(actOnTask(asked, { do: 'book', on: '2018-07-20' }, friday)!)]);
  return world;
}

/** When the partner is due again, in milliseconds since 1970. */
async function nextSweep({ store }: AtRisk): Promise<number> {
  const [entry] = await listValues(store.schedule, everybody);
  return entry!.dueAt;
}

const posted = ({ notifier }: AtRisk) =>
  notifier.said.filter(({ to }) => to.id === room.id).map(({ message }) => plainText(message.card));

it('is posted on Mondays, once, with numbers in place of names', async () => {
  const world = await openWorld();
  const saved = await replyTo(press({ to: room.id }), asking('boss'), world.services);
  await sweep(world.services);
  const before = posted(world);
  world.pass(3 * dayMs);
  await sweep(world.services);
  await sweep(world.services);
  const [card, ...more] = posted(world);

  expect(saved.name).toBe('team-digest-saved');
  expect(plainText(saved.card)).toContain('It is posted in Partner team, without names.');
  expect([before, more]).toEqual([[], []]);
  expect(card).toContain('1 task open, 1 exam booked, none overdue');
  expect(card).toContain('People are told as numbers here.');
  expect(card).not.toMatch(/Quist|ana/);
  world.pass(7 * dayMs);
  await sweep(world.services);
  expect(posted(world)).toHaveLength(2);
});

it('shows how many goals held a level a month ago', async () => {
  const world = await openWorld();
  const before = { on: '2018-05-01', programme: 'test', people: 1, counting: 1, lapsed: 0 };
  const goals = { first: { progress: 50 }, second: { progress: 0 } };
  const { histories } = world.store;
  const kept = await histories.get(tenant, tenant);
  const value = { tenant, steps: [{ ...before, goals }] };
  await histories.write(tenant, [kept ? { kind: 'replace', value, version: kept.version } : create(value)]);
  await replyTo(press({ to: room.id }), asking('boss'), world.services);
  world.pass(3 * dayMs);
  await sweep(world.services);

  expect(posted(world)[0]).toContain('With a level since 19 May 2018: 0 → 1');
});

it('names people where an admin says so, and ends where an admin stops it', async () => {
  const world = await openWorld();
  await replyTo(press({ to: room.id, names: 'yes' }), asking('boss'), world.services);
  world.pass(3 * dayMs);
  await sweep(world.services);
  const stopped = await replyTo(press({ stop: true }), asking('boss'), world.services);
  world.pass(7 * dayMs);
  await sweep(world.services);

  expect(posted(world)).toHaveLength(1);
  expect(posted(world)[0]).toContain('Bo Quist: exam q');
  expect(plainText(stopped.card)).toContain('It is not posted anywhere.');
  expect(await nextSweep(world)).toBeGreaterThan(friday + 10 * dayMs + 60_000);
});

it('is for admins, in a room for that room alone, and typed words set nothing', async () => {
  const world = await openWorld();
  await world.store.conversations.write(tenant, [create({ ...room, id: '19:other', name: 'Secret room' })]);
  const here = { scope: 'channel', conversation: room.id } as const;
  const typed = await replyTo({ said: 'weekly digest' }, asking('boss', here), world.services);
  const elsewhere = await replyTo(press({ to: '19:other' }), asking('boss', here), world.services);
  const other = await replyTo(press({ to: room.id }), asking('ana'), world.services);
  const forged = await replyTo(press({ to: '19:nowhere' }), asking('boss'), world.services);

  expect([typed.name, elsewhere.name, other.name, forged.name]).toEqual([
    'team-digest',
    'team-digest',
    'admins-only',
    'team-digest',
  ]);
  expect(JSON.stringify(typed.card)).not.toContain('Secret room');
  expect((await world.store.partners.get(tenant, tenant))?.value.team).toBeUndefined();
});

it('is posted once more at most where the process is killed at any write', async () => {
  for (let at = 0; at < 12; at += 1) {
    const world = await openWorld();
    await replyTo(press({ to: room.id }), asking('boss'), world.services);
    world.pass(3 * dayMs);
    await sweep({ ...world.services, store: killedAt(world.store, at).store }).catch((error: unknown) => {
      if (!(error instanceof StoreUnavailable)) throw error;
    });
    for (const minutes of [6, 6, 30, 60]) {
      world.pass(minutes * 60_000);
      await sweep(world.services);
    }
    const times = posted(world).length;
    expect([at, times >= 1, times <= 2]).toEqual([at, true, true]);
  }
});
