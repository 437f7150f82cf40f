/** The next day on which time alone changes what there is to say, one cause at a time. */
import { competency, credential, earned, factsOf, person, programmeOf, requirement } from '../fixture.case';
import { emptyPartner, type Partner } from '../partner/partner';
import type { Person } from '../partner/people/person';
import { standardPolicies } from '../programme/policy';
import type { NoticeFacts } from './notice-facts';
import { nextNoticeDay } from './next-notice-day';

const quiet = { ...standardPolicies, staleDataAfter: 0, laurelReminders: [-90, 0] };
const known = (parts: Partial<NoticeFacts> = {}, ...people: Person[]): NoticeFacts => ({
  programme: programmeOf([], { credentials: [credential('p')] }),
  partner: emptyPartner('t', 'test'),
  facts: factsOf(people, { policies: quiet }),
  ...parts,
});
const member: Partner = {
  ...emptyPartner('t', 'test'),
  membership: { level: 'silver', boughtOn: '2018-02-14', renewedOn: [] },
};

/** Every day that follows, from the first of the year on. */
function daysOf(facts: NoticeFacts, after = '2018-01-01'): readonly string[] {
  const next = nextNoticeDay(facts, after);
  return next === undefined ? [] : [next, ...daysOf(facts, next)];
}

it.each<[string, NoticeFacts, string[]]>([
  ['none where nothing is known', known(), []],
  [
    'those of a membership: purchase, reminders, window, the day after it, and 30 days later when it is no news',
    known({ partner: member }),
    ['2018-02-14', '2018-11-16', '2019-02-14', '2019-02-15', '2019-03-17', '2019-04-16'],
  ],
  [
    'those of a specialization: the reminders of its own anniversary, the day after its last, and 30 days later when it is no news',
    known({
      programme: programmeOf([competency('a', requirement('gold'))], { goals: 'specialization', credentials: [] }),
      partner: {
        ...emptyPartner('t', 'test'),
        enrolments: [{ competency: 'a', level: 'gold', from: '2017-03-10' }],
      },
    }),
    ['2018-01-09', '2018-02-08', '2018-03-10', '2018-04-09', '2018-04-10', '2018-05-10'],
  ],
  [
    'the day after a level is shown for the last time, and none of one without an end',
    known({
      partner: {
        ...emptyPartner('t', 'test'),
        shown: [
          { competency: 'a', level: 'gold', status: 'active', endsOn: '2018-05-31' },
          { competency: 'b', level: 'gold', status: 'active' },
        ],
      },
    }),
    // An enrolment that ends changes the standing on the same day.
    ['2018-06-01'],
  ],
  [
    'the day on which data are too old',
    known({ importedOn: '2018-03-01', facts: factsOf([], { policies: { ...quiet, staleDataAfter: 35 } }) }),
    ['2018-04-05'],
  ],
  [
    'those of a certification: six months, 90, 30 and 7 days before, and the day after',
    known({}, person('x', [earned('p', { expiresOn: '2018-12-31' })])),
    ['2018-06-30', '2018-10-02', '2018-12-01', '2018-12-24', '2019-01-01'],
  ],
  [
    'those of a link: the day, the day on which it counts, and two weeks later',
    known({}, person('x', [], { linkedOn: '2018-05-01' })),
    ['2018-05-01', '2018-05-02', '2018-05-16'],
  ],
  [
    'those of a link elsewhere: the day, and 30 days later',
    known({}, person('x', [], { linkedElsewhereOn: '2018-05-01' })),
    ['2018-05-01', '2018-05-31'],
  ],
  [
    'those of a link elsewhere that is only told',
    known({ elsewhere: new Map([['x', '2018-05-01']]) }),
    ['2018-05-01', '2018-05-31'],
  ],
  [
    'those of a rule: 180 days before it begins or the one before has ended, and the day itself',
    known({
      programme: programmeOf([
        competency(
          'c',
          requirement('silver', { effectiveTo: '2018-09-30' }),
          requirement('silver', { effectiveFrom: '2018-10-01' }),
        ),
      ]),
    }),
    ['2018-04-04', '2018-10-01'],
  ],
])('are %s', (_, facts, days) => {
  expect(daysOf(facts)).toEqual(days);
});
