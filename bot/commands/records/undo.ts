/** `undo`: takes back the last correction that the asker entered by hand, within 24 hours; for admins. */
import { z } from 'zod/v4';
import type { Question } from '../../../cards/contract/question';
import { isClaimed } from '../../../domain/partner/claim';
import type { Correction } from '../../../domain/partner/correction';
import type { Versioned } from '../../../domain/basics/repository';
import type { TurnRequest } from '../../context/turn-request';
import { withoutPhrase, type Phrases } from '../../language/phrases';
import { type Command } from '../command';
import { shortText } from '../payload';
import { isUndoable, ownCorrections, takeBackCorrection as takeBack } from '../../corrections/correction-record';
import { mayNotCorrect, replyAbout, type CorrectionSubject } from '../../corrections/correction-reply';
import { tellingWords, type Utterance } from '../../language/utterance';
import { loadPartnerSnapshot } from '../../partner/partner-snapshot';
import { refused } from '../../context/reply';
import type { AppServices } from '../../context/app-services';

const hears: Phrases = {
  en: ['undo', 'revert', 'take back', 'take that back'],
  'zh-CN': ['撤销', '撤消', '撤回'],
  'zh-TW': ['復原', '撤銷', '收回'],
  'ru-RU': ['отменить', 'отмени', 'отмена', 'верни назад'],
  'pt-BR': ['desfazer', 'desfaça', 'desfaz', 'reverter'],
};

function parse(utterance: Utterance): Question | undefined {
  const others = withoutPhrase(utterance, hears);
  return others && tellingWords(others).length === 0 ? { ask: 'undo' } : undefined;
}

/** The correction that a button names, or the last one; one that was taken back before only where a button names it. */
async function meant(
  id: string | undefined,
  request: TurnRequest,
  services: AppServices,
): Promise<Versioned<Correction> | undefined> {
  if (id === undefined) return (await ownCorrections(request, services)).at(-1);
  const kept = await services.store.corrections.get(request.tenant, id);
  return kept?.value.by === request.user.aadObjectId.toLowerCase() ? kept : undefined;
}

function subjectOf({ change }: Correction): CorrectionSubject {
  if (!('person' in change)) return 'company';
  return change.kind === 'completed' && isClaimed(change.achievement) ? 'claim' : 'person';
}

/** `undo`. */
export const undo: Command<'undo'> = {
  name: 'undo',
  phrases: hears,
  order: 250,
  access: { role: 'self', scope: 'any' },
  isListedForAdmins: true,
  payload: z.object({ correction: shortText.optional() }),
  parse,
  async answer({ correction: id }, request, services) {
    const text = services.text(request.locale);
    const snapshot = await loadPartnerSnapshot(request, services);
    const kept = await meant(id, request, services);
    if (!kept) return refused({ code: 'nothing-to-undo' }, text);
    const { value: correction } = kept;
    const mayNot = mayNotCorrect(snapshot, request, subjectOf(correction));
    if (mayNot) return refused(mayNot, text);
    if (correction.undoneAt !== undefined) return replyAbout(correction, 'undone', { request, services });
    if (!isUndoable(correction, request)) return refused({ code: 'undo-too-late' }, text);
    if (await takeBack(kept, request, services)) return replyAbout(correction, 'undone', { request, services });
    return refused({ code: 'changed-since', nearest: [] }, text);
  },
};
