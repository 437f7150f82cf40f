/** Reads what a sentence asks for: by the grammar, and by the scorer where the grammar does not decide. */
import { createHash } from 'node:crypto';
import type { Question } from '../../cards/contract/question';
import type { DayField, Refusal, SuggestedQuestion } from '../../cards/contract/refusal';
import { addDays, type CalendarDate } from '../../domain/basics/date';
import { policiesOf } from '../../domain/partner/partner';
import { partnerDayAt } from '../../domain/partner/partner-day';
import { loadPartner } from '../partner/partner-reads';
import type { Programme } from '../../domain/programme/programme';
import type { ReadingServices } from '../context/app-services';
import type { Reading } from '../context/turn-memory';
import type { TurnRequest } from '../context/turn-request';
import { normalize } from '../language-understanding/message-text';
import { askWhichCompetency } from '../recognizers/competency-argument';
import type { SlotContext } from '../recognizers/slot-recognizer';
import { listValues } from '../store/row-list';
import { importPathIn } from '../commands/imports/import';
import { oneself } from '../recognizers/people/person-lookup';
import { commandNamed } from './all-commands';
import type { Meaning } from './meaning';
import { refusalOfOtherGoal, withOtherProgrammeHint } from './other-programme-hint';
import { recognizeQuestion, vocabularyFor } from './grammar';
import { understand } from './decision';
import { suggestionLabel, type Offering } from './suggestion-label';
import type { Understanding } from './understanding';

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

/** Reads a sentence by the rules of a programme. Nothing is written. Throws {@link StoreUnavailable} as the store does. */
export async function readSentence(
  said: string,
  request: TurnRequest,
  { services, programme }: { readonly services: ReadingServices; readonly programme: Programme },
): Promise<Reading> {
  if (said.length > longestQuestion)
    return { understood: { code: 'too-long', most: longestQuestion }, sure: 1, isElsewhere: false };
  const path = importPathIn(said);
  if (path !== undefined)
    return { understood: { ask: 'import', ...(services.local && { path }) }, sure: 1, isElsewhere: false };
  const partner = await loadPartner(request, services);
  const { timeZone } = policiesOf(partner, programme);
  const today = partnerDayAt(request.now, { timeZone });
  const company = namesCompany(said, partner.name) ? partner.name : '';
  const key = [digestOf(said), request.locale, today, programme.id, company];
  const known = services.memory?.readings.get(...key);
  if (known) return known;
  const { isPersonless, ...reading } = await readAfresh({ said, today, programme, company }, request, services);
  return isPersonless && services.memory ? services.memory.readings.keep(reading, ...key) : reading;
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
}

/** Reads a sentence, and says whether it was understood without the names of the partner's people. */
async function readAfresh(
  { said, today, programme, company }: Said,
  { locale, tenant }: TurnRequest,
  services: ReadingServices,
): Promise<Reading & { readonly isPersonless: boolean }> {
  const vocabulary = vocabularyFor(programme);
  const otherProgrammes = [...services.programmes.values()].filter(({ id }) => id !== programme.id);
  const context = { vocabulary, locale, today, people: [], otherProgrammes, company };
  const read = recognizeQuestion(said, context);
  const quick = understand(said, context, read);
  const isSure = quick.sure === 1 || (quick.sure >= surely && !mayName.test(said));
  const isPersonless = isSure && personless.has(quick.meaning?.ask ?? '');
  const people = isPersonless ? [] : await listValues(services.store.people, tenant);
  const heard = people.length === 0 ? quick : understand(said, { ...context, people }, read);
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

function answerable({ meaning, missing, also, isElsewhere }: Understanding, sentence: Sentence): Question | Refusal {
  const { said, read, context } = sentence;
  const question = meaning && questionOf(meaning);
  if (question && isWhole(question)) return question;
  if (meaning === undefined && missing === undefined && !isElsewhere && isSpecific(read)) return read;
  const isOneCommand = missing !== undefined;
  const areOfSeveral = isOneCommand && new Set(also.map(({ parameters }) => parameters['person'])).size > 1;
  const offers = also.flatMap((one) => offerOf(one, { context, isOneCommand, areOfSeveral }));
  return missing ? askFor(missing, offers, sentence) : { code: 'not-understood', heard: said, nearest: offers };
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
