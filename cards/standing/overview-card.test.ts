/** The overview: the best first, honest about what is not there, and never a button that only refuses. */
import { locales } from '../../domain/basics/locale';
import { overviewOf, people, setting, situation } from '../fixture.case';
import { bytesOf, mostBytes } from '../elements/size-limit';
import { overviewCard } from './overview-card';
import { plainText } from '../elements/plain-text';
import { text } from '../text';

const en = text('en');
const linesOf = (view = overviewOf()) => plainText(overviewCard(view, en)).split('\n');

it('says how many competencies hold which level before anything else', () => {
  expect(linesOf()[1]).toBe('4 Silver · 1 without a level');
});

it('shows the three that are nearest to their next level, nearest first, and folds the others under their level', () => {
  const lines = linesOf();
  const [closest, folded] = [lines.indexOf('Closest to the next level'), lines.indexOf('Silver: 1 more')];
  const names = lines.filter((line) =>
    setting.programme.competencies.some(({ names: { en: name } }) => line.startsWith(name)),
  );

  expect(names.map((line) => line.split('  ')[0])).toEqual([
    'Customer Relationships',
    'Data Analytics',
    'DevOps',
    'Cloud Platform',
    'Licence Sales',
  ]);
  expect(closest).toBeLessThan(lines.indexOf('Customer Relationships  Silver'));
  expect(folded).toBeGreaterThan(lines.indexOf('DevOps  Silver'));
  expect(folded).toBeLessThan(lines.indexOf('Cloud Platform'));
});

it('tells those that have reached the highest level in one line of names', () => {
  const reached = {
    ...situation.facts,
    figures: [{ metric: 'customers', value: 25, asOf: '2018-05-31', source: 'x' }],
  };
  const lines = linesOf(overviewOf({ ...situation, facts: reached }));

  expect(lines[1]).toMatch(/^1 Gold · /u);
  expect(lines).toContain('Gold: Licence Sales');
});

it('says how to bring an export in while nothing was imported, and shows no levels', () => {
  const { newestImport: _, ...nothing } = setting;
  const lines = linesOf(overviewOf({ ...situation, setting: nothing }));

  expect(lines).toContain('No data yet');
  expect(lines.join('\n')).toMatch(/laurel -- import/u);
  expect(lines.join('\n')).not.toMatch(/Silver/u);
});

it('says when nothing that was earned is named by the programme, and that the programme has ended', () => {
  const kim = people.filter(({ id }) => id === 'kim');
  const lines = linesOf(overviewOf({ ...situation, asOf: '2024-01-15', facts: { ...situation.facts, people: kim } }));

  expect(lines).toContain('The one achievement on record is not named by this programme, so it does not count here.');
  expect(lines).toContain('The programme ended on 30 Sept 2022. This is history, by its last rules (2018-03).');
});

it('offers the list of people only to those who may see it', () => {
  const hidden = { ...overviewOf(), seesNames: false };

  expect(linesOf().at(-1)).toMatch(/\[People\]/u);
  expect(linesOf(hidden).at(-1)).not.toMatch(/\[People\]/u);
});

it('shows the eighteen competencies of a programme on one page', () => {
  const { programme } = setting;
  const many = Array.from({ length: 18 }, (_, index) => ({ ...programme.competencies[index % 5]!, id: `c${index}` }));
  const large = { ...situation, setting: { ...setting, programme: { ...programme, competencies: many } } };

  for (const locale of locales) {
    const shown = plainText(overviewCard(overviewOf(large), text(locale)));
    expect(shown.match(/\d\s?%/gu)).toHaveLength(18);
    expect(shown).not.toContain(text(locale).say('button.next'));
  }
});

it.each([30, 60])('turns pages of %d competencies with long names and shows each once', (count) => {
  const many = Array.from({ length: count }, (_, index) => ({
    ...setting.programme.competencies[4]!,
    id: `c${index}`,
    names: { en: `Area ${index} ${index % 20 < 10 ? '云'.repeat(200) : ''}` },
  }));
  const large = { ...situation, setting: { ...setting, programme: { ...setting.programme, competencies: many } } };
  const cards = Array.from({ length: 10 }, (_, index) => overviewCard(overviewOf(large, index + 1), en));
  const pages = cards.map((card) => plainText(card).split('\n'));
  const distinct = [...new Set(pages.map((lines) => lines.filter((line) => line.startsWith('Area ')).join('\n')))];

  expect(distinct.join('\n').split('\n')).toHaveLength(count);
  expect(cards.filter((card) => bytesOf(card) > mostBytes)).toEqual([]);
});

it('speaks of the programme while the company has no name', () => {
  const nameless = { ...overviewOf(), partner: { ...setting.partner, name: '' } };

  expect(linesOf(nameless)[0]).toBe('Sample partner programme');
  expect(overviewCard(nameless, en).speak).toMatch(/^Sample partner programme: 4 Silver/u);
});
