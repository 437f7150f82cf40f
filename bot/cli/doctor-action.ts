/** `laurel doctor`: what Laurel needs to work here, examined, each finding with what to do. */
import type { Text } from '../../cards/text';
import { asJson, type CliContext } from './cli-context';
import { exitCodes, type DoctorOptions } from './actions';
import { examine, type DoctorContext } from './doctor';
import type { DoctorFinding, Result } from './doctor-finding';

/** Examines and prints what was found; the exit code is that of a failure where something must be mended. */
export async function doctorAction(
  { json }: DoctorOptions,
  { text, print }: Pick<CliContext, 'text' | 'print'>,
  patient: DoctorContext,
): Promise<number> {
  const findings = await examine(patient, text);
  const count = (result: Result) => findings.filter((one) => one.result === result).length;
  const failed = count('failed');
  if (json) print(asJson({ now: new Date(patient.now).toISOString(), findings }));
  else {
    const summary = text.say('doctor.summary', { failed, warnings: count('warning') });
    print([...findings.map((finding) => lineOf(finding, text)), '', `${summary}\n`].join('\n'));
  }
  return failed > 0 ? exitCodes.failed : exitCodes.done;
}

function lineOf({ check, result, says }: DoctorFinding, text: Text): string {
  const names = { check: text.say(`doctor.check.${check}`), result: text.say(`doctor.result.${result}`) };
  return `${text.say('doctor.line', names)}\n  ${says.replaceAll('\n', '\n  ')}`;
}
