/** A reply survives what passes within the time of a turn, is not sent again where that is of no use, and never for ever. */
import type { Activity, TurnContext } from 'botbuilder';
import { openTeamsServer, type TeamsServer } from '../../infra/teams-server/open';
import { documentedFaults, type Fault } from '../../infra/teams-server/fault';
import { createAdapter } from './bot-adapter';

const ana = { tenant: 'contoso', id: '29:ana', aadObjectId: 'aad-ana', name: 'Ana' };
const cut: Fault = { kind: 'cut', delivered: false };
const withHeader = (seconds: string): Fault => ({ ...documentedFaults.Throttled, headers: { 'retry-after': seconds } });

let teams: TeamsServer;
beforeEach(async () => {
  teams = await openTeamsServer();
  teams.directory.add(ana);
});
afterEach(() => teams.close());

/** Sends one reply while these faults come, on a clock that only waiting moves; tells the waits and what was thrown. */
async function reply(faults: readonly Fault[], activity: Partial<Activity> = { type: 'message', text: 'hello' }) {
  teams.faults.next(...faults);
  const room = teams.directory.personalRoom(ana.id)!;
  const waits: number[] = [];
  let thrown: unknown;
  let now = 1_000_000;
  const wait = async (ms: number) => {
    waits.push(ms);
    now += ms;
  };
  const turn: Partial<Activity> = {
    type: 'message',
    id: '1',
    channelId: 'msteams',
    serviceUrl: teams.serviceUrl,
    from: { id: ana.id, name: ana.name },
    recipient: { id: '28:bot', name: 'Laurel' },
    conversation: { id: room.id, conversationType: 'personal', isGroup: false, name: '' },
  };
  await createAdapter(undefined, { retry: { now: () => now, wait, random: () => 0.5 } }).processActivityDirect(
    '',
    turn as Activity,
    async (context: TurnContext) => {
      await context.sendActivity(activity).catch((error: unknown) => (thrown = error));
    },
  );
  const entries = teams.journal.entries.filter(({ operation }) => operation === 'say');
  return { waits, thrown, asked: entries.length, arrived: entries.filter(({ delivered }) => delivered).length };
}

describe('a reply', () => {
  it.each<[string, readonly Fault[]]>([
    ['429 without Retry-After', [documentedFaults.Throttled]],
    ['429 with Retry-After', [withHeader('2')]],
    ['429 twice', [documentedFaults.Throttled, documentedFaults.Throttled]],
    ['412', [documentedFaults.PreconditionFailed]],
    ['502', [documentedFaults.BadGateway]],
    ['503', [documentedFaults.ServiceUnavailable]],
    ['504', [documentedFaults.GatewayTimeout]],
    ['a dropped connection', [cut]],
    ['a bad moment of all kinds', [cut, documentedFaults.BadGateway, documentedFaults.PreconditionFailed]],
  ])('survives %s, and arrives once', async (_name, faults) => {
    expect(await reply(faults)).toMatchObject({ asked: faults.length + 1, arrived: 1, thrown: undefined });
  });

  it('waits as long as the channel asks for', async () => {
    const { waits } = await reply([withHeader('3')]);

    expect(waits[0]).toBeGreaterThanOrEqual(3000);
  });

  it('waits longer each time where the channel asks for nothing', async () => {
    const { waits } = await reply([documentedFaults.Throttled, documentedFaults.Throttled, documentedFaults.Throttled]);

    expect(waits).toEqual([350, 700, 1400]);
  });

  it('is given up where the channel asks for more time than the turn has', async () => {
    expect(await reply([withHeader('60')])).toMatchObject({ asked: 1, arrived: 0, thrown: { statusCode: 429 } });
  });

  it('is given up when the time of the turn is over', async () => {
    const { waits, thrown } = await reply(Array.from({ length: 20 }, () => documentedFaults.ServiceUnavailable));

    expect(waits.reduce((sum, ms) => sum + ms, 0)).toBeLessThan(14_000);
    expect(thrown).toMatchObject({ statusCode: 503 });
  });

  it.each([
    'BadArgument',
    'MessageWritesBlocked',
    'ConversationNotFound',
    'MessageSizeTooBig',
    'ServiceError',
  ] as const)('is not sent again after %s', async (name) => {
    expect(await reply([documentedFaults[name]])).toMatchObject({ asked: 1, waits: [] });
  });

  it('is not sent again where it only shows that somebody is at work', async () => {
    expect(await reply([documentedFaults.Throttled], { type: 'typing' })).toMatchObject({ asked: 1, waits: [] });
  });
});
