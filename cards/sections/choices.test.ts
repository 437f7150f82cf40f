/** Matching choices: what is typed is found at the start and inside of titles, whatever its case and accents. */
import { matchingChoices } from './choices';

const choices = ['Ana Souza', 'Chen Wei', 'João Costa', 'Wei Ana', '高橋'].map((title, index) => ({
  value: String(index),
  title,
}));

it.each([
  ['', ['Ana Souza', 'Chen Wei', 'João Costa']],
  ['ana', ['Ana Souza', 'Wei Ana']],
  ['WEI', ['Wei Ana', 'Chen Wei']],
  ['joao', ['João Costa']],
  ['jõao c', ['João Costa']],
  ['橋', ['高橋']],
  ['  ana ', ['Ana Souza', 'Wei Ana']],
  ['nobody', []],
])('offers for “%s”: %j', (typed, titles) => {
  expect(matchingChoices(choices, typed, 3).map(({ title }) => title)).toEqual(titles);
});
