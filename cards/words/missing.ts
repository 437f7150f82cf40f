/** What a level lacks, in one short line. */
import { bestAlternative } from '../../domain/counting/gap';
import type {
  LevelStanding,
  AlternativeStanding,
  FigureStanding,
  ClauseCount,
} from '../../domain/counting/level-standing';
import type { Alternative } from '../../domain/programme/requirement';
import { metricName, restOf } from './figure';
import { missingPoints } from './points';
import type { Wording } from './wording';

/** One line such as "1 person short · 2 figures too low"; empty if the level is met. */
export function missingWords(level: LevelStanding<ClauseCount>, wording: Wording): string {
  if (level.met) return '';
  if (level.score) return missingPoints(level.score, wording).join(' · ');
  return [...missingPeople(level, wording), ...missingFigures(level, wording)].join(' · ');
}

function missingPeople(level: LevelStanding<ClauseCount>, { text }: Wording): readonly string[] {
  const best = bestAlternative(level);
  const standing = best === undefined ? undefined : level.alternatives[best]!;
  if (best === undefined || !standing || standing.met) return [];
  const short = peopleShort(level.branches[best]!, standing);
  if (short !== undefined) return [text.say('missing.people', { count: short })];
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const counted = sum(standing.clauses.map((clause) => clause.counted));
  return [text.say('missing.places', { counted, needed: sum(standing.clauses.map((clause) => clause.needed)) })];
}

/**
 * How many more people are needed, if that is certain: one person may fill places in two clauses, and a place within another clause may be filled by a person who counts there already.
 */
function peopleShort(branch: Alternative, { clauses }: AlternativeStanding<ClauseCount>): number | undefined {
  const open = clauses.filter(({ counted, needed }) => counted < needed);
  const [only] = open;
  if (!only || open.length > 1) return undefined;
  const isFree = branch.find(({ id }) => id === only.id)?.within === undefined;
  return isFree ? only.needed - only.counted : undefined;
}

/** The one figure that is not reached, by its name, or how many are not. */
export function missingFigures({ figures }: Pick<LevelStanding, 'figures'>, wording: Wording): readonly string[] {
  const open = figures.filter(({ met }) => !met);
  const [only] = open;
  if (!only) return [];
  return [open.length > 1 ? wording.text.say('missing.figures', { count: open.length }) : missingFigure(only, wording)];
}

function missingFigure(figure: FigureStanding, wording: Wording): string {
  const { text } = wording;
  const metric = metricName(figure.metric, wording);
  if (typeof figure.threshold === 'boolean') return text.say('missing.yes-no', { metric });
  return text.say('missing.figure', { metric, rest: restOf(figure, wording) });
}
