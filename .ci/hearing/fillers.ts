/** Values for the slots of the example sentences, as people type them: none of them is a person or a day of the corpus. */
import type { SlotName } from '../../bot/language-understanding/features';
import type { Locale } from '../../domain/basics/locale';

type Fillers = Readonly<Record<SlotName, readonly string[]>>;

const credentials = [
  'AZ-204',
  'DP-300',
  'MD-102',
  'SC-100',
  'PL-900',
  '70-480',
  '70-764',
  'Power Platform Functional Consultant',
  'Windows Server Hybrid Administrator',
  'MCSE',
];
const english: Fillers = {
  person: ['Peter', 'Laura Stein', 'Ahmed', 'Nina Olsen', 'J. Miller', 'Rosa'],
  cred: credentials,
  comp: [
    'cloud business applications',
    'project and portfolio management',
    'digital app innovation',
    'erp',
    'datacenter',
    'infrastructure',
    'security',
    'modern work',
  ],
  level: ['gold', 'silver', 'solutions partner'],
  date: ['3 May', '2026-05-04', 'June 7th', 'last monday', 'the end of march', '12/24'],
  period: ['within two months', 'in 45 days', 'this month', 'next quarter', 'within a year', 'in three weeks'],
  num: ['80', '12,500', '3.4 million', '90k'],
  metric: ['azure consumption', 'active users', 'deployed seats', 'new customers', 'revenue'],
  programme: ['solutions partner', 'competencies', 'designations', 'the old programme', 'the new one'],
};
const russian: Fillers = {
  person: ['Пётр', 'Ольгу', 'Сергея Иванова', 'Ahmed', 'Ирины', 'Дмитрий'],
  cred: credentials,
  comp: ['безопасность', 'девопс', 'инфраструктура', 'облачная платформа', 'data analytics', 'messaging', 'datacenter'],
  level: ['gold', 'silver', 'золото', 'серебро', 'голд', 'золота'],
  date: ['3 мая', '04.05.2026', '7 июня', 'в прошлый вторник', 'позавчера', 'конца марта'],
  period: ['в течение двух месяцев', 'за 45 дней', 'в этом месяце', 'за год', 'через три недели', 'до конца квартала'],
  num: ['80', '12 500', '3,4 млн', '90 тысяч'],
  metric: ['потребление azure', 'активные пользователи', 'рабочие места', 'новые клиенты', 'прибыль'],
  programme: ['solutions partner', 'компетенции', 'назначения', 'старую программу', 'новую'],
};
const portuguese: Fillers = {
  person: ['Pedro', 'Laura', 'Ahmed Khan', 'Rita', 'Paulo Lima'],
  cred: credentials,
  comp: ['segurança', 'devops', 'infraestrutura', 'plataforma de nuvem', 'análise de dados', 'messaging'],
  level: ['gold', 'silver', 'ouro', 'prata'],
  date: ['3 de maio', '04/05/2026', 'dia 7 de junho', 'segunda passada', 'anteontem', 'fim de março'],
  period: [
    'em dois meses',
    'nos próximos 45 dias',
    'esse mês',
    'em um ano',
    'daqui a três semanas',
    'no próximo trimestre',
  ],
  num: ['80', '12.500', '3,4 milhões', '90 mil'],
  metric: ['consumo do azure', 'usuários ativos', 'assentos implantados', 'novos clientes', 'receita'],
  programme: ['solutions partner', 'competências', 'designações', 'programa antigo', 'novo'],
};
const chinese: Fillers = {
  person: ['张伟', '小陈', '刘洋', 'Peter', 'Laura Stein', '陳美玲'],
  cred: credentials,
  comp: ['安全', 'DevOps', '基础架构', '云平台', '数据分析', 'messaging', '資料平台', '雲端生產力'],
  level: ['金牌', '银牌', '金級', '銀級', 'gold'],
  date: ['5月4日', '2026年5月4日', '上周一', '前天', '三月底', '上禮拜三'],
  period: ['两个月内', '45天内', '这个月', '一年内', '三周', '下個季度', '半年'],
  num: ['80', '12,500', '340万', '9萬'],
  metric: ['azure消耗', '活跃用户', '席位数', '新客户', '收入', '基座數', '用量'],
  programme: ['solutions partner', '能力计划', '头衔', '舊制', '新计划', '專長認證'],
};

/** The values of a language. */
export function fillersFor(locale: Locale): Fillers {
  return { en: english, 'ru-RU': russian, 'pt-BR': portuguese, 'zh-CN': chinese, 'zh-TW': chinese }[locale];
}
