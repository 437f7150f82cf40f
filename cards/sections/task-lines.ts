/** The lines that say who is to earn what, by credential, and what that rests on; shared by the cards that propose work. */
import { addDays } from '../../domain/basics/date';
import type { CardElement } from '@microsoft/teams.cards';
import type { CalendarDate } from '../../domain/basics/date';
import { policiesOf } from '../../domain/partner/partner';
import type { Person } from '../../domain/partner/people/person';
import {
  workByCredential,
  type CredentialWork,
  type Readiness,
  type Trainees,
} from '../../domain/planning/credential-work';
import type { Task } from '../../domain/planning/plan';
import { prerequisiteOf } from '../../domain/programme/prerequisite';
import type { Expression } from '../../domain/programme/expression';
import { note, runs, type Run } from '../elements/elements';
import type { CardSetting } from '../contract/view';
import { credentialName, credentialTitle, retirementLines } from '../words/credential';
import { nameOf } from '../words/who';
import { listOf, type Wording } from '../words/wording';

interface About extends Wording {
  readonly view: CardSetting & { readonly people: ReadonlyMap<string, Person>; readonly asOf: CalendarDate };
}

const mostRows = 8;
const mostNames = 4;

/** One line for each credential, with the people who are to earn it; a number of people where the reader may see no names. */
export function taskLines(tasks: readonly Task[], about: About): readonly CardElement[] {
  return rowsOf(workByCredential(tasks, askedBefore(about)), about, ({ credential, trainees }) => [
    runs(
      [
        ...titleRuns(credential, about),
        {
          words: ` · ${peopleWords(
            trainees.flatMap(({ people }) => people),
            about,
          )}`,
        },
      ],
      { spacing: 'Small' },
    ),
  ]);
}

/**
 * One line for each credential with the people who are to earn it and how near they are; where they differ, one line more for
 * each kind, the nearest first.
 */
export function workLines(work: readonly CredentialWork[], about: About): readonly CardElement[] {
  return rowsOf(work, about, ({ credential, trainees }) => {
    const [first, ...others] = trainees.map((one) => traineeRuns(one, about));
    const head = titleRuns(credential, about);
    if (others.length === 0) return [runs([...head, { words: ' · ' }, ...first!], { spacing: 'Small' })];
    return [runs(head, { spacing: 'Small' }), ...[first!, ...others].map((parts) => runs(parts, { spacing: 'None' }))];
  });
}

function traineeRuns({ people, readiness }: Trainees, about: About): readonly Run[] {
  return [
    { words: peopleWords(people, about) },
    ...(readiness ? [{ words: ` · ${readinessWords(readiness, about)}`, isSubtle: true }] : []),
  ];
}

/** So many days ahead a retirement stands open: in a quarter of a year an exam can still be taken twice. */
const soonDays = 90;

/** The days on which credentials of proposed work retire: the near ones, said in the open, and the others. */
function retirementsOf(
  tasks: readonly Task[],
  about: About,
): { readonly soon: readonly string[]; readonly later: readonly string[] } {
  const ids = [...new Set(tasks.flatMap((task) => task.credentials))];
  const { asOf } = about.view;
  const soon = retirementLines(ids, { from: asOf, to: addDays(asOf, soonDays) }, about);
  const later = retirementLines(ids, { from: addDays(asOf, soonDays + 1) }, about);
  return { soon, later };
}

/** Warns of credentials of proposed work that retire within weeks. */
export function soonRetiring(tasks: readonly Task[], about: About): readonly CardElement[] {
  return retirementsOf(tasks, about).soon.map((words) => note(`⚠ ${words}`));
}

/** What retires of proposed work and has to be earned before that, once for all of it. */
export function retirementNotes(tasks: readonly Task[], about: About): readonly CardElement[] {
  const credentials = tasks.flatMap((task) => task.credentials);
  return retirementLines(credentials, { from: about.view.asOf }, about).map((words) => note(words));
}

/** What proposed work rests on, said once for all of it: when a pass counts, what must be held first, and what retires later on. */
export function assumptionWords(tasks: readonly Task[], about: About): readonly string[] {
  const { text, view } = about;
  const credentials = [...new Set(tasks.flatMap((task) => task.credentials))];
  if (credentials.length === 0) return [];
  const { countingDelay } = policiesOf(view.partner, about.programme);
  const asked = askedBefore(about);
  return [
    ...(countingDelay > 0 ? [text.say('plan.assume.delay', { hours: countingDelay })] : []),
    ...(credentials.some((one) => asked(one) !== undefined) ? [text.say('plan.assume.order')] : []),
    ...retirementsOf(tasks, about).later,
  ];
}

function askedBefore({ programme, view }: About): (credential: string) => Expression | undefined {
  const policies = policiesOf(view.partner, programme);
  const byId = new Map(programme.credentials.map((one) => [one.id, one]));
  return (credential) => prerequisiteOf(byId.get(credential) ?? {}, policies);
}

function rowsOf(
  work: readonly CredentialWork[],
  { text }: About,
  make: (row: CredentialWork) => readonly CardElement[],
): readonly CardElement[] {
  const more = work.length - mostRows;
  return [
    ...work.slice(0, mostRows).flatMap(make),
    ...(more > 0 ? [note(text.say('task.more', { count: more }))] : []),
  ];
}

/** The title, with the number of the exam to book. */
function titleRuns(credential: string, about: About) {
  const exam = about.programme.credentials.find(({ id }) => id === credential)?.exam;
  return [
    { words: '• ', isSubtle: true },
    { words: credentialTitle(credential, about), weight: 'Bolder' as const },
    ...(exam === undefined ? [] : [{ words: ` (${exam})` }]),
  ];
}

/** The names that the reader may see, and how many other people there are. */
function peopleWords(ids: readonly string[], about: About): string {
  const { text, view } = about;
  const names = ids.flatMap((id) => {
    const person = view.people.get(id);
    return (person && nameOf(person, view, text)) ?? [];
  });
  const hidden = ids.length - names.length;
  if (hidden === 0) return listOf(names, text, mostNames);
  return text.list([...names.slice(0, mostNames), text.say('who.plain', { count: hidden })]);
}

function readinessWords({ code, by }: Readiness, about: About): string {
  const { text } = about;
  const credentials = listOf(
    by.map((id) => credentialName(id, about)),
    text,
    2,
  );
  return text.say(`task.${code}`, { credentials });
}
