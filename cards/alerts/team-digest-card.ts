/** The weekly card for a room: what changed in the week and in the month, what is at risk, how the tasks stand, and the days ahead. */
import type { CardElement } from '@microsoft/teams.cards';
import { addDays, type CalendarDate } from '../../domain/basics/date';
import type { StandingDifference, StandingTrend } from '../../domain/history/standing-difference';
import type { CalendarEntry } from '../../domain/imports/calendar-entry';
import { isOpenTask, isOverdue, type AssignedTask } from '../../domain/tasks/assigned-task';
import type { CardSetting, RiskLine } from '../contract/view';
import type { Card } from '../elements/card';
import { namedLine } from '../elements/blocks';
import { button, card, heading, line, note, title } from '../elements/elements';
import { footer } from '../sections/footer';
import { trendLines } from '../sections/trend-lines';
import { differenceLines } from '../standing/what-changed-card';
import type { Text } from '../text';
import { riskCounts } from '../words/risk';
import { escapeMarkdown } from '../elements/escaped-text';

export interface TeamDigestView extends CardSetting {
  readonly asOf: CalendarDate;
  /** Since a week ago; absent where no earlier day is kept. */
  readonly difference?: StandingDifference;
  /** Since a month ago; absent where nothing is known of then. */
  readonly trend?: StandingTrend;
  /** How many goals hold a level, of all. */
  readonly held: { readonly held: number; readonly of: number };
  readonly lines: readonly RiskLine[];
  readonly tasks: readonly AssignedTask[];
  /** The days ahead in their order; with names only where the reader may see them. */
  readonly days: readonly CalendarEntry[];
}

/** So far the card looks ahead, and so many days it tells. */
const daysAhead = 90;
const mostDays = 8;
const longestPartner = 80;

/** The card as it is posted each week. */
export function teamDigestCard(view: TeamDigestView, text: Text): Card {
  const { difference, programme, partner, lines, seesNames } = view;
  const name = escapeMarkdown(partner.name, longestPartner);
  const headline = text.say('team.heading', { partner: name });
  const risks = riskCounts(lines, text);
  return card({
    text,
    speak: headline,
    body: [
      title(headline),
      ...(difference ? differenceLines(difference, { text, programme }) : [line(text.say('history.none-kept'))]),
      ...trendLines(view.trend, view.held, text),
      ...(risks === '' ? [] : [heading(text.say('team.risks'), { spacing: 'Medium' }), line(risks)]),
      ...taskLine(view, text),
      ...dayLines(view, text),
      ...(seesNames ? [] : [note(text.say('team.nameless'), { spacing: 'Medium' })]),
      ...footer(view, text),
    ],
    actions: [
      button({ ask: 'progress' }, text.say('button.overview'), { style: 'positive' }),
      button({ ask: 'risk' }, text.say('button.risk')),
    ],
  });
}

function taskLine({ tasks, asOf }: TeamDigestView, text: Text): readonly CardElement[] {
  const open = tasks.filter(isOpenTask);
  if (open.length === 0) return [];
  const counts = {
    open: open.length,
    booked: open.filter(({ state }) => state.is === 'booked').length,
    overdue: open.filter((task) => isOverdue(task, asOf)).length,
  };
  return [heading(text.say('team.tasks'), { spacing: 'Medium' }), line(text.say('team.task-counts', counts))];
}

function dayLines({ days, asOf }: TeamDigestView, text: Text): readonly CardElement[] {
  const last = addDays(asOf, daysAhead);
  const near = days.filter(({ on }) => on <= last);
  if (near.length === 0) return [];
  const more = near.length - mostDays;
  return [
    heading(text.say('team.days'), { spacing: 'Medium' }),
    ...near.slice(0, mostDays).map(({ on, title: words }) => namedLine(text.date(on), words)),
    ...(more > 0 ? [note(text.say('list.more', { count: more }))] : []),
  ];
}
