/** What is expiring: credentials that count today and stop counting within a while, and the levels that would go with each. */
import { countedUntilOf, creditOf, expiryOf } from './counting';
import { indexCredentials, type Credential, type CredentialIndex } from './credential';
import { addDays, type CalendarDate } from './date';
import type { Person } from './person';
import type { Policies } from './policy';
import { pointsChanges, type PointsChange } from './points-change';
import type { Programme } from './programme';
import { standingOf, type Facts } from './standing';
import type { LevelChange } from './what-if';

export interface Expiring {
  readonly person: Person;
  readonly credential: Credential;
  /** The last day on which it counts. */
  readonly until: CalendarDate;
  readonly because: 'expiry' | 'retirement';
  /** The levels that would be lost if it were the only thing to change. */
  readonly cost: readonly LevelChange[];
  /** The points that would be lost in the same way. */
  readonly points: readonly PointsChange[];
}

export interface Span {
  readonly today: CalendarDate;
  readonly days: number;
}

/** What stops counting within the span, the earliest first. */
export function expiringWithin(programme: Programme, facts: Facts, { today, days }: Span): readonly Expiring[] {
  const index = indexCredentials(programme.credentials);
  const byId = new Map(programme.credentials.map((credential) => [credential.id, credential]));
  const last = addDays(today, days);
  return facts.people
    .flatMap((person) => {
      const { counted } = creditOf(person, index, { asOf: today, policies: facts.policies });
      return [...counted].flatMap((id) => {
        const credential = byId.get(id)!;
        const end = endOf(passesOf(person, id, index), credential, facts.policies);
        return end && end.until <= last ? [{ person, credential, ...end }] : [];
      });
    })
    .sort((one, other) => (one.until === other.until ? 0 : one.until < other.until ? -1 : 1))
    .map((one) => ({ ...one, ...costOf(one, { programme, facts, index }) }));
}

type Achievements = Person['achievements'];

function passesOf({ achievements }: Person, credential: string, index: CredentialIndex): Achievements {
  return achievements.filter((achievement) => index(achievement)?.id === credential);
}

type End = Pick<Expiring, 'until' | 'because'>;

/** When a credential stops counting: with the last of its passes to lapse, or with its grace, whichever is earlier. */
function endOf(passes: Achievements, credential: Credential, policies: Policies): End | undefined {
  const expiries = passes.map((achievement) => expiryOf(achievement, credential));
  const expiry = expiries.includes(undefined) ? undefined : expiries.sort().at(-1);
  const grace = countedUntilOf(credential, policies);
  if (grace !== undefined && (expiry === undefined || grace < expiry)) return { until: grace, because: 'retirement' };
  return expiry === undefined ? undefined : { until: expiry, because: 'expiry' };
}

interface Around {
  readonly programme: Programme;
  readonly facts: Facts;
  readonly index: CredentialIndex;
}

function costOf(
  { person, credential, until }: Omit<Expiring, 'cost' | 'points'>,
  { programme, facts, index }: Around,
): Pick<Expiring, 'cost' | 'points'> {
  const passes = passesOf(person, credential.id, index);
  const without = { ...person, achievements: person.achievements.filter((one) => !passes.includes(one)) };
  const people = facts.people.map((one) => (one === person ? without : one));
  const before = standingOf(programme, facts, until);
  const after = standingOf(programme, { ...facts, people }, until);
  const cost = before.competencies.flatMap(({ id, level }, at) => {
    const changed = after.competencies[at]!.level;
    return changed === level ? [] : [{ competency: id, before: level, after: changed }];
  });
  return { cost, points: pointsChanges(before, after) };
}
