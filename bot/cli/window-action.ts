/** `laurel window`: opens a chat window as another person of the local world, until Ctrl-C. */
import { asLines, type CliContext } from './cli-context';
import { exitCodes, type WindowOptions } from './actions';
import { localPeople } from '../composition/local-world';
import { addressOf, isLaurelAt } from '../local-world/local-address';
import { findChatUser } from './speaker';
import { openChatWindow, type ChatWindowParts } from '../local-world/chat-window';

interface WindowDesk extends CliContext, ChatWindowParts {
  readonly openBrowser: (url: string) => void;
  /** Resolves when it is time to close the window. */
  readonly stopAsked: () => Promise<unknown>;
}

/** The first of the local people sits in the window that comes with the bot. */
const [, usual] = localPeople;

/** Opens the window on the bot that runs, says where it is, and closes it when asked to. */
export function windowAction({ as }: WindowOptions, context: WindowDesk): Promise<number> {
  const { text, print, complain, withLocal } = context;
  const fail = (reason: string) => {
    complain(asLines([reason]));
    return exitCodes.failed;
  };
  return withLocal('cli.window.production', async (config) => {
    const sitter = as === undefined ? usual : findChatUser(as, localPeople);
    if (!sitter) return fail(text.say('cli.window.unknown', { name: as ?? '', known: text.choice(names()) }));
    if (!(await isLaurelAt(config))) return fail(text.say('cli.window.no-bot', { url: addressOf(config) }));
    const asked = context.stopAsked();
    const window = await openChatWindow({ config, sitter, locale: text.locale }, context);
    const { name } = sitter;
    print(asLines([text.say('cli.window.open', { name, url: window.url }), text.say('cli.window.stop')]));
    context.openBrowser(window.url);
    const lost = new Promise<Error>((resolve) => window.onLost(resolve));
    const fault = await Promise.race([asked.then(() => undefined), lost]);
    await window.close();
    if (fault) throw fault;
    return exitCodes.done;
  });
}

function names(): readonly string[] {
  return localPeople.map(({ name }) => name);
}
