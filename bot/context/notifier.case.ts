/** A way out that goes nowhere, for tests: it keeps what it is given and answers as it is told. */
import type { Conversation } from '../../domain/partner/conversation';
import type { Message, Notifier, SendOutcome } from './notifier';

/** Something that was said, or put in the place of what was said before. */
export interface Utterance {
  readonly tenant: string;
  readonly to: Conversation;
  readonly message: Message;
  /** What it replaced. */
  readonly replaced?: string;
  readonly activity: string;
}

export interface Recording extends Notifier {
  readonly said: Utterance[];
}

/** Says everything, unless another outcome is told. */
export function recordingOutbound(outcome: (to: Conversation) => SendOutcome | undefined = () => undefined): Recording {
  const said: Utterance[] = [];
  return {
    said,
    send: async (tenant, to, message) => {
      const other = outcome(to) ?? (await withdrawn(message));
      if (other) return other;
      const activity = `card-${said.length + 1}`;
      said.push({ tenant, to, message, activity });
      return { kind: 'sent', activity };
    },
    update: async (tenant, to, { activity, message }) => {
      const other = outcome(to) ?? (await withdrawn(message));
      if (other) return other;
      said.push({ tenant, to, message, activity, replaced: activity });
      return { kind: 'sent', activity };
    },
  };
}

async function withdrawn({ begin }: Message): Promise<SendOutcome | undefined> {
  return begin && !(await begin()) ? { kind: 'later', code: 'withdrawn', afterMs: 0 } : undefined;
}
