/** A way is one smallest set of credentials that satisfies an expression; an expression has one or several. */
import type { Expression } from './expression';

export type Way = readonly string[];

/** Every smallest way, in the order of the expression; none of them contains another. */
export function waysOf(expression: Expression): readonly Way[] {
  if ('credential' in expression) return [[expression.credential]];
  if ('any' in expression) return smallest(expression.any.flatMap(waysOf));
  return expression.all.reduce<readonly Way[]>(
    (ways, part) => smallest(ways.flatMap((way) => waysOf(part).map((more) => [...new Set([...way, ...more])]))),
    [[]],
  );
}

function smallest(ways: readonly Way[]): readonly Way[] {
  const kept: Way[] = [];
  for (const way of [...ways].sort((one, other) => one.length - other.length))
    if (!kept.some((shorter) => shorter.every((credential) => way.includes(credential)))) kept.push(way);
  return kept;
}
