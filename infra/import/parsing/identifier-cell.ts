/**
 * The identifiers in a row that tell people apart. A placeholder such as `n/a` is no identifier: it would merge many people
 * into one.
 */
import { type IdentifierKind, type Identifiers } from '../../../domain/partner/people/person';
import type { ParsedEntry } from './source';

const forms: Readonly<Record<IdentifierKind, RegExp>> = {
  corpEmail: /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>".]+$/,
  email: /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>".]+$/,
  mcpId: /^(?!0+$)\d{1,15}$/,
  aadUserId: /^(?![0-]+$)[0-9a-z._-]{16,}$/,
};

/**
 * Returns the identifiers of a row, normalized for comparison: no case, no invisible characters, plain letters for
 * full-width ones. What cannot be such a sign, such as `n/a` or a number in scientific notation, is left out with a remark.
 */
export function identifiersIn(entry: ParsedEntry<IdentifierKind>): Identifiers {
  const read = (kind: IdentifierKind): readonly string[] => {
    const value = signOf(kind, comparable(entry.text(kind)));
    if (value === '') return [];
    if (forms[kind].test(value)) return [value];
    entry.remark('identifier-ignored', kind);
    return [];
  };
  return { corpEmail: read('corpEmail'), mcpId: read('mcpId'), email: read('email'), aadUserId: read('aadUserId') };
}

/** Returns whether there is any identifier; a person without one could not be matched in the next file. */
export function isKnown({ corpEmail, mcpId, email, aadUserId }: Identifiers): boolean {
  return corpEmail.length + mcpId.length + email.length + aadUserId.length > 0;
}

/**
 * A spreadsheet that takes a profile id for a number may write it with one or two decimals that are zero; three could be
 * a group of thousands.
 */
function signOf(kind: IdentifierKind, value: string): string {
  return kind === 'mcpId' ? withoutZeroDecimals(value) : value;
}

/** A whole number as the program that exports it writes it; anything else stays as it is. */
export function withoutZeroDecimals(value: string): string {
  return value.replace(/^(\d+)[.,]0{1,2}$/, '$1');
}

function comparable(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .trim()
    .toLowerCase();
}
