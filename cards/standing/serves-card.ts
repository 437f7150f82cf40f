/** What a credential is good for: the levels whose requirements name it. */
import { button, card, line, note, title } from '../elements/elements';
import type { Card } from '../elements/card';
import { rulesFooter } from '../sections/footer';
import type { Text } from '../text';
import { credentialTitle, retirementLines } from '../words/credential';
import { competencyName, levelName } from '../words/wording';
import type { CardSetting } from '../contract/view';
import type { CalendarDate } from '../../domain/basics/date';
import type { ServedGoal } from '../../domain/programme/goals-served';

export interface ServesView extends CardSetting {
  readonly asOf: CalendarDate;
  readonly credential: string;
  readonly goals: readonly ServedGoal[];
}

const mostGoals = 12;
const mostButtons = 3;

/** The answer to "what does … serve". */
export function servesCard(view: ServesView, text: Text): Card {
  const { credential, goals, programme, asOf } = view;
  const wording = { text, programme };
  const heading = text.say('serves.heading', { credential: credentialTitle(credential, wording), count: goals.length });
  const more = goals.length - mostGoals;
  const goalWords = goals.slice(0, mostGoals).map(({ competency, levels }) =>
    text.say('serves.goal', {
      competency: competencyName(competency, wording),
      levels: text.list(levels.map((level) => levelName(level, wording))),
    }),
  );
  return card({
    text,
    speak: heading,
    body: [
      title(heading),
      ...goalWords.map((words) => line(words, {}, { spacing: 'Small' })),
      ...(more > 0 ? [note(text.say('list.more', { count: more }))] : []),
      ...retirementLines([credential], { from: asOf }, wording).map((words) => note(words)),
      ...rulesFooter(view, text),
    ],
    actions: [
      button({ ask: 'who-holds', credential }, text.say('button.who-holds'), { style: 'positive' }),
      ...goals
        .slice(0, mostButtons)
        .map(({ competency }) => button({ ask: 'competency', competency }, competencyName(competency, wording))),
    ],
  });
}
