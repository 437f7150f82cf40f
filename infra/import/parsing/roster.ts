/** A roster gathers the rows of a file by the people they name, so that what is held grows with people and not with rows. */
import { later } from '../../../domain/basics/date';
import {
  type IncomingAchievement,
  type IncomingPerson,
  personDateNames,
  type PersonDates,
  personPlaceNames,
  type PersonPlaces,
} from '../../../domain/imports/incoming';
import { lastPlaces } from '../../../domain/imports/person-rows';
import type { Identifiers } from '../../../domain/partner/people/person';

/** What one row says of a person. */
export interface RosterMention {
  readonly line: number;
  readonly identifiers: Identifiers;
  readonly name: string;
  readonly dates?: PersonDates;
  readonly places?: PersonPlaces;
  readonly achievement?: IncomingAchievement;
}

interface Gathered {
  line: number;
  readonly identifiers: Identifiers;
  name: string;
  namedOn?: string;
  dates: PersonDates;
  places?: PersonPlaces;
  readonly achievements: IncomingAchievement[];
}

export interface Roster {
  add(mention: RosterMention): void;
  people(): readonly IncomingPerson[];
}

/** An empty roster. Rows with the very same signs become one entry; who is the same by other signs is decided later. */
export function roster(): Roster {
  const entries = new Map<string, Gathered>();
  const shared = sharedTexts();
  return {
    add(mention) {
      const { corpEmail, mcpId, email, aadUserId } = mention.identifiers;
      const key = [corpEmail, mcpId, email, aadUserId].join(' ');
      const entry = entries.get(key);
      if (entry) extend(entry, mention, shared);
      else entries.set(key, opened(mention, shared));
    },
    people: () => [...entries.values()],
  };
}

type Shared = (text: string) => string;

/** Titles and dates repeat from row to row: each text is held once. */
function sharedTexts(): Shared {
  const texts = new Map<string, string>();
  return (text) => {
    const known = texts.get(text);
    if (known === undefined) texts.set(text, text);
    return known ?? text;
  };
}

function opened({ line, identifiers, name, dates, places, achievement }: RosterMention, shared: Shared): Gathered {
  return {
    line,
    identifiers,
    name,
    ...(name !== '' && achievement && { namedOn: shared(achievement.completedOn) }),
    dates: dates ?? {},
    ...(places && saysAny(places) && { places: held(places, shared) }),
    achievements: achievement ? [compact(achievement, shared)] : [],
  };
}

function extend(entry: Gathered, { line, name, dates, places, achievement }: RosterMention, shared: Shared): void {
  entry.line = Math.min(entry.line, line);
  const namedOn = achievement?.completedOn ?? '';
  if (name !== '' && `${namedOn} ${name}` > `${entry.namedOn ?? ''} ${entry.name}`) {
    entry.name = name;
    if (namedOn !== '') entry.namedOn = shared(namedOn);
  }
  if (dates) entry.dates = latest(entry.dates, dates);
  if (places && saysAny(places)) entry.places = held(lastPlaces([entry.places ?? {}, places]), shared);
  if (achievement) entry.achievements.push(compact(achievement, shared));
}

function latest(one: PersonDates, other: PersonDates): PersonDates {
  return Object.fromEntries(
    personDateNames.flatMap((name) => {
      const date = later(one[name], other[name]);
      return date === undefined ? [] : [[name, date]];
    }),
  );
}

function saysAny(places: PersonPlaces): boolean {
  return personPlaceNames.some((name) => places[name] !== undefined);
}

/** Offices and teams repeat from row to row. */
function held(places: PersonPlaces, shared: Shared): PersonPlaces {
  return Object.fromEntries(Object.entries(places).map(([name, place]) => [name, shared(place)]));
}

function compact(
  { title, activityId, kind, completedOn, expiresOn }: IncomingAchievement,
  shared: Shared,
): IncomingAchievement {
  return {
    title: shared(title),
    completedOn: shared(completedOn),
    ...(activityId !== undefined && { activityId: shared(activityId) }),
    ...(kind !== undefined && { kind }),
    ...(expiresOn !== undefined && { expiresOn: shared(expiresOn) }),
  };
}
