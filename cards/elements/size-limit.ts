/** Fitting is choosing how much to tell, so that a card stays small whatever the rules and the people are. */
import type { Card } from './card';

/** UTF-8 bytes. Teams refuses messages above 100 KB in UTF-16; a quarter leaves room for everything around the card. */
export const mostBytes = 24 * 1024;

/** The size of the card as it is sent, in UTF-8 bytes. */
export function bytesOf(card: Card): number {
  return new TextEncoder().encode(JSON.stringify(card)).length;
}

/** The card with the first detail that fits, the fullest first; the last one is taken as it is. */
export function fitToSize<Detail>(details: readonly [Detail, ...Detail[]], make: (detail: Detail) => Card): Card {
  const [first, ...others] = details;
  return others.reduce((made, detail) => (bytesOf(made) <= mostBytes ? made : make(detail)), make(first));
}
