/** Days as people of five languages type them. */
import type { Locale } from '../domain/locale';
import { hear } from './heard';
import { lexiconOf } from './lexicon';
import { recogniseDate } from './recognise-date';

const lexicon = lexiconOf(['membership'], []);
const recognise = (said: string, locale: Locale = 'en') => recogniseDate(hear(said, lexicon), { lexicon, locale });

it.each<[string, Locale]>([
  ['2018-02-14', 'en'],
  ['2018/2/14', 'zh-TW'],
  ['2018.02.14', 'zh-CN'],
  ['2018年2月14日', 'zh-CN'],
  ['2018 年 2 月 14 日', 'zh-TW'],
  ['２０１８年２月１４日', 'zh-TW'],
  ['14 Feb 2018', 'en'],
  ['14th of February 2018', 'en'],
  ['14-Feb-2018', 'en'],
  ['Feb 14, 2018', 'en'],
  ['February 14th 2018', 'en'],
  ['14/02/2018', 'en'],
  ['02/14/2018', 'en'],
  ['14.02.2018', 'ru-RU'],
  ['14 февраля 2018 г.', 'ru-RU'],
  ['14 фев. 2018', 'ru-RU'],
  ['14 de fevereiro de 2018', 'pt-BR'],
  ['14 de fev. de 2018', 'pt-BR'],
  ['14/fev/2018', 'pt-BR'],
])('%s in %s is the 14th of February', (said, locale) => {
  expect(recognise(said, locale)?.day).toEqual({ date: '2018-02-14' });
});

it.each<[string, Locale]>([
  ['05/06/2018', 'pt-BR'],
  ['05.06.2018', 'en'],
  ['5 июня 2018', 'ru-RU'],
  ['5 мая 2018', 'ru-RU'],
])('%s in %s has the day first', (said, locale) => {
  expect(recognise(said, locale)?.day).toEqual({ date: said.includes('мая') ? '2018-05-05' : '2018-06-05' });
});

it('asks where English leaves it open', () => {
  expect(recognise('05/06/2018')?.day).toEqual({ dayFirst: '2018-06-05', monthFirst: '2018-05-06' });
});

it.each(['30 Feb 2018', '2018-13-01', '14/02/18', '14 Foo 2018', '99.99.2018'])(
  '%s is like a date and none',
  (said) => {
    expect(recognise(said)?.day).toEqual({ heard: said });
  },
);

it.each(['membership', 'page 2', 'exam 70-496', '2018', ''])('“%s” holds none', (said) => {
  expect(recognise(said)).toBeUndefined();
});

it('leaves what stands beside it', () => {
  expect(recognise('membership 14 Feb 2018 silver')!.rest.words.map(({ key }) => key)).toEqual([
    'membership',
    'silver',
  ]);
});
