/** The programmes that this installation knows: the built-in ones, and those of the company in `programmes/`. */
import { join } from 'node:path';
import { ProgrammeSet } from '../../domain/programme/joined-programme';
import { loadProgramme, loadProgrammes } from '../../infra/catalogue/load';
import { CatalogueError } from '../config/catalogue-error';
import type { AppServices } from '../context/app-services';

/** The folder in which a company keeps programme files of its own: `programmes` in the working directory. */
const ownProgrammes = () => [join(process.cwd(), 'programmes')];

/** Loads one programme, by its id or from a file; faults of the file are returned. */
export function findProgramme(idOrFile: string): ReturnType<typeof loadProgramme> {
  return loadProgramme(idOrFile, ownProgrammes());
}

/** Loads every programme that is known here; faults of the files are returned. */
export function findProgrammes(): ReturnType<typeof loadProgrammes> {
  return loadProgrammes(ownProgrammes());
}

/** Loads every programme that is known here. Throws {@link CatalogueError} if a file is wrong. */
export function openProgrammes(): AppServices['programmes'] {
  const loading = findProgrammes();
  if ('faults' in loading) throw new CatalogueError(loading.faults);
  return new ProgrammeSet(loading.programmes);
}
