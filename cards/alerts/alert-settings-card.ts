/** Alert settings: when Laurel may send proactive messages, which rules are switched off, and the form that changes this. */
import type { CardElement, IExecuteAction } from '@microsoft/teams.cards';
import { stoppableRules, type NoticeRule } from '../../domain/alerts/notice';
import { button, card, choiceField, line, note, title } from '../elements/elements';
import type { Card } from '../elements/card';
import type { Text } from '../text';
import { topicOf } from '../words/alert';
import type { AlertSettings } from '../../domain/alerts/alert-settings';

export interface AlertSettingsView {
  readonly settings: AlertSettings;
  readonly timeZone?: string;
  readonly isAdmin: boolean;
  readonly done?: { readonly code: 'saved' } | { readonly code: 'did-stop' | 'did-start'; readonly rule: NoticeRule };
}

/** Working weeks that occur, as the first and the last weekday. */
const weeks = ['1-5', '1-6', '7-4', '6-3'] as const;
const everyDay = '1-7';
const noDigest = '0';

/** The answer to "alert settings", and to everything that changes them. */
export function alertSettingsCard(view: AlertSettingsView, text: Text): Card {
  const { settings, done, timeZone, isAdmin } = view;
  const about = aboutWords(view, text);
  const said = done && doneWords(done, text);
  const topics = settings.stopped.map((rule) => topicOf(rule, text));
  return card({
    text,
    speak: said ?? about,
    body: [
      title(text.say('alert-settings.heading')),
      ...(said === undefined ? [] : [line(said, { weight: 'Bolder' })]),
      line(about),
      ...(timeZone === undefined ? [] : [note(text.say('alert-settings.zone', { zone: timeZone }))]),
      line(
        topics.length > 0
          ? text.say('alert-settings.stopped', { topics: text.list(topics) })
          : text.say('alert-settings.none-stopped'),
        {},
        { spacing: 'Small' },
      ),
      ...fields(view, text),
    ],
    actions: [
      button({ ask: 'alert-settings' }, text.say('button.save'), { style: 'positive' }),
      ...settings.stopped.slice(0, 3).map((rule) => startButton(rule, text)),
      ...(isAdmin || topics.length < stoppableRules.length
        ? [aside({ ask: 'stop-alerts' }, 'button.stop-some', text)]
        : []),
      aside({ ask: 'alerts' }, 'button.alerts', text),
    ],
  });
}

function aboutWords({ settings: { quietFrom, quietTo } }: AlertSettingsView, text: Text): string {
  return quietFrom === quietTo
    ? text.say('alert-settings.about-any-hour')
    : text.say('alert-settings.about', { from: text.hour(quietFrom), to: text.hour(quietTo) });
}

function doneWords(done: NonNullable<AlertSettingsView['done']>, text: Text): string {
  if (done.code === 'saved') return text.say('alert-settings.saved');
  return text.say(`alert-settings.${done.code}`, { topic: topicOf(done.rule, text) });
}

/** A button beside the form sends none of its fields. */
function aside(
  question: Parameters<typeof button>[0],
  key: 'button.stop-some' | 'button.alerts',
  text: Text,
): IExecuteAction {
  return button(question, text.say(key), { associatedInputs: 'none' });
}

function startButton(rule: NoticeRule, text: Text): IExecuteAction {
  const title = text.say('button.start-alerts', { topic: topicOf(rule, text) });
  return button({ ask: 'start-alerts', rule }, title, { associatedInputs: 'none' });
}

const hours = Array.from({ length: 24 }, (_, hour) => hour);
const weekdays = [1, 2, 3, 4, 5, 6, 7];

function fields({ settings, isAdmin }: AlertSettingsView, text: Text): readonly CardElement[] {
  const empty = text.say('alert.choose');
  const field = (id: 'quiet-from' | 'quiet-to' | 'working-days' | 'digest', name: string, value: string) => ({
    id: name,
    label: text.say(`alert-settings.${id}`),
    value,
    empty,
  });
  const hourly = hours.map((hour) => ({ value: String(hour), title: text.hour(hour) }));
  const { quietFrom, quietTo, workingDays, digestOn } = settings;
  return [
    choiceField(field('quiet-from', 'quietFrom', String(quietFrom)), hourly),
    choiceField(field('quiet-to', 'quietTo', String(quietTo)), hourly),
    choiceField(field('working-days', 'workingDays', weekOf(workingDays)), [
      ...weeks.map((week) => ({ value: week, title: weekWords(week, text) })),
      { value: everyDay, title: text.say('alert-settings.every-day') },
    ]),
    ...(isAdmin
      ? [
          choiceField(field('digest', 'digestOn', String(digestOn ?? noDigest)), [
            ...weekdays.map((day) => ({ value: String(day), title: text.weekday(day) })),
            { value: noDigest, title: text.say('alert-settings.no-digest') },
          ]),
        ]
      : []),
  ];
}

function weekWords(week: string, text: Text): string {
  const [first, last] = week.split('-').map(Number) as [number, number];
  return text.say('alert-settings.days', { first: text.weekday(first), last: text.weekday(last) });
}

/** The days as the field has them: from the first of them that follows a day off. */
function weekOf(days: readonly number[]): string {
  const before = (day: number) => (day === 1 ? 7 : day - 1);
  const first = days.find((day) => !days.includes(before(day)));
  if (first === undefined) return everyDay;
  return `${first}-${((first + days.length - 2) % 7) + 1}`;
}

/** The question about which alerts are meant, where none was named. */
export function alertTopicsCard(act: 'stop' | 'start', rules: readonly NoticeRule[], text: Text): Card {
  const heading = text.say('alert-settings.which', { do: act });
  const choices = rules.map((rule) => ({ value: rule, title: topicOf(rule, text) }));
  const ask = act === 'stop' ? 'stop-alerts' : 'start-alerts';
  const field = { id: 'rule', label: text.say('alert-settings.topic'), empty: text.say('alert.choose') };
  return card({
    text,
    speak: heading,
    body: [title(heading), choiceField(field, choices)],
    actions: [
      button({ ask }, text.say('button.save'), { style: 'positive' }),
      button({ ask: 'alert-settings' }, text.say('button.alert-settings'), { associatedInputs: 'none' }),
    ],
  });
}
