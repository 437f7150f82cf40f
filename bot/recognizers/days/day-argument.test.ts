/** The day on which something was or will be, as people say it. */
import { builtInProgramme } from '../../../infra/catalogue/load';
import { readDayArgument, dayIn, isNamedDay } from './day-argument';
import { tokenize } from '../../language-understanding/utterance';
import { vocabularyFor } from '../../intents/grammar';

const vocabulary = vocabularyFor(builtInProgramme('competencies'));
const reading = { vocabulary, locale: 'en' } as const;

it.each([
  ['left chen', undefined, 'left chen'],
  ['left chen yesterday', 'yesterday', 'left chen'],
  ['left chen on 31 May 2018', '2018-05-31', 'left chen on'],
  ['left chen 31 May', '--05-31', 'left chen'],
  ['陈伟昨天离职', 'yesterday', '陈伟 离职'],
  ['ушла Анна вчера', 'yesterday', 'ушла Анна'],
])('%s', (said, on, rest) => {
  const utterance = readDayArgument(tokenize(said, vocabulary.lexicon), reading, (day) => ({
    ask: 'left',
    person: day.rest.words.map((word) => word.said).join(' '),
    ...(day.on !== undefined && { on: day.on }),
  }));

  expect(utterance).toEqual({ ask: 'left', person: rest, ...(on !== undefined && { on }) });
});

it('asks which where day and month may stand either way', () => {
  const utterance = readDayArgument(tokenize('left chen 6/7/2018', vocabulary.lexicon), reading, ({ on }) => ({
    ask: 'left',
    person: 'chen',
    on: on!,
  }));

  expect(utterance).toMatchObject({
    code: 'ambiguous',
    candidates: [{ label: '2018-07-06' }, { label: '2018-06-07' }],
  });
});

it.each([
  [undefined, '2018-06-01'],
  ['today', '2018-06-01'],
  ['yesterday', '2018-05-31'],
  ['tomorrow', '2018-06-02'],
  ['2017-03-01', '2017-03-01'],
  ['--05-20', '2018-05-20'],
  ['--12-24', '2017-12-24'],
  ['--02-29', '2020-02-29'],
])('%s is %s on 1 June 2018', (on, day) => {
  expect(dayIn(on, '2018-06-01')).toBe(day);
});

it.each([
  ['2018-02-30', false],
  ['--02-29', true],
  ['--02-30', false],
  ['soon', false],
  ['today', true],
])('%s is a day: %s', (text, is) => {
  expect(isNamedDay(text)).toBe(is);
});
