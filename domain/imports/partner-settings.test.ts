/** Settings from a file: what it names replaces what is kept, what it does not name stays. */
import { emptyPartner } from '../partner/partner';
import { reconcileSettings } from './partner-settings';

const defaults = emptyPartner('t1', 'competencies');
const kept = { ...defaults, name: 'Contoso', admins: ['a1'] };
const membership = { level: 'gold', boughtOn: '2018-02-14', renewedOn: [] };

it('tells what is new, changed and unchanged', () => {
  const settings = { name: 'Fabrikam', market: 'developed', membership, policies: { countingDelay: 48 } } as const;

  expect(reconcileSettings(kept, { settings, defaults })).toEqual({
    new: ['membership', 'policies'],
    changed: ['name'],
    unchanged: ['market'],
    partner: { ...kept, name: 'Fabrikam', membership, policies: { countingDelay: 48 } },
  });
});

it('changes nothing the second time', () => {
  const settings = { name: 'Fabrikam', membership };
  const { partner } = reconcileSettings(kept, { settings, defaults });

  expect(reconcileSettings(partner, { settings, defaults })).toMatchObject({ new: [], changed: [], partner });
});
