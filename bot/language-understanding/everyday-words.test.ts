/** Words that people type are no names, in any case and script; forms of them are none where a sentence begins. */
import { isEveryday } from './everyday-words';

it.each([
  ['certificate', false, true],
  ['Certificate', false, true],
  ['сертификат', false, true],
  ['certificação', false, true],
  ['高级', false, true],
  ['高級', false, true],
  ['Сообщаю', true, true],
  ['Kovalenko', true, false],
  ['Priya', false, false],
  ['王磊', false, false],
  ['', false, false],
])('%s, or a form of it: %s, is one: %s', (word, orForm, expected) => {
  expect(isEveryday(word, orForm)).toBe(expected);
});
