/** Reaching people: whoever a team's roster tells of is written to, once, and whoever cannot be is told of to the admin. */
import { plainText } from '../../cards/elements/plain-text';
import { openMemory } from '../../infra/memory/store';
import { makeDue } from '../partner/sweep-schedule';
import type { Ask, Member } from '../context/turn-request';
import { programme, tenant, worldOf } from '../partner/standing-cache.case';
import { recordingOutbound, type Recording } from '../context/notifier.case';
import type { Outcome } from '../context/notifier';
import { sweep } from '../alerts/sweep';
import { replyTo } from '../turns/turn';

const noon = Date.parse('2018-06-01T12:00:00Z');
const blockedBy = { kind: 'blocked', code: 'ConversationBlockedByUser' } as const;
const kim: Member = { id: '29:kim', aadObjectId: 'AAD-KIM', name: 'Kim Doe', mails: ['kim@c.example'] };
const way = { channel: 'msteams', serviceUrl: 'https://smba.trafficmanager.net/emea/', bot: '28:laurel' };

function askFrom(scope: Ask['scope'], members: readonly Member[] = []): Ask {
  const user = { id: '29:boss', aadObjectId: 'boss', name: 'Boss', mails: () => Promise.resolve([]) };
  const conversation = scope === 'personal' ? 'a:boss' : '19:team@thread.tacv2';
  return { tenant, user, members: async () => members, locale: 'ru-RU', scope, conversation, way, now: noon };
}

async function invited(outcome?: Outcome): Promise<{ world: ReturnType<typeof worldOf>; outbound: Recording }> {
  const outbound = recordingOutbound(() => outcome);
  const world = worldOf(openMemory(), { outbound, now: () => noon, programmes: new Map([[programme.id, programme]]) });
  await world.store.partners.write(tenant, [
    {
      kind: 'create',
      value: {
        tenant,
        name: 'C',
        programme: programme.id,
        market: 'developed',
        policies: {},
        admins: ['boss'],
        shown: [],
      },
    },
  ]);
  await replyTo({ said: 'onboard everyone' }, askFrom('channel', [kim]), world);
  await sweep(world);
  return { world, outbound };
}

const says = async (said: string, world: ReturnType<typeof worldOf>) => {
  const text = plainText((await replyTo({ said }, { ...askFrom('personal'), locale: 'en' }, world)).card);
  return text;
};

it('opens the conversation with somebody of whom only the roster tells, by the first card', async () => {
  const { world, outbound } = await invited();

  expect(outbound.said.map(({ to, message }) => [to.reference, message.locale])).toEqual([
    [{ ...way, user: '29:kim' }, 'ru-RU'],
  ]);
  await replyTo({ said: 'onboard everyone' }, askFrom('channel', [kim]), world);
  await sweep(world);
  expect(outbound.said).toHaveLength(1);
});

it('leaves what somebody has shown of themselves as it is', async () => {
  const { world } = await invited();
  const kept = await world.store.conversations.get(tenant, 'aad-kim');
  const value = { ...kept!.value, locale: 'pt-BR' as const };
  await world.store.conversations.write(tenant, [{ kind: 'replace', value, version: kept!.version }]);
  await replyTo({ said: 'onboard everyone' }, askFrom('channel', [kim]), world);

  expect((await world.store.conversations.get(tenant, 'aad-kim'))?.value.locale).toBe('pt-BR');
});

it('tells the admin who has blocked Laurel, and what to do about it', async () => {
  const { world } = await invited(blockedBy);

  expect(await says('onboarding', world)).toContain('cannot be reached in Teams');
  expect(await says('onboard Kim Doe', world)).toContain('Kim Doe');
  expect(await says('onboarding', world)).toMatch(/Kim Doe[\s\S]*Laurel cannot reach this person/);
});

it('learns the account of somebody on record from the roster, without which nobody could be told', async () => {
  const { world } = await invited();
  const identifiers = { corpEmail: ['lee@c.example'], mcpId: [], email: [], aadUserId: [] };
  await world.store.people.write(tenant, [
    { kind: 'create', value: { id: 'lee', name: 'Lee', identifiers, achievements: [] } },
  ]);
  const lee = { id: '29:lee', aadObjectId: 'aad-lee', name: 'Lee', mails: ['Lee@c.example'] };
  await replyTo({ said: 'onboard everyone' }, askFrom('channel', [lee]), world);

  expect((await world.store.people.get(tenant, 'lee'))?.value.identifiers.aadUserId).toEqual(['aad-lee']);
});

it('sweeps on where somebody on the way is on no record any more', async () => {
  const { world, outbound } = await invited();
  for await (const { value, version } of world.store.people.list(tenant))
    await world.store.people.write(tenant, [{ kind: 'remove', id: value.id, version }]);
  await makeDue(world, tenant);

  await expect(sweep(world)).resolves.toMatchObject({ notices: { resolved: 1 } });
  expect(plainText(outbound.said.at(-1)!.message.card)).toContain('Шаг 1 из 4');
});
