/** A cluster is everything that hangs together by shared keys, directly or through others. */

/**
 * Sorts items into clusters: two items with a key in common are in the same one, whatever the order they come in; an item
 * without keys is alone. Clusters and their members keep the order of the items.
 */
export function clusters<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): readonly (readonly T[])[] {
  const parents = items.map((_, index) => index);
  const firstWith = new Map<string, number>();
  items.forEach((item, index) => {
    for (const key of keysOf(item)) {
      const first = firstWith.get(key);
      if (first === undefined) firstWith.set(key, index);
      else unite(parents, first, index);
    }
  });
  return grouped(items, parents);
}

function rootOf(parents: number[], index: number): number {
  let at = index;
  while (parents[at] !== at) {
    parents[at] = parents[parents[at]!]!;
    at = parents[at]!;
  }
  return at;
}

/** The earlier root stays, so that a cluster stands where its first member stood. */
function unite(parents: number[], one: number, other: number): void {
  const [a, b] = [rootOf(parents, one), rootOf(parents, other)];
  parents[Math.max(a, b)] = Math.min(a, b);
}

function grouped<T>(items: readonly T[], parents: number[]): readonly (readonly T[])[] {
  const members = new Map<number, T[]>();
  items.forEach((item, index) => {
    const root = rootOf(parents, index);
    const group = members.get(root);
    if (group) group.push(item);
    else members.set(root, [item]);
  });
  return [...members.values()];
}
