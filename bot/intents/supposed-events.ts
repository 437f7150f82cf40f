/** What a sentence supposes: who leaves, passes or lets lapse what, which credential retires, and for which day. */
import type { Event } from '../../domain/planning/what-if';
import type { Lexicon } from '../language-understanding/lexicon';
import { dayMeant } from '../recognizers/days/day-recognizer';
import { namesVagueTime } from '../recognizers/days/vague-time';
import { speaksOfPassingOrLeaving, speaksOfRetiring } from '../recognizers/event-recognizer';
import { losesCredential, speaksOfFailure, speaksOfLapse } from '../recognizers/lapse-words';
import { oneself } from '../recognizers/people/person-lookup';
import { speaksOfOneself } from '../recognizers/people/unnamed-person';
import type { SlotContext, Slots } from '../recognizers/slot-recognizer';
import { Lacking, type Parameters } from './meaning';
import { comingDay, dayAway, daysThatFit } from './named-day';
import { namesIn } from './named-people';

/** What is supposed, and for which day; asked where a time is named that is no single day. */
export function supposition(slots: Slots, context: SlotContext): Parameters | Lacking {
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
  if (!days && (span !== undefined || period !== undefined || namesVagueTime(said)))
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
  if ((credentials.length > 0 && speaksOfFailure(said)) || returning.test(said)) return [];
  if (names.length === 0 && asker === undefined)
    return speaksOfRetiring(said, vocabulary.lexicon)
      ? credentials.map((credential) => ({ kind: 'retires', credential, ...on }))
      : [];
  const verb = verbFor(slots, vocabulary.lexicon);
  if (verb === undefined) return [];
  const { held, others } = holdingIn(slots, names, asker);
  const self = names.length === 0 && credentials.length === 0 && asker !== undefined ? [asker] : [];
  return [
    ...held.map((one): Event => ({ kind: verb, ...one, ...on })),
    ...[...others, ...self].map((name): Event => ({ kind: 'leaves', person: name, ...on })),
  ];
}

const returning = /(?<!\p{L})(?:voltar|voltasse|volta|returns?|comes? back|верн[её]тся|вернулся)(?!\p{L})|回[来來]/iu;

/** What is supposed of the credentials that somebody has; nothing where it lapses and none is named, or another is passed as well. */
function verbFor({ said, masked, credentials }: Slots, lexicon: Lexicon): 'passes' | 'lapses' | undefined {
  if (losesCredential(masked)) return 'lapses';
  if (!speaksOfLapse(said)) return 'passes';
  if (speaksOfPassingOrLeaving(said, lexicon)) return credentials.length === 0 ? 'passes' : undefined;
  return credentials.length === 0 ? undefined : 'lapses';
}

interface Holding {
  readonly held: readonly { readonly person: string; readonly credential: string }[];
  /** Who is named without a credential. */
  readonly others: readonly string[];
}

/** Each credential with the person named before it, else the first one named, else the asker. */
export function holdingIn(
  { masked, namedCredentials }: Slots,
  names: readonly string[],
  asker: string | undefined,
): Holding {
  const order = [...masked.matchAll(/xq(person|cred)xq/gu)].map(([, kind]) => kind);
  const before = order.map((_, at) => order.slice(0, at).filter((kind) => kind === 'person').length);
  const places = order.flatMap((kind, at) => (kind === 'cred' ? [before[at]!] : []));
  const held = namedCredentials.flatMap((credential, at) => {
    const person = names[Math.max((places[at] ?? 0) - 1, 0)] ?? asker;
    return person === undefined ? [] : [{ person, credential }];
  });
  return { held, others: names.filter((name) => held.every(({ person }) => person !== name)) };
}
