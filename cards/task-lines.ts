/** The lines that say who is to earn what, shared by the cards that propose work. */
import type { CardElement } from '@microsoft/teams.cards';
import type { Person } from '../domain/person';
import type { Task } from '../domain/plan';
import { line, note, runs } from './bricks';
import type { Setting } from './view';
import { credentialList, credentialName } from './words/credential';
import { nameOf } from './words/who';
import type { Wording } from './words/wording';

interface About extends Wording {
  readonly view: Setting & { readonly people: ReadonlyMap<string, Person> };
}

const mostTasks = 8;

/** One line for each person; where the reader may not see who it is, one for all who are to earn the same. */
export function taskLines(tasks: readonly Task[], about: About): readonly CardElement[] {
  const named = tasks.flatMap((task) => namedLine(task, about));
  const hidden = hiddenLines(
    tasks.filter((task) => namedLine(task, about).length === 0),
    about,
  );
  const lines = [...named, ...hidden];
  const more = lines.length - mostTasks;
  return more > 0 ? [...lines.slice(0, mostTasks), note(about.text.say('task.more', { count: more }))] : lines;
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
