/** What a file shows as lapsed only because Laurel computed the day: no layout shows a renewal that has no row of its own. */
import type { CalendarDate } from '../basics/date';
import { computedExpiryOf } from '../counting/credits/expiry';
import { indexCredentials, type Credential } from '../programme/credential';
import type { IncomingAchievement, IncomingPerson, Warning } from './incoming';

/** One remark for the file, at the first person whom it concerns; nothing where the file lets nothing lapse so. */
export function lapsedByComputation(
  people: readonly IncomingPerson[],
  credentials: readonly Credential[],
  today: CalendarDate,
): readonly Warning[] {
  const index = indexCredentials(credentials);
  const found = people.map(({ line, achievements }) => ({ line, count: lapsedIn(achievements, index, today) }));
  const concerned = found.filter(({ count }) => count > 0);
  if (concerned.length === 0) return [];
  const count = concerned.reduce((sum, one) => sum + one.count, 0);
  const line = concerned.reduce((least, one) => Math.min(least, one.line), Infinity);
  return [{ line, column: '', value: '', code: 'lapsed-by-computation', args: { count } }];
}

/** How many certifications of one person: each once, by the row that holds longest. */
function lapsedIn(
  achievements: readonly IncomingAchievement[],
  index: ReturnType<typeof indexCredentials>,
  today: CalendarDate,
): number {
  const lapsed = new Map<string, boolean>();
  for (const achievement of achievements) {
    const credential = index(achievement);
    if (!credential) continue;
    const on = computedExpiryOf(achievement, credential);
    const isLapsed = on !== undefined && on < today;
    lapsed.set(credential.id, isLapsed && (lapsed.get(credential.id) ?? true));
  }
  return [...lapsed.values()].filter((one) => one).length;
}
