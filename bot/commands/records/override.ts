/** `override <competency> [level] until <date>`: enters a level that Microsoft grants by hand, or takes it away; for admins. */
import type { Question } from '../../../cards/contract/question';
import type { Refusal } from '../../../cards/contract/view';
import { nextLevel } from '../../../cards/sections/next-level';
import { sourceOf } from '../../../domain/partner/correction';
import { addMonths, type CalendarDate } from '../../../domain/basics/date';
import { displayedLevels } from '../../../domain/membership/displayed-level';
import { nameIn } from '../../../domain/basics/locale';
import { overrideFor, type Override } from '../../../domain/partner/override';
import { competencyOf, type Competency } from '../../../domain/programme/programme';
import { aboutCompetency, whichCompetency } from '../../recognizers/competency-argument';
import { aboutDay, dayAhead } from '../../recognizers/day-argument';
import { mayFollow } from '../../recognizers/person-argument';
import type { Ask } from '../../context/turn-request';
import { beside, findHeard, type Command, type Phrases, type Reading } from '../command';
import { correctionSource } from '../../corrections/correction-record';
import { propose, replyAtOnce, type Turn } from '../../corrections/correction-reply';
import { decisionOn } from '../../partner/competency-result';
import { levelsOf } from '../../partner/explained-level';
import type { Heard } from '../../language/utterance';
import { lookAtFacts, type Look } from '../../partner/partner-snapshot';
import { recogniseLevel } from '../../recognizers/level-recognizer';
import { refused, type Reply } from '../../context/reply';
import { removing } from './remove';
import { levelMissing } from '../standing/why';

type OverrideQuestion = Extract<Question, { ask: 'override' }>;

const hears: Phrases = {
  en: ['override', 'overrides', 'achievement override', 'exemption', 'exempt'],
  'zh-CN': ['例外', '例外认定', '豁免'],
  'zh-TW': ['例外', '例外認定', '豁免'],
  'ru-RU': ['исключение', 'исключения'],
  'pt-BR': ['exceção', 'isenção'],
};

const until: Phrases = {
  en: ['until', 'till', 'through'],
  'zh-CN': ['至', '直到'],
  'zh-TW': ['至', '直到'],
  'ru-RU': ['до'],
  'pt-BR': ['até'],
};

function parse(heard: Heard, reading: Reading): Question | Refusal | undefined {
  const span = findHeard(heard, hears);
  const removed = span && beside(heard, removing);
  if (!span || !(removed ?? mayFollow(heard, span.start))) return undefined;
  if (removed) return about(removed, reading, (competency) => ({ ask: 'override', competency, remove: true }));
  return aboutDay(heard, reading, ({ on, rest }) => {
    const { level, rest: others } = recogniseLevel(rest, reading.vocabulary);
    return about(others, reading, (competency) => ({
      ask: 'override',
      competency,
      ...(level !== undefined && { level }),
      ...(on && { until: on }),
    }));
  });
}

function about(heard: Heard, reading: Reading, make: (competency: string) => OverrideQuestion): Question | Refusal {
  const named = beside(heard, hears)!;
  return aboutCompetency(beside(named, until) ?? named, reading, make) ?? whichCompetency('override', reading, make);
}

/** The level that is asked for, else the one that is displayed and not met, else the next. */
function levelFor(competency: Competency, asked: string | undefined, look: Look): string | undefined {
  const { programme, facts, asOf, partner } = look;
  const { standing } = decisionOn(competency, look);
  if (asked !== undefined) return levelsOf(standing).includes(asked) ? asked : undefined;
  const only = { ...programme, competencies: [competency] };
  const shown = displayedLevels(partner, { programme: only, facts, today: asOf });
  const lost = shown.find((one) => one.competency === competency.id && one.level !== standing.level);
  return lost?.level ?? nextLevel(standing, programme)?.level ?? standing.level;
}

/** `override <competency> [level] until <date>`, `remove override <competency>`. */
export const override: Command<'override'> = {
  name: 'override',
  hears,
  knows: until,
  isForAdmins: true,
  parse,
  async answer(question, ask, world) {
    const text = world.text(ask.locale);
    const atOnce = await replyAtOnce(question, 'company', { ask, world });
    if (atOnce) return atOnce;
    const look = await lookAtFacts(ask, world);
    const competency = competencyOf(look.programme, question.competency);
    if (!competency) return refused({ code: 'card-outdated' }, text);
    const named = { question, competency, look, before: overrideFor(look.partner.overrides, competency.id) };
    return question.remove ? removed(named, { ask, world }) : entered(named, { ask, world });
  },
};

interface Named {
  readonly question: OverrideQuestion;
  readonly competency: Competency;
  readonly look: Look;
  readonly before: Override | undefined;
}

async function removed({ question, competency, look, before }: Named, { ask, world }: Turn): Promise<Reply> {
  if (!before) {
    const refusal = { code: 'no-override', competency: nameIn(ask.locale, competency.names) } as const;
    return refused({ ...refusal, nearest: othersToRemove(look, ask) }, world.text(ask.locale));
  }
  const asked = { ask: 'override', competency: competency.id, remove: true } as const;
  const change = { kind: 'override', competency: competency.id, before } as const;
  return propose({ question: asked, change, confirm: question.confirm }, look, { ask, world });
}

function othersToRemove({ programme, partner }: Look, { locale }: Ask) {
  return (partner.overrides ?? []).flatMap(({ competency: id }) => {
    const names = competencyOf(programme, id)?.names;
    const question = { ask: 'override', competency: id, remove: true } as const;
    return names ? [{ label: nameIn(locale, names), question }] : [];
  });
}

async function entered({ question, competency, look, before }: Named, { ask, world }: Turn): Promise<Reply> {
  const text = world.text(ask.locale);
  const level = levelFor(competency, question.level, look);
  const last = lastDay(question.until, look);
  if (level === undefined) {
    const make = (other: string): Question => ({ ...question, level: other });
    return refused(levelMissing(question.level ?? '', decisionOn(competency, look), { ...look, ...ask, make }), text);
  }
  if (last < look.asOf) return refused({ code: 'override-over', date: last }, text);
  if (before?.level === level && before.until === last) return refused({ code: 'already-so', nearest: [] }, text);
  const asked = { ask: 'override', competency: competency.id, level, until: last } as const;
  const source = sourceOf(correctionSource(asked, question.confirm));
  const after = { competency: competency.id, level, from: look.asOf, until: last, source };
  const change = { kind: 'override', competency: competency.id, after, ...(before && { before }) } as const;
  return propose({ question: asked, change, confirm: question.confirm }, look, { ask, world });
}

/** Where nobody says until when, as long as an override usually holds (`overrideMonths`). */
function lastDay(named: string | undefined, { asOf, policies }: Look): CalendarDate {
  return named === undefined ? addMonths(asOf, policies.overrideMonths) : dayAhead(named, asOf);
}
