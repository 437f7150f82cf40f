/** `laurel clock`: shows the clock of the local world, or moves it for everything that runs on this data. */
import { asJson, asLines, type Desk } from './cli-context';
import type { ClockWish } from '../local-world/clock-setting';
import { spanText } from '../local-world/clock-setting';
import { exitCodes, type ClockOptions } from './command-line';
import { aheadIn, clockRange, setLocalClock } from '../compose';
import { momentText } from '../local-world/timestamp';

interface ClockDesk extends Desk {
  /** Milliseconds since 1970 by the clock of this machine. */
  readonly machine: () => number;
}

/** Moves the clock where that is wished, and prints what it shows. */
export function clockAction(wish: ClockWish | undefined, { json }: ClockOptions, desk: ClockDesk): Promise<number> {
  const { text, print, complain, withLocal, machine } = desk;
  return withLocal('cli.clock.production', async ({ data }) => {
    const now = machine();
    const ahead = wish ? aheadAfter(wish, data, now) : aheadIn(data);
    if (!(now + ahead >= clockRange.first && now + ahead <= clockRange.last)) {
      complain(asLines([text.say('cli.clock.out-of-range', rangeAround(now + ahead))]));
      return exitCodes.failed;
    }
    if (wish) setLocalClock(data, { ahead, machine: now });
    const moment = momentText(now + ahead);
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

function aheadAfter(wish: ClockWish, data: string, now: number): number {
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
  const day = (ms: number) => momentText(ms).slice(0, 10);
  const isDate = !Number.isNaN(new Date(moment).getTime());
  return { moment: isDate ? momentText(moment) : '∞', first: day(clockRange.first), last: day(clockRange.last) };
}
