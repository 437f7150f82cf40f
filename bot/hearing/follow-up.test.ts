/** Messages that only say what differs from the question before, in five languages, and what must not be taken for one. */
import { emptyPartner } from '../../domain/partner/partner';
import { noIdentifiers } from '../../domain/partner/people/person';
import { builtInProgramme } from '../../infra/catalogue/load';
import { openMemory } from '../../infra/memory/store';
import { AskedBefore } from '../context/asked-before';
import { askBy, tenant, worldOf } from '../partner/standing-cache.case';
import type { Locale } from '../../domain/basics/locale';
import type { Question } from '../../cards/contract/question';
import type { Refusal } from '../../cards/contract/refusal';
import { isFollowed } from './follow-up';
import { readSentence } from './reading';

const programme = builtInProgramme('competencies');
const now = Date.parse('2026-11-28T12:00:00Z');

async function conversation() {
  const store = openMemory();
  const partner = { ...emptyPartner(tenant, programme.id), programme: programme.id };
  await store.partners.write(tenant, [{ kind: 'create', value: partner }]);
  const people = ['Owen Brandt', 'Yuki Tanabe'].map((name) => ({
    id: name,
    name,
    identifiers: noIdentifiers,
    achievements: [],
  }));
  await store.people.write(
    tenant,
    people.map((value) => ({ kind: 'create', value })),
  );
  const services = worldOf(store, { programmes: new Map([[programme.id, programme]]) });
  const asked = new AskedBefore();
  return async (
    said: string,
    as: { locale?: Locale; at?: number; user?: string } = {},
  ): Promise<Question | Refusal> => {
    const { locale = 'en', at = now, user = 'boss' } = as;
    const request = { ...askBy(user, at), locale };
    const { understood } = await readSentence(said, request, { services, programme, last: asked.last(request) });
    if ('code' in understood) asked.refused(understood, programme.id, request);
    else if (isFollowed(understood)) asked.answered(understood, programme.id, request);
    return understood;
  };
}

it.each<[Locale, string, string, object]>([
  ['en', 'plan devops', 'and gold?', { ask: 'plan', competency: 'devops', level: 'gold' }],
  ['en', 'plan devops gold', 'what about Data Platform?', { ask: 'plan', competency: 'data-platform', level: 'gold' }],
  ['en', 'requirements devops', 'no, I meant Cloud Platform', { ask: 'requirements', competency: 'cloud-platform' }],
  ['en', 'person Owen', 'and Yuki?', { ask: 'person', person: 'Yuki Tanabe' }],
  ['en', 'expiring within 30 days', 'and within a year?', { ask: 'expiring', days: 365 }],
  ['en', 'expiring within 30 days', 'what about next month?', { ask: 'expiring', until: '2026-12-31' }],
  ['en', 'devops', 'why not gold?', { ask: 'why', competency: 'devops', level: 'gold' }],
  ['ru-RU', 'план DevOps', 'а золото?', { ask: 'plan', competency: 'devops', level: 'gold' }],
  ['ru-RU', 'сотрудник Owen', 'а Yuki?', { ask: 'person', person: 'Yuki Tanabe' }],
  ['pt-BR', 'plano devops', 'e ouro?', { ask: 'plan', competency: 'devops', level: 'gold' }],
  ['pt-BR', 'plano devops', 'não, quis dizer Data Platform', { ask: 'plan', competency: 'data-platform' }],
  ['zh-CN', '计划 DevOps', '那金牌呢？', { ask: 'plan', competency: 'devops', level: 'gold' }],
  ['zh-TW', '計畫 DevOps', '那 Data Platform 呢？', { ask: 'plan', competency: 'data-platform' }],
])('%s: after “%s”, “%s” asks %j', async (locale, first, then, question) => {
  const say = await conversation();
  expect(await say(first, { locale })).not.toHaveProperty('code');
  expect(await say(then, { locale })).toEqual(question);
});

it.each<[string, string]>([
  ['plan devops', 'override gold'],
  ['plan devops', 'ask people'],
  ['membership', 'and gold?'],
  ['membership', 'and yesterday?'],
  ['expiring', 'and yesterday?'],
  ['expiring', 'and 30 days ago?'],
  ['plan devops gold', 'and DevOps and Data Platform?'],
  ['person Owen', 'and Owen and Yuki?'],
  ['plan devops', 'and Owen?'],
  ['计划 DevOps', '那不是金牌'],
  ['what if Owen leaves in March', '70-497 1 March 2027'],
])('after “%s”, “%s” changes nothing of it', async (first, then) => {
  const say = await conversation();
  const afresh = await (await conversation())(then);
  await say(first);
  expect(await say(then)).toEqual(afresh);
});

it('takes a day for the one that was asked for', async () => {
  const say = await conversation();
  expect(await say('what if Owen leaves in March')).toMatchObject({ code: 'which-day' });
  expect(await say('1 March 2027')).toMatchObject({ ask: 'what-if', on: '2027-03-01' });
});

it('asks nothing again of what would be recorded, nor after a quarter of an hour, nor for another person', async () => {
  const say = await conversation();
  await say('Owen left yesterday');
  expect(await say('and Yuki?')).not.toMatchObject({ ask: 'left' });
  await say('plan devops');
  expect(await say('and gold?', { user: 'other' })).toHaveProperty('code');
  expect(await say('and gold?', { at: now + 16 * 60_000 })).toHaveProperty('code');
});

it('reads a whole sentence as it is, whatever was asked before', async () => {
  const say = await conversation();
  await say('plan devops');
  expect(await say('and what expires soon?')).toMatchObject({ ask: 'expiring' });
  expect(await say('progress')).toEqual({ ask: 'progress' });
});

it.each<[Locale, string, string, object]>([
  [
    'en',
    'person Yuki',
    'she passed 70-497 on Friday',
    { ask: 'completed', person: 'Yuki Tanabe', credential: '70-497', on: '2026-11-27' },
  ],
  ['en', 'person Yuki', 'she left yesterday', { ask: 'left', person: 'Yuki Tanabe', on: '2026-11-27' }],
  ['en', 'person Yuki', 'when does her 70-497 expire?', { ask: 'person', person: 'Yuki Tanabe' }],
  ['en', 'Owen left yesterday', 'what has he passed?', { ask: 'person', person: 'Owen Brandt' }],
  ['en', 'person Yuki', 'remove her 70-473', { ask: 'remove', person: 'Yuki Tanabe', credential: '70-473' }],
  ['en', 'person Yuki', 'onboard her', { ask: 'onboard', people: ['Yuki Tanabe'] }],
  ['en', 'person Yuki', 'what if she leaves?', { ask: 'what-if', events: [{ kind: 'leaves', person: 'Yuki Tanabe' }] }],
  ['en', 'what if Owen leaves', 'forget him', { ask: 'forget', person: 'Owen Brandt' }],
  [
    'ru-RU',
    'сотрудник Yuki',
    'она сдала 70-497 в пятницу',
    { ask: 'completed', person: 'Yuki Tanabe', credential: '70-497', on: '2026-11-27' },
  ],
  [
    'ru-RU',
    'сотрудник Owen',
    'что если он уйдёт?',
    { ask: 'what-if', events: [{ kind: 'leaves', person: 'Owen Brandt' }] },
  ],
  ['ru-RU', 'сотрудник Owen', 'подключи его', { ask: 'onboard', people: ['Owen Brandt'] }],
  ['pt-BR', 'pessoa Yuki', 'ela saiu ontem', { ask: 'left', person: 'Yuki Tanabe', on: '2026-11-27' }],
  ['pt-BR', 'pessoa Yuki', 'tira a 70-473 dela', { ask: 'remove', person: 'Yuki Tanabe', credential: '70-473' }],
  ['zh-CN', 'Yuki的记录', '她考过了70-497', { ask: 'completed', person: 'Yuki Tanabe', credential: '70-497' }],
  ['zh-TW', 'Owen的紀錄', '他昨天離職了', { ask: 'left', person: 'Owen Brandt', on: '2026-11-27' }],
  ['en', 'devops', 'what does it need?', { ask: 'requirements', competency: 'devops' }],
  ['en', 'devops', 'how do we get it to gold?', { ask: 'plan', competency: 'devops', level: 'gold' }],
  ['en', 'devops', 'who counts for it?', { ask: 'people', show: 'counts', competency: 'devops' }],
  ['en', 'plan Data Platform', 'who does it hang on?', { ask: 'key-people', competency: 'data-platform' }],
  ['en', 'who holds 70-497', 'what is it good for?', { ask: 'serves', credential: '70-497' }],
  ['ru-RU', 'план DevOps', 'что для неё нужно?', { ask: 'requirements', competency: 'devops' }],
  ['ru-RU', 'у кого есть 70-497', 'а для чего он нужен?', { ask: 'serves', credential: '70-497' }],
  ['pt-BR', 'plano devops', 'quem conta pra ela?', { ask: 'people', show: 'counts', competency: 'devops' }],
  ['zh-CN', '计划 DevOps', '它要求什么', { ask: 'requirements', competency: 'devops' }],
  ['zh-TW', '計畫 DevOps', '它還缺什麼', { ask: 'competency', competency: 'devops' }],
])('%s: after “%s”, “%s” speaks of the same: %j', async (locale, first, then, question) => {
  const say = await conversation();
  expect(await say(first, { locale })).not.toHaveProperty('code');
  expect(await say(then, { locale })).toEqual(question);
});

const passed = { ask: 'completed', person: 'Owen', credential: '70-497', on: '2026-11-26' };

it.each<[Locale, string, string, object]>([
  ['en', 'Owen passed 70-497 on 26 November', 'no, it was Friday', { ...passed, on: '2026-11-27' }],
  ['en', 'Owen passed 70-497 on 26 November', 'sorry, I meant Yuki', { ...passed, person: 'Yuki Tanabe' }],
  ['en', 'Owen passed 70-497 on 26 November', 'it was Yuki, not Owen', { ...passed, person: 'Yuki Tanabe' }],
  ['en', 'Owen passed 70-497 on 26 November', 'actually it was 70-473', { ...passed, credential: '70-473' }],
  ['en', 'Owen passed 70-497 on 26 November', 'the same for Yuki', { ...passed, person: 'Yuki Tanabe' }],
  ['en', 'Owen passed 70-497 on 26 November', 'Yuki too', { ...passed, person: 'Yuki Tanabe' }],
  [
    'en',
    'we bought gold on 1 June 2026',
    'sorry, silver',
    { ask: 'membership', level: 'silver', boughtOn: '2026-06-01' },
  ],
  [
    'en',
    'Azure consumption is 50000',
    'no, 58,000',
    { ask: 'figure', metric: 'azure_consumption_usd_12m', value: 58_000 },
  ],
  ['ru-RU', 'Owen сдал 70-497 26 ноября', 'нет, в пятницу', { ...passed, on: '2026-11-27' }],
  ['ru-RU', 'Owen сдал 70-497 26 ноября', 'Yuki тоже', { ...passed, person: 'Yuki Tanabe' }],
  [
    'pt-BR',
    'Owen passou na 70-497 em 26 de novembro',
    'não, foi na sexta',
    { ...passed, person: 'Owen Brandt', on: '2026-11-27' },
  ],
  [
    'pt-BR',
    'Owen passou na 70-497 em 26 de novembro',
    'desculpa, quis dizer Yuki',
    { ...passed, person: 'Yuki Tanabe' },
  ],
  ['zh-CN', 'Owen 11月26日通过了70-497', '不对，是昨天', { ...passed, on: '2026-11-27' }],
  ['zh-TW', 'Owen 11月26日通過了70-497', 'Yuki也一樣', { ...passed, person: 'Yuki Tanabe' }],
])('%s: after “%s”, “%s” is another preview: %j', async (locale, first, then, question) => {
  const say = await conversation();
  await say(first, { locale });
  expect(await say(then, { locale })).toEqual(question);
});

it.each<[string, string]>([
  ['Owen passed 70-497', 'no'],
  ['Owen passed 70-497', 'no, it was not Owen'],
  ['Owen passed 70-497', 'sorry, gold'],
  ['Owen passed 70-497', 'actually, who holds 70-473?'],
  ['Owen passed 70-497', 'Owen and Yuki too'],
  ['Owen passed 70-497', 'no, Leila'],
  ['we renewed on 1 June', 'she passed 70-497'],
  ['person me', 'she left yesterday'],
  ['person Owen', 'Yuki passed 70-497 and he did not'],
  ['person Owen', 'what if they leave?'],
  ['devops', 'override it to gold until 30 June 2027'],
  ['devops', 'undo it'],
])('after “%s”, “%s” is read as it is', async (first, then) => {
  const say = await conversation();
  const afresh = await (await conversation())(then);
  await say(first);
  expect(await say(then)).toEqual(afresh);
});
