/** The form of a card is decided when it is sent: by the setting, and by what is known of the client that shows it. */
import type { Card } from '../../cards/elements/card';
import { textualForm } from '../../cards/elements/textual-form';
import type { CardsMode } from '../config/config';
import { cardType } from './card-activity';

/** What is known of the client: from an activity its channel and platform, for a proactive message only the channel. */
export interface CardClient {
  readonly channel: string;
  /** As Teams names it: Windows, Mac, Web, iOS, Android. */
  readonly platform?: string;
}

/** On phones Teams supports less of a card than on a desk, and other channels such as Copilot draw no bars at all. */
const phones = new Set(['ios', 'android']);

/** Whether a card goes out without Badge, ProgressBar and charts. */
export function isTextual(setting: CardsMode, { channel, platform = '' }: CardClient): boolean {
  return setting === 'textual' || channel !== 'msteams' || phones.has(platform.toLowerCase());
}

interface Carrier {
  readonly attachments?: readonly { readonly contentType?: string; readonly content?: unknown }[];
  readonly value?: unknown;
}

/** The activity with its cards in textual form, those in the answer to an invoke included; everything else as it was. */
export function withTextualCards<A extends object>(activity: A): A {
  const { attachments, value } = activity as Carrier;
  const body = (value as { readonly body?: { readonly type?: unknown; readonly value?: unknown } } | undefined)?.body;
  return {
    ...activity,
    ...(attachments && {
      attachments: attachments.map((one) =>
        one.contentType === cardType ? { ...one, content: textualForm(one.content as Card) } : one,
      ),
    }),
    ...(body?.type === cardType && {
      value: { ...(value as object), body: { ...body, value: textualForm(body.value as Card) } },
    }),
  };
}
