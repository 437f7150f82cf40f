/** `laurel sample`: puts the sample partner into a store that is empty, as it would be on a day. */
import { asLines, type CliContext } from './cli-context';
import { exitCodes, type SampleOptions } from './actions';

/** Writes the sample where nothing else is kept; a second time changes nothing. */
export function sampleAction({ now }: SampleOptions, { text, print, withLaurel }: CliContext): Promise<number> {
  return withLaurel(
    async ({ writeSample }) => {
      await writeSample();
      print(asLines([text.say('cli.sample.done')]));
      return exitCodes.done;
    },
    now === undefined ? {} : { now: () => now },
  );
}
