/**
 * A sweeper for `bench/sweep.ts`: one instance that sweeps again and again, in a process of its own so that it can be killed, and
 * says what it says to a receiver on this machine. Its clock runs faster than others, so that claims lapse in a second.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { worldOf } from '../bot/keeping.case';
import type { Outbound, Outcome } from '../bot/outbound';
import { sweep } from '../bot/sweep';
import { programme } from '../domain/noticing.case';
import { openTables } from '../infra/tables/store';

interface Orders {
  readonly connectionString: string;
  readonly receiver: string;
  /** When the clock was started, what it showed then, and how much faster than others it runs. */
  readonly started: number;
  readonly shown: number;
  readonly speed: number;
}

const orders = JSON.parse(process.argv[2]!) as Orders;
const now = () => orders.shown + (Date.now() - orders.started) * orders.speed;

async function post(path: string, body: object): Promise<Outcome> {
  try {
    const answer = await fetch(`${orders.receiver}${path}`, { method: 'POST', body: JSON.stringify(body) });
    return { kind: 'sent', activity: ((await answer.json()) as { readonly id: string }).id };
  } catch {
    return { kind: 'unclear', code: 'not-reached', afterMs: 0 };
  }
}

const outbound: Outbound = {
  say: (tenant, to, { card }) => post('/say', { tenant, to: to.id, card }),
  renew: (tenant, to, { activity, message }) => post('/renew', { tenant, to: to.id, card: message.card, activity }),
};

async function main(): Promise<void> {
  const store = await openTables({ connectionString: orders.connectionString });
  const world = worldOf(store, {
    outbound,
    now,
    programmes: new Map([[programme.id, programme]]),
    access: { tenants: 'any', firstAdmins: [] },
  });
  process.send?.('ready');
  for (;;) {
    await sweep(world).catch(() => undefined);
    await pause(20);
  }
}

void main();
