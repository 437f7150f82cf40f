/** Recognises the group of people that a sentence asks for: who counts or not, who has left, who waits for a link, whose certification lapsed. */
import type { PeopleShown } from '../../cards/contract/question';
import { wordEnd, wordStart } from '../language-understanding/word-edge';
import { isLeaveDone } from './words/leave-words';

const notCounting = new RegExp(
  [
    String.raw`${wordStart}(?:do|does|is|are|am) ?(?:not|n['’]?t) (?:[a-z]+ ){0,2}(?:count|counts|counting|counted)${wordEnd}`,
    String.raw`${wordStart}(?:not|never|without) (?:[a-z]+ )?(?:count|counts|counting|counted)${wordEnd}|${wordStart}counts? (?:for|towards?) (?:nothing|none|no [a-z]+)${wordEnd}`,
    String.raw`${wordStart}не (?:[а-яё]+ )?(?:(?:учит|засчит)ыва(?:ется|ются|ют|ем|ешь|ете)|учтен[а-яё]*|учтён[а-яё]*|в зач[её]те|ид[уеё]т в зач[её]т)${wordEnd}`,
    String.raw`${wordStart}n[ãa]o (?:est[ãaá]o? )?(?:cont(?:a|am|ando)|contabiliza(?:m|d[oa]s?)?)${wordEnd}`,
    '[不没沒未](?:有)?(?:被|能)?(?:[计計][入数數]|算(?![机機法])|用上)',
  ].join('|'),
  'giu',
);

const counting = new RegExp(
  [
    String.raw`${wordStart}(?<!(?:head|no|people|staff|employee|person|team|^) ?)(?:count|counts|counting|counted)${wordEnd}(?! (?:of|on|me|them|your|the|all|our|people|please)${wordEnd})`,
    String.raw`${wordStart}(?:(?:учит|засчит)ыва(?:ется|ются|ют|ем|ешь|ете)|ид[уеё]т в зач[её]т|в зач[её]те)${wordEnd}`,
    String.raw`${wordStart}(?:quem|que|pessoas|colegas|funcion[áa]rios|colaboradores|[a-z]+ de n[óo]s) (?:(?!com|sem|de|da|a |uma|t[eê]m|abr|cri)[a-záéíóúãõâêô]+ )?(?:cont(?:a|am|ando)|contabiliza(?:m|d[oa]s?)?)${wordEnd}`,
    '(?:被|能|有)?[计計]入|算(?:人头|人頭|数|數|进|進)|[谁誰]算',
  ].join('|'),
  'iu',
);

/** "And who does not": both are asked for, so everybody. */
const alsoOthers =
  /(?<!\p{L})(?:and|or|,) (?:who |which )?(?:(?:do|does|is|are) ?n['’o]?t|not)(?!\p{L})|(?<!\p{L})(?:и|а|или) кто (?:нет|не)(?!\p{L})|(?<!\p{L})(?:e|ou) (?:quem )?não(?!\p{L})|[谁誰].*[谁誰][没沒不未]/iu;

const lapsed = new RegExp(
  [
    String.raw`${wordStart}(?:expired|lapsed|has run out|have run out|ran out)${wordEnd}`,
    String.raw`${wordStart}(?:просроч[а-яё]+|ист[её]к(?:ли|ла|ло|ш[а-яё]+)?)${wordEnd}`,
    String.raw`${wordStart}(?:vencid[oa]s?|expirad[oa]s?|caducad[oa]s?|venceu|venceram|expirou|expiraram)${wordEnd}`,
    '已?[过過]期|已?失效',
  ].join('|'),
  'iu',
);

const thing = String.raw`(?:certifications?|certificates?|certs?|exams?|qualifications?|credentials?)`;
const withoutAny = new RegExp(
  [
    String.raw`${wordStart}(?:no|zero|without|without any|not (?:a|one|any)(?: single)?|n['’]t (?:have )?(?:a|any)(?: single)?) ${thing}${wordEnd}`,
    String.raw`${wordStart}(?:have|has|hold|holds|with) (?:nothing|none)(?: yet| so far)?$|${wordStart}(?:not certified|uncertified)${wordEnd}`,
    String.raw`${wordStart}(?:без|нет(?: ни)?(?: одного| одной)?) (?:сертификат[а-яё]*|сертификаци[а-яё]+|экзамен[а-яё]*)${wordEnd}`,
    String.raw`${wordStart}(?:sem|nenhum[a]?|sem nenhum[a]?) (?:certificad[oa]s?|certificaç(?:ão|ões)|certs?|provas?)${wordEnd}`,
    '(?:一[个個张張]|任何)(?:[证證][书書照]?|[认認][证證])?都[没沒](?:有|考)|[没沒](?:有)?(?:任何)?(?:[证證][书書照]?|[认認][证證])(?!明)',
  ].join('|'),
  'iu',
);

const linked = new RegExp(
  String.raw`${wordStart}(?:links?|linked|linking|unlinked|associated|connected|привяза\p{L}*|связал\p{L}*|связан\p{L}*|vincul\p{L}*|associ(?:ad\p{L}*|ou|aram))${wordEnd}|关联|關聯|[绑綁]|链接`,
  'iu',
);

const notLinked = new RegExp(
  [
    String.raw`n['’]?t |${wordStart}(?:not|never|unlinked|without|missing|yet to|no)${wordEnd}`,
    String.raw`${wordStart}(?:не|без|нет)${wordEnd}`,
    String.raw`${wordStart}(?:n[ãa]o|sem|falta)${wordEnd}`,
    '[没沒未]',
  ].join('|'),
  'iu',
);

/** Who is left out is no group: "everybody except those who left"; nor is who has not left, or where something is left. */
const excluding =
  /(?<!\p{L})(?:except|excluding|apart from|other than|besides|minus|still here|(?:are|is|remains?) left|left (?:wing|side|over)|(?:not|never) (?:\p{L}+ ){0,2}(?:left|leave|quit)|не (?:\p{L}+ )?(?:уш|увол)\p{L}*|n[ãa]o sa[ií]\p{L}*|(?:without|not|never|без|не|sem|n[ãa]o|têm|tem) (?:\p{L}+ ){0,2}(?:expired|lapsed|просроч\p{L}*|ист[её]к\p{L}*|vencid\p{L}*|expirad\p{L}*)|кроме|не считая|за исключением|exceto|fora|menos|tirando|sem contar)(?!\p{L})|(?<!\p{L})left the (?!company|organi[sz]ation|firm|business|team)|n['’]?t (?:\p{L}+ ){0,2}(?:left|leave|quit)(?!\p{L})|除了|除去|不含|不算[离離]|剔除|还在|還在|[没沒未](?:有)?(?:[离離]|走|[过過]期|失效)/iu;

/** "Did anybody leave last month?" */
const asksOfLeave =
  /(?<!\p{L})(?:did|has|have) (?:any|some)(?:body|one)(?: \p{L}+)? (?:leave|quit|resign(?:ed)?|go)(?!\p{L})|(?<!\p{L})(?:кто-(?:то|нибудь|либо)|alguém)(?: \p{L}+){0,2} (?:уш|увол|saiu|pediu demiss)\p{L}*|有[谁誰人](?:离职|離職|走|辞职|辭職)|有没有人(?:离职|離職|走|辞职|辭職)|有沒有人(?:離職|走|辭職)/iu;

const groups: readonly (readonly [PeopleShown, (said: string) => boolean])[] = [
  ['uncounted', (said) => said.search(notCounting) >= 0 && !isOfBoth(said)],
  ['counts', (said) => counting.test(withoutDenied(said)) && said.search(notCounting) < 0 && !isOfBoth(said)],
  ['lapsed', (said) => lapsed.test(said)],
  ['without', (said) => withoutAny.test(said) && !/\p{L}{2}\d?-?\d{3}|\d{2}-\d{3}/u.test(said)],
  ['waiting', (said) => linked.test(said) && notLinked.test(said)],
  ['left', (said) => isLeaveDone(said) || asksOfLeave.test(said)],
];

function isOfBoth(said: string): boolean {
  return alsoOthers.test(said) || (said.search(notCounting) >= 0 && counting.test(withoutDenied(said)));
}

function withoutDenied(said: string): string {
  return said.replace(notCounting, ' ');
}

/** The one group that a sentence about the people on record asks for; nothing where it asks for everybody, or for several groups. */
export function peopleGroupIn(said: string): PeopleShown | undefined {
  if (excluding.test(said)) return undefined;
  const [only, ...others] = groups.filter(([, isOf]) => isOf(said));
  return others.length === 0 ? only?.[0] : undefined;
}

const whoLeft =
  /^(?:and |so |а )?(?:who|which (?:people|colleagues|employees)|кто|какие сотрудники|quem|quais (?:colegas|funcion[aá]rios|pessoas))(?: (?:has|have|all|of us|из \p{L}+|у нас|уже|já))? (?:left|quit|departed|уш\p{L}+|уволи\p{L}+|saiu|sa[ií]ram)(?: (?:this|last|in|since|already|us|the company|our company|в|за|с|уже|este|no|na|em|desde|ano)(?: [\p{L}\p{N}]+){0,3})?\s*[?？]?$|^(?:[今去前本上]\p{L}{1,2})?(?:都|有)?[谁誰哪](?:些(?:人|同事|员工|員工))?(?:[今去前本上]\p{L}{1,2})?(?:都|已经|已經)?(?:离职|離職|走|离开|離開|辞职|辭職)了[?？]?$/iu;

/** Whether a text is nothing but the question who has left, with the time in which. */
export function asksOnlyWhoLeft(said: string): boolean {
  return whoLeft.test(said);
}
