/** Hearsay is what somebody has heard and does not know: nothing of it is recorded, but what would be can be told. */

const hearsay = new RegExp(
  [
    String.raw`^(?:so |and |well |hey )?(?:i(?:['’]ve| have| just)? hear(?:d)?|word is|rumou?r has it|apparently|supposedly|allegedly|they say|people say)(?!\p{L})`,
    String.raw`^(?:а |тут )?(?:говорят|(?:я )?слышал[аи]?|ходят слухи|по слухам|якобы)(?!\p{L})`,
    String.raw`^(?:eu )?(?:dizem que|diz que|ouvi (?:\p{L}+ ){0,4}que|ouvi (?:dizer|falar)|parece que|corre o boato)(?!\p{L})`,
    '[听聽][说說]|[据據][说說]|[传傳][闻聞]',
  ].join('|'),
  'iu',
);

/** Who asks for it to be recorded is sure of it. */
const ordering =
  /(?<!\p{L})(?:record|note|register|mark|запиши\p{L}*|отметь\p{L}*|зафиксируй\p{L}*|registr\p{L}+|anot\p{L}+|marc[ae]\p{L}*)(?!\p{L})|[登标標]|[记記]/iu;

/** Whether a text tells something as heard from others, and does not order it. */
export function isHearsay(said: string): boolean {
  return hearsay.test(said) && !ordering.test(said);
}
