/** The next day on which what a person brings may change, and the last days on which it counts, one cause at a time. */
import { credential, earned, person } from '../../fixture.case';
import type { Achievement, Person } from '../../partner/people/person';
import { indexCredentials } from '../../programme/credential';
import { standardPolicies, type Policies } from '../../programme/policy';
import { creditChangesAfter, lastCreditDaysOf, nextCreditChangeOf } from './credit-change-day';

const index = indexCredentials([
  credential('plain'),
  credential('retired', { retiredOn: '2017-12-31' }),
  credential('lapsing', { kind: 'certification', validity: 'role-based' }),
]);

const on = (title: string, completedOn: string, parts: Partial<Achievement> = {}) =>
  earned(title, { completedOn, ...parts });

function next(
  after: string,
  achievements: Achievement[],
  rest: Partial<Person & { policies: Partial<Policies> }> = {},
) {
  const { policies, ...parts } = rest;
  return nextCreditChangeOf(
    person('p', achievements, parts),
    creditChangesAfter(after, index, { ...standardPolicies, ...policies }),
  );
}

it.each<[string, string | undefined, string | undefined]>([
  ['nothing is earned', next('2018-01-01', []), undefined],
  ['what was earned long ago and never lapses', next('2018-01-01', [on('plain', '2017-01-01')]), undefined],
  ['the pass, which lies ahead', next('2017-12-31', [on('plain', '2018-01-01')]), '2018-01-01'],
  ['the delay after the pass', next('2018-01-01', [on('plain', '2018-01-01')]), '2018-01-02'],
  ['nothing on the day on which it counts', next('2018-01-02', [on('plain', '2018-01-01')]), undefined],
  [
    'a delay of ten days',
    next('2018-01-01', [on('plain', '2018-01-01')], { policies: { countingDelay: 240 } }),
    '2018-01-11',
  ],
  ['what the programme does not name', next('2017-12-31', [on('other', '2018-01-01')]), undefined],
  ['the link, which lies ahead', next('2018-01-01', [], { linkedOn: '2018-01-05' }), '2018-01-05'],
  ['the delay after the link', next('2018-01-05', [], { linkedOn: '2018-01-05' }), '2018-01-06'],
  [
    'the delay after a link that is younger than the pass',
    next('2018-01-05', [on('plain', '2017-01-01')], { linkedOn: '2018-01-05' }),
    '2018-01-06',
  ],
  ['leaving', next('2018-01-01', [], { leftOn: '2018-03-01' }), '2018-03-01'],
  [
    'a link elsewhere before leaving',
    next('2018-01-01', [], { leftOn: '2018-03-01', linkedElsewhereOn: '2018-02-01' }),
    '2018-02-01',
  ],
  ['the day after the last of a retired exam', next('2018-06-01', [on('retired', '2017-01-01')]), '2019-01-01'],
  ['that day from its eve', next('2018-12-31', [on('retired', '2017-01-01')]), '2019-01-01'],
  ['nothing once its grace is over', next('2019-01-01', [on('retired', '2017-01-01')]), undefined],
  [
    'the day after a printed expiry',
    next('2018-06-01', [on('plain', '2018-01-01', { expiresOn: '2018-09-30' })]),
    '2018-10-01',
  ],
  ['the day after a computed expiry', next('2022-01-10', [on('lapsing', '2022-01-01')]), '2023-01-02'],
  [
    'the age limit of skills',
    next('2018-06-01', [on('plain', '2018-01-01')], { policies: { skillAgeLimit: 12 } }),
    '2019-01-02',
  ],
  [
    'the earliest of several',
    next('2018-06-01', [on('retired', '2017-01-01'), on('plain', '2018-01-01', { expiresOn: '2018-09-30' })]),
    '2018-10-01',
  ],
  [
    'the earliest, whichever comes first in the record',
    next('2018-06-01', [on('plain', '2018-01-01', { expiresOn: '2018-09-30' }), on('retired', '2017-01-01')]),
    '2018-10-01',
  ],
])('is %s', (_, found, expected) => {
  expect(found).toBe(expected);
});

it.each<[string, Achievement[], Partial<Person>, Partial<Policies>, string[]]>([
  ['of what never lapses', [on('plain', '2018-01-01')], {}, {}, []],
  ['of what the programme names, but nobody asks for', [on('retired', '2017-01-01')], {}, {}, []],
  ['of a certification', [on('lapsing', '2022-01-01')], {}, {}, ['2023-01-01']],
  ['under an age limit', [on('plain', '2018-01-01')], {}, { skillAgeLimit: 6 }, ['2018-07-01']],
  [
    'of a leaver: the eve of leaving too',
    [on('lapsing', '2022-01-01')],
    { leftOn: '2022-06-01' },
    {},
    ['2023-01-01', '2022-05-31'],
  ],
  [
    'of a leaver without a credential that is asked for',
    [on('retired', '2017-01-01')],
    { leftOn: '2022-06-01' },
    {},
    [],
  ],
  [
    'of somebody who links elsewhere, of what never lapses',
    [on('plain', '2018-01-01')],
    { linkedElsewhereOn: '2022-06-01' },
    {},
    ['2022-05-31'],
  ],
])('the last days %s', (_, achievements, parts, policies, days) => {
  const about = { index, named: new Set(['plain', 'lapsing']), policies: { ...standardPolicies, ...policies } };

  expect(lastCreditDaysOf(person('p', achievements, parts), about)).toEqual(days);
});
