/** `people.csv`: one row for each set of identifiers of a person, with the dates of their work account and where they belong. */
import { personDateNames, personPlaceNames } from '../../domain/imports/incoming';
import { type Identifiers, type Person, identifierKinds } from '../../domain/partner/people/person';

export const peopleHeader = [
  'Name',
  'WorkEmail',
  'MCPID',
  'Email',
  'AADUserId',
  'AccountOn',
  'LinkedOn',
  'LeftOn',
  'LinkedElsewhereOn',
  'AccountDeletedOn',
  'Office',
  'Team',
  'Manager',
];

/** A person with several identifiers of a kind has several rows: each shares an identifier with the first, so that an import reads one person. */
export function peopleRows(person: Person): readonly (readonly string[])[] {
  const dates = personDateNames.map((name) => person[name] ?? '');
  const places = personPlaceNames.map((name) => person[name] ?? '');
  return signRows(person.identifiers).map((signs) => [person.name, ...signs, ...dates, ...places]);
}

/** The identifiers of a person in rows of four cells, in the order of {@link identifierKinds}; no row where there is none. */
export function signRows(identifiers: Identifiers): readonly (readonly string[])[] {
  const first = identifierKinds.map((kind) => identifiers[kind][0] ?? '');
  const others = identifierKinds.flatMap((kind, at) =>
    identifiers[kind].slice(1).map((value) => first.map((sign, index) => (index === at ? value : sign))),
  );
  return first.some((sign) => sign !== '') ? [first, ...others] : [];
}
