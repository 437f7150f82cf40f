/** A question of fact asks whether or when something has happened, and not how it is done: "did Owen leave?", "когда мы продлились". */
import { wordEnd, wordStart } from './word-edge';

const one = '(?:he|she|it|anyone|anybody|someone|somebody|xqpersonxq)';
const many = '(?:i|we|they)';
const thing = '(?:my|our|the|that|this)';
/** What Laurel may have done. */
const noted = '(?:remove|record|register|note|undo|delete|change|enter|mark|stop|mute)(?:d|ed)?';
/** How something is that has been done. */
const isDone =
  '(?:paid|bought|purchased|linked|gone|renewed|recorded|registered|removed|undone|stopped|muted|paused|granted|exempted|still|already|in force)';

const english = new RegExp(
  [
    `^(?:did|had) (?:${one}|${many})(?! (?:tell|mention|say))${wordEnd}`,
    `^(?:has|was) (?:i|${one})${wordEnd}|^(?:have|were) ${many}${wordEnd}`,
    // Without a question mark "had our renewal yesterday" tells it, and "have the override removed" orders it.
    `^(?:did|has|was|were) ${thing}${wordEnd}.*[?]`,
    `^(?:what|which) (?:[a-z]+ ){1,3}(?:do we have|have we got|are we on|did we (?:buy|pay for))${wordEnd}`,
    `^(?:did|have) you (?:already |really )?${noted}${wordEnd}`,
    `^(?:is|are|am) (?:i|${one}|${many}|${thing})${wordEnd}.*${wordStart}${isDone}${wordEnd}`,
    `^is there (?:still |already )?(?:an?|any) (?!way|option|button|form|command|means|possibility|method|setting|chance|need|point|reason|place)`,
    `^(?:when|since when|until when|on (?:which|what) (?:day|date)) (?:did|was|were|has|have|is|are|does) (?:${one}|${many}|${thing})${wordEnd}(?!.* (?:best|better|smart|wise|good|cheapest)${wordEnd})`,
  ].join('|'),
  'u',
);

const russianDone =
  '(?:оплачен|куплен|продлен|привязан|связан|записан|отмечен|зарегистрирован|включен|выключен|отключен|удален|уволен|снят|отменен)[аоы]?';
const russian = new RegExp(
  [
    `${wordStart}[а-я]{2,}(?:л|ла|ли|ло)(?:ся|сь)? ли${wordEnd}`,
    `${wordStart}${russianDone} ли${wordEnd}`,
    `^(?:а )?(?:когда|с каких пор|какого числа) (?:[a-zа-я]+ ){0,3}(?:[а-я]{2,}(?:л|ла|ли|ло)(?:ся|сь)?|${russianDone})${wordEnd}`,
    `${wordStart}уже${wordEnd}.*[а-я](?:л|ла|ли|ло)(?:ся|сь)? ?[?]`,
  ].join('|'),
  'u',
);

const portuguesePast =
  '(?:[a-z]{2,}(?:ou|eu|iu|amos|emos|imos|aram|eram|iram)|foi|foram|fiz|fez|vinculei|associei|passei|comprei|paguei|renovei|criei)';
const portuguese = new RegExp(
  [
    `${wordStart}ja${wordEnd}(?:.* )?(?:${portuguesePast}|esta|ta|estao)${wordEnd}.*[?]`,
    `^(?:qual|quais|que) (?:[a-z]+ ){1,5}(?:temos|a gente tem|tenho)${wordEnd}`,
    `^(?:e |mas )?(?:quando|desde quando|em que (?:dia|data)) (?:[a-z]+ ){0,3}${portuguesePast}${wordEnd}`,
  ].join('|'),
  'u',
);

const chinese =
  /(?:了|[过過])(?:[吗嗎]|[没沒](?:有)?)[?？]?$|(?:[什甚][么麼][时時]候|何[时時]|哪(?:一)?天|[几幾][号號]|啥[时時]候).*的[?？]?$|是不是已[经經]|已[经經].*[吗嗎][?？]?$/u;

/** How something is done, whether it should be, may be or what would be is another question. */
const otherQuestion = new RegExp(
  [
    `${wordStart}(?:how|should|could|would|can|may|must|if|whether|able|allowed|possible|enough|worth)${wordEnd}`,
    `${wordStart}(?:как|если|можно|стоит|нужно|надо|следует|может|могу|мог|могла|должен|должна|должно|должны|хватило|имело|достаточно|бы)${wordEnd}`,
    `${wordStart}(?:como|se|devo|devemos|deveria|posso|pode|podemos|preciso|precisa|vale)${wordEnd}`,
    '怎|如何|如果|要是|可以|能不能|能否|能[帮幫]|[帮幫]我|[请請]|把|一下|[好行]了?[吗嗎]|[应應][该該]|要不要|[该該]不[该該]|算',
  ].join('|'),
  'u',
);

/** A sentence as it was typed, and in its normal form with marks for its values. */
interface AskedSentence {
  readonly said: string;
  readonly masked: string;
}

/** Whether a sentence is nothing but a question of fact: a second part of it may state or order something, so that it is none. */
export function isFactQuestion({ said, masked }: AskedSentence): boolean {
  if (/\p{P}(?=.*[\p{L}\p{N}])/u.test(said.replace(/(?<=[\p{L}\p{N}])['’.,-](?=[\p{L}\p{N}])/gu, ''))) return false;
  if (otherQuestion.test(masked)) return false;
  return [english, russian, portuguese].some((form) => form.test(masked)) || chinese.test(masked.replaceAll(' ', ''));
}
