/** Recognizes supposed events: who leaves, what retires, who passes what, and when. */
import type { Event } from '../../domain/planning/what-if';
import type { Lexicon } from '../language-understanding/lexicon';
import { findPhraseOf, type Phrases, type RecognitionContext } from '../language-understanding/phrases';
import { personNameIn } from './people/person-argument';
import { oneself } from './people/person-lookup';
import { speaksOfOneself } from './people/unnamed-person';
import { tokenize, without, type Utterance } from '../language-understanding/utterance';
import { speaksOfFailure, speaksOfLapse } from './words/lapse-words';
import { recognizeCredentials } from './credential-recognizer';
import { recognizeDay, type RecognizedDay } from './days/day-recognizer';

type Kind = Event['kind'];

/** The verbs of each kind, in every language. */
const verbs: Readonly<Record<Exclude<Kind, 'lapses'>, Phrases>> = {
  passes: {
    en: ['passes', 'pass', 'passed', 'passing', 'earns', 'earn', 'earned', 'completes', 'complete', 'takes'],
    'zh-CN': ['通过', '考过', '考取', '取得', '完成'],
    'zh-TW': ['通過', '考過', '考取', '取得', '完成'],
    'ru-RU': ['сдаст', 'сдадут', 'сдает', 'сдал', 'сдала', 'сдам', 'сдать', 'получит', 'пройдет'],
    'pt-BR': [
      'passar',
      'passa',
      'passarem',
      'passasse',
      'passarmos',
      'aprovado',
      'aprovada',
      'concluir',
      'conclui',
      'obtiver',
      'conquistar',
    ],
  },
  retires: {
    en: ['retires', 'retire', 'retired', 'is retired', 'expires', 'stops counting', 'is withdrawn', 'withdraws'],
    'zh-CN': ['停用', '退役', '停考', '下线'],
    'zh-TW': ['停用', '退役', '停考', '下線'],
    'ru-RU': [
      'прекратится',
      'прекращается',
      'отменят',
      'отменяется',
      'выводится',
      'больше не проводится',
      'отзовут',
      'отозвать',
      'отзывает',
      'снимают',
      'снимут',
      'выводят',
      'выводе',
      'вывод',
      'спишут',
      'списывают',
    ],
    'pt-BR': [
      'for desativado',
      'for desativada',
      'desativado',
      'desativada',
      'aposentado',
      'for aposentado',
      'aposentar',
      'aposentando',
      'aposentada',
    ],
  },
  leaves: {
    en: ['leaves', 'leave', 'leaving', 'left', 'quits', 'quit', 'resigns', 'resign', 'goes', 'departs'],
    'zh-CN': ['离开', '离职', '辞职', '走了'],
    'zh-TW': ['離開', '離職', '辭職', '走了'],
    'ru-RU': ['уйдет', 'уйдут', 'уходит', 'уходят', 'ушел', 'ушла', 'уволится', 'уволятся', 'уволюсь', 'уйду'],
    'pt-BR': ['sair', 'sai', 'saem', 'saírem', 'saísse', 'deixar', 'for embora', 'forem embora'],
  },
};

/** Whether a text speaks of a certification that is withdrawn. */
export function speaksOfRetiring(said: string, lexicon: Lexicon): boolean {
  return findPhraseOf(tokenize(said, lexicon), verbs.retires) !== undefined;
}

/** Other words for somebody who is there no more. */
const gone =
  /(?<!\p{L})(?:gone|no longer|not here|fired|dismissed|увол\p{L}*|уйд\p{L}*|ушл\p{L}*|уход\p{L}*|demit\p{L}*|demiss\p{L}*|desliga\p{L}*|sair\p{L}*|saia\p{L}*|saí\p{L}*|sumir)(?!\p{L})|走[了人掉]|要走|一起走|[离離][职職开開]|[辞辭][职職]|不在|不[干幹]了/iu;

/** Whether a text speaks of somebody who leaves or is there no more. */
export function speaksOfLeaving(said: string, lexicon: Lexicon): boolean {
  return gone.test(said) || findPhraseOf(tokenize(said, lexicon), verbs.leaves) !== undefined;
}

/** Whether a text speaks of somebody who passes or leaves. */
export function speaksOfPassingOrLeaving(said: string, lexicon: Lexicon): boolean {
  const utterance = tokenize(said, lexicon);
  return [verbs.passes, verbs.leaves].some((phrases) => findPhraseOf(utterance, phrases) !== undefined);
}

const returning =
  /(?<!\p{L})(?:volt(?:ar|asse|a)(?! (?:ao|à|a|para o|pro) (?:ouro|prata|gold|silver|n[ií]vel))|returns?(?! to (?:gold|silver|level))|comes? back|верн[её]тся|вернулся)(?!\p{L})|回[来來]/iu;

const standIn =
  /(?<!\p{L})(?:stays?|staying|remains?|takes? over|covers?|steps? in|replaces?|instead of|in place of|остан(?:ется|утся|усь)|остаются|остаётся|остается|замен\p{L}+|вместо|подмен\p{L}+|возьмёт на себя|fica(?:r|m|sse)?|permanec\p{L}+|assum(?:e|ir|isse)|substitu\p{L}+|no lugar|em vez)(?!\p{L})|留下|[顶頂]上|接替|接手|代替|取代|[补補]上|替(?!补)/iu;

/** Whether a text speaks of somebody who stays or takes the place of another: then it is not told who does what. */
export function speaksOfStandIn(said: string): boolean {
  return standIn.test(said);
}

const replacing = new RegExp(
  [
    String.raw`(?<!\p{L})(?:who|anyone|anybody|somebody) (?:\p{L}+ ){0,4}(?:replace|stand in for|cover for|take over from|fill in for|substitute)(?!\p{L})`,
    String.raw`(?<!\p{L})(?:кто|кем) (?:\p{L}+ ){0,3}(?:замен|подмен)\p{L}*`,
    String.raw`(?<!\p{L})(?:quem|algu[eé]m) (?:\p{L}+ ){0,3}substitu\p{L}*`,
    '(?:[谁誰]|有人).*(?:[顶頂]替|替代|接替|代替|取代)',
  ].join('|'),
  'iu',
);

/** Whether a text asks who could take somebody's place, and not who administers instead. */
export function asksWhoReplaces(said: string): boolean {
  return replacing.test(said) && !/admin|админ|管理[员員]/iu.test(said);
}

/** Whether a text speaks of somebody who comes back. */
export function speaksOfReturning(said: string): boolean {
  return returning.test(said);
}

/** What may stand beside a credential or a name and says nothing more. */
const nouns: Phrases = {
  en: ['exam', 'exams', 'certification', 'certificate', 'assessment', 'both'],
  'zh-CN': ['考试', '认证', '证书', '评估', '以后', '之后'],
  'zh-TW': ['測驗', '考試', '認證', '證書', '評定', '以後', '之後'],
  'ru-RU': ['экзамен', 'экзамены', 'сертификация', 'оба', 'обе', 'года'],
  'pt-BR': ['exame', 'exames', 'certificação', 'prova', 'ambos', 'empresa'],
};

/** All words of this, which the lexicon has to know. */
export const eventPhrases: Phrases = together([verbs.passes, verbs.retires, verbs.leaves, nouns]);

function together([first, ...others]: readonly [Phrases, ...Phrases[]]): Phrases {
  const joined = (locale: keyof Phrases): readonly [string, ...string[]] => [
    ...first[locale],
    ...others.flatMap((one) => one[locale]),
  ];
  return {
    en: joined('en'),
    'zh-CN': joined('zh-CN'),
    'zh-TW': joined('zh-TW'),
    'ru-RU': joined('ru-RU'),
    'pt-BR': joined('pt-BR'),
  };
}

/** What joins the parts of a supposition; a comma before a year belongs to the day. */
export const joints =
  /[;,，、；]+(?!\s*\d{4}\b)|\s+(?:and|plus|e(?!\s+se\b)|и|а также)\s+|\s*&\s*|(?<=[\p{L}\p{N}])\s*(?:以及|还有|還有|并且|並且|而且|和|与|與|及)\s*/iu;

/** One part of what is supposed, as far as it goes. */
interface Part {
  readonly kind?: Kind;
  readonly credentials: readonly string[];
  readonly unknown?: string;
  readonly name: string;
  readonly date?: RecognizedDay;
}

/** What is supposed, or what of it cannot be understood; nothing of either where nothing is supposed at all. */
export interface Supposed {
  readonly events: readonly Event[];
  readonly date?: RecognizedDay;
  /** A credential that the programme does not name. */
  readonly unknown?: string;
}

/** Reads everything that is supposed after (or else before) one of these phrases. */
export function recognizeEvents(said: string, hears: Phrases, reading: RecognitionContext): Supposed {
  const pieces = said.split(joints).filter((piece) => piece.trim() !== '');
  const start = Math.max(
    0,
    pieces.findIndex((piece) => findPhraseOf(tokenize(piece, reading.vocabulary.lexicon), hears)),
  );
  const parts = pieces.slice(start).map((piece) => partOf(piece, hears, reading));
  if (pieces.slice(start).some((piece, at) => isOfOneWithout(piece, parts[at]!))) return { events: [] };
  const unclear = parts.find(({ date }) => date && date.readings.length !== 1);
  const unknown = parts.find((part) => part.unknown !== undefined)?.unknown;
  return {
    events: eventsOf(parts),
    ...(unclear?.date && { date: unclear.date }),
    ...(unknown !== undefined && { unknown }),
  };
}

/** What lapses for one person or is not passed is neither passed nor withdrawn for all: such words say too freely whose it is. */
function isOfOneWithout(piece: string, { name, credentials }: Part): boolean {
  const isOfOne = credentials.length > 0 && (name !== '' || speaksOfOneself(piece));
  return isOfOne && (speaksOfLapse(piece) || speaksOfFailure(piece));
}

function partOf(piece: string, hears: Phrases, { vocabulary, locale }: RecognitionContext): Part {
  const { date, rest } = recognizeDay(piece, locale);
  const utterance = afterPhrase(tokenize(rest, vocabulary.lexicon), hears);
  const { credentials, unknown, rest: beside } = recognizeCredentials(utterance, vocabulary.programme);
  const { kind, isOwn, rest: others } = verbIn(beside);
  const words = withoutNouns(others);
  return {
    credentials,
    name: isOwn ? oneself : subjectIn(words),
    ...(kind && { kind }),
    ...(unknown !== undefined && { unknown }),
    ...(date && { date }),
  };
}

/** The name that is left, or the asker where "I" is all that is. */
function subjectIn({ words }: Utterance): string {
  if (words.some(({ fills }) => !fills)) return personNameIn(words).replace(whatThen, '');
  return words.some(({ key }) => firstPerson.has(key)) ? oneself : '';
}

/** What is asked behind what is supposed, without a space in Chinese. */
const whatThen = /(?<=.)(?:[会會将將]|就)?(?:怎么样|怎麼樣|怎样|怎樣|如何|怎么办|怎麼辦)?$/u;

const firstPerson = new Set(['i', 'me', 'myself', 'я', 'eu', '我']);

function afterPhrase(utterance: Utterance, hears: Phrases): Utterance {
  const span = findPhraseOf(utterance, hears);
  if (!span) return utterance;
  const after = { ...utterance, words: utterance.words.slice(span.end) };
  return after.words.length > 0 ? after : { ...utterance, words: utterance.words.slice(0, span.start) };
}

interface Predicate {
  readonly kind?: Kind;
  /** Whether it says "I": whatever follows is no name. */
  readonly isOwn: boolean;
  readonly rest: Utterance;
}

function verbIn(utterance: Utterance): Predicate {
  for (const kind of ['retires', 'passes', 'leaves'] as const) {
    const span = findPhraseOf(utterance, verbs[kind]);
    if (!span) continue;
    const { words } = utterance;
    const isOwn = firstPerson.has(words[span.start - 1]?.key ?? '') || verbsOfOneself.has(words[span.start]!.key);
    return { kind, isOwn, rest: without(utterance, span) };
  }
  return { isOwn: false, rest: utterance };
}

/** Russian verbs that need no "I". */
const verbsOfOneself = new Set(['сдам', 'уволюсь', 'уйду']);

function withoutNouns(utterance: Utterance): Utterance {
  const span = findPhraseOf(utterance, nouns);
  return span ? withoutNouns(without(utterance, span)) : utterance;
}

/** Names and credentials without a verb wait for the next one; credentials after "passes" belong to it. */
function eventsOf(parts: readonly Part[]): readonly Event[] {
  const events: Event[] = [];
  let waiting: readonly Part[] = [];
  let passing: readonly Part[] = [];
  for (const part of parts) {
    if (part.kind === undefined && part.name === '' && passing.length > 0) events.push(...eventsIn(part, passing));
    else if (part.kind === undefined) waiting = [...waiting, part];
    else {
      events.push(...eventsIn(part, [...waiting, part]));
      passing = part.kind === 'passes' ? [...waiting, { ...part, credentials: [] }] : [];
      waiting = [];
    }
  }
  return events;
}

/** What one verb says of everybody and everything before and beside it. A person who retires leaves. */
function eventsIn(part: Part, subjects: readonly Part[]): readonly Event[] {
  const kind = part.kind ?? 'passes';
  const date = part.date ?? subjects.at(-1)?.date;
  const on = date?.readings.length === 1 ? { on: date.readings[0]! } : {};
  const names = subjects.map(({ name }) => name).filter((name) => name !== '');
  const credentials = [...new Set([...subjects, part].flatMap((one) => one.credentials))];
  if (kind === 'passes')
    return names.flatMap((person) => credentials.map((credential) => ({ kind, person, credential, ...on })));
  if (kind === 'retires' && credentials.length > 0)
    return credentials.map((credential) => ({ kind, credential, ...on }));
  return names.map((person) => ({ kind: 'leaves', person, ...on }));
}
