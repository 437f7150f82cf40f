/** What an import came to, as lines for people. */
import { importKindText, refusalText, rejectionText, warningText } from '../../cards/sections/import-text';
import type { Text } from '../../cards/text';
import { levelChangeWords } from '../../cards/words/change';
import type { Wording } from '../../cards/words/wording';
import type { ImportKind } from '../../domain/partner/import-record';
import type { Rejection, Warning } from '../../domain/imports/incoming';
import type { PlannedImport } from '../imports/import-preview';
import type { ImportDone, ImportResult } from '../imports/import-result';

/** The lines to print for one file. */
export function importLines(outcome: ImportResult | PlannedImport, wording: Wording): readonly string[] {
  const { text } = wording;
  if ('refused' in outcome)
    return [text.say('cli.import.refused', { file: outcome.file, reason: refusalText(outcome.refused, text) })];
  const { file, kind, rows, rejected, warnings, dry } = outcome;
  return [
    text.say('cli.import.done', { file, kind: importKindText(kind, text), rows, rejected: rejected.length }),
    ...counts(outcome, text).map((line) => `  ${line}`),
    ...rejected.map((one) => `  ${lineAbout('rejected', one, text)}`),
    ...warnings.map((one) => `  ${lineAbout('warning', one, text)}`),
    ...goneLines(outcome, text).map((line) => `  ${line}`),
    ...('effect' in outcome ? effectLines(outcome, wording).map((line) => `  ${line}`) : []),
    ...(dry ? [`  ${text.say('cli.import.dry-done')}`] : []),
  ];
}

function goneLines({ gone, achievements: { removed } }: ImportDone, text: Text): readonly string[] {
  const count = gone.reduce((sum, { achievements }) => sum + achievements.length, 0);
  if (count === 0) return [];
  return [text.say('cli.import.gone', { count, removed: removed > 0 ? 'yes' : 'no' })];
}

function effectLines({ effect }: PlannedImport, wording: Wording): readonly string[] {
  const { text } = wording;
  if (effect.changes.length === 0) return [text.say('cli.import.no-effect')];
  return effect.changes.map((one) => levelChangeWords(one, wording));
}

/** What the rows of a kind are about, for the message. */
function itemsOf(kind: ImportKind): string {
  if (kind === 'partner') return 'settings';
  if (kind === 'competency-summary') return 'competencies';
  return kind === 'figures' ? 'figures' : 'people';
}

function counts({ kind, items, achievements }: ImportDone, text: Text): readonly string[] {
  const ofItems = text.say('cli.import.items', { what: itemsOf(kind), ...items });
  const { new: fresh, unchanged } = achievements;
  const hasAchievements = kind === 'training-completions' || fresh + unchanged > 0;
  return hasAchievements ? [ofItems, text.say('cli.import.achievements', { new: fresh, unchanged })] : [ofItems];
}

function lineAbout(what: 'rejected' | 'warning', finding: Rejection | Warning, text: Text): string {
  const { line, column, value } = finding;
  const reason =
    what === 'rejected' ? rejectionText(finding as Rejection, text) : warningText(finding as Warning, text);
  const cell = what === 'rejected' && column !== '' ? text.say('cli.import.cell', { column, value, reason }) : reason;
  return text.say(`cli.import.${what}`, { line, what: cell });
}
