/** `onboard`: one's own way to counting; `onboard <people>`, for admins, brings others on board. */
import { invitedCard } from '../../../cards/onboarding/invited-card';
import { onboardCard } from '../../../cards/onboarding/onboard-card';
import type { Question } from '../../../cards/contract/question';
import type { Refusal } from '../../../cards/contract/view';
import { nameIn } from '../../recognizers/person-argument';
import { beside, findHeard, type Command, type Phrases, type Reading } from '../command';
import { hear, type Heard } from '../../language/utterance';
import { invite } from '../../onboarding/invitation';
import { lookAtFacts } from '../../partner/partner-snapshot';
import { onboardViewOf, ownPerson, type Situation } from '../../onboarding/onboarding';
import { newOnboarding } from '../../../domain/onboarding/onboarding';
import { joints } from '../../recognizers/event-recognizer';
import { refused, type Reply } from '../../context/reply';

const hears: Phrases = {
  en: ['onboard', 'onboard me', 'bring on board', 'link my account'],
  'zh-CN': ['入职引导', '引导', '我的入职引导', '关联我的帐户'],
  'zh-TW': ['加入引導', '引導', '我的加入引導', '關聯我的帳戶'],
  'ru-RU': ['подключение', 'подключить', 'подключи', 'мое подключение', 'связать мою учетную запись'],
  'pt-BR': ['integração', 'integrar', 'minha integração', 'associar minha conta'],
};

/** What stands for everyone in the team. */
const everyone = '*';
const everyoneWords: Phrases = {
  en: ['everyone', 'everybody', 'all', 'the whole team', 'the team'],
  'zh-CN': ['所有人', '全体', '大家'],
  'zh-TW': ['所有人', '全體', '大家'],
  'ru-RU': ['всех', 'все', 'всю команду'],
  'pt-BR': ['todos', 'a equipe'],
};

function parse(heard: Heard, reading: Reading): Question | Refusal | undefined {
  const others = beside(heard, hears);
  if (!others) return undefined;
  if (findHeard(others, everyoneWords)) return { ask: 'onboard', people: [everyone] };
  const people = heard.said.split(joints).flatMap((piece) => nameOf(piece, reading));
  return { ask: 'onboard', ...(people.length > 0 && { people }) };
}

function nameOf(piece: string, { vocabulary }: Reading): readonly string[] {
  const heard = hear(piece, vocabulary.lexicon);
  const name = nameIn((beside(heard, hears) ?? heard).words.filter(({ fills }) => !fills));
  return name === '' ? [] : [name];
}

/** `onboard [people]`. */
export const onboard: Command<'onboard'> = {
  name: 'onboard',
  hears,
  knows: everyoneWords,
  parse,
  async answer({ people }, ask, world) {
    const situation = { ask, world, look: await lookAtFacts(ask, world) };
    if (!people) return ownWay(situation);
    const text = world.text(ask.locale);
    if (!situation.look.isAdmin) return refused({ code: 'admins-only' }, text);
    const [only, ...others] = people;
    const shown = others.length === 0 && situation.look.facts.people.find(({ id }) => id === only);
    if (shown && ask.scope === 'personal') return wayOf(shown, situation);
    const invited = await invite(only === everyone ? 'everyone' : people, situation);
    const view = { ...situation.look.setting, asOf: situation.look.asOf, ...invited };
    return { name: 'onboard', card: invitedCard(view, text) };
  },
};

async function ownWay(situation: Situation): Promise<Reply> {
  if (situation.ask.scope !== 'personal')
    return refused({ code: 'only-in-private' }, situation.world.text(situation.ask.locale));
  return wayOf(await ownPerson(situation), situation);
}

async function wayOf(person: Parameters<typeof onboardViewOf>[0]['person'], situation: Situation): Promise<Reply> {
  const { ask, world } = situation;
  const kept = await world.store.onboardings.get(ask.tenant, person.id);
  const view = await onboardViewOf({ person, onboarding: kept?.value ?? newOnboarding(person.id) }, situation);
  return { name: 'onboard', card: onboardCard(view, world.text(ask.locale)) };
}
