/** The language relay: another language on the way to the bot, the same answer on the way back, and nothing for strangers. */
import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startLanguageRelay } from './language-relay';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

/** A bot that keeps what it hears and answers everything alike. */
async function relayed(locale: string) {
  const heard: unknown[] = [];
  const bot = createServer((incoming, response) => {
    let body = '';
    incoming.setEncoding('utf8').on('data', (more) => (body += String(more)));
    incoming.on('end', () => {
      heard.push(JSON.parse(body));
      response.statusCode = 201;
      response.setHeader('content-type', 'application/json');
      response.end('{"ok":true}');
    });
  }).listen(0, '127.0.0.1');
  await once(bot, 'listening');
  const { port } = bot.address() as AddressInfo;
  const relay = await startLanguageRelay(`http://127.0.0.1:${port}/api/messages`, locale);
  ends.push(
    () => relay.close(),
    () => bot.closeAllConnections(),
    () => bot.close(),
  );
  return { heard, relay, bot };
}

const post = (url: string, body: string) =>
  fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });

it('passes an activity on in the language, wherever it tells one, and the answer back', async () => {
  const { heard, relay } = await relayed('pt-BR');
  const client = { type: 'clientInfo', locale: 'en-US', timezone: 'Europe/Oslo' };
  const answer = await post(
    relay.endpoint,
    JSON.stringify({ type: 'message', text: 'olá', locale: 'en-US', entities: [client, { type: 'mention' }] }),
  );

  expect([answer.status, await answer.json()]).toEqual([201, { ok: true }]);
  expect(heard).toEqual([
    { type: 'message', text: 'olá', locale: 'pt-BR', entities: [{ ...client, locale: 'pt-BR' }, { type: 'mention' }] },
  ]);
});

it('says that it cannot where the words are no activity or the bot has gone', async () => {
  const { relay, bot, heard } = await relayed('ru-RU');
  const wrong = await post(relay.endpoint, '7');
  bot.closeAllConnections();
  bot.close();
  await once(bot, 'close');
  const gone = await post(relay.endpoint, '{}');

  expect([wrong.status, gone.status, heard]).toEqual([400, 502, []]);
});

it('is not for a page that calls it by another name', async () => {
  const { relay, heard } = await relayed('ru-RU');
  const call = request(relay.endpoint, { method: 'POST', headers: { host: 'evil.example' } }).end('{}');
  const [response] = (await once(call, 'response')) as [{ statusCode: number; resume(): void }];
  response.resume();

  expect([response.statusCode, heard]).toEqual([403, []]);
});
