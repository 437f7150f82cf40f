/** The encodings in which tables of text are met in the field, and how to tell which one a file has. */
import { analyse } from 'chardet';
import iconv from 'iconv-lite';

export const unicodeEncodings = ['utf-8', 'utf-16le', 'utf-16be'] as const;
export type UnicodeEncoding = (typeof unicodeEncodings)[number];

export const legacyEncodings = ['gb18030', 'big5', 'windows-1251', 'windows-1252'] as const;
export type LegacyEncoding = (typeof legacyEncodings)[number];

export type Encoding = UnicodeEncoding | LegacyEncoding;

const boms = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
] as const;

/** The encoding that a byte order mark at the beginning states. */
export function statedEncoding(head: Uint8Array): UnicodeEncoding | undefined {
  return boms.find(({ bytes }) => bytes.every((byte, index) => head[index] === byte))?.encoding;
}

/** No header is shorter than `Name,MCPID`. */
const shortestHeader = 2 * 10;

/**
 * Whether the file begins as UTF-16 without a mark does: column names are ASCII, so every other byte of the header is zero,
 * on one side only.
 */
export function unstatedUtf16(head: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const start = head.subarray(0, shortestHeader);
  const zeros = (side: 0 | 1) => start.filter((byte, index) => index % 2 === side && byte === 0).length;
  const [even, odd] = [zeros(0), zeros(1)];
  const most = start.length * 0.4;
  if (odd >= most && even === 0 && odd > 0) return 'utf-16le';
  return even >= most && odd === 0 && even > 0 ? 'utf-16be' : undefined;
}

export interface Guess {
  readonly encoding: LegacyEncoding;
  /** Some of the text as it reads now, for a person to judge. */
  readonly example: string;
}

/**
 * The legacy encoding of some lines that are not UTF-8, or `undefined` if they make no sense in any known one.
 *
 * Each encoding is judged by how much of what it yields is ordinary: everyday characters in Chinese, words with capitals
 * where they belong in Russian and in the languages of Western Europe. The statistics of chardet need more text than a
 * short list of names has, so they only decide between encodings that make equal sense.
 */
export function guessedEncoding(lines: Buffer): Guess | undefined {
  const sensible = legacyEncodings
    .map((encoding) => ({ encoding, text: iconv.decode(lines, encoding) }))
    .filter(({ text }) => !/[\uFFFD\x80-\x9f]/.test(text))
    .map(({ encoding, text }) => ({ encoding, text, sense: senseIn[encoding](lines, text) }));
  const best = Math.max(...sensible.map(({ sense }) => sense));
  const likely = sensible.filter(({ sense }) => sense >= 0.5 && sense > best - 0.05);
  const likelihoodOf = likely.length > 1 ? statisticsOf(lines) : () => 0;
  const [chosen] = likely.sort((one, other) => likelihoodOf(other.encoding) - likelihoodOf(one.encoding));
  return chosen && { encoding: chosen.encoding, example: exampleIn(chosen.text) };
}

function statisticsOf(lines: Buffer): (encoding: LegacyEncoding) => number {
  const confidences = new Map<string, number>(
    analyse(lines).map(({ name, confidence }) => [name.toLowerCase(), confidence]),
  );
  return (encoding) => confidences.get(encoding === 'windows-1252' ? 'iso-8859-1' : encoding) ?? 0;
}

const senseIn: Record<LegacyEncoding, (bytes: Buffer, text: string) => number> = {
  gb18030: (bytes) => everyday(bytes, (lead, trail) => trail >= 0xa1 && (isBetween(lead, 0xb0, 0xd7) || lead <= 0xa3)),
  big5: (bytes) => everyday(bytes, (lead) => isBetween(lead, 0xa1, 0xc6)),
  'windows-1251': (_, text) => ordinaryWords(text, /^(?:\p{Script=Cyrillic}?[а-яёіїєґў]+|[А-ЯЁІЇЄҐЎ]+)$/u),
  'windows-1252': (_, text) => ordinaryWords(text, /^(?=.*[a-z])\p{Lu}?[a-zà-öø-ÿœšž]+$|^(?=.*[A-Z])[A-ZÀ-ÖØ-ÞŒŠŽ]+$/u),
};

const isBetween = (byte: number, from: number, to: number) => byte >= from && byte <= to;

/** The share of two-byte characters in the range where an encoding of Chinese keeps those of everyday use. */
function everyday(bytes: Buffer, isEveryday: (lead: number, trail: number) => boolean): number {
  let [all, ordinary] = [0, 0];
  for (let index = 0; index < bytes.length; index++) {
    const lead = bytes[index]!;
    if (lead < 0x80) continue;
    index++;
    all++;
    if (isEveryday(lead, bytes[index] ?? 0)) ordinary++;
  }
  return all === 0 ? 0 : ordinary / all;
}

/**
 * The share of words with letters beyond ASCII that are written as words of that script are; where there are only signs
 * such as dashes beyond ASCII, nothing speaks for the encoding and nothing against it.
 */
function ordinaryWords(text: string, ordinary: RegExp): number {
  const words = (text.match(/[\p{L}\p{M}\p{Nl}\p{No}\u00a1-\u00bf]+/gu) ?? []).filter((word) =>
    /[^\x00-\x7f]/.test(word),
  );
  return words.length === 0 ? 0.5 : words.filter((word) => ordinary.test(word)).length / words.length;
}

function exampleIn(text: string): string {
  return /[^\x00-\x7f](?:[^\r\n,;\t"]{0,30})/.exec(text)?.[0] ?? '';
}
