/** A competency result is what the domain says about one competency of a partner, ready for the cards. */
import { bestAlternative, gapsIn } from '../../domain/counting/gap';
import type { Person } from '../../domain/partner/people/person';
import { hasEnded, type Competency } from '../../domain/programme/programme';
import { whyOfScore } from '../../domain/counting/score-why';
import type { CreditedPeople } from '../../domain/counting/credits/credited-people';
import { standingOf, type CompetencyStanding } from '../../domain/counting/standing';
import type { LevelStanding } from '../../domain/counting/level-standing';
import { creditPeople } from '../../domain/counting/kept-credits';
import { whyOf, type Why } from '../../domain/counting/why';
import type { FactsSnapshot } from './partner-snapshot';
import type { LevelView } from '../../cards/standing/competency-card';

export interface CompetencyResult {
  readonly competency: Competency;
  readonly standing: CompetencyStanding;
  readonly credited: CreditedPeople;
  /** The programme ended before the day. */
  readonly ended: boolean;
}

/** Judges one competency; the others of the programme are left aside. */
export function competencyResultOn(
  competency: Competency,
  { programme, facts, asOf }: FactsSnapshot,
): CompetencyResult {
  const [standing] = standingOf({ ...programme, competencies: [competency] }, facts, asOf).competencies;
  return {
    competency,
    standing: standing!,
    credited: creditPeople(programme, facts, asOf),
    ended: hasEnded(programme, asOf),
  };
}

/** Every option with its levels, each with what it lacks in the branch that is nearest to being met. */
export function optionViews({ competency, standing, credited }: CompetencyResult): readonly {
  readonly option: Competency['options'][number];
  readonly levels: readonly LevelView[];
}[] {
  return competency.options.map((option, index) => ({
    option,
    levels: standing.options[index]!.levels.map((level) => ({ standing: level, gaps: gapsOf(level, credited) })),
  }));
}

function gapsOf(level: LevelStanding, { credits }: CreditedPeople): LevelView['gaps'] {
  const best = bestAlternative(level);
  return best === undefined ? [] : gapsIn(level.branches[best]!, level.alternatives[best]!, credits);
}

/** Why the branch of a level that is nearest to being met holds or not; without people where it requires none. */
export function whyIn(
  level: LevelStanding,
  { credited }: CompetencyResult,
): { readonly branch?: number; readonly why: Why } {
  const { requirement, score } = level;
  if (requirement.score && score) return { why: whyOfScore(requirement.score, score, credited.credits) };
  const branch = bestAlternative(level);
  if (branch === undefined) return { why: { counting: [], notCounting: [] } };
  return { branch, why: whyOf(level.branches[branch]!, level.alternatives[branch]!, credited.credits) };
}

/** People by their ids. */
export function byId(people: readonly Person[]): ReadonlyMap<string, Person> {
  return new Map(people.map((person) => [person.id, person]));
}
