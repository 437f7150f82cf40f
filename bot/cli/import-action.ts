/** `laurel import`: imports files one after the other and prints the result of each. */
import { refusalText } from '../../cards/sections/import-text';
import type { Text } from '../../cards/text';
import type { Wording } from '../../cards/words/wording';
import { asJson, asLines, type CliContext } from './cli-context';
import { exitCodes, type ImportOptions } from './actions';
import { fileAt } from '../compose';
import { importJson } from './import-json';
import { importLines } from './import-report';
import { planImport, type PlannedImport } from '../imports/import-preview';
import type { ImportDeps } from '../imports/import-opening';
import type { ImportResult } from '../imports/import-result';
import { importFile } from '../imports/import-file';
import { firstProgramme } from '../../domain/programme/loaded-programmes';

/** Who imports, for the record: the user of this machine's terminal. */
const author = 'terminal';

/** Imports the files in their order; one that is refused does not keep the others out. */
export function importAction(files: readonly string[], options: ImportOptions, context: CliContext): Promise<number> {
  const { tenant, kind, dates, now, dry = false, removeGone = false, json } = options;
  const { text, print, withLaurel } = context;
  return withLaurel(
    async (laurel) => {
      const outcomes: (ImportResult | PlannedImport)[] = [];
      for (const path of files) {
        const ways = { ...(kind && { kind }), ...(dates && { dates }), removesGone: removeGone };
        const where = { tenant: tenant ?? laurel.tenant, file: fileAt(path) };
        const request = { ...ways, ...where, by: author, dry };
        const outcome = await (dry ? planImport : importFile)(laurel.importing, request);
        outcomes.push(outcome);
        if (!json) print(asLines(importLines(outcome, wordingOf(laurel.importing, text))));
      }
      const [only, ...others] = outcomes.map((outcome) => outcomeJson(outcome, text));
      if (json) print(asJson(others.length === 0 ? only : [only, ...others]));
      return outcomes.some((outcome) => 'refused' in outcome) ? exitCodes.failed : exitCodes.done;
    },
    now === undefined ? {} : { now: () => now },
  );
}

function wordingOf({ programmes }: ImportDeps, text: Text): Wording {
  return { text, programme: firstProgramme(programmes) };
}

function outcomeJson(outcome: ImportResult | PlannedImport, text: Text): object {
  if (!('refused' in outcome)) return importJson(outcome, text);
  const { file, refused } = outcome;
  return { file, refused: { code: refused.code, reason: refusalText(refused, text) } };
}
