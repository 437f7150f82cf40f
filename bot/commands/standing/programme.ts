/** `programme`: which programmes the partner follows, shown to everybody, changed by admins after a preview. */
import { programmeCard } from '../../../cards/standing/programme-card';
import type { Question } from '../../../cards/contract/question';
import type { ProgrammeView } from '../../../cards/contract/view';
import { idsIn, joinedId } from '../../../domain/programme/joined-programme';
import type { Partner } from '../../../domain/partner/partner';
import type { Programme } from '../../../domain/programme/programme';
import type { Ask } from '../../context/turn-request';
import { beside, findHeard, type Command, type Phrases } from '../command';
import type { Heard } from '../../language/utterance';
import { lookAtPartner, settingOf, type PartnerLook } from '../../partner/partner-snapshot';
import { record } from '../../partner/partner-update';
import { refused, type Reply } from '../../context/reply';
import { normalise } from '../../language/message-text';
import type { World } from '../../context/app-services';

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

function parse(heard: Heard): Question | undefined {
  const others = beside(heard, hears);
  if (!others) return undefined;
  const rest = beside(others, confirming);
  const named = (rest ?? others).words.filter(({ fills }) => !fills).map(({ said }) => said);
  const programme = findHeard(rest ?? others, both) ? all : named.join(' ');
  return { ask: 'programme', ...(programme !== '' && { programme, ...(rest && { from: all }) }) };
}

/** `programme`, `programme <name>`, `programme both`, and the buttons on its card. */
export const programme: Command<'programme'> = {
  name: 'programme',
  hears,
  knows,
  parse,
  async answer({ programme: named, from, isUndo }, ask, world) {
    const look = await lookAtPartner(ask, world);
    const wanted = named === undefined ? undefined : meantBy(named, world);
    if (!wanted) return replyOf({ ask, world, look });
    if (!look.isAdmin) return refused({ code: 'admins-only' }, world.text(ask.locale));
    if (from !== undefined) return recorded(wanted, { from, isUndo: isUndo ?? false }, { ask, world, look });
    if (wanted.id === look.programme.id) return replyOf({ ask, world, look });
    return replyOf({ ask, world, look }, { wanted });
  },
};

/** What a button names by its id, or somebody by a part of its name in any language. */
function meantBy(named: string, { programmes }: World): Programme | undefined {
  if (named === all) return programmes.get(joinedId([...programmes.keys()]));
  const words = normalise(named);
  return (
    programmes.get(named) ??
    [...programmes.values()].find(({ id, names }) =>
      [id, ...Object.values(names)].some((name) => normalise(name).includes(words)),
    )
  );
}

interface Turn {
  readonly ask: Ask;
  readonly world: World;
  readonly look: PartnerLook;
}

function replyOf({ ask, world, look }: Turn, told: Pick<ProgrammeView, 'wanted' | 'done'> = {}): Reply {
  const text = world.text(ask.locale);
  const { asOf, isAdmin, partner } = look;
  const choices = choicesIn(world).map((one) => ({
    programme: one,
    isFollowed: idsIn(one.id).every((id) => idsIn(partner.programme).includes(id)),
  }));
  return {
    name: 'programme',
    card: programmeCard({ ...settingOf(ask, look, { text }), asOf, isAdmin, choices, ...told }, text),
  };
}

/** Each by itself, and all together. */
function choicesIn({ programmes }: World): readonly Programme[] {
  const alone = [...programmes.values()];
  const together = alone.length > 1 ? programmes.get(joinedId([...programmes.keys()])) : undefined;
  return together ? [...alone, together] : alone;
}

interface Confirmed {
  readonly from: string;
  readonly isUndo: boolean;
}

/** Recorded where what is followed is still what was shown. */
async function recorded(wanted: Programme, { from, isUndo }: Confirmed, { ask, world, look }: Turn): Promise<Reply> {
  const change = (partner: Partner): Partner | { readonly code: 'changed-since' } => {
    if (partner.programme === wanted.id) return partner;
    return from === all || partner.programme === from
      ? { ...partner, programme: wanted.id }
      : { code: 'changed-since' };
  };
  const outcome = await record(change, { ask, world, known: look.partner });
  if ('fault' in outcome) return refused({ code: 'changed-since', nearest: [] }, world.text(ask.locale));
  const { before, after } = outcome;
  const code = after === before ? 'unchanged' : isUndo ? 'undone' : 'recorded';
  if (after !== before) world.log.info({ tenant: ask.tenant, programme: wanted.id }, 'The programme was changed.');
  const now = { ...look, partner: after, programme: wanted };
  return replyOf({ ask, world, look: now }, { done: { code, before: before.programme } });
}
