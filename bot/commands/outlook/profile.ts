/** `profile`: what the business profile shows now, and what it would show after buying. */
import { z } from 'zod/v4';
import { profileCard } from '../../../cards/outlook/profile-card';
import type { Question } from '../../../cards/contract/question';
import { displayedLevels } from '../../../domain/membership/displayed-level';
import { profileUnder } from '../../../domain/membership/profile';
import { standingOf } from '../../../domain/counting/standing';
import { offersFor } from '../../../domain/membership/upgrade';
import { findPhraseOf, type Phrases } from '../../language-understanding/phrases';
import { type Command } from '../command';
import type { Utterance } from '../../language-understanding/utterance';
import { loadFactsSnapshot } from '../../partner/partner-snapshot';

const hears: Phrases = {
  en: ['profile', 'business profile', 'marketing profile', 'what is displayed', 'what do customers see'],
  'zh-CN': ['业务档案', '档案', '对外显示'],
  'zh-TW': ['商務設定檔', '設定檔', '對外顯示'],
  'ru-RU': ['профиль', 'бизнес профиль', 'что видят клиенты'],
  'pt-BR': ['perfil', 'perfil de negócios', 'o que os clientes veem'],
};

/** Phrases about the profile of a person; the command `person` answers them. */
const others: Phrases = {
  en: ['my profile', 'profile of'],
  'zh-CN': ['我的档案'],
  'zh-TW': ['我的設定檔'],
  'ru-RU': ['мой профиль'],
  'pt-BR': ['meu perfil'],
};

function parse(utterance: Utterance): Question | undefined {
  return findPhraseOf(utterance, hears) && !findPhraseOf(utterance, others) ? { ask: 'profile' } : undefined;
}

/** `profile`. */
export const profile: Command<'profile'> = {
  name: 'profile',
  phrases: hears,
  order: 110,
  access: { role: 'anyone', scope: 'any' },
  payload: z.object({}),
  parse,
  async answer(_, request, services) {
    const { programme, facts, asOf, policies, partner, setting } = await loadFactsSnapshot(request, services);
    const standing = standingOf(programme, facts, asOf);
    const now = displayedLevels(partner, { programme, facts, today: asOf });
    const after = offersFor(programme, standing, { membership: partner.membership, policies, today: asOf })
      .filter(({ code }) => code === 'open' || code === 'renewable')
      .map(({ level }) => ({ level, shown: profileUnder(level, standing, programme) }));
    return { name: 'profile', card: profileCard({ ...setting, asOf, now, after }, services.text(request.locale)) };
  },
};
