/** Associations: one link at a time, the newest, whoever recorded it first, and the same thing recorded twice is known. */
import fc from 'fast-check';
import { heldBy, newerElsewhere, type Association } from './association';

const none: Association = { account: 'a', holders: [] };

it.each<[string, readonly (readonly [string, string | undefined])[], string | undefined]>([
  [
    'the other is newer',
    [
      ['us', '2018-03-01'],
      ['them', '2018-06-01'],
    ],
    '2018-06-01',
  ],
  [
    'whoever came first',
    [
      ['them', '2018-06-01'],
      ['us', '2018-03-01'],
    ],
    '2018-06-01',
  ],
  [
    'ours is newer',
    [
      ['us', '2018-07-01'],
      ['them', '2018-06-01'],
    ],
    undefined,
  ],
  [
    'links of the same day',
    [
      ['us', '2018-06-01'],
      ['them', '2018-06-01'],
    ],
    undefined,
  ],
  [
    'the newest of several',
    [
      ['us', '2018-03-01'],
      ['them', '2018-06-01'],
      ['others', '2018-05-01'],
    ],
    '2018-06-01',
  ],
  [
    'the other has taken it back',
    [
      ['us', '2018-03-01'],
      ['them', '2018-06-01'],
      ['them', undefined],
    ],
    undefined,
  ],
  [
    'the other has corrected it',
    [
      ['us', '2018-03-01'],
      ['them', '2018-06-01'],
      ['them', '2018-04-01'],
    ],
    '2018-04-01',
  ],
  ['we hold none', [['them', '2018-06-01']], undefined],
])('knows what others hold: %s', (_, records, expected) => {
  const known = records.reduce((before, [tenant, on]) => heldBy(before, tenant, on), none);

  expect(newerElsewhere(known, 'us')).toBe(expected);
});

it('is the same where nothing is new', () => {
  const once = heldBy(none, 'us', '2018-03-01');

  expect(heldBy(once, 'us', '2018-03-01')).toBe(once);
  expect(heldBy(none, 'us', undefined)).toBe(none);
});

it('does not care who recorded first', () => {
  const day = fc.constantFrom('2018-03-01', '2018-04-01', '2018-05-01');
  const records = fc.uniqueArray(fc.tuple(fc.constantFrom('us', 'them', 'others'), day), { selector: ([one]) => one });
  fc.assert(
    fc.property(records, (all) => {
      const known = (some: typeof all) => some.reduce((before, [tenant, on]) => heldBy(before, tenant, on), none);

      for (const tenant of ['us', 'them', 'others'])
        expect(newerElsewhere(known([...all].reverse()), tenant)).toBe(newerElsewhere(known(all), tenant));
    }),
  );
});
