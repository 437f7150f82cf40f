/** Inspects the bytes of a file: whether it is text, its encoding and its content hash. */
import { createHash } from 'node:crypto';
import { TextDecoder } from 'node:util';
import type { FindingArgs, ImportFile, ImportRefusal, RefusalCode } from '../../../domain/imports/incoming';
import { type Encoding, guessedEncoding, statedEncoding, unstatedUtf16 } from './encoding';
import { formatBytes, formatOf } from './format';
import { piecesOf } from './pieces';

/** A record longer than this is no row of a table; without the bound one line could fill the memory. */
export const maxRecordBytes = 64 * 1024;

export interface Inspection {
  /** The first bytes, enough for the header. */
  readonly head: Buffer;
  readonly contentHash: string;
  readonly encoding: Encoding;
  /** Set where the encoding is a guess: some text as it reads now. */
  readonly example?: string;
  /** A file whose last line does not end may have been cut off. */
  readonly endsWithLineBreak: boolean;
}

export type Refused = { readonly refused: ImportRefusal };

/** The refusal of a whole file. */
export function refuse(code: RefusalCode, args: FindingArgs = {}): Refused {
  return { refused: { code, args } };
}

const unreadable = ['ENOENT', 'EISDIR', 'ENOTDIR', 'EACCES', 'EPERM', 'ENAMETOOLONG'];

/**
 * Reads a file once, holding no more than its beginning, and stops at the first thing that makes it no table of text. A
 * file that is not there or may not be read is a refusal; anything else that goes wrong while reading is thrown.
 */
export async function inspect(file: ImportFile): Promise<Inspection | Refused> {
  try {
    return await inspectBytes(file);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (unreadable.includes(code)) return refuse('unreadable', { reason: code });
    throw error;
  }
}

async function inspectBytes(file: ImportFile): Promise<Inspection | Refused> {
  const hash = createHash('sha256');
  const lines = lineGauge();
  const utf8 = utf8Test();
  let head = Buffer.alloc(0);
  for await (const chunk of piecesOf(file)) {
    hash.update(chunk);
    if (head.length < maxRecordBytes) head = Buffer.concat([head, chunk.subarray(0, maxRecordBytes - head.length)]);
    const refused = head.length >= formatBytes ? otherFormat(head) : undefined;
    if (refused) return refused;
    const faulty = lines.see(chunk, !isUtf16(head));
    if (faulty) return notText(head) ?? faulty;
    utf8.see(chunk);
  }
  const refused = notText(head);
  if (refused) return refused;
  const encoding = await encodingOf(file, head, utf8.isValid());
  if ('refused' in encoding) return encoding;
  return { head, contentHash: hash.digest('hex'), ...encoding, endsWithLineBreak: lines.endsWithLineBreak() };
}

function notText(head: Buffer): Refused | undefined {
  return otherFormat(head) ?? (isBlank(head) ? refuse('empty') : undefined);
}

function otherFormat(head: Buffer): Refused | undefined {
  const format = formatOf(head);
  return format && refuse('other-format', { format });
}

/** Nothing but white space, a byte order mark, or zeros between them as in UTF-16. */
function isBlank(head: Buffer): boolean {
  return head.length < maxRecordBytes && /^[\s\0\xef\xbb\xbf\xff\xfe]*$/.test(head.toString('latin1'));
}

const isUtf16 = (head: Buffer) => (statedEncoding(head) ?? unstatedUtf16(head) ?? '').startsWith('utf-16');

type Encoded = Pick<Inspection, 'encoding' | 'example'>;

async function encodingOf(file: ImportFile, head: Buffer, isUtf8: boolean): Promise<Encoded | Refused> {
  const stated = statedEncoding(head);
  if (stated === 'utf-8') return isUtf8 ? { encoding: stated } : refuse('invalid-utf-8');
  const unicode = stated ?? unstatedUtf16(head) ?? (isUtf8 ? 'utf-8' : undefined);
  if (unicode) return { encoding: unicode };
  return guessedEncoding(await foreignLines(file)) ?? refuse('unknown-encoding');
}

/** Lines with bytes beyond ASCII, as many as are needed to judge by: the rest says nothing about the encoding. */
async function foreignLines(file: ImportFile): Promise<Buffer> {
  const lines: Buffer[] = [];
  let [size, rest] = [0, Buffer.alloc(0)];
  for await (const chunk of piecesOf(file)) {
    const bytes = Buffer.concat([rest, chunk]);
    const end = Math.max(bytes.lastIndexOf(0x0a), bytes.lastIndexOf(0x0d)) + 1;
    size += collectForeign(bytes.subarray(0, end), lines);
    rest = bytes.subarray(end);
    if (size >= maxRecordBytes) return Buffer.concat(lines);
  }
  collectForeign(rest, lines);
  return Buffer.concat(lines);
}

function collectForeign(bytes: Buffer, into: Buffer[]): number {
  let size = 0;
  for (let start = 0; start < bytes.length && size < maxRecordBytes;) {
    const end = bytes.indexOf(0x0a, start) + 1 || bytes.length;
    const line = bytes.subarray(start, end);
    if (line.some((byte) => byte >= 0x80)) {
      into.push(Buffer.from(line));
      size += line.length;
    }
    start = end;
  }
  return size;
}

function utf8Test() {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let valid = true;
  const decode = (chunk?: Uint8Array) => {
    try {
      if (valid) decoder.decode(chunk, { stream: chunk !== undefined });
    } catch {
      valid = false;
    }
    return valid;
  };
  return { see: (chunk: Uint8Array) => void decode(chunk), isValid: () => decode() };
}

const [lineFeed, carriageReturn] = [0x0a, 0x0d];

/** Counts lines and their lengths, and finds the zero bytes that no 8-bit text has. */
function lineGauge() {
  let [feeds, returns, length, last] = [0, 0, 0, -1];
  const line = () => (feeds || returns) + 1;
  return {
    see(chunk: Uint8Array, refusesZeros: boolean): Refused | undefined {
      for (const byte of chunk) {
        if (byte === 0 && refusesZeros) return refuse('nul-bytes', { line: line() });
        if (byte === lineFeed) feeds++;
        if (byte === carriageReturn) returns++;
        length = byte === lineFeed || byte === carriageReturn ? 0 : length + 1;
        if (length > maxRecordBytes) return refuse('record-too-long', { line: line(), kib: maxRecordBytes / 1024 });
        if (byte !== 0) last = byte;
      }
      return undefined;
    },
    endsWithLineBreak: () => last === lineFeed || last === carriageReturn,
  };
}
