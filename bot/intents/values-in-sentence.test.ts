/** The values of a command beside its words: levels, amounts, goals, ends of a period and what is supposed. */
import type { Locale } from '../../domain/basics/locale';
import { builtInProgramme } from '../../infra/catalogue/load';
import { recognizeSlots } from '../recognizers/slot-recognizer';
import { interpret } from './command-values';
import { recognizeQuestion, vocabularyFor } from './grammar';
import { understand } from './decision';

const today = '2026-11-28';
const designations = builtInProgramme('designations');
const programmes = [builtInProgramme('competencies'), designations];

function contextFor(locale: Locale, programme = programmes[0]!) {
  return { vocabulary: vocabularyFor(programme), locale, today, people: [], otherProgrammes: programmes };
}

function read(ask: string, said: string, locale: Locale) {
  const context = contextFor(locale, ask === 'figure' ? designations : undefined);
  return interpret({ ask, sure: 1 }, recognizeSlots(said, context), context);
}

it.each<[string, string, Locale, object]>([
  ['benefits', 'silver有咩benefits', 'zh-TW', { level: 'silver' }],
  ['plan', '誰該去考試我們才能升上雲端平台金', 'zh-TW', { competency: 'cloud-platform', level: 'gold' }],
  ['plan', '排个考试计划', 'zh-CN', {}],
  ['plan', '下一季的考試安排,幫忙規劃', 'zh-TW', {}],
  ['figure', 'put down twelve new customers', 'en', { value: 12 }],
  ['figure', 'новых клиентов трое', 'ru-RU', { value: 3 }],
  ['figure', 'azure consumption is 46,000 euros, i.e. 50,000 dollars', 'en', { value: 50_000 }],
  ['figure', 'azure consumption is 50000 in euros', 'en', { value: 50_000, currency: 'EUR' }],
  ['figure', 'потребление Azure 200 к 1 января', 'ru-RU', { value: 200 }],
  ['onboarding', 'show everyone in onboarding except Kofi Mensah', 'en', {}],
  ['figure', '消费额现在是八万五', 'zh-CN', { value: 85_000 }],
  ['left', "Graham Peel's last day was 1 June", 'en', { person: 'Graham Peel', on: '2026-06-01' }],
  ['left', "Graham Peel's last day was Friday", 'en', { person: 'Graham Peel', on: '2026-11-27' }],
  ['left', 'Graham Peel увольняется в конце июня', 'ru-RU', { on: '2027-06-30' }],
  ['left', 'Graham Peel будет уволен в понедельник', 'ru-RU', { on: '2026-11-30' }],
  ['left', 'Graham Peel уволится в конце года', 'ru-RU', { on: '2026-12-31' }],
  ['left', 'Graham Peel leaves at the end of the year', 'en', { on: '2026-12-31' }],
  ['left', 'Graham Peel 月底离职', 'zh-CN', { on: '2026-11-30' }],
  ['left', 'Graham Peel sai no fim do mês', 'pt-BR', { on: '2026-11-30' }],
  ['completed', 'Graham Peel passed 70-473 on 12/05/2026', 'en', { credential: '70-473', on: '2026-05-12' }],
  ['what-if', 'Graham Peel is not going to renew 70-473', 'en', { events: [{ kind: 'lapses' }] }],
  ['what-if', 'Graham Peel не будет продлевать 70-473', 'ru-RU', { events: [{ kind: 'lapses' }] }],
  ['what-if', 'Graham Peel 不打算续 70-473', 'zh-CN', { events: [{ kind: 'lapses' }] }],
  ['what-if', 'o Graham Peel não vai renovar o 70-473', 'pt-BR', { events: [{ kind: 'lapses' }] }],
  ['what-changed', 'what did we lose in the last 3 months?', 'en', { since: '2026-08-30' }],
  ['who-holds', 'who has two of 70-473, 70-475 and AZ-104', 'en', { least: 2, credential: '70-473' }],
  ['people', 'which colleagues are counted in data platform', 'en', { competency: 'data-platform', show: 'counts' }],
  ['people', 'who does not count for devops', 'en', { competency: 'devops', show: 'uncounted' }],
  ['people', 'whose data do you have', 'en', {}],
  ['left', 'from monday Graham Peel is gone', 'en', { person: 'Graham Peel', on: '2026-11-30' }],
  ['left', 'Graham Peel left on Monday', 'en', { person: 'Graham Peel', on: '2026-11-23' }],
  ['programme', '从今往后只算积分制', 'zh-CN', { programme: 'designations' }],
  ['programme', 'count us by points', 'en', { programme: 'designations' }],
  ['programme', '银牌金牌那套', 'zh-CN', { programme: 'competencies' }],
  ['why', 'why does Kofi Mensah not count', 'en', { person: 'Kofi Mensah' }],
  ['programme', 'forget designations, back to competencies', 'en', { programme: 'competencies' }],
  ['programme', 'считай по designations, а не по компетенциям', 'ru-RU', { programme: 'designations' }],
  ['programme', 'esquece as designações, segue só as competências', 'pt-BR', { programme: 'competencies' }],
  ['programme', '旧的不用管了，只跟新的', 'zh-CN', { programme: 'designations' }],
  ['programme', 'volta pro esquema prata e ouro', 'pt-BR', { programme: 'competencies' }],
  ['programme', '旧的新的两套一起看', 'zh-CN', { programme: 'both' }],
  ['membership', '会员费昨天交了 银的', 'zh-CN', { level: 'silver', boughtOn: '2026-11-27' }],
  ['plan', '最快拿到devops金的路', 'zh-TW', { competency: 'devops', level: 'gold' }],
  ['benefits', '掉到銀我們少拿哪些東西', 'zh-TW', { level: 'silver' }],
  ['key-people', '骨干依赖分析', 'zh-CN', {}],
  ['expiring', 'expiring in 2 wks', 'en', { days: 14 }],
  ['expiring', 'certs running out this quarter, say 90 days', 'en', { days: 90 }],
  ['expiring', 'o que vence no próximo semestre?', 'pt-BR', { days: 180 }],
  ['left', 'Graham Peel foi embora hj', 'pt-BR', { on: '2026-11-28' }],
  ['left', 'Graham Peel sai na próxima segunda', 'pt-BR', { on: '2026-11-30' }],
  ['left', 'Graham Peel уходит в следующий вторник', 'ru-RU', { on: '2026-12-01' }],
  ['left', 'Graham Peel перешла в другую компанию с понедельника', 'ru-RU', { on: '2026-11-23' }],
  ['left', 'Graham Peel 周四走的', 'zh-CN', { on: '2026-11-26' }],
  ['left', 'Graham Peel 本週三離開公司', 'zh-TW', { on: '2026-11-25' }],
  ['left', 'Graham Peel 已離職，即日起生效', 'zh-TW', { on: '2026-11-28' }],
  ['what-if', 'suponha que a 70-473 do Graham Peel vença', 'pt-BR', { events: [{ kind: 'lapses' }] }],
  ['what-if', 'что если мой AZ-104 потеряет силу', 'ru-RU', { events: [{ kind: 'lapses', person: 'me' }] }],
  ['what-if', 'Graham Peel проспит продление AZ-104', 'ru-RU', { events: [{ kind: 'lapses' }] }],
  ['what-if', '如果我的AZ-104断了', 'zh-CN', { events: [{ kind: 'lapses', person: 'me' }] }],
  ['what-if', 'что если экзамен AZ-104 отзовут', 'ru-RU', { events: [{ kind: 'retires' }] }],
  ['figure', 'novos clientes são 415 e não 145', 'pt-BR', { value: 415 }],
  ['figure', 'new customers are 12, not 21', 'en', { value: 12 }],
  ['step', 'Ravinder Sandhu me confirmou que associou a conta', 'pt-BR', { people: ['Ravinder Sandhu'] }],
  ['step', 'Ravinder Sandhu has linked his account', 'en', { people: ['Ravinder Sandhu'], step: 'linked' }],
])('of %s: %s (%s)', (ask, said, locale, parameters) => {
  expect(read(ask, said, locale)).toMatchObject({ meaning: { ask, parameters } });
});

const bothPass = ['Amina Diallo', 'Kofi Mensah'].map((person) => ({ kind: 'passes', person }));

it.each<[string, Locale, readonly object[]]>([
  [
    '假如劉怡君過了DP-203、蔡明軒也過了DP-203',
    'zh-TW',
    [
      { kind: 'passes', person: '劉怡君' },
      { kind: 'passes', person: '蔡明軒' },
    ],
  ],
  ['試算:Amina Diallo 失去 AZ-104', 'zh-TW', [{ kind: 'lapses', person: 'Amina Diallo' }]],
  ['what if Amina Diallo loses her AZ-104', 'en', [{ kind: 'lapses', person: 'Amina Diallo' }]],
  ['what if we lose Amina Diallo', 'en', [{ kind: 'leaves', person: 'Amina Diallo' }]],
  // Those who are joined do the same, and beside somebody who passes nobody leaves of whom it is not said.
  ['what if Amina Diallo and Kofi Mensah pass AZ-104', 'en', bothPass],
  ['if Amina Diallo or Kofi Mensah got AZ-104', 'en', bothPass],
  ['what if AZ-104 is passed by Amina Diallo and Kofi Mensah', 'en', bothPass],
  ['если Amina Diallo и Kofi Mensah сдадут AZ-104', 'ru-RU', bothPass],
  ['e se Amina Diallo e Kofi Mensah passarem na AZ-104', 'pt-BR', bothPass],
  ['如果Amina Diallo和Kofi Mensah通过AZ-104', 'zh-CN', bothPass],
  [
    'what if Amina Diallo leaves and Kofi Mensah passes AZ-104',
    'en',
    [
      { kind: 'passes', person: 'Kofi Mensah' },
      { kind: 'leaves', person: 'Amina Diallo' },
    ],
  ],
])('supposed: %s (%s)', (said, locale, events) => {
  expect(read('what-if', said, locale)).toMatchObject({ meaning: { parameters: { events } } });
});

it.each([
  'what if AZ-104 is passed by Kofi Mensah and Amina Diallo leaves',
  'do we still lose gold if Kofi Mensah passes AZ-104 instead of Amina Diallo',
  'what if Kofi Mensah leaves but Amina Diallo stays',
  'if Kofi Mensah passes AZ-104 before Amina Diallo does',
  'what if Kofi Mensah, who mentors Amina Diallo, passes AZ-104',
])('asks what is supposed of whom: %s', (said) => {
  expect(read('what-if', said, 'en')).toMatchObject({ missing: 'events' });
});

it.each<[string, string, Locale, string]>([
  ['expiring', 'what expires before Christmas', 'en', 'until'],
  ['expiring', '聖誕節前邊個張牌會過期', 'zh-TW', 'until'],
  ['expiring', 'список на продление, горизонт год', 'ru-RU', 'until'],
  ['figure', 'active users are 200 and Power BI seats 300', 'en', 'metric'],
  ['completed', 'a Chiara Romano tem o DP-600, válido até 25/11/2027', 'pt-BR', 'on'],
  ['completed', 'Rizky Pratama 續了他的 AZ-104,效期到 2027-11-30', 'zh-TW', 'on'],
])('of %s is asked for: %s (%s)', (ask, said, locale, parameter) => {
  expect(read(ask, said, locale)).toMatchObject({ missing: parameter });
});

// Whose seats they are decides which figure it is, and what it was before is not its value.
it.each<[string, Locale, object]>([
  ['we now have 6000 EMS seats', 'en', { metric: 'ems_active_entitlements', value: 6000 }],
  ['我们现在有 6000 个 EMS 席位', 'zh-CN', { metric: 'ems_active_entitlements', value: 6000 }],
  ['Power BI seats 200', 'en', { metric: 'power_bi_seats_deployed', value: 200 }],
  ['deployed seats 300', 'en', { metric: 'power_bi_seats_deployed', value: 300 }],
  ['Azure consumption $150k, up from 120k', 'en', { value: 150_000 }],
  ['Azure consumption: 150,000 rubles', 'en', { value: 150_000, currency: 'RUB' }],
  ['把 Azure 消费改成一百万人民币', 'zh-CN', { value: 1_000_000, currency: 'CNY' }],
])('the figure of %s (%s)', (said, locale, parameters) => {
  const context = contextFor(locale);
  expect(understand(said, context, recognizeQuestion(said, context)).meaning).toMatchObject({
    ask: 'figure',
    parameters,
  });
});

it('takes an account that was deleted for no step', () => {
  const context = contextFor('en');
  const said = 'Amina Diallo deleted her account';
  expect(understand(said, context, recognizeQuestion(said, context)).meaning?.ask).not.toBe('step');
});

it.each<[string, Locale, object]>([
  ['alert log', 'en', { ask: 'alerts' }],
  ['警报', 'zh-CN', { ask: 'alerts' }],
  ['警示', 'zh-TW', { ask: 'alerts' }],
  ['alerta', 'pt-BR', { ask: 'alerts' }],
  ['which programme are you using', 'en', { ask: 'programme', parameters: {} }],
  ['programa antigo vs novo: compara', 'pt-BR', { ask: 'compare' }],
  [
    'compare DevOps and Data Analytics',
    'en',
    { ask: 'compare', parameters: { competencies: ['data-analytics', 'devops'] } },
  ],
  [
    'what is the difference between silver and gold for DevOps',
    'en',
    { ask: 'compare', parameters: { levels: ['silver', 'gold'], competencies: ['devops'] } },
  ],
  ['银牌和金牌有什么区别', 'zh-CN', { ask: 'compare', parameters: { levels: ['silver', 'gold'] } }],
  [
    'что ближе к золоту, DevOps или Datacenter?',
    'ru-RU',
    { ask: 'compare', parameters: { competencies: ['datacenter', 'devops'] } },
  ],
  ['integração da Inês Prado, como está?', 'pt-BR', { ask: 'onboarding', parameters: { person: 'Inês Prado' } }],
  ['integração de aplicativos', 'pt-BR', { ask: 'competency', parameters: { competency: 'application-integration' } }],
  ['program info', 'en', { ask: 'programme', parameters: {} }],
  ['help figures', 'en', { ask: 'help', parameters: { topic: 'figures' } }],
  ['справка: риски', 'ru-RU', { ask: 'help', parameters: { topic: 'risk' } }],
  ['ajuda com alertas', 'pt-BR', { ask: 'help', parameters: { topic: 'alerts' } }],
  ['帮助导入', 'zh-CN', { ask: 'help', parameters: { topic: 'import' } }],
  ['help', 'en', { ask: 'help', parameters: {} }],
])('%s (%s)', (said, locale, meaning) => {
  const context = contextFor(locale);
  expect(understand(said, context, recognizeQuestion(said, context)).meaning).toEqual({ parameters: {}, ...meaning });
});
