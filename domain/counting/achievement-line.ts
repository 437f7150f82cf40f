/** Everything that a person has earned, newest first: what each row means, and whether it still matters. */
import type { CalendarDate } from '../basics/date';
import { isClaimed, withoutSettled } from '../partner/claim';
import type { Achievement } from '../partner/people/person';
import { examsApart, indexCredentials, type Credential } from '../programme/credential';
import type { Credit } from './credits/credit';
import type { Hindrance } from './credits/hindrance';

/** One achievement of a person: which credential of the programme it is, if any, and what hinders it, if anything. */
export interface AchievementLine {
  readonly achievement: Achievement;
  readonly credential?: Credential;
  readonly hindrance?: Hindrance;
  /** The day of the later row of the same certification, which holds in its place. */
  readonly supersededOn?: CalendarDate;
  /** A row of an exam, where the programme names certifications only. */
  readonly isExam?: true;
}

interface LineContext {
  readonly credentials: readonly Credential[];
  readonly asOf: CalendarDate;
}

/** The rows of one person. A row gives way to a later one of the same credential, unless that is to come or only claimed. */
export function achievementLinesOf(
  { person, credit }: { readonly person: Pick<Credit['person'], 'achievements'>; readonly credit: Credit },
  { credentials, asOf }: LineContext,
): readonly AchievementLine[] {
  const credentialOf = indexCredentials(credentials);
  const isApart = examsApart(credentials);
  const newestFirst = [...withoutSettled(person.achievements, credentialOf)].sort((one, other) =>
    one.completedOn === other.completedOn
      ? Number(isApart(one)) - Number(isApart(other))
      : one.completedOn < other.completedOn
        ? 1
        : -1,
  );
  const newestOf = new Map<string, CalendarDate>();
  return newestFirst.map((achievement) => {
    const credential = credentialOf(achievement);
    if (!credential) return { achievement, ...(isApart(achievement) && { isExam: true }) };
    const { completedOn } = achievement;
    const newest = newestOf.get(credential.id) ?? completedOn;
    if (completedOn <= asOf && !isClaimed(achievement)) newestOf.set(credential.id, newest);
    if (newest > completedOn) return { achievement, credential, supersededOn: newest };
    const hindrance = credit.hindrance ?? credit.hindered.get(credential.id);
    return { achievement, credential, ...(hindrance && { hindrance }) };
  });
}
