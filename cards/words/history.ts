/** How a goal stood on a day, in a few words: its level, how far the next one was, and its points. */
import type { GoalSnapshot } from '../../domain/history/standing-snapshot';
import { levelName, type Wording } from './wording';

/** The level and, where it says more, the points or the progress. */
export function snapshotWords({ level, progress, points }: GoalSnapshot, wording: Wording): string {
  const { text } = wording;
  const held = level === undefined ? text.say('level.none') : levelName(level, wording);
  if (points === undefined && progress === 100) return held;
  return text.say('level.progress', {
    level: held,
    percent: distanceWords({ progress, ...(points !== undefined && { points }) }, wording),
  });
}

/** Only how far it was. */
export function distanceWords({ progress, points }: GoalSnapshot, { text }: Wording): string {
  return points === undefined ? text.percent(progress / 100) : text.say('history.points', { points });
}
