/** The day of a leave, an achievement or a supposition: as far away as it is said, by the form of the verb, and asked where it cannot be told. */
import type { Locale } from '../../domain/basics/locale';
import { builtInProgramme } from '../../infra/catalogue/load';
import { noIdentifiers } from '../../domain/partner/people/person';
import { recognizeQuestion, vocabularyFor } from './grammar';
import { understand } from './decision';

const vocabulary = vocabularyFor(builtInProgramme('competencies'));

const people = ['Yuki Tanabe', '王小明'].map((name) => ({
  id: name,
  name,
  identifiers: noIdentifiers,
  achievements: [],
}));

function heard(said: string, locale: Locale, onRecord: typeof people = []) {
  const context = { vocabulary, locale, today: '2026-11-28', people: onRecord };
  return understand(said, context, recognizeQuestion(said, context));
}

it.each<[string, Locale, string]>([
  ['Yuki Tanabe leaves in a fortnight', 'en', '2026-12-12'],
  ['Yuki Tanabe leaves in two weeks', 'en', '2026-12-12'],
  ['Yuki Tanabe уходит через две недели', 'ru-RU', '2026-12-12'],
  ['王小明两周后离职', 'zh-CN', '2026-12-12'],
  ['a Oksana Melnyk vai sair daqui a quinze dias', 'pt-BR', '2026-12-13'],
  ['Yuki Tanabe is leaving on Friday', 'en', '2026-12-04'],
  ['Yuki Tanabe left on Friday', 'en', '2026-11-27'],
  ['Yuki Tanabe уходит в пятницу', 'ru-RU', '2026-12-04'],
  ['Yuki Tanabe ушла в пятницу', 'ru-RU', '2026-11-27'],
  ['王小明周五离职', 'zh-CN', '2026-12-04'],
  ['王小明周五离职了', 'zh-CN', '2026-11-27'],
  ['a Oksana Melnyk foi embora dia 19', 'pt-BR', '2026-11-19'],
  ['Yuki Tanabe left on the 19th', 'en', '2026-11-19'],
  ['Yuki Tanabe ушла 19-го', 'ru-RU', '2026-11-19'],
  ['王小明19号离职了', 'zh-CN', '2026-11-19'],
])('%s (%s): %s', (said, locale, on) => {
  expect(heard(said, locale).meaning).toMatchObject({ ask: 'left', parameters: { on } });
});

it.each<[string, Locale]>([
  ["Yuki Tanabe leaves in three months' time", 'en'],
  ['a Yuki Tanabe saiu há um mês', 'pt-BR'],
  ['王小明一個月前離職了', 'zh-TW'],
  // Notice was given, and the day may be the one that has been or the one to come.
  ['Yuki Tanabe quit and stays until the 30th', 'en'],
  ['Yuki Tanabe left on 1 June, sorry, 2 June', 'en'],
  ['Yuki Tanabe left between 1 and 15 May', 'en'],
  ['Yuki Tanabe left on the last Friday in May', 'en'],
  ['a Yuki Tanabe saiu na última sexta de maio', 'pt-BR'],
  ['Yuki Tanabe ушла в последнюю пятницу мая', 'ru-RU'],
  ['王小明已离职，30号生效', 'zh-CN'],
  ['a Yuki Tanabe pediu demissão e fica até o dia 30', 'pt-BR'],
  ['Yuki Tanabe is leaving at Christmas', 'en'],
  ['Yuki Tanabe leaves soon', 'en'],
  ['Yuki Tanabe leaves after the summer', 'en'],
  ['Yuki Tanabe скоро уходит', 'ru-RU'],
  ['Yuki Tanabe уволилась летом', 'ru-RU'],
  ['王小明春节后离职', 'zh-CN'],
  ['a Yuki Tanabe saiu no verão passado', 'pt-BR'],
])('%s (%s) is asked for the day', (said, locale) => {
  expect(heard(said, locale).missing).toMatchObject({ ask: 'left', parameter: 'on' });
});

it.each<[string, Locale, string]>([
  ['Yuki Tanabe passed 70-473 recently', 'en', 'completed'],
  ['Yuki Tanabe на днях сдала 70-473', 'ru-RU', 'completed'],
  ['王小明最近通过了70-473', 'zh-CN', 'completed'],
  ['a Yuki Tanabe passou recentemente na 70-473', 'pt-BR', 'completed'],
  ['I linked my account recently', 'en', 'step'],
  ['renewed some time ago', 'en', 'renewed'],
  ['what if Yuki Tanabe leaves at Christmas', 'en', 'what-if'],
])('asks for the day that is not told: %s (%s)', (said, locale, ask) => {
  expect(heard(said, locale).missing).toMatchObject({ ask, parameter: 'on' });
});

it.each<[string, Locale]>([
  ['I just passed 70-473', 'en'],
  ['王小明刚刚通过了70-473', 'zh-CN'],
  ['Yuki Tanabe только что сдала 70-473', 'ru-RU'],
  ['acabei de passar na 70-473', 'pt-BR'],
  // Words of a name, and times of something else.
  ['王国庆通过了70-473', 'zh-CN'],
  ['王小明考过年度续期70-473', 'zh-CN'],
  ['record 70-473 for Yuki Tanabe as soon as you can', 'en'],
  ['马上记录王小明通过了70-473', 'zh-CN'],
  ['Yuki Tanabe passed 70-473, get well soon', 'en'],
  ['скоро аудит, запиши что Yuki Tanabe сдала 70-473', 'ru-RU'],
])('what has just happened needs no day: %s (%s)', (said, locale) => {
  expect(heard(said, locale).meaning).toMatchObject({ ask: 'completed' });
});

it.each<[string, Locale]>([
  ['Yuki Tanabe is on parental leave', 'en'],
  ['Yuki Tanabe is on leave until March', 'en'],
  ['Yuki Tanabe уходит в декрет', 'ru-RU'],
  ['Yuki Tanabe ушла в отпуск', 'ru-RU'],
  ['王小明休产假了', 'zh-CN'],
  ['a Yuki Tanabe saiu de férias', 'pt-BR'],
  ['Yuki Tanabe left early today because her kid is sick', 'en'],
  ['Yuki Tanabe left the meeting', 'en'],
  ['a Yuki Tanabe saiu da reunião', 'pt-BR'],
  ['Yuki Tanabe ушла сегодня пораньше', 'ru-RU'],
  ['王小明昨天下班早走了', 'zh-CN'],
  ['Yuki Tanabe moved to the Lisbon office', 'en'],
])('who is away for a time has not left: %s (%s)', (said, locale) => {
  expect(heard(said, locale, people).meaning).toEqual({ ask: 'help', parameters: { topic: 'left' } });
});

it.each<[string, Locale, string]>([
  ['Yuki Tanabe ушла в декрет и увольняется, последний день 11 декабря', 'ru-RU', '2026-12-11'],
  ['王小明产假后辞职，生效日 2026-11-01', 'zh-CN', '2026-11-01'],
  ['Yuki Tanabe left us on 2026-11-01 after her parental leave', 'en', '2026-11-01'],
  ["Yuki Tanabe's last working day is 10 December 2026, then garden leave", 'en', '2026-12-10'],
  ['Yuki Tanabe уходит в отпуск с последующим увольнением 10 декабря', 'ru-RU', '2026-12-10'],
])('but who also resigns has: %s (%s)', (said, locale, on) => {
  expect(heard(said, locale).meaning).toMatchObject({ ask: 'left', parameters: { on } });
});

it.each<[string, string]>([
  ['what if Yuki Tanabe leaves in two weeks', '2026-12-12'],
  ['what if Yuki Tanabe leaves on Friday', '2026-12-04'],
])('%s: %s', (said, on) => {
  expect(heard(said, 'en').meaning).toMatchObject({ ask: 'what-if', parameters: { events: [{ kind: 'leaves', on }] } });
});

it('asks for a supposed day that is not so exact, and for the end of an exemption', () => {
  expect(heard('what if Yuki Tanabe leaves in a month', 'en').missing).toMatchObject({ parameter: 'on' });
  expect(heard('override Messaging gold until next June', 'en').missing).toMatchObject({ parameter: 'until' });
});

it.each<[string, Locale, string]>([
  ['Yuki Tanabe almost passed 70-535', 'en', 'completed'],
  ['Yuki Tanabe почти сдала 70-412', 'ru-RU', 'completed'],
  ['Azure 消费不是 25 万', 'zh-CN', 'figure'],
])('explains what has not happened: %s (%s)', (said, locale, topic) => {
  expect(heard(said, locale).meaning).toEqual({ ask: 'help', parameters: { topic } });
});

it('takes the length of time of a figure for no day', () => {
  const { meaning } = heard('our azure consumption of the last 12 months is 250000', 'en');
  expect(meaning).toEqual({ ask: 'figure', parameters: { metric: 'azure_consumption_usd_12m', value: 250_000 } });
});

it('takes no change for a figure, and gives each their own exam', () => {
  expect(heard('azure consumption fell by 20000', 'en').meaning?.parameters).not.toHaveProperty('value');
  expect(heard('Yuki Tanabe passed 70-535 and Owen Brandt passed 70-497', 'en').also).toMatchObject([
    { parameters: { person: 'Yuki Tanabe', credential: '70-535' } },
    { parameters: { person: 'Owen Brandt', credential: '70-497' } },
  ]);
});

it('keeps the day of what may be one of two exams', () => {
  const { missing, also } = heard('Yuki Tanabe passed 70-473 and 70-475 on 3 May 2026', 'en', people);
  expect(missing).toMatchObject({ ask: 'completed', parameter: 'credential' });
  expect(also.map(({ parameters }) => parameters['on'])).toEqual(['2026-05-03', '2026-05-03']);
});
