/** A claim is an achievement that its holder entered: it is shown as claimed until an import confirms it. */
import type { CredentialIndex } from '../programme/credential';
import type { Achievement } from './person';

const claimed = 'claimed';

/** The source of an achievement that somebody says to have earned; `id` tells one claim from another. */
export function claimSource(id: string): string {
  return `${claimed} ${id}`;
}

/** Whether nobody but its holder says so. */
export function isClaimed({ source }: Pick<Achievement, 'source'>): boolean {
  return source.startsWith(`${claimed} `);
}

/** The achievements without the claims that something else confirms: whoever holds a credential by a file need not claim it. */
export function withoutSettled<A extends Achievement>(
  achievements: readonly A[],
  index: CredentialIndex,
): readonly A[] {
  const confirmed = new Set(achievements.flatMap((one) => (isClaimed(one) ? [] : (index(one)?.id ?? []))));
  return achievements.filter((one) => !isClaimed(one) || !confirmed.has(index(one)?.id ?? ''));
}
