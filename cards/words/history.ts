/** How a goal stood on a day, in a few words: its level, or how far the next one was. */
import type { GoalSnapshot } from '../../domain/history/standing-snapshot';
import { levelName, type Wording } from './wording';

/** The level that was held. */
export function heldThen({ level }: GoalSnapshot, wording: Wording): string {
  return level === undefined ? wording.text.say('level.none') : levelName(level, wording);
}

/** Its points where the goal is one in points, else how far the next level was. */
export function distanceWords({ progress, points }: GoalSnapshot, { text }: Wording): string {
  return points === undefined ? text.percent(progress / 100) : text.say('history.points', { points });
}
