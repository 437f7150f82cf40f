/** The refusal of programme files: nothing runs with rules that are not sure, so every fault is told at once. */
import type { Arguments, Key, Text } from '../../cards/text';

/** A fault as the catalogue gives it: a code with a message `catalogue.fault.<code>`, and where it stands. */
export interface CatalogueFaultView {
  readonly file: string;
  readonly path: string;
  readonly line?: number;
  readonly code: string;
  readonly args: Arguments;
}

/** One or more programme files are wrong. */
export class CatalogueError extends Error {
  override readonly name = 'CatalogueRefused';

  constructor(readonly faults: readonly CatalogueFaultView[]) {
    super(`${faults.length} faults in programme files`);
  }
}

/** Each fault as one line: file, line, path, what is wrong and what to write instead. */
export function faultLines(faults: readonly CatalogueFaultView[], text: Text): readonly string[] {
  return faults.map(({ file, line, path, code, args }) => {
    const place = [line === undefined ? file : `${file}:${line}`, ...(path === '' ? [] : [path])].join(' ');
    return `${place}: ${text.say(`catalogue.fault.${code}` as Key, args)}`;
  });
}
