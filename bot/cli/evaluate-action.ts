/** `laurel evaluate`: facts from a file, the rules applied, the result printed. */
import { readFileSync } from 'node:fs';
import type { Text } from '../../cards/text';
import { partnerDayAt } from '../../domain/partner/partner-day';
import { asJson, asLines, type CliContext } from './cli-context';
import { faultLines } from '../config/catalogue-error';
import { exitCodes, type EvaluateOptions } from './actions';
import { findProgramme } from '../composition/programmes';
import { evaluate, evaluationJson } from './evaluate';
import { readFacts } from './evaluate-input';
import { evaluationLines, inputFaultLines } from './evaluation-text';

const builtIn = 'competencies';

/** Evaluates and prints, where no day is given for the partner's day at `now` (milliseconds since 1970); every fault of the programme file or of the input is told before that. */
export async function evaluateAction(
  options: EvaluateOptions,
  context: Pick<CliContext, 'text' | 'print' | 'complain'>,
  now: number,
): Promise<number> {
  const { text, print, complain } = context;
  const result = evaluated(options, text, now);
  if ('faults' in result) {
    if (options.json) print(asJson({ faults: result.faults }));
    else complain(asLines(result.faults));
    return exitCodes.failed;
  }
  const { evaluation } = result;
  print(options.json ? asJson(evaluationJson(evaluation)) : asLines(evaluationLines(evaluation, text)));
  return exitCodes.done;
}

type Result = { readonly evaluation: ReturnType<typeof evaluate> } | { readonly faults: readonly string[] };

function evaluated({ input, catalogue = builtIn, asOf }: EvaluateOptions, text: Text, now: number): Result {
  const found = findProgramme(catalogue);
  if ('faults' in found) return { faults: faultLines(found.faults, text) };
  const read = readJson(input, text);
  if ('fault' in read) return { faults: [`${input}: ${read.fault}`] };
  const reading = readFacts(read.value, found.programme);
  if ('faults' in reading) return { faults: inputFaultLines(input, reading.faults, text) };
  const { facts } = reading;
  return { evaluation: evaluate(found.programme, facts, asOf ?? partnerDayAt(now, facts.policies)) };
}

function readJson(path: string, text: Text): { readonly value: unknown } | { readonly fault: string } {
  try {
    const content = readFileSync(path === '-' ? 0 : path, 'utf8');
    return { value: JSON.parse(content.replace(/^\ufeff/, '')) as unknown };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (error instanceof SyntaxError) return { fault: text.say('evaluate.fault.not-json', { reason: message }) };
    if (code === undefined) throw error;
    return { fault: text.say('import.refused.unreadable', { reason: code }) };
  }
}
