/** An own renewal is that of a specialization: its days, and how long the evidence behind it holds. */
import type { CalendarDate } from '../basics/date';
import type { Facts } from '../counting/facts';
import { lastDayOf } from '../partner/figure';
import { ownRenewalOf, type OwnRenewal } from '../partner/held-goal';
import type { Partner } from '../partner/partner';
import { competencyOf, requirementInForce, type Programme } from '../programme/programme';

export interface GoalRenewal extends OwnRenewal {
  readonly goal: string;
  /** The figures that hold for some months, such as an audit, each with its last day. */
  readonly evidence: readonly { readonly metric: string; readonly until: CalendarDate }[];
}

interface Ground {
  readonly programme: Programme;
  readonly facts: Facts;
}

/** The renewal of each specialization in which the company is enrolled, as long as it is not over; the soonest first. */
export function goalRenewals(
  { enrolments = [] }: Pick<Partner, 'enrolments'>,
  ground: Ground,
  today: CalendarDate,
): readonly GoalRenewal[] {
  return enrolments
    .flatMap((one): GoalRenewal[] => {
      const own = ownRenewalOf(one, ground.programme);
      const goal = competencyOf(ground.programme, one.competency);
      if (!own || !goal || today < one.from || today > own.closes) return [];
      const rules = goal.options.flatMap((option) => requirementInForce(option, one.level, today) ?? []);
      const named = new Set(rules.flatMap(({ figures }) => figures.map(({ metric }) => metric)));
      return [{ goal: goal.id, ...own, evidence: evidenceIn([...named], ground) }];
    })
    .sort((one, other) => (one.anniversary < other.anniversary ? -1 : 1));
}

function evidenceIn(named: readonly string[], { programme, facts }: Ground): GoalRenewal['evidence'] {
  return named.flatMap((metric) => {
    const about = programme.metrics.find(({ id }) => id === metric);
    const days = facts.figures
      .filter((figure) => figure.metric === metric && figure.value === true)
      .flatMap((figure) => lastDayOf(figure, about) ?? [])
      .sort();
    const until = days.at(-1);
    return until === undefined ? [] : [{ metric, until }];
  });
}
