/** Who is spoken of without a name, in five languages. */
import { speaksOfAnother } from './another-person';

it.each([
  ['she passed AZ-104 yesterday', true],
  ['what does my colleague hold', true],
  ['the new guy passed AZ-104', true],
  ['он сдал AZ-104', true],
  ['что сдал мой начальник', true],
  ['ela passou no AZ-104', true],
  ['exames da minha esposa', true],
  ['他通过了AZ-104', true],
  ['我同事的证书', true],
  ['I passed AZ-104', false],
  ['which exams have I passed', false],
  ['я сдал AZ-104', false],
  ['passei no AZ-104', false],
  ['我通过了AZ-104', false],
  ['the history of the heap', false],
])('%s: %s', (text, expected) => {
  expect(speaksOfAnother(text)).toBe(expected);
});
