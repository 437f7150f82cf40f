/** Asking the people of a plan: who would be asked for what until when, and after the button who is asked. */
import type { CardElement, IExecuteAction } from '@microsoft/teams.cards';
import type { CalendarDate } from '../../domain/basics/date';
import type { Hindrance } from '../../domain/counting/credits/hindrance';
import type { AssignedTask, TaskGoal } from '../../domain/tasks/assigned-task';
import type { TaskSetting } from '../contract/task-view';
import { fold, namedLine } from '../elements/blocks';
import type { Card } from '../elements/card';
import { button, card, line, marksField, note, title } from '../elements/elements';
import { fitToSize } from '../elements/size-limit';
import { costLines } from '../sections/cost-lines';
import { footer } from '../sections/footer';
import type { Text } from '../text';
import { bookableTitle, credentialName } from '../words/credential';
import { deliveryCodeWords } from '../words/delivery-code';
import { hindranceWords } from '../words/reason';
import { taskGoalWords, taskLineWords, type TaskWording } from '../words/task';
import { nameOf } from '../words/who';
import { levelAt, listOf } from '../words/wording';

/** A task of the plan; `isAsked`: it was asked before and stays as it is. */
export interface AskedFor {
  readonly task: AssignedTask;
  readonly isAsked: boolean;
}

const taskObstacles = ['held', 'no-longer-offered', 'day-is-over'] as const;

/** What is asked of one person, and what stands against it. */
export interface OnlyOne {
  readonly person: string;
  readonly credential: string;
  readonly until?: CalendarDate;
  readonly obstacle?: Hindrance | { readonly code: (typeof taskObstacles)[number] };
  /** What the level asks of this person beside the credential. */
  readonly beside?: readonly string[];
  /** The due day of the task that is open already, where another is asked for. */
  readonly movedFrom?: CalendarDate;
}

export interface AskingView extends TaskSetting {
  /** Absent where it is about every level of the plan. */
  readonly goal?: TaskGoal;
  /** The one person who is asked for one credential, whether a plan needs it or not. */
  readonly only?: OnlyOne;
  /** The one person who is asked for what brings a goal nearer, and the goal where one was named. */
  readonly of?: { readonly person: string; readonly competency?: string; readonly level?: string };
  readonly wanted: readonly AskedFor[];
  /** The open tasks that the plan no longer needs. */
  readonly falling: readonly AssignedTask[];
  /** Why nothing can be told to a person for now, as the code of a delivery, by the id of the person. */
  readonly hindrances: ReadonlyMap<string, string>;
  /** The version of the plan, on a preview; absent after the button was pressed. */
  readonly plan?: string;
  /** Whether the plan was not as the preview showed it on which the button was pressed. */
  readonly isChanged?: boolean;
}

interface About extends TaskWording {
  readonly view: AskingView;
  /** How many tasks are shown at most. */
  readonly most: number;
}

/** The preview of asking, and what came of it. */
export function askingCard(view: AskingView, text: Text): Card {
  return fitToSize([60, 30, 15, 8, 3], (most) => cardOf({ text, programme: view.programme, view, most }));
}

function cardOf(about: About): Card {
  const { view, text } = about;
  const headline = headlineOf(about);
  return card({
    text,
    speak: headline,
    body: [
      note(view.partner.name),
      title(headline),
      ...obstacleLine(about),
      ...(view.isChanged ? [line(text.say('asking.plan-changed'), { weight: 'Bolder' })] : []),
      ...(view.goal?.by === undefined ? [] : [note(goalWords(about, view.goal))]),
      ...wantedLines(about),
      ...onlyNotes(about),
      ...costLines(newWork(view), about),
      ...unreachableLines(about),
      ...fallingLines(about),
      ...lastLines(about),
      ...footer(view, text),
    ],
    actions: actionsOf(about),
  });
}

/** What happens next, or that nothing has happened yet. */
function lastLines({ view, text }: About): readonly CardElement[] {
  const isNothing = newlyAsked(view).size === 0 && (view.plan === undefined || view.falling.length === 0);
  if (isNothing) return [];
  const words = text.say(view.plan === undefined ? 'asking.told' : 'correction.not-yet');
  return [note(words, { separator: true, spacing: 'Medium' })];
}

/** Why one person is not asked. */
function obstacleLine({ view: { only }, text }: About): readonly CardElement[] {
  if (!only?.obstacle) return [];
  const { obstacle } = only;
  const own = taskObstacles.find((code) => code === obstacle.code);
  const words = own ? text.say(`asking.obstacle.${own}`) : hindranceWords(obstacle as Hindrance, text);
  return [line(words, { weight: 'Bolder' })];
}

/** That the due day of an open task moves, and what else the level asks of the person. */
function onlyNotes(about: About): readonly CardElement[] {
  const { view, text } = about;
  const { movedFrom, beside = [], obstacle } = view.only ?? {};
  const [first] = view.wanted;
  if (obstacle) return [];
  const goal = first?.task.goal && levelAt(first.task.goal.competency, first.task.goal.level, about);
  const names = beside.map((id) => credentialName(id, about));
  return [
    ...(movedFrom === undefined ? [] : [note(text.say('asking.moved', { date: text.date(movedFrom) }))]),
    ...(goal !== undefined && names.length > 0
      ? [note(text.say('asking.beside', { goal, credentials: listOf(names, text, mostNames) }))]
      : []),
  ];
}

function goalWords(about: About, goal: TaskGoal): string {
  const [first] = about.view.wanted;
  return (first && taskGoalWords({ ...first.task, goal }, about)) ?? '';
}

/** What is asked anew, as work of people. */
function newWork({ wanted }: AskingView) {
  return wanted.flatMap(({ task: { person, credential }, isAsked }) =>
    isAsked ? [] : [{ person, credentials: [credential] }],
  );
}

/** The people who are asked for something new. */
function newlyAsked({ wanted }: AskingView): ReadonlySet<string> {
  return new Set(wanted.filter(({ isAsked }) => !isAsked).map(({ task }) => task.person));
}

/** The levels for which the tasks are. */
function goalsIn({ wanted }: AskingView): ReadonlySet<string> {
  return new Set(wanted.flatMap(({ task: { goal } }) => (goal ? [`${goal.competency} ${goal.level}`] : [])));
}

function headlineOf(about: About): string {
  const { view, text } = about;
  const count = newlyAsked(view).size;
  if (view.only && (view.plan !== undefined || count === 0)) return onlyHeadline(view.only, about);
  if (view.plan === undefined) return text.say('asking.done', { count });
  if (view.wanted.length === 0) return text.say(view.of ? 'asking.none-of-person' : 'asking.none', nobodyOrName(about));
  if (count === 0) return text.say('asking.nothing');
  if (!view.goal) return text.say('asking.heading-whole', { count, goals: goalsIn(view).size });
  return text.say('asking.heading', { count, goal: levelAt(view.goal.competency, view.goal.level, about) });
}

function onlyHeadline({ person: id, credential, obstacle }: OnlyOne, about: About): string {
  const { view, text } = about;
  const isNew = newlyAsked(view).size > 0;
  const words = { name: personName(id, about), credential: credentialName(credential, about) };
  return text.say(`asking.${isNew ? 'heading-one' : obstacle ? 'not-one' : 'nothing-one'}`, words);
}

function nobodyOrName(about: About): { readonly name: string } {
  return { name: about.view.of ? personName(about.view.of.person, about) : '' };
}

/** On the preview each task can be left out, where there is more than the one. */
function wantedLines(about: About): readonly CardElement[] {
  const { view, text } = about;
  const most = view.plan === undefined ? mostLines : about.most;
  const shown = view.wanted.slice(0, most);
  const isChosen = view.plan !== undefined && !view.only;
  const lines = isChosen ? shown.filter(({ isAsked }) => isAsked) : shown;
  const more = view.wanted.length - shown.length;
  const moreWords = view.plan === undefined ? 'list.more' : 'asking.next-time';
  return [
    ...(isChosen ? leftOutFields(shown, about) : []),
    ...lines.map((one) => namedLine(nameIn(one.task, about), wantedWords(one, about))),
    ...(more > 0 ? [note(text.say(moreWords, { count: more }))] : []),
  ];
}

const mostLines = 8;

/**
 * What is asked anew, those who stand in apart; a mark leaves a task out, so that a client which sends no field asks what the card shows.
 * The value of a choice is its place among the tasks of the plan.
 */
function leftOutFields(shown: readonly AskedFor[], about: About): readonly CardElement[] {
  const fields = [
    { id: 'leftOut', label: about.text.say('asking.field.left-out'), standIn: undefined },
    { id: 'standInsLeftOut', label: about.text.say('asking.field.stand-ins-left-out'), standIn: true },
  ] as const;
  return fields.flatMap(({ id, label, standIn }) => {
    const choices = shown.flatMap((one, at) =>
      one.isAsked || one.task.goal?.standIn !== standIn ? [] : [{ value: `${at}`, title: choiceWords(one, about) }],
    );
    return choices.length > 0 ? [marksField({ id, label }, choices)] : [];
  });
}

function choiceWords({ task }: AskedFor, about: About): string {
  const { text, view } = about;
  const words = text.say('asking.line', {
    credential: bookableTitle(task.credential, about),
    date: text.date(task.due),
  });
  const goal = view.goal || !task.goal ? [] : [levelAt(task.goal.competency, task.goal.level, about)];
  return [nameIn(task, about), words, ...goal].join(' · ');
}

function nameIn({ person }: AssignedTask, about: About): string {
  return personName(person, about);
}

function personName(id: string, { view, text }: About): string {
  const person = view.people.get(id);
  return (person && nameOf(person, view, text)) ?? text.say('risk.somebody');
}

function wantedWords({ task, isAsked }: AskedFor, about: About): string {
  const { text, view } = about;
  const credential = bookableTitle(task.credential, about);
  const asked = text.say('asking.line', { credential, date: text.date(task.due) });
  const goal = view.goal ? undefined : taskGoalWords(task, about);
  const words = goal === undefined ? asked : `${asked} · ${goal}`;
  return isAsked ? text.say('asking.already', { words }) : words;
}

/** Who will get no card, and what would help, once for all of whom the same is true; their tasks are kept, and sent once they can be reached. */
function unreachableLines(about: About): readonly CardElement[] {
  const { view, text } = about;
  const tasks = [...new Map(view.wanted.map(({ task }) => [task.person, task])).values()];
  const byCode = new Map<string, string[]>();
  for (const task of tasks) {
    const code = view.hindrances.get(task.person);
    if (code !== undefined) byCode.set(code, [...(byCode.get(code) ?? []), nameIn(task, about)]);
  }
  const count = [...byCode.values()].flat().length;
  if (count === 0) return [];
  const items = [...byCode].map(([code, names]) =>
    namedLine(listOf(names, text, mostNames), deliveryCodeWords(code, text)),
  );
  return fold({ id: 'unreachable', heading: `⚠ ${text.say('asking.unreachable', { count })}`, items });
}

const mostNames = 20;

function fallingLines(about: About): readonly CardElement[] {
  const { view, text, most } = about;
  if (view.falling.length === 0) return [];
  return [
    line(text.say('asking.falls', { count: view.falling.length }), { weight: 'Bolder' }, { spacing: 'Medium' }),
    ...view.falling.slice(0, most).map((task) => namedLine(nameIn(task, about), taskLineWords(task, about))),
  ];
}

function actionsOf({ view, most, text }: About): readonly IExecuteAction[] {
  const { goal, only, plan, wanted, falling } = view;
  const target = goal ? { competency: goal.competency, level: goal.level } : {};
  const asked = only
    ? { person: only.person, credential: only.credential, ...(only.until && { until: only.until }) }
    : (view.of ?? target);
  const isNew = wanted.some(({ isAsked }) => !isAsked) || falling.length > 0;
  return [
    ...(plan !== undefined && isNew
      ? [
          button(
            { ask: 'ask-people', ...asked, plan, shown: Math.min(most, wanted.length) },
            text.say(only || view.of ? 'button.ask-for-it' : 'button.ask-people'),
            { style: 'positive' },
          ),
        ]
      : []),
    only
      ? button({ ask: 'plan', person: only.person }, text.say('button.own-plan'), { associatedInputs: 'none' })
      : button({ ask: 'plan', ...target }, text.say('button.plan'), { associatedInputs: 'none' }),
    button({ ask: 'tasks' }, text.say('button.tasks'), { associatedInputs: 'none' }),
  ];
}
