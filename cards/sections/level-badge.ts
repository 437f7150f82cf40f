/** The badge of a level: the highest one is drawn otherwise than those on the way to it, and its name says which it is. */
import type { CardElement } from '@microsoft/teams.cards';
import { badge } from '../elements/elements';
import { levelName, type Wording } from '../words/wording';

/** The name of the level as a badge. */
export function levelBadge(level: string, wording: Wording): CardElement {
  const isHighest = wording.programme.levels.at(-1)?.id === level;
  return badge(levelName(level, wording), isHighest ? 'Good' : 'Informative');
}
