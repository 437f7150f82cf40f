/** Risks in words: how many levels are in each kind of danger, and one risk in a sentence. */
import type { CalendarDate } from '../../domain/basics/date';
import type { Override } from '../../domain/partner/override';
import type { Risk } from '../../domain/membership/risk';
import type { RiskCounts } from '../../domain/membership/risk-count';
import type { NothingQualifies } from '../../domain/membership/risk-forecast';
import type { Text } from '../text';
import type { RiskLine } from '../contract/view';
import { shownPoints } from './points';
import { competencyName, levelName, type Wording } from './wording';

const codes = ['lost', 'lapses', 'override', 'thin', 'reached'] as const;

/** One line such as "1 level lost · 2 will lapse · 1 hangs on single people". */
export function riskCounts(lines: readonly RiskLine[], text: Text): string {
  const count = (code: Risk['code']) => lines.filter(({ risk }) => risk.code === code).length;
  return countWords(
    {
      lost: count('lost'),
      lapses: count('lapses'),
      override: count('override'),
      thin: count('thin'),
      reached: count('reached'),
    },
    text,
  );
}

/** The same where only the numbers are known; empty where all are 0. */
export function countWords(counts: Partial<RiskCounts['counts']>, text: Text): string {
  return codes
    .map((code) => ({ code, count: counts[code] ?? 0 }))
    .filter(({ count }) => count > 0)
    .map(({ code, count }) => text.say(`risk.count.${code}`, { count }))
    .join(' · ');
}

/** One sentence or two about a risk of a competency, which they name. */
export function riskOfCompetency(risk: Risk, wording: Wording, sentence = riskSentence(risk, wording)): string {
  return wording.text.say('sentence.of', { subject: competencyName(risk.competency, wording), sentence });
}

/** One sentence or two about a risk, without names and causes. */
export function riskSentence(risk: Risk, wording: Wording): string {
  const { text } = wording;
  const level = levelName(risk.level, wording);
  if (risk.code === 'thin') return text.say('risk.thin-count', { level, count: risk.people.length });
  if (risk.code === 'lapses') return text.say('risk.lapses', { level, date: text.date(risk.on) });
  if (risk.code === 'override') return overrideSentence(risk, wording);
  if (risk.code === 'reached') return reachedSentence(risk, wording);
  const lost = lostSentence(risk, wording);
  return risk.shownUntil === undefined
    ? lost
    : text.sentences([lost, text.say('risk.shown-until', { date: text.date(risk.shownUntil) })]);
}

/** That a level is not met any more, and since when where that is known. */
export function lostSentence({ level: id, on }: Extract<Risk, { code: 'lost' }>, wording: Wording): string {
  const { text } = wording;
  const level = levelName(id, wording);
  return on === undefined
    ? text.say('risk.lost', { level })
    : text.say('risk.lost-since', { level, date: text.date(on) });
}

/** That one day of the window is enough, and which day it was or will be. */
function reachedSentence(risk: Extract<Risk, { code: 'reached' }>, wording: Wording): string {
  const { text } = wording;
  const { level, on, points, of, window, kept, ahead } = risk;
  const about = {
    level: levelName(level, wording),
    date: text.date(on),
    from: text.date(window.from),
    to: text.date(window.to),
    when: ahead ? 'ahead' : 'past',
  };
  const sentence =
    points && of
      ? text.say('risk.reached-points', { ...about, points: shownPoints(points), of: shownPoints(of) })
      : text.say('risk.reached', about);
  return kept ? text.sentences([sentence, text.say('risk.reached-kept')]) : sentence;
}

/** That nothing would qualify, the gravest finding there is: for the level of the membership, or for any today. */
export function nothingWords({ level }: NothingQualifies, until: CalendarDate | undefined, wording: Wording): string {
  const { text } = wording;
  return level === undefined || until === undefined
    ? text.say('risk.nothing-today')
    : text.say('risk.nothing', { level: levelName(level, wording), date: text.date(until) });
}

/** That a level is held by an override, and until when. */
export function overrideSentence({ level, until }: Pick<Override, 'level' | 'until'>, wording: Wording): string {
  const { text } = wording;
  return text.say('risk.override', { level: levelName(level, wording), date: text.date(until) });
}

/** The level that a competency holds, and that an override alone holds it if so. */
export function heldWords(level: string, override: Override | undefined, wording: Wording): string {
  const { text } = wording;
  const name = levelName(level, wording);
  return override ? text.say('level.override', { level: name, date: text.date(override.until) }) : name;
}
