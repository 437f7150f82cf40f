/** A head count says how many people are on record, how many of them bring something that counts, and how much has lapsed. */
import type { CalendarDate } from '../basics/date';
import type { Programme } from '../programme/programme';
import type { Facts } from './facts';
import { creditPeople } from './kept-credits';

export interface HeadCount {
  /** On record and not gone. */
  readonly people: number;
  /** Of them, those with a certification that counts. */
  readonly counting: number;
  /** Certifications of theirs that have expired. */
  readonly lapsed: number;
}

const departures: ReadonlySet<string> = new Set(['left', 'linked-elsewhere', 'account-deleted']);

/** Counts the people of a partner on a day. */
export function headCountOf(programme: Programme, facts: Facts, asOf: CalendarDate): HeadCount {
  const present = creditPeople(programme, facts, asOf).credits.filter(
    ({ hindrance }) => hindrance === undefined || !departures.has(hindrance.code),
  );
  const lapsedOf = (hindered: ReadonlyMap<string, { readonly code: string }>) =>
    [...hindered.values()].filter(({ code }) => code === 'expired').length;
  return {
    people: present.length,
    counting: present.filter(({ counted }) => counted.size > 0).length,
    lapsed: present.reduce((sum, { hindered }) => sum + lapsedOf(hindered), 0),
  };
}
