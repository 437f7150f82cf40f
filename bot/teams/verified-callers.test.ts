/** Verified callers: believed for two seconds, and for nothing but what was verified. */
import type { Activity } from 'botbuilder';
import type { AuthenticateRequestResult, ConnectorClient } from 'botframework-connector';
import { believedFor, VerifiedCallers } from './verified-callers';

const activity = { channelId: 'msteams', serviceUrl: 'https://a/', recipient: { id: 'bot' } } as Activity;

function scene() {
  let now = 0;
  const verified: string[] = [];
  const made: string[] = [];
  const callers = new VerifiedCallers(() => now);
  const connectorFactory = {
    create: async (url: string, audience = '') => {
      made.push(`${url} ${audience}`);
      return {} as ConnectorClient;
    },
  };
  const call = (token: string, other: Partial<Activity> = {}) =>
    callers.callerOf({ ...activity, ...other }, token, async () => {
      if (token === 'bad') throw new Error('401');
      verified.push(token);
      return { audience: token, connectorFactory } as unknown as AuthenticateRequestResult;
    });
  return { verified, made, call, wait: (ms: number) => void (now += ms) };
}

it('verifies a token again when two seconds are over, and not before', async () => {
  const { call, verified, wait } = scene();
  await call('one');
  wait(believedFor - 1);
  await call('one');
  expect(verified).toEqual(['one']);

  wait(1);
  await call('one');
  expect(verified).toEqual(['one', 'one']);
});

it.each([
  ['channel', { channelId: 'webchat' }],
  ['service URL', { serviceUrl: 'https://b/' }],
  ['role of the recipient', { recipient: { id: 'bot', name: '', role: 'skill' } }],
])('verifies a known token again where the activity names another %s', async (_, other) => {
  const { call, verified } = scene();
  await call('one');
  await call('one', other);

  expect(verified).toEqual(['one', 'one']);
});

it('gives each token its own caller', async () => {
  const { call } = scene();

  expect((await call('one')).audience).toBe('one');
  expect((await call('two')).audience).toBe('two');
  expect((await call('one')).audience).toBe('one');
});

it('refuses each time what is refused', async () => {
  const { call } = scene();

  await expect(call('bad')).rejects.toThrow('401');
  await expect(call('bad')).rejects.toThrow('401');
});

it('makes one connector for a caller, and another one for another address', async () => {
  const { call, made } = scene();
  for (const url of ['https://a/', 'https://a/', 'https://b/'])
    await (await call('one')).connectorFactory!.create(url, 'teams');

  expect(made).toEqual(['https://a/ teams', 'https://b/ teams']);
});
