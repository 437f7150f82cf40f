/** `export`: hands over all facts as files that `import` reads back; for admins, where nobody reads along. */
import type { Question } from '../../../cards/contract/question';
import { beside, type Command, type Phrases } from '../command';
import { canOffer, exported, exportReply, offerOf } from '../../imports/file-consent';
import { tellingWords, type Heard } from '../../language/utterance';
import { lookAtPartner } from '../../partner/partner-snapshot';
import { refused } from '../../context/reply';

const hears: Phrases = {
  en: ['export', 'download', 'export data', 'export all', 'backup'],
  'zh-CN': ['导出', '下载', '导出数据', '备份'],
  'zh-TW': ['匯出', '下載', '匯出資料', '備份'],
  'ru-RU': ['экспорт', 'экспортировать', 'выгрузить', 'выгрузка'],
  'pt-BR': ['exportar', 'exportação', 'baixar dados', 'exportar dados'],
};

function parse(heard: Heard): Question | undefined {
  const others = beside(heard, hears);
  return others && tellingWords(others).length === 0 ? { ask: 'export' } : undefined;
}

/** `export`. */
export const exporting: Command<'export'> = {
  name: 'export',
  hears,
  isForAdmins: true,
  parse,
  async answer({ file: about }, ask, world) {
    const text = world.text(ask.locale);
    const { isAdmin } = await lookAtPartner(ask, world);
    if (!isAdmin) return refused({ code: 'admins-only' }, text);
    const canHandOver = canOffer(ask, world);
    if (about === undefined || !canHandOver) return exportReply({ state: 'choose', canOffer: canHandOver }, ask, world);
    const file = await exported(about, ask, world);
    if (!file) return exportReply({ state: 'failed', file: about, fault: 'oversized', canOffer: true }, ask, world);
    const offer = offerOf(file, file.bytes.length, text.say('export.offer'));
    return { ...exportReply({ state: 'asked', file: file.name, canOffer: true }, ask, world), offer };
  },
};
