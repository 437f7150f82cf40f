/** An intake is one look at what is kept, for the facts of a file: what they would change, and the act of changing it. */
import type { Facts, FigureFacts, PeopleFacts, SummaryFacts, Warning } from '../domain/incoming';
import { type Differences, reconcileFigures, reconcileShown } from '../domain/newest';
import { emptyPartner } from '../domain/partner';
import type { Person } from '../domain/person';
import type { Change, Conflict, Repository } from '../domain/ports';
import { type PersonStep, reconcilePeople } from '../domain/reconcile';
import type { FactStore } from './keeping';

/** What was written, or would be: ids of people, metrics, or competencies with their level. */
export interface Written {
  readonly new: readonly string[];
  readonly changed: readonly string[];
  readonly newAchievements: number;
}

export interface Intake {
  /** What there is to write; empty once everything the file says is kept. */
  readonly wanted: Written;
  /** How many people, metrics or competencies the file names, and how many achievements. */
  readonly items: number;
  readonly achievements: number;
  readonly warnings: readonly Warning[];
  /** Writes what is wanted, and says what was written: less than that where somebody else was first. */
  write(facts: FactStore): Promise<Written>;
}

export interface IntakeWhere {
  readonly store: Pick<FactStore, 'partners' | 'people' | 'figures'>;
  readonly tenant: string;
  /** The programme of a partner of whom nothing is kept yet. */
  readonly programme: string;
  /** The id of the import. */
  readonly source: string;
}

/** Looks at what is kept and plans what the facts change. Throws {@link StoreUnavailable} as the store does. */
export function intakeOf(facts: Facts, where: IntakeWhere): Promise<Intake> {
  switch (facts.kind) {
    case 'training-completions':
    case 'people':
      return peopleIntake(facts, where);
    case 'figures':
      return figureIntake(facts, where);
    case 'competency-summary':
      return summaryIntake(facts, where);
  }
}

async function peopleIntake({ people: incoming }: PeopleFacts, where: IntakeWhere): Promise<Intake> {
  const { store, tenant, source } = where;
  const kept = await all(store.people.list(tenant));
  const plan = reconcilePeople({ kept, incoming, source });
  return {
    wanted: writtenOf(plan.steps),
    items: plan.steps.length,
    achievements: plan.steps.reduce((sum, { achievements }) => sum + achievements.new + achievements.unchanged, 0),
    warnings: plan.warnings,
    write: (to) => writePeople(to.people, tenant, plan.steps),
  };
}

function writtenOf(steps: readonly PersonStep[]): Written {
  const ids = (outcome: PersonStep['outcome']) => steps.filter((step) => step.outcome === outcome).map(({ id }) => id);
  return {
    new: ids('new'),
    changed: ids('changed'),
    newAchievements: steps.reduce((sum, { achievements }) => sum + achievements.new, 0),
  };
}

/** Rows that were joined into another are removed only once that one is written, or a crash would lose what they hold. */
async function writePeople(people: Repository<Person>, tenant: string, steps: readonly PersonStep[]): Promise<Written> {
  const wanted = steps.filter((step) => step.write !== undefined);
  const lost = await writeAll(
    people,
    tenant,
    wanted.flatMap(({ write }) => write ?? []),
  );
  const done = wanted.filter(({ id }) => !lost.has(id));
  await writeAll(
    people,
    tenant,
    done.flatMap(({ removals }) => removals),
  );
  return writtenOf(done);
}

async function figureIntake({ figures: incoming }: FigureFacts, where: IntakeWhere): Promise<Intake> {
  const { store, tenant, source } = where;
  const kept = await all(store.figures.list(tenant));
  const plan = reconcileFigures({ kept, incoming, source });
  return differing(plan, plan.warnings, (to) => writeAll(to.figures, tenant, plan.changes));
}

async function summaryIntake({ shown: incoming }: SummaryFacts, where: IntakeWhere): Promise<Intake> {
  const { store, tenant, programme } = where;
  const kept = await store.partners.get(tenant, tenant);
  const plan = reconcileShown(kept?.value.shown ?? [], incoming);
  const value = { ...(kept?.value ?? emptyPartner(tenant, programme)), shown: plan.shown };
  const change = kept
    ? ({ kind: 'replace', value, version: kept.version } as const)
    : ({ kind: 'create', value } as const);
  return differing(plan, [], async (to) => {
    const lost = await writeAll(to.partners, tenant, [change]);
    return lost.size === 0 ? lost : new Set([...plan.new, ...plan.changed]);
  });
}

type Writing = (facts: FactStore) => Promise<ReadonlySet<string>>;

function differing(plan: Differences, warnings: readonly Warning[], write: Writing): Intake {
  const wanted: Written = { new: plan.new, changed: plan.changed, newAchievements: 0 };
  return {
    wanted,
    items: plan.new.length + plan.changed.length + plan.unchanged.length,
    achievements: 0,
    warnings,
    async write(facts) {
      const lost = await write(facts);
      const kept = (ids: readonly string[]) => ids.filter((id) => !lost.has(id));
      return { new: kept(plan.new), changed: kept(plan.changed), newAchievements: 0 };
    },
  };
}

async function all<T>(rows: AsyncIterable<T>): Promise<readonly T[]> {
  const found: T[] = [];
  for await (const row of rows) found.push(row);
  return found;
}

/** As many as fit several transactions of the table service; a store holds all of one call in memory. */
const portion = 500;

async function writeAll<T>(
  repository: Repository<T>,
  tenant: string,
  changes: readonly Change<T>[],
): Promise<ReadonlySet<string>> {
  const lost: Conflict[] = [];
  for (let start = 0; start < changes.length; start += portion)
    lost.push(...(await repository.write(tenant, changes.slice(start, start + portion))));
  return new Set(lost.map(({ id }) => id));
}
