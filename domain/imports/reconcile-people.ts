/** Reconciling compares what came in with what is kept and plans the writes; it performs none, and takes away only what it is told to. */
import { mergeAchievements } from './merged-achievements';
import { type MissingAchievement, findMissingAchievements, type Snapshot } from './missing-achievement';
import { identifiersTogether, personId, samePeople, type Sign } from '../partner/identity';
import { type IncomingPerson, personDateNames, type PersonDates, type Warning, type WarningCode } from './incoming';
import { type Apart, possibleDuplicates } from '../partner/namesake';
import type { Achievement, Identifiers, Person } from '../partner/person';
import { identifierKinds, inOrder, personLabel } from '../partner/person';
import type { Change, Versioned } from '../basics/repository';
import type { Steps } from '../basics/steps';

/** What is planned for one person that a file names. */
export interface PersonStep {
  readonly id: string;
  readonly outcome: 'new' | 'changed' | 'unchanged';
  /** Absent where nothing changes. */
  readonly write?: Change<Person>;
  /** Rows that turned out to be the same person: to be removed only after `write` succeeded, which holds all they held. */
  readonly removals: readonly Change<Person>[];
  readonly achievements: { readonly new: number; readonly unchanged: number; readonly removed: number };
}

export interface PeoplePlan {
  readonly steps: readonly PersonStep[];
  /** What the file no longer shows: still kept, unless it was to be removed. */
  readonly gone: readonly MissingAchievement[];
  readonly warnings: readonly Warning[];
}

interface PeopleInput {
  /** All stored people, because any of them may share an identifier with a person in the file. */
  readonly kept: readonly Versioned<Person>[];
  readonly incoming: readonly IncomingPerson[];
  /** The import that new and changed achievements will name as their source. */
  readonly source: string;
  /** What the file would name if it is still so; absent where it does not say. */
  readonly snapshot?: Snapshot | undefined;
  /** Whether what is gone is to be removed. */
  readonly removesGone?: boolean | undefined;
  /** People of one name who were said to be two. */
  readonly apart?: readonly Apart[] | undefined;
}

/** A kept row or an incoming one, seen by its signs alone. */
interface Mention {
  readonly identifiers: Identifiers;
  readonly kept?: Versioned<Person>;
  readonly incoming?: IncomingPerson;
}

/** A person whom the file names, with all stored and all incoming rows. */
interface Match {
  readonly identifiers: Identifiers;
  readonly kept: readonly Versioned<Person>[];
  readonly incoming: readonly IncomingPerson[];
}

/**
 * Plans what an import changes about people. No person is ever removed, and achievements that are missing in the file stay unless their removal was requested. The order of rows and of stored people does not matter.
 */
export function* reconcilePeople({
  kept,
  incoming,
  source,
  snapshot,
  removesGone = false,
  apart = [],
}: PeopleInput): Steps<PeoplePlan> {
  const mentions: readonly Mention[] = [
    ...kept.map((row) => ({ identifiers: row.value.identifiers, kept: row })),
    ...incoming.map((row) => ({ identifiers: row.identifiers, incoming: row })),
  ];
  yield;
  const { people, shared } = samePeople(mentions);
  yield;
  const all = people.map(matchOf);
  const matches = all.filter((match) => match.incoming.length > 0);
  const unnamed = all.filter((match) => match.incoming.length === 0).flatMap((match) => match.kept);
  const taken = new Set(kept.map(({ value }) => value.id));
  const planned: Planned[] = [];
  for (const match of matches) {
    yield;
    planned.push(stepFor(match, { source, taken, snapshot, removesGone }));
  }
  for (const row of snapshot ? unnamed : []) {
    yield;
    planned.push(stepForUnnamed(row, snapshot!, removesGone));
  }
  yield;
  const doubts = matches.flatMap(doubtsAbout);
  yield;
  const alike = sameNames(all, apart);
  yield;
  return {
    steps: planned.flatMap(({ step }) => step ?? []),
    gone: planned.flatMap(({ gone }) => (gone.achievements.length > 0 ? [gone] : [])),
    warnings: [...doubts, ...alike, ...sharedSigns(shared, incoming)],
  };
}

function matchOf(mentions: readonly Mention[]): Match {
  return {
    identifiers: identifiersTogether(mentions),
    kept: mentions.flatMap((mention) => mention.kept ?? []).sort(strongestFirst),
    incoming: mentions.flatMap((mention) => mention.incoming ?? []),
  };
}

/** Of several rows for one person the one that was known by the strongest sign stays; its id stays with it. */
function strongestFirst({ value: one }: Versioned<Person>, { value: other }: Versioned<Person>): number {
  const rank = (person: Person) => identifierKinds.findIndex((kind) => person.identifiers[kind].length > 0);
  return rank(one) - rank(other) || (one.id < other.id ? -1 : 1);
}

interface Planned {
  readonly step?: PersonStep;
  readonly gone: MissingAchievement;
}

interface Planning extends Pick<PeopleInput, 'source' | 'snapshot'> {
  readonly taken: Set<string>;
  readonly removesGone: boolean;
}

function stepFor(match: Match, { source, taken, snapshot, removesGone }: Planning): Planned {
  const [first, ...others] = match.kept;
  const id = first?.value.id ?? personId(match.identifiers, (one) => taken.has(one));
  taken.add(id);
  const named = match.incoming.flatMap(({ achievements }) => achievements);
  const merged = mergeAchievements(
    match.kept.flatMap(({ value }) => value.achievements),
    named,
    source,
  );
  const gone = snapshot ? findMissingAchievements(merged.achievements, named, snapshot) : [];
  const removed = removesGone ? gone : [];
  const person: Person = {
    id,
    name: nameOf(match),
    identifiers: match.identifiers,
    ...datesOf(match),
    achievements: without(merged.achievements, removed),
  };
  const achievements = { new: merged.new, unchanged: merged.unchanged, removed: removed.length };
  return { step: { id, ...writeFor(person, first, others), achievements }, gone: { person: id, achievements: gone } };
}

/** A person whom the file does not name loses the achievements that it would have named, and stays on record. */
function stepForUnnamed({ value, version }: Versioned<Person>, snapshot: Snapshot, removesGone: boolean): Planned {
  const achievements = findMissingAchievements(value.achievements, [], snapshot);
  const gone = { person: value.id, achievements };
  if (!removesGone || achievements.length === 0) return { gone };
  const person = { ...value, achievements: without(value.achievements, achievements) };
  const tally = { new: 0, unchanged: 0, removed: achievements.length };
  const write = { kind: 'replace', value: person, version } as const;
  return { step: { id: value.id, outcome: 'changed', write, removals: [], achievements: tally }, gone };
}

function without(achievements: readonly Achievement[], removed: readonly Achievement[]): readonly Achievement[] {
  return removed.length === 0 ? achievements : achievements.filter((one) => !removed.includes(one));
}

function writeFor(person: Person, kept: Versioned<Person> | undefined, others: readonly Versioned<Person>[]) {
  if (!kept) return { outcome: 'new', write: { kind: 'create', value: person }, removals: [] } as const;
  if (others.length === 0 && saysTheSame(kept.value, person)) return { outcome: 'unchanged', removals: [] } as const;
  return {
    outcome: 'changed',
    write: { kind: 'replace', value: person, version: kept.version },
    removals: others.map(({ value, version }) => ({ kind: 'remove', id: value.id, version }) as const),
  } as const;
}

/** Two rows say the same if they differ only in their order. */
function saysTheSame(one: Person, other: Person): boolean {
  return JSON.stringify(inCanon(one)) === JSON.stringify(inCanon(other));
}

function inCanon(person: Person): unknown {
  const { id, name, identifiers, achievements } = person;
  return [
    id,
    name,
    identifierKinds.map((kind) => [...identifiers[kind]].sort()),
    personDateNames.map((date) => person[date] ?? ''),
    [...achievements]
      .sort(inOrder)
      .map((one) => [one.title, one.activityId, one.kind, one.completedOn, one.expiresOn, one.source]),
  ];
}

/** A name in the file is newer than a kept one; an empty one says nothing. Of several in the file, the newest holds. */
function nameOf({ kept, incoming }: Match): string {
  const [newest] = incoming.filter(({ name }) => name !== '').sort((one, other) => (aged(one) < aged(other) ? 1 : -1));
  return newest?.name ?? kept.map(({ value }) => value.name).find((name) => name !== '') ?? '';
}

const aged = ({ namedOn = '', name }: IncomingPerson) => `${namedOn.padEnd(10)} ${name}`;

/** A date in the file replaces a kept one; of several in the file, or of several kept rows, the latest holds. */
function datesOf({ kept, incoming }: Match): PersonDates {
  const latest = (sources: readonly PersonDates[], name: (typeof personDateNames)[number]) =>
    sources
      .flatMap((source) => source[name] ?? [])
      .sort()
      .at(-1);
  return Object.fromEntries(
    personDateNames.flatMap((name) => {
      const incomingDates = incoming.map(({ dates }) => dates);
      const date =
        latest(incomingDates, name) ??
        latest(
          kept.map(({ value }) => value),
          name,
        );
      return date === undefined ? [] : [[name, date]];
    }),
  );
}

/** What an admin should look at about one person: nothing here was decided by a name. */
function doubtsAbout(match: Match): readonly Warning[] {
  const { corpEmail, mcpId } = match.identifiers;
  const about = (code: WarningCode, values: readonly string[]) => warningAt(match.incoming, code, values);
  const labels = match.kept.map(({ value }) => personLabel(value));
  return [
    ...(mcpId.length > 1 ? [about('two-profiles', mcpId)] : []),
    ...(corpEmail.length > 1 ? [about('two-addresses', corpEmail)] : []),
    ...(match.kept.length > 1 ? [about('joined-people', labels)] : []),
  ];
}

/** Records of one full name that may be one person: offered, never joined by themselves (domain.md 2.1, duplicate MCID). */
function sameNames(matches: readonly Match[], apart: readonly Apart[]): readonly Warning[] {
  const named = matches.map((match) => ({ match, name: nameOf(match), identifiers: match.identifiers }));
  return possibleDuplicates(named, apart)
    .map((some) => ({ some, rows: some.flatMap(({ match }) => match.incoming) }))
    .filter(({ rows }) => rows.length > 0)
    .map(({ some, rows }) => {
      const { name } = some[0]!;
      return { ...warningAt(rows, 'same-name', [name]), args: { values: name, count: some.length } };
    });
}

function warningAt(rows: readonly IncomingPerson[], code: WarningCode, values: readonly string[]): Warning {
  const line = rows.reduce((least, row) => Math.min(least, row.line), Infinity);
  const value = values.join(', ');
  return { line, column: '', value, code, args: { values: value, count: values.length } };
}

function sharedSigns(shared: readonly Sign[], incoming: readonly IncomingPerson[]): readonly Warning[] {
  const rowsWith = new Map(shared.map(({ value }) => [value, [] as IncomingPerson[]]));
  for (const row of incoming)
    for (const value of [...row.identifiers.email, ...row.identifiers.aadUserId]) rowsWith.get(value)?.push(row);
  return [...rowsWith]
    .filter(([, rows]) => rows.length > 0)
    .map(([value, rows]) => warningAt(rows, 'shared-identifier', [value]));
}
