/** Whom a sentence tells to forget, and what only sounds like it. */
import { personToForget, speaksOfForgettingToDo } from './rights-order';

it.each([
  ['forget Zoe Quist', 'Zoe Quist'],
  ['please forget about Zoe Quist.', 'Zoe Quist'],
  ['delete all the data of Zoe Quist', 'Zoe Quist'],
  ['забудь про Анну Берг', 'Анну Берг'],
  ['esqueça a Zoe Quist', 'Zoe Quist'],
  ['忘记张伟', '张伟'],
  ['forget it', undefined],
  ['forget to remind Zoe Quist', undefined],
  ['забудь напомнить Анне', undefined],
  ['esqueça de lembrar a Zoe', undefined],
  ['忘记提醒张伟', undefined],
])('%s → %s', (said, person) => {
  expect(personToForget(said)).toBe(person);
});

it.each([
  ["don't forget to remind Zoe about her exam", true],
  ['do not forget that Zoe left', true],
  ['не забудьте записать Анну', true],
  ['não esqueça de avisar o Ivan', true],
  ['别忘了提醒张伟', true],
  ['do not forget Zoe Quist', false],
  ['не забывай Анну', false],
  ['não esqueça a Zoe', false],
])('%s is about forgetting to do something: %s', (said, expected) => {
  expect(speaksOfForgettingToDo(said)).toBe(expected);
});
