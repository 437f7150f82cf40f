/** Reading turns the text of one programme file into a programme, or into everything that is wrong with it. */
import type { Programme } from '../../domain/programme/programme';
import { programmeFaults } from '../../domain/validation/programme-fault';
import { pathText, type CatalogueFault, type Finding } from './fault';
import { formFindings } from './form-fault';
import { extended, programmeOfFile, type Made } from './programme-file';
import { isUnread, salvage } from './salvage';
import { extendsAnother, extensionFile, programmeFile } from './schema';
import { readYaml, type YamlText } from './yaml-text';

export type CatalogueReading = { readonly programme: Programme } | { readonly faults: readonly CatalogueFault[] };

/** One file, opened but not yet understood. */
export interface Opened extends YamlText {
  /** Names the file in faults. */
  readonly file: string;
}

/**
 * The programme that a file's text describes, or everything that is wrong with it. `known` are the programmes that it may
 * extend; `file` names it in faults.
 */
export function readProgramme(text: string, file: string, known: readonly Programme[] = []): CatalogueReading {
  return parseProgramme({ ...readYaml(text), file }, known);
}

/** The programme in a file that was opened before its neighbours were known. */
export function parseProgramme(opened: Opened, known: readonly Programme[]): CatalogueReading {
  if (!('value' in opened)) return refuseFile(opened, opened.findings);
  const made = make(opened, known);
  const findings = [...opened.findings, ...made.findings];
  return 'programme' in made && findings.length === 0 ? { programme: made.programme } : refuseFile(opened, findings);
}

/** The refusal of a file for what was found in it, with the line of each finding. */
export function refuseFile(
  opened: Opened,
  findings: readonly Finding[],
): { readonly faults: readonly CatalogueFault[] } {
  const { file, lineOf } = opened;
  return {
    faults: findings.map(({ path, line = lineOf(path), code, args }) => ({
      file,
      ...(line !== undefined && { line }),
      path: pathText(path),
      code,
      args,
    })),
  };
}

/** A programme with what is wrong with its meaning, or only what is wrong with the form of the file. */
type Attempt = Made | { readonly findings: readonly Finding[] };

/** Faults of form come first; whatever can be read in spite of them is then checked for faults of meaning. */
function make({ value, file }: Opened, known: readonly Programme[]): Attempt {
  const attempt = (part: unknown) => (extendsAnother(part) ? extension(part, file, known) : whole(part));
  if (isOfOtherFormat(value)) return { findings: [{ path: ['format'], code: 'unknown-format', args: {} }] };
  const first = attempt(value);
  if ('programme' in first) return first;
  const rest = salvage(value, first.findings);
  const second = rest && attempt(rest.value);
  if (!second || !('programme' in second)) return first;
  const meant = second.findings.filter(({ path }) => !isUnread(rest, path));
  return { findings: [...first.findings, ...meant] };
}

/** A file of another format is looked at no further: what would be a fault here may be right there. */
function isOfOtherFormat(value: unknown): boolean {
  const format = (value as { readonly format?: unknown } | null | undefined)?.format;
  return format !== undefined && format !== 1;
}

function whole(value: unknown): Attempt {
  const parsed = programmeFile.safeParse(value);
  return parsed.success
    ? checked(programmeOfFile(parsed.data))
    : { findings: formFindings(parsed.error.issues, value) };
}

function extension(value: unknown, file: string, known: readonly Programme[]): Attempt {
  const parsed = extensionFile.safeParse(value);
  if (!parsed.success) return { findings: formFindings(parsed.error.issues, value) };
  const base = known.find(({ id }) => id === parsed.data.extends);
  if (base) return checked(extended(base, parsed.data, file));
  const args = { id: parsed.data.extends, known: known.map(({ id }) => id).join(', ') };
  return { findings: [{ path: ['extends'], code: 'unknown-programme', args }] };
}

function checked({ programme, findings }: Made): Made {
  return { programme, findings: [...findings, ...programmeFaults(programme)] };
}
