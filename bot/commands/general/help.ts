/** `help`: what can be asked; also the answer to a greeting and to being called without a word. */
import { z } from 'zod/v4';
import type { Card } from '../../../cards/elements/card';
import type { Text } from '../../../cards/text';
import { exampleOf, helpCard, type BareQuestion } from '../../../cards/general/help-card';
import { helpTopicCard } from '../../../cards/general/help-topic-card';
import type { Question } from '../../../cards/contract/question';
import { findPhraseOf, type Phrases } from '../../language-understanding/phrases';
import type { AnyCommand, Command } from '../command';
import type { Wording } from '../../../cards/words/wording';
import type { Programme } from '../../../domain/programme/programme';
import { shortText } from '../payload-fields';
import { tellingWords, without, type Utterance } from '../../language-understanding/utterance';
import { loadPartnerSnapshot } from '../../partner/partner-snapshot';

const hears: Phrases = {
  en: [
    'help',
    'hi',
    'hello',
    'helo',
    'hey',
    'start',
    'menu',
    'commands',
    'what can you do',
    'good morning',
    'good afternoon',
    'good evening',
    'get started',
    'help me get started',
    'where do i start',
  ],
  'zh-CN': ['帮助', '你好', '您好', '嗨', '菜单', '命令', '开始', '早上好', '你能做什么', '如何开始', '怎么开始'],
  'zh-TW': ['說明', '幫助', '哈囉', '選單', '指令', '開始', '早安', '你能做什麼', '如何開始', '怎麼開始'],
  'ru-RU': [
    'справка',
    'помощь',
    'помоги',
    'помогите',
    'привет',
    'здравствуйте',
    'здравствуй',
    'добрый день',
    'доброе утро',
    'меню',
    'команды',
    'что ты умеешь',
    'начать',
    'с чего начать',
    'помоги начать',
  ],
  'pt-BR': [
    'ajuda',
    'ajude',
    'oi',
    'olá',
    'bom dia',
    'boa tarde',
    'boa noite',
    'menu',
    'comandos',
    'o que você faz',
    'começar',
    'por onde começo',
    'como começar',
  ],
};

/** The words of `help` that ask for an explanation, and do not greet: "help figures" is about the figures. */
export const helpWords: Phrases = {
  en: ['help', 'help with', 'help about', 'help on', 'help me with'],
  'zh-CN': ['帮助'],
  'zh-TW': ['說明', '幫助'],
  'ru-RU': ['справка', 'справка по', 'помощь', 'помощь по', 'помощь с'],
  'pt-BR': ['ajuda', 'ajuda com', 'ajuda sobre'],
};

/** A greeting counts where it is all that is said; words around it that only fill, or are not known, do not matter. */
function parse(utterance: Utterance): Question | undefined {
  if (utterance.words.length === 0) return { ask: 'help' };
  const span = findPhraseOf(utterance, hears);
  if (!span) return undefined;
  return tellingWords(without(utterance, span)).every(({ means }) => means.length === 0) ? { ask: 'help' } : undefined;
}

/** `help`, generated from the commands that have a place in its list; what only admins may ask is shown to them alone. */
export function helpAbout(commands: readonly AnyCommand[]): Command<'help'> {
  return {
    name: 'help',
    phrases: hears,
    access: { role: 'anyone', scope: 'any' },
    payload: z.object({ topic: shortText.optional() }),
    parse,
    async answer({ topic }, request, services) {
      const text = services.text(request.locale);
      const about = commands.find(({ name, order }) => name === topic && order !== undefined);
      if (about?.explained) return about.explained(request, services);
      const { isAdmin, programme } = await loadPartnerSnapshot(request, services);
      if (about) return { name: 'help-topic', card: topicCard(about, programme, text) };
      const listed = listedFor(isAdmin, commands).map((one) => ({
        name: one.name,
        ...bareOf(one, { text, programme }),
      }));
      return { name: 'help', card: helpCard({ isAdmin, commands: listed, programme }, text) };
    },
  };
}

/**
 * What a press in the list asks, and by which words: the question as it stands, where it needs no name or date. A press may write, so
 * a question is left out whose bare form would.
 */
function bareOf({ name, phrases, payload, press, previews }: AnyCommand, about: Wording): { bare?: BareQuestion } {
  if (!payload.safeParse({}).success) return {};
  const question = { ask: name } as Question;
  if (press !== undefined && (previews === undefined || (previews as Previews)(question))) return {};
  const heard = phrases[about.text.locale];
  const example = exampleOf(name, about);
  return { bare: { question, says: heard.includes(example) ? example : (heard[0] ?? example) } };
}

type Previews = (question: Question) => boolean;

function topicCard({ name: topic, previews }: AnyCommand, programme: Programme, text: Text): Card {
  return helpTopicCard({ topic, isAction: previews !== undefined, programme }, text);
}

/** The commands that help shows to a reader, in its order. */
function listedFor(isAdmin: boolean, commands: readonly AnyCommand[]): readonly AnyCommand[] {
  return commands
    .filter(({ order }) => order !== undefined)
    .filter(({ access, isListedForAdmins = false }) => isAdmin || (access.role !== 'admin' && !isListedForAdmins))
    .sort((one, other) => one.order! - other.order!);
}
