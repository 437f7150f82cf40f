/** Everything an import may have to say has words in every language. */
import { locales } from '../../domain/basics/locale';
import { type FindingArgs, refusalCodes, rejectionCodes, warningCodes } from '../../domain/imports/incoming';
import { importKinds } from '../../domain/partner/import-record';
import { importKindText, refusalText, rejectionText, warningText } from './import-text';
import { text } from '../text';

/** Every argument that any of the messages names. */
const args: FindingArgs = {
  line: 7,
  column: 'Email',
  value: '05/06/2018',
  count: 2,
  near: 'Azure Administrator Associate',
  found: 'A, B',
  kind: 'people',
  recognised: 'figures',
  format: 'pdf',
  reason: 'ENOENT',
  kib: 64,
  most: 1000,
  seconds: 30,
  dayFirst: '2018-06-05',
  dayFirstLine: 3,
  monthFirst: '2018-05-06',
  monthFirstLine: 4,
  thousands: 1234,
  decimals: 1.234,
  id: 'p-1',
  noun: 'person',
  fields: 200,
  columns: 15,
  month: '2018-12',
  date: '2018-12-25',
  metric: 'seats',
  asOf: '2018-03-01',
  keptAsOf: '2018-04-01',
  mcpId: '12345',
  values: '1, 2',
  encoding: 'gb18030',
  example: '王小明',
  file: 'onboarding.csv',
};
const place = { line: 7, column: 'Email', value: 'x' };

describe.each(locales)('%s', (locale) => {
  const words = text(locale);

  it.each(refusalCodes)('refusal %s', (code) => {
    // A command to type stands last, so that it can be copied.
    expect(refusalText({ code, args }, words)).toMatch(
      /(?:[.。?]|: ?laurel import|：laurel import|[:：] ?npm run -s laurel -- import \S+)$/,
    );
  });

  it.each(rejectionCodes)('rejection %s', (code) => {
    expect(rejectionText({ ...place, code, args }, words)).toMatch(/^\S.*[^.]$/);
  });

  it.each(warningCodes)('warning %s', (code) => {
    expect(warningText({ ...place, code, args }, words)).toMatch(/^\S.*\S$/);
  });

  it.each(importKinds)('kind %s', (kind) => {
    expect(importKindText(kind, words)).not.toBe('');
  });
});

it('asks about a date with both readings written out', () => {
  const question = refusalText({ code: 'ambiguous-dates', args }, text('en'));

  expect(question).toContain('Is “05/06/2018” in line 7 (Email) 5 Jun 2018 or 6 May 2018?');
});

it.each([
  [1, 'the column A is missing'],
  [2, 'one of these columns is needed: A'],
])('names %i missing columns', (count, words) => {
  expect(refusalText({ code: 'missing-column', args: { ...args, count, column: 'A' } }, text('en'))).toContain(words);
});
