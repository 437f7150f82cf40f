/** An order that is denied is explained, for each command that writes, also where the command without values only lists. */
import { builtInProgramme } from '../../infra/catalogue/load';
import { locales, type Locale } from '../../domain/basics/locale';
import { noIdentifiers } from '../../domain/partner/people/person';
import { recognizeQuestion, vocabularyFor } from './grammar';
import { understand } from './decision';

const vocabulary = vocabularyFor(builtInProgramme('competencies'));
const people = [{ id: 'bo', name: 'Bo Lind', identifiers: noIdentifiers, achievements: [] }];

/** For each command, one denied order in each language, in the order of `locales`. */
const denied: Readonly<Record<string, readonly [string, string, string, string, string]>> = {
  admins: [
    'do not make Bo Lind admin',
    '不要把 Bo Lind 设为管理员',
    '不要把 Bo Lind 設為管理員',
    'не делай Bo Lind администратором',
    'não torne Bo Lind administrador',
  ],
  retention: [
    'do not set retention to 90 days',
    '不要设置保留期限',
    '不要設定保留期限',
    'не меняй срок хранения',
    'não defina a retenção',
  ],
  readmit: [
    "don't readmit Bo Lind",
    '不要重新接纳 Bo Lind',
    '不要重新接納 Bo Lind',
    'не допускай Bo Lind снова',
    'não readmita Bo Lind',
  ],
  membership: [
    'do not set the membership to gold',
    '不要把会员级别设为 gold',
    '不要把 gold 會員登記進去',
    'не записывай членство gold',
    'não registre a associação gold',
  ],
  renewed: [
    'do not record that we renewed',
    '不要登记已续约',
    '不要登記已續約',
    'не отмечай, что мы продлили членство',
    'não registre que renovamos a associação',
  ],
  programme: [
    'do not switch the programme',
    '不要切换计划',
    '不要切換計劃',
    'не переключай программу',
    'não mude o programa',
  ],
  language: ['do not change the language', '不要更改语言', '不要變更語言', 'не меняй язык', 'não mude o idioma'],
  cost: [
    'do not set the cost of AZ-104',
    '不要设置 AZ-104 的费用',
    '不要設定 AZ-104 的費用',
    'не меняй стоимость AZ-104',
    'não defina o custo do AZ-104',
  ],
  left: [
    'do not mark Bo Lind as left',
    '不要把 Bo Lind 标记为离职',
    '不要把 Bo Lind 標記為離職',
    'не отмечай, что Bo Lind ушёл',
    'não marque que Bo Lind saiu',
  ],
  completed: [
    'do not record that Bo Lind passed AZ-104',
    '不要登记 Bo Lind 通过 AZ-104',
    '不要登記 Bo Lind 通過 AZ-104',
    'не записывай, что Bo Lind сдал AZ-104',
    'não registre que Bo Lind passou no AZ-104',
  ],
  'same-person': [
    'do not merge the duplicates',
    '不要合并重复的人',
    '不要合併重複的人',
    'не объединяй дубликаты',
    'não junte os duplicados',
  ],
  onboard: ['do not onboard everyone', '不要邀请所有人', '不要邀請所有人', 'не приглашай всех', 'não convide todos'],
  import: ['do not import the file', '不要导入文件', '不要匯入檔案', 'не импортируй файл', 'não importe o arquivo'],
  'undo-import': [
    'do not undo the import',
    '不要撤销导入',
    '不要復原匯入',
    'не отменяй импорт',
    'não desfaça a importação',
  ],
  undo: ['do not undo that', '不要撤销', '不要復原', 'не отменяй это', 'não desfaça isso'],
  'stop-alerts': [
    'do not stop the alerts',
    '不要停止警报',
    '不要停止警示',
    'не отключай оповещения',
    'não desative os alertas',
  ],
  forget: [
    'do not erase the data of Bo Lind',
    '不要删除 Bo Lind 的数据',
    '不要刪除 Bo Lind 的資料',
    'не удаляй данные Bo Lind',
    'não apague os dados de Bo Lind',
  ],
  override: [
    'do not override devops gold',
    '不要手动覆盖 devops gold',
    '不要手動覆寫 devops gold',
    'не переопределяй devops gold',
    'não substitua o nível devops gold',
  ],
};

function heard(said: string, locale: Locale): string {
  const context = { vocabulary, locale, today: '2026-11-28', people } as const;
  const { meaning } = understand(said, context, recognizeQuestion(said, context));
  const topic = meaning?.parameters['topic'];
  return `${meaning?.ask ?? 'unsure'} ${String(topic)}`;
}

const rows = Object.entries(denied).flatMap(([name, orders]) =>
  locales.map((locale, at) => [orders[at]!, locale, name] as const),
);

it.each(rows)('“%s” (%s) explains %s', (said, locale, name) => {
  expect(heard(said, locale)).toBe(`help ${name}`);
});

it.each<[string, Locale]>([
  ['do not forget Bo Lind', 'en'],
  ["please don't forget Bo Lind", 'en'],
  ['не забывай Bo Lind', 'ru-RU'],
  ['não esqueça Bo Lind', 'pt-BR'],
])('“%s” (%s) may also be about something else, and still explains how somebody is forgotten', (said, locale) => {
  expect(heard(said, locale)).toBe('help forget');
});

it('does not take a reminder of something else for a denied order', () => {
  expect(heard('do not forget to call mom', 'en')).toBe('unsure undefined');
});
