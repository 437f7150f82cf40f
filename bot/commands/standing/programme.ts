/** `programme`: which programmes the partner follows, shown to everybody, changed by admins after a preview. */
import { z } from 'zod/v4';
import { programmeCard } from '../../../cards/standing/programme-card';
import type { Question } from '../../../cards/contract/question';
import type { ProgrammeView } from '../../../cards/contract/view';
import { programmeIdsIn, joinedId } from '../../../domain/programme/joined-programme';
import type { Partner } from '../../../domain/partner/partner';
import type { Programme } from '../../../domain/programme/programme';
import type { TurnRequest } from '../../context/turn-request';
import { withoutPhrase, findPhraseOf, type Phrases } from '../../language/phrases';
import { type Command } from '../command';
import { shortText } from '../payload';
import type { Utterance } from '../../language/utterance';
import { loadPartnerSnapshot, cardSettingOf, type PartnerSnapshot } from '../../partner/partner-snapshot';
import { updatePartner } from '../../partner/partner-update';
import { refused, type Reply } from '../../context/reply';
import { normalize } from '../../language/message-text';
import type { AppServices } from '../../context/app-services';

const hears: Phrases = {
  en: ['programme', 'programmes', 'program', 'programs', 'follow', 'which programme', 'which rules'],
  'zh-CN': ['合作伙伴计划', '遵循', '哪个计划'],
  'zh-TW': ['合作夥伴計劃', '合作夥伴計畫', '遵循', '哪個計畫'],
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

/** For who types and cannot press: the terminal has no buttons. */
const confirming: Phrases = {
  en: ['confirm', 'confirmed'],
  'zh-CN': ['确认'],
  'zh-TW': ['確認'],
  'ru-RU': ['подтвердить', 'подтверждаю'],
  'pt-BR': ['confirmar', 'confirmo'],
};

const knows: Phrases = {
  en: [...both.en, ...confirming.en],
  'zh-CN': [...both['zh-CN'], ...confirming['zh-CN']],
  'zh-TW': [...both['zh-TW'], ...confirming['zh-TW']],
  'ru-RU': [...both['ru-RU'], ...confirming['ru-RU']],
  'pt-BR': [...both['pt-BR'], ...confirming['pt-BR']],
};

/** In place of a programme all of them, in place of the one that was shown whichever is followed. */
const all = '*';

function parse(utterance: Utterance): Question | undefined {
  const others = withoutPhrase(utterance, hears);
  if (!others) return undefined;
  const rest = withoutPhrase(others, confirming);
  const named = (rest ?? others).words.filter(({ fills }) => !fills).map(({ said }) => said);
  const programme = findPhraseOf(rest ?? others, both) ? all : named.join(' ');
  return { ask: 'programme', ...(programme !== '' && { programme, ...(rest && { from: all }) }) };
}

/** `programme`, `programme <name>`, `programme both`, and the buttons on its card. */
export const programme: Command<'programme'> = {
  name: 'programme',
  phrases: hears,
  order: 140,
  access: { role: 'anyone', scope: 'any' },
  payload: z.object({
    programme: shortText.optional(),
    from: shortText.optional(),
    isUndo: z.boolean().optional(),
  }),
  vocabulary: knows,
  accessTo: ({ programme: named }) => ({ role: named === undefined ? 'anyone' : 'admin', scope: 'any' }),
  parse,
  async answer({ programme: named, from, isUndo }, request, services) {
    const snapshot = await loadPartnerSnapshot(request, services);
    const wanted = named === undefined ? undefined : meantBy(named, services);
    if (!wanted) return replyOf({ request, services, snapshot });
    if (from !== undefined) return recorded(wanted, { from, isUndo: isUndo ?? false }, { request, services, snapshot });
    if (wanted.id === snapshot.programme.id) return replyOf({ request, services, snapshot });
    return replyOf({ request, services, snapshot }, { wanted });
  },
};

/** What a button names by its id, or somebody by a part of its name in any language. */
function meantBy(named: string, { programmes }: AppServices): Programme | undefined {
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
  readonly services: AppServices;
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
    name: 'programme',
    card: programmeCard({ ...cardSettingOf(request, snapshot, { text }), asOf, isAdmin, choices, ...told }, text),
  };
}

/** Each by itself, and all together. */
function choicesIn({ programmes }: AppServices): readonly Programme[] {
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
  { request, services, snapshot }: Turn,
): Promise<Reply> {
  const change = (partner: Partner): Partner | { readonly code: 'changed-since' } => {
    if (partner.programme === wanted.id) return partner;
    return from === all || partner.programme === from
      ? { ...partner, programme: wanted.id }
      : { code: 'changed-since' };
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
