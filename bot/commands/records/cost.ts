/** `cost <exam> <amount>`, `<number> vouchers for <exam>`, and the form: what exams cost the company is entered by hand; for admins. */
import { z } from 'zod/v4';
import { costFields, costFormCard } from '../../../cards/records/cost-form-card';
import type { EnteredCost, Question } from '../../../cards/contract/question';
import type { Refusal } from '../../../cards/contract/refusal';
import { locales } from '../../../domain/basics/locale';
import type { ReadingServices } from '../../context/app-services';
import type { Reply } from '../../context/reply';
import type { TurnRequest } from '../../context/turn-request';
import { proposeCosts, type CostsQuestion } from '../../corrections/costs-entry';
import { answersTo } from '../../corrections/correction-reply';
import {
  findPhraseOf,
  isPhraseAlone,
  withoutPhrase,
  type Phrases,
  type RecognitionContext,
} from '../../language-understanding/phrases';
import { tellingWords, type Utterance } from '../../language-understanding/utterance';
import { loadFactsSnapshot } from '../../partner/partner-snapshot';
import { mostCandidates } from '../../../cards/contract/refusal';
import { candidatesFor } from '../../recognizers/credential-argument';
import { nearestCredentials, recognizeCredentials } from '../../recognizers/credential-recognizer';
import { recognizeMoney } from '../../recognizers/amounts/money-recognizer';
import { type Command } from '../command';
import { confirm, shortText } from '../payload-fields';
import { removing } from './remove';

const fees: Phrases = {
  en: ['cost', 'exam cost', 'exam fee', 'exam price', 'cost of exam', 'fee', 'fee for', 'costs us'],
  'zh-CN': ['费用', '考试费', '考试价格'],
  'zh-TW': ['費用', '測驗費', '考試費', '測驗價格'],
  'ru-RU': ['стоимость', 'стоимость экзамена', 'цена экзамена', 'стоит'],
  'pt-BR': ['custo', 'custo do exame', 'taxa do exame', 'preço do exame', 'custa'],
};

const forms: Phrases = {
  en: ['enter costs', 'enter exam costs', 'enter exam fees', 'costs form'],
  'zh-CN': ['填写考试费用', '录入考试费用', '考试费用表单'],
  'zh-TW': ['填寫測驗費用', '輸入測驗費用', '填寫考試費用', '測驗費用表單'],
  'ru-RU': ['внести стоимость экзаменов', 'ввести стоимость экзаменов', 'форма стоимости экзаменов'],
  'pt-BR': ['informar custos', 'informar custos dos exames', 'formulário de custos'],
};

const vouchers: Phrases = {
  en: ['voucher', 'vouchers', 'exam voucher', 'exam vouchers'],
  'zh-CN': ['考试券', '张考试券'],
  'zh-TW': ['測驗券', '張測驗券', '考試券'],
  'ru-RU': ['ваучер', 'ваучера', 'ваучеры', 'ваучеров'],
  'pt-BR': ['voucher', 'vouchers'],
};

/** What is said where vouchers are good for any exam. */
const anyExam: Phrases = {
  en: ['any exam', 'any', 'all exams', 'left', 'for', 'have'],
  'zh-CN': ['任何考试', '任意考试', '任何'],
  'zh-TW': ['任何測驗', '任何考試', '任何'],
  'ru-RU': ['любой экзамен', 'любого экзамена', 'любой', 'на'],
  'pt-BR': ['qualquer exame', 'qualquer', 'para'],
};

/** Everything that its sentences are known by beside the phrases of the form. */
const inWords = Object.fromEntries(
  locales.map((locale) => [locale, [...fees[locale], ...vouchers[locale], ...anyExam[locale]]]),
) as unknown as Phrases;

/** Numbers of exams and of products, which are no amounts. */
const names =
  /(?<![\p{L}\p{N}])(?:\d{2}-\d{3}|[a-z]{2}\d?-?\d{3})(?![\p{L}\p{N}])|(?:microsoft|office|dynamics) ?365/giu;

function parse(utterance: Utterance, reading: RecognitionContext): Question | Refusal | undefined {
  if (isPhraseAlone(utterance, forms)) return { ask: 'cost' };
  const isFee = findPhraseOf(utterance, fees) !== undefined;
  const isVoucher = findPhraseOf(utterance, vouchers) !== undefined;
  if (!isFee && !isVoucher) return undefined;
  const { programme } = reading.vocabulary;
  const { credentials, unknown, rest } = recognizeCredentials(utterance, programme);
  const entry = enteredIn(utterance, { isFee, isVoucher }, reading);
  // Without an amount the sentence may be about anything, such as who pays, so nothing else may stand in it.
  if (!entry && !isAboutCosts(rest)) return undefined;
  const make = (credential: string): Question => costOf(credential, { entry, utterance });
  const [only, ...others] = credentials;
  if (only !== undefined && others.length === 0) return make(only);
  const offer = (ids: readonly string[]) => candidatesFor(ids.slice(0, mostCandidates), programme, make);
  if (only !== undefined) return { code: 'ambiguous', heard: utterance.said, candidates: offer(credentials) };
  if (unknown !== undefined)
    return { code: 'unknown-credential', heard: unknown, nearest: offer(nearestCredentials(unknown, programme)) };
  return entry?.vouchers !== undefined && entry.fee === undefined && isAboutAny(rest)
    ? { ask: 'cost', entries: [entry] }
    : undefined;
}

type Entry = Pick<EnteredCost, 'fee' | 'vouchers'> & { readonly currency?: string };

/** The fee and the number of vouchers that are named; where both are, the fee is the amount with a currency. */
function enteredIn(
  { said }: Utterance,
  { isFee, isVoucher }: { readonly isFee: boolean; readonly isVoucher: boolean },
  { locale }: RecognitionContext,
): Entry | undefined {
  const amounts = said.replace(names, ' ');
  const money = recognizeMoney(amounts, locale);
  if (!money) return undefined;
  const { amount: fee, currency, rest } = money;
  const isMoney = isFee && (!isVoucher || currency !== undefined);
  const count = isVoucher ? wholeNumberIn(isMoney ? rest : amounts) : undefined;
  if (!isMoney && count === undefined) return undefined;
  return {
    ...(isMoney && { fee, ...(currency !== undefined && { currency }) }),
    ...(count !== undefined && { vouchers: count }),
  };
}

function wholeNumberIn(said: string): string | undefined {
  return /(?<![\p{L}\p{N}.,-])\d{1,5}(?![\p{N}.,-]*\p{N})/u.exec(said)?.[0];
}

/** What is said of one exam: an amount, that it is taken away, or nothing, which asks for the form. */
function costOf(
  credential: string,
  { entry, utterance }: { readonly entry: Entry | undefined; readonly utterance: Utterance },
): Question {
  if (entry) {
    const { currency, ...entered } = entry;
    return { ask: 'cost', ...(currency !== undefined && { currency }), entries: [{ credential, ...entered }] };
  }
  if (findPhraseOf(utterance, removing)) return { ask: 'cost', remove: credential };
  return { ask: 'cost', credentials: [credential] };
}

function isAboutCosts(utterance: Utterance): boolean {
  const beside = [fees, vouchers, removing].reduce((rest, words) => withoutPhrase(rest, words) ?? rest, utterance);
  return tellingWords(beside).length === 0;
}

function isAboutAny(utterance: Utterance): boolean {
  const others = withoutPhrase(utterance, vouchers);
  return others !== undefined && tellingWords(withoutPhrase(others, anyExam) ?? others).length === 0;
}

/** More fields than any form has. */
const mostEntries = 40;

/** The fields of the form come flat, beside what the button carries: they become the entries of the question. */
function withEntries(data: unknown): unknown {
  if (typeof data !== 'object' || data === null || 'entries' in data) return data;
  const entries = new Map<string, { fee?: string; vouchers?: string }>();
  for (const [name, typed] of Object.entries(data) as [string, unknown][]) {
    const words =
      typeof typed === 'number' ? String(typed) : typeof typed === 'string' ? typed.trim().slice(0, 40) : '';
    for (const [part, prefix] of Object.entries(costFields) as ['fee' | 'vouchers', string][])
      if (words !== '' && name.startsWith(prefix)) {
        const credential = name.slice(prefix.length);
        entries.set(credential, { ...entries.get(credential), [part]: words });
      }
  }
  if (entries.size === 0) return data;
  const listed = [...entries].map(([credential, entered]) => ({
    ...(credential !== '' && { credential }),
    ...entered,
  }));
  return { ...data, entries: listed };
}

const amount = z.string().max(40).optional();
const currency = z
  .string()
  .max(40)
  .transform((typed) => typed.trim() || undefined)
  .optional();

const payload = z.preprocess(
  withEntries,
  z.object({
    credentials: z.array(shortText).max(mostEntries).optional(),
    currency,
    entries: z
      .array(z.object({ credential: shortText.optional(), fee: amount, vouchers: amount }))
      .max(mostEntries)
      .optional(),
    remove: shortText.optional(),
    confirm,
  }),
);

type Asked = Extract<Question, { ask: 'cost' }>;

function isEntered(question: Asked): question is CostsQuestion {
  return question.remove !== undefined || (question.entries !== undefined && question.entries.length > 0);
}

const answers = answersTo(proposeCosts);

/** The form for the exams that are named, else for those that have a cost on record. */
async function showForm({ credentials }: Asked, request: TurnRequest, services: ReadingServices): Promise<Reply> {
  const { partner, setting, asOf } = await loadFactsSnapshot(request, services);
  const text = services.text(request.locale);
  const known = (partner.costs ?? []).flatMap(({ credential }) => credential ?? []);
  const view = { ...setting, asOf, credentials: credentials ?? known };
  return { name: 'cost-form', card: costFormCard(view, text) };
}

/** `cost <exam> <amount>`, `<number> vouchers for <exam>`, `remove cost <exam>`, and the form. */
export const cost: Command<'cost'> = {
  name: 'cost',
  phrases: forms,
  readsWhole: true,
  access: { role: 'admin', scope: 'any' },
  audited: 'corrected',
  payload,
  parse,
  vocabulary: inWords,
  previews: isEntered,
  answer: (question, request, services) =>
    isEntered(question) ? answers.answer(question, request, services) : showForm(question, request, services),
  press: (question, request, services) =>
    isEntered(question) ? answers.press(question, request, services) : showForm(question, request, services),
};
