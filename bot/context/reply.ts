/** A reply is the one card that answers a question. */
import type { Card } from '../../cards/elements/card';
import { refusalCard } from '../../cards/general/refusal-card';
import type { Text } from '../../cards/text';
import type { Question } from '../../cards/contract/question';
import type { Refusal } from '../../cards/contract/refusal';
import type { PendingImport } from '../../domain/imports/pending-import';
import type { OfferedName } from '../../domain/imports/exported-file';

export interface Reply {
  /** What kind of card it is, for logs and tests: the question it answers, or the code of the refusal. */
  readonly name: string;
  readonly card: Card;
  /** The question that the card asks again whenever it is shown, so that it stays true. */
  readonly keeps?: Question;
  /** A file that is offered beside the card. */
  readonly offer?: FileOffer;
  /** Whether nothing may be kept of the turn: its sender was forgotten by it. */
  readonly leavesNoTrace?: true;
  /** A file that was stored, to be opened from the chat. */
  readonly handed?: SentFile;
  /** What replaces the card once the work that it tells of is done. */
  readonly later?: LaterReply;
}

/** The answer about a file that takes longer than a turn; it rejects where the work fails. */
export interface LaterReply {
  readonly pending: PendingImport;
  readonly reply: Promise<Reply>;
}

export interface FileOffer {
  /** Of the offer as it is kept. */
  readonly id: string;
  readonly about: OfferedName;
  readonly name: string;
  /** In bytes, as it is now. */
  readonly size: number;
  readonly description: string;
}

export interface SentFile {
  readonly name: string;
  readonly contentUrl: string;
  readonly uniqueId: string;
  readonly fileType: string;
}

/** The reply where there is no answer. */
export function refused(refusal: Refusal, text: Text): Reply {
  return { name: refusal.code, card: refusalCard(refusal, text) };
}

/** Whether a reply of this name shows what would be written, with a button first that writes it. */
export function isPreview(name: string): boolean {
  return name.endsWith('-wanted') || name === 'import-plan';
}
