/** An import plan is what a file would do before anything is written: the rows that it touches, and the levels before and after. */
import type { CalendarDate } from '../basics/date';
import type { Figure } from '../partner/figure';
import { policiesOf, type Partner } from '../partner/partner';
import type { Person } from '../partner/people/person';
import type { Programme } from '../programme/programme';
import type { Facts } from '../counting/facts';
import { compared, type LevelChange, type SinglePoint } from '../planning/what-if';

/** One row as it is and as it would be; without `before` it is new, without `after` it is joined into another. */
export type Touch =
  | { readonly noun: 'person'; readonly id: string; readonly before?: Person; readonly after?: Person }
  | { readonly noun: 'figure'; readonly id: string; readonly before?: Figure; readonly after: Figure }
  | { readonly noun: 'partner'; readonly id: string; readonly before: Partner; readonly after: Partner };

/** What the touches do to the levels on a day. */
export interface Effect {
  readonly asOf: CalendarDate;
  /** Each competency whose level changes. */
  readonly changes: readonly LevelChange[];
  /** Those that are held before and after, or shown outside, and stay as they are. */
  readonly stays: readonly LevelChange[];
  readonly newSinglePoints: readonly SinglePoint[];
}

/** Compares the levels with and without the touches; what Partner Center shows as active is told even where it is not met. */
export function effectOf(
  touches: readonly Touch[],
  { programme, facts, partner }: { programme: Programme; facts: Facts; partner: Partner },
  asOf: CalendarDate,
): Effect {
  const then = { programme, facts: withTouches(facts, touches, programme) };
  const { before, after, changes, newSinglePoints } = compared({ programme, facts }, then, asOf);
  const isShown = (id: string) => partner.shown.some((one) => one.competency === id && one.status === 'active');
  const stays = before.competencies.flatMap(({ id, level }, index) => {
    const isSame = level === after.competencies[index]!.level;
    return isSame && (level !== undefined || isShown(id)) ? [{ competency: id, before: level, after: level }] : [];
  });
  return { asOf, changes, stays, newSinglePoints };
}

function withTouches(facts: Facts, touches: readonly Touch[], programme: Programme): Facts {
  const people = new Map(facts.people.map((one) => [one.id, one]));
  const figures = new Map(facts.figures.map((one) => [one.metric, one]));
  let { market, policies } = facts;
  for (const touch of touches) {
    if (touch.noun === 'figure') figures.set(touch.id, touch.after);
    else if (touch.noun === 'partner') [market, policies] = [touch.after.market, policiesOf(touch.after, programme)];
    else if (touch.after) people.set(touch.id, touch.after);
    else people.delete(touch.id);
  }
  return { market, policies, people: [...people.values()], figures: [...figures.values()] };
}
