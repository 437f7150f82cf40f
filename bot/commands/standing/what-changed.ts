/** `what changed [since <day>]`: what is otherwise than on an earlier day, from the kept history: one read. */
import { z } from 'zod/v4';
import { whatChangedCard } from '../../../cards/standing/what-changed-card';
import type { Question } from '../../../cards/contract/question';
import type { Refusal } from '../../../cards/contract/refusal';
import { addDays } from '../../../domain/basics/date';
import { differenceSince, trendDays } from '../../../domain/history/standing-difference';
import { standingSnapshotOf } from '../../../domain/history/standing-snapshot';
import { findPhraseOf, type Phrases, type RecognitionContext } from '../../language-understanding/phrases';
import { tellingWords, without, type Utterance } from '../../language-understanding/utterance';
import { cardSettingOf } from '../../partner/name-visibility';
import { cachedStandingFor } from '../../partner/partner-reads';
import { loadPartnerSnapshot } from '../../partner/partner-snapshot';
import { recomputeStanding } from '../../partner/standing-cache';
import { dayIn, readDayArgument } from '../../recognizers/days/day-argument';
import type { Command } from '../command';
import { namedDay } from '../payload-fields';

const hears: Phrases = {
  en: [
    'what changed',
    'what has changed',
    "what's changed",
    'what is different',
    'changes',
    'our history',
    'history',
    'trend',
    'what happened',
  ],
  'zh-CN': ['有什么变化', '有何变化', '变化', '发生了什么变化', '历史记录', '趋势'],
  'zh-TW': ['有什麼變化', '有何變化', '變化', '發生了什麼變化', '歷史紀錄', '趨勢'],
  'ru-RU': ['что изменилось', 'изменения', 'что нового', 'история', 'динамика'],
  'pt-BR': ['o que mudou', 'mudanças', 'o que há de novo', 'histórico', 'tendência'],
};

/** Words between the phrase and the day. */
const joining: ReadonlySet<string> = new Set(
  'since from after compared с со от desde a partir 自 从 從 自从 自從 以来 以來 起 后 後'.split(' '),
);

function parse(utterance: Utterance, reading: RecognitionContext): Question | Refusal | undefined {
  if (!findPhraseOf(utterance, hears)) return undefined;
  return nothingBut(utterance, reading);
}

/** With anything but a day beside the phrase the question is another one. */
function nothingBut(utterance: Utterance, reading: RecognitionContext): Question | Refusal | undefined {
  let isClear = true;
  const made = readDayArgument(utterance, reading, ({ on, rest }) => {
    const span = findPhraseOf(rest, hears);
    const beside = span ? without(rest, span) : rest;
    isClear &&= span !== undefined && tellingWords(beside).every(({ key }) => joining.has(key));
    return { ask: 'what-changed', ...(on !== undefined && { since: on }) };
  });
  return isClear ? made : undefined;
}

/** Without a day: since a month ago. */
export const whatChanged: Command<'what-changed'> = {
  name: 'what-changed',
  phrases: hears,
  order: 15,
  access: { role: 'anyone', scope: 'any' },
  payload: z.object({ since: namedDay }),
  parse,
  async answer({ since: said }, request, services) {
    const snapshot = await loadPartnerSnapshot(request, services);
    const { partner, asOf } = snapshot;
    const held = await cachedStandingFor(request, services);
    const judged = held.judged ?? (await recomputeStanding(services, held, { partner, day: asOf }));
    const history = (await services.store.histories.get(request.tenant, request.tenant))?.value;
    const since = said === undefined ? addDays(asOf, -trendDays) : dayIn(said, asOf);
    const now = { ...standingSnapshotOf(judged), on: asOf };
    const difference = history && differenceSince(history, now, since);
    const text = services.text(request.locale);
    const setting = cardSettingOf(request, snapshot, { text, newestImport: judged.newestImport });
    const view = { ...setting, asOf, since, ...(difference && { difference }) };
    return { name: 'what-changed', card: whatChangedCard(view, text) };
  },
};
