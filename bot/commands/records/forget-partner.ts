/** `forget this partner`: everything of the organisation goes, once an admin has typed its name; for admins. */
import { z } from 'zod/v4';
import { forgetPartnerCard, forgottenCard } from '../../../cards/records/forget-card';
import type { Question } from '../../../cards/contract/question';
import type { Text } from '../../../cards/text';
import type { Partner } from '../../../domain/partner/partner';
import { refused } from '../../context/reply';
import type { Utterance } from '../../language-understanding/utterance';
import { normalize } from '../../language-understanding/message-text';
import { loadPartnerSnapshot } from '../../partner/partner-snapshot';
import { forgettingPartner, isSaid } from '../../recognizers/rights-order';
import { countRows, erasePartner } from '../../erasure/partner-erasure';
import { listValues } from '../../store/row-list';
import { type Command } from '../command';
import { typed } from '../payload-fields';

function parse({ said }: Utterance): Question | undefined {
  return isSaid(said, forgettingPartner) ? { ask: 'forget-partner' } : undefined;
}

/** What has to be typed: the name of the organisation, or a word where it has none. */
function wordFor({ name }: Partner, text: Text): string {
  return name.trim() || text.say('forget.word');
}

/** `forget this partner`. */
export const forgetPartner: Command<'forget-partner'> = {
  name: 'forget-partner',
  phrases: forgettingPartner,
  order: 348,
  readsWhole: true,
  access: { role: 'admin', scope: 'private' },
  payload: z.object({ typed, isSure: z.literal(true).optional() }),
  parse,
  previews: () => true,
  async answer(_, request, services) {
    const text = services.text(request.locale);
    const { partner } = await loadPartnerSnapshot(request, services);
    const { length: people } = await listValues(services.store.people, request.tenant);
    const rows = await countRows(request.tenant, services.store);
    return {
      name: 'forget-partner-wanted',
      card: forgetPartnerCard({ word: wordFor(partner, text), people, rows }, text),
    };
  },
  async press({ isSure, typed: given = '' }, request, services) {
    if (isSure !== true) return forgetPartner.answer({ ask: 'forget-partner' }, request, services);
    const text = services.text(request.locale);
    const { partner } = await loadPartnerSnapshot(request, services);
    if (normalize(given) !== normalize(wordFor(partner, text))) {
      const again = { label: forgettingPartner[request.locale][0], question: { ask: 'forget-partner' } } as const;
      return refused({ code: 'not-confirmed', nearest: [again] }, text);
    }
    await erasePartner(request.tenant, services);
    services.log.info({ tenant: request.tenant }, 'An admin had everything of a partner forgotten.');
    return { name: 'forgotten', card: forgottenCard({ what: 'partner' }, text), leavesNoTrace: true };
  },
};
