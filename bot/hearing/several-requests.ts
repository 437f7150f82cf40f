/** Several requests in one message are each read for themselves, so that none of them is dropped without a word. */
import type { Question } from '../../cards/contract/question';
import type { Refusal } from '../../cards/contract/refusal';
import { normalize } from '../language-understanding/message-text';
import { cutsOf } from '../language-understanding/request-split';
import { speaksOfAccount } from '../recognizers/words/account-words';
import { isHearsay } from '../recognizers/words/hearsay';
import { speaksOfLeave } from '../recognizers/words/leave-words';
import { peopleNamed } from '../intents/named-people';
import { recognizeSlots } from '../recognizers/slot-recognizer';
import { speaksOfAnother } from '../recognizers/people/unnamed-person';
import { commandNamed } from '../intents/all-commands';
import { understand } from '../intents/decision';
import { recognizeQuestion } from '../intents/grammar';
import { certain, sureEnough } from '../intents/likelihood';
import type { Meaning } from '../intents/meaning';
import type { HearingContext, PartRequest, Understanding } from '../intents/understanding';

/**
 * What a message means: one thing, or several that are said in it. These are looked for where the whole was not surely understood as one
 * question, or as a deed beside which another is told; each of them has to be sure by itself.
 */
export function understandMessage(said: string, context: HearingContext, read: Question | Refusal): Understanding {
  const heard = understand(said, context, read);
  const parts = heard.isElsewhere ? [] : severalRequests(said, heard, context);
  return parts.length === 0 ? heard : { isElsewhere: false, sure: 0, also: parts.map(({ meaning }) => meaning), parts };
}

function severalRequests(said: string, heard: Understanding, context: HearingContext): readonly PartRequest[] {
  const isSure = heard.meaning !== undefined && heard.sure >= certain && !mayHideDeeds(heard.meaning);
  if (isSure || isOnlyHeardOf(said)) return [];
  const parts = partsOf(said, [], { ...context, read: new Map() });
  return parts.length > 1 && areBeside(parts, heard) && areOfWhole(parts, said, context) ? parts : [];
}

/** A deed beside which others are told, or what is told of several people and was taken for a supposition. */
function mayHideDeeds(meaning: Meaning): boolean {
  return isDeed(meaning) || meaning.ask === 'what-if';
}

/** What is heard, wished, denied or contrasted is so for the whole message, of which a part would not say it. */
function isOnlyHeardOf(said: string): boolean {
  return isHearsay(said) || notSo.test(said);
}

const notSo =
  /^(?:rumou?r|i (?:wish|hope|guess|think)|hopefully|maybe|perhaps|if|what if|suppose|надеюсь|хорошо бы|жаль|кажется|может|если|espero|tomara|queria|acho que|talvez|se|希望|但愿|但願|也许|也許|可能|如果|要是)(?![a-zа-яё])|(?<!\p{L})(?:not|don['’]?t|не|n[ãa]o)(?!\p{L})|不是|不要|(?<![特级級分個个类類识識性辨])[别別]/iu;

/** What is known of parts that were read already: the same words are read once. */
interface PartContext extends HearingContext {
  readonly read: Map<string, ReadPart | undefined>;
}

/** The requests of a text, as many as there are, each sure by itself; none where a part is not. */
function partsOf(said: string, before: readonly ReadPart[], context: PartContext): readonly ReadPart[] {
  for (const { head, rest } of before.length < mostParts ? cutsOf(said) : []) {
    const first = ownPart(head, before, context);
    const others = first ? partsOf(rest, [...before, first], context) : [];
    if (first && others.length > 0) return [first, ...others];
  }
  const whole = before.length > 0 ? ownPart(said, before, context) : undefined;
  return whole ? [whole] : [];
}

/** As many as a card has buttons for. */
const mostParts = 4;

/** What a part means, alone or with the one person who is named before it. */
function ownPart(said: string, before: readonly ReadPart[], context: PartContext): ReadPart | undefined {
  const part = partOf(said, context);
  return part && (part.names.length > 0 || !part.isOfPerson)
    ? part
    : (ofSubject(said, before, context) ?? alone(part, before));
}

/** Where nobody is named before, what names nobody is about the one who speaks. */
function alone(part: ReadPart | undefined, before: readonly ReadPart[]): ReadPart | undefined {
  return before.every(({ names }) => names.length === 0) ? part : undefined;
}

/** "Leila passed 70-497 and is leaving on Friday": what names nobody is about the one person before, where that makes a sure sentence. */
function ofSubject(said: string, before: readonly ReadPart[], context: PartContext): ReadPart | undefined {
  const [name, ...others] = new Set(before.flatMap(({ names }) => names));
  if (name === undefined || others.length > 0) return undefined;
  const part = partOf(`${name} ${said}`, context);
  return part && part.sure >= certain && part.names.every((one) => one === name) ? part : undefined;
}

/** What a part means alone; undefined where that is not sure, or where it is nothing but a value. */
function partOf(said: string, context: PartContext): ReadPart | undefined {
  if (!context.read.has(said)) context.read.set(said, readPart(said, context));
  return context.read.get(said);
}

function readPart(said: string, context: HearingContext): ReadPart | undefined {
  const { meaning, sure } = understand(said, context, recognizeQuestion(said, context));
  if (meaning === undefined || sure < sureEnough || meaning.ask === 'help' || !isWholeRequest(meaning))
    return undefined;
  if (namedAlone.has(meaning.ask) && sure === 1) return undefined;
  const names = peopleNamed(recognizeSlots(said, context)).map(({ typed }) => typed);
  const isOfPerson = ofPerson.has(meaning.ask) || speaksOfAnother(said);
  const part = { said, meaning, sure, isDeed: isDeed(meaning), names, isOfPerson };
  if (meaning.ask === 'step' && !speaksOfAccount(said)) return undefined;
  if (meaning.ask === 'left' && !speaksOfLeave(said)) return undefined;
  return (part.isDeed ? reported.has(meaning.ask) : sure >= certain) ? part : undefined;
}

/** A part, and what tells whether it may stand alone. */
interface ReadPart extends PartRequest {
  readonly sure: number;
  /** Whether it would be recorded, after a preview. */
  readonly isDeed: boolean;
  /** Who is named, as it was typed. */
  readonly names: readonly string[];
  readonly isOfPerson: boolean;
}

/** What a value alone asks: beside another it is rather a second value of one request. */
const namedAlone: ReadonlySet<string> = new Set(['person', 'competency', 'who-holds', 'why']);

/** What is told as it happens. An order that takes back or erases ("that was wrong, reverse it") is about what stands before it. */
const reported: ReadonlySet<string> = new Set([
  'left',
  'completed',
  'step',
  'renewed',
  'membership',
  'figure',
  'booked',
]);

/** What is recorded of a person: without a name it is about the person of the part before. */
const ofPerson: ReadonlySet<string> = new Set([
  'left',
  'completed',
  'remove',
  'step',
  'onboard',
  'onboarding',
  'trouble',
]);

/** "Passed MS-102, 812 points": a certification that only a part seems to name is none. */
function areOfWhole(parts: readonly ReadPart[], said: string, context: HearingContext): boolean {
  const { credentials } = recognizeSlots(said, context);
  return parts.every(({ meaning: { parameters } }) => {
    const { credential } = parameters;
    return typeof credential !== 'string' || credentials.includes(credential);
  });
}

function areBeside(parts: readonly ReadPart[], { meaning, sure }: Understanding): boolean {
  const isNobodyNamed = parts.every(({ names }) => names.length === 0);
  if (!isNobodyNamed && parts.some(({ isOfPerson, names }) => isOfPerson && names.length === 0)) return false;
  if (areRestated(parts) || shareDay(parts) || areSupposed(parts)) return false;
  if (meaning === undefined) return true;
  // What is told of two people is no supposition, though it may be read as one.
  if (isDeed(meaning) || meaning.ask === 'what-if') return parts.every((part) => part.isDeed);
  return sure < certain && parts.every((part) => !part.isDeed && part.sure === 1);
}

/** "Owen said goodbye, he has left": twice the same of one person is said once, also where one of them names less. */
function areRestated(parts: readonly ReadPart[]): boolean {
  const told = parts.map(({ names, meaning: { ask, parameters } }) => ({
    ask,
    values: [names.map(normalize).join(), parameters['credential'], parameters['metric']].map((one) => one ?? ''),
  }));
  return told.some((one, at) => told.slice(at + 1).some((other) => isSameDeed(one, other)));
}

interface Told {
  readonly ask: string;
  readonly values: readonly unknown[];
}

function isSameDeed(one: Told, other: Told): boolean {
  const isSame = (value: unknown, at: number) => value === '' || other.values[at] === '' || value === other.values[at];
  return one.ask === other.ask && one.values.every(isSame);
}

/** "Leila passed 70-497 and 70-498 on Monday": the day of the last is that of all. */
function shareDay(parts: readonly ReadPart[]): boolean {
  const [first, ...others] = parts.map(({ meaning }) => meaning);
  const isAlike = others.every(({ ask }) => ask === first?.ask);
  return isAlike && first?.parameters['on'] === undefined && others.some(({ parameters }) => 'on' in parameters);
}

/** "What if Yuki leaves and Owen passes 70-497" supposes both at once. */
function areSupposed([first, ...others]: readonly ReadPart[]): boolean {
  return first?.meaning.ask === 'what-if' && others.some((part) => part.isDeed || part.meaning.ask === 'what-if');
}

function questionOf({ ask, parameters }: Meaning): Question {
  return { ask, ...parameters } as Question;
}

function isWholeRequest(meaning: Meaning): boolean {
  const { ask, ...data } = questionOf(meaning);
  return commandNamed(ask)?.payload.safeParse(data).success === true;
}

function isDeed(meaning: Meaning): boolean {
  return commandNamed(meaning.ask)?.previews?.(questionOf(meaning)) === true;
}
