/** How achievements of one person from several sources become one list without repetitions. */
import { isClaimed } from '../partner/claim';
import { type AchievedKind, achievedKindOf, titleKey } from '../programme/credential';
import { later } from '../basics/date';
import type { IncomingAchievement } from './incoming';
import { type Achievement, inOrder } from '../partner/people/person';

export interface MergedAchievements {
  /** By completion, then title. */
  readonly achievements: readonly Achievement[];
  /** How many of them came in and were not kept before. */
  readonly new: number;
  /** How many of them came in and were kept before, perhaps with an earlier day of expiry. */
  readonly unchanged: number;
}

type Member = IncomingAchievement & { readonly source?: string };

/**
 * Puts what came in to what is kept. The same title, however spelt, completed on the same day is the same achievement;
 * completed on another day it is a renewal and stands beside it. Of two days of expiry the later one holds, and nothing
 * that came in ever takes anything away. A claim that comes in is confirmed: from then on its source is the import.
 *
 * An exam and a certification of one title stay two achievements, however alike the rest is. What does not say which of
 * the two it is goes with the one of its activity id, else with the certification.
 *
 * Two titles under one activity id stay two achievements: which of them a programme knows is not to be decided here, and
 * counting is not misled by having both, whereas it would be by having the wrong one.
 */
export function mergeAchievements(
  kept: readonly Achievement[],
  incoming: readonly IncomingAchievement[],
  source: string,
): MergedAchievements {
  const groups = [...grouped([...kept, ...incoming]).values()].flatMap(byKind);
  const touched = groups.filter((group) => group.some((member) => member.source === undefined));
  const fresh = touched.filter((group) => group.every((member) => member.source === undefined));
  return {
    achievements: groups.map((group) => together(group, source)).sort(inOrder),
    new: fresh.length,
    unchanged: touched.length - fresh.length,
  };
}

function grouped(members: readonly Member[]): ReadonlyMap<string, readonly Member[]> {
  const groups = new Map<string, Member[]>();
  for (const member of members) {
    const key = `${member.completedOn} ${titleKey(member.title)}`;
    const group = groups.get(key);
    if (group) group.push(member);
    else groups.set(key, [member]);
  }
  return groups;
}

function byKind(group: readonly Member[]): readonly (readonly Member[])[] {
  const kinds = [...new Set(group.flatMap((member) => achievedKindOf(member) ?? []))].sort();
  if (kinds.length <= 1) return [group];
  const usual = kinds.includes('certification') ? 'certification' : kinds[0]!;
  const kindOf = (member: Member): AchievedKind => achievedKindOf(member) ?? kindBeside(member, group) ?? usual;
  return kinds.map((kind) => group.filter((member) => kindOf(member) === kind));
}

function kindBeside({ activityId }: Member, group: readonly Member[]): AchievedKind | undefined {
  const other = activityId === undefined ? undefined : group.find((one) => one.kind && one.activityId === activityId);
  return other?.kind;
}

/** One achievement from all that mean it; of several spellings the first in the alphabet, so that no order shows through. */
function together(group: readonly Member[], source: string): Achievement {
  const activityId = smallest(group.flatMap((member) => member.activityId ?? []));
  const expiresOn = group.reduce<string | undefined>((latest, member) => later(latest, member.expiresOn), undefined);
  const title = smallest(group.map((member) => member.title))!;
  const kind = group.find((member) => member.kind)?.kind;
  const merged = { title, activityId, kind, completedOn: group[0]!.completedOn, expiresOn };
  const same = sourcesOf(group).find((member) => saysTheSame(member, merged));
  return {
    title,
    ...(activityId !== undefined && { activityId }),
    ...(kind !== undefined && { kind }),
    completedOn: merged.completedOn,
    ...(expiresOn !== undefined && { expiresOn }),
    source: same?.source ?? source,
  };
}

/** Those whose source may stay, the files before the claims; what came in confirms a claim, so that its source goes. */
function sourcesOf(group: readonly Member[]): readonly Member[] {
  const isConfirmed = group.some(({ source }) => source === undefined);
  const kept = group.filter(({ source }) => source !== undefined);
  const isClaim = ({ source = '' }: Member) => isClaimed({ source });
  return [...kept.filter((one) => !isClaim(one)), ...(isConfirmed ? [] : kept.filter(isClaim))];
}

function smallest(texts: readonly string[]): string | undefined {
  return texts.reduce<string | undefined>(
    (least, text) => (least === undefined || text < least ? text : least),
    undefined,
  );
}

function saysTheSame(
  one: Omit<Member, 'source'>,
  other: Pick<Member, 'title' | 'activityId' | 'kind' | 'expiresOn'>,
): boolean {
  const parts = ['title', 'activityId', 'kind', 'expiresOn'] as const;
  return parts.every((part) => one[part] === other[part]);
}
