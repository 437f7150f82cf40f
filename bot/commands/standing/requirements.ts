/** `requirements`: what the rules in force ask for each level of a competency; for everyone. */
import { z } from 'zod/v4';
import type { Question } from '../../../cards/contract/question';
import { requirementsCard } from '../../../cards/standing/requirements-card';
import type { Refusal } from '../../../cards/contract/refusal';
import { competencyOf, hasEnded } from '../../../domain/programme/programme';
import { requireCompetencyArgument } from '../../recognizers/competency-argument';
import { withoutPhrase, type Phrases, type RecognitionContext } from '../../language-understanding/phrases';
import { type Command } from '../command';
import { shortText } from '../payload-fields';
import type { Utterance } from '../../language-understanding/utterance';
import { loadPartnerSnapshot } from '../../partner/partner-snapshot';
import { cardSettingOf } from '../../partner/name-visibility';
import { recognizeLevel } from '../../recognizers/level-recognizer';
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

function parse(utterance: Utterance, reading: RecognitionContext): Question | Refusal | undefined {
  const others = withoutPhrase(utterance, hears);
  if (!others) return undefined;
  const { rest } = recognizeLevel(others, reading.vocabulary);
  const make = (competency: string): Question => ({ ask: 'requirements', competency });
  return requireCompetencyArgument(rest, reading, { ask: 'requirements', make });
}

/** `requirements <competency>`. */
export const requirements: Command<'requirements'> = {
  name: 'requirements',
  phrases: hears,
  order: 30,
  access: { role: 'anyone', scope: 'any' },
  payload: z.object({ competency: shortText }),
  parse,
  async answer(question, request, services) {
    const text = services.text(request.locale);
    const snapshot = await loadPartnerSnapshot(request, services);
    const competency = competencyOf(snapshot.programme, question.competency);
    if (!competency) return refused({ code: 'card-outdated' }, text);
    const { asOf, programme } = snapshot;
    const view = { ...cardSettingOf(request, snapshot, { text }), asOf, ended: hasEnded(programme, asOf), competency };
    return { name: 'requirements', card: requirementsCard(view, text) };
  },
};
