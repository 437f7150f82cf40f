/** Finds among the values that a sentence names those of the command that it is most like: the scorer's side of reading. */
import { recognizeNumber } from '../recognizers/number-recognizer';
import { speltNumber } from '../recognizers/number-words';
import { metricIn } from '../recognizers/metric-span';
import type { RankedCommand } from '../language-understanding/command-scorer';
import { asksWhatToEarn } from '../recognizers/earning-question';
import { languageNamed } from '../recognizers/language-recognizer';
import { oneself } from '../recognizers/people/person-lookup';
import { speaksOfAnother } from '../recognizers/people/unnamed-person';
import { recognizeProgramme } from '../recognizers/programme-recognizer';
import type { SlotContext, Slots } from '../recognizers/slot-recognizer';
import { type Interpretation, Lacking, type Parameters, type Reader } from './meaning';
import { isLeaveToCome } from '../recognizers/leave-words';
import { heldCredentials, numberedLike, oneCredential } from './named-credential';
import { withDay } from './named-day';
import { oneCompetency, someCompetency, withLevel } from './named-goal';
import { isAboutAnother, nameLeft, namesIn, ofWhom, personIn } from './named-people';
import { holdingIn, supposition } from './supposed-events';

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
  person: (slots) => {
    const person = personIn(slots);
    return person === undefined ? new Lacking('person') : { person };
  },
  'who-holds': (slots, context) => heldCredentials(slots, context),
  serves: (slots, context) => oneCredential(slots, context),
  plan: planOf,
  'ask-people': askingOf,
  booked: (slots, context) => {
    const about = oneCredential(slots, context);
    return about instanceof Lacking ? about : withDay({ slots, context, name: 'on', ahead: true }, about);
  },
  'what-if': supposition,
  'key-people': (slots, context) => someCompetency(slots, context),
  expiring: expiringPeriod,
  'what-changed': (slots, context) =>
    slots.span && !slots.day ? { since: slots.span.first } : withDay({ slots, context, name: 'since', past: true }, {}),
  benefits: (slots) => withLevel({}, slots),
  membership: (slots, context) => {
    if (slots.levels.length > 1) return {};
    const level = slots.levels.length === 1 ? { level: slots.levels[0] } : {};
    return withDay({ slots, context, name: 'boughtOn', past: true }, level);
  },
  renewed: (slots, context) => withDay({ slots, context, name: 'on', past: true }, {}),
  programme: ({ said }) => {
    const programme = recognizeProgramme(said);
    return programme === undefined ? {} : { programme };
  },
  language: ({ said }) => {
    const language = languageNamed(said);
    return language === undefined ? {} : { language };
  },
  left: (slots, context) => {
    const person = personIn(slots) ?? nameLeft(slots);
    return person === undefined
      ? new Lacking('person')
      : withDay({ slots, context, name: 'on', ahead: isLeaveToCome(slots.said, slots.day?.said) }, { person });
  },
  completed: (slots, context) => achievement(slots, context, true),
  remove: (slots, context) => achievement(slots, context, false),
  figure: figureIn,
  override: (slots, context) => {
    const about = withLevel(oneCompetency(slots, context), slots);
    if (about instanceof Lacking) return about;
    const dated = withDay({ slots, context, name: 'until', ahead: true }, about);
    const isEndUnread = !(dated instanceof Lacking) && !('until' in dated) && bound.test(slots.said);
    return isEndUnread ? new Lacking('until', { said: slots.said, known: about, isSpan: true }) : dated;
  },
  onboard: (slots) => {
    const names = namesIn(slots);
    const name = names.length === 0 ? nameLeft(slots) : undefined;
    const people = name === undefined ? names : [name];
    return people.length > 0 ? { people } : {};
  },
  onboarding: (slots) => {
    const [person, ...others] = namesIn(slots);
    return person === undefined || others.length > 0 ? {} : { person };
  },
  step: (slots, context) =>
    withDay(
      { slots, context, name: 'on', past: true, isBesidePeriod: true },
      {
        people: isAboutAnother(slots) ? namesIn(slots) : [oneself],
        step: isLinking(slots.said) ? 'linked' : 'account-made',
      },
    ),
  trouble: (slots) => {
    const person = personIn(slots) ?? (speaksOfAnother(slots.said) ? undefined : oneself);
    return person === undefined ? new Lacking('person') : { person };
  },
  'enter-figures': (slots, context) => someCompetency(slots, context),
  'same-person': (slots) => {
    const [person, other] = namesIn(slots);
    return { ...(person !== undefined && { person }), ...(other !== undefined && { other }) };
  },
  forget: (slots) => {
    const person = personIn(slots) ?? nameLeft(slots);
    return person === undefined ? new Lacking('person') : { person };
  },
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
  const [person, ...others] = namesIn(slots);
  const [credential, ...more] = slots.credentials;
  if (person === undefined) return withLevel(oneCompetency(slots, context), slots);
  if (credential === undefined) return askingForGoal([person, ...others], slots, context);
  const either = [person, ...others].flatMap((one) =>
    [credential, ...more].map((each) => ({ person: one, credential: each })),
  );
  if (either.length > 1) return new Lacking(others.length > 0 ? 'person' : 'credential', { either });
  return withDay({ slots, context, name: 'until', ahead: true }, { person, credential });
}

/** One person is asked for what brings a goal nearer, or for the exam of which only the number is known. */
function askingForGoal(people: readonly string[], slots: Slots, context: SlotContext): Parameters | Lacking {
  const [person] = people;
  if (people.length > 1) return new Lacking('person', { either: people.map((one) => ({ person: one })) });
  const [number] = numberedLike(slots.said, context);
  const goal = number === undefined ? withLevel(someCompetency(slots, context), slots) : { credential: number };
  return goal instanceof Lacking ? goal : { ...goal, person };
}

/** A plan is the company's; of a person, where one is named, or asks what to earn. */
function planOf(slots: Slots, context: SlotContext): Parameters | Lacking {
  const [person, ...others] = namesIn(slots);
  if (person === undefined) {
    const goal = withLevel(someCompetency(slots, context), slots);
    return goal instanceof Lacking || !asksWhatToEarn(slots.said) ? goal : { ...goal, person: oneself };
  }
  if (others.length > 0) return new Lacking('person', { either: [person, ...others].map((one) => ({ person: one })) });
  // What is left beside a name is not taken for a part of a goal's name.
  const goal = slots.competencies.length > 0 ? withLevel(someCompetency(slots, context), slots) : {};
  return goal instanceof Lacking ? goal : { ...goal, person };
}

function isLinking(said: string): boolean {
  return /link|associat|связ|привяз|vincul|associ|关联|關聯|绑|綁|链接/iu.test(said);
}

function achievement(slots: Slots, context: SlotContext, isDated: boolean): Parameters | Lacking {
  const pairs =
    slots.namedCredentials.length > 1 && namesIn(slots).length > 1
      ? holdingIn(slots, namesIn(slots), undefined).held
      : [];
  if (pairs.length > 1) return new Lacking('person', { either: pairs });
  const found = oneCredential(slots, context);
  const named = personIn(slots) ?? (slots.credentials.length > 0 ? nameLeft(slots) : undefined);
  if (named === undefined && speaksOfAnother(slots.said)) return new Lacking('person');
  const person = named ?? oneself;
  if (found instanceof Lacking)
    return new Lacking(found.parameter, {
      said: found.details.said,
      either: found.either.map((one) => ({ ...one, person })),
    });
  const about = { ...found, person };
  if (!isDated) return about;
  const { day, said } = slots;
  if (day && endsBefore.test(said.slice(0, said.indexOf(day.said))))
    return new Lacking('on', { said: day.said, known: about, isSpan: true });
  return withDay({ slots, context, name: 'on', past: true }, about);
}

/** Words that bound a period; where one of them stands and no period was read, the reader must not be told that all is well. */
const bound =
  /(?<![\p{L}])(?:within|until|till|before|by|through|thru|in the next|до|в течение|в ближайшие|через|até|antes de|dentro de|nos próximos|em \d)(?![\p{L}])|[以之]?[内內前]|未来|未來|接下来|接下來/iu;

/** "Valid until 25 November": the day behind these is not the one on which something was earned. */
const endsBefore =
  /(?:valid|good|runs|expires|expiring|действ\p{L}*|истека\p{L}*|годен|годна|válid[oa]|vence|vale)(?: on| until| till| through| to| до| até| em)?\s*$|(?:[效期]期?至?到|有效至|到期日?)\s*[:：]?\s*$/iu;

/** Units of time that stand in a sentence of which no period was read. */
const unitOfTime =
  /(?<!\p{L})(?:weeks?|months?|quarters?|years?|недел\p{L}*|месяц\p{L}*|квартал\p{L}*|год(?:а|у|ом|ы)?|semanas?|m[eê]s(?:es)?|trimestres?|anos?|christmas|easter|рождеств\p{L}*|natal|páscoa)(?!\p{L})|[年季週周]|[个個]月|[节節]前|圣诞|聖誕/iu;

function isBounded(said: string): boolean {
  return bound.test(said) || unitOfTime.test(said);
}

function expiringPeriod(slots: Slots, context: SlotContext): Parameters | Lacking {
  const { period, day, said, masked } = slots;
  if (period) return { ...period };
  if (day) return withDay({ slots, context, name: 'until', ahead: true }, {});
  return isBounded(said) || /(?<![\p{L}\d-])\d+(?!\d)/u.test(masked) ? new Lacking('until', { said }) : {};
}

const change =
  /(?<!\p{L})(?:fell|dropped|rose|grew|increased|decreased|up|down) by(?!\p{L})|(?<!\p{L})(?:minus|минус|menos) ?\d|(?<![\p{L}\d])-\d|(?:упал|вырос|снизил|увеличил|сократил)\p{L}* на(?!\p{L})|(?<!\p{L})(?:caiu|aumentou|subiu|cresceu|diminuiu)(?!\p{L})(?! para)|(?:减少|減少|增加|下降|上升|降|涨|漲|少|多)了/iu;

/** "Fell by 20,000": an amount that a figure changed by is not the figure. */
function isChange(said: string): boolean {
  return change.test(said);
}

function figureIn(slots: Slots, context: SlotContext): Parameters | Lacking {
  const { said, day } = slots;
  const amount = withoutNames(day ? said.replace(day.said, ' ') : said);
  const value = isChange(said) ? undefined : (recognizeNumber(amount, context.locale).value ?? speltNumber(amount));
  const metric = metricIn(said, context.vocabulary);
  if (metric === undefined) return new Lacking('metric', { said });
  const about = { metric, ...(value !== undefined && { value }) };
  return withDay({ slots, context, name: 'on', past: true, isBesidePeriod: true }, about);
}

/** Names of products have numbers in them that are no values. */
function withoutNames(said: string): string {
  return said
    .replace(/office ?365|o365|m365|microsoft 365|d365|dynamics 365/giu, ' ')
    .replace(
      /(?:last|past|nos últimos|за последние|过去|過去|近)\s*\d+\s*(?:months?|meses|месяц\p{L}*|个月|個月)/giu,
      ' ',
    );
}
