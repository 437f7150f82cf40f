/** The days that people name, in five languages. */
import fc from 'fast-check';
import { addDays, dateOf } from '../../../domain/basics/date';
import type { Locale } from '../../../domain/basics/locale';
import { builtInProgramme } from '../../../infra/catalogue/load';
import { dayMeant, recognizeDay } from './day-recognizer';

const rows: readonly (readonly [said: string, locale: Locale, readings: readonly string[]])[] = [
  ['Ana leaves on 2018-03-01', 'en', ['2018-03-01']],
  ['on 1 March 2018', 'en', ['2018-03-01']],
  ['which of the 5 may leave us on 5 May', 'en', ['--05-05']],
  ['in 5 may at the latest', 'en', ['--05-05']],
  ['on the 1st of March', 'en', ['--03-01']],
  ['on March 1, 2018', 'en', ['2018-03-01']],
  ['Mar. 1st', 'en', ['--03-01']],
  ['29 February', 'en', ['--02-29']],
  ['on 13/2/2018', 'en', ['2018-02-13']],
  ['on 3/2/2018', 'en', ['2018-02-03', '2018-03-02']],
  ['em 03/02/2018', 'pt-BR', ['2018-02-03']],
  ['em 1º de março de 2018', 'pt-BR', ['2018-03-01']],
  ['31 de agosto', 'pt-BR', ['--08-31']],
  ['01.03.2018', 'ru-RU', ['2018-03-01']],
  ['1 марта', 'ru-RU', ['--03-01']],
  ['пятое ноября', 'ru-RU', ['--11-05']],
  ['3 мая 2018 года', 'ru-RU', ['2018-05-03']],
  ['2018年3月1日', 'zh-CN', ['2018-03-01']],
  ['3月1号', 'zh-CN', ['--03-01']],
  ['十一月三十号', 'zh-CN', ['--11-30']],
  ['十一月十八號通過', 'zh-TW', ['--11-18']],
  ['到一月十五', 'zh-TW', ['--01-15']],
  ['11.30离职', 'zh-CN', ['--11-30']],
  ['em 20/11.', 'pt-BR', ['--11-20']],
  ['2018/3/1', 'zh-TW', ['2018-03-01']],
  ['2018.03.01', 'zh-CN', ['2018-03-01']],
  ['２０１８ 年 ３ 月 １ 日', 'zh-TW', ['2018-03-01']],
  ['14-Feb-2018', 'en', ['2018-02-14']],
  ['02/14/2018', 'en', ['2018-02-14']],
  ['02/14/2018', 'pt-BR', ['2018-02-14']],
  ['05.06.2018', 'en', ['2018-06-05']],
  ['14 февраля 2018 г.', 'ru-RU', ['2018-02-14']],
  ['14 фев. 2018', 'ru-RU', ['2018-02-14']],
  ['14 de fev. de 2018', 'pt-BR', ['2018-02-14']],
  ['14/fev/2018', 'pt-BR', ['2018-02-14']],
  ['2018-02-30', 'en', []],
  ['2018-13-01', 'en', []],
  ['30 Feb 2018', 'en', []],
  ['31 June', 'en', []],
  ['14/02/18', 'en', []],
  ['14 Feb 18', 'en', []],
  ['14 Foo 2018', 'en', []],
  ['99.99.2018', 'en', []],
];

it.each(rows)('%s (%s)', (said, locale, readings) => {
  expect(recognizeDay(said, locale).date?.readings).toEqual(readings);
});

it.each([
  '70-473 retires',
  'Marta leaves',
  'Ana leaves',
  '70-473 and 70-475',
  'Maya 3rd',
  'MB2-716',
  'page 2',
  '2018',
  '',
])('no day is in %s', (said) => {
  expect(recognizeDay(said, 'en')).toEqual({ rest: said });
});

it('takes no part of a credential for a day', () => {
  const titles = builtInProgramme('competencies').credentials.flatMap((credential) => credential.titles);
  expect(titles.filter((title) => recognizeDay(title, 'en').date)).toEqual([]);
});

it('gives back the text around the day', () => {
  expect(recognizeDay('Ana leaves on 1 March 2018 with Bo', 'en').rest.split(/\s+/)).toEqual([
    'Ana',
    'leaves',
    'on',
    'with',
    'Bo',
  ]);
});

it('means the next such day where no year is named', () => {
  expect(dayMeant('--03-01', '2018-06-01')).toBe('2019-03-01');
  expect(dayMeant('--06-01', '2018-06-01')).toBe('2018-06-01');
  expect(dayMeant('--02-29', '2018-06-01')).toBe('2020-02-29');
});

it('reads every day as ISO writes it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40_000 }), (days) => {
      const date = addDays(dateOf(0), days);
      expect(recognizeDay(`x ${date} y`, 'en').date?.readings).toEqual([date]);
      expect(dayMeant(date, '2018-06-01')).toBe(date);
    }),
  );
});
