/** `what if`: what would become of the levels if people left, passed or let lapse, or exams retired; nothing is written. */
import { z } from 'zod/v4';
import type { Question } from '../../../cards/contract/question';
import type { SuggestedQuestion, Refusal } from '../../../cards/contract/refusal';
import { whatIfCard, type Repair, type WhatIfView } from '../../../cards/outlook/what-if-card';
import { isCalendarDate } from '../../../domain/basics/date';
import { findAlternativePlans } from '../../../domain/planning/alternative-plan';
import { evaluateWhatIf as outcomeOf, supposedLapses, type Event, type WhatIf } from '../../../domain/planning/what-if';
import type { TurnRequest } from '../../context/turn-request';
import { findPhraseOf, type Phrases, type RecognitionContext } from '../../language-understanding/phrases';
import { type Command } from '../command';
import { shortText } from '../payload-fields';
import { byId } from '../../partner/competency-result';
import { refuseUnknownCredential } from '../../recognizers/credential-argument';
import { findPerson, oneself } from '../../recognizers/people/person-lookup';
import type { Utterance } from '../../language-understanding/utterance';
import { loadFactsSnapshot, type FactsSnapshot } from '../../partner/partner-snapshot';
import { nearestCredentials } from '../../recognizers/credential-recognizer';
import { dayMeant, type RecognizedDay } from '../../recognizers/days/day-recognizer';
import { eventPhrases, recognizeEvents } from '../../recognizers/event-recognizer';
import { refused } from '../../context/reply';

const hears: Phrases = {
  en: ['what if', 'what happens if', 'what happens when', 'what would happen if', 'suppose', 'imagine'],
  'zh-CN': ['如果', '假如', '假设', '要是', '万一', '若'],
  'zh-TW': ['如果', '假如', '假設', '要是', '萬一', '若'],
  'ru-RU': ['что если', 'что будет если', 'а если', 'если', 'предположим'],
  'pt-BR': ['e se', 'o que acontece se', 'o que acontece quando', 'suponha', 'imagine'],
};

function parse(utterance: Utterance, reading: RecognitionContext): Question | Refusal | undefined {
  if (!findPhraseOf(utterance, hears)) return undefined;
  const { events, date, unknown } = recognizeEvents(utterance.said, hears, reading);
  if (date) return dateRefusal(date, events);
  if (unknown !== undefined) return unknownCredential(unknown, events, reading);
  return events.length > 0 ? { ask: 'what-if', events } : whichEvent();
}

/** Where day and month may be either number both are offered; the first event stands for the one with the day. */
function dateRefusal({ said, readings }: RecognizedDay, events: readonly Event[]): Refusal {
  if (readings.length === 0 || events.length === 0) return { code: 'not-a-date', heard: said };
  const candidates = readings.map((on) => ({
    label: on,
    question: {
      ask: 'what-if' as const,
      events: events.map((event) => (event.on === undefined ? { ...event, on } : event)),
    },
  }));
  return { code: 'ambiguous', heard: said, candidates };
}

/**
 * Refuses an unknown credential and offers the nearest ones in its place: that they retire, or that the named people pass
 * them.
 */
function unknownCredential(utterance: string, events: readonly Event[], { vocabulary }: RecognitionContext): Refusal {
  const nearest = nearestCredentials(utterance, vocabulary.programme).map((credential) => ({
    label: credential,
    question: { ask: 'what-if' as const, events: [...events, { kind: 'retires' as const, credential }] },
  }));
  return { code: 'unknown-credential', heard: utterance, nearest };
}

function whichEvent(): Refusal {
  return { code: 'which-event', nearest: [] };
}

type Settled = { readonly events: readonly Event[] } | { readonly refusal: Refusal };

/** The events with people by their ids and with whole days, or the first thing that stands against them. */
async function settle(events: readonly Event[], request: TurnRequest, snapshot: FactsSnapshot): Promise<Settled> {
  const settled: Event[] = [];
  for (const [index, event] of events.entries()) {
    const on = event.on === undefined ? {} : { on: dayMeant(event.on, snapshot.asOf) };
    if (on.on !== undefined && !isCalendarDate(on.on)) return { refusal: { code: 'not-a-date', heard: on.on } };
    if (on.on !== undefined && on.on < snapshot.asOf) return { refusal: past(on.on, events, snapshot) };
    const unknown =
      'credential' in event &&
      refuseUnknownCredential(event.credential, snapshot.programme, (id) => ({
        ask: 'what-if',
        events: events.with(index, { ...event, credential: id }),
      }));
    if (unknown) return { refusal: unknown };
    if (event.kind === 'retires') {
      settled.push({ ...event, ...on });
      continue;
    }
    const make = (person: string): Question => ({ ask: 'what-if', events: events.with(index, { ...event, person }) });
    const found = await findPerson(event.person, { request, snapshot, make });
    if ('refusal' in found) return found;
    settled.push({ ...event, ...on, person: found.person.id });
  }
  return { events: settled };
}

/** The events, those without a day of their own on the one that was chosen for all. */
function onDay({ events, on }: Extract<Question, { ask: 'what-if' }>): readonly Event[] {
  return on === undefined ? events : events.map((event) => ({ ...event, on: event.on ?? on }));
}

/** Offers the same for today. */
function past(date: string, events: readonly Event[], { asOf }: FactsSnapshot): Refusal {
  const today = events.map(({ on: _, ...event }) => event as Event);
  const nearest: readonly SuggestedQuestion[] = [{ label: asOf, question: { ask: 'what-if', events: today } }];
  return { code: 'date-in-the-past', date, nearest };
}

const mostRepairs = 3;

/** How each lost level can be won back by the people who would be left, under the rules as they would be. */
function repairsAfter({ changes, then, asOf }: WhatIf, { programme }: FactsSnapshot): readonly Repair[] {
  const rank = (level: string | undefined): number => programme.levels.findIndex(({ id }) => id === level);
  return changes
    .filter(({ before, after }) => rank(before) > rank(after))
    .map(({ competency, before }) => {
      const target = { competency, level: before! };
      return { ...target, roads: findAlternativePlans(target, { ...then, asOf }, mostRepairs) };
    });
}

/** More than anybody supposes at once. */
const mostEvents = 10;
const on = shortText.optional();
const event = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('leaves'), person: shortText, on }),
  z.object({ kind: z.literal('retires'), credential: shortText, on }),
  z.object({ kind: z.literal('passes'), person: shortText, credential: shortText, on }),
  z.object({ kind: z.literal('lapses'), person: shortText, credential: shortText, on }),
]);

/** `what if <person> leaves`, `what if 70-473 retires on 1 March`, `what if <person>’s AZ-104 lapses`, and several passed or left at once. */
export const whatIf: Command<'what-if'> = {
  name: 'what-if',
  phrases: hears,
  order: 60,
  isCostly: true,
  access: { role: 'anyone', scope: 'any' },
  payload: z.object({ events: z.array(event).min(1).max(mostEvents), on }),
  vocabulary: eventPhrases,
  parse,
  async answer(question, request, services) {
    const text = services.text(request.locale);
    const snapshot = await loadFactsSnapshot(request, services);
    const supposed = onDay(question);
    const settled = await settle(supposed, request, snapshot);
    if ('refusal' in settled) return refused(settled.refusal, text);
    const { events } = settled;
    const outcome = outcomeOf(snapshot.programme, snapshot.facts, { today: snapshot.asOf, events });
    const self = selfIn(supposed, events) ?? snapshot.setting.self;
    const view: WhatIfView = {
      ...snapshot.setting,
      ...(self !== undefined && { self }),
      events,
      outcome,
      repairs: repairsAfter(outcome, snapshot),
      lapses: supposedLapses(snapshot.programme, snapshot.facts, { today: snapshot.asOf, events }),
      people: byId(snapshot.facts.people),
    };
    return { name: 'what-if', card: whatIfCard(view, text) };
  },
};

/** The asker, where one of the events is about "me". */
function selfIn(asked: readonly Event[], settled: readonly Event[]): string | undefined {
  const own = settled.find((_, index) => {
    const event = asked[index]!;
    return event.kind !== 'retires' && event.person === oneself;
  });
  return own && own.kind !== 'retires' ? own.person : undefined;
}
