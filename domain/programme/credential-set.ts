/** A way is one smallest set of credentials that satisfies an expression; an expression has one or several. */
import type { Expression } from './expression';

export type CredentialSet = readonly string[];

/** Every smallest way, in the order of the expression; none of them contains another. */
export function minimalCredentialSets(expression: Expression): readonly CredentialSet[] {
  if ('credential' in expression) return [[expression.credential]];
  if ('any' in expression) return smallest(expression.any.flatMap(minimalCredentialSets));
  return expression.all.reduce<readonly CredentialSet[]>(
    (ways, part) =>
      smallest(ways.flatMap((way) => minimalCredentialSets(part).map((more) => [...new Set([...way, ...more])]))),
    [[]],
  );
}

function smallest(ways: readonly CredentialSet[]): readonly CredentialSet[] {
  const kept: CredentialSet[] = [];
  for (const way of [...ways].sort((one, other) => one.length - other.length))
    if (!kept.some((shorter) => shorter.every((credential) => way.includes(credential)))) kept.push(way);
  return kept;
}
