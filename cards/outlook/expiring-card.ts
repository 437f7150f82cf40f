/** What is expiring: each credential that stops counting soon, whose it is, and the levels that would go with it. */
import type { CardElement } from '@microsoft/teams.cards';
import type { Expiring } from '../../domain/planning/expiring';
import { button, card, group, line, note, runs, title } from '../elements/elements';
import type { Card } from '../elements/card';
import { footer } from '../sections/footer';
import { pageLines, pageOf, turning } from '../elements/page';
import type { Question } from '../contract/question';
import type { Text } from '../text';
import { credentialTitle } from '../words/credential';
import { pointsChangeWords } from '../words/points';
import { nameOf } from '../words/who';
import { levelAt, listOf, type Wording } from '../words/wording';
import type { CardSetting } from '../contract/view';
import { addDays, type CalendarDate } from '../../domain/basics/date';

export interface ExpiringView extends CardSetting {
  readonly asOf: CalendarDate;
  readonly days: number;
  /** The earliest first. */
  readonly entries: readonly Expiring[];
  readonly page: number;
}

const pageSize = 8;
const mostLevels = 3;
const spans = [30, 90, 180];

interface About extends Wording {
  readonly view: ExpiringView;
}

/** The answer to "what is expiring". Readers who may not see names see the numbers and their own. */
export function expiringCard(view: ExpiringView, text: Text): Card {
  const { entries, days, programme } = view;
  const about = { text, programme, view };
  const shown = entries.filter(({ person }) => nameOf(person, view, text) !== undefined);
  const page = pageOf(shown, view.page, pageSize);
  const summary = text.say('expiring.summary', {
    count: entries.length,
    days,
    date: text.date(addDays(view.asOf, days)),
  });
  const costly = text.say('expiring.costly', { count: entries.filter(({ cost }) => cost.length > 0).length });
  const ask = (number: number): Question => ({ ask: 'expiring', days, page: number });
  return card({
    text,
    speak: entries.length > 0 ? text.sentences([summary, costly]) : summary,
    body: [
      note(view.partner.name),
      title(text.say('expiring.heading')),
      line(summary),
      ...(entries.length > 0 ? [line(costly, { weight: 'Bolder' })] : []),
      ...page.items.map((entry) => entryGroup(entry, about)),
      ...pageLines(page, text),
      ...footer(view, text),
    ],
    actions: [
      ...turning(page, ask, text),
      ...spans
        .filter((span) => span !== days)
        .map((span) => button({ ask: 'expiring', days: span }, text.say('button.days', { count: span }))),
      button({ ask: 'progress' }, text.say('button.overview')),
    ],
  });
}

function entryGroup(entry: Expiring, about: About): CardElement {
  const { text, view } = about;
  const key = entry.because === 'expiry' && entry.isComputed ? 'expiry-computed' : entry.because;
  const until = text.say(`expiring.until.${key}`, { date: text.date(entry.until) });
  const credential = credentialTitle(entry.credential.id, about);
  return group([
    runs([{ words: nameOf(entry.person, view, text)!, weight: 'Bolder' }, { words: ` · ${credential}` }]),
    note(until, { spacing: 'None' }),
    ...(entry.cost.length > 0 ? [line(costWords(entry, about), { weight: 'Bolder' }, { spacing: 'Small' })] : []),
    ...(entry.points.length > 0 ? [line(pointsWords(entry, about), { weight: 'Bolder' }, { spacing: 'Small' })] : []),
  ]);
}

function pointsWords({ points }: Expiring, about: About): string {
  const { text } = about;
  const changes = points.map((change) => pointsChangeWords(change, about));
  return text.say('expiring.points', { changes: listOf(changes, text, mostLevels) });
}

function costWords({ cost }: Expiring, about: About): string {
  const { text } = about;
  const levels = cost.flatMap(({ competency, before }) =>
    before === undefined ? [] : [levelAt(competency, before, about)],
  );
  return text.say('expiring.cost', { levels: listOf(levels, text, mostLevels) });
}
