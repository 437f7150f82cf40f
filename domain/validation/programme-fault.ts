/**
 * Programme faults are what a programme says that cannot be meant, although it has the right form: the last check of a file.
 */
import { clauseFaults } from './clause-fault';
import type { Credential } from '../programme/credential';
import type { CalendarDate } from '../basics/date';
import { expressionFaults } from './expression-fault';
import { choiceFaults } from './choice-fault';
import { prerequisiteFaults } from './prerequisite-fault';
import { repeated, under, type FaultPath, type ProgrammeFault } from './fault';
import type { Competency, Metric, Option, Programme } from '../programme/programme';
import type { Requirement, Threshold } from '../programme/requirement';
import { scoreFaults } from './score-fault';

/** What a programme defines and its requirements may name. */
interface Known {
  readonly levels: ReadonlySet<string>;
  readonly associations: ReadonlySet<string>;
  readonly metrics: ReadonlyMap<string, Metric>;
  readonly scoreMetrics: ReadonlySet<string>;
  readonly credentials: ReadonlySet<string>;
}

/**
 * Everything in a programme that cannot be meant, with the path it has in a programme file: names that nothing carries,
 * requirements that no one could meet or that ask for nothing, dates the wrong way round. A programme without faults can
 * be counted exactly.
 */
export function programmeFaults(programme: Programme): readonly ProgrammeFault[] {
  const known = knownIn(programme);
  return [
    ...periodFaults(programme),
    ...emptyFaults(programme.levels, ['levels']),
    ...duplicateFaults(programme.levels, (index) => ['levels', index]),
    ...duplicateFaults(programme.metrics, (_, id) => ['metrics', id]),
    ...programme.metrics.flatMap((metric) => under(['metrics', metric.id], weightFaults(metric, known))),
    ...duplicateFaults(programme.credentials, (_, id) => ['credentials', id]),
    ...activityFaults(programme.credentials),
    ...programme.credentials.flatMap((one) => under(['credentials', one.id], credentialFaults(one, known))),
    ...prerequisiteFaults(programme.credentials),
    ...(programme.benefits ?? []).flatMap(({ level }, index) =>
      level === undefined || known.levels.has(level)
        ? []
        : fault(['benefits', index, 'level'], 'unknown-level', { id: level }),
    ),
    ...emptyFaults(programme.competencies, ['competencies']),
    ...duplicateFaults(programme.competencies, (_, id) => ['competencies', id]),
    ...programme.competencies.flatMap((one) => under(['competencies', one.id], competencyFaults(one, known))),
  ];
}

function fault(
  path: FaultPath,
  code: ProgrammeFault['code'],
  args: ProgrammeFault['args'] = {},
): readonly ProgrammeFault[] {
  return [{ path, code, args }];
}

function knownIn(programme: Programme): Known {
  return {
    levels: new Set(programme.levels.map(({ id }) => id)),
    associations: new Set(Object.keys(programme.associations)),
    metrics: new Map(programme.metrics.map((metric) => [metric.id, metric])),
    scoreMetrics: new Set(programme.scoreMetrics?.map(({ id }) => id)),
    credentials: new Set(programme.credentials.map(({ id }) => id)),
  };
}

function duplicateFaults(
  entries: readonly { readonly id: string }[],
  path: (index: number, id: string) => FaultPath,
): readonly ProgrammeFault[] {
  return repeated(entries.map(({ id }) => id)).flatMap(({ id, index }) =>
    fault(path(index, id), 'duplicate-id', { id }),
  );
}

function emptyFaults(list: readonly unknown[], path: FaultPath): readonly ProgrammeFault[] {
  return list.length === 0 ? fault(path, 'empty-list') : [];
}

function periodFaults(period: { effectiveFrom: CalendarDate; effectiveTo?: CalendarDate }): readonly ProgrammeFault[] {
  const { effectiveFrom: from, effectiveTo: to } = period;
  return to !== undefined && to < from ? fault(['effectiveTo'], 'dates-reversed', { from, to }) : [];
}

/** An activity id that two credentials claim: an export that shows it would not say which of them was earned. */
function activityFaults(credentials: readonly Credential[]): readonly ProgrammeFault[] {
  const claims = credentials.flatMap(({ id, activityIds }) =>
    activityIds.map((activity, index) => ({ activity, path: ['credentials', id, 'activityIds', index] })),
  );
  return repeated(claims.map(({ activity }) => activity)).flatMap(({ id, index }) =>
    fault(claims[index]!.path, 'duplicate-id', { id }),
  );
}

function weightFaults(
  { id: own, weights = {}, anyOf = [], allOf = [] }: Metric,
  known: Known,
): readonly ProgrammeFault[] {
  const faultOf = (id: string, path: FaultPath) => {
    if (id === own) return fault(path, 'refers-to-itself', { id });
    return known.metrics.has(id) ? [] : fault(path, 'unknown-metric', { id });
  };
  return [
    ...Object.keys(weights).flatMap((id) => faultOf(id, ['weights', id])),
    ...anyOf.flatMap((id, index) => faultOf(id, ['anyOf', index])),
    ...allOf.flatMap((id, index) => faultOf(id, ['allOf', index])),
  ];
}

function credentialFaults(credential: Credential, known: Known): readonly ProgrammeFault[] {
  const { id, retiredOn, countsUntil, replacedBy } = credential;
  return [
    ...(replacedBy === id ? fault(['replacedBy'], 'refers-to-itself', { id }) : []),
    ...(replacedBy !== undefined && !known.credentials.has(replacedBy)
      ? fault(['replacedBy'], 'unknown-credential', { id: replacedBy })
      : []),
    ...(countsUntil !== undefined && retiredOn === undefined
      ? fault(['countsUntil'], 'counts-without-retirement')
      : []),
    ...(countsUntil !== undefined && retiredOn !== undefined && countsUntil < retiredOn
      ? fault(['countsUntil'], 'dates-reversed', { from: retiredOn, to: countsUntil })
      : []),
  ];
}

function competencyFaults(competency: Competency, known: Known): readonly ProgrammeFault[] {
  return [
    ...emptyFaults(competency.options, ['options']),
    ...duplicateFaults(competency.options, (_, id) => ['options', id]),
    ...under(['choice'], choiceFaults(competency, known)),
    ...competency.options.flatMap((option) => under(['options', option.id], optionFaults(option, known))),
  ];
}

function optionFaults(option: Option, known: Known): readonly ProgrammeFault[] {
  return [
    ...option.associations.flatMap((id, index) =>
      known.associations.has(id) ? [] : fault(['associations', index], 'unknown-association', { id }),
    ),
    ...emptyFaults(option.requirements, ['requirements']),
    ...option.requirements.flatMap((requirement, index) =>
      under(
        ['requirements', index],
        [...requirementFaults(requirement, known), ...overlapFaults(requirement, option.requirements.slice(0, index))],
      ),
    ),
  ];
}

/** Two rules for one level on the same day: it is not defined which of them holds. */
function overlapFaults(rule: Requirement, earlier: readonly Requirement[]): readonly ProgrammeFault[] {
  const overlapped = earlier.find(
    (other) =>
      other.level === rule.level &&
      (other.effectiveTo === undefined || rule.effectiveFrom <= other.effectiveTo) &&
      (rule.effectiveTo === undefined || other.effectiveFrom <= rule.effectiveTo),
  );
  if (!overlapped) return [];
  return fault(['effectiveFrom'], 'overlapping-periods', { level: rule.level, from: overlapped.effectiveFrom });
}

function requirementFaults(requirement: Requirement, known: Known): readonly ProgrammeFault[] {
  const { level, figures, alternatives, score } = requirement;
  const isEmpty = figures.length === 0 && alternatives.length === 0;
  return [
    ...(known.levels.has(level) ? [] : fault(['level'], 'unknown-level', { id: level })),
    ...periodFaults(requirement),
    ...(isEmpty && !score ? fault([], 'nothing-required') : []),
    ...(!isEmpty && score ? fault(['score'], 'score-alone') : []),
    ...under(['score'], score ? scoreFaults(score, known) : []),
    ...repeated(figures.map(({ metric }) => metric)).flatMap(({ id, index }) =>
      fault(['figures', index, 'metric'], 'duplicate-id', { id }),
    ),
    ...figures.flatMap((threshold, index) => under(['figures', index], thresholdFaults(threshold, known))),
    ...alternatives.flatMap((branch, index) => [
      ...emptyFaults(branch, ['people', index]),
      ...under(['people', index], clauseFaults(branch)),
      ...branch.flatMap(({ each }, clause) => under(['people', index, clause, 'each'], expressionFaults(each, known))),
    ]),
  ];
}

function thresholdFaults({ metric: id, atLeast }: Threshold, known: Known): readonly ProgrammeFault[] {
  const metric = known.metrics.get(id);
  if (!metric) return fault(['metric'], 'unknown-metric', { id });
  const values = Object.values(atLeast);
  if (values.length === 0) return fault([], 'threshold-missing', { id });
  const expects = metric.unit === 'yes-no' ? 'yes' : 'number';
  const fits = (value: number | boolean) =>
    expects === 'yes' ? value === true : typeof value === 'number' && Number.isFinite(value) && value > 0;
  return values.every(fits) ? [] : fault([], 'threshold-unit', { id, expects });
}
