/** Words by which somebody corrects the order before ("no, it was …") or repeats it for another ("the same for …"). */

const opening = [
  String.raw`(?:no|nope|sorry|oops|actually|wait|correction|my mistake|wrong (?:day|date|person|exam|number|amount))(?![\p{L}\p{N}])[\s,:;!.–—-]*`,
  String.raw`(?:нет|ой|упс|извини(?:те)?|прости(?:те)?|виноват[аы]?|вернее|точнее|поправка|то есть|ошиб(?:ся|лась|ка))(?![\p{L}\p{N}])[\s,:;!.–—-]*`,
  String.raw`(?:n[ãa]o|desculp[ae]|ops|opa|perd[ãa]o|na verdade|ali[áa]s|corre[çc][ãa]o|corrigindo|errei|digo)(?![\p{L}\p{N}])[\s,:;!.–—-]*`,
  String.raw`(?:不(?:是|对|對)?[,，。!！\s]+|抱歉|对不起|對不起|不好意思|更正(?:一下)?|[说說搞弄][错錯]了|其实|其實)[\s,，。:：!！]*`,
].join('|');

const saying = [
  String.raw`(?:i (?:meant|mean)|make (?:it|that)|(?:it|that)(?:['’]s| is| was| should be| should have been)|should be|rather)(?![\p{L}\p{N}])`,
  String.raw`(?:(?:я )?имел[аи]? в виду|я (?:про|о)|это (?:был[аио]?)?|был[аио]|(?:надо|нужно|должно быть))(?![\p{L}\p{N}])`,
  String.raw`(?:(?:eu )?(?:quis|quero|queria) dizer|quer dizer|foi|era|é)(?![\p{L}\p{N}])`,
  String.raw`我(?:是)?[说說指](?:的)?(?:是)?|(?:应该|應該)(?:是)?|是`,
].join('|');

const correction = new RegExp(`^(?:(?:${opening})+(?:(?:${saying})[\\s,:：]*)?|(?:${saying})[\\s,:：]*)`, 'iu');

const same = new RegExp(
  [
    String.raw`^(?:and |also )?(?:the )?same (?:for|with|goes for|applies to) (?<en>.+)$`,
    String.raw`^(?:and |so (?:did|has) )?(?<too>[^,]+?),? (?:too|as well)$`,
    String.raw`^(?:и )?то же (?:самое )?(?:для|про|у|с) (?<ru>.+)$|^(?:и )?(?<russian>[^,]+?),? (?:тоже|также)$`,
    String.raw`^(?:e )?o mesmo (?:para|pra|pro|com|vale para) (?<pt>.+)$|^(?:e )?(?:[oa] )?(?<portuguese>[^,]+?),? tamb[ée]m$`,
    String.raw`^(?<zh>.+?)(?:也一[样樣]|也是(?:这样|這樣|如此)?|也)$`,
  ].join('|'),
  'iu',
);

const end = /[\s。.!！]+$/u;

/** What a correction says instead; undefined where a message is none. */
export function correctionIn(said: string): string | undefined {
  const text = said.trim().replace(end, '');
  const match = correction.exec(text);
  const rest = match ? text.slice(match[0].length).trim() : '';
  return rest === '' ? undefined : rest;
}

/** For whom or what the same is said: "the same for Owen", "Owen too"; undefined where a message says no such thing. */
export function sameForIn(said: string): string | undefined {
  const text = said.trim().replace(end, '');
  const found = Object.values(same.exec(text)?.groups ?? {}).find((one) => (one as string | undefined) !== undefined);
  return found;
}
