/** A manager's own people: who counts, who waits in onboarding, whose certifications end soon, and their open tasks; of nobody else. */
import type { CardElement } from '@microsoft/teams.cards';
import type { OnboardingStanding } from '../../domain/onboarding/onboarding-state';
import { personLabel } from '../../domain/partner/people/person';
import type { Ending } from '../../domain/planning/expiring';
import type { AssignedTask } from '../../domain/tasks/assigned-task';
import type { TaskSetting } from '../contract/task-view';
import { fold, namedLine, tapRow } from '../elements/blocks';
import type { Card } from '../elements/card';
import { backButton, button, card, heading, line, note, title } from '../elements/elements';
import { escapeMarkdown } from '../elements/escaped-text';
import { pageLines, pageOf, turning } from '../elements/page';
import { fitToSize } from '../elements/size-limit';
import { footer } from '../sections/footer';
import type { Text } from '../text';
import { credentialTitle } from '../words/credential';
import { stateLine } from '../words/onboarding';
import { taskLineWords } from '../words/task';
import { nameOf } from '../words/who';
import type { Wording } from '../words/wording';
import { personLineWords, type PersonLine } from './people-card';

/** A person who reports to the reader, and where they stand in onboarding, as long as they do not count. */
export interface ReportLine extends PersonLine {
  readonly waiting?: OnboardingStanding;
}

export interface MyTeamView extends TaskSetting {
  /** Everyone who reports to the reader, directly or through others, in the order of the alphabet. */
  readonly reports: readonly ReportLine[];
  /** What stops counting within {@link MyTeamView.days} days, the earliest first. */
  readonly endings: readonly Ending[];
  readonly days: number;
  /** The open tasks, those due first first. */
  readonly tasks: readonly AssignedTask[];
  /** Of the one who is shown alone, by id. */
  readonly only?: string;
  readonly page: number;
}

interface About extends Wording {
  readonly view: MyTeamView;
  /** How many rows of a section are shown at most. */
  readonly most: number;
}

const pageSize = 12;
/** So many rows of a section stand open. */
const mostOpen = 3;
const longestName = 80;

/** The answer to `my team`. */
export function myTeamCard(view: MyTeamView, text: Text): Card {
  return fitToSize([16, 8, 3], (most) => wholeCard({ text, programme: view.programme, view, most }));
}

function wholeCard(about: About): Card {
  const { view, text } = about;
  const { reports, only } = view;
  const page = pageOf(reports, view.page, pageSize);
  const headline = headlineOf(view, text);
  const counting = reports.filter(({ countsFor }) => countsFor.length > 0).length;
  return card({
    text,
    speak: headline,
    body: [
      note(escapeMarkdown(view.partner.name, longestName)),
      title(headline),
      ...(reports.length === 0 ? [line(text.say('my-team.none'))] : []),
      ...(reports.length > 0 && only === undefined ? [line(text.say('people.summary', { counting }))] : []),
      ...attention(about),
      ...everyone(page.items, about),
      ...pageLines(page, text, { separator: true, spacing: 'Medium' }),
      ...footer(view, text),
    ],
    actions: [
      ...turning(page, (number) => ({ ask: 'my-team', page: number }), text),
      ...(only === undefined ? [] : [backButton({ ask: 'my-team' }, text.say('button.my-team'), text)]),
      button({ ask: 'my-tasks' }, text.say('button.my-tasks')),
      button({ ask: 'progress' }, text.say('button.progress'), { mode: 'secondary' }),
    ],
  });
}

function headlineOf({ reports, only, ...view }: MyTeamView, text: Text): string {
  const [first] = reports;
  if (only !== undefined && first) return nameOf(first.person, view, text) ?? personLabel(first.person);
  return text.say('my-team.title', { count: reports.length });
}

/** What the manager may want to do something about. */
function attention(about: About): readonly CardElement[] {
  const { view, text } = about;
  const waiting = view.reports.flatMap(({ person, waiting: standing }) =>
    standing ? [namedLine(nameIn(person.id, about), stateLine(standing, text))] : [],
  );
  const endings = view.endings.map(({ person, credential, until }) => {
    const words = text.say('my-team.ends', {
      credential: credentialTitle(credential.id, about),
      date: text.date(until),
    });
    return namedLine(nameIn(person.id, about), words);
  });
  const tasks = view.tasks.map((task) => namedLine(nameIn(task.person, about), taskLineWords(task, about)));
  return [
    ...section('waiting', waiting, about),
    ...section('ending', endings, about),
    ...section('tasks', tasks, about),
  ];
}

function section(
  name: 'waiting' | 'ending' | 'tasks',
  rows: readonly CardElement[],
  { text, view, most }: About,
): readonly CardElement[] {
  if (rows.length === 0) return [];
  const rest = rows.slice(mostOpen, most);
  const untold = rows.length - Math.max(mostOpen, most);
  const items = [...rest, ...(untold > 0 ? [note(text.say('list.more', { count: untold }))] : [])];
  const more = text.say('list.more', { count: rows.length - mostOpen });
  return [
    heading(text.say(`my-team.${name}`, { count: rows.length, days: view.days }), { spacing: 'Medium' }),
    ...rows.slice(0, mostOpen),
    ...(items.length > 0 ? fold({ id: name, heading: more, items }) : []),
  ];
}

/** Each person with what they count for; touching one shows that person alone. */
function everyone(lines: readonly ReportLine[], about: About): readonly CardElement[] {
  const { view, text } = about;
  if (view.only !== undefined) return lines.map((one) => line(personLineWords(one, about), {}, { spacing: 'Medium' }));
  const rows = lines.map((one) => {
    const name = nameIn(one.person.id, about);
    const open = {
      question: { ask: 'my-team', person: one.person.id },
      title: text.say('button.open', { name }),
    } as const;
    return tapRow({ name, below: [note(personLineWords(one, about), { spacing: 'None' })], open });
  });
  const rest = rows.slice(mostOpen);
  return [
    ...(rows.length > 0 ? [heading(text.say('my-team.everyone'), { spacing: 'Medium' })] : []),
    ...rows.slice(0, mostOpen),
    ...(rest.length > 0
      ? fold({ id: 'everyone', heading: text.say('list.more', { count: rest.length }), items: rest })
      : []),
  ];
}

function nameIn(id: string, { view, text }: About): string {
  const person = view.people.get(id);
  return (person && nameOf(person, view, text)) ?? text.say('risk.somebody');
}
