/** One more chat window: on a port that is free, through the relay where its language is another, and gone without a trace. */
import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import type { LocalConfig } from '../config/config';
import { localPeople } from '../composition/local-world';
import { openChatWindow, type ChatUser, type ChatWindowParts } from './chat-window';

const host = '127.0.0.1';
const listeners: Server[] = [];
afterEach(() => {
  for (const listener of listeners.splice(0)) listener.close();
});

async function take(port: number): Promise<number> {
  const listener = createServer().listen(port, host);
  listeners.push(listener);
  await once(listener, 'listening');
  return (listener.address() as AddressInfo).port;
}

async function situation(locale: ChatUser['locale'] = 'en') {
  const did: string[] = [];
  const windowsAbove = await take(0);
  const config = { host, port: 4000, data: '/data', windowsAbove } as LocalConfig;
  const parts: ChatWindowParts = {
    startPlayground: async ({ port, endpoint, sitter }) => {
      did.push(`${sitter.name} for ${endpoint}`);
      return { url: String(port), close: async () => void did.push('window closed'), onLost: () => undefined };
    },
    startLanguageRelay: async (bot, tag) => {
      did.push(`${tag} for ${bot}`);
      return { endpoint: 'http://relay', close: () => void did.push('relay closed') };
    },
  };
  return { did, parts, windowsAbove, seat: { config, sitter: localPeople[1]!, locale } };
}

it('speaks to the bot, on a port above that of the first window', async () => {
  const { did, parts, seat, windowsAbove } = await situation();
  const { url, close } = await openChatWindow(seat, parts);
  await close();

  expect(Number(url)).toBeGreaterThan(windowsAbove);
  expect(did).toEqual(['Oksana Melnyk for http://127.0.0.1:4000/api/messages', 'window closed']);
});

it('speaks another language through the relay, which goes with it', async () => {
  const { did, parts, seat } = await situation('pt-BR');
  await (await openChatWindow(seat, parts)).close();

  expect(did).toEqual([
    'pt-BR for http://127.0.0.1:4000/api/messages',
    'Oksana Melnyk for http://relay',
    'window closed',
    'relay closed',
  ]);
});

it('takes the next port where somebody was quicker', async () => {
  const { parts, seat } = await situation();
  const tried: number[] = [];
  const startPlayground: ChatWindowParts['startPlayground'] = async (wish) => {
    tried.push(wish.port);
    if (tried.length > 1) return parts.startPlayground(wish);
    await take(wish.port);
    throw new Error('taken');
  };
  const { url } = await openChatWindow(seat, { ...parts, startPlayground });

  expect(tried).toHaveLength(2);
  expect(tried[1]).toBeGreaterThan(tried[0]!);
  expect(url).toBe(String(tried[1]));
});

it('leaves no relay behind where the window does not start for another reason', async () => {
  const { did, parts, seat } = await situation('ru-RU');
  const fault = new Error('not installed');
  const startPlayground = () => Promise.reject(fault);

  await expect(openChatWindow(seat, { ...parts, startPlayground })).rejects.toBe(fault);
  expect(did).toEqual(['ru-RU for http://127.0.0.1:4000/api/messages', 'relay closed']);
});
