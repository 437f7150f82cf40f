/** `laurel clock`: shows the clock of the local world, or moves it for everything that runs on this data. */
import { asJson, asLines, type CliContext } from './cli-context';
import type { ClockSetting } from '../local-world/clock-argument';
import { spanText } from '../local-world/clock-argument';
import { exitCodes, type ClockOptions } from './actions';
import { aheadIn, clockRange, setLocalClock } from '../composition/local-world';
import { timestampText } from '../local-world/timestamp';

interface ClockDesk extends CliContext {
  /** Milliseconds since 1970 by the clock of this machine. */
  readonly machine: () => number;
}

/** Moves the clock where that is wished, and prints what it shows. */
export function clockAction(
  wish: ClockSetting | undefined,
  { json }: ClockOptions,
  context: ClockDesk,
): Promise<number> {
  const { text, print, complain, withLocal, machine } = context;
  return withLocal('cli.clock.production', async ({ data }) => {
    const now = machine();
    const ahead = wish ? aheadAfter(wish, data, now) : aheadIn(data);
    if (!(now + ahead >= clockRange.first && now + ahead <= clockRange.last)) {
      complain(asLines([text.say('cli.clock.out-of-range', rangeAround(now + ahead))]));
      return exitCodes.failed;
    }
    if (wish) setLocalClock(data, { ahead, machine: now });
    const moment = timestampText(now + ahead);
    if (json) print(asJson({ now: moment, aheadMs: ahead }));
    else
      print(
        asLines([
          ahead === 0
            ? text.say('cli.clock.machine', { moment })
            : text.say('cli.clock.shows', { moment, ahead: spanText(ahead) }),
          ...(wish ? [text.say('cli.clock.follow')] : []),
        ]),
      );
    return exitCodes.done;
  });
}

function aheadAfter(wish: ClockSetting, data: string, now: number): number {
  switch (wish.kind) {
    case 'forward':
      return aheadIn(data) + wish.ms;
    case 'set':
      return wish.at - now;
    case 'reset':
      return 0;
  }
}

/** A moment so far away that it has no date is told as such. */
function rangeAround(moment: number): Record<'moment' | 'first' | 'last', string> {
  const day = (ms: number) => timestampText(ms).slice(0, 10);
  const isDate = !Number.isNaN(new Date(moment).getTime());
  return { moment: isDate ? timestampText(moment) : '∞', first: day(clockRange.first), last: day(clockRange.last) };
}
