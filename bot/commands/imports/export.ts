/** `export`: hands over all facts as files that `import` reads back; for admins, in a personal conversation. */
import { z } from 'zod/v4';
import type { Question } from '../../../cards/contract/question';
import { exportedNames } from '../../../domain/imports/exported-file';
import { withoutPhrase, type Phrases } from '../../language/phrases';
import { type Command } from '../command';
import { canOffer, exported, exportReply, offerFile } from '../../imports/file-consent';
import { tellingWords, type Utterance } from '../../language/utterance';

const hears: Phrases = {
  en: ['export', 'download', 'export data', 'export all', 'backup'],
  'zh-CN': ['导出', '下载', '导出数据', '备份'],
  'zh-TW': ['匯出', '下載', '匯出資料', '備份'],
  'ru-RU': ['экспорт', 'экспортировать', 'выгрузить', 'выгрузка'],
  'pt-BR': ['exportar', 'exportação', 'baixar dados', 'exportar dados'],
};

function parse(utterance: Utterance): Question | undefined {
  const others = withoutPhrase(utterance, hears);
  return others && tellingWords(others).length === 0 ? { ask: 'export' } : undefined;
}

/** `export`. */
export const exporting: Command<'export'> = {
  name: 'export',
  phrases: hears,
  order: 280,
  isCostly: true,
  access: { role: 'admin', scope: 'any' },
  payload: z.object({ file: z.enum(exportedNames).optional() }),
  parse,
  async answer(_, request, services) {
    return exportReply({ state: 'choose', canOffer: canOffer(request, services) }, request, services);
  },
  async press({ file: about }, request, services) {
    const canHandOver = canOffer(request, services);
    if (about === undefined || !canHandOver)
      return exportReply({ state: 'choose', canOffer: canHandOver }, request, services);
    const file = await exported(about, request, services);
    if (!file)
      return exportReply({ state: 'failed', file: about, fault: 'oversized', canOffer: true }, request, services);
    const offer = await offerFile(file, request, services);
    return { ...exportReply({ state: 'asked', file: file.name, canOffer: true }, request, services), offer };
  },
};
