/** The headline of an alert: what has happened, in one sentence for each rule. */
import type { GraveRisk } from '../../domain/alerts/notice';
import type { KeptNotice } from '../../domain/alerts/kept-notice';
import { addDays, daysBetween, type CalendarDate } from '../../domain/basics/date';
import { personName, type AlertWording, type ReasonOf } from './alert';
import { bookableTitle } from './credential';
import { competencyName, goalNoun, levelName } from './wording';

/** What has happened: the first thing that is read. The renewal at risk is put as Partner Center puts it. */
export function headlineOf({ reason, state }: Pick<KeptNotice, 'reason' | 'state'>, about: AlertWording): string {
  const { text, view } = about;
  switch (reason.rule) {
    case 'renewal-at-risk':
      return text.say('risk.alert', goalNoun(about));
    case 'level-lost':
    case 'level-lapses':
      return riskHeadline(reason.risk, about);
    case 'runway':
      return runwayHeadline(reason, state.is === 'resolved' ? dueDay(reason) : view.asOf, about);
    case 'certification':
      return text.say('alert.headline.certification', { date: text.date(reason.until) });
    case 'linked-elsewhere':
      return elsewhereHeadline(reason, about);
    case 'onboarding':
      return text.say(`onboard.title.${reason.state}`);
    case 'onboarding-help':
      return text.say('alert.headline.onboarding-help', { name: personName(reason.person, about) });
    case 'task':
      if (reason.occasion === 'fallen' || reason.occasion === 'done')
        return text.say(`task.headline.${reason.occasion}`, { credential: bookableTitle(reason.credential, about) });
      return text.say('alert.headline.task', { credential: bookableTitle(reason.credential, about) });
    case 'task-help':
      return text.say(`alert.headline.task-help.${reason.why}`, {
        name: personName(reason.person, about),
        credential: bookableTitle(reason.credential, about),
      });
    case 'team':
      return text.say('alert.headline.team', { date: text.date(reason.week) });
    case 'requirement-change':
      return changeHeadline(reason, about);
    default:
      return text.say(`alert.headline.${reason.rule}`);
  }
}

function riskHeadline(risk: GraveRisk, about: AlertWording): string {
  const { text } = about;
  const names = { competency: competencyName(risk.competency, about), level: levelName(risk.level, about) };
  return risk.code === 'lost'
    ? text.say('alert.headline.level-lost', names)
    : text.say('alert.headline.level-lapses', {
        ...names,
        date: text.date(risk.code === 'override' ? addDays(risk.until, 1) : risk.on),
      });
}

function elsewhereHeadline({ told, person }: ReasonOf<'linked-elsewhere'>, about: AlertWording): string {
  const key = told ? 'alert.headline.linked-elsewhere-told' : 'alert.headline.linked-elsewhere';
  return about.text.say(key, { name: personName(person, about) });
}

function changeHeadline({ competency, on }: ReasonOf<'requirement-change'>, about: AlertWording): string {
  const { text } = about;
  const name = competencyName(competency, about);
  return text.say('alert.headline.requirement-change', { competency: name, date: text.date(on) });
}

/** The day on which a step before or after the anniversary is due. */
function dueDay({ anniversary, step }: ReasonOf<'runway'>): CalendarDate {
  return addDays(anniversary, step);
}

/** How far the renewal is away on a day: today, or for a resolved alert the day on which it was due. */
function runwayHeadline(
  { anniversary, closes, goal }: ReasonOf<'runway'>,
  on: CalendarDate,
  about: AlertWording,
): string {
  const { text } = about;
  const days = Math.max(0, daysBetween(on, anniversary));
  const when = { days, phase: phaseOn(on, { anniversary, closes }) };
  return goal === undefined
    ? text.say('alert.headline.runway', when)
    : text.say('alert.headline.runway-goal', { ...when, goal: competencyName(goal, about) });
}

function phaseOn(
  today: CalendarDate,
  { anniversary, closes }: Pick<ReasonOf<'runway'>, 'anniversary' | 'closes'>,
): string {
  if (today < anniversary) return 'before';
  if (today === anniversary) return 'day';
  if (today < closes) return 'window';
  return today === closes ? 'last' : 'lapsed';
}
