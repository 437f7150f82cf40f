/** Recognizes an order to make a person an admin or to take that away; the whole sentence has to be the order. */
import { oneself } from './people/person-lookup';

export interface AdminOrder {
  /** As it was typed, or {@link oneself}. */
  readonly person: string;
  readonly to: 'admin' | 'no-admin';
}

const rights = String.raw`admin(?:istrator)?\s+(?:rights?|access|role|permissions?)`;

/** In the order in which they are tried; `P` is where the person stands. */
const forms: readonly (readonly [to: AdminOrder['to'], form: string])[] = [
  ['no-admin', String.raw`(?:revoke|remove|take)\s+${rights}\s+(?:from|of)\s+P`],
  ['no-admin', String.raw`(?:revoke|remove|take\s+away)\s+P['’]s?\s+${rights}`],
  [
    'no-admin',
    String.raw`(?:remove|drop|demote|delete|dismiss)\s+P\s+(?:as|from)\s+(?:(?:an?|the|our)\s+)?admin(?:istrator)?s?`,
  ],
  ['admin', String.raw`(?:give|grant)\s+${rights}\s+to\s+P`],
  ['admin', String.raw`(?:give|grant)\s+P\s+${rights}`],
  [
    'admin',
    String.raw`(?:make|appoint|promote|add|set|name)\s+P\s+(?:(?:to|as|be|become|an?|the|our|new)\s+)*admin(?:istrator)?s?`,
  ],
  [
    'no-admin',
    String.raw`(?:убери|убрать|удали|удалить|исключи|исключить|сними|снять)(?:те)?\s+P\s+(?:из\s+(?:администраторов|админов)|с\s+(?:роли|должности)\s+администратора|как\s+администратора)`,
  ],
  ['no-admin', String.raw`(?:сними|отзови|забери|отзовите|снимите)(?:те)?\s+права\s+администратора\s+(?:у|с)\s+P`],
  ['no-admin', String.raw`лиши(?:ть|те)?\s+P\s+прав\s+администратора`],
  ['admin', String.raw`(?:дай|выдай|предоставь)(?:те)?\s+P\s+права\s+администратора`],
  [
    'admin',
    String.raw`(?:сделай|сделать|назначь|назначить|добавь|добавить)(?:те)?\s+P\s+(?:(?:как|в)\s+)?(?:админ|администратор)(?:ом|ы|а)?`,
  ],
  [
    'no-admin',
    String.raw`(?:revogue|revogar|retire|retirar|tire|tirar)\s+(?:os\s+)?direitos\s+de\s+administrador\s+d[eoa]\s+P`,
  ],
  [
    'no-admin',
    String.raw`(?:remova|remover|tire|tirar|retire|retirar|exclua|excluir)\s+P\s+(?:(?:como|de|dos|da\s+lista\s+de)\s+)+admin(?:istrador)?(?:a|es|as)?`,
  ],
  ['admin', String.raw`(?:dê|dar)\s+direitos\s+de\s+administrador\s+(?:a|à|ao|para)\s+P`],
  [
    'admin',
    String.raw`(?:torne|tornar|faça|fazer|promova|promover|nomeie|nomear|adicione|adicionar|defina|definir)\s+P\s+(?:(?:como|a|um|uma)\s+)*admin(?:istrador)?a?`,
  ],
  [
    'no-admin',
    String.raw`(?:取消|移除|撤[销銷]|[删刪]除|免去|解除)\s*P\s*的?\s*(?:系[统統])?管理[员員](?:身[份分]|[权權]限|角色)?`,
  ],
  ['no-admin', String.raw`(?:移除|[删刪]除)(?:系[统統])?管理[员員]\s*P`],
  [
    'admin',
    String.raw`(?:把|[将將]|[让讓]|任命|指定|[设設])\s*P\s*(?:[设設](?:[为為成]|置[为為]|定[为為])|升[为為]|成[为為]|作[为為]|[为為])\s*(?:系[统統])?管理[员員]`,
  ],
  ['admin', String.raw`(?:添加|新增|增加)(?:系[统統])?管理[员員]\s*P`],
];

const readers = forms.map(([to, form]) => {
  const whole = form.replace('P', String.raw`(?<person>\S(?:.{0,150}?\S)?)`);
  return {
    to,
    form: new RegExp(String.raw`^(?:(?:please|пожалуйста|por\s+favor|[请請])[\s,，]*)?${whole}[\s.!。！]*$`, 'iu'),
  };
});

const ownWords: ReadonlySet<string> = new Set(['me', 'myself', 'меня', 'мне', 'eu', 'mim', '我', '我自己']);

/** More than this is no name. */
const longestOrder = 250;

/** The order that the sentence is; undefined if it is anything else. */
export function adminOrderIn(said: string): AdminOrder | undefined {
  const sentence = said.trim();
  if (sentence.length > longestOrder) return undefined;
  for (const { to, form } of readers) {
    const person = form.exec(sentence)?.groups?.person;
    if (person !== undefined) return { to, person: ownWords.has(person.toLowerCase()) ? oneself : person };
  }
  return undefined;
}
