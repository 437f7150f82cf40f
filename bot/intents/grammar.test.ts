/** The grammar: what people type, in five languages, and the question that each of them means. */
import type { Question } from '../../cards/contract/question';
import { text } from '../../cards/text';
import type { Refusal } from '../../cards/contract/refusal';
import { type Locale, locales } from '../../domain/basics/locale';
import { builtInProgramme } from '../../infra/catalogue/load';
import type { Phrases } from '../language-understanding/phrases';
import { commands } from './all-commands';
import { recognizeQuestion, vocabularyFor } from './grammar';
import { longestText, stripMarkup } from '../language-understanding/message-text';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';

const vocabulary = vocabularyFor(builtInProgramme('competencies'));

function understood(said: string, locale: Locale = 'en'): Question | Refusal {
  return recognizeQuestion(stripMarkup(said), { vocabulary, locale });
}

/** A question as its values in a row; a refusal as its code, with the competencies that it lets choose from. */
function inBrief(answer: Question | Refusal): string {
  if (!('code' in answer)) return valuesIn(answer).join(' ');
  if (answer.code !== 'ambiguous') return answer.code;
  const ids = answer.candidates.map(({ question }) => ('competency' in question ? question.competency : question.ask));
  return `ambiguous: ${ids.join(', ')}`;
}

function valuesIn(value: unknown): readonly unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(valuesIn) : [value];
}

const utterances: Readonly<Record<string, readonly (readonly [said: string, meant: string])[]>> = {
  English: [
    ['progress', 'progress'],
    ['PROGRESS', 'progress'],
    ['prog', 'progress'],
    ['Progress!', 'progress'],
    ['porgress', 'progress'],
    ['progess', 'progress'],
    ['“progress”', 'progress'],
    ['status', 'progress'],
    ["what's our status?", 'progress'],
    ['give me an overview pls', 'progress'],
    ['where do we stand?', 'progress'],
    ['how are we doing', 'progress'],
    ['how close are we to gold', 'progress'],
    ['progress page 2', 'progress 2'],
    ['membership', 'membership'],
    ['renewal', 'renewal'],
    ['when do we renew our membership?', 'renewal'],
    ['when is our anniversary', 'renewal'],
    ['what is at risk?', 'risk'],
    ['risk', 'risk'],
    ['upgrade', 'upgrade'],
    ['which benefit pack can we buy?', 'upgrade'],
    ['“A recent change to your competency achievement has put your membership renewal eligibility at risk.”', 'risk'],
    ['“你的能力成就的最新变化已使你的成员身份续订资格面临风险”', 'risk'],
    ['「您的專長認證成就最近的變更，已經對您的會員續約資格產生風險」', 'risk'],
    ['Последние изменения в достижении компетенции поставили под угрозу ваше право на обновление членства', 'risk'],
    [
      'Uma recente alteração em sua obtenção de competência colocou sua qualificação de renovação de associação em risco',
      'risk',
    ],
    ['which membership do we have?', 'membership'],
    ['membership silver 14 Feb 2018', 'membership silver 2018-02-14'],
    ['Our silver membership was bought on February 14th, 2018', 'membership silver 2018-02-14'],
    ['membership gold 2018-02-30', 'membership gold 2018-02-30'],
    ['membership gold', 'membership gold'],
    ['time zone Europe/Oslo', 'membership Europe/Oslo'],
    ['membership silver 14 Feb 2018, time zone asia/taipei', 'membership silver Asia/Taipei 2018-02-14'],
    ['time zone UTC', 'membership UTC'],
    ['renewed 20 Feb 2019', 'renewed 2019-02-20'],
    ['we renewed on 2019-02-20', 'renewed 2019-02-20'],
    ['renewed', 'renewed'],
    ['hello, progress', 'progress'],
    ['who is missing', 'progress'],
    ['How far are we with data analytics?', 'competency data-analytics'],
    ['how far to gold in messaging', 'competency messaging'],
    ['please show me progress for devops', 'competency devops'],
    ['PROGRESS - DEVOPS', 'competency devops'],
    ['progress: devops', 'competency devops'],
    ['prgress devops', 'competency devops'],
    ['progress devosp', 'competency devops'],
    ['progress for the cloud platform competency', 'competency cloud-platform'],
    ['progress of application integration please', 'competency application-integration'],
    ['progress data platform', 'competency data-platform'],
    ['progress dataplatform', 'competency data-platform'],
    ['progress data anlytics', 'competency data-analytics'],
    ['progress dta analytics', 'competency data-analytics'],
    ['progress windows', 'competency windows-and-devices'],
    ['progress intune', 'competency enterprise-mobility-management'],
    ['progress small business', 'competency small-and-midmarket-cloud-solutions'],
    ['progress smb', 'competency small-and-midmarket-cloud-solutions'],
    ['progress collab', 'competency collaboration-and-content'],
    ['progress project', 'competency project-and-portfolio-management'],
    ['progress ERP', 'competency enterprise-resource-planning'],
    ['ERP?', 'competency enterprise-resource-planning'],
    ['emm', 'competency enterprise-mobility-management'],
    ['crm', 'competency cloud-customer-relationship-management'],
    ['ccrm', 'competency cloud-customer-relationship-management'],
    ['ppm', 'competency project-and-portfolio-management'],
    ['CBA', 'competency cloud-business-applications'],
    ['progress data', 'ambiguous: data-analytics, data-platform'],
    ['data', 'ambiguous: data-analytics, data-platform'],
    [
      'cloud',
      'ambiguous: cloud-platform, cloud-productivity, small-and-midmarket-cloud-solutions, cloud-business-applications, cloud-customer-relationship-management',
    ],
    ['enterprise', 'ambiguous: enterprise-mobility-management, enterprise-resource-planning'],
    ['application', 'ambiguous: application-development, application-integration, cloud-business-applications'],
    ['platform', 'ambiguous: cloud-platform, data-platform'],
    ['data platform and data analytics', 'ambiguous: data-analytics, data-platform'],
    ['status erp & crm', 'ambiguous: cloud-customer-relationship-management, enterprise-resource-planning'],
    ['data analytics', 'competency data-analytics'],
    ['Data Analytics gold', 'competency data-analytics'],
    ['datacenter', 'competency datacenter'],
    ['data center', 'competency datacenter'],
    ['datacentre', 'competency datacenter'],
    ['progess datacenter', 'competency datacenter'],
    ['progress entreprise mobility', 'competency enterprise-mobility-management'],
    ['dev ops', 'competency devops'],
    ['cloud plaform', 'competency cloud-platform'],
    ['azure progress', 'competency cloud-platform'],
    ['app dev', 'competency application-development'],
    ['windows & devices', 'competency windows-and-devices'],
    ['Windows and Devices', 'competency windows-and-devices'],
    ['power bi', 'competency data-analytics'],
    ['sharepoint', 'competency collaboration-and-content'],
    ['office 365', 'competency cloud-productivity'],
    ['surface', 'competency windows-and-devices'],
    ['dynamics', 'competency cloud-business-applications'],
    ['are we gold in data platform?', 'competency data-platform'],
    ['what is missing for devops', 'competency devops'],
    ['who is missing for data analytics', 'competency data-analytics'],
    ['help devops', 'competency devops'],
    ['ｗｈｙ　ｄｅｖｏｐｓ', 'why devops'],
    ['why data analytics gold', 'why data-analytics gold'],
    ['why data analytics', 'why data-analytics'],
    ['why not gold in cloud platform?', 'why cloud-platform gold'],
    ['why is devops not gold yet', 'why devops gold'],
    ['why messaging silver page 2', 'why messaging silver 2'],
    ['why erp silver', 'why enterprise-resource-planning silver'],
    ['how come we are not gold in erp', 'why enterprise-resource-planning gold'],
    ['who counts for data platform gold', 'people counts data-platform'],
    ['explain erp', 'why enterprise-resource-planning'],
    ['reason for silver in messaging', 'why messaging silver'],
    ['why', 'which-competency'],
    ['why gold', 'which-competency'],
    ['why data', 'ambiguous: data-analytics, data-platform'],
    [
      'why cloud',
      'ambiguous: cloud-platform, cloud-productivity, small-and-midmarket-cloud-solutions, cloud-business-applications, cloud-customer-relationship-management',
    ],
    ['requirements cloud platform', 'requirements cloud-platform'],
    ['req emm', 'requirements enterprise-mobility-management'],
    ['requirments for comunications', 'requirements communications'],
    ['what do we need for devops', 'requirements devops'],
    ["what's required for gold in data platform", 'requirements data-platform'],
    ['what does gold require in cloud platform', 'requirements cloud-platform'],
    ['criteria for datacenter', 'requirements datacenter'],
    ['requirements', 'which-competency'],
    ['requirements data', 'ambiguous: data-analytics, data-platform'],
    ['requirements xyz', 'unknown-competency'],
    ['progress foo', 'unknown-competency'],
    ['people', 'people'],
    ['expiring', 'expiring'],
    ['expiring within 180 days', 'expiring 180'],
    ['what expires soon?', 'expiring'],
    ['key people', 'key-people'],
    ['key people devops', 'key-people devops'],
    ['who may not leave in cloud platform?', 'key-people cloud-platform'],
    ['plan data analytics gold', 'plan data-analytics gold'],
    ['plan devops', 'plan devops'],
    ['how do we get gold in cloud platform', 'plan cloud-platform gold'],
    ['plan', 'plan'],
    ['plan xyz', 'unknown-competency'],
    ['people page 2', 'people 2'],
    ['people 3', 'people 3'],
    ['staff page 4', 'people 4'],
    ['show me all people', 'people'],
    ['who do we have', 'people'],
    ['team', 'people'],
    ['person Ana Lima', 'person Ana Lima'],
    ['perosn ana lima', 'person ana lima'],
    ['who is Tomasz Wieczorek?', 'person Tomasz Wieczorek'],
    ['Who is Zoë Ångström', 'person Zoë Ångström'],
    ['person Dana', 'person Dana'],
    ['person ana.lima@contoso.example', 'person ana.lima@contoso.example'],
    ['person 2784412', 'person 2784412'],
    ['person', 'which-person'],
    ['person me', 'person me'],
    ['me', 'person me'],
    ['my certifications', 'person me'],
    ['show me my certifications', 'person me'],
    ['who am i', 'person me'],
    ['help', 'help'],
    ['/help', 'help'],
    ['hi', 'help'],
    ['hi there', 'help'],
    ['hello', 'help'],
    ['hey laurel!', 'help'],
    ['good morning', 'help'],
    ['thanks!', 'none thanks'],
    ['what can you do?', 'help'],
    ['?', 'help'],
    ['...', 'help'],
    ['🙂', 'help'],
    ['weather', 'not-understood'],
    ['asdfgh', 'not-understood'],
    ['our project manager quit yesterday', 'not-understood'],
  ],
  'Chinese, simplified': [
    ['进度', 'progress'],
    ['进度怎么样', 'progress'],
    ['查看DevOps进度', 'competency devops'],
    ['查看进度', 'progress'],
    ['我们的情况如何', 'progress'],
    ['各能力的进度', 'progress'],
    ['显示数据平台的进度', 'competency data-platform'],
    ['数据分析离金牌还差多远', 'competency data-analytics'],
    ['我们离云平台金牌还有多远？', 'competency cloud-platform'],
    ['ERP差多少', 'competency enterprise-resource-planning'],
    ['缺什么', 'progress'],
    ['数据', 'ambiguous: data-analytics, data-platform, datacenter'],
    ['数据分折', 'competency data-analytics'],
    ['数据平台', 'competency data-platform'],
    ['数据中心', 'competency datacenter'],
    [
      '云',
      'ambiguous: cloud-platform, cloud-productivity, small-and-midmarket-cloud-solutions, cloud-business-applications, cloud-customer-relationship-management',
    ],
    ['应用程序', 'ambiguous: application-development, application-integration, cloud-business-applications'],
    ['企业资源计划', 'competency enterprise-resource-planning'],
    ['windows和设备', 'competency windows-and-devices'],
    ['中小型市场云解决方案', 'competency small-and-midmarket-cloud-solutions'],
    ['能力 通信', 'competency communications'],
    ['为什么数据分析没有达到金牌', 'why data-analytics gold'],
    ['为什么 数据分析 金牌', 'why data-analytics gold'],
    ['DevOps金牌为什么没有', 'why devops gold'],
    ['原因 消息', 'why messaging'],
    ['谁算 数据平台', 'people counts data-platform'],
    ['云平台的要求是什么', 'requirements cloud-platform'],
    ['DevOps 要求', 'requirements devops'],
    ['云业务应用程序需要什么', 'requirements cloud-business-applications'],
    ['需要', 'which-competency'],
    ['人员', 'people'],
    ['即将到期', 'expiring'],
    ['30天内到期', 'expiring 30'],
    ['关键人员', 'key-people'],
    ['数据平台的关键人员', 'key-people data-platform'],
    ['数据分析金牌方案', 'plan data-analytics gold'],
    ['计划', 'plan'],
    ['人员 第2页', 'people 2'],
    ['第3页人员', 'people 3'],
    ['员工', 'people'],
    ['个人 张伟', 'person 张伟'],
    ['张伟的证书', 'person 张伟'],
    ['张伟是谁', 'person 张伟'],
    ['我的认证', 'person me'],
    ['帮助', 'help'],
    ['你好', 'help'],
    ['谢谢', 'none thanks'],
  ],
  'Chinese, traditional': [
    ['進度', 'progress'],
    ['專長認證進度', 'progress'],
    ['雲端平台的進度如何', 'competency cloud-platform'],
    ['資料分析', 'competency data-analytics'],
    ['資料中心', 'competency datacenter'],
    ['雲端CRM', 'competency cloud-customer-relationship-management'],
    ['企業行動管理', 'competency enterprise-mobility-management'],
    ['專長認證 資料平台', 'competency data-platform'],
    ['為什麼雲端平台沒有金級', 'why cloud-platform gold'],
    ['為何 資料平台 銀級', 'why data-platform silver'],
    ['金會員 為什麼 訊息中心', 'why messaging gold'],
    ['資料分析的要求條件', 'requirements data-analytics'],
    ['要求條件 雲端平台', 'requirements cloud-platform'],
    ['人員', 'people'],
    ['即將到期', 'expiring'],
    ['關鍵人員', 'key-people'],
    ['資料分析 金級 方案', 'plan data-analytics gold'],
    ['計劃', 'plan'],
    ['員工', 'people'],
    ['個人 陳怡君', 'person 陳怡君'],
    ['我的紀錄', 'person me'],
    ['說明', 'help'],
    ['幫助', 'help'],
    ['哈囉', 'help'],
  ],
  Russian: [
    ['прогресс', 'progress'],
    ['Прогресс!', 'progress'],
    ['прогрес', 'progress'],
    ['ход выполнения', 'progress'],
    ['статус по DevOps', 'competency devops'],
    ['где мы?', 'progress'],
    ['где мы с платформой данных', 'competency data-platform'],
    ['прогресс по аналитике данных', 'competency data-analytics'],
    ['как далеко мы с облачной платформой?', 'competency cloud-platform'],
    ['как у нас дела с облачной производительностью?', 'competency cloud-productivity'],
    ['сколько осталось до золота по связи', 'competency communications'],
    ['чего не хватает для DevOps?', 'competency devops'],
    ['аналитика', 'competency data-analytics'],
    [
      'облачные',
      'ambiguous: cloud-platform, cloud-productivity, small-and-midmarket-cloud-solutions, cloud-business-applications',
    ],
    [
      'управление',
      'ambiguous: enterprise-mobility-management, project-and-portfolio-management, cloud-customer-relationship-management',
    ],
    ['облачная платформа', 'competency cloud-platform'],
    ['разработка приложений', 'competency application-development'],
    ['связь', 'competency communications'],
    ['компетенция связь', 'competency communications'],
    ['почему нет золота по аналитике данных', 'why data-analytics gold'],
    ['почему аналитика данных gold', 'why data-analytics gold'],
    ['почему нет серебра в разработке приложений', 'why application-development silver'],
    ['зачем ERP', 'why enterprise-resource-planning'],
    ['объясни связь', 'why communications'],
    ['требования к платформе данных', 'requirements data-platform'],
    ['требования к центру обработки данных', 'requirements datacenter'],
    ['требованя devops', 'requirements devops'],
    ['что нужно для интеграции приложений', 'requirements application-integration'],
    ['сотрудники', 'people'],
    ['что истекает', 'expiring'],
    ['истекает за 30 дней', 'expiring 30'],
    ['ключевые сотрудники', 'key-people'],
    ['ключевые сотрудники по devops', 'key-people devops'],
    ['план по аналитике данных gold', 'plan data-analytics gold'],
    ['план', 'plan'],
    ['сотрудники страница 2', 'people 2'],
    ['покажи сотрудников', 'people'],
    ['люди', 'people'],
    ['сотрудник Иванов', 'person Иванов'],
    ['кто такой Пётр Петров', 'person Пётр Петров'],
    ['мои сертификаты', 'person me'],
    ['обо мне', 'person me'],
    ['справка', 'help'],
    ['помощь', 'help'],
    ['привет', 'help'],
    ['Здравствуйте!', 'help'],
    ['добрый день', 'help'],
  ],
  Portuguese: [
    ['progresso', 'progress'],
    ['PROGRESSO', 'progress'],
    ['progreso', 'progress'],
    ['qual é o progresso?', 'progress'],
    ['progresso análise de dados', 'competency data-analytics'],
    ['progresso analise de dados', 'competency data-analytics'],
    ['progresso do erp', 'competency enterprise-resource-planning'],
    ['andamento da plataforma de nuvem', 'competency cloud-platform'],
    ['situação em comunicações', 'competency communications'],
    ['como estamos em plataforma de dados?', 'competency data-platform'],
    ['o que falta para devops?', 'competency devops'],
    ['quem falta em devops', 'competency devops'],
    ['dados', 'ambiguous: data-analytics, data-platform'],
    ['plataforma', 'ambiguous: cloud-platform, data-platform'],
    ['competência devops', 'competency devops'],
    ['por que plataforma de nuvem ouro', 'why cloud-platform gold'],
    ['por que não somos ouro em análise de dados?', 'why data-analytics gold'],
    ['porque não somos prata em mensagens', 'why messaging silver'],
    ['explique devops', 'why devops'],
    ['requisitos do erp', 'requirements enterprise-resource-planning'],
    ['exigências da plataforma de dados', 'requirements data-platform'],
    ['o que precisamos para colaboração?', 'requirements collaboration-and-content'],
    ['pessoas', 'people'],
    ['expirando em 90 dias', 'expiring 90'],
    ['pessoas-chave', 'key-people'],
    ['pessoas-chave em devops', 'key-people devops'],
    ['plano análise de dados ouro', 'plan data-analytics gold'],
    ['plano', 'plan'],
    ['pessoas página 3', 'people 3'],
    ['funcionários', 'people'],
    ['pessoa João Silva', 'person João Silva'],
    ['quem é Maria de Souza', 'person Maria de Souza'],
    ['minhas certificações', 'person me'],
    ['ajuda', 'help'],
    ['oi', 'help'],
    ['olá', 'help'],
    ['bom dia', 'help'],
    ['obrigado', 'none thanks'],
  ],
};

const corrections: typeof utterances = {
  'what admins enter': [
    ['left chen wei 2018-06-30', 'left chen wei 2018-06-30'],
    ['Chen Wei has left on 30 June 2018', 'left Chen Wei 2018-06-30'],
    ['left chen', 'left chen'],
    ['left chen yesterday', 'left chen yesterday'],
    ['what is left for devops', 'competency devops'],
    ['left to do', 'progress'],
    ['离职 陈伟', 'left 陈伟'],
    ['陈伟已离职', 'left 陈伟'],
    ['ушел Иван Петров 30.06.2018', 'left Иван Петров 2018-06-30'],
    ['saiu Maria de Souza ontem', 'left Maria de Souza yesterday'],
    ['completed 70-473 chen', 'completed 70-473 chen'],
    ['chen passed 70-473 on 2018-05-20', 'completed 70-473 chen 2018-05-20'],
    ['completed 70473', 'completed 70-473 me'],
    ['i passed 70-473 yesterday', 'completed 70-473 me yesterday'],
    ['completed', 'which-credential'],
    ['completed 70-999 chen', 'unknown-credential'],
    ['сдал 70-473 Иван Петров', 'completed 70-473 Иван Петров'],
    ['concluiu 70-473 Maria', 'completed 70-473 Maria'],
    ['已通过 70-473 陈伟', 'completed 70-473 陈伟'],
    ['remove 70-473 chen', 'remove 70-473 chen'],
    ['delete 70-473 from chen wei', 'remove 70-473 chen wei'],
    ['удалить 70-473 Петров', 'remove 70-473 Петров'],
    ['figure azure consumption 250000', 'figure azure_consumption_usd_12m 250000'],
    ['figure azure_consumption_usd_12m 250,000 2018-05-31', 'figure azure_consumption_usd_12m 250000 2018-05-31'],
    ['figure azure consumption 12 months 250k', 'figure azure_consumption_usd_12m 250000'],
    ['figure azure consumption $1.5m', 'figure azure_consumption_usd_12m 1500000'],
    ['figure power bi seats 1200', 'figure power_bi_seats_deployed 1200'],
    ['figure revenue 250000', 'ambiguous: figure, figure, figure'],
    ['figure turnover 5', 'unknown-metric'],
    ['figure', 'which-value'],
    ['figure azure consumption', 'figures azure_consumption_usd_12m'],
    ['показатель потребление Azure 250 000', 'figure azure_consumption_usd_12m 250000'],
    ['indicador consumo do Azure 250.000,50', 'figure azure_consumption_usd_12m 250000.5'],
    ['指标 Azure 消耗量 25万', 'figure azure_consumption_usd_12m 250000'],
    ['undo', 'undo'],
    ['please undo that', 'undo'],
    ['撤销', 'undo'],
    ['отмени', 'undo'],
    ['desfazer', 'undo'],
    ['profile', 'profile'],
    ['what does our business profile show', 'profile'],
    ['my profile', 'person me'],
    ['profile of chen wei', 'person chen wei'],
    ['业务档案', 'profile'],
    ['бизнес-профиль', 'profile'],
    ['perfil de negócios', 'profile'],
    ['benefits', 'benefits'],
    ['what are the benefits of gold?', 'benefits gold'],
    ['преимущества Silver', 'benefits silver'],
    ['benefícios ouro', 'benefits gold'],
    ['权益 金牌', 'benefits gold'],
    ['override devops gold until 2018-09-30', 'override devops gold 2018-09-30'],
    ['override devops', 'override devops'],
    ['override gold for data analytics till 30 sept', 'override data-analytics gold --09-30'],
    ['exemption devops until tomorrow', 'override devops tomorrow'],
    ['override', 'which-competency'],
    ['override xyzzy gold', 'unknown-competency'],
    ['remove override devops', 'override devops true'],
    ['remove the exemption of data analytics', 'override data-analytics true'],
    ['исключение DevOps Gold до 30.09.2018', 'override devops gold 2018-09-30'],
    ['удалить исключение DevOps', 'override devops true'],
    ['exceção devops ouro até 30/09/2018', 'override devops gold 2018-09-30'],
    ['例外 DevOps 金牌 至 2018-09-30', 'override devops gold 2018-09-30'],
    ['移除例外 DevOps', 'override devops true'],
  ],
};

describe.each(Object.entries({ ...utterances, ...corrections }))('%s', (_, table) => {
  it.each(table)('%s → %s', (said, meant) => {
    expect(inBrief(understood(said))).toBe(meant);
  });
});

it.each(locales)('a client in %s changes the words of the buttons and nothing else', (locale) => {
  for (const [said, meant] of Object.values(utterances).flat()) expect(inBrief(understood(said, locale))).toBe(meant);
});

it('buttons of a refusal speak the language of the client', () => {
  expect(understood('progress data', 'zh-CN')).toMatchObject({
    code: 'ambiguous',
    heard: 'progress data',
    candidates: [{ label: '数据分析' }, { label: '数据平台' }],
  });
});

it.each(['weather', 'progress xyzzy', '天气', 'погода'])(
  'to what is not understood, such as %s, the nearest three are offered',
  (said) => {
    expect(understood(said)).toMatchObject({ nearest: [expect.anything(), expect.anything(), expect.anything()] });
  },
);

it.each(['weather', 'why data', 'person'])(
  'every candidate of a refusal, as for %s, is a question that has an answer',
  (said) => {
    const refusal = understood(said) as Extract<Refusal, { nearest: unknown } | { candidates: unknown }>;
    const candidates = 'candidates' in refusal ? refusal.candidates : refusal.nearest;
    expect(candidates.length).toBeGreaterThan(0);
    for (const { question } of candidates) expect(commands.map(({ name }) => name)).toContain(question.ask);
  },
);

/** What a phrase on its own asks for, also where it is not yet a whole question. */
function reached(phrase: string): string {
  const answer = understood(phrase);
  if (!('code' in answer)) return answer.ask;
  if (answer.code === 'which-competency') return answer.ask;
  if (answer.code === 'which-event') return 'what-if';
  return answer.code === 'which-person' || answer.code === 'which-credential' || answer.code === 'which-value'
    ? answer.ask
    : answer.code;
}

describe.each(commands.map((command) => [command.name, command] as const))(
  '%s',
  (name, { phrases: hears, extraPhrases: hearsAlso }) => {
    const phrases = (all: Phrases | undefined) => locales.flatMap((locale) => all?.[locale] ?? []);

    it.each([...new Set([...phrases(hears), ...phrases(hearsAlso)])])(
      'is reached by “%s” and nothing else is',
      (phrase) => {
        expect(reached(phrase)).toBe(name);
      },
    );

    it.each(locales)('says an example in %s that it understands itself', (locale) => {
      expect(understood(text(locale).say(`command.${name}.example`, { goal: 'competency' }))).toMatchObject({
        ask: name,
      });
    });
  },
);

describe('the command menu of Teams', () => {
  const folder = join(__dirname, '..', '..', 'infra', 'appPackage');
  const titles = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => titlesIn(JSON.parse(readFileSync(join(folder, file), 'utf8')), ''));
  const placeOf = (path: string) => (path.match(/\d+/g) ?? []).join(' ');
  const order = titles.filter(({ path }) => path.startsWith('.bots.'));
  const inEnglish = new Map(order.map(({ title, path }) => [placeOf(path), title]));

  it('is there', () => {
    expect(order.length).toBeGreaterThan(0);
    expect(titles.length).toBeGreaterThanOrEqual(order.length * locales.length);
  });

  it.each(titles)('has $title ($path), which is heard as what stands in its place in English', ({ title, path }) => {
    expect(reached(title)).toBe(reached(inEnglish.get(placeOf(path))!));
  });
});

/** Titles of commands in a manifest, where they are nested, and in a language file, where they have paths for keys. */
function titlesIn(value: unknown, path: string): readonly { readonly path: string; readonly title: string }[] {
  if (typeof value === 'string') return /commands[^a-z]*title$/.test(path) ? [{ path, title: value }] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => titlesIn(inner, `${path}.${key}`));
}

describe('any text', () => {
  const words = Object.values(utterances)
    .flat()
    .flatMap(([said]) => said.split(' '));
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.array(fc.constantFrom(...words), { maxLength: 30 }).map((some) => some.join(' ')),
  );

  it('has an answer', () => {
    fc.assert(
      fc.property(anything, fc.constantFrom(...locales), (said, locale) => {
        expect(inBrief(understood(said, locale))).not.toBe('');
      }),
      { numRuns: 300 },
    );
  });

  it.each(['a', '数', 'ы', 'why ', 'data ', '数据', ' x1', '<at>', '&amp;', '\u{10ffff}', 'Ώ', '数a'])(
    'of the greatest length has one too, and what is beyond is cut: %j',
    (piece) => {
      const long = piece.repeat(longestText);
      expect(understood(long.slice(0, longestText))).toEqual(understood(long));
    },
  );
});
