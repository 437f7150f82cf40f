/** `laurel say`: one turn through the same path as in Teams. */
import type { Card } from '../../cards/elements/card';
import { plainText } from '../../cards/elements/plain-text';
import { asJson, type CliContext } from './cli-context';
import { exitCodes, type SayOptions } from './command-line';
import { localPeople } from '../compose';
import { findSpeaker } from './speaker';
import type { Outgoing } from '../teams/terminal';

/** Replies that are no answer, because something failed. */
const failures = new Set(['store-unavailable', 'went-wrong', 'tenant-not-allowed']);

/** Says something and prints what comes back. */
export function sayAction(
  words: string,
  options: SayOptions,
  { text, print, withLaurel }: CliContext,
): Promise<number> {
  const { as, tenant, now, json } = options;
  const replies: string[] = [];
  const overrides = {
    onReply: (name: string) => void replies.push(name),
    ...(now !== undefined && { now: () => now }),
  };
  return withLaurel(async (laurel) => {
    const situation = {
      speaker: findSpeaker(as, localPeople),
      tenant: tenant ?? laurel.tenant,
      locale: text.locale,
    };
    const sent = await laurel.say(words, situation);
    print(
      json
        ? asJson(sent)
        : sent
            .flatMap(cardsIn)
            .map((card) => `${plainText(card)}\n`)
            .join('\n'),
    );
    return replies.some((name) => failures.has(name)) ? exitCodes.failed : exitCodes.done;
  }, overrides);
}

function cardsIn({ attachments = [] }: Outgoing): readonly Card[] {
  return attachments.map(({ content }) => content as Card);
}
