/** The replies about a file in a chat: the plan of the import, and its result. */
import { meaningOf } from '../../domain/imports/import-meaning';
import { importPlanCard, type ImportPlanView } from '../../cards/records/import-plan-card';
import { importStateCard, type ImportStateView } from '../../cards/records/import-state-card';
import { metricName } from '../../cards/words/figure';
import type { SuggestedQuestion } from '../../cards/contract/refusal';
import { dropLimits } from '../../domain/imports/drop-limits';
import { headCountOf } from '../../domain/counting/head-count';
import { standingOf } from '../../domain/counting/standing';
import { levelsIn, standingSnapshotOf } from '../../domain/history/standing-snapshot';
import type { ImportRecord, StandingBefore } from '../../domain/partner/import-record';
import { type DateOrder, dateOrders, type ImportRefusal } from '../../domain/imports/incoming';
import type { Person } from '../../domain/partner/people/person';
import { begunLapsesAfter, type FileWish, type PendingImport } from '../../domain/imports/pending-import';
import { TimeoutError, withTimeout } from '../context/timeout';
import type { TurnRequest } from '../context/turn-request';
import { forgetPlan, planOnce, type PlanOutcome } from './begun-plan';
import { planImport, type PlannedImport } from './import-preview';
import { scheduleBy } from '../partner/sweep-schedule';
import { isImportUndoable, type ImportUndoResult } from './import-undo';
import { loadFactsSnapshot, type FactsSnapshot, type FactsSnapshotDeps } from '../partner/partner-snapshot';
import { answered, changePendingFile, fileIn, deletePendingFile, sayingBegun } from './pending-file';
import { refused, type Reply } from '../context/reply';
import type { Store } from '../../domain/ports';
import type { ImportDeps } from './import-opening';

/** What planning the import of a stored file needs. */
export interface ImportReplyDeps extends ImportDeps, Omit<FactsSnapshotDeps, 'store'> {
  readonly store: ImportDeps['store'] & Pick<Store, 'pendings' | 'schedule'>;
  /** Milliseconds within which a turn must be answered. */
  readonly deadline: number;
}

/** A stored file, with the order of the dates if the admin gave one. */
export interface Offered {
  readonly pending: PendingImport;
  readonly dates?: DateOrder | undefined;
  /** The facts from which a plan was shown before. */
  readonly facts?: string | undefined;
}

/** What the import asks for of this file. */
export async function requestFor({ pending, dates }: Offered, { tenant, user }: TurnRequest) {
  const askedAt = Date.parse(pending.at);
  const by = user.aadObjectId.toLowerCase();
  return { tenant, file: await fileIn(pending), by, askedAt, limits: dropLimits, ...(dates && { dates }) };
}

/**
 * The plan of the file as it is now; where that takes longer than the channel waits, a card that is replaced by the plan. What is
 * worked out goes on meanwhile; after a crash another instance begins it anew, because the file is kept.
 */
export async function planReply(offered: Offered, request: TurnRequest, services: ImportReplyDeps): Promise<Reply> {
  const { pending, dates = '', facts = '' } = offered;
  const key = [request.tenant, pending.id, dates, facts].join(' ');
  const plan = planOnce(key, async () => planImport(services, { ...(await requestFor(offered, request)), dry: true }));
  const place = { pendings: services.store.pendings, tenant: request.tenant };
  try {
    const planned = await withTimeout(plan, services.deadline / 2);
    forgetPlan(key, plan);
    const reply = await plannedReply(planned, offered, { request, services });
    if (pending.wish) await changePendingFile(pending.id, answered, place);
    return reply;
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    return readingReply(
      offered,
      plan.finally(() => forgetPlan(key, plan)),
      { request, services },
    );
  }
}

/** The answer once a plan is there: the card of it, or why the file is not taken. */
export function plannedReply(planned: PlanOutcome, offered: Offered, turn: ReplyTurn): Promise<Reply> {
  return 'refused' in planned ? refusedFile(planned.refused, offered, turn) : replyWithPlan(planned, offered, turn);
}

/** The card of a file that is still being read. The plan that is owed is noted, and replaces the card when it is there. */
async function readingReply(offered: Offered, plan: Promise<PlanOutcome>, turn: ReplyTurn): Promise<Reply> {
  const { request, services } = turn;
  const { pending, dates, facts } = offered;
  const place = { pendings: services.store.pendings, tenant: request.tenant };
  const at = new Date(services.now()).toISOString();
  const { card } = request;
  const wish: FileWish = { step: 'plan', at, ...(dates && { dates }), ...(facts && { facts }), ...(card && { card }) };
  const noted = { ...pending, begunAt: at, wish };
  await scheduleBy(services, request.tenant, services.now() + begunLapsesAfter + 1);
  await changePendingFile(pending.id, (kept) => ({ ...kept, begunAt: at, wish }), place);
  const work = plan.then((planned) => plannedReply(planned, { ...offered, pending: noted }, turn));
  const later = { pending: noted, reply: sayingBegun(pending.id, work, { ...place, now: services.now }) };
  later.reply.catch(() => undefined);
  return { ...(await stateReply({ state: 'reading', pending: pending.id, dates }, pending.file, turn)), later };
}

/** Who asks, and what may be touched. */
export interface ReplyTurn {
  readonly request: TurnRequest;
  readonly services: ImportReplyDeps;
}

/** The same without what writes. */
export type ReadingTurn = Omit<ReplyTurn, 'services'> & { readonly services: FactsSnapshotDeps };

/** The admin can resolve these by giving the order of the dates. */
const canBeSaid: readonly ImportRefusal['code'][] = ['ambiguous-dates', 'contradicting-dates'];
/** These pass by themselves. */
const passes: readonly ImportRefusal['code'][] = ['too-busy'];

/** The refusal of a file; one that will not do better the next time is forgotten. */
export async function refusedFile(
  refusal: ImportRefusal,
  { pending }: Offered,
  { request, services }: ReplyTurn,
): Promise<Reply> {
  const text = services.text(request.locale);
  const isOpen = canBeSaid.includes(refusal.code);
  if (!isOpen && !passes.includes(refusal.code))
    await deletePendingFile(pending.id, services.store.pendings, request.tenant);
  const nearest: readonly SuggestedQuestion[] = isOpen
    ? dateOrders.map((dates) => ({
        label: text.say(`button.${dates}`),
        question: { ask: 'import', pending: pending.id, dates },
      }))
    : [];
  return refused({ code: 'import-refused', file: pending.file, refusal, nearest }, text);
}

/** The card of a plan. */
export async function replyWithPlan(
  plan: PlannedImport,
  offered: Offered,
  { request, services }: ReplyTurn,
): Promise<Reply> {
  const snapshot = await loadFactsSnapshot(request, services);
  const { pending, dates, facts } = offered;
  const { kind, rows, items, achievements, rejected, warnings, effect, effectOfGone } = plan;
  const view: ImportPlanView = {
    ...snapshot.setting,
    asOf: snapshot.asOf,
    pending: pending.id,
    file: pending.file,
    kind,
    rows,
    items,
    achievements,
    rejected,
    warnings,
    gone: goneAmong(snapshot.facts.people, plan),
    effect,
    ...(effectOfGone && { effectOfGone }),
    ...(dates && { dates }),
    facts: plan.facts,
    isEmpty: items.new + items.changed === 0,
    isChangedSince: facts !== undefined && facts !== plan.facts,
    ...(plan.choices && { choices: plan.choices }),
  };
  return { name: 'import-plan', card: importPlanCard(view, services.text(request.locale)) };
}

/** The achievements that the file no longer shows, with the record of each person. */
function goneAmong(people: readonly Person[], { gone }: PlannedImport): ImportPlanView['gone'] {
  const known = new Map(people.map((one) => [one.id, one]));
  return gone.flatMap(({ person: id, achievements }) => {
    const person = known.get(id);
    return person ? [{ person, achievements }] : [];
  });
}

type State = ImportStateView extends infer V
  ? V extends unknown
    ? Omit<V, 'asOf' | 'file' | SettingField>
    : never
  : never;
type SettingField = 'programme' | 'partner' | 'newestImport' | 'seesNames' | 'self';

/** The card with the result of an import. */
export async function stateReply(state: State, file: string, { request, services }: ReadingTurn): Promise<Reply> {
  const { setting, asOf } = await loadFactsSnapshot(request, services);
  const view = { ...setting, asOf, file, ...state } as ImportStateView;
  return { name: `import-${view.state}`, card: importStateCard(view, services.text(request.locale)) };
}

/** The card of an import that is recorded. */
export async function appliedReply(record: ImportRecord, { request, services }: ReadingTurn): Promise<Reply> {
  const isUndoable = isImportUndoable(record, request.now);
  const snapshot = await loadFactsSnapshot(request, services);
  const meaning = meaningOf({ ...snapshot, today: snapshot.asOf }, services.programmes.values());
  const after = record.id === snapshot.setting.newestImport?.id ? totalsOf(snapshot) : undefined;
  const view = { state: 'applied', record, isUndoable, meaning, ...(after && { after }) } as const;
  return stateReply(view, record.file, { request, services });
}

function totalsOf({ programme, facts, asOf, partner }: FactsSnapshot): StandingBefore {
  const { competencies } = standingOf(programme, facts, asOf);
  return {
    levels: levelsIn(standingSnapshotOf({ asOf, partner, competencies })),
    counting: headCountOf(programme, facts, asOf).counting,
  };
}

/** The card of an import that was taken back, with what was left alone by name. */
export async function undoneReply(
  { record, restored, removed, leftAlone }: ImportUndoResult,
  { request, services }: ReadingTurn,
): Promise<Reply> {
  const { facts, programme } = await loadFactsSnapshot(request, services);
  const text = services.text(request.locale);
  const people = new Map(facts.people.map((one) => [one.id, one]));
  const names = leftAlone.map(({ noun, id }) => {
    if (noun === 'partner') return text.say('import.undone.settings');
    if (noun === 'figure') return metricName(id, { text, programme });
    return people.get(id)?.name || id;
  });
  return stateReply({ state: 'undone', restored, removed, leftAlone: names }, record.file, { request, services });
}
