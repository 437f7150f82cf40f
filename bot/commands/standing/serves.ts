/** `what does <credential> serve`: which levels of which competencies ask for it. */
import { z } from 'zod/v4';
import { servesCard } from '../../../cards/standing/serves-card';
import type { Question } from '../../../cards/contract/question';
import type { Refusal } from '../../../cards/contract/refusal';
import { goalsServedBy } from '../../../domain/programme/goals-served';
import { recognizeCredentials } from '../../recognizers/credential-recognizer';
import { candidatesFor, withoutCredential, refuseUnknownCredential } from '../../recognizers/credential-argument';
import { mostCandidates } from '../../../cards/contract/refusal';
import { withoutPhrase, type Phrases, type RecognitionContext } from '../../language-understanding/phrases';
import type { Utterance } from '../../language-understanding/utterance';
import { loadPartnerSnapshot } from '../../partner/partner-snapshot';
import { cardSettingOf } from '../../partner/name-visibility';
import { refused } from '../../context/reply';
import type { Command } from '../command';
import { shortText } from '../payload-fields';

const hears: Phrases = {
  en: ['serves', 'serve', 'counts toward', 'count toward', 'counts towards', 'count towards', 'good for', 'useful for'],
  'zh-CN': ['有什么用', '计入哪些', '用于哪些'],
  'zh-TW': ['有什麼用', '計入哪些', '用於哪些'],
  'ru-RU': ['для чего', 'куда засчитывается', 'что дает'],
  'pt-BR': ['serve para', 'para que serve', 'pra que serve', 'conta para'],
};

function parse(utterance: Utterance, { vocabulary }: RecognitionContext): Question | Refusal | undefined {
  const rest = withoutPhrase(utterance, hears);
  if (!rest) return undefined;
  const { programme } = vocabulary;
  const { credentials, unknown, rest: beside } = recognizeCredentials(rest, programme);
  const make = (credential: string): Question => ({ ask: 'serves', credential });
  const [only, ...others] = credentials;
  if (only === undefined) return withoutCredential('serves', unknown, beside);
  if (others.length === 0) return make(only);
  const candidates = candidatesFor(credentials.slice(0, mostCandidates), programme, make);
  return { code: 'ambiguous', heard: utterance.said, candidates };
}

/** `what does <credential> serve`. */
export const serves: Command<'serves'> = {
  name: 'serves',
  phrases: hears,
  order: 194,
  access: { role: 'anyone', scope: 'any' },
  payload: z.object({ credential: shortText }),
  parse,
  async answer({ credential }, request, services) {
    const text = services.text(request.locale);
    const snapshot = await loadPartnerSnapshot(request, services);
    const { programme, asOf } = snapshot;
    const unknown = refuseUnknownCredential(credential, programme, (id) => ({ ask: 'serves', credential: id }));
    if (unknown) return refused(unknown, text);
    const goals = goalsServedBy(credential, programme, asOf);
    const view = { ...cardSettingOf(request, snapshot, { text }), asOf, credential, goals };
    return { name: 'serves', card: servesCard(view, text) };
  },
};
