/** Removal words take somebody off a list: that may be said of who has left as well as of whose record is to be erased. */

const removing = new RegExp(
  [
    String.raw`(?<!\p{L})(?:remove|take|drop|strike|kick)(?!\p{L})`,
    String.raw`(?<!\p{L})(?:убери|убрать|уберите|исключи|исключите|исключить|выкинь|выкиньте|вычеркни|вычеркните)(?!\p{L})`,
    String.raw`(?<!\p{L})(?:remov[ae]r?|tir[ae]r?|retir[ae]r?|exclu[ai]r?)(?!\p{L})`,
    '移除|移出|拿掉|去掉|剔除|踢',
  ].join('|'),
  'iu',
);

const erasing =
  /(?<!\p{L})(?:forget|erase|erasure|delete|wipe|purge|data|gdpr|lgpd|everything|forever|for good|completely|duplicate|test|забудь|забыть|сотри|стереть|удали\p{L}*|данные|данных|навсегда|полностью|esque\p{L}*|apag\p{L}*|dados|tudo|definitiv\p{L}*)(?!\p{L})|忘|抹|[删刪]|清除|[数數][据據]|[资資]料|彻底|徹底|永久/iu;

/** Whether a text takes a person off, and does not say that what is kept of them is erased. */
export function speaksOfRemoval(said: string): boolean {
  return removing.test(said) && !erasing.test(said);
}

const pronoun = '(?:it|that|this|him|her|them|isso|ela|ele|его|её|ее|это)';
const polite =
  '(?:please|pls|so|then|just|and|can you|could you|you can|пожалуйста|плиз|тогда|можешь|можно|por favor|pfv|então|pode|podes|poderia|[请請]|麻烦|麻煩|就|可以|帮我|幫我)';
const verb =
  '(?:remove|delete|drop|erase|strike|take|убери(?:те)?|убрать|удали(?:те)?|удалить|сними(?:те)?|снять|remov[ae]r?|tir[ae]r?|retir[ae]r?|exclu[ai]r?|apag(?:a|ue|ar)|移除|[删刪]除?|[删刪]掉|拿掉|去掉|撤掉)';
const bareRemoval = new RegExp(
  `^(?:${polite},? ?)*${verb}(?:[- ](?:l[oa]|${pronoun}))?(?: (?:off|out|down|away|from (?:the |my )?(?:list|record|profile|name)|daí|dali|do sistema|из списка|оттуда))?(?:[了吧]|,? ?(?:please|pls|thanks|пожалуйста|por favor|pfv))*[.!。！]*$`,
  'iu',
);

/** Whether a clause orders to take something off, and says nothing else: "remove it please", «удали», "pode tirar", `删掉吧`. */
export function isBareRemoval(clause: string): boolean {
  return bareRemoval.test(clause.trim());
}
