/** `what if`: what would become of the levels if people left, exams retired or people passed; nothing is written. */
import type { Question } from '../../../cards/contract/question';
import type { Candidate, Refusal, Repair, WhatIfView } from '../../../cards/contract/view';
import { whatIfCard } from '../../../cards/outlook/what-if-card';
import { isCalendarDate } from '../../../domain/basics/date';
import { repairsOf } from '../../../domain/planning/alternative-plan';
import { whatIf as outcomeOf, type Event, type WhatIf } from '../../../domain/planning/what-if';
import type { Ask } from '../../context/turn-request';
import { findHeard, type Command, type Phrases, type Reading } from '../command';
import { byId } from '../../partner/competency-result';
import { findPerson, oneself } from '../../recognizers/person-lookup';
import type { Heard } from '../../language/utterance';
import { lookAtFacts, type Look } from '../../partner/partner-snapshot';
import { nearestCredentials } from '../../recognizers/credential-recognizer';
import { dayMeant, type RecognisedDay } from '../../recognizers/day-recognizer';
import { eventPhrases, recogniseEvents } from '../../recognizers/event-recognizer';
import { refused } from '../../context/reply';

const hears: Phrases = {
  en: ['what if', 'what happens if', 'what happens when', 'what would happen if', 'suppose', 'imagine'],
  'zh-CN': ['如果', '假如', '假设', '要是', '万一', '若'],
  'zh-TW': ['如果', '假如', '假設', '要是', '萬一', '若'],
  'ru-RU': ['что если', 'что будет если', 'а если', 'если', 'предположим'],
  'pt-BR': ['e se', 'o que acontece se', 'o que acontece quando', 'suponha', 'imagine'],
};

function parse(heard: Heard, reading: Reading): Question | Refusal | undefined {
  if (!findHeard(heard, hears)) return undefined;
  const { events, date, unknown } = recogniseEvents(heard.said, hears, reading);
  if (date) return dateRefusal(date, events);
  if (unknown !== undefined) return unknownCredential(unknown, events, reading);
  return events.length > 0 ? { ask: 'what-if', events } : whichEvent();
}

/** Where day and month may be either number both are offered; the first event stands for the one with the day. */
function dateRefusal({ said, readings }: RecognisedDay, events: readonly Event[]): Refusal {
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

/** The nearest credentials retire, or are passed by whoever was named. */
function unknownCredential(heard: string, events: readonly Event[], { vocabulary }: Reading): Refusal {
  const nearest = nearestCredentials(heard, vocabulary.programme).map((credential) => ({
    label: credential,
    question: { ask: 'what-if' as const, events: [...events, { kind: 'retires' as const, credential }] },
  }));
  return { code: 'unknown-credential', heard, nearest };
}

function whichEvent(): Refusal {
  return { code: 'which-event', nearest: [] };
}

type Settled = { readonly events: readonly Event[] } | { readonly refusal: Refusal };

/** The events with people by their ids and with whole days, or the first thing that stands against them. */
async function settle(events: readonly Event[], ask: Ask, look: Look): Promise<Settled> {
  const settled: Event[] = [];
  for (const [index, event] of events.entries()) {
    const on = event.on === undefined ? {} : { on: dayMeant(event.on, look.asOf) };
    if (on.on !== undefined && !isCalendarDate(on.on)) return { refusal: { code: 'not-a-date', heard: on.on } };
    if (on.on !== undefined && on.on < look.asOf) return { refusal: past(on.on, events, look) };
    if (event.kind === 'retires') {
      settled.push({ ...event, ...on });
      continue;
    }
    const make = (person: string): Question => ({ ask: 'what-if', events: events.with(index, { ...event, person }) });
    const found = await findPerson(event.person, { ask, look, make });
    if ('refusal' in found) return found;
    settled.push({ ...event, ...on, person: found.person.id });
  }
  return { events: settled };
}

/** Offers the same for today. */
function past(date: string, events: readonly Event[], { asOf }: Look): Refusal {
  const today = events.map(({ on: _, ...event }) => event as Event);
  const nearest: readonly Candidate[] = [{ label: asOf, question: { ask: 'what-if', events: today } }];
  return { code: 'date-in-the-past', date, nearest };
}

const mostRepairs = 3;

/** How each lost level can be won back by the people who would be left, under the rules as they would be. */
function repairsAfter({ changes, then, asOf }: WhatIf, { programme }: Look): readonly Repair[] {
  const rank = (level: string | undefined): number => programme.levels.findIndex(({ id }) => id === level);
  return changes
    .filter(({ before, after }) => rank(before) > rank(after))
    .map(({ competency, before }) => {
      const target = { competency, level: before! };
      return { ...target, roads: repairsOf(target, { ...then, asOf }, mostRepairs) };
    });
}

/** `what if <person> leaves`, `what if 70-473 retires on 1 March`, `what if <person> passes 70-475`, and several at once. */
export const whatIf: Command<'what-if'> = {
  name: 'what-if',
  hears,
  knows: eventPhrases,
  parse,
  async answer(question, ask, world) {
    const text = world.text(ask.locale);
    const look = await lookAtFacts(ask, world);
    const settled = await settle(question.events, ask, look);
    if ('refusal' in settled) return refused(settled.refusal, text);
    const { events } = settled;
    const outcome = outcomeOf(look.programme, look.facts, { today: look.asOf, events });
    const self = selfIn(question.events, events) ?? look.setting.self;
    const view: WhatIfView = {
      ...look.setting,
      ...(self !== undefined && { self }),
      events,
      outcome,
      repairs: repairsAfter(outcome, look),
      people: byId(look.facts.people),
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
