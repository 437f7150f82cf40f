/** A near title is one that the programme does not name but nearly does: it is pointed out, and never taken for the other. */
import { achievedKindOf, indexCredentials, isOfKind, titleKey, type Credential } from '../programme/credential';
import type { Steps } from '../basics/steps';
import type { IncomingAchievement, IncomingPerson, Warning } from './incoming';

/** Of the pairs of letters in both titles so many must be shared. */
const alike = 0.8;

/** One remark for each title that is nearly the one of a credential of the same kind, at the first line that gives it. */
export function* nearTitles(
  people: readonly IncomingPerson[],
  credentials: readonly Credential[],
): Steps<readonly Warning[]> {
  const index = indexCredentials(credentials);
  const seen = new Map<string, { warning: Warning; count: number } | undefined>();
  const known = credentials.flatMap((credential) =>
    credential.titles.map((title) => ({ credential, title, pairs: pairsOf(title) })),
  );
  for (const { line, achievements } of people)
    for (const achievement of achievements) {
      if (index(achievement)) continue;
      const key = `${achievedKindOf(achievement)} ${achievement.title}`;
      if (!seen.has(key)) {
        seen.set(key, remarkOn(achievement, line, known));
        yield;
      }
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
  readonly pairs: LetterPairs;
}

interface LetterPairs {
  /** How often each pair of neighbouring letters occurs. */
  readonly counts: ReadonlyMap<string, number>;
  readonly total: number;
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

/** White space and punctuation mean nothing. */
function pairsOf(title: string): LetterPairs {
  const letters = titleKey(title).replace(/[^\p{L}\p{N}]/gu, '');
  const counts = new Map<string, number>();
  for (let at = 0; at + 1 < letters.length; at++) {
    const pair = letters.slice(at, at + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return { counts, total: Math.max(0, letters.length - 1) };
}

/** The coefficient of Dice and Sørensen, from 0 to 1; 0 where the lengths alone keep it below {@link alike}. */
function sharedPart(one: LetterPairs, other: LetterPairs): number {
  const total = one.total + other.total;
  const most = 2 * Math.min(one.total, other.total);
  if (total === 0 || most / total < alike) return 0;
  let shared = 0;
  for (const [pair, count] of one.counts) shared += Math.min(count, other.counts.get(pair) ?? 0);
  return (2 * shared) / total;
}
