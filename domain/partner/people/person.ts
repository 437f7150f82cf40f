/** A person is an employee or contractor whose achievements may count for the partner. */
import type { CredentialName } from '../../programme/credential';
import type { CalendarDate } from '../../basics/date';
import { importedOn, isImportId } from '../../basics/import-id';

/** Something a person has earned, as the source wrote it; which credential it is follows from the programme. */
export interface Achievement extends CredentialName {
  readonly completedOn: CalendarDate;
  /** The last day on which it is valid, as the source prints it. */
  readonly expiresOn?: CalendarDate;
  /** The import that first showed it or last changed it, or `evaluate` for facts given by hand. */
  readonly source: string;
}

/** The kinds of identifiers, strongest first; a name is never one of them. */
export const identifierKinds = ['corpEmail', 'mcpId', 'email', 'aadUserId'] as const;
export type IdentifierKind = (typeof identifierKinds)[number];

/** Lower-case values; one person may have two of a kind, for instance two learning profiles (MCPID). */
export type Identifiers = Readonly<Record<IdentifierKind, readonly string[]>>;

export interface Person {
  readonly id: string;
  /** Empty where no source names the person. */
  readonly name: string;
  readonly identifiers: Identifiers;
  readonly accountOn?: CalendarDate;
  /** The day on which the learning account was linked to this partner; without this and `accountOn` it is taken as linked. */
  readonly linkedOn?: CalendarDate;
  readonly leftOn?: CalendarDate;
  /** The day on which the learning account was linked to another organisation. */
  readonly linkedElsewhereOn?: CalendarDate;
  /** The day on which the work account was deleted. */
  readonly accountDeletedOn?: CalendarDate;
  /** Where the person works, as the list of people writes it; at most {@link longestPlace} characters. */
  readonly office?: string;
  /** The team or department, as the list of people writes it; as long as an office. */
  readonly team?: string;
  /** The sign (mail address, profile or account id) of the person whom they report to; reporting-line.ts says who that is. */
  readonly manager?: string;
  readonly achievements: readonly Achievement[];
}

/** Characters of the name of an office or a team: the longest of a large company has some 60. */
export const longestPlace = 80;

export const noIdentifiers: Identifiers = { corpEmail: [], mcpId: [], email: [], aadUserId: [] };

/** What to call the person: the name, else the strongest identifier. */
export function personLabel(person: Person): string {
  const sign = identifierKinds.map((kind) => person.identifiers[kind][0]).find((value) => value !== undefined);
  return person.name || sign || person.id;
}

/** How people speak of somebody: by name, else by the words of the mail address before the @ (`min.volkov@…`: Min Volkov); maybe empty. */
export function spokenName({ name, identifiers: { corpEmail, email } }: Person): string {
  if (name !== '') return name;
  const [local = ''] = (corpEmail[0] ?? email[0] ?? '').split('@', 1);
  const words = local.replace(/[._-]+/gu, ' ').trim();
  return words.replace(/(?<!\p{L})\p{L}/gu, (first) => first.toUpperCase());
}

/** Partner Center exports only people whose learning account is linked, so an import that shows a person is evidence of a link. */
export function isShown({ achievements }: Person): boolean {
  return achievements.some(({ source }) => isImportId(source));
}

/** The day of the import that first showed the person; nothing where none does. */
export function shownSince({ achievements }: Person): CalendarDate | undefined {
  const days = achievements.flatMap(({ source }) => (isImportId(source) ? [importedOn(source)] : []));
  return days.sort()[0];
}

/** Compares achievements by date, then title, then kind, so that equal lists are stored as equal rows. */
export function inOrder(one: Achievement, other: Achievement): number {
  return (
    compare(one.completedOn, other.completedOn) ||
    compare(one.title, other.title) ||
    compare(one.kind ?? '', other.kind ?? '')
  );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
