/** What becomes of a notice: opened once, closed when its reason is gone, opened again when it comes back. */
import fc from 'fast-check';
import {
  actOnNotice,
  wakeNotice,
  contentVersionOf,
  isActive,
  mergeNotices,
  overviewVersionOf,
  reachedAssignees,
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

it('goes to the account of its assignee as soon as one is known, and nowhere else', () => {
  const assigned = (to: string, person?: string) =>
    actOnNotice(open(stale), { do: 'assign', to, ...(person !== undefined && { person }) }, by)!;
  const notices = [
    open(stale),
    assigned('aad-ana', 'ana'),
    assigned('bo', 'bo'),
    assigned('cy', 'cy'),
    assigned('dee'),
  ];

  const changed = reachedAssignees(notices, (id) => (id === 'cy' ? undefined : `aad-${id}`));

  expect(changed).toEqual([{ ...assigned('bo', 'bo'), state: { is: 'assigned', ...by, to: 'aad-bo', person: 'bo' } }]);
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

describe('the version of an overview, by which a card that shows another is known to be out of date', () => {
  const [first, second] = [open(stale), open(lapses)];
  const own = { ...open(runway(-90)), audience: { person: 'ana', account: 'aad-ana' } };
  const given = actOnNotice(own, { do: 'assign', to: 'boss' }, by)!;
  const closed = mergeNotices([second], { wanted: [], now })[0]!;
  const about = { recipient: 'boss', day: '2018-06-01' };
  const version = overviewVersionOf([first], about);

  it.each<[string, readonly KeptNotice[], boolean]>([
    ['the same notices in another order', [first], true],
    ['a notice more', [first, second], false],
    ['a notice that was acknowledged', [actOnNotice(first, { do: 'acknowledge' }, by)!], false],
    ['a notice told another time', [{ ...first, round: 2 }], false],
    ['what is closed', [first, closed], true],
    ['what will be opened tomorrow', [first, { ...second, openedAt: now + 86_400_000 }], true],
    [
      'what was opened in the last hour of the day',
      [first, { ...second, openedAt: Date.parse('2018-06-01T23:00:00Z') }],
      false,
    ],
    ['what is told to another person alone', [first, own], true],
    ['what was assigned to this admin', [first, given], false],
    ['what was assigned to another', [first, actOnNotice(own, { do: 'assign', to: 'deputy' }, by)!], true],
  ])('is the same or not with %s', (_, notices, isSame) => {
    expect(overviewVersionOf(notices, about) === version).toBe(isSame);
  });

  it('does not depend on the order of notices', () => {
    expect(overviewVersionOf([second, first], about)).toBe(overviewVersionOf([first, second], about));
  });
});

it('the version of a notice on the way on board changes with where the person stands', () => {
  const onBoard = (state: 'invited' | 'waiting') =>
    open(notice({ rule: 'onboarding', person: 'ana', occasion: 'invited', state, since: '2018-06-01' }, 'ana'));

  expect(contentVersionOf(onBoard('invited'))).not.toBe(contentVersionOf(onBoard('waiting')));
  expect(contentVersionOf({ ...onBoard('invited'), opening: 11, round: 1 })).not.toBe(
    contentVersionOf({ ...onBoard('invited'), opening: 1, round: 11 }),
  );
});

it('leaves alone a notice whose reason says the same in another order', () => {
  const turned = { ...stale, reason: { days: 35, importedOn: '2018-02-10', rule: 'stale-data' } as const };

  expect(mergeNotices([open(stale)], { wanted: [turned], now: now + 1 })).toEqual([]);
});

it('closes by the facts what another competency tells', () => {
  const other = { ...risk, competency: 'data' } as const;
  const elsewhere = [
    notice({ rule: 'level-lost', risk: { ...other, code: 'lost' } }, 'data', 'gold', '2019-02-14'),
    notice(
      { rule: 'renewal-at-risk', level: 'gold', until: '2019-02-14', because: 'anniversary', risks: [other] },
      'gold',
    ),
  ];

  expect(
    mergeNotices([open(lapses)], { wanted: elsewhere, now }).find(({ key }) => key === lapses.key)?.state,
  ).toMatchObject({ because: 'facts' });
  expect(
    mergeNotices([open(lapses)], { wanted: [elsewhere[0]!, lost], now }).find(({ key }) => key === lapses.key)?.state,
  ).toMatchObject({ because: 'superseded' });
});
