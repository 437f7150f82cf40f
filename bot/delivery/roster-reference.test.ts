/** Reaching people: whoever a team's roster tells of is written to, once, and whoever cannot be is told of to the admin. */
import { plainText } from '../../cards/elements/plain-text';
import { openMemory } from '../../infra/memory/store';
import { scheduleSweep } from '../partner/sweep-schedule';
import type { TurnRequest, ConversationMember } from '../context/turn-request';
import { programme, tenant, worldOf } from '../partner/standing-cache.case';
import { recordingOutbound, type Recording } from '../context/notifier.case';
import type { SendOutcome } from '../context/notifier';
import { sweep } from '../alerts/sweep';
import { replyTo } from '../turns/turn';

const noon = Date.parse('2018-06-01T12:00:00Z');
const blockedBy = { kind: 'blocked', code: 'ConversationBlockedByUser' } as const;
const kim: ConversationMember = { id: '29:kim', aadObjectId: 'AAD-KIM', name: 'Kim Doe', mails: ['kim@c.example'] };
/** The button of the preview that `onboard everyone` shows. */
const invitingEveryone = { verb: 'onboard', data: { people: ['*'], invite: true } };
const way = { channel: 'msteams', serviceUrl: 'https://smba.trafficmanager.net/emea/', bot: '28:laurel' };

function askFrom(scope: TurnRequest['scope'], members: readonly ConversationMember[] = []): TurnRequest {
  const user = { id: '29:boss', aadObjectId: 'boss', name: 'Boss', mails: () => Promise.resolve([]) };
  const conversation = scope === 'personal' ? 'a:boss' : '19:team@thread.tacv2';
  return { tenant, user, members: async () => members, locale: 'ru-RU', scope, conversation, way, now: noon };
}

async function invited(outcome?: SendOutcome): Promise<{ services: ReturnType<typeof worldOf>; notifier: Recording }> {
  const notifier = recordingOutbound(() => outcome);
  const services = worldOf(openMemory(), {
    notifier,
    now: () => noon,
    programmes: new Map([[programme.id, programme]]),
  });
  await services.store.partners.write(tenant, [
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
  await replyTo({ pressed: invitingEveryone }, askFrom('channel', [kim]), services);
  await sweep(services);
  return { services, notifier };
}

const says = async (said: string, services: ReturnType<typeof worldOf>) => {
  const text = plainText((await replyTo({ said }, { ...askFrom('personal'), locale: 'en' }, services)).card);
  return text;
};

it('opens the conversation with somebody of whom only the roster tells, by the first card', async () => {
  const { services, notifier } = await invited();

  expect(notifier.said.map(({ to, message }) => [to.reference, message.locale])).toEqual([
    [{ ...way, user: '29:kim' }, 'ru-RU'],
  ]);
  await replyTo({ pressed: invitingEveryone }, askFrom('channel', [kim]), services);
  await sweep(services);
  expect(notifier.said).toHaveLength(1);
});

it('leaves what somebody has shown of themselves as it is', async () => {
  const { services } = await invited();
  const kept = await services.store.conversations.get(tenant, 'aad-kim');
  const value = { ...kept!.value, locale: 'pt-BR' as const };
  await services.store.conversations.write(tenant, [{ kind: 'replace', value, version: kept!.version }]);
  await replyTo({ pressed: invitingEveryone }, askFrom('channel', [kim]), services);

  expect((await services.store.conversations.get(tenant, 'aad-kim'))?.value.locale).toBe('pt-BR');
});

it('tells the admin who has blocked Laurel, and what to do about it', async () => {
  const { services } = await invited(blockedBy);

  expect(await says('onboarding', services)).toContain('cannot be reached in Teams');
  expect(await says('onboard Kim Doe', services)).toContain('Kim Doe');
  expect(await says('onboarding', services)).toMatch(/Kim Doe[\s\S]*Laurel cannot reach this person/);
});

it('learns the account of somebody on record from the roster, without which nobody could be told', async () => {
  const { services } = await invited();
  const identifiers = { corpEmail: ['lee@c.example'], mcpId: [], email: [], aadUserId: [] };
  await services.store.people.write(tenant, [
    { kind: 'create', value: { id: 'lee', name: 'Lee', identifiers, achievements: [] } },
  ]);
  const lee = { id: '29:lee', aadObjectId: 'aad-lee', name: 'Lee', mails: ['Lee@c.example'] };
  await replyTo({ pressed: invitingEveryone }, askFrom('channel', [lee]), services);

  expect((await services.store.people.get(tenant, 'lee'))?.value.identifiers.aadUserId).toEqual(['aad-lee']);
});

it('sweeps on where somebody on the way is on no record any more', async () => {
  const { services, notifier } = await invited();
  for await (const { value, version } of services.store.people.list(tenant))
    await services.store.people.write(tenant, [{ kind: 'remove', id: value.id, version }]);
  await scheduleSweep(services, tenant);

  await expect(sweep(services)).resolves.toMatchObject({ notices: { resolved: 1 } });
  expect(plainText(notifier.said.at(-1)!.message.card)).toContain('Шаг 1 из 4');
});
