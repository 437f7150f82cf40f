/** Associations: one link at a time, the newest, and the same thing recorded twice is known. */
import { formerHolders, heldBy, type Association } from './association';

const none: Association = { account: 'a', holders: [] };
const [here, there] = [
  { tenant: 't1', on: '2018-03-01' },
  { tenant: 't2', on: '2018-06-01' },
];

it('knows who held the account before', () => {
  const both = heldBy(heldBy(none, there), here);

  expect(formerHolders(both)).toEqual([here]);
  expect(formerHolders(heldBy(none, here))).toEqual([]);
  expect(formerHolders(heldBy(both, { ...here, on: '2018-07-01' }))).toEqual([there]);
});

it('guesses nothing from links of the same day', () => {
  expect(formerHolders(heldBy(heldBy(none, here), { ...there, on: here.on }))).toEqual([]);
});

it('is the same where nothing is new', () => {
  const once = heldBy(none, here);

  expect(heldBy(once, here)).toBe(once);
});
