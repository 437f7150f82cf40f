/** What a sentence supposes: who leaves, passes or lets lapse what, which credential retires, and for which day. */
import type { Event } from '../../domain/planning/what-if';
import { cutsOf } from '../language-understanding/request-split';
import type { Lexicon } from '../language-understanding/lexicon';
import { dayMeant } from '../recognizers/days/day-recognizer';
import { namesVagueTime } from '../recognizers/days/vague-time';
import {
  speaksOfLeaving,
  speaksOfPassingOrLeaving,
  speaksOfRetiring,
  speaksOfReturning,
  speaksOfStandIn,
} from '../recognizers/event-recognizer';
import { losesCredential, speaksOfFailure, speaksOfLapse } from '../recognizers/words/lapse-words';
import { oneself } from '../recognizers/people/person-lookup';
import { speaksOfOneself } from '../recognizers/people/unnamed-person';
import { recognizeSlots, type SlotContext, type Slots } from '../recognizers/slot-recognizer';
import { Lacking, type Parameters } from './meaning';
import { comingDay, dayAway, daysThatFit } from './named-day';
import { besideNames, namesIn, subjectsIn } from './named-people';

/** What is supposed, and for which day, or each for its own; asked where a time is named that is no single day. */
export function supposition(slots: Slots, context: SlotContext): Parameters | Lacking {
  const whole = onOneDay(slots, context);
  if (!(whole instanceof Lacking) || whole.either.length < 2) return whole;
  const events = onTheirDays(slots, context);
  return events ? { events } : whole;
}

/** "Mia leaves on 15 January and Tom on the 31st": where the sentence falls into parts of which each says what happens and when. */
function onTheirDays(slots: Slots, context: SlotContext): readonly Event[] | undefined {
  const whole = slots.day && onOneDay(slots, context);
  if (whole && !(whole instanceof Lacking)) return whole['events'] as readonly Event[];
  for (const { head, rest } of cutsOf(slots.said)) {
    const [first, others] = [head, rest].map((part) => recognizeSlots(part, context));
    const before = first?.day && onOneDay(first, context);
    const behind = before && !(before instanceof Lacking) ? onTheirDays(others!, context) : undefined;
    if (behind) return [...((before as Parameters)['events'] as readonly Event[]), ...behind];
  }
  return undefined;
}

function onOneDay(slots: Slots, context: SlotContext): Parameters | Lacking {
  const { said, day, period, span } = slots;
  const { today } = context;
  const coming = day?.readings.map((one) => comingDay(day.said, one, today));
  const away = !day && period ? dayAway(said, period, today) : undefined;
  const days =
    day && coming ? daysThatFit(day, coming, { today, ahead: true }) : away === undefined ? undefined : [away];
  const made = (days ?? [undefined]).map((on) => ({ events: eventsIn(slots, context, on) }));
  const [only, ...others] = made;
  if (only === undefined) return new Lacking('on', { said: day?.said });
  if (only.events.length === 0) return new Lacking('events');
  if (!days && (span !== undefined || period !== undefined || namesVagueTime(besideNames(slots))))
    return new Lacking('on', { said: span?.said ?? said, known: only, isSpan: true });
  return others.length === 0 ? only : new Lacking('on', { said: day?.said, either: made });
}

/**
 * Who is supposed to pass what or to let it lapse, who to leave, what to retire: a credential belongs to the person named before it.
 * Nothing where an exam is failed, or a certification is named and neither a person nor that it retires.
 */
function eventsIn(slots: Slots, { today, vocabulary }: SlotContext, day: string | undefined): readonly Event[] {
  const { said, credentials } = slots;
  const on = day === undefined ? {} : { on: dayMeant(day, today) };
  const asker = speaksOfOneself(said) ? oneself : undefined;
  const names = namesIn(slots);
  const subjects = subjectsIn(slots);
  if (subjects.length > 1 && speaksOfStandIn(said)) return [];
  if ((credentials.length > 0 && speaksOfFailure(said)) || speaksOfReturning(said)) return [];
  if (names.length === 0 && asker === undefined)
    return speaksOfRetiring(said, vocabulary.lexicon)
      ? credentials.map((credential) => ({ kind: 'retires', credential, ...on }))
      : [];
  const verb = verbFor(slots, vocabulary.lexicon);
  if (verb === undefined) return [];
  const { held: heldByNamed, others: beside } = holdingIn(slots, names, asker);
  const held = withAsker(heldByNamed, slots.masked);
  const others = beside.filter((name) => subjects.includes(name));
  const self = names.length === 0 && credentials.length === 0 && asker !== undefined ? [asker] : [];
  const isLeaving = speaksOfLeaving(said, vocabulary.lexicon);
  // Beside somebody who passes nobody leaves of whom it is not said, and behind "passed by" it is not clear who does.
  if (held.length > 0 && (others.length > 0 ? !isLeaving : isLeaving && isBeforeNames(slots))) return [];
  return [
    ...held.map((one): Event => ({ kind: verb, ...one, ...on })),
    ...[...others, ...self].map((name): Event => ({ kind: 'leaves', person: name, ...on })),
  ];
}

const besideAsker =
  /(?<!\p{L})(?:i|me|myself|я|eu|我) ?(?:and|и|e|и также|跟|和|与|與) ?(?:a |o )?xqpersonxq|xqpersonxq ?(?:and|и|e|跟|和|与|與) ?(?:i|me|myself|я|eu|我)(?![\p{L}们們])/iu;

/** "If Jakub and I pass AZ-500": what those named do together with the one who asks. */
function withAsker(held: Holding['held'], masked: string): Holding['held'] {
  const [first, ...others] = new Set(held.map(({ credential }) => credential));
  if (first === undefined || others.length > 0 || !besideAsker.test(masked)) return held;
  return [{ person: oneself, credential: first }, ...held];
}

/** What is supposed of the credentials that somebody has; nothing where it lapses and none is named, or another is passed as well. */
function verbFor({ said, masked, credentials }: Slots, lexicon: Lexicon): 'passes' | 'lapses' | undefined {
  if (losesCredential(masked)) return 'lapses';
  if (!speaksOfLapse(said)) return 'passes';
  if (speaksOfPassingOrLeaving(said, lexicon)) return credentials.length === 0 ? 'passes' : undefined;
  return credentials.length === 0 ? undefined : 'lapses';
}

/** Whether a credential stands before those who earn it. */
function isBeforeNames({ masked }: Slots): boolean {
  const [cred, person] = [masked.indexOf('xqcredxq'), masked.indexOf('xqpersonxq')];
  return cred >= 0 && person >= 0 && cred < person;
}

interface Holding {
  readonly held: readonly { readonly person: string; readonly credential: string }[];
  /** Who is named without a credential. */
  readonly others: readonly string[];
}

interface Group {
  readonly people: readonly string[];
  /** How many credentials follow. */
  readonly credentials: number;
}

/** What may stand between the names of people who do the same. */
const joined =
  /^(?:and|or|both|together|along|as well|as|with|plus|the|for|from|e|ou|com|junto|o|a|os|as|do|da|mais|tanto|quanto|и|или|с|со|вместе|для|у|а также|как|так|和|与|與|跟|同|及|或|还有|還有|以及|\s)*$/u;

/** The people of a masked sentence who are named together, each group with the credentials that follow it. */
function groupsIn(masked: string, names: readonly string[]): readonly Group[] {
  const groups: Group[] = [{ people: [], credentials: 0 }];
  let next = 0;
  let end = -1;
  for (const { 0: mark, 1: kind, index } of masked.matchAll(/xq(person|cred)xq/gu)) {
    const { people, credentials } = groups.at(-1)!;
    const isTogether = people.length > 0 && credentials === 0 && joined.test(masked.slice(end, index));
    const name = kind === 'person' ? names[next++] : undefined;
    if (kind === 'cred') groups.splice(-1, 1, { people, credentials: credentials + 1 });
    else if (name !== undefined)
      groups.splice(isTogether ? -1 : groups.length, 1, {
        people: isTogether ? [...people, name] : [name],
        credentials: 0,
      });
    end = index + mark.length;
  }
  return groups;
}

/** Each credential with those who are named before it, joined by a word such as "and"; else with the first ones named, else with the asker. */
export function holdingIn(
  { masked, namedCredentials }: Slots,
  names: readonly string[],
  asker: string | undefined,
): Holding {
  const groups = groupsIn(masked, names);
  const [first] = groups.filter((group) => group.people.length > 0);
  const holders = groups.flatMap(({ people, credentials }) =>
    Array.from({ length: credentials }, () => (people.length > 0 ? people : (first?.people ?? []))),
  );
  const held = namedCredentials.flatMap((credential, at) => {
    const people = holders[at] ?? first?.people ?? [];
    return (people.length > 0 ? people : asker === undefined ? [] : [asker]).map((person) => ({ person, credential }));
  });
  return { held, others: names.filter((name) => held.every(({ person }) => person !== name)) };
}
