/** What goes into a calendar: the deadlines of the company with the names that they hang on, or what is one's own. */
import type { CalendarDate } from '../../domain/basics/date';
import type { CalendarEntry } from '../../domain/imports/calendar-entry';
import type { GoalRenewal } from '../../domain/membership/own-renewal';
import type { Renewal } from '../../domain/membership/renewal';
import type { Risk } from '../../domain/membership/risk';
import { personLabel, type Person } from '../../domain/partner/people/person';
import type { Ending } from '../../domain/planning/expiring';
import type { Programme } from '../../domain/programme/programme';
import type { AssignedTask } from '../../domain/tasks/assigned-task';
import type { Text } from '../text';
import { bookableTitle, credentialTitle } from '../words/credential';
import { becauseWords } from '../words/risk-causes';
import { competencyName, levelAt, type Wording } from '../words/wording';

export interface CompanyCalendar {
  readonly programme: Programme;
  readonly asOf: CalendarDate;
  readonly facts: { readonly people: readonly Person[] };
  /** Of the membership. */
  readonly renewal?: Renewal;
  /** Of what is renewed by itself. */
  readonly own: readonly GoalRenewal[];
  readonly risks: readonly Risk[];
  readonly tasks: readonly AssignedTask[];
}

export interface OwnCalendar {
  readonly programme: Programme;
  readonly asOf: CalendarDate;
  readonly endings: readonly Ending[];
  readonly tasks: readonly AssignedTask[];
}

/** The deadlines of the company from today on, with names: for admins. */
export function companyEntries(view: CompanyCalendar, text: Text): readonly CalendarEntry[] {
  const about = { text, programme: view.programme };
  const nameOf = nameIn(view.facts.people, text);
  const entries = [
    ...renewalEntries(view, about),
    ...riskEntries(view, nameOf, about),
    ...view.tasks.flatMap((task) => examEntries(task, about, nameOf(task.person))),
  ];
  return ahead(entries, view.asOf);
}

/** A person's own booked exams, the days until which exams are due, and what expires. */
export function ownEntries({ programme, asOf, endings, tasks }: OwnCalendar, text: Text): readonly CalendarEntry[] {
  const about = { text, programme };
  const entries = [
    ...tasks.flatMap((task) => examEntries(task, about)),
    ...tasks.flatMap((task) => dueEntries(task, about)),
    ...endings.map(({ credential: { id }, until }) => ({
      id: `ends/${id}`,
      on: until,
      title: text.say('calendar.own-ends', { credential: credentialTitle(id, about) }),
    })),
  ];
  return ahead(entries, asOf);
}

function ahead(entries: readonly CalendarEntry[], asOf: CalendarDate): readonly CalendarEntry[] {
  return entries
    .filter(({ on }) => on >= asOf)
    .sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
}

function nameIn(people: readonly Person[], text: Text): (id: string) => string {
  const known = new Map(people.map((one) => [one.id, one]));
  return (id) => {
    const person = known.get(id);
    return person ? personLabel(person) : text.say('risk.somebody');
  };
}

function renewalEntries({ renewal, own }: CompanyCalendar, wording: Wording): readonly CalendarEntry[] {
  const { text } = wording;
  const membership = renewal
    ? [
        { id: 'renewal/last-safe-exam', on: renewal.lastSafeExam, title: text.say('renewal.last-safe-exam') },
        { id: 'renewal/anniversary', on: renewal.anniversary, title: text.say('renewal.anniversary') },
        { id: 'renewal/closes', on: renewal.windowCloses, title: text.say('renewal.window-closes') },
      ]
    : [];
  const goals = own.flatMap(({ goal, anniversary, closes }) => {
    const subject = competencyName(goal, wording);
    const of = (sentence: string) => text.say('sentence.of', { subject, sentence });
    return [
      { id: `renewal/${goal}/anniversary`, on: anniversary, title: of(text.say('renewal.anniversary')) },
      { id: `renewal/${goal}/closes`, on: closes, title: of(text.say('renewal.window-closes')) },
    ];
  });
  return [...membership, ...goals];
}

/** One entry for each certification that a risk names, with every level that hangs on it. */
function riskEntries(
  { risks, asOf }: CompanyCalendar,
  nameOf: (id: string) => string,
  wording: Wording,
): readonly CalendarEntry[] {
  const entries = new Map<string, CalendarEntry & { readonly levels: readonly string[]; readonly because: string }>();
  for (const risk of risks) {
    if (risk.code !== 'lapses') continue;
    const level = levelAt(risk.competency, risk.level, wording);
    for (const cause of risk.causes) {
      if (cause.code !== 'credential') continue;
      const { person, credential, on } = cause;
      const because = becauseWords(cause.because, { asOf }, wording.text);
      const id = `stops/${person}/${credential}`;
      const title = wording.text.say('calendar.stops', {
        person: nameOf(person),
        credential: credentialTitle(credential, wording),
      });
      const levels = [...(entries.get(id)?.levels ?? []), level];
      entries.set(id, { id, on, title, levels, because });
    }
  }
  return [...entries.values()].map(({ levels, because, ...entry }) => ({
    ...entry,
    about: wording.text.sentences([
      because,
      wording.text.say('calendar.at-risk', { levels: wording.text.list([...new Set(levels)]) }),
    ]),
  }));
}

function examEntries(
  { id, credential, state, goal }: AssignedTask,
  wording: Wording,
  person?: string,
): readonly CalendarEntry[] {
  if (state.is !== 'booked') return [];
  const { text } = wording;
  const title = bookableTitle(credential, wording);
  return [
    {
      id: `exam/${id}`,
      on: state.on,
      title:
        person === undefined
          ? text.say('calendar.own-exam', { credential: title })
          : text.say('calendar.exam', { person, credential: title }),
      ...(goal && { about: text.say('task.goal', { goal: levelAt(goal.competency, goal.level, wording) }) }),
    },
  ];
}

function dueEntries({ id, credential, state, due }: AssignedTask, wording: Wording): readonly CalendarEntry[] {
  if (state.is !== 'asked' && state.is !== 'accepted') return [];
  return [
    {
      id: `due/${id}`,
      on: due,
      title: wording.text.say('calendar.own-due', { credential: bookableTitle(credential, wording) }),
    },
  ];
}
