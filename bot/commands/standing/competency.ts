/** `<competency>`: every option and level of one competency, how far each is, and who and what is missing. */
import { z } from 'zod/v4';
import { competencyCard } from '../../../cards/standing/competency-card';
import type { Question } from '../../../cards/contract/question';
import type { Refusal } from '../../../cards/contract/refusal';
import { competencyOf } from '../../../domain/programme/programme';
import { readCompetencyArgument, requireCompetencyArgument } from '../../recognizers/competency-argument';
import { findPhraseOf, type Phrases, type RecognitionContext } from '../../language-understanding/phrases';
import { type Command } from '../command';
import { shortText } from '../payload-fields';
import { byId, competencyResultOn, optionViews } from '../../partner/competency-result';
import { tellingWords, without, type Utterance } from '../../language-understanding/utterance';
import { loadFactsSnapshot } from '../../partner/partner-snapshot';
import { recognizeCompetencies } from '../../recognizers/competency-recognizer';
import { recognizeLevel } from '../../recognizers/level-recognizer';
import { ownRenewalsOf } from '../../../domain/membership/own-outlook';
import { outlookOf } from '../../partner/renewal-outlook';
import { cachedStandingFor } from '../../partner/partner-reads';
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
function parse(utterance: Utterance, reading: RecognitionContext): Question | Refusal | undefined {
  const { rest } = recognizeLevel(utterance, reading.vocabulary);
  const span = findPhraseOf(rest, hears);
  if (span) return requireCompetencyArgument(without(rest, span), reading, { ask: 'competency', make });
  const { competencies, left } = recognizeCompetencies(rest, reading.vocabulary);
  const isClear = competencies.length > 0 && left.length <= tellingWords(rest).length - left.length;
  return isClear ? readCompetencyArgument(rest, reading, make) : undefined;
}

/** `<competency>`, and the button of a line in the overview. */
export const competency: Command<'competency'> = {
  name: 'competency',
  phrases: hears,
  order: 20,
  access: { role: 'anyone', scope: 'any' },
  keepsCurrent: true,
  payload: z.object({ competency: shortText }),
  parse,
  async answer(question, request, services) {
    const text = services.text(request.locale);
    const snapshot = await loadFactsSnapshot(request, services);
    const asked = competencyOf(snapshot.programme, question.competency);
    if (!asked) return refused({ code: 'card-outdated' }, text);
    const decision = competencyResultOn(asked, snapshot);
    const risk = outlookOf(asked.id, snapshot).lines[0]?.risk;
    const own = ownRenewalsOf(snapshot.partner, snapshot.programme, snapshot.asOf).get(asked.id)?.own;
    const { trend } = (await cachedStandingFor(request, services)).judged ?? {};
    const view = {
      ...snapshot.setting,
      asOf: snapshot.asOf,
      ended: decision.ended,
      competency: asked,
      standing: decision.standing,
      options: optionViews(decision),
      people: byId(snapshot.facts.people),
      ...(risk && { risk }),
      ...(own && { own }),
      ...(trend && { trend }),
    };
    return { name: 'competency', card: competencyCard(view, text) };
  },
};
