/** Alerts in words: what has happened, in facts, and who deals with it. */
import { addDays, daysBetween, type CalendarDate } from '../../domain/basics/date';
import { policiesOf } from '../../domain/partner/partner';
import { partnerDayAt } from '../../domain/partner/partner-day';
import type { KeptNotice } from '../../domain/alerts/kept-notice';
import { contradictionsIn } from '../../domain/onboarding/onboarding-state';
import type { GraveRisk, NoticeRule, NoticeReason } from '../../domain/alerts/notice';
import { riskWords } from './risk-causes';
import type { Text } from '../text';
import type { AlertSetting } from '../contract/alert-view';
import { credentialTitle } from './credential';
import { contradictionWords, countsForWords, occasionWords } from './onboarding';
import { nothingWords, riskOfCompetency } from './risk';
import { nameOf } from './who';
import { competencyName, levelName, type Wording, goalNoun } from './wording';

/** The words with what they are about. */
export interface AlertWording extends Wording {
  readonly view: AlertSetting;
}

type ReasonOf<R extends NoticeRule> = Extract<NoticeReason, { readonly rule: R }>;

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
      return runwayHeadline(
        reason,
        state.is === 'resolved' ? addDays(reason.anniversary, reason.step) : view.asOf,
        text,
      );
    case 'certification':
      return text.say('alert.headline.certification', { date: text.date(reason.until) });
    case 'linked-elsewhere':
      return text.say(reason.told ? 'alert.headline.linked-elsewhere-told' : 'alert.headline.linked-elsewhere', {
        name: personName(reason.person, about),
      });
    case 'onboarding':
      return text.say(`onboard.title.${reason.state}`);
    case 'onboarding-help':
      return text.say('alert.headline.onboarding-help', { name: personName(reason.person, about) });
    case 'requirement-change': {
      const competency = competencyName(reason.competency, about);
      return text.say('alert.headline.requirement-change', { competency, date: text.date(reason.on) });
    }
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

/** As it is seen on a day: today, and once it is over the day on which it was due. */
function runwayHeadline({ anniversary, closes }: ReasonOf<'runway'>, on: CalendarDate, text: Text): string {
  const days = Math.max(0, daysBetween(on, anniversary));
  return text.say('alert.headline.runway', { days, phase: phaseOn(on, { anniversary, closes }) });
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

function personName(id: string, { text, view }: AlertWording): string {
  const person = view.people.get(id);
  return (person && nameOf(person, view, text)) ?? text.say('risk.somebody');
}

const mostRisks = 4;
const mostCauses = 3;

/** Why it is said, in facts: each a sentence or a few. */
export function reasonLines({ reason }: Pick<KeptNotice, 'reason'>, about: AlertWording): readonly string[] {
  const { text, view } = about;
  switch (reason.rule) {
    case 'renewal-at-risk':
      return [
        nothingWords(reason, reason.until, about),
        ...reason.risks.slice(0, mostRisks).flatMap((risk) => namedRisk(risk, about)),
      ];
    case 'level-lost':
    case 'level-lapses':
      return riskWords(reason.risk, { ...about, detail: { causes: mostCauses } });
    case 'runway':
      return [text.say('alert.reason.runway', dates(reason, text))];
    case 'certification': {
      const credential = credentialTitle(reason.credential, about);
      return [
        text.say('alert.reason.certification', { credential, date: text.date(reason.until) }),
        ...(reason.isComputed ? [text.say('alert.reason.certification-computed')] : []),
      ];
    }
    case 'counts-now': {
      const { credentials, since, countsFor } = reason;
      return [
        text.say('alert.reason.counts-now', { credentials, partner: view.partner.name, date: text.date(since) }),
        ...(countsFor ? [countsForWords(countsFor, about)] : []),
      ];
    }
    case 'onboarding':
      return [occasionWords(reason, text)];
    case 'onboarding-help':
      return [text.say(`alert.reason.onboarding-help.${reason.why}`, { date: text.date(reason.since) })];
    case 'linked-elsewhere':
      return elsewhereLines(reason, about);
    case 'stale-data':
      return [text.say('alert.reason.stale-data', { date: text.date(reason.importedOn), days: reason.days })];
    case 'requirement-change':
      return reason.levels.map(({ level, met }) =>
        text.say('alert.reason.requirement-change', { level: levelName(level, about), met: met ? 'yes' : 'no' }),
      );
  }
}

/** Contradictions are shown too, because only an admin can settle them. */
function elsewhereLines(
  { person: id, on, told, recorded }: ReasonOf<'linked-elsewhere'>,
  { text, view }: AlertWording,
): readonly string[] {
  const date = text.date(on);
  if (told) return [text.say('alert.reason.linked-elsewhere-told', { date })];
  const person = view.people.get(id);
  return [
    text.say('alert.reason.linked-elsewhere', { date }),
    ...(recorded ? [text.say('alert.reason.linked-elsewhere-recorded', { date })] : []),
    ...(person ? contradictionsIn(person).map((one) => contradictionWords(one, text)) : []),
  ];
}

function dates({ anniversary, closes }: ReasonOf<'runway'>, text: Text): Record<'anniversary' | 'closes', string> {
  return { anniversary: text.date(anniversary), closes: text.date(closes) };
}

function namedRisk(risk: GraveRisk, about: AlertWording): readonly string[] {
  const [first, ...others] = riskWords(risk, { ...about, detail: { causes: mostCauses } });
  return [riskOfCompetency(risk, about, first), ...others];
}

/** Says who deals with it, or that no person does; undefined for a notice about the reader's own onboarding. */
export function stateWords(
  { state, audience }: Pick<KeptNotice, 'state' | 'audience'>,
  { text, view }: AlertWording,
): string | undefined {
  if (state.is === 'open') return audience === 'admins' ? text.say('alert.state.open') : undefined;
  const date = text.date(partnerDayAt(state.at, policiesOf(view.partner, view.programme)));
  if (state.is === 'resolved') return text.say('alert.state.resolved', { date, because: state.because });
  const called = (account: string) => view.names.get(account) ?? text.say('alert.somebody');
  const name = called(state.by);
  switch (state.is) {
    case 'acknowledged':
      return text.say('alert.state.acknowledged', { name, date });
    case 'assigned':
      return text.say('alert.state.assigned', { name, date, to: called(state.to) });
    case 'snoozed':
      return text.say('alert.state.snoozed', { name, date: text.date(state.until) });
  }
}

/** What alerts of a rule are about, as it is typed to stop them. */
export function topicOf(rule: NoticeRule, text: Text): string {
  return text.say(`alert.topic.${rule}`);
}
