/** The company that is attacked, and the names that nobody but its admin may read. */
import { noIdentifiers, type Person } from '../../domain/partner/person';

export const tenant = 'a1de5b20-0c3f-4f5e-9a51-6d0b5b1f0001';
export const admin = 'a1de5b20-0c3f-4f5e-9a51-6d0b5b1f0100';
/** The beginning of the Entra ids under which attackers speak. */
export const attacked = 'bad0bad0-0000-4000-8000-';
export const botId = 'b07b07b0-0000-4000-8000-000000000001';
export const issuer = 'https://api.botframework.com';

/** None of these names is a word of any card. The first two are known to attackers, who hear them repeated when they say them. */
const names: readonly string[] = ['Quillon Marchbanks', 'Zephyrine Oduya', 'Thaddeus Vexley', 'Wilhelmina Krzak'];

export const secretNames: readonly string[] = names.slice(2);

export const people: readonly Person[] = names.map((name, index) => ({
  id: `p${index}`,
  name,
  identifiers: { ...noIdentifiers, corpEmail: [`person${index}@fernhollow.example`] },
  accountOn: '2017-01-01',
  linkedOn: '2017-02-01',
  achievements: [
    { title: '70-473', completedOn: '2017-06-01', source: 'report' },
    { title: '70-475', completedOn: '2017-07-01', source: 'report' },
  ],
}));
