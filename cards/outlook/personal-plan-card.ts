/** The personal plan card: what one person could earn next, for each level that it brings nearer. */
import type { CardElement, IExecuteAction } from '@microsoft/teams.cards';
import type { Hindrance } from '../../domain/counting/credits/hindrance';
import type { CalendarDate } from '../../domain/basics/date';
import type { PersonalStep } from '../../domain/planning/personal-plan';
import type { AssignedTask } from '../../domain/tasks/assigned-task';
import type { Person } from '../../domain/partner/people/person';
import type { CardSetting } from '../contract/view';
import type { Card } from '../elements/card';
import { fold, tapRow } from '../elements/blocks';
import { button, card, heading, line, note, title } from '../elements/elements';
import { footer } from '../sections/footer';
import { assumptionWords, soonRetiring } from '../sections/task-lines';
import type { Text } from '../text';
import { bookableTitle } from '../words/credential';
import { shownPoints } from '../words/points';
import { hindranceWords } from '../words/reason';
import { taskLineWords } from '../words/task';
import { nameOf } from '../words/who';
import { competencyName, levelAt, type Wording } from '../words/wording';

export interface PersonalPlanView extends CardSetting {
  readonly asOf: CalendarDate;
  readonly person: Person;
  /** Whether it is the reader. */
  readonly isOwn: boolean;
  /** Why nothing of this person counts, if so. */
  readonly hindrance?: Hindrance;
  /** The goal that was asked about; absent where it was asked of all. */
  readonly goal?: { readonly competency: string; readonly level?: string };
  /** Whether the reader may ask the person to earn something. */
  readonly mayAsk?: boolean;
  /** What the person was asked to earn and is not closed, in the order of the due days. */
  readonly tasks?: readonly AssignedTask[];
  /** The most useful first; with the day until which a level that is held today is to be kept. */
  readonly steps: readonly (PersonalStep & { readonly by?: CalendarDate })[];
}

const mostSteps = 6;
const mostFolded = 12;

/** Returns the card of what one person could earn; the caller has checked that the reader may see the person. */
export function personalPlanCard(view: PersonalPlanView, text: Text): Card {
  const about = { text, programme: view.programme, view: { ...view, people: new Map() } };
  const { person, isOwn, hindrance, steps, tasks: asked = [] } = view;
  const who = { name: nameOf(person, { ...view, seesNames: true }, text)!, own: isOwn ? 'yes' : 'no' };
  const headline = text.say('own-plan.heading', who);
  const summary = steps.length > 0 ? text.say('own-plan.nearer', { count: steps.length }) : noneWords(view, about);
  const rows = steps.map((step) => stepRow(step, about));
  const left = rows.length - mostSteps;
  const hidden = left - mostFolded;
  const rest = rows.slice(mostSteps, mostSteps + mostFolded);
  const tasks = steps.map(({ credentials }) => ({ person: person.id, credentials }));
  return card({
    text,
    speak: `${headline}. ${summary}`,
    body: [
      title(headline),
      line(summary, { weight: 'Bolder' }),
      ...(hindrance ? [line(`✗ ${hindranceWords(hindrance, text)}`, { weight: 'Bolder' })] : []),
      ...askedLines(view, about),
      ...soonRetiring(tasks, about),
      ...rows.slice(0, mostSteps),
      ...(rest.length > 0
        ? fold({
            id: 'more',
            heading: text.say('list.more', { count: left }),
            items: [...rest, ...(hidden > 0 ? [note(text.say('task.more', { count: hidden }))] : [])],
          })
        : []),
      ...restingOn(tasks, about),
      ...footer(view, text),
    ],
    actions: [
      ...askingButton(view, text),
      ...reasonButton(view, text),
      ...(asked.length > 0 && isOwn ? [button({ ask: 'my-tasks' }, text.say('button.my-tasks'))] : []),
      button({ ask: 'person', person: isOwn ? 'me' : person.id }, text.say('button.person')),
      button({ ask: 'plan' }, text.say('button.plan')),
      button({ ask: 'progress' }, text.say('button.progress')),
    ],
  });
}

type About = Wording & { readonly view: Parameters<typeof soonRetiring>[1]['view'] };

function noneWords({ goal }: PersonalPlanView, about: About): string {
  if (!goal) return about.text.say('own-plan.none');
  const { competency, level } = goal;
  const words = level === undefined ? competencyName(competency, about) : levelAt(competency, level, about);
  return about.text.say('own-plan.none-for', { goal: words });
}

/** Why nothing of theirs helps: they count already, or it is met. */
function reasonButton({ goal, steps, person, isOwn }: PersonalPlanView, text: Text): readonly IExecuteAction[] {
  if (!goal || steps.length > 0) return [];
  return [button({ ask: 'why', ...goal, person: isOwn ? 'me' : person.id }, text.say('button.why-any'))];
}

/** Asks the person for the first of what they could earn that was not asked for yet. */
function askingButton(view: PersonalPlanView, text: Text): readonly IExecuteAction[] {
  const { person, isOwn, hindrance, steps, mayAsk = false, tasks = [] } = view;
  if (isOwn || !mayAsk || hindrance) return [];
  const isNew = (credential: string) => tasks.every((task) => task.credential !== credential);
  const credential = steps.flatMap(({ credentials }) => credentials).find(isNew);
  const name = nameOf(person, { ...view, seesNames: true }, text)!;
  if (credential === undefined) return [];
  const question = { ask: 'ask-people', person: person.id, credential } as const;
  return [button(question, text.say('button.ask-one', { name }), { style: 'positive' })];
}

const mostAsked = 3;

/** What was asked for already stands before what could be earned as well. */
function askedLines({ tasks = [] }: PersonalPlanView, about: About): readonly CardElement[] {
  const { text } = about;
  if (tasks.length === 0) return [];
  const more = tasks.length - mostAsked;
  return [
    heading(text.say('own-plan.asked', { count: tasks.length }), { spacing: 'Medium' }),
    ...tasks.slice(0, mostAsked).map((task) => line(`• ${taskLineWords(task, about)}`, {}, { spacing: 'None' })),
    ...(more > 0 ? [note(text.say('list.more', { count: more }), { spacing: 'None' })] : []),
  ];
}

function stepRow(
  { competency, level, credentials, open, score, by, figuresShort = 0 }: PersonalPlanView['steps'][number],
  about: About,
): CardElement {
  const { text } = about;
  const name = levelAt(competency, level, about);
  const points = score && {
    before: shownPoints(score.before),
    after: shownPoints(score.after),
    of: shownPoints(score.of),
  };
  return tapRow({
    name,
    below: [
      ...credentials.map((id) => line(`• ${bookableTitle(id, about)}`, {}, { spacing: 'None' })),
      note(points ? text.say('plan.points', points) : text.say('own-plan.open', { count: open }), { spacing: 'None' }),
      ...(figuresShort > 0 ? [note(text.say('own-plan.figures', { count: figuresShort }), { spacing: 'None' })] : []),
      ...(by === undefined ? [] : [note(text.say('plan.by', { date: text.date(by) }), { spacing: 'None' })]),
    ],
    open: { question: { ask: 'plan', competency, level }, title: text.say('button.open', { name }) },
  });
}

/** What the steps rest on, said once for all of them. */
function restingOn(tasks: Parameters<typeof assumptionWords>[0], about: About): readonly CardElement[] {
  if (tasks.length === 0) return [];
  const words = [about.text.say('own-plan.alone'), ...assumptionWords(tasks, about)];
  return words.map((one, index) =>
    note(one, index === 0 ? { separator: true, spacing: 'Medium' } : { spacing: 'None' }),
  );
}
