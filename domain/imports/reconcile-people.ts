/** Reconciling compares what came in with what is kept and plans the writes; it performs none, and takes away only what it is told to. */
import { mergeAchievements } from './merged-achievements';
import { type MissingAchievement, findMissingAchievements, type Snapshot } from './missing-achievement';
import { personId, samePeople } from '../partner/people/identity';
import { type IncomingPerson, personDateNames, personPlaceNames, type Warning } from './incoming';
import { managerFinder, warnAboutManagers, type ManagerFinder } from './named-superior';
import type { Apart } from '../partner/people/namesake';
import type { Achievement, Person } from '../partner/people/person';
import { identifierKinds, inOrder } from '../partner/people/person';
import type { Change, Versioned } from '../basics/repository';
import type { Steps } from '../basics/steps';
import { warnAboutPeople } from './people-warnings';
import { rowDates, rowName, rowPlaces, personRowsOf, type RowMention, type PersonRows } from './person-rows';

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

/**
 * Plans what an import changes about people. No person is ever removed, and achievements that are missing in the file stay unless their removal was requested. The order of rows and of stored people does not matter.
 */
export function* reconcilePeople(input: PeopleInput): Steps<PeoplePlan> {
  const { kept, incoming, apart = [] } = input;
  const mentions: readonly RowMention[] = [
    ...kept.map((row) => ({ identifiers: row.value.identifiers, kept: row })),
    ...incoming.map((row) => ({ identifiers: row.identifiers, incoming: row })),
  ];
  yield;
  const { people, shared } = samePeople(mentions);
  yield;
  const all = people.map(personRowsOf);
  const findManager = managerFinder(all);
  yield;
  const planned = yield* planAll(all, { ...input, findManager });
  const warnings = yield* warnAboutPeople(all, { incoming, apart, shared });
  return {
    steps: planned.flatMap(({ step }) => step ?? []),
    gone: planned.flatMap(({ gone }) => (gone.achievements.length > 0 ? [gone] : [])),
    warnings: [...warnings, ...(yield* warnAboutManagers(all, findManager))],
  };
}

/** People whom the file names come first; the others change only if the file says what it would name. */
function* planAll(all: readonly PersonRows[], input: FoundInput): Steps<readonly Planned[]> {
  const { kept, source, snapshot, findManager, removesGone = false } = input;
  const taken = new Set(kept.map(({ value }) => value.id));
  const planned: Planned[] = [];
  for (const rows of all.filter((one) => one.incoming.length > 0)) {
    yield;
    planned.push(stepFor(rows, { source, taken, snapshot, findManager, removesGone }));
  }
  if (!snapshot) return planned;
  for (const row of all.filter((one) => one.incoming.length === 0).flatMap((one) => one.kept)) {
    yield;
    planned.push(stepForUnnamed(row, snapshot, removesGone));
  }
  return planned;
}

interface FoundInput extends PeopleInput {
  readonly findManager: ManagerFinder;
}

interface Planned {
  readonly step?: PersonStep;
  readonly gone: MissingAchievement;
}

interface Planning extends Pick<FoundInput, 'source' | 'snapshot' | 'findManager'> {
  readonly taken: Set<string>;
  readonly removesGone: boolean;
}

function stepFor(match: PersonRows, { source, taken, snapshot, findManager, removesGone }: Planning): Planned {
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
    name: rowName(match),
    identifiers: match.identifiers,
    ...rowDates(match),
    ...rowPlaces(match, (written, of) => {
      const found = findManager(written, of);
      return 'sign' in found ? found.sign : undefined;
    }),
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
    personPlaceNames.map((place) => person[place] ?? ''),
    [...achievements]
      .sort(inOrder)
      .map((one) => [one.title, one.activityId, one.kind, one.completedOn, one.expiresOn, one.source]),
  ];
}
