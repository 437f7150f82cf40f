/** A bounded memory keeps what was worked out, so that the same is not worked out twice; what was used least lately goes first. */
import LRUCache from 'lru-cache';

/** How much it may keep. */
export interface MemoryBounds {
  readonly most: number;
  /** Of all keys and values as JSON. */
  readonly mostCharacters: number;
  /** Milliseconds after which a value is dropped; absent: it stays until its room is needed. */
  readonly keptFor?: number;
}

/** Values by keys. A key has to name everything that the value depends on. */
export class BoundedMemory<V extends object> {
  readonly #values: LRUCache<string, V>;

  constructor({ most, mostCharacters, keptFor }: MemoryBounds) {
    this.#values = new LRUCache<string, V>({
      max: most,
      maxSize: mostCharacters,
      ...(keptFor !== undefined && { ttl: keptFor, ttlAutopurge: true }),
      sizeCalculation: (value, key) => key.length + sizeInCharacters(value),
    });
  }

  /** What is kept under these parts of a key. */
  get(...parts: readonly unknown[]): V | undefined {
    return this.#values.get(JSON.stringify(parts));
  }

  /** Keeps a value under these parts of a key, and returns it. */
  keep(value: V, ...parts: readonly unknown[]): V {
    this.#values.set(JSON.stringify(parts), value);
    return value;
  }
}

/** How long a value is as JSON; 1 for none, because everything that is kept takes some room. */
export function sizeInCharacters(value: object | undefined): number {
  return value === undefined ? 1 : JSON.stringify(value).length;
}
