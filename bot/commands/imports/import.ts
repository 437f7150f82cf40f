/** `import`: how to bring a file in, and what is to become of one that was dropped; for admins, where nobody reads along. */
import { importHowCard } from '../../../cards/records/import-card';
import type { Question } from '../../../cards/contract/question';
import { isBeingApplied, type PendingImport } from '../../../domain/imports/pending-import';
import type { Kept } from '../../../domain/basics/repository';
import { beside, type Command, type Phrases } from '../command';
import { tellingWords, type Heard } from '../../language/utterance';
import { planImport } from '../../imports/import-preview';
import {
  appliedReply,
  type Offered,
  planReply,
  refusedFile,
  replyWithPlan,
  requestFor,
  stateReply,
  type Turn,
  undoneReply,
} from '../../imports/import-reply';
import { importFile } from '../../imports/import-file';
import { inTime, TooSlow } from '../../context/timeout';
import { lookAtPartner } from '../../partner/partner-snapshot';
import { pendingOf } from '../../imports/pending-file';
import { refused, type Reply } from '../../context/reply';

type ImportQuestion = Extract<Question, { ask: 'import' }>;

const hears: Phrases = {
  en: ['import', 'upload', 'import file', 'upload file', 'how to import'],
  'zh-CN': ['导入', '上传', '导入文件', '上传文件'],
  'zh-TW': ['匯入', '上傳', '匯入檔案', '上傳檔案'],
  'ru-RU': ['импорт', 'импортировать', 'загрузить', 'загрузить файл'],
  'pt-BR': ['importar', 'importação', 'carregar arquivo', 'enviar arquivo'],
};

function parse(heard: Heard): Question | undefined {
  const others = beside(heard, hears);
  return others && tellingWords(others).length === 0 ? { ask: 'import' } : undefined;
}

/** Teams waits some seconds for the answer to a button; an import that takes longer goes on, and is asked for again. */
const longestPatience = 2_500;

/** `import`. */
export const importing: Command<'import'> = {
  name: 'import',
  hears,
  isForAdmins: true,
  parse,
  async answer(question, ask, world) {
    const text = world.text(ask.locale);
    const { isAdmin } = await lookAtPartner(ask, world);
    if (!isAdmin) return refused({ code: 'admins-only' }, text);
    if (question.pending === undefined) return { name: 'import', card: importHowCard(text) };
    if (ask.scope !== 'personal') return refused({ code: 'file-in-private' }, text);
    const { pendings } = world.store;
    const about = { pendings, tenant: ask.tenant, by: ask.user.aadObjectId.toLowerCase(), now: ask.now };
    const kept = await pendingOf(question.pending, about);
    return kept ? answerAbout(kept, question, { ask, world }) : refused({ code: 'import-expired' }, text);
  },
};

function answerAbout(kept: Kept<PendingImport>, question: ImportQuestion, turn: Turn): Promise<Reply> {
  const { value: pending } = kept;
  const offered = { pending, dates: question.dates, facts: question.facts };
  if (pending.state === 'discarded') return stateReply({ state: 'discarded' }, pending.file, turn);
  if (pending.state === 'applied') return replyApplied(pending, turn);
  if (isBeingApplied(pending, turn.ask.now)) return stillRunning(pending, turn);
  if (question.step === 'discard') return discard(kept, turn);
  return question.step === 'apply'
    ? apply(kept, { offered, question, turn })
    : planReply(offered, turn.ask, turn.world);
}

async function replyApplied({ importId, file }: PendingImport, turn: Turn): Promise<Reply> {
  const { ask, world } = turn;
  const record = await world.store.imports.get(ask.tenant, importId ?? '');
  if (record?.value.undoneAt !== undefined)
    return undoneReply({ record: record.value, restored: 0, leftAlone: [] }, turn);
  return record ? appliedReply(record.value, turn) : stateReply({ state: 'discarded' }, file, turn);
}

const stillRunning = ({ id, file }: PendingImport, turn: Turn) =>
  stateReply({ state: 'running', pending: id }, file, turn);

async function discard({ value, version }: Kept<PendingImport>, turn: Turn): Promise<Reply> {
  const { ask, world } = turn;
  const discarded = { ...value, content: '', state: 'discarded' } as const;
  const lost = await world.store.pendings.write(ask.tenant, [{ kind: 'replace', value: discarded, version }]);
  return lost.length === 0 ? stateReply({ state: 'discarded' }, value.file, turn) : stillRunning(value, turn);
}

interface Applying {
  readonly offered: Offered;
  readonly question: ImportQuestion;
  readonly turn: Turn;
}

/** Of several who press at once one begins, and the others are told that somebody is at it. */
async function apply({ value, version }: Kept<PendingImport>, { offered, question, turn }: Applying): Promise<Reply> {
  const { ask, world } = turn;
  const begun: PendingImport = { ...value, state: 'applying', begunAt: new Date(ask.now).toISOString() };
  const lost = await world.store.pendings.write(ask.tenant, [{ kind: 'replace', value: begun, version }]);
  if (lost.length > 0) return stillRunning(value, turn);
  const request = { ...(await requestFor(offered, ask)), removesGone: question.gone === true };
  const isFirst = value.state === 'open';
  return inPatience(takeIn(begun, request, { offered, turn, isFirst }), begun, turn);
}

type Request = Awaited<ReturnType<typeof requestFor>> & { readonly removesGone: boolean };

interface Taking extends Pick<Applying, 'offered' | 'turn'> {
  /** Whether nothing of it can have been written yet. */
  readonly isFirst: boolean;
}

/** Takes the file in, unless facts have changed since its plan was shown: then the plan is shown anew. */
async function takeIn(begun: PendingImport, request: Request, { offered, turn, isFirst }: Taking): Promise<Reply> {
  const { ask, world } = turn;
  let mayHaveWritten = !isFirst;
  try {
    const plan = isFirst ? await planImport(world, { ...request, removesGone: false, dry: true }) : undefined;
    if (plan && !('refused' in plan) && plan.facts !== offered.facts) {
      await settle({ ...begun, state: 'open' }, turn);
      return await replyWithPlan(plan, offered, turn);
    }
    mayHaveWritten = true;
    const outcome = await importFile(world, { ...request, dry: false });
    if ('refused' in outcome) {
      await settle({ ...begun, state: 'open' }, turn);
      return await refusedFile(outcome.refused, offered, turn);
    }
    await settle({ ...begun, content: '', state: 'applied', importId: outcome.importId }, turn);
    world.log.info({ tenant: ask.tenant, import: outcome.importId }, 'A dropped file was imported.');
    return await replyApplied({ ...begun, importId: outcome.importId }, turn);
  } catch (error) {
    return giveUp(mayHaveWritten ? begun : { ...begun, state: 'open' }, error, turn);
  }
}

/** What was begun may be begun again at once; where not even that can be written down, after some minutes. */
async function giveUp({ begunAt: _, ...begun }: PendingImport, error: unknown, turn: Turn): Promise<never> {
  await settle(begun, turn).catch(() => undefined);
  throw error;
}

/** Nobody else writes a file that is being taken in. */
async function settle(value: PendingImport, { ask, world }: Turn): Promise<void> {
  const kept = await world.store.pendings.get(ask.tenant, value.id);
  if (kept) await world.store.pendings.write(ask.tenant, [{ kind: 'replace', value, version: kept.version }]);
}

/** Whoever does not wait is told that it goes on; what goes wrong then is written down, and pressing again begins anew. */
async function inPatience(work: Promise<Reply>, begun: PendingImport, turn: Turn): Promise<Reply> {
  try {
    return await inTime(work, Math.min(longestPatience, turn.world.deadline / 2));
  } catch (error) {
    if (!(error instanceof TooSlow)) throw error;
    work.catch((late: unknown) => turn.world.log.error({ tenant: turn.ask.tenant, error: late }, 'An import failed.'));
    return stillRunning(begun, turn);
  }
}
