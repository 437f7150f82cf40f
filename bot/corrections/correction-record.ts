/** Correcting: what an admin enters is shown first, then recorded once however often it is confirmed, and can be taken back. */
import { createHash } from 'node:crypto';
import type { Confirmation, Question } from '../../cards/contract/question';
import { undoableFor, type Correction, type FactChange } from '../../domain/partner/correction';
import type { Versioned } from '../../domain/basics/repository';
import type { TurnRequest } from '../context/turn-request';
import { findCorrectionTarget, isStanding } from './correction-target';
import type { ReadOnlyStore, Store } from '../../domain/ports';
import type { StandingCacheDeps } from '../partner/standing-cache';
import { listAll } from '../store/row-list';
import { removeRow } from '../store/row-update';

/** The id of a correction: the same for the same button, another for each preview. */
export function correctionIdOf(question: Question, { version, at }: Confirmation): string {
  const { confirm: _, ...asked } = question as Question & { readonly confirm?: Confirmation };
  const words = JSON.stringify([Object.entries(asked).sort(), version, at]);
  return createHash('sha256').update(words).digest('hex').slice(0, 24);
}

/** The id that the source of a fact names; in a preview, where there is no correction yet, none. */
export function correctionSource(question: Question, confirm: Confirmation | undefined): string {
  return confirm ? correctionIdOf(question, confirm) : '';
}

/** What recording and taking back needs: the facts with their standing, and the corrections. */
export interface CorrectionDeps extends StandingCacheDeps {
  readonly store: StandingCacheDeps['store'] & Pick<Store, 'corrections'>;
}

/** What reading corrections needs. */
export interface CorrectionReadDeps {
  readonly store: Pick<ReadOnlyStore, 'corrections' | 'partners' | 'people' | 'figures'>;
}

export interface Wanted {
  readonly id: string;
  readonly change: FactChange;
  /** The version of the fact that was shown. */
  readonly version: string;
}

/**
 * Records a correction: first itself, so that it can be taken back after a crash too, then the fact at the version that was
 * shown. Of two who press at once one is first, and both are told the same. Nothing where the fact has changed since.
 */
export async function recordCorrection(
  wanted: Wanted,
  request: TurnRequest,
  services: CorrectionDeps,
): Promise<Correction | undefined> {
  const { tenant, user, now } = request;
  const { corrections } = services.store;
  const { id, change, version } = wanted;
  const row = await findCorrectionTarget(change, tenant, services);
  if (row.version !== version) return undefined;
  const correction = { id, by: user.aadObjectId.toLowerCase(), at: new Date(now).toISOString(), change };
  await corrections.write(tenant, [{ kind: 'create', value: correction }]);
  if (await row.change()) return correction;
  if ((await findCorrectionTarget(change, tenant, services)).isChanged) return correction;
  await removeRow(corrections, tenant, id);
  return undefined;
}

/** The correction that a button has made already, if it still holds. */
export async function recordedBefore(
  id: string,
  { tenant }: TurnRequest,
  services: CorrectionReadDeps,
): Promise<Correction | undefined> {
  const kept = await services.store.corrections.get(tenant, id);
  if (!kept) return undefined;
  const isChanged = await isStanding(kept.value.change, tenant, services);
  return isChanged && kept.value.undoneAt === undefined ? kept.value : undefined;
}

/** The asker's own corrections that hold, the newest last. */
export async function ownCorrections(
  { tenant, user }: TurnRequest,
  { store }: CorrectionReadDeps,
): Promise<readonly Versioned<Correction>[]> {
  const account = user.aadObjectId.toLowerCase();
  const all = await listAll(store.corrections, tenant);
  const own = all.filter(({ value }) => value.by === account && value.undoneAt === undefined);
  return own.sort(({ value: one }, { value: other }) => (one.at < other.at ? -1 : 1));
}

/** Whether the correction is young enough to be taken back. */
export function isUndoable({ at }: Correction, { now }: TurnRequest): boolean {
  return now - Date.parse(at) <= undoableFor;
}

/** Takes a correction back; nothing where what it entered has been changed since. */
export async function takeBackCorrection(
  { value, version }: Versioned<Correction>,
  request: TurnRequest,
  services: CorrectionDeps,
): Promise<boolean> {
  const { tenant, now } = request;
  const row = await findCorrectionTarget(value.change, tenant, services);
  if (!row.isChanged || !(await row.takeBack())) return false;
  const undone = { ...value, undoneAt: new Date(now).toISOString() };
  await services.store.corrections.write(tenant, [{ kind: 'replace', value: undone, version }]);
  return true;
}
