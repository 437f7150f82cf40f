/** `costs`: what exams cost the company, and the vouchers it has, as they are on record. */
import { z } from 'zod/v4';
import { costsCard } from '../../../cards/records/costs-card';
import type { Question } from '../../../cards/contract/question';
import { isPhraseAlone, pageIn, type Phrases } from '../../language-understanding/phrases';
import type { Utterance } from '../../language-understanding/utterance';
import { loadPartnerSnapshot } from '../../partner/partner-snapshot';
import { cardSettingOf } from '../../partner/name-visibility';
import type { Command } from '../command';
import { pageNumber } from '../payload-fields';

const hears: Phrases = {
  en: ['costs', 'exam costs', 'exam fees', 'our exam fees', 'what exams cost', 'vouchers'],
  'zh-CN': ['考试费用', '考试费用列表', '所有考试费用', '考试券'],
  'zh-TW': ['測驗費用', '測驗費用清單', '考試費用', '所有測驗費用', '測驗券'],
  'ru-RU': ['стоимость экзаменов', 'цены экзаменов', 'расходы на экзамены', 'ваучеры'],
  'pt-BR': ['custos', 'custos dos exames', 'custo dos exames', 'vouchers de exame'],
};

/** The list is meant where nothing else is said; with an exam or an amount it is something to enter. */
function parse(utterance: Utterance): Question | undefined {
  return isPhraseAlone(utterance, hears) ? { ask: 'costs', ...pageIn(utterance) } : undefined;
}

/** `costs [page n]`. */
export const costs: Command<'costs'> = {
  name: 'costs',
  phrases: hears,
  order: 234,
  access: { role: 'anyone', scope: 'any' },
  payload: z.object({ page: pageNumber }),
  parse,
  async answer({ page = 1 }, request, services) {
    const snapshot = await loadPartnerSnapshot(request, services);
    const text = services.text(request.locale);
    const setting = cardSettingOf(request, snapshot, { text });
    return { name: 'costs', card: costsCard({ ...setting, page }, text) };
  },
};
