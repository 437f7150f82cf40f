/** A refusal says why there is no answer, as a value with a reason code. */
import type { CalendarDate } from '../../domain/basics/date';
import type { ImportRefusal } from '../../domain/imports/incoming';
import type { TransferFault } from '../../domain/imports/file-transfer';
import type { QuestionName, Question } from './question';

/** Something that could have been meant, and the question that it would be. */
export interface SuggestedQuestion {
  readonly label: string;
  readonly question: Question;
}

/** How many candidates or near questions a refusal offers at most: as many buttons as a card carries. */
export const mostCandidates = 6;

/** The fields of questions that hold a day. */
export type DayField = 'on' | 'until' | 'boughtOn' | 'since';

/** Why there is no answer; every one of them has a card that helps on. */
export type Refusal =
  | { readonly code: 'not-understood'; readonly heard: string; readonly nearest: readonly SuggestedQuestion[] }
  | { readonly code: 'ambiguous'; readonly heard: string; readonly candidates: readonly SuggestedQuestion[] }
  /** Nothing but "yes" was said: a button of the card above is what answers it. */
  | { readonly code: 'bare-answer' }
  /** Several things were said in one message; each label is the words of one. */
  | { readonly code: 'several-requests'; readonly nearest: readonly SuggestedQuestion[] }
  | { readonly code: 'unknown-competency'; readonly heard: string; readonly nearest: readonly SuggestedQuestion[] }
  /** The asker has no record yet. */
  | { readonly code: 'no-own-record' }
  /** Nobody who was forgotten has the sign that was given. */
  | { readonly code: 'not-kept-out' }
  | { readonly code: 'unknown-person'; readonly heard: string; readonly nearest: readonly SuggestedQuestion[] }
  /** Laurel knows no account of a person with this name, and only an account can be made an admin. */
  | { readonly code: 'unknown-account'; readonly heard: string; readonly nearest: readonly SuggestedQuestion[] }
  | {
      readonly code: 'which-competency';
      readonly ask: 'competency' | 'requirements' | 'why' | 'override' | 'ask-people';
      readonly nearest: readonly SuggestedQuestion[];
    }
  | { readonly code: 'unknown-credential'; readonly heard: string; readonly nearest: readonly SuggestedQuestion[] }
  /**
   * The calendar has no such day, or several days were named where one is asked for. `asking` is the question that lacks the day, and the
   * name of its field for it; absent where it is not known.
   */
  | {
      readonly code: 'not-a-date' | 'which-day';
      readonly heard: string;
      readonly asking?: { readonly question: Question; readonly field: DayField };
    }
  | { readonly code: 'date-in-the-past'; readonly date: CalendarDate; readonly nearest: readonly SuggestedQuestion[] }
  /** "What if" was asked without saying what should happen. */
  | { readonly code: 'which-event'; readonly nearest: readonly SuggestedQuestion[] }
  /** With what is known of the question, where only the person is missing. */
  | {
      readonly code: 'which-person';
      readonly ask: QuestionName;
      readonly nearest: readonly SuggestedQuestion[];
      readonly known?: Question;
    }
  /** No two records look like one person, or nothing looks like a second record of the person with this name. */
  | { readonly code: 'no-duplicate'; readonly name?: string }
  | {
      readonly code: 'level-does-not-exist';
      readonly competency: string;
      readonly level: string;
      readonly nearest: readonly SuggestedQuestion[];
    }
  | { readonly code: 'unknown-metric'; readonly heard: string; readonly nearest: readonly SuggestedQuestion[] }
  | { readonly code: 'which-value'; readonly ask: QuestionName }
  | { readonly code: 'value-does-not-fit'; readonly metric: string }
  /** An amount of a figure that is counted in US dollars was named in another currency. */
  | { readonly code: 'other-currency'; readonly metric: string; readonly currency: string }
  /** A fee was named without its currency, and none is on record. */
  | { readonly code: 'which-currency'; readonly nearest: readonly SuggestedQuestion[] }
  /** An amount that is none, or a number of vouchers; `exam` is absent where they are for any exam. */
  | { readonly code: 'cost-does-not-fit'; readonly exam?: string }
  | { readonly code: 'which-credential'; readonly ask: QuestionName; readonly nearest: readonly SuggestedQuestion[] }
  /** What was to be removed is not there. */
  | { readonly code: 'not-on-record'; readonly nearest: readonly SuggestedQuestion[] }
  /** A completion date cannot be in the future. */
  | { readonly code: 'day-to-come' }
  /** What was to be recorded is recorded already. */
  | { readonly code: 'already-so'; readonly nearest: readonly SuggestedQuestion[] }
  /** The shown or recorded facts have been changed since by another person. */
  | { readonly code: 'changed-since'; readonly nearest: readonly SuggestedQuestion[] }
  /** What was to be taken away is not there. */
  | { readonly code: 'no-override'; readonly competency: string; readonly nearest: readonly SuggestedQuestion[] }
  /** The last day of an override lies in the past. */
  | { readonly code: 'override-over'; readonly date: CalendarDate }
  | { readonly code: 'nothing-to-undo' }
  | { readonly code: 'undo-too-late' }
  | { readonly code: 'one-file-only' }
  /** `hasPlus`: its name has a plus sign, with which Teams loses files. */
  | { readonly code: 'not-a-file'; readonly hasPlus?: true }
  /** A file was given where others read along. */
  | { readonly code: 'file-in-private' }
  /** Every instance that worked on the file has crashed. */
  | { readonly code: 'file-given-up'; readonly file: string }
  | {
      readonly code: 'file-not-fetched';
      readonly fault: TransferFault;
      readonly mib: number;
      readonly hasPlus?: true;
    }
  /** A file of this machine that was named in the local world. */
  | {
      readonly code: 'file-not-read';
      readonly path: string;
      readonly fault: 'absent' | 'foreign' | 'oversized' | 'unreadable';
      readonly mib: number;
    }
  | {
      readonly code: 'import-refused';
      readonly file: string;
      readonly refusal: ImportRefusal;
      readonly nearest: readonly SuggestedQuestion[];
    }
  | { readonly code: 'import-expired' }
  | { readonly code: 'no-import-to-undo' }
  | { readonly code: 'import-undo-too-late' }
  /** A sample was to take the place of facts that were imported by hand. */
  | { readonly code: 'own-data' }
  | { readonly code: 'admins-only' }
  /** What was typed to confirm is not what the card asked for. */
  | { readonly code: 'not-confirmed'; readonly nearest: readonly SuggestedQuestion[] }
  /** Without this admin the partner would have none. */
  | { readonly code: 'last-admin' }
  /** The settings of the installation name this admin. */
  | { readonly code: 'admin-by-settings' }
  /** A button on the onboarding card of another person. */
  | { readonly code: 'not-your-card' }
  /** An answer to a task that another person was asked for. */
  | { readonly code: 'not-your-task' }
  /** Names were asked for where others read along. */
  | { readonly code: 'only-in-private' }
  /** A text of more characters than are read as one question. */
  | { readonly code: 'too-long'; readonly most: number }
  | { readonly code: 'tenant-not-allowed' }
  /** An anonymous guest of a meeting, whom Microsoft Entra does not know. */
  | { readonly code: 'no-work-account' }
  /** A member of a shared channel from another organization. */
  | { readonly code: 'other-organization' }
  /** The person or the tenant has asked for so much that others would have to wait. */
  | { readonly code: 'too-many'; readonly seconds: number }
  | { readonly code: 'store-unavailable' }
  | { readonly code: 'card-outdated' }
  | { readonly code: 'went-wrong'; readonly reference: string };

/** What a refusal offers instead. */
export function offersOf(refusal: Refusal): readonly SuggestedQuestion[] {
  if ('candidates' in refusal) return refusal.candidates;
  return 'nearest' in refusal ? refusal.nearest : [];
}
