/** Recognises the office or the team that a sentence names, and finds which of those on record is meant. */
import { groupings, placeKey, workplacesOf, type Grouping } from '../../domain/partner/people/workplace';
import type { Person } from '../../domain/partner/people/person';
import { isEveryday } from '../language-understanding/everyday-words';
import { isSameStem } from '../language-understanding/lexicon';
import { isHan, normalize } from '../language-understanding/message-text';
import { findPhraseOf, phraseWords, type Phrases } from '../language-understanding/phrases';
import type { Token, Utterance } from '../language-understanding/utterance';

/** An office or a team as it was typed. */
export type NamedPlace = Readonly<Partial<Record<Grouping, string>>>;

/** Words that say that an office or a team is named, in all languages; as a part of a sentence they are looked for at its words. */
const placeWords: Readonly<Record<Grouping, ReadonlySet<string>>> = {
  office:
    wordSet(`office offices location site branch 办公室 办公地点 分公司 辦公室 辦公地點 офис офиса офисе офисов филиал филиала филиале
    escritorio filial unidade`),
  team: wordSet(`team teams department dept 团队 部门 小组 團隊 部門 小組 команда команды команде отдел отдела отделе подразделение
    подразделения equipe equipes time departamento setor area`),
};

/** Words that stand before the name of a place. */
const prepositions = wordSet('in at from of em no na do da в во из на');

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/).map(normalize));
}

/** Words for people that may stand beside. */
const memberWords = wordSet('member members 成员 成員 участник участники участников membro membros integrantes');

/** Longer names are no names: the sentence is about something else. */
const mostWords = 5;

/**
 * The office or team that a sentence names beside the words of its command: with a word for it, or as the place in which people are
 * (`people in Berlin`, `柏林的员工`). Nothing where no place is named.
 */
export function recognizePlace(utterance: Utterance, phrases: Phrases): NamedPlace | undefined {
  const span = findPhraseOf(utterance, phrases);
  if (!span) return undefined;
  const own = new Set(phraseWords(phrases).flat());
  const isNamed = ({ key, fills }: Token) => !fills && !own.has(key) && !isPlaceWord(key) && !memberWords.has(key);
  const { words } = utterance;
  const name = nameOf(words.filter(isNamed));
  if (name === undefined || isListed(name)) return undefined;
  const grouping = groupings.find((one) => words.some(({ key }) => placeWords[one].has(key)));
  if (grouping !== undefined) return { [grouping]: name };
  const isBehind = prepositions.has(words[span.end]?.key ?? '');
  return isBehind || words.slice(0, span.start).some(({ key }) => isHan(key)) ? { office: name } : undefined;
}

function isPlaceWord(key: string): boolean {
  return groupings.some((grouping) => placeWords[grouping].has(key));
}

/** Written together with the name of a place. */
const hanPlaceWord = /(?:办公室|辦公室|办公地点|辦公地點|分公司)$/u;

/** A number at the end is a page. */
function nameOf(words: readonly Token[]): string | undefined {
  const name = words.slice(0, words.findLastIndex(({ key }) => !/^\d{1,4}$/.test(key)) + 1);
  if (name.length === 0 || name.length > mostWords) return undefined;
  return name.map(({ said }) => said.replace(hanPlaceWord, '')).join(name.every(({ key }) => isHan(key)) ? '' : ' ');
}

/**
 * The office or team on record that is meant: by its name, else by a part of it or another form of it. What was typed as an office may
 * be a team.
 */
export function findPlace(
  people: readonly Person[],
  named: NamedPlace,
): NamedPlace | { readonly unknownPlace: string } {
  const known = groupings.map((grouping) => ({
    grouping,
    names: workplacesOf(people, grouping, (one) => one).map(({ name }) => name),
  }));
  const found: Record<string, string> = {};
  for (const grouping of groupings) {
    const typed = named[grouping];
    if (typed === undefined) continue;
    const ordered = known.toSorted((one) => (one.grouping === grouping ? -1 : 1));
    const meant = [isSame, isPart, isForm].flatMap((fits) =>
      ordered.flatMap((one) =>
        one.names.filter((name) => fits(name, typed)).map((name) => ({ by: one.grouping, name })),
      ),
    )[0];
    if (!meant) return mayBePlace(typed) ? { unknownPlace: typed } : {};
    found[meant.by] = meant.name;
  }
  return found;
}

/** "The whole team": words that people type every day are the name of no place, nor is a half sentence. */
function mayBePlace(typed: string): boolean {
  if (isHan(typed)) return /^\p{sc=Han}{2,6}$/u.test(typed) && !isListed(typed);
  const words = typed.split(' ');
  return words.length <= mostInPlace && words.every((word) => /^\p{Lu}/u.test(word) || !isEveryday(word));
}

/** Belo Horizonte, New York City. */
const mostInPlace = 3;

/** Whether Chinese words are of a list and what is in it, as 名单, 全体, 证照. */
function isListed(typed: string): boolean {
  return hanOfList.test(typed);
}

const hanOfList =
  /列出|出来|出來|拉出|所有|所[考证證]|^所$|列所|全[体體部]|名[单單册冊]|清[单單册冊]|列表|[总總][数數览覽]|一[览覽]|[证證]照|[证證][书書]|查看|看看|[谁誰]|在册|^册|建[档檔]|一[份张張]|[单單]子/u;

function isSame(name: string, typed: string): boolean {
  const together = (words: string) => placeKey(words).replaceAll(' ', '');
  return name === typed || (together(name) !== '' && together(name) === together(typed));
}

function isPart(name: string, typed: string): boolean {
  const [has, wanted] = [placeKey(name), placeKey(typed)];
  return wanted !== '' && (isHan(wanted) ? has.includes(wanted) : ` ${has} `.includes(` ${wanted} `));
}

/** Russian declines names: `в Москве` is Москва. */
function isForm(name: string, typed: string): boolean {
  const [has, wanted] = [placeKey(name).split(' '), placeKey(typed).split(' ')];
  return has.length === wanted.length && has.every((word, at) => word === wanted[at] || isSameStem(word, wanted[at]!));
}
