/** Tells how a text would be understood, for those who measure it: nothing is answered, written or sent. */
import type { Question } from '../../cards/contract/question';
import type { Refusal, SuggestedQuestion } from '../../cards/contract/refusal';
import type { CalendarDate } from '../../domain/basics/date';
import type { Programme } from '../../domain/programme/programme';
import { everyone } from '../commands/onboarding/onboard';
import { commandNamed } from '../intents/all-commands';
import { asMeaning } from '../intents/understanding';
import type { AppServices } from '../context/app-services';
import type { TurnRequest } from '../context/turn-request';
import { dayAhead, dayIn } from '../recognizers/days/day-argument';
import { oneself } from '../recognizers/people/person-lookup';
import { loadPartnerSnapshot } from '../partner/partner-snapshot';
import { inHeardTerms } from './heard-terms';
import { readSentence } from './reading';

/** A question by its name and its parameters; days are whole calendar dates. */
export interface HeardQuestion {
  readonly ask: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** How a text would be understood, as `laurel hear --json` prints it: others rely on these names. */
export interface Heard {
  readonly text: string;
  readonly locale: string;
  /** `null` where it would be asked back or something be suggested; then `also` holds what is offered. */
  readonly ask: string | null;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** There is no `write`: what would write is shown as a preview first. */
  readonly does: 'show' | 'preview' | 'ask';
  /** From 0 to 1. */
  readonly sure: number;
  readonly also: readonly HeardQuestion[];
}

/** Understands a text as a turn would. Throws {@link StoreUnavailable} as the store does. */
export async function hear(
  said: string,
  request: TurnRequest,
  { services, programme }: { readonly services: AppServices; readonly programme?: Programme },
): Promise<Heard> {
  const { asOf: today, programme: own } = await loadPartnerSnapshot(request, services);
  const followed = programme ?? own;
  const { understood, sure, isElsewhere } = await readSentence(said, request, { services, programme: followed });
  const known = { text: said, locale: request.locale, sure };
  if (isElsewhere) return { ...known, ask: 'none', parameters: {}, does: 'show', also: [] };
  if ('code' in understood)
    return { ...known, ask: null, parameters: {}, does: 'ask', also: offeredBy(understood, today) };
  const heard = heardQuestion(understood, today);
  const parameters = withTypedNumbers(heard.parameters, said, [...services.programmes.values()]);
  return { ...known, ask: heard.ask, parameters, does: whatItDoes(understood), also: [] };
}

/** A certification that was named by the number of its exam is told by that number. */
function withTypedNumbers<T>(value: T, said: string, programmes: readonly Programme[]): T {
  const credentials = programmes.flatMap((programme) => programme.credentials);
  const typed = said.toUpperCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
  const numbered = (one: unknown): unknown => {
    if (typeof one === 'string') {
      const exam = credentials.find(({ id }) => id === one)?.exam;
      return exam !== undefined && typed.includes(exam.replaceAll('-', '').toUpperCase()) ? exam : one;
    }
    if (Array.isArray(one)) return one.map(numbered);
    if (typeof one !== 'object' || one === null) return one;
    return Object.fromEntries(Object.entries(one).map(([key, part]: [string, unknown]) => [key, numbered(part)]));
  };
  return numbered(value) as T;
}

function whatItDoes(question: Question): 'show' | 'preview' {
  return commandNamed(question.ask)?.previews?.(question) === true ? 'preview' : 'show';
}

function offeredBy(refusal: Refusal, today: CalendarDate): readonly HeardQuestion[] {
  const { candidates = [], nearest = [] } = refusal as {
    readonly candidates?: readonly SuggestedQuestion[];
    readonly nearest?: readonly SuggestedQuestion[];
  };
  return [...candidates, ...nearest].map(({ question }) => heardQuestion(question, today));
}

function heardQuestion(question: Question, today: CalendarDate): HeardQuestion {
  const { ask, parameters } = inHeardTerms(asMeaning(question));
  const heard = withWholeDays(parameters, today) as HeardQuestion['parameters'];
  return { ask, parameters: ask === 'onboard' ? withPerson(heard) : heard };
}

/** Days that were said without their year, or as today, become calendar dates; `until` lies ahead. */
function withWholeDays(value: unknown, today: CalendarDate): unknown {
  if (Array.isArray(value)) return value.map((one) => withWholeDays(one, today));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]: [string, unknown]) => [key, wholeDay(key, one, today)]),
  );
}

function wholeDay(key: string, value: unknown, today: CalendarDate): unknown {
  if (typeof value !== 'string') return withWholeDays(value, today);
  if (key === 'until') return dayAhead(value, today);
  return key === 'on' ? dayIn(value, today) : value;
}

/** Of one person it is told who, not of everyone; where nobody is named it is the one who asks. */
function withPerson(parameters: HeardQuestion['parameters']): HeardQuestion['parameters'] {
  const [person = oneself, ...others] = (parameters['people'] ?? []) as readonly string[];
  return others.length > 0 || person === everyone ? parameters : { ...parameters, person };
}
