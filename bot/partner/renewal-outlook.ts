/** The renewal outlook: risks by the renewal day, the state of each competency, and what will be missing then. */
import type { RiskLine } from '../../cards/contract/view';
import type { RiskHorizon } from '../../domain/membership/risk-horizon';
import { renewsAlone, type Programme } from '../../domain/programme/programme';
import type { CalendarDate } from '../../domain/basics/date';
import type { Facts } from '../../domain/counting/facts';
import { profileUnder } from '../../domain/membership/profile';
import { renewableMembership } from '../../domain/membership/ended-programme';
import { renewalOf, type Renewal } from '../../domain/membership/renewal';
import type { Risk } from '../../domain/membership/risk';
import { forecastRisks, type NothingQualifies, type RiskForecast } from '../../domain/membership/risk-forecast';
import { standingOf, type CompetencyStanding } from '../../domain/counting/standing';
import type { LevelStanding } from '../../domain/counting/level-standing';
import { competencyStateOf, competencyStates, type CompetencyState } from '../../domain/membership/competency-state';
import type { LoadedFacts } from './partner-snapshot';

export interface RenewalOutlook extends RiskHorizon {
  /** Absent where no membership is recorded, or its programme ends before it can be renewed. */
  readonly renewal?: Renewal;
  /** That nothing would qualify, which is said before everything else. */
  readonly nothing?: NothingQualifies;
  /** For the goals that are renewed on their own, by id. */
  readonly ahead: RiskForecast['ahead'];
  /** What is lost, lapses by its day, is held by an override, hangs on single people or is reached for good, in this order. */
  readonly lines: readonly RiskLine[];
  /** How many competencies are in each state, without those in none. */
  readonly counts: readonly { readonly state: CompetencyState; readonly count: number }[];
}

/** Returns the outlook from the facts known today. */
export function loadRenewalOutlook(snapshot: LoadedFacts): RenewalOutlook {
  const { programme, facts, asOf, partner, policies } = snapshot;
  const forecast = forecastRisks(partner, { programme, facts, today: asOf });
  const { until, because, nothing } = forecast;
  const membership = renewableMembership(partner.membership, { programme, policies }, asOf);
  const renewal = membership && renewalOf(membership, policies, asOf);
  const isMember = renewal !== undefined && renewal.phase !== 'lapsed';
  const stateById = statesOf(snapshot, { ...forecast, isMember });
  const standings = new Map(standingOf(programme, facts, until).competencies.map((one) => [one.id, one]));
  for (const [goal, { until: day, facts: then }] of forecast.ahead)
    standings.set(goal, standingOf(withOnly(goal, programme), then, day).competencies[0]!);
  return {
    until,
    because,
    ...(renewal && { renewal }),
    ...(nothing && { nothing }),
    ahead: forecast.ahead,
    lines: riskLines(forecast.risks, { standings, stateById }),
    counts: countStates([...stateById.values()]),
  };
}

/** By the id of the competency. */
type States = ReadonlyMap<string, CompetencyState | undefined>;

/** The state of each competency today. */
function statesOf(
  { programme, facts, asOf, partner }: LoadedFacts,
  { risks, shown: displayed, isMember }: RiskForecast & { readonly isMember: boolean },
): States {
  const standing = standingOf(programme, facts, asOf);
  const bought = isMember ? profileUnder(partner.membership!.level, standing, programme) : [];
  const boughtIds = new Set(bought.map(({ competency }) => competency));
  return new Map(
    standing.competencies.map((one) => {
      const isBought = boughtIds.has(one.id);
      return [one.id, competencyStateOf(one, { displayed, isBought, risks })];
    }),
  );
}

interface Ahead {
  /** As they will stand on the renewal day, by id. */
  readonly standings: ReadonlyMap<string, CompetencyStanding>;
  readonly stateById: States;
}

/** One line for each risk, the gravest first, with what will be missing on the renewal day. */
function riskLines(risks: readonly Risk[], { standings, stateById }: Ahead): readonly RiskLine[] {
  return [...risks].sort(byGravity).map((risk) => {
    const nearest = nearestWay(standings.get(risk.competency)!, risk.level);
    const state = stateById.get(risk.competency);
    const isMissed = nearest !== undefined && !nearest.met && risk.code !== 'reached';
    return { risk, ...(state && { state }), ...(isMissed && { standing: nearest }) };
  });
}

function countStates(states: readonly (CompetencyState | undefined)[]): RenewalOutlook['counts'] {
  const count = (state: CompetencyState) => states.filter((one) => one === state).length;
  return competencyStates.map((state) => ({ state, count: count(state) })).filter((one) => one.count > 0);
}

const gravity = ['lost', 'lapses', 'override', 'thin', 'reached'] as const satisfies readonly Risk['code'][];

function byGravity(one: Risk, other: Risk): number {
  const rank = gravity.indexOf(one.code) - gravity.indexOf(other.code);
  return rank || (one.code === 'lapses' && other.code === 'lapses' ? (one.on < other.on ? -1 : 1) : 0);
}

/** The level by the option that is nearest to it. */
function nearestWay({ options }: CompetencyStanding, level: string): LevelStanding | undefined {
  return options
    .flatMap(({ levels }) => levels.filter((one) => one.level === level))
    .sort((one, other) => other.progress - one.progress)[0];
}

function withOnly(id: string, programme: Programme): Programme {
  return { ...programme, competencies: programme.competencies.filter((one) => one.id === id) };
}

/** The day for which the risks of a goal are told, and the facts of that day. */
export function dayAheadOf(
  goal: string,
  { ahead, until }: Pick<RenewalOutlook, 'ahead' | 'until'>,
  facts: Facts,
): { readonly until: CalendarDate; readonly facts: Facts } {
  return ahead.get(goal) ?? { until, facts };
}

/**
 * The outlook for one goal. The others are left aside, unless it has an anniversary of its own: whether it lasts until then
 * also follows from the designations that are renewed before.
 */
export function outlookOf(goal: string, snapshot: LoadedFacts): RenewalOutlook {
  const { programme } = snapshot;
  if (!renewsAlone(programme, goal)) return loadRenewalOutlook({ ...snapshot, programme: withOnly(goal, programme) });
  const { lines, ...outlook } = loadRenewalOutlook(snapshot);
  return { ...outlook, lines: lines.filter(({ risk }) => risk.competency === goal) };
}
