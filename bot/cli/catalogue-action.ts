/** `laurel catalogue check`: the rules that Laurel counts by, who says so, and the day each was last checked. */
import { dateOf } from '../../domain/basics/date';
import { faultLines } from '../config/catalogue-error';
import { findProgrammes } from '../composition/programmes';
import { checkCatalogue, checkJson, checkLines } from './catalogue-check';
import { asJson, asLines, type CliContext } from './cli-context';
import { exitCodes, type CatalogueOptions } from './actions';

/** Prints the check; the exit code is that of a failure where a rule is too old or a file is refused. */
export function catalogueAction(
  { json }: CatalogueOptions,
  { text, print, complain }: Pick<CliContext, 'text' | 'print' | 'complain'>,
  now: number,
): Promise<number> {
  const found = findProgrammes();
  if ('faults' in found) {
    complain(asLines(faultLines(found.faults, text)));
    return Promise.resolve(exitCodes.failed);
  }
  const check = checkCatalogue([...found.programmes.values()], dateOf(now));
  print(json ? asJson(checkJson(check)) : asLines(checkLines(check, text)));
  return Promise.resolve(check.old > 0 ? exitCodes.failed : exitCodes.done);
}
