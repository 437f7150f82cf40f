/** Loading: the programme files that come with Laurel and those of the company, checked as a whole before any is used. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Programme } from '../../domain/programme/programme';
import type { CatalogueFault, Finding } from './fault';
import { refuseFile, parseProgramme, type Opened, type CatalogueReading } from './read';
import { extendsAnother } from './schema';
import { readYaml } from './yaml-text';

export type Loading =
  { readonly programmes: ReadonlyMap<string, Programme> } | { readonly faults: readonly CatalogueFault[] };

/** Far more than any programme needs: the competency programme takes about 70 KB. */
const mostBytes = 4_000_000;

/**
 * All programmes by their ids: the built-in ones, then those in the YAML files of the folders, in the order of their
 * names. Whole programmes are read first, then the files that extend them, so an extension may stand anywhere. One wrong
 * file refuses them all, with the faults of every file; a folder that does not exist holds no files. Throws if a folder or
 * a file cannot be read.
 */
export function loadProgrammes(folders: readonly string[] = []): Loading {
  const opened = [...openBuiltIn(), ...folders.flatMap(filesIn).map(open)];
  const programmes = new Map<string, Programme>();
  const faults: CatalogueFault[] = [];
  const take = (file: Opened, mayReplace: boolean) => {
    const reading = parseProgramme(file, [...programmes.values()]);
    if ('faults' in reading) faults.push(...reading.faults);
    else if (!mayReplace && programmes.has(reading.programme.id))
      faults.push(...refuseFile(file, [finding(['id'], 'duplicate-programme', { id: reading.programme.id })]).faults);
    else programmes.set(reading.programme.id, reading.programme);
  };
  for (const file of opened) if (!extendsAnother(file.value)) take(file, false);
  for (const file of opened) if (extendsAnother(file.value)) take(file, true);
  return faults.length > 0 ? { faults } : { programmes };
}

/**
 * The programme of this id, or else the one in the file of this name, which may extend any of the others or stand in for
 * one of them. Throws if a folder or a file cannot be read.
 */
export function loadProgramme(idOrFile: string, folders: readonly string[] = []): CatalogueReading {
  const loading = loadProgrammes(folders);
  if ('faults' in loading) return loading;
  const programme = loading.programmes.get(idOrFile);
  if (programme) return { programme };
  if (isFile(idOrFile)) return parseProgramme(open(idOrFile), [...loading.programmes.values()]);
  const args = { id: idOrFile, known: [...loading.programmes.keys()].join(', ') };
  return refuseFile(unopened(idOrFile), [finding([], 'unknown-programme', args)]);
}

let builtIn: Loading | undefined;

/** A programme that comes with Laurel. Throws if there is none of this id: its files are tested, so that is a bug. */
export function builtInProgramme(id: string): Programme {
  builtIn ??= loadProgrammes();
  const programme = 'programmes' in builtIn ? builtIn.programmes.get(id) : undefined;
  if (!programme) throw new Error(`There is no sound built-in programme ${id}.`);
  return programme;
}

function finding(path: Finding['path'], code: Finding['code'], args: Finding['args']): Finding {
  return { path, code, args };
}

function filesIn(folder: string): readonly string[] {
  const names = ifPresent(() => readdirSync(folder)) ?? [];
  return names
    .filter((name) => /\.ya?ml$/i.test(name))
    .sort()
    .map((name) => join(folder, name))
    .filter(isFile);
}

function isFile(path: string): boolean {
  return ifPresent(() => statSync(path))?.isFile() ?? false;
}

/** What `npm run build` writes in place of the built-in files, because reading YAML took a fifth of the start. */
export const builtInFile = 'built-in.json';

/** The built-in files, which are free of faults: their tests see to it. */
function openBuiltIn(): readonly Opened[] {
  const built = ifPresent(() => readFileSync(join(__dirname, builtInFile), 'utf8'));
  if (built === undefined) return filesIn(__dirname).map(open);
  const values = JSON.parse(built) as Readonly<Record<string, unknown>>;
  return Object.entries(values).map(([file, value]) => ({ file, value, findings: [], lineOf: () => undefined }));
}

/** The values of the built-in files under their names, as JSON. Throws where one of them is no sound YAML. */
export function builtInAsJson(): string {
  const entries = filesIn(__dirname).map((file) => {
    const { value, findings } = open(file);
    if (findings.length > 0) throw new Error(`${file} is no sound YAML.`);
    return [basename(file), value];
  });
  return JSON.stringify(Object.fromEntries(entries));
}

function open(file: string): Opened {
  if (statSync(file).size > mostBytes) return unopened(file, finding([], 'too-large', { most: mostBytes }));
  const text = textOf(readFileSync(file));
  return text === undefined ? unopened(file, finding([], 'not-utf8', {})) : { ...readYaml(text), file };
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function unopened(file: string, ...findings: readonly Finding[]): Opened {
  return { file, findings, lineOf: () => undefined };
}

/** What was asked for, or `undefined` where no such file or folder exists. */
function ifPresent<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
