/** `<competency>`: every option and level of one competency, how far each is, and who and what is missing. */
import { competencyCard } from '../../../cards/standing/competency-card';
import type { Question } from '../../../cards/contract/question';
import type { Refusal } from '../../../cards/contract/view';
import { competencyOf } from '../../../domain/programme/programme';
import { aboutCompetency, whichCompetency } from '../../recognizers/competency-argument';
import { findHeard, type Command, type Phrases, type Reading } from '../command';
import { byId, decisionOn, optionViews } from '../../partner/competency-result';
import { tellingWords, without, type Heard } from '../../language/utterance';
import { lookAtFacts } from '../../partner/partner-snapshot';
import { recogniseCompetencies } from '../../recognizers/competency-recognizer';
import { recogniseLevel } from '../../recognizers/level-recognizer';
import { riskOf } from '../../partner/renewal-outlook';
import { refused } from '../../context/reply';

const hears: Phrases = {
  en: ['competency'],
  'zh-CN': ['能力'],
  'zh-TW': ['專長認證', '专长认证'],
  'ru-RU': ['компетенция', 'компетенцию'],
  'pt-BR': ['competência'],
};

const make = (competency: string): Question => ({ ask: 'competency', competency });

/** A name alone is enough; but where it is only part of one, among more that is not understood, nothing is assumed. */
function parse(heard: Heard, reading: Reading): Question | Refusal | undefined {
  const { rest } = recogniseLevel(heard, reading.vocabulary);
  const span = findHeard(rest, hears);
  if (span) return aboutCompetency(without(rest, span), reading, make) ?? whichCompetency('competency', reading);
  const { competencies, left } = recogniseCompetencies(rest, reading.vocabulary);
  const isClear = competencies.length > 0 && left.length <= tellingWords(rest).length - left.length;
  return isClear ? aboutCompetency(rest, reading, make) : undefined;
}

/** `<competency>`, and the button of a line in the overview. */
export const competency: Command<'competency'> = {
  name: 'competency',
  hears,
  parse,
  async answer(question, ask, world) {
    const text = world.text(ask.locale);
    const look = await lookAtFacts(ask, world);
    const asked = competencyOf(look.programme, question.competency);
    if (!asked) return refused({ code: 'card-outdated' }, text);
    const decision = decisionOn(asked, look);
    const risk = riskOf(asked, look);
    const view = {
      ...look.setting,
      asOf: look.asOf,
      ended: decision.ended,
      competency: asked,
      standing: decision.standing,
      options: optionViews(decision),
      people: byId(look.facts.people),
      ...(risk && { risk }),
    };
    return { name: 'competency', card: competencyCard(view, text) };
  },
};
