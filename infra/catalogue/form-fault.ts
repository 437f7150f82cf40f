/** Form faults are what the schema says of a value, in the codes of {@link Fault} and with the values their messages name. */
import type { z } from 'zod/v4';
import type { FaultPath } from '../../domain/validation/fault';
import type { Finding } from './fault';
import type { OwnFault } from './schema';

const words: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'number',
  array: 'list',
  tuple: 'list',
  object: 'mapping',
  record: 'mapping',
};

/** The schema's issues with a value, each as a fault of ours at its place. */
export function formFindings(issues: readonly z.core.$ZodIssue[], value: unknown): readonly Finding[] {
  return issues.flatMap((issue) => {
    const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
    return findingsOf(issue, path, valueAt(value, path));
  });
}

function findingsOf(issue: z.core.$ZodIssue, path: FaultPath, value: unknown): readonly Finding[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: [...path, key], code: 'unknown-key', args: { key } }));
  if (issue.code === 'invalid_key') return [{ path, code: 'bad-id', args: { id: String(path.at(-1)) } }];
  if (value === undefined || value === '') return [{ path, code: 'missing', args: {} }];
  return [{ path, ...saidOf(issue, value) }];
}

function saidOf(issue: z.core.$ZodIssue, value: unknown): Omit<Finding, 'path'> {
  switch (issue.code) {
    case 'custom': {
      const { fault, args } = issue.params as unknown as OwnFault;
      return { code: fault, args: args ?? (typeof value === 'string' ? { value } : {}) };
    }
    case 'invalid_value':
      return { code: 'not-allowed', args: { allowed: issue.values.map(String).join(', ') } };
    case 'invalid_format':
      return { code: 'bad-id', args: { id: String(value) } };
    case 'too_small':
      return issue.origin === 'array' ? { code: 'empty-list', args: {} } : { code: 'missing', args: {} };
    case 'invalid_type':
      return { code: 'wrong-type', args: { expected: words[issue.expected] ?? 'text' } };
    default:
      return { code: 'wrong-type', args: { expected: 'text' } };
  }
}

function valueAt(value: unknown, path: FaultPath): unknown {
  return path.reduce<unknown>(
    (part, step) =>
      typeof part === 'object' && part !== null ? (part as Record<string | number, unknown>)[step] : undefined,
    value,
  );
}
