/** Several figures of an area are entered at once: shown together, then each recorded as a correction of its own. */
import { figuresEnteredCard } from '../../cards/records/figures-entered-card';
import type { EnteredFigure, Question } from '../../cards/contract/question';
import type { Refusal } from '../../cards/contract/refusal';
import type { CalendarDate } from '../../domain/basics/date';
import { sourceOf, type FigureChange } from '../../domain/partner/correction';
import { fitsUnit } from '../../domain/partner/figure';
import type { AppServices, ReadingServices } from '../context/app-services';
import { refused, type Reply } from '../context/reply';
import type { TurnRequest } from '../context/turn-request';
import { loadFactsSnapshot, type FactsSnapshot } from '../partner/partner-snapshot';
import { dayIn } from '../recognizers/days/day-argument';
import { correctionIdOf, recordCorrection, recordedBefore } from './correction-record';
import { effectOfFigures } from './correction-reply';
import { versionOfTarget } from './correction-target';

/** What was entered into the form of an area. */
export type FiguresQuestion = Extract<Question, { ask: 'enter-figures' }> & {
  readonly competency: string;
  readonly values: readonly EnteredFigure[];
};

interface Entry {
  readonly snapshot: FactsSnapshot;
  readonly on: CalendarDate;
  readonly changes: readonly FigureChange[];
}

/** The changes that the entered values are, without those that stand on record already; a refusal where a value cannot be. */
async function entryOf(
  { values, on: day }: FiguresQuestion,
  request: TurnRequest,
  services: ReadingServices,
): Promise<Entry | { readonly refusal: Refusal }> {
  const snapshot = await loadFactsSnapshot(request, services);
  const { programme, facts, asOf } = snapshot;
  const on = dayIn(day, asOf);
  if (on > asOf) return { refusal: { code: 'day-to-come' } };
  const changes: FigureChange[] = [];
  for (const { metric: id, value } of values) {
    const metric = programme.metrics.find((one) => one.id === id);
    if (!metric) return { refusal: { code: 'card-outdated' } };
    if (typeof value === 'string' || !fitsUnit(value, metric.unit)) {
      const name = services.text(request.locale).name(metric.names);
      return { refusal: { code: 'value-does-not-fit', metric: name } };
    }
    const before = facts.figures.find((one) => one.metric === id);
    if (before?.value === value && before.asOf === on) continue;
    changes.push({ kind: 'figure', after: { metric: id, value, asOf: on, source: '' }, ...(before && { before }) });
  }
  return changes.length === 0 ? { refusal: { code: 'already-so', nearest: [] } } : { snapshot, on, changes };
}

/** What the figures would change, with the button that records them. Throws {@link StoreUnavailable} as the store does. */
export async function previewFigures(
  question: FiguresQuestion,
  request: TurnRequest,
  services: ReadingServices,
): Promise<Reply> {
  const text = services.text(request.locale);
  const entry = await entryOf(question, request, services);
  if ('refusal' in entry) return refused(entry.refusal, text);
  const { snapshot, on, changes } = entry;
  const versions = await Promise.all(changes.map((one) => versionOfTarget(one, request.tenant, services)));
  const values = changes.map(({ after: { metric, value } }) => ({ metric, value }));
  const { competency } = question;
  const confirm = { ask: 'enter-figures', competency, on, values, confirm: { versions, at: request.now } } as const;
  const view = { ...snapshot.setting, asOf: snapshot.asOf, competency, changes, missed: [], confirm };
  const effect = effectOfFigures(snapshot, changes);
  return { name: 'figures-wanted', card: figuresEnteredCard({ ...view, effect }, text) };
}

/**
 * Records each figure at the version that was shown; those that changed meanwhile are told and left as they are. Pressed twice, it
 * records once. Throws {@link StoreUnavailable} as the store does; what was recorded until then is recorded by the next press.
 */
export async function recordFigures(
  {
    competency,
    on,
    values,
    confirm,
  }: FiguresQuestion & { readonly confirm: { readonly versions: readonly string[]; readonly at: number } },
  request: TurnRequest,
  services: AppServices,
): Promise<Reply> {
  const text = services.text(request.locale);
  const before = await loadFactsSnapshot(request, services);
  const changes: FigureChange[] = [];
  const missed: string[] = [];
  for (const [index, { metric, value }] of values.entries()) {
    const confirmation = { version: confirm.versions[index] ?? '', at: confirm.at };
    if (typeof value === 'string') continue;
    const asked = { ask: 'figure', metric, value, ...(on !== undefined && { on }) } as const;
    const id = correctionIdOf(asked, confirmation);
    const earlier = await recordedBefore(id, request, services);
    const kept = before.facts.figures.find((one) => one.metric === metric);
    const after = { metric, value, asOf: dayIn(on, before.asOf), source: sourceOf(id) };
    const change = { kind: 'figure', after, ...(kept && { before: kept }) } as const;
    const wanted = { id, change, version: confirmation.version };
    const made = earlier ?? (await recordCorrection(wanted, request, services));
    if (made?.change.kind === 'figure') changes.push(made.change);
    else missed.push(metric);
  }
  const effect = effectOfFigures(before, changes);
  const view = { ...before.setting, asOf: before.asOf, competency, changes, missed, effect };
  return { name: 'figures-recorded', card: figuresEnteredCard(view, text) };
}
