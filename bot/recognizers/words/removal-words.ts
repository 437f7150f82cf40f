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
