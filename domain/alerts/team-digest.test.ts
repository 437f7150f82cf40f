/** The weekly card for a room: each week once, tried again while it fails, and never twice after it arrived. */
import fc from 'fast-check';
import { dayMs } from '../basics/date';
import { attempted, type Attempted, type Delivery } from './delivery';
import { isTeamDigest, planTeamDigest, type TeamDigestSituation } from './team-digest';

const room = '19:abc@thread.tacv2';
const reach = { seenAt: 0 };
/** A Monday at nine in the morning in UTC. */
const monday = Date.parse('2018-06-18T09:00:00Z');
const hourMs = 3_600_000;
const plan = (now: number, deliveries: readonly Delivery[] = [], more: Partial<TeamDigestSituation> = {}) =>
  planTeamDigest({ room, reach, deliveries, now, ...more });

it.each([
  ['on a Monday morning', monday, 1],
  ['before eight', monday - 2 * hourMs, 0],
  ['after six in the evening', monday + 9 * hourMs, 0],
  ['on a Tuesday, where nothing was begun', monday + dayMs, 0],
])('is posted %s or not', (_, now, posts) => {
  expect(plan(now).posts).toHaveLength(posts);
});

it('goes by the time zone of the partner', () => {
  const tokyo = { reach: { ...reach, timeZone: 'Asia/Tokyo' } };

  expect(plan(Date.parse('2018-06-18T00:30:00Z'), [], tokyo).posts).toHaveLength(1);
  expect(plan(monday + 2 * hourMs, [], tokyo).posts).toHaveLength(0);
});

it('is settled as skipped where the room is not known any more, and looked at again the next week', () => {
  const { posts, settled, next } = planTeamDigest({ room, deliveries: [], now: monday });

  expect(posts).toEqual([]);
  expect(settled).toMatchObject([{ recipient: room, state: { is: 'skipped', reason: 'no-conversation' } }]);
  expect(next).toBe(Date.parse('2018-06-25T08:00:00Z'));
});

it('tells its own deliveries from those of other rooms and of people', () => {
  const [own] = plan(monday).posts[0]!.say;

  expect(isTeamDigest(own!.id, { conversation: room })).toBe(true);
  expect(isTeamDigest(own!.id, { conversation: '19:other' })).toBe(false);
  expect(isTeamDigest(`${room} some-key 1 1`, { conversation: room })).toBe(false);
});

const outcome: fc.Arbitrary<Attempted> = fc.oneof(
  fc.constant({ kind: 'sent', activity: 'a' } as const),
  fc.constant({ kind: 'later', code: '429', afterMs: hourMs } as const),
  fc.constant({ kind: 'unclear', code: 'cut-off', afterMs: hourMs } as const),
  fc.constant({ kind: 'refused', code: '403' } as const),
);

it('arrives once a week at most, whatever the channel answers and whenever it is looked at', () => {
  const looks = fc.array(fc.tuple(fc.integer({ min: 1, max: 60 }), outcome), { maxLength: 60 });
  fc.assert(
    fc.property(looks, (all) => {
      const ledger = new Map<string, Delivery>();
      const arrived: string[] = [];
      let now = monday - dayMs;
      for (const [hours, answer] of all) {
        now += hours * hourMs;
        const { posts, settled } = plan(now, [...ledger.values()]);
        for (const one of settled) ledger.set(one.id, one);
        for (const { say } of posts)
          for (const one of say) {
            ledger.set(one.id, attempted({ ...one, state: { is: 'sending', at: now } }, answer, now));
            if (answer.kind === 'sent') arrived.push(one.id);
          }
      }
      expect(new Set(arrived).size).toBe(arrived.length);
    }),
  );
});

it('that failed on its day is tried again, until the next week', () => {
  const [begun] = plan(monday).posts[0]!.say;
  const failed = attempted(
    { ...begun!, state: { is: 'sending', at: monday } },
    { kind: 'refused', code: '403' },
    monday,
  );
  const later = plan(monday + dayMs + hourMs, [failed]);

  expect(later.posts.map(({ say }) => say.map(({ id }) => id))).toEqual([[begun!.id]]);
});
