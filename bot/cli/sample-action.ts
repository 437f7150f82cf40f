/** `laurel sample`: puts the sample partner into a store that is empty, at a moment or in its own time. */
import { dateOf } from '../../domain/basics/date';
import { asLines, type CliContext } from './cli-context';
import { exitCodes, type SampleOptions } from './actions';

/** Writes the sample where nothing else is kept; a second time changes nothing. */
export function sampleAction(
  { now, programme = 'competencies' }: SampleOptions,
  { text, print, withLaurel }: CliContext,
): Promise<number> {
  return withLaurel(
    async ({ writeSample, services }) => {
      const isWritten = await writeSample(programme, now);
      const clock = text.date(dateOf(services.now()));
      print(asLines([isWritten ? text.say('cli.sample.done', { date: clock }) : text.say('cli.sample.kept')]));
      return exitCodes.done;
    },
    now === undefined ? {} : { now: () => now },
  );
}
