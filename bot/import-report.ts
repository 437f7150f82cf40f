/** What an import came to, as lines for people. */
import { importKindText, refusalText, rejectionText, warningText } from '../cards/import-text';
import type { Text } from '../cards/text';
import type { ImportKind } from '../domain/import-record';
import type { Rejection, Warning } from '../domain/incoming';
import type { ImportDone, ImportOutcome } from './importing';

/** The lines to print for one file. */
export function importLines(outcome: ImportOutcome, text: Text): readonly string[] {
  if ('refused' in outcome)
    return [text.say('cli.import.refused', { file: outcome.file, reason: refusalText(outcome.refused, text) })];
  const { file, kind, rows, rejected, warnings, dry } = outcome;
  return [
    text.say('cli.import.done', { file, kind: importKindText(kind, text), rows, rejected: rejected.length }),
    ...counts(outcome, text).map((line) => `  ${line}`),
    ...rejected.map((one) => `  ${lineAbout('rejected', one, text)}`),
    ...warnings.map((one) => `  ${lineAbout('warning', one, text)}`),
    ...(dry ? [`  ${text.say('cli.import.dry-done')}`] : []),
  ];
}

/** What the rows of a kind are about, for the message. */
function itemsOf(kind: ImportKind): string {
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
