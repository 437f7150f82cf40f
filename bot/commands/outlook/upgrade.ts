/** `upgrade`: which benefit pack may be bought now, and why. */
import { z } from 'zod/v4';
import type { Question } from '../../../cards/contract/question';
import { upgradeCard } from '../../../cards/outlook/upgrade-card';
import { standingOf } from '../../../domain/counting/standing';
import { offersFor } from '../../../domain/membership/upgrade';
import { findPhraseOf, type Phrases } from '../../language-understanding/phrases';
import { type Command } from '../command';
import type { Utterance } from '../../language-understanding/utterance';
import { loadFactsSnapshot } from '../../partner/partner-snapshot';

const hears: Phrases = {
  en: ['upgrade', 'benefit pack', 'benefit packs', 'what can we buy', 'can we buy'],
  'zh-CN': ['升级', '权益包', '可以购买', '购买什么'],
  'zh-TW': ['升級', '權益套件', '可以購買', '購買什麼'],
  'ru-RU': ['повышение уровня', 'повысить уровень', 'пакет преимуществ', 'купить', 'что купить'],
  'pt-BR': ['fazer upgrade', 'pacote de benefícios', 'comprar', 'o que comprar'],
};

function parse(utterance: Utterance): Question | undefined {
  return findPhraseOf(utterance, hears) && { ask: 'upgrade' };
}

/** `upgrade`. */
export const upgrade: Command<'upgrade'> = {
  name: 'upgrade',
  phrases: hears,
  order: 100,
  isCostly: true,
  access: { role: 'anyone', scope: 'any' },
  payload: z.object({}),
  parse,
  async answer(_, request, services) {
    const snapshot = await loadFactsSnapshot(request, services);
    const { programme, facts, asOf, policies, partner } = snapshot;
    const standing = standingOf(programme, facts, asOf);
    const offers = offersFor(programme, standing, { membership: partner.membership, policies, today: asOf });
    return { name: 'upgrade', card: upgradeCard({ ...snapshot.setting, asOf, offers }, services.text(request.locale)) };
  },
};
