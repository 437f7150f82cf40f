/** A question is what can be asked of Laurel, in words or by a button: the contract between what is heard and what is shown. */
import type { ExportedName } from '../../domain/imports/exported-file';
import type { DateOrder } from '../../domain/imports/incoming';
import type { RetainedKind } from '../../domain/partner/retention';
import type { MembershipRecord } from '../../domain/membership/membership';
import type { Locale } from '../../domain/basics/locale';
import type { NoticeRule } from '../../domain/alerts/notice';
import type { TroubleCause } from '../../domain/onboarding/onboarding';
import type { OnboardingState } from '../../domain/onboarding/onboarding-state';
import type { Event } from '../../domain/planning/what-if';

/** What a change can be taken back to, as long as nothing else has changed since. */
export interface MembershipUndo {
  readonly after: MembershipRecord;
  readonly before: MembershipRecord;
}

/** What the preview of a correction hands on to the button that confirms it: the version of the fact that was shown, and when. */
export interface Confirmation {
  readonly version: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** A figure as it was entered in a field: a number, or yes or no; as it was typed where it is neither. */
export interface EnteredFigure {
  readonly metric: string;
  readonly value: number | boolean | string;
}

/** What was entered of the exam of a credential, or without one of vouchers for any exam: a fee as a plain decimal, a number of vouchers. */
export interface EnteredCost {
  readonly credential?: string;
  readonly fee?: string;
  readonly vouchers?: string;
}

/** Pages count from 1. People are ids, or what a person typed; days of events may lack the year; `on` is a day as the bot reads it (`bot/recognizers/day-argument.ts`), `confirm` is there where the preview was confirmed. */
export type Question =
  /** With a topic, the name of a command, it explains how that is asked. */
  | { readonly ask: 'help'; readonly topic?: string }
  | { readonly ask: 'progress'; readonly page?: number }
  /** Since a day; without one, since a month ago. */
  | { readonly ask: 'what-changed'; readonly since?: string }
  | { readonly ask: 'competency'; readonly competency: string }
  | { readonly ask: 'requirements'; readonly competency: string }
  | {
      readonly ask: 'why';
      /** Without one it is asked why a person does not count at all: the record of that person tells. */
      readonly competency?: string;
      readonly level?: string;
      readonly option?: string;
      /** Of whom it is asked first of all. */
      readonly person?: string;
      readonly page?: number;
    }
  | {
      readonly ask: 'people';
      readonly page?: number;
      /** A part of a name or a mail address. */
      readonly find?: string;
      readonly show?: PeopleShown;
      /** Of those who have left: since which day. */
      readonly since?: string;
      /** With it, who counts or does not is told for this competency. */
      readonly competency?: string;
      readonly order?: PeopleOrder;
      /** The people of one office, or of one team, by its name or a part of it. */
      readonly office?: string;
      readonly team?: string;
    }
  | { readonly ask: 'person'; readonly person: string; readonly page?: number }
  /** A manager's own people; `person` is one of them, by id. */
  | { readonly ask: 'my-team'; readonly person?: string; readonly page?: number }
  /** Shows what is recorded; with anything more than that, records it or takes it back. */
  | {
      readonly ask: 'membership';
      /** With one it is about the enrolment in this designation or specialization. */
      readonly competency?: string;
      /** The enrolment is taken away. */
      readonly remove?: true;
      readonly level?: string;
      readonly boughtOn?: string;
      readonly market?: string;
      readonly timeZone?: string;
      /** What was recorded when a preview of this was shown. */
      readonly from?: MembershipRecord;
      readonly undo?: MembershipUndo;
    }
  /** Without a day it asks for one. */
  | { readonly ask: 'renewed'; readonly on?: string; readonly from?: MembershipRecord }
  | { readonly ask: 'renewal' }
  /** Which programmes are followed; with one (or what a person typed) what following it would change; `from` confirms. */
  | {
      readonly ask: 'programme';
      readonly programme?: string;
      readonly from?: string;
      readonly isUndo?: boolean;
      /** The sample of the local world that takes the place of the one that is there. */
      readonly sample?: 'competencies' | 'designations';
    }
  /** What today's people are worth in every programme; with competencies these side by side, with levels what sets those apart. */
  | { readonly ask: 'compare'; readonly competencies?: readonly string[]; readonly levels?: readonly string[] }
  | { readonly ask: 'risk' }
  | { readonly ask: 'upgrade' }
  | { readonly ask: 'profile' }
  | { readonly ask: 'benefits'; readonly level?: string }
  /** With a person: what they could earn next. */
  | { readonly ask: 'plan'; readonly competency?: string; readonly level?: string; readonly person?: string }
  | { readonly ask: 'key-people'; readonly competency?: string }
  /** Within so many days, or until a day; `until` goes before `days`. */
  | { readonly ask: 'expiring'; readonly days?: number; readonly until?: string; readonly page?: number }
  /** `on` is the day of the events that name none: it is chosen in a date field. */
  | { readonly ask: 'what-if'; readonly events: readonly Event[]; readonly on?: string }
  /** Without a person it shows the form. */
  | { readonly ask: 'left'; readonly person?: string; readonly on?: string; readonly confirm?: Confirmation }
  /** Without a credential or a person it shows the form. */
  | {
      readonly ask: 'completed';
      readonly credential?: string;
      readonly person?: string;
      readonly on?: string;
      /** Until which day it is valid, where it is a renewal that no file shows. */
      readonly until?: string;
      readonly confirm?: Confirmation;
    }
  | { readonly ask: 'remove'; readonly credential: string; readonly person: string; readonly confirm?: Confirmation }
  | {
      readonly ask: 'figure';
      readonly metric: string;
      readonly value: number | boolean;
      /** The code of another currency than US dollars in which the value was named. */
      readonly currency?: string;
      readonly on?: string;
      readonly confirm?: Confirmation;
    }
  /** Enters an override, or with `remove` takes it away. */
  | {
      readonly ask: 'override';
      readonly competency: string;
      readonly level?: string;
      readonly until?: string;
      readonly remove?: true;
      readonly confirm?: Confirmation;
    }
  /** Without people it is the asker's own; `invite` confirms the preview that was shown of inviting these. */
  | { readonly ask: 'onboard'; readonly people?: readonly string[]; readonly invite?: true }
  /** Says that a step was taken, for oneself or, as an admin, for others; the day comes from a field of the card. */
  | {
      readonly ask: 'step';
      readonly people: readonly string[];
      readonly step: StepName;
      readonly on?: string;
    }
  /** Without a cause it asks for one; `until` is the next day on which Partner Center allows a link. */
  | {
      readonly ask: 'trouble';
      readonly person: string;
      readonly cause?: TroubleCause;
      readonly until?: string;
    }
  /** Joins two records that mean one person. */
  /** With `apart` the two are said to be two people, or with `false` that answer is taken back. */
  | {
      readonly ask: 'same-person';
      readonly person?: string;
      readonly other?: string;
      readonly apart?: boolean;
      readonly confirm?: Confirmation;
    }
  /** Who holds the credential, or of several `credentials` at least so many; all of them where `least` is absent. */
  | {
      readonly ask: 'who-holds';
      readonly credential: string;
      readonly credentials?: readonly string[];
      readonly least?: number;
      readonly page?: number;
    }
  | { readonly ask: 'serves'; readonly credential: string }
  | { readonly ask: 'figures'; readonly metric?: string; readonly page?: number }
  /** What exams cost the company, as it is on record. */
  | { readonly ask: 'costs'; readonly page?: number }
  /** The form for what the exams of these credentials cost; with `entries` it is entered, with `remove` that of one is taken away. */
  | {
      readonly ask: 'cost';
      readonly credentials?: readonly string[];
      /** The code of the currency of all fees. */
      readonly currency?: string;
      readonly entries?: readonly EnteredCost[];
      readonly remove?: string;
      readonly confirm?: Confirmation;
    }
  /** The form for the figures of an area, without it the areas; with `values` what they change, confirmed as they were shown. */
  | {
      readonly ask: 'enter-figures';
      readonly competency?: string;
      readonly page?: number;
      readonly on?: string;
      readonly values?: readonly EnteredFigure[];
      readonly confirm?: { readonly versions: readonly string[]; readonly at: number };
    }
  /** Nothing is asked: it is answered shortly. */
  | { readonly ask: 'none'; readonly about: SmallTalk }
  /** With a state it tells who is in it, and since when. */
  | { readonly ask: 'onboarding'; readonly person?: string; readonly state?: OnboardingState; readonly page?: number }
  | { readonly ask: 'undo'; readonly correction?: string }
  /** Without `pending` it explains how to import; with it, it is about a file that waits for a decision. */
  | {
      readonly ask: 'import';
      readonly pending?: string;
      /** A file of this machine, as the person typed its path; only a local world reads it. */
      readonly path?: string;
      /** Where the file does not tell which number of a date is the day. */
      readonly dates?: DateOrder;
      readonly step?: 'apply' | 'discard';
      /** Whether what is gone is taken away too. */
      readonly gone?: boolean;
      /** The facts that the plan was made from. */
      readonly facts?: string;
      /** The programme that is followed from then on. */
      readonly programme?: string;
    }
  /** `confirmed`: whom it takes off onboarding was shown before the press. */
  | { readonly ask: 'undo-import'; readonly import?: string; readonly confirmed?: true }
  /** Of one person, by id or as typed, and from a day on. */
  | { readonly ask: 'audit'; readonly person?: string; readonly since?: string; readonly page?: number }
  /** The weekly card for a room; with `to`, an id of a conversation, it is posted there from now on; `stop` ends it. */
  | { readonly ask: 'team-digest'; readonly to?: string; readonly names?: 'yes' | 'no'; readonly stop?: true }
  /**
   * Posts the card of another question in a room: `card` is the name of that question and `about` the rest of it. With `to`, the id
   * of a conversation, it is previewed; `reference` is that of a preview, and posts it once.
   */
  | {
      readonly ask: 'share';
      readonly card?: string;
      readonly about?: Readonly<Record<string, unknown>>;
      readonly to?: string;
      readonly names?: 'yes' | 'no';
      readonly reference?: string;
    }
  /** The asker's own exams and expiries by day; with `file` they are handed over as a calendar file. */
  | { readonly ask: 'calendar'; readonly file?: true }
  /** What is kept about the asker; with `file` it is handed over as one. */
  | { readonly ask: 'about-me'; readonly file?: true }
  /** Forgets a person, by id or as typed, or the asker; `isSure` confirms the preview. */
  | { readonly ask: 'forget'; readonly person: string; readonly isSure?: true }
  /** Lets a person who was forgotten in again: by a sign as `typed`, confirmed by the `mark` that was found; with neither it asks for the sign. */
  | { readonly ask: 'readmit'; readonly typed?: string; readonly mark?: string }
  /** How long things are kept, in days as fields send them; with any it shows what would go. `from` is what was set at that preview, and confirms it. */
  | ({ readonly ask: 'retention'; readonly from?: string } & { readonly [K in RetainedKind]?: string })
  /** Forgets everything of the organisation; `typed` is what was typed into the field of the preview. */
  | { readonly ask: 'forget-partner'; readonly typed?: string; readonly isSure?: true }
  /** Who administers Laurel; with a person, by id or as typed, makes them an admin or not; `isSure` confirms the preview. */
  | {
      readonly ask: 'admins';
      readonly person?: string;
      readonly to?: 'admin' | 'no-admin';
      readonly isSure?: true;
      readonly page?: number;
    }
  | { readonly ask: 'export'; readonly file?: ExportedName }
  /** All that are open, or one of them; with an act something is done about it, if it still shows the face that was on the card. */
  | {
      readonly ask: 'alerts';
      readonly page?: number;
      readonly alert?: string;
      readonly face?: string;
      readonly act?: 'acknowledge' | 'assign' | 'snooze';
      /** Whom it is assigned to, and until which day it is put off: absent while that is still to be chosen. */
      readonly to?: string;
      readonly until?: string;
    }
  /** The asker's own tasks, or one of them; with an act it is answered, if it is still as the card showed it (`version`). */
  | {
      readonly ask: 'my-tasks';
      readonly task?: string;
      readonly version?: string;
      readonly act?: TaskAnswer;
      /** The day of the exam and the reason, from fields of the card: absent while they are still to be entered. */
      readonly on?: string;
      readonly why?: string;
    }
  /** Everyone's tasks; with one it is shown, or with `act` taken back. */
  | {
      readonly ask: 'tasks';
      readonly task?: string;
      readonly version?: string;
      readonly act?: 'withdraw';
      readonly page?: number;
    }
  /** The day of an exam that the asker has booked; `isSure` confirms the preview. */
  | { readonly ask: 'booked'; readonly credential: string; readonly on?: string; readonly isSure?: true }
  /**
   * Asks the people of the plan for a level, without a competency those of the whole plan; `plan` is the version of the plan that the
   * preview showed, and `shown` how many of its tasks. `leftOut` and `standInsLeftOut` are what its fields send: the tasks that are not
   * asked, by their place in the plan, joined by commas. A client sends nothing for a field in which nothing is marked.
   * With a person and a credential it asks this one for that, `until` a day where one is given, whether a plan needs it or not.
   */
  | {
      readonly ask: 'ask-people';
      readonly person?: string;
      readonly credential?: string;
      readonly until?: string;
      readonly competency?: string;
      readonly level?: string;
      readonly plan?: string;
      readonly shown?: number;
      readonly leftOut?: string;
      readonly standInsLeftOut?: string;
    }
  /** Shows the settings; with anything more than that, records it. Hours and weekdays are numbers as fields send them. */
  | {
      readonly ask: 'alert-settings';
      readonly quietFrom?: string;
      readonly quietTo?: string;
      readonly workingDays?: string;
      readonly digestOn?: string;
    }
  /** Without a language it asks for one; `client` is the language that Teams sends. */
  | { readonly ask: 'language'; readonly language?: Locale | 'client' }
  | { readonly ask: 'stop-alerts'; readonly rule?: NoticeRule }
  | { readonly ask: 'start-alerts'; readonly rule?: NoticeRule };

/**
 * Groups of people by what hinders them: those who count, who are here and count for nothing, who hold nothing of the programme, whose
 * certification lapsed, who wait for a link, who have left.
 */
export const peopleShown = ['counts', 'uncounted', 'without', 'lapsed', 'waiting', 'left'] as const;
export type PeopleShown = (typeof peopleShown)[number];
export const peopleOrders = ['name', 'levels'] as const;
export type PeopleOrder = (typeof peopleOrders)[number];

/** What people say without asking anything. */
export const smallTalks = ['thanks', 'bye', 'how-are-you', 'dismissed'] as const;
export type SmallTalk = (typeof smallTalks)[number];

/** What a question asks for; also the verb of the button that asks it. */
export type QuestionName = Question['ask'];

/** The steps that a button says. */
export type StepName = 'account-made' | 'linked' | 'linked-elsewhere' | 'still-linked' | 'reminded';

/** What a person answers to a task by a button. */
export const taskAnswers = ['accept', 'decline', 'book', 'report'] as const;
export type TaskAnswer = (typeof taskAnswers)[number];

/** The largest number of people that one button may name, so that a card stays small. */
export const mostOnboarded = 50;
