/** The comparison: what today's people and figures come to in every programme, followed or not. */
import type { CardElement } from '@microsoft/teams.cards';
import type { Standing } from '../../domain/counting/standing';
import type { LevelStanding } from '../../domain/counting/level-standing';
import { fold } from '../elements/blocks';
import { button, card, heading, line, note, title } from '../elements/elements';
import type { Card } from '../elements/card';
import { fitToSize } from '../elements/size-limit';
import { nextLevel } from '../sections/next-level';
import type { Text } from '../text';
import { missingWords } from '../words/missing';
import { totalWords } from '../words/points';
import { competencyName, levelName, type Wording, programmeName } from '../words/wording';
import type { Programme } from '../../domain/programme/programme';
import type { NamedCount } from '../../domain/counting/named-count';
import { namedCountArgs } from '../words/named-count';
import type { CardSetting } from '../contract/view';
import type { CalendarDate } from '../../domain/basics/date';

/** What today's people and figures come to in one programme. */
export interface ComparedProgramme {
  readonly programme: Programme;
  readonly isFollowed: boolean;
  readonly standing: Standing;
  /** How many of the achievements on record it names. */
  readonly counted: NamedCount;
}

export interface CompareView extends CardSetting {
  readonly asOf: CalendarDate;
  readonly programmes: readonly ComparedProgramme[];
  readonly achievements: number;
}

/** How many competencies of each programme are told. */
const told: readonly [number, ...number[]] = [12, 6, 3];

/** The answer to "what are we worth in each programme". */
export function compareCard(view: CompareView, text: Text): Card {
  return fitToSize(told, (most) => cardOf(view, text, most));
}

function cardOf(view: CompareView, text: Text, most: number): Card {
  return card({
    text,
    speak: text.list(view.programmes.map((one) => summaryOf(one, text))),
    body: [
      title(text.say('compare.heading')),
      note(text.say('compare.same', { date: text.date(view.asOf), count: view.achievements })),
      ...view.programmes.flatMap((one) => programmeLines(one, { text, most })),
    ],
    actions: [
      button({ ask: 'programme' }, text.say('button.programme')),
      button({ ask: 'progress' }, text.say('button.overview')),
    ],
  });
}

/** "Solutions Partner designations: 1 of 6 met". */
function summaryOf({ programme, standing }: ComparedProgramme, text: Text): string {
  const met = standing.competencies.filter(({ level }) => level !== undefined).length;
  const args = { programme: programmeName(programme, text), met, count: standing.competencies.length };
  return text.say('compare.summary', args);
}

interface Telling {
  readonly text: Text;
  readonly most: number;
}

function programmeLines(one: ComparedProgramme, { text, most }: Telling): readonly CardElement[] {
  const wording = { text, programme: one.programme };
  const lines = rowsOf(one, wording);
  const rest = lines.length - most;
  const share = text.say('compare.named', namedCountArgs(one.counted));
  const items = [
    ...lines.slice(0, most).map((words) => line(words, {}, { spacing: 'Small' })),
    ...(rest > 0 ? [note(text.say('list.more', { count: rest }))] : []),
  ];
  const about = note(one.isFollowed ? `${text.say('compare.followed')} · ${share}` : share, { spacing: 'None' });
  if (items.length === 0) return [heading(summaryOf(one, text), { separator: true }), about];
  return [...fold({ id: `in-${one.programme.id}`, heading: summaryOf(one, text), items }), about];
}

/** Those that are met first, then the nearest; what has not begun is left out. */
function rowsOf({ programme, standing }: ComparedProgramme, wording: Wording): readonly string[] {
  const rank = (level: string | undefined) => programme.levels.findIndex(({ id }) => id === level);
  const rows = standing.competencies.map((one) => ({ ...one, next: nextLevel(one, programme) }));
  return rows
    .filter(({ level, next }) => level !== undefined || (next?.progress ?? 0) > 0)
    .sort(
      (one, other) => rank(other.level) - rank(one.level) || (other.next?.progress ?? 1) - (one.next?.progress ?? 1),
    )
    .map(({ id, level, next }) => {
      const held = level === undefined ? [] : [levelName(level, wording)];
      return [competencyName(id, wording), ...held, ...(next ? nextWords(next, wording) : [])].join(' · ');
    });
}

function nextWords(next: LevelStanding, wording: Wording): readonly string[] {
  const { text } = wording;
  const far = next.score
    ? totalWords(next.score, wording)
    : text.say('level.progress', {
        level: levelName(next.level, wording),
        percent: text.percent(next.progress),
      });
  return [far, missingWords(next, wording)];
}
