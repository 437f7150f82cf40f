/** Reads our list of people: each row is one person, and an empty cell says nothing. */
import { personDateNames, type PersonDates } from '../../../domain/imports/incoming';
import { identifiersIn, isKnown } from '../parsing/identifier-cell';
import { roster } from '../parsing/roster';
import type { ParsedEntry, Rejected, Source } from '../parsing/source';
import { type PeopleField, peopleSchema } from './schema';

export const peopleSource: Source<PeopleField> = {
  schema: peopleSchema,
  extract() {
    const found = roster();
    return {
      take(entry) {
        const identifiers = identifiersIn(entry);
        if (!isKnown(identifiers)) return entry.rejected('no-identifier');
        const read = datesIn(entry);
        if ('rejected' in read) return read;
        found.add({ line: entry.line, identifiers, name: entry.words('name'), dates: read.dates });
        return undefined;
      },
      finish: () => ({ facts: { kind: 'people', people: found.people() } }),
    };
  },
};

function datesIn(entry: ParsedEntry<PeopleField>): { readonly dates: PersonDates } | Rejected {
  const dates: Record<string, string> = {};
  for (const name of personDateNames) {
    const read = entry.date(name);
    if ('rejected' in read) return read;
    if (read.date !== undefined) dates[name] = read.date;
  }
  return { dates };
}
