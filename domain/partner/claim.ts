/** A claim is an achievement that its holder entered: it is shown as claimed until an import confirms it. */
import type { CredentialIndex } from '../programme/credential';
import type { Achievement } from './people/person';

const claimed = 'claimed';

/** Returns the source of an achievement that its holder entered; `id` tells claims apart. */
export function claimSource(id: string): string {
  return `${claimed} ${id}`;
}

/** Returns whether only its holder says so. */
export function isClaimed({ source }: Pick<Achievement, 'source'>): boolean {
  return source.startsWith(`${claimed} `);
}

/** Returns the achievements without the claims that an import confirms. */
export function withoutSettled<A extends Achievement>(
  achievements: readonly A[],
  index: CredentialIndex,
): readonly A[] {
  const confirmed = new Set(achievements.flatMap((one) => (isClaimed(one) ? [] : (index(one)?.id ?? []))));
  return achievements.filter((one) => !isClaimed(one) || !confirmed.has(index(one)?.id ?? ''));
}
