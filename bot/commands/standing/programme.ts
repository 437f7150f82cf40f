/** `programme`: which programmes the partner follows, shown to everybody, changed by admins after a preview. */
import { z } from 'zod/v4';
import { programmeCard, type ProgrammeView } from '../../../cards/standing/programme-card';
import type { Question } from '../../../cards/contract/question';
import { programmeIdsIn, joinedId } from '../../../domain/programme/joined-programme';
import type { Partner } from '../../../domain/partner/partner';
import type { Programme } from '../../../domain/programme/programme';
import type { TurnRequest } from '../../context/turn-request';
import { withoutPhrase, findPhraseOf, type Phrases } from '../../language-understanding/phrases';
import { type Command } from '../command';
import { shortText } from '../payload-fields';
import type { Utterance } from '../../language-understanding/utterance';
import { loadPartnerSnapshot, type PartnerSnapshot } from '../../partner/partner-snapshot';
import { cardSettingOf } from '../../partner/name-visibility';
import { updatePartner } from '../../partner/partner-update';
import { refused, type Reply } from '../../context/reply';
import { normalize } from '../../language-understanding/message-text';
import type { AppServices, ReadingServices } from '../../context/app-services';

const hears: Phrases = {
  en: ['programme', 'programmes', 'program', 'programs', 'follow', 'which programme', 'which rules'],
  'zh-CN': ['合作伙伴计划', '遵循', '哪个计划'],
  'zh-TW': ['合作夥伴計畫', '合作夥伴計劃', '遵循', '哪個計畫'],
  'ru-RU': ['программа', 'программы', 'программу', 'какая программа'],
  'pt-BR': ['programa', 'programas', 'seguir', 'qual programa'],
};

/** All of them together. */
const both: Phrases = {
  en: ['both', 'all'],
  'zh-CN': ['两者', '全部', '两个'],
  'zh-TW': ['兩者', '全部', '兩個'],
  'ru-RU': ['обе', 'все', 'оба'],
  'pt-BR': ['ambos', 'os dois', 'todos'],
};

/** The competencies by the noun that other questions pass over, because it stands for any goal in them. */
const competencies: Phrases = {
  en: ['competencies', 'competency'],
  'zh-CN': ['能力'],
  'zh-TW': ['專長認證'],
  'ru-RU': ['компетенции', 'компетенций'],
  'pt-BR': ['competências'],
};

/** All programmes that are loaded, in place of one. */
const all = '*';

function parse(utterance: Utterance): Question | undefined {
  const others = withoutPhrase(utterance, hears);
  if (!others) return undefined;
  const named = others.words.filter(({ fills }) => !fills).map(({ said }) => said);
  const noun = named.length === 0 && findPhraseOf(others, competencies) ? 'competencies' : named.join(' ');
  const programme = findPhraseOf(others, both) ? all : noun;
  return { ask: 'programme', ...(programme !== '' && { programme }) };
}

/** `programme`, `programme <name>`, `programme both`, and the buttons on its card. */
export const programme: Command<'programme'> = {
  name: 'programme',
  phrases: hears,
  order: 140,
  access: { role: 'anyone', scope: 'any' },
  audited: 'settings-changed',
  payload: z.object({
    programme: shortText.optional(),
    from: shortText.optional(),
    isUndo: z.boolean().optional(),
    sample: z.enum(['competencies', 'designations']).optional(),
  }),
  vocabulary: both,
  accessTo: ({ programme: named, sample }) => ({
    role: named === undefined && sample === undefined ? 'anyone' : 'admin',
    scope: 'any',
  }),
  parse,
  previews: ({ programme: named }) => named !== undefined,
  async answer({ programme: named }, request, services) {
    const snapshot = await loadPartnerSnapshot(request, services);
    const wanted = named === undefined ? undefined : meantBy(named, services);
    const isNew = wanted && wanted.id !== snapshot.programme.id;
    return replyOf({ request, services, snapshot }, isNew ? { wanted } : {});
  },
  async press(question, request, services) {
    const { programme: named, from, isUndo = false, sample } = question;
    if (sample !== undefined) return sampled(sample, request, services);
    const wanted = named === undefined ? undefined : meantBy(named, services);
    if (!wanted || from === undefined) return programme.answer(question, request, services);
    return recorded(wanted, { from, isUndo }, { request, services });
  },
};

/** Puts the other sample of the local world in the place of the one that is there, and says what is followed then. */
async function sampled(
  sample: NonNullable<Extract<Question, { ask: 'programme' }>['sample']>,
  { partnerReads: _, ...request }: TurnRequest,
  services: AppServices,
): Promise<Reply> {
  const { local } = services;
  if (!local) return refused({ code: 'card-outdated' }, services.text(request.locale));
  const before = await loadPartnerSnapshot(request, services);
  if (!(await local.switchSample(sample))) return refused({ code: 'own-data' }, services.text(request.locale));
  // The clock has moved with the sample.
  const { isClockMoved: __, ...others } = request;
  const then = { ...others, now: services.now(), ...(local.isClockMoved() && { isClockMoved: true as const }) };
  const snapshot = await loadPartnerSnapshot(then, services);
  const done = { code: 'recorded', before: before.partner.programme, isSample: true } as const;
  return replyOf({ request: then, services, snapshot }, { done });
}

/** A programme, named by its id in a button or by a part of its name in any language. */
function meantBy(named: string, { programmes }: ReadingServices): Programme | undefined {
  if (named === all) return programmes.get(joinedId([...programmes.keys()]));
  const words = normalize(named);
  return (
    programmes.get(named) ??
    [...programmes.values()].find(({ id, names }) =>
      [id, ...Object.values(names)].some((name) => normalize(name).includes(words)),
    )
  );
}

interface Turn {
  readonly request: TurnRequest;
  readonly services: ReadingServices;
  readonly snapshot: PartnerSnapshot;
}

function replyOf({ request, services, snapshot }: Turn, told: Pick<ProgrammeView, 'wanted' | 'done'> = {}): Reply {
  const text = services.text(request.locale);
  const { asOf, isAdmin, partner } = snapshot;
  const choices = choicesIn(services).map((one) => ({
    programme: one,
    isFollowed: programmeIdsIn(one.id).every((id) => programmeIdsIn(partner.programme).includes(id)),
  }));
  return {
    name: told.wanted ? 'programme-wanted' : 'programme',
    card: programmeCard({ ...cardSettingOf(request, snapshot, { text }), asOf, isAdmin, choices, ...told }, text),
  };
}

/** Each by itself, and all together. */
function choicesIn({ programmes }: ReadingServices): readonly Programme[] {
  const alone = [...programmes.values()];
  const together = alone.length > 1 ? programmes.get(joinedId([...programmes.keys()])) : undefined;
  return together ? [...alone, together] : alone;
}

interface Confirmed {
  readonly from: string;
  readonly isUndo: boolean;
}

/** Recorded where what is followed is still what was shown. */
async function recorded(
  wanted: Programme,
  { from, isUndo }: Confirmed,
  { request, services }: { readonly request: TurnRequest; readonly services: AppServices },
): Promise<Reply> {
  const snapshot = await loadPartnerSnapshot(request, services);
  const change = (partner: Partner): Partner | { readonly code: 'changed-since' } => {
    if (partner.programme === wanted.id) return partner;
    return partner.programme === from ? { ...partner, programme: wanted.id } : { code: 'changed-since' };
  };
  const outcome = await updatePartner(change, { request, services, known: snapshot.partner });
  if ('fault' in outcome) return refused({ code: 'changed-since', nearest: [] }, services.text(request.locale));
  const { before, after } = outcome;
  const code = after === before ? 'unchanged' : isUndo ? 'undone' : 'recorded';
  if (after !== before)
    services.log.info({ tenant: request.tenant, programme: wanted.id }, 'The programme was changed.');
  const now = { ...snapshot, partner: after, programme: wanted };
  return replyOf({ request, services, snapshot: now }, { done: { code, before: before.programme } });
}
