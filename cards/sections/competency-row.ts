/** The row of one competency: the level that it has, how far the next one is, and what is missing. */
import type { CardElement } from '@microsoft/teams.cards';
import { valueOf } from '../../domain/basics/fraction';
import type { LevelStanding, ClauseCount } from '../../domain/counting/level-standing';
import type { CompetencyStanding } from '../../domain/counting/standing';
import { tapRow, thinBar } from '../elements/blocks';
import { note, type Opening } from '../elements/elements';
import { missingWords } from '../words/missing';
import { totalWords } from '../words/points';
import { heldWords } from '../words/risk';
import { competencyName, levelName, type Wording } from '../words/wording';
import { levelBadge } from './level-badge';

/** A competency in numbers, with its next level if there is one. */
export interface CompetencyRow {
  readonly standing: CompetencyStanding<ClauseCount>;
  readonly next?: LevelStanding<ClauseCount>;
}

/** Its name, the level that it has, how far the next one is and what is missing. Touching it opens it. */
export function competencyRow(
  { standing: { id, level, override }, next }: CompetencyRow,
  wording: Wording,
): CardElement {
  const name = competencyName(id, wording);
  return tapRow({
    name,
    ...(level !== undefined && !override && { badge: levelBadge(level, wording) }),
    below: [...overrideLine(level, override, wording), ...(next ? nextLines(next, wording) : [])],
    open: competencyOpening(id, wording),
  });
}

/** That the level is granted by hand, where it is. */
export function overrideLine(
  level: string | undefined,
  override: CompetencyStanding['override'],
  wording: Wording,
): readonly CardElement[] {
  return level !== undefined && override ? [note(heldWords(level, override, wording))] : [];
}

/** The whole answer about one competency. */
export function competencyOpening(id: string, wording: Wording): Opening {
  const name = competencyName(id, wording);
  return { question: { ask: 'competency', competency: id }, title: wording.text.say('button.open', { name }) };
}

function nextLines(next: LevelStanding<ClauseCount>, wording: Wording): readonly CardElement[] {
  const { score, progress } = next;
  const share = score ? valueOf(score.points) / valueOf(score.of) : progress;
  const reached = score ? totalWords(score, wording) : wording.text.percent(progress);
  const words = wording.text.say('overview.row', { reached, missing: missingLine(next, wording) });
  return [note(words, { spacing: 'None' }), thinBar(share)];
}

/** The next level, and what it lacks. */
export function missingLine(next: LevelStanding<ClauseCount>, wording: Wording): string {
  return wording.text.say('overview.next', {
    level: levelName(next.level, wording),
    missing: missingWords(next, wording),
  });
}
