/** `progress`: where the partner stands, in every competency or in one. */
import { z } from 'zod/v4';
import { overviewCard } from '../../../cards/standing/overview-card';
import type { Question } from '../../../cards/contract/question';
import type { Refusal } from '../../../cards/contract/refusal';
import { standingIn, type JudgedStanding } from '../../../domain/membership/cached-standing';
import { readCompetencyArgument } from '../../recognizers/competency-argument';
import { followedProgramme } from '../../../domain/programme/loaded-programmes';
import { cachedStandingFor } from '../../partner/partner-reads';
import { withoutPhrase, pageIn, type Phrases, type RecognitionContext } from '../../language-understanding/phrases';
import { type Command } from '../command';
import { pageNumber } from '../payload-fields';
import type { Utterance } from '../../language-understanding/utterance';
import { recomputeStanding } from '../../partner/standing-cache';
import { loadPartnerSnapshot, type PartnerSnapshot } from '../../partner/partner-snapshot';
import type { ReadingServices } from '../../context/app-services';
import type { Reply } from '../../context/reply';
import type { TurnRequest } from '../../context/turn-request';
import { cardSettingOf, maySeeNames } from '../../partner/name-visibility';
import { recognizeLevel } from '../../recognizers/level-recognizer';

const hears: Phrases = {
  en: [
    'progress',
    'prog',
    'status',
    'standing',
    'overview',
    'summary',
    'dashboard',
    'how far',
    'how close',
    'how many competencies',
    'where do we stand',
    'where are we',
    'how are we doing',
    'how do we stand',
    'how do we look',
    'all competencies',
    'competencies',
    'missing',
    'lacking',
    'left to do',
  ],
  'zh-CN': [
    '进度',
    '进展',
    '状态',
    '情况',
    '概览',
    '总览',
    '概况',
    '多远',
    '差多远',
    '差多少',
    '差什么',
    '缺什么',
    '缺谁',
    '缺',
    '怎么样',
    '怎样',
    '达标',
    '所有能力',
  ],
  'zh-TW': [
    '進度',
    '進展',
    '狀態',
    '情況',
    '概覽',
    '總覽',
    '概況',
    '多遠',
    '差多遠',
    '差多少',
    '差什麼',
    '缺什麼',
    '缺誰',
    '怎麼樣',
    '怎樣',
    '達標',
    '所有專長認證',
  ],
  'ru-RU': [
    'ход выполнения',
    'прогресс',
    'ход достижения',
    'ход',
    'статус',
    'состояние',
    'обзор',
    'сводка',
    'как далеко',
    'насколько близко',
    'где мы',
    'как дела',
    'как у нас дела',
    'чего не хватает',
    'кого не хватает',
    'не хватает',
    'осталось',
    'все компетенции',
  ],
  'pt-BR': [
    'progresso',
    'andamento',
    'situação',
    'visão geral',
    'resumo',
    'painel',
    'como estamos',
    'onde estamos',
    'quanto falta',
    'o que falta',
    'quem falta',
    'falta',
    'faltam',
    'todas as competências',
    'competências',
  ],
};

function parse(utterance: Utterance, reading: RecognitionContext): Question | Refusal | undefined {
  const others = withoutPhrase(utterance, hears);
  if (!others) return undefined;
  const { rest } = recognizeLevel(others, reading.vocabulary);
  const about = readCompetencyArgument(rest, reading, (competency) => ({ ask: 'competency', competency }));
  return about ?? { ask: 'progress', ...pageIn(rest) };
}

/** `progress`, `progress <competency>`: one read where the kept standing holds, everything where it does not. */
export const progress: Command<'progress'> = {
  name: 'progress',
  phrases: hears,
  order: 10,
  access: { role: 'anyone', scope: 'any' },
  keepsCurrent: true,
  payload: z.object({ page: pageNumber }),
  parse,
  async answer({ page = 1 }, request, services) {
    const snapshot = await loadPartnerSnapshot(request, services);
    const held = await cachedStandingFor(request, services);
    const { partner, asOf: day } = snapshot;
    const judged = held.judged ?? (await recomputeStanding(services, held, { partner, day }));
    const make = () => overviewReply({ judged, page, snapshot }, request, services);
    if (!held.judged || !held.row || !services.memory) return make();
    const { replies } = services.memory;
    const key = [
      ...['progress', request.tenant, held.row.version, day, page],
      ...[request.locale, maySeeNames(request, snapshot), request.isOwnView === true, request.isClockMoved === true],
    ];
    return replies.get(...key) ?? replies.keep(make(), ...key);
  },
};

interface Overview {
  readonly judged: JudgedStanding;
  readonly page: number;
  readonly snapshot: PartnerSnapshot;
}

/** The overview of a standing. Whatever it comes to depend on has to be named in the key under which `progress` keeps it. */
function overviewReply({ judged, page, snapshot }: Overview, request: TurnRequest, services: ReadingServices): Reply {
  const text = services.text(request.locale);
  const { achievements, unnamedAchievements, newestImport, risks, trend } = judged;
  const programme = followedProgramme(judged.partner, services.programmes);
  const standing = standingIn(judged, programme, snapshot.asOf);
  const setting = cardSettingOf(request, snapshot, { text, newestImport });
  const view = {
    ...setting,
    standing,
    ...(risks && { risks }),
    ...(trend && { trend }),
    page,
    achievements,
    unnamedAchievements,
  };
  return { name: 'progress', card: overviewCard(view, text) };
}
