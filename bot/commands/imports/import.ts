/** `import`: explains how to import a file, and imports or discards an attached one; for admins, in a personal conversation. */
import { z } from 'zod/v4';
import { importHowCard } from '../../../cards/records/import-how-card';
import { previewCard } from '../../../cards/general/preview-card';
import { escapeMarkdown } from '../../../cards/elements/escaped-text';
import type { TurnRequest } from '../../context/turn-request';
import type { AppServices } from '../../context/app-services';
import type { Text } from '../../../cards/text';
import type { Question } from '../../../cards/contract/question';
import { isBeingApplied, type PendingImport } from '../../../domain/imports/pending-import';
import { dateOrders } from '../../../domain/imports/incoming';
import type { Versioned } from '../../../domain/basics/repository';
import { isPhraseAlone, type Phrases } from '../../language-understanding/phrases';
import { type Command } from '../command';
import { shortText } from '../payload-fields';
import { type Utterance } from '../../language-understanding/utterance';
import { planImport } from '../../imports/import-preview';
import {
  appliedReply,
  type Offered,
  planReply,
  refusedFile,
  replyWithPlan,
  requestFor,
  stateReply,
  undoneReply,
} from '../../imports/import-reply';
import { replyToDroppedFiles } from '../../imports/dropped-file';
import { importFile } from '../../imports/import-file';
import { localPathBehind } from '../../imports/local-path';
import { withTimeout, TimeoutError } from '../../context/timeout';
import { findPendingFile } from '../../imports/pending-file';
import { refused, type Reply } from '../../context/reply';
import { updatePartner } from '../../partner/partner-update';
import { readPartnerRow } from '../../store/partner-row';
import { updateRow } from '../../store/row-update';

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

/** Teams waits some seconds for the answer to a button; an import that takes longer goes on, and is asked for again. */
const longestPatience = 2_500;

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
  async answer({ path }, request, services) {
    const text = services.text(request.locale);
    const isLocal = services.local !== undefined;
    return path !== undefined && isLocal
      ? previewOf(path, text)
      : { name: 'import', card: importHowCard(text, { isLocal }) };
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

interface ImportTurn {
  readonly request: TurnRequest;
  readonly services: AppServices;
}

/** A file is read, and kept until it is applied or discarded, after a press only. */
function previewOf(path: string, text: Text): Reply {
  const heading = text.say('import.preview', { file: escapeMarkdown(path, longestPath) });
  return { name: 'import-wanted', card: previewCard({ heading, lines: [], question: { ask: 'import', path } }, text) };
}

function answerAbout(kept: Versioned<PendingImport>, question: ImportQuestion, turn: ImportTurn): Promise<Reply> {
  const { value: pending } = kept;
  const offered = { pending, dates: question.dates, facts: question.facts };
  if (pending.state === 'discarded') return stateReply({ state: 'discarded' }, pending.file, turn);
  if (pending.state === 'applied') return replyApplied(pending, turn);
  if (isBeingApplied(pending, turn.request.now)) return stillRunning(pending, turn);
  if (question.step === 'discard') return discard(kept, turn);
  return question.step === 'apply'
    ? apply(kept, { offered, question, turn })
    : planReply(offered, turn.request, turn.services);
}

async function replyApplied({ importId, file }: PendingImport, turn: ImportTurn): Promise<Reply> {
  const { request, services } = turn;
  const record = await services.store.imports.get(request.tenant, importId ?? '');
  if (record?.value.undoneAt !== undefined)
    return undoneReply({ record: record.value, restored: 0, leftAlone: [] }, turn);
  return record ? appliedReply(record.value, turn) : stateReply({ state: 'discarded' }, file, turn);
}

const stillRunning = ({ id, file }: PendingImport, turn: ImportTurn) =>
  stateReply({ state: 'running', pending: id }, file, turn);

async function discard({ value, version }: Versioned<PendingImport>, turn: ImportTurn): Promise<Reply> {
  const { request, services } = turn;
  const discarded = { ...value, content: '', state: 'discarded' } as const;
  const lost = await services.store.pendings.write(request.tenant, [{ kind: 'replace', value: discarded, version }]);
  return lost.length === 0 ? stateReply({ state: 'discarded' }, value.file, turn) : stillRunning(value, turn);
}

interface Applying {
  readonly offered: Offered;
  readonly question: ImportQuestion;
  readonly turn: ImportTurn;
}

/** If several people press at once, one import begins, and the others are told that it is running. */
async function apply(
  { value, version }: Versioned<PendingImport>,
  { offered, question, turn }: Applying,
): Promise<Reply> {
  const { request, services } = turn;
  const begun: PendingImport = { ...value, state: 'applying', begunAt: new Date(request.now).toISOString() };
  const lost = await services.store.pendings.write(request.tenant, [{ kind: 'replace', value: begun, version }]);
  if (lost.length > 0) return stillRunning(value, turn);
  const importRequest = { ...(await requestFor(offered, request)), removesGone: question.gone === true };
  const isFirst = value.state === 'open';
  const follows = question.programme;
  return inPatience(takeIn(begun, importRequest, { offered, turn, isFirst, follows }), begun, turn);
}

type ApplyRequest = Awaited<ReturnType<typeof requestFor>> & { readonly removesGone: boolean };

interface Taking extends Pick<Applying, 'offered' | 'turn'> {
  /** Whether nothing of it can have been written yet. */
  readonly isFirst: boolean;
  /** The programme that is followed from then on, where one was chosen. */
  readonly follows: string | undefined;
}

/** Takes the file in, unless facts have changed since its plan was shown: then the plan is shown anew. */
async function takeIn(
  begun: PendingImport,
  importRequest: ApplyRequest,
  { offered, turn, isFirst, follows }: Taking,
): Promise<Reply> {
  const { request, services } = turn;
  let mayHaveWritten = !isFirst;
  try {
    const plan = isFirst ? await planImport(services, { ...importRequest, removesGone: false, dry: true }) : undefined;
    if (plan && !('refused' in plan) && plan.facts !== offered.facts) {
      await settle({ ...begun, state: 'open' }, turn);
      return await replyWithPlan(plan, offered, turn);
    }
    mayHaveWritten = true;
    const outcome = await importFile(services, { ...importRequest, dry: false });
    if ('refused' in outcome) {
      await settle({ ...begun, state: 'open' }, turn);
      return await refusedFile(outcome.refused, offered, turn);
    }
    await settle({ ...begun, content: '', state: 'applied', importId: outcome.importId }, turn);
    services.log.info({ tenant: request.tenant, import: outcome.importId }, 'A dropped file was imported.');
    if (follows !== undefined) await follow(follows, turn);
    return await replyApplied({ ...begun, importId: outcome.importId }, turn);
  } catch (error) {
    return giveUp(mayHaveWritten ? begun : { ...begun, state: 'open' }, error, turn);
  }
}

/** Follows the programme that was chosen with the file; one that is not loaded is left aside. */
async function follow(programme: string, { request, services }: ImportTurn): Promise<void> {
  if (!services.programmes.get(programme)) return;
  const known = await readPartnerRow(services, request.tenant);
  await updatePartner((partner) => ({ ...partner, programme }), { request, services, known });
  services.log.info({ tenant: request.tenant, programme }, 'The programme was chosen with the first file.');
}

/** What was begun may be begun again at once; where not even that can be written down, after some minutes. */
async function giveUp({ begunAt: _, ...begun }: PendingImport, error: unknown, turn: ImportTurn): Promise<never> {
  await settle(begun, turn).catch(() => undefined);
  throw error;
}

/** Stores the outcome of the import that this request has begun; no other request imports the file meanwhile. */
async function settle(value: PendingImport, { request, services }: ImportTurn): Promise<void> {
  const { pendings: repository } = services.store;
  await updateRow(
    { repository, tenant: request.tenant, id: value.id, noun: 'pending import' },
    (kept) => kept && value,
  );
}

/**
 * Waits for the import as long as a turn may take, then replies that it is still running. A later error is logged, and
 * another press starts it again.
 */
async function inPatience(work: Promise<Reply>, begun: PendingImport, turn: ImportTurn): Promise<Reply> {
  try {
    return await withTimeout(work, Math.min(longestPatience, turn.services.deadline / 2));
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    work.catch((late: unknown) =>
      turn.services.log.error({ tenant: turn.request.tenant, error: late }, 'An import failed.'),
    );
    return stillRunning(begun, turn);
  }
}
