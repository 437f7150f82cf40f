/** Who is spoken of without a name, in five languages. */
import { isNoName, speaksOfAnother, speaksOfOneself, speaksOfOwnCount } from './unnamed-person';

it.each([
  ['我其他的证书', false],
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
])('%s speaks of another: %s', (text, expected) => {
  expect(speaksOfAnother(text)).toBe(expected);
});

it.each([
  ['which exams have I passed', true],
  ['show me my record', true],
  ['show me what she has', false],
  ['I want to see the certificates of the team', false],
  ['what does my colleague hold', false],
  ['my colleague asks what I hold', true],
  ['покажи мне сертификаты', false],
  ['что у меня есть', true],
  ['хочу посмотреть свои сертификаты', true],
  ['me mostra as certificações', false],
  ['quero ver minhas certificações', true],
  ['帮我看看证书', false],
  ['我想看我的证书', true],
  ['我们的证书', false],
])('%s speaks of oneself: %s', (text, expected) => {
  expect(speaksOfOneself(text)).toBe(expected);
});

it.each([
  ['why am I not counted for devops', true],
  ['why don’t I count', true],
  ["I'm not yet included", true],
  ['why do I not see who counts', false],
  ['почему меня не учитывают', true],
  ['я не вижу, кого не учитывают', false],
  ['为什么没有把我算进去', true],
  ['我沒有被計入', true],
  ['为什么没算我们', false],
  ['por que eu não conto', true],
  ['não me contam', true],
  ['não conta', false],
])('%s speaks of not being counted oneself: %s', (text, expected) => {
  expect(speaksOfOwnCount(text)).toBe(expected);
});

it.each([
  ['his', true],
  ['colleague', true],
  ['他', true],
  ['Guy', false],
  ['Priya', false],
])('%s is no name: %s', (said, expected) => {
  expect(isNoName(said)).toBe(expected);
});
