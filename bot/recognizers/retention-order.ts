/** Recognizes for how long something is to be kept: "keep the audit trail for 180 days"; the whole sentence has to be the order. */
import type { RetainedKind } from '../../domain/partner/retention';

const kinds: Readonly<Record<RetainedKind, string>> = {
  alerts: '(?:closed )?alerts|已关闭的警报|已關閉的警示|закрытые (?:уведомления|предупреждения)|alertas encerrados',
  audit: 'audit(?: trail| log)?|审计记录|稽核紀錄|журнал аудита|auditoria',
  left: 'people who (?:have )?left|former (?:people|employees)|离职人员|離職人員|ушедших(?: сотрудников)?|pessoas que saíram|quem saiu',
  undone: 'undone imports|已撤销的导入|已復原的匯入|отмененные импорты|importações desfeitas',
  chats: 'silent chats|没有消息的私聊|沒有訊息的私人聊天|чаты без сообщений|conversas sem mensagem',
};

const units: readonly (readonly [pattern: string, days: number])[] = [
  ['days?|天|日|день|дня|дней|dias?', 1],
  ['months?|个月|個月|месяц|месяца|месяцев|m[êe]s|meses', 30],
  ['years?|年|год|года|лет|anos?', 365],
];

const verbs = 'keep|store|保留|хранить|храни|хранит[её]|guardar|guarde|manter|mantenha';
const forever = 'forever|without limit|永久|不限|бессрочно|без ограничения|para sempre|sem limite';
const order = new RegExp(
  `^(?:${verbs})\\s*(?:the |all |os |as |a )?(?<kind>${Object.values(kinds).join('|')})\\s*(?:for |por )?(?:(?<count>[1-9]\\d{0,3})\\s*(?<unit>${units.map(([pattern]) => pattern).join('|')})|(?<forever>${forever}))[.!。]?$`,
  'iu',
);

/** Characters of the longest order; a longer sentence is none. */
const longestOrder = 120;

/** What is to be kept, and the days as a field of the card would send them; nothing where the sentence is no such order. */
export function retentionOrderIn(said: string): { readonly kind: RetainedKind; readonly days: string } | undefined {
  const sentence = said.trim();
  const found = sentence.length > longestOrder ? undefined : order.exec(sentence)?.groups;
  if (!found) return undefined;
  const kind = (Object.keys(kinds) as RetainedKind[]).find((one) => isWhole(kinds[one], found.kind))!;
  if (found.forever !== undefined) return { kind, days: '0' };
  const [, perUnit] = units.find(([pattern]) => isWhole(pattern, found.unit))!;
  return { kind, days: String(Number(found.count) * perUnit) };
}

function isWhole(pattern: string, words = ''): boolean {
  return new RegExp(`^(?:${pattern})$`, 'iu').test(words);
}
