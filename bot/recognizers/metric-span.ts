/** Finds figures that are named in everyday words: azure consumption, 席位数, usuários ativos. */
import { wordEnd, wordStart } from '../language-understanding/word-edge';
import type { Programme } from '../../domain/programme/programme';
import { recognizeMetrics } from './metric-recognizer';
import { tokenize } from '../language-understanding/utterance';
import type { Lexicon } from '../language-understanding/lexicon';

export interface MetricSpan {
  /** The ids that the words may stand for; the first that the programme has is meant. */
  readonly ids: readonly string[];
  readonly start: number;
  readonly end: number;
}

const azure = ['azure_consumption_usd_12m', 'azure-consumption-12m'];
const product = '(?:(?:office|microsoft) ?365|o365|m365)';

/** Everyday words, each with the figures that they may stand for. */
const forms: readonly (readonly [form: RegExp, ids: readonly string[]])[] = [
  [
    new RegExp(
      `${wordStart}(?:azure|acr) ?(?:consumption|usage|spend(?:ing)?|consumed revenue|的?(?:消耗|用量|使用量|消费|消費)[量额額]?|figure|number|数字|數字)|${wordStart}(?:consumption|consumo|gasto|потреблени[а-яё]*)${wordEnd}(?:\\s+(?:of|do|de|no|in|on)?\\s*azure)?|(?:消耗|用量|使用量|消费|消費)[量额額]?(?!者)|${wordStart}acr${wordEnd}|${wordStart}azure(?=\\s+(?:xqnumxq|(?:is|now|at)\\s+xqnumxq))`,
      'iu',
    ),
    azure,
  ],
  [
    new RegExp(
      `(?:${product}\\s*(?:的)?)?(?:active (?:users?|entitlements?)|usu[aá]rios ativos|активн[а-яё]+ пользовател[а-яё]*|(?:活跃|活動|活动|活躍|作用中)的?(?:用户|使用者|授权|授權)[数數]?)(?:\\s+(?:do|of|in|on|no|в)?\\s*${product})?`,
      'iu',
    ),
    ['o365_active_entitlements', 'business-central-users'],
  ],
  [
    new RegExp(
      `(?:развернут[а-яё]*\\s+)?рабоч[а-яё]+\\s+мест[а-яё]*|(?:deployed\\s+)?seats?${wordEnd}(?:\\s+(?:deployed|count))?|assentos?(?:\\s+implantados)?|(?:已?部署的?)?(?:席位|基座)[数數]?`,
      'iu',
    ),
    ['power_bi_seats_deployed'],
  ],
  [
    new RegExp(
      `${wordStart}new (?:customers?|customer adds)|${wordStart}novos clientes|нов[а-яё]+ клиент[а-яё]*|新增?(?:客户|客戶)[数數]?`,
      'iu',
    ),
    ['new_o365_customers_12m', 'azure-net-customer-adds'],
  ],
  [
    new RegExp(
      `${wordStart}(?:cloud )?revenue${wordEnd}|выручк[а-яё]*|прибыл[а-яё]+|receita\\p{L}*|[云雲]?端?(?:收入|营收|營收)`,
      'iu',
    ),
    ['net_new_cloud_revenue_usd_ttm'],
  ],
];

/** The figure that is named in everyday words; undefined if none is. */
export function metricSpan(text: string): MetricSpan | undefined {
  for (const [form, ids] of forms) {
    const match = form.exec(text);
    if (match) return { ids, start: match.index, end: match.index + match[0].length };
  }
  return undefined;
}

/** Whose seats or users are counted, where a product is named: those of another one are another figure. */
const products: readonly RegExp[] = [
  /(?<![a-z])(?:ems|emm|enterprise mobility|intune)(?![a-z])/iu,
  /(?<![a-z])(?:dynamics|d365|crm|ax)(?![a-z])/iu,
  /(?<![a-z])surface(?![a-z])/iu,
  /(?<![a-z])power ?bi(?![a-z])/iu,
  /(?<![a-z])windows(?![a-z])/iu,
  /(?<![a-z])business central(?![a-z])/iu,
];

function isOf({ id, names }: Programme['metrics'][number], product: RegExp): boolean {
  return product.test(id.replaceAll(/[_-]/gu, ' ')) || product.test(names.en);
}

/** The figure of the programme that is meant: in everyday words, else by its name there. */
export function metricIn(
  said: string,
  { programme, lexicon }: { readonly programme: Programme; readonly lexicon: Lexicon },
): string | undefined {
  const ids = metricSpan(said)?.ids ?? [];
  const named = programme.metrics.find(({ id }) => ids.includes(id));
  const product = products.find((one) => one.test(said));
  if (named !== undefined && (product === undefined || isOf(named, product))) return named.id;
  if (named !== undefined && product !== undefined) {
    const [only, ...others] = programme.metrics.filter((one) => isOf(one, product) && one.unit === named.unit);
    return others.length === 0 ? only?.id : undefined;
  }
  const found = recognizeMetrics(tokenize(said, lexicon), programme);
  return found.length === 1 ? found[0] : ids[0];
}
