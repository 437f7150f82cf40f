/** Benefits by level. */
import { benefitNames, benefitsOf } from './benefit';

const levels = ['silver', 'gold'].map((id) => ({ id, names: { en: id } }));

it('belong to every level or to one, and none is left out', () => {
  const told = [undefined, 'silver', 'gold'].flatMap((level) => benefitsOf(level, { levels }));

  expect([...told].sort(byCode)).toEqual([...benefitNames].sort(byCode));
});

it('of a level that the programme does not have are none', () => {
  expect(benefitsOf('gold', { levels: levels.slice(0, 1) })).toEqual([]);
});

function byCode(one: { readonly code: string }, other: { readonly code: string }): number {
  return one.code < other.code ? -1 : 1;
}
