/** The card of a reason: on every page the groups of those who do not count add up to all of them. */
import { situation, whyIn } from '../fixture.case';
import { plainText } from '../elements/plain-text';
import { text as textIn } from '../text';
import { whyCard } from './why-card';

const view = whyIn(situation, { competency: 2, option: 0, level: 'gold' })!;
const leaving = (id: string) => ({
  person: { ...view.why.notCounting[0]!.person, id, name: `Gone ${id}` },
  reason: { code: 'left', on: '2018-04-30' } as const,
});
const many = Array.from({ length: 20 }, (_, at) => leaving(`g${at}`));
const long = { ...view, why: { ...view.why, notCounting: [...view.why.notCounting, ...many] } };

it.each([1, 2, 3])('adds up on page %d', (page) => {
  const words = plainText(whyCard({ ...long, page }, textIn('en')));
  const [, all] = /Who does not count, and why \((\d+)\)/u.exec(words)!;
  const groups = [...words.split('Who does not count')[1]!.matchAll(/^[^·\n]*: (\d+)$/gmu)].map(([, count]) =>
    Number(count),
  );

  expect(words).toMatch(/Page \d of 3/u);
  expect(groups.reduce((sum, count) => sum + count, 0)).toBe(Number(all));
});
