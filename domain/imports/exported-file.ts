/** An exported file holds all of one kind that is known of a partner; an import reads back the facts, not what people say of themselves. */

export const exportedNames = [
  'people',
  'achievements',
  'figures',
  'onboarding',
  'states',
  'audit',
  'history',
  'partner',
] as const;
export type ExportedName = (typeof exportedNames)[number];

/** What a file consent card may be about: a file of an export, or everything that is kept about the person who asked. */
export const offeredNames = [...exportedNames, 'own-data'] as const;
export type OfferedName = (typeof offeredNames)[number];

export interface ExportedFile {
  readonly about: ExportedName;
  readonly name: string;
  /** Its text in pieces, so that no more than a page of rows is held. Throws {@link StoreUnavailable}. */
  text(): AsyncIterable<string>;
}

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

/** Every file of an export. */
export type Exporter = (tenant: string) => readonly ExportedFile[];
