/** A chat window shows the running bot to one more person of the local world. */
import type { Locale } from '../../domain/basics/locale';
import type { LocalConfig } from '../config/config';
import { endpointOf } from './local-address';
import type { ChatWindow } from './local-world';
import { freePortAbove, findPortConflict } from '../hosting/port';
import type { Speaker } from '../teams/terminal';

/** Passes on what a window says, in another language than the window believes. */
interface Relay {
  readonly endpoint: string;
  close(): void;
}

export interface ChatWindowParts {
  readonly startPlayground: (wish: {
    readonly port: number;
    readonly endpoint: string;
    readonly data: string;
    readonly sitter: Speaker;
  }) => Promise<ChatWindow>;
  readonly startLanguageRelay: (bot: string, locale: string) => Promise<Relay>;
}

export interface ChatUser {
  readonly config: LocalConfig;
  readonly sitter: Speaker;
  /** What the sitter's client speaks. */
  readonly locale: Locale;
}

/** Opens the window on the first free port. Throws a fault that can be told, and leaves nothing running then. */
export async function openChatWindow(
  { config, sitter, locale }: ChatUser,
  parts: ChatWindowParts,
): Promise<ChatWindow> {
  const relay = locale === 'en' ? undefined : await parts.startLanguageRelay(endpointOf(config), locale);
  const wish = { endpoint: relay?.endpoint ?? endpointOf(config), data: config.data, sitter };
  try {
    const window = await onFreePort(config.windowsAbove, (port) => parts.startPlayground({ ...wish, port }));
    return { ...window, close: () => window.close().finally(() => relay?.close()) };
  } catch (error) {
    relay?.close();
    throw error;
  }
}

const host = '127.0.0.1';
/** As many windows as anybody opens at the same moment. */
const tries = 5;

/** Another process may take the port between the check and the start; then the next free port is used. */
async function onFreePort(above: number, start: (port: number) => Promise<ChatWindow>): Promise<ChatWindow> {
  let port = above;
  for (let attempt = 1; ; attempt += 1) {
    port = await freePortAbove(port, host);
    try {
      return await start(port);
    } catch (error) {
      if (attempt === tries || (await findPortConflict(port, host)) === undefined) throw error;
    }
  }
}
