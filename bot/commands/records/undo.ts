/** `undo`: takes back the last correction that the asker entered by hand, within 24 hours; for admins. */
import type { Question } from '../../../cards/contract/question';
import { isClaimed } from '../../../domain/partner/claim';
import type { Correction } from '../../../domain/partner/correction';
import type { Kept } from '../../../domain/basics/repository';
import type { Ask } from '../../context/turn-request';
import { beside, type Command, type Phrases } from '../command';
import { isUndoable, ownCorrections, undo as takeBack } from '../../corrections/correction-record';
import { mayNotCorrect, replyAbout, type CorrectionSubject } from '../../corrections/correction-reply';
import { tellingWords, type Heard } from '../../language/utterance';
import { lookAtPartner } from '../../partner/partner-snapshot';
import { refused } from '../../context/reply';
import type { World } from '../../context/app-services';

const hears: Phrases = {
  en: ['undo', 'revert', 'take back', 'take that back'],
  'zh-CN': ['撤销', '撤消', '撤回'],
  'zh-TW': ['復原', '撤銷', '收回'],
  'ru-RU': ['отменить', 'отмени', 'отмена', 'верни назад'],
  'pt-BR': ['desfazer', 'desfaça', 'desfaz', 'reverter'],
};

function parse(heard: Heard): Question | undefined {
  const others = beside(heard, hears);
  return others && tellingWords(others).length === 0 ? { ask: 'undo' } : undefined;
}

/** The correction that a button names, or the last one; one that was taken back before only where a button names it. */
async function meant(id: string | undefined, ask: Ask, world: World): Promise<Kept<Correction> | undefined> {
  if (id === undefined) return (await ownCorrections(ask, world)).at(-1);
  const kept = await world.store.corrections.get(ask.tenant, id);
  return kept?.value.by === ask.user.aadObjectId.toLowerCase() ? kept : undefined;
}

function subjectOf({ change }: Correction): CorrectionSubject {
  if (!('person' in change)) return 'company';
  return change.kind === 'completed' && isClaimed(change.achievement) ? 'claim' : 'person';
}

/** `undo`. */
export const undo: Command<'undo'> = {
  name: 'undo',
  hears,
  isForAdmins: true,
  parse,
  async answer({ correction: id }, ask, world) {
    const text = world.text(ask.locale);
    const look = await lookAtPartner(ask, world);
    const kept = await meant(id, ask, world);
    if (!kept) return refused({ code: look.isAdmin ? 'nothing-to-undo' : 'admins-only' }, text);
    const { value: correction } = kept;
    const mayNot = mayNotCorrect(look, ask, subjectOf(correction));
    if (mayNot) return refused(mayNot, text);
    if (correction.undoneAt !== undefined) return replyAbout(correction, 'undone', { ask, world });
    if (!isUndoable(correction, ask)) return refused({ code: 'undo-too-late' }, text);
    if (await takeBack(kept, ask, world)) return replyAbout(correction, 'undone', { ask, world });
    return refused({ code: 'changed-since', nearest: [] }, text);
  },
};
