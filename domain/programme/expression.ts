/** What one person must hold to serve a clause: a credential, any of several expressions, or all of them. */

export type Expression =
  | { readonly credential: string }
  | { readonly any: readonly Expression[] }
  | { readonly all: readonly Expression[]; readonly focus?: string };

/** Returns whether a person who holds these credentials satisfies the expression. */
export function satisfies(held: ReadonlySet<string>, expression: Expression): boolean {
  if ('credential' in expression) return held.has(expression.credential);
  if ('any' in expression) return expression.any.some((part) => satisfies(held, part));
  return expression.all.every((part) => satisfies(held, part));
}

/** Every credential that the expression names, each once, in its order. */
export function credentialsIn(expression: Expression): readonly string[] {
  if ('credential' in expression) return [expression.credential];
  const parts = 'any' in expression ? expression.any : expression.all;
  return [...new Set(parts.flatMap(credentialsIn))];
}

/**
 * Returns the fewest credentials that a holder of these still needs; empty if the expression is satisfied. Of several
 * equally short ways the first one in the requirement is given.
 */
export function missingFrom(held: ReadonlySet<string>, expression: Expression): readonly string[] {
  if ('credential' in expression) return held.has(expression.credential) ? [] : [expression.credential];
  if ('all' in expression) return [...new Set(expression.all.flatMap((part) => missingFrom(held, part)))];
  return expression.any
    .map((part) => missingFrom(held, part))
    .reduce((shortest, way) => (way.length < shortest.length ? way : shortest));
}
