/** What somebody claims: shown, not counted unless the policy says so, and settled by the first file that shows it. */
import { mergeAchievements } from '../imports/merged-achievements';
import { claimSource, withoutSettled } from './claim';
import { creditOf } from '../counting/credits/credit';
import { indexCredentials } from '../programme/credential';
import { noIdentifiers, type Achievement } from './people/person';
import { standardPolicies } from '../programme/policy';

const index = indexCredentials([
  { id: '70-473', kind: 'exam', titles: ['Designing Cloud Data'], activityIds: [], validity: 'unlimited', source: 't' },
]);
const claim: Achievement = { title: '70-473', completedOn: '2018-05-12', source: claimSource('c1') };
const shown: Achievement = { title: 'Designing Cloud Data', completedOn: '2018-05-12', source: 'import-1' };

const credit = (achievements: readonly Achievement[], policies = standardPolicies) =>
  creditOf({ id: 'p', name: '', identifiers: noIdentifiers, achievements }, index, { asOf: '2018-06-01', policies });

it('does not count, and says why', () => {
  expect(credit([claim]).hindered.get('70-473')).toEqual({ code: 'claimed' });
  expect(credit([claim, shown]).counted).toEqual(new Set(['70-473']));
});

it('counts where the policy says so', () => {
  expect(credit([claim], { ...standardPolicies, claimedAchievementCounts: 'on' }).counted).toEqual(new Set(['70-473']));
});

it('is settled by a file that shows the credential, under whichever title', () => {
  expect(withoutSettled([claim], index)).toEqual([claim]);
  expect(withoutSettled([claim, shown], index)).toEqual([shown]);
});

it('is settled neither by another claim nor where no programme knows what it is', () => {
  const again = { ...claim, source: claimSource('c2') };
  const unknown = { ...claim, title: 'Unknown' };

  expect(withoutSettled([claim, again], index)).toEqual([claim, again]);
  expect(withoutSettled([unknown, { ...unknown, source: 'import-1' }], index)).toHaveLength(2);
});

it('is confirmed by an import of the same, and stays a claim beside others', () => {
  const { source: _, ...incoming } = claim;
  const other = { title: 'Other', completedOn: '2018-05-12' };

  expect(mergeAchievements([claim], [incoming], 'import-2').achievements).toEqual([{ ...claim, source: 'import-2' }]);
  expect(mergeAchievements([claim], [other], 'import-2').achievements).toEqual([
    claim,
    { ...other, source: 'import-2' },
  ]);
});
