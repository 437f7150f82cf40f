/** `laurel hear`: how a text, or each line of standard input, would be understood. Nothing is written and nothing is sent. */
import { createInterface } from 'node:readline';
import { localeOf, type Locale } from '../../domain/basics/locale';
import { localPeople } from '../composition/local-world';
import type { TurnRequest } from '../context/turn-request';
import { stripMarkup } from '../language-understanding/message-text';
import { hear, type Heard, type HeardQuestion } from '../hearing/hear';
import type { CliContext, Laurel } from './cli-context';
import { exitCodes, type HearOptions } from './actions';
import { findSpeaker } from './speaker';

/** A line of standard input: the text itself, or JSON with the text and its language. */
interface Line {
  readonly text: string;
  readonly locale: Locale;
}

/** Prints how each text would be understood, in the given order. */
export function hearAction(said: string | undefined, options: HearOptions, context: CliContext): Promise<number> {
  const { text, print, withLaurel } = context;
  const { now } = options;
  return withLaurel(
    async (laurel) => {
      const programme = options.programme === undefined ? undefined : laurel.services.programmes.get(options.programme);
      if (options.programme !== undefined && !programme) return refuseProgramme(laurel, context);
      const about = { services: laurel.services, ...(programme && { programme }) };
      for await (const line of said === undefined ? linesOf(text.locale) : [{ text: said, locale: text.locale }]) {
        const heard = await hear(stripMarkup(line.text), requestOf(line, laurel, options), about);
        const told = { ...heard, text: line.text };
        print(`${options.json ? JSON.stringify(told) : words(told)}\n`);
      }
      return exitCodes.done;
    },
    now === undefined ? {} : { now: () => now },
  );
}

function refuseProgramme({ services }: Laurel, { complain, text }: CliContext): number {
  complain(`${text.say('cli.fault.not-allowed', { allowed: [...services.programmes.keys()].join(', ') })}\n`);
  return exitCodes.wrongWords;
}

async function* linesOf(locale: Locale): AsyncIterable<Line> {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (line.trim() !== '') yield lineIn(line, locale);
  }
}

/** A line that only looks like JSON is a text. */
function lineIn(line: string, locale: Locale): Line {
  if (!line.startsWith('{')) return { text: line, locale };
  try {
    const { text, locale: tag } = JSON.parse(line) as { readonly text?: unknown; readonly locale?: unknown };
    if (typeof text !== 'string') return { text: line, locale };
    return { text, locale: typeof tag === 'string' ? localeOf(tag) : locale };
  } catch {
    return { text: line, locale };
  }
}

function requestOf({ locale }: Line, { tenant, services }: Laurel, { as }: HearOptions): TurnRequest {
  const { mail, ...speaker } = findSpeaker(as, localPeople);
  const mails = () => Promise.resolve(mail === undefined ? [] : [mail]);
  const user = { ...speaker, mails };
  const members = () => Promise.resolve([]);
  return {
    tenant,
    user,
    locale,
    scope: 'personal',
    members,
    conversation: `terminal-${speaker.id}`,
    now: services.now(),
  };
}

function words({ ask, parameters, does, also }: Heard): string {
  const told = ask === null ? 'null' : questionWords({ ask, parameters });
  return [told, does, ...also.map(questionWords)].join('\t');
}

function questionWords({ ask, parameters }: HeardQuestion): string {
  return Object.keys(parameters).length === 0 ? ask : `${ask} ${JSON.stringify(parameters)}`;
}
