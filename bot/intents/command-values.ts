/** Finds among the values that a sentence names those of the command that it is most like: the scorer's side of reading. */
import { addDays } from '../../domain/basics/date';
import { mostSideBySide } from '../commands/payload-fields';
import type { RankedCommand } from '../language-understanding/command-scorer';
import { asksWhatToEarn } from '../recognizers/earning-question';
import { languageNamed } from '../recognizers/language-recognizer';
import { oneself } from '../recognizers/people/person-lookup';
import { peopleGroupIn } from '../recognizers/people-group';
import { speaksOfAnother, speaksOfEverybody } from '../recognizers/people/unnamed-person';
import { recognizeProgramme } from '../recognizers/programme-recognizer';
import type { SlotContext, Slots } from '../recognizers/slot-recognizer';
import { type Interpretation, Lacking, type Parameters, type Reader } from './meaning';
import { speaksOfLinking } from '../recognizers/words/account-words';
import { isBounded, isEndOfValidity, isUntilRenewal, namesEnd } from '../recognizers/days/bound-words';
import { opensTime, spanAheadIn } from '../recognizers/days/span-end';
import { isLeaveDone, isLeaveToCome } from '../recognizers/words/leave-words';
import { heldCredentials, numberedLike, oneCredential } from './named-credential';
import { withDay } from './named-day';
import { figureAsked, figureIn } from './named-figure';
import { oneCompetency, someCompetency, withLevel } from './named-goal';
import { achievement } from './named-achievement';
import { aboutIn, isAboutAnother, nameLeft, namesIn, ofOne, ofWhom, oneOf, subjectsIn } from './named-people';
import { supposition } from './supposed-events';

/** What the sentence asks if it means this command. */
export function interpret({ ask, topic }: RankedCommand, slots: Slots, context: SlotContext): Interpretation {
  if (topic !== undefined) return { meaning: { ask, parameters: { topic } } };
  const read = readers[ask]?.(slots, context) ?? {};
  if (!(read instanceof Lacking)) return { meaning: { ask, parameters: read } };
  const { said, known, isSpan } = read.details;
  return {
    missing: read.parameter,
    ...(said !== undefined && { said }),
    ...(known && { known }),
    ...(isSpan && { isSpan }),
    either: read.either.map((parameters) => ({ ask, parameters })),
  };
}

const readers: Readonly<Record<string, Reader>> = {
  competency: (slots, context) => oneCompetency(slots, context),
  requirements: (slots, context) => oneCompetency(slots, context),
  why: reasonOf,
  people: ({ said, competencies, span }) => {
    const show = peopleGroupIn(said);
    const [competency, ...others] = competencies;
    const isOfGoal = others.length === 0 && (show === undefined || show === 'counts' || show === 'uncounted');
    const since = show === 'left' && span ? { since: span.first } : {};
    return { ...(competency !== undefined && isOfGoal && { competency }), ...(show && { show }), ...since };
  },
  person: (slots) => ofOne(aboutIn(slots), (person) => ({ person })),
  'who-holds': (slots, context) => heldCredentials(slots, context),
  serves: (slots, context) => oneCredential(slots, context),
  plan: planOf,
  'ask-people': askingOf,
  booked: (slots, context) => {
    const about = oneCredential(slots, context);
    return about instanceof Lacking ? about : withDay({ slots, context, name: 'on', ahead: true }, about);
  },
  'what-if': supposition,
  compare: ({ competencies, levels }) => {
    const isOneGoal = competencies.length === 1;
    if (levels.length > 1 && competencies.length < 2) return { levels, ...(isOneGoal && { competencies }) };
    return !isOneGoal && competencies.length > 0 && competencies.length <= mostSideBySide ? { competencies } : {};
  },
  'key-people': (slots, context) => someCompetency(slots, context),
  expiring: expiringPeriod,
  'what-changed': changesSince,
  benefits: (slots) => withLevel({}, slots),
  membership: (slots, context) => {
    if (slots.levels.length > 1) return {};
    const level = slots.levels.length === 1 ? { level: slots.levels[0] } : {};
    return withDay({ slots, context, name: 'boughtOn', past: true }, level);
  },
  renewed: (slots, context) => {
    const { said, day } = slots;
    const isEnd = day !== undefined && isEndOfValidity(said.slice(0, said.indexOf(day.said)));
    return isEnd
      ? new Lacking('on', { said: day.said, isSpan: true })
      : withDay({ slots, context, name: 'on', past: true }, {});
  },
  programme: ({ said }) => {
    const programme = recognizeProgramme(said);
    return programme === undefined ? {} : { programme };
  },
  language: ({ said }) => {
    const language = languageNamed(said);
    return language === undefined ? {} : { language };
  },
  left: (slots, context) => {
    const ahead = isLeaveToCome(slots.said, slots.day?.said);
    return ofOne(aboutIn(slots, nameLeft(slots)), (person) =>
      withDay({ slots, context, name: 'on', ahead, isDone: !ahead && isLeaveDone(slots.said) }, { person }),
    );
  },
  completed: (slots, context) => achievement(slots, context, true),
  remove: (slots, context) => achievement(slots, context, false),
  figure: figureIn,
  figures: figureAsked,
  override: (slots, context) => {
    const about = withLevel(oneCompetency(slots, context), slots);
    if (about instanceof Lacking) return about;
    const dated = withDay({ slots, context, name: 'until', ahead: true }, about);
    const isEndUnread = !(dated instanceof Lacking) && !('until' in dated) && namesEnd(slots.said);
    return isEndUnread ? new Lacking('until', { said: slots.said, known: about, isSpan: true }) : dated;
  },
  onboard: (slots) => {
    const names = subjectsIn(slots);
    const name = names.length === 0 ? nameLeft(slots) : undefined;
    const people = name === undefined ? names : [name];
    return people.length > 0 ? { people } : {};
  },
  onboarding: (slots) => {
    const [person, ...others] = subjectsIn(slots);
    return person === undefined || others.length > 0 || speaksOfEverybody(slots.said) ? {} : { person };
  },
  step: (slots, context) =>
    withDay(
      { slots, context, name: 'on', past: true, isBesidePeriod: true },
      {
        people: isAboutAnother(slots) ? subjectsIn(slots) : [oneself],
        step: speaksOfLinking(slots.said) ? 'linked' : 'account-made',
      },
    ),
  trouble: (slots) => {
    const instead = speaksOfAnother(slots.said) ? undefined : oneself;
    return ofOne(aboutIn(slots, instead), (person) => ({ person }));
  },
  'enter-figures': (slots, context) => someCompetency(slots, context),
  'same-person': (slots) => {
    const [person, other] = namesIn(slots);
    return { ...(person !== undefined && { person }), ...(other !== undefined && { other }) };
  },
  forget: (slots) => ofOne(aboutIn(slots, nameLeft(slots)), (person) => ({ person })),
};

/** Why a level is met or not; of a person, where one is named or speaks of not being counted. */
function reasonOf(slots: Slots, context: SlotContext): Parameters | Lacking {
  const goal = withLevel(oneCompetency(slots, context), slots);
  const person = ofWhom(slots);
  if (person === undefined) return goal;
  if (!(goal instanceof Lacking)) return { ...goal, person };
  return goal.either.length > 0 ? goal : { person };
}

/** Who is asked: one person for the credential that is named, else the people of the plan for a goal. */
function askingOf(slots: Slots, context: SlotContext): Parameters | Lacking {
  const [person, ...others] = subjectsIn(slots);
  const [credential, ...more] = slots.credentials;
  if (person === undefined) return withLevel(oneCompetency(slots, context), slots);
  if (credential === undefined) return askingForGoal([person, ...others], slots, context);
  const either = [person, ...others].flatMap((one) =>
    [credential, ...more].map((each) => ({ person: one, credential: each })),
  );
  const dated = either.map((one) => withDay({ slots, context, name: 'until', ahead: true }, one));
  return dated.length > 1 ? oneOf(others.length > 0 ? 'person' : 'credential', dated) : dated[0]!;
}

/** One person is asked for what brings a goal nearer, or for the exam of which only the number is known. */
function askingForGoal(people: readonly string[], slots: Slots, context: SlotContext): Parameters | Lacking {
  const [person] = people;
  if (people.length > 1)
    return oneOf(
      'person',
      people.map((one) => ({ person: one })),
    );
  const [number] = numberedLike(slots.said, context);
  const goal = number === undefined ? withLevel(someCompetency(slots, context), slots) : { credential: number };
  return goal instanceof Lacking ? goal : { ...goal, person };
}

/** A plan is the company's; of a person, where one is named, or asks what to earn. */
function planOf(slots: Slots, context: SlotContext): Parameters | Lacking {
  const [person, ...others] = subjectsIn(slots);
  if (person === undefined) {
    const goal = withLevel(someCompetency(slots, context), slots);
    return goal instanceof Lacking || !asksWhatToEarn(slots.said) ? goal : { ...goal, person: oneself };
  }
  if (others.length > 0)
    return oneOf(
      'person',
      [person, ...others].map((one) => ({ person: one })),
    );
  // What is left beside a name is not taken for a part of a goal's name.
  const goal = slots.competencies.length > 0 ? withLevel(someCompetency(slots, context), slots) : {};
  return goal instanceof Lacking ? goal : { ...goal, person };
}

/** Since a day, the first of a span, or the beginning of the time that has been: "in the last three months". */
function changesSince(slots: Slots, context: SlotContext): Parameters | Lacking {
  const { span, day, period } = slots;
  if (!day && span) return { since: span.first };
  const isAhead = /(?<!\p{L})(?:next|coming|ближайш|следующ|pr[oó]xim)|未[来來]/iu.test(slots.said);
  if (!day && period && 'days' in period && !isAhead) return { since: addDays(context.today, -period.days) };
  return withDay({ slots, context, name: 'since', past: true }, {});
}

function expiringPeriod(slots: Slots, context: SlotContext): Parameters | Lacking {
  const { period, day, said, masked } = slots;
  const span = spanAheadIn(said, context);
  if (span) return 'until' in span ? span : new Lacking('until', { said });
  if (isUntilRenewal(said) && context.renewalOn !== undefined) return { until: context.renewalOn };
  if (period) return { ...period };
  if (day) {
    const start = said.indexOf(day.said);
    if (opensTime(said.slice(0, start), said.slice(start + day.said.length))) return new Lacking('until', { said });
    return withDay({ slots, context, name: 'until', ahead: true }, {});
  }
  const isNumbered = /(?<![\p{L}\d-])\d+(?!\d)|xqnumxq/u.test(masked);
  return isBounded(said) || isNumbered ? new Lacking('until', { said }) : {};
}
