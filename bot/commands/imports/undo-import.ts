/** `undo import`: takes back the last import, within 24 hours; for admins, where nobody reads along. */
import type { Question } from '../../../cards/contract/question';
import { beside, type Command, type Phrases } from '../command';
import { tellingWords, type Heard } from '../../language/utterance';
import { undoneReply } from '../../imports/import-reply';
import { importToUndo, isImportUndoable, undoImport as takeBack } from '../../imports/import-undo';
import { lookAtPartner } from '../../partner/partner-snapshot';
import { refused } from '../../context/reply';

const hears: Phrases = {
  en: ['undo import', 'undo last import', 'revert import', 'take back import'],
  'zh-CN': ['撤销导入', '撤销上次导入', '撤回导入'],
  'zh-TW': ['復原匯入', '復原上次匯入', '收回匯入'],
  'ru-RU': ['отменить импорт', 'отмени импорт', 'отмена импорта', 'отменить последний импорт'],
  'pt-BR': ['desfazer importação', 'desfazer importar', 'reverter importação', 'desfaça importação'],
};

function parse(heard: Heard): Question | undefined {
  const others = beside(heard, hears);
  return others && tellingWords(others).length === 0 ? { ask: 'undo-import' } : undefined;
}

/** `undo import`. */
export const undoImport: Command<'undo-import'> = {
  name: 'undo-import',
  hears,
  isForAdmins: true,
  parse,
  async answer({ import: id }, ask, world) {
    const text = world.text(ask.locale);
    const { isAdmin } = await lookAtPartner(ask, world);
    if (!isAdmin) return refused({ code: 'admins-only' }, text);
    if (ask.scope !== 'personal') return refused({ code: 'only-in-private' }, text);
    const kept = await importToUndo(world, ask.tenant, id);
    if (!kept) return refused({ code: 'no-import-to-undo' }, text);
    const { undoneAt } = kept.value;
    if (!isImportUndoable({ ...kept.value, undoneAt: undefined }, ask.now))
      return refused({ code: 'import-undo-too-late' }, text);
    const undone =
      undoneAt === undefined
        ? await takeBack(world, ask.tenant, kept)
        : { record: kept.value, restored: 0, leftAlone: [] };
    world.log.info({ tenant: ask.tenant, import: kept.value.id }, 'An import was taken back.');
    return undoneReply(undone, { ask, world });
  },
};
