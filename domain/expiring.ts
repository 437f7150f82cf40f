/** What is expiring: credentials that count today and stop counting within a while, and the levels that would go with each. */
import { countedUntilOf, creditOf, expiryOf } from './counting';
import { indexCredentials, type Credential, type CredentialIndex } from './credential';
import { addDays, type CalendarDate } from './date';
import type { Person } from './person';
import type { Policies } from './policy';
import type { Programme } from './programme';
import { standingOf, type Facts } from './standing';
import type { LevelChange } from './what-if';

/** A credential that stops counting, and when. */
export interface Ending {
  readonly person: Person;
  readonly credential: Credential;
  /** The last day on which it counts. */
  readonly until: CalendarDate;
  readonly because: 'expiry' | 'retirement';
}

export interface Expiring extends Ending {
  /** The levels that would be lost if it were the only thing to change. */
  readonly cost: readonly LevelChange[];
}

export interface Span {
  readonly today: CalendarDate;
  readonly days: number;
}

/** What stops counting within the span, the earliest first. */
export function expiringWithin(programme: Programme, facts: Facts, span: Span): readonly Expiring[] {
  const index = indexCredentials(programme.credentials);
  return endingWithin(programme, facts, span).map((one) => ({
    ...one,
    cost: costOf(one, { programme, facts, index }),
  }));
}

/** The same without what it costs, which takes long to say of many people. */
export function endingWithin(programme: Programme, facts: Facts, { today, days }: Span): readonly Ending[] {
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
    .sort((one, other) => (one.until === other.until ? 0 : one.until < other.until ? -1 : 1));
}

type Achievements = Person['achievements'];

function passesOf({ achievements }: Person, credential: string, index: CredentialIndex): Achievements {
  return achievements.filter((achievement) => index(achievement)?.id === credential);
}

type End = Pick<Ending, 'until' | 'because'>;

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

function costOf({ person, credential, until }: Ending, { programme, facts, index }: Around): readonly LevelChange[] {
  const passes = passesOf(person, credential.id, index);
  const without = { ...person, achievements: person.achievements.filter((one) => !passes.includes(one)) };
  const people = facts.people.map((one) => (one === person ? without : one));
  const before = standingOf(programme, facts, until).competencies;
  const after = standingOf(programme, { ...facts, people }, until).competencies;
  return before.flatMap(({ id, level }, at) =>
    after[at]!.level === level ? [] : [{ competency: id, before: level, after: after[at]!.level }],
  );
}
