/** Some competencies side by side, the nearest to its next level first. */
import type { Standing } from '../../domain/counting/standing';
import type { ClauseCount } from '../../domain/counting/level-standing';
import { button, card, note, title } from '../elements/elements';
import type { Card } from '../elements/card';
import { competencyRow, type CompetencyRow } from '../sections/competency-row';
import { footer } from '../sections/footer';
import { nextLevel } from '../sections/next-level';
import type { Text } from '../text';
import { missingWords } from '../words/missing';
import { heldWords } from '../words/risk';
import { competencyName, levelName, type Wording } from '../words/wording';
import type { CardSetting } from '../contract/view';

export interface SideBySideView extends CardSetting {
  readonly standing: Standing<ClauseCount>;
  /** Of which it is asked, by their ids. */
  readonly competencies: readonly string[];
}

/** The answer to "which of these two is nearer". */
export function sideBySideCard(view: SideBySideView, text: Text): Card {
  const wording = { text, programme: view.programme };
  const rows = rowsOf(view);
  return card({
    text,
    speak: text.sentences(rows.map((row) => spoken(row, wording))),
    body: [
      title(text.say('side-by-side.heading')),
      note(text.say('side-by-side.order')),
      ...rows.map((row) => competencyRow(row, wording)),
      ...footer({ ...view, asOf: view.standing.asOf }, text),
    ],
    actions: [
      button({ ask: 'plan' }, text.say('button.plan'), { style: 'positive' }),
      button({ ask: 'progress' }, text.say('button.overview')),
    ],
  });
}

/** What has nothing more to reach comes last: there is nothing to do for it. */
function rowsOf({ standing, competencies, programme }: SideBySideView): readonly CompetencyRow[] {
  const progress = ({ next }: CompetencyRow) => next?.progress ?? -1;
  return standing.competencies
    .filter(({ id }) => competencies.includes(id))
    .map((one): CompetencyRow => {
      const next = nextLevel(one, programme);
      return { standing: one, ...(next && { next }) };
    })
    .sort((one, other) => progress(other) - progress(one));
}

function spoken({ standing: { id, level: held, override }, next }: CompetencyRow, wording: Wording): string {
  const { text } = wording;
  const level = held === undefined ? text.say('level.none') : heldWords(held, override, wording);
  const said = text.say('competency.speak.level', { competency: competencyName(id, wording), level });
  if (!next) return said;
  const words = { percent: text.percent(next.progress), level: levelName(next.level, wording) };
  return text.sentences([said, text.say('competency.speak.next', { ...words, missing: missingWords(next, wording) })]);
}
