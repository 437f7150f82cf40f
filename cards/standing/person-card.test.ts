/** One person: what counts and what does not, page by page. */
import { people, personOf, situation } from '../fixture.case';
import { peopleOf } from '../fixture.case';
import { peopleCard } from './people-card';
import { personCard } from './person-card';
import { plainText } from '../elements/plain-text';
import { scored } from '../scored.case';
import { text } from '../text';

const en = text('en');
const at = (id: string) => people.findIndex((one) => one.id === id);
const said = (id: string) => plainText(personCard(personOf(situation, at(id)), en));

it.each([
  ['ana', '✓ Counts. Earned on 14 Feb 2017.'],
  ['ana', '– Not named by this programme. Earned on 4 May 2018.'],
  ['emil', '✓ Counts. Earned on 1 Jun 2017.'],
  ['fay', '✗ Retired on 31 Dec 2016; it counted until 31 Dec 2017. Earned on 5 May 2016.'],
  [
    'gus',
    '✗ Expired by computation from the day it was earned: valid until 1 Apr 2018. A renewal is not visible in the file: renewed on Learn? Earned on 1 Oct 2015.',
  ],
  ['hana', '✗ Left the organization on 30 Apr 2018.'],
  ['hana', '✗ Does not count. Earned on 10 Oct 2017.'],
  ['lea', 'No achievements on record'],
])('says of %s: %s', (id, line) => {
  expect(said(id).split('\n')).toContain(line);
});

it('tells a holder how to keep a certificate, once for each and not where it was earned again', () => {
  const earned = (completedOn: string) => ({ title: 'keeper', completedOn, source: 'x' });
  const of = (...days: string[]) => {
    const holder = { ...scored.facts.people[0]!, achievements: days.map(earned) };
    return plainText(personCard(personOf({ ...scored, facts: { ...scored.facts, people: [holder] } }), en));
  };

  expect(of('2023-05-01')).toContain('Renew now, free of charge, until 1 May 2024');
  expect(of('2023-12-01')).toContain(
    'Can be renewed free of charge from 1 Jun 2024 to 1 Dec 2024; then valid until 1 Dec 2025.',
  );
  expect(of('2023-01-10')).toContain('If it was not renewed on Learn by 10 Jan 2024, it must be earned again.');
  expect(of('2023-01-10')).toContain('[Was renewed: ');
  expect(of('2023-01-10', '2023-12-01')).not.toContain('must be earned again');
  expect(of('2023-01-10', '2023-12-01')).toContain(
    'Renewed: the row of 1 Dec 2023 took its place. Earned on 10 Jan 2023.',
  );
});

it('pages many achievements', () => {
  const achievements = Array.from({ length: 20 }, (_, index) => ({
    title: `Course ${index}`,
    completedOn: '2018-01-01',
    source: 'x',
  }));
  const busy = { ...situation, facts: { ...situation.facts, people: [{ ...people[0]!, achievements }] } };

  const pages = [1, 2, 3].map((page) => plainText(personCard({ ...personOf(busy), page }, en)));

  expect(pages.join('\n').match(/^Course \d+$/gmu)).toHaveLength(20);
  expect(pages[1]).toMatch(/\[Previous page\] \[Next page\]/u);
});

it('lists people with what they count for, and only the reader where names are hidden', () => {
  const shown = plainText(peopleCard(peopleOf(), en));
  const hidden = plainText(peopleCard({ ...peopleOf(), seesNames: false, self: 'emil' }, en));

  expect(shown).toContain('陈伟\nCounts for Data Analytics, DevOps and Customer Relationships');
  expect(hidden).toContain('12 people');
  expect(people.filter(({ name }) => hidden.includes(name)).map(({ id }) => id)).toEqual(['emil']);
});
