/** A reading of a requirement: the branches it offers once the open points of its wording are settled by policies. */
import type { Expression } from './expression';
import type { Policies } from './policy';
import type { Alternative, Clause, Requirement } from './requirement';

/**
 * The branches to evaluate. Under `orBranchMixing` = `on`, branches of the same shape may be mixed person by person, which
 * is one more branch; under `focusAreaScope` = `team`, a branch that offers focus areas becomes one branch for each.
 */
export function interpretAlternatives(requirement: Requirement, policies: Policies): readonly Alternative[] {
  const mixed = policies.orBranchMixing === 'on' ? mixture(requirement.alternatives) : undefined;
  const branches = mixed ? [...requirement.alternatives, mixed] : requirement.alternatives;
  return policies.focusAreaScope === 'team' ? branches.flatMap(perFocus) : branches;
}

function perFocus(branch: Alternative): readonly Alternative[] {
  const focuses = [...new Set(branch.flatMap(({ each }) => focusesIn(each)))];
  return focuses.length === 0
    ? [branch]
    : focuses.map((focus) => branch.map((clause) => ({ ...clause, each: narrowed(clause.each, focus) })));
}

function focusesIn(each: Expression): readonly string[] {
  if (!('any' in each)) return [];
  return each.any.flatMap((part) => ('all' in part && part.focus !== undefined ? [part.focus] : []));
}

function narrowed(each: Expression, focus: string): Expression {
  if (!('any' in each) || focusesIn(each).length === 0) return each;
  return { any: each.any.filter((part) => !('all' in part) || part.focus === undefined || part.focus === focus) };
}

function mixture(branches: readonly Alternative[]): Alternative | undefined {
  const [first, ...rest] = branches;
  if (!first || rest.length === 0 || !rest.every((branch) => isSameShape(first, branch))) return undefined;
  return first.map((clause, index) => ({ ...clause, each: { any: branches.map((branch) => branch[index]!.each) } }));
}

function isSameShape(one: Alternative, other: Alternative): boolean {
  const shape = ({ id, n, within, apart }: Clause) => JSON.stringify([id, n, within, apart]);
  return one.length === other.length && one.every((clause, index) => shape(clause) === shape(other[index]!));
}
