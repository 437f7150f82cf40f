/** Searches what is sorted by halving it. */

/** The place of the first that is the wanted one or stands behind it; the length where all stand before it. */
export function placeFrom<T extends number | string>(wanted: T, sorted: ArrayLike<T>): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (sorted[middle]! < wanted) from = middle + 1;
    else to = middle;
  }
  return from;
}
