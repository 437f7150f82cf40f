/** Messages that say several things: each is offered by itself; and messages that say one thing in two ways, which stay one. */
import type { Locale } from '../../domain/basics/locale';
import { noIdentifiers } from '../../domain/partner/people/person';
import { builtInProgramme } from '../../infra/catalogue/load';
import { recognizeQuestion, vocabularyFor } from '../intents/grammar';
import { understandMessage } from './several-requests';

const vocabulary = vocabularyFor(builtInProgramme('competencies'));
const people = ['Owen Brandt', 'Leila Haddad', 'Yuki Tanabe', 'Pavel Sidorov'].map((name) => ({
  id: name,
  name,
  identifiers: noIdentifiers,
  achievements: [],
}));

function heard(said: string, locale: Locale) {
  const context = { vocabulary, locale, today: '2026-11-28', people };
  return understandMessage(said, context, recognizeQuestion(said, context));
}

it.each<[Locale, string, readonly [string, string, object][]]>([
  [
    'en',
    'Owen left on 31 May and Leila passed 70-497',
    [
      ['Owen left on 31 May', 'left', { on: '2026-05-31' }],
      ['Leila passed 70-497', 'completed', { credential: '70-497' }],
    ],
  ],
  [
    'en',
    'We renewed on 1 June and Owen is leaving on Friday',
    [
      ['We renewed on 1 June', 'renewed', { on: '2026-06-01' }],
      ['Owen is leaving on Friday', 'left', { on: '2026-12-04' }],
    ],
  ],
  [
    'en',
    'Owen left on 31 May. Leila passed 70-497 on 1 June. Yuki linked her account yesterday.',
    [
      ['Owen left on 31 May', 'left', { on: '2026-05-31' }],
      ['Leila passed 70-497 on 1 June', 'completed', { on: '2026-06-01' }],
      ['Yuki linked her account yesterday.', 'step', { on: '2026-11-27' }],
    ],
  ],
  [
    'en',
    'Owen left on 31 May, Leila passed 70-497, Yuki passed 70-498 and Pavel left yesterday',
    [
      ['Owen left on 31 May', 'left', { on: '2026-05-31' }],
      ['Leila passed 70-497', 'completed', {}],
      ['Yuki passed 70-498', 'completed', {}],
      ['Pavel left yesterday', 'left', { on: '2026-11-27' }],
    ],
  ],
  [
    'en',
    'Leila passed 70-497 and is leaving on Friday',
    [
      ['Leila passed 70-497', 'completed', {}],
      ['Leila is leaving on Friday', 'left', { on: '2026-12-04' }],
    ],
  ],
  [
    'en',
    'show progress and then the people',
    [
      ['show progress', 'progress', {}],
      ['the people', 'people', {}],
    ],
  ],
  [
    'ru-RU',
    'Owen уволился 31 мая, а Leila сдала 70-497',
    [
      ['Owen уволился 31 мая', 'left', { on: '2026-05-31' }],
      ['Leila сдала 70-497', 'completed', {}],
    ],
  ],
  [
    'pt-BR',
    'o Owen saiu em 31 de maio e a Leila passou no 70-497',
    [
      ['o Owen saiu em 31 de maio', 'left', { on: '2026-05-31' }],
      ['a Leila passou no 70-497', 'completed', {}],
    ],
  ],
  [
    'zh-CN',
    'Owen 5月31日离职了，Leila 考过了70-497',
    [
      ['Owen 5月31日离职了', 'left', { on: '2026-05-31' }],
      ['Leila 考过了70-497', 'completed', {}],
    ],
  ],
])('%s: “%s” says several things', (locale, said, wanted) => {
  const { parts } = heard(said, locale);
  expect(parts?.map((part) => [part.said, part.meaning.ask])).toEqual(wanted.map(([words, ask]) => [words, ask]));
  wanted.forEach(([, , values], at) => expect(parts![at]!.meaning.parameters).toMatchObject(values));
});

it.each<[Locale, string]>([
  ['en', 'just did 70-497, 812 points, chuffed'],
  ['en', 'Owen is out. Friday was his final day.'],
  ['pt-BR', 'anota pra mim 70-497, fiz quarta'],
  ['zh-CN', '登记：Owen Brandt，70-497，生效日2026-11-17'],
  ['en', 'Owen and Leila passed 70-497'],
  ['en', 'Leila passed 70-497 and 70-498 on Monday'],
  ['en', 'Owen left, record it'],
  ['en', 'What if Yuki leaves on 1 March 2027 and Owen passes 70-497 on 1 February 2027?'],
  ['en', 'that import was the wrong file, reverse it'],
  ['en', 'remove AZ-204 from Owen, that was entered by mistake'],
  ['en', 'what does DevOps need and who is closest?'],
  ['en', 'Hi! Where do we stand? Thanks'],
  ['en', 'I heard Owen left and Leila passed 70-497'],
  ['en', 'I wish Owen left and Leila passed 70-497'],
  ['pt-BR', 'Dizem que o Owen saiu e a Leila passou no 70-497'],
  ['zh-CN', '听说Owen离职了，Leila考过了70-497'],
  ['ru-RU', 'прогресс, а не план'],
  ['ru-RU', 'не план, а люди'],
  ['pt-BR', 'o Owen saiu mais cedo e a Leila passou no 70-497'],
  ['pt-BR', 'a planilha que subi tava errada, reverte'],
  ['zh-CN', 'Owen今天最后一天，离职'],
])('%s: “%s” stays one', (locale, said) => {
  expect(heard(said, locale).parts).toBeUndefined();
});
