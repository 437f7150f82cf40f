/** What becomes of a notice: opened once, closed when its reason is gone, opened again when it comes back. */
import fc from 'fast-check';
import {
  actOnNotice,
  wakeNotice,
  contentVersionOf,
  isActive,
  mergeNotices,
  type Act,
  type KeptNotice,
} from './kept-notice';
import { noticeKey, type Notice, type NoticeReason } from './notice';

const now = Date.parse('2018-06-01T09:00:00Z');
const notice = (reason: NoticeReason, ...parts: string[]): Notice => ({
  key: noticeKey(reason.rule, ...parts),
  severity: 'warning',
  audience: 'admins',
  reason,
});
const stale = notice({ rule: 'stale-data', importedOn: '2018-02-10', days: 35 }, '2018-02-10');
const runway = (step: number) =>
  notice({ rule: 'runway', step, anniversary: '2019-02-14', closes: '2019-03-16' }, '2019-02-14', String(step));
const risk = { code: 'lapses', competency: 'devops', level: 'gold', on: '2018-12-01', causes: [] } as const;
const lapses = notice({ rule: 'level-lapses', risk }, 'devops', 'gold', '2019-02-14');
const lost = notice({ rule: 'level-lost', risk: { ...risk, code: 'lost' } }, 'devops', 'gold', '2019-02-14');
const renewal = notice(
  { rule: 'renewal-at-risk', level: 'gold', until: '2019-02-14', because: 'anniversary', risks: [risk] },
  'gold',
  '2019-02-14',
);
const open = (one: Notice): KeptNotice => mergeNotices([], { wanted: [one], now })[0]!;
const by = { by: 'boss', at: now };

it('opens what is new, and leaves alone what is as it was', () => {
  const kept = open(stale);

  expect(kept).toMatchObject({ key: 'stale-data/2018-02-10', opening: 1, round: 1, state: { is: 'open' } });
  expect(mergeNotices([kept], { wanted: [stale], now: now + 1 })).toEqual([]);
});

it.each<[string, Notice, readonly Notice[], string]>([
  ['its reason is gone', stale, [], 'facts'],
  ['the next step has come', runway(-180), [runway(-90)], 'superseded'],
  ['the renewal was made', runway(0), [], 'facts'],
  ['a graver one tells it', lapses, [renewal], 'absorbed'],
  ['it came true', lapses, [lost], 'superseded'],
])('closes a notice because %s', (_, before, wanted, because) => {
  const changes = mergeNotices([open(before)], { wanted, now });

  expect(changes.find(({ key }) => key === before.key)?.state).toEqual({ is: 'resolved', at: now, because });
});

it('opens again what comes back, as another opening', () => {
  const closed = mergeNotices([open(stale)], { wanted: [], now })[0]!;
  const [again] = mergeNotices([closed], { wanted: [stale], now: now + 5 });

  expect(again).toMatchObject({ opening: 2, round: 1, openedAt: now + 5, state: { is: 'open' } });
  expect(contentVersionOf(again!)).not.toBe(contentVersionOf(open(stale)));
});

it('keeps what somebody did about it while its reason changes', () => {
  const acknowledged = actOnNotice(open(lapses), { do: 'acknowledge' }, by)!;
  const [after] = mergeNotices([acknowledged], { wanted: [{ ...lapses, severity: 'urgent' }], now: now + 1 });

  expect(after).toMatchObject({ severity: 'urgent', state: { is: 'acknowledged', by: 'boss' } });
});

it('wakes on the day until which it was put off, to be told once more', () => {
  const asleep = actOnNotice(open(stale), { do: 'snooze', until: '2018-06-04' }, by)!;
  const sunday = Date.parse('2018-06-03T23:59:00Z');
  const monday = Date.parse('2018-06-04T00:00:00Z');

  expect(wakeNotice([asleep], sunday)).toEqual([]);
  expect(wakeNotice([asleep], monday)).toEqual([expect.objectContaining({ round: 2, state: { is: 'open' } })]);
  expect(mergeNotices([asleep], { wanted: [stale], now: monday })).toEqual(wakeNotice([asleep], monday));
});

it('does nothing about what is closed', () => {
  const closed = mergeNotices([open(stale)], { wanted: [], now })[0]!;

  expect(actOnNotice(closed, { do: 'acknowledge' }, by)).toBeUndefined();
});

const step = fc.oneof(
  fc.subarray([stale, runway(-180), lapses, renewal]).map((wanted) => ({ wanted })),
  fc.constantFrom<Act>({ do: 'acknowledge' }, { do: 'assign', to: 'deputy' }, { do: 'snooze', until: '2018-06-20' }),
);

it('is open after any history exactly if it is wanted, and opens one time more than it closed', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (history) => {
      let kept = new Map<string, KeptNotice>();
      let wanted: readonly Notice[] = [];
      for (const [at, one] of history.entries()) {
        const all = [...kept.values()];
        if ('wanted' in one) wanted = one.wanted;
        const changes =
          'wanted' in one
            ? mergeNotices(all, { wanted, now: now + at })
            : all.flatMap((each) => actOnNotice(each, one, { by: 'boss', at: now + at }) ?? []);
        kept = new Map([...kept, ...changes.map((each) => [each.key, each] as const)]);
      }
      const active = [...kept.values()].filter(isActive).map(({ key }) => key);

      expect(active.sort()).toEqual(wanted.map(({ key }) => key).sort());
    }),
  );
});

describe('when the clock is put back and catches up', () => {
  const later = now + 86_400_000;
  const earlier = now - 86_400_000;

  it('closes what is not so yet, and opens it again as the same opening', () => {
    const [closed] = mergeNotices([open(stale)], { wanted: [], now: earlier });
    const [again] = mergeNotices([closed!], { wanted: [stale], now });

    expect(closed!.state).toMatchObject({ is: 'resolved', at: earlier });
    expect(again).toMatchObject({ opening: 1, round: 1, state: { is: 'open' } });
  });

  it('opens again what was closed in time to come, as the same opening', () => {
    const [closed] = mergeNotices([open(stale)], { wanted: [], now: later });
    const [again] = mergeNotices([closed!], { wanted: [stale], now });

    expect(again).toMatchObject({ opening: 1, round: 1, openedAt: now, state: { is: 'open' } });
  });
});
