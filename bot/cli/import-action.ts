/** `laurel import`: imports files one after the other and prints the result of each. */
import { refusalText } from '../../cards/sections/import-text';
import type { Text } from '../../cards/text';
import type { Wording } from '../../cards/words/wording';
import { asJson, asLines, type CliContext, type Laurel } from './cli-context';
import { exitCodes, type ImportOptions } from './actions';
import { fileAt } from '../composition/compose';
import { importJson } from './import-json';
import { importLines } from './import-report';
import { isBackupAt, restoreAt } from './backup-import';
import { meaningWords, nextStepWords } from '../../cards/words/import-meaning';
import { partnerDayAt } from '../../domain/partner/partner-day';
import { meaningOf } from '../../domain/imports/import-meaning';
import { factsOf } from '../../domain/membership/cached-standing';
import { loadPartnerFacts } from '../partner/partner-facts';
import { atMostEvery } from '../imports/import-progress';
import { planImport, type PlannedImport } from '../imports/import-preview';
import type { ImportDeps } from '../imports/import-opening';
import type { ImportResult } from '../imports/import-result';
import { importFile } from '../imports/import-file';
import { followedProgramme } from '../../domain/programme/loaded-programmes';
import { readPartnerRow } from '../store/partner-row';

/** Who imports, for the record: the user of this machine's terminal. */
const author = 'terminal';

/** Milliseconds; told beside what is printed, so that JSON stays JSON. */
const tellProgressEvery = 1_000;

/** Imports the files in their order; one that is refused does not keep the others out. */
export function importAction(files: readonly string[], options: ImportOptions, context: CliContext): Promise<number> {
  const { now, json } = options;
  const { print, withLaurel } = context;
  return withLaurel(
    async (laurel) => {
      const reports: FileReport[] = [];
      for (const path of files) {
        const report = await importPath(path, options, { laurel, context });
        if (!json) print(asLines(report.lines));
        reports.push(report);
      }
      const [only, ...others] = reports.map((report) => report.json);
      if (json) print(asJson(others.length === 0 ? only : [only, ...others]));
      return reports.some(({ isRefused }) => isRefused) ? exitCodes.failed : exitCodes.done;
    },
    now === undefined ? {} : { now: () => now },
  );
}

/** What came of one file, for people and for scripts. */
interface FileReport {
  readonly isRefused: boolean;
  readonly lines: readonly string[];
  readonly json: object | undefined;
}

interface Importing {
  readonly laurel: Laurel;
  readonly context: CliContext;
}

async function importPath(
  path: string,
  options: ImportOptions,
  { laurel, context: { text, complain } }: Importing,
): Promise<FileReport> {
  const { kind, dates } = options;
  const [tenant, dry] = [options.tenant ?? laurel.tenant, options.dry ?? false];
  if (await isBackupAt(path)) {
    const { line, ...restored } = await restoreAt({ path, tenant, dry }, laurel, text);
    return { ...restored, lines: [line] };
  }
  const importing = laurel.importing();
  const ways = { ...(kind && { kind }), ...(dates && { dates }), removesGone: options.removeGone ?? false };
  const request = { ...ways, tenant, file: fileAt(path), by: author, dry };
  const onProgress = atMostEvery(tellProgressEvery, (progress) =>
    complain(`  ${text.say('import.running.progress', { ...progress })}\n`),
  );
  const outcome = await (dry ? planImport : importFile)({ ...importing, onProgress }, request);
  const isRefused = 'refused' in outcome;
  if (options.json) return { isRefused, lines: [], json: outcomeJson(outcome, text) };
  const lines = importLines(outcome, await wordingOf(importing, tenant, text));
  const meaning = dry || isRefused ? [] : await meaningLines(importing, tenant, text);
  return { isRefused, lines: [...lines, ...meaning], json: undefined };
}

/** What everything on record means after the import, and what to type next. */
async function meaningLines(deps: ImportDeps, tenant: string, text: Text): Promise<readonly string[]> {
  const partner = await readPartnerRow(deps, tenant);
  const programme = followedProgramme(partner, deps.programmes);
  const facts = factsOf(partner, { known: await loadPartnerFacts(deps.store, tenant), programme });
  const meaning = meaningOf(
    { partner, programme, facts, today: partnerDayAt(deps.now(), facts.policies) },
    deps.programmes.values(),
  );
  const wording = { text, programme };
  const words = nextStepWords(meaning.next, wording);
  return [...meaningWords(meaning, wording), text.say('cli.import.next', { words })].map((one) => `  ${one}`);
}

async function wordingOf(deps: ImportDeps, tenant: string, text: Text): Promise<Wording> {
  return { text, programme: followedProgramme(await readPartnerRow(deps, tenant), deps.programmes) };
}

function outcomeJson(outcome: ImportResult | PlannedImport, text: Text): object {
  if (!('refused' in outcome)) return importJson(outcome, text);
  const { file, refused } = outcome;
  return { file, refused: { code: refused.code, reason: refusalText(refused, text) } };
}
