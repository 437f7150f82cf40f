/** A command is one thing that can be asked: its phrases, how it reads the rest of an utterance, and how it answers. */
import type { QuestionName as Asked, Question } from '../../cards/contract/question';
import type { Refusal } from '../../cards/contract/view';
import type { AppServices } from '../context/app-services';
import type { Reply } from '../context/reply';
import type { TurnRequest } from '../context/turn-request';
import type { Phrases, RecognitionContext } from '../language/phrases';
import type { Utterance } from '../language/utterance';

export interface Command<A extends Asked = Asked> {
  readonly name: A;
  readonly phrases: Phrases;
  /** More phrases that it hears in a case of its own. */
  readonly extraPhrases?: Phrases;
  /** Words within its questions that the lexicon has to know. */
  readonly vocabulary?: Phrases;
  /** Whether nobody else gets an answer. */
  readonly isForAdmins?: boolean;
  /** The question that was meant, a refusal where it is this command's but incomplete, or nothing if it is not. */
  parse(utterance: Utterance, reading: RecognitionContext): Question | Refusal | undefined;
  answer(question: Extract<Question, { ask: A }>, request: TurnRequest, services: AppServices): Promise<Reply>;
}

/** Any of the commands. */
export type AnyCommand = { [A in Asked]: Command<A> }[Asked];
