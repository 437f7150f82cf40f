/** The replies about a correction: the preview with its button, what is recorded, what is taken back. */
import { changeWords } from '../../cards/words/change';
import { nameOf } from '../../cards/words/who';
import { correctionCard, type CorrectionEffect, type CorrectionView } from '../../cards/records/correction-card';
import type { Confirmation, Question } from '../../cards/contract/question';
import type { Refusal } from '../../cards/contract/refusal';
import type { ChangeState } from '../../cards/contract/view';
import {
  corrected,
  takenBack,
  type Correction,
  type CostsChange,
  type FactChange,
  type FigureChange,
  type OverrideChange,
} from '../../domain/partner/correction';
import { departureOf } from '../../domain/counting/credits/departure';
import { officialDropOf } from '../../domain/counting/credits/departure';
import { countsFromOf } from '../../domain/counting/credits/counting-delay';
import type { CalendarDate } from '../../domain/basics/date';
import type { Figure } from '../../domain/partner/figure';
import { withOverride, type Override } from '../../domain/partner/override';
import type { Person } from '../../domain/partner/people/person';
import type { Facts } from '../../domain/counting/facts';
import { compared } from '../../domain/planning/what-if';
import type { TurnRequest } from '../context/turn-request';
import { correctionIdOf, isUndoable, recordCorrection, recordedBefore, type CorrectionDeps } from './correction-record';
import { versionOfTarget } from './correction-target';
import { loadFactsSnapshot, type FactsSnapshot, type FactsSnapshotDeps } from '../partner/partner-snapshot';
import { refused, type Reply } from '../context/reply';
import type { AppServices, ReadingServices } from '../context/app-services';

/** What is to be recorded: the question with everything in it that was left open, and the change that it means. */
export interface Proposal {
  readonly question: Question;
  readonly change: FactChange;
  /** The question without its day, where none was said and today is proposed. */
  readonly undated?: Question;
}

/** What a correction is about; a claim is what a person enters about themselves, without an admin. */
export type CorrectionSubject = 'person' | 'company' | 'claim';

/** Returns why the asker may not correct this, undefined if they may: only admins may, and people only in a personal chat. */
export function mayNotCorrect(
  { isAdmin }: Pick<FactsSnapshot, 'isAdmin'>,
  { scope }: TurnRequest,
  about: CorrectionSubject,
): Refusal | undefined {
  if (!isAdmin && about !== 'claim') return { code: 'admins-only' };
  return about !== 'company' && scope !== 'personal' ? { code: 'only-in-private' } : undefined;
}

/** A question that corrects a fact, confirmed or not. */
type CorrectingQuestion = Question & { readonly confirm?: Confirmation };

/** What a question proposes, seen from the facts as they are; a refusal where there is nothing to propose. */
export type Proposed =
  { readonly proposal: Proposal; readonly snapshot: FactsSnapshot } | { readonly refusal: Refusal };

/** The two answers to a question that corrects: the preview, and after its button is pressed the result. */
export interface CorrectionAnswers<Q extends CorrectingQuestion> {
  previews(): true;
  answer(question: Q, request: TurnRequest, services: ReadingServices): Promise<Reply>;
  press(question: Q, request: TurnRequest, services: AppServices): Promise<Reply>;
}

/** Makes both answers from what a question proposes. Both throw {@link StoreUnavailable} as the store does. */
export function answersTo<Q extends CorrectingQuestion>(
  propose: (question: Q, turn: CorrectionTurn) => Promise<Proposed>,
): CorrectionAnswers<Q> {
  const answer = async (question: Q, request: TurnRequest, services: ReadingServices) => {
    const proposed = await propose(question, { request, services });
    if ('refusal' in proposed) return refused(proposed.refusal, services.text(request.locale));
    return preview(proposed, { request, services });
  };
  return {
    previews: () => true,
    answer,
    async press(question, request, services) {
      if (!question.confirm) return answer(question, request, services);
      const again = await replyAgain(question, question.confirm, { request, services });
      if (again) return again;
      const proposed = await propose(question, { request, services });
      if ('refusal' in proposed) return refused(proposed.refusal, services.text(request.locale));
      return record(proposed.proposal, question.confirm, { request, services });
    },
  };
}

/** The reply that a confirming button got when it was pressed before; undefined if it is pressed for the first time. */
async function replyAgain(
  question: CorrectingQuestion,
  confirm: Confirmation,
  { request, services }: CorrectionTurn,
): Promise<Reply | undefined> {
  const before = await recordedBefore(correctionIdOf(question, confirm), request, services);
  return before && replyAbout(before, 'recorded', { request, services });
}

async function preview(
  { proposal: { question, change, undated }, snapshot }: Exclude<Proposed, { readonly refusal: Refusal }>,
  { request, services }: CorrectionTurn,
): Promise<Reply> {
  const version = await versionOfTarget(change, request.tenant, services);
  const confirming = { ...question, confirm: { version, at: request.now } } as Question;
  const view = { ...viewOf(change, 'wanted', snapshot), confirm: confirming, ...(undated && { undated }) };
  return shown(view, request, services);
}

async function record(
  { question, change }: Proposal,
  confirm: Confirmation,
  { request, services }: { readonly request: TurnRequest; readonly services: FactsSnapshotDeps & CorrectionDeps },
): Promise<Reply> {
  const wanted = { id: correctionIdOf(question, confirm), change, version: confirm.version };
  const correction = await recordCorrection(wanted, request, services);
  if (correction) return replyAbout(correction, 'recorded', { request, services });
  const text = services.text(request.locale);
  const again = { label: text.say('button.look-again'), question };
  return refused({ code: 'changed-since', nearest: [again] }, text);
}

/** Who asks, and what may be touched. */
export interface CorrectionTurn {
  readonly request: TurnRequest;
  readonly services: ReadingServices;
}

/** Who asks, and what the card about a correction needs. */
interface ReplyTurn {
  readonly request: TurnRequest;
  readonly services: FactsSnapshotDeps;
}

/** What was recorded or taken back, as it stands now. */
export async function replyAbout(
  correction: Correction,
  state: ChangeState,
  { request, services }: ReplyTurn,
): Promise<Reply> {
  const snapshot = await loadFactsSnapshot(request, services);
  const undoing = state === 'recorded' && isUndoable(correction, request);
  const view = viewOf(correction.change, state, snapshot);
  return shown({ ...view, ...(undoing && { undo: { ask: 'undo', correction: correction.id } }) }, request, services);
}

/** What a recorded correction says, in a sentence. Throws {@link StoreUnavailable} as the store does. */
export async function wordsAbout(change: FactChange, { request, services }: ReplyTurn): Promise<string> {
  const { facts, programme, setting } = await loadFactsSnapshot(request, services);
  const text = services.text(request.locale);
  const person = 'person' in change ? facts.people.find(({ id }) => id === change.person) : undefined;
  const name = person ? nameOf(person, { ...setting, seesNames: true }, text)! : '';
  return changeWords(change, 'recorded', { text, programme, name });
}

function shown(view: CorrectionView, { locale }: TurnRequest, { text }: Pick<AppServices, 'text'>): Reply {
  return { name: `correction-${view.state}`, card: correctionCard(view, text(locale)) };
}

function viewOf(change: FactChange, state: ChangeState, snapshot: FactsSnapshot): CorrectionView {
  const { asOf, policies, setting, facts } = snapshot;
  const person = 'person' in change ? facts.people.find(({ id }) => id === change.person) : undefined;
  const [before, after] = sidesOf(change, state, facts);
  const then = after.people.find(({ id }) => id === person?.id);
  const official = then && change.kind === 'left' ? officialDropOf(then, policies) : undefined;
  const creditLostOn = then && departureOf(then, policies)?.on;
  const countsFrom =
    person && change.kind === 'completed' ? countsFromOf(change.achievement, person, policies) : undefined;
  return {
    ...setting,
    asOf,
    state,
    change,
    ...(person && { person }),
    ...(official && { official }),
    ...(creditLostOn !== undefined && { creditLostOn }),
    ...(countsFrom !== undefined && { countsFrom }),
    ...(change.kind !== 'costs' && {
      effect: effectOf(snapshot, [before, after], laterOf(asOf, dayOf(change, { creditLostOn, countsFrom }))),
    }),
  };
}

/** The facts without the change and with it; for one that is taken back, with it and without it. */
function sidesOf(change: FactChange, state: ChangeState, facts: Facts): readonly [before: Facts, after: Facts] {
  if (change.kind === 'costs') return [facts, facts];
  if (change.kind === 'override') return overrideSides(change, state, facts);
  if (state === 'recorded') return [withoutChange(change, facts), facts];
  return state === 'undone' ? [withChange(change, facts), facts] : [facts, withChange(change, facts)];
}

/** The partner is read once in a turn, so what has just been recorded with it is not in the facts yet. */
function overrideSides(
  change: OverrideChange,
  state: ChangeState,
  facts: Facts,
): readonly [before: Facts, after: Facts] {
  const [without, with_] = [change.before, change.after].map((one) => overridden(facts, change, one)) as [Facts, Facts];
  return state === 'undone' ? [with_, without] : [without, with_];
}

/** What changes one of the facts that are counted. */
type CountedChange = Exclude<FactChange, OverrideChange | CostsChange>;

function withChange(change: CountedChange, facts: Facts): Facts {
  if (change.kind === 'figure') return { ...facts, figures: replaced(facts.figures, change.after) };
  const people = facts.people.map((one) => (one.id === change.person ? corrected(one, change) : one));
  return { ...facts, people: people.filter(({ id }) => change.kind !== 'joined' || id !== change.other.id) };
}

function withoutChange(change: CountedChange, facts: Facts): Facts {
  if (change.kind !== 'figure') {
    const before = (one: Person) => (one.id === change.person ? (takenBack(one, change) ?? one) : one);
    const people = facts.people.map(before);
    return { ...facts, people: change.kind === 'joined' ? [...people, change.other] : people };
  }
  const others = facts.figures.filter(({ metric }) => metric !== change.after.metric);
  return { ...facts, figures: change.before ? [...others, change.before] : others };
}

/** What several figures at once do to levels and points. */
export function effectOfFigures(snapshot: FactsSnapshot, changes: readonly FigureChange[]): CorrectionEffect {
  const { facts, asOf } = snapshot;
  const before = changes.reduce((known: Facts, change) => withoutChange(change, known), facts);
  const after = changes.reduce((known: Facts, change) => withChange(change, known), facts);
  return effectOf(snapshot, [before, after], asOf);
}

function overridden(facts: Facts, { competency }: OverrideChange, override: Override | undefined): Facts {
  return { ...facts, overrides: withOverride(facts.overrides, competency, override) };
}

function replaced(figures: readonly Figure[], figure: Figure): readonly Figure[] {
  return [...figures.filter(({ metric }) => metric !== figure.metric), figure];
}

interface Days {
  readonly creditLostOn: CalendarDate | undefined;
  readonly countsFrom: CalendarDate | undefined;
}

/** From when the change acts, which may be later than today. */
function dayOf(change: FactChange, { creditLostOn, countsFrom }: Days): CalendarDate | undefined {
  if (change.kind === 'left') return creditLostOn ?? change.after;
  return change.kind === 'completed' ? countsFrom : undefined;
}

function laterOf(today: CalendarDate, day: CalendarDate | undefined): CalendarDate {
  return day !== undefined && day > today ? day : today;
}

function effectOf(
  { programme }: FactsSnapshot,
  [before, after]: readonly [Facts, Facts],
  asOf: CalendarDate,
): CorrectionEffect {
  const outcome = compared({ programme, facts: before }, { programme, facts: after }, asOf);
  const { changes, points, newSinglePoints } = outcome;
  return { asOf, changes, points, singlePoints: new Set(newSinglePoints.map(({ competency }) => competency)).size };
}
