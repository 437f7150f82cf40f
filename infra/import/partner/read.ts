/** Reads the settings of a partner as `laurel export` writes them: every field is a row of its own, taken or rejected. */
import type { ImportFile, ReadFile, ReadOptions, Rejection, RejectionCode } from '../../../domain/imports/incoming';
import { programmeIdsIn } from '../../../domain/programme/joined-programme';
import { partnerSchema } from '../../tables/schema';
import { type Inspection, type Refused, refuse } from '../parsing/bytes';

/** Larger than any settings are; in bytes. */
const largest = 1024 * 1024;

/** A partner has a dozen fields, and the deepest of them is a list of objects. */
const [mostFields, deepest] = [100, 10];

/** Whose data it is, and who may change it, is nothing that a file decides. */
const notForFiles = ['tenant', 'admins'];

const { tenant: _, admins: __, ...fields } = partnerSchema.shape;

/** Whether a file is JSON rather than a table, by its first sign. */
export function isJson({ head, encoding }: Inspection): boolean {
  return encoding === 'utf-8' && /^(?:\xef\xbb\xbf)?\s*\{/.test(head.toString('latin1'));
}

/** The settings in the file. What it says of itself beyond the settings of a partner is rejected by name. */
export async function readPartner(
  file: ImportFile,
  { contentHash }: Inspection,
  options: ReadOptions,
): Promise<ReadFile | Refused> {
  const given = objectIn(await textOf(file));
  if (!given) return refuse('no-settings');
  const rows = Object.entries(given).filter(([name]) => !notForFiles.includes(name));
  const settings: Record<string, unknown> = {};
  const rejected: Rejection[] = [];
  for (const [name, value] of rows) {
    const read = settingOf(name, value, options);
    if ('code' in read) rejected.push({ line: 1, column: name, value: shown(value), code: read.code, args: {} });
    else settings[name] = read.value;
  }
  const empty = { line: 1, column: '', value: '', code: 'no-rows', args: {} } as const;
  return {
    facts: { kind: 'partner', settings: settings },
    contentHash,
    rows: rows.length,
    rejected,
    warnings: rows.length === 0 ? [empty] : [],
  };
}

async function textOf(file: ImportFile): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of file.open()) {
    size += chunk.length;
    if (size > largest) return '';
    chunks.push(chunk);
  }
  return Buffer.concat(chunks)
    .toString('utf8')
    .replace(/^\ufeff/, '');
}

function objectIn(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const isSettings = isObject(value) && !Array.isArray(value) && Object.keys(value).length <= mostFields;
    return isSettings && !isDeeper(value, deepest) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Whether objects lie in each other more than so many times: what compares or writes them would run out of stack. */
function isDeeper(value: object, depth: number): boolean {
  return depth === 0 || Object.values(value).some((part) => isObject(part) && isDeeper(part, depth - 1));
}

type Read = { readonly value: unknown } | { readonly code: RejectionCode };

function settingOf(name: string, value: unknown, { names, programmes }: ReadOptions): Read {
  if (!Object.hasOwn(fields, name)) return { code: 'unknown-setting' };
  const read = fields[name as keyof typeof fields].safeParse(value);
  if (!read.success) return { code: 'not-such-a-setting' };
  const areLoaded = () => programmeIdsIn(value as string).every((id) => programmes?.has(id) === true);
  if (name === 'programme' && !areLoaded()) return { code: 'unknown-programme' };
  const { level } = (name === 'membership' ? read.data : {}) as { readonly level?: string };
  return level !== undefined && names.level(level) !== level ? { code: 'unknown-level' } : { value: read.data };
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
