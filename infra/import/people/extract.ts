/** Reads our list of people: each row is one person, and an empty cell says nothing. */
import {
  personDateNames,
  personPlaceNames,
  type PersonDates,
  type PersonPlaces,
} from '../../../domain/imports/incoming';
import { longestPlace } from '../../../domain/partner/people/person';
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
        found.add({
          line: entry.line,
          identifiers,
          name: entry.words('name'),
          dates: read.dates,
          places: placesIn(entry),
        });
        return undefined;
      },
      finish: () => ({ facts: { kind: 'people', people: found.people() } }),
    };
  },
};

/** A dash is how lists say that there is none. */
const dash = /^[-\u2010-\u2015]$/;

/** An office or a team whose name is too long for one is left out with a remark; the row is taken. */
function placesIn(entry: ParsedEntry<PeopleField>): PersonPlaces {
  const places: Record<string, string> = {};
  for (const name of personPlaceNames) {
    if (entry.text(name) === '') continue;
    const written = dash.test(entry.text(name)) ? '' : entry.words(name).replace(/\s+/gu, ' ');
    if (name !== 'manager' && written.length > longestPlace)
      entry.remark('place-too-long', name, { most: longestPlace });
    else places[name] = written;
  }
  return places;
}

function datesIn(entry: ParsedEntry<PeopleField>): { readonly dates: PersonDates } | Rejected {
  const dates: Record<string, string> = {};
  for (const name of personDateNames) {
    const read = entry.date(name);
    if ('rejected' in read) return read;
    if (read.date !== undefined) dates[name] = read.date;
  }
  return { dates };
}
