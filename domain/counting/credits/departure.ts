/** When a person who leaves, links elsewhere or loses the account no longer counts: for us, and for Microsoft. */
import { type CalendarDate, addMonths, addDays } from '../../basics/date';
import type { Policies } from '../../programme/policy';
import type { Person } from '../../partner/people/person';
import type { Hindrance } from './hindrance';

export type OfficialDrop = { readonly on: CalendarDate } | { readonly ifDeletedOn: CalendarDate };

/**
 * The day on which Microsoft itself drops the credit of a person who left (domain.md 1.8, `officialLeaverDrop`), shown beside
 * ours: at once with a link to another organisation, else at the refresh after the work account is deleted. Where neither is
 * known, `ifDeletedOn` is the day it would be if the account went on the leave date; until it goes, the credit stays.
 */
export function officialDropOf(
  { leftOn, linkedElsewhereOn, accountDeletedOn }: Person,
  { officialRefreshDay }: Policies,
): OfficialDrop | undefined {
  const refresh = accountDeletedOn && refreshAfter(accountDeletedOn, officialRefreshDay);
  const [first] = [linkedElsewhereOn, refresh].filter((day) => day !== undefined).sort();
  if (first !== undefined) return { on: first };
  return leftOn === undefined ? undefined : { ifDeletedOn: refreshAfter(leftOn, officialRefreshDay) };
}

/**
 * The day from which a person no longer counts because of going. Under `leave-date` that is the day of leaving; under
 * `official` leaving alone changes nothing, and a deleted account drops out at Partner Center's next monthly refresh.
 * A link to another organisation severs the link to this one at once, under either.
 */
export function departureOf(
  person: Person,
  policies: Policies,
): (Hindrance & { readonly on: CalendarDate }) | undefined {
  if (!person.linkedElsewhereOn && !person.leftOn && !person.accountDeletedOn) return undefined;
  const ends: (Hindrance & { readonly on: CalendarDate })[] = [];
  if (person.linkedElsewhereOn) ends.push({ code: 'linked-elsewhere', on: person.linkedElsewhereOn });
  if (policies.leaverDropRule === 'leave-date') {
    if (person.leftOn) ends.push({ code: 'left', on: person.leftOn });
  } else if (person.accountDeletedOn) {
    ends.push({ code: 'account-deleted', on: refreshAfter(person.accountDeletedOn, policies.officialRefreshDay) });
  }
  return ends.sort((one, other) => (one.on < other.on ? -1 : 1))[0];
}

function refreshAfter(date: CalendarDate, refreshDay: number): CalendarDate {
  const firstOfNextMonth = addMonths(`${date.slice(0, 7)}-01`, 1);
  return addDays(firstOfNextMonth, refreshDay - 1);
}
