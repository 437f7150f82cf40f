/** A fingerprint tells whether rules or facts are still the same, without keeping them. */
import type { Programme } from './programme';

const known = new WeakMap<Programme, string>();

/**
 * Id, edition and a digest of everything else in a programme; worked out once for each that is loaded. It detects an edited
 * file, not a deliberate collision.
 */
export function fingerprintOf(programme: Programme): string {
  const made =
    known.get(programme) ?? `${programme.id} ${programme.edition} ${digest(JSON.stringify(programme)).toString(36)}`;
  known.set(programme, made);
  return made;
}

/** The same for values that say the same, whatever the order of their fields. */
export function digestOf(value: unknown): string {
  return digest(JSON.stringify(value, sorted)).toString(36);
}

function sorted(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}

const firstPrime = 0x01000193;
const secondPrime = 0x85ebca6b;

/** 53 bits: two runs of multiply-and-xor with different primes, side by side. */
function digest(text: string): number {
  let [one, other] = [0x811c9dc5, 0x9e3779b9];
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    one = Math.imul(one ^ unit, firstPrime);
    other = Math.imul(other ^ unit, secondPrime);
    other ^= other >>> 13;
  }
  return (one >>> 0) + 0x1_0000_0000 * (other & 0x1f_ffff);
}
