/** Disguises are what people put around a request and slip in typing it; the scorer has to learn that they tell nothing. */
import type { Locale } from '../../domain/basics/locale';
import type { Random } from './random';

interface Context {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

const chinese: Context = {
  before: [
    '你好，',
    '请问',
    '不好意思，',
    '老板在问，',
    '我是新来的合作伙伴经理，',
    '我是人事，',
    '麻烦你，',
    '急，',
    '早上好，',
    '明天要开会，',
    '帮忙看一下，',
    '客户在问，',
    '想确认一下，',
    '主管要我问，',
  ],
  after: ['，谢谢', '，麻烦了', '，很急', '，开会要用', '，为了下个月的续约', '，我要写报告', '，老板在等', '，辛苦了'],
};

const contexts: Readonly<Record<Locale, Context>> = {
  en: {
    before: [
      'hi, ',
      'hey laurel, ',
      'good morning! ',
      'quick question: ',
      'sorry to bother you, ',
      'my boss is asking: ',
      'i am the new partner manager, ',
      "i'm from hr. ",
      'just to be sure, ',
      'for our meeting tomorrow: ',
      'before the call with microsoft, ',
      'ok so ',
      'um, ',
      'one more thing, ',
      'a customer is asking, ',
      "we've just had an audit. ",
    ],
    after: [
      ' please',
      ', thanks',
      ' asap',
      ', i need it for the board',
      ' for our renewal next month',
      ', my boss is waiting',
      " - it's urgent",
      ', i have a meeting in ten minutes',
      ' if you can',
      ', just checking',
    ],
  },
  'zh-CN': chinese,
  'zh-TW': chinese,
  'ru-RU': {
    before: [
      'привет, ',
      'здравствуйте, ',
      'добрый день! ',
      'быстрый вопрос: ',
      'извини за беспокойство, ',
      'шеф спрашивает: ',
      'я новый менеджер по партнёрству, ',
      'я из отдела кадров, ',
      'на всякий случай, ',
      'к завтрашней встрече: ',
      'слушай, ',
      'и ещё, ',
      'клиент спрашивает, ',
      'срочно! ',
    ],
    after: [
      ', пожалуйста',
      ', спасибо',
      ', срочно',
      ', нужно для отчёта',
      ', у меня через десять минут совещание',
      ', начальник ждёт',
      ', если можно',
      ', к продлению в следующем месяце',
    ],
  },
  'pt-BR': {
    before: [
      'oi, ',
      'bom dia! ',
      'olá laurel, ',
      'uma pergunta rápida: ',
      'desculpa incomodar, ',
      'meu chefe está perguntando: ',
      'sou o novo gerente de parcerias, ',
      'sou do rh, ',
      'só pra confirmar, ',
      'pra reunião de amanhã: ',
      'então, ',
      'mais uma coisa, ',
      'um cliente perguntou, ',
      'urgente: ',
    ],
    after: [
      ', por favor',
      ', obrigado',
      ', é urgente',
      ', preciso pro relatório',
      ', tenho reunião daqui a pouco',
      ', meu chefe está esperando',
      ', se der',
      ', pra renovação do mês que vem',
    ],
  },
};

/** The sentence with something in front of it or behind it, or both. */
export function inContext(sentence: string, locale: Locale, random: Random): string {
  const { before, after } = contexts[locale];
  const part = random();
  const start = part < 0.65 ? before[Math.floor(random() * before.length)]! : '';
  const end = part > 0.45 ? after[Math.floor(random() * after.length)]! : '';
  return `${start}${sentence}${end}`;
}

/** The sentence with two letters of one longer word exchanged or one of them left out; as it is where it has none. */
export function withSlip(sentence: string, random: Random): string {
  const words = [...sentence.matchAll(/(?<![\p{L}{])[\p{sc=Latn}\p{sc=Cyrl}]{5,}(?![\p{L}}])/gu)];
  const word = words[Math.floor(random() * words.length)];
  if (!word) return sentence;
  const at = word.index + 1 + Math.floor(random() * (word[0].length - 3));
  const slipped = random() < 0.5 ? `${sentence[at + 1]!}${sentence[at]!}` : sentence[at]!;
  return `${sentence.slice(0, at)}${slipped}${sentence.slice(at + 2)}`;
}
