/** A reply is the one card that answers a question. */
import type { Card } from '../cards/card';
import { refusalCard } from '../cards/refusal-card';
import type { Text } from '../cards/text';
import type { Refusal } from '../cards/view';

export interface Reply {
  /** What kind of card it is, for logs and tests: the question it answers, or the code of the refusal. */
  readonly name: string;
  readonly card: Card;
}

/** The reply where there is no answer. */
export function refused(refusal: Refusal, text: Text): Reply {
  return { name: refusal.code, card: refusalCard(refusal, text) };
}
