/** Reads Chinese names as Russian writes them (by the system of Palladius, in any case): Чжан Вэя is Zhang Wei. */
import LRUCache from 'lru-cache';
import { normalize } from './message-text';

/** Pinyin by Russian syllable, made of initials and finals once; `normalize` has folded ё, й and accents. */
let syllables: ReadonlyMap<string, string> | undefined;

const hardInitials = 'б=b п=p м=m ф=f д=d т=t н=n л=l г=g к=k х=h цз=z ц=c с=s чж=zh ч=ch ш=sh ж=r';
const softInitials = 'б=b п=p м=m д=d т=t н=n л=l цз=j ц=q с=x';
const hardFinals =
  'а=a ай=ai ань=an ан=ang ао=ao о=o,uo э=e эй=ei энь=en эн=eng у=u уа=ua уай=uai уань=uan уан=uang уй=ui уэй=ui унь=un ун=ong оу=ou ы=i и=i';
const softFinals = 'и=i я=ia яо=iao е=ie ю=iu янь=ian ян=iang инь=in ин=ing юн=iong юй=u юань=uan юэ=ue юнь=un';
/** Syllables that begin with no initial. */
const alone =
  'а=a ай=ai ань=an ан=ang ао=ao э=e энь=en эр=er оу=ou и=yi я=ya яо=yao е=ye ю=you янь=yan ян=yang инь=yin ин=ying юн=yong юй=yu юань=yuan юэ=yue юнь=yun у=wu ва=wa во=wo вай=wai вэй=wei вань=wan ван=wang вэнь=wen вэн=weng';

function pairsOf(list: string): readonly (readonly [string, string])[] {
  return list.split(' ').flatMap((pair) => {
    const [russian = '', latin = ''] = pair.split('=');
    return latin.split(',').map((one) => [russian, one] as const);
  });
}

function readSyllables(): ReadonlyMap<string, string> {
  const joined = (initials: string, finals: string) =>
    pairsOf(initials).flatMap(([first, latin]) =>
      pairsOf(finals).map(([last, end]): readonly [string, string] => [first + last, latin + end]),
    );
  const all = [...joined(hardInitials, hardFinals), ...joined(softInitials, softFinals), ...pairsOf(alone)];
  // `o` is the final of labials only, `uo` that of all others; a soft `и` after ц and с is q and x.
  const real = all.filter(([, latin]) =>
    /^[bpmf]/u.test(latin) ? !/uo$/u.test(latin) : !/^[^aeiouyw]+o$/u.test(latin),
  );
  return new Map(real.map(([russian, latin]) => [normalize(russian), latin]));
}

const longestSyllable = 5;
const mostSyllables = 4;

/** The pinyin of a Russian word that is nothing but such syllables, all readings; `normalize` makes й and и one. */
function readingsOf(word: string, left = mostSyllables): readonly string[] {
  if (word === '') return [''];
  if (left === 0) return [];
  syllables ??= readSyllables();
  const known = syllables;
  return Array.from({ length: Math.min(longestSyllable, word.length) }, (_, at) => at + 1).flatMap((length) => {
    const latin = known.get(word.slice(0, length));
    return latin === undefined ? [] : readingsOf(word.slice(length), left - 1).map((rest) => latin + rest);
  });
}

const endings = /(?:ом|ем|ой|а|у|е|я|ю|ы|и)$/u;

/** The word, and what it may have been before a case ended it. */
function formsOf(word: string): readonly string[] {
  const stem = word.replace(endings, '');
  return stem === word || stem === '' ? [word] : [word, stem, `${stem}и`, `${stem}ь`];
}

const kept = new LRUCache<string, readonly string[]>({ max: 2_000 });

/** How the typed words may be written in pinyin, one string of letters for each reading; empty where they are no such name. */
export function pinyinOfRussian(typed: readonly string[]): readonly string[] {
  if (!typed.every((word) => /^\p{Lu}\p{sc=Cyrl}*$/u.test(word))) return [];
  const key = typed.join(' ');
  const known = kept.get(key);
  if (known) return known;
  const words = typed.map((word) => [...new Set(formsOf(normalize(word)).flatMap((form) => readingsOf(form)))]);
  const made = words.reduce<readonly string[]>(
    (starts, readings) => starts.flatMap((start) => readings.map((reading) => start + reading)),
    [''],
  );
  kept.set(key, made);
  return made;
}
