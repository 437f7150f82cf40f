/** Kept credits are what people bring on the days that were asked for last, so that the next question about the same facts begins there. */
import type { CalendarDate } from '../basics/date';
import type { Programme } from '../programme/programme';
import { type CreditContext, judgeCredits, type CreditedPeople, type JudgedCredits } from './credits/credited-people';
import type { Facts } from './facts';

const keptCredits = new WeakMap<Facts, readonly JudgedCredits[]>();

/** Today, the day of a purchase, the renewal day and one between: what looking ahead asks for. */
const mostKept = 4;

/**
 * Judges every person once, because all competencies ask about the same people. The newest answers for the same facts are
 * kept, because plans and comparisons ask again and again, and another day begins from the same timeline.
 */
export function creditPeople({ credentials }: Programme, facts: Facts, asOf: CalendarDate): CreditedPeople {
  const { people, policies } = facts;
  const context = { credentials, policies, people, asOf };
  const known = keptCredits.get(facts) ?? [];
  const same = known.filter(({ grounds }) => isSameButDay(grounds, context));
  const answer = same.find(({ grounds }) => grounds.asOf === asOf);
  if (answer) return answer;
  const judged = judgeCredits(
    context,
    same[0] ?? known.find(({ grounds }) => grounds.policies === policies) ?? known[0],
  );
  keptCredits.set(facts, [judged, ...known].slice(0, mostKept));
  return judged;
}

function isSameButDay(one: CreditContext, other: CreditContext): boolean {
  return one.credentials === other.credentials && one.people === other.people && one.policies === other.policies;
}

/** Says that some facts differ from others in little, so that what is known of those is used again where it is the same. */
export function likeFacts(facts: Facts, others: Facts): Facts {
  if (!keptCredits.has(facts)) keptCredits.set(facts, keptCredits.get(others) ?? []);
  return facts;
}
