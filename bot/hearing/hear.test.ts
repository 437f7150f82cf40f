/** `laurel hear`: what is understood is told as the contract says, and nothing is written. */
import type { Locale } from '../../domain/basics/locale';
import { noIdentifiers } from '../../domain/partner/people/person';
import { emptyPartner } from '../../domain/partner/partner';
import type { Store } from '../../domain/ports';
import type { Programme } from '../../domain/programme/programme';
import { builtInProgramme } from '../../infra/catalogue/load';
import { openMemory } from '../../infra/memory/store';
import { askBy, noon, tenant, worldOf } from '../partner/standing-cache.case';
import { hear, type Heard } from './hear';

const programme = builtInProgramme('competencies');

function heard(
  said: string,
  locale: Locale = 'en',
  ...[store = openMemory(), by = programme]: readonly [Store?, Programme?]
): Promise<Heard> {
  const services = worldOf(store, { programmes: new Map([[by.id, by]]) });
  return hear(said, { ...askBy('boss', noon), locale }, { services });
}

it.each<[string, Locale, Partial<Heard>]>([
  ['как отменить импорт?', 'ru-RU', { ask: 'help', parameters: { topic: 'undo-import' }, does: 'show' }],
  ['why devops gold', 'en', { ask: 'why', parameters: { competency: 'devops', level: 'gold' }, does: 'show' }],
  ['who holds 70-473', 'en', { ask: 'who-holds', parameters: { credential: '70-473' }, does: 'show' }],
  ['70-473', 'en', { ask: 'who-holds', parameters: { credential: '70-473' }, does: 'show' }],
  ['para que serve 70-473', 'pt-BR', { ask: 'serves', parameters: { credential: '70-473' }, does: 'show' }],
  ['所有指标', 'zh-CN', { ask: 'figures', parameters: {}, does: 'show' }],
  ['expiring until 2021-09-30', 'en', { ask: 'expiring', parameters: { until: '2021-09-30' }, does: 'show' }],
  ['expiring within 60 days', 'en', { ask: 'expiring', parameters: { days: 60 }, does: 'show' }],
  ['thanks', 'en', { ask: 'none', does: 'show' }],
  // A polite question asks for it, and not how it is done.
  ['can you stop the alerts?', 'en', { ask: 'stop-alerts', does: 'preview' }],
  ['pode silenciar os alertas no meu chat?', 'pt-BR', { ask: 'stop-alerts', does: 'preview' }],
  ['можешь отключить оповещения?', 'ru-RU', { ask: 'stop-alerts', does: 'preview' }],
  ['can you describe how to undo an import?', 'en', { ask: 'help', parameters: { topic: 'undo-import' } }],
  ['can you onboard new people?', 'en', { ask: 'help', parameters: { topic: 'onboard' } }],
  // One figure is shown, also where the value that is to be recorded cannot be read.
  ['how much is our azure consumption', 'en', { ask: 'figures', parameters: { metric: 'azure_consumption_usd_12m' } }],
  ['какое у нас потребление Azure', 'ru-RU', { ask: 'figures', parameters: { metric: 'azure_consumption_usd_12m' } }],
  ['figure azure consumption', 'en', { ask: 'figures', parameters: { metric: 'azure_consumption_usd_12m' } }],
  [
    'azure consumption is 50,000 €',
    'en',
    { ask: 'figure', parameters: { metric: 'azure_consumption_usd_12m', value: 50_000, currency: 'EUR' } },
  ],
  [
    'forget Zoe Quist, she has been gone since 2 May 2018, record that she left',
    'en',
    { ask: 'left', parameters: { person: 'Zoe Quist', on: '2018-05-02' } },
  ],
  ['can you book me a room for 3pm', 'en', { ask: 'none', does: 'show' }],
  ['что нужно, чтобы выйти на gold по DevOps', 'ru-RU', { ask: 'requirements', does: 'show' }],
  [
    'Has Raj Patel actually passed anything?',
    'en',
    { ask: 'person', parameters: { person: 'Raj Patel' }, does: 'show' },
  ],
  ['покажи карточку Дмитрия Соколова', 'ru-RU', { ask: 'person', parameters: { person: 'Дмитрия Соколова' } }],
  ['o que a Juliana Ferreira já tirou?', 'pt-BR', { ask: 'person', parameters: { person: 'Juliana Ferreira' } }],
  ['王晓明手上有什么证书', 'zh-CN', { ask: 'person', parameters: { person: '王晓明' }, does: 'show' }],
  ['陳冠宇有哪些證照', 'zh-TW', { ask: 'person', parameters: { person: '陳冠宇' }, does: 'show' }],
  ['which exams have I passed so far', 'en', { ask: 'person', parameters: { person: 'me' }, does: 'show' }],
  ['show me which certificates she has', 'en', { does: 'ask' }],
  ['she passed 70-473 yesterday', 'en', { ask: null, does: 'ask' }],
  ['сотрудник: он сдал 70-473', 'ru-RU', { ask: null, does: 'ask' }],
  [
    'record 70-473 for Brian Gallagher',
    'en',
    { ask: 'completed', parameters: { credential: '70-473', person: 'Brian Gallagher' } },
  ],
  // Nobody answers for another person, and nothing that another did is recorded for the one who says so.
  ['she linked her account', 'en', { ask: 'onboarding', does: 'show' }],
  [
    'Yuki Tanabe has linked her account',
    'en',
    { ask: 'step', parameters: { people: ['Yuki Tanabe'], step: 'linked' }, does: 'preview' },
  ],
  ['она привязала аккаунт', 'ru-RU', { ask: 'onboarding', does: 'show' }],
  ['她已经关联了账号', 'zh-CN', { ask: 'onboarding', does: 'show' }],
  ['i linked my account', 'en', { ask: 'step', parameters: { people: ['me'], step: 'linked' }, does: 'preview' }],
  ['Yuki Tanabe booked 70-473 for 12 January', 'en', { ask: 'tasks', does: 'show' }],
  ['she booked 70-473 for 12 January', 'en', { ask: 'tasks', does: 'show' }],
  ['I booked 70-473 for 12 March', 'en', { ask: 'booked', does: 'preview' }],
  ['he linked his account but nothing counts', 'en', { ask: null, does: 'ask' }],
  ['delete his 70-473', 'en', { ask: null, does: 'ask' }],
  ['remove 70-473 from my colleague', 'en', { ask: null, does: 'ask' }],
  ['what if my boss leaves', 'en', { ask: null, does: 'ask' }],
  // A word that is nobody's name is none after "who is" either.
  ['谁是下一个', 'zh-CN', { ask: null, does: 'ask' }],
  ['какой экзамен мне сдать', 'ru-RU', { ask: 'plan', parameters: { person: 'me' } }],
  ['qual prova devo fazer', 'pt-BR', { ask: 'plan', parameters: { person: 'me' } }],
  ['我该考什么证', 'zh-CN', { ask: 'plan', parameters: { person: 'me' } }],
  ['who is ready', 'en', { ask: null, does: 'ask' }],
  ['who is Hope', 'en', { ask: 'person', parameters: { person: 'Hope' } }],
  ['person mark', 'en', { ask: 'person', parameters: { person: 'mark' } }],
  // What one person could earn is their plan, not the whole one; why they do not count stands in their record.
  ['what should Yuki Tanabe take next', 'en', { ask: 'plan', parameters: { person: 'Yuki Tanabe' }, does: 'show' }],
  [
    'what should Yuki Tanabe take for devops gold',
    'en',
    { ask: 'plan', parameters: { person: 'Yuki Tanabe', competency: 'devops', level: 'gold' } },
  ],
  ['which exam should i take', 'en', { ask: 'plan', parameters: { person: 'me' }, does: 'show' }],
  ['what exam do I need to take', 'en', { ask: 'plan', parameters: { person: 'me' } }],
  ['что мне сдать', 'ru-RU', { ask: 'plan', parameters: { person: 'me' } }],
  [
    'which exam should I do so that we get DevOps gold',
    'en',
    { ask: 'plan', parameters: { competency: 'devops', level: 'gold', person: 'me' } },
  ],
  ['which exam should I take next', 'en', { ask: 'plan', parameters: { person: 'me' }, does: 'show' }],
  ['какой экзамен мне сдавать следующим', 'ru-RU', { ask: 'plan', parameters: { person: 'me' } }],
  ['我接下来应该考什么', 'zh-CN', { ask: 'plan', parameters: { person: 'me' } }],
  ['我接下來該考什麼', 'zh-TW', { ask: 'plan', parameters: { person: 'me' } }],
  ['que prova eu devo fazer agora', 'pt-BR', { ask: 'plan', parameters: { person: 'me' } }],
  ['which exams should we take first', 'en', { ask: 'plan', parameters: {} }],
  [
    'why is Yuki Tanabe not counted for devops gold',
    'en',
    { ask: 'why', parameters: { competency: 'devops', level: 'gold', person: 'Yuki Tanabe' } },
  ],
  ['why am i not counted for devops', 'en', { ask: 'why', parameters: { competency: 'devops', person: 'me' } }],
  ['почему меня не учитывают в devops', 'ru-RU', { ask: 'why', parameters: { competency: 'devops', person: 'me' } }],
  ['为什么没有把我算进 DevOps', 'zh-CN', { ask: 'why', parameters: { competency: 'devops', person: 'me' } }],
  ['為什麼我沒被計入 DevOps', 'zh-TW', { ask: 'why', parameters: { competency: 'devops', person: 'me' } }],
  ['por que eu não conto em devops', 'pt-BR', { ask: 'why', parameters: { competency: 'devops', person: 'me' } }],
  ['why am i not counted', 'en', { ask: 'why', parameters: { person: 'me' } }],
  ['why does Yuki Tanabe not count', 'en', { ask: 'why', parameters: { person: 'Yuki Tanabe' }, does: 'show' }],
  // What lapses is not passed, what one person lets lapse is not withdrawn, and who is hired with it is none of both.
  [
    'would it hurt us if Yuki Tanabe let her 70-473 lapse?',
    'en',
    {
      ask: 'what-if',
      parameters: { events: [{ kind: 'lapses', person: 'Yuki Tanabe', credential: '70-473' }] },
      does: 'show',
    },
  ],
  [
    'what if Yuki Tanabe’s 70-473 expires',
    'en',
    {
      ask: 'what-if',
      parameters: { events: [{ kind: 'lapses', person: 'Yuki Tanabe', credential: '70-473' }] },
      does: 'show',
    },
  ],
  [
    "what happens if Yuki Tanabe doesn't renew 70-473",
    'en',
    {
      ask: 'what-if',
      parameters: { events: [{ kind: 'lapses', person: 'Yuki Tanabe', credential: '70-473' }] },
      does: 'show',
    },
  ],
  [
    'what if Yuki Tanabe’s 70-473 lapses on 1 July 2021',
    'en',
    {
      ask: 'what-if',
      parameters: { events: [{ kind: 'lapses', person: 'Yuki Tanabe', credential: '70-473', on: '2021-07-01' }] },
      does: 'show',
    },
  ],
  [
    'what if my 70-473 expires',
    'en',
    { ask: 'what-if', parameters: { events: [{ kind: 'lapses', person: 'me', credential: '70-473' }] }, does: 'show' },
  ],
  [
    'Потеряем ли мы что-нибудь, если я не продлю 70-473?',
    'ru-RU',
    { ask: 'what-if', parameters: { events: [{ kind: 'lapses', person: 'me', credential: '70-473' }] }, does: 'show' },
  ],
  [
    'что будет, если у Yuki Tanabe истечёт 70-473',
    'ru-RU',
    {
      ask: 'what-if',
      parameters: { events: [{ kind: 'lapses', person: 'Yuki Tanabe', credential: '70-473' }] },
      does: 'show',
    },
  ],
  [
    '要是我的 70-473 過期沒續，公司會掉級嗎',
    'zh-TW',
    { ask: 'what-if', parameters: { events: [{ kind: 'lapses', person: 'me', credential: '70-473' }] }, does: 'show' },
  ],
  [
    '如果 Yuki Tanabe 的 70-473 过期会怎样',
    'zh-CN',
    {
      ask: 'what-if',
      parameters: { events: [{ kind: 'lapses', person: 'Yuki Tanabe', credential: '70-473' }] },
      does: 'show',
    },
  ],
  [
    'e se a 70-473 da Yuki Tanabe vencer',
    'pt-BR',
    {
      ask: 'what-if',
      parameters: { events: [{ kind: 'lapses', person: 'Yuki Tanabe', credential: '70-473' }] },
      does: 'show',
    },
  ],
  [
    'o que acontece se eu não renovar a 70-473',
    'pt-BR',
    { ask: 'what-if', parameters: { events: [{ kind: 'lapses', person: 'me', credential: '70-473' }] }, does: 'show' },
  ],
  // Of one who passes and lets lapse in one sentence, or who lets lapse what is not named, it is asked what is meant.
  ['what if Yuki Tanabe passes 70-475 and lets 70-473 lapse', 'en', { ask: null, does: 'ask' }],
  ['what if Yuki Tanabe fails 70-473', 'en', { ask: null, does: 'ask' }],
  ["what if I don't pass 70-473", 'en', { ask: null, does: 'ask' }],
  ['что будет, если Yuki Tanabe не сдаст 70-473', 'ru-RU', { ask: null, does: 'ask' }],
  ['e se a Yuki Tanabe não passar na 70-473', 'pt-BR', { ask: null, does: 'ask' }],
  ['如果我没考过 70-473 会怎样', 'zh-CN', { ask: null, does: 'ask' }],
  ['if we hire someone with 70-473, is that enough for devops?', 'en', { ask: null, does: 'ask' }],
  [
    'what if 70-473 retires',
    'en',
    { ask: 'what-if', parameters: { events: [{ kind: 'retires', credential: '70-473' }] } },
  ],
  // An article or a greeting that stands first neither asks nor is an order; a part of the day is no name.
  ['o Ivan Petrov saiu da empresa', 'pt-BR', { ask: 'left', parameters: { person: 'Ivan Petrov' }, does: 'preview' }],
  ['早上好，麻烦给我看一下公司目前整体的达标情况，十点要跟老板汇报', 'zh-CN', { ask: 'progress' }],
  ['April Stone left on 3 April 2020', 'en', { ask: 'left', parameters: { person: 'April Stone' } }],
  ['June passed 70-473 on 5 June 2020', 'en', { ask: 'completed', parameters: { person: 'June' } }],
  ['passed 70-473 this morning!!', 'en', { ask: 'completed', parameters: { person: 'me', on: '2021-02-01' } }],
  ['Anna Berg上周五离职了', 'zh-CN', { ask: 'left', parameters: { person: 'Anna Berg' } }],
  ['switch from competencies to designations', 'en', { ask: 'programme', parameters: { programme: 'designations' } }],
  ['включи designations вместо competencies', 'ru-RU', { ask: 'programme', parameters: { programme: 'designations' } }],
  ['mude de designações para competências', 'pt-BR', { ask: 'programme', parameters: { programme: 'competencies' } }],
  ['switch us to the AI Cloud Partner Program', 'en', { ask: 'programme', parameters: { programme: 'designations' } }],
  ['переключи на MPN', 'ru-RU', { ask: 'programme', parameters: { programme: 'competencies' } }],
  ['remove MS-700 from Yuki Tanabe', 'en', { ask: 'remove', parameters: { credential: 'MS-700' } }],
  ['切换到解决方案合作伙伴计划', 'zh-CN', { ask: 'programme', parameters: { programme: 'designations' } }],
  ['спасибо большое!', 'ru-RU', { ask: 'none' }],
  // A day of this month, the month of a day, and a verb in front: none of them is somebody, and the day is the one that makes sense.
  ['passed 70-473 on the 12th', 'en', { ask: 'completed', parameters: { person: 'me', on: '2021-01-12' } }],
  ['booked 70-473 for the 12th', 'en', { ask: 'booked' }],
  [
    'mark Yuki Tanabe as departed on 15 Jan 2021',
    'en',
    { ask: 'left', parameters: { person: 'Yuki Tanabe', on: '2021-01-15' } },
  ],
  [
    'что если Yuki Tanabe уйдёт 12-го',
    'ru-RU',
    { ask: 'what-if', parameters: { events: [{ kind: 'leaves', person: 'Yuki Tanabe', on: '2021-02-12' }] } },
  ],
  ['what if Yuki Tanabe leaves on 3/9/2020', 'en', { ask: null, does: 'ask' }],
  ['left Yuki Tanabe 6/7/2020', 'en', { ask: null, does: 'ask' }],
  ['Yuki Tanabe ушла двенадцатого января', 'ru-RU', { ask: 'left', parameters: { on: '2021-01-12' } }],
  ['Yuki Tanabe left on the twelfth of January', 'en', { ask: 'left', parameters: { on: '2021-01-12' } }],
  ['a Yuki Tanabe saiu no dia doze de janeiro', 'pt-BR', { ask: 'left', parameters: { on: '2021-01-12' } }],
  ['I passed 70-473 last night', 'en', { ask: 'completed', parameters: { person: 'me', on: '2021-01-31' } }],
  ['вчера вечером я сдала 70-473', 'ru-RU', { ask: 'completed', parameters: { person: 'me', on: '2021-01-31' } }],
  // One person is asked for one thing, by a sentence that orders it; who forbids or asks is told how it is done.
  [
    'ask Yuki Tanabe to take 70-473 by 30 June',
    'en',
    {
      ask: 'ask-people',
      parameters: { person: 'Yuki Tanabe', credential: '70-473', until: '2021-06-30' },
      does: 'preview',
    },
  ],
  ['попроси Yuki Tanabe сдать 70-473', 'ru-RU', { ask: 'ask-people', parameters: { person: 'Yuki Tanabe' } }],
  ['peça para a Yuki Tanabe fazer a 70-473', 'pt-BR', { ask: 'ask-people', parameters: { person: 'Yuki Tanabe' } }],
  [
    'ask Yuki Tanabe to take devops',
    'en',
    { ask: 'ask-people', parameters: { person: 'Yuki Tanabe', competency: 'devops' } },
  ],
  ["don't ask Yuki Tanabe to take 70-473", 'en', { ask: 'help', parameters: { topic: 'ask-people' } }],
  ['não peça à Yuki Tanabe para fazer a 70-473', 'pt-BR', { ask: 'help', parameters: { topic: 'ask-people' } }],
  ['can you remove 70-473 from Yuki Tanabe?', 'en', { ask: 'remove', does: 'preview' }],
  ['a Yuki Tanabe saiu em 15 de março de 2020', 'pt-BR', { ask: 'left', parameters: { on: '2020-03-15' } }],
  ['Yuki Tanabe 十一月三十号离职', 'zh-CN', { ask: 'left', parameters: { person: 'Yuki Tanabe', on: '2020-11-30' } }],
  ['三十天內到期的證照', 'zh-TW', { ask: 'expiring', parameters: { days: 30 } }],
  // Several days that are named are asked about, never replaced by today or by the last of them.
  ['I passed 70-473 in May', 'en', { ask: null, does: 'ask' }],
  ['booked 70-473 in May', 'en', { ask: null, does: 'ask' }],
  ['Yuki Tanabe left last month', 'en', { ask: null, does: 'ask' }],
  ['what if Yuki Tanabe leaves next month', 'en', { ask: null, does: 'ask' }],
  ['we renewed last year', 'en', { ask: null, does: 'ask' }],
  ['azure consumption was 5000 in May', 'en', { ask: null, does: 'ask' }],
  ['Анна Берг уволилась в мае', 'ru-RU', { ask: null, does: 'ask' }],
  ['what changed since March', 'en', { ask: 'compare', parameters: { on: '2020-03-01' }, does: 'show' }],
  ['what changed last month', 'en', { ask: 'compare', parameters: { on: '2021-01-01' }, does: 'show' }],
  ['what expires in September', 'en', { ask: 'expiring', parameters: { until: '2021-09-30' }, does: 'show' }],
  ['duplicates', 'en', { ask: 'same-person', parameters: {}, does: 'preview' }],
  [
    'Anna Berg and Berg Anna are the same person',
    'en',
    { ask: 'same-person', parameters: { person: 'Anna Berg', other: 'Berg Anna' }, does: 'preview' },
  ],
  ['李和平是同一个人', 'zh-CN', { ask: 'same-person', parameters: { person: '李和平' } }],
  ['张伟和李娜是同一个人', 'zh-CN', { ask: 'same-person', parameters: { person: '张伟', other: '李娜' } }],
  [
    'Anna Berg и Anne Berg один и тот же человек',
    'ru-RU',
    { ask: 'same-person', parameters: { person: 'Anna Berg', other: 'Anne Berg' } },
  ],
  ['a mesma pessoa Anna Berg e Anne Berg', 'pt-BR', { ask: 'same-person', parameters: { other: 'Anne Berg' } }],
  [
    'is Anna Berg the same person as A. Berg',
    'en',
    { ask: 'help', parameters: { topic: 'same-person' }, does: 'show' },
  ],
  ['delete everything you know about me', 'en', { ask: 'remove', parameters: { person: 'me' }, does: 'preview' }],
  ['please erase the data of Anna Berg', 'en', { ask: 'remove', parameters: { person: 'Anna Berg' } }],
  ['our time zone', 'en', { ask: 'membership', parameters: {}, does: 'show' }],
  ['set time zone Pacific/Auckland', 'en', { ask: 'membership', parameters: { timeZone: 'Pacific/Auckland' } }],
  ['our time zone is New York', 'en', { ask: 'membership', parameters: { timeZone: 'New York' }, does: 'preview' }],
  ['时区 Oslo', 'zh-CN', { ask: 'membership', parameters: { timeZone: 'Oslo' }, does: 'preview' }],
  ['設定時區 Oslo', 'zh-TW', { ask: 'membership', parameters: { timeZone: 'Oslo' }, does: 'preview' }],
  ['часовой пояс Oslo', 'ru-RU', { ask: 'membership', parameters: { timeZone: 'Oslo' }, does: 'preview' }],
  ['definir o fuso horário de Oslo', 'pt-BR', { ask: 'membership', parameters: { timeZone: 'Oslo' }, does: 'preview' }],
  ['time zone Springfield', 'en', { ask: 'membership', parameters: { timeZone: 'Springfield' }, does: 'preview' }],
  ['undo import', 'en', { ask: 'undo-import', parameters: {}, does: 'preview' }],
  [
    'left Chen Wei 31 January',
    'en',
    { ask: 'left', parameters: { person: 'Chen Wei', on: '2021-01-31' }, does: 'preview' },
  ],
  ['override devops gold until 30 Sep', 'en', { ask: 'override', does: 'preview' }],
  // What somebody intends, or will do, has not happened: it is told what would follow.
  ['Yuki Tanabe plans to leave', 'en', { ask: 'what-if', does: 'show' }],
  ['Yuki Tanabe 打算离职', 'zh-CN', { ask: 'what-if', does: 'show' }],
  ['a Yuki Tanabe passa na 70-473 em 1º de junho de 2021', 'pt-BR', { ask: 'what-if', does: 'show' }],
  [
    'what if Yuki Tanabe leaves on 15 May and Anna Berg passes 70-473 on 20 May',
    'en',
    {
      ask: 'what-if',
      parameters: {
        events: [
          { kind: 'leaves', person: 'Yuki Tanabe', on: '2021-05-15' },
          { kind: 'passes', person: 'Anna Berg', credential: '70-473', on: '2021-05-20' },
        ],
      },
    },
  ],
  // A word that people use for nothing else may be whose exam it is: it is not taken off the record of the one who asks.
  ['drop 70-473 deshawnq', 'en', { ask: 'remove', parameters: { person: 'deshawnq' } }],
  ['remove 70-473 please', 'en', { ask: 'remove', parameters: { person: 'me' } }],
  ['compramos o gold em 3 de maio de 2020, ainda vale?', 'pt-BR', { ask: 'membership', does: 'preview' }],
  ['should we have bought gold on 3 May 2020?', 'en', { ask: 'help', parameters: { topic: 'membership' } }],
  ['our company shall be measured by designations only', 'en', { ask: 'programme', does: 'preview' }],
  ['are we measured by designations?', 'en', { ask: 'programme', parameters: {}, does: 'show' }],
  // Who is not there any more has left.
  ['Yuki Tanabe is not with us any more', 'en', { ask: 'left', parameters: { person: 'Yuki Tanabe' } }],
  ['a Yuki Tanabe não trabalha mais aqui', 'pt-BR', { ask: 'left', parameters: { person: 'Yuki Tanabe' } }],
  ['import', 'en', { ask: 'import', does: 'show' }],
  ['how do I import a csv?', 'en', { ask: 'help', parameters: { topic: 'import' }, does: 'show' }],
  ['как загрузить файл?', 'ru-RU', { ask: 'help', parameters: { topic: 'import' }, does: 'show' }],
  ['não suspenda meus alertas', 'pt-BR', { ask: 'help', parameters: { topic: 'stop-alerts' }, does: 'show' }],
])('%s (%s)', async (said, locale, wanted) => {
  expect(await heard(said, locale)).toMatchObject({ text: said, locale, ...wanted });
});

it.each<[string, Locale]>([
  ['remove enrolment security', 'en'],
  ['remove the security enrolment', 'en'],
  ['cancel the enrolment in security', 'en'],
  ['we are no longer enrolled in security', 'en'],
  ['not enrolled in security any more', 'en'],
  ['unenroll security', 'en'],
  ['удалить регистрацию Безопасность', 'ru-RU'],
  ['мы больше не зарегистрированы в Безопасность', 'ru-RU'],
  ['取消注册 安全性', 'zh-CN'],
  ['移除安全性的注册', 'zh-CN'],
  ['取消註冊 安全性', 'zh-TW'],
  ['刪除安全性的註冊', 'zh-TW'],
  ['remover inscrição segurança', 'pt-BR'],
  ['não estamos mais inscritos em segurança', 'pt-BR'],
])('%s (%s) shows what would be removed', async (said, locale) => {
  const { ask, parameters, does } = await heard(said, locale, openMemory(), builtInProgramme('designations'));

  expect({ ask, parameters, does }).toEqual({
    ask: 'membership',
    parameters: { competency: 'security', remove: true },
    does: 'preview',
  });
});

it('reads an enrolment with its day as one, and not as a renewal', async () => {
  const { ask, parameters, does } = await heard(
    'enrolled security 1 Mar 2026',
    'en',
    openMemory(),
    builtInProgramme('designations'),
  );

  expect({ ask, parameters, does }).toEqual({
    ask: 'membership',
    parameters: { competency: 'security', boughtOn: '2026-03-01' },
    does: 'preview',
  });
});

it.each<[string, Locale]>([
  ['remove enrolment', 'en'],
  ['do not remove the enrolment security', 'en'],
  ['how do I remove the enrolment in security?', 'en'],
])('%s (%s) previews nothing', async (said, locale) => {
  const { does } = await heard(said, locale, openMemory(), builtInProgramme('designations'));

  expect(does).not.toBe('preview');
});

it('tells the day on which an override ends as one that lies ahead', async () => {
  expect((await heard('override devops gold until 30 Jan')).parameters).toMatchObject({ until: '2022-01-30' });
});

it('asks back with what it offers', async () => {
  const { ask, does, also } = await heard('why data');

  expect({ ask, does }).toEqual({ ask: null, does: 'ask' });
  expect(also).toContainEqual({ ask: 'why', parameters: { competency: 'data-platform' } });
});

// Whatever is understood, it is no order of one's own.
it.each<[string, Locale]>([
  ['她關聯了帳號', 'zh-TW'],
  ['ela vinculou a conta', 'pt-BR'],
  ['Юля записалась на 70-473 на 12 марта', 'ru-RU'],
])('does not preview as one’s own what another did: %s (%s)', async (said, locale) => {
  expect((await heard(said, locale)).does).not.toBe('preview');
});

// Whatever else they may ask, they name nobody.
it.each<[string, Locale]>([
  ['who is next', 'en'],
  ['quem é o próximo', 'pt-BR'],
  ['кто следующий', 'ru-RU'],
])('%s (%s) is about nobody called so', async (said, locale) => {
  expect((await heard(said, locale)).ask).not.toBe('person');
});

it('writes nothing', async () => {
  const store = openMemory();
  const refuse = () => Promise.reject(new Error('written'));
  const nouns = Object.entries(store).map(([noun, one]: [string, object]) => [noun, { ...one, write: refuse }]);
  const unwritable = { ...(Object.fromEntries(nouns) as Store), ping: () => store.ping() };

  expect(await heard('undo', 'en', unwritable)).toMatchObject({ does: 'preview' });
});

it.each([
  ['How is Fernhollow doing', 'Fernhollow Consulting', 'progress'],
  ['How is A & B (Pty.) Ltd. doing', 'A & B (Pty.) Ltd.', 'progress'],
  ['What has Boss passed?', 'Boss Partners', 'person'],
])('%s, asked at %s, is %s', async (said, name, ask) => {
  const store = openMemory();
  await store.partners.write(tenant, [{ kind: 'create', value: { ...emptyPartner(tenant, 'competencies'), name } }]);
  const boss = { id: 'p1', name: 'Ida Boss', identifiers: noIdentifiers, achievements: [] };
  await store.people.write(tenant, [{ kind: 'create', value: boss }]);

  expect(await heard(said, 'en', store)).toMatchObject({ ask, does: 'show' });
});

it.each<[string, Heard['parameters']]>([
  ['onboard Bo Lind', { people: ['Bo Lind'], person: 'Bo Lind' }],
  ['onboard me', { person: 'me' }],
  ['onboard everyone', { people: ['*'] }],
])('%s tells who is brought on board', async (said, parameters) => {
  expect((await heard(said, 'en')).parameters).toEqual(parameters);
});
