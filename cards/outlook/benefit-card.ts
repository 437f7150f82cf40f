/** The benefits: what each level brings, what follows from it, and what is known of its fee. */
import type { CardElement } from '@microsoft/teams.cards';
import { benefitsOf, type Benefit } from '../../domain/programme/benefit';
import { button, card, heading, line, note, title } from '../elements/elements';
import type { Card } from '../elements/card';
import { rulesFooter } from '../sections/footer';
import type { Text } from '../text';
import { levelName, nameWords, type Wording } from '../words/wording';
import type { Programme } from '../../domain/programme/programme';
import type { CalendarDate } from '../../domain/basics/date';

export interface BenefitView {
  readonly programme: Programme;
  readonly asOf: CalendarDate;
  /** The one level that was asked about; absent where all are told. */
  readonly level?: string;
}

/** The answer to "what does a level bring". */
export function benefitCard(view: BenefitView, text: Text): Card {
  const { programme, level } = view;
  const wording = { text, programme };
  const levels = [...programme.levels].reverse().filter(({ id }) => level === undefined || id === level);
  const isKnown = (programme.benefits ?? []).length > 0;
  const headline = text.say('benefit.heading', { levels: text.list(levels.map(({ id }) => levelName(id, wording))) });
  return card({
    text,
    speak: headline,
    body: [
      note(nameWords(programme.names, text)),
      title(headline),
      ...levels.flatMap(({ id }) => levelLines(id, wording)),
      ...factLines(text.say('benefit.every-level'), benefitsOf(undefined, programme), text),
      note(text.say(isKnown ? 'benefit.as-published' : 'benefit.none'), { separator: true, spacing: 'Medium' }),
      ...rulesFooter(view, text),
    ],
    actions: [
      button({ ask: 'upgrade' }, text.say('button.upgrade')),
      button({ ask: 'profile' }, text.say('button.profile')),
      button({ ask: 'renewal' }, text.say('button.renewal')),
      button({ ask: 'progress' }, text.say('button.overview')),
    ],
  });
}

function levelLines(level: string, wording: Wording): readonly CardElement[] {
  return factLines(levelName(level, wording), benefitsOf(level, wording.programme), wording.text);
}

function factLines(about: string, facts: readonly Benefit[], text: Text): readonly CardElement[] {
  if (facts.length === 0) return [];
  return [
    heading(about, { separator: true, spacing: 'Medium' }),
    ...facts.map(({ code, usd = 0 }) => line(`• ${text.say(`benefit.${code}`, { usd })}`, {}, { spacing: 'Small' })),
  ];
}
