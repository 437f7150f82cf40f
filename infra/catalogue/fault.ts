/** A file fault says why a programme file is refused: which file, where in it, and a code with values for the message. */
import type { FaultPath, ProgrammeFault, ProgrammeFaultCode } from '../../domain/validation/fault';

/** What can be wrong with the form of a file, beside what can be wrong with the programme in it. */
export const fileFaultCodes = [
  'not-utf8',
  'too-large',
  'not-yaml',
  'duplicate-key',
  'bad-alias',
  'too-deep',
  'unknown-format',
  'missing',
  'wrong-type',
  'unknown-key',
  'not-allowed',
  'bad-id',
  'not-a-date',
  'not-a-fraction',
  'all-and-market',
  'unknown-policy',
  'policy-value',
  'unknown-programme',
  'unknown-competency',
  'duplicate-programme',
] as const;
export type FileFaultCode = (typeof fileFaultCodes)[number];

/** A fault without the name of its file. */
export interface Finding extends Omit<ProgrammeFault, 'code'> {
  readonly code: ProgrammeFaultCode | FileFaultCode;
  readonly line?: number;
}

/** Each code has a message `catalogue.fault.<code>`, which takes `args`. */
export interface CatalogueFault extends Omit<Finding, 'path'> {
  readonly file: string;
  /** For instance `competencies.erp.options.x.requirements[0].people[1][0].within`; empty for the file as a whole. */
  readonly path: string;
}

/** A path as people write it: keys after dots, positions and unusual keys in brackets. */
export function pathText(path: FaultPath): string {
  return path
    .map((step) => {
      if (typeof step === 'number') return `[${step}]`;
      return /^[\w-]+$/.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`;
    })
    .join('')
    .replace(/^\./, '');
}
