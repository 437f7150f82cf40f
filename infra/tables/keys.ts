/** Keys say where a row lies: parts such as a tenant and an id, packed into the few characters that every key may have. */
import { createHash } from 'node:crypto';

/** Sorts after every character of a packed part, so a range over a prefix is simple to write. */
const separator = '~';
/** Packed parts above this length are kept as their digest; two such parts and a noun stay below 512 characters. */
const longestPart = 400;
/** No packed character is `_` followed by this. */
const digestMark = '_z';
/** A part without characters, because a key may not be empty. */
const emptyPart = '_';

/** Where one row lies. */
export interface Place {
  readonly partitionKey: string;
  readonly rowKey: string;
}

/** How the rows of a noun are placed: all in the tenant's partition, or spread over sixteen partitions beside it. */
export interface Placing {
  readonly name: string;
  readonly spread: boolean;
}

/** The rows between two keys, counted by partition first: all that one query asks for. */
export interface Range {
  readonly firstPartition: string;
  readonly lastPartition: string;
  readonly firstRow: string;
  /** The first key that no longer belongs to it. */
  readonly endRow: string;
}

function sha256(text: string): string {
  // UTF-16, because UTF-8 has one and the same replacement for all lone surrogates.
  return createHash('sha256').update(text, 'utf16le').digest('hex');
}

function packPart(part: string): string {
  if (part === '') return emptyPart;
  const packed = part.replace(/[^A-Za-z0-9.-]/g, (unit) => `_${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return packed.length > longestPart ? digestMark + sha256(part) : packed;
}

function unpackPart(packed: string): string | undefined {
  if (packed === emptyPart) return '';
  if (packed.startsWith(digestMark)) return undefined;
  return packed.replace(/_([0-9a-f]{4})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

/**
 * Packs parts into one key. Letters, digits, `.` and `-` stand for themselves, so ids made of them (times, for instance)
 * sort as keys in their own order; every other UTF-16 unit is written in hexadecimal. Very long parts become a digest:
 * ids of Teams conversations have no known limit, and a key may have 512 characters (platform.md 8.1).
 */
export function packKey(...parts: readonly string[]): string {
  return parts.map(packPart).join(separator);
}

/** The parts of a key; `undefined` for one that was too long to be in it. */
export function unpackKey(key: string): readonly (string | undefined)[] {
  return key.split(separator).map(unpackPart);
}

/** Where the row of this id lies. */
export function placeOf({ name, spread }: Placing, tenant: string, id: string): Place {
  const partitionKey = spread ? packKey(tenant, sha256(id).slice(0, 1)) : packKey(tenant);
  return { partitionKey, rowKey: packKey(name, id) };
}

/** Where all rows lie that a tenant has of a noun: in one partition, or in sixteen that follow one another. */
export function rangeOf({ name, spread }: Placing, tenant: string): Range {
  const prefix = packKey(name) + separator;
  return {
    firstPartition: spread ? packKey(tenant, '0') : packKey(tenant),
    lastPartition: spread ? packKey(tenant, 'f') : packKey(tenant),
    firstRow: prefix,
    endRow: prefix + separator,
  };
}

const hexadecimal = [...'0123456789abcdef'];

/** The rest of a range after a row, split by partition, the partition of the row first. */
export function piecesAfter(
  { name, spread }: Placing,
  tenant: string,
  { partitionKey, rowKey }: Place,
): readonly Range[] {
  const whole = rangeOf({ name, spread }, tenant);
  const partitions = spread ? hexadecimal.map((digit) => packKey(tenant, digit)) : [partitionKey];
  return partitions
    .filter((partition) => partition >= partitionKey)
    .map((partition) => ({
      ...whole,
      firstPartition: partition,
      lastPartition: partition,
      // The least key that comes after the row's: it continues with the least character that a key may have.
      firstRow: partition === partitionKey ? `${rowKey} ` : whole.firstRow,
    }));
}
