/** Turning days are the days on which time alone changes what counts: between two of them every standing stays as it is. */
import { departureOf, countedUntilOf, countsFromOf, expiryOf } from './counting';
import { indexCredentials, type CredentialIndex } from './credential';
import { addDays, addMonths, type CalendarDate } from './date';
import type { Person } from './person';
import type { Policies } from './policy';
import type { Programme } from './programme';
import type { Facts } from './standing';

/** Every day after `after` on which something may change, each once, in order. */
export function turningDaysOf(programme: Programme, facts: Facts, after: CalendarDate): readonly CalendarDate[] {
  const index = indexCredentials(programme.credentials);
  const days = new Set<CalendarDate>();
  const put = (day: CalendarDate | undefined) => void (day !== undefined && day > after && days.add(day));
  rulesDays(programme).forEach(put);
  overrideDays(facts).forEach(put);
  for (const person of facts.people) for (const day of personDays(person, index, facts.policies)) put(day);
  return [...days].sort();
}

/** The first day after `after` on which something may change, or `undefined` where nothing will. */
export function nextTurningDay(programme: Programme, facts: Facts, after: CalendarDate): CalendarDate | undefined {
  const index = indexCredentials(programme.credentials);
  let first: CalendarDate | undefined;
  const put = (day: CalendarDate | undefined) => {
    if (day !== undefined && day > after && (first === undefined || day < first)) first = day;
  };
  rulesDays(programme).forEach(put);
  overrideDays(facts).forEach(put);
  for (const person of facts.people) for (const day of personDays(person, index, facts.policies)) put(day);
  return first;
}

function rulesDays({ competencies, effectiveTo }: Programme): readonly (CalendarDate | undefined)[] {
  const options = competencies.flatMap((competency) => competency.options);
  return [
    effectiveTo && addDays(effectiveTo, 1),
    ...options.flatMap(({ effectiveFrom, requirements }) => [
      effectiveFrom,
      ...requirements.flatMap((rule) => [rule.effectiveFrom, rule.effectiveTo && addDays(rule.effectiveTo, 1)]),
    ]),
  ];
}

function overrideDays({ overrides = [] }: Facts): readonly (CalendarDate | undefined)[] {
  return overrides.flatMap(({ from, until }) => [from, addDays(until, 1)]);
}

function personDays(person: Person, index: CredentialIndex, policies: Policies): readonly (CalendarDate | undefined)[] {
  const days: (CalendarDate | undefined)[] = [departureOf(person, policies)?.on, person.linkedOn];
  for (const achievement of person.achievements) {
    const credential = index(achievement);
    if (!credential) continue;
    const { completedOn } = achievement;
    const lastDays = [
      expiryOf(achievement, credential),
      countedUntilOf(credential, policies),
      policies.skillAgeLimit > 0 ? addMonths(completedOn, policies.skillAgeLimit) : undefined,
    ];
    days.push(completedOn, countsFromOf(achievement, person, policies));
    for (const day of lastDays) days.push(day && addDays(day, 1));
  }
  return person.linkedOn === undefined
    ? days
    : [...days, countsFromOf({ completedOn: person.linkedOn }, person, policies)];
}
