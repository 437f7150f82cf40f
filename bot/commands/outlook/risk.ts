/** `risk`: what is lost, what will lapse by the renewal day, and what hangs on one person. */
import { z } from 'zod/v4';
import { riskCard } from '../../../cards/outlook/risk-card';
import type { Question } from '../../../cards/contract/question';
import { findPhraseOf, type Phrases } from '../../language-understanding/phrases';
import { type Command } from '../command';
import { byId } from '../../partner/competency-result';
import type { Utterance } from '../../language-understanding/utterance';
import { loadFactsSnapshot } from '../../partner/partner-snapshot';
import { bookedBefore } from '../../../domain/tasks/assigned-task';
import { listTasks } from '../../tasks/task-list';
import { loadRenewalOutlook } from '../../partner/renewal-outlook';

/** Also the words in which Partner Center warns, so that its message can be pasted. */
const hears: Phrases = {
  en: ['risk', 'risks', 'at risk', 'what is at risk', 'in danger', 'are we safe'],
  'zh-CN': ['风险', '面临风险', '有风险'],
  'zh-TW': ['風險', '產生風險', '有風險'],
  'ru-RU': ['риск', 'риски', 'риска', 'под угрозой', 'под угрозу', 'угроза'],
  'pt-BR': ['risco', 'riscos', 'em risco', 'em perigo'],
};

function parse(utterance: Utterance): Question | undefined {
  return findPhraseOf(utterance, hears) && { ask: 'risk' };
}

/** `risk`. */
export const risk: Command<'risk'> = {
  name: 'risk',
  phrases: hears,
  order: 90,
  access: { role: 'anyone', scope: 'any' },
  keepsCurrent: true,
  payload: z.object({}),
  parse,
  async answer(_, request, services) {
    const snapshot = await loadFactsSnapshot(request, services);
    const outlook = loadRenewalOutlook(snapshot);
    const booked = bookedBefore(await listTasks(request.tenant, services), outlook.until).length;
    const view = {
      ...snapshot.setting,
      asOf: snapshot.asOf,
      ...outlook,
      ...(booked > 0 && { booked }),
      people: byId(snapshot.facts.people),
    };
    return { name: 'risk', card: riskCard(view, services.text(request.locale)) };
  },
};
