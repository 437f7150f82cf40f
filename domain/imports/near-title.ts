/** A near title is one that the programme does not name but nearly does: it is pointed out, and never taken for the other. */
import { achievedKindOf, indexCredentials, isOfKind, titleKey, type Credential } from '../programme/credential';
import type { IncomingAchievement, IncomingPerson, Warning } from './incoming';

/** Of the pairs of letters in both titles so many must be shared. */
const alike = 0.8;

/** One remark for each title that is nearly the one of a credential of the same kind, at the first line that gives it. */
export function nearTitles(people: readonly IncomingPerson[], credentials: readonly Credential[]): readonly Warning[] {
  const index = indexCredentials(credentials);
  const seen = new Map<string, { warning: Warning; count: number } | undefined>();
  const known = credentials.flatMap((credential) =>
    credential.titles.map((title) => ({ credential, title, pairs: pairsOf(title) })),
  );
  for (const { line, achievements } of people)
    for (const achievement of achievements) {
      if (index(achievement)) continue;
      const key = `${achievedKindOf(achievement)} ${achievement.title}`;
      if (!seen.has(key)) seen.set(key, remarkOn(achievement, line, known));
      const remark = seen.get(key);
      if (remark) remark.count += 1;
    }
  return [...seen.values()].flatMap((one) =>
    one ? [{ ...one.warning, args: { ...one.warning.args, count: one.count } }] : [],
  );
}

interface KnownTitle {
  readonly credential: Credential;
  readonly title: string;
  readonly pairs: ReadonlyMap<string, number>;
}

function remarkOn(
  achievement: IncomingAchievement,
  line: number,
  known: readonly KnownTitle[],
): { warning: Warning; count: number } | undefined {
  const pairs = pairsOf(achievement.title);
  const kind = achievedKindOf(achievement);
  const [nearest] = known
    .filter(({ credential }) => isOfKind(credential, kind))
    .map(({ title, pairs: others }) => ({ title, share: sharedPart(pairs, others) }))
    .filter(({ share }) => share >= alike)
    .sort((one, other) => other.share - one.share || (one.title < other.title ? -1 : 1));
  if (!nearest) return undefined;
  const value = achievement.title;
  const about = { line, column: 'TrainingTitle', value, code: 'near-title' } as const;
  return { warning: { ...about, args: { near: nearest.title } }, count: 0 };
}

/** How often each pair of neighbouring letters occurs; white space means nothing. */
function pairsOf(title: string): ReadonlyMap<string, number> {
  const letters = titleKey(title).replace(/[^\p{L}\p{N}]/gu, '');
  const pairs = new Map<string, number>();
  for (let at = 0; at + 1 < letters.length; at++) {
    const pair = letters.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

/** The coefficient of Dice and Sørensen, from 0 to 1. */
function sharedPart(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  const total = sizeOf(one) + sizeOf(other);
  if (total === 0) return 0;
  let shared = 0;
  for (const [pair, count] of one) shared += Math.min(count, other.get(pair) ?? 0);
  return (2 * shared) / total;
}

function sizeOf(pairs: ReadonlyMap<string, number>): number {
  return [...pairs.values()].reduce((sum, count) => sum + count, 0);
}
