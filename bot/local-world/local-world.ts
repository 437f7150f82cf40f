/** The local world: the bot and the chat window on this machine, started together and stopped together. */
import type { Key, Text } from '../../cards/text';
import type { LocalConfig, SampleName } from '../config/config';
import { endpointOf } from './local-address';
import { spanText } from './clock-argument';
import { timestampText } from './timestamp';
import { expectFreePort, startServer, type ServerSettings, type RunningServer } from '../hosting/start-server';

/** A chat window that runs. */
export interface ChatWindow {
  readonly url: string;
  close(): Promise<void>;
  onLost(callback: (fault: Error) => void): void;
}

export interface LocalParts extends ServerSettings {
  readonly config: LocalConfig;
  readonly text: Text;
  readonly startPlayground: (wish: { port: number; endpoint: string; data: string }) => Promise<ChatWindow>;
  readonly openBrowser: (url: string) => void;
  /** By how many milliseconds the clock of this data is ahead of the machine. */
  readonly ahead: (data: string) => number;
  /** Milliseconds since 1970 by the clock of the machine. */
  readonly now: () => number;
  readonly print: (lines: string) => void;
}

/** Starts everything, says where to look and what to type. Throws a fault that can be told, and leaves nothing running then. */
export async function startLocalWorld(parts: LocalParts): Promise<RunningServer> {
  const { config, print, openBrowser } = parts;
  // Checked before anything is started, because starting costs two seconds and writes the sample.
  await expectFreePort('PORT', config.port, config.host);
  if (config.playground) await expectFreePort('PLAYGROUND_PORT', config.playground.port, '127.0.0.1');
  const bot = await startServer(parts);
  const window = await openWindow(parts).catch(async (error: unknown) => {
    await bot.stop();
    throw error;
  });
  print(greeting(parts, window?.url));
  if (window) openBrowser(window.url);
  return window ? together(bot, window) : bot;
}

async function openWindow({ config, startPlayground }: LocalParts): Promise<ChatWindow | undefined> {
  const { playground, data } = config;
  return playground && (await startPlayground({ port: playground.port, endpoint: endpointOf(config), data }));
}

function together(bot: RunningServer, window: ChatWindow): RunningServer {
  const windowLost = new Promise<Error>((resolve) => window.onLost(resolve));
  return {
    lost: Promise.race([bot.lost, windowLost]),
    stop: async () => {
      try {
        await bot.stop();
      } finally {
        // The window goes when nothing is on its way to it any more.
        await window.close();
      }
    },
  };
}

const examples = {
  competencies: [
    ['progress', 'local.try.progress'],
    ['why data analytics gold', 'local.try.why'],
    ['people', 'local.try.people'],
  ],
  designations: [
    ['progress', 'local.try.progress'],
    ['why infrastructure', 'local.try.why'],
    ['people', 'local.try.people'],
  ],
  none: [
    ['import', 'local.try.import'],
    ['programme', 'local.try.programme'],
    ['help', 'local.try.help'],
  ],
} as const satisfies Readonly<Record<SampleName | 'none', readonly (readonly [words: string, about: Key])[]>>;

/** Where to look and three things to type. */
function greeting({ config, text, ahead, now }: LocalParts, url: string | undefined): string {
  const moved = ahead(config.data);
  const places = [
    ...(url ? [`  ${text.say('local.place.chat')}: ${url}`] : []),
    `  ${text.say('local.place.bot')}: ${endpointOf(config)}`,
    `  ${text.say('local.place.data')}: ${config.data}`,
    `  ${text.say('local.place.clock')}: ${timestampText(now() + moved)}${moved === 0 ? '' : ` (${spanText(moved)})`}`,
  ];
  const typed = ([words, key]: readonly [words: string, about: Key]) => {
    const line = url ? words : `npm run -s laurel -- say "${words}"`;
    return `  ${line.padEnd(url ? 24 : 54)} ${text.say(key)}`;
  };
  return [
    text.say('local.running'),
    ...places,
    '',
    text.say(url ? 'local.try.chat' : 'local.try.terminal'),
    ...examples[config.sample ?? 'none'].map(typed),
    '',
    text.say('local.stop'),
    '',
  ].join('\n');
}
