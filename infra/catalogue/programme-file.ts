/** A programme file becomes a programme: on its own, or as changes to the programme it extends. */
import type { CalendarDate } from '../../domain/basics/date';
import type { Condition } from '../../domain/programme/option-choice';
import type { FaultPath } from '../../domain/validation/fault';
import { zero } from '../../domain/basics/fraction';
import { standardPolicies, withPolicies, type Policies, type PolicyValue } from '../../domain/programme/policy';
import { competencyOf, type Competency, type Option, type Programme } from '../../domain/programme/programme';
import type { Provenance } from '../../domain/programme/provenance';
import type { Requirement, Threshold } from '../../domain/programme/requirement';
import type { Score, ScoreStep } from '../../domain/programme/score';
import type { Finding } from './fault';
import type {
  CompetencyEntry,
  Definitions,
  ExtensionFile,
  OptionEntry,
  ProgrammeFile,
  RequirementEntry,
  ScoreEntry,
} from './schema';

/** A programme and what is wrong with the file so far; the programme is complete even then, so that it can be checked on. */
export interface Made {
  readonly programme: Programme;
  readonly findings: readonly Finding[];
}

/** The programme of a file that stands alone. */
export function programmeOfFile(file: ProgrammeFile): Made {
  const { policies, findings } = settle(standardPolicies, file.policies);
  const programme: Programme = {
    id: file.id,
    names: file.names,
    edition: file.edition,
    effectiveFrom: file.effectiveFrom,
    ...(file.effectiveTo !== undefined && { effectiveTo: file.effectiveTo }),
    ...(file.checkedOn !== undefined && { checkedOn: file.checkedOn }),
    ...(file.grade && { grade: file.grade }),
    ...(file.goals && { goals: file.goals }),
    levels: file.levels,
    policies,
    associations: file.associations,
    ...definitionsOf(file),
    competencies: entries(file.competencies).map(competencyFrom),
    ...(Object.keys(file.listed).length > 0 && { listed: entries(file.listed) }),
    ...(file.benefits && { benefits: file.benefits }),
  };
  return { programme, findings };
}

/**
 * The programme with a file's changes: every definition of the file is added, or takes the place of the one with its id.
 * `origin` is the source of requirements that name none; the day on which the file was checked is that of its own entries.
 */
export function extended(base: Programme, file: ExtensionFile, origin: string): Made {
  const settled = settle(base.policies, file.policies);
  const dated = <Entry extends Provenance>(entry: Entry) => checkedOn(entry, file.checkedOn);
  const definitions = definitionsOf(file);
  const findings: Finding[] = [...settled.findings];
  const changed: Competency[] = [];
  for (const entry of entries(file.competencies)) {
    const present = competencyOf(base, entry.id);
    const source = { source: entry.source ?? origin };
    if ('names' in entry) changed.push(competencyFrom(dated(entry)));
    else if (present) changed.push(withOptions(present, entries(entry.options), dated(source)));
    else findings.push(finding(['competencies', entry.id], 'unknown-competency', { id: entry.id }));
  }
  const programme: Programme = {
    ...base,
    edition: file.edition ?? base.edition,
    policies: settled.policies,
    associations: { ...base.associations, ...file.associations },
    metrics: replaced(base.metrics, definitions.metrics.map(dated)),
    scoreMetrics: replaced(base.scoreMetrics ?? [], definitions.scoreMetrics ?? []),
    credentials: replaced(base.credentials, definitions.credentials.map(dated)),
    competencies: replaced(base.competencies, changed),
  };
  return { programme, findings };
}

function finding(path: FaultPath, code: Finding['code'], args: Finding['args']): Finding {
  return { path, code, args };
}

function entries<Entry>(record: Readonly<Record<string, Entry>>): readonly (Entry & { readonly id: string })[] {
  return Object.entries(record).map(([id, entry]) => ({ ...entry, id }));
}

function replaced<T extends { readonly id: string }>(present: readonly T[], newer: readonly T[]): readonly T[] {
  const added = newer.filter(({ id }) => !present.some((old) => old.id === id));
  return [...present.map((old) => newer.find(({ id }) => id === old.id) ?? old), ...added];
}

function settle(
  present: Policies,
  replacements: Readonly<Record<string, PolicyValue>>,
): { readonly policies: Policies; readonly findings: readonly Finding[] } {
  const settled = withPolicies(present, replacements);
  if ('policies' in settled) return { policies: settled.policies, findings: [] };
  const findings = settled.faults.map(({ policy, allowed }) =>
    finding(['policies', policy], Object.hasOwn(standardPolicies, policy) ? 'policy-value' : 'unknown-policy', {
      policy,
      allowed: allowed.join(', '),
    }),
  );
  return { policies: present, findings };
}

function definitionsOf({ metrics, scoreMetrics, credentials }: Definitions): Pick<Programme, keyof Definitions> {
  return { metrics: entries(metrics), scoreMetrics: entries(scoreMetrics), credentials: entries(credentials) };
}

function competencyFrom({ options, choice, ...rest }: CompetencyEntry & { readonly id: string }): Competency {
  const cases = choice?.map(({ option, when }) => ({ option, when: when.map((one) => one as Condition) }));
  return {
    ...rest,
    ...(cases && { choice: cases }),
    options: entries(options).map((option) => optionFrom(option, rest)),
  };
}

function withOptions(
  competency: Competency,
  options: readonly (OptionEntry & { readonly id: string })[],
  origin: Provenance,
): Competency {
  const newer = options.map((option) => optionFrom(option, origin));
  return { ...competency, options: replaced(competency.options, newer) };
}

function optionFrom({ requirements, ...rest }: OptionEntry & { readonly id: string }, origin: Provenance): Option {
  return { ...rest, requirements: requirements.map((requirement) => requirementFrom(requirement, origin)) };
}

/** A requirement that names no source has that of its competency, with how sure it is and when it was checked. */
function requirementFrom({ figures, people, score, ...rest }: RequirementEntry, origin: Provenance): Requirement {
  const { source, grade, checkedOn: day } = origin;
  const inherited = { source, ...(grade && { grade }), ...(day && { checkedOn: day }) };
  return {
    ...(rest.source === undefined && inherited),
    ...checkedOn({ ...rest, source: rest.source ?? source }, rest.checkedOn ?? day),
    figures: figures.map(thresholdFrom),
    alternatives: people,
    ...(score && { score: scoreFrom(score) }),
  };
}

function scoreFrom({ metrics, ...rest }: ScoreEntry): Score {
  return { ...rest, metrics: metrics.map((metric) => ({ ...metric, steps: metric.steps.map(stepFrom) })) };
}

/** A step waits for all gates before it, where the file does not say for which. */
function stepFrom(
  { points = zero, after, ...rest }: ScoreEntry['metrics'][number]['steps'][number],
  index: number,
  steps: ScoreEntry['metrics'][number]['steps'],
): ScoreStep {
  const gates = steps.slice(0, index).filter(({ n }) => n !== undefined);
  return { ...rest, points, after: after ?? gates.map(({ id }) => id) };
}

/** The entry, checked on a day where it does not say itself when it was. */
function checkedOn<Entry extends Provenance>(entry: Entry, day: CalendarDate | undefined): Entry {
  return day === undefined ? entry : { ...entry, checkedOn: entry.checkedOn ?? day };
}

function thresholdFrom({ metric, all, ...markets }: RequirementEntry['figures'][number]): Threshold {
  return { metric, atLeast: all === undefined ? markets : { developed: all, developing: all } };
}
