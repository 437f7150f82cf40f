/** A retraction takes back what a sentence has said before it: "undo, scratch that", «шучу», `算了`; and some words doubt what they tell. */
import { clausesOf } from './request-split';

const takingBack = new RegExp(
  [
    String.raw`^(?:(?:oh|no|well|or|but|actually|ok|okay|wait|stop|hold on)[ ,]+)*(?:scratch that|cancel that|(?:just|only) (?:kidding|joking)|kidding|jk|psych|april fools|forget (?:it|that|i (?:asked|said).*)|never ?mind|hold on|no wait|wait|nah|(?:better |or rather )?(?:do )?not|rather not|keep (?:him|her|it|them)(?: on)?|leave (?:it|that|him|her)(?: as it is| alone)?|i(?:['’]ve)? changed my mind)$`,
    String.raw`^(?:(?:нет|но|ой|ладно|стоп|впрочем|хотя|погоди)[ ,]+)*(?:шучу|шутка|забудь(?:те)?|стоп|оставь(?:те)?|отбой|не надо|не нужно|передумал[аи]?)$`,
    String.raw`^(?:(?:não|mas|ou|espera|ah)[ ,]+)*(?:brincadeira|é brincadeira|mentira|é mentira|esquece|esqueça|deixa(?: pra lá| assim)?|melhor (?:não|deixar)|desisti|mudei de ideia|espera)$`,
    String.raw`^(?:[啊哎欸]|不[对對])?(?:开玩笑|開玩笑|[骗騙逗]你|算了|不用了|作[罢罷]|后[来來]作[罢罷]|後來作罷|[当當]我[没沒][说說])(?:的|啦|玩|了|吧|不用了)*$`,
  ].join('|'),
  'iu',
);

/** Whether the last words of a text take back what stands before them. */
export function isTakenBack(said: string): boolean {
  const clauses = clausesOf(said.replace(/\s[-–—]\s|\.{2,}/gu, ', ')).map((clause) =>
    clause.replace(/[\s,;:.!?…，、。；：！？]+$/u, ''),
  );
  return clauses.slice(1).some((clause, at) => takingBack.test(clause) && isLast(clauses, at + 1));
}

/** Nothing but more of its kind stands behind it. */
function isLast(clauses: readonly string[], at: number): boolean {
  return clauses.slice(at + 1).every((clause) => takingBack.test(clause));
}

const doubting =
  /(?<!\p{L})(?:supposedly|allegedly|supposed to|i doubt|so (?:he|she) claims|or so (?:i|we) thought|forget what (?:i|we) (?:said|wrote|told)|забудь(?:те)?,? что я (?:писал|говорил|сказал)[аи]?|(?:esque[cç]a|esquece|desconsider[ae]) o que eu (?:disse|falei|escrevi)|they say|people say|rumou?r has it|tried to|would(?:['’]ve| have)|is (?:false|fake|untrue|not true|a rumou?r)|якобы|говорят|ходят слухи|по слухам|не подтвердил\p{L}*|вроде бы|пыта(?:л|ем|ют)\p{L}*|(?!хот|прос|попрос|мог)\p{L}+л[аи]? бы|прош[её]л бы|уш[её]л бы|оказал\p{L}* ложн\p{L}+|будто бы|вряд ли|едва ли|сомнева\p{L}+|supostamente|alegadamente|duvido|tent(?:amos|ei|ou|aram)|dizem que|diz que|corre o boato|teriam?|é (?:mentira|boato|falsa?))(?!\p{L})|[怀懷]疑|[据據][说說]|是假的|[谣謠][言传傳]/iu;

/** Whether a text doubts what it tells, or tells it as somebody else's claim: it is not recorded. */
export function speaksInDoubt(said: string): boolean {
  return doubting.test(said);
}
