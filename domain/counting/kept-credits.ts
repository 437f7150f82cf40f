/** Kept credits are what people bring on the days that were asked for last, so that the next question about the same facts begins there. */
import type { CalendarDate } from '../basics/date';
import type { Programme } from '../programme/programme';
import { judgeCredits, type CreditedPeople, type JudgedCredits } from './credited-people';
import type { Facts } from './facts';

const keptCredits = new WeakMap<Facts, readonly JudgedCredits[]>();

/** Today, the day of a purchase, the renewal day and one between: what looking ahead asks for. */
const mostKept = 4;

/**
 * Judges every person once, because all competencies ask about the same people. The newest answers for the same facts are
 * kept, because plans and comparisons ask again and again, and another day begins from the nearest one before it.
 */
export function creditPeople({ credentials }: Programme, facts: Facts, asOf: CalendarDate): CreditedPeople {
  const { people, policies } = facts;
  const known = keptCredits.get(facts) ?? [];
  const same = known.find(
    ({ grounds }) =>
      grounds.credentials === credentials &&
      grounds.people === people &&
      grounds.policies === policies &&
      grounds.asOf === asOf,
  );
  if (same) return same;
  const earlier = known.filter(({ grounds }) => grounds.asOf <= asOf);
  const nearest = earlier.reduce<JudgedCredits | undefined>(
    (last, one) => (last && last.grounds.asOf >= one.grounds.asOf ? last : one),
    undefined,
  );
  const judged = judgeCredits({ credentials, policies, people, asOf }, nearest);
  keptCredits.set(facts, [judged, ...known].slice(0, mostKept));
  return judged;
}

/** Says that some facts differ from others in little, so that what is known of those is used again where it is the same. */
export function likeFacts(facts: Facts, others: Facts): Facts {
  if (!keptCredits.has(facts)) keptCredits.set(facts, keptCredits.get(others) ?? []);
  return facts;
}
