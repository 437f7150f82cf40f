/** Account words tell what somebody has done with an account: linked it, or taken it away again. */
import { wordEnd, wordStart } from '../../language-understanding/word-edge';

const linking = /link|associat|связ|привяз|vincul|associ|关联|關聯|绑|綁|链接/iu;

/** Whether a text speaks of linking an account, and not of making one. */
export function speaksOfLinking(said: string): boolean {
  return linking.test(said);
}

const deleting = new RegExp(
  `${wordStart}(?:deleted?|deletes|closed|removed|unlinked|disconnected|disassociated|удалил[аи]?|закрыл[аи]?|отвязал[аи]?|excluiu|apagou|encerrou|desvinculou)${wordEnd}|[删刪]除?了|注[销銷]|[註]銷|解[绑綁除]`,
  'iu',
);

/** Whether a text speaks of an account that is no more, or no longer linked. */
export function speaksOfDeleting(said: string): boolean {
  return deleting.test(said);
}
