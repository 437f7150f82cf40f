/** `weekly digest`: posts a card into a channel or group chat each week; for admins. Without names unless the admin says so. */
import { z } from 'zod/v4';
import { teamSettingCard } from '../../../cards/alerts/team-setting-card';
import type { Choice } from '../../../cards/contract/dataset';
import type { Question } from '../../../cards/contract/question';
import type { Partner } from '../../../domain/partner/partner';
import { isSameDigest, type TeamDigest } from '../../../domain/partner/team-digest';
import type { ReadingServices } from '../../context/app-services';
import type { Reply } from '../../context/reply';
import type { TurnRequest } from '../../context/turn-request';
import { loadRooms } from '../../delivery/rooms';
import { findPhraseOf, type Phrases } from '../../language-understanding/phrases';
import type { Utterance } from '../../language-understanding/utterance';
import { loadPartnerSnapshot } from '../../partner/partner-snapshot';
import { updatePartner } from '../../partner/partner-update';
import { scheduleSweep } from '../../partner/sweep-schedule';
import type { Command } from '../command';

const hears: Phrases = {
  en: ['weekly digest', 'team digest', 'channel digest', 'weekly post'],
  'zh-CN': ['每周摘要', '团队摘要', '频道摘要'],
  'zh-TW': ['每週摘要', '團隊摘要', '頻道摘要'],
  'ru-RU': ['еженедельная сводка', 'сводка для команды', 'сводка в канал'],
  'pt-BR': ['resumo semanal', 'resumo da equipe', 'resumo no canal'],
};

function parse(utterance: Utterance): Question | undefined {
  return findPhraseOf(utterance, hears) && { ask: 'team-digest' };
}

const longestRoom = 500;

/** `weekly digest`. */
export const teamDigest: Command<'team-digest'> = {
  name: 'team-digest',
  phrases: hears,
  order: 345,
  access: { role: 'admin', scope: 'any' },
  audited: 'settings-changed',
  payload: z.object({
    to: z.string().min(1).max(longestRoom).optional(),
    names: z.enum(['yes', 'no']).optional().catch(undefined),
    stop: z.literal(true).optional(),
  }),
  parse,
  async answer(_, request, services) {
    const { partner } = await loadPartnerSnapshot(request, services);
    return shown(partner.team, { request, services });
  },
  async press({ to, names, stop }, request, services) {
    const { partner: known } = await loadPartnerSnapshot(request, services);
    const rooms = await choicesIn(request, services);
    const isRoom = to !== undefined && rooms.some(({ value }) => value === to);
    if (!stop && !isRoom) return shown(known.team, { request, services });
    const wanted = stop ? undefined : { conversation: to!, ...(names === 'yes' && { names: true as const }) };
    await updatePartner((partner) => withTeam(partner, wanted), { request, services, known });
    await scheduleSweep(services, request.tenant);
    services.log.info(
      { tenant: request.tenant, isPosted: wanted !== undefined },
      'The weekly card for a room was set.',
    );
    return shown(wanted, { request, services, isSaved: true });
  },
};

function withTeam(partner: Partner, wanted: TeamDigest | undefined): Partner {
  if (isSameDigest(partner.team, wanted)) return partner;
  const { team: _, ...others } = partner;
  return wanted ? { ...others, team: wanted } : others;
}

/** In a room that room alone can be chosen: what others are called is nothing for its readers. */
async function choicesIn(request: TurnRequest, services: ReadingServices): Promise<readonly Choice[]> {
  const rooms = await loadRooms(request, services);
  const here = request.scope === 'personal' ? rooms : rooms.filter(({ id }) => id === request.conversation);
  const unnamed = services.text(request.locale).say('team.unnamed-room');
  return here.map(({ id, name }) => ({ value: id, title: name || unnamed }));
}

/** The setting as it is; `isSaved` where it was just changed. */
async function shown(team: TeamDigest | undefined, { request, services, isSaved = false }: ShownTo): Promise<Reply> {
  const text = services.text(request.locale);
  const rooms = await choicesIn(request, services);
  const kept = team && (await services.store.conversations.get(request.tenant, team.conversation))?.value;
  const hindrance = team && (kept ? kept.hindrance?.code : 'ConversationNotFound');
  const view = {
    team,
    rooms,
    ...(hindrance !== undefined && { hindrance }),
    ...(isSaved && { isSaved: true as const }),
  };
  return { name: isSaved ? 'team-digest-saved' : 'team-digest', card: teamSettingCard(view, text) };
}

interface ShownTo {
  readonly request: TurnRequest;
  readonly services: ReadingServices;
  readonly isSaved?: boolean;
}
