/** The personal plan of somebody on record: what to earn for the levels at risk and for the next ones, or for one level. */
import type { PersonalPlanView } from '../../cards/outlook/personal-plan-card';
import { nextLevel } from '../../cards/sections/next-level';
import { standingOf } from '../../domain/counting/standing';
import type { PathStart, PathTarget } from '../../domain/planning/level-path';
import { inOrderOfWorth, personalStep } from '../../domain/planning/personal-plan';
import type { FactsSnapshot } from './partner-snapshot';
import { dayAheadOf, loadRenewalOutlook } from './renewal-outlook';

/** What this person could earn for each level at risk and each next level; for the levels of one competency where it is named. */
export function planPerson(
  person: string,
  snapshot: FactsSnapshot & Pick<PathStart, 'declined'>,
  about: Partial<PathTarget> = {},
): PersonalPlanView['steps'] {
  const isAsked = ({ competency, level }: PathTarget) =>
    (about.competency === undefined || competency === about.competency) &&
    (about.level === undefined || level === about.level);
  const steps = targetsOf(snapshot, about)
    .filter(isAsked)
    .flatMap(({ by, start, ...target }) => {
      const step = personalStep(person, target, start);
      return step ? [{ ...step, ...(by !== undefined && { by }) }] : [];
    });
  return inOrderOfWorth(steps);
}

interface Target extends PathTarget {
  readonly start: PathStart;
  readonly by?: string;
}

function targetsOf(
  snapshot: FactsSnapshot & Pick<PathStart, 'declined'>,
  { competency: asked, level: wanted }: Partial<PathTarget>,
): readonly Target[] {
  const { programme, facts, asOf } = snapshot;
  const outlook = loadRenewalOutlook(snapshot);
  const endangered = outlook.lines
    .filter(({ risk: { code } }) => code !== 'thin' && code !== 'reached')
    .map(({ risk: { competency, level } }): Target => {
      const { until: by, facts: then } = dayAheadOf(competency, outlook, facts);
      return { competency, level, by, start: { ...snapshot, facts: then, today: asOf, asOf: by } };
    });
  const next = standingOf(programme, facts, asOf).competencies.flatMap((standing): readonly Target[] => {
    const level = standing.id === asked && wanted !== undefined ? wanted : nextLevel(standing, programme)?.level;
    return level === undefined ? [] : [{ competency: standing.id, level, start: snapshot }];
  });
  const isTold = (one: PathTarget) =>
    endangered.some(({ competency, level }) => competency === one.competency && level === one.level);
  return [...endangered, ...next.filter((one) => !isTold(one))];
}
