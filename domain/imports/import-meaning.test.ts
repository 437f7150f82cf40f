/** An import ends with what it means and one next step. */
import { asksFor, competency, credential, earned, factsOf, person, programmeOf } from '../fixture.case';
import { emptyPartner } from '../partner/partner';
import type { Programme } from '../programme/programme';
import { meaningOf, namedBy } from './import-meaning';

const followed = programmeOf([competency('c', asksFor('silver', 'p', 2)), competency('d', asksFor('silver', 'q', 4))]);
const young: Programme = {
  ...programmeOf([competency('e', asksFor('silver', 'x', 1))]),
  id: 'young',
  effectiveFrom: '2018-01-01',
  credentials: [credential('x')],
};
const old: Programme = { ...followed, effectiveTo: '2018-05-31' };
const today = '2018-06-01';
const partner = emptyPartner('t', followed.id);

it.each([
  ['nothing on record: how to bring it in', followed, [], { code: 'import' }],
  [
    'a level that is nearest: its plan',
    followed,
    ['p'],
    { code: 'plan', nearest: { competency: 'c', level: 'silver' } },
  ],
  ['nothing that it names: the programme that does', followed, ['x'], { code: 'follow', programme: young }],
  ['what nothing names: where we stand', followed, ['y'], { code: 'progress' }],
  ['an ended programme: the one in force', old, ['p', 'x'], { code: 'follow', programme: young }],
  [
    'an ended programme and nothing for the other',
    old,
    ['p'],
    { code: 'plan', nearest: { competency: 'c', level: 'silver' } },
  ],
] as const)('%s', (_, programme, holds, next) => {
  const facts = factsOf(holds.length === 0 ? [] : [person('ana', [...holds])]);

  expect(meaningOf({ partner, programme, facts, today }, [programme, young]).next).toEqual(next);
});

it('a level that will lapse comes before everything else', () => {
  const lapsing = earned('p', { expiresOn: '2018-07-01' });
  const facts = factsOf([person('ana', [lapsing]), person('bob', ['p'])]);
  const meaning = meaningOf({ partner, programme: followed, facts, today }, [followed, young]);

  expect(meaning).toMatchObject({ met: 1, goals: 2, counted: { named: 2, of: 2 }, next: { code: 'risk' } });
});

it('counts what each programme names', () => {
  expect(namedBy([followed, young], [person('ana', ['p', 'x', 'y'])]).map(({ named, of }) => [named, of])).toEqual([
    [1, 3],
    [1, 3],
  ]);
});
