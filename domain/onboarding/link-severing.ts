/** A newer link in another organisation severs the one here; this file applies that, and takes it back when either side corrects its record. */
import type { CalendarDate } from '../basics/date';
import { lastStatement, saidElsewhere, type Onboarding, type OnboardingStep } from './onboarding';
import { partnerDayAt } from '../partner/partner-day';
import type { Person } from '../partner/people/person';
import type { Policies } from '../programme/policy';

/** A person with the steps of their onboarding. */
export interface LinkedPerson {
  readonly person: Person;
  readonly onboarding: Onboarding;
}

/** What others have recorded of the learning accounts of a person, newer than ours. */
export interface LinksElsewhere {
  readonly days: readonly CalendarDate[];
  /** Whether that is so for every account: a person with two learning profiles may have linked one elsewhere and kept the other. */
  readonly isWhole: boolean;
}

/** When it is asked, and by which rules. */
interface Moment {
  readonly policies: Pick<Policies, 'linkElsewhere' | 'timeZone'>;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * Returns the person after what other organisations have recorded; the same object if nothing changes, so applying it twice is safe. The day is written as a step and as a fact; if an instance stopped between the two writes, the missing one is completed. A day that the other organisation has taken back no longer severs; what people here say, or an import of ours, stays.
 */
export function applyLinksElsewhere(way: LinkedPerson, told: LinksElsewhere, moment: Moment): LinkedPerson {
  const { person, onboarding } = way;
  const at = new Date(moment.now).toISOString();
  const on = newestOf(told);
  if (on !== undefined && isSevering(on, way, { told, ...moment }))
    return changed(way, {
      person: person.linkedElsewhereOn === on ? person : { ...person, linkedElsewhereOn: on },
      onboarding: withWord(onboarding, { kind: 'linked-elsewhere', on, at, by: { kind: 'elsewhere' } }),
    });
  const last = lastStatement(onboarding);
  if (!last || !saidElsewhere(last) || last.kind !== 'linked-elsewhere' || told.days.includes(last.on)) return way;
  if (person.linkedElsewhereOn !== undefined && person.linkedElsewhereOn !== last.on) return way;
  const { linkedElsewhereOn: _, ...here } = person;
  return changed(way, {
    person: person.linkedElsewhereOn === undefined ? person : here,
    onboarding: withWord(onboarding, { kind: 'still-linked', on: last.on, at, by: { kind: 'elsewhere' } }),
  });
}

/** The day that is only told, because it may not sever: by policy, or because it is true of one learning profile only. */
export function toldOnly(way: LinkedPerson, told: LinksElsewhere, moment: Moment): CalendarDate | undefined {
  const on = newestOf(told);
  const { linkedElsewhereOn } = way.person;
  return on !== undefined && linkedElsewhereOn === undefined && isNews(on, way, moment) ? on : undefined;
}

function newestOf({ days }: LinksElsewhere): CalendarDate | undefined {
  return [...days].sort().at(-1);
}

function isSevering(
  on: CalendarDate,
  way: LinkedPerson,
  { told, ...moment }: Moment & { readonly told: LinksElsewhere },
): boolean {
  if (moment.policies.linkElsewhere !== 'severs' || !isNews(on, way, moment)) return false;
  const { linkedElsewhereOn } = way.person;
  return linkedElsewhereOn === undefined ? told.isWhole : severedOn(way) !== undefined;
}

/** Only a day that is newer than our own link, not in the future, and newer than any day that was contested here, counts. */
function isNews(
  on: CalendarDate,
  { person: { linkedOn, leftOn }, onboarding }: LinkedPerson,
  { policies, now }: Moment,
): boolean {
  const today = partnerDayAt(now, policies);
  if (leftOn !== undefined && leftOn <= today) return false;
  return linkedOn !== undefined && on > linkedOn && on <= today && on > contestedUntil(onboarding);
}

/** The newest day that a person here has contested. */
function contestedUntil({ steps }: Onboarding): CalendarDate {
  const days = steps.flatMap((step) => (step.kind === 'still-linked' && !saidElsewhere(step) ? [step.on] : []));
  return days.sort().at(-1) ?? '';
}

/** Returns since when the record of another organisation alone keeps a person from counting here. */
export function severedOn({ person, onboarding }: LinkedPerson): CalendarDate | undefined {
  const last = lastStatement(onboarding);
  const isTheirs = last?.kind === 'linked-elsewhere' && saidElsewhere(last) && last.on === person.linkedElsewhereOn;
  return isTheirs ? last.on : undefined;
}

function withWord(onboarding: Onboarding, word: Extract<OnboardingStep, { readonly on: CalendarDate }>): Onboarding {
  const last = lastStatement(onboarding);
  const isSaid = last?.kind === word.kind && last.on === word.on && last.by.kind === word.by.kind;
  return isSaid ? onboarding : { ...onboarding, steps: [...onboarding.steps, word] };
}

function changed(before: LinkedPerson, after: LinkedPerson): LinkedPerson {
  return before.person === after.person && before.onboarding === after.onboarding ? before : after;
}
