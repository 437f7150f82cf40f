/** A Chinese name stands without a space among other words: it is known by its surname, and by the words around it. */
import { foldHan } from '../../language-understanding/han-folding';
import { nameAt, type IsWord, type TypedName } from './typed-name';

/** The surnames that most people in China and Taiwan have, in simplified characters, without those that mostly are a word. */
export const surnames: ReadonlySet<string> = new Set(
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊陆郝孔崔康毛邱秦江史顾侯邵孟龙雷汤尹黎易常武乔贺赖龚庞樊殷陶洪翟安颜倪严温俞葛伍韦申尤毕聂焦向柳邢岳齐梅庄辛管祝左涂谷舒牟卜詹关苗童欧甄曲游裴席卫屈鲍覃霍翁甘景柏宁柯阮桂闵佟骆戚穆佘阚滕窦褚邬邝冼蔺隋鄢缪荆亓蒲冉岑晏祁朴',
);

/** Surnames that are words as well: only a given name of two characters makes a name of them. */
const doubtful = '齐高方马关周安任';

/** Surnames of two characters. */
const compound = /^(?:欧阳|上官|司马|诸葛|皇甫|尉迟|公孙|慕容|司徒|夏侯|令狐|端木|南宫)/u;

/** Before a surname they make a name of it: 小陈, 老王. */
export const familiar: ReadonlySet<string> = new Set('小老阿');

/** Behind a surname: 王总, 陈老师. */
const titled = /^.(?:总监|经理|老师|先生|女士|小姐|主任|主管|组长|协理|副理|总|工|姐|哥)/u;

/** A surname that is something else behind these: 那张 counts certificates, 如何 asks. */
/** What is none with what follows: 何事 asks, 顾上 finds time. */
const noSurnameBefore =
  /^(?:何[事时時处處人种種故必以为]|[顾顧][上不及得虑慮]|.(?:什[么麼]|怎[么麼]|多少|哪[个個些]))/u;

const noSurname = /[那这每几哪一两某该此本首下上]张$|[如任几为]何$/u;

/** Single characters that stand before a Chinese name, and behind it. */
const before = '把给看查帮跟和与让请问叫是找对为由等替记加拉邀催约若果设删除改的将于教派假如到及下了忘没掉出天';

/** Verbs of two characters that ask for somebody and end in one that says where: 撤下. */
const verbsBefore = /[撤拿卸留记写登][下上]$/u;
/** What somebody holds: `郭俊廷名下的`. */
const holding = /^[名头][下上]/u;
const behind =
  '的有是在两兩几幾半手考持拿走离已刚把过和跟与能会要昨上下今明也还到这那来就都没不需想现目从以之通前后自被又再做吧啊呢了去入调转升退请接回合返跳辞绑连报参计算';

const onlyHan = /^\p{sc=Han}+$/u;

/** More of a text is not looked at for Chinese names: finding its words takes longer the longer it is. */
const mostCharacters = 400;

/** No given name ends in these. */
const particles = '已的有是在把过和跟与会要也还到就都没不吧啊呢了吗才说想发从被给去跳转考拿写休办辞挂搬上下昨计算';

/** Returns who is named in Chinese characters, on record or not, in the order of the text. */
export function chineseNamesIn(text: string, isWord: IsWord): readonly TypedName[] {
  const folded = foldHan(text.slice(0, mostCharacters));
  const places = [...folded].length === folded.length ? [...folded.matchAll(/\p{sc=Han}/gu)] : [];
  const begins = places
    .map(({ index }) => index)
    .filter((at) => surnames.has(folded[at]!) || familiar.has(folded[at]!) || compound.test(folded.slice(at, at + 2)));
  const foreign = foreignNamesIn(text.slice(0, mostCharacters));
  if (begins.length === 0) return foreign;
  const words = segmented(folded);
  const names: TypedName[] = [];
  for (const start of begins) {
    if (start < (names.at(-1)?.end ?? 0) || isWord(folded.slice(start, start + 2))) continue;
    const length = nameLength(folded, start, words);
    if (length > 0) names.push(nameAt(text, start, start + length));
  }
  const isApart = (one: TypedName) => foreign.every(({ start, end }) => one.end <= start || end <= one.start);
  return [...names.filter(isApart), ...foreign].sort((one, other) => one.start - other.start);
}

/** What stands before such a name and behind it, without what is often a part of one. */
const beforeForeign = '叫把给給帮幫请請让讓跟和与與是对對查找了';
const behindForeign =
  '的是在了吗嗎呢有能会會要和与與跟已考走刚剛也都说說把还還过過想去从從我你他她对對于於关關拉进進算';

const dotted = /\p{sc=Han}{1,7}(?:[·•‧]\p{sc=Han}{1,6})+/gu;

/** `木拉提·艾山`: a dot joins the parts of a name from elsewhere; what stands before names and behind them is no part of it. */
function foreignNamesIn(text: string): readonly TypedName[] {
  return [...text.matchAll(dotted)].map(({ 0: found, index }) => {
    const first = /^\p{sc=Han}+/u.exec(found)![0];
    const lead =
      [...first].findLastIndex((character, at) => at < first.length - 1 && beforeForeign.includes(character)) + 1;
    const last = found.search(/\p{sc=Han}+$/u);
    const tail = [...found.slice(last)].findIndex((character, at) => at > 0 && behindForeign.includes(character));
    return nameAt(text, index + lead, index + (tail < 0 ? found.length : last + tail));
  });
}

interface Segmented {
  readonly starts: ReadonlySet<number>;
  /** Where a name may end: before a word of several characters, or before a character that stands behind names. */
  readonly ends: ReadonlySet<number>;
}

let segmenter: Intl.Segmenter | undefined;

/** Where the words of a Chinese text begin, as far as the dictionary of the runtime knows them. */
function segmented(text: string): Segmented {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const words = [...segmenter.segment(text)];
  const isEnd = (word: string) => !/\p{sc=Han}/u.test(word) || word.length > 1 || behind.includes(word);
  const ends = words
    .filter(({ segment, index }) => isEnd(segment) || holding.test(text.slice(index)))
    .map(({ index }) => index);
  return { starts: new Set(words.map(({ index }) => index)), ends: new Set([...ends, text.length]) };
}

/** How many characters the name that begins here has; 0 where none does. */
function nameLength(text: string, start: number, { starts, ends }: Segmented): number {
  if (familiar.has(text[start]!)) return surnames.has(text[start + 1] ?? '') && ends.has(start + 2) ? 2 : 0;
  const isCompound = compound.test(text.slice(start, start + 2));
  if (noSurname.test(text.slice(Math.max(0, start - 1), start + 1)) || noSurnameBefore.test(text.slice(start)))
    return 0;
  if (!mayBegin(text, start, starts)) return 0;
  const title = titled.exec(text.slice(start, start + 3))?.[0].length ?? 0;
  if (title > 2 || (title > 0 && ends.has(start + title))) return title;
  const isName = (length: number) =>
    ends.has(start + length) && onlyHan.test(text.slice(start, start + length)) && start + length <= text.length;
  const given = isCompound ? start + 3 : start + 2;
  const isBeside =
    particles.includes(text[given] ?? ' ') ||
    (isCompound && `${behind}发于之`.includes(text[given] ?? ' ')) ||
    /^于\s?\d/u.test(text.slice(given)) ||
    holding.test(text.slice(given)) ||
    /^(?:[两几三四](?:个|位|人)|[谈聊])/u.test(text.slice(given)) ||
    /^[名头]字/u.test(text.slice(given));
  const shortest = given - start;
  const lengths = isBeside ? [shortest] : [shortest + 1, shortest];
  const isWhole = (length: number) => isName(length) || (isBeside && onlyHan.test(text.slice(start, start + length)));
  return lengths.filter((length) => length > 2 || !doubtful.includes(text[start]!)).find(isWhole) ?? 0;
}

/** A name begins behind what stands before names, at the beginning of a part, or behind a whole word. */
function mayBegin(text: string, start: number, starts: Segmented['starts']): boolean {
  const preceding = text[start - 1] ?? ' ';
  if (before.includes(preceding) || verbsBefore.test(text.slice(Math.max(0, start - 2), start))) return true;
  if (familiar.has(preceding) || !starts.has(start)) return false;
  return !/\p{sc=Han}/u.test(preceding) || !starts.has(start - 1);
}

/** Whether a given name may begin here that stands without its surname: behind no other surname, and as a whole name does. */
export function mayNameBegin(text: string, start: number): boolean {
  const preceding = text[start - 1] ?? ' ';
  if (!/\p{sc=Han}/u.test(preceding) || before.includes(preceding)) return true;
  if (surnames.has(preceding) && !doubtful.includes(preceding)) return false;
  if (compound.test(text.slice(Math.max(0, start - 2), start))) return false;
  return mayBegin(text, start, segmented(text).starts);
}
