/** Lapsing figures are those that hold on one day and no longer on a later one: an audit of some months, an enrolment that ends. */
import type { CalendarDate } from '../basics/date';
import type { Facts } from '../counting/facts';
import { figureFor, lastDayOf } from '../partner/figure';
import { isHeldOn } from '../partner/held-goal';
import type { Metric, Programme } from '../programme/programme';

/** `on` is the last day on which it holds. */
export type LapsingFigure =
  | { readonly code: 'evidence'; readonly metric: string; readonly on: CalendarDate }
  | { readonly code: 'enrolment'; readonly goal: string; readonly on: CalendarDate };

interface Lapsing {
  readonly programme: Programme;
  readonly facts: Facts;
  readonly span: { readonly from: CalendarDate; readonly to: CalendarDate };
}

/** Which of these metrics hold on the first day of a span and not on its last; of combined ones those of their parts that end. */
export function lapsingFigures(ids: readonly string[], about: Lapsing): readonly LapsingFigure[] {
  const { programme, facts, span } = about;
  const holds = (id: string, asOf: CalendarDate) =>
    figureFor(id, { figures: facts.figures, metrics: programme.metrics, ...(facts.held && { held: facts.held }), asOf })
      ?.value === true;
  return ids.flatMap((id): readonly LapsingFigure[] => {
    const metric = programme.metrics.find((one) => one.id === id);
    if (!metric || !holds(id, span.from) || holds(id, span.to)) return [];
    const parts = [...(metric.anyOf ?? []), ...(metric.allOf ?? [])];
    return parts.length > 0 ? lapsingFigures(parts, about) : endOf(metric, about);
  });
}

function endOf({ id, heldGoal, ...metric }: Metric, { facts, span }: Lapsing): readonly LapsingFigure[] {
  const held = facts.held?.filter((one) => one.goal === heldGoal && isHeldOn(one, span.from)) ?? [];
  const until = held
    .flatMap((one) => one.until ?? [])
    .sort()
    .at(-1);
  if (heldGoal !== undefined && until !== undefined) return [{ code: 'enrolment', goal: heldGoal, on: until }];
  const days = facts.figures.filter((figure) => figure.metric === id && figure.value === true);
  const last = days
    .flatMap((figure) => lastDayOf(figure, { id, ...metric }) ?? [])
    .sort()
    .at(-1);
  return last === undefined ? [] : [{ code: 'evidence', metric: id, on: last }];
}
