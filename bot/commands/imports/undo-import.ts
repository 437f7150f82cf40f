/** `undo import`: takes back the last import, within 24 hours; for admins, where nobody reads along. */
import { z } from 'zod/v4';
import type { Question } from '../../../cards/contract/question';
import { withoutPhrase, type Phrases } from '../../language/phrases';
import { type Command } from '../command';
import { shortText } from '../payload';
import { tellingWords, type Utterance } from '../../language/utterance';
import { undoneReply } from '../../imports/import-reply';
import { importToUndo, isImportUndoable, takeBackImport as takeBack } from '../../imports/import-undo';
import { refused } from '../../context/reply';

const hears: Phrases = {
  en: ['undo import', 'undo last import', 'revert import', 'take back import'],
  'zh-CN': ['撤销导入', '撤销上次导入', '撤回导入'],
  'zh-TW': ['復原匯入', '復原上次匯入', '收回匯入'],
  'ru-RU': ['отменить импорт', 'отмени импорт', 'отмена импорта', 'отменить последний импорт'],
  'pt-BR': ['desfazer importação', 'desfazer importar', 'reverter importação', 'desfaça importação'],
};

function parse(utterance: Utterance): Question | undefined {
  const others = withoutPhrase(utterance, hears);
  return others && tellingWords(others).length === 0 ? { ask: 'undo-import' } : undefined;
}

/** `undo import`. */
export const undoImport: Command<'undo-import'> = {
  name: 'undo-import',
  phrases: hears,
  order: 270,
  access: { role: 'admin', scope: 'private' },
  payload: z.object({ import: shortText.optional() }),
  parse,
  async answer({ import: id }, request, services) {
    const text = services.text(request.locale);
    const kept = await importToUndo(services, request.tenant, id);
    if (!kept) return refused({ code: 'no-import-to-undo' }, text);
    const { undoneAt } = kept.value;
    if (!isImportUndoable({ ...kept.value, undoneAt: undefined }, request.now))
      return refused({ code: 'import-undo-too-late' }, text);
    const undone =
      undoneAt === undefined
        ? await takeBack(services, request.tenant, kept)
        : { record: kept.value, restored: 0, leftAlone: [] };
    services.log.info({ tenant: request.tenant, import: kept.value.id }, 'An import was taken back.');
    return undoneReply(undone, { request, services });
  },
};
