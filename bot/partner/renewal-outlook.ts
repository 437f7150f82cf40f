/** The outlook is what today's facts mean for the renewal day: risks, official states, and what would be missing then. */
import type { RiskLine } from '../../cards/contract/view';
import { displayedLevels, outlookedFrom, type Outlooked } from '../../domain/membership/displayed-level';
import type { Competency } from '../../domain/programme/programme';
import { qualificationWindowOf } from '../../domain/membership/qualification-window';
import { profileUnder } from '../../domain/membership/profile';
import { renewalOf, type Renewal } from '../../domain/membership/renewal';
import { risksOf, type Risk } from '../../domain/membership/risk';
import { standingOf, type CompetencyStanding, type LevelStanding } from '../../domain/counting/standing';
import { competencyStateOf, competencyStates, type CompetencyState } from '../../domain/membership/competency-state';
import type { FactsSnapshot } from './partner-snapshot';

export interface RenewalOutlook extends Outlooked {
  /** Absent where no membership is recorded. */
  readonly renewal?: Renewal;
  /** What is lost, what lapses by its day, what an override holds, and what is thin, in this order. */
  readonly lines: readonly RiskLine[];
  /** How many competencies are in each state, without those in none. */
  readonly counts: readonly { readonly state: CompetencyState; readonly count: number }[];
}

/** Looks ahead, with everything that is known today. */
export function loadRenewalOutlook({ programme, facts, asOf, partner, policies }: FactsSnapshot): RenewalOutlook {
  const seen = outlookedFrom(partner.membership, policies, asOf);
  const renewal = partner.membership && renewalOf(partner.membership, policies, asOf);
  const displayed = displayedLevels(partner, { programme, facts, today: asOf });
  const window = seen.because === 'anniversary' ? qualificationWindowOf(seen.until, policies) : undefined;
  const horizon = { today: asOf, until: seen.until, shown: displayed };
  const risks = risksOf(programme, facts, { ...horizon, ...(window && { qualifiesFrom: window.from }) });
  const isMember = renewal !== undefined && renewal.phase !== 'lapsed';
  const standing = standingOf(programme, facts, asOf);
  const bought = isMember ? profileUnder(partner.membership!.level, standing, programme) : [];
  const then = standingOf(programme, facts, seen.until).competencies;
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
    return { risk, ...(state && { state }), ...(missed && !missed.met && { standing: missed }) };
  });
  const count = (state: CompetencyState) => [...stateById.values()].filter((one) => one === state).length;
  return {
    ...seen,
    ...(renewal && { renewal }),
    lines,
    counts: competencyStates.map((state) => ({ state, count: count(state) })).filter((one) => one.count > 0),
  };
}

const gravity = ['lost', 'lapses', 'override', 'thin'] as const satisfies readonly Risk['code'][];

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
