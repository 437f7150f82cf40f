/** Reads what a sentence asks for: by the grammar, and by the scorer where the grammar does not decide. */
import { createHash } from 'node:crypto';
import type { Question } from '../../cards/contract/question';
import type { DayField, Refusal, SuggestedQuestion } from '../../cards/contract/refusal';
import { addDays, type CalendarDate } from '../../domain/basics/date';
import { renewalOf } from '../../domain/membership/renewal';
import { policiesOf, type Partner } from '../../domain/partner/partner';
import { partnerDayAt } from '../../domain/partner/partner-day';
import { loadPartner } from '../partner/partner-reads';
import type { Policies } from '../../domain/programme/policy';
import { isUntilRenewal } from '../recognizers/days/bound-words';
import type { Programme } from '../../domain/programme/programme';
import type { ReadingServices } from '../context/app-services';
import type { LastAsked } from '../context/asked-before';
import type { Reading } from '../context/turn-memory';
import type { TurnRequest } from '../context/turn-request';
import { isBareAnswer } from '../language-understanding/bare-answer';
import { normalize } from '../language-understanding/message-text';
import { askWhichCompetency } from '../recognizers/competency-argument';
import type { SlotContext } from '../recognizers/slot-recognizer';
import { listValues } from '../store/row-list';
import { importPathIn } from '../commands/imports/import';
import { oneself } from '../recognizers/people/person-lookup';
import { commandNamed } from '../intents/all-commands';
import { followUp, mayFollowUp, withCompetencyBefore } from './follow-up';
import type { Meaning } from '../intents/meaning';
import { refusalOfOtherGoal, withOtherProgrammeHint } from './other-programme-hint';
import { recognizeQuestion, vocabularyFor } from '../intents/grammar';
import { understand } from '../intents/decision';
import { understandMessage } from './several-requests';
import { suggestionLabel, type Offering } from './suggestion-label';
import type { PartRequest, Understanding } from '../intents/understanding';

/** Questions without a person's name, so no person has to be read before they are understood. */
const personless: ReadonlySet<string> = new Set([
  ...['progress', 'competency', 'requirements', 'plan', 'renewal', 'risk', 'upgrade', 'profile', 'benefits', 'compare'],
  ...['people', 'help', 'expiring', 'alerts', 'export', 'import', 'programme', 'key-people', 'membership'],
  'what-changed',
]);
const surely = 0.8;
/** A word within a sentence that is written large may be somebody on record, whatever else it means. */
const mayName = /\p{L}[^\p{L}]+\p{Lu}\p{Ll}/u;

/** Characters of one question. Reading takes time with each of them, and everybody else waits; 500 are a long paragraph. */
const longestQuestion = 500;

/** By which rules a sentence is read, and what its sender asked before. */
interface ReadWith {
  readonly services: ReadingServices;
  readonly programme: Programme;
  readonly last?: LastAsked | undefined;
}

/** Reads a sentence by the rules of a programme. Nothing is written. Throws {@link StoreUnavailable} as the store does. */
export async function readSentence(
  said: string,
  request: TurnRequest,
  { services, programme, last: before }: ReadWith,
): Promise<Reading> {
  if (said.length > longestQuestion)
    return { understood: { code: 'too-long', most: longestQuestion }, sure: 1, isElsewhere: false };
  if (isBareAnswer(said)) return { understood: { code: 'bare-answer' }, sure: 1, isElsewhere: false };
  const path = importPathIn(said);
  if (path !== undefined)
    return { understood: { ask: 'import', ...(services.local && { path }) }, sure: 1, isElsewhere: false };
  const partner = await loadPartner(request, services);
  const policies = policiesOf(partner, programme);
  const today = partnerDayAt(request.now, policies);
  const company = namesCompany(said, partner.name) ? partner.name : '';
  const renewalOn = isUntilRenewal(said) ? renewalDay(partner, policies, today) : undefined;
  const key = [digestOf(said), request.locale, today, programme.id, company, renewalOn];
  const sentence = { said, today, programme, company, renewalOn };
  const last = before?.programme === programme.id ? before : undefined;
  const followed = last && (await readFollowUp({ ...sentence, last }, request, services));
  if (followed) return followed;
  const known = services.memory?.readings.get(...key);
  if (known) return known;
  const { isPersonless, ...reading } = await readAfresh(sentence, request, services);
  if (isPersonless && services.memory) return services.memory.readings.keep(reading, ...key);
  return last ? withLast(reading, { ...sentence, last }, { request, services }) : reading;
}

/** The day on which the membership is judged next: a lapsed one is not. */
function renewalDay({ membership }: Partner, policies: Policies, today: CalendarDate): CalendarDate | undefined {
  const anniversary = membership && renewalOf(membership, policies, today).anniversary;
  return anniversary !== undefined && anniversary >= today ? anniversary : undefined;
}

/** Whether a sentence has a word of the company's name: only then does its reading depend on it. */
function namesCompany(said: string, company: string): boolean {
  const words = new Set(normalize(said).split(' '));
  return normalize(company)
    .split(' ')
    .some((word) => words.has(word));
}

/** What people type is not kept, also not in memory. */
function digestOf(said: string): string {
  return createHash('sha256').update(said).digest('base64');
}

interface Said {
  readonly said: string;
  readonly today: CalendarDate;
  readonly programme: Programme;
  readonly company: string;
  readonly renewalOn: CalendarDate | undefined;
}

/** What a sentence is read with. */
function contextOf(
  { today, programme, company, renewalOn }: Said,
  { locale }: TurnRequest,
  services: ReadingServices,
): Omit<SlotContext, 'people'> {
  const vocabulary = vocabularyFor(programme);
  const otherProgrammes = [...services.programmes.values()].filter(({ id }) => id !== programme.id);
  return { vocabulary, locale, today, otherProgrammes, company, ...(renewalOn && { renewalOn }) };
}

interface SaidAfter extends Said {
  readonly last: LastAsked;
}

/** What only differs from the question before, read with the names on record. */
async function readFollowUp(
  sentence: SaidAfter,
  request: TurnRequest,
  services: ReadingServices,
): Promise<Reading | undefined> {
  const { said, last } = sentence;
  if (!mayFollowUp(said, last)) return undefined;
  const people = await listValues(services.store.people, request.tenant);
  const question = followUp(said, last, { ...contextOf(sentence, request, services), people });
  return question && { understood: question, sure: 1, isElsewhere: false };
}

/** The reading with the competency that was asked about before, where it lacks only that. */
function withLast(
  reading: Reading,
  sentence: SaidAfter,
  { request, services }: { readonly request: TurnRequest; readonly services: ReadingServices },
): Reading {
  const { understood } = reading;
  if (!('code' in understood)) return reading;
  const context = { ...contextOf(sentence, request, services), people: [] };
  const question = withCompetencyBefore(understood, sentence.said, { last: sentence.last, context });
  return question ? { ...reading, understood: question } : reading;
}

/** Reads a sentence, and says whether it was understood without the names of the partner's people. */
async function readAfresh(
  sentence: Said,
  request: TurnRequest,
  services: ReadingServices,
): Promise<Reading & { readonly isPersonless: boolean }> {
  const { said, today, programme } = sentence;
  const { locale, tenant } = request;
  const context = { ...contextOf(sentence, request, services), people: [] };
  const read = recognizeQuestion(said, context);
  const quick = understand(said, context, read);
  const isSure = quick.sure === 1 || (quick.sure >= surely && !mayName.test(said));
  const isPersonless = isSure && personless.has(quick.meaning?.ask ?? '');
  const people = isPersonless ? [] : await listValues(services.store.people, tenant);
  const heard = isPersonless ? quick : understandMessage(said, { ...context, people }, read);
  const understood = answerable(heard, { said, read, context: { ...context, people } });
  const asked = { said, locale, followed: programme.id, today };
  const other = refusalOfOtherGoal(understood, asked, services);
  const hinted = other ?? ('code' in understood ? withOtherProgrammeHint(understood, asked, services) : understood);
  return { understood: hinted, sure: heard.sure, isElsewhere: heard.isElsewhere, isPersonless };
}

interface Sentence {
  readonly said: string;
  readonly read: Question | Refusal;
  readonly context: SlotContext;
}

function answerable(heard: Understanding, sentence: Sentence): Question | Refusal {
  const { meaning, missing, also, isElsewhere, isChoice, parts } = heard;
  if (parts) return { code: 'several-requests', nearest: parts.map(partOffered) };
  const { said, read, context } = sentence;
  const question = meaning && questionOf(meaning);
  if (question && isWhole(question)) return question;
  if (meaning === undefined && missing === undefined && !isElsewhere && !isChoice && isSpecific(read)) return read;
  const isOneCommand = missing !== undefined;
  const isApartBy = (name: string) => new Set(also.map(({ parameters }) => parameters[name])).size > 1;
  const apartBy = isOneCommand ? (['person', 'credential'] as const).find(isApartBy) : undefined;
  const offers = also.flatMap((one) => offerOf(one, { context, isOneCommand, apartBy }));
  if (isChoice) return { code: 'ambiguous', heard: said, candidates: offers };
  return missing ? askFor(missing, offers, sentence) : { code: 'not-understood', heard: said, nearest: offers };
}

/** Under the words that said it. */
function partOffered({ said, meaning }: PartRequest): SuggestedQuestion {
  return { label: said, question: questionOf(meaning)! };
}

/** What the grammar lacks is better said than that nothing was understood. */
function isSpecific(read: Question | Refusal): read is Refusal {
  return 'code' in read && read.code !== 'not-understood';
}

/** The question as a command takes it; undefined where no command answers it. */
function questionOf({ ask, parameters }: Meaning): Question | undefined {
  if (!commandNamed(ask)) return undefined;
  return { ask, ...parameters } as Question;
}

function offerOf(meaning: Meaning, offering: Offering): readonly SuggestedQuestion[] {
  const question = questionOf(meaning);
  const command = commandNamed(meaning.ask);
  return command && question && isWhole(question) ? [{ label: suggestionLabel(meaning, offering), question }] : [];
}

/** Whether the question has what its command needs: without its values a command has nothing to answer, typed or pressed. */
function isWhole({ ask, ...data }: Question): boolean {
  return commandNamed(ask)!.payload.safeParse(data).success;
}

function askFor(
  { ask, parameter, said: heard, known, isSpan }: NonNullable<Understanding['missing']>,
  offers: readonly SuggestedQuestion[],
  { said, context }: Sentence,
): Refusal {
  if (offers.length > 0) return { code: 'ambiguous', heard: heard ?? said, candidates: offers };
  switch (parameter) {
    case 'competency':
      return ask === 'requirements' || ask === 'why' || ask === 'override' || ask === 'ask-people'
        ? askWhichCompetency(ask, context)
        : askWhichCompetency('competency', context);
    case 'person':
      return {
        code: 'which-person',
        ask: ask as Question['ask'],
        nearest: ask === 'person' ? [ownRecord(context)] : [],
        ...(known && Object.keys(known).length > 0 && { known: { ask, ...known } as Question }),
      };
    case 'credential':
      return { code: 'which-credential', ask: ask as Question['ask'], nearest: [] };
    case 'events':
      return { code: 'which-event', nearest: [] };
    case 'metric':
      return { code: 'which-value', ask: 'figure' };
    default:
      return ask === 'expiring'
        ? askHowLong(heard ?? said, context.today)
        : {
            code: isSpan ? 'which-day' : 'not-a-date',
            heard: heard ?? said,
            ...askingDay({ ask, parameters: known ?? {} }, parameter),
          };
  }
}

/** Who asks about nobody may have meant the own record. */
function ownRecord({ locale }: SlotContext): SuggestedQuestion {
  return { label: commandNamed('person')!.extraPhrases![locale][0], question: { ask: 'person', person: oneself } };
}

/** The question that only lacks its day; nothing where more is missing. */
function askingDay(meaning: Meaning, parameter: string): { asking?: { question: Question; field: DayField } } {
  const field = dayFields.find((one) => one === parameter);
  const question = questionOf(meaning);
  return field && question && isWhole(question) ? { asking: { question, field } } : {};
}

const dayFields: readonly DayField[] = ['on', 'until', 'boughtOn', 'since'];

const usualPeriods = [30, 90, 180, 365];

/** A period that could not be read is asked for, never replaced: "nothing expires" would be a false all-clear. */
function askHowLong(heard: string, today: CalendarDate): Refusal {
  const candidates = usualPeriods.map((days): SuggestedQuestion => ({
    label: addDays(today, days),
    question: { ask: 'expiring', days },
  }));
  return { code: 'ambiguous', heard, candidates };
}
