/** A card that is shown again: each reader gets a view of their own, nothing is written, and what cannot be answered changes nothing. */
import { openMemory } from '../../infra/memory/store';
import { plainText } from '../../cards/elements/plain-text';
import { createTurnLimits, turnAllowances } from '../context/turn-limits';
import { askBy, importInto, noon, programme, titles, worldOf } from '../partner/standing-cache.case';
import type { AppServices } from '../context/app-services';
import type { TurnRequest } from '../context/turn-request';
import { replyTo } from './turn';

const [first] = programme.competencies;
const card = { verb: 'competency', data: { competency: first!.id } };

async function world(parts: Partial<AppServices> = {}): Promise<AppServices> {
  const services = worldOf(openMemory(), parts);
  await importInto(
    services,
    titles.slice(0, 1).map((title) => [title, '2020-01-01', 'holder.of.one']),
  );
  return services;
}

const inRoom = (user: string): TurnRequest => ({ ...askBy(user), scope: 'groupChat' });

async function told(refreshed: unknown, request: TurnRequest, services: AppServices): Promise<string> {
  return plainText((await replyTo({ refreshed }, request, services)).card);
}

it('shows names in a room to an admin alone, and says so', async () => {
  const services = await world();
  const ofAdmin = await told(card, inRoom('boss'), services);
  const ofEmployee = await told(card, inRoom('employee'), services);
  const ofEveryone = plainText((await replyTo({ pressed: card }, inRoom('boss'), services)).card);

  expect(ofAdmin).toContain('Only you see the names here.');
  for (const others of [ofEmployee, ofEveryone]) {
    expect(others).toContain('Only admins see other people’s names.');
    expect(others).not.toContain('holder.of.one');
  }
});

it('shows what was imported since', async () => {
  const services = await world();
  const before = await told({ verb: 'progress' }, askBy('boss'), services);
  await importInto(
    services,
    titles.map((title) => [title, '2020-01-01', 'another']),
  );

  expect(await told({ verb: 'progress' }, askBy('boss'), services)).not.toBe(before);
});

it('keeps current what it answers, and nothing else', async () => {
  const services = await world();
  const kept = async (refreshed: unknown) => (await replyTo({ refreshed }, askBy('boss'), services)).keeps;

  expect(await kept({ verb: 'progress', data: { page: 1 } })).toEqual({ ask: 'progress', page: 1 });
  expect(await kept({ verb: 'risk' })).toEqual({ ask: 'risk' });
  for (const verb of ['plan', 'people', 'left', 'export', 'constructor', undefined])
    expect(await kept({ verb })).toBeUndefined();
  expect(await kept({ verb: 'competency', data: { competency: 'none' } })).toBeUndefined();
});

it('writes nothing, whatever the client claims', async () => {
  const services = await world();
  const store = services.store as ReturnType<typeof openMemory>;
  await told({ verb: 'progress' }, askBy('boss'), services);
  const before = store.requests.length;

  for (const verb of ['membership', 'figure', 'alerts', 'import', 'forget', 'competency'])
    await told(
      { verb, data: { metric: 'seats', value: 1, level: 'gold', boughtOn: '2020-01-01', person: 'me', isSure: true } },
      askBy('boss'),
      services,
    );

  expect(store.requests.slice(before).filter(({ operation }) => operation === 'write')).toEqual([]);
});

it('leaves the card as it is for a reader who asks too often', async () => {
  const services = await world({ limits: createTurnLimits(() => noon) });
  for (let count = 0; count < turnAllowances.refresh.person.atOnce; count += 1)
    await replyTo({ refreshed: { verb: 'progress' } }, askBy('employee'), services);

  expect((await replyTo({ refreshed: { verb: 'progress' } }, askBy('employee'), services)).keeps).toBeUndefined();
  expect((await replyTo({ refreshed: { verb: 'progress' } }, askBy('boss'), services)).keeps).toEqual({
    ask: 'progress',
  });
});
