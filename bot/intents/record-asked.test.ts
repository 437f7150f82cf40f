/** Whether and when something was done is looked up: no how-to, and no preview that would record it again. */
import type { Locale } from '../../domain/basics/locale';
import { noIdentifiers, type Person } from '../../domain/partner/people/person';
import { builtInProgramme } from '../../infra/catalogue/load';
import { recognizeQuestion, vocabularyFor } from './grammar';
import { understand } from './decision';

const vocabulary = vocabularyFor(builtInProgramme('competencies'));
const people = ['Owen Brandt', 'Yuki Tanabe', 'Карина Олейник', 'Bruno Costa', '张雅婷', '王小明'].map(
  (name): Person => ({ id: name, name, identifiers: noIdentifiers, achievements: [] }),
);

function meaningOf(said: string, locale: Locale) {
  const context = { vocabulary, locale, today: '2026-11-28', people };
  return understand(said, context, recognizeQuestion(said, context)).meaning;
}

it.each<[string, Locale, string, object]>([
  ['who has left?', 'en', 'people', { show: 'left' }],
  ['who left this year?', 'en', 'people', { show: 'left', since: '2026-01-01' }],
  ['今年谁离职了', 'zh-CN', 'people', { show: 'left', since: '2026-01-01' }],
  ['誰去年離職了？', 'zh-TW', 'people', { show: 'left', since: '2025-01-01' }],
  ['кто уволился в этом году', 'ru-RU', 'people', { show: 'left', since: '2026-01-01' }],
  ['quem saiu este ano?', 'pt-BR', 'people', { show: 'left', since: '2026-01-01' }],
  ['qual membership a gente tem hoje?', 'pt-BR', 'membership', {}],
  ['did Owen leave?', 'en', 'person', { person: 'Owen Brandt' }],
  ['when did Owen Brandt leave?', 'en', 'person', { person: 'Owen Brandt' }],
  ['did you remove AZ-104 from Owen?', 'en', 'person', { person: 'Owen Brandt' }],
  ['did I already link my account?', 'en', 'onboarding', {}],
  ['have we renewed yet?', 'en', 'renewal', {}],
  ['did we buy gold', 'en', 'membership', {}],
  ['is our gold membership paid', 'en', 'membership', {}],
  ['until when is the devops override', 'en', 'competency', { competency: 'devops' }],
  ['когда ушла Карина Олейник', 'ru-RU', 'person', { person: 'Карина Олейник' }],
  ['мы уже продлились?', 'ru-RU', 'renewal', {}],
  ['оплачен ли взнос за серебро', 'ru-RU', 'membership', {}],
  ['привязал ли я аккаунт?', 'ru-RU', 'onboarding', {}],
  ['quando o Bruno Costa saiu?', 'pt-BR', 'person', { person: 'Bruno Costa' }],
  ['já renovamos?', 'pt-BR', 'renewal', {}],
  ['quando compramos o gold?', 'pt-BR', 'membership', {}],
  ['eu já vinculei minha conta?', 'pt-BR', 'onboarding', {}],
  ['张雅婷什么时候离职的', 'zh-CN', 'person', { person: '张雅婷' }],
  ['我们续约了吗', 'zh-CN', 'renewal', {}],
  ['王小明離職了嗎', 'zh-TW', 'person', { person: '王小明' }],
  ['銀級會員費繳了沒', 'zh-TW', 'membership', {}],
])('%s (%s) is answered by %s', (said, locale, ask, parameters) => {
  expect(meaningOf(said, locale)).toEqual({ ask, parameters });
});

it.each<[string, Locale, string]>([
  ['should we buy gold membership on 1 April 2018', 'en', 'membership'],
  ['how do I record that Owen left?', 'en', 'left'],
  ['did Owen leave, and how do I record it?', 'en', 'left'],
  ['как отметить уход Карины?', 'ru-RU', 'left'],
  ['怎么登记离职', 'zh-CN', 'left'],
])('%s (%s) is explained', (said, locale, topic) => {
  expect(meaningOf(said, locale)).toEqual({ ask: 'help', parameters: { topic } });
});

it.each<[string, Locale, string]>([
  ['Owen left on Friday', 'en', 'left'],
  ['we renewed yesterday', 'en', 'renewed'],
  ['Have linked my account', 'en', 'step'],
  ['мы продлились вчера', 'ru-RU', 'renewed'],
  ['compramos o gold ontem', 'pt-BR', 'membership'],
])('%s (%s) is still stated', (said, locale, ask) => {
  expect(meaningOf(said, locale)?.ask).toBe(ask);
});
