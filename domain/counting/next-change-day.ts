/** Turning days are the days on which time alone changes what counts: between two of them every standing stays as it is. */
import { indexCredentials } from '../programme/credential';
import { addDays, type CalendarDate } from '../basics/date';
import type { Programme } from '../programme/programme';
import { lastDayOf } from '../partner/figure';
import type { Facts } from './facts';
import { nextCreditChangeOf, creditChangesAfter } from './credits/credit-change-day';

/** The first day after `after` on which something may change, or `undefined` where nothing will. */
export function nextChangeDay(programme: Programme, facts: Facts, after: CalendarDate): CalendarDate | undefined {
  const index = indexCredentials(programme.credentials);
  let first: CalendarDate | undefined;
  const put = (day: CalendarDate | undefined) => {
    if (day !== undefined && day > after && (first === undefined || day < first)) first = day;
  };
  rulesDays(programme).forEach(put);
  overrideDays(facts).forEach(put);
  figureDays(programme, facts).forEach(put);
  const turning = creditChangesAfter(after, index, facts.policies);
  for (const person of facts.people) put(nextCreditChangeOf(person, turning));
  return first;
}

function rulesDays({ competencies, effectiveTo }: Programme): readonly (CalendarDate | undefined)[] {
  const options = competencies.flatMap((competency) => competency.options);
  const conditions = competencies.flatMap(({ choice = [] }) => choice.flatMap(({ when }) => when));
  return [
    effectiveTo && addDays(effectiveTo, 1),
    ...conditions.flatMap((one) => [one.effectiveFrom, one.effectiveTo && addDays(one.effectiveTo, 1)]),
    ...options.flatMap(({ effectiveFrom, requirements }) => [
      effectiveFrom,
      ...requirements.flatMap((rule) => [rule.effectiveFrom, rule.effectiveTo && addDays(rule.effectiveTo, 1)]),
    ]),
  ];
}

/** When figures that hold for some months end, and when enrolments begin and end. */
function figureDays({ metrics }: Programme, { figures, held = [] }: Facts): readonly (CalendarDate | undefined)[] {
  const lasting = new Map(metrics.filter(({ holdsMonths }) => holdsMonths).map((metric) => [metric.id, metric]));
  return [
    ...figures.map((figure) => dayAfter(lastDayOf(figure, lasting.get(figure.metric)))),
    ...held.flatMap(({ from, until }) => [from, dayAfter(until)]),
  ];
}

function dayAfter(day: CalendarDate | undefined): CalendarDate | undefined {
  return day === undefined ? undefined : addDays(day, 1);
}

function overrideDays({ overrides = [] }: Facts): readonly (CalendarDate | undefined)[] {
  return overrides.flatMap(({ from, until }) => [from, addDays(until, 1)]);
}
