/** Team notices tell each manager once a week what they can act on of the people whose records name them, and of nobody else. */
import { addDays, mondayOf, type CalendarDate } from '../basics/date';
import { partnerDayAt } from '../partner/partner-day';
import type { Person } from '../partner/people/person';
import { managersById } from '../partner/people/reporting-line';
import { endingWithin } from '../planning/expiring';
import { hasEnded } from '../programme/programme';
import { isOpenTask, isOverdue, type AssignedTask } from '../tasks/assigned-task';
import { taskHelpOf } from '../tasks/task-reminder';
import { isActive, type KeptNotice } from './kept-notice';
import { noticeKey, type credentialMatters, type Notice, type TeamCounts, type TeamMatter } from './notice';
import type { NoticeFacts } from './notice-facts';
import { onboardingNotices } from './onboarding-notices';

/** How far ahead a manager is told what stops counting. */
export const teamDays = 90;
/** What ends within so many days presses. */
const pressingDays = 30;
/** More than these are counted and not kept: the card shows no more, and `my team` shows all. */
const mostMatters = 5;

/** Of a moment, what decides whom there is something to tell. */
export interface TeamMoment {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly kept: readonly KeptNotice[];
  /** The Entra object ids, in lower case, of those with whom Laurel has a chat. */
  readonly reachable: ReadonlySet<string>;
  /** The last day for which it was decided before; a Monday after it that is over was missed. */
  readonly decidedUntil?: CalendarDate | undefined;
}

/** Whether the list of people names managers; who of them are on record takes longer to say. */
export function namesManagers({ facts }: NoticeFacts): boolean {
  return facts.people.some(({ manager }) => manager !== undefined);
}

/** The next Monday, where the list of people names managers. */
export function nextTeamDay(known: NoticeFacts, today: CalendarDate): CalendarDate | undefined {
  return namesManagers(known) ? addDays(mondayOf(today), 7) : undefined;
}

/** Whether on this day managers are told: on Mondays of the partner's calendar, or later where nobody looked on the Monday. */
export function isTeamDay(today: CalendarDate, decidedUntil: CalendarDate | undefined): boolean {
  const monday = mondayOf(today);
  return today === monday || (decidedUntil !== undefined && decidedUntil < monday);
}

/**
 * The notices that ought to be open: one for each manager in Laurel's reach whose own people give reason to act. One begins on a
 * Monday, and stands until the next or until nothing is left of it.
 */
export function teamNotices(known: NoticeFacts, moment: TeamMoment): readonly Notice[] {
  const today = partnerDayAt(moment.now, known.facts.policies);
  const teams = toldTeams(known, moment, today);
  if (teams.length === 0) return [];
  const people = teams.flatMap((team) => team.people);
  const matters = mattersOf(people, known, { now: moment.now, today });
  return teams.flatMap((team) => teamNotice(team, matters, today));
}

/** A manager who is told, and those who report to them directly. */
interface Team {
  readonly manager: string;
  readonly account: string;
  readonly week: CalendarDate;
  readonly people: readonly Person[];
}

function toldTeams({ facts }: NoticeFacts, moment: TeamMoment, today: CalendarDate): readonly Team[] {
  const begun = begunTeams(moment.kept);
  const week = mondayOf(today);
  const begins = isTeamDay(today, moment.decidedUntil);
  if (!begins && begun.size === 0) return [];
  const managers = managersById(facts.people);
  const present = facts.people.filter(({ leftOn }) => leftOn === undefined || leftOn >= today);
  const reports = grouped(present, ({ id }) => managers.get(id));
  return present.flatMap(({ id, identifiers }): readonly Team[] => {
    const people = reports.get(id);
    if (!people) return [];
    const told = begun.get(keyOf(id, week));
    const accounts = identifiers.aadUserId.map((one) => one.toLowerCase());
    const account = accounts.find((one) => (told === undefined ? begins && moment.reachable.has(one) : one === told));
    return account === undefined ? [] : [{ manager: id, account, week, people }];
  });
}

function keyOf(manager: string, week: CalendarDate): string {
  return noticeKey('team', manager, week);
}

/** The accounts to which those notices belong that stand, by their key. */
function begunTeams(kept: readonly KeptNotice[]): ReadonlyMap<string, string | undefined> {
  return new Map(
    kept
      .filter((notice) => notice.reason.rule === 'team' && isActive(notice))
      .map(({ key, audience }) => [key, audience === 'admins' ? undefined : audience.account]),
  );
}

function teamNotice(
  { manager, account, week, people }: Team,
  { matters, openTasks }: Matters,
  today: CalendarDate,
): readonly Notice[] {
  const own = people.flatMap(({ id }) => matters.get(id) ?? []).sort(byPressure);
  if (own.length === 0) return [];
  const tasks = people.flatMap(({ id }) => openTasks.get(id) ?? []).length;
  return [
    {
      key: keyOf(manager, week),
      severity: own.some((matter) => presses(matter, today)) ? 'warning' : 'note',
      audience: { person: manager, account },
      reason: {
        rule: 'team',
        week,
        people: people.length,
        counts: countsOf(own, tasks),
        matters: own.slice(0, mostMatters),
        more: Math.max(0, own.length - mostMatters),
      },
    },
  ];
}

/** From the most pressing. */
const pressure: readonly TeamMatter['is'][] = [
  'overdue',
  'declined',
  'stuck',
  'silent',
  'no-account',
  'ending',
  'asked',
  'booked',
];

function byPressure(one: TeamMatter, other: TeamMatter): number {
  const rank = pressure.indexOf(one.is) - pressure.indexOf(other.is);
  return rank || (one.on === other.on ? 0 : one.on < other.on ? -1 : 1);
}

function presses({ is, on }: TeamMatter, today: CalendarDate): boolean {
  if (is === 'ending') return on <= addDays(today, pressingDays);
  return is !== 'asked' && is !== 'booked';
}

function countsOf(matters: readonly TeamMatter[], tasks: number): TeamCounts {
  const count = (...kinds: readonly TeamMatter['is'][]) => matters.filter(({ is }) => kinds.includes(is)).length;
  return {
    tasks,
    overdue: count('overdue'),
    booked: count('booked'),
    declined: count('declined'),
    onboarding: count('no-account', 'silent', 'stuck'),
    ending: count('ending'),
  };
}

/** What there is to tell, and which tasks are open, by the id of the person. */
interface Matters {
  readonly matters: ReadonlyMap<string, readonly TeamMatter[]>;
  readonly openTasks: ReadonlyMap<string, readonly AssignedTask[]>;
}

function mattersOf(
  people: readonly Person[],
  known: NoticeFacts,
  { now, today }: { readonly now: number; readonly today: CalendarDate },
): Matters {
  const { programme, facts, tasks = [] } = known;
  const ids = new Set(people.map(({ id }) => id));
  const own = tasks.filter(({ person }) => ids.has(person));
  // The credits of everybody are worked out already; those of a part would be worked out anew.
  const endings = hasEnded(programme, today) ? [] : endingMatters(known, today);
  const found = [
    ...onboardingMatters({ ...known, facts: { ...facts, people } }, now),
    ...own.flatMap((task) => taskMatter(task, known, today)),
    ...endings.filter(({ person }) => ids.has(person)),
  ];
  return {
    matters: grouped(found, ({ person }) => person),
    openTasks: grouped(own.filter(isOpenTask), ({ person }) => person),
  };
}

/** The values by what each belongs to; without those that belong to nothing. */
function grouped<T>(values: readonly T[], by: (value: T) => string | undefined): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const key = by(value);
    const group = key === undefined ? undefined : groups.get(key);
    if (group) group.push(value);
    else if (key !== undefined) groups.set(key, [value]);
  }
  return groups;
}

/** The same people for whom the admins are asked to help. */
function onboardingMatters(known: NoticeFacts, now: number): readonly TeamMatter[] {
  return onboardingNotices(known, now).flatMap(({ reason }): readonly TeamMatter[] =>
    reason.rule === 'onboarding-help' ? [{ is: reason.why, person: reason.person, on: reason.since }] : [],
  );
}

type CredentialMatter = (typeof credentialMatters)[number];

/** What a person reported as passed waits for an import alone, and that a task was declined is news for some days. */
function taskMatter(
  task: AssignedTask,
  { facts: { policies } }: NoticeFacts,
  today: CalendarDate,
): readonly TeamMatter[] {
  const { person, credential, due, state } = task;
  const about = (is: CredentialMatter, on: CalendarDate): readonly TeamMatter[] => [{ is, person, credential, on }];
  if (isOverdue(task, today)) return about('overdue', due);
  if (state.is === 'booked') return about('booked', state.on);
  if (state.is === 'asked' || state.is === 'accepted') return about('asked', due);
  const help = state.is === 'declined' ? taskHelpOf({ task, zone: policies, today }) : undefined;
  return help ? about('declined', help.since) : [];
}

function endingMatters({ programme, facts }: NoticeFacts, today: CalendarDate): readonly TeamMatter[] {
  return endingWithin(programme, facts, { today, days: teamDays }).map(({ person, credential, until }) => ({
    is: 'ending',
    person: person.id,
    credential: credential.id,
    on: until,
  }));
}
