/** `laurel say`: one turn through the same path as in Teams. */
import type { Card } from '../../cards/elements/card';
import { plainText } from '../../cards/elements/plain-text';
import { asJson, type CliContext } from './cli-context';
import { exitCodes, type SayOptions } from './actions';
import { localPeople } from '../composition/local-world';
import { findSpeaker } from './speaker';
import { isPreview } from '../context/reply';
import type { Outgoing } from '../teams/terminal';

/** Replies that are no answer, because something failed. */
const failures = new Set(['store-unavailable', 'went-wrong', 'tenant-not-allowed']);

/** Says something and prints what comes back. */
export function sayAction(
  words: string,
  options: SayOptions,
  { text, print, withLaurel }: CliContext,
): Promise<number> {
  const { as, tenant, now, json, yes } = options;
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
    const said = await laurel.say(words, situation);
    const button = yes && isPreview(replies.at(-1) ?? '') ? firstButton(said) : undefined;
    const sent = button ? [...said, ...(await laurel.press(button, situation))] : said;
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

/** The first button of the last card; nothing where a card has none. */
function firstButton(sent: readonly Outgoing[]): unknown {
  const actions = sent.flatMap(cardsIn).at(-1)?.actions ?? [];
  return actions.find(({ type }) => type === 'Action.Execute');
}

/** The cards that came: attached to a message, or in the answer to a button. */
function cardsIn({ type, attachments = [], value }: Outgoing): readonly Card[] {
  if (type === 'invokeResponse')
    return [(value as { readonly body?: { readonly value?: Card } }).body?.value ?? []].flat();
  return attachments.map(({ content }) => content as Card);
}
