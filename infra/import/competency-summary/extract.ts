/** Reads the competency summary: each row is what Partner Center shows of one competency at one level. */
import type { ImportNames } from '../../../domain/imports/incoming';
import type { ShownCompetency } from '../../../domain/partner/partner';
import type { ParsedEntry, Rejected, Source } from '../parsing/source';
import { type SummaryField, summarySchema } from './schema';

export const competencySummary: Source<SummaryField> = {
  schema: summarySchema,
  extract({ names }) {
    const shown: ShownCompetency[] = [];
    return {
      take(entry) {
        const read = shownIn(entry, names);
        if ('rejected' in read) return read;
        shown.push(read);
        return undefined;
      },
      finish: () => ({ facts: { kind: 'competency-summary', shown } }),
    };
  },
};

const statuses: ReadonlyMap<string, ShownCompetency['status']> = new Map([
  ['active', 'active'],
  ['inactive', 'inactive'],
  ['in grace period', 'in-grace-period'],
]);

const statusOf = (text: string) => statuses.get(text.toLowerCase().replace(/[\s_-]+/g, ' '));

function shownIn(entry: ParsedEntry<SummaryField>, names: ImportNames): ShownCompetency | Rejected {
  const empty = (['competency', 'level', 'status'] as const).find((field) => entry.text(field) === '');
  if (empty) return entry.rejected('missing-value', empty);
  const name = entry.text('competency');
  const competency = names.competency(name);
  if (competency === undefined)
    return entry.rejected(names.sharedBy(name).length > 0 ? 'shared-name' : 'unknown-competency', 'competency');
  const level = names.level(entry.text('level'));
  if (level === undefined) return entry.rejected('unknown-level', 'level');
  const status = statusOf(entry.text('status'));
  if (status === undefined) return entry.rejected('unknown-status', 'status');
  const starts = entry.date('startsOn');
  if ('rejected' in starts) return starts;
  const ends = entry.date('endsOn');
  if ('rejected' in ends) return ends;
  const [startsOn, endsOn] = [starts.date, ends.date];
  if (startsOn && endsOn && endsOn < startsOn) return entry.rejected('end-before-start', 'endsOn');
  return { competency, level, status, ...(startsOn && { startsOn }), ...(endsOn && { endsOn }) };
}
