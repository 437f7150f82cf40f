/** What one import file says: the people, figures or competencies in it, and what could not be taken from it, by line. */
import type { CredentialName } from '../programme/credential';
import type { CalendarDate } from '../basics/date';
import type { DropLimits } from './drop-limits';
import type { Figure } from '../partner/figure';
import type { ImportKind } from '../partner/import-record';
import type { PartnerPart } from './import-trace';
import type { ShownCompetency } from '../partner/partner';
import type { Identifiers } from '../partner/people/person';
import type { Metric } from '../programme/programme';

/** A file that can be read from its beginning more than once, wherever it lies. */
export interface ImportFile {
  /** As people call it, without folders. */
  readonly name: string;
  /** Its bytes from the first on; each call starts anew. */
  open(): AsyncIterable<Uint8Array>;
}

/** Which number stands first in dates such as 05/06/2018. */
export const dateOrders = ['day-first', 'month-first'] as const;
export type DateOrder = (typeof dateOrders)[number];

export interface IncomingAchievement extends CredentialName {
  readonly completedOn: CalendarDate;
  readonly expiresOn?: CalendarDate;
}

export const personDateNames = ['accountOn', 'linkedOn', 'leftOn', 'linkedElsewhereOn', 'accountDeletedOn'] as const;

/** What a file may say of a person besides name, signs and achievements; absent = the file says nothing of it. */
export type PersonDates = Readonly<Partial<Record<(typeof personDateNames)[number], CalendarDate>>>;

export const personPlaceNames = ['office', 'team', 'manager'] as const;

/**
 * Where a person belongs; absent = the file says nothing of it, empty = it says that there is none. The manager is as the file writes
 * it: a mail address, an id or a name.
 */
export type PersonPlaces = Readonly<Partial<Record<(typeof personPlaceNames)[number], string>>>;

/** All rows of a file that name a person by the very same signs. */
export interface IncomingPerson {
  /** The first line that names the person so. */
  readonly line: number;
  readonly identifiers: Identifiers;
  /** Empty where no row gives a name. */
  readonly name: string;
  /** The newest completion among the rows with this name: of two names in one file the newer one holds. */
  readonly namedOn?: CalendarDate;
  readonly dates: PersonDates;
  readonly places?: PersonPlaces;
  readonly achievements: readonly IncomingAchievement[];
}

/** A figure as a file gives it, before it is known which import it came with. */
export interface IncomingFigure extends Omit<Figure, 'source'> {
  readonly line: number;
}

export interface ImportedPeople {
  readonly kind: 'training-completions' | 'people';
  readonly people: readonly IncomingPerson[];
}

export interface ImportedFigures {
  readonly kind: 'figures';
  readonly figures: readonly IncomingFigure[];
}

export interface ImportedSummary {
  readonly kind: 'competency-summary';
  readonly shown: readonly ShownCompetency[];
}

export interface ImportedPartner {
  readonly kind: 'partner';
  readonly settings: PartnerPart;
}

export type ImportedFacts = ImportedPeople | ImportedFigures | ImportedSummary | ImportedPartner;

/** What a message about a finding names. */
export type FindingArgs = Readonly<Record<string, string | number>>;

/** Why a whole file is not taken; nothing of it is. */
export const refusalCodes = [
  'unreadable',
  'empty',
  'other-format',
  'nul-bytes',
  'unknown-encoding',
  'invalid-utf-8',
  'record-too-long',
  'too-many-columns',
  'too-many-rows',
  'too-many-blank-lines',
  'reading-too-slow',
  'quote-not-closed',
  'stray-quote',
  'duplicate-column',
  'missing-column',
  'unknown-kind',
  'for-reading',
  'backup',
  'no-settings',
  'other-kind',
  'ambiguous-dates',
  'contradicting-dates',
  'ambiguous-numbers',
  'too-large',
  'too-busy',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

export interface ImportRefusal {
  readonly code: RefusalCode;
  readonly args: FindingArgs;
}

/** Why one row is not taken; the others are. */
export const rejectionCodes = [
  'too-many-fields',
  'cut-off',
  'missing-value',
  'value-too-long',
  'no-identifier',
  'not-a-date',
  'two-digit-year',
  'serial-number',
  'other-date-order',
  'month-contradicts',
  'expiry-before-completion',
  'not-a-number',
  'not-a-whole-number',
  'not-yes-or-no',
  'unknown-metric',
  'contradicting-value',
  'unknown-competency',
  'shared-name',
  'unknown-level',
  'unknown-status',
  'end-before-start',
  'unknown-setting',
  'not-such-a-setting',
  'unknown-programme',
] as const;
export type RejectionCode = (typeof rejectionCodes)[number];

/** What is taken, but should be looked at. */
export const warningCodes = [
  'no-rows',
  'encoding-guessed',
  'mcpid-only',
  'identifier-ignored',
  'formula',
  'unreadable-text',
  'future-date',
  'early-date',
  'expiry-ignored',
  'near-title',
  'lapsed-by-computation',
  'month-differs',
  'older-figure',
  'same-name',
  'two-profiles',
  'two-addresses',
  'shared-identifier',
  'joined-people',
  'place-too-long',
  'manager-unknown',
  'manager-ambiguous',
  'manager-self',
  'manager-circle',
  'kept-out',
] as const;
export type WarningCode = (typeof warningCodes)[number];

/** Something about one line: the column and the value are empty where the row as a whole is meant. */
interface Finding<Code> {
  readonly line: number;
  readonly column: string;
  readonly value: string;
  readonly code: Code;
  readonly args: FindingArgs;
}
export type Rejection = Finding<RejectionCode>;
export type Warning = Finding<WarningCode>;

/** Everything that was found in a file that could be read. */
export interface ReadFile {
  readonly facts: ImportedFacts;
  /** SHA-256 of the file's bytes, hexadecimal. */
  readonly contentHash: string;
  /** The rows below the header that are not blank: accepted and rejected. */
  readonly rows: number;
  readonly rejected: readonly Rejection[];
  readonly warnings: readonly Warning[];
}

/** Finds what a name in a file means, in any of the five languages; `undefined` if it means nothing here. */
export interface ImportNames {
  competency(name: string): string | undefined;
  /** The competencies that share a name, which does not say which of them is meant. */
  sharedBy(name: string): readonly string[];
  level(name: string): string | undefined;
  metric(name: string): Pick<Metric, 'id' | 'unit'> | undefined;
}

export interface ReadOptions {
  /** Recognised from the header if absent. */
  readonly kind?: ImportKind;
  /** The answer to the question of {@link ImportRefusal} `ambiguous-dates`; settled by the file itself if absent. */
  readonly dates?: DateOrder;
  readonly names: ImportNames;
  /** The ids of those that are loaded; without them no file may choose one. */
  readonly programmes?: ReadonlySet<string>;
  readonly today: CalendarDate;
  /** What one of the bot's tenants may take of it; absent on the command line. */
  readonly limits?: DropLimits | undefined;
}

/** Reads a file as the kind that it is. Throws only where the file's storage fails while it is read. */
export type ImportReader = (
  file: ImportFile,
  options: ReadOptions,
) => Promise<ReadFile | { readonly refused: ImportRefusal }>;
