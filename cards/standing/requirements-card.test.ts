/** The requirements in words: thresholds of the partner's market, ways and ties. */
import { requirementsOf, setting, situation } from '../fixture.case';
import { plainText } from '../elements/plain-text';
import { requirementsCard } from './requirements-card';
import { text } from '../text';

const said = (at: number, view: object = {}) =>
  plainText(requirementsCard({ ...requirementsOf(situation, at), ...view }, text('en'))).split('\n');

it('puts the threshold of the partner’s own market first', () => {
  const developing = { partner: { ...setting.partner, market: 'developing' } };

  expect(said(1)).toContain('• Azure consumption: at least 15,000 USD (developing markets: 10,000 USD)');
  expect(said(1, developing)).toContain('• Azure consumption: at least 10,000 USD (developed markets: 15,000 USD)');
});

it.each([
  ['a figure that is the same everywhere', 1, '• Azure consumption: at least 100,000 USD'],
  ['a figure that is yes or no', 1, '• Authorised reseller: required'],
  ['another way', 1, 'OR'],
  ['some of the same people', 2, '• 2 of the same 4 people, each with one of these:'],
  [
    'a set of exams by its focus area',
    0,
    '– Business Intelligence (90-101 Implementing a Data Warehouse and 90-102 Developing Data Models)',
  ],
  ['a level that does not exist', 4, 'Silver: does not exist in the rules in force'],
  ['a level without people', 4, '• No people required'],
  ['since when', 0, 'In force since 19 Mar 2018'],
  ['the source', 0, 'Source: programme-guide.md@2018-03'],
])('tells %s', (_, at, line) => {
  expect(said(at)).toContain(line);
});

it('says that rules are the last ones of a programme that has ended', () => {
  expect(said(0, { asOf: '2024-01-01' })).toContain(
    'The programme ended on 30 Sept 2022. This is history, by its last rules (2018-03).',
  );
});
