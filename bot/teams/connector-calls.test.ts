/** Calls to the Bot Connector during a turn: each is sent once, also when it fails, with all properties of its entities. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Activity, TurnContext } from 'botbuilder';
import fc from 'fast-check';
import { createAdapter } from './bot-adapter';
import { mailsOf } from './activities/roster';

interface Call {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly body: string;
}

/** An imitated Bot Connector, whose answers are given by status and body. */
async function openConnector(status: number, answer: object, headers: Record<string, string> = {}) {
  const calls: Call[] = [];
  const server: Server = createServer((request, response) => {
    let body = '';
    request.on('data', (piece: Buffer) => (body += piece.toString()));
    request.on('end', () => {
      calls.push({ method: request.method, url: request.url, body });
      // restify, where another test of this process has loaded it, makes `writeHead` return nothing.
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  opened.push(server);
  return { url, calls };
}

const opened: Server[] = [];
afterEach(() => {
  for (const server of opened.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

function turn(serviceUrl: string, logic: (context: TurnContext) => Promise<void>): Promise<void> {
  const activity: Partial<Activity> = {
    type: 'message',
    id: '1',
    channelId: 'msteams',
    serviceUrl,
    text: 'progress',
    from: { id: '29:ana', name: 'Ana' },
    recipient: { id: '28:laurel', name: 'Laurel' },
    conversation: { id: 'a:1', conversationType: 'personal', isGroup: false, name: '' },
  };
  return createAdapter().processActivityDirect('', activity as Activity, logic);
}

it.each([400, 403, 404, 413, 500])('sends once where the channel answers %d', async (status) => {
  const connector = await openConnector(status, {}, { 'retry-after': '0' });
  let failure: unknown;
  await turn(connector.url, async (context) => {
    failure = await context.sendActivity('hello').catch((error: unknown) => error);
  });
  expect(failure).toMatchObject({ statusCode: status });
  expect(connector.calls).toHaveLength(1);
});

it('keeps every property of an entity', async () => {
  const connector = await openConnector(200, { id: 'sent' });
  const label = {
    type: 'https://schema.org/Message',
    additionalType: ['AIGeneratedContent'],
    citation: [{ position: 1 }],
  };
  await turn(connector.url, async (context) => {
    await context.sendActivity({ type: 'message', text: 'hello', entities: [label] });
  });
  expect(JSON.parse(connector.calls[0]!.body)).toMatchObject({ entities: [label] });
});

it('asks Teams to show a targeted activity to its recipient alone', async () => {
  const connector = await openConnector(200, { id: 'sent' });
  await turn(connector.url, async (context) => {
    context.onSendActivities(async (_context, sent, send) => {
      sent[0]!.recipient = { ...sent[0]!.recipient, isTargeted: true } as never;
      return send();
    });
    await context.sendActivity('hello');
  });
  expect(connector.calls.map(({ url }) => url)).toEqual([
    '/v3/conversations/a%3A1/activities/1?isTargetedActivity=true',
  ]);
});

const log = { info: jest.fn(), warn: jest.fn(), error: jest.fn() };

it('asks the roster for the mail addresses of whoever speaks', async () => {
  const connector = await openConnector(200, {
    id: '29:ana',
    email: 'ana@x.example',
    userPrincipalName: 'ana@y.example',
  });
  let mails: readonly string[] = [];
  await turn(connector.url, async (context) => {
    mails = await mailsOf(context, log);
  });
  expect(mails).toEqual(['ana@x.example', 'ana@y.example']);
  expect(connector.calls.map(({ method, url }) => `${method} ${url}`)).toEqual([
    'GET /v3/conversations/a%3A1/members/29%3Aana',
  ]);
});

it('knows no address where the roster does not answer', async () => {
  const connector = await openConnector(403, {});
  let mails: readonly string[] | undefined;
  await turn(connector.url, async (context) => {
    mails = await mailsOf(context, log);
  });
  expect(mails).toEqual([]);
  expect(log.warn).toHaveBeenCalled();
});

const anyActivity = fc.record(
  {
    type: fc.constant('message'),
    text: fc.string(),
    attachments: fc.array(
      fc.record(
        { contentType: fc.constant('application/json'), name: fc.string(), content: fc.jsonValue() },
        { requiredKeys: ['contentType'] },
      ),
      { maxLength: 3 },
    ),
  },
  { requiredKeys: ['type'] },
);

it('sends an activity as it is, the first time and again', async () => {
  const connector = await openConnector(200, { id: 'sent' });
  await fc.assert(
    fc.asyncProperty(anyActivity, async (activity) => {
      connector.calls.length = 0;
      await turn(connector.url, async (context) => {
        await context.sendActivity(activity);
        await context.sendActivity(activity);
      });
      expect(connector.calls).toHaveLength(2);
      for (const { body } of connector.calls)
        expect(JSON.parse(body)).toMatchObject(JSON.parse(JSON.stringify(activity)));
    }),
    { numRuns: 60 },
  );
});
