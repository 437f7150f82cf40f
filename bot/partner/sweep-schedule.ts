/** The agenda in use: a partner is made due, claimed by one of those who look, and let go of with its next moment. */
import {
  called,
  claimed,
  claimLapsesAfter,
  isDue,
  letGo,
  nudged,
  type AgendaEntry,
  type Letting,
} from '../../domain/alerts/sweep-entry';
import { type Kept, StoreUnavailable } from '../../domain/basics/repository';
import { everybody, type Store } from '../../domain/ports';

export interface AgendaDeps {
  readonly store: Pick<Store, 'agenda'>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** More often than this nobody loses against others by chance. */
const attempts = 100;

/** Has something looked after for a partner as soon as possible. Throws {@link StoreUnavailable} as the store does. */
export function makeDue(deps: AgendaDeps, tenant: string): Promise<void> {
  return change(deps, tenant, (before) => called(before, tenant));
}

/** Has the cards of a partner looked after as soon as possible, where something but the facts has changed. */
export function nudge(deps: AgendaDeps, tenant: string): Promise<void> {
  return change(deps, tenant, (before) => nudged(before, tenant));
}

/** Puts partners on the agenda of which it knows nothing, because they were there before it was. */
export async function enrol(deps: AgendaDeps, tenants: readonly string[]): Promise<void> {
  for (const tenant of tenants) if (!(await deps.store.agenda.get(everybody, tenant))) await makeDue(deps, tenant);
}

/** What is due, the longest overdue first. */
export async function dueNow({ store, now }: AgendaDeps): Promise<readonly Kept<AgendaEntry>[]> {
  const entries: Kept<AgendaEntry>[] = [];
  for await (const entry of store.agenda.list(everybody)) if (isDue(entry.value, now())) entries.push(entry);
  return entries.sort((one, other) => one.value.dueAt - other.value.dueAt);
}

/** The entry with our claim on it; nothing where somebody else was faster. */
export async function claim(
  { store, now }: AgendaDeps,
  { value, version }: Kept<AgendaEntry>,
  token: string,
): Promise<AgendaEntry | undefined> {
  const mine = claimed(value, token, now());
  const conflicts = await store.agenda.write(everybody, [{ kind: 'replace', value: mine, version }]);
  return conflicts.length === 0 ? mine : undefined;
}

/** Renews our claim, as long as it is ours. */
export function stay(deps: AgendaDeps, { tenant, claim: held }: AgendaEntry): Promise<void> {
  return change(deps, tenant, (entry) =>
    entry?.claim?.token === held?.token && held ? claimed(entry!, held.token, deps.now()) : undefined,
  );
}

/** How often a claim has to be renewed so that it does not lapse, in milliseconds. */
export const stayEvery = claimLapsesAfter / 3;

/** Lets go of the entry, unless it is not ours any more. */
export function release(deps: AgendaDeps, letting: Letting): Promise<void> {
  return change(deps, letting.begun.tenant, (entry) => entry && letGo(entry, letting));
}

async function change(
  { store }: AgendaDeps,
  tenant: string,
  to: (entry: AgendaEntry | undefined) => AgendaEntry | undefined,
): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const kept = await store.agenda.get(everybody, tenant);
    const value = to(kept?.value);
    if (!value) return;
    const wanted = kept
      ? ({ kind: 'replace', value, version: kept.version } as const)
      : ({ kind: 'create', value } as const);
    if ((await store.agenda.write(everybody, [wanted])).length === 0) return;
  }
  throw new StoreUnavailable('the agenda could not be changed: others were always faster');
}
