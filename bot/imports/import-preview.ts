/** Planning an import: what a file would change and what that does to the levels, with nothing written. */
import { digestOf } from '../../domain/programme/fingerprint';
import { effectOf, type Effect } from '../../domain/imports/import-plan';
import { emptyPartner, type Partner, policiesOf } from '../../domain/partner/partner';
import { namedBy, type ProgrammeCount } from '../../domain/imports/import-meaning';
import type { CalendarDate } from '../../domain/basics/date';
import { partnerDayAt } from '../../domain/partner/partner-day';
import { joinedId } from '../../domain/programme/joined-programme';
import { hasEnded, type Programme } from '../../domain/programme/programme';
import type { Facts } from '../../domain/counting/facts';
import { type ImportDeps, type ImportRequest, type OpenedImport, openImport } from './import-opening';
import { type ImportDone, type ImportResult, importResultOf } from './import-result';
import { listAll } from '../store/row-list';

export interface PlannedImport extends ImportDone {
  readonly effect: Effect;
  /** What taking away what is gone would do, where anything is. */
  readonly effectOfGone?: Effect;
  /** Changes with every fact that is kept, so that what was shown is told from what is now. */
  readonly facts: string;
  /** What the file counts in each programme, where nothing was imported before. */
  readonly choices?: readonly ProgrammeCount[];
}

/** The plan of a file, or why it is not taken. Throws {@link StoreUnavailable} if the store does not answer. */
export async function planImport(
  deps: ImportDeps,
  request: ImportRequest,
): Promise<PlannedImport | Extract<ImportResult, { refused: unknown }>> {
  const opened = await openImport(deps, request);
  if ('refused' in opened) return { file: request.file.name, refused: opened.refused };
  const ground = await groundOf(deps, request.tenant, opened.programme);
  const asOf = partnerDayAt(deps.now(), ground.facts.policies);
  const { changes } = opened;
  const done = importResultOf({ ...opened, request: { ...request, dry: true }, written: changes.wanted, importId: '' });
  const all = changes.gone.length > 0 ? await openImport(deps, { ...request, removesGone: true }) : undefined;
  return {
    ...done,
    effect: effectOf(changes.touches, ground, asOf),
    ...(all && !('refused' in all) && { effectOfGone: effectOf(all.changes.touches, ground, asOf) }),
    facts: ground.version,
    ...(await choicesIn(deps, { tenant: request.tenant, today: asOf }, opened)),
  };
}

/** What the file counts in each programme and in all that are in force, as long as nothing was imported; nothing where there is only one. */
async function choicesIn(
  { store, programmes }: ImportDeps,
  { tenant, today }: { readonly tenant: string; readonly today: CalendarDate },
  { found: { facts }, programme }: OpenedImport,
): Promise<Pick<PlannedImport, 'choices'>> {
  if (facts.kind !== 'training-completions' || (await listAll(store.imports, tenant)).length > 0) return {};
  const all = [...programmes.values()];
  const inForce = all.filter((one) => one.effectiveFrom <= today && !hasEnded(one, today));
  const together = inForce.length > 1 ? programmes.get(joinedId(inForce.map(({ id }) => id))) : undefined;
  const choices = [...new Set([programme, ...all, ...(together ? [together] : [])])];
  return choices.length < 2 ? {} : { choices: namedBy(choices, facts.people) };
}

interface Ground {
  readonly programme: Programme;
  readonly facts: Facts;
  readonly partner: Partner;
  readonly version: string;
}

async function groundOf({ store }: ImportDeps, tenant: string, programme: Programme): Promise<Ground> {
  const [people, figures, kept] = await Promise.all([
    listAll(store.people, tenant),
    listAll(store.figures, tenant),
    store.partners.get(tenant, tenant),
  ]);
  const partner = kept?.value ?? emptyPartner(tenant, programme.id);
  const { market } = partner;
  const versions = [
    ...people.map(({ value, version }) => [value.id, version]),
    ...figures.map((one) => [one.value.metric, one.version]),
  ];
  return {
    programme,
    partner,
    facts: {
      market,
      policies: policiesOf(partner, programme),
      people: people.map(({ value }) => value),
      figures: figures.map(({ value }) => value),
    },
    version: digestOf([kept?.version ?? '', ...versions.map((one) => one.join(' ')).sort()]),
  };
}
