/** How many of several certifications are asked for, in the languages that write a number before its "of". */
import { leastAsked } from './least-asked';

it.each([
  ['who has one of 70-473 and 70-475', 1],
  ['any of 70-473, 70-475', 1],
  ['у кого есть хотя бы один из AZ-104 и AZ-305', 1],
  ['quem tem uma das provas 70-473 e 70-475', 1],
  ['70-473、70-475 任意一个', 1],
  ['who holds two of 70-473, 70-475 and 70-448', 2],
  ['两个：其中两个', 2],
  ['three of these four', 3],
  ['which one of us holds both 70-473 and 70-475', undefined],
  ['do any of our people hold 70-473 and 70-475', undefined],
  ['who holds 70-473 and 70-475', undefined],
])('“%s” asks for %s', (said, least) => {
  expect(leastAsked(said)).toBe(least);
});
