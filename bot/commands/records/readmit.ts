/** `let <address> in again`: a person who was forgotten may come with the next import again, after a preview; for admins. */
import { z } from 'zod/v4';
import { previewCard } from '../../../cards/general/preview-card';
import { readmitCard, readmittedCard } from '../../../cards/records/readmit-card';
import type { Question } from '../../../cards/contract/question';
import type { ForgottenPerson } from '../../../domain/partner/people/forgotten-person';
import { refused, type Reply } from '../../context/reply';
import type { ReadingServices } from '../../context/app-services';
import type { TurnRequest } from '../../context/turn-request';
import { isPhraseAlone, type Phrases } from '../../language-understanding/phrases';
import type { Utterance } from '../../language-understanding/utterance';
import { dropMark, markOf } from '../../partner/forgotten';
import { signToReadmit } from '../../recognizers/rights-order';
import { recordDeed } from '../../store/audit-trail';
import { listValues } from '../../store/row-list';
import { type Command } from '../command';
import { shortText, typed } from '../payload-fields';

const hears: Phrases = {
  en: ['readmit', 'let a forgotten person in again', 'who is kept out'],
  'zh-CN': ['允许重新加入', '谁被拒之门外'],
  'zh-TW': ['允許重新加入', '誰被拒於門外'],
  'ru-RU': ['снова принимать', 'кто исключен'],
  'pt-BR': ['readmitir', 'quem fica de fora'],
};

function parse(utterance: Utterance): Question | undefined {
  const sign = signToReadmit(utterance.said);
  if (sign !== undefined) return { ask: 'readmit', typed: sign };
  return isPhraseAlone(utterance, hears) ? { ask: 'readmit' } : undefined;
}

/** `readmit`, `let <address> in again`. */
export const readmit: Command<'readmit'> = {
  name: 'readmit',
  phrases: hears,
  order: 349,
  readsWhole: true,
  access: { role: 'admin', scope: 'private' },
  payload: z.object({ typed, mark: shortText.optional() }),
  parse,
  previews: ({ typed: sign }) => sign !== undefined,
  async answer({ typed: sign }, request, services) {
    const text = services.text(request.locale);
    if (sign === undefined) {
      const { length: count } = await listValues(services.store.forgotten, request.tenant);
      return { name: 'readmit', card: readmitCard({ count }, text) };
    }
    const found = await markOf(request.tenant, sign, services.store);
    return found ? preview(found, request, services) : refused({ code: 'not-kept-out' }, text);
  },
  async press(question, request, services) {
    const { mark } = question;
    if (mark === undefined) return readmit.answer(question, request, services);
    const { tenant, user } = request;
    const text = services.text(request.locale);
    if (!(await services.store.forgotten.get(tenant, mark))) return refused({ code: 'not-kept-out' }, text);
    const deed = { act: 'readmitted', about: 'readmit', by: user.aadObjectId, whom: mark } as const;
    await recordDeed(tenant, deed, services);
    await dropMark(tenant, mark, services.store);
    services.log.info({ tenant }, 'A person who was forgotten may come in again.');
    return { name: 'readmitted', card: readmittedCard(text) };
  },
};

function preview({ id, at }: ForgottenPerson, request: TurnRequest, services: ReadingServices): Reply {
  const text = services.text(request.locale);
  const heading = text.say('readmit.wanted');
  const lines = [text.say('readmit.since', { date: text.date(at.slice(0, 10)) }), text.say('readmit.means')];
  const question = { ask: 'readmit', mark: id } as const;
  return { name: 'readmit-wanted', card: previewCard({ heading, lines, question }, text) };
}
