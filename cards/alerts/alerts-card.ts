/** Alerts: what is open and who deals with it, and for admins what could not be delivered; also the digest of a day. */
import type { CardElement, IExecuteAction } from '@microsoft/teams.cards';
import { isActive, type KeptNotice } from '../../domain/alerts/kept-notice';
import { peopleInNotice } from '../../domain/alerts/notice';
import { groupings, workplacesOf } from '../../domain/partner/people/workplace';
import { fold, tapRow } from '../elements/blocks';
import { severityBadge } from '../sections/severity';
import { button, card, heading, line, note, title } from '../elements/elements';
import type { Card } from '../elements/card';
import { doubtLines } from '../sections/doubt';
import { footer } from '../sections/footer';
import { trendLines } from '../sections/trend-lines';
import { escapeMarkdown } from '../elements/escaped-text';
import { pageOf, turning } from '../elements/page';
import type { Text } from '../text';
import { deliveryCodeWords } from '../words/delivery-code';
import { stateWords, type AlertWording } from '../words/alert';
import { headlineOf } from '../words/alert-headline';
import { reasonLines } from '../words/alert-reason';
import type { Question } from '../contract/question';
import type { AlertSetting } from '../contract/alert-view';
import type { HeldTrend } from '../../domain/history/standing-difference';
import type { CalendarDate } from '../../domain/basics/date';

/** Why something could not be delivered. */
export interface FailedDelivery {
  /** Absent where only the account is known. */
  readonly name?: string;
  /** The channel's own, or one of ours. */
  readonly code: string;
}

export interface AlertsView extends AlertSetting {
  /** The alerts that a proactive card shows for the first time; they come first. */
  readonly fresh: readonly KeptNotice[];
  readonly others: readonly KeptNotice[];
  readonly failures: readonly FailedDelivery[];
  /** The day of the card, where it was sent unasked. */
  readonly digestOf?: CalendarDate;
  /** How the standing was a month ago, on the weekly card of an admin; absent where nothing is known of then. */
  readonly trend?: HeldTrend;
  readonly page: number;
}

const pageSize = 8;
const mostFailures = 6;
/** So many stand open in each section; the gravest come first. */
const mostOpen = 3;
const longestName = 80;

/** The answer to "alerts", and the card of a day on which there is more than one thing to tell. */
export function alertsCard(view: AlertsView, text: Text): Card {
  const { fresh, others, digestOf, partner, programme, failures } = view;
  const about: AlertWording = { text, programme, view };
  const all = [...fresh, ...others];
  const page = pageOf(all, view.page, pageSize);
  const count = text.say('alerts.count', { count: all.filter(isActive).length });
  const isDigest = digestOf !== undefined;
  const headline = isDigest ? text.say('alerts.digest', { date: text.date(digestOf) }) : count;
  const shown = (part: readonly KeptNotice[]) => page.items.filter((notice) => part.includes(notice));
  return card({
    text,
    speak: text.sentences([
      isDigest ? text.say('sentence.stop', { words: headline }) : count,
      ...all.slice(0, 2).map((notice) => text.say('sentence.stop', { words: headlineOf(notice, about) })),
    ]),
    body: [
      note([escapeMarkdown(partner.name, longestName), ...(isDigest ? [count] : [])].join(' · ')),
      title(headline),
      ...doubtLines(view, text),
      ...(isDigest ? placeNote(all, view, text) : []),
      ...(view.trend ? trendLines(view.trend.trend, view.trend, text) : []),
      ...section('alerts.new', shown(fresh), about),
      ...section(fresh.length > 0 ? 'alerts.still' : undefined, shown(others), about),
      ...(page.pages > 1 ? [note(text.say('page.number', { page: page.number, pages: page.pages }))] : []),
      ...failureLines(failures, text),
      ...footer(view, text),
    ],
    actions: actionsOf(page, isDigest, text),
  });
}

/** Where the people belong whom the alerts are about, in one line; for readers who may see names. */
function placeNote(notices: readonly KeptNotice[], view: AlertsView, text: Text): readonly CardElement[] {
  if (!view.seesNames) return [];
  const named = new Set(notices.flatMap(peopleInNotice));
  const people = [...view.people.values()].filter(({ id }) => named.has(id));
  const parts = groupings.flatMap((by) => {
    const places = workplacesOf(people, by, (one) => one).slice(0, mostPlaces);
    const each = places.map(({ name, people: its }) =>
      text.say('alerts.place', { place: escapeMarkdown(name, longestName), count: its.length }),
    );
    return each.length === 0 ? [] : [text.say('alerts.by-place', { by, places: text.list(each) })];
  });
  return parts.length === 0 ? [] : [note(text.sentences(parts))];
}

/** How many offices, and how many teams, a digest names. */
const mostPlaces = 4;

function section(
  key: 'alerts.new' | 'alerts.still' | undefined,
  notices: readonly KeptNotice[],
  about: AlertWording,
): readonly CardElement[] {
  if (notices.length === 0) return [];
  // Beside news, of what is open since before only is said who deals with it: its reason was told then.
  const rows = notices.map((notice) => noticeGroup(notice, key !== 'alerts.still', about));
  const rest = rows.slice(mostOpen);
  const more = about.text.say('list.more', { count: rest.length });
  return [
    ...(key ? [heading(about.text.say(key), { spacing: 'Medium' })] : []),
    ...rows.slice(0, mostOpen),
    ...(rest.length > 0 ? fold({ id: `${key ?? 'alerts'}-more`, heading: more, items: rest }) : []),
  ];
}

function noticeGroup(notice: KeptNotice, tellsReason: boolean, about: AlertWording): CardElement {
  const headline = headlineOf(notice, about);
  const [reason] = tellsReason ? reasonLines(notice, about) : [];
  const state = stateWords(notice, about);
  return tapRow({
    name: headline,
    badge: severityBadge(notice, about.text),
    below: [note(about.text.sentences([reason, state].filter((words) => words !== undefined)), { spacing: 'None' })],
    open: { question: openingOf(notice), title: about.text.say('button.open', { name: headline }) },
  });
}

/** A reader's own task is answered on its own card, and whom a manager is told about, by name, says `my team`. */
function openingOf({ key, reason }: KeptNotice): Question {
  if (reason.rule === 'team') return { ask: 'my-team' };
  return reason.rule === 'task' ? { ask: 'my-tasks', task: reason.task } : { ask: 'alerts', alert: key };
}

function failureLines(failures: readonly FailedDelivery[], text: Text): readonly CardElement[] {
  if (failures.length === 0) return [];
  const more = failures.length - mostFailures;
  const items = [
    ...failures.slice(0, mostFailures).map(({ name, code }) => {
      const why = deliveryCodeWords(code, text);
      const called = escapeMarkdown(name ?? text.say('alert.somebody'), longestName);
      return line(text.say('alerts.failure', { name: called, why }), {}, { spacing: 'Small' });
    }),
    ...(more > 0 ? [note(text.say('list.more', { count: more }))] : []),
  ];
  const heading = text.say('alerts.not-delivered-count', { count: failures.length });
  return fold({ id: 'failures', heading, items });
}

function actionsOf(page: Parameters<typeof turning>[0], isDigest: boolean, text: Text): readonly IExecuteAction[] {
  return [
    ...turning(page, (number) => ({ ask: 'alerts', page: number }), text),
    ...(isDigest ? [button({ ask: 'alerts' }, text.say('button.alerts'), { style: 'positive' })] : []),
    button({ ask: 'risk' }, text.say('button.risk')),
    button({ ask: 'alert-settings' }, text.say('button.alert-settings'), { mode: 'secondary' }),
    button({ ask: 'progress' }, text.say('button.progress'), { mode: 'secondary' }),
  ];
}
