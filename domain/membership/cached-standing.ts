/** A kept standing is the whole answer to "where do we stand" as it was last worked out, with the last day on which it holds. */
import { headCountOf, type HeadCount } from '../counting/head-count';
import type { StandingTrend } from '../history/standing-difference';
import { namedAchievementsIn } from '../counting/credits/credit-timeline';
import { creditPeople } from '../counting/kept-credits';
import { namedCountOf } from '../counting/named-count';
import { addDays, type CalendarDate } from '../basics/date';
import type { Versioned } from '../basics/repository';
import { fingerprintOf } from '../programme/fingerprint';
import type { ImportRecord } from '../partner/import-record';
import type { Override } from '../partner/override';
import { heldGoalsOf } from '../partner/held-goal';
import { policiesOf, type Partner } from '../partner/partner';
import type { ScoreStanding } from '../counting/points';
import type { Policies, PolicyName } from '../programme/policy';
import { hasEnded, requirementInForce, type Option, type Programme } from '../programme/programme';
import { interpretAlternatives } from '../programme/requirement-interpretation';
import type { Alternative } from '../programme/requirement';
import { nextMembershipDay, countRisks, type RiskCounts } from './risk-count';
import { standingOf, type Standing } from '../counting/standing';
import type { LevelStanding, AlternativeStanding, FigureStanding, ClauseCount } from '../counting/level-standing';
import type { Facts } from '../counting/facts';
import { nextChangeDay } from '../counting/next-change-day';

/** A writer is changing facts: until its mark is withdrawn or has lapsed, the stored standing is not valid. */
export interface ChangeMark {
  readonly token: string;
  /** When it was made or renewed, in milliseconds since 1970. */
  readonly at: number;
}

/** A level in numbers: what the rules say of it is looked up again when it is read. */
export interface CachedLevel {
  readonly level: string;
  readonly met: boolean;
  readonly progress: number;
  readonly figures: readonly FigureStanding[];
  /** How many people count, per branch and clause. */
  readonly counted: readonly (readonly number[])[];
  /** Where the goal is one in points: these, without the ids of people. */
  readonly score?: ScoreStanding;
  readonly uncertain: readonly PolicyName[];
}

export interface CachedOption {
  readonly id: string;
  readonly levels: readonly CachedLevel[];
  readonly setAside?: true;
}

export interface CachedCompetency {
  readonly id: string;
  readonly level?: string;
  /** What holds the level, where no option meets it. */
  readonly override?: Override;
  readonly options: readonly CachedOption[];
}

/** What was worked out, and from what. */
export interface JudgedStanding {
  /** The rules that it was computed with: see {@link rulesOf}. */
  readonly rules: string;
  /** The partner as it was. */
  readonly partner: Partner;
  readonly newestImport?: ImportRecord;
  readonly asOf: CalendarDate;
  /** The last day on which it holds; absent where time alone will never change it. */
  readonly validUntil?: CalendarDate;
  readonly competencies: readonly CachedCompetency[];
  /** What is at risk; absent in what an older release kept. */
  readonly risks?: RiskCounts;
  /** How many people count; absent in what an older release kept. */
  readonly heads?: HeadCount;
  /** What a month ago was otherwise; absent where no earlier day is kept. */
  readonly trend?: StandingTrend;
  readonly achievements: number;
  /** How many of them the programme does not name. */
  readonly unnamedAchievements: number;
}

/** One per partner. */
export interface CachedStanding {
  readonly tenant: string;
  readonly marks: readonly ChangeMark[];
  /** Absent where facts were changed before anything was worked out. */
  readonly judged?: JudgedStanding;
}

/** The row of the standing as it was read, and what was worked out if that still holds. */
export interface CachedStandingRow {
  readonly row: Versioned<CachedStanding> | undefined;
  readonly judged?: JudgedStanding;
}

/**
 * A mark that was not renewed for this time, in milliseconds, belongs to an instance that crashed; it will write nothing more. Writing renews a mark long before (see `bot/partner/standing-cache.ts`).
 */
export const markLapsesAfter = 5 * 60_000;

/** The marks that have not lapsed. A clock that was put back must not make one last for ever. */
export function liveMarks({ marks }: Pick<CachedStanding, 'marks'>, now: number): readonly ChangeMark[] {
  return marks.filter(({ at }) => Math.abs(now - at) <= markLapsesAfter);
}

/** The row with a mark put on it, or renewed. */
export function withMark(kept: CachedStanding, mark: ChangeMark): CachedStanding {
  return { ...kept, marks: [...kept.marks.filter(({ token }) => token !== mark.token), mark] };
}

/** Counted up whenever more is worked out and kept, so that what was kept before is worked out anew. */
const form = 5;

/** Which rules something was worked out by: those of the programme, as this release of Laurel applies them. */
export function rulesOf(programme: Programme, release: string): string {
  return `${form} ${release} ${fingerprintOf(programme)}`;
}

/** What the standing of a partner is worked out from. */
export interface Basis {
  readonly programme: Programme;
  readonly partner: Partner;
  readonly known: Pick<Facts, 'people' | 'figures'>;
  readonly asOf: CalendarDate;
  readonly release: string;
  readonly newestImport?: ImportRecord | undefined;
}

/** Works out the standing and says how long it will hold. */
export function judgeStanding({ programme, partner, known, asOf, release, newestImport }: Basis): JudgedStanding {
  const facts = factsOf(partner, { known, programme });
  const { risks, turnsOn } = countRisks(partner, { programme, facts, today: asOf });
  const turns = [
    nextChangeDay(programme, facts, asOf),
    nextMembershipDay(partner, { programme, policies: facts.policies }, asOf),
    turnsOn,
  ];
  const turning = turns.reduce(earlier);
  return {
    rules: rulesOf(programme, release),
    partner,
    ...(newestImport && { newestImport }),
    asOf,
    ...(turning !== undefined && { validUntil: addDays(turning, -1) }),
    competencies: inNumbers(standingOf(programme, facts, asOf)),
    risks,
    heads: headCountOf(programme, facts, asOf),
    ...achievementsIn(facts, programme, asOf),
  };
}

function earlier(one: CalendarDate | undefined, other: CalendarDate | undefined): CalendarDate | undefined {
  return one === undefined || (other !== undefined && other < one) ? other : one;
}

/** Everything that bears on the standing: what is known of people and figures, and what is kept with the partner. */
export function factsOf(partner: Partner, { known, programme }: Pick<Basis, 'known' | 'programme'>): Facts {
  const { market, overrides, reached } = partner;
  const held = heldGoalsOf(partner, programme);
  const policies = policiesOf(partner, programme);
  const kept = { ...(overrides && { overrides }), ...(reached && { reached }) };
  return { ...known, market, policies, ...(held.length > 0 && { held }), ...kept };
}

/** Whether what was worked out is true on a day, as long as neither facts nor rules have changed. */
export function holdsOn({ asOf, validUntil }: JudgedStanding, day: CalendarDate): boolean {
  return asOf <= day && (validUntil === undefined || day <= validUntil);
}

/** Rows of exams are left out where the programme names none: they would look like certifications that count for nothing. */
function achievementsIn(
  facts: Facts,
  programme: Programme,
  asOf: CalendarDate,
): Pick<JudgedStanding, 'achievements' | 'unnamedAchievements'> {
  const named = namedAchievementsIn(creditPeople(programme, facts, asOf).timeline);
  const of = programme.credentials.some(({ kind }) => kind === 'exam')
    ? facts.people.reduce((sum, { achievements }) => sum + achievements.length, 0)
    : namedCountOf(
        programme,
        facts.people.flatMap(({ achievements }) => achievements),
      ).of;
  return { achievements: of, unnamedAchievements: of - named };
}

function inNumbers({ competencies }: Standing): readonly CachedCompetency[] {
  return competencies.map(({ id, level, override, options }) => ({
    id,
    ...(level !== undefined && { level }),
    ...(override && { override }),
    options: options.map((option) => ({ ...option, levels: option.levels.map(keptLevel) })),
  }));
}

function keptLevel({ level, met, progress, figures, alternatives, score, uncertain }: LevelStanding): CachedLevel {
  const counted = alternatives.map(({ clauses }) => clauses.map((clause) => clause.counted));
  return { level, met, progress, figures, counted, ...(score && { score: withoutPeople(score) }), uncertain };
}

function withoutPeople(score: ScoreStanding): ScoreStanding {
  return {
    ...score,
    metrics: score.metrics.map((metric) => ({
      ...metric,
      steps: metric.steps.map(({ id, needed, counted, points, waitsFor }) => ({
        id,
        ...(needed !== undefined && { needed }),
        counted,
        points,
        waitsFor,
      })),
    })),
  };
}

/** The standing of a day on which it holds, under the programme it was worked out by: as it would be, but for the names. */
export function standingIn(judged: JudgedStanding, programme: Programme, day: CalendarDate): Standing<ClauseCount> {
  const policies = policiesOf(judged.partner, programme);
  return {
    programme: programme.id,
    asOf: day,
    ended: hasEnded(programme, day),
    competencies: judged.competencies.map(({ id, level, override, options }, at) => ({
      id,
      level,
      ...(override && { override }),
      options: options.map((kept, way) => {
        const option = programme.competencies[at]!.options[way]!;
        return { ...kept, levels: kept.levels.map((one) => levelIn(one, { option, policies, day })) };
      }),
    })),
  };
}

interface LevelRules {
  readonly option: Option;
  readonly policies: Policies;
  readonly day: CalendarDate;
}

function levelIn(kept: CachedLevel, { option, policies, day }: LevelRules): LevelStanding<ClauseCount> {
  const { counted, ...numbers } = kept;
  const requirement = requirementInForce(option, kept.level, day)!;
  const branches = interpretAlternatives(requirement, policies);
  const alternatives = branches.map((branch, index) => alternativeIn(branch, counted[index]!));
  return { ...numbers, alternatives, branches, requirement };
}

function alternativeIn(branch: Alternative, counted: readonly number[]): AlternativeStanding<ClauseCount> {
  const clauses = branch.map(({ id, n }, index) => ({ id, needed: n, counted: counted[index]! }));
  const places = branch.reduce((sum, { n }) => sum + n, 0);
  const filled = counted.reduce((sum, count) => sum + count, 0);
  return { met: filled === places, share: places === 0 ? 1 : filled / places, clauses };
}
