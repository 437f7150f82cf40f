/** Expression faults are what an expression over credentials says that cannot be meant. */
import type { Expression } from '../programme/expression';
import { under, type FaultPath, type ProgrammeFault } from './fault';

/** Credentials that nothing defines, and lists without entries. Paths start at the expression. */
export function expressionFaults(
  expression: Expression,
  known: { readonly credentials: ReadonlySet<string> },
): readonly ProgrammeFault[] {
  if ('credential' in expression) {
    const id = expression.credential;
    return known.credentials.has(id) ? [] : [fault([], 'unknown-credential', { id })];
  }
  const [key, parts] = 'any' in expression ? (['any', expression.any] as const) : (['all', expression.all] as const);
  return [
    ...(parts.length === 0 ? [fault([key], 'empty-list', {})] : []),
    ...parts.flatMap((part, index) => under([key, index], expressionFaults(part, known))),
  ];
}

function fault(path: FaultPath, code: ProgrammeFault['code'], args: ProgrammeFault['args']): ProgrammeFault {
  return { path, code, args };
}
