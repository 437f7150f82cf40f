/** A missing achievement was in an earlier export and is not in a later, complete one, for example because a link was severed. */
import { achievedKindOf, titleKey } from '../programme/credential';
import { type CalendarDate, later } from '../basics/date';
import type { ImportRecord } from '../partner/import-record';
import type { IncomingAchievement, ReadFile } from './incoming';
import type { Achievement } from '../partner/people/person';

/** What a file would name, if it is still so. */
export interface Snapshot {
  /** The imports whose achievements it would name: of files of the same kind. */
  readonly sources: ReadonlySet<string>;
  /** The last day of completion that it shows: it may be older than what is kept. */
  readonly to: CalendarDate;
}

/** Achievements of one person that are gone. */
export interface MissingAchievement {
  readonly person: string;
  readonly achievements: readonly Achievement[];
}

/** The report has its timeframe in its name (domain.md 2.1). */
const wholeLife = /(^|[^a-z])lifetime([^a-z]|$)/i;

/**
 * What a file covers. A shorter timeframe, a part of an export and a list made by hand must never look like removals, so only a training export that calls itself a lifetime covers anything, and only if each of its rows could be read.
 */
export function fileSnapshotOf(
  file: string,
  { facts, rejected }: Pick<ReadFile, 'facts' | 'rejected'>,
  imports: readonly ImportRecord[],
): Snapshot | undefined {
  if (facts.kind !== 'training-completions' || rejected.length > 0 || !wholeLife.test(file)) return undefined;
  const to = lastIn(facts.people.flatMap(({ achievements }) => achievements));
  if (to === undefined) return undefined;
  const sources = new Set(imports.flatMap(({ kind, id }) => (kind === 'training-completions' ? [id] : [])));
  return { sources, to };
}

function lastIn(achievements: readonly IncomingAchievement[]): CalendarDate | undefined {
  return achievements.reduce<CalendarDate | undefined>((last, { completedOn }) => later(last, completedOn), undefined);
}

/** Those of one person that the file would name and does not. What was entered by hand has no import and is never gone. */
export function findMissingAchievements(
  achievements: readonly Achievement[],
  named: readonly IncomingAchievement[],
  { sources, to }: Snapshot,
): readonly Achievement[] {
  const known = new Map<string, Set<string>>();
  for (const one of named) known.set(keyOf(one), (known.get(keyOf(one)) ?? new Set()).add(achievedKindOf(one) ?? ''));
  const isNamed = (one: Achievement): boolean => {
    const [kinds, kind] = [known.get(keyOf(one)), achievedKindOf(one)];
    return kinds !== undefined && (kind === undefined || kinds.has(kind) || kinds.has(''));
  };
  return achievements.filter((one) => sources.has(one.source) && one.completedOn <= to && !isNamed(one));
}

const keyOf = ({ title, completedOn }: IncomingAchievement) => `${completedOn} ${titleKey(title)}`;
