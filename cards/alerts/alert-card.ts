/** The card of one alert: what happened and why, how to mend it, who deals with it, and how to stop such alerts. */
import type { CardElement, IExecuteAction } from '@microsoft/teams.cards';
import { contentVersionOf, isActive, ruleOf, type KeptNotice } from '../../domain/alerts/kept-notice';
import { stoppableRules } from '../../domain/alerts/notice';
import { daysBetween, type CalendarDate } from '../../domain/basics/date';
import { fold, headlineBox, namedLine } from '../elements/blocks';
import { button, card, choiceField, heading, line, note, row, searchField } from '../elements/elements';
import type { Card } from '../elements/card';
import { dueOf } from '../../domain/alerts/notice-due-day';
import { doubtLines } from '../sections/doubt';
import { severityBadge, toneOf } from '../sections/severity';
import { footer } from '../sections/footer';
import { escapeMarkdown } from '../elements/escaped-text';
import type { Question } from '../contract/question';
import { retirementNotes, taskLines } from '../sections/task-lines';
import type { Text } from '../text';
import { personName, stateWords, topicOf, type AlertWording } from '../words/alert';
import { headlineOf } from '../words/alert-headline';
import { reasonLines } from '../words/alert-reason';
import { deliveryCodeWords } from '../words/delivery-code';
import { metricName } from '../words/figure';
import { teamMatterWords } from '../words/team-matter';
import { listOf } from '../words/wording';
import type { AlertSetting } from '../contract/alert-view';
import type { Choice as ChoiceOfField } from '../contract/dataset';

export interface AlertView extends AlertSetting {
  readonly notice: KeptNotice;
  /** Whether it was not as the card said on which a button was pressed. */
  readonly isChanged?: boolean;
  /** Why the person to whom it is assigned cannot be told, as the code of a delivery. */
  readonly hindrance?: string;
  /**
   * Whether people of the reader are named: on the card that a manager is sent in the private chat, and on no answer, since who reads
   * names by asking is audited.
   */
  readonly namesTeam?: true;
  /** Offers a choice: the person to assign it to, or the day to snooze it until. */
  readonly choice?:
    | { readonly of: 'person'; readonly people: readonly ChoiceOfField[] }
    | { readonly of: 'day'; readonly days: readonly { readonly days: number; readonly on: CalendarDate }[] };
}

const longestPartner = 80;
const mostFigures = 4;

/** One alert, as it is sent proactively, shown on request, or updated after a person acted on it. */
export function alertCard(view: AlertView, text: Text): Card {
  const { notice, partner, programme, choice } = view;
  const about: AlertWording = { text, programme, view };
  const headline = headlineOf(notice, about);
  const isOpen = isActive(notice);
  const state = stateWords(notice, about);
  return card({
    text,
    speak: `${headline}. ${(isOpen ? reasonLines(notice, about)[0] : state) ?? ''}`,
    body: [
      row(
        note(text.say('alert.kind', { partner: escapeMarkdown(partner.name, longestPartner) })),
        severityBadge(notice, text),
      ),
      headlineBox(toneOf(notice), headline, [
        ...dueLine(notice, about),
        ...(state === undefined ? [] : [line(state, {}, { spacing: 'None' })]),
        ...unreachedLines(view, text),
      ]),
      ...doubtLines(view, text),
      ...(view.isChanged ? [line(text.say('alert.changed'), { weight: 'Bolder' })] : []),
      ...causeLines(notice, about),
      ...(view.namesTeam ? teamLines(notice, about) : []),
      ...(isOpen ? repairLines(notice, about) : []),
      ...(choice ? choiceLines(choice, text) : []),
      ...moreFold(notice, about),
      ...footer(view, text),
    ],
    actions: choice ? choiceActions(notice, choice, text) : isOpen ? openActions(notice, text) : closedActions(text),
  });
}

/** What of whom a manager can act on; the rest stands behind the button. */
function teamLines({ reason }: KeptNotice, about: AlertWording): readonly CardElement[] {
  if (reason.rule !== 'team') return [];
  const { text, view } = about;
  const { matters, more, people } = reason;
  const known = matters.filter(({ person }) => view.people.has(person));
  return [
    ...known.map((matter) => namedLine(personName(matter.person, about), teamMatterWords(matter, about))),
    ...(more > 0 ? [note(text.say('list.more', { count: more }), { spacing: 'Small' })] : []),
    note(text.say('alert.team.whom', { people })),
  ];
}

/** That the person who is to deal with it cannot be told, and what helps. */
function unreachedLines({ hindrance, notice: { state } }: AlertView, text: Text): readonly CardElement[] {
  if (hindrance === undefined || state.is !== 'assigned') return [];
  const why = deliveryCodeWords(hindrance, text);
  return [note(`⚠ ${text.say('tasks.unreachable', { why })}`, { spacing: 'None' })];
}

const openCauses = 2;

/** The first causes; more of them, and how to stop such alerts, are folded. */
function causeLines(notice: KeptNotice, about: AlertWording): readonly CardElement[] {
  return causesOf(notice, about).slice(0, openCauses);
}

function moreFold(notice: KeptNotice, about: AlertWording): readonly CardElement[] {
  const items = [
    ...causesOf(notice, about).slice(openCauses),
    ...(isActive(notice) && canStop(notice) ? [optOut(notice, about.text)] : []),
  ];
  return items.length === 0 ? [] : fold({ id: 'more', heading: about.text.say('alert.more'), items });
}

function causesOf(notice: KeptNotice, about: AlertWording): readonly CardElement[] {
  return reasonLines(notice, about).map((words) => line(words, {}, { spacing: 'Small' }));
}

function dueLine(notice: KeptNotice, { text, view }: AlertWording): readonly CardElement[] {
  const due = isActive(notice) ? dueOf(notice, view.asOf) : undefined;
  if (due === undefined) return [];
  const words = text.say('alert.due', { date: text.date(due), days: daysBetween(view.asOf, due) });
  return [line(words, { weight: 'Bolder' }, { spacing: 'None' })];
}

function repairLines({ repair }: KeptNotice, about: AlertWording): readonly CardElement[] {
  if (!repair || (repair.tasks.length === 0 && repair.short.length === 0)) return [];
  const { text } = about;
  const figures = repair.short.map((metric) => metricName(metric, about));
  return [
    heading(text.say('alert.repair'), { spacing: 'Medium' }),
    ...taskLines(repair.tasks, about),
    ...retirementNotes(repair.tasks, about),
    ...(figures.length > 0
      ? [
          line(
            text.say('alert.repair-short', { figures: listOf(figures, text, mostFigures) }),
            {},
            { spacing: 'Small' },
          ),
        ]
      : []),
  ];
}

function canStop(notice: KeptNotice): boolean {
  return stoppableRules.some((rule) => rule === ruleOf(notice));
}

function optOut(notice: KeptNotice, text: Text): CardElement {
  const words = text.say('alert.stop-words', { topic: topicOf(ruleOf(notice), text) });
  return note(text.say('alert.opt-out', { words }));
}

type Choice = NonNullable<AlertView['choice']>;

/** A choice of a person or of a day; the input is named like the property of the question that its button asks. */
function choiceLines(choice: Choice, text: Text): readonly CardElement[] {
  const empty = text.say('alert.choose');
  if (choice.of === 'person')
    return [
      heading(text.say('alert.assign.heading'), { spacing: 'Medium' }),
      searchField(
        { id: 'to', label: text.say('alert.assign.field'), empty, hint: text.say('form.type') },
        { dataset: 'assignees', choices: choice.people },
      ),
      note(text.say('alert.assign.note')),
    ];
  return [
    heading(text.say('alert.snooze.heading'), { spacing: 'Medium' }),
    choiceField(
      { id: 'until', label: text.say('alert.snooze.field'), empty },
      choice.days.map(({ days, on }) => ({
        value: on,
        title: text.say('alert.snooze.days', { days, date: text.date(on) }),
      })),
    ),
  ];
}

type Act = NonNullable<Extract<Question, { ask: 'alerts' }>['act']>;

function acting(notice: KeptNotice, act: Act): Question {
  return { ask: 'alerts', alert: notice.key, face: contentVersionOf(notice), act };
}

function choiceActions(notice: KeptNotice, { of }: Choice, text: Text): readonly IExecuteAction[] {
  const act = of === 'person' ? 'assign' : 'snooze';
  return [
    button(acting(notice, act), text.say('button.save'), { style: 'positive' }),
    button({ ask: 'alerts', alert: notice.key }, text.say('button.back'), { associatedInputs: 'none' }),
  ];
}

function openActions(notice: KeptNotice, text: Text): readonly IExecuteAction[] {
  const rule = ruleOf(notice);
  const isFree = notice.state.is !== 'acknowledged';
  return [
    moreAbout(notice, text),
    ...(isFree ? [button(acting(notice, 'acknowledge'), text.say('button.acknowledge'))] : []),
    ...(notice.audience === 'admins' ? [button(acting(notice, 'assign'), text.say('button.assign'))] : []),
    button(acting(notice, 'snooze'), text.say('button.snooze'), rare),
    contest(notice, text) ?? button({ ask: 'alerts' }, text.say('button.alerts'), rare),
    ...(canStop(notice)
      ? [button({ ask: 'stop-alerts', rule }, text.say('button.stop-alerts', { topic: topicOf(rule, text) }), rare)]
      : []),
  ];
}

const primary = { style: 'positive' } as const;
const rare = { mode: 'secondary' } as const;

/** What another organisation has recorded is answered here; six buttons are the most, so the way to the list gives way. */
function contest({ reason }: KeptNotice, text: Text): IExecuteAction | undefined {
  if (reason.rule !== 'linked-elsewhere' || !reason.recorded) return undefined;
  const { person, on } = reason;
  return button({ ask: 'step', people: [person], step: 'still-linked', on }, text.say('button.still-linked'));
}

/** Where the whole matter is told, and what can be done about it: what most readers do first. */
function moreAbout({ reason }: KeptNotice, text: Text): IExecuteAction {
  switch (reason.rule) {
    case 'renewal-at-risk':
    case 'level-lost':
    case 'level-lapses':
      return button({ ask: 'risk' }, text.say('button.risk'), primary);
    case 'runway':
      return button({ ask: 'renewal' }, text.say('button.renewal'), primary);
    case 'certification':
    case 'counts-now':
    case 'linked-elsewhere':
      return button({ ask: 'person', person: reason.person }, text.say('button.person'), primary);
    case 'onboarding':
      return button({ ask: 'onboard' }, text.say('button.onboard'), primary);
    case 'onboarding-help':
      return button({ ask: 'onboarding' }, text.say('button.onboarding'), primary);
    case 'task':
      return button({ ask: 'my-tasks', task: reason.task }, text.say('button.my-tasks'), primary);
    case 'task-help':
      return helpWithTask(reason, text);
    case 'team':
      return button({ ask: 'my-team' }, text.say('button.my-team'), primary);
    case 'requirement-change':
      return button({ ask: 'competency', competency: reason.competency }, text.say('button.progress'), primary);
    case 'figures-outdated':
      return button(
        { ask: 'enter-figures', ...(reason.competency !== undefined && { competency: reason.competency }) },
        text.say('button.enter-figures'),
        primary,
      );
    case 'stale-data':
      return button({ ask: 'progress' }, text.say('button.progress'), primary);
  }
}

/** What is to be done next about a task that does not move: the plan of its level, which offers others. */
function helpWithTask(
  { competency, level }: Extract<KeptNotice['reason'], { readonly rule: 'task-help' }>,
  text: Text,
): IExecuteAction {
  if (competency === undefined) return button({ ask: 'tasks' }, text.say('button.tasks'), primary);
  const plan = { ask: 'plan', competency, ...(level !== undefined && { level }) } as const;
  return button(plan, text.say('button.plan'), primary);
}

function closedActions(text: Text): readonly IExecuteAction[] {
  return [
    button({ ask: 'alerts' }, text.say('button.alerts')),
    button({ ask: 'progress' }, text.say('button.progress')),
  ];
}
