/** The profile: which competencies the business profile shows now, and which it would show after buying. */
import type { CardElement } from '@microsoft/teams.cards';
import { button, card, group, line, note, runs, title } from '../elements/elements';
import { bringInLines } from '../sections/bring-in';
import type { Card } from '../elements/card';
import { footer } from '../sections/footer';
import { escapeMarkdown } from '../elements/escaped-text';
import type { Text } from '../text';
import { competencyName, levelName, listOf, nameWords, type Wording, goalNoun } from '../words/wording';
import type { ShownLevel } from '../../domain/membership/risk';
import type { CardSetting } from '../contract/view';
import type { CalendarDate } from '../../domain/basics/date';

/** A competency that the business profile shows, and at which level. */
export type ProfileEntry = Pick<ShownLevel, 'competency' | 'level'>;

export interface ProfileView extends CardSetting {
  readonly asOf: CalendarDate;
  readonly now: readonly ProfileEntry[];
  /** What it would show after buying or renewing each pack that may be bought, from the lowest. */
  readonly after: readonly { readonly level: string; readonly shown: readonly ProfileEntry[] }[];
}

const longestPartner = 80;
const mostNames = 24;

/** The answer to "what does our business profile show". */
export function profileCard(view: ProfileView, text: Text): Card {
  const { partner, programme, newestImport, now, after } = view;
  const wording = { text, programme };
  const headline = newestImport
    ? text.say('profile.heading', { count: now.length, ...goalNoun(view) })
    : text.say('overview.no-data');
  return card({
    text,
    speak: headline,
    body: [
      note(`${escapeMarkdown(partner.name, longestPartner)} · ${nameWords(programme.names, text)}`),
      title(headline),
      ...(newestImport
        ? [
            shownGroup(text.say('profile.now'), now, wording),
            ...after.map(({ level, shown }) =>
              shownGroup(text.say('profile.after', { level: levelName(level, wording) }), shown, wording),
            ),
          ]
        : bringInLines(text)),
      ...footer(view, text),
    ],
    actions: [
      button({ ask: 'upgrade' }, text.say('button.upgrade')),
      button({ ask: 'benefits' }, text.say('button.benefits')),
      button({ ask: 'membership' }, text.say('button.membership')),
      button({ ask: 'progress' }, text.say('button.overview')),
    ],
  });
}

/** One line for each level, the highest first. */
function shownGroup(when: string, shown: readonly ProfileEntry[], wording: Wording): CardElement {
  const { text, programme } = wording;
  const lines = [...programme.levels].reverse().flatMap(({ id }) => {
    const names = shown
      .filter(({ level }) => level === id)
      .map(({ competency }) => competencyName(competency, wording));
    const level = levelName(id, wording);
    return names.length > 0 ? [text.say('profile.level', { level, names: listOf(names, text, mostNames) })] : [];
  });
  const told = lines.length > 0 ? lines : [text.say('profile.nothing', goalNoun(wording))];
  return group([
    runs([{ words: when, weight: 'Bolder' }]),
    ...told.map((words) => line(words, {}, { spacing: 'Small' })),
  ]);
}
