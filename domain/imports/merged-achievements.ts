/** How achievements of one person from several sources become one list without repetitions. */
import { isClaimed } from '../partner/claim';
import { titleKey } from '../programme/credential';
import { later } from '../basics/date';
import type { IncomingAchievement } from './incoming';
import { type Achievement, inOrder } from '../partner/person';

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
 * Two titles under one activity id stay two achievements: which of them a programme knows is not to be decided here, and
 * counting is not misled by having both, whereas it would be by having the wrong one.
 */
export function mergeAchievements(
  kept: readonly Achievement[],
  incoming: readonly IncomingAchievement[],
  source: string,
): MergedAchievements {
  const groups = [...grouped([...kept, ...incoming]).values()];
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

/** One achievement from all that mean it; of several spellings the first in the alphabet, so that no order shows through. */
function together(group: readonly Member[], source: string): Achievement {
  const activityId = smallest(group.flatMap((member) => member.activityId ?? []));
  const expiresOn = group.reduce<string | undefined>((latest, member) => later(latest, member.expiresOn), undefined);
  const title = smallest(group.map((member) => member.title))!;
  const merged = { title, activityId, completedOn: group[0]!.completedOn, expiresOn };
  const same = sourcesOf(group).find((member) => saysTheSame(member, merged));
  return {
    title,
    ...(activityId !== undefined && { activityId }),
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
  other: { title: string; activityId?: string; expiresOn?: string },
): boolean {
  return one.title === other.title && one.activityId === other.activityId && one.expiresOn === other.expiresOn;
}
