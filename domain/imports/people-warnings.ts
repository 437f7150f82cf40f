/** What an admin should look at after an import of people: one person with two profiles, two people with one name or one sign. */
import { possibleDuplicates, type Apart } from '../partner/people/namesake';
import type { Sign } from '../partner/people/identity';
import { personLabel } from '../partner/people/person';
import type { Steps } from '../basics/steps';
import type { IncomingPerson, Warning, WarningCode } from './incoming';
import { rowName, type PersonRows } from './person-rows';

interface WarningInput {
  readonly incoming: readonly IncomingPerson[];
  /** People of one name who were said to be two. */
  readonly apart: readonly Apart[];
  /** Identifiers of more than one person, which therefore identify none. */
  readonly shared: readonly Sign[];
}

/** Returns the warnings about people that a file names; it decides nothing itself. */
export function* warnAboutPeople(
  all: readonly PersonRows[],
  { incoming, apart, shared }: WarningInput,
): Steps<readonly Warning[]> {
  yield;
  const doubts = all.filter((rows) => rows.incoming.length > 0).flatMap(doubtsAbout);
  yield;
  const alike = sameNames(all, apart);
  yield;
  return [...doubts, ...alike, ...sharedSigns(shared, incoming)];
}

function doubtsAbout(match: PersonRows): readonly Warning[] {
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
function sameNames(matches: readonly PersonRows[], apart: readonly Apart[]): readonly Warning[] {
  const named = matches.map((match) => ({ match, name: rowName(match), identifiers: match.identifiers }));
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
