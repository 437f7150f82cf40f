/** The name index finds the people whose names have a typed word in them, without comparing the word with every name. */
import { spokenName, type Person } from '../../../domain/partner/people/person';
import { foldHan } from '../../language-understanding/han-folding';
import { isHan, normalize } from '../../language-understanding/message-text';
import { isChineseName, latinFormsOf, latinKeyOf } from '../../language-understanding/pinyin-name';
import { isCyrillic, recordedSoundOf, soundOf, type Sound } from './name-sound';

/** At which places of the list the people stand whom a key leads to. */
type Places = ReadonlyMap<string, readonly number[]>;

/** What finds people by their names. Each part is made when it is first asked for: most sentences need the first one only. */
export interface NameIndex {
  /** Those of whom one of these words may be a part of the name, in the order of the list; others may be among them. */
  readonly withAnyPart: (typed: readonly string[]) => readonly Person[];
  /** Those whose name is written so in Latin letters without spaces; names that are on record in Latin letters have to have two parts. */
  readonly inPinyin: (pinyin: string) => readonly Person[];
  /** Those who are on record in Chinese characters under this full name, or under this given name of two characters or more. */
  readonly inHan: (form: string) => readonly Person[];
  /** The characters of the longest of these forms; 0 where no one has such a name. */
  readonly longestHan: number;
  /** The names on record in Latin letters that may be Chinese ones, by how pinyin writes them without spaces. */
  readonly latinByPinyin: ReadonlyMap<string, string>;
}

const indexes = new WeakMap<readonly Person[], NameIndex>();

/** The index of these people; made once for a list. */
export function nameIndexOf(people: readonly Person[]): NameIndex {
  const known = indexes.get(people);
  if (known) return known;
  const made = makeIndex(people);
  indexes.set(people, made);
  return made;
}

function makeIndex(people: readonly Person[]): NameIndex {
  const spelt = once(() => partsOf(people));
  const scripts = once(() => soundsOf(spelt().raw));
  const joined = once(() => joinedOf(people));
  const chinese = once(() => chineseOf(people));
  const latinByPinyin = once(() => pinyinOf(people));
  const at = (places: Iterable<number>) =>
    [...new Set(places)].sort((one, other) => one - other).map((place) => people[place]!);
  const placesOfPart = (typed: string): readonly number[] => {
    const { cyrillic, latin } = scripts();
    const alike = isCyrillic(typed) ? [cyrillic, latin] : [cyrillic];
    return [...(spelt().parts.get(reduced(typed)) ?? []), ...alike.flatMap((places) => soundsLike(typed, places))];
  };
  const placesOfPinyin = (key: string) => (key === '' ? [] : (chinese().latin().get(key) ?? []));
  return {
    withAnyPart: (typed) => at([...typed.flatMap(placesOfPart), ...placesOfPinyin(latinKeyOf(typed.join(' ')))]),
    inPinyin: (pinyin) => at([...(joined().get(pinyin) ?? []), ...placesOfPinyin(latinKeyOf(pinyin))]),
    inHan: (form) => at(chinese().forms.get(form) ?? []),
    get longestHan() {
      return chinese().longest;
    },
    get latinByPinyin() {
      return latinByPinyin();
    },
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function add(places: Map<string, number[]>, key: string, place: number): void {
  const known = places.get(key);
  if (known) known.push(place);
  else places.set(key, [place]);
}

/** The parts of names: reduced; and those that are not Chinese as they are written. One with a hyphen is found by its halves as well. */
function partsOf(people: readonly Person[]): { readonly raw: Places; readonly parts: Places } {
  const [raw, parts] = [new Map<string, number[]>(), new Map<string, number[]>()];
  people.forEach((person, place) => {
    for (const part of spokenName(person).split(/\s+/u)) {
      const key = reduced(part);
      const halves = key.includes(' ') ? key.split(' ') : [];
      for (const one of [key, ...halves]) add(parts, one, place);
      if (!isHan(part)) for (const one of [part, ...halves]) add(raw, one, place);
    }
  });
  return { raw, parts };
}

function reduced(word: string): string {
  const key = normalize(word);
  return isHan(key) ? foldHan(key) : key;
}

/** Parts by their sound, those in Cyrillic letters apart: a word in Latin letters is compared with these only. */
function soundsOf(raw: Places): { readonly cyrillic: Places; readonly latin: Places } {
  const [cyrillic, latin] = [new Map<string, number[]>(), new Map<string, number[]>()];
  let latinMade = false;
  const fill = (into: Map<string, number[]>, isMeant: (part: string) => boolean) => {
    for (const [part, places] of raw)
      if (isMeant(part))
        for (const key of soundKeysOf(recordedSoundOf(part))) for (const place of places) add(into, key, place);
  };
  fill(cyrillic, isCyrillic);
  return {
    cyrillic,
    get latin() {
      if (!latinMade) fill(latin, (part) => !isCyrillic(part));
      latinMade = true;
      return latin;
    },
  };
}

/** By what two words may sound alike: one of these keys is then the same. */
function soundKeysOf({ whole, stem, bones }: Sound): readonly string[] {
  return [
    `=${whole}`,
    `-${whole}`,
    ...(stem.length >= 2 ? [`-${stem}`] : []),
    ...(bones.length >= 2 ? [`${whole[0]!}~${bones}`] : []),
  ];
}

function soundsLike(typed: string, places: Places): readonly number[] {
  return soundKeysOf(soundOf(typed)).flatMap((key) => places.get(key) ?? []);
}

/** Names of several parts without spaces, in either order. */
function joinedOf(people: readonly Person[]): Places {
  const joined = new Map<string, number[]>();
  people.forEach((person, place) => {
    const name = spokenName(person);
    const parts = isHan(name) ? [] : normalize(name).split(' ');
    if (parts.length < 2) return;
    add(joined, parts.join(''), place);
    add(joined, parts.toReversed().join(''), place);
  });
  return joined;
}

interface Chinese {
  readonly forms: Places;
  readonly longest: number;
  /** By pinyin. The dictionary is read only where this is asked for. */
  readonly latin: () => Places;
}

/** Names in Chinese characters: in full, or the given name of two characters. */
function chineseOf(people: readonly Person[]): Chinese {
  const forms = new Map<string, number[]>();
  const names: { readonly name: string; readonly place: number }[] = [];
  people.forEach(({ name: written }, place) => {
    if (!isHan(written)) return;
    const name = written.replace(/\s/gu, '');
    const full = foldHan(name);
    add(forms, full, place);
    if (full.length >= 3) add(forms, full.slice(1), place);
    names.push({ name, place });
  });
  const latin = once(() => {
    const found = new Map<string, number[]>();
    for (const { name, place } of names)
      if (isChineseName(name)) for (const form of latinFormsOf(name)) add(found, form, place);
    return found;
  });
  return { forms, longest: [...forms.keys()].reduce((most, { length }) => Math.max(most, length), 0), latin };
}

/** A name on record has a family name beside a given one: one word alone would be found in many sentences. */
function pinyinOf(people: readonly Person[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { name } of people) if (!isHan(name) && /\S\s+\S/u.test(name)) found.set(latinKeyOf(name), name);
  found.delete('');
  return found;
}
