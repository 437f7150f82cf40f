/** The outlook is what today's facts mean for the renewal day: risks, official states, and what would be missing then. */
import type { RiskLine } from '../../cards/contract/view';
import type { Outlooked } from '../../domain/membership/displayed-level';
import type { Competency } from '../../domain/programme/programme';
import { profileUnder } from '../../domain/membership/profile';
import { renewableMembership } from '../../domain/membership/ended-programme';
import { renewalOf, type Renewal } from '../../domain/membership/renewal';
import type { Risk } from '../../domain/membership/risk';
import { forecastRisks, type NothingQualifies } from '../../domain/membership/risk-forecast';
import { standingOf, type CompetencyStanding, type LevelStanding } from '../../domain/counting/standing';
import { competencyStateOf, competencyStates, type CompetencyState } from '../../domain/membership/competency-state';
import type { FactsSnapshot } from './partner-snapshot';

export interface RenewalOutlook extends Outlooked {
  /** Absent where no membership is recorded, or its programme ends before it can be renewed. */
  readonly renewal?: Renewal;
  /** That nothing would qualify, which is said before everything else. */
  readonly nothing?: NothingQualifies;
  /** What is lost, lapses by its day, is held by an override, hangs on single people or is reached for good, in this order. */
  readonly lines: readonly RiskLine[];
  /** How many competencies are in each state, without those in none. */
  readonly counts: readonly { readonly state: CompetencyState; readonly count: number }[];
}

/** Looks ahead, with everything that is known today. */
export function loadRenewalOutlook({ programme, facts, asOf, partner, policies }: FactsSnapshot): RenewalOutlook {
  const {
    until,
    because,
    risks,
    shown: displayed,
    nothing,
  } = forecastRisks(partner, { programme, facts, today: asOf });
  const membership = renewableMembership(partner.membership, { programme, policies }, asOf);
  const renewal = membership && renewalOf(membership, policies, asOf);
  const isMember = renewal !== undefined && renewal.phase !== 'lapsed';
  const standing = standingOf(programme, facts, asOf);
  const bought = isMember ? profileUnder(partner.membership!.level, standing, programme) : [];
  const then = standingOf(programme, facts, until).competencies;
  const stateById = new Map(
    standing.competencies.map((one) => {
      const isBought = bought.some(({ competency }) => competency === one.id);
      return [one.id, competencyStateOf(one, { displayed, isBought, risks })];
    }),
  );
  const lines = [...risks].sort(byGravity).map((risk): RiskLine => {
    const missed = nearestWay(
      then.find(({ id }) => id === risk.competency)!,
      risk.level,
    );
    const state = stateById.get(risk.competency);
    return {
      risk,
      ...(state && { state }),
      ...(missed && !missed.met && risk.code !== 'reached' && { standing: missed }),
    };
  });
  const count = (state: CompetencyState) => [...stateById.values()].filter((one) => one === state).length;
  return {
    until,
    because,
    ...(renewal && { renewal }),
    ...(nothing && { nothing }),
    lines,
    counts: competencyStates.map((state) => ({ state, count: count(state) })).filter((one) => one.count > 0),
  };
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

/** What threatens the level of one competency; the others are left aside. */
export function riskOf(competency: Competency, snapshot: FactsSnapshot): Risk | undefined {
  return loadRenewalOutlook({ ...snapshot, programme: { ...snapshot.programme, competencies: [competency] } }).lines[0]
    ?.risk;
}
