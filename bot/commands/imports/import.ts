/** `import`: explains how to import a file, and imports or discards an attached one; for admins, in a personal conversation. */
import { z } from 'zod/v4';
import { importHowCard } from '../../../cards/records/import-how-card';
import { previewCard } from '../../../cards/general/preview-card';
import { escapeMarkdown } from '../../../cards/elements/escaped-text';
import type { Text } from '../../../cards/text';
import type { Question } from '../../../cards/contract/question';
import { isBeingApplied, type PendingImport } from '../../../domain/imports/pending-import';
import { dateOrders } from '../../../domain/imports/incoming';
import type { Versioned } from '../../../domain/basics/repository';
import { isPhraseAlone, type Phrases } from '../../language-understanding/phrases';
import { type Command } from '../command';
import { shortText } from '../payload-fields';
import { type Utterance } from '../../language-understanding/utterance';
import { appliedFileReply, applyFile, runningReply, type ApplyTurn } from '../../imports/applying';
import { planReply, stateReply } from '../../imports/import-reply';
import { replyToDroppedFiles } from '../../imports/dropped-file';
import { localPathBehind } from '../../imports/local-path';
import { answered, changePendingFile, findPendingFile } from '../../imports/pending-file';
import { refused, type Reply } from '../../context/reply';

type ImportQuestion = Extract<Question, { ask: 'import' }>;

const hears: Phrases = {
  en: ['import', 'upload', 'import file', 'upload file', 'how to import'],
  'zh-CN': ['导入', '上传', '导入文件', '上传文件'],
  'zh-TW': ['匯入', '上傳', '匯入檔案', '上傳檔案'],
  'ru-RU': ['импорт', 'импортировать', 'загрузить', 'загрузить файл'],
  'pt-BR': ['importar', 'importação', 'carregar arquivo', 'enviar arquivo'],
};

function parse(utterance: Utterance): Question | undefined {
  return isPhraseAlone(utterance, hears) ? { ask: 'import' } : undefined;
}

/** The path of a file behind the words of this command, in any language. */
export function importPathIn(said: string): string | undefined {
  return localPathBehind(said, Object.values(hears).flat());
}

/** Characters of a path, as many as of a question. */
const longestPath = 500;

/** `import`. */
export const importing: Command<'import'> = {
  name: 'import',
  phrases: hears,
  order: 260,
  access: { role: 'admin', scope: 'any' },
  audited: 'imported',
  payload: z.object({
    pending: shortText.optional(),
    path: z.string().min(1).max(longestPath).optional(),
    dates: z.enum(dateOrders).optional(),
    step: z.enum(['apply', 'discard']).optional(),
    gone: z.boolean().optional(),
    facts: shortText.optional(),
    programme: shortText.optional(),
  }),
  accessTo: ({ pending, path }) => ({
    role: 'admin',
    scope: pending === undefined && path === undefined ? 'any' : 'private',
  }),
  parse,
  previews: ({ path }) => path !== undefined,
  explained(request, services) {
    return {
      name: 'import',
      card: importHowCard(services.text(request.locale), { isLocal: services.local !== undefined }),
    };
  },
  async answer({ path }, request, services) {
    return path !== undefined && services.local !== undefined
      ? previewOf(path, services.text(request.locale))
      : importing.explained!(request, services);
  },
  async press(question, request, services) {
    const text = services.text(request.locale);
    const { pending, path } = question;
    if (path !== undefined && services.local) return replyToDroppedFiles([{ name: path, path }], request, services);
    if (pending === undefined) return importing.answer(question, request, services);
    const { pendings } = services.store;
    const about = { pendings, tenant: request.tenant, by: request.user.aadObjectId.toLowerCase(), now: request.now };
    const kept = await findPendingFile(pending, about);
    return kept ? answerAbout(kept, question, { request, services }) : refused({ code: 'import-expired' }, text);
  },
};

/** A file is read, and kept until it is applied or discarded, after a press only. */
function previewOf(path: string, text: Text): Reply {
  const heading = text.say('import.preview', { file: escapeMarkdown(path, longestPath) });
  return { name: 'import-wanted', card: previewCard({ heading, lines: [], question: { ask: 'import', path } }, text) };
}

function answerAbout(kept: Versioned<PendingImport>, question: ImportQuestion, turn: ApplyTurn): Promise<Reply> {
  const { value: pending } = kept;
  const { dates, facts, step } = question;
  if (pending.state === 'discarded') return stateReply({ state: 'discarded' }, pending.file, turn);
  if (pending.state === 'applied') return shownOnPress(pending, turn);
  if (isBeingApplied(pending, turn.request.now)) return runningReply(pending, turn);
  if (step === 'discard') return discard(kept, turn);
  if (step === 'apply') return applyFile(kept, question, turn);
  // After a crash the next sweep goes on with it, and its card is replaced.
  if (pending.state === 'applying' && pending.wish) return runningReply(pending, turn);
  return planReply({ pending, dates, facts }, turn.request, turn.services);
}

/** A press has shown how it ended, so that the card is not replaced again; the choice of a programme is left to the work. */
async function shownOnPress(pending: PendingImport, turn: ApplyTurn): Promise<Reply> {
  const { request, services } = turn;
  const reply = await appliedFileReply(pending, turn);
  const place = { pendings: services.store.pendings, tenant: request.tenant };
  if (pending.wish) await changePendingFile(pending.id, answered, place);
  return reply;
}

async function discard({ value, version }: Versioned<PendingImport>, turn: ApplyTurn): Promise<Reply> {
  const { request, services } = turn;
  const discarded = { ...answered(value), content: '', state: 'discarded' } as const;
  const lost = await services.store.pendings.write(request.tenant, [{ kind: 'replace', value: discarded, version }]);
  return lost.length === 0 ? stateReply({ state: 'discarded' }, value.file, turn) : runningReply(value, turn);
}
