/** `renewed <date>`: a membership that was renewed, recorded by admins. */
import { z } from 'zod/v4';
import type { Question } from '../../../cards/contract/question';
import type { Refusal } from '../../../cards/contract/refusal';
import { renewMembership as renewedOn } from '../../../domain/membership/membership';
import { wholeDates } from '../../recognizers/days/day-argument';
import { findPhraseOf, type Phrases, type RecognitionContext } from '../../language-understanding/phrases';
import { type Command } from '../command';
import { typed } from '../payload-fields';
import { membershipRecord } from './membership';
import type { Utterance } from '../../language-understanding/utterance';
import { loadPartnerSnapshot } from '../../partner/partner-snapshot';
import {
  membershipReply,
  previewMembership,
  recordMembership,
  unlessChanged,
  type MembershipChange,
} from '../../corrections/membership-reply';

const hears: Phrases = {
  en: ['renewed', 'we renewed', 'has been renewed', 'renewal done'],
  'zh-CN': ['已续订', '续订于', '已经续订'],
  'zh-TW': ['已續約', '續約於', '已經續約'],
  'ru-RU': ['продлено', 'продлили', 'продлен'],
  'pt-BR': ['renovado', 'renovada', 'renovamos', 'renovada em'],
};

function parse(utterance: Utterance, reading: RecognitionContext): Question | Refusal | undefined {
  const dated = wholeDates(utterance, reading);
  if (!findPhraseOf(dated?.rest ?? utterance, hears)) return undefined;
  if (!dated) return { ask: 'renewed' };
  const made = dated.dates.map((on) => ({ label: on, question: { ask: 'renewed' as const, on } }));
  return made.length === 1 ? made[0]!.question : { code: 'ambiguous', heard: utterance.said, candidates: made };
}

/** `renewed <date>`, and the button while the window is open. */
export const renewed: Command<'renewed'> = {
  name: 'renewed',
  phrases: hears,
  order: 160,
  access: { role: 'admin', scope: 'any' },
  audited: 'corrected',
  payload: z.object({ on: typed, from: membershipRecord.optional() }),
  parse,
  previews: ({ on }) => on !== undefined,
  async answer(question, request, services) {
    const { on } = question;
    if (on !== undefined) return previewMembership(question, renewing(on), { request, services });
    const snapshot = await loadPartnerSnapshot(request, services);
    return membershipReply({ request, services, snapshot }, { refusal: { code: 'no-renewal-date' } });
  },
  async press(question, request, services) {
    const { on, from } = question;
    if (on === undefined) return renewed.answer(question, request, services);
    return recordMembership(unlessChanged(from, renewing(on)), request, services);
  },
};

function renewing(on: string): MembershipChange {
  return { to: (before, { programme, policies, asOf }) => renewedOn(on, before, { programme, policies, today: asOf }) };
}
