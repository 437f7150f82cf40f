/** Why a level is at risk, in words: what happens to it, the people and dates behind that, worst first. */
import type { Hindrance } from '../../domain/counting/credits/hindrance';
import type { Cause, Risk } from '../../domain/membership/risk';
import type { RiskView, CardSetting } from '../contract/view';
import type { Text } from '../text';
import { credentialTitle } from './credential';
import { hindranceWords } from './reason';
import { lostSentence, riskSentence } from './risk';
import { nameOf } from './who';
import { metricName } from './figure';
import { competencyName, levelName, type Wording } from './wording';
import type { LapsingFigure } from '../../domain/membership/lapsing-figures';

/** What the words about a risk need; `detail.causes` is how many causes or people are named before "and n more". */
export interface AboutRisk extends Wording {
  readonly view: Pick<RiskView, 'asOf' | 'people' | keyof CardSetting>;
  readonly detail: { readonly causes: number };
}

/** A risk in sentences, with its causes. */
export function riskWords(risk: Risk, about: AboutRisk): readonly string[] {
  const { text } = about;
  const words = levelWords(risk, about);
  if (!risk.own) return words;
  const { anniversary, closes } = risk.own;
  return [...words, text.say('risk.own', { anniversary: text.date(anniversary), closes: text.date(closes) })];
}

function levelWords(risk: Risk, about: AboutRisk): readonly string[] {
  const { text } = about;
  const level = levelName(risk.level, about);
  if (risk.code === 'thin') return [thinWords(risk.people, level, about)];
  if (risk.code === 'lapses')
    return [text.say('risk.lapses', { level, date: text.date(risk.on) }), ...causeLines(risk.causes, about)];
  if (risk.code === 'override' || risk.code === 'reached') return [riskSentence(risk, about)];
  const { shownUntil } = risk;
  return [
    lostSentence(risk, about),
    ...(shownUntil ? [text.say('risk.shown-until', { date: text.date(shownUntil) })] : []),
    ...causeLines(risk.causes, about),
  ];
}

/** A person who leaves is named once, however many credentials they hold. */
function causeLines(causes: readonly Cause[], about: AboutRisk): readonly string[] {
  const { text, detail } = about;
  const words = [...new Set(causes.map((cause) => causeWords(cause, about)))];
  const more = words.length - detail.causes;
  return [...words.slice(0, detail.causes), ...(more > 0 ? [text.say('list.more', { count: more })] : [])].map(
    (one) => `• ${one}`,
  );
}

function thinWords(people: readonly string[], level: string, { text, view, detail }: AboutRisk): string {
  const names = namesOf(people, view, text);
  return names.length === people.length
    ? text.say('risk.thin', { level, people: anyOf(names, text, detail.causes) })
    : text.say('risk.thin-count', { level, count: people.length });
}

/** The names that the reader may see. */
function namesOf(people: readonly string[], view: AboutRisk['view'], text: Text): readonly string[] {
  return people.flatMap((id) => {
    const person = view.people.get(id);
    return (person && nameOf(person, view, text)) ?? [];
  });
}

/** The first few as a choice in words, with how many more there are: each of them alone is meant. */
function anyOf(names: readonly string[], text: Text, most: number): string {
  const more = names.length - most;
  return text.choice([...names.slice(0, most), ...(more > 0 ? [text.say('list.more', { count: more })] : [])]);
}

/** On whom a level hangs, before those are told who could stand in; a number where the reader may see no names. */
export function hangsOnWords(people: readonly string[], { text, view, detail }: AboutRisk): string {
  const names = namesOf(people, view, text);
  return names.length === people.length
    ? text.say('plan.hangs-on', { people: anyOf(names, text, detail.causes) })
    : text.say('plan.hangs-on-count', { count: people.length });
}

function causeWords(cause: Cause, about: AboutRisk): string {
  const { text, view } = about;
  if (cause.code === 'rule') return text.say('risk.cause.rule', { date: text.date(cause.on) });
  if (cause.code === 'evidence' || cause.code === 'enrolment') return lapsingWords(cause, about);
  const person = view.people.get(cause.person);
  const name = (person && nameOf(person, view, text)) ?? text.say('risk.somebody');
  const because = becauseWords(cause.because, view, text);
  if (cause.because.code === 'left') return text.say('risk.cause.person', { name, because });
  return text.say('risk.cause.credential', { name, credential: credentialTitle(cause.credential, about), because });
}

/** A figure or an enrolment that has ended, or will. */
function lapsingWords(cause: LapsingFigure, about: AboutRisk): string {
  const { text, view } = about;
  const day = { date: text.date(cause.on), when: cause.on < view.asOf ? 'past' : 'ahead' };
  return cause.code === 'evidence'
    ? text.say('risk.cause.evidence', { ...day, figure: metricName(cause.metric, about) })
    : text.say('risk.cause.enrolment', { ...day, goal: competencyName(cause.goal, about) });
}

/** What lies ahead is told as what will be; what has happened, as everywhere else. */
export function becauseWords(because: Hindrance, { asOf }: Pick<RiskView, 'asOf'>, text: Text): string {
  if (because.code === 'left' && because.on > asOf)
    return text.say('risk.because.left', { date: text.date(because.on) });
  if (because.code === 'expired' && because.on >= asOf)
    return text.say(because.isComputed ? 'risk.because.expired-computed' : 'risk.because.expired', {
      date: text.date(because.on),
    });
  if (because.code === 'retired' && because.countedUntil >= asOf)
    return text.say('risk.because.retired', { date: text.date(because.countedUntil) });
  return hindranceWords(because, text);
}
