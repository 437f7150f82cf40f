/** `expiring`: which credentials stop counting within a while, whose they are, and the levels that would go with each. */
import { z } from 'zod/v4';
import { expiringCard } from '../../../cards/outlook/expiring-card';
import type { Question } from '../../../cards/contract/question';
import { daysBetween } from '../../../domain/basics/date';
import { expiringWithin } from '../../../domain/planning/expiring';
import { findPhraseOf, type Phrases } from '../../language-understanding/phrases';
import { type Command } from '../command';
import { calendarDay, pageNumber } from '../payload-fields';
import { without, type Utterance } from '../../language-understanding/utterance';
import { loadFactsSnapshot, findOwnRecord } from '../../partner/partner-snapshot';

const hears: Phrases = {
  en: ['expiring', 'expire', 'expiry', 'expires soon', 'running out', 'lapsing'],
  'zh-CN': ['到期', '过期', '即将到期', '即将过期'],
  'zh-TW': ['到期', '過期', '即將到期', '即將過期'],
  'ru-RU': ['истекает', 'истекают', 'истекающие', 'что истекает', 'срок действия'],
  'pt-BR': ['expirando', 'expiram', 'vencendo', 'vencem', 'a expirar'],
};

/** "Expiring in 2027" names a year. */
function isYear(key: string): boolean {
  return /^20[2-9]\d$/.test(key);
}

/** The number of SC-300 counts no days. */
function isOfExam(number: string, said: string): boolean {
  return new RegExp(`\\p{L}-?${number}(?!\\d)`, 'u').test(said);
}

/** The number is one of days, the longest that makes sense is ten years. */
function parse(utterance: Utterance): Question | undefined {
  const span = findPhraseOf(utterance, hears);
  if (!span) return undefined;
  const { words } = without(utterance, span);
  const number = words.find(({ key }) => /^\d{1,4}$/.test(key) && !isYear(key) && !isOfExam(key, utterance.said));
  const days = number && Math.min(Number(number.key), 3650);
  return { ask: 'expiring', ...(days !== undefined && days > 0 && { days }) };
}

const usualDays = 90;
/** The longest that makes sense is ten years. */
const mostDays = 3650;

/** `expiring [within 90 days]`; others than admins see the numbers and their own. */
export const expiring: Command<'expiring'> = {
  name: 'expiring',
  phrases: hears,
  order: 170,
  access: { role: 'anyone', scope: 'any' },
  payload: z.object({
    days: z.number().int().min(1).max(3650).catch(90).optional(),
    until: calendarDay,
    page: pageNumber,
  }),
  parse,
  async answer({ days: within = usualDays, until, page = 1 }, request, services) {
    const snapshot = await loadFactsSnapshot(request, services);
    const days = until === undefined ? within : Math.min(mostDays, Math.max(1, daysBetween(snapshot.asOf, until)));
    const entries = expiringWithin(snapshot.programme, snapshot.facts, { today: snapshot.asOf, days });
    const self = await findOwnRecord(snapshot, request);
    const view = { ...snapshot.setting, ...(self && { self: self.id }), asOf: snapshot.asOf, days, entries, page };
    return { name: 'expiring', card: expiringCard(view, services.text(request.locale)) };
  },
};
