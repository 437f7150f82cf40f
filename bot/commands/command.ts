/** A command is one question that can be asked: its phrases, its payload, who may ask it, how it is read and answered. */
import type { z } from 'zod/v4';
import type { QuestionName, Question } from '../../cards/contract/question';
import type { Payload } from '../../cards/contract/verbs';
import type { AuditedAct } from '../../domain/partner/audit-entry';
import type { Refusal } from '../../cards/contract/refusal';
import type { AppServices, ReadingServices } from '../context/app-services';
import type { Reply } from '../context/reply';
import type { TurnRequest } from '../context/turn-request';
import type { Phrases, RecognitionContext } from '../language-understanding/phrases';
import type { Utterance } from '../language-understanding/utterance';

/** Who may ask, checked before `answer` is called. */
export interface CommandAccess {
  /** `self`: about the asker's own record, an admin also about others; the command looks up which records those are. */
  readonly role: 'anyone' | 'self' | 'admin';
  /** `private`: only in a personal conversation. */
  readonly scope: 'any' | 'private';
}

export interface Command<A extends QuestionName = QuestionName> {
  readonly name: A;
  readonly phrases: Phrases;
  /** The place in the list that help shows, smallest first; a command without one is not listed. */
  readonly order?: number;
  /** Who may ask the question in its least demanding form. */
  readonly access: CommandAccess;
  /** Who may ask this very question, where some forms of it are for fewer. */
  accessTo?(question: Extract<Question, { ask: A }>): CommandAccess;
  /** Whether its answer takes so much time that one person and one tenant may ask it only so often. */
  readonly isCostly?: true;
  /** Whether its card asks again when it is shown: it is cheap to answer, and wrong as soon as a fact changes. */
  readonly keepsCurrent?: true;
  /** Whether help lists it for admins alone, although others get an answer too. */
  readonly isListedForAdmins?: true;
  /** What the audit trail records when it writes, or, for `people-read`, when its answer shows names. */
  readonly audited?: AuditedAct;
  /** Whether it shows names of others to readers who are no admins: it says itself whose, and the reading is recorded. */
  readonly namesOthers?: true;
  /** The schema of what a button carries that asks this. */
  readonly payload: z.ZodType<Payload<A>>;
  /** Whether its `parse` reads the whole sentence or nothing, so that no likeness to other commands speaks against it. */
  readonly readsWhole?: true;
  /** More phrases that it hears in a case of its own. */
  readonly extraPhrases?: Phrases;
  /** Words within its questions that the lexicon has to know. */
  readonly vocabulary?: Phrases;
  /** The question that was meant, a refusal where it is this command's but incomplete, or nothing if it is not. */
  parse(utterance: Utterance, reading: RecognitionContext): Question | Refusal | undefined;
  /** Whether the typed question asks for something to be written, so that its answer is a preview with a button. */
  previews?(question: Extract<Question, { ask: A }>): boolean;
  /** How it is done, where a card of its own tells more than the words that help has for every command. */
  explained?(request: TurnRequest, services: ReadingServices): Reply;
  /** The question of another command that answers this one, where its own answer would say the same. */
  answeredBy?(question: Extract<Question, { ask: A }>): Question | undefined;
  /** The answer to the question, typed or pressed. What would be written is shown as a preview. */
  answer(question: Extract<Question, { ask: A }>, request: TurnRequest, services: ReadingServices): Promise<Reply>;
  /** Answers a pressed button in place of `answer`, where a button may write. The asker was authorised again. */
  press?(question: Extract<Question, { ask: A }>, request: TurnRequest, services: AppServices): Promise<Reply>;
}

/** Any of the commands. */
export type AnyCommand = { [A in QuestionName]: Command<A> }[QuestionName];
