/** An achievement in words: since when it counts and until when, or what hinders it. */
import type { AchievementLine } from '../../domain/counting/achievement-line';
import { type Credit } from '../../domain/counting/credits/credit';
import { computedExpiryOf } from '../../domain/counting/credits/expiry';
import { expiryOf } from '../../domain/counting/credits/expiry';
import type { Text } from '../text';
import { hindranceWords } from './reason';

interface About {
  readonly text: Text;
  readonly credit: Credit;
  /** Whether it is not told what the person counts for, or it is nothing: then what is valid is not said to count. */
  readonly isIdle?: boolean;
}

/** What hinders the whole person is said elsewhere and not repeated. */
export function achievementWords(
  { achievement, credential, hindrance, supersededOn, isExam }: AchievementLine,
  { text, credit, isIdle = false }: About,
): string {
  const date = text.date(achievement.completedOn);
  if (!credential) return text.say(isExam ? 'person.exam' : 'person.unnamed', { date });
  if (credit.hindrance) return text.say('person.not-counted', { date });
  if (supersededOn !== undefined) return text.say('person.superseded', { date, renewed: text.date(supersededOn) });
  if (hindrance) return text.say('person.hindered', { because: hindranceWords(hindrance, text), date });
  const until = expiryOf(achievement, credential);
  const counts = isIdle ? 'no' : 'yes';
  if (until === undefined) return text.say('person.earned', { date, counts });
  const isComputed = computedExpiryOf(achievement, credential) !== undefined;
  return text.say(isComputed ? 'person.earned-until-computed' : 'person.earned-until', {
    date,
    counts,
    until: text.date(until),
  });
}
