/** The vocabulary is what can be understood of a programme: the names of its competencies and levels beside the commands' own words. */
import type { Locale } from '../../domain/basics/locale';
import { nameIn } from '../../domain/basics/locale';
import type { Competency, Level, Programme } from '../../domain/programme/programme';
import { stopWords } from './stop-words';
import { lexiconOf, type Lexicon } from './lexicon';
import { normalize } from './message-text';

/** One way to name a competency, as the words that tell. */
export interface CompetencyName {
  readonly competency: string;
  readonly words: readonly string[];
  /** Whether other forms of the words mean nothing: `dynamicsax` is no other form of `dynamics`. */
  readonly isFixed?: true;
  /** Whether others of the programme bear it, so that it means each of them. */
  readonly isShared?: true;
}

export interface LevelName {
  readonly level: string;
  readonly words: readonly string[];
}

export interface Vocabulary {
  readonly programme: Programme;
  readonly lexicon: Lexicon;
  /** What competencies are called, the fullest names first. */
  readonly names: readonly CompetencyName[];
  /** Of these, the names that the programme itself prints: they decide first what a part of a name means. */
  readonly printedNames: readonly CompetencyName[];
  /** What their options are called, which also tells the competency. */
  readonly optionNames: readonly CompetencyName[];
  readonly levels: readonly LevelName[];
}

/** Everyday words for levels beside the names in the programme. */
const otherLevelNames: Readonly<Record<string, readonly string[]>> = {
  silver: [
    'silver',
    'prata',
    'серебро',
    'серебряный',
    'серебряная',
    'сильвер',
    '银牌',
    '银级',
    '銀牌',
    '銀級',
    '銀會員',
    '银会员',
  ],
  gold: ['gold', 'ouro', 'золото', 'золотой', 'золотая', 'голд', '金牌', '金级', '金級', '金會員', '金会员'],
};

/** The vocabulary of a programme; `phrases` are those of the commands, in every language. */
export function vocabularyOf(programme: Programme, phrases: readonly string[]): Vocabulary {
  const printedNames = programme.competencies.flatMap(printedNamesOf);
  const names = [...printedNames, ...programme.competencies.flatMap(otherNamesOf)];
  const optionNames = programme.competencies.flatMap(optionNamesOf);
  const levels = programme.levels.flatMap(levelNamesOf);
  const telling = [...names, ...optionNames, ...levels].flatMap(({ words }) => words);
  return {
    programme,
    lexicon: lexiconOf([...phrases, ...telling], stopWords),
    names: names.sort((one, other) => size(other) - size(one)),
    printedNames,
    optionNames,
    levels,
  };
}

function size({ words }: CompetencyName): number {
  return words.join('').length;
}

function printedNamesOf({ id, names }: Competency): readonly CompetencyName[] {
  return named(id, Object.values(names).map(tellingPart));
}

function otherNamesOf({ id, names, otherNames, sharedNames = [] }: Competency): readonly CompetencyName[] {
  const spaced = [...Object.values(names), ...otherNames, id.replaceAll('-', ' ')];
  const fixed = [...spaced.flatMap(runTogether), ...abbreviationsOf(names.en)].map((word) => [word]);
  const together = named(id, fixed).map((name): CompetencyName => ({ ...name, isFixed: true }));
  const shared = named(id, sharedNames.map(tellingPart)).map((name): CompetencyName => ({ ...name, isShared: true }));
  return [...named(id, [...otherNames, id.replaceAll('-', ' ')].map(tellingPart)), ...shared, ...together];
}

/** What the names of options have in common and therefore tells nothing. */
const optionWords = new Set(['service', 'services', 'servico', 'servicos', 'specialist', 'especialista']);

function optionNamesOf({ id, options }: Competency): readonly CompetencyName[] {
  const parts = options.flatMap(({ names }) => Object.values(names).map(tellingPart));
  return named(
    id,
    parts.map((words) => words.filter((word) => !optionWords.has(word))),
  );
}

function levelNamesOf({ id, names }: Level): readonly LevelName[] {
  const others = Object.hasOwn(otherLevelNames, id) ? otherLevelNames[id]! : [];
  const all = [id, ...Object.values(names), ...others];
  return all.map((name) => ({ level: id, words: normalize(name).split(' ') }));
}

/** A name without remaining words would match every message. */
function named(competency: string, names: readonly (readonly string[])[]): readonly CompetencyName[] {
  return names.filter(({ length }) => length > 0).map((words) => ({ competency, words }));
}

const fillerWords = new Set(stopWords.map(normalize));

/** The words of a name without those that only join the others. */
function tellingPart(name: string): readonly string[] {
  return normalize(name)
    .split(' ')
    .filter((word) => word !== '' && !fillerWords.has(word));
}

/** `DataPlatform`: as tags and addresses write it. */
function runTogether(name: string): readonly string[] {
  const word = normalize(name).replaceAll(' ', '');
  return /\p{sc=Han}/u.test(word) || word === normalize(name) ? [] : [word];
}

/** The initials of an English name and of its last words, of three letters or more: EMM, PPM, CRM beside CCRM. */
function abbreviationsOf(name: string): readonly string[] {
  const initials = tellingPart(name)
    .map((word) => word[0]!)
    .join('');
  return [...initials].map((_, at) => initials.slice(at)).filter(({ length }) => length >= 3);
}

/** What a person is shown as the name of a competency. */
export function competencyLabel({ programme }: Vocabulary, id: string, locale: Locale): string {
  const competency = programme.competencies.find((one) => one.id === id);
  return competency ? nameIn(locale, competency.names) : id;
}
