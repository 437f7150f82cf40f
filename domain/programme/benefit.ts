/** Benefits are what a level is said to bring and cost: facts about the programme that count nothing, each with where it stands. */
import type { Programme } from './programme';

/** What a fact is about; its words are the message `benefit.<code>`. */
interface Fact {
  readonly code: string;
  /** The level that it is about; absent where it holds for every one. */
  readonly level?: string;
}

/** The seeds are the Partner Center help pages of 2017 and 2018 on earning competencies. */
export const benefitNames = [
  // Seeds: competencies earn offers and benefit packs, which differ by competency and level.
  { code: 'offers' },
  // Seeds: they show prospective customers what a partner can do, and bring business referrals.
  { code: 'referrals' },
  // Seeds, “Upgrade your membership”: what the business profile displays after the upgrade.
  { code: 'silver-profile', level: 'silver' },
  { code: 'gold-profile', level: 'gold' },
  // Partner Center, earn-competencies.md of July 2017: internal-use rights at the Silver level and what they cost.
  { code: 'silver-rights', level: 'silver' },
  // No source names the Silver fee; the FAQ of the successor programme names the Gold fee.
  { code: 'silver-fee', level: 'silver' },
  { code: 'gold-fee', level: 'gold' },
  // Partner Center, mpn-pay-fee-silver-gold-competency.md: Gold includes the additional silver benefits.
  { code: 'gold-includes', level: 'gold' },
  // The same page: an upgrade during the term.
  { code: 'gold-upgrade', level: 'gold' },
  // The same page: by card at once, by transfer two to three days after the money arrives.
  { code: 'payment' },
  // Partner Center, move-pmc-pc-map.md: one of each for a company.
  { code: 'one-each' },
  // Partner Center, silver-gold-membership-competency.md: three end dates that differ.
  { code: 'ends' },
] as const satisfies readonly Fact[];

export type Benefit = (typeof benefitNames)[number];

/** Those of one level, or with `undefined` those of all; none of a level that the programme does not have. */
export function benefitsOf(level: string | undefined, { levels }: Pick<Programme, 'levels'>): readonly Benefit[] {
  const isKnown = level === undefined || levels.some(({ id }) => id === level);
  return isKnown ? benefitNames.filter((one) => ('level' in one ? one.level : undefined) === level) : [];
}
