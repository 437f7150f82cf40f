/** Leave words tell whether somebody leaves for good, and whether that is still to come; who is on leave comes back and still counts. */
import { isHan } from '../language-understanding/message-text';
import { wordEnd, wordStart } from '../language-understanding/word-edge';
import { isBeginning, isWeekday } from './days/relative-day';

const ahead = new RegExp(
  `${wordStart}(?:leaves|leaving|will leave|will be gone|last day|goes|quits|resigns|retires|уходит|уходят|увольняется|увольняются|уйд[её]т|уволится|vai (?:sair|embora|deixar)|sai|sairá|deixa)${wordEnd}|[将將]|[要会會即][走离離辞辭]`,
  'iu',
);

/** Whether a leave is said as one to come: from then on, by the form of the verb, or a Chinese day of the week without a mark of what is done. */
export function isLeaveToCome(said: string, day: string | undefined): boolean {
  if (isBeginning(day ?? '') || ahead.test(said)) return true;
  return day !== undefined && isHan(day[0]!) && isWeekday(day) && !/[了已过過]/u.test(said);
}

const kindsOfLeave =
  'parental|maternity|paternity|sick|annual|medical|family|bereavement|compassionate|unpaid|paid|study|garden(?:ing)?';

const absence = new RegExp(
  [
    `${wordStart}on (?:(?:${kindsOfLeave}) )?leave${wordEnd}`,
    `${wordStart}(?:${kindsOfLeave}) leave${wordEnd}`,
    `${wordStart}(?:leave of absence|on (?:vacation|holidays?|sabbatical)|vacations?|off sick|out sick)${wordEnd}`,
    `${wordStart}(?:в|из) (?:(?:[а-яё]+(?:ый|ой|ий) )?отпуск(?:а|е)?|декрет(?:а|е)?)${wordEnd}|${wordStart}(?:на|в) (?:больничн(?:ый|ом)|декретн(?:ый|ом))${wordEnd}|${wordStart}в командировк[уе]${wordEnd}`,
    `${wordStart}de (?:férias|licença|atestado|folga)${wordEnd}|${wordStart}licença[- ](?:maternidade|paternidade|médica)${wordEnd}`,
    '[产產婚病事年陪育][婴嬰育产產]*假|休假|[请請]假|[放度]假|出差',
  ].join('|'),
  'iu',
);

const forGood = new RegExp(
  `${wordStart}(?:quit|quits|resign(?:s|ed|ing)?|for good|last day|уволил[а-яё]*|увольня[а-яё]*|уволен[а-яё]*|насовсем|demiti[a-z]*|pediu demissão|desligad[oa]|de vez)${wordEnd}|[辞辭][职職]|[离離][职職]`,
  'iu',
);

/** Whether a text speaks of somebody who is away for a time, and not for good: on holiday, on parental leave, ill. */
export function speaksOfAbsence(said: string): boolean {
  return absence.test(said) && !forGood.test(said);
}
