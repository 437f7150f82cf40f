/** `renewal`: the days around the anniversary on which something must be done, and what stands in the way. */
import { z } from 'zod/v4';
import { ownRenewalCard } from '../../../cards/outlook/own-renewal-card';
import { renewalCard } from '../../../cards/outlook/renewal-card';
import type { Question } from '../../../cards/contract/question';
import { endBeforeRenewal, membershipIn } from '../../../domain/membership/ended-programme';
import { goalRenewals } from '../../../domain/membership/own-renewal';
import { findPhraseOf, type Phrases } from '../../language-understanding/phrases';
import { type Command } from '../command';
import type { Utterance } from '../../language-understanding/utterance';
import { loadFactsSnapshot, loadPartnerSnapshot } from '../../partner/partner-snapshot';
import { membershipReply } from '../../corrections/membership-reply';
import { loadRenewalOutlook } from '../../partner/renewal-outlook';

const hears: Phrases = {
  en: ['renewal', 'renew', 'renewing', 'runway', 'anniversary', 'when do we renew', 'timeline'],
  'zh-CN': ['续订', '续期', '周年日', '时间线'],
  'zh-TW': ['續約', '續訂', '週年日', '時間表'],
  'ru-RU': ['продление', 'продления', 'продлить', 'продлевать', 'годовщина', 'годовщину', 'сроки'],
  'pt-BR': ['renovação', 'renovar', 'quando renovar', 'aniversário', 'prazos'],
};

function parse(utterance: Utterance): Question | undefined {
  return findPhraseOf(utterance, hears) && { ask: 'renewal' };
}

/** `renewal`. */
export const renewal: Command<'renewal'> = {
  name: 'renewal',
  phrases: hears,
  order: 80,
  access: { role: 'anyone', scope: 'any' },
  keepsCurrent: true,
  payload: z.object({}),
  parse,
  async answer(_, request, services) {
    const { partner, programme, policies: rules, asOf: today } = await loadPartnerSnapshot(request, services);
    const on = endBeforeRenewal(partner.membership, { programme, policies: rules }, today);
    if (on !== undefined && today > on)
      return membershipReply({ request, services }, { refusal: { code: 'programme-ended', on } });
    if (on !== undefined) return membershipReply({ request, services });
    const snapshot = await loadFactsSnapshot(request, services);
    const membership = membershipIn(programme, partner.membership);
    const { renewal: dates, lines, nothing } = loadRenewalOutlook(snapshot);
    const { asOf, policies, isAdmin } = snapshot;
    const own = goalRenewals(partner, snapshot, asOf);
    const [first, ...others] = own;
    const view = { ...snapshot.setting, asOf, isAdmin, lines, policies };
    const text = services.text(request.locale);
    if (!membership && first)
      return { name: 'renewal', card: ownRenewalCard({ ...view, own: [first, ...others] }, text) };
    if (!membership) return membershipReply({ request, services }, { refusal: { code: 'nothing-to-renew' } });
    const dated = { ...view, membership, renewal: dates!, own, ...(nothing && { nothing }) };
    return { name: 'renewal', card: renewalCard(dated, text) };
  },
};
