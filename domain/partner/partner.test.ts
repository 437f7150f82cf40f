/** A partner has policies of its own in place of some of the programme's, and at most one override for each competency. */
import { programmeOf } from '../fixture.case';
import { emptyPartner, overridden, policiesOf } from './partner';

const programme = programmeOf([]);
const partner = emptyPartner('t1', 'test');
const override = { competency: 'devops', level: 'gold', until: '2018-12-31', source: 'boss' };

it('begins without any facts', () => {
  expect(partner).toEqual({
    tenant: 't1',
    name: '',
    programme: 'test',
    market: 'developed',
    policies: {},
    admins: [],
    shown: [],
  });
});

it.each<[string, Readonly<Record<string, string | number>>, object]>([
  ['none of its own', {}, {}],
  ['one of its own', { linkElsewhere: 'told' }, { linkElsewhere: 'told' }],
  ['one that no longer exists, which is left out', { gone: 'x', retakeBuffer: 7 }, { retakeBuffer: 7 }],
  ['one with a value that no longer exists', { linkElsewhere: 'asks' }, {}],
])('is judged under the policies of the programme with %s', (_, policies, expected) => {
  expect(policiesOf({ ...partner, policies }, programme)).toEqual({ ...programme.policies, ...expected });
});

it('is judged under the policies of the programme where nothing is known of the partner', () => {
  expect(policiesOf(undefined, programme)).toEqual(programme.policies);
});

it('takes an override in place of another, and none away from the others', () => {
  const one = overridden(partner, 'devops', override);
  const other = overridden(one, 'data', { ...override, competency: 'data' });
  const replaced = overridden(other, 'devops', { ...override, level: 'silver' });

  expect(one.overrides).toEqual([override]);
  expect(replaced.overrides?.map(({ competency, level }) => `${competency} ${level}`).sort()).toEqual([
    'data gold',
    'devops silver',
  ]);
  expect(overridden(replaced, 'data', undefined).overrides).toHaveLength(1);
  expect(overridden(one, 'devops', undefined)).toEqual(partner);
});
