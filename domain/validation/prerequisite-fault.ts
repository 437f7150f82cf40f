/** Prerequisite faults are what credentials ask for before they are granted that cannot be meant: unknown ones, and circles. */
import type { Credential } from '../programme/credential';
import { credentialsIn } from '../programme/expression';
import { expressionFaults } from './expression-fault';
import { under, type ProgrammeFault } from './fault';

/**
 * Returns everything that is wrong with the prerequisites of credentials. A cycle is a fault even if another branch of an
 * `any` avoids it; it is reported once, at its first credential, with all its members. Paths start at the programme.
 */
export function prerequisiteFaults(credentials: readonly Credential[]): readonly ProgrammeFault[] {
  const known = { credentials: new Set(credentials.map(({ id }) => id)) };
  return [
    ...credentials.flatMap(({ id, requires }) =>
      requires ? under(['credentials', id, 'requires'], expressionFaults(requires, known)) : [],
    ),
    ...circlesIn(credentials).map(([first, ...rest]) => ({
      path: ['credentials', first, 'requires'],
      code: 'requires-cycle' as const,
      args: { credentials: [first, ...rest, first].join(' → ') },
    })),
  ];
}

type Circle = readonly [string, ...string[]];

/** A shortest way round from each credential that leads back to itself, unless a way found before goes through it. */
function circlesIn(credentials: readonly Credential[]): readonly Circle[] {
  const asks = new Map(credentials.map(({ id, requires }) => [id, requires ? credentialsIn(requires) : []]));
  const told = new Set<string>();
  return credentials.flatMap(({ id }) => {
    const circle = told.has(id) ? undefined : wayRound(id, asks);
    circle?.forEach((one) => told.add(one));
    return circle ? [circle] : [];
  });
}

/** The credentials on a shortest way from one back to it, it first; `undefined` where none leads back. */
function wayRound(start: string, asks: ReadonlyMap<string, readonly string[]>): Circle | undefined {
  const ways: Circle[] = [[start]];
  const seen = new Set<string>();
  for (const way of ways) {
    for (const next of asks.get(way.at(-1)!) ?? []) {
      if (next === start) return way;
      if (!seen.has(next)) ways.push([...way, next]);
      seen.add(next);
    }
  }
  return undefined;
}
