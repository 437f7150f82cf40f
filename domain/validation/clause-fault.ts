/** Clause faults are ties between the clauses of one branch that lead nowhere or that no number of people could satisfy. */
import { assign, componentsOf } from '../counting/assignment';
import { credentialsIn } from '../programme/expression';
import { repeated, under, type ProgrammeFault } from './fault';
import type { Clause } from '../programme/requirement';

/** How many ways of filling the places of clauses tied to each other may have to be remembered while counting. */
const mostStates = 1_000_000;
/** How many steps counting them may take; at the limit an answer still comes within seconds. */
const mostSteps = 50_000_000;

/** Everything that is wrong with the clauses of a branch, apart from the credentials they name. Paths start at the branch. */
export function clauseFaults(clauses: readonly Clause[]): readonly ProgrammeFault[] {
  const faults: readonly ProgrammeFault[] = [
    ...repeated(clauses.map(({ id }) => id)).map(({ id, index }) => fault([index, 'id'], 'duplicate-id', { id })),
    ...clauses.flatMap((clause, index) => under([index], [...countFaults(clause), ...tieFaults(clauses, clause)])),
    ...cycleFaults(clauses),
    ...sizeFaults(clauses),
  ];
  return faults.length === 0 && !canBeMet(clauses) ? [fault([], 'cannot-be-met', { clauses: named(clauses) })] : faults;
}

function fault(
  path: ProgrammeFault['path'],
  code: ProgrammeFault['code'],
  args: ProgrammeFault['args'],
): ProgrammeFault {
  return { path, code, args };
}

function named(clauses: readonly Clause[]): string {
  return clauses.map(({ id }) => id).join(', ');
}

function countFaults({ n }: Clause): readonly ProgrammeFault[] {
  return Number.isSafeInteger(n) && n >= 1 ? [] : [fault(['n'], 'not-a-count', { value: String(n) })];
}

function tieFaults(clauses: readonly Clause[], clause: Clause): readonly ProgrammeFault[] {
  return [
    ...(clause.within === undefined ? [] : withinFaults(clauses, clause, clause.within)),
    ...clause.apart.flatMap((id) => apartFaults(clauses, clause, id)),
  ];
}

function withinFaults(clauses: readonly Clause[], clause: Clause, id: string): readonly ProgrammeFault[] {
  if (id === clause.id) return [fault(['within'], 'refers-to-itself', { id })];
  const group = clauses.find((other) => other.id === id);
  if (!group) return [fault(['within'], 'unknown-clause', { id })];
  return clause.n > group.n ? [fault(['within'], 'within-too-many', { n: clause.n, id, group: group.n })] : [];
}

function apartFaults(clauses: readonly Clause[], clause: Clause, id: string): readonly ProgrammeFault[] {
  if (id === clause.id) return [fault(['apart'], 'refers-to-itself', { id })];
  const other = clauses.find((candidate) => candidate.id === id);
  if (!other) return [fault(['apart'], 'unknown-clause', { id })];
  const nested = groupsAround(clauses, clause).includes(other) || groupsAround(clauses, other).includes(clause);
  return nested ? [fault(['apart'], 'apart-from-own-group', { id })] : [];
}

/** The clauses among whose people those of this clause are chosen, the nearest first; the clause itself if it is in a cycle. */
function groupsAround(clauses: readonly Clause[], clause: Clause): readonly Clause[] {
  const groups: Clause[] = [];
  for (let id = clause.within; id !== undefined; id = groups.at(-1)?.within) {
    const group = clauses.find((other) => other.id === id);
    if (!group || groups.includes(group)) break;
    groups.push(group);
  }
  return groups;
}

/** One fault per cycle, at its first clause. */
function cycleFaults(clauses: readonly Clause[]): readonly ProgrammeFault[] {
  return clauses.flatMap((clause, index) => {
    const groups = groupsAround(clauses, clause);
    const closes = groups.at(-1) === clause && groups.length > 1;
    if (!closes || groups.some((group) => clauses.indexOf(group) < index)) return [];
    return [fault([index, 'within'], 'within-cycle', { clauses: [clause, ...groups].map(({ id }) => id).join(' → ') })];
  });
}

function sizeFaults(clauses: readonly Clause[]): readonly ProgrammeFault[] {
  return componentsOf(clauses).flatMap((members) => {
    const tied = members.map((index) => clauses[index]!);
    const states = tied.reduce((product, { n }) => product * (n + 1), 1);
    const tooMany = states > mostStates || states * 3 ** tied.length > mostSteps;
    return tooMany ? [fault([members[0]!], 'too-many-combinations', { clauses: named(tied) })] : [];
  });
}

/** Whether the ties leave room, if there were as many people who hold everything as the clauses have places. */
function canBeMet(clauses: readonly Clause[]): boolean {
  if (clauses.every(({ apart }) => apart.length === 0)) return true;
  const people = clauses.flatMap(({ id, n }) => Array.from({ length: n }, (_, index) => `${id}${index}`));
  const held = new Set(clauses.flatMap(({ each }) => credentialsIn(each)));
  return assign(clauses, [{ held, people }]).every((chosen, index) => chosen.length === clauses[index]!.n);
}
