/** Account words tell what somebody has done with an account: linked it, or taken it away again. */
import { wordEnd, wordStart } from '../../language-understanding/word-edge';

const linking = /link|associat|связ|привяз|vincul|associ|关联|關聯|绑|綁|链接/iu;

/** Whether a text speaks of linking an account, and not of making one. */
export function speaksOfLinking(said: string): boolean {
  return linking.test(said);
}

const account = /account|аккаунт|уч[её]тк|уч[её]тн|профил|(?<!\p{L})contas?(?!\p{L})|[账帐帳][户戶号號]/iu;

/** Whether a text names an account or the linking of one: beside something else nothing less is a step. */
export function speaksOfAccount(said: string): boolean {
  return account.test(said) || linking.test(said);
}

const deleting = new RegExp(
  `${wordStart}(?:deleted?|deletes|removed|unlinked|disconnected|disassociated|удалил[аи]?|отвязал[аи]?|excluiu|apagou|desvinculou)${wordEnd}|[删刪]除?了|注[销銷]|[註]銷|解[绑綁除]`,
  'iu',
);

/** A step is closed when it is done, an account when it is no more. */
const closing = new RegExp(
  `${wordStart}(?:closed|закрыл[аи]?|encerrou)${wordEnd}(?=.*(?:account|аккаунт|уч[её]тк|уч[её]тн|профил|conta(?!\\p{L})))`,
  'iu',
);

/** Whether a text speaks of an account that is no more, or no longer linked. */
export function speaksOfDeleting(said: string): boolean {
  return deleting.test(said) || closing.test(said);
}
