/** `undo`: takes back the last correction that the asker entered by hand, within 24 hours; for admins. */
import { z } from 'zod/v4';
import type { Question } from '../../../cards/contract/question';
import { isClaimed } from '../../../domain/partner/claim';
import type { Correction } from '../../../domain/partner/correction';
import type { Versioned } from '../../../domain/basics/repository';
import type { TurnRequest } from '../../context/turn-request';
import { isPhraseAlone, type Phrases } from '../../language-understanding/phrases';
import { type Command } from '../command';
import { undoAnswers, type Undoable } from '../undo-answers';
import { shortText } from '../payload-fields';
import { isUndoable, ownCorrections, takeBackCorrection as takeBack } from '../../corrections/correction-record';
import {
  mayNotCorrect,
  replyAbout,
  wordsAbout,
  type CorrectionSubject,
  type CorrectionTurn,
} from '../../corrections/correction-reply';
import { type Utterance } from '../../language-understanding/utterance';
import { loadPartnerSnapshot } from '../../partner/partner-snapshot';
import { refused } from '../../context/reply';
import type { ReadingServices } from '../../context/app-services';

const hears: Phrases = {
  en: ['undo', 'revert', 'take back', 'take that back'],
  'zh-CN': ['撤销', '撤消', '撤回'],
  'zh-TW': ['復原', '撤銷', '收回'],
  'ru-RU': ['отменить', 'отмени', 'отмена', 'верни назад'],
  'pt-BR': ['desfazer', 'desfaça', 'desfaz', 'reverter'],
};

function parse(utterance: Utterance): Question | undefined {
  return isPhraseAlone(utterance, hears) ? { ask: 'undo' } : undefined;
}

/** The correction that a button names, or the last one; one that was taken back before only where a button names it. */
async function meant(
  id: string | undefined,
  request: TurnRequest,
  services: ReadingServices,
): Promise<Versioned<Correction> | undefined> {
  if (id === undefined) return (await ownCorrections(request, services)).at(-1);
  const kept = await services.store.corrections.get(request.tenant, id);
  return kept?.value.by === request.user.aadObjectId.toLowerCase() ? kept : undefined;
}

function subjectOf({ change }: Correction): CorrectionSubject {
  if (!('person' in change)) return 'company';
  return change.kind === 'completed' && isClaimed(change.achievement) ? 'claim' : 'person';
}

/** The correction that is meant, if the asker may still take it back; else the reply that says why not, or that it is done. */
async function findUndoable(
  id: string | undefined,
  { request, services }: CorrectionTurn,
): Promise<Undoable<Correction>> {
  const text = services.text(request.locale);
  const snapshot = await loadPartnerSnapshot(request, services);
  const kept = await meant(id, request, services);
  if (!kept) return { reply: refused({ code: 'nothing-to-undo' }, text) };
  const { value: correction } = kept;
  const mayNot = mayNotCorrect(snapshot, request, subjectOf(correction));
  if (mayNot) return { reply: refused(mayNot, text) };
  if (correction.undoneAt !== undefined)
    return { reply: await replyAbout(correction, 'undone', { request, services }) };
  return isUndoable(correction, request) ? { kept } : { reply: refused({ code: 'undo-too-late' }, text) };
}

/** `undo`, and the button that takes one correction back. */
export const undo: Command<'undo'> = {
  name: 'undo',
  phrases: hears,
  order: 250,
  access: { role: 'self', scope: 'any' },
  audited: 'correction-undone',
  isListedForAdmins: true,
  payload: z.object({ correction: shortText.optional() }),
  parse,
  ...undoAnswers('undo', {
    idIn: ({ correction }) => correction,
    find: findUndoable,
    preview: async ({ id, change }, { request, services }) => ({
      heading: services.text(request.locale).say('preview.undo'),
      lines: [await wordsAbout(change, { request, services })],
      question: { ask: 'undo', correction: id },
    }),
    takeBack: async (kept, { request, services }) => {
      const isDone = await takeBack(kept, request, services);
      if (isDone) return replyAbout(kept.value, 'undone', { request, services });
      return refused({ code: 'changed-since', nearest: [] }, services.text(request.locale));
    },
  }),
};
