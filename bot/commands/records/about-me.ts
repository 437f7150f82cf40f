/** `what do you know about me`, `export my data`: everything that is kept about the asker, to be read and to be taken along. */
import { z } from 'zod/v4';
import { aboutMeCard } from '../../../cards/records/about-me-card';
import type { Question } from '../../../cards/contract/question';
import { offerOwnData, ownDataOf } from '../../imports/own-data-file';
import type { Phrases } from '../../language-understanding/phrases';
import type { Utterance } from '../../language-understanding/utterance';
import { isSaid } from '../../recognizers/rights-order';
import { type Command } from '../command';

const hears: Phrases = {
  en: [
    'what do you know about me',
    'what do you store about me',
    'what data do you have about me',
    'what data do you keep about me',
    'my data',
    'show my data',
  ],
  'zh-CN': ['你知道我什么', '你保存了我的哪些数据', '你有我的哪些数据', '我的数据', '查看我的数据'],
  'zh-TW': ['你知道我什麼', '你儲存了我的哪些資料', '你有我的哪些資料', '我的資料', '查看我的資料'],
  'ru-RU': ['что ты знаешь обо мне', 'что вы знаете обо мне', 'какие данные обо мне хранятся', 'мои данные'],
  'pt-BR': ['o que você sabe sobre mim', 'o que você guarda sobre mim', 'quais dados meus você tem', 'meus dados'],
};

const hearsExport: Phrases = {
  en: ['export my data', 'download my data', 'give me my data', 'send me my data'],
  'zh-CN': ['导出我的数据', '下载我的数据'],
  'zh-TW': ['匯出我的資料', '下載我的資料'],
  'ru-RU': ['экспортируй мои данные', 'выгрузи мои данные', 'экспорт моих данных', 'скачать мои данные'],
  'pt-BR': ['exportar meus dados', 'exporte meus dados', 'baixar meus dados', 'baixe meus dados'],
};

function parse({ said }: Utterance): Question | undefined {
  return isSaid(said, hears) || isSaid(said, hearsExport) ? { ask: 'about-me' } : undefined;
}

/** `what do you know about me`. */
export const aboutMe: Command<'about-me'> = {
  name: 'about-me',
  phrases: hears,
  extraPhrases: hearsExport,
  order: 346,
  readsWhole: true,
  access: { role: 'self', scope: 'private' },
  payload: z.object({ file: z.literal(true).optional() }),
  parse,
  async answer(_, request, services) {
    const data = await ownDataOf(request, services);
    return { name: 'about-me', card: aboutMeCard({ data }, services.text(request.locale)) };
  },
  async press({ file }, request, services) {
    return file ? offerOwnData(request, services) : aboutMe.answer({ ask: 'about-me' }, request, services);
  },
};
