/** Words that make a follow-up of a message: "and", "what about", "no, I meant"; what stands behind them differs from the question before. */

const before = new RegExp(
  [
    String.raw`^(?:(?:and |ok(?:ay)?,? |so |but )?(?:what|how) about|(?:and|also|same)(?: (?:for|in|of|the))?|(?:no|sorry|oops|actually),? (?:i (?:meant|mean)|rather|make (?:it|that))|i (?:meant|mean)|rather)(?![\p{L}\p{N}])`,
    String.raw`^(?:(?:ну )?(?:а|и)(?: (?:как|что)(?: насч[её]т)?)?(?: (?:для|у|по|про|на|в|с))?|(?:нет|извини(?:те)?|ой),? (?:(?:я )?(?:имел|имела) в виду|я про)|(?:я )?(?:имел|имела) в виду|то же (?:для|по|про))(?![\p{L}\p{N}])`,
    String.raw`^(?:e(?: (?:quanto [aà]o?|para|pra|pro|o|a|do|da|no|na|em|de))?|(?:n[ãa]o|desculpa|ops),? (?:eu )?(?:quis|quero) dizer|(?:eu )?(?:quis|quero) dizer|o mesmo (?:para|pra))(?![\p{L}\p{N}])`,
    '^(?:那(?:么|麼)?|还有|還有|(?:不(?:是|对|對)?[,，]?)?我(?:是说|是說|说的是|說的是|指的?是)|换成|換成)',
  ].join('|'),
  'iu',
);
const behind = /(?:呢|怎么样|怎麼樣)?[\s?？!！.。]*$/u;

/** What stands behind the words of a follow-up; undefined where the message begins with none. */
export function followUpIn(said: string): string | undefined {
  const text = said.trim();
  const match = before.exec(text);
  if (!match) return undefined;
  const rest = text
    .slice(match[0].length)
    .replace(behind, '')
    .replace(/^[\s,，:：]+/u, '');
  return rest === '' ? undefined : rest;
}
