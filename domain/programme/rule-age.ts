/** The age of rules: which entries of a programme are in use on a day, who says so, and how long ago each was checked. */
import { daysBetween, type CalendarDate } from '../basics/date';
import { hasEnded, type Programme } from './programme';
import type { Grade, Provenance } from './provenance';

/** The most days since a rule was checked. */
export const mostDaysUnchecked = 180;

export const ruleKinds = ['requirement', 'credential', 'metric', 'benefit'] as const;

export interface RuleAge {
  readonly kind: (typeof ruleKinds)[number];
  /** An id of the programme; of a requirement the competency, its option, the level and its first day. */
  readonly id: string;
  readonly source: string;
  readonly grade?: Grade;
  /** Absent if no source gives a date; the rule then counts as too old. */
  readonly checkedOn?: CalendarDate;
  /** Days since. */
  readonly days?: number;
  readonly isOld: boolean;
}

/**
 * Every rule that is in use on the day or later. Rules of the past and of programmes that have ended are left out: they
 * change no more.
 */
export function ruleAges(programme: Programme, today: CalendarDate): readonly RuleAge[] {
  if (hasEnded(programme, today)) return [];
  const aged = (kind: RuleAge['kind'], id: string, rule: Provenance) => ageOf({ kind, id, rule }, programme, today);
  const requirements = programme.competencies.flatMap((competency) =>
    competency.options.flatMap((option) =>
      option.requirements
        .filter(({ effectiveTo }) => effectiveTo === undefined || today <= effectiveTo)
        .map((rule) => aged('requirement', `${competency.id}/${option.id}/${rule.level}/${rule.effectiveFrom}`, rule)),
    ),
  );
  return [
    ...requirements,
    ...programme.credentials.map((credential) => aged('credential', credential.id, credential)),
    ...programme.metrics.map((metric) => aged('metric', metric.id, metric)),
    ...(programme.benefits ?? []).map((benefit) => aged('benefit', benefit.code, benefit)),
  ];
}

interface Entry extends Pick<RuleAge, 'kind' | 'id'> {
  readonly rule: Provenance;
}

function ageOf({ kind, id, rule }: Entry, programme: Programme, today: CalendarDate): RuleAge {
  const { source, grade = programme.grade, checkedOn = programme.checkedOn } = rule;
  const days = checkedOn === undefined ? undefined : daysBetween(checkedOn, today);
  return {
    kind,
    id,
    source,
    ...(grade && { grade }),
    ...(checkedOn && { checkedOn }),
    ...(days !== undefined && { days }),
    isOld: days === undefined || days > mostDaysUnchecked,
  };
}
