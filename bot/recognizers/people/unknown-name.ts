/** An unknown name is that of somebody who is not on record: it is known by how it is written, and by being no word. */
import { chineseNamesIn } from './chinese-name';
import { isFormOfAddress, nameAt, type IsWord, type TypedName } from './typed-name';

const address = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const letter = String.raw`[\p{sc=Latn}\p{sc=Cyrl}\p{M}]`;
const capitalised = String.raw`(?=${letter})\p{Lu}(?:['’]\p{Lu})?(?=${letter})[\p{Ll}\p{M}](?:(?:${letter}|['’-])*${letter})?`;
const oneName = new RegExp(String.raw`(?<!${letter}|[\p{N}@._-])${capitalised}(?!${letter}|[\p{N}@_])`, 'gu');
/** What stands between two parts of a name. */
const joint = /^ (?:\p{Lu}\.? |(?:(?:de|da|do|dos|das|van|von|der|den|bin|al|el|la|di|del) ){0,2})$/u;
/** Behind these a word is written large whatever it is. */
const openings = '.!?…:;\n"“«(-';

/** Returns who is named, in the order of the text. */
export function unknownNamesIn(text: string, isWord: IsWord): readonly TypedName[] {
  const found = [...addressesIn(text), ...chineseNamesIn(text, isWord)];
  const isFree = ({ start, end }: TypedName) => !found.some((one) => start < one.end && one.start < end);
  const names = [...found, ...capitalisedNamesIn(text, isWord).filter(isFree)];
  return names.sort((one, other) => one.start - other.start);
}

function addressesIn(text: string): readonly TypedName[] {
  return [...text.matchAll(address)].map(({ 0: said, index }) => ({ said, start: index, end: index + said.length }));
}

function capitalisedNamesIn(text: string, isWord: IsWord): readonly TypedName[] {
  const names: TypedName[] = [];
  for (const { 0: typed, index: start } of text.matchAll(oneName)) {
    const said = typed.replace(/['’]s$/u, '');
    const end = start + said.length;
    const last = names.at(-1);
    // `Nguyen Thu Ha`: within a name it is no Thursday.
    const isDayInName = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)$/u.test(said) && last?.end === start - 1;
    if (
      isFormOfAddress(said) ||
      product.test(said) ||
      (beginsSentence(text, start) && isRussianVerb(said)) ||
      (!isDayInName && isWord(said, beginsSentence(text, start)))
    )
      continue;
    if (last && joint.test(text.slice(last.end, start))) names[names.length - 1] = nameAt(text, last.start, end);
    else names.push({ said, start, end });
  }
  const isOne = names.length === 1;
  return names.filter(
    (one, at) => !isPlace(text, one) && (isOne || !isOrigin(text, one)) && !isInterjection(text, names.slice(at)),
  );
}

const fromPlace =
  /(?<!\p{L})(?:new \p{L}+|colleague|hire|joiner|\p{Ll}+ over|moved|coming|came|comes|transferred|приехал\p{L}*|перевел\p{L}*|переехал\p{L}*|veio|vinda?|transferid[oa]) (?:from|of|из|d[eoa]) $/iu;

/** "A new guy from Pune, Anand Rao": beside another name, a single word that says where somebody comes from. */
function isOrigin(text: string, { said, start }: TypedName): boolean {
  return !said.includes(' ') && fromPlace.test(text.slice(0, start));
}

/** "Microsoft-аккаунт" is nobody. */
const product = /^(?:Microsoft|Dynamics|Azure|Office|Teams|Windows|Power|Excel|Outlook)(?:-|$)/u;

const russianVerb = /^\p{sc=Cyrl}{3,}(?:(?:йте|ите|ьте)(?:сь)?|лись|лась|лось|[аяе]ю|[аую]юсь|ются|ется|ается)$/u;

const inPlace = /(?<!\p{L})(?:in|at|near|within|em|в|во|из) $/iu;
const placeNoun = /^ (?:office|branch|entity|site|team|hq|subsidiary|hub|region|warehouse|plant|campus)(?!\p{L})/iu;
const ofPlace = /(?<!\p{L})(?:escritório|filial|unidade|sede|cidade) d[eoa] $/iu;

/** "In Lisbon", "the Sydney office": one word that says where, and not who. */
function isPlace(text: string, { said, start, end }: TypedName): boolean {
  if (/^(?:São|Saint|St) /u.test(said) || /(?:São|Saint|St\.?) $/u.test(text.slice(0, start))) return true;
  if (said.includes(' ')) return false;
  const before = text.slice(0, start);
  return inPlace.test(before) || ofPlace.test(before) || placeNoun.test(text.slice(end));
}

/** "Nope, Vikram Chauhan did not": one word first in the sentence, with a comma before a whole name. */
function isInterjection(text: string, [one, next]: readonly TypedName[]): boolean {
  if (!one || !next || one.said.includes(' ') || !next.said.includes(' ')) return false;
  return beginsSentence(text, one.start) && text.slice(one.end, next.start) === ', ';
}

function beginsSentence(text: string, start: number): boolean {
  let at = start;
  while (text[at - 1] === ' ') at -= 1;
  return at === 0 || openings.includes(text[at - 1]!);
}

/** Whether a word ends as no name does: "Инициируйте", "Столкнулись", "Сообщаю". */
export function isRussianVerb(word: string): boolean {
  return russianVerb.test(word);
}
