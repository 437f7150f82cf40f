/** Leave words tell whether somebody leaves for good, and whether that is still to come; who is on leave comes back and still counts. */
import { isHan } from '../../language-understanding/message-text';
import { wordEnd, wordStart } from '../../language-understanding/word-edge';
import { namesEnd } from '../days/bound-words';
import { isBeginning, isWeekday } from '../days/relative-day';

/** Behind "last day": it has been, unless it was only meant to be. */
const wasIt = "(?: (?:of|for) (?:[\\p{L}'’.-]+ ){1,4}| )was(?! (?:moved|changed|meant|supposed|planned|postponed))";

const ahead = new RegExp(
  `${wordStart}(?:leaves|leaving|will leave|will be gone|last (?:working )?day(?!${wasIt})|goes|quits|resigns|retires|уходит|уходят|увольняется|увольняются|увольняем|увольняют|буд(?:ет|ут) увол[а-яё]+|уйд[её]т|уволится|vai (?:sair|embora|deixar)|sai|sairá|deixa)${wordEnd}|[将將]|[要会會即][走离離辞辭]`,
  'iu',
);

/** Whether a leave is said as one to come: from then on, by the form of the verb, or a Chinese day of the week without a mark of what is done. */
export function isLeaveToCome(said: string, day: string | undefined): boolean {
  if (isBeginning(day ?? '')) return !done.test(said);
  if (ahead.test(said)) return true;
  return (
    day !== undefined &&
    isHan(day[0]!) &&
    isWeekday(day) &&
    !/[了已过過啦]|[走离離辞辭职職开開]的(?!话|話)|[离離辞辭][开開职職]?公司/u.test(said)
  );
}

const done = new RegExp(
  `${wordStart}(?:(?<!${wordStart}as )left|departed|retired|last (?:working )?day${wasIt}|no longer (?:works?|with us|here|employed)|saiu|sa[ií]ram|foi embora|foram embora|n[ãa]o (?:trabalha|integra|faz parte|est[áa]|t[áa])(?: [\\p{L}]+){0,4} mais|n[ãa]o (?:trabalha|integra|faz parte|est[áa]|t[áa]) mais|уш[её]л|ушла|ушли|(?:больше|уже) не работа[а-яё]+|не состоит|не числится|не наша?|переш[её]л|перешла|перев[её]лся|перевелась|покинул[аи]?|увол(?:ился|илась|ились)|последний (?:рабочий )?день был(?! (?:перен|назнач|должен))|[uú]ltimo dia (?:[a-zà-ú]+ ){0,3}foi(?! (?:remarcad|mudad|adiad|antecipad)))${wordEnd}|(?<![要快想会會将將备備算])(?:走|离职|離職|离开|離開)了`,
  'iu',
);

/** Whether a text speaks of a leave at all, one that has been, is to come or is for good. */
export function speaksOfLeave(said: string): boolean {
  return done.test(said) || ahead.test(said) || forGood.test(said) || /(?<!\p{L})(?:gone|embora)(?!\p{L})/iu.test(said);
}

/** Whether a leave is said as one that has been. Who has given notice may still be there. */
export function isLeaveDone(said: string): boolean {
  return done.test(said) && !namesEnd(said) && !/生效|[待留]到|最后|最後/u.test(said);
}

const kindsOfLeave =
  'parental|maternity|paternity|sick|annual|medical|family|bereavement|compassionate|unpaid|paid|study';

const absence = new RegExp(
  [
    `${wordStart}on (?:(?:${kindsOfLeave}) )?leave${wordEnd}`,
    `${wordStart}(?:${kindsOfLeave}) leave${wordEnd}`,
    `${wordStart}(?:leave of absence|on (?:vacation|holidays?|sabbatical)|vacations?|off sick|out sick)${wordEnd}`,
    `${wordStart}(?:в|из) (?:(?:[а-яё]+(?:ый|ой|ий) )?отпуск(?:а|е)?|декрет(?:а|е)?)${wordEnd}|${wordStart}(?:на|в) (?:больничн(?:ый|ом)|декретн(?:ый|ом))${wordEnd}|${wordStart}в командировк[уе]${wordEnd}`,
    `${wordStart}de (?:férias|licença|atestado|folga)${wordEnd}|${wordStart}licença[- ](?:maternidade|paternidade|médica)${wordEnd}`,
    `${wordStart}(?:left|leaves|leaving|gone) (?:work |today |home )?(?:early(?! (?:this|last|in|on))|for (?:lunch|the day|today)|the (?:meeting|call|room|office early))${wordEnd}`,
    `${wordStart}(?:moved|transferred|relocated|moves|transfers) to (?:the |our )?(?:[a-z]+ ){0,2}(?:office|team|department)${wordEnd}`,
    `${wordStart}(?:пораньше|раньше времени|с совещания|на обед|в друг(?:ой|ую) (?:офис|отдел|команду))${wordEnd}`,
    `${wordStart}(?:mais cedo|da reuni[aã]o|para o almoço|pro almoço|para (?:outra equipe|outro time|o escritório))${wordEnd}`,
    '早走|提早|提前下班|下班|中途|[开開][会會]|[会會][议議]|[调調]到',
    '[产產婚病事年陪育][婴嬰育产產]*假|休假|[请請]假|[放度]假|出差',
  ].join('|'),
  'iu',
);

const forGood = new RegExp(
  [
    `${wordStart}(?:quit|quits|resign(?:s|ed|ing)?|for good|last (?:working )?day|garden(?:ing)? leave|the company|after (?:[a-z]+ ){0,3}(?:leave|vacation|holidays?))${wordEnd}`,
    `${wordStart}(?:увол[а-яё]*|насовсем|из компании|после (?:отпуска|декрета|больничного))${wordEnd}`,
    `${wordStart}(?:demiti[a-z]*|demissão|desligad[oa]|de vez|da empresa|(?:depois|após) (?:d?[ao]s? )?(?:férias|licença))${wordEnd}`,
    '[辞辭][职職]|[离離][职職]|[离離][开開]公司|假[后後]',
  ].join('|'),
  'iu',
);

/** Whether a text speaks of somebody who is away for a time, and not for good: on holiday, on parental leave, ill. */
export function speaksOfAbsence(said: string): boolean {
  return absence.test(said) && !forGood.test(said);
}
