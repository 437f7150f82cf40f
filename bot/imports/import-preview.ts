/** Planning an import: what a file would change and what that does to the levels, with nothing written. */
import { digestOf } from '../../domain/programme/fingerprint';
import { effectOf, type Effect } from '../../domain/imports/import-plan';
import { emptyPartner, type Partner, policiesOf } from '../../domain/partner/partner';
import { partnerDayAt } from '../../domain/partner/partner-day';
import type { Programme } from '../../domain/programme/programme';
import type { Facts } from '../../domain/counting/standing';
import { type ImportDeps, type ImportRequest, openImport } from './import-opening';
import { type ImportDone, type ImportResult, importResultOf } from './import-result';
import { listAll } from '../store/row-list';

export interface PlannedImport extends ImportDone {
  readonly effect: Effect;
  /** What taking away what is gone would do, where anything is. */
  readonly effectOfGone?: Effect;
  /** Changes with every fact that is kept, so that what was shown is told from what is now. */
  readonly facts: string;
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
  };
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
