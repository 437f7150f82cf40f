/** Recognizes what people say of the data that is kept of them: the whole sentence has to be the order, or it is not read. */
import { normalize } from '../language-understanding/message-text';
import { phraseWords, type Phrases } from '../language-understanding/phrases';

/** How one is told to forget oneself. */
export const forgettingOneself: Phrases = {
  en: ['forget me', 'delete my data', 'erase my data', 'delete everything about me', 'delete all my data'],
  'zh-CN': ['忘记我', '忘掉我', '删除我的数据', '删除我的所有数据'],
  'zh-TW': ['忘記我', '忘掉我', '刪除我的資料', '刪除我的所有資料'],
  'ru-RU': ['забудь меня', 'забудьте меня', 'удали мои данные', 'удалите мои данные', 'удали все мои данные'],
  'pt-BR': ['me esqueça', 'esqueça-me', 'apague meus dados', 'exclua meus dados', 'apague todos os meus dados'],
};

/** How one is told to forget the whole partner. */
export const forgettingPartner: Phrases = {
  en: ['forget this partner', 'forget this company', 'forget our company', 'delete everything', 'delete all data'],
  'zh-CN': ['忘记这个合作伙伴', '忘记本公司', '删除所有数据', '删除全部数据'],
  'zh-TW': ['忘記這個合作夥伴', '忘記本公司', '刪除所有資料', '刪除全部資料'],
  'ru-RU': ['забудь этого партнера', 'забудь нашу компанию', 'удали все данные', 'удалите все данные'],
  'pt-BR': ['esqueça este parceiro', 'esqueça nossa empresa', 'apague todos os dados', 'exclua todos os dados'],
};

/** Whether a sentence is one of these phrases and nothing else, in any language. */
export function isSaid(said: string, hears: Phrases): boolean {
  const words = normalize(said).trim();
  return phraseWords(hears).some((phrase) => phrase.join(' ') === words);
}

const forgettingToDo = new RegExp(
  [
    String.raw`(?<!\p{L})forget (?:to|that|how|what|when|where|who|why)(?!\p{L})`,
    String.raw`(?<!\p{L})забудь(?:те)? (?:\p{L}+(?:ть|ться|ти)|что|как)(?!\p{L})`,
    String.raw`(?<!\p{L})esque(?:ça|cer|ce|cas)(?: de)? (?:\p{L}+[aei]r|que|como)(?!\p{L})`,
    '忘[记記了](?:提醒|通知|告[诉訴]|给|給|把|去)',
  ].join('|'),
  'iu',
);

/** Whether a sentence is about forgetting to do something, or that something is so: nobody's data is to go. */
export function speaksOfForgettingToDo(said: string): boolean {
  return forgettingToDo.test(said);
}

const forms = [
  String.raw`(?:delete|erase|remove|forget)\s+(?:all\s+)?(?:the\s+)?(?:(?:personal\s+)?data|everything)\s+(?:of|about|on)\s+P`,
  String.raw`(?:forget|erase)(?:\s+about)?\s+P`,
  String.raw`забудь(?:те)?\s+(?:про\s+|о\s+)?P`,
  String.raw`удали(?:ть|те)?\s+(?:все\s+)?данные\s+(?:о|об|сотрудника)\s+P`,
  String.raw`esque(?:ça|cer|ce)(?:\s+(?:d[eoa]|[oa]))?\s+P`,
  String.raw`(?:apague|apagar|exclua|excluir)\s+(?:todos\s+)?(?:os\s+)?dados\s+d[eoa]\s+P`,
  String.raw`忘[记記掉]\s*P`,
  String.raw`[删刪]除\s*P\s*的所有?(?:[数數]据|資料|资料)`,
].map((form) => {
  const whole = form.replace('P', String.raw`(?<person>\S(?:.{0,150}?\S)?)`);
  return new RegExp(String.raw`^(?:(?:please|пожалуйста|por\s+favor|[请請])[\s,，]*)?${whole}[\s.!。！]*$`, 'iu');
});

/** "Forget it" ends a conversation and deletes nothing. */
const noPerson: ReadonlySet<string> = new Set([
  'it',
  'that',
  'this',
  'everything',
  'all',
  'это',
  'об этом',
  'всё',
  'все',
  'isso',
  'tudo',
  'disso',
  '它',
  '这个',
  '這個',
  '了',
]);
const longestOrder = 250;

/** Whom the sentence tells to forget, as it was typed; nothing where it does not. */
export function personToForget(said: string): string | undefined {
  const sentence = said.trim();
  if (sentence.length > longestOrder || speaksOfForgettingToDo(sentence)) return undefined;
  for (const form of forms) {
    const person = form.exec(sentence)?.groups?.person;
    if (person !== undefined) return noPerson.has(person.toLowerCase()) ? undefined : person;
  }
  return undefined;
}

const readmitting = [
  String.raw`let\s+S\s+(?:back\s+in|in\s+again)`,
  String.raw`readmit\s+S`,
  String.raw`允[许許]\s*S\s*重新加入`,
  String.raw`снова\s+принима(?:й|йте|ть)\s+S`,
  String.raw`(?:readmitir|readmita)\s+S`,
].map((form) => new RegExp(`^${form.replace('S', String.raw`(?<sign>\S(?:.{0,200}?\S)?)`)}[\s.!。！]*$`, 'iu'));

/** By which sign (an address or an id; a name finds nothing) the sentence lets a forgotten person in again; nothing where it does not. */
export function signToReadmit(said: string): string | undefined {
  const sentence = said.trim();
  if (sentence.length > longestOrder) return undefined;
  for (const form of readmitting) {
    const sign = form.exec(sentence)?.groups?.sign;
    if (sign !== undefined) return sign;
  }
  return undefined;
}
