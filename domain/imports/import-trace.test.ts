/** Traces: what was there before comes back, whatever came between, unless somebody has changed it since. */
import type { Touch } from './import-plan';
import { footprintOf, partnerBefore, rowBefore } from './import-trace';
import { emptyPartner, type Partner } from '../partner/partner';
import { noIdentifiers, type Person } from '../partner/people/person';

const person = (name: string): Person => ({ id: 'p1', name, identifiers: noIdentifiers, achievements: [] });
const [before, after, other] = [person('before'), person('after'), person('other')];
const left = (touch: Partial<Extract<Touch, { noun: 'person' }>>) =>
  footprintOf({ noun: 'person', id: 'p1', ...touch }) as { before?: Person; after?: string };

it.each<[string, Person | undefined, readonly { before?: Person; after?: string }[], unknown]>([
  ['changed', after, [left({ before, after })], { value: before, isChanged: true }],
  [
    'changed, in another order of fields',
    { ...after, name: 'after' },
    [left({ before, after })],
    { value: before, isChanged: true },
  ],
  ['new', after, [left({ after })], { value: undefined, isChanged: true }],
  ['joined into another', undefined, [left({ before })], { value: before, isChanged: true }],
  ['changed since', other, [left({ before, after })], undefined],
  ['new and changed since', other, [left({ after })], undefined],
  ['new and removed since', undefined, [left({ after })], { value: undefined, isChanged: false }],
  ['changed and removed since', undefined, [left({ before, after })], undefined],
  ['put back already', before, [left({ before, after })], { value: before, isChanged: false }],
  [
    'changed twice',
    after,
    [left({ before, after: other }), left({ before: other, after })],
    { value: before, isChanged: true },
  ],
  [
    'about to change when somebody was first',
    after,
    [left({ before, after: person('lost') }), left({ before: other, after })],
    { value: other, isChanged: true },
  ],
])('a row that was %s', (_, now, footprints, restored) => {
  expect(rowBefore(now, footprints)).toEqual(restored);
});

const partner: Partner = { ...emptyPartner('t1', 'competencies'), name: 'Contoso' };
const settings = footprintOf({
  noun: 'partner',
  id: 't1',
  before: partner,
  after: { ...partner, market: 'developing', membership: { level: 'gold', boughtOn: '2018-01-01', renewedOn: [] } },
}) as { before: Partial<Partner>; after: Partial<Partner> };

it('of a partner only the parts that changed are put back', () => {
  const since = { ...partner, ...settings.after, admins: ['a1'] };

  expect(partnerBefore(since, settings)).toEqual({ ...partner, admins: ['a1'] });
  expect(partnerBefore({ ...since, market: 'developed' }, settings)).toBeUndefined();
  expect(partnerBefore(partner, settings)).toBe(partner);
});
