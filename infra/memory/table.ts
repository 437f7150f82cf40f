/** A table in memory: rows by their keys, with versions, in the order of the keys. */
import type { Place, Range } from '../tables/keys';
import type { Row } from '../tables/rows';
import { faultsOf } from './legal';

/** A row and its version. */
export interface Stored {
  readonly row: Row;
  readonly version: string;
}

export class MemoryTable {
  readonly #rows = new Map<string, Stored>();
  #writes = 0;

  get(place: Place): Stored | undefined {
    return this.#rows.get(addressOf(place));
  }

  put(row: Row): void {
    const faults = faultsOf(row);
    if (faults.length > 0) throw new Error(`No table takes the row ${addressOf(row)}: ${faults.join(', ')}`);
    this.#writes += 1;
    this.#rows.set(addressOf(row), { row, version: `memory-${this.#writes}` });
  }

  remove(place: Place): void {
    this.#rows.delete(addressOf(place));
  }

  /** The rows as they are now, in the order of their keys. */
  within({ firstPartition, lastPartition, firstRow, endRow }: Range): readonly Stored[] {
    const inRange = ({ partitionKey, rowKey }: Place) =>
      firstPartition <= partitionKey && partitionKey <= lastPartition && firstRow <= rowKey && rowKey < endRow;
    return [...this.#rows]
      .filter(([, { row }]) => inRange(row))
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([, stored]) => stored);
  }
}

/** `/` is legal in no key and sorts before all that is. */
function addressOf({ partitionKey, rowKey }: Place): string {
  return `${partitionKey}/${rowKey}`;
}
