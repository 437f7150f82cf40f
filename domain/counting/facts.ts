/** Facts are everything that is known of a partner and bears on its standing: people, figures, enrolments, policies. */
import type { Figure } from '../partner/figure';
import type { HeldGoal } from '../partner/held-goal';
import type { Override } from '../partner/override';
import type { Person } from '../partner/people/person';
import type { ReachedDay } from '../partner/reached-day';
import type { Policies } from '../programme/policy';
import type { MarketClass } from '../programme/requirement';

export interface Facts {
  readonly market: MarketClass;
  readonly figures: readonly Figure[];
  readonly people: readonly Person[];
  readonly policies: Policies;
  /** Levels that Microsoft grants by hand. */
  readonly overrides?: readonly Override[];
  /** Where the company is enrolled. */
  readonly held?: readonly HeldGoal[];
  /** Days on which scores had their goals, as they were kept when it happened. */
  readonly reached?: readonly ReachedDay[];
}
