/** The reason of an alert in facts: a sentence or a few for each rule. */
import type { GraveRisk, NoticeReason, NoticeRule } from '../../domain/alerts/notice';
import type { KeptNotice } from '../../domain/alerts/kept-notice';
import { contradictionsIn } from '../../domain/onboarding/onboarding-state';
import type { AlertWording, ReasonOf } from './alert';
import { credentialTitle } from './credential';
import { contradictionWords, countsForWords, occasionWords } from './onboarding';
import { nothingWords, riskOfCompetency } from './risk';
import { riskWords } from './risk-causes';
import { teamCountWords } from './team-matter';
import { competencyName, levelAt, levelName } from './wording';
import { escapeMarkdown } from '../elements/escaped-text';

const mostRisks = 4;
const mostCauses = 3;
const longestSaid = 200;

/** Returns why an alert is sent, in facts. */
export function reasonLines({ reason }: Pick<KeptNotice, 'reason'>, about: AlertWording): readonly string[] {
  const lines = linesByRule[reason.rule] as (reason: NoticeReason, about: AlertWording) => readonly string[];
  return lines(reason, about);
}

const linesByRule: {
  readonly [R in NoticeRule]: (reason: ReasonOf<R>, about: AlertWording) => readonly string[];
} = {
  'renewal-at-risk': (reason, about) => [
    nothingWords(reason, reason.until, about),
    ...reason.risks.slice(0, mostRisks).flatMap((risk) => namedRisk(risk, about)),
  ],
  'level-lost': riskLines,
  'level-lapses': riskLines,
  runway: ({ anniversary, closes, goal }, { text }) => [
    text.say(goal === undefined ? 'alert.reason.runway' : 'alert.reason.runway-goal', {
      anniversary: text.date(anniversary),
      closes: text.date(closes),
    }),
  ],
  certification: certificationLines,
  'counts-now': countsNowLines,
  onboarding: (reason, { text }) => [occasionWords(reason, text)],
  'onboarding-help': ({ why, since }, { text }) => [
    text.say(`alert.reason.onboarding-help.${why}`, { date: text.date(since) }),
  ],
  task: ({ due, occasion }, { text }) => [
    occasion === 'fallen' || occasion === 'done'
      ? text.say(`alert.reason.task-${occasion}`)
      : text.say('alert.reason.task', { date: text.date(due) }),
  ],
  'task-help': ({ why, due, said, competency, level }, about) => [
    about.text.say(`alert.reason.task-help.${why}`, { date: about.text.date(due) }),
    ...(said === undefined ? [] : [about.text.say('task.said', { words: escapeMarkdown(said, longestSaid) })]),
    ...(competency !== undefined && level !== undefined
      ? [about.text.say('task.goal', { goal: levelAt(competency, level, about) })]
      : []),
  ],
  team: (reason, { text }) => [teamCountWords(reason, text)],
  'linked-elsewhere': elsewhereLines,
  'stale-data': ({ importedOn, days }, { text }) => [
    text.say('alert.reason.stale-data', { date: text.date(importedOn), days }),
  ],
  'figures-outdated': figureLines,
  'requirement-change': ({ levels }, about) =>
    levels.map(({ level, met }) =>
      about.text.say('alert.reason.requirement-change', { level: levelName(level, about), met: met ? 'yes' : 'no' }),
    ),
};

function figureLines(
  { outdated, missing, oldest, competency }: ReasonOf<'figures-outdated'>,
  about: AlertWording,
): readonly string[] {
  const { text } = about;
  return [
    ...(outdated > 0 && oldest !== undefined
      ? [text.say('alert.reason.figures-outdated', { count: outdated, date: text.date(oldest) })]
      : []),
    ...(missing > 0 ? [text.say('alert.reason.figures-missing', { count: missing })] : []),
    ...(competency === undefined
      ? []
      : [text.say('alert.reason.figures-area', { competency: competencyName(competency, about) })]),
  ];
}

function riskLines({ risk }: ReasonOf<'level-lost'>, about: AlertWording): readonly string[] {
  return riskWords(risk, { ...about, detail: { causes: mostCauses } });
}

function certificationLines(reason: ReasonOf<'certification'>, about: AlertWording): readonly string[] {
  const { text } = about;
  const credential = credentialTitle(reason.credential, about);
  return [
    text.say('alert.reason.certification', { credential, date: text.date(reason.until) }),
    ...(reason.isComputed ? [text.say('alert.reason.certification-computed')] : []),
  ];
}

function countsNowLines(reason: ReasonOf<'counts-now'>, about: AlertWording): readonly string[] {
  const { text, view } = about;
  const { credentials, since, countsFor } = reason;
  return [
    text.say('alert.reason.counts-now', { credentials, partner: view.partner.name, date: text.date(since) }),
    ...(countsFor ? [countsForWords(countsFor, about)] : []),
  ];
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

function namedRisk(risk: GraveRisk, about: AlertWording): readonly string[] {
  const [first, ...others] = riskWords(risk, { ...about, detail: { causes: mostCauses } });
  return [riskOfCompetency(risk, about, first), ...others];
}
