/** Choice faults are cases of a choice that cannot be meant: options or figures that nothing defines, and no last resort. */
import type { Condition } from '../programme/option-choice';
import type { FaultPath, ProgrammeFault } from './fault';
import { withPolicies, standardPolicies } from '../programme/policy';
import type { Competency } from '../programme/programme';
import type { Defined } from './score-fault';

/** Everything that is wrong with a competency's choice among its options. Paths start at the choice. */
export function choiceFaults(
  { choice = [], options }: Competency,
  { metrics }: Pick<Defined, 'metrics'>,
): readonly ProgrammeFault[] {
  const [last] = choice.slice(-1);
  return [
    ...choice.flatMap(({ option, when }, index) => [
      ...(options.some(({ id }) => id === option) ? [] : [fault([index, 'option'], 'unknown-option', { id: option })]),
      ...when.flatMap((condition, at) => conditionFaults(condition, [index, 'when', at], metrics)),
    ]),
    ...(last && last.when.length > 0 ? [fault([choice.length - 1, 'when'], 'choice-open', {})] : []),
  ];
}

function fault(path: FaultPath, code: ProgrammeFault['code'], args: ProgrammeFault['args']): ProgrammeFault {
  return { path, code, args };
}

function conditionFaults(
  { metric, atLeast, above, below, under = {}, effectiveFrom: from, effectiveTo: to }: Condition,
  path: FaultPath,
  metrics: Defined['metrics'],
): readonly ProgrammeFault[] {
  const limits = [atLeast, above, below].filter((limit) => limit !== undefined);
  const policies = withPolicies(standardPolicies, under);
  const wrong = 'faults' in policies ? policies.faults : [];
  return [
    ...(metrics.has(metric) ? [] : [fault([...path, 'metric'], 'unknown-metric', { id: metric })]),
    ...(limits.length === 0 ? [fault(path, 'condition-missing', { id: metric })] : []),
    ...(from !== undefined && to !== undefined && to < from
      ? [fault([...path, 'effectiveTo'], 'dates-reversed', { from, to })]
      : []),
    ...wrong.map(({ policy, allowed }) =>
      fault([...path, 'under', policy], 'condition-policy', { policy, allowed: allowed.join(', ') }),
    ),
  ];
}
