/** The digest that a model stores of the example sentences it was trained on. */
import { createHash } from 'node:crypto';

/** The first 16 hexadecimal digits of the SHA-256 of the sentences. */
export function sourceDigest(source: string): string {
  return createHash('sha256').update(source).digest('hex').slice(0, 16);
}
