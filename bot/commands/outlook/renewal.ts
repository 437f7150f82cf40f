/** `renewal`: the days around the anniversary on which something must be done, and what stands in the way. */
import { renewalCard } from '../../../cards/outlook/renewal-card';
import type { Question } from '../../../cards/contract/question';
import { findHeard, type Command, type Phrases } from '../command';
import type { Heard } from '../../language/utterance';
import { lookAtFacts, lookAtPartner } from '../../partner/partner-snapshot';
import { membershipReply } from '../../corrections/membership-reply';
import { outlookOf } from '../../partner/renewal-outlook';

const hears: Phrases = {
  en: ['renewal', 'renew', 'renewing', 'runway', 'anniversary', 'when do we renew', 'timeline'],
  'zh-CN': ['续订', '续期', '周年日', '时间线'],
  'zh-TW': ['續約', '續訂', '週年日', '時間表'],
  'ru-RU': ['продление', 'продления', 'продлить', 'продлевать', 'годовщина', 'годовщину', 'сроки'],
  'pt-BR': ['renovação', 'renovar', 'quando renovar', 'aniversário', 'prazos'],
};

function parse(heard: Heard): Question | undefined {
  return findHeard(heard, hears) && { ask: 'renewal' };
}

/** `renewal`. */
export const renewal: Command<'renewal'> = {
  name: 'renewal',
  hears,
  parse,
  async answer(_, ask, world) {
    const { partner } = await lookAtPartner(ask, world);
    if (!partner.membership) return membershipReply({ ask, world }, { refusal: { code: 'nothing-to-renew' } });
    const look = await lookAtFacts(ask, world);
    const { renewal: dates, lines } = outlookOf(look);
    const { asOf, policies, isAdmin } = look;
    const view = {
      ...look.setting,
      asOf,
      isAdmin,
      membership: partner.membership,
      renewal: dates!,
      lines,
      policies,
    };
    return { name: 'renewal', card: renewalCard(view, world.text(ask.locale)) };
  },
};
