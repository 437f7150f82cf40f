/** What Laurel says about an imported file, in the reader's language: refusals, rejected rows, warnings. */
import { isCalendarDate } from '../../domain/basics/date';
import type { ImportKind } from '../../domain/partner/import-record';
import type { FindingArgs, ImportRefusal, Rejection, Warning } from '../../domain/imports/incoming';
import type { Text } from '../text';

/** Why the file was not taken, and what to do about it, in whole sentences. */
export function refusalText({ code, args }: ImportRefusal, text: Text): string {
  return text.say(`import.refused.${code}`, shown(args, text));
}

/** Why the row was not taken, as a remark beside its line, column and value. */
export function rejectionText({ code, column, value, args }: Rejection, text: Text): string {
  return text.say(`import.rejected.${code}`, shown({ ...args, column, value }, text));
}

/** What should be looked at in this line, as a remark beside it. */
export function warningText({ code, column, value, args }: Warning, text: Text): string {
  return text.say(`import.warning.${code}`, shown({ ...args, column, value }, text));
}

/** What a kind of file is called. */
export function importKindText(kind: ImportKind, text: Text): string {
  return text.say(`import.kind.${kind}`);
}

const kinds = ['kind', 'recognised'];

/** Dates are written out, so that day and month cannot be confused; kinds get their names; values stay as they are. */
function shown(args: FindingArgs, text: Text): FindingArgs {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => {
      if (kinds.includes(name)) return [name, importKindText(value as ImportKind, text)];
      const isDate = name !== 'value' && typeof value === 'string' && isCalendarDate(value);
      return [name, isDate ? text.date(value) : value];
    }),
  );
}
