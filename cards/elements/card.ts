/** A card as it is sent: Adaptive Card JSON that also exists as a sentence, for toasts, screen readers and old clients. */
import type { IAdaptiveCard } from '@microsoft/teams.cards';

/** Plain data, ready to be serialised; made by `card` in bricks.ts and nowhere else. */
export type Card = IAdaptiveCard & {
  readonly version: '1.5';
  /** Two letters: the schema knows no regions. */
  readonly lang: string;
  /** What is said aloud: the answer in one or two sentences. */
  readonly speak: string;
  /** What a client shows that cannot show the card. */
  readonly fallbackText: string;
};

const toastLength = 150;

/** The text of the notification: the answer itself, because "sent a card" says nothing. */
export function summaryOf({ speak }: Card): string {
  return speak.length <= toastLength ? speak : `${speak.slice(0, toastLength - 1).trimEnd()}…`;
}
