/** A name cache keeps what was derived from names: they recur from turn to turn, and there are as many as people on record. */
import LRUCache from 'lru-cache';

const mostNames = 20_000;

/** A cache of up to 20,000 names. It is bounded by the sum of sizes, because one with `max` takes the room for all of them at once. */
export function nameCache<V extends object | string>(): LRUCache<string, V> {
  return new LRUCache<string, V>({ maxSize: mostNames, sizeCalculation: () => 1 });
}
