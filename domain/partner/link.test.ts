/** How often a learning account may be linked, around each limit. */
import fc from 'fast-check';
import { addDays } from '../basics/date';
import { linkLimitOn, linksLeftOn } from './link';
import { standardPolicies } from '../programme/policy';

const calendar = { ...standardPolicies, associationYear: 'calendar' as const };

it.each([
  ['no link so far', '2018-06-01', [], undefined],
  ['the 29th day after a link', '2018-01-30', ['2018-01-01'], { code: 'thirty-days', until: '2018-01-31' }],
  ['the 30th day after a link', '2018-01-31', ['2018-01-01'], undefined],
  ['two links', '2018-06-01', ['2018-01-01', '2018-03-01'], undefined],
  [
    'three links in twelve months',
    '2018-12-31',
    ['2018-01-01', '2018-03-01', '2018-05-01'],
    { code: 'third-this-year', until: '2019-01-01' },
  ],
  ['twelve months after the first of three', '2019-01-01', ['2018-01-01', '2018-03-01', '2018-05-01'], undefined],
  [
    'both limits, the days last longer',
    '2019-01-02',
    ['2018-01-10', '2018-03-01', '2018-12-31'],
    { code: 'thirty-days', until: '2019-01-30' },
  ],
  ['the same link said twice', '2018-12-31', ['2018-01-01', '2018-01-01', '2018-03-01', '2018-03-01'], undefined],
  ['a link to come', '2018-06-01', ['2018-07-01'], undefined],
] as const)('knows what stands against a link: %s', (_, day, links, limit) => {
  expect(linkLimitOn(day, links, standardPolicies)).toEqual(limit);
});

it('counts the calendar year where the policy says so', () => {
  const links = ['2018-01-01', '2018-03-01', '2018-05-01'];

  expect(linkLimitOn('2018-08-01', links, calendar)).toEqual({ code: 'third-this-year', until: '2019-01-01' });
  expect(linksLeftOn('2018-08-01', links, calendar)).toBe(0);
  expect(linksLeftOn('2019-01-01', links, calendar)).toBe(3);
  expect(linksLeftOn('2018-08-01', links.slice(1), standardPolicies)).toBe(1);
});

it('names the first day on which a link is allowed, and no later one', () => {
  const day = fc.integer({ min: 0, max: 800 }).map((days) => addDays('2017-01-01', days));
  fc.assert(
    fc.property(
      day,
      fc.array(day, { maxLength: 6 }),
      fc.constantFrom(standardPolicies, calendar),
      (on, links, policies) => {
        const limit = linkLimitOn(on, links, policies);
        if (!limit) return;
        const known = links.filter((link) => link <= on);
        expect(linkLimitOn(limit.until, known, policies)).toBeUndefined();
        expect(linkLimitOn(addDays(limit.until, -1), known, policies)).toEqual(limit);
      },
    ),
  );
});
