/** What becomes of a delivery after each outcome, and when it is said again. */
import { dayMs } from '../basics/date';
import {
  attempted,
  announcementId,
  cutOff,
  deliveryId,
  digestId,
  isDoubted,
  isOnItsWay,
  mostUnclear,
  sendingLapsesAfter,
  type Attempted,
  type Delivery,
} from './delivery';

const now = Date.UTC(2018, 5, 1, 9);
const delivery: Delivery = {
  id: 'boss stale 1 1',
  recipient: 'boss',
  notice: 'stale',
  post: 'boss 2018-06-01',
  day: '2018-06-01',
  tries: 1,
  unclear: 0,
  state: { is: 'sending', at: now - 1000 },
};
const failed = (code: string, retryAt?: number) => ({
  is: 'failed',
  at: now,
  code,
  ...(retryAt !== undefined && { retryAt }),
});

it.each<[string, Attempted, Partial<Delivery>, object]>([
  ['is sent', { kind: 'sent', activity: 'a1' }, {}, { state: { is: 'sent', at: now, activity: 'a1' } }],
  [
    'is added to a card of that day',
    { kind: 'sent', activity: 'a1', silent: true },
    {},
    { state: { is: 'sent', at: now, activity: 'a1', silent: true } },
  ],
  [
    'waits as long as Teams says',
    { kind: 'later', code: '429', afterMs: 5000 },
    {},
    { state: failed('429', now + 5000) },
  ],
  [
    'is tried again where it is not clear whether it arrived',
    { kind: 'unclear', code: 'timeout', afterMs: 5000 },
    {},
    { unclear: 1, state: failed('timeout', now + 5000) },
  ],
  [
    'is not tried a third time on a day',
    { kind: 'unclear', code: 'timeout', afterMs: 5000 },
    { unclear: 1 },
    { unclear: 2, state: failed('timeout') },
  ],
  [
    'does not wait on a day on which it was unclear twice',
    { kind: 'later', code: '429', afterMs: 5000 },
    { unclear: 2 },
    { unclear: 2, state: failed('429') },
  ],
  ...(['suspect', 'blocked', 'gone', 'refused'] as const).map(
    (kind): [string, Attempted, Partial<Delivery>, object] => [
      `is tried a day later where it was not taken: ${kind}`,
      { kind, code: '403' },
      {},
      { state: failed('403', now + dayMs) },
    ],
  ),
])('%s', (_, outcome, before, after) => {
  expect(attempted({ ...delivery, ...before }, outcome, now)).toEqual({ ...delivery, ...before, ...after });
});

it('that was cut off is unclear, and waits for another to take it up', () => {
  expect(cutOff(delivery, now)).toEqual({ ...delivery, unclear: 1, state: failed('cut-off') });
});

it.each<[string, Delivery['state'], number, boolean]>([
  ['was unclear as often as it may be', { is: 'failed', at: now, code: 'x' }, mostUnclear, true],
  ['was unclear once', { is: 'failed', at: now, code: 'x' }, mostUnclear - 1, false],
  ['will be tried again', { is: 'failed', at: now, code: 'x', retryAt: now }, mostUnclear, false],
  ['arrived at last', { is: 'sent', at: now, activity: 'a' }, mostUnclear, false],
  ['is on its way', { is: 'sending', at: now }, mostUnclear, false],
])('is in doubt or not where it %s', (_, state, unclear, doubted) => {
  expect(isDoubted({ ...delivery, state, unclear })).toBe(doubted);
});

it.each<[string, Delivery['state'], boolean]>([
  ['began now', { is: 'sending', at: now }, true],
  ['began almost so long ago', { is: 'sending', at: now - sendingLapsesAfter + 1 }, true],
  ['began so long ago that it was cut off', { is: 'sending', at: now - sendingLapsesAfter }, false],
  ['began tomorrow, by a clock that was put back', { is: 'sending', at: now + dayMs }, false],
  ['has failed', { is: 'failed', at: now, code: 'x' }, false],
])('that %s may still be on its way or not', (_, state, onItsWay) => {
  expect(isOnItsWay({ state }, now)).toBe(onItsWay);
});

describe('its id', () => {
  const notice = { key: 'stale', opening: 2, round: 3, state: { is: 'open' } } as const;
  const assigned = { ...notice, state: { is: 'assigned', by: 'boss', to: 'deputy', at: 7 } } as const;

  it('is another for each person, notice, opening and round', () => {
    const ids = [
      deliveryId(notice, 'boss'),
      deliveryId(notice, 'deputy'),
      deliveryId({ ...notice, key: 'other' }, 'boss'),
      deliveryId({ ...notice, opening: 3 }, 'boss'),
      deliveryId({ ...notice, round: 4 }, 'boss'),
      digestId('2018-06-01', 'boss'),
      digestId('2018-06-08', 'boss'),
      announcementId(deliveryId(notice, 'boss')),
    ];

    expect(new Set(ids).size).toBe(ids.length);
  });

  it('tells an assignment apart for the person whom it is assigned to, and for nobody else', () => {
    expect(deliveryId(assigned, 'deputy')).not.toBe(deliveryId(notice, 'deputy'));
    expect(deliveryId(assigned, 'boss')).toBe(deliveryId(notice, 'boss'));
    expect(deliveryId({ ...assigned, state: { ...assigned.state, at: 8 } }, 'deputy')).not.toBe(
      deliveryId(assigned, 'deputy'),
    );
    expect(deliveryId({ ...notice, state: { is: 'acknowledged', by: 'deputy', at: 7 } }, 'deputy')).toBe(
      deliveryId(notice, 'deputy'),
    );
  });
});
