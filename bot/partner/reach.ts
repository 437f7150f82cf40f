/** Reach: which levels are at risk on the renewal day or a few credentials away, and the smallest work for each. */
import type { Remedy, ReachView } from '../../cards/outlook/reach-card';
import { nextLevel } from '../../cards/sections/next-level';
import { standingOf } from '../../domain/counting/standing';
import type { Risk } from '../../domain/membership/risk';
import { findBackupPeople } from '../../domain/planning/backup-person';
import {
  findLevelPaths,
  jointPlan,
  shortageOf,
  shortOf,
  type JointPlan,
  type LevelPath,
  type PathStart,
} from '../../domain/planning/level-path';
import { rankByPoints } from '../../domain/planning/points-rank';
import { spreadWorkload, type Workload } from '../../domain/planning/workload';
import { hasScores } from '../../domain/programme/programme';
import type { FactsSnapshot } from './partner-snapshot';
import { dayAheadOf, loadRenewalOutlook } from './renewal-outlook';

const fewCredentials = 2;

/**
 * Plans the work for every level at risk and within reach. The work is spread: a person is proposed a second time only if no
 * one else can do it.
 */
export function planReach(
  snapshot: FactsSnapshot & Pick<PathStart, 'declined'>,
): Pick<ReachView, 'remedies' | 'jointRemedy' | 'roads' | 'joint' | 'byPoints'> {
  const load: Workload = new Map();
  const remedies = remediesOf(snapshot, load);
  const roads = withinReach(snapshot, load);
  const joint = roads.length > 1 ? jointPlan(roads, snapshot) : undefined;
  const byPoints = hasScores(snapshot.programme) ? rankByPoints(snapshot) : undefined;
  return { ...remedies, roads, ...(byPoints && { byPoints }), ...(joint && { joint }) };
}

/** What keeps or wins back everything that is at risk, as seen for the renewal day. */
function remediesOf(
  snapshot: FactsSnapshot & Pick<PathStart, 'declined'>,
  load: Workload,
): { readonly remedies: readonly Remedy[]; readonly jointRemedy?: JointPlan } {
  const outlook = loadRenewalOutlook(snapshot);
  const startOf = ({ competency }: Risk): PathStart => {
    const { until: asOf, facts } = dayAheadOf(competency, outlook, snapshot.facts);
    return { ...snapshot, facts, today: snapshot.asOf, asOf };
  };
  const told = outlook.lines.filter(({ risk }) => risk.code !== 'reached');
  const endangered = told.map(({ risk }) => risk).filter(({ code }) => code !== 'thin');
  // Work for several days has no sum.
  const isJoint = endangered.length > 1 && endangered.every(({ own }) => !own);
  const joint = isJoint ? jointPlan(endangered, startOf(endangered[0]!)) : undefined;
  return {
    remedies: told.map(({ risk }): Remedy => {
      const start = startOf(risk);
      const remedy = spreadWorkload(load, (spared) => remedyFor(risk, { ...start, spared }));
      const shortage = remedy || risk.code === 'thin' ? undefined : shortageOf(risk, start);
      return { risk, short: [], ...remedy, ...(shortage && { shortage }) };
    }),
    ...(joint && { jointRemedy: joint }),
  };
}

function remedyFor(risk: Risk, start: PathStart): Pick<LevelPath, 'plan' | 'short'> | undefined {
  if (risk.code !== 'thin') return findLevelPaths(risk, start)[0];
  const plan = findBackupPeople(risk, start);
  return plan && { plan, short: [] };
}

/** The nearest way to the next level of every competency for which one or two credentials are enough. */
function withinReach(
  { programme, facts, asOf, declined }: FactsSnapshot & Pick<PathStart, 'declined'>,
  load: Workload,
): readonly LevelPath[] {
  const start = { programme, facts, asOf, ...(declined && { declined }) };
  return standingOf(programme, facts, asOf)
    .competencies.flatMap((standing) => {
      const level = nextLevel(standing, programme)?.level;
      const target = level === undefined ? undefined : { competency: standing.id, level };
      return target ? findLevelPaths(target, start).slice(0, 1) : [];
    })
    .filter(({ plan: { credentials } }) => credentials > 0 && credentials <= fewCredentials)
    .filter((road) => !road.score || shortOf(road) === 0)
    .map((road) =>
      spreadWorkload(load, (spared) => (spared.size > 0 ? findLevelPaths(road, { ...start, spared })[0] : road))!,
    )
    .sort((one, other) => one.short.length - other.short.length || one.plan.credentials - other.plan.credentials);
}
