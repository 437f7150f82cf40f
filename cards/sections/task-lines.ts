/** The lines that say who is to earn what, shared by the cards that propose work. */
import type { CardElement } from '@microsoft/teams.cards';
import type { PlanChoice } from '../../domain/planning/plan-choice';
import type { CalendarDate } from '../../domain/basics/date';
import type { Person } from '../../domain/partner/person';
import type { Task } from '../../domain/planning/plan';
import { line, note, runs } from '../elements/elements';
import type { CardSetting } from '../contract/view';
import { credentialList, credentialName, retirementLines } from '../words/credential';
import { nameOf } from '../words/who';
import type { Wording } from '../words/wording';

interface About extends Wording {
  readonly view: CardSetting & { readonly people: ReadonlyMap<string, Person>; readonly asOf: CalendarDate };
}

const mostTasks = 8;

/**
 * One line for each person; where the reader may not see who it is, one for all who are to earn the same. What retires of it is
 * named below, because it has to be earned before.
 */
export function taskLines(
  tasks: readonly Task[],
  about: About,
  choices: ReadonlyMap<string, PlanChoice> = new Map(),
): readonly CardElement[] {
  const named = tasks.flatMap((task) => {
    const [told] = namedLine(task, about);
    const choice = choices.get(task.person);
    return told ? [{ told, because: choice ? [note(choiceWords(choice, about))] : [] }] : [];
  });
  const hidden = hiddenLines(
    tasks.filter((task) => namedLine(task, about).length === 0),
    about,
  );
  const lines = [...named, ...hidden.map((told) => ({ told, because: [] }))];
  const more = lines.length - mostTasks;
  const shown = lines.slice(0, mostTasks).flatMap(({ told, because }) => [told, ...because]);
  const retiring = retirementLines(
    tasks.flatMap(({ credentials }) => credentials),
    about.view.asOf,
    about,
  );
  return [
    ...shown,
    ...(more > 0 ? [note(about.text.say('task.more', { count: more }))] : []),
    ...retiring.map((words) => note(words)),
  ];
}

/** Why this person: what is held already, and who else could do it. */
function choiceWords({ holds, equals }: PlanChoice, about: About): string {
  const { text } = about;
  const held = text.list(holds.map((id) => credentialName(id, about)));
  return text.sentences([
    holds.length > 0 ? text.say('task.because.holds', { credentials: held }) : text.say('task.because.new'),
    ...(equals > 0 ? [text.say('task.because.equals', { count: equals })] : []),
  ]);
}

function namedLine({ person: id, credentials }: Task, about: About): readonly CardElement[] {
  const person = about.view.people.get(id);
  const name = person && nameOf(person, about.view, about.text);
  if (name === undefined) return [];
  const parts = [
    { words: '• ', isSubtle: true },
    { words: name, weight: 'Bolder' as const },
  ];
  return [runs([...parts, { words: ` · ${credentialList(credentials, about)}` }], { spacing: 'Small' })];
}

function hiddenLines(tasks: readonly Task[], about: About): readonly CardElement[] {
  const lists = tasks.map(({ credentials }) => about.text.list(credentials.map((id) => credentialName(id, about))));
  return [...new Set(lists)].map((credentials) => {
    const count = lists.filter((one) => one === credentials).length;
    return line(`• ${about.text.say('task.hidden', { count, credentials })}`, {}, { spacing: 'Small' });
  });
}
