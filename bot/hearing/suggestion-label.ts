/** The suggestion label is what stands on the button of a question that may be meant: as one would type it, so that no two read alike. */
import { text as textIn } from '../../cards/text';
import { isCalendarDate } from '../../domain/basics/date';
import { competencyLabel, type Vocabulary } from '../language-understanding/vocabulary';
import { credentialLabel } from '../recognizers/credential-argument';
import { oneself } from '../recognizers/people/person-lookup';
import type { SlotContext } from '../recognizers/slot-recognizer';
import { commandNamed } from '../intents/all-commands';
import type { Meaning } from '../intents/meaning';

/** Among which questions a suggestion stands. */
export interface Offering {
  readonly context: SlotContext;
  /** Whether the questions are one command with several values, which tell them apart. */
  readonly isOneCommand: boolean;
  /** The value that tells them apart, where it is one of these. */
  readonly apartBy?: 'person' | 'credential' | undefined;
}

/** The command's own words, and the value that sets this suggestion apart. */
export function suggestionLabel({ ask, parameters }: Meaning, offering: Offering): string {
  const { isOneCommand, apartBy } = offering;
  const { vocabulary, locale } = offering.context;
  const { competency, topic } = parameters;
  const day = isOneCommand && apartBy === undefined ? dayOf(parameters) : undefined;
  if (day !== undefined) return day;
  const { credential } = parameters;
  if (apartBy === 'credential' && typeof credential === 'string')
    return credentialLabel(credential, vocabulary.programme) ?? credential;
  if (isOneCommand && typeof parameters['person'] === 'string') return parameters['person'];
  const { person } = parameters;
  if ((ask === 'left' || ask === 'forget') && typeof person === 'string' && person !== oneself)
    return textIn(locale).say(`suggest.${ask}`, { name: person });
  if (ask === 'compare' && 'competencies' in parameters) return textIn(locale).say('side-by-side.heading');
  const command = commandNamed(typeof topic === 'string' ? topic : ask) ?? commandNamed(ask)!;
  const words = command.phrases[locale][0];
  // How a thing is done stands beside the thing itself, and must not read alike.
  if (typeof topic === 'string') return textIn(locale).say('suggest.how', { what: words });
  const goal = typeof competency === 'string' ? competencyLabel(vocabulary, competency, locale) : undefined;
  // The name of a goal alone asks for it.
  if (goal !== undefined && (isOneCommand || ask === 'competency')) return goal;
  // Different commands about one thing must not read alike: as one would type them.
  const about = goal ?? subjectOf(parameters, vocabulary);
  return about === undefined ? words : `${words} ${about}`;
}

/** The certification and the person that a question is about, as one would type them. */
function subjectOf(
  { person, people, credential }: Meaning['parameters'],
  { programme }: Vocabulary,
): string | undefined {
  const [listed, ...others] = Array.isArray(people) ? (people as readonly string[]) : [];
  const name = typeof person === 'string' ? person : others.length > 0 ? undefined : listed;
  const earned = typeof credential === 'string' ? credentialLabel(credential, programme) : undefined;
  const parts = [earned, name === oneself ? undefined : name].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(' ') : undefined;
}

/** The first day among the values, also within events. */
function dayOf(value: unknown): string | undefined {
  if (typeof value === 'string') return isCalendarDate(value) ? value : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const one of Object.values(value)) {
    const day = dayOf(one);
    if (day !== undefined) return day;
  }
  return undefined;
}
