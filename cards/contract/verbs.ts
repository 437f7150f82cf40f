/** Verbs are the names of the buttons: a button asks a question, its verb is what the question asks for, its data the rest. */
import type { QuestionName, Question } from './question';

/** What a button with this verb carries beside the verb. */
export type Payload<A extends QuestionName = QuestionName> = A extends QuestionName
  ? Omit<Extract<Question, { ask: A }>, 'ask'>
  : never;

/** The question as a button carries it. */
export function payloadOf({ ask, ...data }: Question): { readonly verb: QuestionName; readonly data: Payload } {
  return { verb: ask, data };
}
