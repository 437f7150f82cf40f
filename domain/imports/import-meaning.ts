/** What an import means for the programme that is followed, and the one thing to do next. */
import type { CalendarDate } from '../basics/date';
import type { CredentialName } from '../programme/credential';
import { namedCountOf, type NamedCount } from '../counting/named-count';
import { hasEnded, type Programme } from '../programme/programme';
import type { Partner } from '../partner/partner';
import { forecastRisks } from '../membership/risk-forecast';
import { standingOf, type CompetencyStanding } from '../counting/standing';
import type { Facts } from '../counting/facts';

/** How many achievements a programme names. */
export interface ProgrammeCount extends NamedCount {
  readonly programme: Programme;
}

/** The level that is nearest to being met where none is met yet. */
export interface NearestLevel {
  readonly competency: string;
  readonly level: string;
}

export type NextStep =
  /** The programme that is followed names nothing of what is on record or has ended, and this one in force names most. */
  | { readonly code: 'follow'; readonly programme: Programme }
  /** Nothing is on record that could count. */
  | { readonly code: 'import' }
  /** A level is lost or will lapse. */
  | { readonly code: 'risk' }
  | { readonly code: 'plan'; readonly nearest: NearestLevel }
  | { readonly code: 'progress' };

export interface ImportMeaning {
  /** Of the programme that is followed. */
  readonly counted: ProgrammeCount;
  /** Competencies with a level, and all of them. */
  readonly met: number;
  readonly goals: number;
  readonly nearest?: NearestLevel;
  readonly next: NextStep;
}

export interface MeaningGround {
  readonly partner: Partner;
  readonly programme: Programme;
  readonly facts: Facts;
  readonly today: CalendarDate;
}

type Achievements = readonly { readonly achievements: readonly CredentialName[] }[];

/** How many of the achievements of these people each programme names. */
export function namedBy(programmes: Iterable<Programme>, people: Achievements): readonly ProgrammeCount[] {
  const all = people.flatMap(({ achievements }) => achievements);
  return [...programmes].map((programme) => ({ programme, ...namedCountOf(programme, all) }));
}

/** What the facts mean after an import, and what to do next: the first of the steps above that applies. */
export function meaningOf(
  { partner, programme, facts, today }: MeaningGround,
  programmes: Iterable<Programme>,
): ImportMeaning {
  const [counted] = namedBy([programme], facts.people) as readonly [ProgrammeCount];
  const { competencies } = standingOf(programme, facts, today);
  const nearest = nearestOf(competencies);
  const about = {
    counted,
    met: competencies.filter(({ level }) => level !== undefined).length,
    goals: competencies.length,
    ...(nearest && { nearest }),
  };
  const better = betterThan(counted, programmes, { facts, today });
  if (better) return { ...about, next: { code: 'follow', programme: better } };
  if (counted.of === 0 && facts.figures.length === 0) return { ...about, next: { code: 'import' } };
  const { risks } = forecastRisks(partner, { programme, facts, today });
  if (risks.some(({ code }) => code === 'lost' || code === 'lapses')) return { ...about, next: { code: 'risk' } };
  return { ...about, next: nearest ? { code: 'plan', nearest } : { code: 'progress' } };
}

/** A programme in force that names most, where the one that is followed names nothing or has ended. */
function betterThan(
  counted: ProgrammeCount,
  programmes: Iterable<Programme>,
  { facts, today }: Pick<MeaningGround, 'facts' | 'today'>,
): Programme | undefined {
  if (counted.named > 0 && !hasEnded(counted.programme, today)) return undefined;
  const inForce = [...programmes].filter((one) => one.effectiveFrom <= today && !hasEnded(one, today));
  return namedBy(inForce, facts.people).reduce<ProgrammeCount | undefined>(
    (most, one) => (one.named > (most?.named ?? 0) ? one : most),
    undefined,
  )?.programme;
}

function nearestOf(competencies: readonly CompetencyStanding[]): NearestLevel | undefined {
  const ways = competencies
    .filter(({ level }) => level === undefined)
    .flatMap(({ id, options }) =>
      options.flatMap(({ levels, setAside }) =>
        setAside ? [] : levels.map(({ level, progress }) => ({ competency: id, level, progress })),
      ),
    );
  const best = ways.reduce<(typeof ways)[number] | undefined>(
    (nearest, way) => (way.progress > (nearest?.progress ?? 0) ? way : nearest),
    undefined,
  );
  return best && { competency: best.competency, level: best.level };
}
