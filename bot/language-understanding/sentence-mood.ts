/** The mood of a sentence says whether it orders what it names, or denies, questions, supposes or quotes it. */
import { isHan, normalize } from './message-text';

/** `plain` where the sentence orders or states what it names; `forbidden` where a denial begins it that names the action. */
export type SentenceMood = 'quoted' | 'conditional' | 'forbidden' | 'asked' | 'negated' | 'plain';

/** A sentence about an action, and the words of it that do not name the action: `不要警报` is an order, its `不` no denial. */
export interface ActionSentence {
  readonly said: string;
  /** The words beside the phrase that names the action, in their normal form and order. */
  readonly beside: readonly string[];
  /** Whether a part of the sentence names the action. */
  readonly isNamedIn: (part: string) => boolean;
}

/** Words in their normal form (no accents, lower case), in English, Russian and Portuguese at once. */
const negating = wordsIn(`
not dont doesnt didnt isnt arent wasnt werent hasnt havent hadnt wont wouldnt shouldnt mustnt neednt cant cannot couldnt never
nobody without neither nor nothing avoid refuse
не нет ни нельзя никогда никого никто без незачем
nao nunca jamais nem sem ninguem tampouco nada evite
`);
const supposing = wordsIn(`
if unless suppose supposing assuming provided otherwise imagine
если ежели коли допустим предположим представим представь иначе
caso supondo supor suponha suponhamos imagine imagina imaginemos
`);
const asking = wordsIn(`
how what when where who whom whose which why whether should shall ought wonder wondering explain
как почему зачем когда где кто кого кому какой какая какое какие какую каким каких сколько ли разве неужели можно стоит
следует объясни объясните подскажи подскажите куда чем
como qual quais quando onde quem quanto quantos devo deve deveria deveriamos devemos devemos deveriam posso podemos sera
explique explica
`);

/** Verbs that make a question of a sentence which they begin; before `you` they make a polite order. */
const invertible = wordsIn(
  'do does did is are was were am has have had can could would will may might must need que что',
);
const politePeople = wordsIn('you u voce');

/** Chinese is written without spaces, so that these are looked for anywhere. */
const hanAsking =
  /[吗嗎呢吧谁誰哪啥咋]|[怎什甚][么麼]|怎样|怎樣|如何|为何|為何|多少|几时|幾時|何时|何時|是否|能否|可否|[应應][该該]|该不该|該不該|要不要|是不是|能不能|可不可以|[会會]不[会會]|有没有|有沒有|需不需要|何必|何苦|[干幹][嘛吗嗎麼么]|是.{1,14}[还還]是|[划合]算不|得及不|好[还還]是|[应應]不[应應]/u;
const hanSupposing = /如果|假如|要是|倘若|[万萬]一|假[设設]|的[话話]|一旦|若/u;
const hanNegating = /[不没沒勿莫]|(?<![特级級分个個类類识識性辨])[别別]|未(?![来來])|[无無]需|禁止/u;

/** Phrases of several words, in their normal form. */
const inCase =
  /^once (?!more|again|upon)|\b(in case|as long as|on condition|a menos que|desde que|tomara que|quem dera|i wish|if only|hopefully)\b|(^|[\s])(в случае|при условии|лучше бы|хорошо бы|хоть бы|надеюсь)([\s]|$)/u;

const notWanted =
  /(?:would|d) rather (?:you |we )?(?:did ?nt|did not|not|do not|dont)|god forbid|(?:hold|holding) off|(?:refused|refuses|hopes?|hoping|hate) (?:to|for)|глупо|deus me livre|не даи бог|боже упаси|(?:never|did ?nt|did not) (?:asked|ask|told|tell|ordered|said|say)(?: you)? (?:to|that)|не (?:просил|велел)|(?:nunca|nao|momento nenhum)(?: eu)? (?:mandei|pedi|disse)|\b(?:last thing (?:we|i|you)(?: would)?(?: (?:need|want|like|wish|should))|(?:be|is) a mistake|too (?:early|soon) to|far from|yet to|seria um erro|cedo (?:demais )?para)\b|(?<!\p{L})(?:рано|ошибкой)(?!\p{L})/u;

const quotes =
  /“([^”]+)”|„([^“”]+)[“”]|«([^»]+)»|「([^」]+)」|『([^』]+)』|《([^》]+)》|"([^"]+)"|(?<![\p{L}\p{N}])['‘]([^'’]+)['’](?![\p{L}\p{N}])/gu;

/**
 * The mood of a sentence that names an action. It decides between showing what the action would write (`plain`) and explaining
 * how the action is done (every other mood), so in doubt it is not `plain`.
 */
export function sentenceMood({ said, beside, isNamedIn }: ActionSentence): SentenceMood {
  if (quotedParts(said).some(isNamedIn)) return 'quoted';
  const words = new Set(beside);
  const han = beside.filter(isHan).join('');
  const text = beside.join(' ');
  if (has(supposing, words) || inCase.test(text) || hanSupposing.test(han) || isPortugueseIf(said))
    return 'conditional';
  if (startsWithDenial(beside, normalize(said)) && isNamedIn(said)) return 'forbidden';
  if (!isPoliteOrder(said) && (/[?？]/u.test(said) || isAsked(beside, normalize(said)) || hanAsking.test(han)))
    return 'asked';
  return has(negating, words) || notWanted.test(text) || hanNegating.test(han) ? 'negated' : 'plain';
}

/** What a sentence would order if its denying words were not there. */
export function withoutDenial(said: string): string {
  const words = said.split(/\s+/u);
  const isDenying = (word = '') => negating.has(normalize(word));
  const kept = words.filter(
    (word, at) => !isDenying(word) && !(isDenying(words[at + 1]) && /^(?:do|does)$/iu.test(word)),
  );
  return kept.join(' ').replace(/[请請]?(?:不要|[别別勿])/u, '');
}

function startsWithDenial([first = '']: readonly string[], said: string): boolean {
  const isFirst = said === first || said.startsWith(isHan(first) ? first : `${first} `);
  return isFirst && (isHan(first) ? /^[不没沒勿莫别別]/u.test(first) : negating.has(first));
}

const politeOrder = new RegExp(
  [
    String.raw`^(?:\p{L}+ )?(?:can|could|would|will|might) (?:you|u) (?:please |pls |kindly |just )*(?!tell|show|explain|help|not )\p{L}+`,
    String.raw`^(?:(?:voce|vc|por favor) )?(?:pode|podes|podem|poderia|poderiam)(?: voce)?(?: por favor)? \p{L}+(?:[aeio]r|[aei] l[oa]s?)(?!\p{L})`,
    String.raw`^(?:а )?(?:не )?(?:можешь|можете|могли бы вы|мог бы ты|могла бы ты)(?: ли)?(?: пожалуиста)? \p{L}+(?:ть|ти)(?!\p{L})`,
  ].join('|'),
  'u',
);
const asksHow =
  /(?:^|\s)(?:how|what|which|when|why|как|каким|что|qual|quais|como|o que|quando|por que|dizer|mostrar|explicar|ajudar|сказать|показать|объяснить|подсказать|помочь|instruct|teach|guide|walk|describe|list|outline|clarify|advise|confirm|verify|check|steps|procedure|ensinar|instruir|orientar|descrever|listar|esclarecer|aconselhar|confirmar|verificar|passos|научить|описать|пояснить|перечислить|уточнить|посоветовать|подтвердить|проверить|шаги|порядок)(?=\s|$)/u;

/** `可以帮我撤销吗` asks for it as well. */
const politeHan =
  /^(?:可以|能不能|可不可以|可否|能否|能)(?:[请請]|麻[烦煩])?[你您]?(?:[帮幫][我忙]|[给給]我)(?!.*(?:怎|如何|查|看|[说說]|解[释釋]|[讲講]|告))/u;

/** "Can you remove it from Owen?" asks for it and not about it; the normal form has no question mark. */
export function isPoliteOrder(said: string): boolean {
  const normal = normalize(said);
  return politeHan.test(normal) || (politeOrder.test(normal) && !asksHow.test(normal));
}

function isAsked(beside: readonly string[], said: string): boolean {
  const [first = '', second = ''] = beside;
  const isOrder = politePeople.has(second) || negating.has(second);
  if (/^(?:o|por|para|pra) que /u.test(said) || isItWorth.test(said)) return true;
  if (invertible.has(first) && said.startsWith(`${first} `) && beside.length > 1 && !isOrder) return true;
  return beside.some((word, at) => asking.has(word) && !isAsSoonAsPossible(beside, at));
}

const isItWorth =
  /(?<!\p{L})(?:worth it|makes? sense|faz sentido|vale a pena|compensa|имеет (?:ли )?смысл|есть (?:ли )?смысл|выгодно)(?!\p{L})/u;

/** `как можно скорее` asks for haste. */
function isAsSoonAsPossible(beside: readonly string[], at: number): boolean {
  const [from, to] = beside[at] === 'можно' ? [at - 1, at + 1] : [at, at + 2];
  return beside.slice(from, to).join(' ') === 'как можно';
}

/** `se` is also "oneself", which follows its verb or stands right before it; "if" begins a part of the sentence. */
function isPortugueseIf(said: string): boolean {
  return /(^|[,;:]\s*|\be\s+)se\s/iu.test(said) || /\s(?:somente|só|mesmo)\s+se\s/iu.test(said);
}

function quotedParts(said: string): readonly string[] {
  return [...said.matchAll(quotes)].map((match) => match.slice(1).find((part) => part !== undefined) ?? '');
}

function has(known: ReadonlySet<string>, words: ReadonlySet<string>): boolean {
  return [...words].some((word) => known.has(word));
}

function wordsIn(list: string): ReadonlySet<string> {
  return new Set(
    list
      .split(/\s+/)
      .map(normalize)
      .filter((word) => word !== ''),
  );
}

const forbidding = new RegExp(
  [
    String.raw`^(?:please )?(?:do not|dont|never|must not|mustnt) \p{L}`,
    String.raw`^(?:пожалуиста )?(?:не (?:надо|нужно|стоит|следует|вздумаи) \p{L}|не \p{L}+(?:и|ите|аи|аите|яи|яите|уи|уите|ь|ьте)(?!\p{L}))`,
    String.raw`^(?:por favor )?(?:nao|nunca|jamais|n) (?:peca|atribua|registre|desfaca|lance|inclua|mande|convide|remova|apague|exclua|tire|marque|mude|troque|ponha|coloque|cancele|reverta|anote|grave|pare|ative|desative|passe|de|faca|modifique|altere|mexa|suspenda|cadastre|cadastra|adicione|envie|atualize|renove|compre|silencie|desligue|bloqueie|salve|substitua|comece|considere|corrija|exporte|importe|importa|delete|defina|ajuste|aplique|esqueca|manda|apaga|tira|registra|convida|mexe|muda|altera|exporta|desfaz|cancela)(?:m|is)?(?!\p{L})`,
    '^[请請]?(?:不要|别|別|勿|不用|不必)(?!了|的)',
  ].join('|'),
  'u',
);

/** Whether a sentence begins by forbidding what it names: "do not ask Leila", `не назначай`, `不要让`. A statement that denies does not: "не работает". */
export function isForbidden(said: string): boolean {
  return forbidding.test(normalize(said));
}

const ending =
  '(?:stop|mut|silenc|suspend|paus|disabl|turn off|switch off|deactivat|cancel|block|останавлив|останов|приостан|отключ|выключ|глуш|заглуш|блокир|par[ae]|desativ|deslig|bloque|interromp|cort|encerr|calar?)';
const forbiddenEnd = new RegExp(
  `^(?:please |por favor |пожалуиста )?(?:do not|dont|never|nao|n|nunca|не) (?:надо |ever |me )?${ending}|^[请請]?(?:不要|[别別勿])(?:\\s*[把将將]?.{0,8})?\\s*(?:停|[关關]|[静靜]音|屏蔽|封[锁鎖]|取消)`,
  'u',
);

/** Whether a sentence forbids that something ends: "don't mute my alerts", "não suspenda", `别关`. */
export function forbidsEnding(said: string): boolean {
  return forbiddenEnd.test(normalize(said));
}

/** Whether a text says of what it names that it is not wanted, or not yet: "the last thing we need", "has yet to pass". */
export function isNotWanted(said: string): boolean {
  return notWanted.test(normalize(said));
}

const notQuite =
  /(?<!\p{L})(?:almost|nearly|почти|чуть не|едва не|quase|обсуждаем|думаем|подумываем|размышляем|рассматриваем|(?:we|i)(?:['’]re| are|['’]m| am) (?:only |just |still )?(?:thinking|discussing|considering|debating)|(?:estamos|estou) (?:pensando|discutindo|avaliando|considerando))(?!\p{L})|在(?:考[虑慮]|[讨討][论論])|差(?:一)?[点點]|快要[考过過通]/iu;

/** Whether a sentence speaks of what has almost happened: it is not recorded. */
export function isNotQuite(said: string): boolean {
  return notQuite.test(said);
}

const postponed =
  /(?<!\p{L})(?:then )?i(?:['’]ll| will| shall) (?:ask|tell|let) you(?!\p{L})|(?<!\p{L})(?:тогда|потом) (?:и )?(?:попрошу|скажу|сообщу)|(?<!\p{L})(?:попрошу|скажу) (?:тебя|тебе|вас|вам)(?!\p{L})|(?<!\p{L})a[ií] (?:sim )?(?:eu )?(?:peço|aviso|te falo|te aviso)|到[时時]候再|等.{1,20}(?:我?再|才)(?:[让讓叫请請]|[会會]|[麻])/iu;

/** Whether a text puts off what it names: "once she signs I'll ask you to onboard her", `等她报到了我再让你办`. */
export function isPostponed(said: string): boolean {
  return postponed.test(said);
}
