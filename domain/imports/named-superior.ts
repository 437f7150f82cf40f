/** A named manager is the person whom a list of people writes in the column Manager: by a mail address, an id, or a name that one person has. */
import { nameKey } from '../partner/people/namesake';
import { identifierKinds } from '../partner/people/person';
import { circlesIn, signOwners } from '../partner/people/reporting-line';
import type { Steps } from '../basics/steps';
import type { IncomingPerson, Warning, WarningCode } from './incoming';
import { lastPlaces, rowName, type PersonRows } from './person-rows';

/** The sign of the manager that is kept, or why nobody is. */
export type NamedManager =
  | { readonly sign: string; readonly rows: PersonRows }
  | { readonly fault: Extract<WarningCode, 'manager-unknown' | 'manager-ambiguous' | 'manager-self'> };

export type ManagerFinder = (written: string, of: PersonRows) => NamedManager;

/** Finds managers among all people of the store and of the file; most files name none, and then nothing is sorted. */
export function managerFinder(all: readonly PersonRows[]): ManagerFinder {
  let signs: ReturnType<typeof signOwners<PersonRows>> | undefined;
  let named: ReturnType<typeof namesIn> | undefined;
  const ownerOf = (sign: string) => (signs ??= signOwners(all))(sign);
  const nameOwner = (key: string) => (named ??= namesIn(all)).get(key);
  return (written, of) => {
    const owner = ownerOf(signOf(written)) ?? nameOwner(nameKey(written));
    if (owner === undefined) return { fault: 'manager-unknown' };
    if (owner === 'several') return { fault: 'manager-ambiguous' };
    if (owner === of) return { fault: 'manager-self' };
    const sign = identifierKinds.flatMap((kind) => owner.identifiers[kind]).find((one) => ownerOf(one) === owner);
    return sign === undefined ? { fault: 'manager-ambiguous' } : { sign, rows: owner };
  };
}

function signOf(written: string): string {
  return written.normalize('NFKC').toLowerCase();
}

function namesIn(all: readonly PersonRows[]): ReadonlyMap<string, PersonRows | 'several'> {
  const owners = new Map<string, PersonRows | 'several'>();
  for (const rows of all) {
    const key = nameKey(rowName(rows));
    if (key !== '') owners.set(key, owners.has(key) ? 'several' : rows);
  }
  return owners;
}

/** What a file writes in the column of a person; nothing where it writes nothing, or that there is none. */
function writtenManager({ incoming }: PersonRows): string | undefined {
  return lastPlaces(incoming.map(({ places = {} }) => places)).manager || undefined;
}

/** What to look at about the managers that a file names: each value that names nobody once, and each circle once. */
export function* warnAboutManagers(all: readonly PersonRows[], find: ManagerFinder): Steps<readonly Warning[]> {
  const naming = all.flatMap((rows) => {
    const written = writtenManager(rows);
    return written === undefined ? [] : [{ rows, written }];
  });
  if (naming.length === 0) return [];
  yield;
  const unclear = new Map<string, { readonly warning: Warning; count: number }>();
  const managers = new Map<PersonRows, PersonRows>();
  for (const { rows, written } of naming) {
    yield;
    const found = find(written, rows);
    if ('rows' in found) {
      managers.set(rows, found.rows);
      continue;
    }
    const key = `${found.fault} ${written}`;
    const earlier = unclear.get(key);
    if (earlier) earlier.count += 1;
    else unclear.set(key, { warning: warningAt(rows, written, found.fault), count: 1 });
  }
  return [
    ...[...unclear.values()].map(({ warning, count }) => ({ ...warning, args: { ...warning.args, count } })),
    ...circlesIn(withKept(managers, all)).flatMap((circle) => warnAboutCircle(circle)),
  ];
}

/** The managers that the file names, and of everyone else those that are kept. */
function withKept(
  named: ReadonlyMap<PersonRows, PersonRows>,
  all: readonly PersonRows[],
): ReadonlyMap<PersonRows, PersonRows> {
  const ownerOf = signOwners(all);
  const kept = all.flatMap((rows): readonly [PersonRows, PersonRows][] => {
    if (rows.incoming.some(({ places }) => places?.manager !== undefined)) return [];
    const sign = rows.kept.flatMap(({ value }) => value.manager ?? [])[0];
    const owner = sign === undefined ? undefined : ownerOf(sign);
    return owner === undefined || owner === 'several' || owner === rows ? [] : [[rows, owner]];
  });
  return new Map([...kept, ...named]);
}

/** A circle that is kept already and that the file says nothing of was warned about before. */
function warnAboutCircle(circle: readonly PersonRows[]): readonly Warning[] {
  const named = circle.filter((rows) => writtenManager(rows) !== undefined);
  if (named.length === 0) return [];
  const [first] = [...named].sort((one, other) => lineOf(one.incoming) - lineOf(other.incoming));
  const shown = circle.slice(0, mostShown).map(labelOf);
  const values = [...shown, ...(circle.length > mostShown ? ['…'] : [])].join(', ');
  const warning = warningAt(first!, writtenManager(first!)!, 'manager-circle');
  return [{ ...warning, args: { values, count: circle.length } }];
}

/** How many people of a circle are named. */
const mostShown = 6;

function labelOf(rows: PersonRows): string {
  return rowName(rows) || identifierKinds.flatMap((kind) => rows.identifiers[kind])[0] || '';
}

function warningAt({ incoming }: PersonRows, value: string, code: WarningCode): Warning {
  const rows = incoming.filter(({ places }) => places?.manager);
  return { line: lineOf(rows), column: 'Manager', value, code, args: {} };
}

function lineOf(rows: readonly IncomingPerson[]): number {
  return rows.reduce((least, { line }) => Math.min(least, line), Infinity);
}
