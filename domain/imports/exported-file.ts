/** An exported file holds all of one kind that is known of a partner; an import reads back the facts, not what people say of themselves. */
import type { Locale } from '../basics/locale';

export const exportedNames = [
  'people',
  'achievements',
  'figures',
  'onboarding',
  'states',
  'audit',
  'history',
  'partner',
  'workbook',
  'calendar',
] as const;
export type ExportedName = (typeof exportedNames)[number];

/** What a file consent card may be about: a file of an export, or everything that is kept about the person who asked. */
export const offeredNames = [...exportedNames, 'own-data', 'own-calendar'] as const;
export type OfferedName = (typeof offeredNames)[number];

export interface ExportedFile {
  readonly about: ExportedName;
  readonly name: string;
  /** What is in it, in pieces, so that no more than a page of rows is held; text is UTF-8. Throws {@link StoreUnavailable}. */
  content(): AsyncIterable<string | Uint8Array>;
}

/** A file that is text alone. */
export interface ExportedText extends ExportedFile {
  content(): AsyncIterable<string>;
}

/** The names of the files that are made for people to open: in their language, and never read back. */
export const madeFileNames = {
  workbook: 'laurel.xlsx',
  calendar: 'laurel-deadlines.ics',
  'own-calendar': 'laurel.ics',
};

/** The columns of what is for reading only: named unlike those of any import, so that nothing of it comes back as a fact. */
export const readOnlyHeaders = {
  onboarding: ['Person', 'Said', 'OnDay', 'Until', 'Cause', 'Achievement', 'SaidAt', 'SaidBy'],
  audit: ['At', 'By', 'Act', 'About', 'Whom'],
  history: ['OnDay', 'Programme', 'Goal', 'Reached', 'Progress', 'Points', 'People', 'Counting', 'Lapsed', 'Import'],
  states: [
    'Person',
    'WorkAddress',
    'State',
    'Since',
    'SaidBy',
    'Next',
    'InvitedOn',
    'InvitedBy',
    'Reminders',
    'LastReminder',
    'Trouble',
    'TroubleUntil',
    'Contradictions',
    'NotReachable',
  ],
} as const;

/** The names of the files that are for reading only. */
export const readOnlyFiles: { readonly [File in keyof typeof readOnlyHeaders]: string } = {
  onboarding: 'onboarding.csv',
  audit: 'audit.csv',
  history: 'history.csv',
  states: 'onboarding-states.csv',
};

/** Every file of an export; what people open is in the language. */
export type Exporter = (tenant: string, locale: Locale) => readonly ExportedFile[];
