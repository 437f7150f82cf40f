/** What is due: everybody hears of what is theirs, once, at a time that suits, on one card a day; and the ledger adds up. */
import fc from 'fast-check';
import { usualSettings, wakefulSettings, type AlertSettings } from './alert-settings';
import { maySpeak } from './quiet-hours';
import { announcementId, attempted, sendingLapsesAfter, type Attempted, type Delivery } from './delivery';
import { planDeliveries, type PlannedCard, type DeliverySituation } from './plan-deliveries';
import { actOnNotice, mergeNotices, type KeptNotice } from './kept-notice';
import { localTimeOf } from '../basics/local-time';
import type { Notice, Severity } from './notice';
import type { Recipient } from './recipient';

/** A Friday. */
const morning = Date.parse('2018-06-01T09:00:00Z');
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

const notice = (id: string, severity: Severity = 'urgent', audience: Notice['audience'] = 'admins'): Notice => ({
  key: `stale-data/${id}`,
  severity,
  audience,
  reason: { rule: 'stale-data', importedOn: id, days: 35 },
});
const open = (one: Notice, now = morning): KeptNotice => mergeNotices([], { wanted: [one], now })[0]!;
type Entry = readonly [string, Recipient];
const recipient = (
  id: string,
  settings: Partial<AlertSettings> = {},
  reach: NonNullable<Recipient['reach']> = { seenAt: 0 },
): Entry => [id, { id, settings: { ...usualSettings(id), ...settings }, reach }];
const unknown = (id: string): Entry => [id, { id, settings: usualSettings(id) }];
const situation = (parts: Partial<DeliverySituation> = {}): DeliverySituation => ({
  notices: [open(notice('a'))],
  deliveries: [],
  admins: ['boss', 'deputy'],
  recipients: new Map([recipient('boss'), recipient('deputy'), recipient('aad-ana')]),
  escalateAfter: 3 * dayMs,
  now: morning,
  ...parts,
});
const sent = (post: PlannedCard, activity = `card ${post.id}`): readonly Delivery[] =>
  post.say.map((one) => attempted(one, { kind: 'sent', activity, ...silence(post) }, morning));
const silence = ({ activity }: PlannedCard) => (activity === undefined ? {} : ({ silent: true } as const));
const told = ({ posts }: { readonly posts: readonly PlannedCard[] }) => posts.map(({ recipient: who }) => who);
const at = (iso: string) => Date.parse(`${iso}:00Z`);

it('tells all admins what is urgent, marked as being sent', () => {
  const { posts } = planDeliveries(situation());

  expect(told({ posts })).toEqual(['boss', 'deputy']);
  expect(posts[0]).toMatchObject({ say: [{ notice: 'stale-data/a', tries: 1, state: { is: 'sending' } }], said: [] });
});

it('says nothing twice', () => {
  const first = planDeliveries(situation());
  const again = planDeliveries(
    situation({ deliveries: first.posts.flatMap((post) => sent(post)), now: morning + hourMs }),
  );

  expect(again.posts).toEqual([]);
});

it('tells the first admin what is not urgent, and the next one after days of silence', () => {
  const notices = [open(notice('a', 'note'))];
  const recipients = new Map([recipient('boss', { digestOn: 7 }), recipient('deputy', { digestOn: 7 })]);
  const first = planDeliveries(situation({ notices, recipients }));
  const deliveries = first.posts.flatMap((post) => sent(post));
  const silent = (now: number) => planDeliveries(situation({ notices, deliveries, recipients, now }));
  const acknowledged = [actOnNotice(notices[0]!, { do: 'acknowledge' }, { by: 'boss', at: morning })!];

  expect(told(first)).toEqual(['boss']);
  expect(first.next).toBe(morning + 3 * dayMs);
  expect(told(silent(morning + 3 * dayMs - 1))).toEqual([]);
  expect(told(silent(at('2018-06-05T09:00')))).toEqual(['deputy']);
  expect(
    told(planDeliveries(situation({ notices: acknowledged, deliveries, recipients, now: at('2018-06-05T09:00') }))),
  ).toEqual(['boss']);
});

it('goes on to the next admin where the first cannot be reached', () => {
  const unreachable = new Map([unknown('boss'), recipient('deputy')]);

  expect(told(planDeliveries(situation({ notices: [open(notice('a', 'note'))], recipients: unreachable })))).toEqual([
    'deputy',
  ]);
});

it('tells a person of their own, and the one to whom something is assigned', () => {
  const own = open(notice('b', 'note', { person: 'ana', account: 'aad-ana' }));
  const assigned = actOnNotice(open(notice('c')), { do: 'assign', to: 'aad-ana' }, { by: 'boss', at: morning })!;

  expect(told(planDeliveries(situation({ notices: [own] })))).toEqual(['aad-ana']);
  expect(told(planDeliveries(situation({ notices: [assigned] })))).toEqual(['aad-ana']);
});

it.each<[string, Partial<AlertSettings>, string, string | undefined]>([
  ['in quiet hours', {}, '2018-06-01T19:00', '2018-06-04T08:00'],
  ['at the weekend', {}, '2018-06-02T10:00', '2018-06-04T08:00'],
  ['early', {}, '2018-06-01T07:59', '2018-06-01T08:00'],
  ['where every day is a working day', { workingDays: [1, 2, 3, 4, 5, 6, 7] }, '2018-06-01T19:00', '2018-06-02T08:00'],
])('waits %s', (_, settings, now, expected) => {
  const outcome = planDeliveries(
    situation({
      notices: [open(notice('a'), at(now))],
      admins: ['boss'],
      recipients: new Map([recipient('boss', settings)]),
      now: at(now),
    }),
  );

  expect(outcome.posts).toEqual([]);
  expect(outcome.next).toBe(at(expected!));
});

it.each([
  ['stopped', recipient('boss', { stopped: ['stale-data'] }), undefined],
  ['no-conversation', unknown('boss'), undefined],
  [
    'blocked',
    recipient(
      'boss',
      {},
      {
        seenAt: 0,
        hindrance: { kind: 'blocked', code: 'x', since: '2018-05-31T00:00:00Z', retryAt: '2018-06-02T00:00:00Z' },
      },
    ),
    '2018-06-02T00:00',
  ],
])('skips whom it may or can not tell: %s', (reason, one, retry) => {
  const recipients = new Map([one]);
  const first = planDeliveries(situation({ admins: ['boss'], recipients, now: morning }));
  const again = planDeliveries(
    situation({ admins: ['boss'], recipients, deliveries: first.settled, now: morning + 1 }),
  );

  expect(first).toMatchObject({ posts: [], settled: [{ state: { is: 'skipped', reason } }] });
  expect(again).toMatchObject({ posts: [], settled: [] });
  if (retry) expect(again.next).toBe(at(retry));
});

it('tells whom it could not reach once they have spoken', () => {
  const admins = ['boss'];
  const { settled: deliveries } = planDeliveries(situation({ admins, recipients: new Map([unknown('boss')]) }));

  expect(told(planDeliveries(situation({ admins, deliveries, recipients: new Map([recipient('boss')]) })))).toEqual([
    'boss',
  ]);
});

it('tells whom it was refused to once they have spoken from where they can be reached', () => {
  const admins = ['boss'];
  const deliveries = planDeliveries(situation({ admins })).posts[0]!.say.map((one) =>
    attempted(one, { kind: 'refused', code: 'untrusted-address' }, morning),
  );
  const seen = (seenAt: number) => new Map([recipient('boss', {}, { seenAt })]);
  const later = (recipients: DeliverySituation['recipients']) =>
    planDeliveries(situation({ admins, deliveries, recipients, now: morning + hourMs }));

  expect(later(seen(morning - 1))).toEqual({ settled: [], posts: [], next: morning + dayMs });
  expect(told(later(seen(morning + 1)))).toEqual(['boss']);
});

it('puts what comes later on a day on the card of that day, and announces it on the next while it is open', () => {
  const admins = ['boss'];
  const first = planDeliveries(situation({ admins }));
  const deliveries = first.posts.flatMap((post) => sent(post, 'card-1'));
  const notices = [open(notice('a')), open(notice('b'))];
  const later = (now: number) => planDeliveries(situation({ admins, notices, deliveries, now })).posts;

  expect(later(morning + hourMs)).toMatchObject([
    { activity: 'card-1', say: [{ notice: 'stale-data/b' }], said: [{ notice: 'stale-data/a' }] },
  ]);
  const [monday] = later(morning + 3 * dayMs);
  expect(monday!.activity).toBeUndefined();

  const onto = later(morning + hourMs).flatMap((post) => sent(post, 'card-1'));
  const then = (parts: Partial<DeliverySituation>) =>
    planDeliveries(situation({ admins, notices, deliveries: [...deliveries, ...onto], ...parts }));
  expect(then({ now: morning + 2 * hourMs })).toMatchObject({ posts: [], next: at('2018-06-02T00:00') });
  expect(then({ now: at('2018-06-04T08:00') }).posts).toMatchObject([
    { id: 'boss 2018-06-04', say: [{ id: 'boss stale-data/b 1 1 anew' }, { id: 'boss digest 2018-06-04' }], said: [] },
  ]);
  const dealtWith = [notices[0]!, actOnNotice(notices[1]!, { do: 'acknowledge' }, { by: 'boss', at: morning })!];
  const ids = then({ notices: dealtWith, now: at('2018-06-05T08:00') }).posts.flatMap(({ say }) =>
    say.map(({ id }) => id),
  );
  expect(ids).toEqual([]);
});

it('renews every card that shows what is no longer so, at any hour', () => {
  const before = open(notice('a'));
  const deliveries = planDeliveries(situation()).posts.flatMap((post) => sent(post));
  const acknowledged = actOnNotice(before, { do: 'acknowledge' }, { by: 'boss', at: morning + 1 })!;
  const { posts } = planDeliveries(situation({ notices: [acknowledged], deliveries, now: at('2018-06-02T03:00') }));

  expect(posts).toMatchObject([
    { recipient: 'boss', say: [], activity: expect.any(String) },
    { recipient: 'deputy', say: [], activity: expect.any(String) },
  ]);
});

it('renews the newest overview of each admin when anything on it changes, and no earlier one', () => {
  const [monday, next] = [at('2018-06-04T09:00'), at('2018-06-11T09:00')];
  const admins = ['boss'];
  const notices = [open(notice('a', 'note', { person: 'ana', account: 'aad-ana' })), open(notice('b', 'note'))];
  const earlier = planDeliveries(situation({ admins, notices, now: monday })).posts.flatMap((post) => sent(post));
  const deliveries = [
    ...earlier,
    ...planDeliveries(situation({ admins, notices, deliveries: earlier, now: next })).posts.flatMap((post) =>
      sent(post),
    ),
  ];
  const change = (index: number, parts: Partial<KeptNotice>) =>
    planDeliveries(
      situation({
        admins,
        deliveries,
        notices: notices.map((one, which) => (which === index ? { ...one, ...parts } : one)),
        now: next + 1,
      }),
    ).posts.filter(({ recipient: who }) => who === 'boss');
  const done = { state: { is: 'resolved', at: next, because: 'facts' } } as const;

  expect(change(1, {})).toEqual([]);
  expect(change(0, done)).toEqual([]);
  expect(change(1, done)).toMatchObject([
    { id: 'boss 2018-06-04', say: [], said: [{ notice: 'stale-data/b' }, { id: 'boss digest 2018-06-04' }] },
    { id: 'boss 2018-06-11', say: [], said: [{ id: 'boss digest 2018-06-11' }] },
  ]);
  const unnamed = deliveries.filter(({ notice: key }) => key === undefined);
  const digestsAlone = planDeliveries(
    situation({
      admins,
      deliveries: unnamed,
      notices: [actOnNotice(notices[1]!, { do: 'acknowledge' }, { by: 'x', at: 1 })!],
    }),
  );
  expect(digestsAlone.posts.map(({ id }) => id)).toEqual(['boss 2018-06-11']);
});

it('sends the whole list to admins on their weekday, while there is anything', () => {
  const monday = at('2018-06-04T09:00');
  const deliveries = planDeliveries(situation()).posts.flatMap((post) => sent(post));
  const weekly = planDeliveries(situation({ deliveries, now: monday }));

  expect(weekly.posts.map(({ say }) => say.map(({ id }) => id))).toEqual([
    ['boss digest 2018-06-04'],
    ['deputy digest 2018-06-04'],
  ]);
  expect(planDeliveries(situation({ notices: [], now: monday })).posts).toEqual([]);
});

it('tries once more what was cut off, and takes it up again on the next day if that was cut off too', () => {
  const admins = ['boss'];
  const [first] = planDeliveries(situation({ admins })).posts;
  const after = (deliveries: readonly Delivery[], now: number) =>
    planDeliveries(situation({ admins, deliveries, now }));
  const lapsed = morning + sendingLapsesAfter;
  const second = after(first!.say, lapsed);
  const third = after(second.posts[0]!.say, lapsed + sendingLapsesAfter);

  expect(after(first!.say, lapsed - 1)).toMatchObject({ posts: [], next: lapsed });
  expect(second.posts).toMatchObject([{ say: [{ tries: 2, unclear: 1 }] }]);
  expect(third).toMatchObject({ posts: [], settled: [{ state: { is: 'failed', code: 'cut-off' } }] });

  const monday = at('2018-06-04T08:00');
  const inDoubt = (now: number) => after(third.settled, now);
  expect(inDoubt(at('2018-06-01T17:00'))).toMatchObject({ posts: [], next: at('2018-06-02T00:00') });
  expect(inDoubt(at('2018-06-02T00:00'))).toMatchObject({ posts: [], next: monday });
  expect(inDoubt(monday).posts[0]!.say).toMatchObject([
    { notice: 'stale-data/a', tries: 3, unclear: 0, doubtedOn: '2018-06-01', day: '2018-06-04' },
    { id: 'boss digest 2018-06-04' },
  ]);
});

it('asks the clock of the recipient when the next day begins', () => {
  const recipients = new Map([
    recipient('boss', { ...wakefulSettings('boss') }, { timeZone: 'Asia/Kolkata', seenAt: 0 }),
  ]);
  const given = { admins: ['boss'], recipients };
  const say = planDeliveries(situation(given)).posts[0]!.say[0]!;
  const lost: Delivery = { ...say, unclear: 2, state: { is: 'failed', at: morning, code: 'no-answer' } };
  const later = (now: string) => planDeliveries(situation({ ...given, deliveries: [lost], now: at(now) }));

  expect(later('2018-06-01T18:29')).toMatchObject({ posts: [], next: at('2018-06-01T18:30') });
  expect(told(later('2018-06-01T18:30'))).toEqual(['boss']);
});

it('gives the whole list later where it was not to be had on its weekday, until it has come', () => {
  const monday = at('2018-06-04T09:00');
  const admins = ['boss'];
  const first = planDeliveries(situation({ admins })).posts.flatMap((post) => sent(post));
  const [weekly] = planDeliveries(situation({ admins, deliveries: first, now: monday })).posts[0]!.say;
  const later = (state: Delivery['state'], now: string) =>
    planDeliveries(situation({ admins, deliveries: [...first, { ...weekly!, state }], now: at(now) })).posts;

  const outage = { is: 'failed', at: monday, code: '503', retryAt: at('2018-06-04T20:00') } as const;
  expect(later(outage, '2018-06-05T08:00')).toMatchObject([
    { id: 'boss 2018-06-05', say: [{ id: 'boss digest 2018-06-04' }] },
  ]);
  expect(later({ is: 'sent', at: monday, activity: 'card' }, '2018-06-05T08:00')).toEqual([]);
  expect(later(outage, '2018-06-11T08:00')).toMatchObject([{ say: [{ id: 'boss digest 2018-06-11' }] }]);
});

const outcome = fc.constantFrom<Attempted['kind']>('sent', 'sent', 'sent', 'later', 'unclear', 'gone', 'refused');
const zones = fc.constantFrom('UTC', 'Europe/Berlin', 'Asia/Kolkata', 'America/Sao_Paulo');
const tick = fc.record({
  hours: fc.integer({ min: 0, max: 30 }),
  opens: fc.option(fc.constantFrom('a', 'b', 'c', 'd'), { nil: undefined }),
  crash: fc.boolean(),
  outcomes: fc.array(outcome, { minLength: 4, maxLength: 4 }),
});

it('keeps its promises whatever happens: suitable hours, one card a day, nothing said twice or lost, a ledger that adds up', () => {
  fc.assert(
    fc.property(zones, fc.array(tick, { maxLength: 25 }), (timeZone, ticks) => {
      const recipients = new Map([recipient('boss', {}, { timeZone, seenAt: 0 }), recipient('deputy')]);
      let now = morning;
      let notices: readonly KeptNotice[] = [];
      const ledger = new Map<string, Delivery>();
      const cards = new Map<string, number>();
      const said = new Map<string, number>();
      const saidOnDay = new Map<string, number>();
      const cutOffs = new Map<string, number>();
      const add = (counts: Map<string, number>, key: string) => void counts.set(key, (counts.get(key) ?? 0) + 1);
      for (const { hours, opens, crash, outcomes } of ticks) {
        now += hours * hourMs + 60_000;
        if (opens) notices = [...notices.filter(({ key }) => key !== `stale-data/${opens}`), open(notice(opens), now)];
        const outcomeOf = planDeliveries(situation({ notices, deliveries: [...ledger.values()], recipients, now }));
        for (const one of outcomeOf.settled) ledger.set(one.id, one);
        for (const [index, post] of outcomeOf.posts.entries()) {
          const kind = outcomes[index % outcomes.length]!;
          const { settings } = recipients.get(post.recipient)!;
          const zone = recipients.get(post.recipient)!.reach!.timeZone;
          if (post.say.length > 0) expect(maySpeak(settings, localTimeOf(now, zone))).toBe(true);
          for (const one of post.say) {
            ledger.set(one.id, one);
            if (crash || kind === 'unclear') add(cutOffs, one.id);
            if (!crash && kind !== 'unclear' && kind !== 'sent') continue;
            add(said, one.id);
            add(saidOnDay, `${one.id} ${one.day}`);
          }
          if (!crash && kind === 'sent' && !post.activity) add(cards, post.id);
          if (crash) continue;
          const result = { kind, activity: `${post.id} ${now}`, code: 'x', afterMs: 0, ...silence(post) } as Attempted;
          for (const one of post.say) ledger.set(one.id, attempted(one, result, now));
        }
      }
      const states = [...ledger.values()].map(({ state }) => state.is);
      const count = (state: Delivery['state']['is']) => states.filter((one) => one === state).length;

      expect(Math.max(0, ...cards.values())).toBeLessThanOrEqual(1);
      for (const [id, times] of said) expect(times).toBeLessThanOrEqual(1 + (cutOffs.get(id) ?? 0));
      expect(Math.max(0, ...saidOnDay.values())).toBeLessThanOrEqual(2);
      expect(count('sent') + count('failed') + count('skipped') + count('sending')).toBe(ledger.size);

      // Nothing that is open is lost: once Teams takes it, all of it arrives.
      for (const last = now + 8 * dayMs; now < last;) {
        const {
          settled: over,
          posts,
          next = last,
        } = planDeliveries(situation({ notices, deliveries: [...ledger.values()], recipients, now }));
        for (const one of [...over, ...posts.flatMap((post) => sent(post))]) ledger.set(one.id, one);
        now = over.length > 0 ? now + 1 : Math.max(now + 1, next);
      }
      const wanted = notices.flatMap(({ key }) => ['boss', 'deputy'].map((who) => `${who} ${key} 1 1`));
      const isAnnounced = (id: string): boolean => {
        const state = ledger.get(id)?.state;
        return state?.is === 'sent' && (!state.silent || isAnnounced(announcementId(id)));
      };
      expect(wanted.filter((id) => !isAnnounced(id))).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

describe('after the clock was put back', () => {
  const later = morning + 3 * dayMs;
  const admins = ['boss'];
  const ready = (deliveries: readonly Delivery[], now: number) =>
    planDeliveries(situation({ admins, deliveries, now })).posts;

  it('does not wait for what was begun in time to come, but counts it as cut off', () => {
    const [post] = planDeliveries(situation({ admins, now: later })).posts;

    expect(ready(post!.say, morning)).toMatchObject([{ say: [{ tries: 2, unclear: 1 }] }]);
    expect(ready(post!.say, later)).toEqual([]);
  });

  it('does not wait for a second try that was put off in time to come', () => {
    const [post] = planDeliveries(situation({ admins, now: later })).posts;
    const failed = post!.say.map((one) => attempted(one, { kind: 'later', code: '503', afterMs: hourMs }, later));

    expect(ready(failed, morning)).toMatchObject([{ say: [{ tries: 2, unclear: 0 }] }]);
    expect(ready(failed, later + 1)).toEqual([]);
  });

  it('says nothing again that was said in time to come', () => {
    const said = planDeliveries(situation({ admins, now: later })).posts.flatMap((post) => sent(post));

    expect(ready(said, morning)).toEqual([]);
  });
});
