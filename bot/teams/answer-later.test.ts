/** Where a file takes longer than a turn, the message or the pressed card that says so is replaced by the answer. */
import type { Activity } from 'botbuilder';
import { setImmediate as nextRound } from 'node:timers/promises';
import { plainText } from '../../cards/elements/plain-text';
import type { Card } from '../../cards/elements/card';
import { openMemory } from '../../infra/memory/store';
import { recordingOutbound } from '../context/notifier.case';
import type { AppServices } from '../context/app-services';
import { listValues } from '../store/row-list';
import { Channel, tenant, worldWith } from './app.case';

const csv = 'TrainingTitle,TrainingCompletionDate,CorpEmail\n70-532,2018-01-01,zoe@fern.example\n';
const contentType = 'application/vnd.microsoft.teams.file.download.info';

const drop: Partial<Activity> = {
  type: 'message',
  attachments: [{ contentType, name: 'a.csv', content: { downloadUrl: 'https://fern.example/a.csv' } }],
};

/** Half of the deadline is waited for each of two answers. */
jest.setTimeout(60_000);

/** Work that waits until it is let go. */
function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open = () => {};
  return { opened: new Promise<void>((resolve) => (open = resolve)), open: () => open() };
}

async function slowWorld() {
  const store = openMemory();
  const [reading, writing] = [gate(), gate()];
  const notifier = recordingOutbound();
  const world = worldWith(store);
  const seenAt = new Date(world.now()).toISOString();
  const reference = { channel: 'msteams', serviceUrl: 'http://127.0.0.1/', bot: '28:laurel', conversation: 'a:1' };
  const chat = { id: 'aad-1', scope: 'personal', reference, name: 'Ana', locale: 'en', seenAt } as const;
  await store.conversations.write(tenant, [{ kind: 'create', value: chat }]);
  const people: typeof store.people = {
    ...store.people,
    write: async (...args) => (await writing.opened, store.people.write(...args)),
  };
  const services: AppServices = {
    ...world,
    store: { ...store, people },
    access: { tenants: 'any', firstAdmins: ['aad-1'] },
    notifier,
    transfer: { ...world.transfer, fetch: async () => ({ bytes: Buffer.from(csv) }) },
    read: async (...args) => (await reading.opened, world.read(...args)),
    deadline: 3_000,
  };
  return { services, notifier, reading, writing };
}

function cardOf(activity: Partial<Activity> | undefined): Card {
  return activity?.attachments?.[0]?.content as Card;
}

it('first the plan, then the result, each once and with nothing owed afterwards', async () => {
  const { services, notifier, reading, writing } = await slowWorld();
  const channel = new Channel();
  await channel.receive(services, drop);
  const read = plainText(cardOf(channel.sent.at(-1)));
  reading.open();
  while (notifier.said.length < 1) await nextRound();
  const plan = notifier.said[0]!;
  const apply = plan.message.card.actions!.find(({ title }) => title === 'Apply')!;
  const pressed = { name: 'adaptiveCard/action', value: { action: apply }, replyToId: 'the plan' };
  await channel.receive(services, { type: 'invoke', ...pressed });
  const running = JSON.stringify(channel.sent.at(-1));
  writing.open();
  while (notifier.said.length < 2) await nextRound();
  while ((await listValues(services.store.pendings, tenant))[0]?.wish) await nextRound();

  expect(read).toContain('a.csv is being read');
  expect([plan.replaced, plan.to.id, plainText(plan.message.card)]).toEqual([
    'sent',
    'aad-1',
    expect.stringContaining('What this file would change'),
  ]);
  expect(running).toContain('a.csv is being taken in');
  expect(notifier.said[1]!.replaced).toBe('the plan');
  expect(plainText(notifier.said[1]!.message.card)).toContain('a.csv is taken in');
  expect(notifier.said).toHaveLength(2);
});
