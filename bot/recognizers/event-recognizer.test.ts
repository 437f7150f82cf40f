/** What people suppose, in five languages, and the events that each sentence means. */
import type { Event } from '../../domain/planning/what-if';
import type { Locale } from '../../domain/basics/locale';
import { builtInProgramme } from '../../infra/catalogue/load';
import { recognizeQuestion, vocabularyFor } from '../intents/grammar';

const vocabulary = vocabularyFor(builtInProgramme('competencies'));

function inBrief({ kind, on, ...rest }: Event): string {
  return [Object.values(rest).join(' '), kind, ...(on === undefined ? [] : [on])].join(' ');
}

function meant(said: string, locale: Locale): string {
  const answer = recognizeQuestion(said, { vocabulary, locale });
  if ('code' in answer) return answer.code;
  return answer.ask === 'what-if' ? answer.events.map(inBrief).join(', ') : answer.ask;
}

const rows: readonly (readonly [said: string, meant: string, locale?: Locale])[] = [
  ['what if Ana leaves', 'Ana leaves'],
  ['What if Ana Duarte leaves?', 'Ana Duarte leaves'],
  ['what happens if ana quits tomorrow morning', 'ana tomorrow morning leaves'],
  ['what if Ana and Boris leave on 1 March', 'Ana leaves --03-01, Boris leaves --03-01'],
  ['what if Ana, Boris and Chen leave', 'Ana leaves, Boris leaves, Chen leaves'],
  ['what if Ana leaves on 2018-09-01', 'Ana leaves 2018-09-01'],
  ['what if Ana leaves on March 1, 2019', 'Ana leaves 2019-03-01'],
  ['what if 70-473 retires', '70-473 retires'],
  ['what if exam 70-473 is retired on 31 December', '70-473 retires --12-31'],
  ['what if Ana retires', 'Ana leaves'],
  ['what if Ana passes 70-475', 'Ana 70-475 passes'],
  ['what if Ana passes 70-475 and 70-473', 'Ana 70-475 passes, Ana 70-473 passes'],
  ['what if Ana and Boris pass 70475', 'Ana 70-475 passes, Boris 70-475 passes'],
  ['what if Ana leaves and Boris passes 70-475', 'Ana leaves, Boris 70-475 passes'],
  [
    'what if Boris passes 70-475, 70-473 retires on 1 July 2019 and Ana leaves',
    'Boris 70-475 passes, 70-473 retires 2019-07-01, Ana leaves',
  ],
  ['hello laurel, what if I leave', 'me leaves'],
  ['what if i pass 70-346', 'me 70-346 passes'],
  ['what if ana@contoso.example leaves', 'ana@contoso.example leaves'],
  ['what if', 'which-event'],
  ['what if Ana', 'which-event'],
  ['what if 70-999 retires', 'unknown-credential'],
  ['what if Ana leaves on 31 June', 'not-a-date'],
  ['what if Ana leaves on 3/4/2019', 'ambiguous'],
  ['如果张伟离开', '张伟 leaves', 'zh-CN'],
  ['如果张伟和李娜3月1日离职', '张伟 leaves --03-01, 李娜 leaves --03-01', 'zh-CN'],
  ['如果70-473停用', '70-473 retires', 'zh-CN'],
  ['要是张伟通过70-475', '张伟 70-475 passes', 'zh-CN'],
  ['如果張偉在2019年3月1日離開', '張偉 leaves 2019-03-01', 'zh-TW'],
  ['假如陳怡君通過70-475，70-473停用', '陳怡君 70-475 passes, 70-473 retires', 'zh-TW'],
  ['что если Иванов уйдёт 1 марта', 'Иванов leaves --03-01', 'ru-RU'],
  ['что будет, если уволится Анна Петрова', 'Анна Петрова leaves', 'ru-RU'],
  ['что если Анна и Борис уйдут 01.03.2019', 'Анна leaves 2019-03-01, Борис leaves 2019-03-01', 'ru-RU'],
  ['что если Анна сдаст экзамен 70-475', 'Анна 70-475 passes', 'ru-RU'],
  ['а если отменят 70-473', '70-473 retires', 'ru-RU'],
  ['что если я уйду мы потеряем золото', 'me leaves', 'ru-RU'],
  ['если уволюсь вы потеряете что-нибудь', 'me leaves', 'ru-RU'],
  ['what if I leave will you lose anything', 'me leaves'],
  ['e se Ana sair em 1º de março', 'Ana leaves --03-01', 'pt-BR'],
  ['e se Ana e João saírem em 01/03/2019?', 'Ana leaves 2019-03-01, João leaves 2019-03-01', 'pt-BR'],
  ['o que acontece se a Ana passar no exame 70-475', 'Ana 70-475 passes', 'pt-BR'],
  ['e se o exame 70-473 for desativado', '70-473 retires', 'pt-BR'],
];

it.each(rows.map(([said, expected, locale = 'en']) => [said, expected, locale] as const))(
  '%s → %s',
  (said, expected, locale) => {
    expect(meant(said, locale)).toBe(expected);
  },
);
