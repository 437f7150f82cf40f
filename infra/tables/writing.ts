/** Writing: changes in as few transactions as possible, and one by one where a transaction meets a conflict. */
import { randomUUID } from 'node:crypto';
import type { TransactionAction } from '@azure/data-tables';
import type { Change, Conflict } from '../../domain/basics/repository';
import type { TableRequest, TableTarget } from './asking';
import { type Place, placeOf } from './keys';
import type { Noun } from './noun';
import { type Row, toRow } from './rows';

/** A transaction takes a hundred rows and 4 MiB (platform.md 8.1), less some room for what stands around the rows. */
const mostRows = 100;
const mostBytes = 4 * 1_048_576 - 65_536;
/** Address and headers of one row in a transaction, with two keys of the greatest length in it. */
const bytesAround = 2048;

/** A change with its row. */
type Step = Put | Removal;
type Put =
  | { readonly kind: 'create'; readonly id: string; readonly row: Row }
  | { readonly kind: 'replace'; readonly id: string; readonly row: Row; readonly version: string };
interface Removal {
  readonly kind: 'remove';
  readonly id: string;
  readonly row: Place;
  readonly version: string;
}

/** Writes changes of a noun to a table, as {@link Repository.write} promises. */
export async function writeChanges<T>(
  { noun, table }: { readonly noun: Noun<T>; readonly table: TableTarget },
  tenant: string,
  changes: readonly Change<T>[],
): Promise<readonly Conflict[]> {
  const mark = randomUUID();
  const steps = changes.map((change) => stepOf(noun, change, { tenant, mark }));
  // All come to their end before the first failure is told, so that nothing is still being written after the throw.
  const outcomes = await Promise.allSettled(partitionsOf(steps).map((inOne) => writePartition(inOne, table)));
  return outcomes.flatMap((outcome) => {
    if (outcome.status === 'rejected') throw outcome.reason;
    return outcome.value;
  });
}

function stepOf<T>(noun: Noun<T>, change: Change<T>, owner: { tenant: string; mark: string }): Step {
  if (change.kind === 'remove') return { ...change, row: placeOf(noun, owner.tenant, change.id) };
  const { value, ...wanted } = change;
  return { ...wanted, id: noun.idOf(value), row: toRow(noun, { ...owner, value }) };
}

/** The steps by partition, at most sixteen as keys are packed. A row that occurs twice is a bug of the caller. */
function partitionsOf(steps: readonly Step[]): readonly (readonly Step[])[] {
  const partitions = new Map<string, Map<string, Step>>();
  for (const step of steps) {
    const { partitionKey, rowKey } = step.row;
    const partition = partitions.get(partitionKey) ?? new Map<string, Step>();
    if (partition.has(rowKey)) throw new RangeError(`row ${partitionKey}/${rowKey} occurs twice in one call`);
    partitions.set(partitionKey, partition.set(rowKey, step));
  }
  return [...partitions.values()].map((partition) => [...partition.values()]);
}

async function writePartition(steps: readonly Step[], table: TableTarget): Promise<readonly Conflict[]> {
  const conflicts: Conflict[] = [];
  for (const batch of batchesOf(steps.filter((step) => step.kind !== 'remove')))
    conflicts.push(...(await writeBatch(batch, table)));
  // One by one, because the SDK's transactions drop the version of a removal and would remove whatever is there.
  for (const step of steps) if (step.kind === 'remove') conflicts.push(...(await writeOne(step, table)));
  return conflicts;
}

function batchesOf(steps: readonly Put[]): readonly (readonly Put[])[] {
  const batches: Put[][] = [];
  let room = 0;
  for (const step of steps) {
    const bytes = mostBytesOf(step.row) + bytesAround;
    const last = batches.at(-1);
    if (last !== undefined && last.length < mostRows && bytes <= room) last.push(step);
    else {
      batches.push([step]);
      room = mostBytes;
    }
    room -= bytes;
  }
  return batches;
}

/** The most that a row takes as JSON: it is ASCII, and each character becomes two at most. */
function mostBytesOf(row: Row): number {
  return Object.entries(row).reduce((sum, [name, value]) => sum + name.length + 2 * String(value).length + 6, 0);
}

/** All at once; if the service refuses that, each on its own, to make what can be made and to name what cannot. */
async function writeBatch(batch: readonly Put[], table: TableTarget): Promise<readonly Conflict[]> {
  if (batch.length === 1) return writeOne(batch[0]!, table);
  const actions = batch.map(actionOf);
  const answer = await table.ask(questionOf('write', batch[0]!), async (client, abortSignal) => {
    const { subResponses } = await client.submitTransaction(actions, { abortSignal });
    if (subResponses.length !== batch.length) throw new Error('the answer is not that of a transaction');
  });
  if ('answered' in answer) return [];
  const conflicts: Conflict[] = [];
  for (const step of batch) conflicts.push(...(await writeOne(step, table, answer.unsure)));
  return conflicts;
}

function actionOf(step: Put): TransactionAction {
  const row = { ...step.row };
  return step.kind === 'create' ? ['create', row] : ['update', row, 'Replace', { etag: step.version }];
}

async function writeOne(step: Step, table: TableTarget, unsure = false): Promise<readonly Conflict[]> {
  const answer = await table.ask<unknown>(questionOf(step.kind, step), (client, abortSignal) => {
    if (step.kind === 'create') return client.createEntity(step.row, { abortSignal });
    const options = { etag: step.version, abortSignal };
    if (step.kind === 'replace') return client.updateEntity(step.row, 'Replace', options);
    return client.deleteEntity(step.row.partitionKey, step.row.rowKey, options);
  });
  if ('answered' in answer) return [];
  if ((unsure || answer.unsure) && (await isDone(step, table))) return [];
  return [{ id: step.id, reason: answer.refused }];
}

/** Whether the row is as the step wanted it: an earlier attempt, to which no answer came, may have been heard. */
async function isDone(step: Step, table: TableTarget): Promise<boolean> {
  const { partitionKey, rowKey } = step.row;
  const answer = await table.ask(questionOf('get', step), (client, abortSignal) =>
    client.getEntity(partitionKey, rowKey, { abortSignal }),
  );
  if (step.kind === 'remove') return 'refused' in answer;
  return 'answered' in answer && answer.answered.mark === step.row.mark;
}

function questionOf(operation: string, { row }: Step): TableRequest {
  return { operation, key: `${row.partitionKey}/${row.rowKey}` };
}
