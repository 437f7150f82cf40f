/** The trend says how the standing was a month ago, in words and as a bar that has a mark where it stood then. */
import type { CardElement } from '@microsoft/teams.cards';
import type { StandingTrend } from '../../domain/history/standing-difference';
import { scoreBar } from '../elements/blocks';
import { group, note } from '../elements/elements';
import type { Text } from '../text';
import { distanceWords, heldThen } from '../words/history';
import type { Wording } from '../words/wording';
import type { GoalSnapshot } from '../../domain/history/standing-snapshot';

/** How many goals hold a level, then and now, of all; nothing where that is the same. Touching it tells what changed. */
export function trendLines(
  trend: StandingTrend | undefined,
  { held, of }: { readonly held: number; readonly of: number },
  text: Text,
): readonly CardElement[] {
  if (!trend || trend.held === held || of === 0) return [];
  const words = text.say('history.trend', { date: text.date(trend.since), before: trend.held, after: held });
  const open = {
    question: { ask: 'what-changed', since: trend.since },
    title: text.say('button.what-changed'),
  } as const;
  return [group([note(words), barWithMark(held / of, trend.held / of)], open)];
}

/** How one goal was, and is; nothing where it is the same. */
export function goalTrendLines(
  {
    trend,
    goal,
    now,
  }: { readonly trend: StandingTrend | undefined; readonly goal: string; readonly now: GoalSnapshot },
  wording: Wording,
): readonly CardElement[] {
  const before = trend?.goals[goal];
  if (!trend || !before) return [];
  const { text } = wording;
  const isSameLevel = before.level === now.level;
  const words = isSameLevel ? distanceWords : heldThen;
  const told = { date: text.date(trend.since), before: words(before, wording), after: words(now, wording) };
  return [
    note(text.say('history.trend-goal', told)),
    ...(isSameLevel ? [barWithMark(now.progress / 100, before.progress / 100)] : []),
  ];
}

/** A mark at either end would leave one of the two bars without room. */
function barWithMark(share: number, mark: number): CardElement {
  return scoreBar(share, Math.min(0.95, Math.max(0.05, mark)));
}
