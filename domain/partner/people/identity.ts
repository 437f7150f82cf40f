/** Identity says which records mean the same person: by the signs they share, in the order of their strength, never by name. */
import { clusters } from '../../basics/cluster';
import { type IdentifierKind, identifierKinds, type Identifiers } from './person';

interface Known {
  readonly identifiers: Identifiers;
}

/** A sign by itself, as it is shared between records. */
export interface Sign {
  readonly kind: IdentifierKind;
  readonly value: string;
}

export interface People<T> {
  /** The records of each person, in the order they came. */
  readonly people: readonly (readonly T[])[];
  /** The signs that people share who are kept apart all the same. */
  readonly shared: readonly Sign[];
}

/** Identifiers that belong to one person: records that share one are the same person. One person may have several. */
const ownSigns: readonly IdentifierKind[] = ['corpEmail', 'mcpId'];
/** These may be shared by mistake: they join people only where nothing stronger speaks against it. */
const hintSigns: readonly IdentifierKind[] = ['email', 'aadUserId'];

/**
 * Sorts records into people. The order of the records does not matter, and sorting the people again changes nothing. A work
 * address or a learning profile (MCPID) joins, always: one person may have two profiles, and two work addresses after a
 * change of name. A personal address or a user id joins only records that then have at most one work address and one profile
 * among the joined parts; otherwise two people may have been given the same one by mistake, and joining them would lose a
 * person, so all stay apart by their other signs and the sign is reported as shared.
 */
export function samePeople<T extends Known>(records: readonly T[]): People<T> {
  const cores = clusters(records, (record) => keysOf(record, ownSigns)).map(partOf);
  const disputed = new Set(disputedBetween(cores));
  const parts = clusters(cores, ({ hints }) => hints.filter((key) => !disputed.has(key))).flatMap((cluster) => {
    if (agree(cluster)) return [joined(cluster)];
    for (const key of sharedBetween(cluster)) disputed.add(key);
    return cluster;
  });
  const people = withFaintJoined(parts, disputed);
  return { people: people.map(({ records: of }) => of), shared: stillShared(people, disputed) };
}

/** Records known to be one person. */
interface Part<T> {
  readonly records: readonly T[];
  readonly hasWorkAddress: boolean;
  readonly hasProfile: boolean;
  readonly hints: readonly string[];
}

const keyOf = (kind: IdentifierKind, value: string) => `${kind} ${value}`;

function keysOf({ identifiers }: Known, kinds: readonly IdentifierKind[]): readonly string[] {
  return kinds.flatMap((kind) => identifiers[kind].map((value) => keyOf(kind, value)));
}

function partOf<T extends Known>(records: readonly T[]): Part<T> {
  return {
    records,
    hasWorkAddress: records.some(({ identifiers }) => identifiers.corpEmail.length > 0),
    hasProfile: records.some(({ identifiers }) => identifiers.mcpId.length > 0),
    hints: [...new Set(records.flatMap((record) => keysOf(record, hintSigns)))],
  };
}

function joined<T extends Known>(parts: readonly Part<T>[]): Part<T> {
  return parts.length === 1 ? parts[0]! : partOf(parts.flatMap(({ records }) => records));
}

/** Parts can be one person if no two of them have work addresses, and no two have profiles: those would be different ones. */
function agree(parts: readonly Part<unknown>[]): boolean {
  const several = (has: (part: Part<unknown>) => boolean) => parts.filter(has).length > 1;
  return !several(({ hasWorkAddress }) => hasWorkAddress) && !several(({ hasProfile }) => hasProfile);
}

function carriers<T>(parts: readonly Part<T>[]): ReadonlyMap<string, readonly Part<T>[]> {
  const found = new Map<string, Part<T>[]>();
  for (const part of parts)
    for (const key of part.hints) {
      const others = found.get(key);
      if (others) others.push(part);
      else found.set(key, [part]);
    }
  return found;
}

function disputedBetween(parts: readonly Part<unknown>[]): readonly string[] {
  return [...carriers(parts)].filter(([, holders]) => !agree(holders)).map(([key]) => key);
}

function sharedBetween(parts: readonly Part<unknown>[]): readonly string[] {
  return [...carriers(parts)].filter(([, holders]) => holders.length > 1).map(([key]) => key);
}

/** Records known by nothing but disputed signs are one person by these, or each new row would make another one. */
function withFaintJoined<T extends Known>(
  parts: readonly Part<T>[],
  disputed: ReadonlySet<string>,
): readonly Part<T>[] {
  const isFaint = (part: Part<T>) => !part.hasWorkAddress && !part.hasProfile;
  return clusters(parts, (part) => (isFaint(part) ? part.hints.filter((key) => disputed.has(key)) : [])).map(joined);
}

function stillShared(people: readonly Part<unknown>[], disputed: ReadonlySet<string>): readonly Sign[] {
  return sharedBetween(people)
    .filter((key) => disputed.has(key))
    .sort()
    .map((key) => {
      const [kind, ...value] = key.split(' ');
      return { kind: kind as IdentifierKind, value: value.join(' ') };
    });
}

/** All signs of these records together, each once, in alphabetical order so that no order of rows shows through. */
export function identifiersTogether(records: readonly Known[]): Identifiers {
  const [only] = records;
  if (records.length === 1 && identifierKinds.every((kind) => only!.identifiers[kind].length < 2))
    return only!.identifiers;
  const all = (kind: IdentifierKind) => [...new Set(records.flatMap(({ identifiers }) => identifiers[kind]))].sort();
  return { corpEmail: all('corpEmail'), mcpId: all('mcpId'), email: all('email'), aadUserId: all('aadUserId') };
}

/**
 * Returns the id of a new person: a short hash of the strongest sign, so that two imports at the same moment give the same
 * person the same id. It says nothing about the person and is kept when other signs come or go; if it is taken by then, the
 * next one is given.
 */
export function personId(identifiers: Identifiers, isTaken: (id: string) => boolean): string {
  const kind = identifierKinds.find((one) => identifiers[one].length > 0) ?? 'corpEmail';
  const sign = keyOf(kind, identifiers[kind][0] ?? '');
  for (let count = 0; ; count++) {
    const id = `p-${hash(count === 0 ? sign : `${sign} ${count}`)}`;
    if (!isTaken(id)) return id;
  }
}

/** 64 bits of FNV-1a in two lanes, in base 36: enough that a hundred thousand people hardly ever collide. */
function hash(text: string): string {
  let [one, other] = [0x811c9dc5, 0x01000193];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    one = Math.imul(one ^ code, 0x01000193);
    other = Math.imul(other ^ code, 0x85ebca6b) ^ (one >>> 15);
  }
  const lane = (value: number) => (value >>> 0).toString(36).padStart(7, '0');
  return lane(one) + lane(other);
}
