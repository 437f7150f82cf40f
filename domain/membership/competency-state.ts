/** The states of a competency in Partner Center: started, qualified, active and at risk. */
import type { Risk, ShownLevel } from './risk';
import type { CompetencyStanding } from '../counting/standing';

export const competencyStates = ['at-risk', 'active', 'qualified', 'started'] as const;
/** Started: in progress. Qualified: met, not bought. Active: met and bought. At risk: active, and not met at the anniversary. */
export type CompetencyState = (typeof competencyStates)[number];

export interface StateContext {
  readonly displayed: readonly ShownLevel[];
  /** Returns whether a level is held that the membership covers: a Silver membership does not cover Gold alone. */
  readonly isBought: boolean;
  readonly risks: readonly Risk[];
}

/** The state of a competency; nothing where it has not begun (`domain.md` 1.6). */
export function competencyStateOf(
  { id, level, options }: CompetencyStanding,
  { displayed, isBought, risks }: StateContext,
): CompetencyState | undefined {
  const isActive = displayed.some(({ competency }) => competency === id) || isBought;
  const isShown = (level: string) => displayed.some((one) => one.competency === id && one.level === level);
  const isAtRisk = risks.some(
    (risk) => risk.competency === id && endangers(risk) && (risk.code !== 'lost' || isShown(risk.level)),
  );
  if (isActive) return isAtRisk ? 'at-risk' : 'active';
  if (level !== undefined) return 'qualified';
  return options.some(({ levels }) => levels.some(({ progress }) => progress > 0)) ? 'started' : undefined;
}

/** Whether the level will not be there on the renewal day. */
function endangers(risk: Risk): boolean {
  return risk.code === 'override' ? !risk.lasts : risk.code !== 'thin' && risk.code !== 'reached';
}
