/** `laurel sweep`: does everything that is due, once, for an outside scheduler or to see what would be said on a day. */
import { asJson, asLines, type CliContext } from './cli-context';
import { exitCodes, type SweepOptions } from './actions';

/** Sweeps and prints what was done. */
export function sweepAction({ now, json }: SweepOptions, { text, print, withLaurel }: CliContext): Promise<number> {
  return withLaurel(
    async (laurel) => {
      const swept = await laurel.sweep();
      const { partners, notices, deliveries } = swept;
      print(
        json
          ? asJson(swept)
          : asLines([
              text.say('cli.sweep.partners', { count: partners }),
              text.say('cli.sweep.notices', { ...notices }),
              text.say('cli.sweep.deliveries', { ...deliveries }),
            ]),
      );
      return exitCodes.done;
    },
    now === undefined ? {} : { now: () => now },
  );
}
