/** Benefits are what a programme or one of its levels is said to bring and cost: facts that count nothing, each with its source. */
import type { Provenance } from './provenance';

/** What a fact can be about; its words are the message `benefit.<code>`. */
export const benefitCodes = [
  'offers',
  'referrals',
  'silver-profile',
  'gold-profile',
  'silver-rights',
  'silver-fee',
  'gold-fee',
  'gold-includes',
  'gold-upgrade',
  'payment',
  'one-each',
  'ends',
  'designation-fee',
  'designation-badge',
  'designation-support',
  'azure-credits',
  'work-credits',
  'launch-package',
  'core-package',
  'expanded-package',
  'package-each',
  'enrolment',
  'renewal-ahead',
  'legacy-ended',
  'specialization-fee',
] as const;

export interface Benefit extends Provenance {
  readonly code: (typeof benefitCodes)[number];
  /** The level that it is about; absent where it holds for every one. */
  readonly level?: string;
  /** What it costs or is worth in USD a year, where the words name an amount. */
  readonly usd?: number;
}

/** Those of one level, or with `undefined` those of all. */
export function benefitsOf(
  level: string | undefined,
  { benefits = [] }: { readonly benefits?: readonly Benefit[] },
): readonly Benefit[] {
  return benefits.filter((one) => one.level === level);
}
