/** What a manager is told: once a week, of those alone whose records name them, and only where there is something to act on. */
import fc from 'fast-check';
import { addDays, mondayOf, type CalendarDate } from '../basics/date';
import type { Person } from '../partner/people/person';
import type { AssignedTask, TaskState } from '../tasks/assigned-task';
import { deliveryId } from './delivery';
import { earned, knownOf, person, programme } from './derive-notices.case';
import { actOnNotice, isActive, mergeNotices, type KeptNotice } from './kept-notice';
import { nextNoticeDay } from './next-notice-day';
import type { TeamMatter } from './notice';
import type { NoticeFacts } from './notice-facts';
import { teamNotices, type TeamMoment } from './team-notices';

/** A Monday. */
const monday = '2018-06-04';
const noonOf = (day: CalendarDate) => Date.parse(`${day}T12:00:00Z`);
const under = (manager: string) => ({ manager: `aad-${manager}` });
const everyone = ['lena', 'bo', 'ana', 'kai', 'orla'];
const moment = (day: CalendarDate, parts: Partial<TeamMoment> = {}): TeamMoment => ({
  now: noonOf(day),
  kept: [],
  reachable: new Set(everyone.map((id) => `aad-${id}`)),
  ...parts,
});
const taskOf = (owner: string, state: TaskState, due = '2018-09-01', credential = 'p'): AssignedTask => ({
  id: `${owner}/${credential}`,
  person: owner,
  credential,
  askedBy: 'boss',
  askedAt: noonOf('2018-05-20'),
  due,
  opening: 1,
  state,
});
const at = noonOf('2018-05-28');
const reasonsIn = (known: NoticeFacts, when: TeamMoment) =>
  teamNotices(known, when).map(({ audience, reason }) => ({
    manager: audience === 'admins' ? '' : audience.person,
    ...(reason.rule === 'team' && { counts: reason.counts, matters: reason.matters, more: reason.more }),
  }));
const mattersOf = (known: NoticeFacts, day = monday): readonly TeamMatter[] =>
  reasonsIn(known, moment(day)).flatMap(({ matters = [] }) => matters);

const lena = person('lena', []);
const ana = (parts: Partial<Person> = {}) => person('ana', [], { ...under('lena'), ...parts });
const withTask = (state: TaskState, due?: string) => knownOf([lena, ana()], { tasks: [taskOf('ana', state, due)] });
/** Ana on the way, whose last step was so many days ago. */
const onWay = (last: 'invited' | 'account-made' | 'linked', days: number): NoticeFacts => {
  const on = addDays(monday, -days);
  const by = { at: new Date(noonOf(on)).toISOString(), by: { kind: 'admin', id: 'boss' } } as const;
  const steps = [
    { kind: 'invited', ...by },
    { kind: 'account-made', on, ...by },
    { kind: 'linked', on, ...by },
  ] as const;
  const count = ['invited', 'account-made', 'linked'].indexOf(last) + 1;
  const known = ana({ ...(count > 1 && { accountOn: on }), ...(count > 2 && { linkedOn: on }) });
  return knownOf([lena, known], { onboardings: new Map([['ana', { person: 'ana', steps: steps.slice(0, count) }]]) });
};

it.each<[string, NoticeFacts, readonly string[]]>([
  ['a task that was asked', withTask({ is: 'asked', at }), ['asked 2018-09-01']],
  ['one that was accepted', withTask({ is: 'accepted', at }), ['asked 2018-09-01']],
  ['an exam that is booked', withTask({ is: 'booked', at, on: '2018-07-01' }), ['booked 2018-07-01']],
  ['what is overdue', withTask({ is: 'accepted', at }, '2018-06-03'), ['overdue 2018-06-03']],
  ['what is due today', withTask({ is: 'accepted', at }, monday), [`asked ${monday}`]],
  ['what was declined', withTask({ is: 'declined', at }), ['declined 2018-05-28']],
  ['what was declined long ago', withTask({ is: 'declined', at: noonOf('2018-05-01') }), []],
  ['what is reported', withTask({ is: 'reported', at }), []],
  ['what is done', withTask({ is: 'done', at }), []],
  ['what fell away', withTask({ is: 'fallen', at, because: 'goal-met' }), []],
  [
    'what ends',
    knownOf([lena, ana({ achievements: [earned('p', { expiresOn: '2018-09-02' })] })]),
    ['ending 2018-09-02'],
  ],
  ['what ends later', knownOf([lena, ana({ achievements: [earned('p', { expiresOn: '2018-09-03' })] })]), []],
  [
    'what ends under a programme that is history',
    {
      ...knownOf([lena, ana({ achievements: [earned('p', { expiresOn: '2018-09-02' })] })]),
      programme: { ...programme, effectiveTo: '2018-06-03' },
    },
    [],
  ],
  ['who does not come on board', onWay('invited', 5), ['no-account 2018-05-30']],
  ['who made an account and did no more', onWay('account-made', 12), ['silent 2018-05-23']],
  ['who linked and does not show', onWay('linked', 40), ['stuck 2018-04-25']],
  ['who was just invited', onWay('invited', 1), []],
])('tells of %s', (_, known, told) => {
  expect(mattersOf(known).map(({ is, on }) => `${is} ${on}`)).toEqual(told);
});

const asked = { is: 'asked', at } as const;
const tasksOf = (...people: readonly string[]) => people.map((id) => taskOf(id, asked));

it('tells each manager of those who report to them directly, and a manager above of no one below', () => {
  const people = [lena, person('bo', [], under('lena')), person('kai', [], under('bo')), person('orla', [])];
  const known = knownOf(people, { tasks: tasksOf('lena', 'bo', 'kai', 'orla') });

  expect(
    reasonsIn(known, moment(monday)).map(({ manager, matters }) => [manager, matters?.map((one) => one.person)]),
  ).toEqual([
    ['lena', ['bo']],
    ['bo', ['kai']],
  ]);
});

it.each<[string, readonly Person[], Partial<TeamMoment>]>([
  ['who cannot be reached', [lena, ana()], { reachable: new Set(['aad-ana']) }],
  ['who left', [{ ...lena, leftOn: '2018-06-01' }, ana()], {}],
  ['whose people left', [lena, ana({ leftOn: '2018-06-03' })], {}],
  ['who is on record no more', [ana()], {}],
  ['whom a record no longer names', [lena, person('ana', [])], {}],
])('tells nothing to a manager %s', (_, people, parts) => {
  expect(teamNotices(knownOf(people, { tasks: tasksOf('ana') }), moment(monday, parts))).toEqual([]);
});

it('still tells of a person on the day on which they leave', () => {
  expect(mattersOf(knownOf([lena, ana({ leftOn: monday })], { tasks: tasksOf('ana') }))).toHaveLength(1);
});

it('takes the account with which there is a chat, of several', () => {
  const two = { ...lena, identifiers: { ...lena.identifiers, aadUserId: ['aad-old', 'aad-lena'] } };
  const known = knownOf([two, ana()], { tasks: tasksOf('ana') });

  expect(teamNotices(known, moment(monday)).map(({ audience }) => audience)).toEqual([
    { person: 'lena', account: 'aad-lena' },
  ]);
});

it('counts all, keeps the five that press most, and says how many more there are', () => {
  const ids = Array.from({ length: 7 }, (_, index) => `r${index}`);
  const tasks = [
    ...ids.slice(0, 5).map((id) => taskOf(id, asked)),
    taskOf('r5', asked, '2018-06-01'),
    taskOf('r6', { is: 'booked', at, on: '2018-06-20' }),
    taskOf('r6', { is: 'reported', at }, '2018-09-01', 'q'),
  ];
  const [told] = reasonsIn(
    knownOf([lena, ...ids.map((id) => person(id, [], under('lena')))], { tasks }),
    moment(monday),
  );

  expect(told?.matters?.map((one) => one.person)).toEqual(['r5', 'r0', 'r1', 'r2', 'r3']);
  expect(told).toMatchObject({
    more: 2,
    counts: { tasks: 8, overdue: 1, booked: 1, declined: 0, onboarding: 0, ending: 0 },
  });
});

it.each<[string, NoticeFacts, string]>([
  ['a task', withTask(asked), 'note'],
  ['an overdue task', withTask(asked, '2018-06-01'), 'warning'],
  [
    'an end that is near',
    knownOf([lena, ana({ achievements: [earned('p', { expiresOn: '2018-07-04' })] })]),
    'warning',
  ],
  ['an end that is far', knownOf([lena, ana({ achievements: [earned('p', { expiresOn: '2018-07-05' })] })]), 'note'],
])('%s makes a notice of its gravity', (_, known, severity) => {
  expect(teamNotices(known, moment(monday)).map((notice) => notice.severity)).toEqual([severity]);
});

const standing = (week: CalendarDate): KeptNotice => {
  const [notice] = teamNotices(withTask(asked), moment(week));
  return mergeNotices([], { wanted: [notice!], now: noonOf(week) })[0]!;
};

it.each<[string, CalendarDate, Partial<TeamMoment>, readonly string[]]>([
  ['begins on a Monday', monday, {}, [`team/lena/${monday}`]],
  ['begins on no other day', '2018-06-05', {}, []],
  [
    'begins later where nobody looked on the Monday',
    '2018-06-06',
    { decidedUntil: '2018-06-03' },
    [`team/lena/${monday}`],
  ],
  ['does not where it was looked', '2018-06-06', { decidedUntil: '2018-06-10' }, []],
  ['stands for its week', '2018-06-10', { kept: [standing(monday)] }, [`team/lena/${monday}`]],
  ['stands, reachable or not', monday, { kept: [standing(monday)], reachable: new Set() }, [`team/lena/${monday}`]],
  ['gives way to the next', '2018-06-11', { kept: [standing(monday)] }, ['team/lena/2018-06-11']],
  [
    'is not begun again by what comes later',
    '2018-06-07',
    { kept: [{ ...standing(monday), state: { is: 'resolved', at: 1, because: 'facts' } }] },
    [],
  ],
])('%s', (_, day, parts, keys) => {
  expect(teamNotices(withTask(asked), moment(day, parts)).map(({ key }) => key)).toEqual(keys);
});

it('goes by the calendar of the partner, which may be a day ahead', () => {
  const ahead = withTask(asked);
  const known = {
    ...ahead,
    facts: { ...ahead.facts, policies: { ...ahead.facts.policies, timeZone: 'Pacific/Auckland' } },
  };

  expect(teamNotices(known, moment(monday, { now: Date.parse('2018-06-03T12:00:01Z') }))).toHaveLength(1);
  expect(teamNotices(ahead, moment(monday, { now: Date.parse('2018-06-03T23:59:59Z') }))).toEqual([]);
});

it('looks again on the next Monday where anybody has a manager on record', () => {
  const days = [monday, '2018-06-05', '2018-06-10'];

  expect(
    days.map((day) => nextNoticeDay(knownOf([lena, ana()], { partner: knownOf([]).partner }), day)! <= '2018-06-11'),
  ).toEqual([true, true, true]);
});

it('is closed by a newer one as superseded, and where nothing is left by the facts', () => {
  const kept = [standing(monday)];
  const newer = teamNotices(withTask(asked), moment('2018-06-11', { kept }));
  const closedBy = (wanted: typeof newer) =>
    mergeNotices(kept, { wanted, now: noonOf('2018-06-11') }).flatMap(({ state }) =>
      state.is === 'resolved' ? [state.because] : [],
    );

  expect([closedBy(newer), closedBy([])]).toEqual([['superseded'], ['facts']]);
});

const rarely = fc.nat(7).map((number) => number === 0);

/** A company that changes: who reports to whom, who has left, who can be reached and what is to be done, on each of some days. */
const company = fc.record({
  above: fc.array(fc.option(fc.constantFrom('lena', 'bo'), { nil: undefined }), { minLength: 5, maxLength: 5 }),
  left: fc.array(rarely, { minLength: 5, maxLength: 5 }),
  busy: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
  reachable: fc.subarray(everyone, { minLength: 3 }),
  idle: rarely,
  notes: rarely,
});
type Company = typeof company extends fc.Arbitrary<infer T> ? T : never;

const factsOn = ({ above, left, busy }: Company, day: CalendarDate): NoticeFacts => {
  const people = everyone.map((id, index) =>
    person(id, [], {
      ...(above[index] !== undefined && above[index] !== id && under(above[index])),
      ...(left[index] && { leftOn: addDays(day, -1) }),
    }),
  );
  return knownOf(people, { tasks: tasksOf(...everyone.filter((_, index) => busy[index])) });
};

it('names only own people, has something to say, and begins at most once a week, whatever changes', () => {
  fc.assert(
    fc.property(fc.array(company, { minLength: 5, maxLength: 60 }), (days) => {
      let kept: readonly KeptNotice[] = [];
      let decidedUntil: CalendarDate | undefined;
      const told = new Map<string, Set<string>>();
      days.forEach((one, index) => {
        if (one.idle) return;
        const day = addDays('2018-06-02', Math.floor(index / 3));
        const known = factsOn(one, day);
        const byId = new Map(known.facts.people.map((someone) => [someone.id, someone]));
        const reachable = new Set(one.reachable.map((id) => `aad-${id}`));
        const wanted = teamNotices(known, moment(day, { kept, reachable, decidedUntil }));
        const changes = mergeNotices(kept, { wanted, now: noonOf(day) });
        kept = [...new Map([...kept, ...changes].map((notice) => [notice.key, notice])).values()];
        decidedUntil = addDays(mondayOf(day), 6);
        expect(new Set(wanted.map(({ key }) => key)).size).toBe(wanted.length);
        for (const { key, audience, reason } of wanted) {
          if (reason.rule !== 'team' || audience === 'admins') throw new Error(key);
          expect(key).toBe(`team/${audience.person}/${mondayOf(day)}`);
          expect(reason.matters.length).toBeGreaterThan(0);
          for (const matter of reason.matters) {
            const { manager, leftOn } = byId.get(matter.person)!;
            expect([manager, leftOn]).toEqual([`aad-${audience.person}`, undefined]);
          }
        }
        for (const notice of kept.filter(isActive)) {
          const account = notice.audience === 'admins' ? '' : notice.audience.account!;
          const ids = told.get(notice.key) ?? new Set();
          told.set(notice.key, ids.add(deliveryId(notice, account)));
        }
        if (one.notes)
          kept = kept.map(
            (notice) => actOnNotice(notice, { do: 'acknowledge' }, { by: 'x', at: noonOf(day) }) ?? notice,
          );
      });
      for (const [key, ids] of told) expect([key, ids.size]).toEqual([key, 1]);
    }),
  );
});
