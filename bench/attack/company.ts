/** The partner that is attacked, and the names that only its admin may read. */
import { noIdentifiers, type Person } from '../../domain/partner/people/person';

export const tenant = 'a1de5b20-0c3f-4f5e-9a51-6d0b5b1f0001';
export const admin = 'a1de5b20-0c3f-4f5e-9a51-6d0b5b1f0100';
/** The first characters of the Entra object ids of attackers. */
export const attacked = 'bad0bad0-0000-4000-8000-';
export const botId = 'b07b07b0-0000-4000-8000-000000000001';
export const issuer = 'https://api.botframework.com';

/** No card has one of these names as a word. Attackers know the first two: a card repeats a name that they type. */
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
