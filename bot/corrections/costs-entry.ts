/** Costs of exams are entered by hand, of one or of several at once: what they change, as a correction that is previewed and recorded. */
import type { EnteredCost, Question } from '../../cards/contract/question';
import type { Refusal } from '../../cards/contract/refusal';
import { examName } from '../../cards/words/cost';
import { moneyOf } from '../../domain/basics/money';
import { sourceOf } from '../../domain/partner/correction';
import { currencyOf, examCostFor, isSameCost, mostVouchers, type ExamCost } from '../../domain/partner/exam-cost';
import { currencyNamed } from '../recognizers/amounts/money-recognizer';
import { refuseUnknownCredential } from '../recognizers/credential-argument';
import { loadFactsSnapshot, type FactsSnapshot } from '../partner/partner-snapshot';
import type { TurnRequest } from '../context/turn-request';
import { correctionSource } from './correction-record';
import type { CorrectionTurn, Proposed } from './correction-reply';

/** What was entered, or which exam's cost is to be taken away. */
export type CostsQuestion = Extract<Question, { ask: 'cost' }>;

/** The correction that a question proposes; a refusal where a value cannot be, or nothing would change. */
export async function proposeCosts(question: CostsQuestion, { request, services }: CorrectionTurn): Promise<Proposed> {
  const snapshot = await loadFactsSnapshot(request, services);
  if (question.remove !== undefined) return removal(question.remove, snapshot);
  const currency = currencyIn(question, snapshot, request);
  const asked: CostsQuestion = { ask: 'cost', entries: question.entries!, ...(currency !== undefined && { currency }) };
  const known = snapshot.partner.costs;
  const source = sourceOf(correctionSource(asked, question.confirm));
  const after: ExamCost[] = [];
  for (const entry of question.entries!) {
    const made = costIn(entry, asked, { snapshot, request });
    if ('code' in made) return { refusal: made };
    const cost = { ...made, enteredOn: snapshot.asOf, source };
    if (!isSameCost(examCostFor(known, entry.credential), cost)) after.push(cost);
  }
  if (after.length === 0) return { refusal: { code: 'already-so', nearest: [] } };
  const before = after.flatMap(({ credential }) => examCostFor(known, credential) ?? []);
  return { proposal: { question: asked, change: { kind: 'costs', before, after } }, snapshot };
}

/** The code of the currency that is entered, else of that of all fees on record. */
function currencyIn(
  { currency }: CostsQuestion,
  { partner }: FactsSnapshot,
  { locale }: TurnRequest,
): string | undefined {
  if (currency === undefined) return currencyOf(partner.costs);
  return currencyNamed(currency, locale) ?? currency;
}

interface EntrySetting {
  readonly snapshot: FactsSnapshot;
  readonly request: TurnRequest;
}

/** What an entry makes of what is on record of its exam: what is not entered stays. */
function costIn(
  entry: EnteredCost,
  asked: CostsQuestion,
  { snapshot, request: { locale } }: EntrySetting,
): Pick<ExamCost, 'credential' | 'fee' | 'vouchers'> | Refusal {
  const { programme, partner } = snapshot;
  const { credential } = entry;
  const unknown =
    credential === undefined
      ? undefined
      : refuseUnknownCredential(credential, programme, (id) => ({ ...asked, entries: [{ ...entry, credential: id }] }));
  if (unknown) return unknown;
  if (entry.fee !== undefined && asked.currency === undefined) return whichCurrency(asked, locale);
  const known = examCostFor(partner.costs, credential);
  const fee = entry.fee === undefined ? known?.fee : moneyOf(entry.fee, asked.currency!);
  const vouchers = entry.vouchers === undefined ? known?.vouchers : voucherCount(entry.vouchers);
  const isWrong = (entry.fee !== undefined && !fee) || (entry.vouchers !== undefined && vouchers === undefined);
  if (isWrong)
    return {
      code: 'cost-does-not-fit',
      ...(credential !== undefined && { exam: examName(credential, { programme }) }),
    };
  return {
    ...(credential !== undefined && { credential }),
    ...(fee && { fee }),
    ...(vouchers !== undefined && { vouchers }),
  };
}

function voucherCount(typed: string): number | undefined {
  const count = /^\d{1,6}$/.test(typed) ? Number(typed) : mostVouchers + 1;
  return count > mostVouchers ? undefined : count;
}

/** Some that are offered where no currency is said, the one of the reader's country first. */
const offered: Readonly<Record<TurnRequest['locale'], readonly string[]>> = {
  en: ['USD', 'EUR', 'GBP'],
  'zh-CN': ['CNY', 'USD'],
  'zh-TW': ['TWD', 'USD'],
  'ru-RU': ['RUB', 'USD', 'EUR'],
  'pt-BR': ['BRL', 'USD', 'EUR'],
};

function whichCurrency(asked: CostsQuestion, locale: TurnRequest['locale']): Refusal {
  const nearest = offered[locale].map((currency) => ({ label: currency, question: { ...asked, currency } }));
  return { code: 'which-currency', nearest };
}

function removal(credential: string, snapshot: FactsSnapshot): Proposed {
  const kept = examCostFor(snapshot.partner.costs, credential);
  if (!kept) return { refusal: { code: 'not-on-record', nearest: [] } };
  const question = { ask: 'cost', remove: credential } as const;
  return { proposal: { question, change: { kind: 'costs', before: [kept], after: [] } }, snapshot };
}
