/** An override is a level that Microsoft grants a competency by hand until a day, whether its requirements are met or not. */
import type { CalendarDate } from '../basics/date';

/** An achievement override of Microsoft support, or an exemption (`domain.md` 1.4 rule 9, 1.7). */
export interface Override {
  readonly competency: string;
  readonly level: string;
  /** The first day on which it holds; absent where it has always held. */
  readonly from?: CalendarDate;
  /** The last day on which it holds. */
  readonly until: CalendarDate;
  /** Who entered it. */
  readonly source: string;
}

/** Whether it holds on a day. */
export function isInForce({ from, until }: Override, day: CalendarDate): boolean {
  return (from === undefined || from <= day) && day <= until;
}

/** The override of a competency, if one is kept. */
export function overrideFor(overrides: readonly Override[] | undefined, competency: string): Override | undefined {
  return overrides?.find((one) => one.competency === competency);
}

/** The overrides with this one in place of the competency's own, or without any for it; a competency has one at most. */
export function withOverride(
  overrides: readonly Override[] | undefined,
  competency: string,
  override: Override | undefined,
): readonly Override[] {
  const others = (overrides ?? []).filter((one) => one.competency !== competency);
  return override ? [...others, override] : others;
}

/** Whether two say the same, or both are absent. */
export function isSameOverride(one: Override | undefined, other: Override | undefined): boolean {
  return wording(one) === wording(other);
}

function wording(override: Override | undefined): string {
  return override
    ? [override.competency, override.level, override.from ?? '', override.until, override.source].join(' ')
    : '';
}
