/** Hears one sentence of the corpus: over the people whom the corpus names, on the day on which it was written. */
import { builtInProgramme } from '../../infra/catalogue/load';
import { noIdentifiers, type Person } from '../../domain/partner/people/person';
import { recognizeQuestion, vocabularyFor } from '../../bot/intents/grammar';
import type { SlotContext } from '../../bot/recognizers/slot-recognizer';
import { understandMessage } from '../../bot/hearing/several-requests';
import type { Understanding } from '../../bot/intents/understanding';
import type { Locale } from '../../domain/basics/locale';
import { oneself } from '../../bot/recognizers/people/person-lookup';
import { names, readCorpus, type CorpusLine, type Half } from './corpus';

export const today = '2026-11-28';

const known = [...new Set([...Object.values(names.people), '李明', '王小華'])];
const people = recordOf(known);
const peopleOfAuthored = recordOf([...new Set([...known, ...names.authored])]);

function recordOf(all: readonly string[]): readonly Person[] {
  return all.map((name, at) => ({ id: `person-${at}`, name, identifiers: noIdentifiers, achievements: [] }));
}

const vocabularies = ['competencies', 'designations'].map((id) => vocabularyFor(builtInProgramme(id)));

/** The parts whose sentences name people of the later authors. */
const heardWithAll: ReadonlySet<Half> = new Set(['authored', 'margins', 'colleagues', 'fresh']);

/** Of later parts those are on record whom the sentences of the same language name. */
const heardWithOwn: ReadonlySet<Half> = new Set(['newcomers', 'visitors']);
const records = new Map<string, readonly Person[]>();

function recordFor(half: Half | undefined, locale: Locale): readonly Person[] {
  if (half === undefined || !heardWithOwn.has(half)) return half && heardWithAll.has(half) ? peopleOfAuthored : people;
  const kept = records.get(`${half} ${locale}`);
  if (kept) return kept;
  const record = recordOf([...new Set([...known, ...readCorpus(half, locale).flatMap(namesOf)])]);
  records.set(`${half} ${locale}`, record);
  return record;
}

function namesOf({ parameters: { person, events } }: CorpusLine): readonly string[] {
  const supposed = (events ?? []) as readonly { readonly person?: string }[];
  const named = [person, ...supposed.map((event) => event.person)];
  return named.filter((name): name is string => typeof name === 'string' && name !== oneself);
}

/** What Laurel understands. */
export function hearingOf(line: CorpusLine): Understanding {
  const context = contextOf(line);
  return understandMessage(line.text, context, recognizeQuestion(line.text, context));
}

/** What a sentence is heard with; in the programme that has the competency which the sentence is about. */
export function contextOf({ locale, parameters, half }: CorpusLine): SlotContext {
  const wanted = typeof parameters['competency'] === 'string' ? parameters['competency'] : undefined;
  const vocabulary =
    vocabularies.find(({ programme }) => programme.competencies.some(({ id }) => isSameId(id, wanted))) ??
    vocabularies[0]!;
  return {
    vocabulary,
    locale,
    today,
    people: recordFor(half, locale),
    otherProgrammes: vocabularies.map(({ programme }) => programme),
  };
}

/** The corpus was written without the catalogue at hand: `data-ai` is `data-and-ai`. */
export function isSameId(id: string, wanted: string | undefined): boolean {
  return wanted !== undefined && id.replace('-and-', '-') === wanted.replace('-and-', '-');
}
