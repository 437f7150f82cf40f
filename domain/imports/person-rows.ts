/** The rows that are about one person, of the store and of a file, with the name and the dates that hold. */
import { identifiersTogether } from '../partner/people/identity';
import { identifierKinds, type Identifiers, type Person } from '../partner/people/person';
import type { Versioned } from '../basics/repository';
import {
  personDateNames,
  personPlaceNames,
  type IncomingPerson,
  type PersonDates,
  type PersonPlaces,
} from './incoming';

/** A stored row or one of a file, with its identifiers. */
export interface RowMention {
  readonly identifiers: Identifiers;
  readonly kept?: Versioned<Person>;
  readonly incoming?: IncomingPerson;
}

/** A person with all stored and all incoming rows. */
export interface PersonRows {
  readonly identifiers: Identifiers;
  readonly kept: readonly Versioned<Person>[];
  readonly incoming: readonly IncomingPerson[];
}

/** Puts the rows of one person together. */
export function personRowsOf(mentions: readonly RowMention[]): PersonRows {
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

/** A name in the file is newer than a kept one; an empty one says nothing. Of several in the file, the newest holds. */
export function rowName({ kept, incoming }: PersonRows): string {
  const [newest] = incoming.filter(({ name }) => name !== '').sort((one, other) => (aged(one) < aged(other) ? 1 : -1));
  return newest?.name ?? kept.map(({ value }) => value.name).find((name) => name !== '') ?? '';
}

const aged = ({ namedOn = '', name }: IncomingPerson) => `${namedOn.padEnd(10)} ${name}`;

/** A date in the file replaces a kept one; of several in the file, or of several kept rows, the latest holds. */
export function rowDates({ kept, incoming }: PersonRows): PersonDates {
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

/** Of several rows that differ, the value that comes last in the alphabet holds, so that the order of rows does not matter. */
export function lastPlaces(all: readonly PersonPlaces[]): PersonPlaces {
  return Object.fromEntries(
    personPlaceNames.flatMap((name) => {
      const last = all
        .flatMap((places) => places[name] ?? [])
        .sort()
        .at(-1);
      return last === undefined ? [] : [[name, last]];
    }),
  );
}

/**
 * Office, team and manager: what the file says replaces what is kept, and what it says to be none goes. `managerSign` returns the sign
 * of the person whom the file names, or nothing where that is not clear: then nobody is the manager, rather than the one before.
 */
export function rowPlaces(
  rows: PersonRows,
  managerSign: (written: string, of: PersonRows) => string | undefined,
): PersonPlaces {
  const written = lastPlaces(rows.incoming.map(({ places = {} }) => places));
  const kept = (name: keyof PersonPlaces) => rows.kept.flatMap(({ value }) => value[name] ?? [])[0];
  const manager = written.manager === undefined ? kept('manager') : managerSign(written.manager, rows);
  const places = { office: written.office ?? kept('office'), team: written.team ?? kept('team'), manager };
  const isOwn = identifierKinds.some((kind) => manager !== undefined && rows.identifiers[kind].includes(manager));
  return Object.fromEntries(Object.entries(places).filter(([name, place]) => place && !(name === 'manager' && isOwn)));
}
