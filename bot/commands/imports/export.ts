/** `export`: hands over all facts as files that `import` reads back; for admins, in a personal conversation. */
import { z } from 'zod/v4';
import type { Question } from '../../../cards/contract/question';
import { exportedNames } from '../../../domain/imports/exported-file';
import { isPhraseAlone, type Phrases } from '../../language-understanding/phrases';
import { type Command } from '../command';
import { canOffer, exported, exportReply, offerFile } from '../../imports/file-consent';
import { type Utterance } from '../../language-understanding/utterance';
import { recordDeed } from '../../store/audit-trail';
import type { AppServices, ReadingServices } from '../../context/app-services';
import type { Reply } from '../../context/reply';
import type { TurnRequest } from '../../context/turn-request';

const hears: Phrases = {
  en: ['export', 'download', 'export data', 'export all', 'backup'],
  'zh-CN': ['导出', '下载', '导出数据', '备份'],
  'zh-TW': ['匯出', '下載', '匯出資料', '備份'],
  'ru-RU': ['экспорт', 'экспортировать', 'выгрузить', 'выгрузка'],
  'pt-BR': ['exportar', 'exportação', 'baixar dados', 'exportar dados'],
};

function parse(utterance: Utterance): Question | undefined {
  return isPhraseAlone(utterance, hears) ? { ask: 'export' } : undefined;
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
    return chooseFile(request, services);
  },
  async press({ file: about }, request, services) {
    const wayOut = wayOutOf(request, services);
    if (about === undefined || wayOut === undefined) return chooseFile(request, services);
    const file = await exported(about, request, services);
    if (!file)
      return exportReply({ state: 'failed', file: about, fault: 'oversized', canOffer: true }, request, services);
    return wayOut(file);
  },
};

function chooseFile(request: TurnRequest, services: ReadingServices): Reply {
  const isLocal = canSave(request, services);
  const canHandOver = isLocal || canOffer(request, services);
  return exportReply({ state: 'choose', canOffer: canHandOver, ...(isLocal && { isLocal: true }) }, request, services);
}

/** In the local world files are written on this machine, because its chat window takes none. */
function canSave({ scope }: TurnRequest, { local }: ReadingServices): boolean {
  return local !== undefined && scope === 'personal';
}

type File = NonNullable<Awaited<ReturnType<typeof exported>>>;

/** How a file is handed over here: with a file consent card, onto this machine, or not at all. */
function wayOutOf(request: TurnRequest, services: AppServices): ((file: File) => Promise<Reply>) | undefined {
  if (canSave(request, services)) return (file) => saved(file, request, services);
  return canOffer(request, services) ? (file) => offered(file, request, services) : undefined;
}

async function offered(file: File, request: TurnRequest, services: AppServices): Promise<Reply> {
  const offer = await offerFile(file, request, services);
  return { ...exportReply({ state: 'asked', file: file.name, canOffer: true }, request, services), offer };
}

async function saved({ name, bytes }: File, request: TurnRequest, services: AppServices): Promise<Reply> {
  await recordDeed(request.tenant, { act: 'exported', about: name, by: request.user.aadObjectId }, services);
  const path = await services.local!.saveFile(name, bytes);
  services.log.info({ tenant: request.tenant, file: name }, 'An exported file was written on this machine.');
  return exportReply({ state: 'saved', file: name, path, canOffer: true }, request, services);
}
