/** `requirements`: what a competency asks for, whoever asks. */
import type { Question } from '../../../cards/contract/question';
import { requirementsCard } from '../../../cards/standing/requirements-card';
import type { Refusal } from '../../../cards/contract/view';
import { competencyOf, hasEnded } from '../../../domain/programme/programme';
import { aboutCompetency, whichCompetency } from '../../recognizers/competency-argument';
import { beside, type Command, type Phrases, type Reading } from '../command';
import type { Heard } from '../../language/utterance';
import { lookAtPartner, settingOf } from '../../partner/partner-snapshot';
import { recogniseLevel } from '../../recognizers/level-recognizer';
import { refused } from '../../context/reply';

const hears: Phrases = {
  en: [
    'requirements',
    'requirement',
    'req',
    'reqs',
    'require',
    'requires',
    'required',
    'what do we need',
    'need',
    'needs',
    'needed',
    'rules',
    'criteria',
    'conditions',
  ],
  'zh-CN': ['要求', '能力要求', '条件', '需要', '需要什么', '规则'],
  'zh-TW': ['要求條件', '要求条件', '專長認證要求條件', '條件', '需要什麼', '規則', '需求'],
  'ru-RU': ['требования', 'требование', 'требуется', 'требуются', 'нужно', 'надо', 'необходимо', 'условия', 'правила'],
  'pt-BR': [
    'requisitos',
    'requisito',
    'exigências',
    'exigência',
    'precisa',
    'precisamos',
    'necessário',
    'condições',
    'regras',
  ],
};

function parse(heard: Heard, reading: Reading): Question | Refusal | undefined {
  const others = beside(heard, hears);
  if (!others) return undefined;
  const { rest } = recogniseLevel(others, reading.vocabulary);
  const make = (competency: string): Question => ({ ask: 'requirements', competency });
  return aboutCompetency(rest, reading, make) ?? whichCompetency('requirements', reading);
}

/** `requirements <competency>`. */
export const requirements: Command<'requirements'> = {
  name: 'requirements',
  hears,
  parse,
  async answer(question, ask, world) {
    const text = world.text(ask.locale);
    const look = await lookAtPartner(ask, world);
    const competency = competencyOf(look.programme, question.competency);
    if (!competency) return refused({ code: 'card-outdated' }, text);
    const { asOf, programme } = look;
    const view = { ...settingOf(ask, look, { text }), asOf, ended: hasEnded(programme, asOf), competency };
    return { name: 'requirements', card: requirementsCard(view, text) };
  },
};
