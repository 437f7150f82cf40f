/** `share <card>`: posts a card in a channel or group chat where Laurel is, after a preview that names who is in it; for admins. */
import { z } from 'zod/v4';
import { shareCard, type ShareView } from '../../../cards/general/share-card';
import { plainText } from '../../../cards/elements/plain-text';
import type { Card } from '../../../cards/elements/card';
import type { Question, QuestionName } from '../../../cards/contract/question';
import { exampleOf } from '../../../cards/general/help-card';
import { languageOf, type Conversation } from '../../../domain/partner/conversation';
import { personLabel } from '../../../domain/partner/people/person';
import type { AppServices, ReadingServices } from '../../context/app-services';
import { refused, type Reply } from '../../context/reply';
import type { TurnRequest } from '../../context/turn-request';
import { postInRoom } from '../../delivery/room-post';
import { loadRooms } from '../../delivery/rooms';
import { findPhraseOf, type Phrases, type RecognitionContext } from '../../language-understanding/phrases';
import { tellingWords, without, type Utterance } from '../../language-understanding/utterance';
import { loadPartnerFacts } from '../../partner/partner-facts';
import { loadPartnerSnapshot } from '../../partner/partner-snapshot';
import { recordDeed } from '../../store/audit-trail';
import type { AnyCommand, Command } from '../command';
import { shortText } from '../payload-fields';

const hears: Phrases = {
  en: ['share', 'post in the channel', 'post to the channel', 'publish'],
  'zh-CN': ['分享', '共享', '发到频道'],
  'zh-TW': ['分享', '共用', '發到頻道'],
  'ru-RU': ['поделиться', 'поделись', 'опубликовать', 'опубликуй'],
  'pt-BR': ['compartilhar', 'compartilhe', 'publicar no canal', 'publique'],
};

/** What can be shared: cards that anybody may ask for in a room. */
const sharable: readonly QuestionName[] = [
  'progress',
  'what-changed',
  'risk',
  'renewal',
  'plan',
  'upgrade',
  'profile',
  'benefits',
  'expiring',
  'compare',
  'requirements',
  'competency',
];

/** The buttons where nothing is named: as many as a card has room for. */
const offered: readonly QuestionName[] = ['progress', 'what-changed', 'risk', 'renewal', 'plan', 'upgrade'];

const longestRoom = 500;
const fields = z.custom<Readonly<Record<string, unknown>>>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
);

type Share = Extract<Question, { ask: 'share' }>;

/** `share`, over the commands whose cards can be shared. */
export function shareAmong(all: readonly AnyCommand[]): Command<'share'> {
  const commands = sharable.flatMap((name) => all.filter((one) => one.name === name)) as unknown as readonly Command[];
  const share: Command<'share'> = {
    name: 'share',
    phrases: hears,
    order: 347,
    readsWhole: true,
    access: { role: 'admin', scope: 'private' },
    payload: z.object({
      card: shortText.optional(),
      about: fields.optional(),
      to: z.string().min(1).max(longestRoom).optional(),
      names: z.enum(['yes', 'no']).optional().catch(undefined),
      reference: shortText.optional(),
    }),
    previews: () => true,
    parse: (utterance, reading) => parse(utterance, reading, commands),
    answer: (question, request, services) => asked(question, commands, { request, services }),
    async press(question, request, services) {
      if (question.reference === undefined || question.to === undefined)
        return share.answer(question, request, services);
      return posted({ ...question, to: question.to, reference: question.reference }, commands, { request, services });
    },
  };
  return share;
}

/** The sentence begins with the phrase, and its rest is read as if it were asked alone; a rest that asks for nothing of these is another's. */
function parse(utterance: Utterance, reading: RecognitionContext, commands: readonly Command[]): Question | undefined {
  const span = findPhraseOf(utterance, hears);
  if (!span || !utterance.words.slice(0, span.start).every(({ fills }) => fills)) return undefined;
  const rest = without(utterance, span);
  for (const command of commands) {
    const understood = command.parse(rest, reading);
    if (!understood || 'code' in understood) continue;
    const { ask, ...about } = understood;
    return { ask: 'share', card: ask, ...(Object.keys(about).length > 0 && { about }) };
  }
  return tellingWords(rest).length === 0 ? { ask: 'share' } : undefined;
}

interface Turn<S> {
  readonly request: TurnRequest;
  readonly services: S;
}

/** The question whose card is shared, with its command; undefined where a button claims what no card of ours could ask. */
function sharedQuestion({ card: name, about = {} }: Share, commands: readonly Command[]) {
  const command = commands.find((one) => one.name === name);
  const carried = command?.payload.safeParse(about).data;
  return command && carried && { command, question: { ...carried, ask: command.name } as Question };
}

async function asked(question: Share, commands: readonly Command[], turn: Turn<ReadingServices>): Promise<Reply> {
  const { request, services } = turn;
  const { to, names = 'no', reference: _, ...what } = question;
  const text = services.text(request.locale);
  const found = sharedQuestion(question, commands);
  if (!found) return shown({ state: 'which', cards: await offers(commands, turn) }, turn);
  const rooms = await loadRooms(request, services);
  const room = rooms.find(({ id }) => id === to);
  if (!room) {
    const choices = rooms.map(({ id, name }) => ({ value: id, title: name || text.say('team.unnamed-room') }));
    const view = {
      state: 'where',
      what: await exampleIn(found.command, turn),
      rooms: choices,
      question: what,
    } as const;
    return shown(view, turn);
  }
  const built = await build(found, { room, names }, turn);
  if ('reply' in built) return built.reply;
  const again: Share = { ...what, to: room.id, names, reference: services.newReference() };
  const people = (await loadPartnerFacts(services.store, request.tenant)).people.map(personLabel);
  const inIt = namesIn(built.card, people);
  const name = room.name || text.say('team.unnamed-room');
  return shown({ state: 'wanted', room: name, shared: built.card, names: inIt, question: again }, turn);
}

/** The names of people that stand in a card, each once. */
function namesIn(card: Card, people: readonly string[]): readonly string[] {
  const words = plainText(card);
  return [...new Set(people)].filter((name) => name !== '' && words.includes(name));
}

async function posted(
  question: Share & { readonly to: string; readonly reference: string },
  commands: readonly Command[],
  turn: Turn<AppServices>,
): Promise<Reply> {
  const { request, services } = turn;
  const text = services.text(request.locale);
  const found = sharedQuestion(question, commands);
  const room = (await loadRooms(request, services)).find(({ id }) => id === question.to);
  if (!found || !room) return refused({ code: 'card-outdated' }, text);
  const built = await build(found, { room, names: question.names ?? 'no' }, turn);
  if ('reply' in built) return built.reply;
  const by = request.user.aadObjectId;
  await recordDeed(request.tenant, { act: 'shared', about: found.command.name, by }, services);
  const post = { tenant: request.tenant, room: room.id, key: question.reference, card: built.card };
  const outcome = await postInRoom(post, services);
  const name = room.name || text.say('team.unnamed-room');
  if (typeof outcome === 'string') return shown({ state: outcome, room: name }, turn);
  services.log.warn({ tenant: request.tenant, code: outcome.code }, 'A shared card was not posted.');
  return shown({ state: 'failed', room: name, code: outcome.code }, turn);
}

/** Stands for a reader of the room who is on no record: sees no names, or all of them as an admin does. */
const reader = 'laurel-reader-of-a-room';

/** The card as everybody in the room will read it, in the language of the room; else the reply that says why there is none. */
async function build(
  { command, question }: { readonly command: Command; readonly question: Question },
  { room, names }: { readonly room: Conversation; readonly names: 'yes' | 'no' },
  { request, services }: Turn<ReadingServices>,
): Promise<{ readonly card: Card } | { readonly reply: Reply }> {
  const seesNames = names === 'yes';
  const user = { id: '', aadObjectId: seesNames ? reader : '', name: '', mails: async () => [] };
  const scope = seesNames ? 'personal' : 'groupChat';
  const asReader: TurnRequest = { ...request, user, scope, locale: languageOf(room), conversation: room.id };
  const access = seesNames ? { ...services.access, firstAdmins: [reader] } : services.access;
  const reply = await command.answer(question, asReader, { ...services, access });
  return reply.card && reply.name === command.name ? { card: reply.card } : { reply };
}

async function offers(commands: readonly Command[], turn: Turn<ReadingServices>) {
  const known = commands.filter(({ name, payload }) => offered.includes(name) && payload.safeParse({}).success);
  return Promise.all(
    known.map(async (command) => ({
      words: await exampleIn(command, turn),
      question: { ask: 'share', card: command.name } as const,
    })),
  );
}

/** How the card is asked for, which is what it is called here. */
async function exampleIn({ name, phrases }: Command, { request, services }: Turn<ReadingServices>): Promise<string> {
  const text = services.text(request.locale);
  const { programme } = await loadPartnerSnapshot(request, services);
  return phrases[text.locale][0] ?? exampleOf(name, { text, programme });
}

function shown(view: ShareView, { request, services }: Turn<Pick<ReadingServices, 'text'>>): Reply {
  return { name: `share-${view.state}`, card: shareCard(view, services.text(request.locale)) };
}
